# How lines were sent. $seconds and $median are seconds.
typed-line = { $keys } keys, { $seconds } s
    .why = Each key went out in a segment of its own, as telnet does when it sends characters and not lines. The count includes Enter; the time runs from the first key to Enter.
    .look = Filter tcp.len == 1. The keys are rows [TCP segment of a reassembled PDU]; Wireshark shows the line in the frame of Enter.
typed-hidden = typed key by key; the number of keys is withheld
    .why = The number of keys would tell the length of the secret, so it is not shown either.
    .look = Filter tcp.len == 1.
typed-program = lines arrive whole, not typed key by key
    .why = Lines that arrive whole were put together before sending: by a mail program, or by telnet in line mode. Nobody types a line within one segment.
    .look = Filter tcp.len > 1 && tcp.flags.push == 1.
typed-by-hand = typed by hand: { $keys } keys, each in a segment of its own, median pause { $median } s, { $corrections ->
    [0] no backspace
    [one] one backspace
   *[other] { $corrections } backspaces
}
    .why = Segments of one byte with pauses like those between keystrokes show a person at a keyboard. The median is the pause in the middle of all when sorted; a long break for thinking hardly moves it.
    .look = Filter tcp.len == 1. Set the time column to seconds since the previous displayed packet (frame.time_delta_displayed).
typed-intended = as meant; the line above is what was really sent
    .why = Windows telnet sends every key at once, so a correction cannot take anything back: it travels as one more byte, 0x08 or 0x7f. The server sees wrong letters and correction bytes; some servers answer 500 to such a line, some clean it up.
    .look = Filter tcp.payload == 08 || tcp.payload == 7f. Wireshark shows such a line as C: DATA fragment or with \b in it.
typed-telnet = telnet negotiation: { $options }
    .why = A telnet client on another port than 23 may still negotiate its options with bytes 255 (IAC, RFC 854). A mail server does not know them and takes them as the beginning of a command.
    .look = Filter tcp.payload contains ff:fd || tcp.payload contains ff:fb.
typed-intended-empty = (empty line)
typed-message = { $keys } keys (end mark included), { $seconds } s
typed-line-too-long = far too long; { $bytes } more bytes are not shown
    .why = A command line has at most 512 bytes and a line of text 1000, line end included (RFC 5321, section 4.5.3.1). Extensions may allow more, but a line of this length is no ordinary command.
    .look = Filter smtp && tcp.len > 512.
typed-lines-not-kept = { $lines } more lines are not shown
upgrade-clear = in clear, although TLS was agreed to
    .why = The server agreed to begin TLS, and the next bytes are no TLS: client and server go on in clear. What follows can be read by anyone on the way.
    .look = Filter tcp.stream, and look for Client Hello: there is none behind the agreement.
