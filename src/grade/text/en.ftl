# What a check looks for. Each has what the student can do where it is not so.
grade-expect-capture = a capture file with frames in it
grade-hint-capture = hand in the file that Wireshark saved (.pcapng), not a screenshot
grade-expect-captured-between = captured between { $from } and { $to }
grade-hint-captured-between = capture again in that time; where the clock of the computer is wrong, say so
grade-expect-captured-with = captured with { $program }
grade-hint-captured-with = capture with the program that was asked for and save as .pcapng, which names it
grade-expect-captured-from-start = { $protocol }: the capture has the connection from its three-way handshake on
grade-hint-captured-from-start = start the capture first, then connect
grade-expect-nothing-missing = { $protocol }: no frame of the conversation is missing
grade-hint-nothing-missing = close other programs and capture again; use a capture filter such as: host and the address of the server
grade-expect-client-address = the client has the address { $address }
grade-hint-client-address = capture on your own computer
grade-expect-conversation = a { $protocol } conversation
grade-hint-conversation = connect while the capture is running; check host and port
grade-expect-smtp-session = a whole SMTP session: from the greeting 220 to QUIT and 221
grade-hint-smtp-session = start the capture, then send; stop it only after the connection is closed
grade-expect-pop3-session = a whole POP3 session: greeting, login, QUIT
grade-hint-pop3-session = start the capture, then fetch the mail; end with QUIT
grade-expect-command = the command { $command } ({ $protocol })
grade-hint-command = send this command to the server while capturing
grade-expect-commands-in-order = these commands in this order: { $commands } ({ $protocol })
grade-hint-commands-in-order = do the steps in the order of the instructions, in one connection
grade-expect-reply = a reply { $code } ({ $protocol })
grade-hint-reply = look at what the server replies, and why
grade-expect-no-reply = no reply { $code } ({ $protocol })
grade-hint-no-reply = read the reply of the server and repair what it complains of
grade-expect-typed-by-hand = commands typed key by key ({ $protocol })
grade-hint-typed-by-hand = type the commands in telnet; a mail client sends whole lines
grade-expect-sent-by-program = sent by a program, in whole lines ({ $protocol })
grade-hint-sent-by-program = use the mail client, not telnet
grade-expect-login = a login that succeeds ({ $protocol })
grade-hint-login = check user name and authorization code; the password of the web page is often not accepted
grade-expect-login-refused = a login that the server refuses ({ $protocol })
grade-hint-login-refused = log in once with a wrong password, on purpose
grade-expect-login-in-clear = a login that can be read in the capture ({ $protocol })
grade-hint-login-in-clear = switch SSL/TLS and STARTTLS off for this experiment, with an account made for it
grade-expect-login-encrypted = a login inside TLS ({ $protocol })
grade-hint-login-encrypted = switch SSL/TLS or STARTTLS on, and hand in the key log
grade-expect-starttls = STARTTLS: { $state } ({ $protocol })
grade-hint-starttls = look at the security setting of the account in the mail client
grade-expect-extension-offered = the server offers { $keyword }
grade-hint-extension-offered = say EHLO, not HELO: only then the server lists its extensions
grade-expect-mail-accepted = a mail that the server accepts: 250 behind its content
grade-hint-mail-accepted = end the mail with a line that holds only a dot, and read the reply
grade-expect-envelope-sender = MAIL FROM with the address { $address }
grade-hint-envelope-sender = send from your own account
grade-expect-envelope-recipient = RCPT TO with the address { $address }
grade-hint-envelope-recipient = send to the address of the instructions
grade-expect-recipient-refused = a recipient that the server refuses
grade-hint-recipient-refused = try an address that does not exist
grade-expect-header = the header field { $field }
grade-hint-header = look at the field in the mail client before sending
grade-expect-subject-contains = a subject with: { $text }
grade-hint-subject-contains = write this into the subject, as it stands
grade-expect-from-differs-from-envelope = a mail whose From is not its envelope sender
grade-hint-from-differs-from-envelope = write another address into From: than behind MAIL FROM
grade-expect-attachment = a mail with an attachment
grade-hint-attachment = attach the file of the instructions, unchanged
grade-expect-mail-parts = a mail with the parts { $types }
grade-hint-mail-parts = choose HTML and plain text in the mail client, or attach what is asked for
grade-expect-mail-size = a mail of { $bytes } bytes at least
grade-hint-mail-size = send a longer text or an attachment
grade-expect-mail-fetched = a mail fetched with RETR
grade-hint-mail-fetched = fetch mail with POP3 while capturing; IMAP and the web page do not count
grade-expect-fetched-what-was-sent = the mail that was sent, fetched by POP3
grade-hint-fetched-what-was-sent = send a mail to yourself and fetch it, and hand in both captures
grade-expect-mail-deleted = a mail deleted: DELE, and then QUIT
grade-hint-mail-deleted = after DELE say QUIT: without it nothing is deleted
grade-expect-tls-handshake = a whole TLS handshake
grade-hint-tls-handshake = start the capture before the page or the mailbox is opened
grade-expect-tls-order = TLS messages in this order: { $messages }
grade-hint-tls-order = with TLS 1.3 most messages are encrypted: hand in the key log too
grade-expect-tls-version = { $version }
grade-hint-tls-version = look at supported_versions in both Hello messages
grade-expect-tls-suite = the cipher suite { $suite }
grade-hint-tls-suite = the server chooses from what the client offers: look at both Hello messages
grade-expect-tls-server-name = the server name { $name } in the Client Hello (SNI)
grade-hint-tls-server-name = open this address by its name
grade-expect-tls-certificate = certificate of the server, checked: { $check }
grade-hint-tls-certificate = look at the certificate: names, dates, who signed it
grade-expect-tls-resumed = a session that is resumed
grade-hint-tls-resumed = connect twice, one shortly after the other, and capture both
grade-expect-tls-decrypted = an encrypted session that the key log opens
grade-hint-tls-decrypted = set SSLKEYLOGFILE before the program is started, and hand in the file
grade-expect-tls-alert = a TLS alert
grade-hint-tls-alert = the alert comes where the handshake fails: look at the last message

# Further conditions.
grade-with-frames = at least { $value } frames
grade-with-mechanism = mechanism { $value }
grade-with-user = user { $value }
grade-with-port = port { $value }
grade-with-server = server { $value }
grade-with-count = at least { $value }
grade-with-command = behind { $value }
grade-with-name = file name { $value }
grade-with-type = type { $value }
grade-with-sha256 = SHA-256 { $value }
grade-with-equals = equals: { $value }
grade-with-contains = contains: { $value }
grade-with-or = or { $value ->
    [newer] newer
   *[older] older
}
grade-with-description = { $value }

# What was found. `[1] #26` names the file and the frames.
grade-places = { $places }
grade-places-more = { $places } and { $more } more
grade-some = { $count } of { $wanted }
grade-others = found instead: { $others }
grade-untold = cannot be told: { $places }
grade-none = none in { $count ->
    [one] the { $protocol } conversation
   *[other] { $count } { $protocol } conversations
}
grade-no-conversation = no such conversation
grade-no-file = no file of this kind
grade-absent = no { $protocol } conversation in { $files ->
    [one] the file
   *[other] { $files } files
}
grade-only-encrypted = { $encrypted } of { $frames } frames are encrypted
grade-late = the capture begins in the middle: { $place } is already { $line }
grade-hidden = { $file } is encrypted and may have { $protocol } inside; no evidence is not a mistake
grade-holes = frames are missing at { $place }; what was looked for may be among them
grade-too-many = more than { $count } mails; not all of them were compared
grade-no-capture = no capture could be read
grade-no-column = the roster has no { $column } for this student
grade-no-moment = from and to must be dates with a time
grade-frames = { $file } has { $frames } frames
grade-times = { $file }: { $first } to { $last }
grade-times-outside = { $file } is from another time: { $first } to { $last }
grade-program = { $file } was captured with { $program }
grade-no-program = { $file } does not name the program that captured it
grade-opening = three-way handshake at { $place }
grade-opening-partial = only a part of the three-way handshake, at { $place }
grade-opening-missing = no three-way handshake: the first line is at { $place }
grade-in-order = in this order: { $place }
grade-order-until = { $met } of { $all } in this order ({ $place }); missing then: { $next }
grade-typed = { $typed } of { $lines } commands typed key by key ({ $place })
grade-whole-lines = whole lines, like a mail client: { $typed } of { $lines } commands typed key by key ({ $place })
grade-session-has = { $parts } ({ $place })
grade-session-lacks = missing: { $parts }
grade-session-begins = { $place } is already { $line }
grade-envelope-and-from = { $place }: MAIL FROM { $sender }, From: { $from }
grade-sent-and-fetched = sent { $sent }, fetched { $fetched }
grade-not-the-same = { $sent } sent, { $fetched } fetched, none of them the same
grade-handshake = { $version }, { $place }
grade-handshake-alert = it fails with the alert { $alert } at { $place }

# The same in a few words, for a table of the class.
grade-remark-absent = no { $protocol } in { $files ->
    [one] the file
   *[other] { $files } files
}
grade-remark-late = the capture began too late
grade-remark-hidden = encrypted, no key log
grade-remark-holes = frames are missing
grade-remark-typed = typed by hand
grade-remark-whole-lines = lines arrive whole

# What to do where the captures cannot tell.
grade-hint-late = start the capture first, then connect; check with tcp.stream eq { $stream } that the first frame is a SYN
grade-hint-hidden = hand in the key log of { $file } too (SSLKEYLOGFILE)
grade-hint-holes = capture again on the computer itself, with a capture filter
grade-hint-absent = start the capture, then connect with { $protocol }; look at the port and at SSL/TLS in the settings
grade-hint-no-capture = save the capture in Wireshark as .pcapng and hand in that file
grade-hint-no-column = ask the teacher to add it

# Mistakes in rubrics.
rubric-toml = this is no TOML: { $message }
rubric-schema = the schema is { $found }; this program reads { $known }
rubric-no-schema = the first line must be: schema = "{ $known }"
rubric-no-items = there is no item: each begins with [[item]]
rubric-unknown = { $what } { $name } is not known; { $meant }
rubric-meant = did you mean { $name }?
rubric-known = there are: { $names }
rubric-key = the key
rubric-value = the value
rubric-check = the check
rubric-fact = the name
rubric-member = the member
rubric-function = the function
rubric-item = the item
rubric-wrong-type = { $name } must be { $kind }
rubric-type-text = a text in quotes
rubric-type-flag = true or false
rubric-type-number = a number, not below 0
rubric-type-texts = a list of texts: ["a", "b"]
rubric-type-moment = a date with a time: 2026-11-23T08:00:00+08:00
rubric-type-words = a text, or one for each language: { "{" } zh = "..", en = "..", ja = ".." { "}" }
rubric-type-tables = a table
rubric-missing-key = { $name } is missing
rubric-missing-param = the check { $check } needs { $name }
rubric-no-points = an item without points can be left out
rubric-no-checks = the item { $item } has no check: each begins with [[item.check]]
rubric-no-such-check = there is no check { $name }; the README lists all of them
rubric-one-of = a check has exactly one of use, when and file
rubric-no-expected = say in expected what is looked for: an expression says nothing to students
rubric-points-sum = the checks of { $item } have { $sum } points together, the item has { $points }
rubric-points-all = with credit = "all" the checks of { $item } have no points of their own
rubric-points-best = with credit = "best" the best check of { $item } must be worth { $points } points
rubric-pass-above = pass is { $pass }, but there are only { $total } points
rubric-twice = the item { $item } is there twice
rubric-unreachable = nobody can reach { $item }: what it needs leads back to itself
rubric-bad-moment = { $text } is no date with a time, such as 2026-11-23T08:00:00+08:00
rubric-empty = { $name } is empty: everything would fit
rubric-never-between = { $to } is before { $from }: nothing is captured between them
rubric-many-items = there are more than { $most } items
rubric-deep = this is too long or too deep: make several checks of it
rubric-expression = this is no expression: { $message }
rubric-not-bool = this gives { $kind }, not true or false
rubric-never-equal = { $one } and { $two } are never equal
rubric-member-of-list = this is a list: .exists(x, x.{ $name } == ..) asks whether one of it is so
rubric-no-members = { $kind } has no member { $name }
rubric-only-text = { $name } is for texts; this is { $kind }
rubric-no-list = this is { $kind }, not a list
rubric-kind-any = a value
rubric-kind-bool = true or false
rubric-kind-number = a number
rubric-kind-text = a text
rubric-kind-list = a list
rubric-kind-object = an object
rubric-no-utf8 = this is no UTF-8 (byte { $byte }); save it as UTF-8
rubric-mistakes = { $count ->
    [one] the rubric has a mistake
   *[other] the rubric has { $count } mistakes
}
rubric-in-order = in order: { $items } items, { $checks } checks, { $points } points
rubric-columns = the roster must have: id, { $columns }

# Words for what was met.
grade-word = { $place } { $word }
grade-and = { $before }, { $next }
grade-word-not-offered = STARTTLS not offered
grade-word-not-used = STARTTLS offered, not used
grade-word-refused = STARTTLS refused
grade-word-used = STARTTLS used
grade-word-session-id = by session ID
grade-word-ticket = by session ticket
grade-word-psk = by PSK
grade-word-full-handshake = full handshake
grade-word-decrypted = decrypted
grade-word-partly = decrypted in part
grade-word-no-match = no secret that fits
grade-word-no-secrets = no key log
