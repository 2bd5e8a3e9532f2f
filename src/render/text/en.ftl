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
# What was looked up
topic-command = a command of { $protocol }
topic-keyword =
    { $protocol ->
        [POP3] a capability of POP3
       *[other] an extension that a server of { $protocol } offers
    }
topic-parameter = a parameter of MAIL or RCPT, { $protocol }
topic-reply-code =
    { $protocol ->
        [POP3] a status of POP3
       *[other] a reply code of { $protocol }
    }
topic-status-code =
    { $protocol ->
        [POP3] a response code of POP3
       *[other] an enhanced status code of { $protocol }
    }
topic-mechanism = a way to log in ({ $protocol })
topic-message = a message of the { $protocol } handshake
topic-alert = an alert of { $protocol }
topic-cipher-suite = a cipher suite of { $protocol }
topic-tls-extension = an extension of { $protocol }
topic-group = a group for the key exchange of { $protocol }
topic-signature-scheme = a signature scheme of { $protocol }
topic-context = , in answer to { $what ->
    [BDAT] a chunk of BDAT
    [CONTENT] the content
    [GREETING] the connection, as a greeting
    [EHLO-NONE] EHLO, with a single line
    [RECIPIENT] the content, one for each recipient (LMTP)
   *[other] { $what }
}
topic-example = example:
topic-wireshark = in Wireshark:
topic-source = defined in:

# The lesson.
lesson-client = client
lesson-server = server
lesson-star = * encrypted, read with its secrets; without them Wireshark writes Encrypted Handshake Message or Application Data
lesson-flight-client = { $number }. The client speaks
lesson-flight-server = { $number }. The server speaks
lesson-flight-both = { $number }. Both sides speak
lesson-observer = Who listens knows now:
lesson-observer-nothing = nothing of this: only that records of these lengths passed.
lesson-wireshark = In Wireshark
lesson-schedule = How the keys follow from each other
lesson-masked = Values are masked; --reveal shows them
lesson-bytes = the record at offset { $offset } of the { $side ->
    [C] client's
   *[S] server's
} stream begins with it; the message has { $bytes } bytes
lesson-bytes-behind = behind another message in its record; the message has { $bytes } bytes
lesson-bytes-inside = decrypted; the message has { $bytes } bytes
lesson-column-offset = offset
lesson-column-len = len
lesson-column-bytes = bytes
lesson-column-field = field
lesson-column-value = value  // what it is
markdown-frames = frames
markdown-seconds = s
markdown-line = line
markdown-note = explanation
markdown-more = { $rows } more rows in the table below
