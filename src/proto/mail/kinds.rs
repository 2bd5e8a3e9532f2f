//! What a content is by its own bytes, whatever its type and name say.

use std::sync::LazyLock;

use memchr::memmem;

use crate::dialogue::{Differs, Kind};

/// Bytes of the beginning that are looked at for HTML.
const HTML_WITHIN: usize = 512;

struct Known {
    kind: Kind,
    media: Vec<&'static str>,
    extensions: Vec<&'static str>,
    family: &'static str,
    offset: usize,
    /// `None` for any byte.
    bytes: Vec<Option<u8>>,
}

static KNOWN: LazyLock<Vec<Known>> = LazyLock::new(|| {
    let lines = include_str!("kinds.csv").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(Known::of).chain(DERIVED.iter().map(Known::derived)).collect()
});

/// Kinds that no first bytes tell: name, type, extensions, family, and what an archive of that kind has in it.
static DERIVED: [(&str, &str, &str, &str, &[u8]); 8] = [
    (
        "Word document",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "docx",
        "zip",
        b"word/document.xml",
    ),
    (
        "Excel workbook",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xlsx",
        "zip",
        b"xl/workbook.xml",
    ),
    (
        "PowerPoint presentation",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "pptx",
        "zip",
        b"ppt/presentation.xml",
    ),
    (
        "OpenDocument text",
        "application/vnd.oasis.opendocument.text",
        "odt",
        "zip",
        b"mimetypeapplication/vnd.oasis.opendocument.text",
    ),
    (
        "OpenDocument",
        "application/vnd.oasis.opendocument.spreadsheet",
        "ods",
        "zip",
        b"mimetypeapplication/vnd.oasis.opendocument.",
    ),
    ("EPUB", "application/epub+zip", "epub", "zip", b"mimetypeapplication/epub+zip"),
    ("Java archive", "application/java-archive", "jar", "zip", b"META-INF/MANIFEST.MF"),
    ("HTML", "text/html", "html,htm", "html", b""),
];

impl Known {
    fn of(line: &'static str) -> Option<Known> {
        let mut fields = line.split(';');
        let (name, media, extensions, family) =
            (fields.next()?, fields.next()?, fields.next()?, fields.next()?);
        let offset = fields.next()?.parse().ok()?;
        let hex = fields.next()?;
        let digits = hex.as_bytes().chunks(2).map(|pair| match pair {
            b".." => Some(None),
            pair => u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok().map(Some),
        });
        let mut known = Known::derived(&(name, media, extensions, family, b""));
        (known.offset, known.bytes) = (offset, digits.collect::<Option<Vec<_>>>()?);
        Some(known)
    }

    fn derived(
        &(name, media, extensions, family, _): &(
            &'static str,
            &'static str,
            &'static str,
            &'static str,
            &[u8],
        ),
    ) -> Known {
        let (media, extensions): (Vec<_>, Vec<_>) =
            (media.split(',').collect(), extensions.split(',').collect());
        let first = |list: &[&'static str]| list.first().copied().unwrap_or_default();
        let kind = Kind { name, media: first(&media), extension: first(&extensions) };
        Known { kind, media, extensions, family, offset: 0, bytes: Vec::new() }
    }

    fn is(&self, content: &[u8]) -> bool {
        let mut bytes = content.get(self.offset..).unwrap_or_default().iter();
        let fits = |wanted: &Option<u8>| {
            bytes.next().is_some_and(|byte| wanted.is_none_or(|wanted| wanted == *byte))
        };
        !self.bytes.is_empty() && self.bytes.iter().all(fits)
    }

    fn named(name: &str) -> Option<&'static Known> {
        KNOWN.iter().find(|known| known.kind.name == name)
    }
}

/// What these bytes are; `None` for text, and for what is not known.
pub(super) fn of(content: &[u8]) -> Option<Kind> {
    let known = KNOWN.iter().find(|known| known.is(content));
    if let Some(known) = known.filter(|known| known.family == "zip") {
        let inside = DERIVED
            .iter()
            .find(|derived| !derived.4.is_empty() && memmem::find(content, derived.4).is_some());
        return inside
            .and_then(|derived| Known::named(derived.0))
            .map_or(Some(known.kind), |known| Some(known.kind));
    }
    known
        .map(|known| known.kind)
        .or_else(|| is_html(content).then(|| Known::named("HTML").map(|known| known.kind)).flatten())
}

fn is_html(content: &[u8]) -> bool {
    let start = content.strip_prefix(b"\xef\xbb\xbf").unwrap_or(content).trim_ascii_start();
    let start = start.get(..HTML_WITHIN).unwrap_or(start).to_ascii_lowercase();
    start.starts_with(b"<!doctype html") || start.starts_with(b"<html")
}

/// What says something else than the bytes: the declared type, the file name. What neither this table nor anybody can
/// tell apart (a format that is a ZIP inside) is held against nobody.
pub(super) fn differs(found: Option<Kind>, declared: &str, filename: Option<&str>) -> Differs {
    let Some(found) = found.and_then(|found| KNOWN.iter().find(|known| known.kind == found)) else {
        return Differs::Nothing;
    };
    let program = matches!(found.family, "program" | "script");
    let of_family = |fits: &dyn Fn(&Known) -> bool| {
        (KNOWN.iter().any(fits), KNOWN.iter().any(|known| known.family == found.family && fits(known)))
    };
    let (known, same) = of_family(&|known| known.media.contains(&declared));
    let text = declared == "text/plain" || declared == "text/csv";
    let kind = !same
        && (known
            || program && declared != "application/octet-stream" && !declared.starts_with("text/x-")
            || text && found.family != "html" && found.family != "script");
    let extension =
        filename.and_then(|name| name.rsplit_once('.')).map(|(_, extension)| extension.to_ascii_lowercase());
    let name = extension.is_some_and(|extension| {
        let (known, same) = of_family(&|known| known.extensions.contains(&extension.as_str()));
        !same
            && (known || program || extension == "txt" && found.family != "html" && found.family != "script")
    });
    match (kind, name) {
        (false, false) => Differs::Nothing,
        (true, false) => Differs::Type,
        (false, true) => Differs::Name,
        (true, true) => Differs::Both,
    }
}

/// The usual extension of a declared type.
pub(super) fn extension(media: &str) -> Option<&'static str> {
    KNOWN.iter().find(|known| known.media.contains(&media)).map(|known| known.kind.extension)
}

#[cfg(test)]
mod tests {
    use super::{DERIVED, Differs, KNOWN, differs, extension, of};

    #[test]
    fn every_line_of_the_table_is_read() {
        let lines = include_str!("kinds.csv").lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(KNOWN.len(), lines + DERIVED.len());
        let bytes = KNOWN.iter().filter(|known| !known.bytes.is_empty());
        for known in bytes {
            let mut content = vec![0; known.offset];
            content.extend(known.bytes.iter().map(|byte| byte.unwrap_or(7)));
            assert_eq!(of(&content).map(|kind| kind.name), Some(known.kind.name));
            content.pop();
            assert_ne!(of(&content).map(|kind| kind.name), Some(known.kind.name), "{}", known.kind.name);
        }
    }

    #[test]
    fn archives_are_what_is_in_them() {
        let zip = |inside: &[u8]| [b"PK\x03\x04\x14\x00", inside].concat();
        let name = |content: &[u8]| of(content).map(|kind| kind.extension);
        assert_eq!(name(&zip(b"word/document.xml")), Some("docx"));
        assert_eq!(name(&zip(b"xl/workbook.xml")), Some("xlsx"));
        assert_eq!(name(&zip(b"mimetypeapplication/vnd.oasis.opendocument.text")), Some("odt"));
        assert_eq!(name(&zip(b"homework.c")), Some("zip"));
        assert_eq!(name(b"\xef\xbb\xbf\r\n <!DOCTYPE HTML><p>"), Some("html"));
        assert_eq!(name(b"Dear teacher, <html>"), None);
        assert_eq!(name(b""), None);
    }

    #[test]
    fn a_program_is_told_whatever_it_calls_itself() {
        let exe = of(b"MZ\x90\x00");
        for (declared, filename, says) in [
            ("application/pdf", Some("report.pdf"), Differs::Both),
            ("application/octet-stream", Some("photo.jpg"), Differs::Name),
            ("application/octet-stream", Some("photo.jpg.exe"), Differs::Nothing),
            ("application/x-msdownload", Some("SETUP.EXE"), Differs::Nothing),
            ("text/plain", None, Differs::Type),
            ("application/vnd.some-thing", Some("x.zzz"), Differs::Both),
        ] {
            assert_eq!(differs(exe, declared, filename), says, "{declared} {filename:?}");
        }
    }

    #[test]
    fn what_cannot_be_told_apart_is_held_against_nobody() {
        let zip = of(b"PK\x03\x04....");
        assert_eq!(differs(zip, "application/x-some-format", Some("x.some")), Differs::Nothing);
        let docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        assert_eq!(differs(zip, docx, Some("report.docx")), Differs::Nothing);
        assert_eq!(differs(zip, "image/png", Some("report.docx")), Differs::Type);
        assert_eq!(differs(of(b"\xff\xd8\xff\xe0"), "image/jpg", Some("x.jpeg")), Differs::Nothing);
        assert_eq!(differs(of(b"<html>"), "text/plain", Some("notes.txt")), Differs::Nothing);
        assert_eq!(differs(None, "image/png", Some("x.png")), Differs::Nothing);
        assert_eq!((extension("image/png"), extension("text/calendar")), (Some("png"), None));
    }
}
