"""The steps of `needlewise photo compare` as one would write them with OpenCV and scikit-image."""

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

start = time.perf_counter()
before, after = (cv2.imread(f"{folder}/{name}.jpg") for name in ("before", "after"))
decoded = time.perf_counter()


def small(image):
    scale = 1024 / max(image.shape[:2])
    grey = cv2.cvtColor(cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), cv2.COLOR_BGR2GRAY)
    return grey, cv2.createCLAHE(3.0, (8, 8)).apply(grey), scale


(grey0, even0, s0), (grey1, even1, s1) = small(before), small(after)
orb = cv2.ORB_create(4000)
(k0, d0), (k1, d1) = (orb.detectAndCompute(even, None) for even in (even0, even1))
matches = cv2.BFMatcher(cv2.NORM_HAMMING, crossCheck=True).match(d0, d1)
p0 = np.float32([k0[m.queryIdx].pt for m in matches])
p1 = np.float32([k1[m.trainIdx].pt for m in matches])
H, inliers = cv2.findHomography(p0, p1, cv2.USAC_MAGSAC, 2.0)
stop = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, 50, 1e-6)
_, H = cv2.findTransformECC(grey0, grey1, H.astype(np.float32), cv2.MOTION_HOMOGRAPHY, stop, None, 5)
up0, up1 = np.diag([1 / s0, 1 / s0, 1]), np.diag([1 / s1, 1 / s1, 1])
full = up1 @ H @ np.linalg.inv(up0)
full /= full[2, 2]
warped = cv2.warpPerspective(after, np.linalg.inv(full), before.shape[1::-1], flags=cv2.INTER_CUBIC)

xs, ys = (np.array([r[i] for r in (region, reference)]) for i in (0, 1))
xe, ye = (np.array([r[i] + r[i + 2] for r in (region, reference)]) for i in (0, 1))
x, y, x1, y1 = xs.min(), ys.min(), xe.max(), ye.max()


def linear(image):
    value = image[y:y1, x:x1, ::-1].astype(np.float64) / 255
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


one, other = linear(before), linear(warped)
change = np.log10(np.maximum(other, 1e-5)) - np.log10(np.maximum(one, 1e-5))
yy, xx = np.mgrid[-1 : 1 : change.shape[0] * 1j, -1 : 1 : change.shape[1] * 1j]
inside = lambda r: (slice(r[1] - y, r[1] - y + r[3]), slice(r[0] - x, r[0] - x + r[2]))
mask = np.zeros(change.shape[:2], bool)
mask[inside(reference)] = True
mask[inside(region)] = False
basis = np.stack([np.ones_like(xx), xx, yy], -1)
rows = basis[mask]
for colour in range(3):
    weight = np.ones(len(rows))
    for _ in range(6):
        found, *_ = np.linalg.lstsq(rows * weight[:, None], change[mask][:, colour] * weight, rcond=None)
        off = change[mask][:, colour] - rows @ found
        weight = np.sqrt(np.minimum(1, 1.345 * 1.4826 * np.median(np.abs(off)) / np.maximum(np.abs(off), 1e-12)))
    change[..., colour] -= basis @ found
    other[..., colour] /= 10 ** (basis @ found)
delta_ei = np.median((change[..., 0] - change[..., 1])[inside(region)])
delta_a = np.median((rgb2lab(other, channel_axis=-1) - rgb2lab(one, channel_axis=-1))[..., 1][inside(region)])
whole = time.perf_counter() - start

gx, gy = np.meshgrid(np.linspace(x, x1, 20), np.linspace(y, y1, 20))
points = np.stack([gx, gy], -1).reshape(-1, 1, 2)
apart = cv2.perspectiveTransform(points, full) - cv2.perspectiveTransform(points, truth)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(f"peer: {whole:.2f} s ({decoded - start:.2f} s of it decoding), peak {peak} MB")
print(f"peer: warp RMS {np.sqrt((apart**2).sum(-1).mean()):.3f} px in the face box, {int(inliers.sum())} inliers")
print(f"peer: dEI {delta_ei:.4f} (true {redness}), da* {delta_a:.2f}")
