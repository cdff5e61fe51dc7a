#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""findings.py PROGRAM: a finding from its facts to its end, with the keyboard alone.

A strong point is written and settled; what is missing for the next step of another one takes the focus where
it is written; a check that fails sends one back; an audit gets its checklist, and all screens have names.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

from desktop import Program

PROGRAM = os.path.abspath(sys.argv[1])


def run(home, *arguments):
    environment = dict(os.environ, HOME=str(home), XDG_STATE_HOME=str(home / 'state'), LANGUAGE='fr')
    return subprocess.run([PROGRAM, *map(str, arguments)], env=environment, check=True)


def read(home, dossier):
    run(home, 'export', 'json', dossier, '-o', home / 'out.json')
    return json.loads((home / 'out.json').read_text(encoding='utf-8'))['registers']


def open_section(program, title):
    program.tab_to('list item', title)
    program.key('Return')
    time.sleep(0.5)


def print_it(program, button, document, record):
    """A page prints what it is about."""
    program.tab_to('push button', button, limit=120)
    program.key('Return')
    program.find('push button', 'Document\u00a0: ' + document)
    program.find('push button', record)
    program.find('label', 'Page 1 sur')
    program.key('alt+6')


def write(program):
    open_section(program, 'Constats')
    program.find('text', 'Ajouter un constat')
    program.check_names('the findings')
    program.tab_to('push button', 'Les voir')
    program.key('Tab')
    program.type('Le livret manque au chantier')
    program.key('Return')
    program.find('push button', 'les conséquences')
    program.check_names('a finding')
    program.tab_to('push button', 'les conséquences')
    program.key('space')
    time.sleep(0.5)
    program.type('Une personne ignore ses droits')
    program.key('Tab')
    time.sleep(1)
    print_it(program, 'Imprimer', 'Fiche d’écart', 'Constat à imprimer\u00a0: E-08')


def look(program):
    program.key('Escape')
    program.find('text', 'Ajouter un constat')
    program.key('Escape')
    program.find('list item', 'Programme sur trois ans')
    for title in 'Programme sur trois ans', 'Certificats', 'Comité', 'Sites', 'Échantillons de sites':
        open_section(program, title)
        program.check_names(title)
        program.key('Escape')
        program.find('list item', 'Programme sur trois ans')


def prepare(program):
    open_section(program, 'Audits, passés et à venir')
    program.tab_to('list item', 'Audit croisé d’octobre 2024')
    program.key('Return')
    program.find('push button', 'Proposer la liste de contrôle')
    program.tab_to('push button', 'Proposer la liste de contrôle')
    program.key('space')
    time.sleep(1.5)
    program.check_names('an audit')
    print_it(program, 'Imprimer le plan', 'Rapport d’audit', 'Audit à imprimer\u00a0: AU-01')


def main():
    with tempfile.TemporaryDirectory() as folder:
        home = pathlib.Path(folder)
        dossier = home / 'demo.capcedre'
        run(home, 'demo', dossier)
        before = read(home, dossier)
        with Program(PROGRAM, str(dossier), home=home) as program:
            program.find('list item', 'Audits')
            program.focus()
            program.key('alt+6')
            program.find('list item', 'Programme sur trois ans')
            write(program)
            look(program)
            prepare(program)
        after = read(home, dossier)
        known = {line['id'] for line in before['finding']}
        added, = [line for line in after['finding'] if line['id'] not in known]
        assert added['fact'] == 'Le livret manque au chantier', added
        assert added['consequence'] == 'Une personne ignore ses droits', added
        assert added['state'] == 'open' and added['due'], added
        checks = after['audit'][0]['audit_check']
        assert {'7.2', '8.5.1'} <= {check['subject'] for check in checks}, checks


main()
