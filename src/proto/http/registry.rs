//! The registries of methods and status codes, and the explanation of each.

use std::sync::LazyLock;

use crate::dialogue::Note;

/// Methods that have a text of their own.
pub(super) struct Method {
    pub(super) name: &'static str,
    pub(super) source: &'static str,
    pub(super) example: &'static str,
}

/// A status code.
pub(super) struct Status {
    pub(super) code: u16,
    pub(super) name: &'static str,
    pub(super) source: &'static str,
}

pub(super) static METHODS: LazyLock<Vec<Method>> = LazyLock::new(|| {
    rows(include_str!("methods.csv"))
        .map(|[name, source, example]| Method { name, source, example })
        .collect()
});

pub(super) static STATUSES: LazyLock<Vec<Status>> = LazyLock::new(|| {
    rows(include_str!("statuses.csv"))
        .map(|[code, name, source]| Status { code: code.parse().unwrap_or(0), name, source })
        .collect()
});

/// Status codes that have a text of their own.
const EXPLAINED: [u16; 24] = [
    100, 101, 200, 201, 204, 206, 301, 302, 303, 304, 307, 308, 400, 401, 403, 404, 405, 408, 413, 429, 500,
    502, 503, 504,
];

fn rows(csv: &'static str) -> impl Iterator<Item = [&'static str; 3]> {
    csv.lines().filter(|line| !line.starts_with('#')).map(|line| {
        let mut parts = line.splitn(3, ',');
        std::array::from_fn(|_| parts.next().unwrap_or(""))
    })
}

/// What a method is for. Methods are told by their case (RFC 9110, section 9.1).
pub(super) fn method_note(method: &str) -> Note {
    match METHODS.iter().find(|known| known.name == method) {
        Some(known) => Note::new(format!("http-method-{}", known.name.to_ascii_lowercase())),
        None => Note::new("http-method-other"),
    }
}

/// What a status code says: its own meaning, or that of its class, with the name it has in the registry.
pub(super) fn status_note(code: u16) -> Note {
    if EXPLAINED.contains(&code) {
        return Note::new(format!("http-status-{code}"));
    }
    let known = STATUSES.binary_search_by_key(&code, |status| status.code).ok();
    let name = known.and_then(|at| STATUSES.get(at)).map_or("none", |status| status.name);
    let key = match code / 100 {
        class @ 1..=5 => format!("http-status-{class}xx"),
        _ => "http-status-other".to_owned(),
    };
    Note::new(key).with("code", code).with("name", name)
}

#[cfg(test)]
mod tests {
    use super::{EXPLAINED, METHODS, STATUSES, method_note, status_note};

    #[test]
    fn every_row_has_its_source_and_codes_are_in_order() {
        assert!(
            METHODS
                .iter()
                .all(|method| method.source.starts_with("RFC") && method.example.starts_with("C: "))
        );
        assert!(STATUSES.iter().all(|status| status.source.starts_with("RFC") && !status.name.is_empty()));
        assert!(STATUSES.is_sorted_by(|one, other| one.code < other.code) && STATUSES.len() == 60);
        assert!(EXPLAINED.iter().all(|code| STATUSES.iter().any(|status| status.code == *code)));
    }

    #[test]
    fn a_code_without_a_text_has_that_of_its_class() {
        assert_eq!(status_note(302).key, "http-status-302");
        assert_eq!(
            (status_note(418).key.as_ref(), status_note(799).key.as_ref()),
            ("http-status-4xx", "http-status-other")
        );
        let note = status_note(451);
        assert_eq!((note.key.as_ref(), note.args.len()), ("http-status-4xx", 2));
        assert_eq!(
            (method_note("GET").key.as_ref(), method_note("get").key.as_ref()),
            ("http-method-get", "http-method-other")
        );
    }
}
