# Explanations of the steps of POP3
pop3-greeting = +OK connected; a greeting follows
pop3-greeting-apop = +OK connected; <..> is the timestamp for APOP
pop3-greeting-refused = -ERR the server refuses
pop3-continue = + go on
pop3-command-apop = logs in with a digest (masked); the password itself is not sent
pop3-command-auth =
    { $argument ->
        [yes] asks to log in with SASL
       *[no] asks for the mechanisms to log in with
    }
pop3-command-capa = asks what the server can do
pop3-command-dele = marks message { $number } for deletion; it goes at QUIT
pop3-command-lang = chooses the language of replies
pop3-command-list =
    { $argument ->
        [yes] asks for the size of message { $number }
       *[no] asks for the size of every message
    }
pop3-command-noop = does nothing but ask for a reply
pop3-command-pass = the password (masked)
pop3-command-quit = leaves; messages marked are deleted now
pop3-command-retr = asks for message { $number }
pop3-command-rset = takes all deletion marks back
pop3-command-stat = asks how many messages there are, and their size
pop3-command-stls = asks to go on with TLS from here
pop3-command-top = asks for the header of message { $number } and some lines of its body
pop3-command-uidl =
    { $argument ->
        [yes] asks for the unique id of message { $number }
       *[no] asks for unique ids, which tell messages fetched before
    }
pop3-command-user = the user name
pop3-command-utf8 = asks to use UTF-8
pop3-command-xtnd = an extension that is long obsolete
pop3-command-unknown = not a known command; shown as sent
pop3-command-partial = the line never ended; the rest is not in the file
pop3-pass-clear = sent in clear, not encrypted
pop3-pass-clear-offered = sent in clear although STLS was offered
pop3-ok = +OK success
pop3-ok-apop = +OK logged in; the TRANSACTION state begins
pop3-ok-auth =
    { $argument ->
        [yes] +OK logged in; the TRANSACTION state begins
       *[no] +OK the mechanisms
    }
pop3-ok-capa = +OK what the server can do, up to a line with only a dot (-v explains each)
pop3-ok-dele = +OK marked; RSET can still undo it
pop3-ok-lang = +OK language
pop3-ok-list =
    { $argument ->
        [yes] +OK the size of this message, on one line
       *[no] +OK a line each, up to a line with only a dot
    }
pop3-ok-noop = +OK the answer to NOOP
pop3-ok-pass = +OK logged in; the TRANSACTION state begins
pop3-ok-quit = +OK the server agrees to leave
pop3-ok-retr = +OK the message begins with the next line and ends at a line with only a dot
pop3-ok-rset = +OK all deletion marks are taken back
pop3-ok-stat = +OK { $count } messages, { $size } octets in all
pop3-ok-stls = +OK agreed: TLS begins with the next byte
pop3-ok-top = +OK the header and some lines of the body follow
pop3-ok-uidl =
    { $argument ->
        [yes] +OK the unique id of this message
       *[no] +OK a unique id each, up to a line with only a dot
    }
pop3-ok-user = +OK the name is taken; now the password
pop3-ok-utf8 = +OK UTF-8 is used
pop3-ok-xtnd = +OK success
pop3-err = -ERR failed; an error is always one line
pop3-err-code = -ERR failed, for the reason { $code }
pop3-err-login = -ERR login failed: wrong user name or password, or not allowed
pop3-err-stls = -ERR TLS is refused; the session goes on in clear
pop3-reply-stray = not known which command this answers
pop3-reply-unfinished = the reply never ended; the rest is not in the file
pop3-list-sum = { $size } octets in all
pop3-list-sum-agrees = the sum equals STAT's { $size }
pop3-list-sum-differs = the sum { $size } differs from STAT's
pop3-list-unfinished = the list has no final line with only a dot
pop3-capability-auth-resp-code = says why a login failed (RFC 3206)
pop3-capability-expire = how long messages are kept (RFC 2449)
pop3-capability-implementation = the server's program (RFC 2449)
pop3-capability-lang = the language of replies can be chosen (RFC 6856)
pop3-capability-login-delay = the shortest time between logins (RFC 2449)
pop3-capability-pipelining = commands can be sent without waiting (RFC 2449)
pop3-capability-resp-codes = errors carry a code in brackets (RFC 2449)
pop3-capability-sasl = SASL mechanisms to log in with (RFC 5034)
pop3-capability-stls = the session can change to TLS (RFC 2595)
pop3-capability-top = headers can be fetched alone (RFC 1939)
pop3-capability-uidl = messages have unique ids (RFC 1939)
pop3-capability-user = USER and PASS can be used (RFC 1939)
pop3-capability-utf8 = UTF-8 can be used (RFC 6856)
pop3-capability-unknown = a capability that is not registered, perhaps a vendor's
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
           *[other] { $failed } failed logins
        }
       *[other] { $failed ->
            [0] logged in
           *[other] logged in after { $failed } failed attempts
        }
    }, { $fetched ->
        [one] 1 message fetched
       *[other] { $fetched } messages fetched
    }{ $deleted ->
        [0] {""}
       *[other] , { $deleted } deleted
    }
pop3-clear-although-offered = login in clear: the server offered STLS ({ $offered }), the client did not use it; user name, password and mail travelled in clear ({ $frames })
pop3-bare-lf = lines end in <LF> alone (from #{ $first } on, { $lines } lines): the standard asks for <CR><LF> (RFC 1939, section 3)
pop3-stls-refused = the server refused STLS; the session goes on in clear, not encrypted
pop3-message-incomplete = the message is incomplete: { $size } bytes are here, { $missing } are missing; only a new capture can bring them
pop3-command-cut = the end of the line is missing
