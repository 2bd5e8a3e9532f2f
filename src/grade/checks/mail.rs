//! Checks of mails: what their headers and parts say.

use crate::dialogue::{Message, Note, Part, hex};
use crate::proto::smtp::Smtp;

use super::super::found::{Found, Scene};
use super::super::params::{Kind, Param, Params};
use super::smtp::same_address;
use super::{Check, Look, needed, text};

/// Where the mail may be: sent, or fetched.
const WHERE: Param = Param { name: "protocol", kind: Kind::Choice(&["smtp", "pop3"]), required: false };

pub(super) static HEADER: Check = Check {
    id: "header",
    params: &[
        needed("field", Kind::Choice(&["from", "to", "subject", "date", "message-id"])),
        text("equals"),
        text("contains"),
        WHERE,
    ],
    protocol: "smtp",
    look: Look::Things(|params, scene, things| {
        let field = params.text("field").unwrap_or_default();
        for message in messages(params, scene) {
            let values: Vec<&str> = match field {
                "from" => message.from.as_deref().into_iter().collect(),
                "to" => message.to.iter().map(String::as_str).collect(),
                "date" => message.date.as_deref().into_iter().collect(),
                "message-id" => message.message_id.as_deref().into_iter().collect(),
                _ => message.subject.as_deref().into_iter().collect(),
            };
            let address = matches!(field, "from" | "to");
            let equal = |value: &&str, wanted: &str| match address_of(value) {
                Some(found) if address && !wanted.contains('<') => same_address(found, wanted),
                _ => value.trim() == wanted.trim(),
            };
            let fits = values.iter().any(|value| {
                params.text("equals").is_none_or(|wanted| equal(value, wanted))
                    && params
                        .text("contains")
                        .is_none_or(|wanted| value.to_lowercase().contains(&wanted.to_lowercase()))
            });
            things.add(fits, scene.hit(&message.frames, format!("{}: {}", title(field), values.join(", "))));
        }
    }),
};

pub(super) static SUBJECT: Check = Check {
    id: "subject-contains",
    params: &[needed("text", Kind::Text), WHERE],
    protocol: "smtp",
    look: Look::Things(|params, scene, things| {
        let wanted = params.text("text").unwrap_or_default().to_lowercase();
        for message in messages(params, scene) {
            let subject = message.subject.as_deref().unwrap_or_default();
            let fits = subject.to_lowercase().contains(&wanted);
            things.add(fits, scene.hit(&message.frames, format!("Subject: {subject}")));
        }
    }),
};

/// What the lab teaches about envelopes: nothing binds MAIL FROM and From to each other (RFC 5321, section 2.3.1).
pub(super) static FROM_DIFFERS: Check = Check {
    id: "from-differs-from-envelope",
    params: &[],
    protocol: "smtp",
    look: Look::Best(|_, scene| {
        let facts = scene.conversation.facts::<Smtp>("smtp");
        let pairs = facts.iter().flat_map(|facts| &facts.transactions).filter_map(|transaction| {
            let message = scene.conversation.messages.get(transaction.message?)?;
            Some((transaction.sender.as_deref()?, message, message.from.as_deref()?))
        });
        let looked = pairs.map(|(sender, message, from)| {
            let note = Note::new("grade-envelope-and-from")
                .with("place", scene.place(&message.frames))
                .with("sender", format!("<{sender}>"))
                .with("from", from);
            let same = same_address(sender, address_of(from).unwrap_or(from));
            let found = if same { Found::failed(note) } else { Found::passed(note) };
            found.at(scene.evidence(&message.frames))
        });
        looked.reduce(Found::or_better)
    }),
};

pub(super) static ATTACHMENT: Check = Check {
    id: "attachment",
    params: &[text("name"), text("type"), text("sha256"), WHERE],
    protocol: "smtp",
    look: Look::Things(|params, scene, things| {
        for message in messages(params, scene) {
            for part in parts(&message.parts).into_iter().filter(|part| part.filename.is_some()) {
                let name = part.filename.as_deref().unwrap_or_default();
                let hash = part.sha256.map(|hash| hex(&hash)).unwrap_or_default();
                let fits = params
                    .text("name")
                    .is_none_or(|wanted| name.to_lowercase() == wanted.trim().to_lowercase())
                    && params.text("type").is_none_or(|wanted| part.kind.eq_ignore_ascii_case(wanted.trim()))
                    && params.text("sha256").is_none_or(|wanted| hash.eq_ignore_ascii_case(wanted.trim()));
                let asked = params.text("sha256").is_some();
                let shown =
                    if asked { format!("{name} SHA-256 {hash}") } else { format!("{name} ({})", part.kind) };
                things.add(fits, scene.hit(&message.frames, shown));
            }
        }
    }),
};

pub(super) static PARTS: Check = Check {
    id: "mail-parts",
    params: &[needed("types", Kind::Texts), WHERE],
    protocol: "smtp",
    look: Look::Things(|params, scene, things| {
        for message in messages(params, scene) {
            let parts = parts(&message.parts);
            let has =
                |wanted: &String| parts.iter().any(|part| part.kind.eq_ignore_ascii_case(wanted.trim()));
            let fits = params.texts("types").iter().all(has);
            let kinds: Vec<&str> = parts.iter().map(|part| part.kind.as_str()).collect();
            things.add(fits, scene.hit(&message.frames, kinds.join(", ")));
        }
    }),
};

pub(super) static SIZE: Check = Check {
    id: "mail-size",
    params: &[needed("bytes", Kind::Number), WHERE],
    protocol: "smtp",
    look: Look::Things(|params, scene, things| {
        for message in messages(params, scene) {
            let fits = message.size >= params.count("bytes", 0);
            things.add(fits, scene.hit(&message.frames, format!("{} B", message.size)));
        }
    }),
};

fn messages<'a>(params: &Params, scene: &Scene<'a>) -> impl Iterator<Item = &'a Message> {
    let protocol = params.protocol("smtp");
    scene.conversation.messages.iter().filter(move |message| message.source.protocol() == protocol)
}

/// All parts of a tree, each in front of those inside.
fn parts(tree: &[Part]) -> Vec<&Part> {
    tree.iter().flat_map(|part| std::iter::once(part).chain(parts(&part.parts))).collect()
}

/// What stands between `<` and `>`.
fn address_of(value: &str) -> Option<&str> {
    match value.rsplit_once('<') {
        Some((_, rest)) => rest.split('>').next(),
        None => Some(value.trim()),
    }
}

fn title(field: &str) -> &'static str {
    match field {
        "from" => "From",
        "to" => "To",
        "date" => "Date",
        "message-id" => "Message-ID",
        _ => "Subject",
    }
}
