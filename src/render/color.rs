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
pub(super) enum Tint {
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

impl Tint {
    /// ANSI's numbers for it (ECMA-48, "SGR - Select Graphic Rendition").
    fn code(self) -> &'static str {
        match self {
            Tint::Plain => "",
            Tint::Client => "36",
            Tint::Server => "35",
            Tint::Dim => "2",
            Tint::Alarm => "1;31",
            Tint::Refusal => "31",
            Tint::Caution => "33",
            Tint::Safe => "32",
            Tint::Head => "1",
        }
    }
}

impl Paint {
    /// A coloured text behind a text.
    #[inline]
    pub(super) fn write(self, out: &mut String, tint: Tint, text: &str) {
        let begun = self.begin(out, tint, text);
        out.push_str(text);
        self.end(out, begun);
    }

    /// Begins a colour where there is something to be coloured, and tells whether it did.
    #[inline]
    pub(super) fn begin(self, out: &mut String, tint: Tint, text: &str) -> bool {
        let begins = self.on && !text.is_empty() && !tint.code().is_empty();
        if begins {
            out.extend(["\u{1b}[", tint.code(), "m"]);
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

    fn wrap<'a>(self, tint: Tint, text: &'a str) -> Cow<'a, str> {
        if !self.on {
            return Cow::Borrowed(text);
        }
        let mut coloured = String::with_capacity(text.len() + 16);
        self.write(&mut coloured, tint, text);
        Cow::Owned(coloured)
    }

    /// Notes and events.
    pub fn dim(self, text: &str) -> Cow<'_, str> {
        self.wrap(Tint::Dim, text)
    }

    /// Findings.
    pub fn alarm(self, text: &str) -> Cow<'_, str> {
        self.wrap(Tint::Alarm, text)
    }

    /// Refusals.
    pub fn refusal(self, text: &str) -> Cow<'_, str> {
        self.wrap(Tint::Refusal, text)
    }

    /// Temporary failures.
    pub fn caution(self, text: &str) -> Cow<'_, str> {
        self.wrap(Tint::Caution, text)
    }

    /// What travelled encrypted.
    pub fn safe(self, text: &str) -> Cow<'_, str> {
        self.wrap(Tint::Safe, text)
    }

    /// Heads of conversations.
    pub fn head(self, text: &str) -> Cow<'_, str> {
        self.wrap(Tint::Head, text)
    }
}
