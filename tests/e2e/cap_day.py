#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The CAP day on the keyboard alone: the day itself, a vote handed over, a sheet typed in, the meeting, the
presentation. Each opens a window of its own, which a screen reader can name from end to end."""
import json
import pathlib
import subprocess
import sys
import tempfile
import time

from desktop import Program

PROGRAM = sys.argv[1]
CODE = 'S-05'  # the only one of the demonstration that is still expected


def open_day(program):
    program.focus()
    program.key('ctrl+j')
    program.find('frame', 'Journée CAP')
    program.focus()


def prepare(program):
    open_day(program)
    program.find('heading', '14 questionnaires reçus sur 15 attendus')
    program.check_names('the day, gathering')
    program.tab_to('page tab', 'Préparer')
    program.key('space')
    program.find('push button', 'Copier l’invitation')
    program.check_names('the day, preparing')
    program.tab_to('page tab', 'Recueillir')
    program.key('space')


def hand_over(program):
    """The person types her code, answers, stops, keeps; then the screen tells nothing of it."""
    program.tab_to('list item', 'Un par un')
    program.key('Return')
    program.find('push button', 'Je commence')
    program.focus()
    program.check_names('the computer is handed over')
    program.tab_to('push button', 'Je commence')
    program.key('Return')
    program.find('push button', 'Continuer')
    program.type(CODE)
    program.key('Return')
    program.find('push button', 'Questions simples')
    program.check_names('how one answers')
    program.tab_to('push button', 'Questions simples')
    program.key('Return')
    program.find('label', 'Question 1 sur')
    program.check_names('a question')
    program.key('2', '3', '2')
    program.find('label', 'Question 4 sur')
    program.tab_to('push button', 'Arrêter')
    program.key('Return')
    program.find('push button', 'Garder mes réponses')
    program.focus()
    program.check_names('stopping in the middle')
    program.tab_to('push button', 'Garder mes réponses')
    program.key('Return')
    program.find('push button', 'Personne suivante')
    program.focus()
    program.check_names('the answers are kept')
    program.key('ctrl+w')
    time.sleep(0.5)


def type_in(program):
    """A sheet of paper, a digit for each box."""
    program.focus()
    program.tab_to('list item', 'Saisir les questionnaires')
    program.key('Return')
    program.find('push button', 'Enregistrer')
    program.focus()
    program.check_names('a sheet of paper')


def count_votes(dossier):
    text = subprocess.run([PROGRAM, 'votes', dossier, '--json'], check=True, capture_output=True,
                          text=True).stdout
    return sum(json.loads(text)['respondents'].values())


def present(program):
    program.focus()
    program.key('F5')
    program.find('frame', '1/')
    program.focus()
    program.check_names('the first slide')
    program.key('Right')
    program.find('frame', '2/')
    program.key('Right', 'Right')
    program.find('frame', '4/')
    program.check_names('a slide with a figure')
    program.key('Escape')


def meet(program):
    program.focus()
    program.key('ctrl+m')
    program.find('frame', 'Réunion')
    program.focus()
    program.check_names('the meeting')
    program.key('Page_Down')
    program.check_names('the meeting, further')
    program.key('ctrl+w')
    time.sleep(0.5)


def main():
    with tempfile.TemporaryDirectory() as folder:
        home = pathlib.Path(folder)
        dossier = home / 'demo.capcedre'
        subprocess.run([PROGRAM, 'demo', dossier], check=True, capture_output=True)
        with Program(PROGRAM, str(dossier), home=home, windows=True) as program:
            program.find('list item', 'Imprimer')
            program.focus()
            program.key('alt+3')
            present(program)
            meet(program)
            prepare(program)
            hand_over(program)
            type_in(program)
            program.wait('the votes are in the file', lambda: count_votes(dossier) == 15)


main()
