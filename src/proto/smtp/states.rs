//! The states of an SMTP session as a table (RFC 5321, section 4.1.4: the order of commands).

use crate::proto::Transition;

/// `state: question reply -> state`, and what may be said in a state without leaving it.
macro_rules! transitions {
    ($($from:ident: [$($by:literal),*] [$($reply:literal),*] -> $to:ident;)*) => {
        &[$(Transition { from: state!($from), by: &[$($by),*], reply: &[$($reply),*], to: state!($to) },)*]
    };
}

macro_rules! state {
    (any) => {
        Transition::ANY
    };
    ($state:ident) => {
        stringify!($state)
    };
}

#[rustfmt::skip]
pub(super) static TRANSITIONS: &[Transition] = transitions! {
    // Nothing may be sent before the greeting (section 3.1).
    connected:  ["greeting"] ["220"] -> greeted;
    connected:  ["greeting"] ["5", "4"] -> closed;
    greeted:    ["command.ehlo", "command.helo", "command.lhlo"] ["2"] -> ready;
    ready:      ["command.ehlo", "command.helo", "command.lhlo"] ["2"] -> ready;
    // What was known of the client is forgotten behind TLS, and it says EHLO again (RFC 3207, section 4.2).
    ready:      ["command.starttls"] ["220"] -> greeted;
    // RFC 4954, section 4; a second login is refused, and none may begin within a mail.
    ready:      ["command.auth"] ["334"] -> login;
    ready:      ["command.auth"] ["235"] -> ready;
    login:      ["auth.username", "auth.password", "auth.response", "auth.cancel"] ["334"] -> login;
    login:      ["auth.username", "auth.password", "auth.response", "auth.cancel"] ["235", "4", "5"] -> ready;
    // A mail: sender, recipients, content (section 3.3).
    ready:      ["command.mail"] ["250"] -> sender;
    sender:     ["command.rcpt"] ["25"] -> recipient;
    recipient:  ["command.rcpt"] [] -> recipient;
    recipient:  ["command.data"] ["354"] -> content;
    content:    ["message"] ["2", "4", "5"] -> ready;
    // RFC 3030: content in chunks, without a question before it.
    recipient:  ["command.bdat"] ["250"] -> chunks;
    chunks:     ["command.bdat"] ["250"] -> chunks;
    recipient:  ["message"] ["2", "4", "5"] -> ready;
    chunks:     ["message"] ["2", "4", "5"] -> ready;
    // Section 4.1.1.5; EHLO does the same (section 4.1.4).
    sender:     ["command.rset", "command.ehlo", "command.helo"] ["250"] -> ready;
    recipient:  ["command.rset", "command.ehlo", "command.helo"] ["250"] -> ready;
    chunks:     ["command.rset", "command.ehlo", "command.helo"] ["250"] -> ready;
    // DATA without an accepted recipient may be answered 503 or 554 (section 3.3), and is no disorder of its own.
    sender:     ["command.data"] ["5"] -> sender;
    ready:      ["command.quit"] ["221"] -> closed;
    any:        ["command.quit"] ["221"] -> closed;
    any:        ["command.noop", "command.help", "command.vrfy", "command.expn", "command.rset"] [] -> any;
};

#[cfg(test)]
mod tests {
    use super::TRANSITIONS;
    use crate::proto::Transition;
    use crate::proto::smtp::verbs;

    #[test]
    fn every_command_of_the_table_is_one_and_every_state_can_be_reached_and_left() {
        for row in TRANSITIONS {
            for kind in row.by {
                let command = kind.strip_prefix("command.");
                assert!(command.is_none_or(|word| verbs::find(word).is_some()), "{kind}");
            }
            let reached = row.from == "connected" || TRANSITIONS.iter().any(|other| other.to == row.from);
            let left = row.to == "closed" || TRANSITIONS.iter().any(|other| other.from == row.to);
            assert!(reached && left || row.from == Transition::ANY, "{row:?}");
        }
    }
}
