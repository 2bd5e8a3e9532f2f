#!/usr/bin/env python3
"""Makes damaged or strange captures from good ones (Ethernet, IPv4).

usage: damage.py WHAT IN OUT

twice             every frame two times, as a mirror port of both directions gives
shuffled          frames up to five places away from where they belong, times kept
replies-first     every reply of the server stands before the command it answers
fragments-swapped IP fragments in reverse order
other-bytes       a segment of the mail is sent again with other bytes
seq-wrap          sequence numbers shifted so that they pass 2^32 inside the mail
ip-length-zero    frames larger than the MSS with IP length 0, as some offload drivers give
bad-checksums     TCP and IP checksums of the client's frames are wrong (checksum offload)
dot-in-pieces     the end mark CR LF . CR LF cut over four segments
fin-early         the FIN stands before the last data
"""
import random
import struct
import sys

from pcapfile import Tcp, read, write_pcapng


def client_data(frames):
    """(index, Tcp) of the client's segments with data"""
    for i, f in enumerate(frames):
        t = Tcp.of(f)
        if t and t.dport == 25 and t.data:
            yield i, t


def mail_segments(frames):
    """the client's segments after the 354 reply (they are the mail)"""
    start = next(i for i, f in enumerate(frames) if (t := Tcp.of(f)) and t.sport == 25 and t.data[:3] == b"354")
    return [(i, t) for i, t in client_data(frames) if i > start and t.data != b"QUIT\r\n"]


def twice(frames):
    out = []
    for f in frames:
        out += [f, f.copy(time=f.time + 3000)]
    return out


def shuffled(frames):
    random.seed(25)
    order = sorted(range(len(frames)), key=lambda i: i + random.uniform(0, 5))
    return [frames[i] for i in order]


def replies_first(frames):
    out = list(frames)
    for i in range(1, len(out)):
        now, before = Tcp.of(out[i]), Tcp.of(out[i - 1])
        if now and before and now.sport == 25 and now.data and before.dport == 25 and before.data:
            out[i - 1], out[i] = out[i], out[i - 1]
    return out


def fragments_swapped(frames):
    out, group = [], []
    for f in frames + [None]:
        frag = f is not None and f.data[12:14] == b"\x08\x00" and struct.unpack(">H", f.data[20:22])[0] & 0x3FFF
        if group and not (frag and f.data[18:20] == group[0].data[18:20]):
            times = [g.time for g in group]
            out += [g.copy(time=t) for g, t in zip(reversed(group), times)]
            group = []
        if frag:
            group.append(f)
        elif f is not None:
            out.append(f)
    return out


def other_bytes(frames):
    segments = mail_segments(frames)
    i, t = segments[len(segments) // 2]
    text = t.data
    t.data = text.replace(b"quick brown fox", b"QUICK BROWN CAT")
    assert t.data != text
    again = t.build()
    again.time = t.frame.time + 150_000
    later = next(k for k in range(i + 1, len(frames)) if frames[k].time > again.time)
    return frames[:later] + [again] + frames[later:]


def seq_wrap(frames):
    segments = mail_segments(frames)
    middle = segments[len(segments) // 2][1]
    shift = (2**32 - middle.seq - len(middle.data) // 2) % 2**32    # the wrap is inside this segment
    out = []
    for f in frames:
        t = Tcp.of(f)
        if t is None:
            out.append(f)
            continue
        if t.dport == 25:
            t.seq += shift
        elif t.flags & 0x10:
            t.ack += shift
            opts, at = bytearray(t.opts), 0
            while at < len(opts) and opts[at] != 0:                 # SACK blocks name the client's numbers too
                if opts[at] == 1:
                    at += 1
                    continue
                if opts[at] == 5:
                    for k in range(at + 2, at + opts[at + 1], 4):
                        n = struct.unpack(">I", opts[k:k + 4])[0] + shift
                        opts[k:k + 4] = struct.pack(">I", n & 0xFFFFFFFF)
                at += opts[at + 1]
            t.opts = bytes(opts)
        out.append(t.build())
    return out


def ip_length_zero(frames):
    return [f.copy(data=f.data[:16] + b"\0\0" + f.data[18:]) if len(f.data) > 1514 else f for f in frames]


def bad_checksums(frames):
    out = []
    for f in frames:
        t = Tcp.of(f)
        if t and t.dport == 25:
            at = 14 + len(t.ip)
            f = f.copy(data=f.data[:24] + b"\0\0" + f.data[26:at + 16] + b"\xbe\xef" + f.data[at + 18:])
        out.append(f)
    return out


def dot_in_pieces(frames):
    out = []
    ends = {i for i, t in mail_segments(frames) if t.data.endswith(b"\r\n.\r\n")}
    for i, f in enumerate(frames):
        if i not in ends:
            out.append(f)
            continue
        t = Tcp.of(f)
        data, seq = t.data, t.seq
        cuts = [0, len(data) - 4, len(data) - 3, len(data) - 1, len(data)]     # …\r | \n | .\r | \n
        for n, (a, b) in enumerate(zip(cuts, cuts[1:])):
            t.data, t.seq = data[a:b], seq + a
            piece = t.build()
            piece.time = f.time + n * 9000
            out.append(piece)
    return out


def fin_early(frames):
    """the client's FIN is captured before its last segment of data"""
    out = list(frames)
    fin = next(i for i, f in enumerate(out) if (t := Tcp.of(f)) and t.dport == 25 and t.flags & 1)
    last = max(i for i, _ in client_data(out))
    out.insert(last, out.pop(fin))
    return out


def main():
    what, source, target = sys.argv[1:]
    write_pcapng(target, globals()[what.replace("-", "_")](read(source)), resolution=9)


main()
