#!/usr/bin/env python3
"""Moves the Decryption Secrets Blocks of a pcapng file behind its packets: late_secrets.py FROM TO"""
import struct
import sys

SECRETS = 0x0000000A


def main():
    with open(sys.argv[1], "rb") as file:
        data = file.read()
    blocks, at = [], 0
    while at < len(data):
        kind, length = struct.unpack_from("<II", data, at)
        blocks.append((kind, data[at:at + length]))
        at += length
    blocks.sort(key=lambda block: block[0] == SECRETS)
    with open(sys.argv[2], "wb") as file:
        file.write(b"".join(block for _, block in blocks))


main()
