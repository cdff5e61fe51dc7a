#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""By the keyboard: what is missing before the audit opens its place; a clause is left out with its reason."""

import sys
import time

from desktop import Program

CLAUSE = '8.5.4 Préservation'
REASON = 'Ne s’applique pas, parce que…'


def open_section(program, title):
    program.key('alt+5')
    program.focus()
    program.tab_to('list item', title)
    program.key('Return')


def name_of(program, start):
    names = [node.get_name() for node in program.nodes()
             if node.get_role_name() == 'list item' and node.get_name().startswith(start)]
    return names[0] if names else ''


with Program(sys.argv[1]) as program:
    program.find('push button', 'Nouveau dossier')
    program.focus()
    program.tab_to('push button', 'Dossier de démonstration')
    program.key('Return')
    program.find('list item', 'Photographie')

    open_section(program, 'Prêt pour l’audit')
    program.find('push button', 'Ouvrir\u00a0: Critères socles')
    program.check_names('prêt pour l’audit')
    program.tab_to('push button', 'Ouvrir\u00a0: Critères socles')
    program.key('Return')
    program.find('push button', 'Suivant')

    program.key('alt+5')
    program.find('push button', 'Ouvrir\u00a0: Critères socles')
    program.focus()
    program.key('alt+Left')
    open_section(program, 'Matrice des exigences')
    program.find('list item', '4.1 Organisme et contexte')
    program.check_names('matrice')
    program.type('8.5.4')
    time.sleep(1)  # the search waits until the typing pauses
    program.tab_to('list item', CLAUSE)
    program.key('Return')
    program.find('text', REASON)
    program.check_names('une clause')
    program.tab_to('push button', 'Créer une action')
    # The button of the row, then its text: GTK does not say that the text of a row in a row has the focus.
    program.key('shift+Tab', 'shift+Tab')
    program.type('Rien ne se conserve')
    program.key('Return')
    program.wait('the reason is there, not the decision',
                 lambda: 'Exclusion à revoir' in name_of(program, CLAUSE))
    program.key('ctrl+z')
    program.wait('it is back', lambda: 'Exclusion à revoir' not in name_of(program, CLAUSE))
