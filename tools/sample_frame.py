#!/usr/bin/env python3
"""Renders the sample frame that the first run opens: src/main/resources/org/scenelinear/sample/sample.exr.

A small ray tracer of our own: a dark room, a lamp far above white, a neon tube and balls in colors no display can
show, a mirror, and a ramp of grays one stop apart. Scene-linear, ACES2065-1, half floats, DWAB. Deterministic.

    pip install numpy OpenEXR==3.5.3
    python tools/sample_frame.py OUT.exr
"""
import sys

import numpy as np
import OpenEXR

WIDTH, HEIGHT, SAMPLES = 960, 540, 3  # SAMPLES squared per pixel
RAMP_HEIGHT, RAMP_STOPS = 44, range(-7, 8)

# ACEScg to ACES2065-1: SMPTE ST 2065-1 and the Academy's S-2014-004, both white points D60-like, so no adaptation.
AP1_TO_AP0 = np.array([
    [0.6954522414, 0.1406786965, 0.1638690622],
    [0.0447945634, 0.8596711185, 0.0955343182],
    [-0.0055258826, 0.0040252103, 1.0015006723]])
AP0 = (0.7347, 0.2653, 0.0, 1.0, 0.0001, -0.077, 0.32168, 0.33767)

LAMP_CENTER, LAMP_RADIUS = np.array([1.55, 2.2, -0.1]), 0.24
LAMP_COLOR = np.array([96.0, 66.0, 36.0])
TUBE_START, TUBE_END, TUBE_RADIUS = np.array([-3.5, 0.55, 3.2]), np.array([-2.1, 2.75, 3.2]), 0.06
TUBE_COLOR = np.array([0.25, 1.1, 15.0])
AMBIENT = np.array([0.045, 0.050, 0.065])
SOFTBOX_PLACE = np.array([-3.0, 3.6, -4.0])
SOFTBOX = np.array([1.6, 1.75, 2.0])

# center, radius, reflectance in ACEScg, how much of a mirror it is
BALLS = [
    ((-2.30, 0.55, 0.30), 0.55, (0.80, 0.02, 0.02), 0.04),
    ((-1.15, 0.42, -0.55), 0.42, (0.85, 0.33, 0.01), 0.04),
    ((-0.30, 0.62, 0.75), 0.62, (0.90, 0.90, 0.92), 0.85),
    ((0.45, 0.38, -0.75), 0.38, (0.02, 0.62, 0.04), 0.04),
    ((1.30, 0.50, 0.05), 0.50, (0.01, 0.45, 0.75), 0.04),
    ((2.25, 0.42, -0.35), 0.42, (0.55, 0.01, 0.60), 0.04),
    ((2.95, 0.60, 1.10), 0.60, (0.18, 0.18, 0.18), 0.02),
]


def unit(v):
    return v / np.linalg.norm(v, axis=-1, keepdims=True)


def dot(a, b):
    return np.sum(a * b, axis=-1)


def hit_ball(origin, ray, center, radius):
    """Distance along each ray to a ball, infinity where it misses."""
    offset = origin - center
    b = dot(offset, ray)
    root = b * b - (dot(offset, offset) - radius * radius)
    near = -b - np.sqrt(np.maximum(root, 0))
    return np.where((root > 0) & (near > 1e-3), near, np.inf)


def hit_plane(origin, ray, axis, level):
    with np.errstate(divide="ignore", invalid="ignore"):
        t = (level - origin[..., axis]) / ray[..., axis]
    return np.where(np.isfinite(t) & (t > 1e-3), t, np.inf)


def tube_points(count):
    return [TUBE_START + (TUBE_END - TUBE_START) * (i + 0.5) / count for i in range(count)]


def hit_tube(origin, ray):
    """Where a ray comes closer to the tube's axis than its radius (a capsule seen from outside, near enough)."""
    axis = TUBE_END - TUBE_START
    across = origin - TUBE_START
    aa, ar, rr = axis @ axis, ray @ axis, 1.0
    ao, ro = across @ axis, dot(ray, across)
    det = np.maximum(aa * rr - ar * ar, 1e-9)
    s = np.clip((rr * ao - ar * ro) / det, 0, 1)
    t = s * ar - ro
    gap = across + t[..., None] * ray - s[..., None] * axis
    return np.where((dot(gap, gap) < TUBE_RADIUS**2) & (t > 1e-3), t, np.inf)


def shadow(point, to_light, distance):
    lit = np.ones(point.shape[:-1])
    for center, radius, _, _ in BALLS:
        lit *= hit_ball(point, to_light, np.array(center), radius) > distance
    return lit


def lamp_points(count):
    """Points spread evenly over the lamp (a Fibonacci sphere)."""
    i = np.arange(count) + 0.5
    z, turn = 1 - 2 * i / count, np.pi * (1 + 5**0.5) * i
    ring = np.sqrt(1 - z * z)
    return LAMP_CENTER + LAMP_RADIUS * np.stack([ring * np.cos(turn), z, ring * np.sin(turn)], axis=-1)


def shade(point, normal, ray, albedo, gloss):
    light = AMBIENT * (0.7 + 0.3 * normal[..., 1:2]) * albedo
    lights = [(p, LAMP_COLOR * LAMP_RADIUS**2 / 12) for p in lamp_points(12)]
    lights += [(SOFTBOX_PLACE, SOFTBOX * 5)]
    lights += [(p, TUBE_COLOR * TUBE_RADIUS * 2.6 / 8) for p in tube_points(8)]
    for place, power in lights:
        away = place - point
        distance = np.linalg.norm(away, axis=-1)
        away = away / distance[..., None]
        facing = np.maximum(dot(normal, away), 0)
        half = unit(away - ray)
        shine = gloss * 20 * np.maximum(dot(normal, half), 0) ** 120
        lit = shadow(point + 1e-3 * normal, away, distance) * facing / distance**2
        light += lit[..., None] * power * (albedo + shine[..., None])
    return light


def surroundings(ray):
    """What the room behind the camera looks like in a mirror: dim, with a soft window up on the left."""
    window = (np.abs(ray[..., 0] + 0.45) < 0.25) & (np.abs(ray[..., 1] - 0.50) < 0.22) & (ray[..., 2] < 0)
    return AMBIENT * (1.5 + ray[..., 1:2]) + np.where(window, 1.0, 0.0)[..., None] * SOFTBOX


def trace(origin, ray, depth=0):
    t = np.full(ray.shape[:-1], np.inf)
    what = np.full(t.shape, -1)
    hits = [hit_plane(origin, ray, 1, 0.0), hit_plane(origin, ray, 2, 4.2),
            hit_ball(origin, ray, LAMP_CENTER, LAMP_RADIUS), hit_tube(origin, ray)]
    hits += [hit_ball(origin, ray, np.array(c), r) for c, r, _, _ in BALLS]
    for i, h in enumerate(hits):
        what = np.where(h < t, i, what)
        t = np.minimum(t, h)
    color = surroundings(ray)
    for i in range(len(hits)):
        m = what == i
        if not m.any():
            continue
        d = ray[m]
        o = origin[m] if origin.ndim == ray.ndim else origin
        p = o + t[m][:, None] * d
        if i == 2:
            rim = np.abs(dot(unit(p - LAMP_CENTER), d))
            color[m] = LAMP_COLOR * (0.55 + 0.45 * rim[:, None])
        elif i == 3:
            color[m] = TUBE_COLOR
        elif i == 0:
            squares = (np.floor(p[:, 0] / 0.8) + np.floor(p[:, 2] / 0.8)) % 2
            albedo = np.where(squares[:, None] > 0, 0.16, 0.07) * np.ones(3)
            color[m] = shade(p, np.broadcast_to([0.0, 1, 0], p.shape), d, albedo, 0.02)
        elif i == 1:
            albedo = np.broadcast_to([0.30, 0.28, 0.27], p.shape)
            color[m] = shade(p, np.broadcast_to([0.0, 0, -1], p.shape), d, albedo, 0.0)
        else:
            center, radius, albedo, mirror = BALLS[i - 4]
            n = unit(p - np.array(center))
            fresnel = mirror + (1 - mirror) * (1 + dot(n, d)).clip(0, 1) ** 5
            matte = shade(p, n, d, np.broadcast_to(albedo, p.shape), 0.5) * (1 - fresnel)[:, None]
            if depth < 2:
                bounce = d - 2 * dot(n, d)[:, None] * n
                tint = np.array(albedo) if mirror > 0.5 else np.ones(3)
                matte = matte + fresnel[:, None] * tint * trace(p + 1e-3 * n, bounce, depth + 1)
            color[m] = matte
    return color


def render():
    eye = np.array([0.1, 1.55, -5.2])
    forward = unit(np.array([0.1, 0.95, 0.8]) - eye)
    right = unit(np.cross([0.0, 1, 0], forward))
    up = np.cross(forward, right)
    total = np.zeros((HEIGHT, WIDTH, 3))
    for sub in range(SAMPLES**2):
        dx, dy = (sub % SAMPLES + 0.5) / SAMPLES, (sub // SAMPLES + 0.5) / SAMPLES
        x = ((np.arange(WIDTH) + dx) / WIDTH * 2 - 1) * WIDTH / HEIGHT * 0.44
        y = (1 - (np.arange(HEIGHT) + dy) / HEIGHT * 2) * 0.44
        ray = unit(forward + x[None, :, None] * right + y[:, None, None] * up)
        total += trace(eye, ray)
    return total / SAMPLES**2


def add_glare(rgb):
    """What a lens does with a bright lamp: its edge is soft and it glows a little."""
    y = np.fft.fftfreq(HEIGHT)[:, None]
    x = np.fft.rfftfreq(WIDTH)[None, :]
    frequency = x * x + y * y
    response = sum(share * np.exp(-2 * np.pi**2 * sigma**2 * frequency)
                   for share, sigma in ((0.985, 0.85), (0.011, 6.0), (0.004, 28.0)))
    for c in range(3):
        rgb[..., c] = np.maximum(np.fft.irfft2(np.fft.rfft2(rgb[..., c]) * response[:, :], s=(HEIGHT, WIDTH)), 1e-5)


def add_ramp(rgb):
    """Grays of 0.18 times powers of two, one stop apart, along the bottom."""
    patch = WIDTH // len(RAMP_STOPS)
    for i, stops in enumerate(RAMP_STOPS):
        rgb[HEIGHT - RAMP_HEIGHT:, i * patch:(i + 1) * patch] = 0.18 * 2.0**stops


def main(path):
    rgb = render()
    add_glare(rgb)
    add_ramp(rgb)
    rgb = (rgb @ AP1_TO_AP0.T).astype(np.float16)
    header = {
        "compression": OpenEXR.DWAB_COMPRESSION,
        "dwaCompressionLevel": 60.0,
        "type": OpenEXR.scanlineimage,
        "chromaticities": AP0,
        "comments": "Computed by tools/sample_frame.py",
    }
    channels = {"R": rgb[..., 0].copy(), "G": rgb[..., 1].copy(), "B": rgb[..., 2].copy()}
    OpenEXR.File(header, channels).write(path)


if __name__ == "__main__":
    main(sys.argv[1])
