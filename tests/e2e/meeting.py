#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""meeting.py PROGRAM: votes come in by a file; the meeting is held by keys, and what it decides is in the file."""

import json
import os
import subprocess
import sys
import tempfile

from desktop import Program

PROGRAM = os.path.abspath(sys.argv[1])
VOTES = '''respondent;college;criterion;level
P-01;permanents;A1.2;0
P-02;permanents;A1.2;4
P-03;permanents;A1.2;4
'''


def run(*arguments):
    return subprocess.run([PROGRAM, *arguments], check=True, capture_output=True, text=True).stdout


def read(path, code):
    told = json.loads(run('votes', path, '--json'))['criteria']
    return next(it for it in told if it['code'] == code)


def hold(program, path):
    program.find('push button', 'Suivant')
    program.focus()
    program.key('ctrl+m')
    program.find('toggle button', 'Les plus discutés d’abord')
    program.find('label', 'Personne n’a voté.')
    program.check_names('Réunion')
    program.focus()
    program.key('o')
    program.find('label', 'À discuter')
    program.find('label', '3 votes, de 0 à 4, médiane 4 : à discuter.')
    program.key('3')
    program.wait('the level is in the file', lambda: read(path, 'A1.2')['consensus'] == 3)
    assert read(path, 'A1.2')['votes'] == 3  # nothing of the votes changed


def keep(program, path):
    program.key('g')
    program.type('Le camion du vendredi')
    program.key('Return')
    program.find('list item', 'Le camion du vendredi')
    program.key('Escape')
    program.key('Next')
    program.find('label', '2 sur 92')


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'd.capcedre')
        votes = os.path.join(folder, 'votes.csv')
        run('new', path, '--name', 'Les Érables')
        with open(votes, 'w', encoding='utf-8') as file:
            file.write(VOTES)
        run('import', 'votes', path, votes)
        with Program(PROGRAM, path) as program:
            hold(program, path)
            keep(program, path)


main()
