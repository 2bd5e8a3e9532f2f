//! `mail --format json`: a [`Message`] with what only this command reads of it.

use serde::Serialize;

use crate::dialogue::{
    Clock, Differs, Finding, Hop, Kind, Letter, Message, Missing, Preview, Signature, Time, hex, wire_text,
};

use super::json::{FindingJson, Json, text_of};
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
    cc: &'a [String],
    missing: u64,
    gaps: &'a [Missing],
    envelope: Option<EnvelopeJson<'a>>,
    date_read: Option<Clock>,
    /// Seconds from `Date` to the first byte of the mail.
    date_to_capture: Option<f64>,
    header: Vec<FieldJson<'a>>,
    received: &'a [Hop],
    signatures: &'a [Signature],
    contents: Vec<ContentJson<'a>>,
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
    let none = Letter::default();
    let Mail { message, .. } = mail;
    let letter = message.letter.as_deref().unwrap_or(&none);
    text_of(&MailJson {
        stream: mail.stream,
        number: mail.number,
        name: mail.name(),
        command: message.command(),
        time: message.time,
        message,
        cc: &letter.cc,
        missing: message.missing,
        gaps: &letter.gaps,
        envelope: mail.envelope.map(EnvelopeJson::of),
        date_read: letter.date,
        date_to_capture: message.time.zip(letter.date).map(|(time, date)| time.since(date.time)),
        header: letter
            .fields
            .iter()
            .map(|field| FieldJson {
                name: &field.name,
                value: &field.text,
                raw: wire_text(letter.header.get(field.raw.0..field.raw.1).unwrap_or_default()),
            })
            .collect(),
        received: &letter.hops,
        signatures: &letter.signatures,
        contents: letter
            .contents
            .iter()
            .map(|one| ContentJson {
                path: &one.path,
                kind: &one.kind,
                filename: one.filename.as_deref(),
                attachment: one.attachment,
                complete: one.whole,
                size: one.size,
                sha256: one.digest(),
                found: one.found,
                differs: one.differs,
            })
            .collect(),
        text: letter.preview.as_ref(),
        findings: mail.findings.iter().map(|finding| json.finding(finding)).collect(),
        saved: mail.saved.iter().map(SavedJson::of).collect(),
    })
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
