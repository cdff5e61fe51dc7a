#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""versions.py PROGRAM: an evaluation begun on CAP 2026.1 goes on in 2026.2, with the keyboard alone.

Its answers come along, the one whose words changed is looked at again, the old evaluation stays as it was.
Then the structure adds an objective of its own.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

from desktop import Program

PROGRAM = os.path.abspath(sys.argv[1])


def run(home, *arguments):
    environment = dict(os.environ, HOME=str(home), XDG_DATA_HOME=str(home / 'data'), LANGUAGE='fr')
    subprocess.run([PROGRAM, *arguments], env=environment, check=True)


def names(program, beginning):
    return [node.get_name() for node in program.nodes() if node.get_name().startswith(beginning)]


def start(program):
    program.choose_in_menu('Nouvelle évaluation')
    program.find('label', 'Réponses reprises\u00a0: 0 · à revoir\u00a0: 2')
    program.focus()
    program.check_names('nouvelle évaluation')
    program.tab_to('push button', 'Commencer')
    program.key('Return')
    program.wait('the window closes', lambda: not names(program, 'Réponses reprises'))
    program.focus()


def review(program):
    program.key('Escape', 'Page_Up')
    program.find('label', 'À revoir\u00a0: ')
    program.check_names('à revoir')
    program.key('v')
    program.wait('the level is confirmed', lambda: not names(program, 'À revoir\u00a0: '))
    program.key('Page_Down', 'f')
    program.find('label', 'En mots simples')
    program.check_names('mots simples')


def adapt(program):
    program.choose_in_menu('Adapter le référentiel')
    program.find('push button', 'Ajouter un objectif')
    program.focus()
    program.check_names('adapter')
    program.tab_to('push button', 'Ajouter un objectif')
    program.key('Return')
    program.find('push button', 'Ajouter un critère à LOC1')
    program.check_names('adapter, avec un objectif')
    program.key('Escape')
    program.wait('the window closes', lambda: not names(program, 'Ajouter un critère à LOC1'))


def check(home, dossier):
    run(home, 'export', 'json', dossier, '-o', str(home / 'out.json'))
    before, now = json.loads((home / 'out.json').read_text(encoding='utf-8'))['evaluations']
    found = [[(answer['criterion'], answer['level'], answer['review']) for answer in evaluation['answers']]
             for evaluation in (before, now)]
    assert [evaluation['framework']['version'] for evaluation in (before, now)] == ['2026.1', '2026.2']
    assert found == [[('A1.1', 2, 'none'), ('B1.3', 3, 'none')],
                     [('A1.1', 2, 'none'), ('B1.3', 3, 'reworded')]], found
    assert before['framework']['adaptation'] is None
    assert 'LOC1' in json.dumps(now['framework']['adaptation']), now['framework']


def main():
    with tempfile.TemporaryDirectory(prefix='cap-e2e-') as folder:
        home = pathlib.Path(folder)
        dossier = str(home / 'Les Érables.capcedre')
        run(home, 'new', dossier, '--name', 'Les Érables', '--framework', 'cap@2026.1')
        run(home, 'answer', dossier, 'A1.1', '2')
        run(home, 'answer', dossier, 'B1.3', '3')

        with Program(PROGRAM, dossier, home=home) as program:
            program.find('push button', 'Suivant')
            start(program)
            review(program)
            adapt(program)

        check(home, dossier)


main()
