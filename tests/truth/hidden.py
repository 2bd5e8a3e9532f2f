#!/usr/bin/env python3
"""How often the guesses about hidden messages of TLS 1.3 are right.

    hidden.py WIRETALE FOLDER...

Reads every capture that has a NAME.keys.log beside it twice, with and without the key log, and compares what was told by
size and order with what the records really hold. A guess is right when a message of that type, of that side, began in
that frame. Python 3, standard library only.
"""

import glob
import json
import os
import re
import subprocess
import sys


def handshakes(program, capture, *more):
    result = subprocess.run([program, "show", "--format", "json", capture, *more], capture_output=True, check=True)
    document = json.loads(result.stdout)["captures"][0]
    return [(c["stream"], t) for c in document["conversations"] for t in c["tls"] or []]


def main():
    right = wrong = missed = 0
    for folder in sys.argv[2:]:
        for keys in sorted(glob.glob(os.path.join(folder, "*.keys.log"))):
            base = keys[: -len(".keys.log")]
            capture = next((base + e for e in (".pcapng", ".pcap") if os.path.exists(base + e)), None)
            if capture is None:
                continue
            opened = handshakes(sys.argv[1], capture, "--keylog", keys)
            closed = handshakes(sys.argv[1], capture)
            for (stream, truth), (_, told) in zip(opened, closed):
                if truth["version"] != "TLS 1.3" or truth["decrypted"] != "yes":
                    continue
                first = lambda m: m["frames"][0][0]
                known = [(m["side"], m["type"], first(m)) for m in truth["messages"] if m["encrypted"]]
                alerts = [(a["side"], "alert", first(a)) for a in truth["alerts"]]
                left = known + alerts
                for guess in (m for m in told["messages"] if m["inferred"]):
                    key = (guess["side"], guess["type"], first(guess))
                    if key in left:
                        left.remove(key)
                        right += 1
                    else:
                        wrong += 1
                        print(f"{capture} stream {stream}: wrong {key}")
                for key in left:
                    missed += 1
                    print(f"{capture} stream {stream}: not named {key}")
    total = right + wrong
    print(f"{right} of {total} guesses are right ({100 * right / max(total, 1):.1f} %); {missed} hidden messages were not named")
    return 1 if total and right < 0.95 * total else 0


if __name__ == "__main__":
    sys.exit(main())
