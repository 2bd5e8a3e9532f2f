//! Charsets: the declared one, and a guess where none was declared.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, EUC_JP, EUC_KR, Encoding, GB18030, GBK, SHIFT_JIS};

/// Names that mail programs write and the WHATWG registry behind [`Encoding::for_label`] does not have.
static ALIASES: &[(&str, &str)] = &[
    ("eucgb2312_cn", "gbk"),
    ("euc-cn", "gbk"),
    ("euccn", "gbk"),
    ("cp936", "gbk"),
    ("ms936", "gbk"),
    ("windows-936", "gbk"),
    ("gb2312-80", "gbk"),
    ("gb18030-2000", "gb18030"),
    ("cp950", "big5"),
    ("big5-eten", "big5"),
    ("cp932", "shift_jis"),
    ("ms932", "shift_jis"),
    ("cp949", "euc-kr"),
    ("eucjp", "euc-jp"),
    ("euckr", "euc-kr"),
    ("utf8mb4", "utf-8"),
    ("cp1252", "windows-1252"),
    ("latin-1", "windows-1252"),
];

/// Text in a declared charset; `None` where the charset is not known. Bytes that are wrong in it become U+FFFD.
pub(super) fn decode(charset: &[u8], bytes: &[u8]) -> Option<String> {
    let name = String::from_utf8_lossy(charset).trim().to_ascii_lowercase();
    let label = ALIASES.iter().find(|alias| alias.0 == name).map_or(name.as_str(), |alias| alias.1);
    let encoding = Encoding::for_label(label.as_bytes())?;
    // The registry maps names it refuses to read (HZ-GB-2312, ISO-2022-KR) to an encoding that knows no characters.
    if encoding == encoding_rs::REPLACEMENT {
        return None;
    }
    Some(encoding.decode_without_bom_handling(bytes).0.into_owned())
}

/// Text whose charset nobody declared, and the charset that it was read in; `None` where none of East Asia fits.
///
/// UTF-8, if the bytes are valid in it: other text hardly ever is, and what comes out then looks it ([`is_doubtful`]).
/// Otherwise chardetng says which, by how often the characters come in texts of the web. What it has no reason to know is
/// who reads here: of a name or a short subject whose bytes are Chinese, Japanese and Korean at once, it is the Chinese
/// ([`is_anybodys`]).
pub(super) fn guess(bytes: &[u8]) -> Option<(&'static str, String)> {
    let utf8 = std::str::from_utf8(bytes).ok().map(|text| ("UTF-8", text.to_owned()));
    match utf8 {
        Some((_, ref text)) if is_doubtful(text) => in_charset(GB18030, bytes).or(utf8),
        Some(_) => utf8,
        None => guess_of_east_asia(bytes),
    }
}

/// Whether a text begins a word with a mark that belongs on a letter, as UTF-8 never does: two characters of GBK may be
/// two bytes of UTF-8 each by chance (通知).
fn is_doubtful(text: &str) -> bool {
    let mut before = ' ';
    text.chars().any(|character| {
        let mark = matches!(character, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}'
            | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}');
        let letter = std::mem::replace(&mut before, character).is_alphabetic();
        mark && !letter
    })
}

fn guess_of_east_asia(bytes: &[u8]) -> Option<(&'static str, String)> {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let found = match detector.guess(None, Utf8Detection::Deny) {
        // GB18030 reads all of GBK, and what GBK has not.
        found if found == GBK || is_anybodys(found, bytes) => GB18030,
        found => found,
    };
    if ![GB18030, BIG5, SHIFT_JIS, EUC_JP, EUC_KR].contains(&found) {
        return None;
    }
    in_charset(found, bytes)
}

/// The text in this charset, and its name; `None` where it cannot be.
fn in_charset(charset: &'static Encoding, bytes: &[u8]) -> Option<(&'static str, String)> {
    let text = charset.decode_without_bom_handling_and_without_replacement(bytes)?;
    if text.chars().any(unlikely) {
        return None;
    }
    let name = if charset == GB18030 && !has_four_bytes(bytes) { "GBK" } else { charset.name() };
    Some((name, text.into_owned()))
}

/// Characters that show that the charset is another one: private use is what unassigned code points become, and
/// half-width katakana is what Shift_JIS makes of any single byte.
fn unlikely(character: char) -> bool {
    let control = character.is_control() && !matches!(character, '\t' | '\r' | '\n');
    control || matches!(character, '\u{e000}'..='\u{f8ff}' | '\u{ff61}'..='\u{ff9f}')
}

/// Whether the text is so short that it is in EUC-JP or EUC-KR by chance: less than six characters without kana (rows
/// 0xA4 and 0xA5), or less than three of the rows where EUC-KR has Hangul (0xB0 to 0xC8) and GBK its commonest.
fn is_anybodys(found: &'static Encoding, bytes: &[u8]) -> bool {
    let mut leads = Vec::new();
    let mut rest = bytes;
    while let Some((&lead, behind)) = rest.split_first() {
        rest = behind;
        if lead >= 0x80 {
            leads.push(lead);
            rest = behind.split_first().map_or(behind, |(_, behind)| behind);
        }
    }
    let hangul = leads.iter().all(|lead| matches!(lead, 0xb0..=0xc8));
    let kana = leads.iter().any(|lead| matches!(lead, 0xa4 | 0xa5));
    found == EUC_JP && leads.len() < 6 && !kana || found == EUC_KR && (leads.len() < 3 || !hangul)
}

/// Whether GB18030 text has a character of four bytes, which GBK has not: its second byte is a digit.
fn has_four_bytes(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    while let Some((&lead, behind)) = rest.split_first() {
        rest = behind;
        if lead >= 0x81 {
            match rest.split_first() {
                Some((b'0'..=b'9', _)) => return true,
                Some((_, behind)) => rest = behind,
                None => {}
            }
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{decode, guess};
    use encoding_rs::Encoding;

    #[test]
    fn undeclared_text_is_read_in_the_likeliest_charset() {
        for (charset, named, text) in [
            ("utf-8", "UTF-8", "手工输入"),
            ("gbk", "GBK", "没有声明编码的主题"),
            ("gbk", "GBK", "实验报告（第 4 次）"),
            ("gbk", "GBK", "张三"),
            ("gbk", "GBK", "关于镕囍的通知"),
            ("gbk", "GBK", "李老师"),
            ("gbk", "GBK", "你好"),
            ("gbk", "GBK", "通知"),
            ("gbk", "GBK", "Re: 通知"),
            ("utf-8", "UTF-8", "cafe\u{301} au lait, Ελλάδα"),
            ("gbk", "GBK", "李老师：\r\n\r\n\t实验报告请查收。\r\n"),
            ("gb18030", "gb18030", "生僻字𠮷测试"),
            ("big5", "Big5", "關於電子郵件實驗的報告"),
            ("shift_jis", "Shift_JIS", "メールの実験について"),
            ("shift_jis", "Shift_JIS", "会議の件"),
            ("shift_jis", "Shift_JIS", "田中太郎"),
            ("euc-jp", "EUC-JP", "これはメールのテストです"),
            ("big5", "Big5", "老師您好：\r\n附件是這次作業的報告。\r\n"),
            ("big5", "Big5", "期末考試"),
            ("euc-kr", "EUC-KR", "보고서 첨부"),
            ("euc-kr", "EUC-KR", "안녕하세요 메일 시험입니다"),
        ] {
            let bytes = Encoding::for_label(charset.as_bytes()).unwrap().encode(text).0.into_owned();
            assert_eq!(guess(&bytes), Some((named, text.to_owned())), "{charset}");
        }
        assert_eq!(guess(b"\xff\xff"), None);
        assert_eq!(guess(b"abc\xb0"), None);
    }

    #[test]
    fn names_that_only_mail_programs_know_are_known() {
        let gbk = b"\xd5\xc5\xc8\xfd";
        for name in ["GBK", "gb2312", "eucgb2312_cn", "CP936", "GB18030"] {
            assert_eq!(decode(name.as_bytes(), gbk).as_deref(), Some("张三"), "{name}");
        }
        assert_eq!(decode(b"hz-gb-2312", b"x"), None);
        assert_eq!(decode(b"no-such-charset", b"x"), None);
    }
}
