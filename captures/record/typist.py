#!/usr/bin/env python3
"""Types a session key by key, as the telnet client of Windows sends it: one segment per
key, 60-180 ms apart, lines end with CR LF, a correction is byte 0x08.

usage: typist.py HOST PORT SCRIPT

SCRIPT is a text file. Every line is typed; "<bs>" is the backspace key; lines that begin
with "#" are comments for the reader. A line that begins with "! " is typed without waiting
for an answer (the lines of a mail); a line that ends with " ~" is answered by a list that
ends with a line of one dot (POP3). Neither mark is typed.
"""
import random
import socket
import sys
import time

PACE = (0.060, 0.180)


def main():
    host, port, script = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    random.seed(script.rsplit("/", 1)[-1])
    s = socket.create_connection((host, port))
    s.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    reader = s.makefile("rb")

    def answer():
        """An SMTP reply or the first line of a POP3 answer (and its list)."""
        while True:
            line = reader.readline()
            if not line or line[3:4] != b"-" or not line[:3].isdigit():
                return line

    answer()
    for line in open(script, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("#"):
            continue
        waits = not line.startswith("! ")
        if not waits:
            line = line[2:]
        many = line.endswith(" ~")          # POP3: the answer ends with a line of one dot
        if many:
            line = line[:-2]
        keys = [k.encode() for k in line.replace("<bs>", "\x08")] + [b"\r\n"]
        time.sleep(random.uniform(0.3, 0.7))
        for key in keys:
            s.sendall(key)
            time.sleep(random.uniform(*PACE))
        if waits:
            first = answer()
            while many and first and reader.readline().rstrip(b"\r\n") != b".":
                pass
    s.close()


main()
