# The lines of an AUTH exchange
sasl-challenge = Base64 for { $decoded }
sasl-challenge-empty = an empty challenge: the client is to speak first
sasl-challenge-cram = a one-time challenge { $decoded }; the client hashes it with the password
sasl-challenge-nonce = challenge { $decoded } with a one-time nonce
sasl-login-username = the user name in Base64: { $user }
sasl-login-password = the authorization code (masked); Base64 is an encoding, not encryption
sasl-plain = user { $user } and authorization code in one (masked); Base64 is an encoding, not encryption
sasl-cram = user { $user } and an HMAC-MD5 digest (masked); the password itself is not sent
sasl-digest = user { $user } and a digest (masked); the password itself is not sent
sasl-scram = SCRAM message of user { $user } (masked); the password itself is not sent
sasl-token = access token of user { $user } (masked)
sasl-response = a response of the login exchange (masked)
sasl-not-base64 = not valid Base64 (masked)
sasl-cancel = the client cancels the login
sasl-missed-username = probably the user name
sasl-missed-password = probably the authorization code
sasl-missed-response = probably a response of the login
