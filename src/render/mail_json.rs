//! `mail --format json`: a [`Message`] with what only this command reads of it.

use serde::Serialize;

use crate::dialogue::{
    Clock, Content, Differs, Finding, HeaderField, Hop, Kind, Letter, Message, Missing, Preview, Signature,
    Time, hex, wire_text,
};

use super::json::{FindingJson, Json};
use super::json_writer::text_of;
use super::mails::{Envelope, Mail, Met, Same, Saved, SavedAs};

#[derive(Serialize)]
struct MailJson<'a> {
    stream: u64,
    number: usize,
    name: String,
    command: String,
    time: Option<Time>,
    #[serde(flatten)]
    message: &'a Message,
    cc: Option<&'a [String]>,
    missing: u64,
    gaps: Option<&'a [Missing]>,
    /// Places beyond those that are listed.
    more_gaps: Option<u64>,
    envelope: Option<EnvelopeJson<'a>>,
    date_read: Option<Clock>,
    /// Seconds from `Date` to the first byte of the mail.
    date_to_capture: Option<f64>,
    header: Option<Vec<FieldJson<'a>>>,
    received: Option<&'a [Hop]>,
    signatures: Option<&'a [Signature]>,
    contents: Option<Vec<ContentJson<'a>>>,
    text: Option<&'a Preview>,
    findings: Vec<FindingJson<'a>>,
    saved: Vec<SavedJson<'a>>,
}

#[derive(Serialize)]
struct EnvelopeJson<'a> {
    sender: Option<&'a str>,
    recipients: Vec<RecipientJson<'a>>,
    code: Option<u16>,
}

#[derive(Serialize)]
struct RecipientJson<'a> {
    address: &'a str,
    code: Option<u16>,
}

#[derive(Serialize)]
struct FieldJson<'a> {
    name: &'a str,
    value: &'a str,
    raw: String,
}

#[derive(Serialize)]
struct ContentJson<'a> {
    path: &'a str,
    #[serde(rename = "type")]
    kind: &'a str,
    filename: Option<&'a str>,
    attachment: bool,
    complete: bool,
    size: u64,
    sha256: Option<String>,
    found: Option<Kind>,
    differs: Differs,
}

#[derive(Serialize)]
struct SavedJson<'a> {
    path: &'a str,
    size: u64,
    sha256: Option<String>,
    outcome: &'static str,
}

/// A message as JSON: one line.
pub fn mail_json(mail: Mail<'_>, json: Json<'_>) -> String {
    let Mail { message, .. } = mail;
    // Of a mail that was too large to be kept all this is not known.
    let letter = message.letter.as_deref();
    let date = letter.and_then(|letter| letter.date);
    text_of(&MailJson {
        stream: mail.stream,
        number: mail.number,
        name: mail.name(),
        command: message.command(),
        time: message.time,
        message,
        cc: letter.map(|letter| letter.cc.as_slice()),
        missing: message.missing,
        gaps: letter.map(|letter| letter.gaps.as_slice()),
        more_gaps: letter.map(|letter| letter.more_gaps),
        envelope: mail.envelope.map(EnvelopeJson::of),
        date_read: date,
        date_to_capture: message.time.zip(date).map(|(time, date)| time.since(date.time)),
        header: letter.map(FieldJson::all),
        received: letter.map(|letter| letter.hops.as_slice()),
        signatures: letter.map(|letter| letter.signatures.as_slice()),
        contents: letter.map(|letter| letter.contents.iter().map(ContentJson::of).collect()),
        text: letter.and_then(|letter| letter.preview.as_ref()),
        findings: mail.findings.iter().map(|finding| json.finding(finding)).collect(),
        saved: mail.saved.iter().map(SavedJson::of).collect(),
    })
}

impl<'a> FieldJson<'a> {
    fn all(letter: &'a Letter) -> Vec<Self> {
        let raw = |field: &HeaderField| letter.header.get(field.raw.0..field.raw.1).unwrap_or_default();
        let of = |field: &'a HeaderField| FieldJson {
            name: &field.name,
            value: &field.text,
            raw: wire_text(raw(field)),
        };
        letter.fields.iter().map(of).collect()
    }
}

impl<'a> ContentJson<'a> {
    fn of(content: &'a Content) -> Self {
        ContentJson {
            path: &content.path,
            kind: &content.kind,
            filename: content.filename.as_deref(),
            attachment: content.attachment,
            complete: content.whole,
            size: content.size,
            sha256: content.digest(),
            found: content.found,
            differs: content.differs,
        }
    }
}

impl<'a> EnvelopeJson<'a> {
    fn of(envelope: &'a Envelope) -> Self {
        let recipients = envelope.recipients.iter();
        EnvelopeJson {
            sender: envelope.sender.as_deref(),
            recipients: recipients.map(|(address, code)| RecipientJson { address, code: *code }).collect(),
            code: envelope.code,
        }
    }
}

impl<'a> SavedJson<'a> {
    fn of(saved: &'a Saved) -> Self {
        SavedJson {
            path: &saved.path,
            size: saved.size,
            sha256: saved.sha256.as_ref().map(|hash| hex(hash)),
            outcome: match saved.done {
                SavedAs::New => "written",
                SavedAs::There => "already there, equal",
                SavedAs::Missing => "not written: bytes are missing",
                SavedAs::NotKept => "not written: too large to be kept",
            },
        }
    }
}

#[derive(Serialize)]
struct LeftOutJson<'a> {
    stream: u64,
    findings: Vec<FindingJson<'a>>,
}

/// What was left out of a conversation because of a bound.
pub fn left_out_json(stream: u64, findings: &[&Finding], json: Json<'_>) -> String {
    text_of(&LeftOutJson { stream, findings: findings.iter().map(|finding| json.finding(finding)).collect() })
}

#[derive(Serialize)]
struct SameJson<'a> {
    mails: [MetJson<'a>; 2],
    message_id: bool,
    body: Option<bool>,
    lines_more: &'a [String],
    lines_fewer: &'a [String],
}

#[derive(Serialize)]
struct MetJson<'a> {
    capture: usize,
    stream: u64,
    number: usize,
    command: &'a str,
}

impl<'a> MetJson<'a> {
    fn of(met: &'a Met) -> Self {
        MetJson { capture: met.capture, stream: met.stream, number: met.number, command: &met.source }
    }
}

/// Mails that are the same, as the members of a list.
pub fn same_json(same: &[Same]) -> String {
    let list: Vec<SameJson<'_>> = same
        .iter()
        .map(|same| SameJson {
            mails: [&same.first, &same.second].map(MetJson::of),
            message_id: same.id,
            body: same.body,
            lines_more: &same.more,
            lines_fewer: &same.fewer,
        })
        .collect();
    text_of(&list)
}
