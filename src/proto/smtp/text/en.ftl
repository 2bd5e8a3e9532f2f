# Explanations of the steps of SMTP
smtp-command-ehlo = identifies the client and asks what the server can do
    .why = The client opens the conversation with its own name and asks for extended SMTP (RFC 5321, section 4.1.1.1). The server answers with the list of its extensions, and the client uses only what the list offers. The name is a claim that nobody checks: a host name here identifies the computer, not the user.
    .look = Filter upper(smtp.req.command) == "EHLO". With upper() the filter finds lower case too, as many programs send it.
smtp-command-helo = HELO identifies the client; any case will do
    .why = The original greeting of SMTP: the client gives its name and asks for nothing more (RFC 5321, section 4.1.1.1). Programs send EHLO today; HELO is what people type by hand or what old devices send. Without EHLO the server lists no extensions, though many servers accept AUTH all the same.
    .look = Filter upper(smtp.req.command) == "HELO".
smtp-command-lhlo = the greeting of LMTP: identifies the client
    .why = LMTP (RFC 2033) is SMTP's sibling for the last step, from a mail server to its mailboxes. It begins with LHLO instead of EHLO, and after the content it gives one reply for every recipient. LMTP is not spoken on port 25.
    .look = Filter smtp contains "LHLO".
smtp-command-mail = envelope sender, not always the From of the header
    .why = MAIL FROM opens a mail transaction and gives the return path, to which failure reports go (RFC 5321, section 4.1.1.2). It belongs to the envelope. The From that a reader sees is a header line inside the content; the two may differ, and SMTP does not compare them.
    .look = Filter upper(smtp.req.command) == "MAIL". Compare it with imf.from of the message.
smtp-command-rcpt = envelope recipient, one command for each
    .why = RCPT TO names one recipient; for several the command is repeated, and each is accepted or refused on its own (RFC 5321, section 4.1.1.3). The mail goes to these addresses and not to the To of the header. That is how Bcc works: the recipient is in the envelope and missing in the header.
    .look = Filter upper(smtp.req.command) == "RCPT". Compare it with imf.to of the message.
smtp-command-data = DATA is only the command; content follows the 354
    .why = DATA asks whether the content may be sent; it is not the content (RFC 5321, section 4.1.1.4). The client waits for 354, then sends header, empty line and body, and ends with a line of a single dot. Any other reply means that nothing is sent.
    .look = Filter upper(smtp.req.command) == "DATA". The row C: DATA is the command. The rows C: DATA fragment behind 354 are Wireshark's label for content.
smtp-command-bdat = BDAT sends content by its length
    .why = With the CHUNKING extension BDAT replaces DATA: it gives the number of bytes, and exactly so many follow at once (RFC 3030, section 2). There is no 354, no end mark and no dot stuffing, so any byte may occur. Every chunk gets its own reply; LAST marks the end of the mail.
    .look = Filter smtp contains "BDAT". Wireshark 4.0 does not read BDAT: this row and all later rows of the client appear as C: DATA fragment.
smtp-command-burl = asks the server to take the content from IMAP
    .why = BURL (RFC 4468) names content that already lies on an IMAP server, so that a mail need not be uploaded twice. Few servers offer it.
    .look = Filter smtp contains "BURL".
smtp-command-rset = gives up the current envelope and starts again
    .why = RSET clears sender, recipients and content of the current transaction; the connection and the login stay (RFC 5321, section 4.1.1.5). It does not take back a mail that was already answered with 250.
    .look = Filter upper(smtp.req.command) == "RSET".
smtp-command-noop = does nothing but ask for a reply
    .why = NOOP changes nothing; it tests whether the server still answers, or keeps an idle connection alive (RFC 5321, section 4.1.1.9).
    .look = Filter upper(smtp.req.command) == "NOOP".
smtp-command-vrfy = asks whether an address exists
    .why = VRFY asks whether an address is valid (RFC 5321, section 4.1.1.6). Address collectors abused it, so many servers switch it off or answer 252, which neither confirms nor denies.
    .look = Filter upper(smtp.req.command) == "VRFY".
smtp-command-expn = asks for the members of a mailing list
    .why = EXPN asks who is behind a mailing list (RFC 5321, section 4.1.1.7). For privacy nearly every server refuses it.
    .look = Filter upper(smtp.req.command) == "EXPN".
smtp-command-help = asks for help
    .why = HELP asks for a text for people, answered with 211 or 214 (RFC 5321, section 4.1.1.8). Its content is not standardised, and programs do not use it.
    .look = Filter upper(smtp.req.command) == "HELP".
smtp-command-quit = done: asks to leave
    .why = QUIT ends the conversation in good order: the server answers 221 and closes the connection (RFC 5321, section 4.1.1.10). An accepted mail needs no QUIT to be kept; a transaction that is still open is dropped.
    .look = Filter upper(smtp.req.command) == "QUIT". Then follow the FIN with tcp.flags.fin == 1.
smtp-command-auth = asks to log in
    .why = AUTH logs the client in with a SASL mechanism out of the server's list (RFC 4954). The server asks with 334, the client answers, all in Base64, until 235 or an error comes. Base64 makes bytes printable and hides nothing; without TLS everyone on the way can read a LOGIN or PLAIN login.
    .look = Filter upper(smtp.req.command) == "AUTH". The lines that follow are found with smtp.auth.username and smtp.auth.password, whose rows Wireshark labels User: and Pass:.
smtp-command-starttls = asks to go on with TLS from here
    .why = STARTTLS turns the connection, on the same port, into a TLS connection (RFC 3207). After 220 the TLS handshake begins at once, and behind it the client must say EHLO again, since what was said in clear no longer counts. The command itself travels in clear and can be removed on the way, so programs should insist on it.
    .look = Filter smtp.command_line contains "STARTTLS". Behind the reply 220 the rows change from SMTP to TLS (tls.handshake.type == 1).
smtp-command-etrn = asks for the mail that is queued for a domain
    .why = ETRN (RFC 1985) is for servers with a dial-up line: it asks the other server to deliver now what it has queued for a domain.
    .look = Filter smtp contains "ETRN".
smtp-command-atrn = asks to swap roles and receive queued mail
    .why = ATRN (RFC 2645) turns a logged-in connection round: the server becomes the client and delivers what is queued for the caller.
    .look = Filter smtp contains "ATRN".
smtp-command-x-anonymoustls = asks to go on with TLS between Exchange servers
    .why = Exchange's own form of STARTTLS, for servers of one organisation: the certificate is not checked against a name.
    .look = Filter smtp contains "X-ANONYMOUSTLS".
smtp-command-xclient = a proxy tells who the real client is (Postfix)
    .why = XCLIENT is Postfix's own: a proxy or filter in front tells the address and name of the real client. A server must accept it only from hosts that it trusts.
    .look = Filter smtp contains "XCLIENT".
smtp-command-xforward = passes on client details for logging (Postfix)
    .why = XFORWARD is Postfix's own: it passes on client details for the log only, without any change of rights.
    .look = Filter smtp contains "XFORWARD".
smtp-command-obsolete = a command that is long obsolete
    .why = SEND, SOML, SAML and TURN are from the first SMTP (RFC 821) and must no longer be used (RFC 5321, appendix F).
    .look = Filter upper(smtp.req.command) == "TURN".
smtp-command-unknown = not a known command; shown as sent
    .why = The first word of the line is no command of SMTP or of a known extension. A typing error is the usual reason; the server answers 500 and the conversation goes on.
    .look = Filter smtp.response.code == 500. Wireshark shows an unknown line of the client as C: DATA fragment.
smtp-command-empty = an empty line
    .why = Only the Enter key: a line end without a command. Servers answer 500 or say nothing.
    .look = Filter smtp.response.code == 500.
smtp-command-partial = the line never ended; the rest is not in the file
    .why = A command counts only with its line end. Here the connection or the capture ended before it, so it cannot be told whether the server ever saw a whole command.
    .look = Filter tcp.flags.fin == 1 || tcp.flags.reset == 1.
smtp-hello-nameless = without a name, which the standard requires
    .why = EHLO and HELO must carry a name, a domain or an address literal such as [192.168.1.10] (RFC 5321, section 4.1.1.1). Many servers answer 501 here.
    .look = Filter smtp.response.code == 501.
smtp-auth-mechanism = asks to log in, mechanism { $mechanism }
    .why = The mechanism decides what travels: LOGIN and PLAIN send the code itself in Base64; CRAM-MD5, DIGEST-MD5 and SCRAM send a value computed from it; XOAUTH2 sends a token. Only TLS protects LOGIN and PLAIN.
    .look = Filter upper(smtp.req.command) == "AUTH". The mechanism is in smtp.req.parameter.
smtp-nth-mail = mail number { $number }
    .why = One connection may carry several mails. Each begins with MAIL FROM and ends with the reply to its content; the login stays valid for all.
    .look = Filter upper(smtp.req.command) == "MAIL". Each row is one envelope.
smtp-declared-size = declares { $size } bytes
    .why = SIZE= tells the size of the mail beforehand, so that the server can refuse a mail that is too large before it is sent (RFC 1870). It is an estimate: the server does not check it exactly.
    .look = Filter smtp.req.parameter matches "(?i)size=".
smtp-null-sender = the null sender: a bounce or notification
    .why = An empty path <> marks notifications such as failure reports. Since nobody can be answered, no notification about a notification can arise (RFC 5321, section 4.5.5).
    .look = Filter smtp.req.parameter contains "<>".
smtp-path-unreadable = the address is not written as the standard asks
    .why = The standard form is MAIL FROM:<address> and RCPT TO:<address> (RFC 5321, section 4.1.2). What stands here cannot be read in that way; the reply shows what the server made of it.
    .look = Filter smtp.response.code >= 500.
smtp-path-space = a space behind the colon
    .why = RFC 5321 has no space between the colon and the angle bracket (section 3.3). It is a habit of people who type by hand; most servers accept it, strict ones answer 501.
    .look = Filter smtp.req.parameter contains ": ".
smtp-path-bare = the address has no angle brackets
    .why = The address must stand in angle brackets (RFC 5321, section 4.1.2). Tolerant servers take it without; strict ones answer 501.
    .look = Filter smtp.req.parameter matches "(?i)^(from|to):[^<]*$".
smtp-bdat-unreadable = unreadable size: where the content ends is unknown
    .why = Behind BDAT stands the number of bytes that follow (RFC 3030, section 2). Without a readable number nobody can tell where content ends and the next command begins.
    .look = Filter smtp contains "BDAT".
smtp-bdat-size = { $size } bytes follow
    .why = The server counts exactly so many bytes behind the line end of BDAT as content, whatever they are; what comes next is a command again.
    .look = Filter smtp contains "BDAT".
smtp-bdat-last = LAST: the last chunk
    .why = LAST ends the mail. It may stand with a last piece of content or with the size 0 (RFC 3030, section 2). Only the reply to this chunk accepts the mail.
    .look = Filter smtp contains "LAST".
smtp-bdat-chunk = chunk number { $number }; no dot stuffing here
    .why = A chunk is a slice of the mail, cut anywhere, even inside a line. The receiver simply puts the slices together; since the length is known, lines that begin with a dot stay as they are.
    .look = Filter smtp contains "BDAT". Content and command may share a frame; Wireshark shows C: DATA fragment.
smtp-label-chunk = content { $bytes } bytes
smtp-content-bare-lf = lines end in LF alone; the dot was taken all the same
    .why = The end mark is CRLF, dot, CRLF (RFC 5321, section 4.1.1.4). A server that also takes LF, dot, LF for it can be deceived when the next server does not: a second mail can be smuggled inside the first (SMTP smuggling, 2023).
    .look = Filter tcp.payload contains 0a:2e:0a.
smtp-gap-in-message = bytes { $from } to { $to } of the message
    .why = The bytes are counted within the mail, from 0. What lies in the gap cannot be recovered from this file; parts of the mail that lie before or behind it can still be read.
    .look = Filter tcp.analysis.lost_segment || tcp.analysis.ack_lost_segment.
smtp-reply-2xx = { $code } success
    .why = A code that begins with 2 means done: the command was carried out (RFC 5321, section 4.2.1). Programs read the digits; the text behind them is for people and differs from server to server.
    .look = Filter smtp.response.code >= 200 && smtp.response.code < 300.
smtp-reply-3xx = { $code } go ahead
    .why = A code that begins with 3 means: so far good, and the server waits for more before it decides (RFC 5321, section 4.2.1).
    .look = Filter smtp.response.code >= 300 && smtp.response.code < 400.
smtp-reply-4xx = { $code } a temporary failure; try again later
    .why = A code that begins with 4 is a temporary failure: the same command may succeed later (RFC 5321, section 4.2.1). A mail server keeps the mail and tries again, often for days; it is not lost.
    .look = Filter smtp.response.code >= 400 && smtp.response.code < 500.
smtp-reply-5xx = { $code } a permanent failure
    .why = A code that begins with 5 is a permanent failure: repeating the same command is useless, something must be changed first (RFC 5321, section 4.2.1).
    .look = Filter smtp.response.code >= 500.
smtp-reply-211 = 211 system status or help
    .why = Answers HELP or a request for status, in words meant for people.
    .look = Filter smtp.response.code == 211.
smtp-reply-214 = 214 help text
    .why = Answers HELP, usually in several lines that name the commands of the server.
    .look = Filter smtp.response.code == 214.
smtp-reply-220 = 220 service ready; a greeting follows
    .why = In SMTP the server speaks first: 220 greets and gives its name (RFC 5321, section 4.2). The client must wait for it. The name and the program in the greeting are what the server says of itself.
    .look = Filter smtp.response.code == 220.
smtp-reply-220-starttls = 220 agreed: TLS begins with the next byte
    .why = The server agrees to STARTTLS (RFC 3207, section 4). From the next byte on nothing is SMTP text any more: the client begins with Client Hello, and SMTP goes on inside TLS.
    .look = Filter smtp.response.code == 220 || tls.handshake.type == 1.
smtp-reply-221 = 221 the server agrees to leave
    .why = The answer to QUIT: the server has nothing more to say and closes the connection (RFC 5321, section 4.2.3).
    .look = Filter smtp.response.code == 221.
smtp-reply-235 = 235 logged in
    .why = The login succeeded (RFC 4954, section 6). From here on the server accepts mail of this user; the login says nothing about the addresses in MAIL FROM or From.
    .look = Filter smtp.response.code == 235. Everything between AUTH and 235 belongs to the login.
smtp-reply-250 = 250 success
    .why = The usual success code of SMTP. What succeeded is told only by the command it answers, so always read the two rows together.
    .look = Filter smtp.response.code == 250.
smtp-reply-250-bdat = 250 the chunk has arrived
    .why = Every chunk is answered. The mail as a whole is accepted only by the reply to the chunk with LAST (RFC 3030, section 2).
    .look = Filter smtp.response.code == 250.
smtp-reply-250-content = 250 accepted and queued here, not yet delivered
    .why = With this 250 the server takes over responsibility for the mail: from now on it must deliver it or report the failure (RFC 5321, section 4.2.5). It is not yet in the recipient's mailbox; the queue number helps to find it in the server's log.
    .look = Filter smtp.response.code == 250. The row behind the end of the content; its text often has a queue number.
smtp-reply-250-ehlo = 250 success: the extensions offered
    .why = A hyphen behind the code means that more lines follow, a space marks the last (RFC 5321, section 4.2.1). The first line names the server, each further line one extension. The list may change after STARTTLS or for other clients: it holds for this conversation only.
    .look = Filter smtp.response.code == 250 && smtp.rsp.parameter. In the Info column the lines are joined with |; in the details each has its own smtp.rsp.parameter.
smtp-reply-250-ehlo-none = 250 success: no extensions are offered
    .why = A reply to EHLO with a single line offers no extensions (RFC 5321, section 4.1.1.1): only the basic commands are left to the client.
    .look = Filter smtp.response.code == 250.
smtp-reply-250-helo = 250 success: a reply to HELO lists no extensions
    .why = HELO is answered with one line (RFC 5321, section 4.1.1.1). Without a list the client may not assume any extension.
    .look = Filter smtp.response.code == 250.
smtp-reply-250-mail = 250 success: the sender is accepted
    .why = The server will take mail from this sender. It has not checked that the address belongs to the person at the client.
    .look = Filter smtp.response.code == 250. The enhanced status code 2.1.0 means: sender address valid.
smtp-reply-250-noop = 250 success: the answer to NOOP
    .why = The server is alive and nothing has changed.
    .look = Filter smtp.response.code == 250.
smtp-reply-250-rcpt = 250 success: the recipient is accepted
    .why = The server will deliver or forward to this recipient. Where it forwards, only the next server knows whether the mailbox exists.
    .look = Filter smtp.response.code == 250. The enhanced status code 2.1.5 means: recipient address valid.
smtp-reply-250-recipient = 250 accepted for this recipient
    .why = Behind the content LMTP replies once for each recipient (RFC 2033, section 4.2): 250 means that the server answers for this one's copy, which mostly is in the mailbox already.
    .look = Filter smtp.response.code == 250. There are as many rows behind the content as recipients were accepted.
smtp-lmtp-recipient = the reply for { $address }
    .why = The replies come in the order of RCPT TO, for the recipients that were accepted (RFC 2033, section 4.2); so one may have the mail and another may not.
    .look = Filter smtp.response.code. Compare row by row with RCPT TO above.
smtp-reply-250-rset = 250 success: the envelope is cleared
    .why = Sender and recipients are forgotten; the next mail begins with MAIL FROM again.
    .look = Filter smtp.response.code == 250.
smtp-reply-251 = 251 not a local user; will be forwarded
    .why = The recipient is not here, and the server forwards the mail itself (RFC 5321, section 3.4). It counts as accepted.
    .look = Filter smtp.response.code == 251.
smtp-reply-252 = 252 address not confirmed, but delivery is tried
    .why = The usual answer to VRFY of servers that do not want to tell (RFC 5321, section 3.5.3). It says neither that the address exists nor that it does not.
    .look = Filter smtp.response.code == 252.
smtp-reply-334 = 334 go on: { $what }
    .why = One step of the login: the server's question or challenge in Base64 (RFC 4954, section 4). It is neither success nor failure. For LOGIN the questions are Username: and Password:; for PLAIN it is empty.
    .look = Filter smtp.response.code == 334. Wireshark shows the Base64 as it is unless decoding is switched on in the SMTP preferences.
smtp-reply-354 = 354 send the content, up to a line with only a dot
    .why = The answer to DATA: now send the content, and end it with a line of a single dot (RFC 5321, section 4.1.1.4). Lines of the content that begin with a dot get a second one (dot stuffing), which the receiver takes away.
    .look = Filter smtp.response.code == 354. What the client sends behind it are rows C: DATA fragment, then one row with from: and subject:.
smtp-reply-421 = 421 service not available; the server closes
    .why = The server ends the conversation by itself: shutting down, too busy, or out of patience with an idle client (RFC 5321, section 4.2.3). It may come at any time, also without a command. Try again later.
    .look = Filter smtp.response.code == 421.
smtp-reply-432 = 432 a password transition is needed
    .why = The user must change the password in another way before this mechanism works (RFC 4954, section 6). Rare.
    .look = Filter smtp.response.code == 432.
smtp-reply-450 = 450 mailbox unavailable for now
    .why = The mailbox cannot be used now: it is locked, or the server wants to see whether the sender tries again (greylisting). A real mail server waits and repeats.
    .look = Filter smtp.response.code == 450.
smtp-reply-451 = 451 an error while processing; try again later
    .why = Something failed inside the server; it is not the client's fault. Try again later.
    .look = Filter smtp.response.code == 451.
smtp-reply-452 = 452 not enough storage, or too many recipients
    .why = The disk is full, or there are more recipients than the server takes at a time (RFC 5321, section 4.5.3.1.10). In the second case the client sends the mail to the accepted ones and the rest afterwards.
    .look = Filter smtp.response.code == 452.
smtp-reply-454 = 454 temporary authentication failure
    .why = The server cannot check the login right now, for example because its user database does not answer (RFC 4954, section 6). The password may be right.
    .look = Filter smtp.response.code == 454.
smtp-reply-454-starttls = 454 no TLS now; the session goes on in clear
    .why = TLS was offered but cannot be used now (RFC 3207, section 4). What follows is still in clear; a careful program stops here instead of logging in.
    .look = Filter smtp.response.code == 454.
smtp-reply-455 = 455 cannot handle the parameters for now
    .why = The server knows the parameters of MAIL or RCPT but cannot honour them now.
    .look = Filter smtp.response.code == 455.
smtp-reply-500 = 500 command not recognised
    .why = The server does not know this command: a typing error, a line that is too long, or bytes that do not belong here, such as backspaces or telnet negotiation (RFC 5321, section 4.2.4). The conversation goes on.
    .look = Filter smtp.response.code == 500.
smtp-reply-501 = 501 a syntax error in the argument
    .why = The command is known, but what stands behind it is not as it must be: an address without brackets, a missing name.
    .look = Filter smtp.response.code == 501.
smtp-reply-501-auth = 501 the login was broken off
    .why = In a login 501 means that the client cancelled it with *, or that its line was no valid Base64 (RFC 4954, section 4). It is no verdict on the password.
    .look = Filter smtp.response.code == 501.
smtp-reply-502 = 502 command not implemented
    .why = The server knows the command but does not carry it out; VRFY and EXPN are often switched off in this way (RFC 5321, section 4.2.4).
    .look = Filter smtp.response.code == 502.
smtp-reply-503 = 503 commands in the wrong order
    .why = The command is right but comes at the wrong time: RCPT before MAIL, DATA before RCPT, AUTH a second time. The order is EHLO, AUTH, MAIL, RCPT, DATA (RFC 5321, section 4.1.4).
    .look = Filter smtp.response.code == 503. Behind a refused DATA Wireshark takes the next commands for content and shows C: DATA fragment.
smtp-reply-504 = 504 parameter not implemented
    .why = The command exists here, but not with this parameter, for example an AUTH mechanism that the server does not offer.
    .look = Filter smtp.response.code == 504.
smtp-reply-521 = 521 this host does not accept mail
    .why = The host never takes mail (RFC 7504); use the mail server that the domain's MX record names.
    .look = Filter smtp.response.code == 521.
smtp-reply-530 = 530 authentication or STARTTLS required first
    .why = The server wants AUTH or STARTTLS before it takes this command (RFC 4954, section 6; RFC 3207, section 4). Its text usually says which.
    .look = Filter smtp.response.code == 530.
smtp-reply-534 = 534 the mechanism is too weak
    .why = The server does not want this mechanism for this user (RFC 4954, section 6); choose a stronger one from the EHLO list. Some providers use 534 to ask for an app password.
    .look = Filter smtp.response.code == 534.
smtp-reply-535 = 535 login failed: often a wrong user name or code
    .why = The server refuses the login and does not say whether name or code is wrong, so that nobody can probe for names (RFC 4954, section 6). Mail providers often want an authorization code made for mail programs instead of the password of the web page. An unknown mechanism may also get 535.
    .look = Filter smtp.response.code == 535. Look back to AUTH: which mechanism, which user.
smtp-reply-538 = 538 encryption required for this mechanism
    .why = This mechanism would send the password readably, so the server wants STARTTLS first (RFC 4954, section 6).
    .look = Filter smtp.response.code == 538.
smtp-reply-550 = 550 refused: no such mailbox, or by policy
    .why = A permanent refusal: the mailbox does not exist or the server's policy forbids it (RFC 5321, section 4.2.3). The enhanced status code tells more: 5.1.1 no such mailbox, 5.7.1 not allowed.
    .look = Filter smtp.response.code == 550.
smtp-reply-550-content = 550 the mail is refused, often by policy
    .why = The addresses were accepted, but having seen the content the server refuses the mail, for example as spam. It keeps no copy; the sender has to report the failure.
    .look = Filter smtp.response.code == 550.
smtp-reply-550-rcpt = 550 the recipient is refused
    .why = Only this recipient is refused; others of the same mail may be accepted. 5.1.1 means that the mailbox does not exist.
    .look = Filter smtp.response.code == 550.
smtp-reply-551 = 551 not a local user; try elsewhere
    .why = The recipient is elsewhere and the server does not forward; its text may give the new address (RFC 5321, section 3.4).
    .look = Filter smtp.response.code == 551.
smtp-reply-552 = 552 exceeds the size limit
    .why = The mail is larger than the server or the mailbox allows. The limit stands in the SIZE line of the EHLO reply.
    .look = Filter smtp.response.code == 552.
smtp-reply-553 = 553 mailbox name not allowed
    .why = The address is not written as the server wants it, or the sender address does not belong to the user who logged in.
    .look = Filter smtp.response.code == 553.
smtp-reply-554 = 554 the transaction failed
    .why = A general permanent refusal: content or sender not wanted, relaying not allowed, or no recipient left. The text behind the code gives the reason.
    .look = Filter smtp.response.code == 554.
smtp-reply-554-content = 554 the mail is refused
    .why = Having received the content the server refuses the mail; nothing is queued. Spam filters often answer in this way.
    .look = Filter smtp.response.code == 554.
smtp-reply-554-data = 554 no content now: no valid recipient
    .why = Every RCPT before was refused, so there is nobody to send to and DATA is refused as well (RFC 5321, section 3.3). Look at the replies to RCPT.
    .look = Filter smtp.response.code == 554.
smtp-reply-554-greeting = 554 no SMTP service here
    .why = Instead of 220 the server opens with 554: it does not want to talk to this client at all, often because of its address (RFC 5321, section 3.1). The client may only send QUIT.
    .look = Filter smtp.response.code == 554.
smtp-reply-554-rcpt = 554 the recipient is refused
    .why = The usual reason is that the server would have to relay to a foreign domain and does so only for users who have logged in. A server that relays for everybody is an open relay, and spammers use it.
    .look = Filter smtp.response.code == 554. Relay access denied with 5.7.1 is the usual text.
smtp-reply-555 = 555 parameters not recognised
    .why = MAIL or RCPT carries a parameter of an extension that the server did not offer (RFC 5321, section 4.1.1.11).
    .look = Filter smtp.response.code == 555.
smtp-reply-unreadable = not a reply of SMTP; shown as sent
    .why = A reply begins with three digits (RFC 5321, section 4.2). This line does not; perhaps the beginning is missing, or the server speaks something else.
    .look = Filter tcp.srcport == 25 && tcp.len > 0.
smtp-reply-unfinished = the reply never ended; the rest is not in the file
    .why = A reply ends with a line whose code is followed by a space; a hyphen announces more. Here the file ends first.
    .look = Filter smtp.response.
smtp-helo-many-lines = several lines in answer to HELO, where the standard has one; it works
    .why = A server must not give the EHLO form of the reply to HELO (RFC 5321, section 3.2). Programs read on as long as a hyphen follows the code, so it does no harm.
    .look = Filter smtp.response.code == 250.
smtp-lost-data = probably DATA
    .why = The server's 354 can only answer DATA, so the missing bytes must have held it. It is inferred, not seen.
    .look = Filter smtp.response.code == 354.
smtp-lost-auth = probably a step of the login
    .why = 334, 235 and 535 occur only in a login, so the missing bytes were a line of it. It is inferred, not seen.
    .look = Filter smtp.response.code == 334 || smtp.response.code == 235 || smtp.response.code == 535.
smtp-lost-quit = probably QUIT
    .why = 221 answers QUIT, so the missing bytes were QUIT. It is inferred, not seen.
    .look = Filter smtp.response.code == 221.
smtp-lost-mail = probably MAIL FROM; the sender is unknown
    .why = The enhanced status code 2.1.0 is about the sender, so the missing line was MAIL FROM. Its address cannot be known, since the reply does not repeat it.
    .look = Filter smtp.rsp.parameter contains "2.1.0".
smtp-lost-rcpt = probably RCPT TO; the recipient is unknown
    .why = The enhanced status code is about a recipient, so the missing line was RCPT TO. Unless the reply repeats the address, the recipient stays unknown.
    .look = Filter smtp.rsp.parameter contains "2.1.5".
smtp-lost-ehlo = probably EHLO
    .why = A reply of several lines with 250 is a list of extensions, so the missing line was EHLO. It is inferred, not seen.
    .look = Filter smtp.response.code == 250.
smtp-lost-starttls = probably STARTTLS
    .why = A 220 in the middle of a conversation answers STARTTLS, so the missing line was STARTTLS. It is inferred, not seen.
    .look = Filter smtp.response.code == 220.
smtp-keyword-host = 250-: more lines follow; this one names the server
    .why = The first line of the list is no extension: it names the server and may add a greeting (RFC 5321, section 4.1.1.1). The hyphen behind 250 says that more lines follow.
    .look = Filter smtp.response.code == 250.
smtp-keyword-conneg = what the receiver can show can be asked (RFC 4141)
    .why = Content negotiation (RFC 4141) lets the sender ask what the receiver can show, a fax number for instance, before it converts anything. It is hardly ever met.
    .look = Filter smtp.rsp.parameter contains "CONNEG".
smtp-keyword-conperm = the server may convert the content (RFC 4141)
    .why = With CONPERM the sender allows the server to convert the content if the receiver cannot show it (RFC 4141). It is hardly ever met.
    .look = Filter smtp.rsp.parameter contains "CONPERM".
smtp-keyword-mtrk = a mail can be tracked (RFC 3885)
    .why = With MTRK on MAIL FROM the sender can later ask servers on the way where the mail is (RFC 3885). It is hardly ever met.
    .look = Filter smtp.rsp.parameter contains "MTRK".
smtp-keyword-saml = obsolete: to the screen and by mail (RFC 821)
    .why = A command of the first SMTP (RFC 821), long given up: no program sends it today, and a server that still lists it need not carry it out (RFC 5321, appendix F).
    .look = Filter smtp.rsp.parameter contains "SAML".
smtp-keyword-send = obsolete: to the user's screen (RFC 821)
    .why = A command of the first SMTP (RFC 821), long given up: no program sends it today, and a server that still lists it need not carry it out (RFC 5321, appendix F).
    .look = Filter smtp.rsp.parameter contains "SEND".
smtp-keyword-soml = obsolete: to the screen or by mail (RFC 821)
    .why = A command of the first SMTP (RFC 821), long given up: no program sends it today, and a server that still lists it need not carry it out (RFC 5321, appendix F).
    .look = Filter smtp.rsp.parameter contains "SOML".
smtp-keyword-turn = obsolete: swaps the roles without any check (RFC 821)
    .why = A command of the first SMTP (RFC 821), long given up: no program sends it today, and a server that still lists it need not carry it out (RFC 5321, appendix F).
    .look = Filter smtp.rsp.parameter contains "TURN".
smtp-keyword-utf8smtp = withdrawn forerunner of SMTPUTF8 (RFC 5336)
    .why = RFC 5336 was an experiment; SMTPUTF8 (RFC 6531) took its place, with other rules. A client of today does not use it.
    .look = Filter smtp.rsp.parameter contains "UTF8SMTP".
smtp-keyword-verb = sendmail: says what it does while it does it
    .why = An old extension of sendmail that no standard describes. Mail programs do not use it.
    .look = Filter smtp.rsp.parameter contains "VERB".
smtp-keyword-x-exps = Exchange: login between its servers
    .why = Exchange servers of one organisation use it among themselves; there is no public standard. A mail program passes over it.
    .look = Filter smtp.rsp.parameter contains "X-EXPS".
smtp-keyword-xexch50 = Exchange: its own properties of a mail
    .why = Exchange servers of one organisation use it among themselves; there is no public standard. A mail program passes over it.
    .look = Filter smtp.rsp.parameter contains "XEXCH50".
smtp-keyword-xrdst = Exchange: routing between its servers
    .why = Exchange servers of one organisation use it among themselves; there is no public standard. A mail program passes over it.
    .look = Filter smtp.rsp.parameter contains "XRDST".
smtp-keyword-unknown = not a registered extension, perhaps a vendor's
    .why = Every extension has a registered name, and private ones begin with X. A client that does not know a keyword must ignore it (RFC 5321, section 2.2.2).
    .look = Filter smtp.response.code == 250.
smtp-keyword-8bitmime = the body may hold 8-bit bytes (RFC 6152)
    .why = SMTP was made for 7-bit ASCII. With this extension the body may hold bytes above 127, such as UTF-8 text, without Base64 or quoted-printable; MAIL FROM then says BODY=8BITMIME. Lines and the end mark stay.
    .look = Filter smtp.rsp.parameter == "8BITMIME".
smtp-keyword-atrn = roles can be swapped after login (RFC 2645)
    .why = After logging in, the client may ask the server to turn round and deliver what is queued for it (on-demand mail relay).
    .look = Filter smtp.rsp.parameter == "ATRN".
smtp-keyword-auth = the mechanisms to log in with (RFC 4954)
    .why = The client picks one of these mechanisms for AUTH. LOGIN and PLAIN send the password readably and are safe only inside TLS, so many servers list them only after STARTTLS. The form AUTH= is a repetition for very old clients.
    .look = Filter smtp.rsp.parameter matches "^AUTH".
smtp-keyword-binarymime = the body may be binary, sent with BDAT (RFC 3030)
    .why = The body may be arbitrary bytes without lines. That needs BDAT, since DATA cannot mark the end of such content.
    .look = Filter smtp.rsp.parameter == "BINARYMIME".
smtp-keyword-burl = the server can fetch content from IMAP (RFC 4468)
    .why = The client may let the server fetch content from an IMAP server instead of sending it.
    .look = Filter smtp.rsp.parameter matches "^BURL".
smtp-keyword-checkpoint = an interrupted transfer can go on (RFC 1845)
    .why = A broken transfer can be taken up where it stopped. Experimental and hardly used.
    .look = Filter smtp.rsp.parameter == "CHECKPOINT".
smtp-keyword-chunking = content may come in chunks by BDAT (RFC 3030)
    .why = The server takes BDAT besides DATA: content comes in chunks of stated length, without dot stuffing and end mark.
    .look = Filter smtp.rsp.parameter == "CHUNKING".
smtp-keyword-deliverby = a time limit for delivery can be set (RFC 2852)
    .why = The sender may ask for delivery within a given time, else for a notification.
    .look = Filter smtp.rsp.parameter matches "^DELIVERBY".
smtp-keyword-dsn = delivery reports can be asked for (RFC 3461)
    .why = The sender may say when a delivery status notification is wanted: on success, failure or delay, with NOTIFY= and RET=. Without it only failures are reported.
    .look = Filter smtp.rsp.parameter == "DSN".
smtp-keyword-enhancedstatuscodes = replies carry codes such as 2.1.0 (RFC 2034)
    .why = Behind the reply code comes a finer one such as 2.1.5: class, subject, detail (RFC 3463). 2 is success, 4 temporary, 5 permanent; x.1.x is about addresses, x.7.x about security.
    .look = Filter smtp.rsp.parameter == "ENHANCEDSTATUSCODES".
smtp-keyword-etrn = queued mail can be asked for (RFC 1985)
    .why = A server that was offline may ask for the mail queued for its domain. Ordinary mail programs do not use it.
    .look = Filter smtp.rsp.parameter == "ETRN".
smtp-keyword-expn = mailing lists can be expanded
    .why = The server says that it knows EXPN; whether it tells anything is another matter.
    .look = Filter smtp.rsp.parameter == "EXPN".
smtp-keyword-futurerelease = mail can be held for later (RFC 4865)
    .why = The sender may ask the server to hold the mail until a given time.
    .look = Filter smtp.rsp.parameter matches "^FUTURERELEASE".
smtp-keyword-help = help can be asked for
    .why = HELP gives a text for people. It is part of SMTP itself and is listed for completeness.
    .look = Filter smtp.rsp.parameter == "HELP".
smtp-keyword-limits = limits of the server: { $parameters } (RFC 9422)
    .why = The server states how many mails per connection and recipients per mail it takes, so that a client need not find out by failing.
    .look = Filter smtp.rsp.parameter matches "^LIMITS".
smtp-keyword-mailcompress = Tencent's compression, without a public standard
    .why = Seen with Tencent's servers, such as QQ mail. No public document describes it, and other clients ignore it.
    .look = Filter smtp.rsp.parameter == "MAILCOMPRESS".
smtp-keyword-mt-priority = a priority can be given (RFC 6710)
    .why = A mail may carry a priority that servers obey when they queue it. It is not the X-Priority of the header.
    .look = Filter smtp.rsp.parameter matches "^MT-PRIORITY".
smtp-keyword-no-soliciting = no soliciting mail please (RFC 3865)
    .why = The server declares that it does not want advertising of the kinds named.
    .look = Filter smtp.rsp.parameter matches "^NO-SOLICITING".
smtp-keyword-onex = sendmail: only one mail in this connection
    .why = An old extension of sendmail that no standard describes. Mail programs do not use it.
    .look = Filter smtp.rsp.parameter contains "ONEX".
smtp-keyword-pipelining = commands need not wait for replies (RFC 2920)
    .why = Without it a client must wait for each reply. With it MAIL, RCPT and DATA may go out together, also in one segment, which saves round trips; the replies come in the same order. The content still has to wait for 354.
    .look = Filter smtp.rsp.parameter == "PIPELINING".
smtp-keyword-pipe_connect = Exim's: next time the client need not wait for the greeting
    .why = A client such as Exim remembers that the server offered this, and at its next connection sends EHLO and more at once, which saves a round trip. It is not registered; other clients still wait for 220.
    .look = Filter smtp.rsp.parameter == "PIPE_CONNECT".
smtp-keyword-prdr = Exim's: behind the content each recipient may have a reply
    .why = With several recipients the server can take the content for some and refuse it for others (PRDR, which never became a standard). Without it one reply behind the content is for all of them.
    .look = Filter smtp.rsp.parameter == "PRDR".
smtp-keyword-requiretls = TLS can be required all the way (RFC 8689)
    .why = The sender may demand that every server on the way uses TLS, rather failing than sending in clear.
    .look = Filter smtp.rsp.parameter == "REQUIRETLS".
smtp-keyword-rrvs = the address must still be the same person's (RFC 7293)
    .why = Guards against mail for the former owner of an address that was given to somebody else.
    .look = Filter smtp.rsp.parameter == "RRVS".
smtp-keyword-size =
    { $size ->
        [0] no limit for the size of a mail is given (RFC 1870)
       *[other] up to { $size } bytes{ $mib ->
            [0] {""}
           *[other] , that is { $mib } MiB
        } (RFC 1870)
    }
    .why = The largest mail that the server takes, in bytes as they are sent, that is after Base64, which makes attachments about a third larger. The value 0 or none means that no limit is stated. A client may declare its size with MAIL FROM, SIZE=.
    .look = Filter smtp.rsp.parameter matches "^SIZE".
smtp-keyword-smtputf8 = addresses and headers may be UTF-8 (RFC 6531)
    .why = Addresses and header fields may be written in UTF-8, such as an address in Chinese characters. Every server on the way must support it; encoded words work without it.
    .look = Filter smtp.rsp.parameter == "SMTPUTF8".
smtp-keyword-starttls = the session can change to TLS (RFC 3207)
    .why = The server can change to TLS on this port. It is only an offer: unless the client sends STARTTLS, login and mail travel in clear. The list itself is not protected, and someone on the way could delete this line.
    .look = Filter smtp.rsp.parameter == "STARTTLS".
smtp-keyword-submitter = the responsible submitter can be named (RFC 4405)
    .why = MAIL FROM may name who is responsible for submitting the mail. Historic, hardly used.
    .look = Filter smtp.rsp.parameter == "SUBMITTER".
smtp-keyword-time = the server's time can be asked for
    .why = A vendor's extension: the client may ask for the server's time.
    .look = Filter smtp.rsp.parameter == "TIME".
smtp-keyword-vrfy = addresses can be asked for with VRFY
    .why = The server knows VRFY; most answer it only with 252.
    .look = Filter smtp.rsp.parameter == "VRFY".
smtp-keyword-x-anonymoustls = TLS between Exchange servers
    .why = Exchange servers of one organisation encrypt among themselves with it. Mail programs use STARTTLS.
    .look = Filter smtp.rsp.parameter == "X-ANONYMOUSTLS".
smtp-keyword-xclient = a trusted proxy can name the real client (Postfix)
    .why = This server would take XCLIENT from the client: it counts the client as a trusted proxy.
    .look = Filter smtp.rsp.parameter matches "^XCLIENT".
smtp-keyword-xforward = client details can be passed on for the log (Postfix)
    .why = This server would take XFORWARD from the client, for its log.
    .look = Filter smtp.rsp.parameter matches "^XFORWARD".
smtp-keyword-xlist = a vendor's extension
    .why = A name beginning with X is private to a vendor.
    .look = Filter smtp.rsp.parameter == "XLIST".
smtp-keyword-xoorg = Exchange: names the originating organisation
    .why = Exchange servers tell each other with it from which organisation a mail comes.
    .look = Filter smtp.rsp.parameter == "XOORG".
smtp-recognised = the server speaks first with { $code }, the client sends { $verb } (the bytes decide, not the port)
smtp-recognised-greeting = the server speaks first with { $code }; no command of the client is seen
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
            [one] 1 failed login
           *[other] { $failed } failed logins
        }
       *[other] { $failed ->
            [0] logged in
            [one] logged in, 1 failed attempt
           *[other] logged in, { $failed } failed attempts
        }
    }, { $mails ->
        [one] 1 mail accepted
        [0] no mail accepted
       *[other] { $mails } mails accepted
    }{ $others ->
        [0] {""}
        [one] , 1 envelope not completed
       *[other] , { $others } envelopes not completed
    }
smtp-clear-although-offered =
    { $login ->
        [yes] login in clear: the server offered STARTTLS ({ $offered }), the client did not use it; user name, authorization code and mail travelled in clear ({ $frames })
       *[no] in clear: the server offered STARTTLS ({ $offered }), the client did not use it; the mail travelled in clear ({ $frames })
    }
    .why = The STARTTLS line was on offer and one command would have encrypted everything that follows. As it is, whoever sees the packets, in the same wireless network for example, can read user name, code and mail; Base64 hides nothing. The remedy is in the mail program: choose STARTTLS, or SSL/TLS on port 465.
    .look = Filter smtp.auth.username || smtp.auth.password || smtp.auth.username_password. Whatever Wireshark shows there, anyone on the way could read.
smtp-clear-behind-starttls = the client sent { $bytes } more bytes in clear behind STARTTLS, before TLS began: { $text }; a server that carries them out after the handshake is open to command injection
    .why = Behind STARTTLS a client must be silent until 220 and the handshake. Bytes that come earlier are in clear, and somebody on the way may have put them there; a server that keeps them in its buffer and obeys them after the handshake takes them for protected (CVE-2011-0411).
    .look = Filter smtp.command_line contains "STARTTLS". Look for further text in the same frame or before the reply 220.
smtp-starttls-refused = the server refused STARTTLS ({ $code }); the session goes on in clear, not encrypted
    .why = The client asked for TLS and the server declined, so what follows is in clear (RFC 3207, section 4). A program that must protect the login has to stop here.
    .look = Filter smtp.response.code == 454 || smtp.response.code >= 500.
smtp-clear-after-starttls = the server agreed to STARTTLS ({ $agreed }), but no TLS came: the dialogue goes on in clear ({ $frames })
    .why = The client asked for encryption and the server agreed, but no handshake followed. Either the client is faulty, or somebody on the way keeps TLS from beginning. A program that must protect the password has to stop here.
    .look = Filter smtp.command_line contains "STARTTLS".
smtp-bare-lf = lines end in <LF> alone (from #{ $first } on, { $lines } lines): the standard asks for <CR><LF> (RFC 5321, section 2.3.8)
    .why = A line of SMTP ends with CR and LF (RFC 5321, section 2.3.8). A terminal in raw mode or nc sends LF alone when Enter is pressed; many servers accept it, but strict ones do not, and different readings of line ends have led to smuggled mails.
    .look = Filter tcp.payload contains 0a && !(tcp.payload contains 0d:0a).
smtp-too-many-waiting = more than { $limit } commands wait for their replies; the replies to { $count } of them are shown without their command
    .why = A client may send commands ahead of the replies. Beyond the bound only their number is kept, so what follows is still paired right.
    .look = Filter smtp.
smtp-too-many-facts = too many recipients, logins and extensions: { $count } of them are left out of the account of this conversation (bound: { $limit } bytes); the dialogue itself shows them
    .why = A bound protects the program from running out of memory. What stands before it is complete.
    .look = Filter smtp.
smtp-reply-codes-differ = the lines of one reply have different codes, against RFC 5321, section 4.2.1
    .why = All lines of one reply must carry the same code (RFC 5321, section 4.2.1). A client goes by the last line; a server that mixes codes is faulty.
    .look = Filter smtp.response.code.unexpected.
smtp-message-incomplete =
    { $missing ->
        [0] the message is incomplete: the file holds { $size } bytes of it, without its beginning or its end
        [one] the message is incomplete: { $size } bytes are here, one is missing; only a new capture can bring it
       *[other] the message is incomplete: { $size } bytes are here, { $missing } are missing; only a new capture can bring them
    }
    .why = Part of the mail is not in the file, so it cannot be exported whole and its sizes cannot be compared. A 250 behind it shows that the server itself had everything.
    .look = Filter tcp.analysis.lost_segment || tcp.analysis.ack_lost_segment.
smtp-command-cut = the end of the line is missing
smtp-content-given-up = given up by the client with RSET before it was whole
smtp-mail-short = envelope sender
smtp-summary-login-unknown = outcome of the login not captured
smtp-summary-mails = mails accepted: { $mails }
# Enhanced status codes: class, subject, detail (RFC 3463, IANA)
smtp-enhanced = { $enhanced }: { $meaning }
    .why = An enhanced status code has three numbers: class (2 success, 4 for now, 5 for good), subject and detail (RFC 3463). It says more exactly than the reply code why, and programs can read it in any language. Servers that use it say ENHANCEDSTATUSCODES in their answer to EHLO (RFC 2034).
    .look = Filter smtp.rsp.parameter contains "{ $enhanced }".
smtp-enhanced-2 = class 2: done
smtp-enhanced-4 = class 4: not now; trying again later may help
smtp-enhanced-5 = class 5: for good; sending the same again will fail again
smtp-enhanced-x-0 = subject 0: nothing more exact
smtp-enhanced-x-1 = subject 1: the address
smtp-enhanced-x-2 = subject 2: the mailbox
smtp-enhanced-x-3 = subject 3: the mail system
smtp-enhanced-x-4 = subject 4: network and routing
smtp-enhanced-x-5 = subject 5: the protocol
smtp-enhanced-x-6 = subject 6: the content
smtp-enhanced-x-7 = subject 7: security or policy
smtp-enhanced-unregistered = a detail that no registry has; { $subject }
smtp-enhanced-x-0-0 = other, or not said more exactly
smtp-enhanced-x-1-0 = something about an address
smtp-enhanced-x-1-1 = there is no such mailbox
smtp-enhanced-x-1-2 = the recipient's domain does not exist or takes no mail
smtp-enhanced-x-1-3 = the recipient's address is not written correctly
smtp-enhanced-x-1-4 = the address fits more than one mailbox
smtp-enhanced-x-1-5 = the recipient's address is valid
smtp-enhanced-x-1-6 = the mailbox has moved, its new address is not known
smtp-enhanced-x-1-7 = the sender's address is not written correctly
smtp-enhanced-x-1-8 = the sender's domain does not exist or cannot be used
smtp-enhanced-x-1-9 = handed on to a system that does not know these codes
smtp-enhanced-x-1-10 = the recipient's domain declares that it takes no mail
smtp-enhanced-x-2-0 = something about the mailbox
smtp-enhanced-x-2-1 = the mailbox is disabled and takes no mail
smtp-enhanced-x-2-2 = the mailbox is full
smtp-enhanced-x-2-3 = the mail is longer than this mailbox may receive
smtp-enhanced-x-2-4 = the mailing list could not be expanded
smtp-enhanced-x-3-0 = something about the mail system
smtp-enhanced-x-3-1 = the mail system has no space left
smtp-enhanced-x-3-2 = the system takes no messages at the moment
smtp-enhanced-x-3-3 = the system cannot do what the mail needs
smtp-enhanced-x-3-4 = the mail is larger than the system takes
smtp-enhanced-x-3-5 = the system is not set up correctly
smtp-enhanced-x-3-6 = accepted with another priority than asked for
smtp-enhanced-x-4-0 = something about network or routing
smtp-enhanced-x-4-1 = the next host does not answer
smtp-enhanced-x-4-2 = the connection broke or timed out
smtp-enhanced-x-4-3 = a directory or DNS query failed
smtp-enhanced-x-4-4 = no way to the destination is known
smtp-enhanced-x-4-5 = the mail system is overloaded
smtp-enhanced-x-4-6 = the mail goes round in circles
smtp-enhanced-x-4-7 = it could not be delivered in time
smtp-enhanced-x-5-0 = something about the protocol
smtp-enhanced-x-5-1 = a wrong command, or one at the wrong moment
smtp-enhanced-x-5-2 = the command's syntax is wrong
smtp-enhanced-x-5-3 = too many recipients
smtp-enhanced-x-5-4 = wrong arguments of a command
smtp-enhanced-x-5-5 = the protocol's version does not fit
smtp-enhanced-x-5-6 = a line of the login is too long
smtp-enhanced-x-6-0 = something about the content
smtp-enhanced-x-6-1 = this kind of content is not supported
smtp-enhanced-x-6-2 = a conversion is needed and not allowed
smtp-enhanced-x-6-3 = a conversion is needed and not possible
smtp-enhanced-x-6-4 = converted, and something was lost
smtp-enhanced-x-6-5 = the conversion failed
smtp-enhanced-x-6-6 = the content could not be fetched (BURL)
smtp-enhanced-x-6-7 = an address is not ASCII, and that is not allowed here
smtp-enhanced-x-6-8 = the reply would need UTF-8, which the client has not asked for
smtp-enhanced-x-6-9 = a UTF-8 header cannot be passed on to a recipient
smtp-enhanced-x-6-10 = the withdrawn forerunner of 6.9
smtp-enhanced-x-7-0 = something about security or policy
smtp-enhanced-x-7-1 = not allowed to send this here: often no login, or a blocked address
smtp-enhanced-x-7-2 = the sender may not write to this list
smtp-enhanced-x-7-3 = a security conversion is needed and not possible
smtp-enhanced-x-7-4 = a security feature is not supported, such as the login mechanism
smtp-enhanced-x-7-5 = a cryptographic operation failed
smtp-enhanced-x-7-6 = the cryptographic algorithm is not supported
smtp-enhanced-x-7-7 = the message was changed on the way
smtp-enhanced-x-7-8 = wrong user name, password or authorization code
smtp-enhanced-x-7-9 = this login mechanism is too weak for this server
smtp-enhanced-x-7-10 = only with encryption
smtp-enhanced-x-7-11 = this login mechanism only behind TLS
smtp-enhanced-x-7-12 = the password must first be set anew
smtp-enhanced-x-7-13 = the account is disabled
smtp-enhanced-x-7-14 = a relationship of trust with another server is missing
smtp-enhanced-x-7-15 = the priority is too low at the moment
smtp-enhanced-x-7-16 = too large for this priority
smtp-enhanced-x-7-17 = the mailbox belongs to somebody else now
smtp-enhanced-x-7-18 = the domain belongs to somebody else now
smtp-enhanced-x-7-19 = whether the owner changed cannot be found out
smtp-enhanced-x-7-20 = no DKIM signature verified
smtp-enhanced-x-7-21 = no DKIM signature that is accepted here
smtp-enhanced-x-7-22 = no DKIM signature of the author's own domain
smtp-enhanced-x-7-23 = the sending host is not allowed by SPF
smtp-enhanced-x-7-24 = the SPF check itself failed
smtp-enhanced-x-7-25 = the sending address has no fitting name in DNS
smtp-enhanced-x-7-26 = several checks of the sender failed
smtp-enhanced-x-7-27 = the sender's domain declares that it takes no mail
smtp-enhanced-x-7-28 = too many mails at once
smtp-enhanced-x-7-29 = the ARC chain did not verify
smtp-enhanced-x-7-30 = REQUIRETLS cannot be kept further on
# Parameters of MAIL and RCPT
smtp-parameter-alt-address = another address for systems without UTF-8 (withdrawn)
    .why = RFC 5336 gave a second, plain address for servers that cannot do UTF-8; RFC 6531 took it back.
    .look = Filter smtp.req.parameter contains "ALT-ADDRESS".
smtp-parameter-auth = who handed the mail in: { $value }
    .why = A server that passes a mail on can say who handed it in; <> means that this is not known (RFC 4954, section 5). It proves nothing and is not the login.
    .look = Filter smtp.req.parameter contains "AUTH=".
smtp-parameter-body = kind of content: { $value }
    .why = BODY declares what bytes the content holds: 7BIT, 8BITMIME (RFC 6152) or BINARYMIME, which needs BDAT (RFC 3030). It is a declaration about bytes and says nothing of languages or character sets.
    .look = Filter smtp.req.parameter contains "BODY=".
smtp-parameter-body-7bit = the content is plain ASCII
    .why = BODY declares what bytes the content holds: 7BIT, 8BITMIME (RFC 6152) or BINARYMIME, which needs BDAT (RFC 3030). It is a declaration about bytes and says nothing of languages or character sets.
    .look = Filter smtp.req.parameter contains "BODY=".
smtp-parameter-body-8bitmime = the content may hold 8-bit bytes
    .why = BODY declares what bytes the content holds: 7BIT, 8BITMIME (RFC 6152) or BINARYMIME, which needs BDAT (RFC 3030). It is a declaration about bytes and says nothing of languages or character sets.
    .look = Filter smtp.req.parameter contains "BODY=".
smtp-parameter-body-binarymime = the content may be any bytes, sent with BDAT
    .why = BODY declares what bytes the content holds: 7BIT, 8BITMIME (RFC 6152) or BINARYMIME, which needs BDAT (RFC 3030). It is a declaration about bytes and says nothing of languages or character sets.
    .look = Filter smtp.req.parameter contains "BODY=".
smtp-parameter-by =
    { $back ->
        [yes] to be delivered within { $value } seconds, else sent back
       *[no] to be delivered within { $value } seconds, else the sender is told
    }
    .why = BY gives the seconds within which the mail must be delivered; R asks to send it back if that fails, N only to be told (RFC 2852).
    .look = Filter smtp.req.parameter contains "BY=".
smtp-parameter-conneg = asks what the receiver can show
    .why = The server is to say what the receiver can show (RFC 4141).
    .look = Filter smtp.req.parameter contains "CONNEG".
smtp-parameter-conperm = the content may be converted
    .why = The sender allows the content to be converted on the way (RFC 4141).
    .look = Filter smtp.req.parameter contains "CONPERM".
smtp-parameter-envid = name of this envelope for reports: { $value }
    .why = ENVID comes back in every delivery report, so that the sender can tell which mail the report is about (RFC 3461).
    .look = Filter smtp.req.parameter contains "ENVID=".
smtp-parameter-holdfor = to be held for { $value } seconds before it is sent on
    .why = The server is to keep the mail and send it on later (RFC 4865).
    .look = Filter smtp.req.parameter contains "HOLDFOR=".
smtp-parameter-holduntil = to be held until { $value }
    .why = The server is to keep the mail and send it on at this time (RFC 4865).
    .look = Filter smtp.req.parameter contains "HOLDUNTIL=".
smtp-parameter-mt-priority = priority { $value }, from -9 to 9
    .why = The higher the number, the sooner servers that know it handle the mail (RFC 6710).
    .look = Filter smtp.req.parameter contains "MT-PRIORITY=".
smtp-parameter-mtrk = asks that the mail can be tracked
    .why = The sender can later ask where the mail is (RFC 3885).
    .look = Filter smtp.req.parameter contains "MTRK".
smtp-parameter-notify =
    { $value ->
        [NEVER] no report about this recipient, whatever happens
       *[other] report about this recipient on: { $value }
    }
    .why = NOTIFY says when a delivery report is wanted for this recipient: SUCCESS, FAILURE, DELAY, or NEVER (RFC 3461). A report of success says that the mail lies in the mailbox, not that it was read.
    .look = Filter smtp.req.parameter contains "NOTIFY=".
smtp-parameter-orcpt = the recipient as the sender first wrote it: { $value }
    .why = Lists and forwarding change addresses on the way; reports name the original one (RFC 3461). The part before ; is the kind of address.
    .look = Filter smtp.req.parameter contains "ORCPT=".
smtp-parameter-requiretls = TLS is required on the whole way
    .why = Every server on the way must use TLS with a verified name, else the mail comes back (RFC 8689).
    .look = Filter smtp.req.parameter contains "REQUIRETLS".
smtp-parameter-ret =
    { $value ->
        [FULL] if it fails, the whole mail is to come back
        [HDRS] if it fails, only the header is to come back
       *[other] what comes back if it fails: { $value }
    }
    .why = RET says how much of the mail a report of failure is to contain (RFC 3461).
    .look = Filter smtp.req.parameter contains "RET=".
smtp-parameter-rrvs = only if the mailbox has had the same owner since { $value }
    .why = Addresses are given to other people after a time; a mail with a password must not reach the new owner (RFC 7293).
    .look = Filter smtp.req.parameter contains "RRVS=".
smtp-parameter-smtputf8 = addresses or header are in UTF-8
    .why = With SMTPUTF8 addresses and header fields may be written in any script (RFC 6531). Every server on the way must be able to do it.
    .look = Filter smtp.req.parameter contains "SMTPUTF8".
smtp-parameter-solicit = declares itself as soliciting mail: { $value }
    .why = Advertising mail says so itself (RFC 3865). It is hardly ever met.
    .look = Filter smtp.req.parameter contains "SOLICIT=".
smtp-parameter-submitter = who is responsible for sending it: { $value }
    .why = The address that is responsible for this hop, as mailing lists have one of their own (RFC 4405). Withdrawn in practice.
    .look = Filter smtp.req.parameter contains "SUBMITTER=".
smtp-parameter-transid = name under which a broken transfer can go on: { $value }
    .why = RFC 1845; hardly ever met.
    .look = Filter smtp.req.parameter contains "TRANSID=".
smtp-parameter-xoorg = Exchange: the organisation it comes from, { $value }
    .why = Exchange servers tell each other which organisation a mail comes from. There is no public standard.
    .look = Filter smtp.req.parameter contains "XOORG=".
smtp-parameter-unknown = not a known parameter: { $value }
    .why = The word is in no registry of parameters; a server that does not know it answers 555 (RFC 5321, section 4.1.1.11).
    .look = Filter smtp.response.code == 555.
# The digits of a reply code (RFC 5321, section 4.2.1)
smtp-digit-first-2 = first digit 2: done
smtp-digit-first-3 = first digit 3: go on, more is needed
smtp-digit-first-4 = first digit 4: not now; trying again later may help
smtp-digit-first-5 = first digit 5: refused; the same again will be refused again
smtp-digit-second-0 = second digit 0: syntax
smtp-digit-second-1 = second digit 1: information
smtp-digit-second-2 = second digit 2: the connection
smtp-digit-second-3 = second digit 3: the login (RFC 4954)
smtp-digit-second-5 = second digit 5: the mail system
smtp-digit-second-other = the second digit has no meaning in the standard
# Names, order, and what is often misunderstood
smtp-path-route = a source route stands before the address; it is obsolete and ignored
    .why = The part before the colon names servers for the way (RFC 821). RFC 5321, appendix C, has servers ignore it and use only the address behind it.
    .look = Filter smtp.req.parameter contains "<@".
smtp-path-utf8 = the address is not ASCII and SMTPUTF8 was not declared
    .why = Addresses in other scripts need the parameter SMTPUTF8 on MAIL FROM, and a server that offers it (RFC 6531). Without it a strict server answers 553 5.6.7.
    .look = Filter smtp.response.code == 553.
smtp-hello-literal = an address literal: the address in place of a name
    .why = A client without a name of its own gives its address in square brackets (RFC 5321, section 4.1.3). Behind NAT it is a private address, and the server sees another one.
    .look = Filter upper(smtp.req.command) == "EHLO".
smtp-hello-address = an address without square brackets, against RFC 5321, section 4.1.3
    .why = An address in place of a name must stand in square brackets. Some servers refuse it without.
    .look = Filter smtp.response.code == 501.
smtp-hello-plain = one word without a domain: the computer's own name
    .why = RFC 5321 (section 4.1.1.1) asks for a name that DNS knows, or an address in brackets. Mail programs on PCs send what the computer calls itself, such as DESKTOP-A1B2; submission servers take it, servers of other domains often do not.
    .look = Filter upper(smtp.req.command) == "EHLO".
smtp-hello-odd = not a name that DNS could have
    .why = Underscores and the like cannot stand in a host name (RFC 5321, section 4.1.2). Strict servers answer 501.
    .look = Filter smtp.response.code == 501.
smtp-pipelined = sent without waiting for the reply before it
    .why = With PIPELINING several commands travel in one go and their replies come in the same order (RFC 2920). That saves a round trip for each; which reply belongs to which command is told by the order alone.
    .look = Filter smtp.req.command && tcp.len > 80.
smtp-did-not-wait = the client sent more behind { $command } without waiting for its reply ({ $frames }); a client must wait there (RFC 2920, section 3.1)
smtp-before-greeting = the client spoke before the server's greeting ({ $frames }); it must wait for 220 (RFC 5321, section 3.1), and servers take this for a sign of spam
smtp-command-too-long = a command line of { $bytes } bytes; the standard allows { $limit } (RFC 5321, section 4.5.3.1.4)
smtp-not-offered =
    used although { $helo ->
        [yes] HELO was said, whose reply offers nothing by the standard
        *[no] the server had not offered it
    } ({ $reply }): { $words }
smtp-extensions = offered ({ $reply }) and used: { $used }; offered and not used: { $unused }
smtp-starttls-stripped = a line of the list reads { $mask } ({ $reply }): most likely a firewall on the way has overwritten STARTTLS, so that the client goes on in clear
smtp-larger-than-allowed = the message has { $size } bytes, more than the { $limit } that the server takes (SIZE, RFC 1870)
smtp-8bit-undeclared =
    the content has bytes beyond ASCII, and MAIL FROM did not say BODY=8BITMIME (RFC 6152){ $offered ->
        [yes] {""}
        *[no] ; the server had not offered it
    }
smtp-line-too-long = the message has a line of { $bytes } bytes; SMTP allows 1000, line end included (RFC 5321, section 4.5.3.1.6)
smtp-two-hosts = the greeting names { $greeting } ({ $first }), the reply to the hello { $reply } ({ $second }): behind one address stand several servers, or the text of two captures was mixed
smtp-lesson-program =
    this is a mail program, not somebody typing: lines arrive whole, and { $verb } ({ $frame }) gives { $kind ->
        [host] the name { $name }
        *[computer] the computer's name { $name }
    }
smtp-lesson-base64 = Base64 is not encryption: whoever sees { $frames } can read user name and authorization code without any key; only TLS would hide them
smtp-lesson-data = DATA ({ $data }) is a command and not the mail: the content came only in { $content }, behind the reply 354 ({ $reply })
smtp-lesson-data-fragment = "DATA fragment" is no command: Wireshark writes it for a piece of content, here { $content }; on the wire stand only the mail's own lines
smtp-lesson-envelope =
    envelope and header are two things: the envelope says { $sender } to { $recipients }, the header From { $from }, To { $to }; { $same ->
        [yes] here they agree, but no server demands it
        *[no] they differ, and the mail goes where the envelope says
    }
smtp-lesson-queued = 250 behind the content ({ $reply }) means: this server has taken the mail over; whether it reached the recipient's mailbox is not in this conversation
# The states of the diagram
smtp-state-connected = connected
smtp-state-greeted = greeted
smtp-state-ready = ready
smtp-state-login = logging in
smtp-state-sender = sender given
smtp-state-recipient = recipient given
smtp-state-content = sending content
smtp-state-chunks = sending chunks
smtp-state-closed = ended
