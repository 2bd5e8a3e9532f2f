#!/usr/bin/env python3
"""A server that says, word for word, the server lines of the lab report (sections 4.2 and 4.4).

usage: report_server.py ADDRESS PORT

It accepts every login and every mail and keeps nothing. It understands byte 0x08
(backspace) in a command line, because in section 4.4 the keys are sent one by one.
"""
import socket
import sys
import threading
import time

BANNER = "220 newxmesmtplogicsvrszc10.qq.com XMail Esmtp QQ Mail Server."
EHLO = ["250-newxmesmtplogicsvrszc10.qq.com", "250-PIPELINING", "250-SIZE 73400320", "250-STARTTLS",
        "250-AUTH LOGIN PLAIN XOAUTH XOAUTH2", "250-AUTH=LOGIN", "250-MAILCOMPRESS", "250 8BITMIME"]
HELO = ["250-newxmesmtplogicsvrsza5.qq.com-9.22.14.83-57293480", "250-SIZE 73400320", "250 OK"]
DELAY = 0.024     # the answer of a server that is some routers away


def rubbed_out(line):
    """What is left of a line after its backspaces."""
    out = bytearray()
    for c in line:
        if c == 8:
            del out[-1:]
        else:
            out.append(c)
    return bytes(out).decode("utf-8", "replace")


def serve(conn):
    conn.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    reader = conn.makefile("rb")

    def say(*lines):
        time.sleep(DELAY)
        conn.sendall("".join(x + "\r\n" for x in lines).encode())

    say(BANNER)
    login = 0                      # 1: waits for the user name, 2: for the password
    while True:
        raw = reader.readline()
        if not raw:
            break
        line = rubbed_out(raw.rstrip(b"\r\n"))
        verb = line.upper()
        if login == 1:
            login = 2
            say("334 UGFzc3dvcmQ6")
        elif login == 2:
            login = 0
            say("235 Authentication successful")
        elif verb.startswith("EHLO"):
            say(*EHLO)
        elif verb.startswith("HELO"):
            say(*HELO)
        elif verb == "AUTH LOGIN":
            login = 1
            say("334 VXNlcm5hbWU6")
        elif verb.startswith(("MAIL FROM:", "RCPT TO:")):
            say("250 OK")
        elif verb == "DATA":
            say("354 End data with <CR><LF>.<CR><LF>.")
            while True:
                raw = reader.readline()
                if not raw or rubbed_out(raw.rstrip(b"\r\n")) == ".":
                    break
            say("250 OK: queued as.")
        elif verb == "QUIT":
            say("221 Bye")
            break
        else:
            say("502 Invalid input from 192.168.1.10 to newxmesmtplogicsvrszc10.qq.com.")
    conn.close()


def main():
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((sys.argv[1], int(sys.argv[2])))
    listener.listen(5)
    while True:
        conn, _ = listener.accept()
        threading.Thread(target=serve, args=(conn,), daemon=True).start()


main()
