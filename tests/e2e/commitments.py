#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""commitments.py PROGRAM: the commitments and the listening, with the keyboard alone.

A commitment is added with its type, its review is held, it ends; the figures and the listening can be
walked through; closing right after loses nothing.
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


def run(home, *arguments):
    environment = dict(os.environ, HOME=str(home), XDG_STATE_HOME=str(home / 'state'), LANGUAGE='fr')
    return subprocess.run([PROGRAM, *map(str, arguments)], env=environment, check=True)


def read(home, dossier):
    run(home, 'export', 'json', dossier, '-o', home / 'out.json')
    return json.loads((home / 'out.json').read_text(encoding='utf-8'))['registers']


def open_section(program, title):
    program.tab_to('list item', title)
    program.key('Return')
    time.sleep(0.5)


def roles(program, name):
    return [node.get_role_name() for node in program.nodes() if node.get_name().startswith(name)]


def add(program):
    program.tab_to('push button', 'Ajouter')
    program.key('space')
    program.tab_to('push button', 'Découverte')
    program.key('Return')
    program.find('push button', 'Bilan fait')


def follow(program):
    program.check_names('an engagement')
    program.tab_to('push button', 'Bilan fait')
    program.key('Return')
    time.sleep(1)
    program.tab_to('push button', 'Terminer')
    program.key('Return')
    program.wait('it is over', lambda: not roles(program, 'Bilan fait'))


def look(program):
    program.key('Escape')
    program.find('push button', 'Importer')
    program.check_names('the register')
    program.tab_to('page tab', 'Chiffres')
    program.key('space')
    program.find('combo box', 'Période')
    program.check_names('the figures')
    program.key('Escape')
    program.find('list item', 'Enquêtes et réclamations')
    open_section(program, 'Enquêtes et réclamations')
    program.find('push button', 'Ajouter une enquête')
    program.check_names('the listening')


def main():
    with tempfile.TemporaryDirectory() as folder:
        home = pathlib.Path(folder)
        dossier = home / 'demo.capcedre'
        run(home, 'demo', dossier)
        before = {line['id'] for line in read(home, dossier)['commitment']}
        with Program(PROGRAM, str(dossier), home=home) as program:
            program.find('list item', 'CEDRE')
            program.focus()
            program.key('alt+5')
            program.find('list item', 'Engagements réciproques')
            open_section(program, 'Engagements réciproques')
            add(program)
            follow(program)
            look(program)
        added, = [line for line in read(home, dossier)['commitment'] if line['id'] not in before]
        assert added['type'] == 'decouverte' and added['closed'], added
        assert len(added['commitment_review']) == 1, added


main()
