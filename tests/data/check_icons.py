#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check_icons.py FOLDER: every icon can be drawn, from 16 to 256 pixels, and fills its square."""

import pathlib
import subprocess
import sys

SIZES = (16, 32, 64, 128, 256)
MIN_COVERED, MIN_SYMBOLIC = 0.5, 0.25  # of the square


def coverage(path, size):
    """How much of the square is opaque."""
    drawn = subprocess.run(['rsvg-convert', '-w', str(size), '-h', str(size), path],
                           capture_output=True, check=True)
    mean = subprocess.run(['convert', 'png:-', '-alpha', 'extract', '-format', '%[fx:mean]', 'info:'],
                          input=drawn.stdout, capture_output=True, check=True)
    return float(mean.stdout)


def main(folder):
    icons = sorted(pathlib.Path(folder).glob('*.svg'))
    assert len(icons) == 3, icons

    for path in icons:
        wanted = MIN_SYMBOLIC if 'symbolic' in path.name else MIN_COVERED
        for size in SIZES:
            covered = coverage(path, size)
            assert covered >= wanted, f'{path.name} at {size}: only {covered:.0%} of the square'


main(sys.argv[1])
