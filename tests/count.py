#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints how many tests of Meson’s testlog.json passed and failed: TAP lines, or programs without TAP."""

import json
import re
import sys

GOOD = {'OK', 'EXPECTEDFAIL', 'SKIP'}
TAP = re.compile(r'^(not )?ok\b(?!.*# SKIP)', re.MULTILINE)
SKIPPED = re.compile(r'^ok\b.*# SKIP', re.MULTILINE)


def count(test):
    output = test.get('stdout') or ''
    marks = TAP.findall(output)
    passed, failed = marks.count(''), marks.count('not ')
    good = test['result'] in GOOD

    if not good:
        return passed, max(failed, 1)
    if not marks and test['result'] == 'OK' and not SKIPPED.search(output):
        return 1, 0
    return passed, failed


def main(path):
    try:
        with open(path, encoding='utf-8') as log:
            counts = [count(json.loads(line)) for line in log]
    except OSError:
        counts = []
    passed, failed = (sum(column) for column in zip(*counts)) if counts else (0, 1)
    print(passed, failed)


main(sys.argv[1])
