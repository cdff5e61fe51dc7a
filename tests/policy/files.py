#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""files.py ROOT: only what belongs at the top is there, and no file names a path of one machine."""

import os
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1])
TOP = {'app', 'resources', 'data', 'po', 'tests', 'meson.build', 'README.md', 'LICENSE'}
MACHINE_PATH = re.compile(rb'(?<![\w.~$}/])/(?:work|tmp|home|root)/')


def own_files():
    """Every file that is ours: no build tree, nothing hidden, no tests."""
    for name in sorted(TOP - {'tests'}):
        if (ROOT / name).is_file():
            yield ROOT / name
        for folder, _, files in os.walk(ROOT / name):
            yield from (pathlib.Path(folder) / file for file in sorted(files))


def problems():
    for path in sorted(ROOT.iterdir()):
        is_build = path.name == 'build' or path.name.startswith('build-')
        if path.name not in TOP and not path.name.startswith('.') and not is_build:
            yield f'{path.name}: does not belong at the top'
    for path in own_files():
        match = MACHINE_PATH.search(path.read_bytes())
        if match:
            yield f'{path}: a path of one machine: {match[0].decode()}'


found = list(problems())
print('\n'.join(found))
sys.exit(1 if found else 0)
