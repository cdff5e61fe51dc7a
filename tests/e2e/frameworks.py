#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""frameworks.py PROGRAM FRAMEWORK: versions are compared, refused, published and removed by keys."""

import copy
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

from desktop import Program

PROGRAM = os.path.abspath(sys.argv[1])
FRAMEWORK = pathlib.Path(sys.argv[2])


def write_versions(folder):
    """A 2027.1 of CAP, and the same with three faults."""
    sound = json.loads(FRAMEWORK.read_text(encoding='utf-8'))
    sound['version'] = '2027.1'
    sound['valid_from'] = '2027-01-01'
    first = sound['themes'][0]['objectives'][0]['criteria']
    first[0]['question'] = 'Quel texte daté et voté remettons-nous & quand\u202f?'
    first.pop()
    faulty = copy.deepcopy(sound)
    faulty['themes'][0]['objectives'][0]['criteria'][1]['code'] = 'A1.1'
    faulty['levels'][0]['label'] = ''
    del faulty['themes'][3]['label']
    for name, content in (('juste.json', sound), ('fautes.json', faulty)):
        (folder / name).write_text(json.dumps(content, ensure_ascii=False), encoding='utf-8')


def open_window(program, screen):
    program.find('frame', '')
    program.find('push button', screen)
    program.find('push button', screen)
    program.focus()
    program.key('ctrl+r')
    program.find('frame', 'Référentiels')
    program.find('list item', 'Version 2026.2')
    program.focus()
    program.check_names('Référentiels')


def is_open(program):
    return any(n.get_role_name() == 'frame' and n.get_name() == 'Référentiels' for n in program.nodes())


def browse(program):
    program.tab_to('page tab', 'Contenu')
    program.key('space')
    program.find('list item', 'A1 Tenir un projet clair et partagé')
    program.check_names('Contenu')
    program.tab_to('entry', 'Chercher dans les critères')
    program.type('conflits')
    program.find('list item', 'Confidentialité, conflits')
    program.wait('the other objectives are left out',
                 lambda: not any(n.get_name().startswith('B1 ') for n in program.nodes()))


def compare(program):
    program.tab_to('page tab', 'Comparer')
    program.key('space')
    program.find('label', 'De la version 2026.1 à la version 2026.2')
    program.check_names('Comparer')
    program.tab_to('list item', 'Le projet est écrit')
    program.key('space')
    program.find('list item', 'Question. Avant')
    program.check_names('Avant, après')


def give(program, path):
    """Through the dialog that chooses a file."""
    program.focus()
    program.key('ctrl+i')
    program.find('push button', 'Ouvrir')
    time.sleep(0.8)
    program.focus()
    program.type(str(path))
    time.sleep(0.5)
    program.key('Return')


def refuse(program, folder):
    give(program, folder / 'fautes.json')
    program.find('label', '«\u202ffautes.json\u202f» a 3 fautes')
    for place in ('/levels/0/label', '/themes/3/label', '/themes/0/objectives/0/criteria/1/code'):
        program.find('label', place)
    program.check_names('fautes')
    assert not list(folder.glob('data/cap-cedre/frameworks/*.json'))


def publish(program, folder):
    give(program, folder / 'juste.json')
    program.find('label', 'De la version 2026.2 à la version 2027.1')
    program.find('list item', 'Les Érables, 1 réponse gardée · 1 à revoir · 1 laissée')
    program.check_names('aperçu')
    assert not list(folder.glob('data/cap-cedre/frameworks/*.json'))
    program.focus()
    program.tab_to('push button', 'Publier sur cet ordinateur')
    program.key('Return')
    program.find('label', 'La version 2027.1 est publiée')
    program.find('list item', 'Version 2027.1')
    program.check_names('publié')
    assert len(list(folder.glob('data/cap-cedre/frameworks/*.json'))) == 1


def remove(program, folder):
    program.focus()
    program.tab_to('push button', 'Retirer')
    program.key('Return')
    program.find('label', 'Cette version est retirée')
    assert not list(folder.glob('data/cap-cedre/frameworks/*.json'))
    program.key('ctrl+z')
    program.find('list item', 'Version 2027.1')
    program.wait('the version is back', lambda: list(folder.glob('data/cap-cedre/frameworks/*.json')))


def make_dossier(home):
    dossier = home / 'Documents/Les Érables.capcedre'
    dossier.parent.mkdir()
    environment = dict(os.environ, HOME=str(home), XDG_STATE_HOME=str(home / 'state'),
                       XDG_DATA_HOME=str(home / 'data'))
    for arguments in (['new', dossier, '--name', 'Les Érables'], ['answer', dossier, 'A1.1', '2'],
                      ['answer', dossier, 'A1.2', '1'], ['answer', dossier, 'A1.4', '3']):
        subprocess.run([PROGRAM, *map(str, arguments)], env=environment, check=True)

    return dossier


def main():
    home = pathlib.Path(tempfile.mkdtemp(prefix='cap-e2e-'))
    try:
        write_versions(home)
        dossier = make_dossier(home)
        before = dossier.read_bytes()
        with Program(PROGRAM, str(dossier), home=home) as program:
            open_window(program, 'A1.1')
            program.key('ctrl+q')
            program.wait('the program ends', lambda: program.process.poll() is not None)
        assert dossier.read_bytes() == before

        with Program(PROGRAM, home=home) as program:
            open_window(program, 'Référentiels de cet ordinateur')
            browse(program)
            compare(program)
            refuse(program, home)
            publish(program, home)
            remove(program, home)
            program.focus()
            program.key('ctrl+w')
            program.wait('the window is closed', lambda: not is_open(program))
            program.find('push button', 'Nouveau dossier')
            program.find('list item', 'Les Érables')
            program.check_names('accueil')
        assert dossier.read_bytes() == before
    finally:
        shutil.rmtree(home, ignore_errors=True)


main()
