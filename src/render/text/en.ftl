# Headings and labels
page-capture = { $path }  { $frames } frames  { $start }  { $seconds } s  { $links }
page-capture-compressed = { $compression } compressed
page-capture-early = { $path }  a large file, shown while it is read; the number of frames comes at the end
page-out-of-order = from here on conversations stand in the order in which they end
page-conversation =
    conversation { $stream }  { $title }  { $client } -> { $server }  { $late ->
        [yes] { $seconds } s from #{ $first } on
       *[no] { $seconds } s
    }
page-recognised = recognised by: { $how }
page-summary = summary: { $summary }
page-summary-more = summary: { $summary }; { $more }
page-masked = --reveal shows what is masked
page-more-findings =
    -v shows { $count ->
        [one] one more remark
       *[other] { $count } more remarks
    }
page-keys = keys and pauses (milliseconds)
page-keys-more = keys and pauses (milliseconds); { $count } more keys
page-folded = [{ $lines } more lines like these]
page-folded-how = -v shows them
page-took-server = server took { $seconds } s
page-handshake = round trip { $rtt } s; a segment to the client may carry { $client } bytes, to the server { $server } (MSS)
page-took-client = client took { $seconds } s
page-waits = server time { $server } s and client time { $client } s of { $seconds } s
page-others =
    { $count ->
        [one] one more conversation
       *[other] { $count } more conversations
    } not recognised; wiretale list shows them
page-comment = comment on #{ $frame }: { $text }
page-comment-file = comment on the file: { $text }
page-more-comments = 
    { $count ->
        [one] one more comment is not shown; --format json has it
       *[other] { $count } more comments are not shown; --format json has them
    }
list-stream = stream
list-protocol = protocol
list-recognised = recognised by
list-ends = client -> server
list-frames = frames
list-seconds = s
list-health = health
list-outcome = outcome
list-names = names
list-name = { $address } is { $names } ({ $source })
list-account = frames
list-by-banner = greeting, commands
list-by-command = commands, replies
list-by-tls_record = Client Hello
list-by-port = port
list-by-none = not recognised
list-by-no-data = no data
fate-used = used
fate-used-by = used ({ $detail })
fate-encrypted = encrypted without keys
fate-unrecognised = not recognised
fate-tcp_without_data = TCP without data
fate-retransmission = sent again
fate-duplicate = captured twice
fate-not_asked_for = left out by a filter
fate-tunnel = inside tunnels that are not opened
fate-tunnel-detail = inside tunnels that are not opened ({ $detail })
fate-not_tcp = not TCP
fate-not_tcp-detail = not TCP ({ $detail })
fate-names = DNS that gave names
fate-fragment_incomplete = incomplete IP fragments
fate-not_ip = not IP
fate-not_ip-detail = not IP ({ $detail })
fate-other_link_type = link types that are not decoded
fate-other_link_type-detail = link types that are not decoded ({ $detail })
fate-cut_header = too short to know what they are
fate-short-used = used
fate-sum = { $frames } = { $parts }
empty-head = no SMTP, POP3 or TLS conversation was found. What became of the { $frames } frames:
empty-head-what = no { $what } conversation was found. What became of the { $frames } frames:
empty-reason = why: { $reason }
empty-remedy = what to do: { $remedy }
empty-why-encrypted = all data is inside TLS and cannot be read without keys ({ $ends })
empty-do-encrypted = the handshake needs no key: leave out --protocol; for the contents set SSLKEYLOGFILE before starting the program, or use the protocols in clear (ports 25, 110)
empty-why-no-data = TCP connections were opened, acknowledged and closed, but carried no data
empty-do-no-data = start the capture first, then send; where a SYN got a RST the server's port is closed
empty-why-unrecognised = what the connections speak is none of SMTP, POP3 and TLS
empty-do-unrecognised = wiretale list shows how each conversation begins
empty-why-not-tcp = there is hardly any TCP in the file
empty-do-not-tcp = check the interface and the capture filter: mail uses TCP ports 25, 110, 143, 465, 587, 993, 995
empty-why-no-frames = the file holds no frames
empty-do-no-frames = start the capture, send the mail, then stop and save
empty-why-not-ip = the frames hold no IP (link type: { $links })
empty-do-not-ip = capture again on the right interface; not in monitor mode on wireless
empty-why-filter = the filter leaves out every conversation
empty-do-filter = leave out --stream, --host, --port or --protocol; wiretale list shows what there is
list-more-names = and { $count } more addresses (--format json has them)
page-each = {" "}(-v explains each)
empty-why-link-type = this link type is not decoded by wiretale ({ $links })
empty-do-link-type = capture on Ethernet, wireless (not in monitor mode) or loopback; Wireshark may be able to open this file
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
letter-digest = SHA-256
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
        [one] byte { $from } of the mail; in a saved file it belongs behind the first { $behind }
       *[other] { $bytes } bytes, { $from } to { $to } of the mail; in a saved file they belong behind the first { $behind }
    }
letter-more-gaps = and { $count } more places (--format json has them)
letter-header-not-captured = not captured
letter-gap-ends = its beginning or its end was not captured
