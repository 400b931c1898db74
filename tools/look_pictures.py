#!/usr/bin/env python3
"""Makes the pictures of docs/looks.md: the sample frame, smaller and brighter, through each look that comes with SceneLinear.

    ./mvnw package
    pip install OpenEXR==3.5.3 numpy
    python tools/look_pictures.py bin/scenelinear docs/pictures
"""
import os
import subprocess
import sys
import tempfile

import OpenEXR

SAMPLE = "src/main/resources/org/scenelinear/sample/sample.exr"
AP0 = (0.7347, 0.2653, 0.0, 1.0, 0.0001, -0.077, 0.32168, 0.33767)
SMALLER = 4
BRIGHTER = 3  # the sample is lit by lamps; so it is as bright as a day
LOOKS = ["None", "Bleach Bypass", "Day for Night", "Day for Dusk", "Two-Strip Dye", "Three-Strip Dye", "Print Film",
         "Theater Warm", "Theater Cool", "Home Warm", "Home Cool", "Mobile Warm", "Mobile Cool"]

launcher, folder = sys.argv[1:3]
with tempfile.TemporaryDirectory() as scratch:
    with OpenEXR.File(SAMPLE) as frame:
        rgb = frame.channels()["RGB"].pixels
    height, width = (n // SMALLER for n in rgb.shape[:2])
    cut = rgb[:height * SMALLER, :width * SMALLER].astype("float32")
    small = BRIGHTER * cut.reshape(height, SMALLER, width, SMALLER, 3).mean(axis=(1, 3))
    scene = os.path.join(scratch, "None.exr")
    header = {"compression": OpenEXR.ZIP_COMPRESSION, "type": OpenEXR.scanlineimage, "chromaticities": AP0}
    OpenEXR.File(header, {"RGB": small}).write(scene)
    for look in LOOKS:
        looked = os.path.join(scratch, look + ".exr")
        if look != "None":
            subprocess.run([launcher, "run", "Apply Look", scene, looked, "file=" + look], check=True)
        picture = os.path.join(folder, "look-" + look.lower().replace(" ", "-") + ".png")
        subprocess.run([launcher, "run", "ACES Output Transform", looked, picture], check=True)
