//! The messages of the mechanisms. Pure: a message in, what it names out.

/// RFC 4616: `[authzid] NUL authcid NUL passwd`; the user is authcid, who may act for authzid.
pub(super) fn plain_users(message: &str) -> Option<(String, String)> {
    let mut parts = message.split('\0');
    let (authzid, authcid, _password) = (parts.next()?, parts.next()?, parts.next()?);
    Some((authzid.to_owned(), authcid.to_owned()))
}

/// What a message of NTLM is (Microsoft MS-NLMP, section 2.2.1), and who it names: the third one has the user name, at the
/// place that its header tells, in UTF-16.
pub(super) fn ntlm(message: &[u8]) -> (&'static str, Option<String>) {
    let Some(rest) = message.strip_prefix(b"NTLMSSP\0") else { return ("sasl-response", None) };
    match rest.first() {
        Some(1) => ("sasl-ntlm-negotiate", None),
        Some(3) => {
            let number =
                |at: usize| message.get(at..at + 4).and_then(|it| it.try_into().ok()).map(u32::from_le_bytes);
            let user = number(36).zip(number(40)).and_then(|(len, from)| {
                let from = usize::try_from(from).ok()?;
                let bytes = message.get(from..from.checked_add((len & 0xffff) as usize)?)?;
                let (pairs, _) = bytes.as_chunks::<2>();
                let units: Vec<u16> = pairs.iter().copied().map(u16::from_le_bytes).collect();
                String::from_utf16(&units).ok()
            });
            match user.filter(|user| !user.is_empty()) {
                Some(user) => ("sasl-ntlm-authenticate", Some(user)),
                None => ("sasl-response", None),
            }
        }
        _ => ("sasl-response", None),
    }
}

pub(super) fn between(text: &str, from: &str, to: &str) -> Option<String> {
    let start = text.find(from)? + from.len();
    let rest = text.get(start..)?;
    Some(rest.get(..rest.find(to).unwrap_or(rest.len()))?.to_owned())
}
