//! The wire format of RFC 1035, as far as names of addresses need it.

use std::net::IpAddr;

use nom::bytes::complete::take;
use nom::number::complete::{be_u16, be_u32};
use nom::{IResult, Parser};

use crate::dialogue::write_wire_text;

pub(super) struct Response {
    pub(super) question: Option<String>,
    /// Owner, where there is no question, and address of every A and AAAA record.
    pub(super) addresses: Vec<(String, IpAddr)>,
}

/// Bytes of a name, and its labels (section 2.3.4): with pointers a short message could have endless ones.
const MAX_NAME: usize = 255;
const MAX_LABELS: usize = 127;

/// Section 4.1: header, questions, answers. `None` for what is no response.
pub(super) fn response(message: &[u8]) -> Option<Response> {
    let (mut rest, (_, flags, questions, answers, _, _)) =
        (be_u16::<_, nom::error::Error<&[u8]>>, be_u16, be_u16, be_u16, be_u16, be_u16)
            .parse(message)
            .ok()?;
    // QR is set in a response; RCODE 0 is "no error" (section 4.1.1).
    if flags & 0x8000 == 0 || flags & 0x000f != 0 {
        return None;
    }
    let mut question = None;
    for _ in 0..questions {
        let mut asked = String::new();
        let behind = name(message, rest, question.is_none().then_some(&mut asked))?;
        let (behind, _) = take::<_, _, nom::error::Error<&[u8]>>(4usize).parse(behind).ok()?;
        question.get_or_insert(asked);
        rest = behind;
    }
    let mut addresses = Vec::new();
    for _ in 0..answers {
        let mut owner = String::new();
        let behind = name(message, rest, question.is_none().then_some(&mut owner))?;
        let (behind, (kind, data)) = record(behind).ok()?;
        match kind {
            1 => addresses.extend(<[u8; 4]>::try_from(data).map(|bytes| (owner, IpAddr::from(bytes)))),
            28 => addresses.extend(<[u8; 16]>::try_from(data).map(|bytes| (owner, IpAddr::from(bytes)))),
            _ => {}
        }
        rest = behind;
    }
    Some(Response { question, addresses })
}

/// Section 4.1.3, behind the owner: TYPE, CLASS, TTL, RDLENGTH, RDATA.
fn record(input: &[u8]) -> IResult<&[u8], (u16, &[u8])> {
    let (rest, (kind, _, _, length)) = (be_u16, be_u16, be_u32, be_u16).parse(input)?;
    let (rest, data) = take(length)(rest)?;
    Ok((rest, (kind, data)))
}

/// Section 4.1.4: labels, ended by a zero byte or by a pointer into the message; written to `text`, where anybody wants
/// them. Returns what is behind.
fn name<'a>(message: &'a [u8], input: &'a [u8], mut text: Option<&mut String>) -> Option<&'a [u8]> {
    let mut at = input;
    let mut behind = None;
    let mut bytes = 0;
    for _ in 0..=MAX_LABELS {
        let (&length, rest) = at.split_first()?;
        match length {
            0 => return Some(behind.unwrap_or(rest)),
            1..=63 => {
                let (label, rest) = rest.split_at_checked(usize::from(length))?;
                bytes += 1 + label.len();
                if bytes >= MAX_NAME {
                    return None;
                }
                if let Some(text) = &mut text {
                    if !text.is_empty() {
                        text.push('.');
                    }
                    write_wire_text(text, label);
                }
                at = rest;
            }
            0xc0..=0xff => {
                let (&low, rest) = rest.split_first()?;
                behind.get_or_insert(rest);
                at = message.get(usize::from(length & 0x3f) << 8 | usize::from(low)..)?;
            }
            _ => return None,
        }
    }
    None
}
