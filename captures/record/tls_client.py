#!/usr/bin/env python3
"""SMTP inside "openssl s_client": says the lines one by one and waits for every reply.

usage: tls_client.py KEYLOG LINES -- S_CLIENT-ARGUMENTS…

LINES: "mail" (login and a short mail), "hello" (EHLO, QUIT), "big" (a mail of 4 KB),
"renegotiate" (a mail; the handshake is repeated twice on the way. Without -quiet s_client
takes lines that begin with R or Q as its own commands, hence "rcpt" and "quit"), "key-update" (the same with new
keys in TLS 1.3), "short" and "whole" (no login; "whole" waits until the server closes), "get" (a page of webmail), "nothing" (what was sent in early data).
"""
import base64
import re
import subprocess
import sys
import time

import mails


def b64(text):
    return base64.b64encode(text.encode()).decode()


LOGIN = ["EHLO DREAIFEDESKTOP", "AUTH PLAIN " + b64("\0student\0lab-code-2026")]
ENVELOPE = [f"MAIL FROM:<{mails.STUDENT}>", f"RCPT TO:<{mails.TEACHER}>", "DATA"]


def body(data):
    return (data.decode() + ".").replace("\r\n", "\n")


LINES = {
    "hello": ["EHLO DREAIFEDESKTOP", "QUIT"],
    "mail": LOGIN + ENVELOPE + [body(mails.short()), "QUIT"],
    "big": LOGIN + ENVELOPE + [body(mails.long(4000)), "QUIT"],
    "renegotiate": LOGIN + ["R"] + ENVELOPE[:1] + ["R"] + [ENVELOPE[1].lower(), "DATA", body(mails.short()), "quit"],
    "key-update": LOGIN[:1] + ["k"] + ENVELOPE[:1] + ["K", ENVELOPE[1].lower(), "DATA", body(mails.short()), "quit"],
    "short": LOGIN[:1] + ENVELOPE[:1] + [ENVELOPE[1].lower(), "DATA", body(mails.short()), "quit"],
    "whole": LOGIN[:1] + ENVELOPE + [body(mails.short()), "QUIT"],
    "get": ["GET /inbox HTTP/1.1\nHost: mail.lab.example\nCookie: sid=6d1f0c27b9\n"],
    "nothing": [],
}


def main():
    keylog, kind = sys.argv[1:3]
    command = ["openssl", "s_client", "-crlf", "-ign_eof"]
    command += sys.argv[4:]
    commands = kind in ("renegotiate", "key-update", "short")
    command += [] if commands else ["-quiet"]
    if keylog != "-":
        command += ["-keylogfile", keylog]
    p = subprocess.Popen([c for c in command if not (commands and c == "-ign_eof")], stdin=subprocess.PIPE,
                         stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    def reply():
        while True:
            line = p.stdout.readline().decode("utf-8", "replace")
            if not line or re.match(r"\d{3} |</html>", line):
                return line

    if kind in ("get", "nothing"):        # a browser speaks first
        pass
    elif "-starttls" not in command:
        if not reply():
            sys.exit(p.wait())
    elif not reply():          # s_client prints the last line of the EHLO answer
        sys.exit(p.wait())
    for line in LINES[kind]:
        if line in ("R", "K", "k"):        # s_client's own commands: renegotiate, update the keys
            p.stdin.write(line.encode() + b"\n")
            p.stdin.flush()
            time.sleep(0.4)
            continue
        p.stdin.write(line.encode() + b"\n")
        p.stdin.flush()
        reply()
    p.stdin.close()
    p.stdout.read()
    p.wait(5)


main()
