# The page of `report`
report-title = Capture report
report-skip = Skip to the content
report-language = Language
report-contents = Contents
report-files = Capture files
report-frames-head = What became of every frame
report-fate = fate
report-frames = frames
report-conversations = Conversations
report-dialogues = Dialogues
report-findings = Findings
report-no-findings = Nothing was found amiss.
report-lessons = Often misunderstood
report-lessons-intro = Each of these is said because frames of this capture show it.
report-explanations = Explanations
report-explanations-intro = What the rows above mean, each once. In a row, "why" opens its explanation.
report-why = why
report-why-head = Why
report-look-head = In Wireshark
report-evidence = evidence
report-severity-error = error
report-severity-warning = warning
report-severity-note = note
report-fault-sender = a peer sent it so
report-fault-network = the network
report-fault-capture = the capture
report-fault-wiretale = a bound of wiretale
report-fault-unknown = cannot be told
report-fault = cause: { $fault }
report-filter = display filter
report-copy = copy
report-copied = copied
report-not-copied = not copied; select it and copy it by hand
report-masked = Passwords, tokens and digests are masked, in the source of this page too.
report-revealed = This page shows passwords, tokens and digests. Do not hand it on.
report-marks = How to read the rows
report-marks-quoted = a line of the client or the server, as it was sent
report-marks-described = bytes of the client or the server, described (mail content, TLS messages)
report-marks-missing = bytes that are missing from the capture
report-marks-typed = what a typist meant
report-marks-event = an event of the connection
report-marks-star = encrypted, read with its secrets
report-marks-frames = Wireshark's frame number; a click copies the display filter of the row
report-marks-seconds = seconds since the conversation began
report-rows-more = { $count } more lines
report-left-out = { $count ->
        [one] One dialogue is
       *[other] { $count } dialogues are
    } left out, so that the page stays usable: choose conversations with --stream, --protocol or --host.
report-made = Made offline by wiretale { $version }. Nothing in this page is loaded from a network.
report-open-all = unfold all
report-close-all = fold all
report-ladder = Sequence ladder
report-ladder-described = { $rows } rows in the order of time, the client at the left, the server at the right. The rows of the dialogue say the same in words.
report-ladder-more = [{ $count } rows left out]
report-mails = Mails
report-same = The same mail, met more than once
report-lesson = The handshake as a lesson
report-shown = Who takes part
report-checks = Computed again
report-bytes = Byte by byte
report-bytes-how = Point at bytes or at a field, and the other lights up. In the list of fields: arrow keys, Home and End; Enter keeps a field lit, Escape lets it go.
report-bytes-link = bytes
report-bytes-left-out = { $count ->
        [one] One message is
       *[other] { $count } messages are
    } not shown byte by byte, so that the page stays usable: choose a conversation with --stream, or use wiretale tls --open.
report-states = States and the path taken
report-states-of = States of { $protocol }
report-states-path = Path: { $path }.{ $misused ->
        [0] {""}
        [one] {" "}One command did not belong where it was sent.
       *[other] {" "}{ $misused } commands did not belong where they were sent.
    }
report-states-content = content
report-states-response = response
report-more-alike = { $count } more of this kind
