#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""quality.py PROGRAM: the quality process, section by section, with the keyboard alone.

Every section opens, says what it holds and can be left. A risk is written, rated and treated by an
action; closing right after loses nothing.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

from desktop import Program

PROGRAM = os.path.abspath(sys.argv[1])

# Each with a line that it shows, or a button.
SECTIONS = [('Audit visé', 'list item', 'Audit de surveillance'),
            ('Enjeux', 'list item', 'E-01'),
            ('Prestataires', 'list item', 'F-01')]


def run(home, *arguments):
    environment = dict(os.environ, HOME=str(home), XDG_STATE_HOME=str(home / 'state'), LANGUAGE='fr')
    return subprocess.run([PROGRAM, *map(str, arguments)], env=environment, check=True)


def read(home, dossier):
    run(home, 'export', 'json', dossier, '-o', home / 'out.json')
    return json.loads((home / 'out.json').read_text(encoding='utf-8'))


def open_quality(program):
    program.find('push button', 'Suivant')
    program.focus()
    program.key('alt+5')
    program.find('list item', 'Enjeux')


def names(program, role):
    return [node.get_name() for node in program.nodes() if node.get_role_name() == role]


def walk(program):
    for title, _, _ in SECTIONS:
        program.tab_to('list item', title)
        program.key('Return')
        time.sleep(0.5)
        program.check_names(title)
        program.key('Escape')
        program.wait('back to the sections', lambda: program.focused() == ('list item', title))
