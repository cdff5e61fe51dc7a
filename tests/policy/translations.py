#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""translations.py ROOT: every language is complete, and French is written as French is."""

import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(sys.argv[1])
ENTRY = re.compile(r'^(msgid|msgid_plural|msgstr(?:\[\d\])?) "(.*)"$')
TAG = re.compile(r'<[^<>]*>')
FRENCH = (  # what a sentence must not contain
    (re.compile("'"), 'straight apostrophe: ’'),
    (re.compile(r'\.\.\.'), 'three dots: …'),
    (re.compile(r' [:;!?»]| %(?:%|\s|$)'), 'plain space before : ; ! ? » %'),
    (re.compile('« '), 'plain space after «'),
    (re.compile('[\u00a0 ][;!?»]|«[\u00a0 ]'), 'U+202F before ; ! ? » and after «'),
    (re.compile('\u202f:'), 'U+00A0 before :'),
    (re.compile(r'[\w)][;!?](?=\s|$)'), 'no space before ; ! ?'),
    (re.compile(r'[^\s\u202f]»|«[^\s\u202f]'), 'no space inside « »'),
)


def run(*command):
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def completeness(language, template):
    po = f'po/{language}.po'
    compared = run('msgcmp', po, template)
    if compared.returncode != 0:
        yield f'{po}: run po/update and translate:\n{compared.stderr.strip()}'
    if run('msgattrib', '--only-fuzzy', po).stdout:
        yield f'{po}: fuzzy entries'
    checked = run('msgfmt', '--check', '--output-file=/dev/null', po)
    if checked.returncode != 0:
        yield checked.stderr.strip()


def french(po):
    msgid = ''
    for line in run('msgcat', '--no-wrap', po).stdout.split('\n'):
        entry = ENTRY.match(line)
        if entry is None:
            continue
        if entry[1].startswith('msgid'):
            msgid = entry[2]
            continue
        for pattern, problem in FRENCH:
            if msgid and not msgid.endswith(';') and pattern.search(TAG.sub('', entry[2])):
                yield f'{po}: {problem}: {entry[2]}'


def problems():
    languages = (ROOT / 'po/LINGUAS').read_text(encoding='utf-8').split()
    with tempfile.TemporaryDirectory() as folder:
        template = f'{folder}/cap-cedre.pot'
        extracted = run('po/update', template)
        if extracted.returncode != 0 or extracted.stderr:
            yield f'po/update: {extracted.stderr}'
            return
        for language in languages:
            yield from completeness(language, template)
    if 'fr' in languages:
        yield from french('po/fr.po')


found = list(problems())
print('\n'.join(found))
sys.exit(1 if found else 0)
