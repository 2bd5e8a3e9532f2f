//! DNS (RFC 1035): from a datagram to the names of addresses. No session: an answer stands for itself.

use std::net::IpAddr;

mod wire;

/// UDP ports that carry answers in this format: DNS, multicast DNS (RFC 6762), LLMNR (RFC 4795).
pub const PORTS: [u16; 3] = [53, 5353, 5355];

/// The names that a response gives to addresses: for each address the name that was asked for, or its owner when the
/// response answers no question. Anything that is no response gives none.
pub fn names(datagram: &[u8]) -> Vec<(IpAddr, String)> {
    let Some(response) = wire::response(datagram) else { return Vec::new() };
    let asked = response.question;
    response
        .addresses
        .into_iter()
        .map(|(owner, address)| (address, asked.clone().unwrap_or(owner)))
        .filter(|(_, name)| !name.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::names;

    /// A response for `www.lab.example` with a CNAME to `a.lab.example` and its address 10.0.0.25.
    const RESPONSE: &[u8] = b"\x12\x34\x81\x80\0\x01\0\x02\0\0\0\0\
        \x03www\x03lab\x07example\0\0\x01\0\x01\
        \xc0\x0c\0\x05\0\x01\0\0\0\x3c\0\x04\x01a\xc0\x10\
        \x01a\xc0\x10\0\x01\0\x01\0\0\0\x3c\0\x04\x0a\0\0\x19";

    #[test]
    fn an_address_behind_an_alias_has_the_name_that_was_asked_for() {
        let found = names(RESPONSE);
        assert_eq!(found, [([10, 0, 0, 25].into(), "www.lab.example".to_owned())]);
    }

    #[test]
    fn a_question_and_a_cut_response_give_no_name() {
        let mut question = RESPONSE.to_vec();
        question[2] = 0x01;
        assert!(names(&question).is_empty());
        for len in 0..RESPONSE.len() {
            assert!(names(&RESPONSE[..len]).is_empty(), "cut at {len}");
        }
    }

    #[test]
    fn a_response_of_many_addresses_gives_them_all() {
        let mut many = RESPONSE[..33].to_vec();
        many[7] = 44;
        many[6] = 1;
        for last in 0..300u16 {
            many.extend(b"\xc0\x0c\0\x01\0\x01\0\0\0\x3c\0\x04\x0a\0");
            many.extend(last.to_be_bytes());
        }
        assert_eq!(names(&many).len(), 300);
    }

    #[test]
    fn a_name_of_more_bytes_than_any_name_has_is_none() {
        // Five labels of 63 bytes.
        let label = [&[63][..], &[b'a'; 63]].concat();
        let mut long = RESPONSE[..12].to_vec();
        long[7] = 1;
        long.extend(label.repeat(5));
        long.extend(b"\0\0\x01\0\x01\xc0\x0c\0\x01\0\x01\0\0\0\x3c\0\x04\x0a\0\0\x01");
        assert!(names(&long).is_empty());
    }

    #[test]
    fn names_that_point_at_themselves_end() {
        let mut looped = RESPONSE.to_vec();
        looped[12] = 0xc0;
        looped[13] = 0x0c;
        assert!(names(&looped).is_empty());
    }
}
