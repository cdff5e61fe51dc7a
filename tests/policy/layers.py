#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""layers.py ROOT: every #include of app/ goes in an allowed direction."""

import pathlib
import re
import sys

PURE = {'base', 'model', 'scoring', 'plan', 'quality', 'audit'}
ALLOWED = {  # layer → those that it may include, besides itself
    'base': set(),
    'model': {'base'},
    'scoring': {'base', 'model'},
    'chart': {'base', 'model'},
    'audit': {'base', 'model'},
    'plan': {'base', 'model', 'scoring', 'audit'},
    'quality': {'base', 'model', 'scoring', 'plan', 'audit'},
    'store': {'base', 'model'},
    'exchange': PURE,
    'report': PURE | {'chart'},
    'workspace': PURE | {'chart', 'store', 'exchange', 'report'},
    'cli': PURE | {'chart', 'store', 'exchange', 'report', 'workspace'},
    'ui': PURE | {'chart', 'workspace'},
    'main.c': {'base', 'cli', 'ui'},  # base: the locale comes first
}
OWNERS = {  # third-party header → the only layers that may see it
    'adwaita.h': 'ui',
    'archive': 'exchange',
    'gdk/': 'ui',
    'gexiv2/': 'exchange',
    'gmp.h': 'base',
    'gsk/': 'ui',
    'gtk/': 'ui',
    'hb': 'report',
    'hpdf': 'report',
    'hyphen.h': 'report',
    'json-glib/': 'exchange',
    'libical/': 'exchange',
    'libxml/': 'exchange report',
    'poppler': 'report',
    'qrencode.h': 'report',
    'sodium': 'base',
    'zxcvbn': 'base',
    'sqlite3.h': 'store',
    'xlsxwriter': 'exchange',
    'yaml.h': 'exchange',
}
SHARED = ('records', 'widgets')  # what screens have in common; widgets know no register
INCLUDE = re.compile(r'^\s*#\s*include\s+[<"]([^>"]+)[>"]', re.MULTILINE)


def screen(parts):
    return parts[1] if parts[0] == 'ui' and len(parts) == 3 else None


def directions(own, header):
    """What is wrong with the file app/OWN including HEADER of another place of app/."""
    target = header.split('/')
    if target[0] not in ALLOWED or len(target) == 1:
        return
    if target[0] != own[0] and target[0] not in ALLOWED.get(own[0], ()):
        yield f'{own[0]} must not include {header}'
    if header.endswith('-private.h') and target[0] != own[0]:
        yield f'{header} is private to {target[0]}'
    shared = (None, 'widgets', screen(own)) if screen(own) == 'widgets' else (None, *SHARED, screen(own))
    if own[0] == 'ui' and screen(target) not in shared:
        if screen(own) != 'shell' and not (screen(own) is None and screen(target) == 'shell'):
            yield f'only ui/shell knows the screens: {header}'


def problems(app):
    headers = {path.name for path in app.rglob('*.h')}

    for path in sorted(app.rglob('*.[ch]')):
        own = path.relative_to(app).parts
        if own[0] not in ALLOWED:
            yield f'{path}: {own[0]} is no layer'
        for header in INCLUDE.findall(path.read_text(encoding='utf-8')):
            for problem in directions(own, header):
                yield f'{path}: {problem}'
            for prefix, owner in OWNERS.items():
                if header.startswith(prefix) and own[0] not in owner.split():
                    yield f'{path}: only {owner} may include {header}'
            if header.startswith('.') or header in headers:
                yield f'{path}: include {header} by its layer: "layer/file.h"'


found = list(problems(pathlib.Path(sys.argv[1]) / 'app'))
print('\n'.join(found))
sys.exit(1 if found else 0)
