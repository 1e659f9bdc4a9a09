"""The same punctures through pointpats and scipy: nearest neighbours, Clark and Evans, empty space, largest empty circle.

Punctures just outside the zone count as neighbours here as there. With a second argument, a program that prints the seconds
that Needlewise takes for the same results, the time of both is printed; what is compared is the results alone, since a busy
machine says nothing about the program.
"""

import json
import math
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
from pointpats import PointPattern
from scipy.spatial import Voronoi, cKDTree

SIDE = 50.0
PROBE = 0.1  # mm; Needlewise probes on a grid of its own
TOLERANCE = {
    "punctures": 0,
    "mean_nearest_mm": 1e-4,
    "clark_evans": 1e-3,
    "0.5": 0.004,
    "1.0": 0.004,
    "largest_gap_mm": 0.003,
}


def largest_gap(points, tree):
    """Of the corners of the Voronoi cells in the zone, and where their edges meet its border, the one farthest from any."""
    cells = Voronoi(points)
    corners = cells.vertices
    inside = ((corners >= 0) & (corners <= SIDE)).all(axis=1)
    where = [corners[inside]]
    for first, second in cells.ridge_vertices:
        if first < 0 or second < 0:
            continue
        a, b = corners[first], corners[second]
        for axis in (0, 1):
            for border in (0.0, SIDE):
                if (a[axis] - border) * (b[axis] - border) < 0:
                    met = a + (b - a) * (border - a[axis]) / (b[axis] - a[axis])
                    if 0 <= met[1 - axis] <= SIDE:
                        where.append(met[None, :])
    where.append(np.array([[0, 0], [SIDE, 0], [0, SIDE], [SIDE, SIDE]]))
    return 2 * tree.query(np.concatenate(where))[0].max()


def measure(rows):
    points, inside = rows[:, :2], rows[:, 2] == 1
    pattern = PointPattern(points)
    nearest = pattern.nnd.ravel()[inside] if len(np.unique(points, axis=0)) == len(points) else None
    if nearest is None:  # pointpats leaves out punctures that fall on each other
        nearest = cKDTree(points).query(points, k=2)[0][inside, 1]
    tree = cKDTree(points)
    steps = np.arange(PROBE / 2, SIDE, PROBE)
    probes = np.stack(np.meshgrid(steps, steps), axis=-1).reshape(-1, 2)
    empty = tree.query(probes)[0]
    count = int(inside.sum())
    return {
        "punctures": count,
        "mean_nearest_mm": nearest.mean(),
        "clark_evans": nearest.mean() / (0.5 / math.sqrt(count / SIDE**2)),
        "0.5": (empty > 0.5).mean(),
        "1.0": (empty > 1.0).mean(),
        "largest_gap_mm": largest_gap(points, tree),
    }


def ours(json_file):
    said = json.loads(json_file.read_text())
    return {
        "punctures": said["punctures"],
        "mean_nearest_mm": said["mean_nearest_mm"],
        "clark_evans": said["clark_evans"],
        **said["share_farther_than"],
        "largest_gap_mm": said["largest_gap"]["diameter_mm"],
    }


def main(folder, timer=None):
    wrong = 0
    for file in sorted(Path(folder).glob("*.csv")):
        rows = np.loadtxt(file, delimiter=",", skiprows=1)
        theirs, mine = measure(rows), ours(file.with_suffix(".json"))
        for name, tolerance in TOLERANCE.items():
            apart = abs(theirs[name] - mine[name])
            if not apart <= tolerance:
                wrong += 1
                print(f"{file.stem}: {name} is {mine[name]}, pointpats and scipy say {theirs[name]}")
        print(f"{file.stem}: {mine['punctures']} punctures, " + ", ".join(f"{n} {mine[n]:.4f}/{theirs[n]:.4f}" for n in TOLERANCE if n != "punctures"))
    if timer:
        rows = np.loadtxt(Path(folder) / "192-16-4-true.csv", delimiter=",", skiprows=1)
        # The best of each: the machine may be busy.
        times = []
        for _ in range(3):
            start = time.perf_counter()
            measure(rows)
            times.append(time.perf_counter() - start)
        mine = float(subprocess.run([timer], check=True, capture_output=True, text=True).stdout)
        print(f"192 needles, 16 passes, 5 x 5 cm: {1e3 * mine:.2f} ms here with all results, {1e3 * min(times):.0f} ms there with these six: {min(times) / mine:.0f} times as fast")
    sys.exit(1 if wrong else 0)


main(*sys.argv[1:])
