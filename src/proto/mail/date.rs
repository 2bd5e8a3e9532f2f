//! Dates of header fields (RFC 5322, section 3.3, and the obsolete forms of section 4.3).

use crate::dialogue::{Clock, Time};

const MONTHS: [&[u8]; 12] =
    [b"jan", b"feb", b"mar", b"apr", b"may", b"jun", b"jul", b"aug", b"sep", b"oct", b"nov", b"dec"];
/// The zones that RFC 822 named, in hours.
const ZONES: [(&[u8], i32); 10] = [
    (b"ut", 0),
    (b"gmt", 0),
    (b"est", -5),
    (b"edt", -4),
    (b"cst", -6),
    (b"cdt", -5),
    (b"mst", -7),
    (b"mdt", -6),
    (b"pst", -8),
    (b"pdt", -7),
];

/// The moment that a date names; `None` where it is no date.
pub(super) fn read(raw: &[u8]) -> Option<Clock> {
    let mut words = words(raw);
    // The day of the week, which may be left out, and is not held against the date.
    if words.first().is_some_and(|word| word.first().is_some_and(u8::is_ascii_alphabetic)) {
        words.remove(0);
    }
    let mut words = words.into_iter();
    let day = number(&words.next()?, 2)?;
    let month = words.next()?;
    let month = MONTHS.iter().position(|known| month.get(..3) == Some(*known))? as i64 + 1;
    let year = year(&words.next()?)?;
    let time = words.next()?;
    let mut clock = time.split(|&byte| byte == b':').map(|part| number(part, 2));
    let (hour, minute) = (clock.next()??, clock.next()??);
    let second = clock.next().unwrap_or(Some(0))?;
    if clock.next().is_some() || !(1..=31).contains(&day) || hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let zone = zone(words.next().as_deref().unwrap_or(b"-0000"))?;
    let seconds = hour * 3600 + minute * 60 + second - i64::from(zone.unwrap_or(0)) * 60;
    Some(Clock { time: Time::from_civil(year, month, day, seconds), zone })
}

/// What stands between blanks and commas, comments left out, in lower case.
fn words(raw: &[u8]) -> Vec<Vec<u8>> {
    let mut words = vec![Vec::new()];
    let mut depth = 0u32;
    for &byte in raw {
        match byte {
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            b' ' | b'\t' | b'\r' | b'\n' | b',' => words.push(Vec::new()),
            other => {
                if let Some(word) = words.last_mut() {
                    word.push(other.to_ascii_lowercase());
                }
            }
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

fn number(digits: &[u8], most: usize) -> Option<i64> {
    let good = (1..=most).contains(&digits.len()) && digits.iter().all(u8::is_ascii_digit);
    good.then(|| digits.iter().fold(0, |number, digit| number * 10 + i64::from(digit - b'0')))
}

/// Two and three digits are years of programs that did not know better (RFC 5322, section 4.3).
fn year(digits: &[u8]) -> Option<i64> {
    let year = number(digits, 4)?;
    Some(match digits.len() {
        2 if year < 50 => year + 2000,
        2 | 3 => year + 1900,
        4 => year,
        _ => return None,
    })
}

/// Minutes east of Greenwich; `Some(None)` where the zone is not told (`-0000`, and letters nobody used as meant).
fn zone(word: &[u8]) -> Option<Option<i32>> {
    if let Some((sign @ (b'+' | b'-'), digits)) = word.split_first() {
        let number = (digits.len() == 4).then(|| number(digits, 4)).flatten()?;
        let minutes = i32::try_from(number / 100 * 60 + number % 100).ok()?;
        return Some(match (sign, minutes) {
            (b'-', 0) => None,
            (b'-', minutes) => Some(-minutes),
            (_, minutes) => Some(minutes),
        });
    }
    let named = ZONES.iter().find(|zone| zone.0 == word).map(|zone| zone.1 * 60);
    (named.is_some() || word.iter().all(u8::is_ascii_alphabetic)).then_some(named)
}

#[cfg(test)]
mod tests {
    use super::read;

    fn shown(text: &str) -> Option<(String, Option<i32>)> {
        read(text.as_bytes()).map(|clock| (clock.time.to_seconds_string(), clock.zone))
    }

    #[test]
    fn dates_of_new_and_old_programs() {
        for (text, time, zone) in [
            (" Mon, 23 Nov 2026 10:20:31 +0800\r\n", "2026-11-23T02:20:31Z", Some(480)),
            ("1 Jan 1970 00:00 +0000", "1970-01-01T00:00:00Z", Some(0)),
            ("Thu, 29 Feb 2024 23:59:60 -0330 (NST)", "2024-03-01T03:30:00Z", Some(-210)),
            ("Fri, 21 Nov 97 09:55:06 EST", "1997-11-21T14:55:06Z", Some(-300)),
            ("3 september 2003 1:02:03 Z", "2003-09-03T01:02:03Z", None),
            ("Sat, 1 Mar 2025 12:00:00 -0000", "2025-03-01T12:00:00Z", None),
            ("Sat,1 Mar 2025\r\n\t12:00:00\r\n +0000", "2025-03-01T12:00:00Z", Some(0)),
        ] {
            assert_eq!(shown(text), Some((time.to_owned(), zone)), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "yesterday",
            "2026-11-23T02:20:31Z",
            "32 Jan 2026 00:00",
            "1 Jan 2026",
            "1 Jan 2026 24:00",
            "1 Foo 2026 1:00",
            "1 Jan 2026 1:00 +08",
        ] {
            assert_eq!(shown(text), None, "{text}");
        }
    }
}
