#!/usr/bin/env python3
"""A mail server, or a web server, inside "openssl s_server": for what Postfix and nginx do not use of TLS 1.3.

usage: tls_server.py PORT [--key-update] [--ask-later] [--hang-up] S_SERVER-ARGUMENTS…

Without -quiet s_server takes lines that begin with one of its own commands (K: key update, c: ask for a
certificate); replies of mail servers begin with digits, so they never do.
"""
import subprocess
import sys
import threading
import time

PAGE = "<html><body><p>收件箱：3 封邮件</p></body></html>\n"


def main():
    words = sys.argv[1:]
    key_update = "--key-update" in words
    ask_later = "--ask-later" in words
    hang_up = "--hang-up" in words
    words = [w for w in words if not w.startswith("--")]
    server = subprocess.Popen(["openssl", "s_server", "-accept", words[0], "-crlf", *words[1:]], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    def say(text):
        time.sleep(0.05)       # each line goes out in a record of its own
        server.stdin.write(text.encode())
        server.stdin.flush()

    def read():
        line = server.stdout.readline()
        if not line:
            sys.exit(server.wait())
        return line.decode("utf-8", "replace").rstrip("\r\n")

    mail, web, answered, greeting = False, False, False, None

    def greet():               # a browser has said something by then
        if not web:
            say("220 smtp.lab.example ESMTP\n")

    while True:
        line = read()
        if line.startswith("CIPHER is "):
            mail = answered = False
            greeting = threading.Timer(0.3, greet)
            greeting.start()
        elif line == "." and mail:
            mail = False
            say("250 2.0.0 Ok: queued as 4C557996A71\n")
        elif mail:
            continue
        elif line.startswith("GET "):
            web, answered = True, False
        elif web and not line and not answered:
            answered, web = True, True
            while not line.startswith(("CIPHER is ", "    Start Time")) and not greeting:
                line = read()  # early data: the handshake ends behind it
            body = PAGE.encode()
            say(f"HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8\nContent-Length: {len(body) + 1}\n\n{PAGE}")
            time.sleep(0.2)
            say("q\n")
            web, greeting = False, None
        elif line.startswith("EHLO"):
            if ask_later:
                say("c\n")
                time.sleep(0.3)
            say("250-smtp.lab.example\n250 8BITMIME\n")
        elif line.upper().startswith("DATA"):
            mail = True
            say("354 End data with <CR><LF>.<CR><LF>\n")
        elif line.upper().startswith("QUIT"):
            say("221 2.0.0 Bye\n")
            if hang_up:
                time.sleep(0.2)
                say("q\n")
        elif line.upper().startswith(("MAIL ", "RCPT ", "AUTH ", "NOOP")):
            if key_update and line.upper().startswith("RCPT"):
                say("K\n")
                time.sleep(0.2)
            say("235 2.7.0 Authentication successful\n" if line.startswith("AUTH") else "250 2.1.0 Ok\n")


main()
