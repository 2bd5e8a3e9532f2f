# TLS: what its messages, records and findings mean.
# .why explains, .look says what to look for in Wireshark.

## The hellos

tls-client-hello = offers { $version } and { $suites ->
     [one] one suite
    *[other] { $suites } suites
    }
    .why = The client speaks first: the TLS versions, cipher suites and extensions it can use, the server name it wants (SNI), and a 32-byte client_random. The random travels in clear. It is neither a key nor the session ID; it makes every handshake derive different keys. The version in the record is for compatibility; the highest version on offer is { $version }.
    .look = Filter tls.handshake.type == 1. Compare Random, Cipher Suites and the server_name extension with these notes.
    .observer = which versions and suites the client has, and the server it looks for. All of that travels in clear; no secret has been sent.
tls-client-hello-again = second Client Hello, with the group the server asked for
    .why = The server could not use the key share of the first Client Hello and named a group. The client repeats its hello with a share for that group; both hellos enter the transcript, so nobody can tamper with the first.
    .look = Filter tls.handshake.type == 1: two frames in one stream. Compare their key_share extensions.
tls-hello-server-name = names the server { $name }
tls-hello-resume-ticket = shows a ticket of an earlier session
tls-hello-resume-id = asks to resume an earlier session by its ID
tls-hello-resume-psk = shows a pre-shared key, usually a ticket of an earlier session
tls-hello-early-data = announces data before the handshake is complete (0-RTT)
tls-hello-ech = has Encrypted Client Hello: the real server name may be hidden inside
tls-hello-fallback = says that this is a second try with a lower version (TLS_FALLBACK_SCSV)
tls-hello-ssl2 = in the old format of SSL 2.0, without extensions
tls-server-hello = chooses { $version } and the suite { $suite }
    .why = The server picks one version and one suite and sends its own server_random. { $suite } is { $name } and means: key exchange { $exchange }, authentication { $authentication }, cipher { $cipher }. { $protection ->
     [aead] { $hash } serves the key derivation and the hash over the handshake; it is not part of the cipher.
    *[other] { $hash } is for the MAC of each record; keys are derived with { $prf }.
    }
    .look = Filter tls.handshake.type == 2. Look at Version and Cipher Suite: one value each, out of the client's list.
    .observer = the version and suite of the session, and both randoms: with them alone no key can be computed.
tls-server-hello-13 = chooses { $version } and the suite { $suite }
    .why = The server chooses { $version } in the supported_versions extension (the version field stays at TLS 1.2 for old devices on the way) and sends its half of the key exchange in key_share. { $suite } is { $name }: cipher { $cipher }, and { $hash } for the key derivation. Key exchange and authentication are no longer part of the suite's name.
    .look = Filter tls.handshake.type == 2. The version is in the supported_versions extension, not in the Version field.
    .observer = the version, the suite, both randoms and both public keys. From public keys no secret follows: from here on only sizes and times can be seen.
tls-server-hello-encrypts = everything behind it is encrypted
tls-server-hello-resumes = resumes the earlier session
tls-server-hello-downgrade = its random ends in DOWNGRD (the server knows a higher version)
    .why = A server that could do TLS 1.3 and answers with less writes DOWNGRD at the end of its random (RFC 8446 section 4.1.3). A client that did not offer TLS 1.3 ignores it: no attack. A client that did offer it must break off, because somebody has changed its hello.
    .look = Look at the last 8 bytes of Random in the Server Hello: 44 4f 57 4e 47 52 44 01 (or 00).
tls-hello-retry-request = asks for another Client Hello with the group { $group }
    .why = The client guessed a group for its key share and guessed wrong. This message has the form of a Server Hello with a fixed random; the handshake takes one round trip more. It is no error.
    .look = Wireshark names it Hello Retry Request; the type is still tls.handshake.type == 2.
tls-hello-retry-request-cookie = asks for another Client Hello
tls-hello-request = asks the client to begin a new handshake
    .why = The server may ask for a handshake at any time up to TLS 1.2; the client answers with a Client Hello, or ignores it.
    .look = Filter tls.handshake.type == 0.

## Certificates and keys

tls-certificate = { $count ->
     [one] one certificate
    *[other] { $count } certificates
    }, the first for { $name }
    .why = A certificate ties names to a public key and is public; the client checks the signatures along the certificate chain up to a root it already trusts. Showing a certificate does not prove ownership of the private key: a signature made with it does, in Server Key Exchange (TLS 1.2) or Certificate Verify (TLS 1.3).
    .look = Filter tls.handshake.type == 11. Open Certificate, then subject, subjectAltName and validity.
    .observer = whom the server claims to be. A certificate is public, and whoever copies it can show it, too.
tls-certificate-client = the client's own certificate, of { $name } ({ $count ->
     [one] one in the chain
    *[other] { $count } in the chain
    })
    .why = The server asked the client for a certificate, and the client shows one. Up to TLS 1.2 it travels in clear: whoever listens learns who is logging in. The signature in Certificate Verify proves that the client owns its key.
    .look = Filter tls.handshake.type == 11 and look at the frame that the client sent.
tls-certificate-none = empty list: the client has no certificate to show
    .why = Asked for a certificate, a client without one answers with an empty list. The server decides: it goes on, or breaks off with an alert.
    .look = Certificates Length is 0 in the client's Certificate.
tls-certificate-empty = empty list: the server shows no certificate
tls-certificate-request = asks for a certificate of the client{ $authorities ->
     [0] {""}
     [one] , from one named authority
    *[other] , from one of { $authorities } named authorities
    }
    .why = With this message the server wants to know who the client is, too. Most servers leave that to a user name and password inside the encryption.
    .look = Filter tls.handshake.type == 13.
tls-certificate-verify = proves by a signature that its sender owns the certificate's private key
    .why = A signature over all handshake messages so far, made with the private key of the sender's certificate. A certificate alone proves nothing: anybody can copy it.
    .look = Filter tls.handshake.type == 15.
tls-certificate-status = the certificate's revocation status (OCSP), delivered by the server itself
    .why = A signed statement of the authority that the certificate is not revoked. The server fetches it in advance, so the client need not ask the authority and reveal whom it visits.
    .look = Filter tls.handshake.type == 22.
tls-certificate-url = says where the certificate can be fetched
    .why = Instead of its certificate the client sends addresses from which the server can fetch it (RFC 6066). Hardly anybody uses it.
    .look = Filter tls.handshake.type == 21.
tls-compressed-certificate = the certificates, compressed
    .why = A Certificate in compressed form (RFC 8879), to save a round trip when the chain is long.
    .look = Filter tls.handshake.type == 25.
tls-server-key-exchange = ephemeral public key ({ $group }, { $bytes } bytes){ $scheme ->
     [none] , signed
    *[other] , signed with { $scheme }
    }
    .why = The server sends an ephemeral public key and signs both randoms and this key with the private key of its certificate; only when the signature verifies is the peer known to own the certificate. No key that encrypts data is sent, here or later.
    .look = Filter tls.handshake.type == 12. Look at Named Curve, Pubkey and Signature.
    .observer = the server's ephemeral public key, and that its owner has the private key of the certificate. The secret is still unknown to all but the two.
tls-server-key-exchange-other = the server's part of the key exchange
    .why = What it holds depends on the key exchange of the suite. The keys that encrypt data are not in it.
    .look = Filter tls.handshake.type == 12. Look at Named Curve, Pubkey and Signature.
tls-server-hello-done = the server has finished its turn
    .why = Its length is 0. It only says that the server now waits for the client.
    .look = Filter tls.handshake.type == 14. Length: 0.
tls-client-key-exchange = public key
    .why = The client sends its own ephemeral public key. From its own private key and the other's public key each side computes the same pre-master secret, which is never on the wire; from it and the handshake so far come the master secret and the session keys.
    .look = Filter tls.handshake.type == 16. Its name is Client Key Exchange, not Change.
    .observer = both public keys, and still no key: the pre-master secret takes one of the private keys, which are never sent and soon forgotten.
tls-client-key-exchange-rsa = pre-master secret, encrypted to the certificate's key
    .why = With RSA key exchange the client makes up the pre-master secret and sends it encrypted to the public key of the certificate. Whoever obtains the server's private key later can read every recorded session: there is no forward secrecy.
    .look = Filter tls.handshake.type == 16. It holds an Encrypted PreMaster.
    .observer = nothing more today. But who records this and obtains the server's private key later can read all of it: there is no forward secrecy.
tls-client-key-exchange-psk = the name of the pre-shared key
    .why = Both sides already hold a secret; the client says which one. The secret itself is not sent.
    .look = Filter tls.handshake.type == 16. Look at PSK Identity.
tls-new-session-ticket = ticket
    .why = The session's secrets, encrypted with a key only the server has. The client keeps the ticket and shows it next time, for a shorter handshake; it is usable for { $seconds } seconds (0: not said). It changes no key of this session.
    .look = Filter tls.handshake.type == 4.
tls-new-session-ticket-13 = ticket
    .why = A pre-shared key for a later session: both sides derive it from the secrets of this one, and the client names it by showing the ticket. It is usable for { $seconds } seconds (0: not at all). It changes no key of this session.
    .look = Filter tls.handshake.type == 4.
tls-signature-valid = the signature { $scheme } verifies with the key of certificate 1 ({ $key })
    .why = Computed again with the public key of the certificate: this signature was made with the matching private key, over the very bytes it should cover. Whether the certificate itself can be trusted is another matter, which the client judges along the chain.
    .look = Filter tls.handshake.sig_hash_alg or tls.handshake.signature; Wireshark shows the signature and does not verify it.
tls-signature-wrong = the signature does NOT match: { $wrong }
tls-signature-unchecked = signature not checked: { $reason }
tls-wrong-mismatch = computed again with the certificate's key, the result is another
tls-wrong-other-key = { $scheme } does not go with a key of type { $key }
tls-unchecked-no-certificate = the certificate is not captured
tls-unchecked-no-issuer = the issuer's certificate is not in the capture
tls-unchecked-unreadable = the certificate or its key cannot be read
tls-unchecked-algorithm = { $name } is not computed here
tls-unchecked-no-hellos = one of the two hellos is not captured
tls-unchecked-no-transcript = messages of the handshake before it are missing
tls-unchecked-malformed = the message cannot be taken apart
tls-unchecked-master-secret = SSL 3.0 signs the master secret, too
tls-chain-signed = certificate { $certificate } ({ $name }) is signed by certificate { $issuer } ({ $by })
tls-chain-self-signed = certificate { $certificate } ({ $name }) is self-signed, and the signature matches
tls-chain-no-issuer = certificate { $certificate } ({ $name }) names { $by } as its issuer, which is not in the capture: not checked
tls-chain-wrong = certificate { $certificate } ({ $name }) is NOT signed by certificate { $issuer }: { $wrong }
tls-chain-unchecked = certificate { $certificate } ({ $name }): signature not checked: { $reason }
tls-client-key-exchange-implicit = empty: the client's public key is in its certificate
    .why = The public key for the key exchange stands in the client's certificate (static DH or ECDH), so that none is sent here.
    .look = Filter tls.handshake.type == 16; its length is 0.
tls-suite = { $exchange ->
     [none] cipher { $cipher }, hash { $hash }
    *[other] key exchange { $exchange }, authentication { $authentication }, cipher { $cipher }, hash { $hash }
    }
    .why = A cipher suite names the algorithms that both sides use: the client lists what it can do, the server picks one.
    .look = Filter tls.handshake.ciphersuite == { $id }.
tls-suite-signal = a signal, not a cipher suite
    .why = The client tells the server something with it without adding an extension; no server can pick it.
    .look = Filter tls.handshake.ciphersuite == { $id }.
tls-suite-exchange = { $exchange ->
     [none] key exchange and authentication are not part of it: the extensions key_share and signature_algorithms settle them (TLS 1.3)
     [RSA] RSA: the client encrypts the pre-master secret to the key of the certificate; no forward secrecy
     [ECDHE] ECDHE: each side sends an ephemeral public key on a curve, and both compute the same pre-master secret; forward secrecy
     [DHE] DHE: each side sends an ephemeral public key (powers modulo a prime), and both compute the same pre-master secret; forward secrecy
     [DH] DH: the public key is fixed in the certificate; no forward secrecy
     [ECDH] ECDH: the public key is fixed in the certificate; no forward secrecy
     [PSK] PSK: both sides have the same key beforehand
     [SRP] SRP: the key comes from a password, which is not sent
    *[other] { $exchange }: how both sides agree on a key
    }
tls-suite-authentication = { $authentication ->
     [anonymous] no authentication: anybody in between can pose as the server
     [PSK] PSK: who has the shared key is the right one
     [NULL] no authentication
    *[other] { $authentication }: the kind of key with which the server proves who it is
    }
tls-suite-cipher = { $mode ->
     [aead] { $cipher }: encrypts and protects against change (AEAD)
     [cbc] { $cipher }: encrypts in blocks; a MAC of its own protects against change
     [null] no encryption: anybody can read the content
    *[other] { $cipher }: encrypts the data
    }
tls-suite-hash = { $mode ->
     [aead] { $hash }: for the key derivation and the hash over the handshake; no part of the cipher
    *[other] { $hash }: for the MAC of each record
    }
tls-suite-weak = weak ({ $why }): not to be used
tls-group = { $family ->
     [curve] an elliptic curve
     [finite] a finite field (powers modulo a prime) of { $bits } bits
     [hybrid] a hybrid: an elliptic curve together with ML-KEM, safe as long as either holds, and against quantum computers
     [lattice] ML-KEM: a key encapsulation that withstands quantum computers
    *[other] a group for the key exchange
    }
    .why = Both sides take an ephemeral key in the same group and exchange the public ones. The client lists its groups in supported_groups.
    .look = Filter tls.handshake.extensions_supported_group == { $id }.
tls-scheme = { $kind ->
     [pkcs1] a signature with RSA, padded as in PKCS#1 v1.5; TLS 1.3 allows it in certificates only
     [pss] a signature with RSA, padded as in PSS
     [ecdsa] ECDSA: a signature on an elliptic curve
     [eddsa] EdDSA: a signature on an elliptic curve with a hash of its own
     [dsa] a signature with DSA, out of date
     [lattice] ML-DSA: a signature that withstands quantum computers
    *[other] a way to sign
    }
    .why = The sender lists in signature_algorithms what it can verify, and the peer picks from the list.
    .look = Filter tls.handshake.sig_hash_alg == { $id }.
tls-compressed-with = compressed with { $method }
tls-compressed-unopened = compressed with { $method }, which is not expanded here
tls-ocsp = { $status ->
     [good] not revoked, as of { $from }, news by { $to } (the signature of this answer is not checked)
     [revoked] REVOKED, as of { $from } (the signature of this answer is not checked)
    *[other] the answer: { $status }
    }

## The switch to encryption

tls-change-cipher-spec = encrypted from here
    .why = It says: encrypted from my next record on, with the keys that both sides now have. It holds no key and sets no new cipher; what was agreed in the hellos comes into force.
    .look = Filter tls.change_cipher_spec. It is a record type of its own (20), one byte long, not a handshake message.
tls-change-cipher-spec-server = encrypted from here
    .why = The server, too, switches to encryption. This is no periodic key refresh: TLS 1.2 has none, and new keys take a renegotiation, that is a new handshake. If a stream's first such row comes after Application Data, that is False Start (RFC 7918): the client sent data without waiting for it.
    .look = Filter tls.change_cipher_spec. It is a record type of its own (20), one byte long, not a handshake message.
    .observer = that the handshake is complete. Everything behind it has only direction, time and length.
tls-change-cipher-spec-13 = no meaning in TLS 1.3: sent for old devices on the way
    .why = TLS 1.3 does not need it. It is sent so that firewalls and the like that know only TLS 1.2 take the connection for a familiar one (RFC 8446 appendix D.4). What decides on encryption is the Server Hello.
    .look = Filter tls.change_cipher_spec. It is a record type of its own (20), one byte long, not a handshake message.
tls-change-cipher-spec-encrypted = itself encrypted with the keys so far
tls-false-start-note = False Start: the client sent data before it
tls-finished-client = Finished
    .why = The Encrypted Handshake Message is the first encrypted one, Finished, with a checksum over all handshake messages: any change on the way shows here. That it is Finished follows from its place; its content cannot be read without the key log.
    .look = Wireshark writes Encrypted Handshake Message (with the key log: Finished). It is the first handshake record behind Change Cipher Spec.
    .observer = that the client has its keys; the content of Finished cannot be seen.
tls-finished-server = Finished
    .why = The server's Finished; once both Finished verify, the handshake is complete. Sent after Change Cipher Spec, it does not refresh any key.
    .look = Wireshark writes Encrypted Handshake Message (with the key log: Finished). It is the first handshake record behind Change Cipher Spec.
    .observer = that the handshake is complete. Everything behind it has only direction, time and length.
tls-finished-server-first = Finished
    .why = In a resumed session the server sends its Finished first; the handshake is complete when that of the client has come and both verify. That it is Finished follows from its place; its content cannot be read without the key log.
    .look = Wireshark writes Encrypted Handshake Message (with the key log: Finished). It is the first handshake record behind Change Cipher Spec.
    .observer = that the server has its keys; the content of Finished cannot be seen.
tls-finished-probably = probably Finished (part of the handshake is not captured)
    .why = Its place says Finished, but bytes of the handshake are missing from the capture file, so another message is possible.
    .look = Wireshark writes Encrypted Handshake Message (with the key log: Finished). It is the first handshake record behind Change Cipher Spec.
tls-finished = Finished, in clear
    .why = A checksum over all handshake messages. It should be the first encrypted message; readable as here it was read with keys, or the suite does not encrypt.
    .look = Filter tls.handshake.type == 20.
tls-finished-opened = read with its secrets: the checksum over the handshake
    .why = A checksum over all handshake messages so far. Each side computes it for itself: if it fits, nobody changed the handshake on the way, and both have the same keys.
    .look = Filter tls.handshake.type == 20, with the key log set in the TLS preferences.
tls-finished-valid = equal to our own computation
    .why = From the secrets and the messages of this capture the same checksum comes out: the secrets are the right ones, and no handshake message was changed.
    .look = Wireshark shows Verify Data (tls.handshake.verify_data) and does not check it.
tls-finished-invalid = does NOT match our own computation
    .why = From the secrets and the messages of this capture another checksum comes out: a handshake message was changed, in the capture file or on the way. The other side would refuse it.
    .look = Wireshark shows Verify Data (tls.handshake.verify_data) and does not check it.
tls-encrypted-handshake-message = encrypted: what it is cannot be told from outside
    .why = A handshake record behind Change Cipher Spec that is not the first: a renegotiation, or a message whose beginning is not captured.
    .look = Wireshark writes Encrypted Handshake Message (with the key log: Finished). It is the first handshake record behind Change Cipher Spec.
tls-renegotiation-client-hello = renegotiation begins: probably Client Hello, encrypted with the keys so far
    .why = Up to TLS 1.2 a new handshake can take place inside the encrypted session: for new keys, or because the server wants a certificate after all. All of its messages are encrypted with the keys so far; only record types, lengths and order can be seen.
    .look = Encrypted Handshake Message after Application Data in the same stream; with the key log Wireshark names the messages.
tls-renegotiation-hello-request = probably Hello Request: the server asks for a renegotiation
    .why = Up to TLS 1.2 a new handshake can take place inside the encrypted session: for new keys, or because the server wants a certificate after all. All of its messages are encrypted with the keys so far; only record types, lengths and order can be seen.
    .look = Encrypted Handshake Message after Application Data in the same stream; with the key log Wireshark names the messages.
tls-renegotiation-message = part of the renegotiation, encrypted with the keys so far
    .why = Up to TLS 1.2 a new handshake can take place inside the encrypted session: for new keys, or because the server wants a certificate after all. All of its messages are encrypted with the keys so far; only record types, lengths and order can be seen.
    .look = Encrypted Handshake Message after Application Data in the same stream; with the key log Wireshark names the messages.

## Alerts

tls-alert = { $level ->
     [fatal] fatal: the connection ends here
    *[other] warning
    }
    .why = A fatal alert says why its sender gives up; the cause is often on the other side, so read what was sent just before. After a warning the connection may go on; close_notify is the regular end of a side's data.
    .look = Filter tls.alert_message. Level 2 is fatal, 1 is a warning.
tls-encrypted-alert = length { $length }: probably close_notify
    .why = Behind Change Cipher Spec alerts are encrypted, too; plain they have 2 bytes. At the end of a connection it is nearly always close_notify: no more data from this side. Only the key log can confirm it.
    .look = Wireshark writes Encrypted Alert; filter tls.record.content_type == 21.
tls-encrypted-alert-handshake = length { $length }: cannot be read; in the middle of the handshake probably a fatal one
    .why = An encrypted alert before both sides were through: one of them probably gave up, for example because Finished did not verify.
    .look = Filter tls.alert_message. Level 2 is fatal, 1 is a warning.
tls-cause-close-notify = no more data from this side: the regular end
tls-cause-end-of-early-data = early data ends (drafts of TLS 1.3)
tls-cause-unexpected-message = a message came that does not belong here: a faulty implementation, or bytes of another protocol
tls-cause-bad-record-mac = a record did not verify: changed on the way, or the keys differ
tls-cause-decryption-failed = a record could not be decrypted
tls-cause-record-overflow = a record was too long
tls-cause-decompression-failure = a record could not be decompressed
tls-cause-handshake-failure = no settings both sides accept: compare the suites, groups and signature algorithms of the Client Hello
tls-cause-no-certificate = no certificate to show (SSL 3.0)
tls-cause-bad-certificate = the certificate is damaged or its signature does not verify
tls-cause-unsupported-certificate = this kind of certificate is not supported
tls-cause-certificate-revoked = the certificate has been revoked by its issuer
tls-cause-certificate-expired = the certificate has expired, or the clock is wrong
tls-cause-certificate-unknown = the certificate was not accepted, for a reason not said; often the user or a program rejected it
tls-cause-illegal-parameter = a value is out of range or contradicts another
tls-cause-unknown-ca = the issuer is not among the trusted roots: a certificate of one's own, or an intermediate one missing in the chain
tls-cause-access-denied = the certificate is valid, but access is not allowed
tls-cause-decode-error = a message could not be parsed, or the other side hung up without close_notify (OpenSSL then sends this)
tls-cause-decrypt-error = a signature or Finished did not verify
tls-cause-too-many-cids-requested = too many connection IDs were asked for
tls-cause-export-restriction = export rules forbid it (withdrawn)
tls-cause-protocol-version = no version that both sides accept
tls-cause-insufficient-security = the server demands stronger suites than are on offer
tls-cause-internal-error = a fault inside the sender, not in what it received
tls-cause-inappropriate-fallback = the client tried a lower version although the server can do a higher one
tls-cause-user-canceled = the user broke off
tls-cause-no-renegotiation = no renegotiation wanted: the session goes on as it is
tls-cause-missing-extension = an extension that is needed is missing
tls-cause-unsupported-extension = an extension came that was not asked for
tls-cause-certificate-unobtainable = the certificate could not be fetched
tls-cause-unrecognized-name = the server does not know the server name (SNI) that was asked for
tls-cause-bad-certificate-status-response = the revocation status (OCSP) was not acceptable
tls-cause-bad-certificate-hash-value = the certificate does not match its hash
tls-cause-unknown-psk-identity = the pre-shared key is not known
tls-cause-certificate-required = the server demands a certificate of the client
tls-cause-general-error = an error without a further reason
tls-cause-no-application-protocol = no protocol of the ALPN list is served here
tls-cause-ech-required = the server demands Encrypted Client Hello
tls-cause-unknown = an alert that is in no registry
tls-cause-nothing-in-common = the server finds nothing usable in the Client Hello: most likely no cipher suite in common
tls-cause-version-too-low = the server accepts none of the versions on offer: the client is too old, or the server is
tls-cause-client-certificate-refused = the server demanded a certificate and the client showed none

## Records and other messages

tls-application-data = unreadable without the key log (--keylog FILE)
    .why = The data all this is for, encrypted and protected against change with the session keys. From outside only direction, time and length can be seen; reading it takes the key log. Application Data is the name of record type 23, not a command.
    .look = Filter tls.record.content_type == 23. With the key log set in the TLS preferences Wireshark shows what is inside.
    .observer = who talks to whom, when, and how much: not what.
tls-application-data-closed = no secret that is known opens it
    .why = The data all this is for, encrypted and protected against change with the session keys. From outside only direction, time and length can be seen; reading it takes the key log. Application Data is the name of record type 23, not a command.
    .look = Filter tls.record.content_type == 23. With the key log set in the TLS preferences Wireshark shows what is inside.
    .observer = who talks to whom, when, and how much: not what.
tls-hidden-server-flight = inside, encrypted: Encrypted Extensions, Certificate, Certificate Verify, Finished
    .why = TLS 1.3 encrypts the handshake from the Server Hello on, and hides it in records of type Application Data. Certificate and signature are sent, but only the key log makes them readable.
    .look = tls.record.opaque_type == 23: the outer type says Application Data, whatever is inside.
    .observer = sizes: a certificate chain makes this flight long. Who the server is cannot be seen any more, but for the name in the Client Hello.
tls-hidden-server-flight-resumed = inside, encrypted: Encrypted Extensions, Finished; no certificate, as the session is resumed
    .why = TLS 1.3 encrypts the handshake from the Server Hello on, and hides it in records of type Application Data. As the session is resumed, the pre-shared key proves who the server is: neither certificate nor signature is sent.
    .look = tls.record.opaque_type == 23: the outer type says Application Data, whatever is inside.
    .observer = sizes: without a certificate chain this flight is short, which gives a resumption away.
tls-hidden-told = by size and order probably: { $list } (bytes of each)
    .why = TLS 1.3 hides what a record holds, but not how long it is: Finished is as long as the hash, a signature as long as the key, a certificate longer than all else, and their order is fixed. That makes it likely and never certain: padding would hide it.
    .look = tls.record.opaque_type == 23: the outer type says Application Data, whatever is inside. Compare tls.record.length.
tls-hidden-client-finished = the client's first record is probably its Finished
    .why = TLS 1.3 encrypts the handshake from the Server Hello on, and hides it in records of type Application Data. Certificate and signature are sent, but only the key log makes them readable.
    .look = tls.record.opaque_type == 23: the outer type says Application Data, whatever is inside.
tls-hidden-early-data = early data (0-RTT), sent before the server has answered
    .why = With a key of an earlier session the client sends data along with its hello. It saves a round trip, but an attacker who recorded it can send it again.
    .look = tls.record.opaque_type == 23: the outer type says Application Data, whatever is inside.
tls-data-missing = { $bytes } bytes of it are missing from the capture file
tls-version-unknown = version unknown: the record says { $record }, and TLS 1.3 writes the same
tls-began-earlier = { $message } began in { $frame } ({ $part } of { $total } bytes)
tls-over-records = split over { $records } records
tls-message-incomplete = incomplete: { $have } of { $total } bytes
tls-message-cut = incomplete: not even its length is there
tls-message-skipped = { $length } bytes: too long to be kept, passed over
tls-malformed = does not have the form the standard demands
tls-record-incomplete = { $bytes } bytes of the record are missing from the capture file
tls-record-cut = the record ends with the connection or the capture
tls-gap-in-message = probably part of { $message }
tls-handshake-fragment = part of a handshake message whose beginning is not captured
    .why = Without its beginning neither its type nor its length is known.
    .look = Wireshark writes Encrypted Handshake Message or Continuation Data here; it is neither.
tls-unknown-handshake = handshake message of unknown type { $type }
    .why = The type is in no registry known here.
    .look = Filter tls.handshake.type == { $type }.
tls-unknown-record = record of unknown type { $type }
    .why = The type is in no registry known here.
    .look = Filter tls.record.content_type == { $type }.
tls-heartbeat = keep-alive
    .why = An extension to keep a connection alive (RFC 6520, record type { $type }); its faulty implementation in OpenSSL was Heartbleed (2014).
    .look = Filter tls.record.content_type == 24.
tls-encrypted-extensions = extensions of the server that need not be public
    .why = In TLS 1.3 what does not serve the key exchange (ALPN, for example) moved here, behind the encryption.
    .look = Filter tls.handshake.type == 8.
tls-end-of-early-data = the client's early data ends here
    .why = Behind it the client uses the keys of this handshake.
    .look = Filter tls.handshake.type == 5.
tls-key-update = the sender changes to its next key
    .why = TLS 1.3 can change keys without a handshake: the next key is derived from the last.
    .look = Filter tls.handshake.type == 24.
tls-supplemental-data = supplemental data
    .why = Further data for the handshake (RFC 4680); rare.
    .look = Filter tls.handshake.type == 23.
tls-next-protocol = the protocol the client chooses (NPN, withdrawn)
    .why = The forerunner of ALPN.
    .look = Filter tls.handshake.type == 67.
tls-label-application-data = Application Data: { $client ->
    [one] one record
   *[other] { $client } records
} C, { $server ->
    [one] one record
   *[other] { $server } records
} S
tls-label-application-data-one = Application Data: { $records ->
     [one] one record
    *[other] { $records } records
    }
tls-label-application-data-part = Application Data: part of a record
tls-label-handshake-fragment = Handshake: part of a message
tls-label-record-part = Record: its beginning only

## Fields of the byte map

tls-field-client-version = up to TLS 1.2 the highest version on offer; TLS 1.3 writes TLS 1.2 here
tls-field-server-version = the version chosen; TLS 1.3 writes TLS 1.2 here
tls-field-random = public: neither a key nor the session ID
tls-field-session-id = names an earlier session; in TLS 1.3 without meaning
tls-field-compression = 0: none, since compression gave secrets away
tls-field-grease = a made-up value that servers must ignore (RFC 8701)
tls-field-signal = a signal to the server, not a cipher suite
tls-field-public-key = the server's ephemeral public key
tls-field-signature = over both randoms and the public key, made with the certificate's private key
tls-field-ticket = readable by the server only
tls-field-more = further fields are not listed
tls-extension-server-name = the server name the client wants (SNI), in clear
tls-extension-max-fragment-length = asks for shorter records
tls-extension-status-request = asks for the certificate's revocation status (OCSP)
tls-extension-supported-groups = groups for the key exchange, the preferred one first
tls-extension-ec-point-formats = how points on curves may be written
tls-extension-signature-algorithms = signatures the sender can verify
tls-extension-alpn = protocols for the inside (ALPN)
tls-extension-sct = proof that the certificate was logged publicly (Certificate Transparency)
tls-extension-encrypt-then-mac = encrypt first, then protect: sounder with CBC suites
tls-extension-extended-master-secret = binds the master secret to this handshake
tls-extension-compress-certificate = ways to compress the certificates
tls-extension-record-size-limit = the longest record the sender accepts
tls-extension-session-ticket = empty: asks for a ticket; otherwise the ticket of an earlier session
tls-extension-pre-shared-key = resumes an earlier session, or uses a key agreed beforehand
tls-extension-early-data = data follows before the handshake is complete (0-RTT)
tls-extension-supported-versions = where TLS 1.3 is really agreed on
tls-extension-cookie = the server's word from Hello Retry Request, sent back
tls-extension-psk-modes = how a pre-shared key may be used
tls-extension-key-share = public keys for the key exchange, sent with the hello to save a round trip
tls-extension-ech = an encrypted hello inside this one, or a dummy
tls-extension-renegotiation-info = binds a renegotiation to its session (RFC 5746)
tls-field-prime = the prime that both sides compute with; public
tls-field-encrypted-pre-master = the pre-master secret, encrypted to the key of the certificate; only the server's private key opens it
tls-field-client-public-key = the client's ephemeral public key
tls-field-padding = zeros that bring the hello to a length which old devices can bear (RFC 7685)
tls-field-log-id = which public log it is: SHA-256 of its key
tls-field-delegation = by the certificate's private key, over this short-lived key
tls-field-ticket-age = the age of the ticket in milliseconds plus a secret number, so that onlookers cannot link sessions
tls-field-binder = a checksum over this hello made with the pre-shared key: proves that the client has it
tls-field-share = an ephemeral public key for the key exchange; public
tls-field-ech-payload = the inner hello, encrypted, or as many random bytes (GREASE): from outside they look alike
tls-field-age-add = a secret number that the client adds when it tells the ticket's age
tls-field-ticket-nonce = makes each ticket of a session lead to another key
tls-field-signature-verify = over all handshake messages so far, made with the private key of the sender's certificate
tls-field-verify-data = a checksum over all handshake messages so far, computed with the secrets of the session
tls-extension-certificate-type = the form of the certificate: X.509, or a public key alone
tls-extension-use-srtp = keys for SRTP (voice and video)
tls-extension-heartbeat = allows keep-alive messages (Heartbleed was a fault in one implementation)
tls-extension-padding = only fills up the length
tls-extension-token-binding = ties login tokens to this connection
tls-extension-delegated-credential = lets the server sign with a short-lived key that its certificate vouches for
tls-extension-certificate-authorities = the authorities that the sender trusts
tls-extension-oid-filters = what the client's certificate must contain
tls-extension-post-handshake-auth = the client is ready to show a certificate after the handshake
tls-extension-signature-algorithms-cert = signatures that are accepted inside certificates
tls-extension-quic = transport parameters of QUIC
tls-extension-npn = the forerunner of ALPN (NPN, withdrawn)
tls-extension-channel-id = the client identifies itself by a key of its own (an experiment, withdrawn)
tls-extension-application-settings = settings of the inner protocol, sent with the handshake (ALPS)
tls-extension-other = an extension of TLS that is rarely met

## The conversation as a whole

tls-recognised-client-hello = Client Hello in the first bytes
tls-recognised-server-hello = Server Hello in the first bytes of the server; the client's side is missing
tls-recognised-ssl2-hello = Client Hello in the format of SSL 2.0
tls-recognised-records = TLS records that follow each other
tls-recognised-inside = the inside is unknown without keys (port { $port }: { $service } over TLS)
tls-recognised-decrypted = what is inside was read with its secrets, and is marked with *
tls-recognised-inside-unknown = the inside is unknown without keys
tls-outcome-encrypted = encrypted, no key log
tls-outcome-decrypted = read with the secrets
tls-outcome-late = encrypted, the beginning is not captured
tls-outcome-null = in clear in spite of TLS (NULL cipher suite)
tls-outcome-failed = handshake failed: { $alert }
tls-outcome-incomplete = handshake incomplete
tls-outcome-no-data = handshake complete, no data
tls-summary = { $version }, full handshake, { $suite }; application data: { $client ->
    [one] one record
   *[other] { $client } records
} C, { $server ->
    [one] one record
   *[other] { $server } records
} S
tls-summary-resumed = { $version }, resumed session, { $suite }; application data: { $client ->
    [one] one record
   *[other] { $client } records
} C, { $server ->
    [one] one record
   *[other] { $server } records
} S
tls-summary-resumed-from = began in conversation { $stream }
tls-summary-no-choice = no version and suite known; application data: { $client ->
    [one] one record
   *[other] { $client } records
} C, { $server ->
    [one] one record
   *[other] { $server } records
} S

## Findings

tls-fatal-alert = { $side ->
     [C] The client
    *[S] The server
    } broke off with the fatal alert { $alert }: { $cause }
tls-record-too-long = A record of { $length } bytes: the standard allows { $limit }
tls-empty-records = Handshake records without content: { $count }. The standard forbids them
tls-too-many-messages = Too many messages: { $count } were counted but are not shown
tls-too-many-certificates = { $count } certificates in one message; only the first { $limit } were read
tls-message-too-long = { $message } has { $length } bytes; at most { $limit } are kept, so it was passed over
tls-malformed-message = { $message } does not have the form the standard demands and could not be read
tls-not-a-record = { $side ->
     [C] The client
    *[S] The server
    } sent bytes that are no TLS record: { $bytes }; what follows is searched for the next one
tls-plain-text = { $side ->
     [C] The client
    *[S] The server
    } sent { $protocol ->
     [none] plain text
    *[other] plain { $protocol }
    } instead of TLS: { $bytes }. One side speaks TLS here and the other does not: check port and settings
tls-on-plain-port = TLS from the first byte on port { $port }, where { $service } begins in clear: the client's settings ask for SSL/TLS where STARTTLS or no encryption is usual
tls-plaintext-after-ccs = A message in clear behind Change Cipher Spec: it should be encrypted
tls-late-start = The capture began after the handshake: version, suite and certificate are unknown (the record says { $record }; TLS 1.3 writes TLS 1.2 there). Begin capturing before you connect
tls-state-incomplete = { $missing } is not captured: what the encrypted messages are can only be presumed
tls-handshake-gap = Bytes of the handshake are missing from the capture file: some of its messages are incomplete
tls-handshake-incomplete = The handshake was not completed and no alert says why; the last message is { $last }
tls-false-start = False Start (RFC 7918): the client sent data before the server's Change Cipher Spec and Finished. That is allowed, and no key refresh
tls-mac-failed = A record of { $side ->
    [C] the client
   *[S] the server
} cannot be opened with the secret that is known for this handshake ({ $why ->
    [short] it is too short
    [none] not one opened
   *[mac] the check of its MAC failed
}): the secret is not the right one, or bytes were changed. From here on it stays closed
tls-record-not-opened = { $count ->
    [one] A record
   *[other] { $count } records
} of { $side ->
    [C] the client
   *[S] the server
} cannot be opened although those before could (the check of the MAC failed): bytes were changed, or records in front are missing. Look in the dialogue for the gap, and capture anew with a larger buffer if frames were dropped
tls-finished-differs = The Finished of { $side ->
    [C] the client
   *[S] the server
} does not match our own computation: a message of the handshake was changed
tls-cipher-not-supported = A secret of this handshake is known, but wiretale cannot compute { $cipher }: what is inside stays closed
tls-no-matching-secret = No secret for client_random { $random }..; there are secrets of { $others ->
    [one] 1 other handshake
   *[other] { $others } other handshakes
}. Write the key log while the capture is made (SSLKEYLOGFILE), and start the program anew for it
tls-rsa-key-opens-nothing = The private RSA key opens nothing here: { $why ->
    [other] the pre-master secret was encrypted to another key
    [missing] the Client Key Exchange with the encrypted pre-master secret is not captured, or the session was resumed
   *[forward] with { $exchange } the key only signs, the secret is agreed with ephemeral keys (forward secrecy). What helps is a key log (--keylog)
}
tls-early-data-refused = the server refuses the early data (0-RTT): what the client sent before this is not taken, and mostly comes once more
tls-secrets-late = The secrets stand in the capture file behind packets that need them: what came before stays closed. Give them with --keylog (editcap --extract-secrets FILE KEYS writes them out)
tls-renegotiation = A second handshake inside the session (renegotiation){ $read ->
    [yes] , with new keys from its Change Cipher Spec on
   *[no] : its content cannot be seen without the key log
}
tls-insecure-renegotiation = The server does not know secure renegotiation (RFC 5746)
tls-deprecated-version = { $version } is deprecated ({ $rfc }): use TLS 1.2 or 1.3
tls-downgrade = Both sides can do TLS 1.3, and yet { $version } was chosen: somebody may have changed the Client Hello on the way
tls-weak-suite = The suite { $suite } is weak ({ $why })
tls-no-forward-secrecy = The suite { $suite } has no forward secrecy: whoever obtains { $key ->
    [psk] the pre-shared key
    [both] the pre-shared key and the server's private key
   *[private] the server's private key
} later can read this recording
tls-unreadable-certificate = The server's certificate cannot be read
tls-certificate-expired = The server's certificate had expired when it was captured: valid until { $until }, captured { $captured }
tls-certificate-not-yet-valid = The server's certificate was not valid yet when it was captured: valid from { $from }, captured { $captured }
tls-name-mismatch = The certificate is for { $names }; the client asked for { $name }
tls-weak-key = The server's RSA key has only { $bits } bits
tls-weak-signature = The server's certificate is signed with { $algorithm }, which can be forged
tls-summary-unfinished = { $version }, handshake not completed, { $suite }; application data: { $client ->
    [one] one record
   *[other] { $client } records
} C, { $server ->
    [one] one record
   *[other] { $server } records
} S
tls-signature-invalid = The signature in { $message } ({ $scheme }) does NOT match the certificate's key ({ $key }): { $wrong }
    .why = This signature should prove that the peer owns the private key of its certificate. That it does not match means: the signed bytes were changed on the way, the sender used another private key, or the capture file was changed. A sound client breaks off with the alert decrypt_error.
    .look = Look for a decrypt_error alert right behind it; without one the capture file itself was most likely changed.
tls-chain-invalid = Certificate { $certificate } names { $issuer } as its issuer, but the signature does NOT match: { $wrong }
    .why = Each certificate of a chain is signed by the next. One whose signature does not match cannot be trusted: it was changed, or that issuer never signed it.
    .look = Open the Certificate message and compare issuer with the subject of the next certificate.
tls-chain-order = The certificates are out of order: certificate { $certificate } is not the issuer of the one before. In the server's certificate file put its own first, then the intermediate ones
    .why = TLS 1.2 demands that each certificate directly signs the one before (RFC 5246 section 7.4.2), and TLS 1.3 recommends it. Many clients sort them; some fail.
    .look = Open the Certificate message: from the second on, subject should equal the issuer of the one before.
tls-weak-group = The { $kind } parameters of the key exchange have only { $bits } bits: configure 2048 or more on the server, or ECDHE
    .why = A finite field of 1024 bits can be precomputed by a strong attacker, after which breaking each connection is cheap (Logjam, 2015). RFC 9325 demands 2048 bits at least.
    .look = Open Server Key Exchange and look at the length of p.
tls-self-signed = The server's certificate ({ $name }) is self-signed: nobody else vouches for it, and a client should accept it only if it knew it before
    .why = Anybody can make a self-signed certificate with any name in it. In a lab it is common; a public server should have one that an authority signed.
    .look = Open Certificate: issuer and subject are the same.
tls-no-alternative-names = The certificate has no subjectAltName, and its name stands in the CN ({ $name }) only: clients of today ignore the CN and refuse it. Have it issued anew with a subjectAltName
    .why = RFC 9525 compares subjectAltName only.
    .look = Open the extensions of Certificate and look for subjectAltName.
tls-certificate-revoked = The server's certificate has been revoked (OCSP answer sent along, { $from }): it must be replaced
    .why = The authority has declared the certificate void before its time, mostly because the private key was lost to somebody.
    .look = Filter tls.handshake.type == 22.

# The lesson.
tls-lesson-title = { $version }, { $kind ->
    [full] full handshake
    [resumed] resumed session
    [retry] full handshake behind a Hello Retry Request
    [renegotiation] renegotiation
    [failed] handshake that failed
   *[unknown] handshake
}, { $suite }, group { $group }
tls-lesson-parts = key exchange { $exchange } | authentication { $authentication } | cipher { $cipher } | hash { $hash } { $protection ->
    [aead] (for PRF and transcript, not part of the cipher)
   *[other] (for the MAC of each record) | PRF and transcript { $prf }
}
tls-lesson-parts-13 = cipher { $cipher } | hash { $hash } (for HKDF and transcript, not part of the cipher) | key exchange and authentication are agreed on in extensions, not in the suite
tls-certificate-line = { $side ->
    [C] client certificate
   *[S] certificate
} { $number }: { $subject }; issued by { $issuer }; serial { $serial }; names { $names }; key { $key }; for { $usages }{ $ca ->
    [yes] ; may sign other certificates
   *[no] {""}
}; valid { $from } to { $to }; signed with { $signature }; SHA-256 { $print }
tls-check-name = { $state ->
    [valid] { $name } is among the names of certificate 1 ({ $names })
    [invalid] { $name } is NOT among the names of certificate 1 ({ $names })
   *[unchecked] the name cannot be compared: certificate 1 is for { $names }, and the client named no server
}
tls-check-dates = { $state ->
    [valid] certificate 1 is valid from { $from } to { $to }; captured on { $day }
    [invalid] certificate 1 is valid from { $from } to { $to }, NOT on { $day }, when this was captured
   *[unchecked] the validity of certificate 1 cannot be compared with the day of the capture
}
tls-key-random = public: it makes every handshake derive other keys
tls-key-master = both sides compute it and never send it; all keys come from it
tls-key-mac = for the check value of every record
tls-key-write = encrypts the records of this side
tls-key-iv = makes the cipher's starting value different for every record
tls-key-handshake-secret = for the rest of the handshake of this side
tls-key-data-secret = for the data of this side, until a Key Update
tls-key-finished = for Finished of this side
tls-field-content-type = what the record holds
tls-field-record-version = for compatibility: it does not tell the version of the session
tls-lesson-random = The random { $random } in the Client Hello ({ $frame }) is public, and neither the session key nor the session ID: it travels in clear and only makes every handshake derive different keys
    .why = Who sees the random still cannot compute the keys: that takes the pre-master secret (in TLS 1.3 the shared secret of the key exchange), which is not on the wire.
    .look = Open the Client Hello: Random and Session ID are two fields.
tls-lesson-suite = The cipher of { $suite } ({ $frame }) is { $cipher }; { $hash } is no part of it but serves the key derivation and the hash over the handshake
    .why = { $cipher } protects integrity itself (AEAD) and needs no further hash. The hash at the end of the name belongs to the PRF or HKDF.
    .look = Open the Server Hello and look at Cipher Suite.
tls-lesson-key-exchange = No key that encrypts data is in Server Key Exchange ({ $frame }): it holds an ephemeral public key ({ $group }) and a signature over it, for everybody to see
    .why = The keys that encrypt data are computed by each side for itself and are in no message.
    .look = Open Server Key Exchange: Pubkey and Signature.
tls-lesson-premaster = { $exchange ->
     [RSA] The client makes up the pre-master secret and sends it in Client Key Exchange ({ $client }), encrypted to the public key of the certificate; the server opens it with its private key
    *[other] The pre-master secret is never on the wire: each side sends a public key ({ $server } and { $client }), and both compute the same value
    }
    .why = From the pre-master secret and both randoms (or the hash over the handshake) comes the master secret, and from that the session keys.
    .look = Compare Pubkey in Server Key Exchange and Client Key Exchange; with RSA key exchange look at Encrypted PreMaster.
tls-lesson-client-key-exchange = The message is called Client Key Exchange ({ $exchange }), not Client Key Change; Change is in the name of Change Cipher Spec ({ $change }) behind it
    .why = The one sends a public key, the other says that the next record is encrypted.
    .look = Read the full names in the Info column.
tls-lesson-certificate = { $proof ->
     [Finished] The certificate ({ $certificate }) is public and alone proves nothing: that the server could open the pre-master secret and compute the right Finished ({ $frame }) shows that it has the private key
    *[other] The certificate ({ $certificate }) is public and alone proves nothing: the signature in { $proof } ({ $frame }) shows that the server has its private key
    }
    .why = Anybody can copy a certificate; the private key only its owner has.
    .look = Compare Certificate and { $proof }.
tls-lesson-refresh = The server's Change Cipher Spec and Finished ({ $frame }) complete the handshake and are no periodic change of session keys: up to TLS 1.2 there is none, and new keys take a renegotiation
    .why = Finished is a checksum over all handshake messages, which each side sends once.
    .look = Filter tls.change_cipher_spec: each side sends one per handshake.
