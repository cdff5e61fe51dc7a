#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check_count.py COUNT.PY: what tests/run announces is what happened."""

import json
import subprocess
import sys
import tempfile

TAP = 'TAP version 13\n1..3\nok 1 /a\n{} 2 /b\nok 3 /c # SKIP no display\n'
CASES = (  # result and output of each test, and what must be counted
    ([('OK', TAP.format('ok'))], '2 0'),
    ([('FAIL', TAP.format('not ok'))], '1 1'),
    ([('ERROR', 'ok 1 /a\nBail out!\n')], '1 1'),
    ([('TIMEOUT', '')], '0 1'),
    ([('OK', ''), ('OK', None), ('FAIL', None)], '2 1'),
    ([('SKIP', '')], '0 0'),
    ([], '0 1'),
)


def count(script, tests, *options):
    with tempfile.NamedTemporaryFile('w', encoding='utf-8') as log:
        for result, output in tests:
            name = f'cap:unit / test_{result.lower()}'
            log.write(json.dumps({'name': name, 'result': result, 'stdout': output}) + '\n')
        log.flush()
        return subprocess.run([script, log.name, *options], capture_output=True, text=True,
                              check=True).stdout.strip()


def main(script):
    for tests, expected in CASES:
        found = count(script, tests)
        assert found == expected, f'{tests}: {found} rather than {expected}'
    tests = [('OK', TAP.format('ok')), ('FAIL', TAP.format('not ok')), ('TIMEOUT', ''), ('OK', None)]
    assert count(script, tests, '--failed') == 'test_fail test_timeout\n3 0'
    assert count(script, [('OK', None)], '--failed') == '1 0'
    assert count(script, [('FAIL', '')], '--failed') == 'test_fail\n0 0'
    assert count(script, [], '--failed') == '0 1'


main(sys.argv[1])
