//! Captures as a page: one file of HTML that opens from a disk, loads nothing, and can be printed and handed in.
//!
//! The page is made from what the terminal shows: the rows of a dialogue, the lesson of a handshake and the lines of a
//! mail are asked for once per language, and what differs between the languages becomes a sentence of the page's table
//! ([`words`]). Templates, style and script stand beside the code. The policy in the page's head names the style and the
//! script by their hashes and allows nothing else, so that no text of a capture can ever be more than text.

use askama::Template;

use crate::annotate::{Catalog, Lang};
use crate::dialogue::{Capture, Conversation, Note};

use super::account::why_empty;
use super::around::address;
use super::color::Paint;
use super::dialogue::Look;
use super::mails::{Mail, Same};
use super::table::ListTable;

mod account;
mod dialogue;
mod explained;
mod findings;
mod ladder;
mod lesson;
mod links;
mod mails;
mod states;
mod walk;
mod words;

use account::{Account, Listed};
use dialogue::Beside;
use explained::{Explained, Explanation};
use findings::Remark;
use words::{Text, Words};

/// Dialogues up to this size, in bytes of HTML, are in the page: what is beyond is listed, and said to be left out. A
/// browser takes some seconds for that much, and the page waits in memory until its table is known.
const MAX_DIALOGUES: usize = 48 << 20;
/// Messages are shown byte by byte up to this size of HTML: some hundred handshakes with their certificates.
const MAX_BYTES: usize = 8 << 20;
/// Up to this many conversations are unfolded at first.
const UNFOLDED: usize = 3;
/// Of more conversations than this the dialogues are packed: the browser takes each for text until it is unfolded.
const UNPACKED: usize = 40;
/// Findings of one kind that are listed above the dialogues; how many more there are is said.
const ALIKE: usize = 4;

const DRAWING: &str = include_str!("drawing.css");
const STYLE: &str = concat!(include_str!("page.css"), include_str!("drawing.css"));
const SCRIPT: &str = include_str!("page.js");
/// SHA-256 of [`STYLE`] and [`SCRIPT`] as a content security policy has them; tests/report.rs computes them again.
const HASHES: [&str; 2] = [
    "sha256-WiwKQAxLjINWNOQnHemctMSZeMM0C1HjeajaNVWOiBY=",
    "sha256-Qd39dGLkoHi28tS+l9y7kFL4hbn4rfIYlHgrN+ceWcc=",
];

/// A page that grows with what is read.
pub struct Page {
    words: Words,
    look: Look,
    explained: Explained,
    captures: Vec<OfCapture>,
    /// Mails that are the same, and what shows it.
    same: Vec<(Text, Text)>,
    /// Bytes of HTML that may still be spent on messages byte by byte.
    room: usize,
    /// Bytes of the dialogues so far, and up to where there is room for more.
    bytes: usize,
    most: usize,
}

/// What is known of a capture.
struct OfCapture {
    path: String,
    account: Option<Account>,
    conversations: Vec<OfConversation>,
    /// The ends of a conversation that stayed encrypted.
    encrypted: String,
    /// Whether something was recognised in it.
    recognised: bool,
    /// Why it holds nothing that is told, where that is so.
    empty: Vec<Text>,
    /// Dialogues beyond the bound.
    left_out: u64,
}

/// What is known of a conversation.
struct OfConversation {
    listed: Listed,
    remarks: Vec<Remark>,
    /// HTML.
    dialogue: Option<Dialogue>,
}

/// A dialogue as HTML: what is seen of it while it is folded, and the rest.
struct Dialogue {
    head: String,
    body: String,
}

impl Page {
    /// An empty page in this language, with a catalog for each of [`Lang::ALL`].
    pub fn new(catalogs: [Catalog; 3], own: Lang, look: Look) -> Page {
        // What the terminal shows under -v is there to be unfolded.
        let look = Look { verbose: 1, width_unknown: true, paint: Paint { on: false }, ..look };
        Page {
            words: Words::new(catalogs, own),
            look,
            explained: Explained::default(),
            captures: Vec::new(),
            same: Vec::new(),
            room: MAX_BYTES,
            bytes: 0,
            most: MAX_DIALOGUES,
        }
    }

    /// The same with room for so many bytes of dialogues, in place of what a browser bears.
    pub fn within(self, most: usize) -> Page {
        Page { most, ..self }
    }

    /// What follows is of this file.
    pub fn begin(&mut self, path: &str) {
        let path = crate::dialogue::wire_text(path.as_bytes());
        self.captures.push(OfCapture {
            path,
            account: None,
            conversations: Vec::new(),
            encrypted: String::new(),
            recognised: false,
            empty: Vec::new(),
            left_out: 0,
        });
    }

    /// The file turned out to be none that can be read.
    pub fn take_back(&mut self) {
        self.captures.pop();
    }

    /// A conversation of the file.
    pub fn conversation(&mut self, conversation: &Conversation, mails: &[Mail<'_>]) {
        let number = self.captures.len().saturating_sub(1);
        let id = format!("c{number}-{}", conversation.stream);
        let mut listed = Listed::new(conversation, &id, &mut self.words);
        let mut remarks = findings::of(conversation, &id, &mut self.words, &mut self.explained);
        let dialogue = (self.bytes < self.most && !conversation.steps.is_empty()).then(|| {
            dialogue::html(
                conversation,
                &id,
                Beside { remarks: &remarks, mails, room: &mut self.room },
                self.look,
                &mut self.words,
                &mut self.explained,
            )
        });
        if dialogue.is_none() {
            // There is nothing to point at.
            listed.id.clear();
            remarks.iter_mut().for_each(|remark| remark.place = None);
        }
        self.bytes += dialogue.as_ref().map_or(0, |dialogue| dialogue.body.len());
        let Some(capture) = self.captures.last_mut() else { return };
        capture.recognised |= !conversation.protocols.is_empty();
        if conversation.encrypted_frames > 0 && capture.encrypted.is_empty() {
            let [client, server] = [&conversation.client, &conversation.server].map(address);
            capture.encrypted = format!("{client} -> {server}");
        }
        capture.left_out += u64::from(dialogue.is_none() && !conversation.steps.is_empty());
        capture.conversations.push(OfConversation { listed, remarks, dialogue });
    }

    /// The ladder of a conversation as a drawing that stands alone, in the page's language (SVG).
    pub fn ladder(&mut self, conversation: &Conversation) -> String {
        let id = format!("c{}", conversation.stream);
        let rows = dialogue::row_views(conversation, &id, self.look, &mut self.words, &mut self.explained);
        ladder::svg(conversation, &id, &rows, Some(DRAWING), &mut self.words)
    }

    /// The file is read to its end.
    pub fn capture(&mut self, capture: &Capture) {
        let Some(last) = self.captures.last_mut() else { return };
        last.account = Some(Account::new(capture, &mut self.words, &mut self.explained));
        if !last.recognised {
            let (ends, words) = (&last.encrypted, &mut self.words);
            let lines = words
                .each(|catalog| why_empty(capture, "", ends, catalog).lines().map(str::to_owned).collect());
            last.empty = account::zipped(lines, words);
        }
        let _ = ();
        last.conversations.sort_by_key(|conversation| conversation.listed.stream);
    }

    /// Mails that were met more than once, when all captures are read.
    pub fn same(&mut self, same: &[Same]) {
        self.same = mails::same(same, &mut self.words);
    }

    /// The page as HTML.
    pub fn html(mut self) -> String {
        let all: usize = self.captures.iter().map(|capture| capture.conversations.len()).sum();
        let marks = MARKS.map(|(mark, key)| (mark, self.words.word(key)));
        let mut word = |key| self.words.word(key);
        let captures = self.captures;
        let words = UiWords {
            skip: word("report-skip"),
            language: word("report-language"),
            title: word("report-title"),
            contents: word("report-contents"),
            frames_head: word("report-frames-head"),
            fate: word("report-fate"),
            frames: word("report-frames"),
            conversations: word("report-conversations"),
            dialogues: word("report-dialogues"),
            findings: word("report-findings"),
            no_findings: word("report-no-findings"),
            lessons: word("report-lessons"),
            lessons_intro: word("report-lessons-intro"),
            explanations: word("report-explanations"),
            explanations_intro: word("report-explanations-intro"),
            copy: word("report-copy"),
            why_link: word("report-why"),
            look: word("report-look-head"),
            marks: word("report-marks"),
            secrets: word(if self.look.reveal { "report-revealed" } else { "report-masked" }),
            copied: word("report-copied"),
            not_copied: word("report-not-copied"),
            same: word("report-same"),
            open_all: word("report-open-all"),
            close_all: word("report-close-all"),
        };
        let heads = super::table::COLUMNS
            .map(|column| self.words.text(|catalog| catalog.word(format!("list-{column}"))));
        let made = Note::new("report-made").with("version", env!("CARGO_PKG_VERSION"));
        let made = self.words.note(&made);
        let captures = captures
            .into_iter()
            .map(|capture| {
                let left_out = (capture.left_out > 0)
                    .then(|| self.words.note(&Note::new("report-left-out").with("count", capture.left_out)));
                CaptureView::new(capture, left_out, &mut self.words)
            })
            .collect();
        let page = PageView {
            lang: self.words.lang(),
            languages: LANGUAGES,
            hashes: HASHES,
            style: STYLE,
            script: SCRIPT,
            version: env!("CARGO_PKG_VERSION"),
            words,
            heads,
            marks,
            made,
            captures,
            same: self.same,
            unfolded: all <= UNFOLDED,
            packed: all > UNPACKED,
            explanations: self.explained.list(),
            table: self.words.table(),
        };
        // Writing into a string cannot fail.
        page.render().unwrap_or_default()
    }
}

/// The languages as their readers call them.
const LANGUAGES: [(&str, &str); 3] = [("zh-Hans", "中文"), ("en", "English"), ("ja", "日本語")];

/// The marks, each with what it means.
const MARKS: [(&str, &str); 8] = [
    ("#1", "report-marks-frames"),
    ("0.000", "report-marks-seconds"),
    ("C: S:", "report-marks-quoted"),
    ("C= S=", "report-marks-described"),
    ("C? S?", "report-marks-missing"),
    ("C~", "report-marks-typed"),
    ("--", "report-marks-event"),
    ("*", "report-marks-star"),
];

/// The page's own words.
struct UiWords {
    skip: Text,
    language: Text,
    title: Text,
    contents: Text,
    frames_head: Text,
    fate: Text,
    frames: Text,
    conversations: Text,
    dialogues: Text,
    findings: Text,
    no_findings: Text,
    lessons: Text,
    lessons_intro: Text,
    explanations: Text,
    explanations_intro: Text,
    copy: Text,
    why_link: Text,
    look: Text,
    marks: Text,
    secrets: Text,
    copied: Text,
    not_copied: Text,
    same: Text,
    open_all: Text,
    close_all: Text,
}

#[derive(Template)]
#[template(path = "page.html", config = "src/render/page/askama.toml")]
struct PageView<'a> {
    lang: &'static str,
    languages: [(&'static str, &'static str); 3],
    hashes: [&'static str; 2],
    style: &'static str,
    script: &'static str,
    version: &'static str,
    words: UiWords,
    heads: [Text; 8],
    marks: [(&'static str, Text); 8],
    made: Text,
    captures: Vec<CaptureView>,
    same: Vec<(Text, Text)>,
    unfolded: bool,
    packed: bool,
    explanations: &'a [Explanation],
    table: String,
}

/// A capture as the page's template wants it.
struct CaptureView {
    path: String,
    account: Option<Account>,
    empty: Vec<Text>,
    rows: Vec<Listed>,
    findings: Vec<Remark>,
    lessons: Vec<Remark>,
    dialogues: Vec<Dialogue>,
    left_out: Option<Text>,
}

impl CaptureView {
    fn new(mut capture: OfCapture, left_out: Option<Text>, words: &mut Words) -> CaptureView {
        let mut remarks =
            capture.account.as_mut().map(|account| std::mem::take(&mut account.remarks)).unwrap_or_default();
        let (mut rows, mut dialogues) = (Vec::new(), Vec::new());
        for conversation in capture.conversations {
            rows.push(conversation.listed);
            remarks.extend(conversation.remarks);
            dialogues.extend(conversation.dialogue);
        }
        let (lessons, mut findings): (Vec<_>, Vec<_>) =
            remarks.into_iter().partition(|remark| remark.is_lesson());
        // What else a dialogue teaches stands below it.
        let lessons = lessons.into_iter().filter(Remark::is_misunderstood).collect();
        findings.sort_by_key(|remark| std::cmp::Reverse(remark.severity));
        let findings = findings::without_repeats(findings, ALIKE, words);
        let lessons = findings::without_repeats(lessons, ALIKE, words);
        CaptureView {
            path: capture.path,
            account: capture.account,
            empty: capture.empty,
            rows,
            findings,
            lessons,
            dialogues,
            left_out,
        }
    }
}
