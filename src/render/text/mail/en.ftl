# Headings and labels of `mail`
mails-stream = stream
mails-no = no
mails-source = source
mails-frames = frames
mails-size = size
mails-parts = parts
mails-subject = subject
mails-headers = headers
mails-empty = (empty)
mails-no-subject = (none)
mails-not-captured = (not captured)
mails-more-parts = {" "}+ { $count } more
mails-already-there = was there already, with the same bytes
mails-not-saved-missing = not saved: { $path }, bytes of it are missing
mails-not-saved-large = not saved: { $path }, too large to be kept
mails-none = { $path }: no mail was sent or fetched { $encrypted ->
        [0] in the conversations of this file (wiretale { $path } shows them)
        [one] in clear; one conversation is encrypted, and what is inside cannot be read without keys
       *[other] in clear; { $encrypted } conversations are encrypted, and what is inside cannot be read without keys
    }
mails-same = same mail  { $first } = { $second }
mails-same-id = same Message-ID
mails-same-no-id = no Message-ID in both to compare
mails-same-body = same body (SHA-256)
mails-other-body = the body differs
mails-body-not-seen = bodies not compared: not wholly there in both
mails-lines-equal = the same header lines
mails-lines-more = { $count ->
        [one] one header line more: { $names }
       *[other] { $count } header lines more: { $names }
    }
mails-lines-fewer = { $count ->
        [one] one header line less: { $names }
       *[other] { $count } header lines less: { $names }
    }
mails-not-compared = more than { $limit } mails: the others were not compared with each other
letter-head = mail { $name }  { $command }  { $frames }  { $size }  { $time }
letter-size = { $size } bytes
letter-size-partial = { $whole ->
        [0] { $size } bytes, incomplete
       *[other] { $size } / { $whole } bytes, incomplete
    }
letter-envelope = envelope
letter-header = header
letter-compare = compared
letter-received = Received
letter-parts = parts
letter-text = text
letter-signature = signature
letter-gaps = missing
letter-file = file
letter-return-path = POP3 has none; the last server wrote the sender of the envelope into Return-Path: { $path }
letter-no-envelope = POP3 has none: it hands out the stored mail
letter-envelope-not-captured = not captured
letter-sender-not-captured = MAIL FROM not captured
letter-more-fields = { $count ->
        [one] and one more field (-vv shows it all)
       *[other] and { $count } more fields (-vv shows them all)
    }
letter-agree = envelope and header name the same people
letter-other-sender = From is not the sender of the envelope: { $from }, and { $sender } there
letter-bcc = only in the envelope (Bcc, or a mailing list): { $to }
letter-not-sent-to = in To or Cc, but not in this envelope: { $to }
letter-date-near = Date agrees with the capture's clock ({ $date })
letter-date-before = Date is { $span } before it was captured ({ $date })
letter-date-after = Date is { $span } after it was captured ({ $date }): one of the clocks is wrong
letter-bytes = { $size } bytes
letter-bytes-incomplete = { $size } bytes, not all of it
letter-kind = { $kind } by its bytes
letter-kind-not-type = { $kind } by its bytes, not { $declared } as declared
letter-kind-not-name = { $kind } by its bytes, not what its name says
letter-kind-not-both = { $kind } by its bytes: neither { $declared }, as declared, nor what its name says
letter-text-more = more follows
letter-text-empty = no text
letter-charset = charset { $charset }
letter-charset-guessed = no charset is declared; { $charset } is a guess
letter-text-html = the text of the HTML part
letter-text-remote = { $count ->
        [one] one picture or style sheet from elsewhere was not loaded
       *[other] { $count } pictures or style sheets from elsewhere were not loaded
    }
letter-text-scripts = { $count ->
        [one] one script left out
       *[other] { $count } scripts left out
    }
letter-body-matches = the body is the one that was signed (body hash matches); the signature itself is not checked, its key is in the DNS
letter-body-differs = the body is not the one that was signed (body hash does not match): it was changed behind the signer
letter-body-missing = body hash not checked: bytes of the body are missing
letter-body-no-hash = body hash not checked: the signature names none
letter-body-too-many = body hash not checked: too many signatures
letter-body-unknown = body hash not checked: this algorithm or canonicalization is not supported
letter-gap = { $bytes ->
        [one] byte { $from } of the mail; in a saved file the hole is at offset { $behind }
       *[other] { $bytes } bytes, { $from } to { $to } of the mail; in a saved file the hole is at offset { $behind }
    }
letter-more-gaps = and { $count } more places (--format json has up to a thousand)
letter-header-not-captured = not captured
letter-gap-ends = its beginning or its end was not captured
