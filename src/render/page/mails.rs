//! The mails of a conversation: envelope, header, tree, text and signatures, as `mail -v` shows them.

use crate::render::letter::{digests, mail_head, mail_lines};
use crate::render::mails::{Mail, Same, same_lines};

use super::{Look, Text, Words};

/// A mail.
pub(super) struct MailView {
    pub(super) head: Text,
    pub(super) groups: Vec<Group>,
    /// SHA-256 and whose it is.
    pub(super) digests: Vec<(String, String)>,
    pub(super) findings: Vec<Text>,
}

/// Lines with one label.
pub(super) struct Group {
    pub(super) key: &'static str,
    pub(super) label: Text,
    /// How far each line stands to the right, in steps, and the line.
    pub(super) lines: Vec<(usize, Text)>,
}

/// Steps to the right that the page's style knows.
const STEPS: usize = 6;

impl MailView {
    pub(super) fn new(mail: Mail<'_>, look: Look, words: &mut Words) -> MailView {
        let [zh, en, ja] = words.each(|catalog| mail_lines(mail, catalog, look));
        let mut groups: Vec<Group> = Vec::new();
        for ((zh, en), ja) in zh.into_iter().zip(en).zip(ja) {
            let (key, indent) = (zh.0, zh.1);
            let text = words.sentence([zh.2, en.2, ja.2]);
            if groups.last().is_none_or(|group| group.key != key) {
                groups.push(Group { key, label: words.word(key), lines: Vec::new() });
            }
            if let Some(group) = groups.last_mut() {
                group.lines.push(((indent / 2).min(STEPS), text));
            }
        }
        MailView {
            head: words.text(|catalog| mail_head(mail, catalog)),
            groups,
            digests: digests(mail).collect(),
            findings: mail.findings.iter().map(|finding| words.finding(finding)).collect(),
        }
    }
}

/// Mails that were met twice: which, and what shows it.
pub(super) fn same(same: &[Same], words: &mut Words) -> Vec<(Text, Text)> {
    let mut line = |same: &Same, at: usize| {
        words.text(|catalog| same_lines(same, catalog).into_iter().nth(at).unwrap_or_default())
    };
    same.iter().map(|same| (line(same, 0), line(same, 1))).collect()
}
