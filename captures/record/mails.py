"""The mails of the recordings. All people and texts are invented."""
import base64
import email.header
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


def long(size):
    """many numbered lines: easy to see which are missing"""
    lines, n = [], 0
    while len(lines) * 70 < size:
        n += 1
        lines.append(f"{n:04d} The quick brown fox jumps over the lazy dog in the mail laboratory.")
    return short("A longer mail", "\n".join(lines) + "\n", "20261123.5")
