#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""style.py ROOT: the part of the coding guide that a machine can check."""

import pathlib
import re
import sys

MAX_LINE, MAX_FUNCTION, MAX_FILE = 110, 60, 600
LICENSE = 'SPDX-License-Identifier: GPL-3.0-or-later'
UNFINISHED = re.compile(r'\b(?:TO' r'DO|FIX' r'ME|XX' r'X|HA' r'CK)\b')
BANNED = {
    'sprintf (': 'g_strdup_printf()',
    'strcpy (': 'g_strdup()',
    'malloc (': 'g_new()',
    'g_object_get_data (': 'a field',
    'gtk_dialog_run': 'a response callback',
    'sqlite3_mprintf (': 'a bound parameter',
}
BANNED_IN_APP = {'g_main_context_iteration (': 'an _async function'}


def function_lengths(lines):
    start = None
    for number, line in enumerate(lines, 1):
        if line == '{':
            start = number
        elif line == '}' and start is not None:
            yield start, number - start + 1
            start = None


def text_problems(lines):
    """What holds for every language."""
    if not any(LICENSE in line for line in lines[:3]):
        yield 1, 'no licence line'
    if len(lines) > MAX_FILE:
        yield len(lines), f'file longer than {MAX_FILE} lines'
    for number, line in enumerate(lines, 1):
        if len(line) > MAX_LINE:
            yield number, f'line longer than {MAX_LINE} columns'
        if '\t' in line or line != line.rstrip():
            yield number, 'tab or trailing space'
        if UNFINISHED.search(line):
            yield number, 'unfinished work: finish it, or open an issue'


def c_problems(path, lines, in_app):
    banned = BANNED | (BANNED_IN_APP if in_app else {})
    for number, line in enumerate(lines, 1):
        for word, instead in banned.items():
            if re.search(r'\b' + re.escape(word), line):
                yield number, f'use {instead} rather than {word}'
    for start, length in function_lengths(lines):
        if length > MAX_FUNCTION:
            yield start, f'function of {length} lines'
    if lines[0] != f'/* {LICENSE} */':
        yield 1, 'the licence line comes first'

    own = path.with_suffix('.h')
    includes = [line for line in lines if line.startswith('#include "') and 'config.h' not in line]
    private = path.stem + '-private.h"'
    if path.suffix == '.c' and own.exists() and not includes[0].endswith((own.name + '"', private)):
        yield 1, 'does not include its own header first'


def problems(root):
    for folder in ('app', 'tests'):
        for path in sorted((root / folder).rglob('*')):
            if path.suffix not in ('.c', '.h', '.py'):
                continue
            lines = path.read_text(encoding='utf-8').split('\n')
            found = list(text_problems(lines))
            if path.suffix != '.py':
                found += c_problems(path, lines, folder == 'app')
            for number, text in found:
                yield f'{path}:{number}: {text}'


found = list(problems(pathlib.Path(sys.argv[1])))
print('\n'.join(found))
sys.exit(1 if found else 0)
