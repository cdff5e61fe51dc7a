#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""potfiles.py ROOT: po/POTFILES lists, in order, exactly the files that hold something to translate."""

import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1])
PATTERNS = ('app/**/*.c', 'app/**/*.h', 'resources/**/*.ui', 'data/*.in')
COMMENT = re.compile(r'/\*.*?\*/', re.DOTALL)
MARK = re.compile(
    r'\b(?:_|N_|C_|NC_|Q_|ngettext|g_dngettext|g_dpgettext2?)\s*\(\s*"'
    r'|translatable="(?:yes|true)"'
    r'|^(?:Name|GenericName|Comment|Keywords)='
    r'|<(?:summary|comment)>', re.MULTILINE)


def is_marked(path):
    text = path.read_text(encoding='utf-8')
    return MARK.search(COMMENT.sub('', text) if path.suffix in ('.c', '.h') else text)


def problems():
    listed = (ROOT / 'po/POTFILES').read_text(encoding='utf-8').split('\n')[:-1]
    marked = {str(path.relative_to(ROOT)) for pattern in PATTERNS for path in ROOT.glob(pattern)
              if is_marked(path)}

    if listed != sorted(set(listed)):
        yield 'po/POTFILES: not in alphabetical order, or twice the same'
    for name in sorted(marked - set(listed)):
        yield f'{name}: not in po/POTFILES'
    for name in sorted(set(listed) - marked):
        yield f'{name}: in po/POTFILES, with nothing to translate'


found = list(problems())
print('\n'.join(found))
sys.exit(1 if found else 0)
