#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""indicators.py PROGRAM: an indicator is defined, measured and looked at, with the keyboard alone.

Closing the window right after the last figure loses nothing. What is wrong is said below its field.
"""

import datetime
import json
import os
import pathlib
import subprocess
import sys
import tempfile

from desktop import Program

PROGRAM = os.path.abspath(sys.argv[1])


def run(home, *arguments):
    environment = dict(os.environ, HOME=str(home), XDG_STATE_HOME=str(home / 'state'), LANGUAGE='fr')
    return subprocess.run([PROGRAM, *map(str, arguments)], env=environment, check=True)


def read(home, dossier):
    run(home, 'export', 'json', dossier, '-o', home / 'out.json')
    return json.loads((home / 'out.json').read_text(encoding='utf-8'))['indicators']


def open_indicators(program):
    program.find('push button', 'Suivant')
    program.focus()
    program.key('alt+4')
    program.find('page tab', 'Indicateurs')
    program.tab_to('page tab', 'Indicateurs')
    program.key('space')


def go_back_to(program, role, name):
    """Shift+Tab: forward, Tab goes through the sidebar, which leads elsewhere."""
    for _ in range(20):
        here = program.focused()
        if here is not None and here[0] == role and here[1].startswith(name):
            return
        program.key('shift+Tab')
    raise AssertionError(f'Shift+Tab never reaches {role} “{name}”; the last one was {program.focused()}')


def define(program):
    program.find('label', 'Pas encore d’indicateur')
    program.check_names('aucun indicateur')
    program.tab_to('push button', 'Ajouter un indicateur')
    program.key('Return')
    program.type('Sorties dynamiques')
    program.key('Return')
    program.find('label', 'I-01 · Sorties dynamiques')
    program.find('label', 'Il n’y a pas encore de valeur')
    program.check_names('indicateur déplié')


def fill_in(program):
    quarter = f'T{(datetime.date.today().month + 2) // 3} {datetime.date.today().year}'
    cell = f'I-01 · Sorties dynamiques · {quarter}'

    go_back_to(program, 'push button', 'Saisir les valeurs')
    program.key('Return')
    program.find('push button', 'Revenir au registre')
    program.check_names('saisie des valeurs')
    program.tab_to('text', cell)
    program.type('beaucoup')
    program.key('Return')
    program.find('label', f'{quarter}\u00a0: écrivez un nombre')
    program.key('ctrl+a')
    program.type('61,5')


def look(program):
    program.find('label', 'I-01 · Sorties dynamiques')
    program.find('image', 'Sans cible\u00a0: une valeur, 61,5 le ')
    program.tab_to('list item', 'I-01 · Sorties dynamiques')
    program.key('Return')
    program.find('panel', 'Graphique de «\u202fSorties dynamiques\u202f»')
    program.tab_to('image', '61,5 le ')
    program.check_names('indicateur et sa valeur')


def main():
    with tempfile.TemporaryDirectory(prefix='cap-e2e-') as folder:
        home = pathlib.Path(folder)
        dossier = home / 'Les Érables.capcedre'
        run(home, 'new', dossier, '--name', 'Les Érables')

        with Program(PROGRAM, str(dossier), home=home) as program:
            open_indicators(program)
            define(program)
            fill_in(program)
            program.key('ctrl+q')
            program.process.wait(20)

        indicators = read(home, dossier)
        assert [(i['code'], i['label'], i['frequency']) for i in indicators] == \
            [('I-01', 'Sorties dynamiques', 'quarterly')], indicators
        assert [value['value'] for value in indicators[0]['values']] == ['61.5'], indicators

        with Program(PROGRAM, str(dossier), home=home) as program:
            open_indicators(program)
            look(program)


main()
