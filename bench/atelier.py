"""What `python3 atelier.py …` adds to calling `.venv/bin/elloweb …` directly.

The two run in turns, so that a busy machine slows both. The ratio is the 0.3 s that a facilitator
would not notice, divided by what the launcher adds: at 1 or below, it adds 0.3 s or more.
"""

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
DIRECT = [str(ROOT / ".venv/bin/elloweb"), "--version"]
# The base Python: `python3 atelier.py` is typed outside .venv.
LAUNCHER = [getattr(sys, "_base_executable", sys.executable), str(ROOT / "atelier.py"), "--version"]
ROUNDS = 15
ALLOWED = 0.3
TARGET = 1.0


def seconds(command: list[str]) -> float:
    """Return how long *command* takes, from start to end."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> int:
    """Measure, print the table and the line for machines; return 1 below the target."""
    seconds(LAUNCHER)  # Installs the kit if need be, and warms the caches for both.
    rounds = [(seconds(DIRECT), seconds(LAUNCHER)) for _ in range(ROUNDS)]
    direct, launcher = (statistics.median(times) for times in zip(*rounds, strict=True))
    added = statistics.median(launcher - direct for direct, launcher in rounds)
    ratio = ALLOWED / max(added, 0.001)
    ok = ratio > TARGET

    print(f"median of {ROUNDS} interleaved runs")
    print(f"  .venv/bin/elloweb --version     {direct * 1000:6.0f} ms")
    print(f"  python3 atelier.py --version    {launcher * 1000:6.0f} ms")
    print(f"  added by the launcher           {added * 1000:6.0f} ms (allowed: under 300)")
    print(json.dumps({"bench": "atelier", "ratio": round(ratio, 2), "target": TARGET, "ok": ok}))
    return 0 if ok else 1


if __name__ == "__main__":
    sys.exit(main())
