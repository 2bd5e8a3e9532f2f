#!/usr/bin/env python3
"""The SMTP conversations of the recordings.

usage: smtp_client.py SCENARIO [HOST [PORT]]      (names are the functions below)
"""
import base64
import hashlib
import hmac
import os
import smtplib
import socket
import ssl
import struct
import sys
import time

import mails

USER, CODE = "student", "lab-code-2026"
STUDENT, TEACHER = mails.STUDENT, mails.TEACHER
PC = "DREAIFEDESKTOP"
HOST = sys.argv[2] if len(sys.argv) > 2 else "smtp.lab.example"
PORT = int(sys.argv[3]) if len(sys.argv) > 3 else 25


def b64(text):
    return base64.b64encode(text.encode()).decode()


class Talk:
    """A conversation line by line."""

    def __init__(self, source_port=0, **options):
        self.s = socket.create_connection((HOST, PORT), source_address=("", source_port) if source_port else None, **options)
        self.s.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.reader = self.s.makefile("rb")
        self.reply()

    def reply(self):
        while True:
            line = self.reader.readline()
            if not line or line[3:4] != b"-":
                return line.decode().rstrip()

    def send(self, *lines):
        """the lines in one segment, without waiting for an answer"""
        self.s.sendall(b"".join(x if isinstance(x, bytes) else x.encode() + b"\r\n" for x in lines))

    def say(self, line):
        self.send(line)
        return self.reply()

    def login(self):
        self.say("AUTH LOGIN")
        self.say(b64(USER))
        return self.say(b64(CODE))

    def envelope(self, *recipients):
        self.say(f"MAIL FROM:<{STUDENT}>")
        for r in recipients or [TEACHER]:
            self.say(f"RCPT TO:<{r}>")

    def mail(self, data, *recipients):
        self.envelope(*recipients)
        self.say("DATA")
        self.send(stuffed(data) + b".\r\n")
        return self.reply()

    def quit(self):
        self.say("QUIT")
        self.reader.read()
        self.s.close()


def stuffed(data):
    if not data.endswith(b"\r\n"):
        data += b"\r\n"
    return (b"\r\n" + data).replace(b"\r\n.", b"\r\n..")[2:]


# ---------------------------------------------------------------- scenarios

def mail_client():
    """what a mail program on a Windows PC says: AUTH LOGIN, a multipart mail with a Chinese subject"""
    t = Talk()
    t.say("EHLO " + PC)
    t.login()
    t.mail(mails.multipart())
    t.quit()


def auth_login():
    """Python's smtplib (it writes the verbs in lower case)"""
    with smtplib.SMTP(HOST, PORT, local_hostname=PC) as s:
        s.ehlo()
        s.user, s.password = USER, CODE
        s.auth("LOGIN", s.auth_login, initial_response_ok=False)
        s.sendmail(STUDENT, [TEACHER], mails.multipart())


def auth_plain():
    """AUTH PLAIN with the initial response, then a second connection without it"""
    token = b64(f"\0{USER}\0{CODE}")
    t = Talk()
    t.say("EHLO " + PC)
    t.say("AUTH PLAIN " + token)
    t.mail(mails.short())
    t.quit()
    t = Talk()
    t.say("EHLO " + PC)
    t.say("AUTH PLAIN")
    t.say(token)
    t.quit()


def auth_fail_then_ok():
    """a wrong code, an AUTH given up with *, an unknown mechanism, then the right code"""
    t = Talk()
    t.say("EHLO " + PC)
    t.say("AUTH LOGIN")
    t.say(b64(USER))
    t.say(b64("wrong-code"))
    t.say("AUTH PLAIN " + b64(f"\0{USER}\0lab-code-2025"))
    t.say("AUTH PLAIN")
    t.say("*")
    t.say("AUTH XOAUTH2 dXNlcj1zdHVkZW50")
    t.login()
    t.mail(mails.short())
    t.quit()


def cram_md5():
    t = Talk()
    t.say("EHLO " + PC)
    challenge = base64.b64decode(t.say("AUTH CRAM-MD5")[4:])
    t.say(b64(USER + " " + hmac.new(CODE.encode(), challenge, hashlib.md5).hexdigest()))
    t.mail(mails.short())
    t.quit()


def pipelining():
    """envelope and DATA in one segment, the second recipient refused; the next envelope comes with the end of the mail"""
    t = Talk()
    t.say("EHLO " + PC)
    t.login()
    t.send(f"MAIL FROM:<{STUDENT}> SIZE=400", f"RCPT TO:<{TEACHER}>", "RCPT TO:<nobody@lab.example>",
           f"RCPT TO:<{STUDENT}>", "DATA")
    for _ in range(5):
        t.reply()
    t.send(stuffed(mails.short()) + b".\r\n", f"MAIL FROM:<{STUDENT}>", f"RCPT TO:<{TEACHER}>", "DATA")
    for _ in range(4):
        t.reply()
    t.send(stuffed(mails.short("Second", "The second mail.\n", "20261123.6")) + b".\r\n", "QUIT")
    t.reply()
    t.reply()
    t.s.close()


def bdat():
    """CHUNKING: two chunks in one segment, BDAT 0 LAST, a chunk with CR LF . CR LF inside, one given up by RSET"""
    t = Talk()
    t.say("EHLO " + PC)
    t.login()
    m = mails.short("BDAT", "Ten plus the rest.\n", "20261123.7")
    t.envelope()
    t.send("BDAT 10", m[:10], f"BDAT {len(m) - 10} LAST", m[10:])
    t.reply()
    t.reply()
    m = mails.short("BDAT 0 LAST", "The end mark of DATA\n.\nis only a line here.\n", "20261123.8")
    t.envelope()
    t.send(f"BDAT {len(m)}", m)
    t.reply()
    t.say("BDAT 0 LAST")
    t.envelope()
    t.send("BDAT 21", b"Subject: given up\r\n\r\n")
    t.reply()
    t.say("RSET")
    t.quit()


def dots():
    """stuffed lines; lines of the mail that look like commands"""
    t = Talk()
    t.say("EHLO " + PC)
    t.login()
    t.mail(mails.dots())
    t.quit()


def gbk_attachments():
    """a mail in GBK with attachments, to the teacher and, in the envelope alone, to the student too (Bcc)"""
    t = Talk()
    t.say("EHLO " + PC)
    t.login()
    t.mail(mails.gbk_attachments(), TEACHER, STUDENT)
    t.quit()


def several_mails():
    """two mails, a RSET after RCPT, a second EHLO, one more mail"""
    t = Talk()
    t.say("EHLO " + PC)
    t.login()
    t.mail(mails.short("First", "The first mail.\n", "20261123.9"))
    t.mail(mails.short("Second", "The second mail.\n", "20261123.10"))
    t.envelope("nobody.yet@elsewhere.example")
    t.say("RSET")
    t.say("EHLO " + PC)
    t.mail(mails.short("Third", "The third mail.\n", "20261123.11"))
    t.quit()


def rejected():
    """refused recipients, VRFY, NOOP, HELP, an unknown verb, DATA without recipient, relay denied"""
    t = Talk()
    t.say("HELO " + PC)
    t.say("NOOP")
    t.say(f"VRFY {TEACHER}")
    t.say("VRFY nobody@lab.example")
    t.say("HELP")
    t.say("HALLO")
    t.say("DATA")
    t.say(f"RCPT TO:<{TEACHER}>")
    t.say(f"MAIL FROM:<{STUDENT}>")
    t.say("RCPT TO:<nobody@lab.example>")
    t.say("RCPT TO:<someone@elsewhere.example>")
    t.say("DATA")
    t.say("RSET")
    t.say(f"MAIL FROM:<{STUDENT}>")
    t.say("RCPT TO:<teecher@lab.example>")
    t.say(f"RCPT TO:<{TEACHER}>")
    t.say("DATA")
    t.send(stuffed(mails.short()) + b".\r\n")
    t.reply()
    t.quit()


def tls_context(version):
    c = ssl.create_default_context(cafile=os.environ["CA"])
    c.minimum_version = c.maximum_version = version
    if version == ssl.TLSVersion.TLSv1_2:
        c.set_ciphers("ECDHE-RSA-AES128-GCM-SHA256")
    return c                      # the key log file comes from SSLKEYLOGFILE


def starttls(version):
    s = smtplib.SMTP(HOST, PORT, local_hostname=PC)
    s.starttls(context=tls_context(version))
    s.login(USER, CODE)
    s.sendmail(STUDENT, [TEACHER], mails.multipart())
    s.docmd("QUIT")
    while s.sock.recv(4096):      # until the server's close_notify
        pass
    s.close()


def starttls_tls12():
    starttls(ssl.TLSVersion.TLSv1_2)


def starttls_tls13():
    starttls(ssl.TLSVersion.TLSv1_3)


def chinese():
    """five mails: subjects in GBK, GB18030 (cut in two words) and UTF-8, bytes of GBK without
    declaration, an attachment with a Chinese name (RFC 2231)"""
    t = Talk()
    t.say("EHLO " + PC)
    t.login()
    for m in [mails.chinese("gbk"), mails.chinese("gb18030"), mails.chinese("utf-8"), mails.eight_bit(), mails.attachment()]:
        t.mail(m)
    t.quit()


def short():
    """one short mail: the conversation that the variants of link layer and format are made from"""
    t = Talk()
    t.say("EHLO " + PC)
    t.login()
    t.mail(mails.short())
    t.quit()


def long():
    """one mail of 9 KB: several full segments in DATA"""
    t = Talk()
    t.say("EHLO " + PC)
    t.login()
    t.mail(mails.long(9000))
    t.quit()


def very_long():
    t = Talk()
    t.say("EHLO " + PC)
    t.login()
    t.mail(mails.long(30000))
    t.quit()


def port_reuse():
    """the same source port three times; the first two connections end with RST, so that the port is free"""
    for n in range(3):
        t = Talk(source_port=45000)
        t.say("EHLO " + PC)
        if n == 2:
            t.login()
            t.mail(mails.short())
            t.quit()
            return
        t.say("NOOP")
        t.s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        t.say("QUIT")
        t.s.close()
        t.reader.close()
        time.sleep(0.2)


def rst_in_data():
    t = Talk()
    t.say("EHLO " + PC)
    t.login()
    t.envelope()
    t.say("DATA")
    t.send(stuffed(mails.long(3000))[:2000])
    time.sleep(0.1)
    t.s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    t.reader.close()
    t.s.close()


def mid_connection():
    """says EHLO and logs in, waits for the file named by $GO (the capture starts then), sends a mail"""
    t = Talk()
    t.say("EHLO " + PC)
    t.login()
    open(os.environ["GO"] + ".ready", "w").close()
    while not os.path.exists(os.environ["GO"]):
        time.sleep(0.05)
    t.mail(mails.short())
    t.mail(mails.short("Another", "The second one.\n", "20261123.12"))
    t.quit()


globals()[sys.argv[1].replace("-", "_")]()
