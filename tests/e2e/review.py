#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""review.py PROGRAM: by keys, a management review is prepared, decided, acted upon and finalised."""

import json
import os
import subprocess
import sys
import tempfile
import time

from desktop import Program

PROGRAM = os.path.abspath(sys.argv[1])
N_INPUTS = 14


def run(*arguments):
    return subprocess.run([PROGRAM, *arguments], check=True, capture_output=True, text=True).stdout


def read(path):
    return json.loads(run('review', path, '--json'))


def wait_saved(program, path, what, test):
    program.wait(what, lambda: test(read(path)))


def prepare(program, path):
    program.find('list item', 'CEDRE')
    program.focus()
    program.key('alt+5')
    program.find('list item', 'Revues de direction')
    program.tab_to('list item', 'Revues de direction')
    program.key('Return')
    program.find('label', 'Pas encore de revue')
    program.check_names('Revues de direction')
    program.tab_to('push button', 'Préparer la revue')
    program.key('Return')
    program.find('label', f'0 entrées décidées sur {N_INPUTS}')
    program.check_names('Revue')
    wait_saved(program, path, 'the review is in the file', lambda review: review['review'] is not None)


def decide(program, path):
    """From one input to the next, each decision where the cursor is."""
    for rank in range(N_INPUTS):
        program.type(f'Choix {rank + 1}')
        if rank + 1 < N_INPUTS:
            program.key('ctrl+Return')
            time.sleep(0.3)
    program.tab_to('push button', 'Précédent')
    program.find('label', f'{N_INPUTS} entrées décidées sur {N_INPUTS}')
    wait_saved(program, path, 'all is in the file', lambda review: [
        item['decision'] for item in review['inputs']] == [f'Choix {n + 1}' for n in range(N_INPUTS)])


def act(program, path):
    program.key('Tab')  # to the field below, whose focus GTK 4.8 does not tell
    program.type('Recruter')
    program.key('Return')
    program.tab_to('push button', 'Créer l’action, Recruter')
    program.key('space')
    program.find('push button', 'Action 1, Recruter')
    wait_saved(program, path, 'the action is named', lambda review: review['outputs'][0]['action'] == 1)


def finalise(program, path):
    for _ in range(60):  # above: back to it
        if program.focused() == ('push button', 'Valider la revue'):
            break
        program.key('shift+Tab')
    else:
        raise AssertionError('no way back to « Valider la revue » by keys')
    program.key('Return')
    program.find('label', 'Valider la revue\u202f?')
    program.focus()
    program.key('Return')
    wait_saved(program, path, 'the review is finalised', lambda review: review['review']['finalised'])
    program.find('label', 'Validée le ')
    program.focus()
    program.key('ctrl+z')
    wait_saved(program, path, 'undo opens it again', lambda review: not review['review']['finalised'])


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'Les Érables.capcedre')
        run('new', path, '--name', 'Les Érables', '--mode', 'certification')
        with Program(PROGRAM, path) as program:
            prepare(program, path)
            decide(program, path)
            act(program, path)
            finalise(program, path)


main()
