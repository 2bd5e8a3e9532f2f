#!/usr/bin/env python3
"""A bad cable: carries frames between two network cards and loses, swaps and doubles some.

usage: wire.py CARD CARD [SEED]
"""
import heapq
import random
import select
import socket
import sys
import time

LOSS, TWICE, LATE = 0.06, 0.06, 0.12       # parts of the frames with TCP data
DELAY, LATER = 0.002, 0.012                # seconds

random.seed(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
cards = []
for name in sys.argv[1:3]:
    s = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))
    s.bind((name, 0))
    cards.append(s)

waiting, count = [], 0
while True:
    pause = max(0, waiting[0][0] - time.monotonic()) if waiting else None
    for s in select.select(cards, [], [], pause)[0]:
        data, where = s.recvfrom(65535)
        if where[2] == socket.PACKET_OUTGOING:
            continue
        other = cards[1 - cards.index(s)]
        is_tcp = data[12:14] == b"\x08\x00" and data[23] == 6 and len(data) > 70
        if is_tcp and random.random() < LOSS:
            continue
        late = is_tcp and random.random() < LATE
        for _ in range(2 if is_tcp and random.random() < TWICE else 1):
            count += 1
            heapq.heappush(waiting, (time.monotonic() + (LATER if late else DELAY), count, other, data))
    while waiting and waiting[0][0] <= time.monotonic():
        _, _, card, data = heapq.heappop(waiting)
        card.send(data)
