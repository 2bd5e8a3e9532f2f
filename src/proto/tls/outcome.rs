//! What is said about the session as a whole, when it is over.

use super::facts::{Decrypted, Resumed};
use super::handshake::Handshake;
use super::messages::Pair;
use super::session::TlsSession;
use super::{INSIDE, lessons, registry};
use crate::dialogue::{Fault, Finding, Note, Severity, Side};
use crate::proto::{Headline, Sink};

/// Tells headlines, findings and facts.
pub(super) fn tell(session: &mut TlsSession, data: Pair<u64>, out: &mut dyn Sink) {
    let mut all = std::mem::take(&mut session.all);
    all.push(std::mem::take(&mut session.shake));
    if let Some(first) = all.first() {
        title(session, first, data, out);
        let outcome = outcome(session, first, data);
        findings(session, first, data, out);
        if first.asked.lessons {
            lessons::lessons(first).into_iter().for_each(|lesson| out.finding(lesson));
        }
        out.headline(Headline::Outcome(outcome));
        out.headline(Headline::Summary(summary(first, data)));
        if let Some(earlier) = first.earlier(&session.secrets) {
            out.headline(Headline::Summary(
                Note::new("tls-summary-resumed-from").with("stream", earlier.stream),
            ));
        }
    }
    for mut shake in all {
        session.tell_secrets(&shake, out);
        if session.wants_lesson && shake.begun() {
            out.lesson(shake.lesson(session.reveal));
        }
        shake.facts.resumed_from = shake.earlier(&session.secrets).map(|earlier| earlier.stream);
        shake.facts.decrypted = match (shake.keys.opened, shake.keys.closed) {
            (0, _) if session.secrets.lines() > 0 => Decrypted::NoMatch,
            (0, _) => Decrypted::NoSecrets,
            (_, 0) => Decrypted::Yes,
            (_, _) => Decrypted::Partly,
        };
        for (side, check) in [
            (Side::Client, &mut shake.facts.checks.client_finished),
            (Side::Server, &mut shake.facts.checks.server_finished),
        ] {
            if shake.sides.of(side).finished && check.is_none() {
                let why =
                    if shake.keys.known { "messages of the handshake are missing" } else { "no secrets" };
                *check = Some(format!("not checked: {why}"));
            }
        }
        // A session of nothing but application data still has its object: a list without it would read as "no TLS".
        out.facts("tls", Box::new(shake.facts));
    }
}

fn title(session: &TlsSession, first: &Handshake, data: Pair<u64>, out: &mut dyn Sink) {
    out.headline(Headline::Title(first.facts.version.clone().unwrap_or_else(|| "TLS".to_owned())));
    if session.inside {
        return;
    }
    let how = match (&first.client, &first.server) {
        (Some(hello), _) if hello.ssl2 => "tls-recognised-ssl2-hello",
        (Some(_), _) => "tls-recognised-client-hello",
        (None, Some(_)) => "tls-recognised-server-hello",
        (None, None) => "tls-recognised-records",
    };
    out.headline(Headline::Recognised(Note::new(how)));
    let clear = session.flanks.client.clear_mac.or(session.flanks.server.clear_mac).is_some();
    if data.client + data.server == 0 || clear {
        return;
    }
    if first.keys.opened > 0 {
        out.headline(Headline::Recognised(Note::new("tls-recognised-decrypted")));
        return;
    }
    let inside = INSIDE.iter().find(|(port, _)| *port == session.port);
    let note = match inside {
        Some((port, service)) => {
            Note::new("tls-recognised-inside").with("port", *port).with("service", *service)
        }
        None => Note::new("tls-recognised-inside-unknown"),
    };
    out.headline(Headline::Recognised(note));
}

fn outcome(session: &TlsSession, first: &Handshake, data: Pair<u64>) -> Note {
    if let Some((_, alert)) = &first.fatal {
        return Note::new("tls-outcome-failed").with("alert", alert.as_str());
    }
    if first.keys.opened > 0 && data.client + data.server > 0 {
        return Note::new("tls-outcome-decrypted");
    }
    if data.client + data.server > 0 {
        if session.flanks.client.clear_mac.or(session.flanks.server.clear_mac).is_some() {
            return Note::new("tls-outcome-null");
        }
        let late = session.late && first.client.is_none() && first.server.is_none();
        return Note::new(if late { "tls-outcome-late" } else { "tls-outcome-encrypted" });
    }
    Note::new(if first.complete() { "tls-outcome-no-data" } else { "tls-outcome-incomplete" })
}

fn summary(first: &Handshake, data: Pair<u64>) -> Note {
    let Some(suite) = &first.facts.cipher_suite else {
        return Note::new("tls-summary-no-choice").with("client", data.client).with("server", data.server);
    };
    let key = match first.facts.resumed {
        _ if !first.complete() && data.client + data.server == 0 => "tls-summary-unfinished",
        Resumed::SessionId | Resumed::Ticket | Resumed::Psk => "tls-summary-resumed",
        Resumed::No | Resumed::Unknown => "tls-summary",
    };
    let version = first.facts.version.clone().unwrap_or_else(|| "TLS".to_owned());
    Note::new(key)
        .with("version", version)
        .with("suite", format!("{} ({})", suite.name, suite.hex()))
        .with("client", data.client)
        .with("server", data.server)
}

fn findings(session: &TlsSession, first: &Handshake, data: Pair<u64>, out: &mut dyn Sink) {
    if session.empty.0 > 0 {
        out.finding(
            Finding::new("tls.empty-records", Severity::Note, Fault::Sender)
                .at(session.empty.1.clone())
                .with("count", session.empty.0),
        );
    }
    if session.dropped > 0 {
        out.finding(
            Finding::new("tls.too-many-messages", Severity::Warning, Fault::Wiretale)
                .with("count", session.dropped),
        );
    }
    let plain = super::PLAIN.iter().find(|(port, _)| *port == session.port);
    if let (Some((port, service)), true, false) = (plain, first.client.is_some(), session.inside) {
        out.finding(
            Finding::new("tls.on-plain-port", Severity::Note, Fault::Sender)
                .at(session.first_frames.clone())
                .with("port", u64::from(*port).to_string())
                .with("service", *service),
        );
    }
    let begun = first.begun();
    if !begun && data.client + data.server > 0 {
        let claimed = session.flanks.client.records.version.or(session.flanks.server.records.version);
        out.finding(
            Finding::new("tls.late-start", Severity::Note, Fault::Capture)
                .at(session.first_frames.clone())
                .with("record", registry::version(claimed.unwrap_or(0))),
        );
        return;
    }
    if !begun {
        return;
    }
    if let Some(missing) = first.hello_missing() {
        out.finding(
            Finding::new("tls.state-incomplete", Severity::Warning, Fault::Capture)
                .at(session.first_frames.clone())
                .with("missing", missing),
        );
    } else if first.gap {
        let finding = Finding::new("tls.handshake-gap", Severity::Warning, Fault::Capture);
        out.finding(finding.at(session.first_frames.clone()));
    } else if first.fatal.is_none() && !first.complete() && data.client + data.server == 0 {
        let last = first.last.unwrap_or("-");
        out.finding(
            Finding::new("tls.handshake-incomplete", Severity::Warning, Fault::Unknown)
                .at(first.facts.messages.last().map(|message| message.frames.clone()).unwrap_or_default())
                .with("last", last),
        );
    }
}
