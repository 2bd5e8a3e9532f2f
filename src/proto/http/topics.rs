//! What can be looked up of HTTP: methods and status codes.

use crate::dialogue::{Topic, TopicKind};

use super::registry::{self, METHODS, STATUSES};

const HTTP: &str = "HTTP";

pub(super) fn topics() -> Vec<Topic> {
    let methods = METHODS.iter().map(|method| {
        Topic::new(HTTP, TopicKind::Command, method.name, registry::method_note(method.name))
            .from(method.source, method.example)
    });
    // Their numbers are those of other protocols' replies, too: who asks for one is told of each protocol's.
    let statuses = STATUSES.iter().map(|status| {
        let note = registry::status_note(status.code);
        Topic::new(HTTP, TopicKind::ReplyCode, status.code.to_string(), note)
            .from(status.source, format!("S: HTTP/1.1 {} {}", status.code, status.name))
    });
    methods.chain(statuses).collect()
}
