#!/usr/bin/env python3
"""The mail client of section 4.2 of the lab report.

usage: report_client.py HOST

Says exactly the client lines of the report. The message is one write of 2429 bytes, so
with segmentation offload it is one frame that is larger than the MSS; Wireshark calls it
"C: DATA fragment, 2429 bytes". The end mark is a second write; its row in Wireshark is
"from: <student@example.com>, subject: , (text/plain) (text/html)".
"""
import base64
import socket
import sys
import time

USER, CODE = "student@example.com", "lab-code-2026"
SIZE = 2429

HEAD = """\
MIME-Version: 1.0
To: <teacher@example.com>
From: <student@example.com>
Subject:
Date: Mon, 23 Nov 2026 10:15:42 +0800
Importance: normal
X-Priority: 3
Content-Type: multipart/alternative;
	boundary="_7A1D3C52-0F46-4B8E-9C21-5E0B7D6A2F13_"

--_7A1D3C52-0F46-4B8E-9C21-5E0B7D6A2F13_
Content-Transfer-Encoding: base64
Content-Type: text/plain; charset="utf-8"

{plain}
--_7A1D3C52-0F46-4B8E-9C21-5E0B7D6A2F13_
Content-Transfer-Encoding: quoted-printable
Content-Type: text/html; charset="utf-8"

"""
HTML = """\
<html xmlns:o=3D"urn:schemas-microsoft-com:office:office" xmlns:w=3D"urn:sc=
hemas-microsoft-com:office:word" xmlns=3D"http://www.w3.org/TR/REC-html40">=
<head><meta http-equiv=3DContent-Type content=3D"text/html; charset=3Dutf-8=
"><meta name=3DGenerator content=3D"Microsoft Word 15 (filtered medium)"><s=
tyle><!--
/* Style Definitions */
p.MsoNormal, li.MsoNormal, div.MsoNormal
	{margin:0cm;
	text-align:justify;
	font-size:10.5pt;
	font-family:DengXian;}
.MsoChpDefault
	{mso-style-type:export-only;}
@page WordSection1
	{size:612.0pt 792.0pt;
	margin:72.0pt 90.0pt 72.0pt 90.0pt;}
div.WordSection1
	{page:WordSection1;}
"""
TAIL = """\
--></style></head><body lang=3DZH-CN link=3Dblue vlink=3D"#954F72"><div cla=
ss=3DWordSection1><p class=3DMsoNormal>=E6=9D=8E=E8=80=81=E5=B8=88=EF=BC=9A=
</p><p class=3DMsoNormal>=E8=BF=99=E6=98=AF=E5=AE=9E=E9=AA=8C=E7=9A=84=E6=
=B5=8B=E8=AF=95=E9=82=AE=E4=BB=B6=E3=80=82</p><p class=3DMsoNormal>=E5=BC=
=A0=E4=B8=89</p></div></body></html>=

--_7A1D3C52-0F46-4B8E-9C21-5E0B7D6A2F13_--
"""


def b64(text):
    return base64.b64encode(text.encode()).decode()


def message():
    plain = b64("李老师：\r\n\r\n这是实验的测试邮件。\r\n\r\n张三\r\n")
    plain = "\n".join(plain[i:i + 76] for i in range(0, len(plain), 76))
    whole = lambda filler: (HEAD.format(plain=plain) + HTML + filler + TAIL).replace("\n", "\r\n").encode()
    missing = SIZE - len(whole(""))
    lines = []
    while missing:            # style lines fill the mail up to the size of the report
        n = min(missing, 66) if missing - min(missing, 66) not in range(1, 12) else 40
        lines.append("/* " + "-" * (n - 8) + " */")
        missing -= n
    data = whole("\n".join(lines) + "\n" if lines else "")
    assert len(data) == SIZE, len(data)
    return data


def main():
    s = socket.create_connection((sys.argv[1], 25))
    s.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    reader = s.makefile("rb")

    def reply():
        while reader.readline()[3:4] == b"-":
            pass
        time.sleep(0.003)

    reply()
    for line in ["EHLO DESKTOP-A", "AUTH LOGIN", b64(USER), b64(CODE), "MAIL FROM: <student@example.com>",
                 "RCPT TO: <teacher@example.com>", "DATA"]:
        s.sendall(line.encode() + b"\r\n")
        reply()
    s.sendall(message())
    s.sendall(b".\r\n")
    reply()
    s.sendall(b"QUIT\r\n")
    reply()
    s.close()


main()
