#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What names people is found on the keyboard alone, in a PDF too; its content goes for good."""
import json
import pathlib
import subprocess
import sys
import tempfile

from desktop import Program

PROGRAM = sys.argv[1]
NAME = 'Attestations de secours.pdf'


def search(program):
    program.choose_in_menu('Données personnelles')
    program.find('push button', 'Rechercher')
    program.find('label', 'Rien n’a été trouvé qui nomme quelqu’un.')
    program.find('check box', 'Retirer le contenu de ' + NAME)
    program.focus()
    program.check_names('personal data, nothing found')
    program.type('attestations')
    program.key('ctrl+Return')
    program.find('check box', 'Retirer Attestations')
    program.focus()
    program.check_names('personal data, a name found')


def take_out(program):
    program.tab_to('check box', 'Retirer le contenu de ' + NAME)
    program.key('space')
    program.tab_to('push button', 'Retirer ce qui est coché…')
    program.key('Return')
    program.find('label', 'Le contenu de 1 fichier')
    program.focus()
    program.check_names('before it is taken out')
    program.tab_to('push button', 'Retirer')
    program.key('Return')
    program.find('label', 'Retiré partout')
    program.focus()
    program.check_names('what was taken out')
    program.key('Escape')
    program.focus()
    program.key('Escape')


def is_gone(dossier):
    told = subprocess.run([PROGRAM, 'personal', dossier, '--json'], capture_output=True, check=True,
                          text=True)
    return NAME not in [item['name'] for item in json.loads(told.stdout)['files']]


def main():
    with tempfile.TemporaryDirectory() as folder:
        home = pathlib.Path(folder)
        dossier = home / 'demo.capcedre'
        subprocess.run([PROGRAM, 'demo', dossier], check=True, capture_output=True)
        assert not is_gone(dossier)
        with Program(PROGRAM, str(dossier), home=home, windows=True) as program:
            program.find('list item', 'Imprimer')
            search(program)
            take_out(program)
            program.wait('the file has it no more', lambda: is_gone(dossier))
        subprocess.run([PROGRAM, 'check', dossier], check=True, capture_output=True)


main()
