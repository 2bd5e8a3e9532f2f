//! What is known of a conversation in HTTP at its end.

use std::any::Any;

use serde::Serialize;

use crate::dialogue::{Facts, Frames};

/// Requests and their responses, in the order in which they were sent.
#[derive(Debug, Default, Serialize)]
pub struct Http {
    /// `HTTP/1.1`, as the first line has it that says so; `HTTP/2` where that began, and nothing of it was read.
    pub version: Option<String>,
    /// Each request with its response; a response whose request is not in the capture stands alone.
    pub requests: Vec<Exchange>,
}

/// A request and its response.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Exchange {
    /// `GET`, `POST` …
    pub method: Option<String>,
    /// What was asked for, without the query.
    pub target: Option<String>,
    /// The host that was named.
    pub host: Option<String>,
    /// The status code of the final response.
    pub status: Option<u16>,
    /// Bytes of the request's body, chunks put together.
    pub request_body: u64,
    /// Bytes of the response's body, chunks put together.
    pub response_body: u64,
    /// The frames of both.
    pub frames: Frames,
}

impl Exchange {
    /// Roughly what it takes to keep.
    pub(super) fn weight(&self) -> usize {
        let texts = [&self.method, &self.target, &self.host];
        size_of::<Self>() + texts.iter().map(|text| text.as_ref().map_or(0, String::len)).sum::<usize>()
    }
}

impl Facts for Http {
    fn absorb(&mut self, later: Box<dyn Facts>) {
        let Ok(later) = later.into_any().downcast::<Http>() else { return };
        self.version = self.version.take().or(later.version);
        self.requests.extend(later.requests);
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn into_any(self: Box<Self>) -> Box<dyn Any> {
        self
    }
}
