#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks over every screen and fails on a control that a screen reader cannot name."""

import sys
import time

from desktop import Program

SCREENS = [('alt+1', 'text', 'Nom de la structure'),
           ('alt+2', 'push button', 'Suivant'),
           ('alt+3', 'heading', 'Score d’ensemble'),
           ('alt+4', 'page tab', 'Actions'),
           ('alt+5', 'list item', 'Enjeux'),
           ('alt+6', 'list item', 'Constats'), ('alt+7', 'push button', 'Enregistrer en PDF…')]

GLOSSARY = 'Les mots de Cap Cèdre'


def look_up(program, screen, *headings):
    """F1 opens the words, with the focus in the search; Escape comes back to where one was."""
    program.key('F1')
    program.find('dialog', GLOSSARY)
    program.focus()
    program.wait('the focus is in the search', lambda: program.focused() == ('entry', 'Chercher un mot'))
    for heading in headings:
        program.find('heading', heading)
    program.check_names(f'{screen}, F1')
    program.type('proces verb')
    program.find('list item', 'PV – Procès-verbal')
    program.find('status bar', '1 mot')
    program.key('Return')
    program.wait('the word has the focus', lambda: program.focused() == ('list item', 'PV – Procès-verbal'))
    program.key('Escape')
    program.wait('the words close', lambda: all(node.get_name() != GLOSSARY for node in program.nodes()
                                                if node.get_role_name() == 'dialog'))
    program.focus()


with Program(sys.argv[1]) as program:
    program.find('push button', 'Nouveau dossier')
    program.focus()
    program.check_names('accueil')
    look_up(program, 'accueil')

    program.key('ctrl+n')
    program.find('push button', 'Créer le dossier…')
    program.check_names('nouveau dossier')
    program.key('alt+Left')

    program.tab_to('push button', 'Dossier de démonstration')
    program.key('Return')
    program.find('list item', 'Photographie')

    for keys, role, name in SCREENS:
        program.key(keys)
        program.find(role, name)
        time.sleep(0.5)
        program.check_names(keys)

    program.key('alt+2')
    time.sleep(0.5)
    look_up(program, 'évaluer', 'Dans ce critère', 'Les autres mots')
