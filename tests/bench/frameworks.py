#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two versions of 5 880 criteria through the window of frameworks.

usage: frameworks.py BENCH-FRAMEWORKS GENERATE.PY CAP.JSON
"""
import pathlib
import subprocess
import sys
import tempfile

bench, generate, model = sys.argv[1:]
with tempfile.TemporaryDirectory() as home:
    versions = [pathlib.Path(home) / f'{version}.json' for version in ('2030.1', '2030.2')]
    for path in versions:
        subprocess.run([sys.executable, generate, model, path.stem, path], check=True)
    subprocess.run([bench, home, *versions], check=True)
