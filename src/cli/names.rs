//! File names made of what mails say: right on Linux, macOS and Windows, whatever was written there.

use crate::dialogue::{decode_wire_text, is_shown};

/// Bytes of a file name that come from a mail. With number and endings a name stays below the 255 that file systems take,
/// and a path below the 260 characters of Windows.
const MAX_NAME: usize = 120;
/// Bytes of a subject in a file name.
const MAX_SLUG: usize = 60;
/// Bytes of an extension that is kept when a name is shortened.
const MAX_EXTENSION: usize = 16;
/// Names that are devices on Windows, with any extension.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// A file name: without folders, and with nothing that a file system or a terminal takes for something else.
pub(super) fn file_name(text: &str) -> String {
    let text = plain(text);
    let last = text.rsplit(['/', '\\']).find(|part| !part.trim().is_empty()).unwrap_or("");
    let name = harmless(last);
    let (stem, extension) = match name.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() && extension.len() <= MAX_EXTENSION => {
            (stem, format!(".{extension}"))
        }
        _ => (name.as_str(), String::new()),
    };
    let stem = shortened(stem, MAX_NAME.saturating_sub(extension.len())).trim_end_matches(['.', ' ']);
    let name = format!("{stem}{extension}");
    match stem {
        "" => format!("unnamed{extension}"),
        _ if is_device(&name) => format!("_{name}"),
        _ => name,
    }
}

/// A subject as part of a file name: blanks are hyphens.
pub(super) fn slug(subject: Option<&str>) -> String {
    let Some(subject) = subject else { return "no-subject".to_owned() };
    let text = harmless(&plain(subject)).replace(' ', "-");
    match shortened(&text, MAX_SLUG).trim_end_matches(['.', '-', '_']) {
        "" => "empty-subject".to_owned(),
        slug => slug.to_owned(),
    }
}

/// What was written, before what cannot be printed of it became `<0x..>`.
fn plain(text: &str) -> String {
    String::from_utf8_lossy(&decode_wire_text(text)).into_owned()
}

fn harmless(text: &str) -> String {
    let mut name = String::with_capacity(text.len());
    for character in text.chars() {
        let replaced = match character {
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '\u{fffd}' => '_',
            '\t' | '\r' | '\n' => ' ',
            character if character.is_whitespace() => ' ',
            character if is_shown(character) => character,
            _ => '_',
        };
        if !(matches!(replaced, ' ' | '_') && name.ends_with(replaced)) {
            name.push(replaced);
        }
    }
    // Dots in front hide a file, dots and blanks behind are cut off by Windows.
    name.trim_matches([' ', '.']).to_owned()
}

fn shortened(text: &str, most: usize) -> &str {
    let mut end = text.len().min(most);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let numbered = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    let digit = |text: &str| {
        matches!(text, "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³")
    };
    DEVICES.contains(&stem.as_str()) || numbered.is_some_and(digit)
}

#[cfg(test)]
mod tests {
    use super::{MAX_NAME, file_name, slug};
    use crate::dialogue::wire_text;

    #[test]
    fn hostile_names_become_harmless_ones() {
        for (name, safe) in [
            ("../../etc/passwd", "passwd"),
            ("C:\\Users\\x\\report.doc", "report.doc"),
            ("/", "unnamed"),
            ("..", "unnamed"),
            ("", "unnamed"),
            (".bashrc", "bashrc"),
            ("CON", "_CON"),
            ("nul.txt", "_nul.txt"),
            ("com1.tar.gz", "_com1.tar.gz"),
            ("LPT¹", "_LPT¹"),
            ("console.txt", "console.txt"),
            ("a<b>:c|d?.txt", "a_b_c_d_.txt"),
            ("report.exe. . ", "report.exe"),
            ("实验截图.png", "实验截图.png"),
            ("a\u{202e}gnp.exe", "a_gnp.exe"),
            ("a\r\nb\x1b[2J\0.txt", "a b_[2J_.txt"),
            ("-rf", "-rf"),
        ] {
            assert_eq!(file_name(&wire_text(name.as_bytes())), safe, "{name:?}");
        }
        assert_eq!(file_name(&wire_text(b"\xd5\xc5\xff.txt")), "_.txt");
    }

    #[test]
    fn long_names_are_shortened_between_characters_and_keep_their_extension() {
        let name = file_name(&format!("{}.docx", "实".repeat(300)));
        assert!(name.len() <= MAX_NAME && name.ends_with("实.docx"), "{name}");
        let long = file_name(&format!("x.{}", "y".repeat(300)));
        assert_eq!(long.len(), MAX_NAME);
        assert!(file_name(&format!("{}.{}", "a".repeat(200), ".".repeat(20))).len() <= MAX_NAME);
    }

    #[test]
    fn a_subject_becomes_part_of_a_name() {
        assert_eq!(slug(Some("Re: 实验 4/5")), "Re_-实验-4_5");
        assert_eq!(slug(Some("")), "empty-subject");
        assert_eq!(slug(Some("...")), "empty-subject");
        assert_eq!(slug(None), "no-subject");
        assert_eq!(slug(Some(&wire_text(b"a\r\nb"))), "a-b");
        assert!(slug(Some(&"长".repeat(100))).len() <= 60);
    }
}
