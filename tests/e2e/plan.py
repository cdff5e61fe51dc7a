#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan with the keyboard alone: find an action, close it as it should be, change several at once."""

import json
import pathlib
import subprocess
import sys
import tempfile
import time
import zipfile

from desktop import Program

EVIDENCE = 'Le tableau est affiché et les signatures le suivent'


def read_plan(dossier):
    """As it is on the disk, by number."""
    text = subprocess.run([sys.argv[1], 'plan', str(dossier), '--json'], capture_output=True, text=True,
                          check=True).stdout
    return {action['number']: action for action in json.loads(text)['actions']}


def wait_for_plan(program, dossier, what, test):
    program.wait(what, lambda: test(read_plan(dossier)))


def export(program):
    """From the menu of the plan to a workbook that is whole."""
    book = program.documents / 'plan.xlsx'
    program.tab_to('push button', 'Exporter et importer')
    program.key('Return')
    program.find('menu item', 'Exporter pour Excel')
    program.key('Return')
    program.find('push button', 'Enregistrer', 5)
    time.sleep(1)
    program.focus()
    program.key('ctrl+a')
    program.type('plan.xlsx')
    program.key('Return')
    program.wait('the workbook is written', book.exists)
    assert zipfile.ZipFile(book).testzip() is None
    program.focus()
    program.find('label', 'Le plan est exporté')


def search(program):
    program.find('list item', '1. Créer')
    program.key('ctrl+f')
    program.type('DELEGATIONS')
    program.find('label', '1 sur 15 actions')
    program.find('list item', '5. Rédiger')
    program.tab_to('list item', '5. Rédiger')
    program.key('Return')
    program.find('label', 'Action 5')
    program.check_names('the page of an action')


def close_action(program, dossier):
    """Without a check nothing is closed, and it is said where; what was chosen waits."""
    program.tab_to('push button', 'Vérifiée')
    program.key('space')
    program.find('label', 'Pas encore enregistré')
    program.find('label', 'Vérifiez son effet')
    program.find('label', 'Dites ce qui fonde')
    assert read_plan(dossier)[5]['state'] == 'done'

    program.tab_to('text', 'Ce qui fonde')
    program.type(EVIDENCE)
    for _ in range(4):
        if program.focused() == ('combo box', 'Verdict'):
            break
        program.key('shift+Tab')
    program.key('space', 'Down', 'Return')
    wait_for_plan(program, dossier, 'the action is closed', lambda plan: plan[5]['state'] == 'verified')
    check = read_plan(dossier)[5]['check']
    assert (check['evidence'], check['verdict']) == (EVIDENCE, 'effective'), check
    program.key('Escape')
    program.find('list item', '5. Rédiger')


def bad_date(program, dossier):
    """An end before the beginning is refused under its field; giving up brings back what was."""
    due = read_plan(dossier)[5]['due']
    program.tab_to('push button', 'Échéance')
    program.key('shift+Tab', 'ctrl+a')
    program.type('01/01/2020')
    program.key('Return')
    program.find('label', 'L’échéance tombe avant le début')
    assert read_plan(dossier)[5]['due'] == due
    program.key('Escape')  # nothing typed is lost: what can be done about it has the focus
    program.tab_to('push button', 'Renoncer')
    program.key('space')
    program.key('Escape')
    program.tab_to('list item', '5. Rédiger')
    assert read_plan(dossier)[5]['due'] == due
    program.key('Return')
    program.find('label', 'Action 5')


def change_several(program, dossier):
    program.key('ctrl+f', 'Escape')
    program.find('label', '15 actions')
    program.tab_to('push button', 'Choisir les colonnes')
    program.tab_to('list item', '')
    program.key('Home')
    for name in '2. Signer', '3. Élargir':
        program.key('Down')
        program.wait(f'{name} has the focus', lambda: (program.focused() or ('', ''))[1].startswith(name))
        program.key('space')
    program.find('label', '2 actions choisies')
    program.tab_to('push button', 'Les modifier')
    program.key('Return')
    program.find('push button', 'Modifier 2 actions')
    program.focus()
    program.check_names('the window that changes several actions')
    program.tab_to('combo box', 'État')
    program.key('Tab')
    program.type('Atelier')
    program.key('ctrl+Return')
    wait_for_plan(program, dossier, 'both have the same owner',
                  lambda plan: plan[2]['owner'] == plan[3]['owner'] == 'Atelier')
    assert read_plan(dossier)[1]['owner'] == 'Accueil'
    program.focus()
    program.key('ctrl+z')
    wait_for_plan(program, dossier, 'one undo takes back both',
                  lambda plan: 'Atelier' not in (plan[2]['owner'], plan[3]['owner']))


def add(program, dossier):
    program.tab_to('text', 'Ajouter une action')
    program.type('Repeindre la façade')
    program.key('Return')
    program.find('list item', '16. Repeindre')
    wait_for_plan(program, dossier, 'it is on the disk',
                  lambda plan: 16 in plan and plan[16]['title'] == 'Repeindre la façade')


with tempfile.TemporaryDirectory() as folder:
    dossier = pathlib.Path(folder) / 'demonstration.capcedre'
    subprocess.run([sys.argv[1], 'demo', str(dossier)], check=True, stdout=subprocess.DEVNULL)
    with Program(sys.argv[1], str(dossier)) as program:
        program.find('push button', 'Annuler')
        program.focus()
        program.key('alt+4')
        export(program)
        search(program)
        bad_date(program, dossier)
        close_action(program, dossier)
        change_several(program, dossier)
        add(program, dossier)
