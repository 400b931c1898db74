"""Makes compare.csv, two pictures of 24 x 20 pixels, and compare-figures.csv: what numpy, scipy and colour-science say of them."""

import colour
import numpy as np
from scipy.ndimage import gaussian_filter1d

WIDTH, HEIGHT, NITS, PEAK = 24, 20, 100.0, 4.0

random = np.random.default_rng(11)
y, x = np.mgrid[0:HEIGHT, 0:WIDTH]
base = 0.18 * 2.0 ** (3 * np.sin(x / 5) + 2 * np.cos(y / 4))
first = np.stack([base * (1 + 0.3 * np.sin(x / 7 + c)) for c in range(3)], axis=-1).astype(np.float32)
second = (first * (1 + 0.05 * random.standard_normal(first.shape)) + 0.002).astype(np.float32)
np.savetxt("compare.csv", np.concatenate([first, second], axis=-1).reshape(-1, 6), fmt="%.9g", delimiter=",",
           header="r1,g1,b1,r2,g2,b2", comments="")

ap0 = colour.RGB_COLOURSPACES["ACES2065-1"]
rec2020 = colour.RGB_COLOURSPACES["ITU-R BT.2020"]
matrix = colour.matrix_RGB_to_RGB(ap0, rec2020, chromatic_adaptation_transform="Bradford")
a, b = first.astype(np.float64), second.astype(np.float64)
light = [np.einsum("ij,...j", matrix, p) for p in (a, b)]
white = rec2020.whitepoint
xyz = [np.einsum("ij,...j", colour.normalised_primary_matrix(rec2020.primaries, white), p) for p in light]
lab = [colour.XYZ_to_Lab(p, white) for p in xyz]
ictcp = [colour.RGB_to_ICtCp(np.maximum(p, 0) * NITS, L_p=10000) for p in light]
own = colour.normalised_primary_matrix(ap0.primaries, ap0.whitepoint)
luminance = [p @ own[1] for p in (a, b)]


def pu21(nits):
    p = [0.353487901, 0.3734658629, 8.277049286e-05, 0.9062562627, 0.09150303166, 0.9099517204, 596.3148142]
    power = np.clip(nits, 0.005, 10000) ** p[3]
    return p[6] * (((p[0] + p[1] * power) / (1 + p[2] * power)) ** p[4] - p[5])


def ratio(peak, squared):
    return 10 * np.log10(peak**2 / np.mean(squared))


def ssim(p, q):
    def mean(plane):
        for axis in (0, 1):
            plane = gaussian_filter1d(plane, 1.5, axis=axis, truncate=5 / 1.5)
        return plane[5:-5, 5:-5]

    mp, mq = mean(p), mean(q)
    vp, vq, c = mean(p * p) - mp**2, mean(q * q) - mq**2, mean(p * q) - mp * mq
    c1, c2 = 0.01**2, 0.03**2
    return np.mean((2 * mp * mq + c1) * (2 * c + c2) / ((mp**2 + mq**2 + c1) * (vp + vq + c2)))


def luma(p):
    return colour.eotf_inverse(np.maximum(p, 0) * NITS, "ITU-R BT.2100 PQ") @ [0.2627, 0.6780, 0.0593]


figures = {}


def summary(name, values):
    figures[name + " mean"] = np.mean(values)
    figures[name + " 99 %"] = np.percentile(values, 99)
    figures[name + " maximum"] = np.max(values)


summary("difference", np.max(np.abs(b - a), axis=-1))
summary("stops", np.abs(np.log2(luminance[1] / luminance[0])))
summary("dE2000", colour.delta_E(lab[0], lab[1], method="CIE 2000"))
summary("dEITP", colour.delta_E(ictcp[0], ictcp[1], method="ITP"))
figures["PSNR"] = ratio(PEAK, (a - b) ** 2)
figures["PU21-PSNR"] = ratio(256, (pu21(luminance[0] * NITS) - pu21(luminance[1] * NITS)) ** 2)
figures["SSIM"] = ssim(luma(light[0]), luma(light[1]))
with open("compare-figures.csv", "w") as out:
    out.write("figure,value\n")
    for name, value in figures.items():
        out.write(f"{name},{value:.12g}\n")
