#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""radiography.py PROGRAM: by keys, a warning is set aside, brought back, and its place is opened."""

import json
import os
import subprocess
import sys
import tempfile

from desktop import Program

PROGRAM = os.path.abspath(sys.argv[1])
SENTENCE = 'A1.1 est au niveau 3 et aucune preuve ne le montre.'


def run(*arguments):
    return subprocess.run([PROGRAM, *arguments], check=True, capture_output=True, text=True).stdout


def read(path):
    return json.loads(run('radiography', path, '--json'))


def open_radiography(program):
    program.find('push button', 'Suivant')
    program.focus()
    program.key('alt+5')
    program.find('list item', 'Radiographie')
    program.tab_to('list item', 'Radiographie')
    program.key('Return')
    program.find('list item', SENTENCE)
    program.check_names('Radiographie')


def set_aside(program, path):
    program.tab_to('push button', 'Autres choix pour A1.1')
    program.key('Return')
    program.find('menu item', 'Mettre de côté…')
    program.focus()
    program.key('Return')
    program.find('label', SENTENCE)
    program.check_names('Mettre de côté')
    program.focus()
    program.type('Livret montré sur place')
    program.key('Return')
    program.find('push button', 'Alertes mises de côté (1)')
    program.wait('the reason is in the file', lambda: [f['reason'] for f in read(path)['set_aside']] ==
                 ['Livret montré sur place'])
    assert not read(path)['alerts']


def speak(program, path):
    program.focus()
    program.tab_to('push button', 'Alertes mises de côté (1)')
    program.key('space')
    program.tab_to('push button', 'Remettre l’alerte sur A1.1')
    program.check_names('Alertes mises de côté')
    program.key('Return')
    program.find('push button', 'Ouvrir A1.1')
    program.wait('nothing is aside', lambda: not read(path)['set_aside'])


def open_place(program):
    program.focus()
    program.tab_to('push button', 'Ouvrir A1.1')
    assert program.focused() == ('push button', 'Ouvrir A1.1'), program.focused()  # its name is said once
    program.key('Return')
    program.wait('the criterion has the focus',
                 lambda: (program.focused() or ('', ''))[1].startswith('A1.1 Le projet est écrit'))


def main():
    with tempfile.TemporaryDirectory(prefix='cap-radiography-') as folder:
        path = os.path.join(folder, 'd.capcedre')
        run('new', path, '--name', 'Les Érables')
        run('answer', path, 'A1.1', '3')
        with Program(PROGRAM, path) as program:
            open_radiography(program)
            set_aside(program, path)
            speak(program, path)
            open_place(program)


main()
