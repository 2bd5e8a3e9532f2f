#!/usr/bin/env python3
"""Writes captures/DIFFERENCES.md: what TShark and wiretale say of the same frames, and why they differ.

    differences.py WIRETALE TSHARK [TSHARK...] > captures/DIFFERENCES.md

Run in the project's folder. The entries are in differences.toml; every TSHARK is a program, its version is asked for.
tests/differences.rs holds wiretale's lines against what wiretale prints. Python 3.11, standard library only.
"""

import os
import re
import subprocess
import sys
import tomllib

HEAD = """# Differences from Wireshark

Lines of {versions} and of wiretale about the same frames of captures in this folder,
made by `tests/parity/differences.py` and held against the program by `tests/differences.rs`. `tests/parity` compares
many more captures, fact by fact.
"""


def version(tshark):
    first = subprocess.run([tshark, "--version"], capture_output=True, text=True).stdout.split("\n")[0]
    return re.search(r"(\d+\.\d+\.\d+)", first).group(1)


def info(tshark, path, frames):
    """The Info column of some frames."""
    wanted = " || ".join(f"frame.number == {frame}" for frame in frames)
    fields = ["-T", "fields", "-e", "frame.number", "-e", "_ws.col.protocol", "-e", "_ws.col.info"]
    old = ["-T", "fields", "-e", "frame.number", "-e", "_ws.col.Protocol", "-e", "_ws.col.Info"]
    for columns in (fields, old):
        run = subprocess.run([tshark, "-n", "-r", path, "-Y", wanted, *columns], capture_output=True)
        # A version that does not know the columns by these names fails, or leaves them empty.
        lines = run.stdout.decode("utf-8", "replace").rstrip("\n").split("\n")
        found = [line.split("\t", 2) for line in lines if line]
        if run.returncode == 0 and all(len(line) == 3 and line[1] for line in found):
            return found
    sys.exit(run.stderr.decode())


def rows(wiretale, path, frames):
    """wiretale's rows that stand in some of the frames, with the rows below them that have no frames of their own."""
    run = subprocess.run([wiretale, "show", "--lang", "en", "--width", "400", path], capture_output=True, text=True)
    taken, taking = [], False
    for line in run.stdout.split("\n"):
        match = re.match(r"#([\d,-]+)\s", line)
        if match:
            numbers = [part.split("-") for part in match.group(1).split(",")]
            taking = any(int(part[0]) <= frame <= int(part[-1]) for part in numbers for frame in frames)
        elif not line.startswith("   "):
            taking = False
        if taking:
            taken.append(re.sub(r"  +//", "  //", line))
    return taken


def section(entry, wiretale, tsharks):
    path = os.path.join("captures", entry["capture"])
    lines = [f"## {entry['title']}", "", f"`{path}`. {entry['why']}", "", "```text"]
    said = {}
    for tshark in tsharks:
        for frame, protocol, text in info(tshark, path, entry["frames"]):
            said.setdefault((int(frame), protocol, text.strip()), []).append(version(tshark))
    for (frame, protocol, text), versions in sorted(said.items(), key=lambda item: item[0][0]):
        lines.append(f"tshark {', '.join(versions)}: #{frame}  {protocol}  {text}"[:200].rstrip())
    lines += [f"wiretale: {row}" for row in rows(wiretale, path, entry["frames"])]
    return lines + ["```", ""]


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    wiretale, *tsharks = sys.argv[1:]
    with open(os.path.join(os.path.dirname(__file__), "differences.toml"), "rb") as file:
        entries = tomllib.load(file)["difference"]
    print(HEAD.format(versions=" and ".join(f"TShark {version(tshark)}" for tshark in tsharks)))
    for entry in entries:
        print("\n".join(section(entry, wiretale, tsharks)))


main()
