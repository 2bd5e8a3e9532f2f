//! Explained dialogues → text, tables, JSON.
//!
//! Takes the model and a [`Catalog`], gives strings; it writes nowhere and asks no terminal: width, colour and language
//! are told by the caller. It knows no protocol: what a row says was decided where the row was made.
//!
//! [`Catalog`]: crate::annotate::Catalog

use crate::proto::Texts;

mod account;
mod around;
mod bytes;
mod color;
mod dialogue;
mod explain;
mod fold;
mod grade;
mod ink;
mod json;
mod json_steps;
mod json_writer;
mod labels;
mod ladder;
mod lesson;
mod letter;
mod list;
mod mail_json;
mod mails;
mod markdown;
mod page;
mod recording;
mod repeated;
mod report;
mod rows;
mod schema;
mod steps_csv;
mod table;
mod width;

pub use account::{capture_findings, capture_head, frames_account, why_empty};
pub use around::address;
pub use color::Paint;
pub use dialogue::{Dialogues, Look, conversation_text};
pub use explain::{topic_list, topic_text};
pub use grade::{GRADE_TEXTS, Sheet, points};
pub use ink::Ink;
pub use json::{
    Json, capture_facts, capture_json, conversation_facts, conversation_facts_without_steps,
    conversation_json, write_ndjson_capture, write_ndjson_conversation,
};
pub use lesson::{Open, lesson_text};
pub use letter::mail_text;
pub use list::{CSV_HEAD, csv_row, json_row, names_and_frames};
pub use mail_json::{left_out_json, mail_json, same_json};
pub use mails::{
    Envelope, Mail, MailRow, MailTable, Met, Same, Saved, SavedAs, conversation_remark, same_text,
};
pub use markdown::{capture_markdown, conversation_markdown};
pub use page::Page;
pub use recording::{recorded, recorded_next, recording_event, recording_head};
pub use report::conversation_report;
pub use schema::{schema, shapes};
pub use steps_csv::{STEPS_HEAD, steps_csv};
pub use table::{ListRow, ListTable};
pub use width::{fit, width};

/// Headings and labels.
pub static TEXTS: Texts = Texts {
    zh: include_str!("text/zh.ftl"),
    en: include_str!("text/en.ftl"),
    ja: include_str!("text/ja.ftl"),
};

/// Those of mails: a page of dialogues does without them.
pub static MAIL_TEXTS: Texts = Texts {
    zh: include_str!("text/mail/zh.ftl"),
    en: include_str!("text/mail/en.ftl"),
    ja: include_str!("text/mail/ja.ftl"),
};

/// Those of a page.
pub static PAGE_TEXTS: Texts = Texts {
    zh: include_str!("text/report/zh.ftl"),
    en: include_str!("text/report/en.ftl"),
    ja: include_str!("text/report/ja.ftl"),
};
