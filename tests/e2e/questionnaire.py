#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The questionnaire of a college, for twelve people, on the keyboard alone."""
import pathlib
import subprocess
import sys
import tempfile
import time

from desktop import Program

PROGRAM = sys.argv[1]
PAGES = 22  # of one questionnaire in plain words
COPIES = 12


def choose(program, spoken, *keys):
    program.tab_to('push button', spoken)
    program.key('Return')
    time.sleep(0.5)
    program.key('Home', *keys, 'Return')


def main():
    with tempfile.TemporaryDirectory() as folder:
        home = pathlib.Path(folder)
        dossier = home / 'demo.capcedre'
        subprocess.run([PROGRAM, 'demo', dossier], check=True, capture_output=True)
        with Program(PROGRAM, str(dossier), home=home) as program:
            program.find('list item', 'Imprimer')
            program.focus()
            program.key('alt+7')
            program.find('push button', 'Enregistrer en PDF…')
            choose(program, 'Document\u00a0:')
            program.find('push button', 'Qui le remplit\u00a0: Tous, en réunion')
            choose(program, 'Qui le remplit', 'Down', 'Down', 'Down')
            program.find('push button', 'Qui le remplit\u00a0: Salarié·es en parcours')
            program.find('label', f'Page 1 sur {PAGES}')
            program.check_names('the questionnaire of a college')
            program.key('Tab', 'ctrl+a')
            program.type(str(COPIES))
            program.key('Return')
            program.find('label', f'Page 1 sur {PAGES * COPIES}')


main()
