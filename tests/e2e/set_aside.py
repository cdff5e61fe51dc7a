#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""set_aside.py PROGRAM: by keys, a proposal is set aside and comes back, and levels are rated again."""

import json
import os
import sqlite3
import subprocess
import sys
import tempfile

from gi.repository import GLib

from desktop import Program

PROGRAM = os.path.abspath(sys.argv[1])
LEVELS = (('A1.1', '1'), ('A1.2', '2'), ('A2.1', '2'))


def run(*arguments):
    return subprocess.run([PROGRAM, *arguments], check=True, capture_output=True, text=True).stdout


def make(path):
    """Three criteria below their target; the action of the second one is closed and was effective."""
    run('new', path, '--name', 'Les Érables')
    for criterion, level in LEVELS:
        run('answer', path, criterion, level)
    run('plan', path, 'accept', 'A1.2')
    file = sqlite3.connect(path)
    with file:
        file.execute("UPDATE action SET state = 'verified', verdict = 'effective', target = 3,"
                     " closed = '2099-01-01', check_evidence = 'Relevé'")
    file.close()


def read_plan(path):
    return json.loads(run('plan', path, '--json'))


def wait_saved(program, path, what, test):
    program.wait(what, lambda: test(read_plan(path)))


def open_proposals(program):
    program.find('frame', '')
    program.focus()
    program.key('alt+4')
    program.tab_to('page tab', 'Propositions')
    program.key('space')
    program.find('list item', 'A1.1, ')


def set_aside(program, path):
    program.tab_to('push button', 'Écarter A1.1')
    program.key('Return')
    program.find('label', 'Votre raison est gardée.')
    program.check_names('Écarter')
    program.focus()
    program.key('Return')  # without a reason, nothing happens
    assert not read_plan(path)['set_aside']
    program.type('Pas avant le renfort')
    program.key('Return')
    program.find('push button', 'Écartées (1)')
    wait_saved(program, path, 'the reason is in the file',
               lambda plan: [s['reason'] for s in plan['set_aside']] == ['Pas avant le renfort'])
    program.focus()
    program.wait('the focus stays in the list', lambda: (program.focused() or ('', ''))[0] == 'list item')


def propose_again(program, path):
    program.tab_to('push button', 'Écartées (1)')
    program.key('space')
    program.find('label', 'Pas avant le renfort')
    program.check_names('Écartées')
    program.tab_to('push button', 'Proposer de nouveau A1.1')
    program.key('Return')
    program.find('push button', 'Écarter A1.1')
    wait_saved(program, path, 'nothing is set aside', lambda plan: not plan['set_aside'])


def is_told(program, name):
    try:
        return any(node.get_name() == name for node in program.nodes())
    except GLib.Error:  # it goes while we look
        return True


def rate_again(program, path):
    program.find('label', '1 critère peut être noté de nouveau')
    program.wait('the focus is among the proposals again',
                 lambda: (program.focused() or ('', ''))[0] == 'list item')
    program.wait('the toast is gone: its button has no name in libadwaita 1.2',
                 lambda: not is_told(program, 'Proposée de nouveau'))
    program.focus()
    program.key('shift+Tab')
    assert program.focused() == ('push button', 'Noter de nouveau…'), program.focused()
    program.key('Return')
    program.find('label', 'Ce qui changerait')
    program.find('list item', 'Score d’ensemble, ')
    program.check_names('Noter de nouveau')
    program.focus()
    program.tab_to('push button', 'Appliquer')
    program.key('Return')
    program.wait('the level is in the file', lambda: 'A1.2' not in
                 [p['criterion'] for p in json.loads(run('plan', path, 'rerate', '--json'))['reratings']])


def main():
    with tempfile.TemporaryDirectory(prefix='cap-aside-') as folder:
        path = os.path.join(folder, 'd.capcedre')
        make(path)
        with Program(PROGRAM, path) as program:
            open_proposals(program)
            set_aside(program, path)
            propose_again(program, path)
            rate_again(program, path)


main()
