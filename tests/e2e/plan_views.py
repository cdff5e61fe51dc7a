#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The five views of the plan, with the keyboard alone: each move is undone."""

import os
import pathlib
import subprocess
import sys
import tempfile

from gi.repository import GLib

from desktop import Program

os.environ['SOURCE_DATE_EPOCH'] = '1795132800'  # 20 November 2026


def wait_focus(program, *words):
    """On a row of a list that says all of this."""
    def is_there():
        here = program.focused()
        return here is not None and all(word in here[1] for word in words)
    try:
        program.wait(f'the focus is on {words}', is_there, 8)
    except AssertionError as error:
        raise AssertionError(f'{error}; it is on {program.focused()}') from None


def has(program, role, name):
    try:
        return any(node.get_role_name() == role and node.get_name().startswith(name)
                   for node in program.nodes())
    except GLib.Error:  # it is going away
        return True


def check_names(program, screen):
    """Once there is no toast: the button that closes one has no name in libadwaita 1.2."""
    program.wait('the toast goes', lambda: not has(program, 'push button', 'GtkImage'))
    program.check_names(screen)


def go_back_to(program, name):
    for _ in range(60):
        here = program.focused()
        if here is not None and here[1].startswith(name):
            return
        program.key('shift+Tab')
    raise AssertionError(f'Shift+Tab never reaches “{name}”')


def undo(program, *words):
    program.key('ctrl+z')
    wait_focus(program, *words)


def go_to_actions(program):
    program.find('push button', 'Annuler')
    program.focus()
    program.key('alt+4')
    program.find('page tab', 'Actions')
    program.tab_to('page tab', 'Actions')
    program.key('space')
    program.tab_to('push button', 'Liste')


def board(program):
    program.key('2')
    program.find('list item', '8. ')
    program.tab_to('list item', '12. ')
    program.key('Right')
    wait_focus(program, '8. ', 'En cours')
    program.key('ctrl+shift+Right')
    wait_focus(program, '8. ', 'Faite')
    undo(program, '8. ', 'En cours')
    program.key('space')
    wait_focus(program, '8. ', 'choisie')
    program.key('space', 'Right')
    wait_focus(program, '5. ', 'Faite')
    program.key('shift+F10')
    program.find('menu item', 'Passer à\u00a0: À lancer')
    program.key('Escape')
    wait_focus(program, '5. ', 'Faite')


def refused(program):
    """What cannot be says why, and opens the action where it can be made possible."""
    program.key('ctrl+shift+Right')
    program.find('alert', 'Action 5 – Vérifiez son effet')
    wait_focus(program, '5. ', 'Faite')
    check_names(program, 'the board')
    go_back_to(program, 'Ouvrir l’action')
    program.key('Return')
    program.find('label', 'Vérifiez son effet avant de la clore')
    program.find('push button', 'Renoncer').do_action(0)
    program.wait('it is given up', lambda: not has(program, 'push button', 'Renoncer'))
    program.key('Escape')
    wait_focus(program, '5. ', 'Faite')


def timeline(program):
    program.key('3')
    wait_focus(program, '5. ', 'à partir du')
    name = program.focused()[1]
    program.key('plus', 'minus', 'minus', 't', 'Left', 'Right')
    wait_focus(program, name)
    program.tab_to('text', 'Ajouter')
    program.key('shift+Tab')
    wait_focus(program, name)
    check_names(program, 'the timeline')


def move_dates(program):
    program.key('End')
    wait_focus(program, '15. ', 'échéance le 26 mars 2027')
    program.key('ctrl+shift+Right')
    wait_focus(program, '15. ', 'échéance le 27 mars 2027')
    program.key('ctrl+shift+Down')
    wait_focus(program, '15. ', 'échéance le 3 avril 2027')
    undo(program, '15. ', 'échéance le 27 mars 2027')
    undo(program, '15. ', 'échéance le 26 mars 2027')


def matrix(program):
    program.key('4')
    wait_focus(program, '15. ')
    program.key('shift+Tab')
    wait_focus(program, '1. ')
    program.key('Down')
    wait_focus(program, '5. ')
    program.key('ctrl+shift+Right')
    program.find('panel', 'Impact Fort, effort Moyen\u00a0: 9 actions')
    wait_focus(program, '5. ')
    undo(program, '5. ')
    program.find('panel', 'Gains rapides, Impact Fort, effort Faible\u00a0: 2 actions')
    check_names(program, 'the matrix')


def calendar(program):
    program.key('5')
    program.key('Left', 't')
    wait_focus(program, 'vendredi 20 novembre, aujourd’hui')
    program.key('Left', 'Up')
    wait_focus(program, 'jeudi 12 novembre')
    program.key('Right')
    wait_focus(program, 'vendredi 13 novembre, 1 échéance')
    program.key('Next', 'Next', 'Next')
    wait_focus(program, 'samedi 13 février')
    program.key('Down', 'Down', 'Left')
    wait_focus(program, 'vendredi 26 février, 1 échéance')
    check_names(program, 'the calendar')
    program.key('ctrl+shift+Down')
    wait_focus(program, '11. ', 'échéance le 5 mars 2027')
    undo(program, '11. ', 'échéance le 26 février 2027')
    program.key('Left')
    wait_focus(program, 'vendredi 26 février, 1 échéance')
    program.key('Return')
    program.find('label', 'Action 11')


def main(executable, folder):
    dossier = folder / 'demo.capcedre'
    subprocess.run([executable, 'demo', str(dossier)], check=True, stdout=subprocess.DEVNULL,
                   env=dict(os.environ, HOME=str(folder)))
    with Program(executable, str(dossier)) as program:
        go_to_actions(program)
        board(program)
        refused(program)
        timeline(program)
        move_dates(program)
        matrix(program)
        calendar(program)


with tempfile.TemporaryDirectory() as name:
    main(sys.argv[1], pathlib.Path(name))
