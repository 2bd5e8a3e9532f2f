# Content of mails. $types is empty, or a space and the types of the parts, such as (text/plain) (text/html).
mail-label = message { $size } bytes{ $types }
# $whole is the size of the whole message; 0 means that it is unknown.
mail-label-partial = { $whole ->
    [0] message { $size } bytes, incomplete{ $types }
   *[other] message { $size } / { $whole } bytes, incomplete{ $types }
}
mail-note-content = header, empty line, body; without the end mark (a line of one dot)
mail-note-top = header, empty line and the first lines of the body: TOP asks for no more
mail-note-incomplete = { $missing ->
    [0] incomplete: it cannot be exported as a whole
    [one] one byte is missing: it cannot be exported as a whole
   *[other] { $missing } bytes are missing: it cannot be exported as a whole
}
mail-note-header-missing = the header was not captured, hence no From and no Subject
mail-note-header-partial = the header was not captured as a whole: there may be more fields
mail-note-encoded-words = encoded words of the header (=?charset?encoding?text?=) are shown decoded
mail-note-raw-utf8 = the header has UTF-8 as it is, without encoded words
mail-note-guessed = the header has bytes of no declared charset; { $charset } is a guess
mail-note-stuffed = dot stuffing: { $lines ->
    [one] one line, its extra dot taken away
   *[other] { $lines } lines, their extra dots taken away
}
mail-note-size-as-declared = size as declared
mail-note-size-differs = declared as { $declared } bytes, which is not its size
mail-note-attachments = { $count ->
    [one] one attachment
   *[other] { $count } attachments
}
mail-header-too-long = A header block of the message has more than { $limit } bytes; the fields behind them were not read
mail-too-deep = Parts of the message are nested more than { $limit } levels deep; what is deeper is not unfolded
mail-too-many-parts = The message has more than { $limit } parts; the others are not listed
mail-no-boundary = A multipart names no usable boundary, so its parts cannot be told apart (RFC 2046, section 5.1.1)
mail-unclosed = A multipart lacks its last delimiter line (--boundary--); it goes on to the end of the message (RFC 2046, section 5.1.1)
mail-bad-base64 = A part declared as Base64 has other characters, or an incomplete end (RFC 2045, section 6.8)
mail-bad-quoted-printable = A part declared as quoted-printable has an = without two hexadecimal digits behind it (RFC 2045, section 6.7)
mail-no-empty-line = No empty line ends the header: the body begins with the first line that is no field (RFC 5322, section 2.1)
mail-too-large = The message has more than { $limit } bytes; its content was not kept and cannot be exported
