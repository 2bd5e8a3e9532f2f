//! Who handed in what, in Gradescope's export: `submission_metadata.yml` beside the folders.
//!
//! ```text
//! submission_12345678:
//!   :submitters:
//!   - :name: Jane Doe
//!     :sid: '2026001'
//!     :email: jane@example.com
//! ```
//!
//! Only these lines are read, as they are written there; it is no reader of YAML.

use std::collections::BTreeMap;

/// What it is called.
pub(super) const METADATA: &str = "submission_metadata.yml";
/// Bytes of it that are read: some ten thousand submissions.
pub(super) const MAX_METADATA: u64 = 8 << 20;

/// Who handed something in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Submitter {
    pub(super) name: String,
    /// The student's id, as the teacher gave it to Gradescope.
    pub(super) sid: String,
    pub(super) email: String,
}

/// The submitters of each submission, by its number.
pub(super) fn submitters(text: &str) -> BTreeMap<String, Vec<Submitter>> {
    let mut all: BTreeMap<String, Vec<Submitter>> = BTreeMap::new();
    let mut current: Option<&mut Vec<Submitter>> = None;
    // Further below stand earlier submissions with the same keys.
    let mut listed = false;
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("submission_") {
            let number = rest.trim_end().trim_end_matches(':');
            current = Some(all.entry(number.to_owned()).or_default());
            listed = false;
            continue;
        }
        let indent = line.len() - line.trim_start().len();
        let text = line.trim();
        if text == ":submitters:" {
            listed = true;
            continue;
        }
        let (text, first) = text.strip_prefix("- ").map_or((text, false), |rest| (rest, true));
        let Some((key, value)) = text.split_once(": ").filter(|_| listed) else {
            listed = listed && indent > 2;
            continue;
        };
        let Some(submitters) = current.as_mut() else { continue };
        if first {
            submitters.push(Submitter::default());
        }
        let value = value.trim().trim_matches(['\'', '"']).to_owned();
        let Some(submitter) = submitters.last_mut() else { continue };
        match key {
            ":name" => submitter.name = value,
            ":sid" => submitter.sid = value,
            ":email" => submitter.email = value,
            _ => listed = false,
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::{Submitter, submitters};

    #[test]
    fn the_submitters_of_each_submission_are_read_and_nothing_else() {
        let text = "---\nsubmission_11:\n  :submitters:\n  - :name: Jane Doe\n    :sid: '2026001'\n    :email: j@x\n  :created_at: 2026\n  \
            :history:\n  - :name: Other\nsubmission_12:\n  :submitters:\n  - :name: \"张三\"\n    :sid: s02\n  - :name: B: C\n    :sid:\n\
            submission_13:\n  :score: 1.0\n  :name: Nobody\n";
        let all = submitters(text);
        let person = |name: &str, sid: &str, email: &str| Submitter {
            name: name.to_owned(),
            sid: sid.to_owned(),
            email: email.to_owned(),
        };
        assert_eq!(all["11"], [person("Jane Doe", "2026001", "j@x")]);
        assert_eq!(all["12"], [person("张三", "s02", ""), person("B: C", "", "")]);
        assert!(all["13"].is_empty());
        assert!(submitters("  - :name: x\nsubmission_").contains_key(""));
    }
}
