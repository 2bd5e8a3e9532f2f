#!/usr/bin/env python3
"""A webmail of three pages behind nginx: login, inbox, compose. What is composed is handed
to the mail server by SMTP - that conversation is not on the student's cable.

usage: webmail.py CODE
"""
import smtplib
import sys
import urllib.parse
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

COOKIE = "sid=6d1f0c27b9"
PAGE = "<!doctype html><html lang=zh-CN><meta charset=utf-8><title>{0}</title><h1>{0}</h1>{1}</html>\n"
LOGIN = "<form method=post action=/login><input name=user><input name=code type=password><button>登录</button></form>"
COMPOSE = ("<form method=post action=/send><input name=to><input name=subject>"
           "<textarea name=text></textarea><button>发送</button></form>")


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def page(self, title, body, status=200, **headers):
        data = PAGE.format(title, body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        for k, v in headers.items():
            self.send_header(k.replace("_", "-"), v)
        self.end_headers()
        self.wfile.write(data)

    def do_GET(self):
        inside = COOKIE in (self.headers.get("Cookie") or "")
        if self.path == "/":
            self.page("邮箱登录", LOGIN)
        elif not inside:
            self.page("请先登录", LOGIN, 403)
        elif self.path == "/inbox":
            self.page("收件箱", "<p>没有新邮件。<a href=/compose>写信</a></p>")
        else:
            self.page("写信", COMPOSE)

    def do_POST(self):
        form = dict(urllib.parse.parse_qsl(self.rfile.read(int(self.headers["Content-Length"])).decode()))
        if self.path == "/login":
            if form.get("code") != sys.argv[1]:
                return self.page("密码错误", LOGIN, 403)
            return self.page("已登录", "<a href=/inbox>收件箱</a>", 302, Location="/inbox", Set_Cookie=COOKIE + "; Path=/; Secure")
        m = EmailMessage()
        m["From"], m["To"], m["Subject"] = "张三 <student@lab.example>", form["to"], form["subject"]
        m.set_content(form["text"])
        with smtplib.SMTP("127.0.0.1", 25, local_hostname="mail.lab.example") as s:
            s.send_message(m)
        self.page("已发送", "<a href=/inbox>收件箱</a>")

    def log_message(self, *_):
        pass


ThreadingHTTPServer(("127.0.0.1", 8080), Handler).serve_forever()
