//! The RFCs that a text names, as links to the section that it means.

use std::fmt::Write;

/// Where RFCs are read. The page's script has it too.
const HOME: &str = "https://www.rfc-editor.org/rfc/rfc";

/// A part of a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part<'a> {
    /// Words.
    Plain(&'a str),
    /// The name of an RFC, with what stands behind [`HOME`]: `5321#section-4.5.3`.
    Rfc(&'a str, String),
}

/// The parts of a text.
pub(super) fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let (mut plain, mut at) = (0, 0);
    while let Some(found) = text.get(at..).and_then(|rest| rest.find("RFC ")) {
        let start = at + found;
        at = start + 4;
        let Some((length, target)) = text.get(start..).and_then(reference) else { continue };
        if start > plain {
            parts.extend(text.get(plain..start).map(Part::Plain));
        }
        at = start + length;
        parts.extend(text.get(start..at).map(|name| Part::Rfc(name, target)));
        plain = at;
    }
    parts.extend(text.get(plain..).filter(|rest| !rest.is_empty()).map(Part::Plain));
    parts
}

/// An RFC's name at the beginning of a text: how long it is, and what it points to. Sections are written `section 4.5`,
/// `4.5`, `第 4.5 节`, `4.5 節`, appendices `appendix F`, `附录 F`, `付録 F`.
fn reference(text: &str) -> Option<(usize, String)> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let number = text.get(4..).map(digits).filter(|count| (1..=5).contains(count))?;
    let named = 4 + number;
    let target = text.get(4..named)?.to_owned();
    let behind = text.get(named..)?;
    let trimmed = behind.trim_start_matches([',', ' ', '，', '、']);
    for (word, kind) in [("appendix ", "appendix"), ("附录 ", "appendix"), ("付録 ", "appendix")] {
        if let Some(letter) = trimmed.strip_prefix(word).and_then(|rest| rest.get(..1)) {
            let length = named + (behind.len() - trimmed.len()) + word.len() + 1;
            return Some((length, format!("{target}#{kind}-{letter}")));
        }
    }
    let words = ["sections ", "section ", "第 ", "第"];
    let (word, rest) = words
        .into_iter()
        .find_map(|word| Some((word, trimmed.strip_prefix(word)?)))
        .or_else(|| Some(("", trimmed)).filter(|_| behind.starts_with(' ') && !behind.starts_with("  ")))
        .unwrap_or(("", ""));
    let section = rest.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
    let section = rest.get(..section).unwrap_or("").trim_end_matches('.');
    // A bare number is a section only where it is written as one, `4.5` or `4 節`; `250` is a reply code.
    let tail = rest.get(section.len()..).unwrap_or("");
    let closing = ["节", "節"].into_iter().find_map(|word| {
        let trimmed = tail.trim_start_matches(' ');
        trimmed.strip_prefix(word).map(|rest| tail.len() - rest.len())
    });
    let is_section = !section.is_empty() && (!word.is_empty() || section.contains('.') || closing.is_some());
    if !is_section {
        return Some((named, target));
    }
    let length = named + (behind.len() - trimmed.len()) + word.len() + section.len() + closing.unwrap_or(0);
    Some((length, format!("{target}#section-{section}")))
}

/// A text as HTML: escaped, its RFCs as links.
pub(super) fn html(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for part in parts(text) {
        match part {
            Part::Plain(text) => escape(&mut out, text),
            Part::Rfc(name, target) => {
                // The target is digits, letters and dots. Writing into a string cannot fail.
                let _ = write!(out, "<a href=\"{HOME}{target}\">{name}</a>");
            }
        }
    }
    out
}

/// A text that stands in HTML, between tags or in quotes.
pub(super) fn escape(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            character => out.push(character),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Part, html, parts};

    fn links(text: &str) -> Vec<(&str, String)> {
        let link = |part| if let Part::Rfc(name, target) = part { Some((name, target)) } else { None };
        parts(text).into_iter().filter_map(link).collect()
    }

    #[test]
    fn sections_are_found_as_each_language_writes_them() {
        for (text, name, target) in [
            ("see RFC 5321 section 4.5.3, and", "RFC 5321 section 4.5.3", "5321#section-4.5.3"),
            ("(RFC 5321, section 4)", "RFC 5321, section 4", "5321#section-4"),
            ("RFC 5321 4.5.3.1.", "RFC 5321 4.5.3.1", "5321#section-4.5.3.1"),
            ("（RFC 1939 第 7 节）", "RFC 1939 第 7 节", "1939#section-7"),
            ("（RFC 1939 7 節）", "RFC 1939 7 節", "1939#section-7"),
            ("RFC 5321 附录 F.2", "RFC 5321 附录 F", "5321#appendix-F"),
            ("RFC 821 says", "RFC 821", "821"),
            ("RFC 5321 250 is no section", "RFC 5321", "5321"),
            ("RFC 7918：", "RFC 7918", "7918"),
        ] {
            assert_eq!(links(text), [(name, target.to_owned())], "{text}");
        }
        assert!(links("RFC x, RFCs, RFC 123456").is_empty());
        assert_eq!(links("RFC 1 and RFC 2").len(), 2);
    }

    #[test]
    fn nothing_of_a_text_is_lost_and_nothing_of_it_is_markup() {
        let text = "<b>\"RFC 5321\"</b> 'RFC ' & RFC";
        let joined: String = parts(text)
            .iter()
            .map(|part| match part {
                Part::Plain(text) | Part::Rfc(text, _) => *text,
            })
            .collect();
        assert_eq!(joined, text);
        assert_eq!(
            html(text),
            "&lt;b&gt;&quot;<a href=\"https://www.rfc-editor.org/rfc/rfc5321\">RFC 5321</a>&quot;&lt;/b&gt; \
             &#39;RFC &#39; &amp; RFC"
        );
    }

    /// The RFCs that the texts of a file name, by key: a translation that names another section is a mistake.
    #[test]
    fn every_language_names_the_same_rfcs() {
        use std::collections::{BTreeMap, BTreeSet};
        let targets = |text: &'static str| {
            let mut all: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
            let mut key = "";
            for line in text.lines().filter(|line| !line.starts_with('#')) {
                if !line.starts_with([' ', '}']) {
                    key = line.split(" =").next().unwrap_or("");
                }
                all.entry(key).or_default().extend(links(line).into_iter().map(|(_, target)| target));
            }
            all
        };
        let (mut wrong, mut named) = (Vec::new(), 0);
        let protocols = crate::proto::PROTOCOLS.iter().map(|protocol| &protocol.texts);
        for texts in protocols.chain(crate::proto::MORE_TEXTS.iter().copied()) {
            let [zh, en, ja] = [texts.zh, texts.en, texts.ja].map(targets);
            for (key, en) in &en {
                named += en.len();
                for (lang, other) in [("zh", zh.get(key)), ("ja", ja.get(key))] {
                    if other != Some(en) {
                        wrong.push(format!("{key}: en {en:?}, {lang} {other:?}"));
                    }
                }
            }
        }
        assert!(named > 300, "{named}");
        assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
    }
}
