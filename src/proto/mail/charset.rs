//! Charsets: the declared one, and a guess where none was declared.

use encoding_rs::{BIG5, EUC_JP, EUC_KR, Encoding, GB18030, SHIFT_JIS};

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

/// Text whose charset nobody declared, and the charset that it was read in; `None` where none fits.
///
/// The charsets of East Asia overlap, so this is a guess, made in this order:
///
/// 1. UTF-8, if the bytes are valid in it: other text hardly ever is.
/// 2. Where every character lies in the 94x94 square that EUC encodings share (both bytes from 0xA1 on), GBK, for the
///    readers of this program write Chinese; but EUC-JP where a third or more is kana (rows 0xA4, 0xA5), and EUC-KR
///    where eight characters or more all lie in the rows of Hangul (0xB0 to 0xC8), which Chinese text hardly does.
/// 3. Otherwise Big5, if no lead byte is below 0xA1 and a quarter or more of the second bytes are below 0xA1 (rare in
///    GBK text, the rule in Big5).
/// 4. Shift_JIS, where a third or more is kana (lead bytes 0x82 and 0x83).
/// 5. GB18030 (named GBK where no character has four bytes), Big5, Shift_JIS, EUC-JP, EUC-KR: the first in which the
///    bytes have no error.
pub(super) fn guess(bytes: &[u8]) -> Option<(&'static str, String)> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(("UTF-8", text.to_owned()));
    }
    let shape = Shape::of(bytes);
    let mut order: Vec<&'static Encoding> = Vec::with_capacity(6);
    if shape.square == shape.pairs {
        if shape.euc_kana * 3 >= shape.pairs {
            order.push(EUC_JP);
        } else if shape.pairs >= 8 && shape.hangul == shape.pairs {
            order.push(EUC_KR);
        }
    } else if shape.high_lead == shape.pairs && shape.low_trail * 4 >= shape.pairs {
        order.push(BIG5);
    } else if shape.sjis_kana * 3 >= shape.pairs {
        order.push(SHIFT_JIS);
    }
    order.extend([GB18030, BIG5, SHIFT_JIS, EUC_JP, EUC_KR]);
    order.into_iter().find_map(|encoding| {
        let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
        if text.chars().any(unlikely) {
            return None;
        }
        let name = match encoding {
            e if e == GB18030 && !has_four_bytes(bytes) => "GBK",
            e => e.name(),
        };
        Some((name, text.into_owned()))
    })
}

/// Characters that show that the charset is another one: private use is what unassigned code points become, and
/// half-width katakana is what Shift_JIS makes of any single byte.
fn unlikely(character: char) -> bool {
    matches!(character, '\u{e000}'..='\u{f8ff}' | '\u{ff61}'..='\u{ff9f}') || character.is_control()
}

/// How the bytes look when read two by two.
#[derive(Default)]
struct Shape {
    pairs: usize,
    square: usize,
    high_lead: usize,
    low_trail: usize,
    euc_kana: usize,
    sjis_kana: usize,
    hangul: usize,
}

impl Shape {
    fn of(bytes: &[u8]) -> Shape {
        let mut shape = Shape::default();
        let mut rest = bytes;
        while let Some((&lead, behind)) = rest.split_first() {
            rest = behind;
            if lead < 0x80 {
                continue;
            }
            let Some((&trail, behind)) = rest.split_first() else { break };
            rest = behind;
            shape.pairs += 1;
            shape.square += usize::from(lead >= 0xa1 && trail >= 0xa1);
            shape.high_lead += usize::from(lead >= 0xa1);
            shape.low_trail += usize::from(trail < 0xa1);
            shape.euc_kana += usize::from(matches!(lead, 0xa4 | 0xa5) && trail >= 0xa1);
            shape.sjis_kana += usize::from(matches!(lead, 0x82 | 0x83));
            shape.hangul += usize::from((0xb0..=0xc8).contains(&lead));
        }
        shape
    }
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
            ("gb18030", "gb18030", "生僻字𠮷测试"),
            ("big5", "Big5", "關於電子郵件實驗的報告"),
            ("shift_jis", "Shift_JIS", "メールの実験について"),
            ("euc-jp", "EUC-JP", "これはメールのテストです"),
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
