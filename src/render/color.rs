//! Colour repeats what the marks say; without it nothing is lost.

use std::borrow::Cow;

/// Whether to colour, and how.
#[derive(Clone, Copy, Debug, Default)]
pub struct Paint {
    /// Off for pipes and `NO_COLOR`.
    pub on: bool,
}

/// What is coloured in one way.
#[derive(Clone, Copy, Debug)]
pub(super) enum Ink {
    Plain,
    /// Marks of the client.
    Client,
    /// Marks of the server.
    Server,
    Dim,
    Alarm,
    Refusal,
    Caution,
    Safe,
    Head,
}

impl Ink {
    /// ANSI's numbers for it (ECMA-48, "SGR - Select Graphic Rendition").
    fn code(self) -> &'static str {
        match self {
            Ink::Plain => "",
            Ink::Client => "36",
            Ink::Server => "35",
            Ink::Dim => "2",
            Ink::Alarm => "1;31",
            Ink::Refusal => "31",
            Ink::Caution => "33",
            Ink::Safe => "32",
            Ink::Head => "1",
        }
    }
}

impl Paint {
    /// A coloured text behind a text.
    #[inline]
    pub(super) fn write(self, out: &mut String, ink: Ink, text: &str) {
        let begun = self.begin(out, ink, text);
        out.push_str(text);
        self.end(out, begun);
    }

    /// Begins a colour where there is something to be coloured, and tells whether it did.
    #[inline]
    pub(super) fn begin(self, out: &mut String, ink: Ink, text: &str) -> bool {
        let begins = self.on && !text.is_empty() && !ink.code().is_empty();
        if begins {
            out.extend(["\u{1b}[", ink.code(), "m"]);
        }
        begins
    }

    /// Ends it.
    #[inline]
    pub(super) fn end(self, out: &mut String, begun: bool) {
        if begun {
            out.push_str("\u{1b}[0m");
        }
    }

    fn wrap<'a>(self, ink: Ink, text: &'a str) -> Cow<'a, str> {
        if !self.on {
            return Cow::Borrowed(text);
        }
        let mut coloured = String::with_capacity(text.len() + 16);
        self.write(&mut coloured, ink, text);
        Cow::Owned(coloured)
    }

    /// Notes and events.
    pub fn dim(self, text: &str) -> Cow<'_, str> {
        self.wrap(Ink::Dim, text)
    }

    /// Findings.
    pub fn alarm(self, text: &str) -> Cow<'_, str> {
        self.wrap(Ink::Alarm, text)
    }

    /// Refusals.
    pub fn refusal(self, text: &str) -> Cow<'_, str> {
        self.wrap(Ink::Refusal, text)
    }

    /// Temporary failures.
    pub fn caution(self, text: &str) -> Cow<'_, str> {
        self.wrap(Ink::Caution, text)
    }

    /// What travelled encrypted.
    pub fn safe(self, text: &str) -> Cow<'_, str> {
        self.wrap(Ink::Safe, text)
    }

    /// Heads of conversations.
    pub fn head(self, text: &str) -> Cow<'_, str> {
        self.wrap(Ink::Head, text)
    }
}
