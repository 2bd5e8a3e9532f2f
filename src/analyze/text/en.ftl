# Connections, gaps and the capture file
tcp-label-open = TCP opened (three-way handshake)
tcp-label-open-partly = TCP opened; part of the three-way handshake is not captured
tcp-label-syn = TCP: a SYN without an answer
tcp-open = the TCP connection comes first; the application protocol has not begun
tcp-label-running = conversation already running at #{ $frame }
tcp-running = no SYN: the beginning is not in the file
tcp-label-fin = TCP: the { $side } closes (FIN)
tcp-label-close = TCP closed; the { $side } sent the first FIN
tcp-close-both = both directions closed in good order
tcp-close-one = the FIN of the { $side } is not captured
tcp-close-then-reset = then a RST (#{ $frame })
tcp-label-reset = TCP: the { $side } resets the connection (RST)
tcp-reset = cut off, not closed in good order
tcp-reset-after-fin = data came after one side had closed; RST is the answer
tcp-label-unfinished = the capture ends while the connection is open
tcp-label-gap =
    { $cause ->
        [cut-by-snaplen] [{ $bytes } bytes cut off by the snapshot length]
        [lost] [{ $bytes } bytes lost]
        [unknown] [{ $bytes } bytes missing]
        [fragment-missing] [{ $bytes } bytes in an IP fragment that is missing]
       *[not-captured] [{ $bytes } bytes not captured]
    }
tcp-gap-cause =
    { $cause ->
        [cut-by-snaplen] #{ $frame } is here, but only its beginning was kept
        [lost] nobody acknowledged it: the network lost it
        [unknown] it cannot be told whether the capture or the network lost it
        [fragment-missing] an IP fragment before #{ $frame } was not captured
       *[not-captured] acknowledged in #{ $frame }: the capture missed it, the network did not lose it
    }
tcp-resent = { $frames } sent again
tcp-copied = { $frames } copies of the same packet
tcp-summary-whole = nothing missing
tcp-summary-missing = { $bytes } bytes missing
tcp-summary-no-resent = nothing sent again
tcp-summary-resent =
    { $frames ->
        [one] 1 frame sent again
       *[other] { $frames } frames sent again
    }
tcp-summary-order = { $frames } out of order, put right
tcp-outcome-unrecognised = not recognised; begins with { $bytes }
tcp-outcome-refused = refused: SYN got RST
tcp-outcome-unanswered = SYN not answered
tcp-outcome-reset = no data, reset
tcp-outcome-empty = no data
tcp-gap =
    { $cause ->
        [not-captured] frames missed by the capture: C { $clientgaps } places, { $clientbytes } bytes; S { $servergaps } places, { $serverbytes } bytes; all acknowledged, so the network lost nothing. Capture with less load, or with a capture filter
        [cut-by-snaplen] cut off by the snapshot length: C { $clientgaps } places, { $clientbytes } bytes; S { $servergaps } places, { $serverbytes } bytes. Capture again with snapshot length 0 (no limit)
        [lost] lost by the network: C { $clientgaps } places, { $clientbytes } bytes; S { $servergaps } places, { $serverbytes } bytes; neither sent again nor acknowledged
        [fragment-missing] IP fragments missing: C { $clientbytes } bytes, S { $serverbytes } bytes
       *[unknown] missing: C { $clientgaps } places, { $clientbytes } bytes; S { $servergaps } places, { $serverbytes } bytes; whether by capture or network cannot be told
    }
tcp-conflict = the same bytes were sent again with other contents: the first ({ $first }) are used
tcp-one-sided = one direction only: the file holds no frame of the { $side }. Capture on an interface that sees both directions
tcp-offload = a frame carries { $bytes } bytes, more than the maximum segment size { $mss }: captured on the sending computer, whose network card does the splitting; no such frame was on the wire
tcp-late-start = the capture began too late: no SYN, the beginning is not in the file. Start the capture first, then connect
tcp-duplicates = { $frames } frames are copies of others and count once; perhaps two interfaces were captured
tcp-too-many-steps = the conversation is too long; only { $limit } steps are kept
tcp-too-many-messages = too many messages; only { $limit } are kept
tcp-too-much-waiting = more than { $limit } bytes waited for the other side; the rest was not kept
tcp-too-many-connections = more than { $limit } connections are open; { $frames } frames were not analysed. Narrow the capture with a filter
tcp-health-ok = ok
tcp-health-gaps = gaps
tcp-health-late = late start
tcp-health-one-sided = one side
capture-cut = the file is cut short: the last record has { $have } of { $want } bytes (offset { $offset }); the { $frame } frames before it are all used
capture-damaged = the file is damaged from offset { $offset } on (length { $length }); the { $frame } frames before it are all used
capture-block-damaged = the block at offset { $offset } is damaged and was passed over (behind #{ $frame })
capture-block-too-long = the block at offset { $offset } has { $bytes } bytes, more than { $limit }, and was passed over
capture-read-failed = reading failed at offset { $offset }: { $reason }; what came before is used
capture-dropped = the capturing program itself reports { $packets } dropped packets; gaps may come from that
capture-interface-missing = frames of an interface that was never described: their link type is unknown, they are not decoded
capture-unknown-blocks = { $blocks } pcapng blocks of unknown kind were passed over
net-fragments-incomplete = IP fragments without the rest of their packet; those packets cannot be rebuilt
net-fragments-conflict = IP fragments overlap with different bytes: the first are used
net-fragments-limit = more than { $limit } fragmented packets at a time; { $packets } were given up
capture-too-many-names = more than { $limit } addresses have names; { $names } more names were not kept
