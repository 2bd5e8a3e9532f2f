# Explanations of the steps of POP3
pop3-greeting = +OK connected; a greeting follows
    .why = In POP3 the server speaks first, as in SMTP, but with a word instead of a number: +OK or -ERR (RFC 1939, section 4). The AUTHORIZATION state begins: log in, or QUIT.
    .look = Filter pop.response.indicator == "+OK".
pop3-greeting-apop = +OK connected; <..> is the timestamp for APOP
    .why = The text in angle brackets never repeats. With APOP the client sends an MD5 digest of this text and the password, instead of the password (RFC 1939, section 7). Clients that use USER and PASS ignore it.
    .look = Filter pop.response.description contains "<".
pop3-greeting-refused = -ERR the server refuses
    .why = The server does not want to serve this client now, for example because there are too many connections. It closes afterwards.
    .look = Filter pop.response.indicator == "-ERR".
pop3-continue = + go on: { $what }
    .why = A plus and a space: the server has a challenge and waits for the client's answer (RFC 5034, section 4). It is neither +OK nor -ERR.
    .look = Filter pop.request.command == "AUTH". The + is in the row behind it. Wireshark takes the answer for a command (Request command).
pop3-command-apop = logs in with a digest{ $masked }, not the password
    .why = APOP sends the user name and the MD5 digest of the greeting's timestamp and the password (RFC 1939, section 7). The digest cannot be used a second time. MD5 has become weak, and the mail itself still travels in clear.
    .look = Filter upper(pop.request.command) == "APOP".
pop3-command-auth =
    { $argument ->
        [yes] asks to log in with SASL
       *[no] asks for the mechanisms to log in with
    }
    .why = AUTH with a mechanism starts a SASL login (RFC 5034). AUTH alone is an old way to ask for the mechanisms; today CAPA says it.
    .look = Filter upper(pop.request.command) == "AUTH".
pop3-command-capa = asks what the server can do
    .why = CAPA asks for the list of capabilities (RFC 2449), as EHLO does in SMTP. It may be sent before and after logging in, and the answers may differ.
    .look = Filter upper(pop.request.command) == "CAPA".
pop3-command-dele = marks message { $number } for deletion; it goes at QUIT
    .why = DELE only marks (RFC 1939, section 5). The message goes when QUIT ends the session in good order; if the connection breaks before, everything stays. The numbers of the other messages do not change.
    .look = Filter upper(pop.request.command) == "DELE".
pop3-command-lang = chooses the language of replies
    .why = LANG (RFC 6856) chooses the language of the server's texts for people; +OK and -ERR stay.
    .look = Filter upper(pop.request.command) == "LANG".
pop3-command-list =
    { $argument ->
        [yes] asks for the size of message { $number }
       *[no] asks for the size of every message
    }
    .why = LIST gives number and size of the messages (RFC 1939, section 5). The numbers hold for this session only; to recognise a message later use UIDL.
    .look = Filter upper(pop.request.command) == "LIST".
pop3-command-noop = does nothing but ask for a reply
    .why = NOOP changes nothing; it keeps the connection from being closed for idleness (RFC 1939, section 5).
    .look = Filter upper(pop.request.command) == "NOOP".
pop3-command-pass = the password{ $masked }
    .why = PASS sends the password as it is, without even Base64 (RFC 1939, section 7). Without TLS everyone on the way reads it.
    .look = Filter upper(pop.request.command) == "PASS". Wireshark shows the password in the row and in pop.request.parameter: take care when you show your screen.
pop3-command-quit =
    { $login ->
        [no] leaves; without a login this only closes
       *[other] leaves; messages marked are deleted now
    }
    .why = After a login QUIT opens the UPDATE state: the server deletes what is marked and closes (RFC 1939, section 6). Before a login it only closes.
    .look = Filter upper(pop.request.command) == "QUIT".
pop3-command-retr = asks for message { $number }
    .why = RETR fetches one message (RFC 1939, section 5). Fetching does not delete it; mail programs that leave no copy on the server send DELE afterwards.
    .look = Filter upper(pop.request.command) == "RETR".
pop3-command-rset = takes all deletion marks back
    .why = RSET takes back the deletion marks of this session (RFC 1939, section 5). Unlike RSET of SMTP it has nothing to do with an envelope.
    .look = Filter upper(pop.request.command) == "RSET".
pop3-command-stat = asks how many messages there are, and their size
    .why = STAT asks for number and total size in one line (RFC 1939, section 5). Messages marked for deletion are not counted.
    .look = Filter upper(pop.request.command) == "STAT".
pop3-command-stls = asks to go on with TLS from here
    .why = STLS is for POP3 what STARTTLS is for SMTP: on the same port everything behind +OK is TLS (RFC 2595, section 4). It is allowed only before logging in.
    .look = Filter upper(pop.request.command) == "STLS".
pop3-command-top = asks for header and some body lines of message { $number }
    .why = TOP n m fetches the header of message n and the first m lines of its body (RFC 1939, section 7). Programs use it to show subjects without loading attachments.
    .look = Filter upper(pop.request.command) == "TOP".
pop3-command-uidl =
    { $argument ->
        [yes] asks for the unique id of message { $number }
       *[no] asks for unique ids, to know messages fetched before
    }
    .why = UIDL gives each message an identifier that stays the same in every session (RFC 1939, section 7). A program that leaves mail on the server knows from it which messages are new.
    .look = Filter upper(pop.request.command) == "UIDL".
pop3-command-user = the user name; the password comes next
    .why = USER names the mailbox (RFC 1939, section 7). The server usually says +OK even when there is no such user, and decides only after PASS, so that nobody can probe for names.
    .look = Filter upper(pop.request.command) == "USER".
pop3-command-utf8 = asks to use UTF-8
    .why = UTF8 (RFC 6856) allows user names and messages with UTF-8 headers in this session.
    .look = Filter upper(pop.request.command) == "UTF8".
pop3-command-xtnd = an extension that is long obsolete
    .why = XTND was a private extension for sending mail through POP3; nobody uses it any more. Mail is sent with SMTP.
    .look = Filter upper(pop.request.command) == "XTND".
pop3-command-unknown = not a known command; shown as sent
    .why = The first word is no command of POP3: a typing error, or a command of SMTP. The server answers -ERR and the session goes on.
    .look = Filter pop.response.indicator == "-ERR".
pop3-command-partial = the line never ended; the rest is not in the file
    .why = A command counts only with its line end. Here the connection or the capture ended before it.
    .look = Filter tcp.flags.fin == 1 || tcp.flags.reset == 1.
pop3-pass-clear = sent in clear, not encrypted
    .why = Port 110 without STLS is plain text: everyone on the way can read the password and then the mailbox. Port 995 is TLS from the first byte.
    .look = Filter upper(pop.request.command) == "PASS".
pop3-pass-clear-offered = in clear although STLS was offered
    .why = The server had listed STLS; one command would have protected the password and everything behind it. Choose STARTTLS or SSL/TLS in the mail program.
    .look = Filter upper(pop.request.command) == "PASS".
pop3-ok = +OK success
    .why = +OK means that the command was carried out (RFC 1939, section 3). The text behind it is for people and differs from server to server.
    .look = Filter pop.response.indicator == "+OK".
pop3-ok-apop = +OK logged in; the TRANSACTION state begins
    .why = The digest was right. The TRANSACTION state begins: STAT, LIST, RETR, DELE. The mailbox is locked for this session (RFC 1939, section 4).
    .look = Filter pop.response.indicator == "+OK".
pop3-ok-auth =
    { $argument ->
        [yes] +OK logged in; the TRANSACTION state begins
       *[no] +OK the mechanisms
    }
    .why = With a mechanism this +OK ends a successful SASL login; after AUTH alone it begins the list of mechanisms.
    .look = Filter upper(pop.request.command) == "AUTH".
pop3-ok-capa = +OK the server's capabilities
    .why = A reply of several lines: each names a capability, and a line with only a dot ends it (RFC 2449, section 5). STLS in the list means that TLS can be had.
    .look = Filter pop contains "CAPA". The Info column shows only the first line; the list is in the details.
pop3-ok-dele = +OK marked; RSET can still undo it
    .why = The message is still there and no longer counted. RSET or a broken connection saves it.
    .look = Filter pop.response.indicator == "+OK".
pop3-ok-lang = +OK language
    .why = The texts of later replies are in the chosen language.
    .look = Filter pop.response.indicator == "+OK".
pop3-ok-list =
    { $argument ->
        [yes] +OK the size of this message, on one line
       *[no] +OK one line each, ended by a dot
    }
    .why = LIST alone answers in several lines, number and size of one message each, ended by a line with a dot; with a number the answer is one line. Sizes count octets with CRLF line ends (RFC 1939, section 11).
    .look = Filter upper(pop.request.command) == "LIST". In the reply the Info column shows only the first line.
pop3-ok-noop = +OK the answer to NOOP
    .why = The server is alive and nothing has changed.
    .look = Filter pop.response.indicator == "+OK".
pop3-ok-pass = +OK logged in; the TRANSACTION state begins
    .why = The password was right. The TRANSACTION state begins: STAT, LIST, RETR, DELE. The mailbox is locked for this session (RFC 1939, section 4).
    .look = Filter pop.response.indicator == "+OK".
pop3-ok-quit = +OK the server agrees to leave
    .why = The server has deleted what was marked, unlocks the mailbox and closes the connection (RFC 1939, section 6).
    .look = Filter pop.response.indicator == "+OK".
pop3-ok-retr = +OK the message, up to a line with only a dot
    .why = Behind this line comes the message as it lies in the mailbox, with dot stuffing, ended by a line with only a dot (RFC 1939, section 3). The size given here does not count the end mark and the extra dots.
    .look = Filter pop.response.description contains "octets". A long message is spread over several frames: pop.data.fragments.
pop3-ok-rset = +OK all deletion marks are taken back
    .why = No message is marked any more; QUIT will delete nothing.
    .look = Filter pop.response.indicator == "+OK".
pop3-ok-stat =
    { $count ->
        [one] +OK one message of { $size } octets
       *[other] +OK { $count } messages, { $size } octets in all
    }
    .why = Two numbers, messages and octets, fixed by the standard so that programs can read them (RFC 1939, section 5). This drop listing counts the messages without a deletion mark.
    .look = Filter upper(pop.request.command) == "STAT". The numbers are in pop.response.description of the next row.
pop3-ok-stls = +OK agreed: TLS begins with the next byte
    .why = From the next byte on it is TLS: the client sends Client Hello, and there is no second greeting (RFC 2595, section 4).
    .look = Filter pop.response.indicator == "+OK" || tls.handshake.type == 1.
pop3-ok-top = +OK the header and some lines of the body follow
    .why = Like the answer to RETR, but the message stops after the lines asked for; it is no complete mail.
    .look = Filter upper(pop.request.command) == "TOP".
pop3-ok-uidl =
    { $argument ->
        [yes] +OK the unique id of this message
       *[no] +OK a unique id each, ended by a dot
    }
    .why = Number and unique id, one message per line, ended by a line with a dot; with a number one line. An id has 1 to 70 printable characters and is not the Message-ID of the header (RFC 1939, section 7).
    .look = Filter upper(pop.request.command) == "UIDL".
pop3-ok-user = +OK the name is taken; now the password
    .why = It does not say that the user exists; the verdict comes after PASS.
    .look = Filter upper(pop.request.command) == "USER".
pop3-ok-utf8 = +OK UTF-8 is used
    .why = From here on UTF-8 may be used (RFC 6856).
    .look = Filter pop.response.indicator == "+OK".
pop3-ok-xtnd = +OK success
    .why = The server took the obsolete command.
    .look = Filter pop.response.indicator == "+OK".
pop3-err = -ERR failed; an error is always one line
    .why = -ERR means that the command failed and nothing changed (RFC 1939, section 3). The reason is in words for people; POP3 has no reply codes. The session goes on.
    .look = Filter pop.response.indicator == "-ERR".
pop3-err-code = -ERR failed, for the reason { $code }
    .why = The word in brackets tells programs the reason (RFC 2449, section 8; RFC 3206): IN-USE the mailbox is locked, LOGIN-DELAY too soon, SYS/TEMP and SYS/PERM trouble of the server, AUTH the login.
    .look = Filter pop.response.description contains "[".
pop3-err-login = -ERR login failed: often a wrong name or password
    .why = The server does not say what was wrong. Other reasons: POP3 is switched off in the provider's settings, an authorization code is needed instead of the password, or TLS is required.
    .look = Filter pop.response.indicator == "-ERR".
pop3-err-stls = -ERR TLS is refused; the session goes on in clear
    .why = The client asked for TLS and did not get it. What follows is in clear; a program that must protect the password has to stop.
    .look = Filter pop.response.indicator == "-ERR".
pop3-reply-stray = not known which command this answers
    .why = Its command is not in the file, or this line belongs to a listing whose beginning is missing.
    .look = Filter pop.response.
pop3-reply-unfinished = the reply never ended; the rest is not in the file
    .why = The line end, or for a listing the line with only a dot, is not in the file.
    .look = Filter pop.response.
pop3-list-sum = { $size } octets in all
    .why = The sizes of the listing added up. STAT would give the same number if it was asked.
    .look = Filter upper(pop.request.command) == "LIST".
pop3-list-sum-agrees = the sum equals STAT's { $size }
    .why = The sizes of the listing added up give exactly what STAT said: the two replies confirm each other.
    .look = Filter upper(pop.request.command) == "STAT".
pop3-list-sum-differs = the sum { $size } differs from STAT's
    .why = Between STAT and LIST a message was marked for deletion, or the server counts line ends differently (RFC 1939, section 11).
    .look = Filter upper(pop.request.command) == "STAT".
pop3-list-unfinished = the list has no final line with only a dot
    .why = A reply of several lines ends with a line of a single dot (RFC 1939, section 3). Here the next answer came first, or the rest was not captured.
    .look = Filter pop.response.
pop3-capability-auth-resp-code = says why a login failed (RFC 3206)
    .why = A failed login carries [AUTH], so a program can tell a wrong password from trouble of the server.
    .look = Filter pop contains "AUTH-RESP-CODE".
pop3-capability-capa = CAPA: this very command
    .why = Some servers list the command with which the list was asked for. It tells nothing new.
    .look = Filter upper(pop.request.command) == "CAPA".
pop3-capability-expire = how long messages are kept (RFC 2449)
    .why = The days for which the server keeps messages; NEVER means without limit, 0 that fetched messages may go at once.
    .look = Filter pop contains "EXPIRE".
pop3-capability-implementation = the server's program (RFC 2449)
    .why = Name and perhaps version of the server program, useful in reports of faults.
    .look = Filter pop contains "IMPLEMENTATION".
pop3-capability-lang = the language of replies can be chosen (RFC 6856)
    .why = With LANG the texts for people can be had in other languages.
    .look = Filter pop contains "LANG".
pop3-capability-login-delay = the shortest time between logins (RFC 2449)
    .why = The seconds that must pass between two logins; who is too fast gets -ERR [LOGIN-DELAY].
    .look = Filter pop contains "LOGIN-DELAY".
pop3-capability-pipelining = commands can be sent without waiting (RFC 2449)
    .why = The client may send, say, RETR 1, RETR 2 and RETR 3 together; the answers come in the same order.
    .look = Filter pop contains "PIPELINING".
pop3-capability-resp-codes = errors carry a code in brackets (RFC 2449)
    .why = A word in brackets behind -ERR, such as [IN-USE], is then a code for programs and not part of the text.
    .look = Filter pop contains "RESP-CODES".
pop3-capability-sasl = SASL mechanisms to log in with (RFC 5034)
    .why = The mechanisms for AUTH. PLAIN and LOGIN are readable and safe only inside TLS; CRAM-MD5 does not send the password.
    .look = Filter pop contains "SASL".
pop3-capability-stls = the session can change to TLS (RFC 2595)
    .why = The server can change to TLS on this port. It is only an offer: unless the client sends STLS, password and mail travel in clear.
    .look = Filter pop contains "STLS".
pop3-capability-top = headers can be fetched alone (RFC 1939)
    .why = TOP is optional in RFC 1939; here it is available.
    .look = Filter pop contains "TOP".
pop3-capability-uidl = messages have unique ids (RFC 1939)
    .why = UIDL is optional in RFC 1939; programs that leave mail on the server rely on it.
    .look = Filter pop contains "UIDL".
pop3-capability-user = USER and PASS can be used (RFC 1939)
    .why = Login by USER and PASS is allowed, with the password in clear. Many servers show this line only inside TLS.
    .look = Filter pop contains "USER".
pop3-capability-utf8 = UTF-8 can be used (RFC 6856)
    .why = User names and headers in UTF-8 can be handled after the UTF8 command.
    .look = Filter pop contains "UTF8".
pop3-capability-unknown = not a registered capability, perhaps a vendor's
    .why = Names of capabilities are registered; private ones begin with X. A client that does not know one ignores it (RFC 2449).
    .look = Filter upper(pop.request.command) == "CAPA".
pop3-recognised = the server speaks first with +OK, the client sends { $verb }
pop3-recognised-greeting = the server speaks first with +OK; no command of the client is seen
pop3-recognised-late = { $verb } and replies; the beginning is not captured, the login is unknown
pop3-recognised-commands = commands such as { $verb }
pop3-outcome-login =
    { $login ->
        [ok] login ok
        [failed] login failed
       *[none] no login
    }
pop3-outcome-fetched = { $fetched } of { $count } fetched
pop3-outcome-stls = encrypted behind STLS
pop3-summary =
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
    }, { $fetched ->
        [one] 1 message fetched
       *[other] { $fetched } messages fetched
    }{ $deleted ->
        [0] {""}
       *[other] , { $deleted } deleted
    }
pop3-clear-although-offered = login in clear: the server offered STLS ({ $offered }), the client did not use it; user name, password and mail travelled in clear ({ $frames })
    .why = STLS was on offer and one command would have encrypted everything that follows. As it is, whoever sees the packets can read password and mail. The remedy is in the mail program: STARTTLS, or SSL/TLS on port 995.
    .look = Filter upper(pop.request.command) == "PASS". The password stands in the row as it is.
pop3-bare-lf = lines end in <LF> alone (from #{ $first } on, { $lines } lines): the standard asks for <CR><LF> (RFC 1939, section 3)
    .why = A line of POP3 ends with CR and LF (RFC 1939, section 3). A terminal in raw mode or nc sends LF alone; many servers accept it, strict ones do not.
    .look = Filter tcp.payload contains 0a && !(tcp.payload contains 0d:0a).
pop3-too-many-waiting = more than { $limit } commands wait for their replies; the replies to { $count } of them are shown without their command
    .why = A client may send commands ahead of the replies. Beyond the bound only their number is kept, so what follows is still paired right.
    .look = Filter pop3.
pop3-too-many-facts = too many messages and logins: { $count } of them are left out of the account of this conversation (bound: { $limit } bytes); the dialogue itself shows them
    .why = A bound protects the program from running out of memory. What stands before it is complete.
    .look = Filter pop3.
pop3-stls-refused = the server refused STLS; the session goes on in clear, not encrypted
    .why = The client asked for TLS and the server declined, so what follows is in clear (RFC 2595, section 4). A program that must protect the password has to stop here.
    .look = Filter upper(pop.request.command) == "STLS".
pop3-clear-after-stls = the server agreed to STLS ({ $agreed }), but no TLS came: the dialogue goes on in clear ({ $frames })
    .why = The client asked for encryption and the server agreed, but no handshake followed. Either the client is faulty, or somebody on the way keeps TLS from beginning. A program that must protect the password has to stop here.
    .look = Filter upper(pop.request.command) == "STLS".
pop3-message-incomplete =
    { $missing ->
        [0] the message is incomplete: the file holds { $size } bytes of it, without its beginning or its end
        [one] the message is incomplete: { $size } bytes are here, one is missing; only a new capture can bring it
       *[other] the message is incomplete: { $size } bytes are here, { $missing } are missing; only a new capture can bring them
    }
    .why = Part of the message is not in the file, so it cannot be exported whole. It is still on the server unless it was deleted; fetching it again under a new capture brings all of it.
    .look = Filter tcp.analysis.lost_segment || tcp.analysis.ack_lost_segment.
pop3-command-cut = the end of the line is missing
pop3-summary-mails = messages fetched: { $fetched }
# States, arguments, response codes, the mailbox
pop3-before-login = not allowed before the login
    .why = Before the login the session is in the AUTHORIZATION state, where only the login, CAPA, STLS and QUIT are allowed (RFC 1939, section 4). The server must answer -ERR.
    .look = Filter pop.response.indicator == "-ERR".
pop3-behind-login = only allowed before the login
    .why = Behind the login the session is in the TRANSACTION state, and nobody can log in again (RFC 1939, section 5).
    .look = Filter pop.response.indicator == "-ERR".
pop3-behind-quit = behind QUIT nothing is allowed any more
    .why = QUIT enters the UPDATE state: marked messages are deleted and the connection is closed (RFC 1939, section 6).
    .look = Filter upper(pop.request.command) == "QUIT".
pop3-argument-missing = an argument is missing, { $least ->
        [one] one is needed
       *[other] { $least } are needed
    }
    .why = The command needs arguments (RFC 1939); without them the server answers -ERR.
    .look = Filter pop.response.indicator == "-ERR".
pop3-argument-unexpected = too many arguments, { $most ->
        [0] none is allowed
        [one] one is allowed
       *[other] { $most } are allowed
    }
    .why = The command takes fewer arguments (RFC 1939); many servers overlook what is too much.
    .look = Filter pop.request.parameter.
pop3-pass-without-user = without a USER before it
    .why = PASS belongs behind an accepted USER (RFC 1939, section 7); without it the server knows no name and answers -ERR.
    .look = Filter pop.response.indicator == "-ERR".
pop3-message-marked = this message is marked as deleted
    .why = A marked message cannot be used any more in this session, until RSET takes the marks back (RFC 1939, section 5).
    .look = Filter upper(pop.request.command) == "DELE".
pop3-err-login-code = -ERR login failed, for the reason { $code }
    .why = The word in brackets tells a program why (RFC 2449, section 8; RFC 3206): with AUTH asking for the password again makes sense, with the others it does not.
    .look = Filter pop.response.description contains "[".
pop3-code-auth = { $code }: wrong user name or password for sure
    .why = AUTH says that the credentials are the problem, not the server (RFC 3206).
    .look = Filter pop.response.description contains "[AUTH]".
pop3-code-in-use = { $code }: another session has the mailbox locked
    .why = Only one session at a time may open a mailbox (RFC 1939, section 4); try again when the other has ended.
    .look = Filter pop.response.description contains "[IN-USE]".
pop3-code-login-delay = { $code }: logged in too soon after the last time
    .why = The server demands a pause between logins (RFC 2449); CAPA may tell how long.
    .look = Filter pop.response.description contains "[LOGIN-DELAY]".
pop3-code-sys-perm = { $code }: a fault of the server that will not pass by itself
    .why = Trying again does not help; somebody must repair it (RFC 3206).
    .look = Filter pop.response.description contains "[SYS/".
pop3-code-sys-temp = { $code }: a fault of the server that will probably pass
    .why = Trying again later may help (RFC 3206).
    .look = Filter pop.response.description contains "[SYS/".
pop3-code-utf8 = { $code }: only with UTF8 mode
    .why = The message or name needs UTF-8, and the client has not said UTF8 (RFC 6856).
    .look = Filter pop.response.description contains "[UTF8]".
pop3-code-unknown = { $code }, a code that no registry has
    .why = Servers may have codes of their own; programs treat them as no code (RFC 2449, section 8).
    .look = Filter pop.response.description contains "[".
pop3-wrong-state = commands in the wrong state: { $commands } (RFC 1939, section 3)
pop3-deletions-not-done = messages { $messages } are marked and not deleted: only an accepted QUIT deletes them (RFC 1939, section 6), and there is none here
pop3-octets-differ = the server announced { $declared } octets and sent { $size }; the client goes by the line with only a dot, so nothing is lost
pop3-mailbox = the mailbox: { $count } messages, { $size } octets; fetched: { $fetched }; header only: { $headers }; marked as deleted: { $marked }; taken back by RSET: { $undeleted }; deleted at QUIT: { $committed }
# The states of the diagram
pop3-state-connected = connected
pop3-state-authorization = AUTHORIZATION
pop3-state-transaction = TRANSACTION
pop3-state-update = UPDATE
pop3-state-closed = ended
