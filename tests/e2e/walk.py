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
           ('alt+5', 'push button', 'Enregistrer en PDF…')]

with Program(sys.argv[1]) as program:
    program.find('push button', 'Nouveau dossier')
    program.focus()
    program.check_names('accueil')

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
