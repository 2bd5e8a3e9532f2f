#!/usr/bin/env python3
"""An HTTPS request with TLS False Start (RFC 7918): the client sends its first application data
right after its own Finished, before the server's. Browsers did this for years; OpenSSL never
did, so this uses the GnuTLS library (package libgnutls30).

usage: false_start.py HOST CAFILE          (key log: SSLKEYLOGFILE)
"""
import ctypes
import socket
import sys

tls = ctypes.CDLL("libgnutls.so.30")
CLIENT, FALSE_START, NO_TICKETS = 1 << 1, 1 << 8, 1 << 10
CERTIFICATE, PEM, DNS, RDWR = 1, 1, 1, 0

host, ca = sys.argv[1].encode(), sys.argv[2].encode()
tls.gnutls_record_send.restype = tls.gnutls_record_recv.restype = ctypes.c_ssize_t
tls.gnutls_record_send.argtypes = tls.gnutls_record_recv.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t]
tls.gnutls_strerror.restype = ctypes.c_char_p


def check(code):
    if code < 0:
        sys.exit("gnutls: " + tls.gnutls_strerror(int(code)).decode())
    return code


session, credentials = ctypes.c_void_p(), ctypes.c_void_p()
check(tls.gnutls_certificate_allocate_credentials(ctypes.byref(credentials)))
check(tls.gnutls_certificate_set_x509_trust_file(credentials, ca, PEM))
check(tls.gnutls_init(ctypes.byref(session), CLIENT | FALSE_START | NO_TICKETS))
check(tls.gnutls_priority_set_direct(
    session, b"NONE:+VERS-TLS1.2:+ECDHE-RSA:+AES-128-GCM:+AEAD:+COMP-NULL:+SIGN-ALL:+GROUP-ALL", None))
check(tls.gnutls_credentials_set(session, CERTIFICATE, credentials))
check(tls.gnutls_server_name_set(session, DNS, host, ctypes.c_size_t(len(host))))
tls.gnutls_session_set_verify_cert(session, host, 0)
s = socket.create_connection((host.decode(), 443))
s.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
tls.gnutls_transport_set_int2(session, s.fileno(), s.fileno())
check(tls.gnutls_handshake(session))
request = b"GET / HTTP/1.1\r\nHost: " + host + b"\r\nUser-Agent: Mozilla/5.0\r\nConnection: close\r\n\r\n"
check(tls.gnutls_record_send(session, request, len(request)))
page = ctypes.create_string_buffer(16384)
while check(tls.gnutls_record_recv(session, page, len(page))) > 0:
    pass
tls.gnutls_bye(session, RDWR)
s.close()
