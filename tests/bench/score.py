#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`score` on a full dossier, against a process that links the same libraries and does nothing.

usage: score.py CAP-CEDRE EMPTY-PROCESS

The two run in turn; medians and their ratio are printed. Nothing is asserted: a bench tells, it does not
judge.
"""
import os
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 31


def run(*command):
    begun = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - begun) * 1000


def main():
    program, empty = map(os.path.abspath, sys.argv[1:3])
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(HOME=home, XDG_STATE_HOME=home)
        dossier = os.path.join(home, 'demo.capcedre')
        run(program, 'demo', dossier)
        run(empty), run(program, 'score', dossier, '--json')  # warm the caches
        idle, busy = [], []
        for _ in range(RUNS):
            idle.append(run(empty))
            busy.append(run(program, 'score', dossier, '--json'))

    mine, base = statistics.median(busy), statistics.median(idle)
    print(f'score: {mine:.1f} ms, empty process {base:.1f} ms, ratio {mine / base:.2f}')


main()
