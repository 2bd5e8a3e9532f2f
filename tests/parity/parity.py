#!/usr/bin/env python3
"""Compares what wiretale and TShark say of captures.

    parity.py WIRETALE FOLDER... [--reviewed FILE] [--only TEXT] [--all] [--jobs N]

Runs both programs over every file below the folders (or over the files named) and compares facts: frames, TCP streams,
the reassembled bytes of both directions, SMTP commands and reply codes, POP3 requests and indicators, TLS handshake
messages, versions, suites and server names. Prints a line per difference. Differences that FILE explains are not
printed (with --all they are); entries of FILE that explain nothing any more are. Exit status 1 if anything was printed
that nobody has reviewed. Python 3, standard library only.
"""

import argparse
import collections
import concurrent.futures
import fnmatch
import hashlib
import json
import os
import re
import subprocess
import sys

# No capture: beside the captures in the folders.
NOT_CAPTURES = (".md", ".txt", ".json", ".log", ".key", ".pem", ".py", ".sh", ".conf")
LISTS = "\x1f"
FIELDS = [
    "frame.number", "frame.protocols", "tcp.stream", "tcp.srcport", "tcp.dstport", "ip.src", "ip.dst", "ipv6.src",
    "ipv6.dst", "tcp.len", "smtp.req.command", "smtp.response.code", "pop.request.command", "pop.response.indicator",
    "tls.handshake.type", "tls.record.version", "tls.handshake.version", "tls.handshake.ciphersuite",
    "tls.handshake.extensions.supported_version", "tls.handshake.extensions_server_name", "_ws.expert.message",
    "_ws.malformed", "vlan.id",
]
HANDSHAKE = {
    0: "hello_request", 1: "client_hello", 2: "server_hello", 4: "new_session_ticket", 5: "end_of_early_data",
    6: "hello_retry_request", 8: "encrypted_extensions", 11: "certificate", 12: "server_key_exchange",
    13: "certificate_request", 14: "server_hello_done", 15: "certificate_verify", 16: "client_key_exchange",
    20: "finished", 21: "certificate_url", 22: "certificate_status", 23: "supplemental_data", 24: "key_update",
    25: "compressed_certificate", 67: "next_protocol",
}
VERSIONS = {"0x0002": "SSL 2.0", "0x0300": "SSL 3.0", "0x0301": "TLS 1.0", "0x0302": "TLS 1.1", "0x0303": "TLS 1.2",
            "0x0304": "TLS 1.3", **{f"0x7f{draft:02x}": f"TLS 1.3 (draft {draft})" for draft in range(10, 30)}}
MISSING = re.compile(rb"\[\d+ bytes missing in capture file\]\x00?")


class Tshark:
    """What TShark says of a capture, in two runs."""

    def __init__(self, path, ports):
        self.path = path
        self.ports = ports
        self.error = None
        self.frames = 0
        self.tunnelled = 0
        self.streams = {}
        options = ["-n", "-r", path, "-o", "tcp.reassemble_out_of_order:TRUE", "-o", "tls.ignore_ssl_mac_failed:FALSE"]
        for port, protocol in sorted(ports):
            options += ["-d", f"tcp.port=={port},{protocol}"]
        self.options = options
        self.fields()
        self.follow()

    def run(self, *more):
        return subprocess.run(["tshark", *self.options, *more], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              check=False)

    def fields(self):
        more = ["-T", "fields", "-E", "separator=/t", "-E", "occurrence=a", "-E", "aggregator=" + LISTS]
        for field in FIELDS:
            more += ["-e", field]
        result = self.run(*more)
        said = [line for line in result.stderr.decode(errors="replace").splitlines() if "as user" not in line]
        if result.returncode != 0:
            self.error = (said or ["?"])[0]
        for line in result.stdout.decode(errors="replace").split("\n"):
            columns = line.split("\t")
            if len(columns) == len(FIELDS):
                self.frame({name: value.split(LISTS) if value else [] for name, value in zip(FIELDS, columns)})

    def frame(self, frame):
        self.frames += 1
        numbers = frame["tcp.stream"]
        if not numbers:
            return
        layers = frame["frame.protocols"][0].split(":") if frame["frame.protocols"] else []
        before = layers[: layers.index("tcp")] if "tcp" in layers else layers
        networks = [layer for layer in before if layer in ("ip", "ipv6")]
        tunnelled = len(networks) != 1 or any(
            layer in TUNNELS for layer in before) or "icmp" in before or "icmpv6" in before
        if tunnelled:
            self.tunnelled += 1
        for index, number in enumerate(numbers):
            stream = self.streams.get(number)
            ends = []
            for side, port in (("src", "tcp.srcport"), ("dst", "tcp.dstport")):
                addresses = frame["ip." + side] or frame["ipv6." + side]
                address = addresses[min(len(addresses) - 1, index)] if addresses else "?"
                ends.append((address, int(frame[port][index])))
            if stream is None:
                stream = self.streams[number] = Stream(int(number), ends[0], ends[1])
                stream.tunnelled = tunnelled or index > 0
            if index > 0:
                continue
            stream.frames.append(int(frame["frame.number"][0]))
            stream.data += int(frame["tcp.len"][0] or 0) if frame["tcp.len"] else 0
            stream.take(ends[0], frame)

    def follow(self):
        wanted = [stream for stream in self.streams.values() if stream.data > 0 and not stream.tunnelled]
        for at in range(0, len(wanted), 100):
            more = ["-q"]
            for stream in wanted[at: at + 100]:
                more += ["-z", f"follow,tcp,raw,{stream.number}"]
            self.followed(self.run(*more).stdout.decode(errors="replace"))

    def followed(self, text):
        stream, ends, bytes_of = None, {}, {}
        for line in text.splitlines():
            if line.startswith("====="):
                if stream is not None:
                    stream.bytes = {ends[0]: bytes(bytes_of[0]), ends[1]: bytes(bytes_of[1])}
                stream, ends, bytes_of = None, {}, {0: bytearray(), 1: bytearray()}
            elif line.startswith("Filter: tcp.stream eq "):
                stream = self.streams.get(line.split()[-1])
            elif line.startswith("Node "):
                node, end = line[5:].split(": ", 1)
                address, port = end.rsplit(":", 1)
                ends[int(node)] = (address.strip("[]"), int(port))
            elif stream is not None and re.fullmatch(r"\t?[0-9a-f]*", line):
                part = bytes.fromhex(line.strip())
                bytes_of[1 if line.startswith("\t") else 0] += MISSING.sub(b"", part)


DAMAGE = {"capture.cut", "capture.damaged", "capture.block-damaged", "capture.block-too-long",
          "capture.interface-missing", "capture.read-failed"}
TUNNELS = {"gre", "vxlan", "geneve", "gtp", "teredo", "mpls", "etherip", "l2tp", "pptp", "erspan", "ieee8021ah", "nsh",
           "wlan", "capwap.data", "lwapp", "udpencap", "esp", "ayiya", "6in4", "sflow", "batadv", "otv", "lisp"}


class Stream:
    """A TCP stream, as either program tells it."""

    def __init__(self, number, first, second):
        self.number = number
        self.ends = (first, second)
        self.tunnelled = False
        self.frames = []
        self.data = 0
        self.bytes = {}
        self.facts = collections.defaultdict(list)

    def key(self):
        return tuple(sorted(self.ends))

    def side(self, end):
        return "a" if end == self.key()[0] else "b"

    def add(self, fact, value):
        self.facts[fact].append(value)

    def take(self, source, frame):
        """What TShark's row of a frame tells."""
        side = self.side(source)
        for command in frame["smtp.req.command"]:
            self.add("smtp commands", command[:4].upper().strip())
        for code in frame["smtp.response.code"]:
            self.add("smtp replies", code)
        for command in frame["pop.request.command"]:
            self.add("pop3 requests", command.upper())
        for indicator in frame["pop.response.indicator"]:
            self.add("pop3 indicators", indicator)
        types = [int(number) for number in frame["tls.handshake.type"] if number.isdigit()]
        for number in types:
            self.add("tls messages " + side, HANDSHAKE.get(number, f"type {number}"))
        for version in frame["tls.record.version"]:
            self.add("record versions", version)
        for name in frame["tls.handshake.extensions_server_name"]:
            self.add("server name", name)
        if 2 in types:
            # In the frame of a Server Hello its own suite and version come last, unless it stands before a Client Hello.
            if frame["tls.handshake.ciphersuite"]:
                self.add("suite", frame["tls.handshake.ciphersuite"][-1])
            own = frame["tls.handshake.extensions.supported_version"] or frame["tls.handshake.version"]
            if own:
                self.add("version", VERSIONS.get(own[-1], own[-1]))


class Wiretale:
    """What wiretale says of a capture."""

    def __init__(self, program, path):
        self.program = program
        self.path = path
        self.error = None
        self.frames = 0
        self.streams = {}
        self.fates = {}
        self.damaged = False
        self.ports = set()
        result = self.run("show", "--format", "json", "--lang", "en", "--reveal", path)
        if result.returncode not in (0, 2):
            self.error = f"exit status {result.returncode}: {result.stderr.decode(errors='replace')[-200:]}"
            return
        captures = json.loads(result.stdout)["captures"]
        if not captures:
            self.error = result.stderr.decode(errors="replace").strip().replace(path, os.path.basename(path))
            return
        self.frames = captures[0]["frames"]
        self.fates = captures[0]["fates"]
        self.damaged = any(finding["code"] in DAMAGE for finding in captures[0]["findings"])
        for conversation in captures[0]["conversations"]:
            self.conversation(conversation)

    def run(self, *args):
        return subprocess.run([self.program, *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)

    def conversation(self, talk):
        ends = {side: (talk[side]["address"], talk[side]["port"]) for side in ("client", "server")}
        stream = self.streams[talk["stream"]] = Stream(talk["stream"], ends["client"], ends["server"])
        stream.data = sum(talk["tcp"]["bytes"].values())
        stream.protocols = talk["protocols"]
        stream.sides = ends
        for protocol, name in (("smtp", "smtp"), ("pop3", "pop")):
            if protocol in talk["protocols"]:
                self.ports.add((ends["server"][1], name))
        for step in talk["steps"]:
            self.step(stream, step)
        for session in talk.get("tls") or []:
            if session["version"]:
                stream.add("version", session["version"])
            if session["cipher_suite"]:
                stream.add("suite", session["cipher_suite"]["id"])
            if session["server_name"]:
                stream.add("server name", session["server_name"])
            if session["record_version"]:
                stream.add("record versions", session["record_version"])
            for message in session["messages"]:
                kind = message["type"]
                if message["encrypted"] or kind in ("change_cipher_spec", "handshake_fragment"):
                    continue
                side = stream.side(ends[message["side"]])
                stream.add("tls messages " + side, kind)

    def step(self, stream, step):
        kind, lines = step["kind"], step["lines"]
        if step["inferred"]:
            return
        word = lines[0].split(" ")[0] if lines else ""
        if kind.startswith("smtp.command."):
            stream.add("smtp commands", word[:4].upper())
        elif kind in ("smtp.reply", "smtp.greeting"):
            stream.add("smtp replies", word[:3])
        elif kind.startswith("pop3.command.") or (kind.startswith("pop3.auth.") and step["side"] == "client"):
            # TShark takes every line of the client for a request, also the answers of AUTH, and no "+" for an indicator.
            stream.add("pop3 requests", word.upper())
        elif kind in ("pop3.reply", "pop3.greeting"):
            stream.add("pop3 indicators", word)

    def side_bytes(self, stream, side):
        result = self.run("follow", "--raw", "--side", side, "--stream", str(stream.number), self.path)
        return result.stdout


class Report:
    """Counts and differences of one capture."""

    def __init__(self, path):
        self.path = path
        self.counts = collections.Counter()
        self.differences = []

    def compare(self, fact, stream, ours, theirs):
        same = ours == theirs
        self.counts[fact, same] += 1
        if not same:
            self.differences.append((fact, stream, ours, theirs))


def shown(value, other):
    """A value, shortened around the first place where it differs from the other."""
    if isinstance(value, (list, tuple)):
        other = other if isinstance(other, (list, tuple)) else []
        at = next((n for n, (a, b) in enumerate(zip(value, other)) if a != b), min(len(value), len(other)))
        part = " ".join(str(one) for one in value[max(0, at - 2): at + 5])
        return f"{len(value)}: {'… ' if at > 2 else ''}{part}{' …' if len(value) > at + 5 else ''}"
    if isinstance(value, bytes):
        other = other if isinstance(other, bytes) else b""
        at = next((n for n, (a, b) in enumerate(zip(value, other)) if a != b), min(len(value), len(other)))
        return f"{len(value)} bytes {hashlib.sha256(value).hexdigest()[:8]}, at {at}: {value[at:at + 16]!r}"
    return str(value)


def numbered(streams):
    """Streams by their ends; the n-th between the same two ends has the number n."""
    seen, out = collections.Counter(), {}
    for number in sorted(streams):
        stream = streams[number]
        out[stream.key(), seen[stream.key()]] = stream
        seen[stream.key()] += 1
    return out


FACTS = ["smtp commands", "smtp replies", "pop3 requests", "pop3 indicators", "tls messages a", "tls messages b",
         "version", "suite", "server name", "record versions"]


def compare(program, path):
    report = Report(path)
    ours = Wiretale(program, path)
    theirs = Tshark(path, ours.ports)
    if ours.error and theirs.error and theirs.frames == 0:
        report.compare("reads", None, "no capture", "no capture")
        return report
    report.compare("reads", None, ours.error or ("damaged" if ours.damaged else "whole"),
                   "damaged" if theirs.error else "whole")
    report.compare("frames", None, ours.frames, theirs.frames)
    if theirs.tunnelled:
        told = ours.fates.get("tunnel", 0)
        report.compare("tunnelled", None, f"{theirs.tunnelled} named" if told >= theirs.tunnelled else f"{told} named",
                       f"{theirs.tunnelled} named")
    mine = numbered(ours.streams)
    other = numbered({stream.number: stream for stream in theirs.streams.values() if not stream.tunnelled})
    for key in sorted(mine.keys() | other.keys()):
        a, b = mine.get(key), other.get(key)
        name = a.number if a else f"{b.number} of TShark"
        report.compare("streams", name, ends(a) if a else "none", ends(b) if b else "none")
    both = [key for key in mine if key in other]
    if sorted(both, key=lambda key: mine[key].number) != sorted(both, key=lambda key: other[key].number):
        report.compare("numbers", None, [mine[key].number for key in both], [other[key].number for key in both])
    for key in both:
        talk(report, ours, mine[key], other[key])
    return report


def ends(stream):
    return " <> ".join(f"{address}:{port}" for address, port in stream.key())


def talk(report, program, a, b):
    if a.data or b.data:
        for side in ("client", "server"):
            mine = program.side_bytes(a, side) if a.data else b""
            report.compare("bytes", f"{a.number} {side}", mine, b.bytes.get(a.sides[side], b""))
    for fact in FACTS:
        mine, other = a.facts.get(fact, []), b.facts.get(fact, [])
        if fact == "record versions":
            mine, other = mine[:1], [VERSIONS.get(one, one) for one in other[:1]]
        if fact.startswith("tls messages"):
            # TShark 4.0 names a Hello Retry Request a Server Hello (RFC 8446 gives both the number 2).
            mine = ["server_hello" if one == "hello_retry_request" else one for one in mine]
        if fact in ("version", "suite", "server name"):
            # A Hello Retry Request has them too, and so has the second Client Hello: each value once.
            mine, other = list(dict.fromkeys(mine)), list(dict.fromkeys(other))
        if mine or other:
            report.compare(fact, a.number, mine, other)


class Reviewed:
    """Lines of `CAPTURE | FACT | STREAM | REASON`; the first two and STREAM may have * and ?."""

    def __init__(self, path):
        self.entries = []
        if not path:
            return
        with open(path, encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                if line.strip() and not line.startswith("#"):
                    parts = [part.strip() for part in line.split("|", 3)]
                    if len(parts) != 4 or not parts[3]:
                        raise SystemExit(f"{path}:{number}: not CAPTURE | FACT | STREAM | REASON")
                    self.entries.append([number, *parts, 0])

    def explains(self, path, fact, stream):
        found = False
        for entry in self.entries:
            if (fnmatch.fnmatchcase(short(path), entry[1]) and fnmatch.fnmatchcase(fact, entry[2])
                    and fnmatch.fnmatchcase("" if stream is None else str(stream), entry[3])):
                entry[5] += 1
                found = True
        return found


def short(path):
    """A capture's name: its file name, with the folder in front where the file name says nothing."""
    name = os.path.basename(path)
    return os.path.basename(os.path.dirname(path)) + "/" + name if name == "input.pcap" else name


def files(places):
    for place in places:
        if os.path.isfile(place):
            yield place
        for folder, folders, names in sorted(os.walk(place)):
            folders.sort()
            for name in sorted(names):
                path = os.path.join(folder, name)
                if not name.endswith(NOT_CAPTURES) and os.path.getsize(path):
                    yield path


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("wiretale")
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--reviewed", help="explained differences")
    parser.add_argument("--only", default="", help="only files with this in their path")
    parser.add_argument("--all", action="store_true", help="print reviewed differences too")
    parser.add_argument("--jobs", type=int, default=2)
    args = parser.parse_args()
    reviewed = Reviewed(args.reviewed)
    counts, explained, unexplained = collections.Counter(), collections.Counter(), collections.Counter()
    paths = [path for path in files(args.folders) if args.only in path]
    with concurrent.futures.ThreadPoolExecutor(args.jobs) as pool:
        for report in pool.map(lambda path: compare(args.wiretale, path), paths):
            counts.update(report.counts)
            for fact, stream, ours, theirs in report.differences:
                known = reviewed.explains(report.path, fact, stream)
                (explained if known else unexplained)[fact] += 1
                if args.all or not known:
                    print(f"{'reviewed ' if known else ''}{fact} | {short(report.path)} | "
                          f"{'' if stream is None else stream} | wiretale {shown(ours, theirs)} | "
                          f"tshark {shown(theirs, ours)}", flush=True)
    stale = [entry for entry in reviewed.entries if entry[5] == 0] if not args.only else []
    for entry in stale:
        print(f"stale: {args.reviewed}:{entry[0]}: {entry[1]} | {entry[2]} | {entry[3]}")
    print(f"{len(paths)} captures", file=sys.stderr)
    for fact in sorted({fact for fact, _ in counts}):
        print(f"  {fact:16} {counts[fact, True]:6} equal {explained[fact]:5} reviewed {unexplained[fact]:5} not reviewed",
              file=sys.stderr)
    return 1 if unexplained or stale else 0


if __name__ == "__main__":
    sys.exit(main())
