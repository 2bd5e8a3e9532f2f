//! Columns on the screen: CJK takes two, combining marks none.

use crate::dialogue::is_printable_ascii;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Columns that a text takes.
pub fn width(text: &str) -> usize {
    // Most texts are ASCII, where the answer needs no table.
    if is_printable_ascii(text.as_bytes()) { text.len() } else { text.width() }
}

/// Cuts a text to `columns`; what was cut off is said by the last character.
pub fn fit(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let (kept, _) = split_at(text, columns.saturating_sub(1));
    [kept, "\u{2026}"].concat()
}

/// The longest beginning of a text that takes at most `columns`, and the rest.
pub(super) fn split_at(text: &str, columns: usize) -> (&str, &str) {
    // Behind the last column a character may stand that takes none.
    if let Some((head, tail)) = text.split_at_checked(columns)
        && is_printable_ascii(head.as_bytes())
        && tail.bytes().next().is_none_or(|next| matches!(next, b' '..=b'~'))
    {
        return (head, tail);
    }
    let mut taken = 0;
    for (at, character) in text.char_indices() {
        taken += character.width().unwrap_or(0);
        if taken > columns {
            return text.split_at(at);
        }
    }
    (text, "")
}

/// Breaks a text into lines of at most `columns`: at spaces, or between CJK characters, never before a closing mark.
pub(super) fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut rest = text;
    while width(rest) > columns && columns >= 8 {
        let (head, tail) = split_at(rest, columns);
        let at = break_before(head, tail);
        let (head, tail) = rest.split_at(at);
        lines.push(head.trim_end().to_owned());
        rest = tail.trim_start();
    }
    lines.push(rest.to_owned());
    lines
}

/// Where to break: the last place in `head` that may end a line.
fn break_before(head: &str, tail: &str) -> usize {
    let closing = |c: char| "，。；：、）」》』〉！？,.;:)]}!?".contains(c);
    let opening = |c: char| "（「《『〈([{".contains(c);
    let wide = |c: char| c.width() == Some(2);
    let mut next = tail.chars().next();
    for (at, character) in head.char_indices().rev() {
        let behind = at + character.len_utf8();
        let follows_closing = next.is_some_and(closing);
        let good = !follows_closing
            && !opening(character)
            && (character == ' ' || wide(character) || next.is_some_and(|next| wide(next) || next == ' '));
        if good && behind > head.len() / 3 {
            return behind;
        }
        next = Some(character);
    }
    head.len()
}

#[cfg(test)]
mod tests {
    use super::{fit, width, wrap};

    #[test]
    fn chinese_takes_two_columns_and_is_cut_with_a_sign() {
        assert_eq!(width("张三 <a>"), 8);
        assert_eq!(fit("实验四:邮件", 6), "实验\u{2026}");
        assert_eq!(fit("short", 6), "short");
    }

    #[test]
    fn a_mark_that_takes_no_column_stays_with_its_letter_at_the_cut() {
        assert_eq!(super::split_at("resume\u{301}s", 6), ("resume\u{301}", "s"));
        assert_eq!(super::split_at("resume", 6), ("resume", ""));
        assert_eq!(super::split_at("resumes", 6), ("resume", "s"));
        assert_eq!(super::split_at("resum张", 6), ("resum", "张"));
    }

    #[test]
    fn no_line_begins_with_a_closing_mark() {
        let lines = wrap("信封发件人，不一定等于信头里的，收件人", 10);
        assert!(lines.iter().all(|line| width(line) <= 10 && !line.starts_with('，')), "{lines:?}");
        assert_eq!(lines.concat(), "信封发件人，不一定等于信头里的，收件人");
    }

    #[test]
    fn english_breaks_at_spaces() {
        assert_eq!(wrap("envelope sender, not the header", 16), ["envelope sender,", "not the header"]);
    }
}
