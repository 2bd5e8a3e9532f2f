#!/usr/bin/env python3
"""Instructions per packet and peak memory against the committed baseline; time is never looked at.

usage: gate.py BINARY GENERATOR [--raise]

BINARY is the release build of wiretale, GENERATOR the example `generate`. Needs valgrind and GNU time. Status 1 when a figure is
more than 5 % above baseline.json. --raise writes the baseline anew: the commit says why.
"""
import json
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
BASELINE = os.path.join(HERE, "baseline.json")
# Mode and bytes asked for. Small: callgrind is fifty times slower than the processor.
CAPTURES = [("mail", 1_500_000), ("tls", 1_500_000), ("flows", 1_500_000), ("huge-mail", 6_000_000)]
COMMANDS = {"list": ["list"], "show": ["show"], "ndjson": ["show", "--format", "ndjson"]}
TOLERANCE = 0.05
# What the allocator and the system round to, in KiB.
MEMORY_NOISE = 512


def packets(path):
    """How many enhanced packet blocks a little-endian pcapng file has."""
    count, at = 0, 0
    data = open(path, "rb").read()
    while at + 8 <= len(data):
        kind, length = int.from_bytes(data[at:at + 4], "little"), int.from_bytes(data[at + 4:at + 8], "little")
        count += kind == 6
        at += length
    return count


def instructions(command):
    with tempfile.TemporaryFile("w+") as report:
        # A profile that nobody reads, in a file that nobody keeps.
        valgrind = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
        subprocess.run(valgrind + command, stdout=subprocess.DEVNULL, stderr=report, check=True)
        report.seek(0)
        return int(re.search(r"Collected\s*:\s*(\d+)", report.read()).group(1))


def peak(command):
    """Peak resident memory in KiB. GNU time starts it, because a child of this process would count this one's memory."""
    with tempfile.NamedTemporaryFile("r") as report:
        time = ["/usr/bin/time", "--format=%M", f"--output={report.name}"]
        subprocess.run(time + command, stdout=subprocess.DEVNULL, check=True)
        return int(report.read())


def measured(binary, generator):
    figures = {}
    with tempfile.TemporaryDirectory() as folder:
        for mode, size in CAPTURES:
            path = os.path.join(folder, f"{mode}.pcapng")
            subprocess.run([generator, mode, str(size), path], check=True)
            number = packets(path)
            for name, arguments in COMMANDS.items():
                command = [binary, *arguments, "--lang", "en", "--width", "120", path]
                figures[f"{mode} {name}"] = {
                    "instructions per packet": round(instructions(command) / number),
                    "peak KiB": peak(command),
                }
    return figures


def main():
    raising = "--raise" in sys.argv
    arguments = [argument for argument in sys.argv[1:] if argument != "--raise"]
    if len(arguments) != 2:
        sys.exit(__doc__)
    figures = measured(*map(os.path.abspath, arguments))
    if raising:
        with open(BASELINE, "w") as file:
            json.dump(figures, file, indent=2)
            file.write("\n")
        return
    with open(BASELINE) as file:
        baseline = json.load(file)
    if set(figures) != set(baseline):
        sys.exit(f"baseline.json has other rows: {sorted(set(figures) ^ set(baseline))}")
    failed = False
    for name, row in figures.items():
        for unit, value in row.items():
            was = baseline[name][unit]
            bound = was * (1 + TOLERANCE) + (MEMORY_NOISE if unit == "peak KiB" else 0)
            verdict = "TOO HIGH" if value > bound else ""
            failed = failed or value > bound
            print(f"{name:18} {unit:24} {value:9}  baseline {was:9}  {(value / was - 1) * 100:+6.1f} %  {verdict}")
    if failed:
        sys.exit("a figure is more than 5 % above its baseline: find out why, or raise it with --raise and say why")


if __name__ == "__main__":
    main()
