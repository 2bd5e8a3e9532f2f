//! One student: the captures are read one after the other, and every conversation goes to the exam.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::analyze::{Out, analyze};
use crate::annotate::Catalog;
use crate::capture::Error;
use crate::dialogue::{
    Capture, Conversation, Evidence, Finding, Note, SecretLine, Secrets, Severity, Student, Wanted, Warning,
};
use crate::grade::{Exam, Rubric};
use crate::proto::pop3::Pop3;
use crate::proto::sasl::{Attempt, Outcome};
use crate::proto::smtp::Smtp;
use crate::proto::tls::{Decrypted, TlsFacts, keylog, rsa_key};
use crate::render::{self, Json};

use super::super::progress::Progress;
use super::super::submissions::{HandedFile, Place, Submission};

/// Bytes by which a key log or a private key is recognised.
const BEGINNING: u64 = 4096;
/// Bytes of a key log that are read: some hundred thousand sessions.
const MAX_KEYS: u64 = 64 << 20;
/// Places that a warning names.
const MAX_PLACES: usize = 8;
/// What capture files are called; what is called so is not looked at for keys.
const CAPTURES: [&str; 6] = ["pcapng", "pcap", "cap", "gz", "zst", "ntar"];

/// Examines students, on several threads at once.
pub(super) struct Examiner<'a> {
    rubric: &'a Rubric,
    wanted: Wanted,
    words: &'a Catalog,
}

/// What a file holds beside captures.
enum Kind {
    Keylog(Vec<SecretLine>),
    PrivateKey(Option<Box<[u8]>>),
    Other,
}

impl<'a> Examiner<'a> {
    /// With a rubric and the secrets that are for everybody.
    pub(super) fn new(rubric: &'a Rubric, given: &Secrets, words: &'a Catalog) -> Self {
        let wanted = Wanted { secrets: given.of_file(), ..Wanted::default() };
        Examiner { rubric, wanted: rubric.wanted(wanted), words }
    }

    /// The marks of a student.
    pub(super) fn student(&self, submission: &Submission, progress: &Progress) -> Student {
        let mut row = submission.row.clone();
        row.insert("id".to_owned(), submission.id.clone());
        let mut exam = Exam::new(self.rubric, &row);
        let kinds: Vec<Kind> = submission.files.iter().map(kind).collect();
        let mut warnings = Vec::new();
        let (mut lines, mut keys) = (Vec::new(), Vec::new());
        for (number, kind) in kinds.iter().enumerate() {
            let note = match kind {
                Kind::Keylog(found) => {
                    lines.extend(found.iter().cloned());
                    "marks-warn-keylog"
                }
                Kind::PrivateKey(key) => {
                    keys.extend(key.clone());
                    "marks-warn-private-key"
                }
                Kind::Other => continue,
            };
            let evidence = vec![Evidence { file: number, stream: None, frames: Default::default() }];
            warnings.push(Warning { note: Note::new(note), evidence });
        }
        let wanted = match lines.is_empty() && keys.is_empty() {
            true => self.wanted.clone(),
            false => Wanted { secrets: self.wanted.secrets.and(lines, keys), ..self.wanted.clone() },
        };
        let (mut in_clear, mut inside) = (Vec::new(), Vec::new());
        for (number, (file, kind)) in submission.files.iter().zip(kinds).enumerate() {
            exam.file(&file.name);
            file.remark.iter().for_each(|note| exam.problem(note.clone()));
            match (kind, &file.place) {
                (Kind::Keylog(lines), _) => {
                    exam.problem(Note::new("marks-file-keylog").with("count", lines.len()));
                }
                (Kind::PrivateKey(_), _) => exam.problem(Note::new("marks-file-private-key")),
                (Kind::Other, Err(note)) => exam.problem(note.clone()),
                (Kind::Other, Ok(place)) => {
                    let mut reader = Reading {
                        exam: &mut exam,
                        examiner: self,
                        file: number,
                        name: &file.name,
                        in_clear: &mut in_clear,
                        inside: wanted.secrets.is_empty().then_some(&mut inside),
                    };
                    reader.read(place, &wanted, progress);
                }
            }
        }
        // A pcapng that brings its key log is one with the key log beside it.
        inside.dedup_by_key(|place| place.file);
        warnings.extend(
            (!inside.is_empty()).then(|| Warning { note: Note::new("marks-warn-keylog"), evidence: inside }),
        );
        if !in_clear.is_empty() {
            let note = Note::new("marks-warn-password").with("count", in_clear.len());
            in_clear.truncate(MAX_PLACES);
            warnings.insert(0, Warning { note, evidence: in_clear });
        }
        let student = exam.finish();
        Student { id: submission.id.clone(), row, stranger: submission.stranger, warnings, ..student }
    }
}

/// What a file is, by its beginning.
fn kind(file: &HandedFile) -> Kind {
    let Ok(place) = &file.place else { return Kind::Other };
    let ending = file.name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_ascii_lowercase());
    if CAPTURES.contains(&ending.as_str()) {
        return Kind::Other;
    }
    let Ok(beginning) = place.beginning(BEGINNING) else { return Kind::Other };
    let all = || place.beginning(MAX_KEYS).unwrap_or_default();
    // The last line of the beginning may be cut; of a key log the first ones are whole.
    if !keylog::read(&beginning).0.is_empty() {
        return Kind::Keylog(keylog::read(&all()).0);
    }
    let text = String::from_utf8_lossy(&beginning);
    let key = text
        .split("-----BEGIN ")
        .skip(1)
        .any(|block| block.split_once("-----").is_some_and(|(label, _)| label.ends_with("PRIVATE KEY")));
    if key { Kind::PrivateKey(rsa_key::read(&all()).ok()) } else { Kind::Other }
}

/// A capture as it is read.
struct Reading<'e, 'r> {
    exam: &'e mut Exam<'r>,
    examiner: &'e Examiner<'r>,
    /// Its number among the student's files, and its name.
    file: usize,
    name: &'e str,
    in_clear: &'e mut Vec<Evidence>,
    /// Files that opened themselves, where nothing was given that could have.
    inside: Option<&'e mut Vec<Evidence>>,
}

impl Reading<'_, '_> {
    /// Reads a file. Whatever happens there costs that file.
    fn read(&mut self, place: &Place, wanted: &Wanted, progress: &Progress) {
        let source = match place.open(|file| progress.counted(file)) {
            Ok(source) => source,
            Err(error) => {
                let note = Note::new("marks-file-unreadable").with("why", error.kind().to_string());
                return self.exam.problem(note);
            }
        };
        let read = unpanicked(|| analyze(source, wanted, self));
        match read {
            Some(Ok(())) => {}
            Some(Err(error)) => self.exam.problem(no_capture(&error)),
            None => self.exam.problem(Note::new("marks-file-bug")),
        }
    }
}

/// What comes of `work`; `None` where it panics, which is a mistake of ours.
fn unpanicked<T>(work: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok()
}

/// Why a file is no capture.
fn no_capture(error: &Error) -> Note {
    match error {
        Error::Io(error) => Note::new("marks-file-unreadable").with("why", error.kind().to_string()),
        Error::Empty => Note::new("marks-file-empty"),
        Error::NotACapture { what, .. } => {
            let kind = match *what {
                "a zip archive" | "a packed archive" => "archive",
                "a picture" => "picture",
                "a PDF document" => "document",
                "a list of packets exported as text" => "export",
                "a file of zero bytes" => "zeros",
                "a text" | "a text in JSON" | "a text in XML or HTML" => "text",
                "a Microsoft Network Monitor capture" | "a Solaris snoop capture" => "other-capture",
                _ => "other",
            };
            Note::new("marks-file-no-capture").with("kind", kind)
        }
    }
}

/// A finding as a note of its own.
fn note(finding: &Finding) -> Note {
    Note { key: finding.code.replace('.', "-").into(), args: finding.args.clone() }
}

impl Out for Reading<'_, '_> {
    fn conversation(&mut self, conversation: Box<Conversation>) -> Option<Box<Conversation>> {
        let smtp = conversation.facts::<Smtp>("smtp").into_iter().flat_map(|facts| &facts.auth);
        let pop3 = conversation.facts::<Pop3>("pop3").into_iter().flat_map(|facts| &facts.auth);
        for attempt in smtp.chain(pop3).filter(|attempt| shows_password(attempt)) {
            let (file, stream) = (self.file, Some(conversation.stream));
            self.in_clear.push(Evidence { file, stream, frames: attempt.frames.clone() });
        }
        let opened = |facts: &&TlsFacts| matches!(facts.decrypted, Decrypted::Yes | Decrypted::Partly);
        if let Some(inside) = &mut self.inside
            && conversation.facts::<TlsFacts>("tls").iter().any(opened)
        {
            inside.push(Evidence { file: self.file, stream: None, frames: Default::default() });
        }
        let rubric = self.examiner.rubric;
        let json = Json { catalog: self.examiner.words };
        if !rubric.has_expressions() {
            self.exam.conversation(&conversation, &());
        } else if rubric.looks_at("steps") {
            self.exam.conversation(&conversation, &render::conversation_facts(&conversation, json));
        } else {
            let facts = render::conversation_facts_without_steps(&conversation, json);
            self.exam.conversation(&conversation, &facts);
        }
        Some(conversation)
    }

    fn capture(&mut self, capture: Capture) {
        if capture.frames == 0 {
            self.exam.problem(Note::new("marks-file-no-frames"));
        }
        let about_file = |finding: &&Finding| {
            finding.code.starts_with("capture.") && finding.severity >= Severity::Warning
        };
        for finding in capture.findings.iter().filter(about_file) {
            self.exam.problem(note(finding));
        }
        if self.examiner.rubric.has_expressions() {
            let json = Json { catalog: self.examiner.words };
            self.exam.capture(&capture, &render::capture_facts(&capture, self.name, json));
        } else {
            self.exam.capture(&capture, &());
        }
    }
}

/// Whether whoever has the capture has the password: what CRAM-MD5 and APOP send does not give it away as it stands.
fn shows_password(attempt: &Attempt) -> bool {
    !attempt.encrypted
        && attempt.outcome != Outcome::Cancelled
        && matches!(attempt.mechanism.as_str(), "LOGIN" | "PLAIN" | "USER")
}

#[cfg(test)]
mod tests {
    use super::unpanicked;

    #[test]
    fn a_panic_costs_what_panics() {
        assert_eq!(unpanicked(|| 1), Some(1));
        assert_eq!(
            unpanicked(|| -> u8 { panic!("on purpose: this message in the test's output is no failure") }),
            None
        );
    }
}
