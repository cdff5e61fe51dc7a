#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""quality.py PROGRAM: the quality process, section by section, with the keyboard alone.

Every section opens, names its controls and is left by Escape. A risk is written, rated and treated by
an action; closing right after loses nothing, and one Ctrl+Z takes the last of it back.
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

SECTIONS = ['Prêt pour l’audit\u202f?', 'Radiographie', 'Audit à préparer', 'Matrice des exigences',
            'Preuves', 'Documents', 'Politique et périmètre', 'Objectifs', 'Revues de direction', 'Enjeux',
            'Parties intéressées', 'Risques et opportunités', 'Processus', 'Compétences', 'Prestataires',
            'Engagements réciproques']


def run(home, *arguments):
    environment = dict(os.environ, HOME=str(home), XDG_STATE_HOME=str(home / 'state'), LANGUAGE='fr')
    return subprocess.run([PROGRAM, *map(str, arguments)], env=environment, check=True)


def read(home, dossier):
    run(home, 'export', 'json', dossier, '-o', home / 'out.json')
    return json.loads((home / 'out.json').read_text(encoding='utf-8'))


def open_quality(program):
    program.find('list item', 'Photographie')
    program.focus()
    program.key('alt+5')
    program.find('list item', 'Enjeux')


def walk(program):
    for title in SECTIONS:
        program.tab_to('list item', title)
        program.key('Return')
        program.wait(f'“{title}” opens', lambda: program.focused() != ('list item', title))
        time.sleep(0.7)
        program.check_names(title)
        program.key('alt+Left')
        program.wait(f'back from “{title}”', lambda: program.focused() == ('list item', title))


def write_issue(program):
    """The section opens on the line to write; what is written opens its page."""
    program.tab_to('list item', 'Enjeux')
    program.key('Return')
    program.wait('the section opens', lambda: program.focused() != ('list item', 'Enjeux'))
    time.sleep(0.7)
    program.type('Le centre de formation ferme')
    program.key('Return')
    program.find('label', 'Enjeu · E-09')
    time.sleep(0.7)
    program.check_names('une ligne')
    program.tab_to('combo box', 'Effet')
    program.key('space')
    time.sleep(0.5)
    program.key('Down', 'Down', 'Return')
    time.sleep(0.5)
    program.tab_to('push button', 'Noter où se trouve le document')
    program.key('Escape')
    program.find('list item', 'Le centre de formation ferme')
    time.sleep(0.5)


def main():
    with tempfile.TemporaryDirectory(prefix='cap-e2e-') as folder:
        home = pathlib.Path(folder)
        dossier = home / 'd.capcedre'
        run(home, 'demo', dossier)
        before = read(home, dossier)['registers']['issue']

        with Program(PROGRAM, str(dossier), home=home) as program:
            open_quality(program)
            write_issue(program)
            program.key('alt+Left')
            program.wait('back to the sections', lambda: program.focused() == ('list item', 'Enjeux'))
            walk(program)
            program.key('ctrl+q')
            program.process.wait(20)

        after = read(home, dossier)['registers']['issue']
        assert len(after) == len(before) + 1, after
        written = next(issue for issue in after if issue['code'] == 'E-09')
        assert written['title'] == 'Le centre de formation ferme', written
        assert written['effect'] == 'unfavourable', written


main()
