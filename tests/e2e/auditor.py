#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An auditor writes a finding in their copy, on the spot; nothing else can be written there; the
structure takes the finding in."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

from desktop import Atspi, Program

PROGRAM = sys.argv[1]
FACT = 'Deux postes sans consigne'


def run(home, *arguments):
    environment = dict(os.environ, HOME=str(home), XDG_STATE_HOME=str(home / 'state'), LANGUAGE='fr')
    subprocess.run([PROGRAM, *map(str, arguments)], env=environment, check=True)


def read(home, dossier):
    run(home, 'export', 'json', dossier, '-o', home / 'out.json')
    return json.loads((home / 'out.json').read_text(encoding='utf-8'))


def write_finding(program):
    program.find('push button', 'Proposer la liste de contrôle')  # the copy opens on its audit
    program.key('alt+6', 'Escape')
    program.find('list item', 'Programme sur trois ans')
    program.tab_to('list item', 'Constats')
    program.key('Return')
    program.find('text', 'Ajouter un constat')
    program.tab_to('push button', 'Les voir')
    program.key('Tab')
    program.type(FACT)
    program.key('Return')
    program.find('push button', 'les conséquences')
    program.find('label', 'Enregistré')
    program.check_names('a finding in the copy')


def answer(program):
    """The levels are there to be read: they cannot be chosen, and no key does."""
    program.key('alt+2')
    level = program.find('radio button', 'Niveau 1')
    assert not level.get_state_set().contains(Atspi.StateType.SENSITIVE)
    program.key('1', 'space')
    time.sleep(1)


def main():
    with tempfile.TemporaryDirectory() as folder:
        home = pathlib.Path(folder)
        dossier, copy = home / 'demo.capcedre', home / 'copie.capcedre'
        run(home, 'demo', dossier)
        run(home, 'audit', 'copy', dossier, '--audit', 'AU-02', '-o', copy)
        before = read(home, copy)
        with Program(PROGRAM, str(copy), home=home) as program:
            program.find('label', 'Vue d’auditeur')
            program.focus()
            write_finding(program)
            answer(program)
        after = read(home, copy)
        assert after['evaluations'] == before['evaluations'], 'the evaluation was changed'
        run(home, 'audit', 'return', dossier, copy)
        finding = read(home, dossier)['registers']['finding'][-1]
        assert (finding['fact'], finding['audit']) == (FACT, ['AU-02']), finding


main()
