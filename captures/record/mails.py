"""The mails of the recordings. All people and texts are invented."""
import base64
import email.header
import hashlib
import re
from email import policy
from email.message import EmailMessage

STUDENT, TEACHER = "student@lab.example", "teacher@lab.example"
DATE = "Mon, 23 Nov 2026 10:20:31 +0800"


def new(subject, ident, policy_=policy.SMTP):
    m = EmailMessage(policy=policy_)
    m["Date"] = DATE
    m["From"] = "张三 <student@lab.example>"
    m["To"] = "李老师 <teacher@lab.example>"
    m["Subject"] = subject
    m["Message-ID"] = f"<{ident}@lab.example>"
    return m


def multipart():
    """text and HTML, Chinese subject"""
    m = new("计算机网络实验报告：SMTP 与 POP3 协议分析", "20261123.1")
    m["X-Mailer"] = "Lab Mail 1.0"
    m.set_content("李老师：\n\n实验报告的测试邮件，请查收。\n\n张三\n", cte="base64")
    m.add_alternative("<html><body><p>李老师：</p><p>实验报告的<b>测试邮件</b>，请查收。</p>"
                      "<p>张三</p></body></html>\n", subtype="html", cte="quoted-printable")
    m.set_boundary("----=_Part_20261123_102031")
    return m.as_bytes()


def short(subject="Test", text="Hello teacher,\nthis is a test.\n", ident="20261123.2"):
    m = new(subject, ident)
    m.replace_header("From", STUDENT)
    m.replace_header("To", TEACHER)
    m.set_content(text)
    return m.as_bytes()


def dots():
    return short("Lines that begin with a dot", "A line with one dot comes next:\n.\nand two dots:\n..\n"
                 ".profile begins with a dot\n...and so does this\nQUIT\nRSET\nDATA\nend. .\n.", "20261123.3")


def word(text, charset, how="b"):
    """An encoded-word of a subject, made by hand so that any charset is possible."""
    return f"=?{charset}?{how}?{base64.b64encode(text.encode(charset)).decode()}?="


def chinese(charset):
    """Subject and text in the given charset; GB18030 has the subject cut in two words and a
    character outside of GBK."""
    text = {"gbk": "你好，这封信用 GBK 编码。\r\n", "gb18030": "你好，这封信用 GB18030 编码：㐀䶮𠀀。\r\n",
            "utf-8": "你好，这封信用 UTF-8 编码。\r\n"}[charset]
    subject = {"gbk": word("国标扩展码的主题", "gbk"),
               "gb18030": word("生僻字㐀䶮", "gb18030") + "\r\n " + word("𠀀在第二段", "gb18030"),
               "utf-8": "=?utf-8?Q?=E4=B8=BB=E9=A2=98_UTF-8_=E4=B8=AD=E6=96=87?="}[charset]
    sender = word("张三", charset)
    body = base64.encodebytes(text.encode(charset)).decode().replace("\n", "\r\n")
    return (f"Date: {DATE}\r\nFrom: {sender} <{STUDENT}>\r\nTo: {word('李老师', charset)} <{TEACHER}>\r\n"
            f"Subject: {subject}\r\nMessage-ID: <20261123.{charset}@lab.example>\r\nMIME-Version: 1.0\r\n"
            f"Content-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: base64\r\n\r\n{body}").encode()


def eight_bit():
    """GBK bytes as they are, in header and body, without any declaration - as old programs do"""
    return (f"Date: {DATE}\r\nFrom: {STUDENT}\r\nTo: {TEACHER}\r\nSubject: ".encode()
            + "没有声明编码的主题".encode("gbk") + b"\r\nMessage-ID: <20261123.raw@lab.example>\r\n\r\n"
            + "正文也没有声明编码。\r\n".encode("gbk"))


def attachment():
    """a small picture with a Chinese file name: RFC 2231 (GBK) and, as many programs add, RFC 2047"""
    name = "实验截图.png"
    pct = "".join(f"%{b:02X}" for b in name.encode("gbk"))
    picture = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
    return (f"Date: {DATE}\r\nFrom: {word('张三', 'utf-8')} <{STUDENT}>\r\nTo: {TEACHER}\r\n"
            f"Subject: {word('附件', 'utf-8')}\r\nMessage-ID: <20261123.4@lab.example>\r\nMIME-Version: 1.0\r\n"
            "Content-Type: multipart/mixed; boundary=\"=-lab-1\"\r\n\r\n--=-lab-1\r\n"
            "Content-Type: text/plain; charset=gb2312\r\nContent-Transfer-Encoding: 8bit\r\n\r\n").encode() \
        + "截图见附件。\r\n".encode("gb2312") \
        + (f"--=-lab-1\r\nContent-Type: image/png; name=\"{word(name, 'gbk')}\"\r\n"
           f"Content-Disposition: attachment; filename*=GBK''{pct}\r\nContent-Transfer-Encoding: base64\r\n\r\n"
           + base64.encodebytes(picture).decode().replace("\n", "\r\n") + "--=-lab-1--\r\n").encode()


def percent(name, charset):
    return "".join(f"%{b:02X}" for b in name.encode(charset))


def gbk_attachments():
    """text and HTML in GBK, three attachments with Chinese names written in three ways, one of them no picture although
    it says so; a signature (DKIM) whose body hash is right and whose key never was in any DNS"""
    text = "李老师：\r\n\r\n第四次实验的报告和抓包记录见附件，请查收。\r\n\r\n张三\r\n".encode("gbk")
    html = ("<html><head><style>p { margin: 0 }</style></head><body><p>李老师：</p><p>第四次实验的<b>报告</b>和抓包记录见附件，"
            "请查收。</p><p>张三</p><img src=\"http://img.lab.example/logo.png\"></body></html>\r\n").encode("gbk")
    report = "第四次实验报告\r\n\r\n1. SMTP 用 25 端口，命令和应答都是文本行。\r\n2. POP3 用 110 端口。\r\n".encode("gbk")
    notes = b"begins with a line\r\n.with a dot\r\n" + "备注".encode("gbk") + b"\r\n"
    fake = b"%PDF-1.4\n% not a picture at all\n%%EOF\n"
    b64 = lambda data: base64.encodebytes(data).decode().replace("\n", "\r\n").encode()
    name = "计算机网络第四次实验报告.txt"
    pct = percent(name, "gbk")
    parts = [
        b"Content-Type: multipart/alternative; boundary=\"=-lab-2b\"\r\n\r\n"
        b"--=-lab-2b\r\nContent-Type: text/plain; charset=gbk\r\nContent-Transfer-Encoding: base64\r\n\r\n" + b64(text)
        + b"--=-lab-2b\r\nContent-Type: text/html; charset=gbk\r\nContent-Transfer-Encoding: base64\r\n\r\n" + b64(html)
        + b"--=-lab-2b--\r\n",
        # RFC 2231, in two pieces that are cut inside a character
        f"Content-Type: text/plain; charset=gbk\r\nContent-Disposition: attachment;\r\n filename*0*=GBK''{pct[:33]};\r\n"
        f" filename*1*={pct[33:]}\r\nContent-Transfer-Encoding: base64\r\n\r\n".encode() + b64(report),
        # RFC 2047 inside of a parameter, which no RFC allows and many programs write
        f"Content-Type: image/jpeg; name=\"{word('成绩.jpg', 'gbk')}\"\r\nContent-Disposition: attachment;\r\n"
        f" filename=\"{word('成绩.jpg', 'gbk')}\"\r\nContent-Transfer-Encoding: base64\r\n\r\n".encode() + b64(fake),
        # bytes of GBK as they are
        b"Content-Type: text/plain; charset=gbk\r\nContent-Disposition: attachment; filename=\""
        + "../备注.txt".encode("gbk") + b"\"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + notes,
    ]
    body = b"This is a mail in several parts.\r\n\r\n" + b"".join(b"--=-lab-2a\r\n" + part for part in parts) + b"--=-lab-2a--\r\n"
    # "relaxed" of RFC 6376, section 3.4.4
    lines = [re.sub(rb"[ \t]+", b" ", line).rstrip(b" ") for line in body.split(b"\r\n")]
    canonical = b"\r\n".join(lines).rstrip(b"\r\n") + b"\r\n"
    bh = base64.b64encode(hashlib.sha256(canonical).digest()).decode()
    head = (f"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=lab.example; s=lab2026;\r\n"
            f"\th=From:To:Subject:Date:Message-ID; bh={bh};\r\n\tb=AAAA\r\n"
            f"Date: {DATE}\r\nFrom: {word('张三', 'gbk')} <{STUDENT}>\r\nTo: {word('李老师', 'gbk')} <{TEACHER}>\r\n"
            f"Subject: {word('第四次实验报告（含附件）', 'gbk')}\r\nMessage-ID: <20261123.12@lab.example>\r\nX-Mailer: Lab Mail 1.0\r\n"
            "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"=-lab-2a\"\r\n\r\n")
    return head.encode() + body


def long(size):
    """many numbered lines: easy to see which are missing"""
    lines, n = [], 0
    while len(lines) * 70 < size:
        n += 1
        lines.append(f"{n:04d} The quick brown fox jumps over the lazy dog in the mail laboratory.")
    return short("A longer mail", "\n".join(lines) + "\n", "20261123.5")
