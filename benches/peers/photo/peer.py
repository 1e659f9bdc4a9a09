"""The steps of `needlewise photo compare` as one would write them with OpenCV and scikit-image.

Time and processor time are counted after the libraries are loaded; the last line is for `rounds.py`.
"""

import resource
import sys
import time

import cv2
import numpy as np
from skimage.color import rgb2lab

folder = sys.argv[1]
region, reference, truth, redness = open(f"{folder}/truth.txt").read().split("\n")[:4]
region, reference = (tuple(map(int, line.split(","))) for line in (region, reference))
truth = np.append([float(n) for n in truth.split(",")], 1.0).reshape(3, 3)
peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
steps, loaded = [], peak()
start, cpu = time.perf_counter(), time.process_time()


def done(step):
    steps.append((step, time.perf_counter() - start - sum(seconds for _, seconds in steps)))


before, after = (cv2.imread(f"{folder}/{name}.jpg") for name in ("before", "after"))
done("decode")


def small(image):
    scale = 1024 / max(image.shape[:2])
    grey = cv2.cvtColor(cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), cv2.COLOR_BGR2GRAY)
    return grey, scale


(grey0, s0), (grey1, s1) = small(before), small(after)
done("area resize")
even = cv2.createCLAHE(3.0, (8, 8))
orb = cv2.ORB_create(4000)
(k0, d0), (k1, d1) = (orb.detectAndCompute(even.apply(grey), None) for grey in (grey0, grey1))
matches = cv2.BFMatcher(cv2.NORM_HAMMING, crossCheck=True).match(d0, d1)
p0 = np.float32([k0[m.queryIdx].pt for m in matches])
p1 = np.float32([k1[m.trainIdx].pt for m in matches])
H, inliers = cv2.findHomography(p0, p1, cv2.USAC_MAGSAC, 2.0)
done("CLAHE, ORB, match, MAGSAC")
stop = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, 50, 1e-6)
_, H = cv2.findTransformECC(grey0, grey1, H.astype(np.float32), cv2.MOTION_HOMOGRAPHY, stop, None, 5)
# A pixel's middle is at 0 here: from the small copy to the photo it moves by half a pixel less than half a small one.
up0, up1 = (np.array([[1 / s, 0, 0.5 / s - 0.5], [0, 1 / s, 0.5 / s - 0.5], [0, 0, 1]]) for s in (s0, s1))
full = up1 @ H @ np.linalg.inv(up0)
full /= full[2, 2]
done("ECC")
warped = cv2.warpPerspective(after, full, before.shape[1::-1], flags=cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP)
done("bicubic warp")

xs, ys = (np.array([r[i] for r in (region, reference)]) for i in (0, 1))
xe, ye = (np.array([r[i] + r[i + 2] for r in (region, reference)]) for i in (0, 1))
x, y, x1, y1 = xs.min(), ys.min(), xe.max(), ye.max()


def linear(image):
    value = image[y:y1, x:x1, ::-1].astype(np.float64) / 255
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


one, other = linear(before), linear(warped)
done("linear crop")
inside = lambda r: (slice(r[1] - y, r[1] - y + r[3]), slice(r[0] - x, r[0] - x + r[2]))
logs = [np.log10(np.maximum(image, 1e-5)) for image in (one, other)]
change = logs[1] - logs[0]
yy, xx = np.mgrid[-1 : 1 : change.shape[0] * 1j, -1 : 1 : change.shape[1] * 1j]
mask = np.zeros(change.shape[:2], bool)
mask[inside(reference)] = True
mask[inside(region)] = False
basis = np.stack([np.ones_like(xx), xx, yy, xx * xx, xx * yy, yy * yy], -1)
# What a slope and a bend cost, as in Needlewise: without it, this far away a quadratic field runs off.
prior = {0: (0.2, 0.08), 1: (0.003, 0.001), 2: (0.01, 0.003)}
alike = 6.0 * mask.sum() / 1500
rows, fields = basis[mask], {}
parts = {0: change[..., 1], 1: change[..., 0] - change[..., 1], 2: change[..., 2] - change[..., 1]}
for part, (slope, bend) in prior.items():
    values, found = parts[part][mask], np.zeros(6)
    found[0] = np.median(values)
    ridge = np.diag([1e-6] + [slope**-2] * 2 + [bend**-2] * 3)
    for _ in range(8):
        off = np.abs(values - rows @ found)
        sigma = max(1.4826 * np.median(off), 0.002)
        weight = np.minimum(1, 1.345 * sigma / np.maximum(off, 1e-12)) / (sigma**2 * alike)
        found = np.linalg.solve((rows * weight[:, None]).T @ rows + ridge, (rows * weight[:, None]).T @ values)
    fields[part] = basis @ found
light = np.stack([fields[0] + fields[1], fields[0], fields[0] + fields[2]], -1)
done("colour fit")
ei = (change - light)[..., 0] - (change - light)[..., 1]
delta_ei = np.median(ei[inside(region)])
done("EI")
bent = lambda light: np.where(light <= 0.0031308, light * 12.92, 1.055 * np.maximum(light, 1e-9) ** (1 / 2.4) - 0.055)
lab0, lab1 = (rgb2lab(bent(image)) for image in (one, other / 10**light))
delta_a = np.median((lab1 - lab0)[..., 1][inside(region)])
done("rgb2lab")


def band(log):
    green = log[..., 1].astype(np.float32)
    dog = cv2.GaussianBlur(green, (0, 0), 2) - cv2.GaussianBlur(green, (0, 0), 4)
    return [np.sqrt((dog[inside(r)] ** 2).mean()) for r in (region, reference)]


(region0, reference0), (region1, reference1) = band(logs[0]), band(logs[1] - light)
surface = np.log(region1 / region0) - np.log(reference1 / reference0)
done("band energy")
whole, cpu = time.perf_counter() - start, time.process_time() - cpu

gx, gy = np.meshgrid(np.linspace(x, x1, 20), np.linspace(y, y1, 20))
points = np.stack([gx, gy], -1).reshape(-1, 1, 2)
half = np.array([[1, 0, -0.5], [0, 1, -0.5], [0, 0, 1]])
apart = cv2.perspectiveTransform(points, full) - cv2.perspectiveTransform(points, half @ truth @ np.linalg.inv(half))
print("peer: " + ", ".join(f"{step} {seconds:.2f}" for step, seconds in steps) + f" s; {loaded} MB before the first photo")
print(f"peer: warp RMS {np.sqrt((apart**2).sum(-1).mean()):.3f} px in the face box, {int(inliers.sum())} inliers")
print(f"peer: dEI {delta_ei:.4f} (true {redness}), da* {delta_a:.2f}, surface {surface:+.3f}")
print(f"figures {whole:.3f} {cpu:.3f}")
