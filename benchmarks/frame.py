"""The test frame: smooth gradients, texture, grain and highlights, always the same for the same size."""

import numpy as np


def photographic(width=1920, height=1080, seed=1):
    """Scene-linear r, g, b planes, float32, of middle gray 0.18 with highlights up to about 60."""
    random = np.random.default_rng(seed)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    x /= width
    y /= width
    stops = 2.5 * np.sin(3.1 * x + 1.7 * y) + 1.5 * np.cos(5.3 * y - 2.2 * x)
    texture = sum(
        0.35 / k * np.sin(k * (61 * x + 37 * y) + 3 * np.sin(k * 11 * y)) for k in (1, 2.3, 5.1, 11.7)
    )
    shade = 0.18 * np.exp2(stops + texture * (x > 0.4))
    planes = []
    for channel in range(3):
        tint = 1 + 0.35 * np.sin(4 * x + 2.1 * channel) * np.cos(6 * y + channel)
        planes.append(shade * tint)
    for _ in range(40):
        cx, cy, radius = random.uniform(0, 1), random.uniform(0, height / width), random.uniform(0.002, 0.02)
        glow = random.uniform(5, 60) * np.exp(-((x - cx) ** 2 + (y - cy) ** 2) / (2 * radius**2))
        for plane, gain in zip(planes, random.uniform(0.6, 1, 3)):
            plane += gain * glow
    # Grain as a sensor has it: grows with the root of the light.
    return [
        (plane + 0.01 * np.sqrt(plane) * random.standard_normal(plane.shape)).astype(np.float32) for plane in planes
    ]


def matte(width=1920, height=1080):
    """An alpha plane, float32: mostly 0 or 1, with a soft edge between."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    distance = np.hypot(x / width - 0.5, (y - height / 2) / width)
    return np.clip((0.3 - distance) * 20, 0, 1).astype(np.float32)
