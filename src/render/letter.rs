//! `mail -v`: all that is known of one message.

use crate::annotate::Catalog;
use crate::dialogue::{
    BodyHash, Clock, Content, Differs, Letter, Message, MessageSource, Missing, Note, Part, Preview,
    Severity, Signature, Time, harmless, hex, wire_text,
};

use super::around::wrapped_marked;
use super::dialogue::Look;
use super::labels::Page;
use super::mails::{Envelope, Mail, SavedAs, saved_line};

/// Fields that are shown of a header; `-vv` shows it all, as it is on the wire.
const FIELDS: [&str; 15] = [
    "return-path",
    "delivered-to",
    "from",
    "sender",
    "reply-to",
    "to",
    "cc",
    "bcc",
    "subject",
    "date",
    "message-id",
    "in-reply-to",
    "user-agent",
    "x-mailer",
    "x-priority",
];
/// Places where bytes are missing that are shown; JSON has them all.
const MAX_GAPS: usize = 20;
/// A Date that is further from the capture's clock than this is said to be.
const CLOCK_NANOS: i64 = 5 * 60 * 1_000_000_000;

/// A message with its envelope, header, way, tree, text and signatures.
pub fn mail_text(mail: Mail<'_>, catalog: &Catalog, look: Look) -> String {
    let page = page(mail, catalog, look);
    let mut out = format!("{}\n", look.paint.head(&format!("== {}", mail_head(mail, catalog))));
    page.lay_out(&mut out);
    for (index, (hash, of)) in digests(mail).enumerate() {
        if index == 0 {
            out.push_str(&format!("   {}\n", look.paint.dim("SHA-256")));
        }
        out.push_str(&format!("     {hash}  {of}\n"));
    }
    for finding in mail.findings.iter().filter(|_| !look.quiet) {
        let mark =
            if finding.severity > Severity::Note { look.paint.alarm("!!") } else { look.paint.dim("--") };
        wrapped_marked(&mark, &catalog.finding(finding), look, &mut out);
    }
    out
}

/// The same as lines with labels: label, blanks before the text, text.
pub(super) fn mail_lines(
    mail: Mail<'_>,
    catalog: &Catalog,
    look: Look,
) -> Vec<(&'static str, usize, String)> {
    page(mail, catalog, look).into_lines()
}

fn page<'a>(mail: Mail<'_>, catalog: &'a Catalog, look: Look) -> Page<'a> {
    let mut page = Page::new(catalog, look);
    let Mail { message, envelope, .. } = mail;
    if let Some(letter) = &message.letter {
        page.envelope(message, envelope, letter);
        page.header(message, letter);
        page.compare(message, envelope, letter);
        page.way(letter);
        page.parts(message, letter);
        if let Some(preview) = &letter.preview {
            page.preview(preview);
        }
        letter.signatures.iter().for_each(|signature| page.signature(signature));
        page.gaps(message);
    }
    page.files(mail);
    page
}

/// What it is, in a line: how it travelled, when, and how large it is.
pub(super) fn mail_head(mail: Mail<'_>, catalog: &Catalog) -> String {
    let message = mail.message;
    let whole = message.whole.filter(|whole| !message.complete && *whole >= message.size).unwrap_or(0);
    let size = Note::new(if message.complete { "letter-size" } else { "letter-size-partial" })
        .with("size", message.size)
        .with("whole", whole);
    let head = Note::new("letter-head")
        .with("name", mail.name())
        .with("command", message.command())
        .with("frames", &message.frames)
        .with("size", size)
        .with("time", message.time.map(|time| time.to_seconds_string()).unwrap_or_default());
    catalog.text(&head)
}

impl Page<'_> {
    fn envelope(&mut self, message: &Message, envelope: Option<&Envelope>, letter: &Letter) {
        let Some(envelope) = envelope else {
            let fetched = matches!(message.source, MessageSource::Pop3Retr | MessageSource::Pop3Top);
            let path = letter.fields.iter().find(|field| field.name.eq_ignore_ascii_case("return-path"));
            return match path.filter(|_| fetched) {
                Some(path) => self.note(
                    "letter-envelope",
                    &Note::new("letter-return-path").with("path", path.text.as_str()),
                ),
                None if fetched => self.note("letter-envelope", &Note::new("letter-no-envelope")),
                None => self.note("letter-envelope", &Note::new("letter-envelope-not-captured")),
            };
        };
        match envelope.sender.as_deref() {
            Some(sender) => self.add("letter-envelope", format!("MAIL FROM:<{}>", harmless(sender))),
            None => self.note("letter-envelope", &Note::new("letter-sender-not-captured")),
        }
        for (recipient, code) in &envelope.recipients {
            let code = code.map(|code| format!("  {code}")).unwrap_or_default();
            self.add("letter-envelope", format!("RCPT TO:<{}>{code}", harmless(recipient)));
        }
    }

    fn header(&mut self, message: &Message, letter: &Letter) {
        if self.look.verbose > 1 {
            for line in letter.header.split_inclusive(|&byte| byte == b'\n') {
                let line =
                    line.strip_suffix(b"\n").map_or(line, |line| line.strip_suffix(b"\r").unwrap_or(line));
                self.add("letter-header", wire_text(line));
            }
            return;
        }
        if letter.fields.is_empty() && !message.header_complete {
            self.note("letter-header", &Note::new("letter-header-not-captured"));
        }
        let (shown, others): (Vec<_>, Vec<_>) =
            letter.fields.iter().partition(|field| FIELDS.contains(&field.name.to_lowercase().as_str()));
        for field in shown {
            self.add("letter-header", harmless(&format!("{}: {}", field.name, field.text)).trim_end());
        }
        let others = others.into_iter().filter(|field| !field.name.eq_ignore_ascii_case("received")).count();
        if let Some(charset) = message.guessed_charset {
            self.note("letter-header", &Note::new("mail-note-guessed").with("charset", charset));
        }
        if others > 0 {
            self.note("letter-header", &Note::new("letter-more-fields").with("count", others));
        }
    }

    /// What envelope and header say of the same people, and the clocks of the same moment.
    fn compare(&mut self, message: &Message, envelope: Option<&Envelope>, letter: &Letter) {
        if let Some(envelope) = envelope.filter(|_| message.header_complete) {
            let before = self.lines.len();
            let sender =
                envelope.sender.as_deref().filter(|sender| !sender.is_empty()).map(str::to_lowercase);
            if let Some(sender) =
                sender.filter(|sender| !letter.from.is_empty() && !letter.from.contains(sender))
            {
                let note = Note::new("letter-other-sender")
                    .with("from", letter.from.join(", "))
                    .with("sender", sender);
                self.note("letter-compare", &note);
            }
            let sent: Vec<String> =
                envelope.recipients.iter().map(|(address, _)| address.to_lowercase()).collect();
            let named = |group: &String| group.ends_with(":;");
            let hidden: Vec<&str> =
                sent.iter().filter(|to| !letter.to.contains(to)).map(String::as_str).collect();
            let elsewhere: Vec<&str> =
                letter.to.iter().filter(|to| !sent.contains(to) && !named(to)).map(String::as_str).collect();
            if !hidden.is_empty() {
                let note = Note::new("letter-bcc").with("to", hidden.join(", "));
                self.note("letter-compare", &note);
            }
            if !elsewhere.is_empty() && !sent.is_empty() {
                let note = Note::new("letter-not-sent-to").with("to", elsewhere.join(", "));
                self.note("letter-compare", &note);
            }
            if self.lines.len() == before && !sent.is_empty() && !letter.from.is_empty() {
                self.note("letter-compare", &Note::new("letter-agree"));
            }
        }
        if let (Some(date), Some(time)) = (letter.date, message.time) {
            let nanos = time.nanos_since(date.time);
            let key = match nanos {
                _ if nanos.unsigned_abs() < CLOCK_NANOS.unsigned_abs() => "letter-date-near",
                nanos if nanos > 0 => "letter-date-before",
                _ => "letter-date-after",
            };
            let note = Note::new(key).with("date", clock(date)).with("span", span(nanos));
            self.note("letter-compare", &note);
        }
    }

    /// The servers that the mail passed, in the order in which it did: the last one wrote the first line.
    fn way(&mut self, letter: &Letter) {
        let mut before: Option<Time> = None;
        for (index, hop) in letter.hops.iter().rev().enumerate() {
            let mut text = format!("{}", index + 1);
            let words = [("from", &hop.from), ("by", &hop.by), ("with", &hop.with), ("id", &hop.id)];
            for (word, value) in words.into_iter().filter_map(|(word, value)| Some((word, value.as_ref()?))) {
                text.push_str(&format!("  {word} {}", harmless(value)));
            }
            if let Some(date) = hop.date {
                text.push_str(&format!("  {}", clock(date)));
                if let Some(before) = before {
                    let nanos = date.time.nanos_since(before);
                    text.push_str(&format!("  {}{}", if nanos < 0 { '-' } else { '+' }, span(nanos)));
                }
                before = Some(date.time);
            }
            self.add("letter-received", text);
        }
    }

    fn parts(&mut self, message: &Message, letter: &Letter) {
        self.tree(&message.parts, "", 0, &letter.contents);
    }

    fn tree(&mut self, parts: &[Part], above: &str, depth: usize, contents: &[Content]) {
        for (index, part) in parts.iter().enumerate() {
            let number = index + 1;
            let path = if above.is_empty() { number.to_string() } else { format!("{above}.{number}") };
            let mut words = vec![path.clone(), part.kind.clone()];
            words.extend(part.charset.clone());
            words.extend(part.encoding.clone());
            // Of an enclosed message both are there: the parts inside, and the whole to be saved.
            let content = contents.iter().find(|content| content.path == path);
            match content {
                Some(content) => self.content(content, words, depth),
                None => self.indented("letter-parts", depth * 2, harmless(&words.join("  "))),
            }
            // Files in a text, which is a part without parts.
            let inside = format!("{path}.");
            for file in contents.iter().filter(|one| part.parts.is_empty() && one.path.starts_with(&inside)) {
                self.content(file, vec![file.path.clone(), "uuencode".to_owned()], depth + 1);
            }
            self.tree(&part.parts, &path, depth + 1, contents);
        }
    }

    fn content(&mut self, content: &Content, mut words: Vec<String>, depth: usize) {
        let key = if content.whole { "letter-bytes" } else { "letter-bytes-incomplete" };
        words.push(self.catalog.text(&Note::new(key).with("size", content.size)));
        words.extend(content.filename.clone());
        self.indented("letter-parts", depth * 2, harmless(&words.join("  ")));
        let below = depth * 2 + content.path.len() + 2;
        // What a mail program shows as text is what it says it is, unless it is something else.
        let told = content.attachment || content.differs != Differs::Nothing;
        if let Some(kind) = content.found.filter(|_| told) {
            let key = match content.differs {
                Differs::Nothing => "letter-kind",
                Differs::Type => "letter-kind-not-type",
                Differs::Name => "letter-kind-not-name",
                Differs::Both => "letter-kind-not-both",
            };
            let note = Note::new(key).with("kind", kind.name).with("declared", content.kind.as_str());
            let text = self.catalog.text(&note);
            let text = match content.differs {
                Differs::Nothing => text,
                _ => format!("{} {text}", self.look.paint.alarm("!!")),
            };
            self.indented("letter-parts", below, text);
        }
    }

    fn preview(&mut self, preview: &Preview) {
        for line in &preview.lines {
            self.add("letter-text", format!("| {line}").trim_end());
        }
        let mut notes = Vec::new();
        if preview.more {
            notes.push(Note::new("letter-text-more"));
        }
        if let Some(charset) = &preview.charset {
            let key = if preview.guessed { "letter-charset-guessed" } else { "letter-charset" };
            notes.push(Note::new(key).with("charset", charset.as_str()));
        }
        if preview.html {
            notes.push(Note::new("letter-text-html"));
        }
        if preview.remote > 0 {
            notes.push(Note::new("letter-text-remote").with("count", preview.remote));
        }
        if preview.scripts > 0 {
            notes.push(Note::new("letter-text-scripts").with("count", preview.scripts));
        }
        if preview.lines.is_empty() {
            notes.insert(0, Note::new("letter-text-empty"));
        }
        if !notes.is_empty() {
            let text = self.catalog.join(&notes);
            self.add("letter-text", text);
        }
    }

    fn signature(&mut self, signature: &Signature) {
        let tags = [
            ("d", &signature.domain),
            ("s", &signature.selector),
            ("a", &signature.algorithm),
            ("c", &signature.canonicalization),
        ];
        let mut text = signature.field.clone();
        for (tag, value) in tags.into_iter().filter_map(|(tag, value)| Some((tag, value.as_ref()?))) {
            text.push_str(&format!("  {tag}={value}"));
        }
        if let Some(length) = signature.length {
            text.push_str(&format!("  l={length}"));
        }
        self.add("letter-signature", harmless(&text));
        let key = match signature.body {
            BodyHash::Matches => "letter-body-matches",
            BodyHash::Differs => "letter-body-differs",
            BodyHash::Missing => "letter-body-missing",
            BodyHash::NoHash => "letter-body-no-hash",
            BodyHash::TooMany => "letter-body-too-many",
            BodyHash::Unknown => "letter-body-unknown",
        };
        self.note("letter-signature", &Note::new(key));
    }

    /// Where bytes are missing.
    fn gaps(&mut self, message: &Message) {
        gaps(message).iter().for_each(|note| self.note("letter-gaps", note));
    }

    fn files(&mut self, mail: Mail<'_>) {
        for saved in mail.saved {
            let line = saved_line(saved, mail, self.catalog);
            // The hashes stand below.
            let line = match saved.done {
                SavedAs::New | SavedAs::There => {
                    line.split_once("  ").map_or(line.as_str(), |(_, path)| path)
                }
                SavedAs::Missing | SavedAs::NotKept => &line,
            };
            line.lines().for_each(|line| self.add("letter-file", line.trim_start()));
        }
    }
}

/// Hashes of the mail and of what it carries, each with whose it is: too wide to stand beside anything, and cut nowhere.
pub(super) fn digests(mail: Mail<'_>) -> impl Iterator<Item = (String, String)> {
    let whole = mail.message.sha256.map(|hash| (hex(&hash), mail.name()));
    let letter = mail.message.letter.iter();
    let attachments = letter.flat_map(|letter| &letter.contents).filter(|content| content.attachment);
    whole.into_iter().chain(attachments.filter_map(|one| Some((one.digest()?, one.path.clone()))))
}

/// Where bytes of a mail are missing, a note for each place.
pub(super) fn gaps(message: &Message) -> Vec<Note> {
    let known = message.letter.as_ref().map(|letter| letter.gaps.as_slice()).unwrap_or_default();
    let place = |gap: &Missing| {
        Note::new("letter-gap")
            .with("bytes", gap.bytes)
            .with("from", gap.from)
            .with("to", gap.from.saturating_add(gap.bytes).saturating_sub(1))
            .with("behind", gap.behind)
    };
    let mut notes: Vec<Note> = known.iter().take(MAX_GAPS).map(place).collect();
    let beyond = message.letter.as_ref().map_or(0, |letter| letter.more_gaps);
    let more = known.len().saturating_sub(MAX_GAPS) as u64 + beyond;
    if more > 0 {
        notes.push(Note::new("letter-more-gaps").with("count", more));
    }
    if !message.complete && known.is_empty() {
        notes.push(Note::new("letter-gap-ends"));
    }
    notes
}

/// The moment in UTC, and the zone that it was written in.
fn clock(clock: Clock) -> String {
    let time = clock.time.to_seconds_string();
    match clock.zone {
        None | Some(0) => time,
        Some(zone) => {
            let (sign, minutes) = (if zone < 0 { '-' } else { '+' }, zone.unsigned_abs());
            format!("{time} ({sign}{:02}{:02})", minutes / 60, minutes % 60)
        }
    }
}

/// `1:54:41`, with days in front: the same in every language.
fn span(nanos: i64) -> String {
    let seconds = nanos.unsigned_abs() / 1_000_000_000;
    let (days, hours, minutes) = (seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60);
    let clock = format!("{hours}:{minutes:02}:{:02}", seconds % 60);
    if days > 0 { format!("{days} d {clock}") } else { clock }
}

#[cfg(test)]
mod tests {
    use super::{clock, span};
    use crate::dialogue::{Clock, Time};

    #[test]
    fn spans_and_clocks_are_read_at_a_glance() {
        assert_eq!(span(-6_881_000_000_000), "1:54:41");
        assert_eq!(span(90_061_999_999_999), "1 d 1:01:01");
        let of = |zone| clock(Clock { time: Time::from_nanos(0), zone });
        assert_eq!(of(Some(-210)), "1970-01-01T00:00:00Z (-0330)");
        assert_eq!(
            (of(None), of(Some(0))),
            ("1970-01-01T00:00:00Z".to_owned(), "1970-01-01T00:00:00Z".to_owned())
        );
    }
}
