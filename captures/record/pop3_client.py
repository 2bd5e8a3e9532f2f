#!/usr/bin/env python3
"""The POP3 conversations of the recordings.

usage: pop3_client.py SCENARIO [HOST [PORT]]      (names are the functions below)
"""
import base64
import hashlib
import os
import poplib
import socket
import ssl
import sys

USER, CODE = "teacher", "lab-code-4711"
HOST = sys.argv[2] if len(sys.argv) > 2 else "pop.lab.example"
PORT = int(sys.argv[3]) if len(sys.argv) > 3 else 110


def b64(text):
    return base64.b64encode(text.encode()).decode()


class Talk:
    def __init__(self):
        self.s = socket.create_connection((HOST, PORT))
        self.s.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.reader = self.s.makefile("rb")
        self.greeting = self.line()

    def line(self):
        return self.reader.readline().decode("utf-8", "replace").rstrip("\r\n")

    def send(self, *lines):
        self.s.sendall("".join(x + "\r\n" for x in lines).encode())

    def say(self, line):
        self.send(line)
        return self.line()

    def list(self):
        while self.line() != ".":
            pass

    def say_list(self, line):
        if self.say(line).startswith("+OK"):
            self.list()

    def login(self):
        self.say("USER " + USER)
        self.say("PASS " + CODE)

    def quit(self):
        self.say("QUIT")
        self.reader.read()
        self.s.close()


def retrieve_all():
    t = Talk()
    t.say_list("CAPA")
    t.login()
    t.say("STAT")
    t.say_list("LIST")
    t.say_list("UIDL")
    t.say("LIST 2")
    for n in (1, 2, 3):
        t.say_list(f"RETR {n}")
    t.say_list("TOP 3 0")
    t.say_list("TOP 2 2")
    t.say("DELE 1")
    t.say("RETR 1")
    t.say("RSET")
    t.say("DELE 3")
    t.say("NOOP")
    t.say("STAT")
    t.quit()


def retrieve():
    """what a mail program does: poplib, USER PASS STAT LIST RETR QUIT"""
    p = poplib.POP3(HOST, PORT)
    p.user(USER)
    p.pass_(CODE)
    count = p.stat()[0]
    p.list()
    for n in range(1, count + 1):
        p.retr(n)
    p.quit()


def apop():
    """a wrong secret, then (new connection) the right one"""
    for secret in ("wrong-code", CODE):
        t = Talk()
        stamp = t.greeting[t.greeting.index("<"):]
        if t.say(f"APOP {USER} " + hashlib.md5((stamp + secret).encode()).hexdigest()).startswith("+OK"):
            t.say("STAT")
        t.quit()


def auth_plain():
    """list of mechanisms, AUTH PLAIN given up with *, without and (new connection) with initial response"""
    token = b64(f"\0{USER}\0{CODE}")
    t = Talk()
    t.say_list("AUTH")
    t.say("AUTH PLAIN")
    t.say("*")
    t.say("AUTH PLAIN")
    t.say(token)
    t.say("STAT")
    t.quit()
    t = Talk()
    t.say("AUTH PLAIN " + token)
    t.say("STAT")
    t.quit()


def wrong_password():
    """commands in the wrong state, an unknown command, two wrong codes, the right one"""
    t = Talk()
    t.say("STAT")
    t.say("RETR 1")
    t.say("PASS " + CODE)
    t.say("XYZZY")
    t.say("USER " + USER)
    t.say("PASS wrong-code")
    t.say("USER nobody")
    t.say("PASS " + CODE)
    t.login()
    t.say("USER " + USER)
    t.say("STAT")
    t.quit()


def missing_message():
    """-ERR for messages that are not there"""
    t = Talk()
    t.login()
    t.say("STAT")
    t.say("RETR 9")
    t.say("LIST 9")
    t.say("TOP 9 1")
    t.say("DELE 9")
    t.say("UIDL 9")
    t.say("RETR one")
    t.say_list("RETR 2")
    t.quit()


def pipelined():
    """all in two segments"""
    t = Talk()
    t.send("USER " + USER, "PASS " + CODE, "STAT", "LIST", "UIDL")
    for many in (0, 0, 0, 1, 1):
        t.line()
        if many:
            t.list()
    t.send("RETR 1", "RETR 9", "TOP 2 1", "NOOP", "QUIT")
    for many in (1, 0, 1, 0, 0):
        t.line()
        if many:
            t.list()
    t.s.close()


def context(version):
    c = ssl.create_default_context(cafile=os.environ["CA"])
    c.minimum_version = c.maximum_version = version
    if version == ssl.TLSVersion.TLSv1_2:
        c.set_ciphers("ECDHE-RSA-AES128-GCM-SHA256")
    return c


def fetch(p):
    p.user(USER)
    p.pass_(CODE)
    p.stat()
    p.list()
    p.retr(1)
    p._shortcmd("QUIT")
    while p.sock.recv(4096):      # until the server's close_notify
        pass
    p.close()


def stls():
    """plain text first, TLS 1.2 after STLS"""
    p = poplib.POP3(HOST, PORT)
    p.capa()
    p.stls(context=context(ssl.TLSVersion.TLSv1_2))
    fetch(p)


def pop3s_tls12():
    fetch(poplib.POP3_SSL(HOST, 995, context=context(ssl.TLSVersion.TLSv1_2)))


def pop3s_tls13():
    fetch(poplib.POP3_SSL(HOST, 995, context=context(ssl.TLSVersion.TLSv1_3)))


globals()[sys.argv[1].replace("-", "_")]()
