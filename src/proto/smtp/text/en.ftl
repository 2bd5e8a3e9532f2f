# Explanations of the steps of SMTP
smtp-command-ehlo = identifies the client and asks what the server can do
smtp-command-helo = HELO identifies the client; commands are not case-sensitive
smtp-command-lhlo = the greeting of LMTP: identifies the client
smtp-command-mail = envelope sender, not necessarily the From of the header
smtp-command-rcpt = envelope recipient, one command for each
smtp-command-data = DATA is only the command; the content follows after 354
smtp-command-bdat = BDAT sends content by its length, without an end mark
smtp-command-burl = asks the server to fetch the content from an IMAP server
smtp-command-rset = gives up the current envelope and starts again
smtp-command-noop = does nothing but ask for a reply
smtp-command-vrfy = asks whether an address exists
smtp-command-expn = asks for the members of a mailing list
smtp-command-help = asks for help
smtp-command-quit = asks to leave
smtp-command-auth = asks to log in
smtp-command-starttls = asks to go on with TLS from here
smtp-command-etrn = asks the server to send the mail queued for a domain
smtp-command-atrn = asks to swap roles and receive queued mail
smtp-command-xclient = a proxy tells who the real client is (Postfix)
smtp-command-xforward = passes on client details for logging (Postfix)
smtp-command-obsolete = a command that is long obsolete
smtp-command-unknown = not a known command; shown as sent
smtp-command-empty = an empty line
smtp-command-partial = the line never ended; the rest is not in the file
smtp-hello-nameless = without a name, which the standard requires
smtp-auth-mechanism = mechanism { $mechanism }
smtp-nth-mail = mail number { $number }
smtp-declared-size = declares { $size } bytes
smtp-null-sender = the null sender: a bounce or notification
smtp-path-unreadable = the address is not written as the standard asks
smtp-path-space = a space behind the colon
smtp-path-bare = the address has no angle brackets
smtp-bdat-unreadable = the size cannot be read, so the end of the content is unknown
smtp-bdat-size = the next { $size } bytes are content
smtp-bdat-last = LAST: the last chunk
smtp-bdat-chunk = chunk number { $number }; no dot stuffing here
smtp-label-chunk = content { $bytes } bytes
smtp-line-too-long = a line far too long; { $bytes } more bytes are not shown
smtp-content-bare-lf = lines end in LF alone; the server took the dot as the end mark
smtp-gap-in-message = bytes { $from } to { $to } of the message
smtp-reply-2xx = { $code } success
smtp-reply-3xx = { $code } go on
smtp-reply-4xx = { $code } a temporary failure; try again later
smtp-reply-5xx = { $code } a permanent failure
smtp-reply-211 = 211 system status or help
smtp-reply-214 = 214 help text
smtp-reply-220 = 220 service ready; a greeting follows
smtp-reply-220-starttls = 220 agreed: TLS begins with the next byte
smtp-reply-221 = 221 the server agrees to leave
smtp-reply-235 = 235 logged in
smtp-reply-250 = 250 success
smtp-reply-250-bdat = 250 the chunk has arrived
smtp-reply-250-content = 250 accepted and queued here, not yet delivered
smtp-reply-250-ehlo = 250 success: the extensions the server offers (-v explains each)
smtp-reply-250-helo = 250 success: a reply to HELO lists no extensions
smtp-reply-250-mail = 250 success: the sender is accepted
smtp-reply-250-noop = 250 success: the answer to NOOP
smtp-reply-250-rcpt = 250 success: the recipient is accepted
smtp-reply-250-rset = 250 success: the envelope is cleared
smtp-reply-251 = 251 not a local user; will be forwarded
smtp-reply-252 = 252 cannot verify the address, but will try to deliver
smtp-reply-334 = 334 go on
smtp-reply-354 = 354 send the content, ended by a line with only a dot
smtp-reply-421 = 421 service not available; the server closes
smtp-reply-432 = 432 a password transition is needed
smtp-reply-450 = 450 mailbox unavailable for now
smtp-reply-451 = 451 an error while processing; try again later
smtp-reply-452 = 452 not enough storage, or too many recipients
smtp-reply-454 = 454 temporary authentication failure
smtp-reply-454-starttls = 454 TLS not available now; the session goes on in clear
smtp-reply-455 = 455 cannot handle the parameters for now
smtp-reply-500 = 500 command not recognised
smtp-reply-501 = 501 a syntax error in the argument
smtp-reply-502 = 502 command not implemented
smtp-reply-503 = 503 bad sequence of commands
smtp-reply-504 = 504 parameter not implemented
smtp-reply-521 = 521 this host does not accept mail
smtp-reply-530 = 530 authentication or STARTTLS required first
smtp-reply-534 = 534 the mechanism is too weak
smtp-reply-535 = 535 login failed: wrong user name or authorization code
smtp-reply-538 = 538 encryption required for this mechanism
smtp-reply-550 = 550 refused: no such mailbox, or by policy
smtp-reply-550-rcpt = 550 the recipient is refused
smtp-reply-551 = 551 not a local user; try elsewhere
smtp-reply-552 = 552 exceeds the size limit
smtp-reply-553 = 553 mailbox name not allowed
smtp-reply-554 = 554 the transaction failed
smtp-reply-554-greeting = 554 no SMTP service here
smtp-reply-555 = 555 parameters not recognised
smtp-reply-unreadable = not a reply of SMTP; shown as sent
smtp-reply-unfinished = the reply never ended; the rest is not in the file
smtp-helo-many-lines = several lines in answer to HELO, where RFC 5321 (section 3.2) shows one; it works
smtp-lost-data = probably DATA
smtp-lost-auth = probably a step of the login
smtp-lost-quit = probably QUIT
smtp-lost-mail = probably MAIL FROM; the sender is unknown
smtp-lost-rcpt = probably RCPT TO; the recipient is unknown
smtp-lost-ehlo = probably EHLO
smtp-lost-starttls = probably STARTTLS
smtp-keyword-host = this line names the server; the others are extensions
smtp-keyword-unknown = an extension that is not registered, perhaps a vendor's
smtp-keyword-8bitmime = the body may hold 8-bit bytes (RFC 6152)
smtp-keyword-atrn = roles can be swapped after login (RFC 2645)
smtp-keyword-auth = mechanisms to log in with: { $parameters } (RFC 4954)
smtp-keyword-binarymime = the body may be binary, sent with BDAT (RFC 3030)
smtp-keyword-burl = the server can fetch content from IMAP (RFC 4468)
smtp-keyword-checkpoint = an interrupted transfer can go on (RFC 1845)
smtp-keyword-chunking = content can be sent in chunks with BDAT (RFC 3030)
smtp-keyword-deliverby = a time limit for delivery can be set (RFC 2852)
smtp-keyword-dsn = delivery notifications can be asked for (RFC 3461)
smtp-keyword-enhancedstatuscodes = replies carry enhanced status codes such as 2.1.0 (RFC 2034)
smtp-keyword-etrn = queued mail can be asked for (RFC 1985)
smtp-keyword-expn = mailing lists can be expanded
smtp-keyword-futurerelease = mail can be held for later (RFC 4865)
smtp-keyword-help = help can be asked for
smtp-keyword-limits = limits of the server: { $parameters } (RFC 9422)
smtp-keyword-mailcompress = Tencent's compression, without a public standard
smtp-keyword-mt-priority = a priority can be given (RFC 6710)
smtp-keyword-no-soliciting = no soliciting mail please (RFC 3865)
smtp-keyword-pipelining = commands can be sent without waiting for replies (RFC 2920)
smtp-keyword-requiretls = TLS can be required all the way (RFC 8689)
smtp-keyword-rrvs = the recipient's ownership can be checked (RFC 7293)
smtp-keyword-size = mail up to { $size } bytes, that is { $mib } MiB (RFC 1870)
smtp-keyword-smtputf8 = addresses and headers may be UTF-8 (RFC 6531)
smtp-keyword-starttls = the session can change to TLS (RFC 3207)
smtp-keyword-submitter = the responsible submitter can be named (RFC 4405)
smtp-keyword-time = the server's time can be asked for
smtp-keyword-vrfy = addresses can be asked for with VRFY
smtp-keyword-x-anonymoustls = TLS between Exchange servers
smtp-keyword-xclient = a trusted proxy can name the real client (Postfix)
smtp-keyword-xforward = client details can be passed on for logging (Postfix)
smtp-keyword-xlist = a vendor's extension
smtp-keyword-xoorg = Exchange: names the originating organisation
smtp-recognised = the server speaks first with 220, the client sends { $verb } (the bytes decide, not the port)
smtp-recognised-greeting = the server speaks first with 220; no command of the client is seen
smtp-recognised-late = { $verb } and replies; the side that sends commands is the client; login and extensions unknown
smtp-recognised-commands = commands such as { $verb }
smtp-outcome-mails =
    { $mails ->
        [0] no mail accepted
        [one] 1 mail accepted
       *[other] { $mails } mails accepted
    }
smtp-outcome-clear = in clear
smtp-outcome-starttls = encrypted behind STARTTLS
smtp-summary =
    { $logins ->
        [0] { $failed ->
            [0] no login
           *[other] { $failed } failed logins
        }
       *[other] { $failed ->
            [0] logged in
           *[other] logged in after { $failed } failed attempts
        }
    }, { $mails ->
        [one] 1 mail accepted
       *[other] { $mails } mails accepted
    }{ $others ->
        [0] {""}
       *[other] , { $others } envelopes not completed
    }
smtp-clear-although-offered =
    { $login ->
        [yes] login in clear: the server offered STARTTLS ({ $offered }), the client did not use it; user name, authorization code and mail travelled in clear ({ $frames })
       *[no] in clear: the server offered STARTTLS ({ $offered }), the client did not use it; the mail travelled in clear ({ $frames })
    }
smtp-clear-behind-starttls = the client sent { $bytes } more bytes in clear behind STARTTLS, before TLS began: { $text }; a server that carries them out after the handshake is open to command injection
smtp-starttls-refused = the server refused STARTTLS ({ $code }); the session goes on in clear, not encrypted
smtp-bare-lf = lines end in <LF> alone (from #{ $first } on, { $lines } lines): the standard asks for <CR><LF> (RFC 5321, section 2.3.8)
smtp-reply-codes-differ = the lines of one reply have different codes, against RFC 5321, section 4.2.1
smtp-message-incomplete = the message is incomplete: { $size } bytes are here, { $missing } are missing; only a new capture can bring them
smtp-command-cut = the end of the line is missing
smtp-content-given-up = given up by the client with RSET before it was whole
