/// A number behind a text, with zeros in front of it up to this many digits (at most 20). The machinery of `format!`
/// takes ten times as long, and an output is numbers for the most part.
pub fn write_digits(out: &mut String, number: u64, least: usize) {
    const ZEROS: &str = "00000000000000000000";
    let mut buffer = itoa::Buffer::new();
    let digits = buffer.format(number);
    if let Some(zeros) = ZEROS.get(digits.len()..).filter(|_| digits.len() < least) {
        out.push_str(zeros.get(..least - digits.len()).unwrap_or(zeros));
    }
    out.push_str(digits);
}

/// Bytes as hexadecimal digits, in lower case.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &str = "0123456789abcdef";
    let mut text = String::with_capacity(bytes.len() * 2);
    for half in bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(usize::from) {
        text.push_str(DIGITS.get(half..=half).unwrap_or_default());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{hex, write_digits};
    use proptest::prelude::*;

    #[test]
    fn the_ends_of_the_range_have_all_their_digits() {
        let mut out = String::new();
        for (number, least) in [(0, 0), (0, 3), (u64::MAX, 1), (7, 20), (7, 99)] {
            write_digits(&mut out, number, least);
            out.push(' ');
        }
        assert_eq!(out, "0 000 18446744073709551615 00000000000000000007 00000000000000000007 ");
    }

    proptest! {
        #[test]
        fn every_byte_has_two_hexadecimal_digits(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
            prop_assert_eq!(hex(&bytes), bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>());
        }

        #[test]
        fn digits_are_those_of_format(number in any::<u64>(), shift in 0u32..64, least in 0usize..20) {
            let mut out = String::new();
            write_digits(&mut out, number >> shift, least);
            prop_assert_eq!(out, format!("{:0least$}", number >> shift));
        }
    }
}
