#!/usr/bin/env python3
"""A very small DNS server for the lab: answers A, AAAA and MX from the table below."""
import ipaddress
import socket
import struct

A = {
    "smtp.lab.example": "10.0.0.25",
    "pop.lab.example": "10.0.0.25",
    "mail.lab.example": "10.0.0.25",
    "smtp6.lab.example": None,
    "far.lab.example": "10.0.0.26",     # the same server, over the bad wire
    "imap.qq.com": "10.0.0.30",         # the name the lab report connects to
}
AAAA = {"smtp6.lab.example": "fd00:25::25"}
MX = {"lab.example": (10, "smtp.lab.example")}
TTL = 600


def name_bytes(name):
    return b"".join(bytes([len(x)]) + x.encode() for x in name.split(".")) + b"\0"


def answer(query):
    ident, flags, qd = struct.unpack(">HHH", query[:6])
    labels, at = [], 12
    while query[at]:
        labels.append(query[at + 1:at + 1 + query[at]].decode("ascii", "replace"))
        at += 1 + query[at]
    kind, _ = struct.unpack(">HH", query[at + 1:at + 5])
    question = query[12:at + 5]
    name = ".".join(labels).lower()
    known = name in A or name in AAAA or name in MX
    data = None
    if kind == 1 and A.get(name):
        data = ipaddress.IPv4Address(A[name]).packed
    elif kind == 28 and AAAA.get(name):
        data = ipaddress.IPv6Address(AAAA[name]).packed
    elif kind == 15 and name in MX:
        data = struct.pack(">H", MX[name][0]) + name_bytes(MX[name][1])
    head = struct.pack(">HHHHHH", ident, 0x8580 | (flags & 0x0100) | (0 if known else 3), 1, 1 if data else 0, 0, 0)
    record = b"" if data is None else b"\xc0\x0c" + struct.pack(">HHIH", kind, 1, TTL, len(data)) + data
    return head + question + record


def main():
    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    s.bind(("10.0.0.53", 53))
    while True:
        query, peer = s.recvfrom(1500)
        try:
            s.sendto(answer(query), peer)
        except (IndexError, struct.error):
            pass


main()
