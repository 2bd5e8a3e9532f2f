"""Reads the captures that dumpcap and tcpdump write; writes many variants of the formats."""
import struct

ETHERNET, NULL, RAW, PPP, SLL, SLL2 = 1, 0, 101, 9, 113, 276


class Frame:
    """One frame: time in nanoseconds since 1970, link type, captured bytes, length on the wire."""

    def __init__(self, time, link, data, size=None):
        self.time, self.link, self.data = time, link, data
        self.size = len(data) if size is None else size

    def copy(self, **change):
        f = Frame(self.time, self.link, self.data, self.size)
        for k, v in change.items():
            setattr(f, k, v)
        if "data" in change and "size" not in change:
            f.size = len(f.data)
        return f


# ------------------------------------------------------------------ reading

def read(path):
    raw = open(path, "rb").read()
    if raw[:4] == b"\x0a\x0d\x0d\x0a":
        return _read_pcapng(raw)
    order = "<" if raw[:4] in (b"\xd4\xc3\xb2\xa1", b"\x4d\x3c\xb2\xa1") else ">"
    unit = 1 if struct.unpack(order + "I", raw[:4])[0] == 0xA1B23C4D else 1000
    link, at, frames = struct.unpack(order + "I", raw[20:24])[0], 24, []
    while at + 16 <= len(raw):
        sec, frac, cap, size = struct.unpack(order + "4I", raw[at:at + 16])
        frames.append(Frame(sec * 10**9 + frac * unit, link, raw[at + 16:at + 16 + cap], size))
        at += 16 + cap
    return frames


def _read_pcapng(raw):
    frames, links = [], []
    for kind, body in blocks(raw):
        if kind == 0x0A0D0D0A:
            links = []
        elif kind == 1:
            unit = 1000
            for code, value in options(body[8:]):
                if code == 9:
                    unit = 10 ** (9 - value[0])
            links.append((struct.unpack("<H", body[:2])[0], unit))
        elif kind == 6:
            iface, hi, lo, cap, size = struct.unpack("<5I", body[:20])
            link, unit = links[iface]
            frames.append(Frame((hi << 32 | lo) * unit, link, body[20:20 + cap], size))
    return frames


def blocks(raw):
    at = 0
    while at + 12 <= len(raw):
        kind, length = struct.unpack("<II", raw[at:at + 8])
        yield kind, raw[at + 8:at + length - 4]
        at += length


def options(raw):
    at = 0
    while at + 4 <= len(raw):
        code, n = struct.unpack("<HH", raw[at:at + 4])
        if code == 0:
            return
        yield code, raw[at + 4:at + 4 + n]
        at += 4 + n + (-n % 4)


# ------------------------------------------------------------------ writing

def pad(data):
    return data + bytes(-len(data) % 4)


class Pcapng:
    """Writes blocks of a pcapng file in either byte order."""

    def __init__(self, order="<"):
        self.order, self.out = order, []

    def pack(self, fmt, *values):
        return struct.pack(self.order + fmt, *values)

    def block(self, kind, body):
        n = len(pad(body)) + 12
        self.out.append(self.pack("II", kind, n) + pad(body) + self.pack("I", n))

    def option(self, code, value):
        return self.pack("HH", code, len(value)) + pad(value)

    def end(self):
        return self.pack("HH", 0, 0)

    def section(self, application="lab record script"):
        self.block(0x0A0D0D0A, self.pack("IHHq", 0x1A2B3C4D, 1, 0, -1)
                   + self.option(4, application.encode()) + self.end())

    def interface(self, link, name="eth0", snaplen=262144, resolution=None):
        opts = self.option(2, name.encode())
        if resolution is not None:
            opts += self.option(9, bytes([resolution]))
        self.block(1, self.pack("HHI", link, 0, snaplen) + opts + self.end())

    def packet(self, f, iface=0, unit=1000):
        t = f.time // unit
        self.block(6, self.pack("5I", iface, t >> 32, t & 0xFFFFFFFF, len(f.data), f.size) + pad(f.data))

    def obsolete_packet(self, f, iface=0, drops=0):
        t = f.time // 1000
        self.block(2, self.pack("HH4I", iface, drops, t >> 32, t & 0xFFFFFFFF, len(f.data), f.size) + pad(f.data))

    def simple_packet(self, f):
        self.block(3, self.pack("I", f.size) + pad(f.data))

    def bytes(self):
        return b"".join(self.out)


def write_pcapng(path, frames, order="<", resolution=None):
    """Enhanced packet blocks, one interface per link type."""
    w = Pcapng(order)
    w.section()
    links = list(dict.fromkeys(f.link for f in frames))
    for i, link in enumerate(links):
        w.interface(link, f"eth{i}", resolution=resolution)
    for f in frames:
        w.packet(f, links.index(f.link), 10 ** (9 - resolution) if resolution is not None else 1000)
    open(path, "wb").write(w.bytes())


def write_pcap(path, frames, order="<", nano=False):
    unit = 1 if nano else 1000
    out = [struct.pack(order + "IHHiIII", 0xA1B23C4D if nano else 0xA1B2C3D4, 2, 4, 0, 0, 262144, frames[0].link)]
    for f in frames:
        out.append(struct.pack(order + "4I", f.time // 10**9, f.time % 10**9 // unit, len(f.data), f.size) + f.data)
    open(path, "wb").write(b"".join(out))


def tidy(source, target):
    """A dumpcap file without the name of the recording machine (hardware, system) in its section header."""
    out = []
    for kind, body in blocks(open(source, "rb").read()):
        if kind == 0x0A0D0D0A:
            w = Pcapng()
            kept = b"".join(w.option(c, v) for c, v in options(body[16:]) if c == 4)
            body = body[:16] + w.option(3, b"Linux") + kept + w.end()
        elif kind == 1:
            w = Pcapng()
            kept = b"".join(w.option(c, b"Linux" if c == 12 else v) for c, v in options(body[8:]))
            body = body[:8] + kept + w.end()
        n = len(body) + 12
        out.append(struct.pack("<II", kind, n) + body + struct.pack("<I", n))
    open(target, "wb").write(b"".join(out))


# ------------------------------------------------------------------ inside a frame

def checksum(data):
    if len(data) % 2:
        data += b"\0"
    n = sum(struct.unpack(f">{len(data) // 2}H", data))
    while n >> 16:
        n = (n & 0xFFFF) + (n >> 16)
    return ~n & 0xFFFF


class Tcp:
    """An Ethernet/IPv4/TCP frame taken apart; None from Tcp.of() for all other frames."""

    @classmethod
    def of(cls, frame):
        d = frame.data
        if frame.link != ETHERNET or d[12:14] != b"\x08\x00" or d[23] != 6:
            return None
        t = cls()
        t.frame, t.eth = frame, d[:14]
        ihl = (d[14] & 15) * 4
        total = struct.unpack(">H", d[16:18])[0] or len(d) - 14
        t.ip, tcp = d[14:14 + ihl], d[14 + ihl:14 + total]
        t.sport, t.dport, t.seq, t.ack = struct.unpack(">HHII", tcp[:12])
        off = (tcp[12] >> 4) * 4
        t.flags, t.window, t.opts, t.data = tcp[13], tcp[14:16], tcp[20:off], tcp[off:]
        return t

    def build(self):
        """The frame again, with right lengths and checksums."""
        tcp = struct.pack(">HHIIBB", self.sport, self.dport, self.seq & 0xFFFFFFFF, self.ack & 0xFFFFFFFF,
                          (20 + len(self.opts)) // 4 << 4, self.flags) + self.window + bytes(4) + self.opts + self.data
        pseudo = self.ip[12:20] + struct.pack(">BBH", 0, 6, len(tcp))
        tcp = tcp[:16] + struct.pack(">H", checksum(pseudo + tcp)) + tcp[18:]
        ip = self.ip[:2] + struct.pack(">H", len(self.ip) + len(tcp)) + self.ip[4:10] + bytes(2) + self.ip[12:]
        ip = ip[:10] + struct.pack(">H", checksum(ip)) + ip[12:]
        return self.frame.copy(data=self.eth + ip + tcp)
