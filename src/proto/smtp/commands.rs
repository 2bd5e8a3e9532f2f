//! The client's commands: what each one is, and the envelope that they make.

use crate::dialogue::{Frames, Note, Step, as_text, wire_text};
use crate::proto::Sink;
use crate::proto::lines::{Line, LineEnd, intended, telnet_options};

use super::facts::{Hello, Outcome, Parameter, Recipient, Transaction};
use super::session::{Mode, SmtpSession, What};
use super::{registry, verbs, wire};

impl SmtpSession {
    pub(super) fn command_line(&mut self, line: &Line, bytes: &[u8], out: &mut dyn Sink) {
        let meant = intended(bytes);
        let text = as_text(meant.as_deref().unwrap_or(bytes));
        let command = wire::command(&text);
        let verb = verbs::find(command.verb);
        let kind = verb.map_or("smtp.command.unknown", |verb| verb.kind);
        let mut step = self.step(line, kind);
        let stray = if verb.is_none() { self.stray(&text) } else { None };
        let hidden = stray.is_some()
            || verb.is_some_and(|verb| verb.word == "AUTH")
                && wire::auth(command.argument).is_some_and(|a| a.1.is_some());
        step.notes.extend(line.typed_note(hidden));
        step.typing = line.typing(bytes, hidden).map(Box::new);
        if self.steps {
            step.lines = [stray.unwrap_or_else(|| wire_text(bytes))].into();
        }
        if meant.is_some() && !hidden {
            step.intended = Some(wire_text(text.as_bytes()));
            let options = telnet_options(bytes);
            if !options.is_empty() {
                step.notes.push(Note::new("typed-telnet").with("options", options.join(", ")));
            }
        }
        if line.end == LineEnd::None {
            step.notes.push(Note::new("smtp-command-cut"));
        }
        step.notes.extend(line.omitted_note());
        let clear = self.in_clear(&line.frames);
        let word = verb.map(|verb| verb.word);
        if verb.is_some() {
            self.evidence.first_verb.get_or_insert_with(|| command.verb.to_owned());
        }
        self.follow(verb, &mut step);
        let what = match word {
            Some(word @ ("EHLO" | "HELO" | "LHLO")) => self.hello(word, command.argument, &mut step),
            Some("MAIL") => self.mail_from(command.argument, &mut step),
            Some("RCPT") => self.rcpt_to(command.argument, &mut step),
            Some("DATA") => {
                self.teach(|seen| seen.data = seen.data.or(line.frames.first()));
                self.mode = Mode::Await;
                What::Data
            }
            Some("BDAT") => self.bdat(line, command.argument, &mut step),
            // With LAST the content is whole, though not a byte of it travels here (RFC 4468, section 3.3).
            Some("BURL") if self.transaction.is_some() => {
                let last = command.argument.to_ascii_uppercase().ends_with(" LAST");
                What::Chunk { transaction: self.open_transaction(&line.frames), last }
            }
            Some("AUTH") => self.auth(line, &text, command.argument, &mut step),
            Some("STARTTLS") => {
                self.mode = Mode::Await;
                What::StartTls
            }
            Some("RSET") => {
                self.give_up_content(out);
                What::Rset { transaction: self.transaction }
            }
            Some("QUIT") => {
                self.facts.quit = true;
                What::Quit
            }
            Some("NOOP") => What::Other("noop"),
            _ => What::Other("other"),
        };
        if self.steps {
            self.name_command(line, &what, verb, bytes.is_empty(), &mut step);
            step.notes.extend(clear);
        }
        let index = self.tell(step, out);
        self.await_reply(index, what.clone(), &line.frames);
        if let What::Chunk { last, .. } = what {
            self.begin_chunk(command.argument, last, line, out);
        }
    }

    /// What the command is, in front of what its parameters say.
    fn name_command(
        &self,
        line: &Line,
        what: &What,
        verb: Option<&verbs::Verb>,
        empty: bool,
        step: &mut Step,
    ) {
        match verb {
            // The mechanism's note says it already.
            Some(_) if self.mode == Mode::Await && *what == What::Auth => {}
            Some(verb) => step.notes.push(Note::new(verb.note)),
            None if empty => step.notes.push(Note::new("smtp-command-empty")),
            None => step.notes.push(Note::new("smtp-command-unknown")),
        }
        // With a size behind it the note on the sender is kept short.
        if matches!(what, What::Mail) && step.notes.iter().any(|note| note.key == "smtp-declared-size") {
            step.notes.pop();
            step.notes.push(Note::new("smtp-mail-short"));
        }
        // What the parameters say comes behind what the command is.
        if let Some(last) = step.notes.pop() {
            let at = usize::from(line.is_typed()).min(step.notes.len());
            if !(matches!(what, What::Mail) && self.nth_mail().is_some()) {
                step.notes.insert(at, last);
            }
        }
    }

    pub(super) fn hello(&mut self, word: &'static str, name: &str, step: &mut Step) -> What {
        self.lmtp = word == "LHLO";
        self.abort_transaction();
        let hello =
            Hello { verb: word.to_owned(), name: wire_text(name.as_bytes()), encrypted: self.encrypted };
        if self.room.take(size_of::<Hello>() + hello.name.len(), &step.frames) {
            self.facts.hello.push(hello);
        }
        match wire::hello_name(name) {
            wire::HelloName::None => step.notes.push(Note::new("smtp-hello-nameless")),
            wire::HelloName::Domain => {}
            wire::HelloName::Literal => step.more.push(Note::new("smtp-hello-literal")),
            wire::HelloName::Address => step.more.push(Note::new("smtp-hello-address")),
            wire::HelloName::Plain => step.more.push(Note::new("smtp-hello-plain")),
            wire::HelloName::Odd => step.more.push(Note::new("smtp-hello-odd")),
        }
        self.teach(|seen| seen.hello = seen.hello.or(step.frames.first()));
        What::Hello { verb: word }
    }

    /// The number of this mail, when it is not the first.
    pub(super) fn nth_mail(&self) -> Option<usize> {
        Some(self.mails).filter(|&count| count > 1)
    }

    pub(super) fn mail_from(&mut self, argument: &str, step: &mut Step) -> What {
        self.abort_transaction();
        let path = wire::path("FROM", argument);
        let size = path.as_ref().and_then(|path| wire::declared_size(&path.parameters));
        let sender = path.as_ref().map(|path| wire_text(path.address.as_bytes()));
        let open = self.begin_transaction(sender, size, &step.frames);
        if let Some(number) = self.nth_mail() {
            step.notes.push(Note::new("smtp-nth-mail").with("number", number));
        }
        match &path {
            None => step.notes.push(Note::new("smtp-path-unreadable")),
            Some(path) => {
                if path.address.is_empty() {
                    step.notes.push(Note::new("smtp-null-sender"));
                }
                step.notes.extend(size.map(|size| Note::new("smtp-declared-size").with("size", size)));
                deviations(path, step);
                let parameters = self.parameters(path, step);
                if let Some(open) = self.facts.transactions.get_mut(open) {
                    open.parameters = parameters;
                }
            }
        }
        What::Mail
    }

    pub(super) fn rcpt_to(&mut self, argument: &str, step: &mut Step) -> What {
        let path = wire::path("TO", argument);
        let parameters = match &path {
            None => {
                step.notes.push(Note::new("smtp-path-unreadable"));
                Vec::new()
            }
            Some(path) => {
                deviations(path, step);
                self.parameters(path, step)
            }
        };
        // Without MAIL it is a mistake of the client, unless MAIL may be in what was not captured.
        if self.transaction.is_none() && !self.late && !self.holed {
            return What::Other("rcpt-alone");
        }
        let transaction = self.open_transaction(&step.frames);
        let address = path.map_or_else(String::new, |path| wire_text(path.address.as_bytes()));
        let Some(open) = self.facts.transactions.get_mut(transaction) else { return What::Other("rcpt") };
        let cost =
            size_of::<Recipient>() + address.len() + parameters.iter().map(Parameter::weight).sum::<usize>();
        if !self.room.take(cost, &step.frames) {
            return What::Other("rcpt");
        }
        open.recipients.push(Recipient { address, code: None, parameters, delivery: None });
        What::Rcpt { transaction, recipient: open.recipients.len().saturating_sub(1) }
    }

    /// The parameters behind a path: each explained, and the extension it belongs to noted as used.
    fn parameters(&mut self, path: &wire::Path<'_>, step: &mut Step) -> Vec<Parameter> {
        let mut parameters = Vec::new();
        for (word, value) in &path.parameters {
            let keyword = word.to_ascii_uppercase();
            let value = value.map(|value| wire_text(&wire::xtext(&keyword, value)));
            match registry::parameter(&keyword) {
                Some(_) if keyword == "BODY" && value.as_deref() == Some("BINARYMIME") => {
                    self.uses.uses("BINARYMIME", &step.frames)
                }
                Some(row) => self.uses.uses(row.field(1), &step.frames),
                None => {}
            }
            if keyword != "SIZE" {
                step.notes.push(registry::parameter_note(&keyword, value.as_deref()));
            }
            parameters.push(Parameter { keyword: wire_text(keyword.as_bytes()), value });
        }
        parameters
    }

    /// The open transaction; one whose MAIL was not captured is begun here.
    pub(super) fn open_transaction(&mut self, frames: &Frames) -> usize {
        match self.transaction {
            Some(open) => open,
            None => self.begin_transaction(None, None, frames),
        }
    }

    /// Opens a transaction; where there is no more room, one that nothing is kept of.
    fn begin_transaction(&mut self, sender: Option<String>, size: Option<u64>, frames: &Frames) -> usize {
        self.mails += 1;
        let open = self.facts.transactions.len();
        self.transaction = Some(open);
        let cost = size_of::<Transaction>() + sender.as_ref().map_or(0, String::len);
        if self.room.take(cost, frames) {
            let encrypted = self.encrypted;
            self.facts.transactions.push(Transaction { sender, size, encrypted, ..Transaction::default() });
        }
        open
    }

    /// RSET, a new EHLO or a new MAIL gives up an envelope whose message was not sent (RFC 5321, section 4.1.4).
    pub(super) fn abort_transaction(&mut self) {
        if let Some(open) = self.transaction.take().and_then(|at| self.facts.transactions.get_mut(at))
            && open.outcome == Outcome::Incomplete
            && open.message.is_none()
        {
            open.outcome = Outcome::Aborted;
        }
    }
}

/// What a path deviates from RFC 5321 (section 3.3).
fn deviations(path: &wire::Path<'_>, step: &mut Step) {
    if path.space {
        step.notes.push(Note::new("smtp-path-space"));
    }
    if path.bare {
        step.notes.push(Note::new("smtp-path-bare"));
    }
    if path.route {
        step.notes.push(Note::new("smtp-path-route"));
    }
    if !path.address.is_ascii()
        && !path.parameters.iter().any(|(word, _)| word.eq_ignore_ascii_case("SMTPUTF8"))
    {
        step.more.push(Note::new("smtp-path-utf8"));
    }
}
