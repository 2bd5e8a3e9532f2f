#!/usr/bin/env python3
"""Compares what wiretale says of captures with what the client's and server's own logs say.

    check.py WIRETALE FOLDER

FOLDER holds NAME.pcapng (or .pcap, .pcapng.gz) beside NAME.truth.json. Of every connection are compared: the
reassembled bytes of both sides; the SMTP and POP3 lines, logins and mails by SHA-256, also of encrypted sessions whose
secrets are there (NAME.keys.log, or in the capture); of all encrypted ones version, suite, server name, certificate,
resumption, what the client wrote before it was encrypted, and both Finished. A capture that MANIFEST.md calls damaged (bytes of the truth are
missing) must show a part of the truth, and say of the rest that it is missing. Prints a line per difference; exit status 1 if there is one.
Python 3, standard library only.
"""

import hashlib
import json
import os
import re
import subprocess
import sys

SUITES = {
    "ECDHE-RSA-AES128-GCM-SHA256": "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
    "ECDHE-RSA-AES256-GCM-SHA384": "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
    "ECDHE-ECDSA-AES128-GCM-SHA256": "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
    "ECDHE-ECDSA-AES256-GCM-SHA384": "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
    "ECDHE-RSA-CHACHA20-POLY1305": "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
    "ECDHE-RSA-AES256-SHA384": "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384",
    "ECDHE-RSA-AES128-SHA256": "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256",
    "ECDHE-RSA-AES128-SHA": "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
    "ECDHE-RSA-AES256-SHA": "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA",
    "DHE-RSA-AES256-GCM-SHA384": "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384",
    "DHE-RSA-AES128-GCM-SHA256": "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256",
    "AES128-GCM-SHA256": "TLS_RSA_WITH_AES_128_GCM_SHA256",
    "AES256-GCM-SHA384": "TLS_RSA_WITH_AES_256_GCM_SHA384",
    "AES128-SHA": "TLS_RSA_WITH_AES_128_CBC_SHA",
    "AES256-SHA": "TLS_RSA_WITH_AES_256_CBC_SHA",
    "AES128-SHA256": "TLS_RSA_WITH_AES_128_CBC_SHA256",
}
SECRET = "********"


class Check:
    def __init__(self, program):
        self.program = program
        self.counts = {}
        self.differences = []

    def said(self, what, capture, good, detail=""):
        done, all_ = self.counts.get(what, (0, 0))
        self.counts[what] = (done + bool(good), all_ + 1)
        if not good:
            self.differences.append(f"{capture}: {what}: {detail}")

    def run(self, *args):
        return subprocess.run([self.program, *args], capture_output=True, check=False)

    def keys(self, capture):
        path = re.sub(r"\.pcap(ng)?(\.gz)?$", "", capture) + ".keys.log"
        return ["--keylog", path] if os.path.exists(path) else []

    def document(self, capture):
        result = self.run("show", "--format", "json", "--lang", "en", "--reveal", *self.keys(capture), capture)
        if result.returncode != 0:
            raise SystemExit(f"{capture}: exit status {result.returncode}: {result.stderr.decode()}")
        return json.loads(result.stdout)["captures"][0]

    def raw(self, capture, stream, side, *more):
        return self.run("follow", capture, "--stream", str(stream), "--side", side, "--raw", *more).stdout


def wire(text):
    """The bytes of a line that is shown with <0x..>, with unprintable ones as the logs have them: ?."""
    raw = re.sub(rb"<0x([0-9a-f]{2})>", lambda m: bytes([int(m.group(1), 16)]), text.encode())
    return "".join(chr(b) if 0x20 <= b < 0x7F else "?" for b in raw)[:2048]


def log(text):
    return "".join(c if " " <= c < "\x7f" else "?" * len(c.encode()) for c in text)[:2048]


def lines_of(conversation, protocols):
    sides = {"client": [], "server": []}
    for step in conversation["steps"]:
        if step["protocol"] in protocols and step["side"]:
            sides[step["side"]] += [wire(line) for line in step["lines"]]
    return sides["client"], sides["server"]


def sections(truth):
    """A file made of several captures has their truths one after the other."""
    if "sections" not in truth:
        return [truth]
    return [part for section in truth["sections"] for part in sections(section)]


def connections(truth):
    found = []
    for section in sections(truth):
        for client in section.get("clients", []):
            found += client["connections"]
    return sorted(found, key=lambda c: c.get("first_call") or 0)


def pair_up(truth, conversations):
    """Connections with their conversations; the n-th of the same ports is the n-th stream."""
    used = set()
    pairs = []
    for connection in connections(truth):
        match = None
        for conversation in conversations:
            ends = (conversation["client"], conversation["server"])
            if conversation["stream"] in used or connection["client_port"] != ends[0]["port"]:
                continue
            if connection["server_port"] == ends[1]["port"]:
                match = conversation
                break
        if match:
            used.add(match["stream"])
        pairs.append((connection, match))
    return pairs


def is_part(part, whole, cut=False):
    """Whether the lines stand in the truth in this order; `cut`: a line may be the beginning or end of a true one."""
    rest = iter(whole)
    same = (lambda a, b: b.startswith(a) or b.endswith(a)) if cut else (lambda a, b: a == b)
    return all(any(same(line, other) for other in rest) for line in part)


def check_capture(check, capture, truth, exact):
    name = os.path.basename(capture)
    document = check.document(capture)
    conversations = document["conversations"]
    check.said("fates add up", name, sum(document["fates"].values()) == document["frames"], document["fates"])
    pairs = pair_up(truth, conversations)
    damaged = False
    for connection, conversation in pairs:
        if conversation is None:
            check.said("connection found", name, False, connection)
            continue
        check.said("connection found", name, True)
        damaged |= not check_bytes(check, capture, connection, conversation, document, exact)
    for section in sections(truth):
        check_smtp(check, name, section, pairs, damaged)
        check_pop3(check, name, section, pairs, damaged)
        check_tls(check, name, section, pairs)
        check_inside(check, capture, section, pairs)


def check_bytes(check, capture, connection, conversation, document, exact):
    name = os.path.basename(capture)
    whole = True
    for side, short in (("client", "c2s"), ("server", "s2c")):
        if connection.get(short + "_sha256") is None:
            continue
        got = check.raw(capture, conversation["stream"], side)
        length = connection[short + "_bytes"]
        good = hashlib.sha256(got).hexdigest() == connection[short + "_sha256"]
        # The capture may hold bytes at the end that the client never read.
        good |= len(got) > length and hashlib.sha256(got[:length]).hexdigest() == connection[short + "_sha256"]
        if exact or good:
            check.said("bytes of a side", name, good, f"{side} {len(got)} of {length}")
        else:
            tcp = conversation["tcp"]
            known = tcp["lost"][side] + len(got) == length
            findings = {f["code"] for f in conversation["findings"] + document["findings"]}
            check.said("damage is said", name, known or findings & {"capture.cut", "tcp.late-start"},
                       f"{side}: {len(got)} + {tcp['lost'][side]} missing, truth {length}; {findings}")
        whole &= good
    return whole


def find(pairs, port, server_port, taken):
    for index, (connection, conversation) in enumerate(pairs):
        if index in taken or conversation is None:
            continue
        if connection["client_port"] == port and connection["server_port"] == server_port:
            taken.add(index)
            return conversation
    return None


def check_smtp(check, name, section, pairs, damaged):
    taken = set()
    for session in section.get("postfix") or []:
        conversation = find(pairs, session["client_port"], session["server_port"], taken)
        if conversation is None:
            continue
        client, server = lines_of(conversation, ("smtp",))
        truth_client = [log(text) for side, text in session["dialogue"] if side == "C"]
        truth_server = [log(text) for side, text in session["dialogue"] if side == "S"]
        if session.get("tls"):
            check_suite(check, name, conversation, session["tls"]["version"], session["tls"]["cipher_openssl"])
            if not is_open(conversation):
                check.said("lines before TLS", name,
                           client == truth_client[:len(client)] and server == truth_server[:len(server)],
                           f"{client} {server}")
                continue
        if damaged:
            good = is_part(server, truth_server, cut=True)
            check.said("lines of a damaged session", name, good,
                       [line for line in server if line not in truth_server][:3])
            check_mails(check, name, session, conversation, False)
            continue
        check.said("SMTP lines of the client", name, client == truth_client, first_difference(client, truth_client))
        check.said("SMTP lines of the server", name, server == truth_server, first_difference(server, truth_server))
        check_mails(check, name, session, conversation, True)
        if session.get("sasl"):
            accepted = [a for a in conversation["smtp"]["auth"] if a["outcome"] == "accepted"]
            wanted = (session["sasl"]["method"].upper(), session["sasl"]["user"])
            got = [(a["mechanism"], a["username"]) for a in accepted]
            check.said("SMTP login", name, wanted in got, f"{wanted} {got}")


def check_mails(check, name, session, conversation, all_of_them):
    messages = conversation["messages"]
    hashes = {message["sha256"]: message for message in messages if message["sha256"]}
    found = 0
    for mail in session["mails"]:
        message = hashes.get(mail["message_sha256_crlf"]) or hashes.get(mail["message_sha256_lf"])
        if message is None:
            if all_of_them:
                sizes = [m["size"] for m in messages]
                check.said("mail by SHA-256", name, False, f"{mail['message_bytes_crlf']} bytes, {sizes} seen")
            continue
        found += 1
        check.said("mail by SHA-256", name, True)
        check_content(check, name, mail, message)
    if not all_of_them:
        known = {m["message_sha256_crlf"] for m in session["mails"]}
        wrong = [m["size"] for m in messages if m["complete"] and m["sha256"] not in known]
        check.said("no damaged mail passes for whole", name, not wrong, wrong)


def check_content(check, name, mail, message):
    # U+FFFD: the log itself could not read these bytes.
    if "\ufffd" not in (mail["subject"] or ""):
        check.said("subject", name, (message["subject"] or "") == (mail["subject"] or ""),
                   f"{message['subject']!r} {mail['subject']!r}")
    if mail.get("message_id"):
        check.said("Message-ID", name, message["message_id"] == mail["message_id"], message["message_id"])
    leaves = []

    def walk(parts):
        for part in parts:
            if part["parts"]:
                walk(part["parts"])
            else:
                leaves.append(part)

    walk(message["parts"])
    got = [(p["type"], p["charset"], p["filename"]) for p in leaves]
    truth = [(p["type"], p["charset"], p["filename"]) for p in mail["parts"]]
    check.said("MIME parts", name, got == truth, f"{got} {truth}")


def check_pop3(check, name, section, pairs, damaged):
    taken = set()
    mailbox = {m["number"]: m for m in section.get("mailbox") or []}
    for session in section.get("dovecot") or []:
        if session.get("event") != "Login":
            continue
        conversation = find(pairs, session["client_port"], session["server_port"], taken)
        if conversation is None:
            continue
        if session.get("tls"):
            version, cipher = re.match(r"(\S+) with cipher (\S+)", session["tls"]).groups()
            check_suite(check, name, conversation, version, cipher)
            if not is_open(conversation):
                continue
        if damaged:
            continue
        client, server = lines_of(conversation, ("pop3",))
        truth_client = [log(t) for side, t in session["dialogue_after_login"] if side == "C"]
        truth_server = [log(t) for side, t in session["dialogue_after_login"] if side == "S"]
        check.said("POP3 lines of the client", name, client[-len(truth_client):] == truth_client,
                   first_difference(client[-len(truth_client):], truth_client))
        check.said("POP3 lines of the server", name, is_part(server[server.index(truth_server[0]):], truth_server),
                   server[:3])
        logins = [(a["username"], a["outcome"]) for a in conversation["pop3"]["auth"]]
        check.said("POP3 login", name, (session["user"], "accepted") in logins, logins)
        for message in conversation["messages"]:
            if message["source"] != "pop3.retr":
                continue
            entry = [m for m in conversation["pop3"]["messages"]
                     if m["message"] is not None and conversation["messages"][m["message"]] is message]
            number = entry[0]["number"] if entry else None
            if number in mailbox:
                truth = mailbox[number]
                check.said("POP3 mail by SHA-256", name, message["sha256"] == truth["retr_sha256_crlf"],
                           f"{number} {message['size']} {truth['retr_bytes']}")
                check_content(check, name, truth, message)


def is_open(conversation):
    return all(handshake["decrypted"] == "yes" for handshake in conversation["tls"])


def check_inside(check, capture, section, pairs):
    """What secrets open: all records, both Finished, and what the client wrote before it was encrypted."""
    name = os.path.basename(capture)
    conversations = [c for connection, c in pairs if c and c["tls"]]
    if not check.keys(capture) and "dsb" not in name:
        return
    for conversation in conversations:
        for handshake in conversation["tls"]:
            if handshake["messages"][-1]["type"] in ("client_hello", "certificate", "server_hello_done") or any(
                    alert["level"] == "fatal" for alert in handshake["alerts"]):
                continue
            check.said("all records are opened", name, handshake["decrypted"] == "yes", handshake["decrypted"])
            checks = handshake["checks"]
            check.said("both Finished fit", name,
                       checks["client_finished"] == "valid" and checks["server_finished"] == "valid", checks)
    plain = section.get("plain_c2s") or []
    if len(plain) == len(conversations):
        for truth, conversation in zip(plain, conversations):
            got = check.raw(capture, conversation["stream"], "client", "--decrypted", *check.keys(capture))
            # Behind STARTTLS: what came before it is no part of the truth.
            inside = got[-truth["bytes"]:]
            check.said("what the client wrote", name, hashlib.sha256(inside).hexdigest() == truth["sha256"],
                       f"{len(got)} bytes instead of {truth['bytes']}")
    clients = section.get("tls_client") or []
    if len(clients) == len(conversations):
        for client, conversation in zip(clients, conversations):
            if client.get("handshake_done"):
                truth = [handshake["resumed"] for handshake in client["handshakes"]]
                got = [handshake["resumed"] != "no" for handshake in conversation["tls"]][:len(truth)]
                check.said("resumed or not", name, got == truth, f"{got} {truth}")


def check_suite(check, name, conversation, version, cipher):
    tls = conversation["tls"]
    got = (tls[0]["version"], (tls[0]["cipher_suite"] or {}).get("name")) if tls else None
    wanted = (version.replace("TLSv1.", "TLS 1.").replace("TLSv1", "TLS 1.0").replace("1.0.", "1."),
              SUITES.get(cipher, cipher))
    check.said("TLS version and suite", name, got == wanted, f"{got} {wanted}")


def check_tls(check, name, section, pairs):
    """One truth per connection to a TLS port, in order."""
    conversations = [c for connection, c in pairs if c and c["tls"]]
    clients = section.get("tls_client") or []
    if len(clients) == len(conversations):
        for client, conversation in zip(clients, conversations):
            if client.get("handshake_done") and client.get("version"):
                first = client["handshakes"][0]
                check_suite(check, name, conversation, client["version"], first["cipher_openssl"])
    for line in section.get("nginx") or []:
        found = re.search(r":(\d+) \".* (TLSv1\.\d) (\S+) reused=", line)
        if found:
            port, version, cipher = found.groups()
            for connection, conversation in pairs:
                if conversation and connection["client_port"] == int(port):
                    check_suite(check, name, conversation, version, cipher)
    check_http(check, name, section, pairs)
    if isinstance(section.get("sni"), str):
        for conversation in conversations:
            got = conversation["tls"][0]["server_name"]
            check.said("server name", name, got in (section["sni"], None), got)
    certificates = section.get("certificates") or {}
    prints = {c.get("sha256 Fingerprint", "").replace(":", "").lower() for c in certificates.values()
              if isinstance(c, dict)}
    for conversation in conversations:
        for handshake in conversation["tls"]:
            if handshake["certificates"] and prints and handshake["version"] != "TLS 1.3":
                got = handshake["certificates"][0]["sha256"]
                check.said("certificate", name, got in prints, got)


def check_http(check, name, section, pairs):
    """Method, path, status and the length of both bodies of every request, as nginx and the program behind it have them."""
    lines = [re.search(r':(\d+) "(\S+) (\S+) HTTP/1\.\d" (\d+) (\d+) ', line) for line in section.get("nginx") or []]
    for connection, conversation in pairs:
        if not conversation or not conversation["tls"] or not is_open(conversation):
            continue
        truth = [(method, url.split("?")[0], int(status), int(size)) for port, method, url, status, size in
                 (line.groups() for line in lines if line) if int(port) == connection["client_port"]]
        if not truth:
            continue
        got = [(r["method"], r["target"], r["status"], r["response_body"])
               for r in (conversation["http"] or {"requests": []})["requests"]]
        check.said("HTTP: number of requests", name, len(got) == len(truth), f"{len(got)} {len(truth)}")
        for one, other in zip(got, truth):
            check.said("HTTP: method, path, status and bytes of the response", name, one == other, f"{one} {other}")
        bodies = {line["url"].split("?")[0]: line["body_len"] for line in section.get("webmail") or []}
        for request in (conversation["http"] or {"requests": []})["requests"]:
            if request["target"] in bodies:
                sent = bodies[request["target"]]
                check.said("HTTP: bytes of the request's body", name, request["request_body"] == sent,
                           f"{request['request_body']} {sent}")


def first_difference(got, truth):
    for index, (a, b) in enumerate(zip(got, truth)):
        if a != b:
            return f"line {index}: {a!r} instead of {b!r}"
    return f"{len(got)} lines instead of {len(truth)}: {(got + truth)[min(len(got), len(truth)):][:2]}"


def main():
    program, folder = sys.argv[1:3]
    check = Check(program)
    with open(os.path.join(folder, "MANIFEST.md"), encoding="utf-8") as file:
        manifest = file.read()
    for entry in sorted(os.listdir(folder)):
        if not entry.endswith(".truth.json"):
            continue
        name = entry[: -len(".truth.json")]
        with open(os.path.join(folder, entry), encoding="utf-8") as file:
            truth = json.load(file)
        capture = next(p for p in (os.path.join(folder, name + e) for e in (".pcapng", ".pcap", ".pcapng.gz"))
                       if os.path.exists(p))
        row = re.search(rf"`{re.escape(os.path.basename(capture))}`.*?exact (\d+)/(\d+)(, \d+ more exact)?", manifest)
        exact = bool(row) and (row.group(1) == row.group(2) or row.group(3) is not None)
        check_capture(check, capture, truth, exact)
    for line in check.differences:
        print(line)
    for what, (good, all_) in check.counts.items():
        print(f"{good:5} of {all_:5}  {what}")
    return 1 if check.differences else 0


if __name__ == "__main__":
    sys.exit(main())
