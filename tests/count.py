#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""count.py LOG [--failed]: how many tests of Meson’s testlog.json passed and failed, TAP lines or programs
without TAP; or the names of the programs that failed, without what they counted."""

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


def read(path):
    try:
        with open(path, encoding='utf-8') as log:
            return [json.loads(line) for line in log]
    except OSError:
        return []


def main(path, *options):
    tests = read(path)
    failed = [test for test in tests if count(test)[1] > 0]
    if options:
        print(*(test['name'].split(' / ')[-1] for test in failed))
        tests = [test for test in tests if test not in failed]
    counts = [count(test) for test in tests]
    print(*(sum(column) for column in zip(*counts)) if counts else (0, 0 if options and failed else 1))


main(*sys.argv[1:])
