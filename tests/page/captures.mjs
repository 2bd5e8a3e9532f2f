// Captures that are made here: what a stranger could send, and many conversations.
// Raw IPv4 (link type 101) in the format of libpcap; checksums are left empty, as a card that fills them in leaves them.

const CLIENT = [192, 168, 1, 10];
const SERVER = [10, 0, 0, 25];
const SYN = 2, ACK = 16, PSH = 8, FIN = 1;

function packet(fromClient, port, serverPort, seq, ack, flags, payload) {
  const total = 40 + payload.length;
  const bytes = Buffer.alloc(total);
  bytes[0] = 0x45;
  bytes.writeUInt16BE(total, 2);
  bytes[8] = 64;
  bytes[9] = 6;
  Buffer.from(fromClient ? CLIENT : SERVER).copy(bytes, 12);
  Buffer.from(fromClient ? SERVER : CLIENT).copy(bytes, 16);
  bytes.writeUInt16BE(fromClient ? port : serverPort, 20);
  bytes.writeUInt16BE(fromClient ? serverPort : port, 22);
  bytes.writeUInt32BE(seq >>> 0, 24);
  bytes.writeUInt32BE(ack >>> 0, 28);
  bytes[32] = 0x50;
  bytes[33] = flags;
  bytes.writeUInt16BE(65535, 34);
  payload.copy(bytes, 40);
  return bytes;
}

/** A connection: what each side says in turn, as [fromClient, text or bytes]. */
export function connection(port, serverPort, said) {
  const packets = [];
  const next = { true: 1000, false: 5000 };
  const send = (from, flags, payload = Buffer.alloc(0)) => {
    packets.push(packet(from, port, serverPort, next[from], flags === SYN ? 0 : next[!from], flags, payload));
    next[from] += payload.length + (flags & (SYN | FIN) ? 1 : 0);
  };
  send(true, SYN);
  send(false, SYN | ACK);
  send(true, ACK);
  for (const [from, text] of said) send(from, PSH | ACK, Buffer.from(text));
  send(true, FIN | ACK);
  send(false, FIN | ACK);
  send(true, ACK);
  return packets;
}

/** A file of these packets, a millisecond apart. */
export function file(packets) {
  const head = Buffer.alloc(24);
  head.writeUInt32LE(0xa1b2c3d4, 0);
  head.writeUInt16LE(2, 4);
  head.writeUInt16LE(4, 6);
  head.writeUInt32LE(65535, 16);
  head.writeUInt32LE(101, 20);
  const parts = [head];
  packets.forEach((bytes, index) => {
    const record = Buffer.alloc(16);
    record.writeUInt32LE(1763870000 + Math.floor(index / 1000), 0);
    record.writeUInt32LE((index % 1000) * 1000, 4);
    record.writeUInt32LE(bytes.length, 8);
    record.writeUInt32LE(bytes.length, 12);
    parts.push(record, bytes);
  });
  return Buffer.concat(parts);
}

const MAIL = (subject, more, body) =>
  `From: <a@b>\r\nTo: <c@d>\r\nSubject: ${subject}\r\nDate: Mon, 23 Nov 2026 10:00:00 +0800\r\nMessage-ID: <1@b>\r\n${more}\r\n${body}\r\n.\r\n`;

/** A mail sent, with these lines in it. */
export function sent(port, { banner, name, sender, subject, more = '', body = 'text' }) {
  return connection(port, 25, [
    [false, `220 ${banner} ESMTP\r\n`], [true, `EHLO ${name}\r\n`], [false, `250-${banner}\r\n250 8BITMIME\r\n`],
    [true, `MAIL FROM:<${sender}>\r\n`], [false, '250 Ok\r\n'], [true, 'RCPT TO:<c@d>\r\n'], [false, '250 Ok\r\n'],
    [true, 'DATA\r\n'], [false, '354 go\r\n'], [true, MAIL(subject, more, body)], [false, '250 queued\r\n'],
    [true, 'QUIT\r\n'], [false, '221 Bye\r\n'],
  ]);
}

/** Texts that would be more than text in a page that lets them. */
export const HOSTILE = [
  '<script>window.owned=1</script>', '"><img src=x onerror=window.owned=2>', "' onmouseover='window.owned=3",
  '</script><svg onload=window.owned=4>', '<!--', '{{7*7}}', '&lt;b&gt;', '\u202egnp.exe', '</title></style></textarea><b>',
];

export function hostile() {
  return file(HOSTILE.flatMap((text, index) => sent(40000 + index, {
    banner: text, name: text, sender: text.replaceAll(/[<>\s]/g, '') || 'x', subject: text,
    more: `Content-Type: text/html; name="${text.replaceAll('"', '')}"\r\nContent-Disposition: attachment; filename="${text.replaceAll('"', '')}"\r\n`,
    body: text,
  })));
}

export function many(count) {
  const packets = [];
  for (let index = 0; index < count; index += 1) {
    packets.push(...sent(1024 + index, {
      banner: 'mail.lab.example', name: `host-${index}`, sender: `student-${index}@lab.example`, subject: `mail ${index}`,
    }));
  }
  return file(packets);
}
