#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A version is sealed on the keyboard alone: the passphrase is chosen, then typed; a wrong one is told."""
import pathlib
import subprocess
import sys
import tempfile

from desktop import Program

PROGRAM = sys.argv[1]
PASSPHRASE = 'quatre mots sans lien'
CHOSEN = 'velours nuage carton piano'


def open_window(program):
    program.focus()
    program.key('alt+7')
    program.find('push button', 'Enregistrer en PDF…')
    program.tab_to('push button', 'Sceller…')
    program.key('Return')
    program.find('label', 'Un sceau dit que cette version')
    program.focus()


def save(program):
    """Beside the dossier, under the name that is proposed."""
    program.find('push button', 'Enregistrer')
    program.focus()
    program.key('Return')


def seal_first(program):
    open_window(program)
    program.find('label', 'Votre structure n’a pas encore de clé')
    program.check_names('sealing for the first time')
    program.type(PASSPHRASE)
    program.key('Tab')
    program.type(PASSPHRASE)
    program.key('Return')
    save(program)
    program.find('label', '«\u202fLes Ateliers du Cèdre – Photographie')
    program.find('label', 'Déjà scellé')
    program.focus()
    program.check_names('what was sealed')
    program.key('Escape')


def change_passphrase(program):
    """The one of now is asked for; a wrong one is told."""
    open_window(program)
    program.find('label', 'Clé de la structure')
    program.tab_to('push button', 'Changer la phrase de passe…')
    program.key('Return')
    program.find('password text', 'Phrase de passe actuelle')
    program.focus()
    program.check_names('changing the passphrase')
    program.type('une autre phrase')
    program.tab_to('password text', 'Nouvelle phrase de passe')
    program.type(CHOSEN)
    program.find('label', 'Très bonne')
    program.tab_to('password text', 'Encore une fois')
    program.type(CHOSEN)
    program.key('Return')
    program.find('label', 'Ce n’est pas la phrase de passe du sceau')
    program.key('ctrl+a')
    program.type(PASSPHRASE)
    program.key('Return')
    program.find('label', 'La phrase de passe du sceau est changée.')
    program.focus()
    program.key('Escape')


def seal_again(program):
    """With the one of now alone."""
    open_window(program)
    program.find('label', 'Clé de la structure')
    program.check_names('sealing once more')
    program.type(PASSPHRASE)
    program.key('Return')
    save(program)
    program.find('label', 'Ce n’est pas la phrase de passe du sceau')
    program.focus()
    program.key('ctrl+a')
    program.type(CHOSEN)
    program.key('Return')
    program.find('label', '«\u202fLes Ateliers du Cèdre – Photographie')
    program.focus()
    program.key('Escape')


def main():
    with tempfile.TemporaryDirectory() as folder:
        home = pathlib.Path(folder)
        dossier = home / 'demo.capcedre'
        subprocess.run([PROGRAM, 'demo', dossier], check=True, capture_output=True)
        with Program(PROGRAM, str(dossier), home=home, windows=True) as program:
            program.find('list item', 'Imprimer')
            seal_first(program)
            sealed, = home.glob('*.pdf')
            subprocess.run([PROGRAM, 'verify', sealed, '--sealed'], check=True, capture_output=True)
            program.wait('the dossier has it', lambda: subprocess.run(
                [PROGRAM, 'verify', dossier, '--sealed'], capture_output=True, check=False).returncode == 0)
            sealed.unlink()
            change_passphrase(program)
            seal_again(program)
            assert sealed.exists()
            program.wait('both seals are of one key', lambda: subprocess.run(
                [PROGRAM, 'seal', 'list', dossier], capture_output=True, check=True,
                text=True).stdout.count('Photographie') == 2)


main()
