# Connections, gaps and the capture file
tcp-label-open = TCP opened (three-way handshake)
tcp-label-open-partly = TCP opened; part of the three-way handshake is not captured
tcp-label-syn = TCP: a SYN without an answer
    .why = The client asked for a connection and heard nothing: the address does not exist, the server is switched off, or a firewall drops the packets. A closed port would answer with RST.
    .look = Filter tcp.flags.syn == 1 && tcp.flags.ack == 0.
tcp-open = the TCP connection comes first; { $protocol } has not begun
    .why = SYN, SYN-ACK and ACK agree on the first sequence numbers of both directions and on options such as the maximum segment size (RFC 9293, section 3.5). No line of SMTP, POP3 or TLS has been sent yet; TCP knows nothing of mail.
    .look = Filter tcp.flags.syn == 1. It shows SYN and SYN-ACK; the third frame is a plain ACK.
tcp-label-running = conversation already running at #{ $frame }
tcp-running = no SYN: the beginning is not in the file
    .why = The capture was started after the connection. Greeting, EHLO and login came earlier and cannot be recovered; start capturing first, then send.
    .look = Filter tcp.flags.syn == 1. The stream has no such frame.
tcp-label-fin = TCP: the { $side } closes (FIN)
    .why = FIN means: I have no more to send (RFC 9293, section 3.6). The other direction stays open and may go on carrying data.
    .look = Filter tcp.flags.fin == 1.
tcp-label-close = TCP closed; the { $side } sent the first FIN
tcp-close-both = both directions closed in good order
    .why = Each side has sent a FIN and seen it acknowledged, so everything sent before has arrived (RFC 9293, section 3.6). In SMTP and POP3 the server usually closes first, behind QUIT.
    .look = Filter tcp.flags.fin == 1. Two frames, one in each direction.
tcp-close-one = the FIN of the { $side } is not captured
    .why = One side has closed; the other's FIN is not in the file, perhaps because the capture was stopped too early. The dialogue itself is complete up to here.
    .look = Filter tcp.flags.fin == 1.
tcp-close-then-reset = then a RST (#{ $frame })
    .why = One side said FIN and the other answered with RST instead of a FIN of its own. It is often a program that closes at once with unread data; everything before had arrived.
    .look = Filter tcp.flags.reset == 1.
tcp-label-reset = TCP: the { $side } resets the connection (RST)
tcp-reset = cut off, not closed in good order
    .why = RST breaks the connection off at once, in both directions (RFC 9293, section 3.5.2). Data under way may be lost. Reasons: a program crashed or gave up, a firewall stepped in, or nobody listens on the port.
    .look = Filter tcp.flags.reset == 1.
tcp-reset-after-fin = data came after one side had closed; RST is the answer
    .why = A side that has closed for good answers further data with RST. With TLS it is common: the client's close_notify comes after the server's FIN.
    .look = Filter tcp.flags.reset == 1.
tcp-label-unfinished = the capture ends while the connection is open
    .why = Neither FIN nor RST is in the file. The conversation may have gone on after the capture was stopped.
    .look = Filter tcp.flags.fin == 1 || tcp.flags.reset == 1.
tcp-label-put-aside = not followed further from here: too many connections are open
    .why = Only so many connections are followed at a time; this one was quiet for longest when others needed the room. If it goes on, the rest stands in a conversation of its own, and stream numbers differ from Wireshark's from there on.
    .look = Filter tcp.stream. Wireshark keeps all of it in one stream.
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
        [lost] not acknowledged: the network lost it
        [unknown] missed by the capture or lost by the network: unknown
        [fragment-missing] #{ $frame } is a fragment of the IP packet; another one is missing
       *[not-captured] acknowledged in #{ $frame }: missed by the capture, not lost
    }
    .why = Sequence numbers show that bytes are missing here. If the peer acknowledged them, they arrived and only the capture missed them; if nobody did and nothing was sent again, the network lost them. The two must not be confused: a gap in a file is no proof of packet loss.
    .look = Filter tcp.analysis.lost_segment || tcp.analysis.ack_lost_segment. Wireshark says [TCP Previous segment not captured] and [TCP ACKed unseen segment].
tcp-resent = { $frames } sent again
    .why = The sender heard no acknowledgement in time and sent the same bytes again (RFC 9293, section 3.8). The line is counted once. A few are normal; many mean a bad network.
    .look = Filter tcp.analysis.retransmission.
tcp-copied = { $frames } the same packet again
    .why = The capture holds the same packet more than once, for example taken at two interfaces. It crossed the network only once, and it is no retransmission.
    .look = Filter tcp.analysis.retransmission || tcp.analysis.duplicate_ack. Wireshark marks such copies as retransmissions; an equal ip.id shows that it is the same packet.
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
tcp-outcome-tunnel = a tunnel ({ $kind }), not looked into; begins with { $bytes }
tcp-outcome-plain = { $protocol ->
     [none] plain text
    *[other] plain { $protocol }
    } on a port of TLS; begins with { $bytes }
tcp-outcome-refused = refused: SYN got RST
tcp-outcome-unanswered = SYN not answered
tcp-outcome-reset = no data, reset
tcp-outcome-empty = no data
tcp-gap =
    { $cause ->
        [not-captured] frames missed by the capture: { $clientgaps ->
            [0] {""}
            [one] C 1 place, { $clientbytes } bytes{ $servergaps ->
                [0] {""}
               *[other] {"; "}
            }
           *[other] C { $clientgaps } places, { $clientbytes } bytes{ $servergaps ->
                [0] {""}
               *[other] {"; "}
            }
        }{ $servergaps ->
            [0] {""}
            [one] S 1 place, { $serverbytes } bytes
           *[other] S { $servergaps } places, { $serverbytes } bytes
        }; all acknowledged, so the network lost nothing. Capture with less load, or with a capture filter
        [cut-by-snaplen] cut off by the snapshot length: { $clientgaps ->
            [0] {""}
            [one] C 1 place, { $clientbytes } bytes{ $servergaps ->
                [0] {""}
               *[other] {"; "}
            }
           *[other] C { $clientgaps } places, { $clientbytes } bytes{ $servergaps ->
                [0] {""}
               *[other] {"; "}
            }
        }{ $servergaps ->
            [0] {""}
            [one] S 1 place, { $serverbytes } bytes
           *[other] S { $servergaps } places, { $serverbytes } bytes
        }. Capture again with snapshot length 0 (no limit)
        [lost] lost by the network: { $clientgaps ->
            [0] {""}
            [one] C 1 place, { $clientbytes } bytes{ $servergaps ->
                [0] {""}
               *[other] {"; "}
            }
           *[other] C { $clientgaps } places, { $clientbytes } bytes{ $servergaps ->
                [0] {""}
               *[other] {"; "}
            }
        }{ $servergaps ->
            [0] {""}
            [one] S 1 place, { $serverbytes } bytes
           *[other] S { $servergaps } places, { $serverbytes } bytes
        }; neither sent again nor acknowledged
        [fragment-missing] IP fragments missing: C { $clientbytes } bytes, S { $serverbytes } bytes
       *[unknown] missing: { $clientgaps ->
            [0] {""}
            [one] C 1 place, { $clientbytes } bytes{ $servergaps ->
                [0] {""}
               *[other] {"; "}
            }
           *[other] C { $clientgaps } places, { $clientbytes } bytes{ $servergaps ->
                [0] {""}
               *[other] {"; "}
            }
        }{ $servergaps ->
            [0] {""}
            [one] S 1 place, { $serverbytes } bytes
           *[other] S { $servergaps } places, { $serverbytes } bytes
        }; whether by capture or network cannot be told
    }
    .why = The findings count the gaps of one cause. Missed by the capture: the computer was too slow to store every frame; capture only what is needed. Cut off: the snapshot length was too small. Lost: the network.
    .look = Filter tcp.analysis.lost_segment || tcp.analysis.ack_lost_segment || frame.cap_len < frame.len.
tcp-conflict = the same bytes were sent again with other contents: the first ({ $first }) are used
    .why = A retransmission must repeat the same bytes. Different ones mean a fault, or somebody who wants capture and receiver to see different things. The receiver normally keeps what came first.
    .look = Filter tcp.segment.overlap.conflict || tcp.analysis.retransmission.
tcp-one-sided =
    one direction only: the file holds no frame of the { $side }{ $bytes ->
        [0] {""}
       *[other] , though { $bytes } bytes of it were acknowledged
    }. Capture on an interface that sees both directions
    .why = The frames of the other side took another way or were filtered out. Questions without answers can be read, but nobody can tell what was accepted.
    .look = Filter tcp.stream. Statistics, Conversations shows packets in one direction only.
tcp-offload = a frame carries { $bytes } bytes, more than the maximum segment size { $mss }: captured on the sending computer, whose network card does the splitting; no such frame was on the wire
    .why = With segmentation offload the operating system hands a large block to the network card, which cuts it into segments. The capture sits before the card, so it shows a frame larger than any on the wire. Nothing is wrong with it.
    .look = Filter tcp.len > 1460. Compare with tcp.options.mss_val of the SYN.
tcp-plain-on-tls-port = plain { $protocol } on port { $port }, where TLS is spoken from the first byte. Check port and settings: https or SSL/TLS instead
    .why = A server on this port waits for a Client Hello. Text makes no sense to it: it answers with an alert, with an error in clear, or not at all.
    .look = Filter tls.handshake.type == 1. This stream has none.
tcp-late-start = the capture began too late: no SYN, the beginning is not in the file. Start the capture first, then connect
    .why = Without the beginning nobody can see who greeted, what was offered and who logged in. Start the capture, then open the mail program or telnet.
    .look = Filter tcp.flags.syn == 1.
tcp-duplicates = { $frames } frames are copies of others and count once; perhaps two interfaces were captured
    .why = The same packet was stored several times, as happens with two interfaces or a mirror port. Counted twice, it would look like a retransmission.
    .look = Filter tcp.analysis.retransmission. Compare ip.id: copies have the same.
tcp-too-many-steps = the conversation is too long; only { $limit } steps are kept
    .why = A bound protects the program from running out of memory. What stands before it is complete.
    .look = Filter tcp.stream.
tcp-too-many-messages = too many messages; only { $limit } are kept
    .why = A bound protects the program from running out of memory. The messages before it are complete.
    .look = Filter tcp.stream.
tcp-too-much-text = the text of this conversation takes more than { $limit } bytes; from here on { $count } lines and mails are counted, not shown. wiretale follow shows all bytes
    .why = A bound protects the program from running out of memory. What stands before it is complete.
    .look = Filter tcp.stream.
tcp-label-not-kept = [{ $bytes } bytes not shown]
tcp-too-many-ranges = a step has its bytes in more than { $limit } separate ranges of frames; the last range is shown as one
    .why = The frame numbers of a line or mail are kept as ranges. Frames inside the last range may belong to something else.
    .look = Filter tcp.stream.
tcp-too-many-repeats = more than { $limit } frames were sent again or copied; of { $count } it is not said which line they repeat
    .why = All of them are counted; only the rows do not name them.
    .look = Filter tcp.analysis.retransmission.
tcp-too-many-findings = more than { $limit } findings; { $count } more are not shown
    .why = A bound protects the program from running out of memory. What stands before it is complete.
    .look = Filter tcp.stream.
tcp-too-much-waiting = more than { $limit } bytes waited for the other side; the rest was not kept
    .why = What one side sends can only be understood with the other side's replies. They did not come, so the program stopped waiting.
    .look = Filter tcp.stream.
tcp-false-fin = the FIN of #{ $frame } was none: it came before that side's SYN, and the side went on behind it; all that followed is shown
    .why = A FIN in front of the SYN-ACK comes from somebody who does not know the connection, often to make a listener believe that it is over. The receiver ignores it, and so does this program once data comes.
    .look = Filter tcp.flags.fin == 1 || tcp.flags.reset == 1, and compare the TTL of the frames.
tcp-data-behind-fin = { $bytes } bytes numbered behind the sender's own FIN; they belong to nothing and were left out
    .why = FIN says that nothing more comes, and its sequence number is the last one (RFC 9293, section 3.6). Bytes behind it are a fault of the sender, or were forged on the way; a receiver drops them.
    .look = Filter tcp.flags.fin == 1 && tcp.len > 0, or a frame with data behind the FIN of the same side.
tcp-stopped-waiting = more than { $limit } bytes waited for missing ones; what was missing by then was taken for lost, and may come later in the file
    .why = A bound protects the program from running out of memory. Behind a hole everything has to wait for it to be filled; here that was too much, so the hole was left open.
    .look = Filter tcp.analysis.lost_segment || tcp.analysis.out_of_order.
tcp-recognised-early = more than { $limit } bytes of all conversations waited to be recognised; this one was decided by what there was
    .why = A protocol is recognised by what both sides say first, and until then the bytes are kept. A bound protects the program from running out of memory; with more bytes the decision might have been another one.
    .look = Filter tcp.stream.
tcp-put-aside = this conversation was cut off to make room for others: more connections are open than can be followed. Narrow the capture with a filter
    .why = A bound protects the program from running out of memory. The conversation that was quiet for longest is given up first; what it says later stands in a conversation of its own.
    .look = Filter tcp.stream. Wireshark keeps all of it in one stream.
tcp-too-many-connections = more than { $limit } connections are open; { $connections } were cut off while they were open. Stream numbers may differ from Wireshark's. Narrow the capture with a filter
    .why = A bound protects the program from running out of memory. A capture filter such as tcp port 25 or tcp port 110 keeps the file small.
    .look = Filter tcp.flags.syn == 1 && tcp.flags.ack == 0.
tcp-health-ok = ok
tcp-health-gaps = gaps
tcp-health-late = late start
tcp-health-one-sided = one side
capture-cut = the file is cut short: the last record has { $have } of { $want } bytes (offset { $offset }); the { $frame } frames before it are all used. Copy it again, after the capture was stopped
    .why = The capturing program was stopped while it wrote, or the file was not copied whole. Everything before the cut is good.
    .look = Filter frame. Wireshark warns on opening: The file appears to have been cut short in the middle of a packet.
capture-damaged = the file is damaged from offset { $offset } on (length { $length }); the { $frame } frames before it are all used. Copy the file again
    .why = From here on the bytes make no sense as a capture file, for example after a text-mode transfer. Copy the file again from where it was recorded.
    .look = Filter frame.
capture-block-damaged = the block at offset { $offset } is damaged and was passed over (behind #{ $frame })
    .why = One block of the file contradicts itself. The blocks behind it can be found again, so only this one is lost.
    .look = Filter frame.
capture-block-too-long = the block at offset { $offset } has { $bytes } bytes, more than { $limit }, and was passed over
    .why = No real frame has such a length; a damaged length field is the usual reason.
    .look = Filter frame.
capture-read-failed = reading failed at offset { $offset }: { $reason }; what came before is used
    .why = The disk, the network drive or the decompression reported an error. The file may be good and its storage not.
    .look = Filter frame.
capture-dropped = the capturing program itself reports { $packets } dropped packets; gaps may come from that
    .why = The computer was too slow to store every frame. Close other programs, capture without updating the list, or use a capture filter.
    .look = Filter tcp.analysis.lost_segment || tcp.analysis.ack_lost_segment. Statistics, Capture File Properties shows the dropped packets.
capture-bad-secrets = { $count ->
    [one] A line
   *[other] { $count } lines
} of the secrets that the capture file brings cannot be read and were passed over; what they open stays closed. Give the key log itself with --keylog
capture-interface-missing = frames of an interface that was never described: their link type is unknown, they are not decoded
    .why = A pcapng file describes each interface before its frames. Without that nobody knows where the addresses stand in the frame.
    .look = Filter frame.interface_id.
capture-unknown-blocks = { $blocks } pcapng blocks of unknown kind were passed over
    .why = pcapng allows blocks of other programs; a reader passes over those it does not know. No frame is lost by it.
    .look = Filter frame.
net-checksum-offload = { $frames } of { $sampled } frames looked at have no finished TCP checksum, the first (#{ $frame }) from { $address }: that computer made the capture, and its network card computes checksums when it sends. All are used
    .why = With checksum offload the stack leaves the field to the network card; a capture on the sending computer shows the segment before the card has it. On the wire the checksum is right.
    .look = Filter tcp.checksum.status == "Bad" with the TCP preference Validate the TCP checksum if possible; only frames of the capturing computer have it.
net-checksum-wrong = { $frames } of { $sampled } frames looked at have a wrong TCP checksum, the first #{ $frame } from { $address }; they are used as they are. Where such bytes are sent again with other contents, believe the later ones
    .why = The bytes or the addresses were changed after the checksum was computed: damaged on the way, or by a program that rewrote the capture. The receiver throws such a segment away, and the sender repeats it.
    .look = Filter tcp.checksum.status == "Bad" with the TCP preference Validate the TCP checksum if possible.
net-fragments-incomplete = IP fragments without the rest of their packet; those packets cannot be rebuilt
    .why = A packet larger than the MTU was cut into IP fragments, and one is missing; without it the TCP segment inside cannot be read. TCP sends it again if it was really lost.
    .look = Filter ip.flags.mf == 1 || ip.frag_offset > 0.
net-fragments-conflict = IP fragments overlap with different bytes: the first are used
    .why = Fragments of one packet cover the same bytes with different contents. Honest senders never do this; it is an old trick against firewalls.
    .look = Filter ip.fragment.overlap.conflict.
net-fragments-limit = more than { $limit } fragmented packets at a time; { $packets } were given up
    .why = A bound protects the program when fragments never become complete.
    .look = Filter ip.flags.mf == 1 || ip.frag_offset > 0.
capture-too-many-texts = { $texts } comments or descriptions of interfaces were left out: more than are kept (at most { $limit } comments)
    .why = A bound protects the program from running out of memory. Frames are not affected; only texts that the file has about itself are missing.
    .look = Filter frame.comment. Statistics, Capture File Properties shows them all.
capture-too-many-names = more than { $limit } addresses have names; { $names } more names were not kept
tcp-lesson-name = the name { $name } says { $promised }, the bytes say { $spoken }: what is spoken on port { $port } decides, not what a host is called. Submission of mail is on 25, 465, 587, POP3 on 110, 995, IMAP on 143, 993
capture-lesson-nothing-fetched = mail is sent in this capture, and none is fetched: to see POP3, capture while a mail program fetches mail from port 110 (or 995, in TLS)
capture-lesson-webmail = no mail dialogue is in this capture, but HTTPS ({ $frame }): between a browser and webmail there is only the web; SMTP is spoken between mail servers, elsewhere
