#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""evidence.py PROGRAM: by keys, a file proves a criterion, and a reference proves an action."""

import json
import os
import subprocess
import sys
import tempfile

from desktop import Program

PROGRAM = os.path.abspath(sys.argv[1])


def run(*arguments):
    return subprocess.run([PROGRAM, *arguments], check=True, capture_output=True, text=True).stdout


def read(path, folder):
    out = os.path.join(folder, 'd.json')
    run('export', 'json', path, '-o', out)
    with open(out, encoding='utf-8') as file:
        return json.load(file)


def wait_saved(program, path, folder, what, test):
    program.wait(what, lambda: test(read(path, folder)['evidence']))


def add_file(program, path, folder):
    program.key('alt+2')
    program.tab_to('push button', 'Joindre un fichier…')
    program.key('Return')
    program.find('push button', 'Ajouter')
    program.focus()
    program.key('slash')
    program.type(os.path.join(folder, 'Compte_rendu.txt')[1:])
    program.key('Return')
    program.find('push button', 'Ouvrir «\u202fCompte rendu\u202f»')
    program.focus()
    program.check_names('critère')
    wait_saved(program, path, folder, 'the file is in the dossier',
               lambda pieces: [f['name'] for p in pieces for f in p['files']] == ['Compte_rendu.txt'])


def choose_piece(program):
    program.key('Right')
    program.tab_to('push button', 'Choisir une pièce existante…')
    program.key('Return')
    program.find('list item', 'P-001')
    program.focus()
    program.check_names('pièces')
    program.type('rendu')
    program.key('Tab', 'Return')
    program.find('push button', 'Ouvrir «\u202fCompte rendu\u202f»')
    program.focus()


def back_to(program, role, name):
    """What stands at the end of a long page is nearer backwards."""
    for _ in range(40):
        program.key('shift+Tab')
        here = program.focused()
        if here is not None and here[0] == role and here[1].startswith(name):
            return
    raise AssertionError(f'Shift+Tab never reaches “{name}”; the last one was {program.focused()}')


def add_reference(program, path, folder):
    program.key('alt+4')
    program.tab_to('list item', '1')
    program.key('Return')
    program.find('push button', 'Noter où se trouve le document')
    back_to(program, 'push button', 'Noter où se trouve le document')
    program.key('Return')
    program.find('push button', 'Annuler')
    program.focus()
    program.check_names('référence')
    program.type('Bon de commande')
    program.key('Tab')
    program.type('Classeur 4')
    program.key('Return')
    program.find('push button', 'Menu de «\u202fBon de commande\u202f»')
    program.wait('the dialog closes', lambda: len(program.windows()) == 1)
    program.focus()
    program.check_names('action')
    wait_saved(program, path, folder, 'the reference serves the action',
               lambda pieces: [p['links'][0]['place'] for p in pieces if p['reference'] == 'Classeur 4'] ==
               ['action'])


with tempfile.TemporaryDirectory() as scratch:
    dossier = os.path.join(scratch, 'd.capcedre')
    run('new', dossier, '--name', 'Les Érables')
    run('answer', dossier, 'A1.1', '1')
    run('plan', dossier, 'accept', '--all')
    with open(os.path.join(scratch, 'Compte_rendu.txt'), 'w', encoding='utf-8') as note:
        note.write('Présents\n')
    with Program(PROGRAM, dossier) as running:
        running.find('list item', 'Photographie')
        running.focus()
        add_file(running, dossier, scratch)
        choose_piece(running)
        add_reference(running, dossier, scratch)
