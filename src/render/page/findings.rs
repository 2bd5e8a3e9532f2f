//! What is worth knowing: findings with whose doing it is, and what a dialogue teaches, with the frames that show it.

use std::collections::BTreeMap;

use crate::dialogue::{Conversation, Fault, Finding, Frames, Note, Severity};

use super::explained::Explained;
use super::words::{Text, Words};

/// A finding of the page.
#[derive(Clone)]
pub(super) struct Remark {
    pub(super) severity: Severity,
    /// `error`, `warning`, `note`.
    pub(super) level: &'static str,
    pub(super) level_word: Text,
    pub(super) text: Text,
    pub(super) fault: Text,
    pub(super) code: &'static str,
    /// `#14-26`.
    pub(super) frames: String,
    pub(super) filter: String,
    /// The conversation and the row in it that show it.
    pub(super) place: Option<String>,
    pub(super) stream: Option<u64>,
    /// Places of its explanation.
    pub(super) why: Option<usize>,
    /// How many others there are of its kind, which are not listed.
    pub(super) more: Option<Text>,
}

impl Remark {
    /// Whether it teaches about the protocol and blames nobody.
    pub(super) fn is_lesson(&self) -> bool {
        self.severity == Severity::Lesson
    }

    /// Whether it corrects what is often misunderstood: those have a place of their own.
    pub(super) fn is_misunderstood(&self) -> bool {
        self.is_lesson() && self.code.contains(".lesson-")
    }

    /// Of a finding.
    pub(super) fn new(finding: &Finding, words: &mut Words, explained: &mut Explained) -> Remark {
        let (level, level_word) = match finding.severity {
            Severity::Error => ("error", "report-severity-error"),
            Severity::Warning => ("warning", "report-severity-warning"),
            Severity::Note | Severity::Lesson => ("note", "report-severity-note"),
        };
        let fault = match finding.fault {
            Fault::Sender => "report-fault-sender",
            Fault::Network => "report-fault-network",
            Fault::Capture => "report-fault-capture",
            Fault::Wiretale => "report-fault-wiretale",
            Fault::Unknown => "report-fault-unknown",
        };
        let note = Note { key: finding.code.replace('.', "-").into(), args: finding.args.clone() };
        Remark {
            severity: finding.severity,
            level,
            level_word: words.word(level_word),
            text: words.finding(finding),
            fault: words.note(&Note::new("report-fault").with("fault", Note::new(fault))),
            code: finding.code,
            frames: finding.frames.to_string(),
            filter: filter(None, &finding.frames),
            place: None,
            stream: None,
            why: explained.of(&note, words),
            more: None,
        }
    }
}

/// Those of a conversation, what matters most first.
pub(super) fn of(
    conversation: &Conversation,
    id: &str,
    words: &mut Words,
    explained: &mut Explained,
) -> Vec<Remark> {
    let mut findings: Vec<&Finding> = conversation.findings.iter().collect();
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    let remark = |finding: &&Finding| {
        let first = finding.frames.first();
        let row =
            first.and_then(|frame| conversation.steps.iter().position(|step| step.frames.contains(frame)));
        Remark {
            filter: filter(Some(conversation.stream), &finding.frames),
            place: Some(row.map_or_else(|| id.to_owned(), |row| format!("{id}-{row}"))),
            stream: Some(conversation.stream),
            ..Remark::new(finding, words, explained)
        }
    };
    findings.iter().map(remark).collect()
}

/// The first of each kind, the last of which says how many more there are: a thousand conversations have a thousand
/// times the same to say.
pub(super) fn without_repeats(remarks: Vec<Remark>, most: usize, words: &mut Words) -> Vec<Remark> {
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    let mut kept: Vec<Remark> = Vec::new();
    for remark in remarks {
        let count = counts.entry(remark.code).or_default();
        *count += 1;
        if *count <= most {
            kept.push(remark);
        }
    }
    for (code, count) in counts.into_iter().filter(|(_, count)| *count > most) {
        let more = words.note(&Note::new("report-more-alike").with("count", count - most));
        if let Some(last) = kept.iter_mut().rev().find(|remark| remark.code == code) {
            last.more = Some(more);
        }
    }
    kept
}

/// Ranges of frames that a filter names; of more it has the first and last.
const MAX_RANGES: usize = 16;

/// Wireshark's display filter for these frames of a stream.
pub(super) fn filter(stream: Option<u64>, frames: &Frames) -> String {
    let mut ranges: Vec<(u64, u64)> = frames.ranges().take(MAX_RANGES + 1).collect();
    if ranges.len() > MAX_RANGES {
        ranges = frames.first().zip(frames.last()).into_iter().collect();
    }
    let set = match ranges.as_slice() {
        [] => String::new(),
        [(from, to)] if from == to => format!("frame.number == {from}"),
        several => {
            let range = |(from, to): &(u64, u64)| match to - from {
                0 => from.to_string(),
                1 => format!("{from}, {to}"),
                _ => format!("{from}..{to}"),
            };
            let list: Vec<String> = several.iter().map(range).collect();
            format!("frame.number in {{{}}}", list.join(", "))
        }
    };
    match (stream, set.is_empty()) {
        (Some(stream), true) => format!("tcp.stream eq {stream}"),
        (Some(stream), false) => format!("tcp.stream eq {stream} and {set}"),
        (None, _) => set,
    }
}

#[cfg(test)]
mod tests {
    use super::filter;
    use crate::dialogue::Frames;

    #[test]
    fn a_filter_names_just_these_frames() {
        let frames = |list: &[u64]| {
            let mut frames = Frames::default();
            list.iter().for_each(|frame| frames.add(*frame));
            frames
        };
        assert_eq!(filter(Some(3), &frames(&[12])), "tcp.stream eq 3 and frame.number == 12");
        assert_eq!(
            filter(Some(0), &frames(&[7, 8, 9, 12, 13, 20])),
            "tcp.stream eq 0 and frame.number in {7..9, 12, 13, 20}"
        );
        assert_eq!(filter(Some(1), &frames(&[])), "tcp.stream eq 1");
        assert_eq!(filter(None, &frames(&[2])), "frame.number == 2");
        let many: Vec<u64> = (0..40).map(|number| number * 3 + 1).collect();
        assert_eq!(filter(None, &frames(&many)), "frame.number in {1..118}");
    }
}
