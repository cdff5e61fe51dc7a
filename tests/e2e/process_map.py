#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""process_map.py PROGRAM: the map of the processes and the grid of the risks, with the keyboard alone."""

import os
import pathlib
import sys
import tempfile

from desktop import Program

PROGRAM = os.path.abspath(sys.argv[1])


def open_section(program, title):
    program.find('list item', 'CEDRE')
    program.focus()
    program.key('alt+5')
    program.find('list item', title)
    program.tab_to('list item', title)
    program.key('Return')


def order(program):
    """The codes on the map, in the order that a screen reader meets them."""
    codes = [node.get_name().split()[0] for node in program.nodes()
             if node.get_role_name() == 'push button' and node.get_name().startswith('PR-')]
    return ' '.join(codes)


def arrange(program):
    program.find('push button', 'PR-03')
    program.check_names('processus')
    before = order(program)
    assert before.startswith('PR-01 PR-02 PR-03 PR-04'), before

    program.tab_to('push button', 'PR-01')
    program.key('Right', 'Right')
    assert program.focused()[1].startswith('PR-03'), program.focused()
    node = program.find('push button', 'PR-03')
    assert node.get_description().startswith('Réalisation, pilote'), node.get_description()
    assert ', alimente ' in node.get_description(), node.get_description()

    program.key('alt+Right', 'alt+Right')
    program.wait('PR-03 moved twice', lambda: order(program).startswith('PR-01 PR-02 PR-04 PR-05 PR-03'))
    assert program.focused()[1].startswith('PR-03'), program.focused()
    program.key('ctrl+z', 'ctrl+z')
    program.wait('it went back', lambda: order(program) == before)

    program.key('Return')
    program.wait('the process opens', lambda: program.focused() is not None
                 and not program.focused()[1].startswith('PR-03'))


def rate(program):
    program.find('list item', 'Un financement baisse')
    program.check_names('risques')
    program.tab_to('push button', 'Vraisemblance 4, gravité 4, 16, Très fort')
    program.key('space')
    program.wait('the others are out of the list', lambda: not any(
        node.get_name().startswith('Un financement baisse') for node in program.nodes()))
    program.key('space')
    program.find('list item', 'Un financement baisse')


with tempfile.TemporaryDirectory() as folder:
    dossier = pathlib.Path(folder) / 'carte.capcedre'
    assert os.system(f'LANGUAGE=fr "{PROGRAM}" demo "{dossier}" > {folder}/said') == 0
    with Program(PROGRAM, str(dossier)) as program:
        open_section(program, 'Processus')
        arrange(program)
    with Program(PROGRAM, str(dossier)) as program:
        open_section(program, 'Risques et opportunités')
        rate(program)
