# The lines of an AUTH exchange
sasl-challenge = Base64 for { $decoded }
    .why = The server's side of the login: text or data in Base64, which anyone can decode (RFC 4954, section 4; POP3: RFC 5034). In LOGIN it is only a prompt for people, Username: or Password:, and says nothing secret.
    .look = Filter smtp.response.code == 334. In POP3 the challenge is a line that begins with + and a space.
sasl-challenge-empty = an empty challenge: the client speaks first
    .why = With PLAIN the client has everything to say and the server has no question, so its challenge is empty. The client can save this round trip by putting its answer into the AUTH line.
    .look = Filter smtp.response.code == 334 && tcp.len < 7.
sasl-challenge-cram = one-time challenge { $decoded }
    .why = CRAM-MD5 (RFC 2195): the server sends a text that never repeats, and the client answers with a digest of it, keyed with the password. A recorded answer is useless next time; weak passwords can still be guessed from it offline.
    .look = Filter smtp.response.code == 334.
sasl-challenge-nonce = challenge { $decoded } with a one-time nonce
    .why = The challenge holds a random text used once (a nonce). The client mixes it into its answer, so that a recorded answer cannot be played again.
    .look = Filter smtp.response.code == 334.
sasl-login-username = the user name in Base64: { $user }
    .why = LOGIN sends the user name alone, in Base64. It is no secret to anyone who sees the packet: Base64 is decoded without any key.
    .look = Filter smtp.auth.username. Wireshark writes C: User: before it; the label is not on the wire.
sasl-login-password = authorization code{ $masked }; Base64 does not encrypt
    .why = With most Chinese mail providers this is an authorization code made for mail programs, not the password of the web page; for the server it is the password. Base64 only changes the notation and can be undone by anyone; only TLS keeps it secret. If a capture with your own code is handed in, cancel the code.
    .look = Filter smtp.auth.password. Wireshark writes C: Pass: before it and can decode it: take care when you show your screen.
sasl-plain = user { $user } and code{ $masked }; Base64 does not encrypt
    .why = PLAIN (RFC 4616) sends an optional identity, user name and password in one string, with zero bytes between them, in Base64. It is simpler than LOGIN and just as readable; use it only inside TLS.
    .look = Filter smtp.auth.username_password.
sasl-plain-for = user { $user } (acting for { $other }) and code{ $masked }; Base64 does not encrypt
    .why = The first part of PLAIN is whom to act for, the second who logs in (RFC 4616, section 2). Where they differ the client asks to work as somebody else with its own password, which the server must allow.
    .look = Filter smtp.auth.username_password.
sasl-cram = user { $user } and a digest{ $masked }, not the password
    .why = The client proves with an HMAC-MD5 digest that it knows the password without sending it (RFC 2195). The mail itself is not protected by this: without TLS it is in clear all the same. MD5 is old, and servers turn to SCRAM or to PLAIN inside TLS.
    .look = Filter smtp.response.code == 334. The answer is the next row of the client, which Wireshark shows as C: DATA fragment.
sasl-digest = user { $user } and a digest{ $masked }, not the password
    .why = DIGEST-MD5 mixes the nonces of both sides into the digest. It is declared obsolete (RFC 6331).
    .look = Filter smtp.response.code == 334. The answer is the next row of the client, which Wireshark shows as C: DATA fragment.
sasl-scram = SCRAM of user { $user }{ $masked }, not the password
    .why = SCRAM (RFC 5802) never sends the password, and both sides prove that they know it, the server too. It takes two rounds: first the nonces, then the proofs.
    .look = Filter smtp.response.code == 334. The answers are rows that Wireshark shows as C: DATA fragment.
sasl-token = access token of user { $user }{ $masked }
    .why = An access token (OAuth) stands in for the password: it comes from the provider's login page, is limited in time and rights, and can be withdrawn. Whoever copies it can use it until it expires, so TLS is needed all the same.
    .look = Filter upper(smtp.req.command) == "AUTH". The mechanism is XOAUTH2 or OAUTHBEARER.
sasl-response = a line of the login from the client{ $masked }
    .why = What it holds depends on the mechanism, which is unknown here or keeps its secrets inside. It is masked because it may contain a password.
    .look = Filter upper(smtp.req.command) == "AUTH".
sasl-not-base64 = not valid Base64{ $masked }
    .why = Every line of the login must be Base64 (RFC 4954, section 4). Typed by hand, the name or code often goes out as it is; the server answers 501 or 535. It is masked because it may be the password.
    .look = Filter smtp.response.code == 501 || smtp.response.code == 535.
sasl-cancel = the client cancels the login
    .why = A line with only * ends the exchange without a login; the server must answer with an error: 501 in SMTP (RFC 4954, section 4), -ERR in POP3 (RFC 5034).
    .look = Filter tcp.payload == 2a:0d:0a.
sasl-missed-username = probably the user name
    .why = The server had just asked for the user name, and the next line is missing; so it was most likely the name. It is inferred, not seen.
    .look = Filter smtp.response.code == 334.
sasl-missed-password = probably the authorization code
    .why = The server had just asked for the password, and the next line is missing; so it was most likely the authorization code. It is inferred, not seen.
    .look = Filter smtp.response.code == 334.
sasl-missed-response = probably a response of the login
    .why = A login was under way and the client's next line is missing; so it belonged to the login. It is inferred, not seen.
    .look = Filter smtp.response.code == 334.
sasl-challenge-plain = a challenge that is not Base64; shown as sent
sasl-masked = {" "}(masked)
sasl-challenge-digest = challenge for realm { $realm } with the one-time nonce { $nonce }
    .why = The realm tells for which accounts the password counts, the nonce is a random text used once (RFC 2831, section 2.1.1). The client mixes both into its digest, so a recorded answer is useless next time.
    .look = Filter smtp.response.code == 334. In POP3 the challenge is a line that begins with + and a space.
sasl-challenge-scram = the server's nonce, the salt, and { $rounds } rounds of hashing
    .why = Salt and number of rounds are what the server once used to make its stored value from the password (RFC 5802, section 3). The more rounds, the longer it takes to guess passwords from a recording.
    .look = Filter smtp.response.code == 334. In POP3 the challenge is a line that begins with + and a space.
sasl-challenge-proof = the server's proof that it knows the password too
    .why = The login works both ways: the server proves that it holds what was made from this password, so it is not just any server that says yes. The client has nothing left to send and answers with an empty line.
    .look = Filter smtp.response.code == 334. In POP3 the challenge is a line that begins with + and a space.
sasl-challenge-refused = refused: { $reason }
    .why = SCRAM has words of its own for why it ends (RFC 5802, section 7), such as invalid-proof for a wrong password. The reply code behind it is what counts for the protocol.
    .look = Filter smtp.response.code == 334. In POP3 the challenge is a line that begins with + and a space.
sasl-challenge-token = the token is refused, status { $status }; the client answers with an empty line
    .why = The server sends the reason as JSON before the error itself: status 400 or 401 for a token that has expired or was withdrawn, and the scope that is needed. The client must answer once more, with an empty line, before the final reply comes.
    .look = Filter smtp.response.code == 334. In POP3 the challenge is a line that begins with + and a space.
sasl-challenge-ntlm = challenge of NTLM, the second of three messages
    .why = It holds a random text of eight bytes and names of the server and its domain, in clear inside the Base64. The client answers with digests over the random text.
    .look = Filter smtp.response.code == 334. In POP3 the challenge is a line that begins with + and a space.
sasl-challenge-gssapi = a token of Kerberos from the server
    .why = Tokens go to and fro until both sides have proved who they are (RFC 4752, section 3.1). Their content is encrypted with keys of Kerberos and cannot be read here.
    .look = Filter smtp.response.code == 334. In POP3 the challenge is a line that begins with + and a space.
sasl-scram-first = SCRAM of user { $user }, with a nonce of the client{ $masked }
    .why = The first of two rounds: user name and a random text, both in clear (RFC 5802, section 5). No secret is in it yet; it is masked like every answer of a login, and --reveal shows it.
    .look = Filter smtp.response.code == 334. In POP3 the challenge is a line that begins with + and a space.
sasl-ntlm-negotiate = NTLM: asks to negotiate, the first of three messages{ $masked }
    .why = The client tells which variants it can do. Names of its computer and domain may be in it.
    .look = Filter smtp.response.code == 334. In POP3 the challenge is a line that begins with + and a space.
sasl-ntlm-authenticate = NTLM: user { $user } and digests{ $masked }, not the password
    .why = The last message: user, domain and computer in clear, and digests made from the password and the server's random text. Weak passwords can be guessed from them offline.
    .look = Filter smtp.response.code == 334. In POP3 the challenge is a line that begins with + and a space.
sasl-gssapi = a token of Kerberos, step { $step }{ $masked }
    .why = A ticket first, then confirmations (RFC 4752, section 3.1). The last step agrees on what protects the connection from then on, usually nothing more, since TLS does that.
    .look = Filter smtp.response.code == 334. In POP3 the challenge is a line that begins with + and a space.
sasl-password-fits = computed again: it was made from the password given with --password
sasl-password-differs = computed again: it was NOT made from the password given with --password
# Mechanisms
sasl-mechanism-anonymous = no login at all: only a trace such as a name
    .why = The client says at most who it would like to be taken for; nothing is checked (RFC 4505). Mail servers hardly ever offer it.
    .look = Filter upper(smtp.req.command) == "AUTH", in POP3 upper(pop.request.command) == "AUTH". The lines that follow are the exchange.
sasl-mechanism-cram-md5 = answers a one-time challenge with a digest of it and the password
    .why = The server sends a text that never repeats; the client answers with user name and HMAC-MD5 of that text, keyed with the password (RFC 2195). The password never travels, but a weak one can be guessed from a recording, and the server must keep it readable.
    .look = Filter upper(smtp.req.command) == "AUTH", in POP3 upper(pop.request.command) == "AUTH". The lines that follow are the exchange.
sasl-mechanism-digest-md5 = a digest over the nonces of both sides and the password; obsolete
    .why = Like CRAM-MD5, with a nonce of the client too and a proof by the server (RFC 2831). RFC 6331 declared it obsolete: it is complicated, and MD5 is weak.
    .look = Filter upper(smtp.req.command) == "AUTH", in POP3 upper(pop.request.command) == "AUTH". The lines that follow are the exchange.
sasl-mechanism-external = who it is was proved outside, usually by the client's TLS certificate
    .why = The login was done by a lower layer, as a rule by a client certificate in the TLS handshake; the line only says for whom (RFC 4422).
    .look = Filter upper(smtp.req.command) == "AUTH", in POP3 upper(pop.request.command) == "AUTH". The lines that follow are the exchange.
sasl-mechanism-gssapi = Kerberos: tickets instead of a password, in several steps
    .why = The client shows a Kerberos ticket, server and client prove themselves to each other, and a last step agrees on protection (RFC 4752). What travels is binary and cannot be read without the keys.
    .look = Filter upper(smtp.req.command) == "AUTH", in POP3 upper(pop.request.command) == "AUTH". The lines that follow are the exchange.
sasl-mechanism-login = asks for user name and password one after the other, each in Base64
    .why = The server prompts with Username: and Password:, and the client answers each in Base64, which anyone can decode. It was never standardised, but nearly every server offers it. Use it only behind TLS.
    .look = Filter upper(smtp.req.command) == "AUTH", in POP3 upper(pop.request.command) == "AUTH". The lines that follow are the exchange.
sasl-mechanism-ntlm = Microsoft's own: three messages, a digest instead of the password
    .why = Negotiate, challenge and authenticate, three messages in Base64 that begin with NTLMSSP. The digest can be guessed offline, so TLS is needed all the same.
    .look = Filter upper(smtp.req.command) == "AUTH", in POP3 upper(pop.request.command) == "AUTH". The lines that follow are the exchange.
sasl-mechanism-oauthbearer = an access token instead of a password
    .why = The token comes from the provider's login page, is limited in time and rights, and can be withdrawn (RFC 7628). Whoever copies it can use it until it expires.
    .look = Filter upper(smtp.req.command) == "AUTH", in POP3 upper(pop.request.command) == "AUTH". The lines that follow are the exchange.
sasl-mechanism-plain = identity, user name and password in one line of Base64
    .why = An optional identity, the user name and the password, with zero bytes between them, in Base64 (RFC 4616). Anyone can decode it; use it only behind TLS.
    .look = Filter upper(smtp.req.command) == "AUTH", in POP3 upper(pop.request.command) == "AUTH". The lines that follow are the exchange.
sasl-mechanism-scram = proves on both sides that the password is known, without sending it
    .why = Nonces first, then proofs: the client shows that it knows the password, the server that it holds what was made from it (RFC 5802). With -PLUS the TLS connection is bound in as well.
    .look = Filter upper(smtp.req.command) == "AUTH", in POP3 upper(pop.request.command) == "AUTH". The lines that follow are the exchange.
sasl-mechanism-xoauth2 = an access token instead of a password, Google's older form
    .why = User name and token in one line of Base64. When the token is refused the server sends the reason as JSON with 334, and the client answers with an empty line before the final error.
    .look = Filter upper(smtp.req.command) == "AUTH", in POP3 upper(pop.request.command) == "AUTH". The lines that follow are the exchange.
