#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A dossier is encrypted on the keyboard alone, opens with its passphrase, and gets another one."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from desktop import Program

PROGRAM = sys.argv[1]
PASSPHRASE = 'lampe girafe ticket orage'
CHOSEN = 'velours nuage carton piano'
STRUCTURE = 'Les Ateliers du C'


def choose(program, passphrase, strength):
    """Types it twice and says that it is kept."""
    program.type(passphrase)
    program.find('label', strength)
    program.tab_to('password text', 'Encore une fois')
    program.type(passphrase)
    program.tab_to('check box', 'Je garde')
    program.key('space')


def encrypt(program):
    program.choose_in_menu('Chiffrement…')
    program.find('label', 'Ce dossier n’est pas chiffré')
    program.focus()
    program.check_names('encrypting')
    program.type('soleil2026!!')
    program.find('label', 'Trop facile à deviner')
    program.key('ctrl+a')
    choose(program, PASSPHRASE, 'Bonne')
    program.tab_to('push button', 'Chiffrer')
    program.key('Return')
    program.find('label', 'Le dossier est chiffré. 1 sauvegarde a suivi.', 40)
    program.find('label', 'Ce dossier est chiffré')
    program.focus()
    program.check_names('what is encrypted')


def change(program):
    """A wrong one is told, the other one stays."""
    program.tab_to('password text', 'Phrase de passe actuelle')
    program.type('pas celle-là')
    program.tab_to('password text', 'Nouvelle phrase de passe')
    choose(program, CHOSEN, 'Très bonne')
    program.tab_to('push button', 'Changer')
    program.key('Return')
    program.find('label', 'Ce n’est pas la phrase de passe de ce dossier', 40)
    program.tab_to('password text', 'Phrase de passe actuelle')
    program.key('ctrl+a')
    program.type(PASSPHRASE)
    program.tab_to('push button', 'Changer')
    program.key('Return')
    program.find('label', 'La phrase de passe est changée.', 40)
    program.key('Escape')


def unlock(program):
    program.find('label', '«\u202fdemo.capcedre\u202f» est chiffré')
    program.focus()
    program.check_names('asking for the passphrase')
    program.type(PASSPHRASE)
    program.key('Return')
    program.find('label', 'Ce n’est pas la phrase de passe de ce dossier', 40)
    program.key('ctrl+a')
    program.type(CHOSEN)
    program.key('Return')
    program.find('list item', 'Imprimer', 40)


def lock_backup(home, dossier):
    """A backup under a passphrase that nobody gave yet, of long ago: as one of a disk that was elsewhere."""
    environment = dict(os.environ, HOME=str(home / 'elsewhere'), XDG_STATE_HOME=str(home / 'elsewhere'))
    other = home / 'other.capcedre'
    subprocess.run([PROGRAM, 'demo', other], env=environment, check=True, capture_output=True)
    subprocess.run([PROGRAM, 'encrypt', other], env=environment, check=True, capture_output=True,
                   input=PASSPHRASE + '\n', text=True)
    folder, = (home / 'state/cap-cedre/backups').iterdir()
    other.rename(folder / f'2025-03-01-120000-{dossier.name}')
    shutil.rmtree(home / 'elsewhere')


def look_at_locked(program, dossier):
    """It is only read, once its passphrase was given: nothing is written there."""
    program.focus()
    program.key('ctrl+h')
    program.find('entry', 'Chercher dans le journal')
    program.focus()
    program.tab_to('page tab', 'Sauvegardes')
    program.key('space')
    program.tab_to('push button', 'Regarder, 1 ')
    program.key('Return')
    program.find('label', f'«\u202f2025-03-01-120000-{dossier.name}\u202f» est chiffré')
    program.focus()
    program.type(PASSPHRASE)
    program.key('Return')
    program.find('label', 'Lecture seule', 40)


def list_readable(home):
    """The files of that home in which the name of the structure can be read."""
    return [path for path in home.rglob('*')
            if path.is_file() and STRUCTURE.encode() in path.read_bytes()]


def main():
    with tempfile.TemporaryDirectory() as folder:
        home = pathlib.Path(folder)
        dossier = home / 'demo.capcedre'
        subprocess.run([PROGRAM, 'demo', dossier], check=True, capture_output=True)
        with Program(PROGRAM, str(dossier), home=home, windows=True) as program:
            program.find('list item', 'Imprimer')
            assert list_readable(home)
            # Something to save, of which there is a backup.
            program.focus()
            program.key('alt+2')
            program.find('radio button', 'Niveau 3')
            program.key('Escape', '1', '3')
            program.find('label', 'Enregistré')
            program.wait('a backup', lambda: list(home.rglob('backups/*/*.capcedre')))
            encrypt(program)
            program.wait('nothing in clear', lambda: list_readable(home) == [])
            change(program)
            assert list_readable(home) == []
        with Program(PROGRAM, str(dossier), home=home, windows=True) as program:
            unlock(program)
            assert list_readable(home) == []
            lock_backup(home, dossier)
            backup, = home.glob('state/cap-cedre/backups/*/2025-*')
            content = backup.read_bytes()
            look_at_locked(program, dossier)
            assert backup.read_bytes() == content


main()
