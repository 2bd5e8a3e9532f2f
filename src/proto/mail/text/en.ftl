# Content of mails. $types is empty, or a space and the types of the parts, such as (text/plain) (text/html).
mail-label = message { $size } bytes{ $types }
# $whole is the size of the whole message; 0 means that it is unknown.
mail-label-partial = { $whole ->
    [0] message { $size } bytes, incomplete{ $types }
   *[other] message { $size } / { $whole } bytes, incomplete{ $types }
}
mail-note-content = header, empty line, body; without the end mark
    .why = A mail is text: header lines, an empty line, the body (RFC 5322, section 2.1). What the screen shows as From and Subject stands in this header and was written by the sender; it is independent of the envelope.
    .look = Filter imf. The Info column shows from:, subject: and the types of the parts; encoded words stay encoded.
mail-note-top = header, empty line, first body lines: all TOP gives
    .why = TOP gave the whole header and only as many body lines as asked for (RFC 1939, section 7); the message is longer than this.
    .look = Filter upper(pop.request.command) == "TOP".
mail-note-incomplete = { $missing ->
    [0] without its beginning or end: no complete export
    [one] one byte is missing: no complete export
   *[other] { $missing } bytes are missing: no complete export
}
    .why = Bytes of the mail are not in the file. What lies before and behind a gap can be read, but a part in Base64 with a hole cannot be decoded whole, and no export can be complete.
    .look = Filter tcp.analysis.lost_segment || tcp.analysis.ack_lost_segment.
mail-note-header-missing = header not captured, hence no From and no Subject
    .why = From, To and Subject stand at the beginning of the mail, and just that is not in the file. Sender and recipient may still be seen in the envelope, MAIL FROM and RCPT TO.
    .look = Filter tcp.analysis.lost_segment || tcp.analysis.ack_lost_segment.
mail-note-header-partial = header not wholly captured; more fields may exist
    .why = The gap lies inside the header: fields that are not shown here may have been in it.
    .look = Filter tcp.analysis.lost_segment || tcp.analysis.ack_lost_segment.
mail-note-encoded-words = encoded words (=?utf-8?b?..?=) are shown decoded
    .why = A header may hold ASCII only, so other characters are written as encoded words: charset, then B for Base64 or Q for a kind of quoted-printable, then the content (RFC 2047). It is a notation, not encryption. Long texts are split into several words.
    .look = Filter imf.subject contains "=?".
mail-note-raw-utf8 = the header has plain UTF-8, no encoded words
    .why = Outside ASCII a header needs encoded words (RFC 2047), or the extension SMTPUTF8 (RFC 6531), which has to be asked for with MAIL FROM. Typed by hand, characters go out as they are; most programs guess UTF-8 and show them well.
    .look = Filter imf.subject.
mail-note-guessed = header bytes without a charset; { $charset } is a guess
    .why = Without encoded words nobody says what the bytes mean. They are no valid UTF-8 and read well in this charset, so it is the most likely; it may still be wrong.
    .look = Filter imf.subject.
mail-note-stuffed = dot stuffing: { $lines ->
    [one] one line, its extra dot removed
   *[other] { $lines } lines, extra dots removed
}
    .why = A line of the content that begins with a dot gets a second dot on the way, so that it cannot be taken for the end mark; the receiver takes it away (RFC 5321, section 4.5.2; RFC 1939, section 3). The mail itself is not changed.
    .look = Filter tcp.payload contains 0d:0a:2e:2e.
mail-note-size-as-declared = size as declared
    .why = The size announced beforehand, by SIZE= in MAIL FROM or by the server's +OK, is the size of the mail found here. Nothing is missing.
    .look = Filter smtp.req.parameter matches "(?i)size=" || pop.response.description contains "octets".
mail-note-size-differs = declared as { $declared } bytes, not the size found
    .why = A small difference is usually a matter of line ends: one program counts CRLF as two bytes, another as one. SIZE= is only an estimate (RFC 1870), so no mail is damaged by it.
    .look = Filter smtp.req.parameter matches "(?i)size=" || pop.response.description contains "octets".
mail-note-attachments = { $count ->
    [one] one attachment
   *[other] { $count } attachments
}
    .why = An attachment is a part of the same mail with a file name, written in Base64 and about a third larger for it (RFC 2045, section 6.8; RFC 2183).
    .look = Filter mime_multipart.header.content-disposition contains "attachment".
mail-header-too-long = A header block of the message has more than { $limit } bytes; the fields behind them were not read
    .why = The bound protects the program from endless headers. What was read is right; later fields are missing in the summary.
    .look = Filter imf.
mail-too-deep = Parts of the message are nested more than { $limit } levels deep; what is deeper is not unfolded
    .why = Parts may contain parts, as in a forwarded mail. Beyond the bound the content is kept as it is and not unfolded.
    .look = Filter mime_multipart.
mail-too-many-parts = The message has more than { $limit } parts; the others are not listed
    .why = The bound protects the program; the bytes of the mail itself are all counted.
    .look = Filter mime_multipart.
mail-no-boundary = A multipart names no usable boundary, so its parts cannot be told apart (RFC 2046, section 5.1.1)
    .why = A multipart needs a boundary parameter: the line that separates its parts. Without it a reader sees one long text.
    .look = Filter mime_multipart.no_required_parameter.
mail-unclosed = A multipart lacks its last delimiter line (--boundary--); it goes on to the end of the message (RFC 2046, section 5.1.1)
    .why = The last delimiter has two hyphens more at its end. Programs forgive its absence, but it may also be the sign of a mail that was cut short.
    .look = Filter mime_multipart && !mime_multipart.last_boundary.
mail-bad-base64 = A part declared as Base64 has other characters, or an incomplete end (RFC 2045, section 6.8)
    .why = Base64 uses 64 characters and = at the end, in groups of four. Other characters are skipped by most readers; a short last group loses bytes.
    .look = Filter mime_multipart.header.content-transfer-encoding contains "base64".
mail-bad-quoted-printable = A part declared as quoted-printable has an = without two hexadecimal digits behind it (RFC 2045, section 6.7)
    .why = In quoted-printable = begins a byte written as two hexadecimal digits, or a soft line break at the end of a line. Readers show anything else as it is.
    .look = Filter mime_multipart.header.content-transfer-encoding contains "quoted-printable".
mail-bad-uuencode = A part declared as uuencode has no begin line, no end, or lines that do not belong to it
    .why = uuencode is what mails used before MIME: begin, a mode and a name, lines that each begin with their length, end. Only what is decoded so far can be given.
    .look = Filter mime_multipart.header.content-transfer-encoding contains "uu".
mail-field-missing = Header without { $fields }: every message needs Date and From (RFC 5322, section 3.6)
    .why = The standard asks for two fields only, Date and From. A mail program writes them; who types a mail by hand forgets them easily. A submission server may add Date (RFC 6409, section 8.2), and nobody else may.
    .look = Filter imf && !(imf.date && imf.from).
mail-field-repeated = { $fields } more than once in one header (RFC 5322, section 3.6); the first one is shown
    .why = These fields may be there once. Programs disagree about which of several counts, so what one reader sees is not what another checks.
    .look = Filter imf, and open Internet Message Format.
mail-bad-date = Date is not a date as RFC 5322 writes it (section 3.3)
    .why = A date is day, month by its English abbreviation, year, time and the distance from Greenwich: 23 Nov 2026 10:20:31 +0800. Mail programs sort a mail with another one wrongly, or by when it arrived.
    .look = Filter imf.date.
mail-bad-header-line = A line of the header is no proper field: a blank before its colon, or a first line that continues none (RFC 5322, section 2.2)
    .why = A field is a name, a colon directly behind it, and its value; a line that begins with a blank continues the field before. Some programs take such a line, others see the end of the header in it.
    .look = Filter imf.unknown_extension || imf.
mail-no-empty-line = No empty line ends the header: the body begins with the first line that is no field (RFC 5322, section 2.1)
    .why = The empty line is the only border between header and body. People who type a mail by hand often forget it, and their first sentence disappears into the header or ends it.
    .look = Filter imf.
mail-too-large = Mails under way at the same time have more than { $limit } bytes; this one was not kept and cannot be saved
    .why = Sizes and the summary are right; only --extract cannot give this mail, and what mail -v says of its content is missing. The bound keeps a capture from taking all the memory.
    .look = Filter imf.
mail-name-shortened = A file name or type in the message has more than { $limit } bytes; its beginning is shown
    .why = No file system takes such a name, and a type has at most 255 bytes (RFC 6838, section 4.2). The bytes of the mail itself are all counted.
    .look = Filter mime_multipart.
