#!/usr/bin/env python3
"""Types a script (see typist.py) into the telnet program of Debian, in a terminal of its own.

usage: telnet_keys.py line|character HOST PORT SCRIPT

In line mode the backspaces are used up by the terminal, only corrected lines are sent. In
character mode every key is sent, the backspace key as byte 0x7f; without "toggle crlf"
Enter would be CR NUL, and a mail server would wait for ever.
"""
import os
import pty
import random
import re
import select
import sys
import time


def main():
    mode, host, port, script = sys.argv[1:5]
    random.seed(script + mode)
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ["TERM"] = "dumb"
        os.execvp("telnet", ["telnet", host, port])
    seen = b""

    def read_until(pattern, seconds):
        nonlocal seen
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if re.search(pattern, seen):
                seen = b""
                return True
            if select.select([terminal], [], [], 0.05)[0]:
                try:
                    seen += os.read(terminal, 4096)
                except OSError:
                    return False
        return False

    read_until(rb"220 [^\n]*\n", 5)
    if mode == "character":
        for command in (b"toggle crlf\r", b"mode character\r"):
            os.write(terminal, b"\x1d")          # Ctrl-]
            read_until(rb"telnet> ", 2)
            os.write(terminal, command)
            time.sleep(0.4)
    for line in open(script, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("#"):
            continue
        waits = not line.startswith("! ")
        keys = [k.encode() for k in (line if waits else line[2:]).replace("<bs>", "\x7f")] + [b"\r"]
        for key in keys:
            os.write(terminal, key)
            time.sleep(random.uniform(0.05, 0.12))
        seen = seen[-400:] if not waits else seen
        if waits:
            read_until(rb"\n\d{3} [^\n]*\n", 1.5)
        time.sleep(random.uniform(0.2, 0.4))
    read_until(rb"closed", 2)
    os.close(terminal)
    try:
        os.waitpid(pid, 0)
    except ChildProcessError:
        pass


main()
