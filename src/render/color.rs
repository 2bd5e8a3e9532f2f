//! Colour repeats what the marks say; without it nothing is lost.

use std::borrow::Cow;

/// Whether to colour, and how.
#[derive(Clone, Copy, Debug, Default)]
pub struct Paint {
    /// Off for pipes and `NO_COLOR`.
    pub on: bool,
}

impl Paint {
    fn wrap<'a>(self, code: &str, text: &'a str) -> Cow<'a, str> {
        if self.on && !text.is_empty() {
            Cow::Owned(format!("\u{1b}[{code}m{text}\u{1b}[0m"))
        } else {
            Cow::Borrowed(text)
        }
    }

    /// Marks of the client.
    pub fn client(self, text: &str) -> Cow<'_, str> {
        self.wrap("36", text)
    }

    /// Marks of the server.
    pub fn server(self, text: &str) -> Cow<'_, str> {
        self.wrap("35", text)
    }

    /// Notes and events.
    pub fn dim(self, text: &str) -> Cow<'_, str> {
        self.wrap("2", text)
    }

    /// Findings.
    pub fn alarm(self, text: &str) -> Cow<'_, str> {
        self.wrap("1;31", text)
    }

    /// Refusals.
    pub fn refusal(self, text: &str) -> Cow<'_, str> {
        self.wrap("31", text)
    }

    /// Temporary failures.
    pub fn caution(self, text: &str) -> Cow<'_, str> {
        self.wrap("33", text)
    }

    /// What travelled encrypted.
    pub fn safe(self, text: &str) -> Cow<'_, str> {
        self.wrap("32", text)
    }

    /// Heads of conversations.
    pub fn head(self, text: &str) -> Cow<'_, str> {
        self.wrap("1", text)
    }
}
