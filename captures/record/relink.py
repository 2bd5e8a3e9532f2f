#!/usr/bin/env python3
"""Rewrites a recorded capture (Ethernet, pcapng) with another link layer or in another file format.

usage: relink.py WHAT IN OUT        relink.py sections|interfaces IN IN IN OUT
       relink.py tidy IN OUT        (only takes the machine's name out of the file)
"""
import struct
import sys

import pcapfile
from pcapfile import Pcapng, read, write_pcap, write_pcapng


def ip_frames(frames):
    """The frames that carry IPv4 or IPv6, with the Ethernet header's type."""
    for f in frames:
        kind = struct.unpack(">H", f.data[12:14])[0]
        if kind in (0x0800, 0x86DD):
            yield f, kind


def null(frames):        # BSD loopback: address family in the byte order of the machine
    return [f.copy(link=pcapfile.NULL, data=struct.pack("<I", 2 if k == 0x0800 else 30) + f.data[14:]) for f, k in ip_frames(frames)]


def raw(frames):         # no link layer at all
    return [f.copy(link=pcapfile.RAW, data=f.data[14:]) for f, k in ip_frames(frames)]


def ppp(frames):         # with address and control bytes
    return [f.copy(link=pcapfile.PPP, data=b"\xff\x03" + (b"\x00\x21" if k == 0x0800 else b"\x00\x57") + f.data[14:])
            for f, k in ip_frames(frames)]


def pppoe(frames):       # Ethernet type 0x8864, session 0x0a19
    out = []
    for f, k in ip_frames(frames):
        inner = (b"\x00\x21" if k == 0x0800 else b"\x00\x57") + f.data[14:]
        out.append(f.copy(data=f.data[:12] + b"\x88\x64" + struct.pack(">BBHH", 0x11, 0, 0x0A19, len(inner)) + inner))
    return out


def vlan(frames):        # 802.1Q, VLAN 10; tags on every frame, ARP too
    return [f.copy(data=f.data[:12] + struct.pack(">HH", 0x8100, 10) + f.data[12:]) for f in frames]


def qinq(frames):        # 802.1ad: outer tag 0x88a8 VLAN 200 priority 5, inner tag VLAN 10
    return [f.copy(data=f.data[:12] + struct.pack(">HHHH", 0x88A8, 5 << 13 | 200, 0x8100, 10) + f.data[12:]) for f in frames]


LINKS = {"null": null, "raw": raw, "ppp": ppp, "pppoe": pppoe, "vlan": vlan, "qinq": qinq}


def obsolete(frames):    # packet blocks (type 2), as the drafts of pcapng had them
    w = Pcapng()
    w.section()
    w.interface(frames[0].link)
    for f in frames:
        w.obsolete_packet(f)
    return w.bytes()


def simple(frames):      # simple packet blocks (type 3): no time at all
    w = Pcapng()
    w.section()
    w.interface(frames[0].link)
    for f in frames:
        w.simple_packet(f)
    return w.bytes()


def interfaces(first, second, third):
    """One section, three interfaces: Ethernet, raw IP and BSD loopback, frames in order of time."""
    sets = [first, raw(second), null(third)]
    start = sets[0][0].time
    for n, s in enumerate(sets):     # as if the three were recorded at once
        shift = start + n * 700_000 - s[0].time
        for f in s:
            f.time += shift
    w = Pcapng()
    w.section()
    w.interface(pcapfile.ETHERNET, "eth0")
    w.interface(pcapfile.RAW, "tun0", resolution=9)
    w.interface(pcapfile.NULL, "lo0", resolution=3)
    every = sorted(((f.time, n, f) for n, s in enumerate(sets) for f in s), key=lambda x: x[:2])
    for _, n, f in every:
        w.packet(f, n, (1000, 1, 1_000_000)[n])
    return w.bytes()


def sections(*sets):
    """Three sections one after the other; the second one is big-endian and counts nanoseconds."""
    out = b""
    for n, s in enumerate(sorted(sets, key=lambda s: s[0].time)):
        w = Pcapng(">" if n == 1 else "<")
        w.section()
        w.interface(s[0].link, f"eth{n}", resolution=9 if n == 1 else None)
        for f in s:
            w.packet(f, 0, 1 if n == 1 else 1000)
        out += w.bytes()
    return out


def main():
    what, *sources, target = sys.argv[1:]
    if what == "tidy":
        return pcapfile.tidy(sources[0], target)
    sets = [read(s) for s in sources]
    frames = sets[0]
    if what in LINKS:
        write_pcapng(target, LINKS[what](frames))
    elif what == "pcap":
        write_pcap(target, frames)
    elif what == "pcap-nanoseconds":
        write_pcap(target, frames, nano=True)
    elif what == "pcap-big-endian":
        write_pcap(target, frames, order=">")
    elif what == "pcapng-big-endian":
        write_pcapng(target, frames, order=">")
    elif what in ("obsolete", "simple", "interfaces", "sections"):
        open(target, "wb").write({"obsolete": obsolete, "simple": simple,
                                  "interfaces": interfaces, "sections": sections}[what](*sets))
    else:
        sys.exit(__doc__)


main()
