"""Three rounds of both sides in turn, and a table of their medians: time, processor time and the most memory.

Usage: rounds.py PAIR_PROGRAM PEER_SCRIPT FOLDER [ROUNDS]. Ends with 1 if either side misses the true change of redness or the
true movement by more than Needlewise promises. Ours is counted whole, from start to end of the process; the peer after its
libraries are loaded, but with them in its memory, as in ours.
"""

import os
import re
import statistics
import subprocess
import sys
import time

ours, peer, folder = sys.argv[1:4]
ROUNDS = int(sys.argv[4]) if len(sys.argv) > 4 else 3
REDNESS_OFF, MOVED_OFF = 0.004, 0.2  # of the redness index; pixels
sides = {"Needlewise": [ours, "compare", folder], "OpenCV with scikit-image": [sys.executable, peer, folder]}


def measured(command):
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status:
        sys.exit(f"{command[0]} failed")
    *lines, last = said.strip().split("\n")
    cpu = usage.ru_utime + usage.ru_stime
    if last.startswith("figures"):
        wall, cpu = map(float, last.split()[1:])
    else:
        lines.append(last)
    return (wall, cpu, usage.ru_maxrss / 1024), lines


load = "load average %.2f %.2f %.2f" % os.getloadavg()
figures = {side: [] for side in sides}
said = {}
for number in range(ROUNDS):
    for side, command in sides.items():
        found, lines = measured(command)
        figures[side].append(found)
        print(f"round {number + 1}, {side}: {found[0]:.2f} s, {found[1]:.2f} s of processor, {found[2]:.0f} MB")
        if number + 1 == ROUNDS:
            print("\n".join(lines))
            said[side] = "\n".join(lines)
print(f"{os.cpu_count()} processors, {load} before, %.2f %.2f %.2f after\n" % os.getloadavg())
middle = {side: [statistics.median(column) for column in zip(*found)] for side, found in figures.items()}
print(f"| median of {ROUNDS} | " + " | ".join(sides) + " | times as much |\n|---|---|---|---|")
for at, (name, digits) in enumerate((("time, s", 2), ("processor time, s", 2), ("peak memory, MB", 0))):
    one, other = (middle[side][at] for side in sides)
    print(f"| {name} | {one:.{digits}f} | {other:.{digits}f} | {other / one:.1f} |")

wrong = 0
for side, words in said.items():
    redness, true, moved = (float(re.search(what, words)[1]) for what in (r"dEI (-?[\d.]+)", r"true (-?[\d.]+)", r"RMS ([\d.]+)"))
    if abs(redness - true) > REDNESS_OFF or moved > MOVED_OFF:
        wrong += 1
        print(f"{side} disagrees: redness {redness} where {true} is true, {moved} pixels off")
print("" if wrong else "Both agree with the truth, and so with each other.")
sys.exit(1 if wrong else 0)
