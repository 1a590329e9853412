"""What the learner's side adds to importing IPython, which every notebook does anyway.

The peer is `import IPython`; ours goes on to import every name that notebooks may, of `elloweb` and
of `elloweb.play`. The two run in turns, so that a busy machine slows both. The ratio is the 0.15 s
that are promised, divided by what ours adds: at 1 or below, it adds 0.15 s or more.
"""

import json
import statistics
import subprocess
import sys
import time

PEER = "import IPython"
OURS = "import IPython\nfrom elloweb import *\nfrom elloweb.play import *"
# What is timed must have happened: each name is there, and so is the module that it comes from.
PROOF = """
import sys, elloweb, elloweb.play
for package in (elloweb, elloweb.play):
    for name in package.__all__:
        assert globals()[name].__module__ in sys.modules, name
        assert getattr(sys.modules[globals()[name].__module__], name) is globals()[name], name
print(sum(name.startswith("elloweb.") for name in sys.modules))
"""
ROUNDS = 21
ALLOWED = 0.15
TARGET = 1.0


def run(code: str) -> str:
    """Return what *code* prints in a new Python."""
    # Isolated from the folder it is called in, as `-c` would otherwise look there first.
    done = subprocess.run(
        [sys.executable, "-P", "-c", code], check=True, capture_output=True, text=True
    )
    return done.stdout


def seconds(code: str) -> float:
    """Return how long *code* takes in a new Python, from start to end."""
    start = time.perf_counter()
    run(code)
    return time.perf_counter() - start


def main() -> int:
    """Measure, print the table and the line for machines; return 1 below the target."""
    modules = int(run(OURS + PROOF))  # Also warms the caches for both.
    rounds = [(seconds(PEER), seconds(OURS)) for _ in range(ROUNDS)]
    peer, ours = (statistics.median(times) for times in zip(*rounds, strict=True))
    added = statistics.median(one - other for other, one in rounds)
    ratio = ALLOWED / max(added, 0.001)
    ok = ratio > TARGET

    print(f"median of {ROUNDS} interleaved runs")
    print(f"  import IPython                     {peer * 1000:6.0f} ms")
    print(f"  and all names of the kit           {ours * 1000:6.0f} ms ({modules} modules)")
    print(
        f"  added by the kit                   {added * 1000:6.0f} ms "
        f"(allowed: under {ALLOWED * 1000:.0f}; {ours / peer:.2f} times the peer)"
    )
    line = {"bench": "learner_import", "ratio": round(ratio, 2), "target": TARGET, "ok": ok}
    print(json.dumps(line))
    return 0 if ok else 1


if __name__ == "__main__":
    sys.exit(main())
