"""Handshakes of every kind of record protection, made in memory, for the tests of `decrypt.rs`.

    python3 make_suites.py > suites.txt        # needs tlslite-ng (pip) for SSL 3.0, RC4, 3DES, CCM; the ssl module for the rest

Lines: `= name version suite`, then `K label id secret`, `C hex` and `S hex` in the order in which they were sent.
Each client sends "ping\\r\\n", gets "pong\\r\\n", sends 1500 bytes of "x", and both close.
"""
import os, socket, ssl, subprocess, sys, tempfile, threading
from tlslite.api import *

folder = tempfile.mkdtemp()
key, cert = folder + "/key.pem", folder + "/cert.pem"
subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", cert, "-days", "9000",
                "-subj", "/CN=suites.example", "-addext", "subjectAltName=DNS:suites.example"], check=True, capture_output=True)
subprocess.run(["openssl", "pkcs8", "-topk8", "-nocrypt", "-in", key, "-out", key + "8"], check=True, capture_output=True)

class Taped:
    """A socket that writes down what it sends."""
    def __init__(self, inner, side, tape): self.inner, self.side, self.tape = inner, side, tape
    def send(self, data):
        data = bytes(data); self.tape.append((self.side, data)); self.inner.sendall(data); return len(data)
    sendall = send
    def __getattr__(self, name): return getattr(self.inner, name)

def print_all(name, version, suite, keys, tape):
    print(f"= {name} {version} {suite}")
    for line in keys: print("K", line)
    merged = []
    for side, data in tape:
        if merged and merged[-1][0] == side: merged[-1][1] += data
        else: merged.append([side, bytearray(data)])
    for side, data in merged: print(side, data.hex())

def tlslite(name, version, cipher, mac=None, kx="rsa", etm=False, ems=False):
    a, b = socket.socketpair(); tape = []
    chain = X509CertChain(); chain.parsePemList(open(cert).read())
    private = parsePEMKey(open(key + "8").read(), private=True)
    s = HandshakeSettings()
    s.minVersion = s.maxVersion = version
    s.cipherNames = [cipher]; s.keyExchangeNames = [kx]
    if mac: s.macNames = [mac]
    s.useEncryptThenMAC = etm; s.useExtendedMasterSecret = ems; s.requireExtendedMasterSecret = False
    server = TLSConnection(Taped(b, "S", tape)); client = TLSConnection(Taped(a, "C", tape))
    def serve():
        server.handshakeServer(certChain=chain, privateKey=private, settings=s)
        assert server.read(min=6, max=6) == b"ping\r\n"; server.write(b"pong\r\n")
        server.read(min=1500, max=1500); server.close()
    t = threading.Thread(target=serve); t.start()
    client.handshakeClientCert(settings=s)
    client.write(b"ping\r\n"); client.read(min=6, max=6); client.write(b"x" * 1500); client.close(); t.join()
    random = bytes(client._clientRandom).hex()
    keys = [f"CLIENT_RANDOM {random} {bytes(client.session.masterSecret).hex()}"]
    if version == (3, 4):
        # It does not keep the secrets of the handshake: only data can be opened.
        keys = [f"CLIENT_TRAFFIC_SECRET_0 {random} {bytes(client.session.cl_app_secret).hex()}",
                f"SERVER_TRAFFIC_SECRET_0 {random} {bytes(client.session.sr_app_secret).hex()}"]
    print_all(name, "%d.%d" % version, "0x%04x" % client.session.cipherSuite, keys, tape)

def openssl(name, cipher, version=ssl.TLSVersion.TLSv1_2):
    log = folder + "/" + name; tape = []
    c = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT); c.check_hostname = False; c.verify_mode = ssl.CERT_NONE
    c.keylog_filename = log
    s = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER); s.load_cert_chain(cert, key)
    for x in (c, s):
        x.minimum_version = x.maximum_version = version; x.set_ciphers(cipher + ":@SECLEVEL=0") if cipher else None
    ci, co, si, so = ssl.MemoryBIO(), ssl.MemoryBIO(), ssl.MemoryBIO(), ssl.MemoryBIO()
    client, server = c.wrap_bio(ci, co, server_hostname="suites.example"), s.wrap_bio(si, so, server_side=True)
    def move():
        d = co.read()
        if d: tape.append(("C", d)); si.write(d)
        d = so.read()
        if d: tape.append(("S", d)); ci.write(d)
    def run(f):
        while True:
            try: r = f(); move(); return r
            except ssl.SSLWantReadError: move()
    done = [False, False]
    while not all(done):
        for i, x in enumerate((client, server)):
            try: x.do_handshake(); done[i] = True
            except ssl.SSLWantReadError: pass
            move()
    client.write(b"ping\r\n"); move(); assert run(server.read) == b"ping\r\n"; server.write(b"pong\r\n"); move()
    assert run(client.read) == b"pong\r\n"; client.write(b"x" * 1500); move(); server.read()
    for x in (server, client):
        try: x.unwrap()
        except ssl.SSLError: pass
        move()
    keys = [l.strip() for l in open(log) if l[0] != "#"]
    print_all(name, client.version(), client.cipher()[0], keys, tape)

der = subprocess.run(["openssl", "rsa", "-in", key, "-outform", "DER", "-traditional"], check=True, capture_output=True).stdout
print("# Made with make_suites.py; the certificate and its key are of no use but here.")
print("R", der.hex())
tlslite("ssl30-3des-sha", (3, 0), "3des", "sha")
tlslite("ssl30-rc4-md5", (3, 0), "rc4", "md5")
tlslite("tls10-rc4-sha", (3, 1), "rc4", "sha")
tlslite("tls10-aes128-cbc", (3, 1), "aes128", "sha")
tlslite("tls11-3des", (3, 2), "3des", "sha")
tlslite("tls11-aes256-cbc-etm", (3, 2), "aes256", "sha", etm=True)
tlslite("tls12-aes128-cbc-sha256-etm-ems", (3, 3), "aes128", "sha256", etm=True, ems=True)
tlslite("tls12-aes256-cbc-sha384", (3, 3), "aes256", "sha384", kx="ecdhe_rsa")
tlslite("tls12-aes128-gcm", (3, 3), "aes128gcm")
tlslite("tls12-aes256-gcm-ems", (3, 3), "aes256gcm", kx="dhe_rsa", ems=True)
tlslite("tls12-aes128-ccm", (3, 3), "aes128ccm")
tlslite("tls12-aes256-ccm8", (3, 3), "aes256ccm_8")
tlslite("tls12-chacha20", (3, 3), "chacha20-poly1305", kx="ecdhe_rsa")
tlslite("tls13-data-only-chacha20", (3, 4), "chacha20-poly1305", kx="ecdhe_rsa")
tlslite("tls13-data-only-aes256-gcm", (3, 4), "aes256gcm", kx="ecdhe_rsa")
openssl("tls12-camellia128-cbc", "CAMELLIA128-SHA256")
openssl("tls12-camellia256-cbc", "CAMELLIA256-SHA")
openssl("tls12-aria128-gcm", "ARIA128-GCM-SHA256")
openssl("tls12-aria256-gcm", "ECDHE-ARIA256-GCM-SHA384")
openssl("tls13", "", ssl.TLSVersion.TLSv1_3)
