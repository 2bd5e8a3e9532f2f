//! Fingerprints of hellos: a client program is known by what it offers, in which order, whatever it says of itself.
//!
//! JA3 and JA3S are the MD5 of numbers as they stand in the hello; JA4 sorts them first, since browsers shuffle their
//! extensions. All three leave out GREASE, which is made up anew for each connection (RFC 8701).

use md5::Md5;
use sha2::{Digest, Sha256};

use super::hello::{ClientHello, ServerHello};
use super::registry::is_grease;
use crate::dialogue::hex;

/// JA3: version, suites, extensions, groups and point formats in decimal, in the order of the hello.
pub(super) fn ja3(hello: &ClientHello) -> String {
    let extensions = &hello.extensions;
    let formats: Vec<u16> = extensions.point_formats.iter().copied().map(u16::from).collect();
    let lists = [&hello.suites, &extensions.order, &extensions.groups, &formats].map(|list| decimal(list));
    md5(&format!("{},{}", hello.version, lists.join(",")))
}

/// JA3S: version, suite and extensions of the answer.
pub(super) fn ja3s(hello: &ServerHello) -> String {
    md5(&format!("{},{},{}", hello.version, hello.suite, decimal(&hello.extensions.order)))
}

/// JA4: a part to read, a hash of the sorted suites, and one of the sorted extensions with the signature schemes as
/// they stand. SNI and ALPN are in the first part only.
pub(super) fn ja4(hello: &ClientHello) -> String {
    let extensions = &hello.extensions;
    let version = match hello.highest() {
        0x0304 => "13",
        0x0303 => "12",
        0x0302 => "11",
        0x0301 => "10",
        0x0300 => "s3",
        0x0002 => "s2",
        _ => "00",
    };
    let mut suites = real(&hello.suites);
    let mut order = real(&extensions.order);
    let named = if order.contains(&0) { 'd' } else { 'i' };
    let counts = [suites.len().min(99), order.len().min(99)];
    let [first, last] = protocol(extensions.first_alpn.as_deref().unwrap_or_default());
    suites.sort_unstable();
    order.retain(|number| !matches!(number, 0 | 16));
    order.sort_unstable();
    let mut listed = hexadecimal(&order);
    let schemes = real(&extensions.signatures);
    if !schemes.is_empty() && !listed.is_empty() {
        listed = format!("{listed}_{}", hexadecimal(&schemes));
    }
    let [b, c] = [hexadecimal(&suites), listed].map(|list| truncated(&list));
    format!("t{version}{named}{:02}{:02}{first}{last}_{b}_{c}", counts[0], counts[1])
}

/// First and last character of the first ALPN name; of its hexadecimal form where either is no letter or digit.
fn protocol(name: &[u8]) -> [char; 2] {
    let (Some(first), Some(last)) = (name.first(), name.last()) else { return ['0', '0'] };
    if first.is_ascii_alphanumeric() && last.is_ascii_alphanumeric() {
        return [char::from(*first), char::from(*last)];
    }
    let digit = |nibble: u8| char::from_digit(u32::from(nibble), 16).unwrap_or('0');
    [digit(first >> 4), digit(last & 15)]
}

fn real(numbers: &[u16]) -> Vec<u16> {
    numbers.iter().copied().filter(|number| !is_grease(*number)).collect()
}

fn decimal(numbers: &[u16]) -> String {
    real(numbers).iter().map(u16::to_string).collect::<Vec<_>>().join("-")
}

fn hexadecimal(numbers: &[u16]) -> String {
    numbers.iter().map(|number| format!("{number:04x}")).collect::<Vec<_>>().join(",")
}

fn md5(text: &str) -> String {
    hex(&Md5::digest(text))
}

/// The first twelve digits of the hash; zeros for nothing.
fn truncated(list: &str) -> String {
    if list.is_empty() {
        return "000000000000".to_owned();
    }
    let mut digits = hex(&Sha256::digest(list));
    digits.truncate(12);
    digits
}

#[cfg(test)]
mod tests {
    use super::{ja3, ja4, protocol};
    use crate::proto::tls::hello::{ClientHello, Extensions};

    fn numbers(list: &str, radix: u32) -> Vec<u16> {
        let parts = list.split([',', '-']).filter(|part| !part.is_empty());
        parts.map(|part| u16::from_str_radix(part, radix).unwrap()).collect()
    }

    /// The example that the specification of JA4 computes step by step.
    fn published() -> ClientHello {
        ClientHello {
            version: 0x0303,
            suites: numbers(
                "4a4a,1301,1302,1303,c02b,c02f,c02c,c030,cca9,cca8,c013,c014,009c,009d,002f,0035",
                16,
            ),
            extensions: Extensions {
                order: numbers(
                    "2a2a,001b,0000,0033,0010,4469,0017,002d,000d,0005,0023,0012,002b,ff01,000b,000a,0015,1a1a",
                    16,
                ),
                signatures: numbers("0403,0804,0401,0503,0805,0501,0806,0601", 16),
                versions: vec![0x3a3a, 0x0304, 0x0303],
                first_alpn: Some(b"h2".to_vec()),
                ..Extensions::default()
            },
            ..ClientHello::default()
        }
    }

    #[test]
    fn ja4_equals_the_published_examples() {
        let mut hello = published();
        assert_eq!(ja4(&hello), "t13d1516h2_8daaf6152771_e5627efa2ab1");
        hello.extensions.signatures.clear();
        assert_eq!(ja4(&hello), "t13d1516h2_8daaf6152771_6d807ffa2a79");
        assert_eq!(
            ja4(&ClientHello { version: 0x0301, ..ClientHello::default() }),
            "t10i000000_000000000000_000000000000"
        );
    }

    #[test]
    fn the_ends_of_an_alpn_name_are_shown_in_hexadecimal_where_they_are_no_letters() {
        let names: [(&[u8], [char; 2]); 8] = [
            (b"h2", ['h', '2']),
            (b"http/1.1", ['h', '1']),
            (b"", ['0', '0']),
            (b"x", ['x', 'x']),
            (b"\xab", ['a', 'b']),
            (b"\xab\xcd", ['a', 'd']),
            (b"\x30\xab", ['3', 'b']),
            (b"\x30\x31\xab\xcd", ['3', 'd']),
        ];
        for (name, ends) in names {
            assert_eq!(protocol(name), ends, "{name:?}");
        }
        assert_eq!(protocol(b"\x30\xab\xcd\x31"), ['0', '1']);
    }

    /// The two examples of the README that introduced JA3.
    #[test]
    fn ja3_equals_the_published_examples() {
        let hello = |suites, order, groups, formats: &[u8]| ClientHello {
            version: 769,
            suites: numbers(suites, 10),
            extensions: Extensions {
                order: numbers(order, 10),
                groups: numbers(groups, 10),
                point_formats: formats.to_vec(),
                ..Extensions::default()
            },
            ..ClientHello::default()
        };
        let first = hello("47-53-5-10-49161-49162-49171-49172-50-56-19-4", "0-10-11", "23-24-25", &[0]);
        assert_eq!(ja3(&first), "ada70206e40642a3e4461f35503241d5");
        let second = hello("4-5-10-9-100-98-3-6-19-18-99", "", "", &[]);
        assert_eq!(ja3(&second), "de350869b8c85de67a350c8d186f11e6");
    }
}
