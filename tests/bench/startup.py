#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""First window and memory of the application, against an empty libadwaita window.

usage: startup.py CAP-CEDRE EMPTY-WINDOW  (under tests/display)

The two start in turn, so that the machine's mood is shared; the medians and
their ratios are printed. Nothing is asserted: a bench tells, it does not judge.
"""
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 9
WINDOW = re.compile(r'^\s*(0x[0-9a-f]+) ".*?\s(\d{3,})x(\d{3,})\+', re.M)


def windows():
    tree = subprocess.run(['xwininfo', '-root', '-tree'], capture_output=True, text=True).stdout
    return {match.group(1) for match in WINDOW.finditer(tree)}


def is_viewable(window):
    info = subprocess.run(['xwininfo', '-id', window], capture_output=True, text=True).stdout
    return 'IsViewable' in info


def resident(pid):
    with open(f'/proc/{pid}/status', encoding='ascii') as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith('VmRSS'))


def start(command):
    """Seconds until a window is on the screen, and megabytes two seconds later."""
    before = windows()
    begun = time.monotonic()
    program = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not any(is_viewable(window) for window in windows() - before):
            if program.poll() is not None or time.monotonic() - begun > 20:
                raise SystemExit(f'{command[0]}: no window')
            time.sleep(0.002)
        shown = time.monotonic() - begun
        time.sleep(2)
        return shown, resident(program.pid)
    finally:
        program.kill()
        program.wait()


def main():
    application, empty = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(HOME=home, XDG_STATE_HOME=home, XDG_DATA_HOME=home, XDG_CONFIG_HOME=home,
                          GSETTINGS_BACKEND='memory', GDK_BACKEND='x11', GSK_RENDERER='cairo')
        dossier = os.path.join(home, 'demo.capcedre')
        subprocess.run([application, 'demo', dossier], check=True, stdout=subprocess.DEVNULL)
        start([empty]), start([application, dossier])  # warm the caches
        ours, theirs = [], []
        for _ in range(RUNS):
            theirs.append(start([empty]))
            ours.append(start([application, dossier]))

    for index, name, unit in (0, 'first window', 'ms'), (1, 'resident memory', 'MB'):
        scale = 1000 if unit == 'ms' else 1
        mine = statistics.median(run[index] for run in ours) * scale
        base = statistics.median(run[index] for run in theirs) * scale
        print(f'{name}: {mine:.0f} {unit}, empty window {base:.0f} {unit}, ratio {mine / base:.2f}')


main()
