#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The journal, a restore point, a return and a merge of a copy left beside, on the keyboard alone."""
import pathlib
import shutil
import subprocess
import sys
import tempfile

from desktop import Program

PROGRAM = sys.argv[1]


def run(*arguments):
    return subprocess.run([PROGRAM, *arguments], check=True, capture_output=True, text=True).stdout


def open_past(program):
    program.focus()
    program.key('ctrl+h')
    program.find('entry', 'Chercher dans le journal')
    program.focus()


def read_journal(program):
    """What was done, by whom, what it changed; and what is looked for."""
    open_past(program)
    program.find('list item', 'Répondre à A1.1')
    program.check_names('journal')
    program.tab_to('entry', 'Chercher dans le journal')
    program.type('politique')
    program.wait('only what is looked for is there', lambda: not any(
        node.get_role_name() == 'list item' and node.get_name().startswith('Répondre à A1.1')
        for node in program.nodes()))
    program.key('Escape', 'Escape')


def make_point(program):
    open_past(program)
    program.tab_to('page tab', 'Points de retour')
    program.key('space')
    program.tab_to('text', 'Nom du point de retour')
    program.type('Avant le comité')
    program.key('Return')
    program.find('list item', 'Avant le comité')
    program.check_names('restore points')
    program.key('Escape')


def return_to_point(program):
    open_past(program)
    program.tab_to('page tab', 'Points de retour')
    program.key('space')
    program.tab_to('push button', 'Y revenir…, Avant le comité')
    program.key('Return')
    program.find('label', 'Revenir à ce moment')
    program.focus()
    program.tab_to('push button', 'Revenir')
    program.key('Return')
    program.find('label', 'Le dossier est de nouveau comme il était')
    program.focus()


def look_at_backups(program):
    open_past(program)
    program.tab_to('page tab', 'Sauvegardes')
    program.key('space')
    program.find('push button', 'Faire une sauvegarde maintenant')
    program.check_names('backups')
    program.key('Escape')


def merge_sibling(program):
    """What a synchronisation left beside is told of, seen and taken in."""
    program.focus()
    program.find('label', 'Une autre copie de ce dossier est à côté')
    program.tab_to('push button', 'Fusionner…')
    program.key('Return')
    program.find('label', 'Fait dans l’autre copie')
    program.focus()
    program.check_names('merging')
    program.tab_to('push button', 'Fusionner')
    program.key('Return')
    program.find('label', '«\u202fdemo (conflicted copy 2027-03-12 140501).capcedre\u202f» est fusionné')
    program.focus()


def main():
    with tempfile.TemporaryDirectory() as folder:
        home = pathlib.Path(folder)
        dossier = home / 'demo.capcedre'
        sibling = home / 'demo (conflicted copy 2027-03-12 140501).capcedre'
        run('demo', dossier)
        run('answer', dossier, 'A1.1', '1')
        shutil.copy(dossier, sibling)
        run('answer', sibling, 'B1.1', '0')
        with Program(PROGRAM, str(dossier), home=home, windows=True) as program:
            program.find('list item', 'Imprimer')
            read_journal(program)
            make_point(program)
            look_at_backups(program)
            merge_sibling(program)
            return_to_point(program)
        run('check', dossier)


main()
