#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From « Nouveau dossier » to the printed PDF, with the keyboard alone."""

import subprocess
import sys
import time

from desktop import Program

NAME = 'Les Jardins du Lac'


def create(program):
    program.find('push button', 'Nouveau dossier')
    program.focus()
    program.key('ctrl+n')
    program.find('text', 'Nom de la structure')
    program.type(NAME)
    program.key('Tab')
    program.type('73282932000074')
    program.tab_to('push button', 'Atelier et chantier d’insertion')
    program.key('space')
    program.tab_to('push button', 'Créer le dossier…')
    program.key('Return')
    program.find('push button', 'Créer', 5)
    time.sleep(0.8)
    program.focus()
    program.key('Return')
    program.find('radio button', 'Niveau 0')
    program.focus()
    assert (program.documents / f'{NAME}.capcedre').exists()


def answer(program):
    for level in '1', '2', '0':
        program.key(level)
        time.sleep(0.4)
        program.key('Return')
        time.sleep(0.3)
    program.find('label', '3 critères sur')


def decide(program):
    program.key('alt+4')
    program.find('check box', 'A1.1')
    program.tab_to('check box', 'A1.3')
    program.key('space')
    program.tab_to('push button', 'Ajouter au plan (1)')
    program.key('Return')
    program.find('label', 'Ajouté au plan')


def print_plan(program):
    pdf = program.documents / 'plan.pdf'
    program.key('ctrl+p')
    program.find('push button', 'Enregistrer en PDF…')
    program.tab_to('push button', 'Document\u00a0: Photographie')
    program.key('space')
    time.sleep(0.5)
    program.key('Down', 'Down', 'Return')  # the list opens on its first line
    program.wait('the choice is spoken',
                 lambda: program.focused() == ('push button', 'Document\u00a0: Plan de progrès'))
    program.find('label', 'Page 1 sur')
    time.sleep(1)
    program.tab_to('push button', 'Enregistrer en PDF…')
    program.key('Return')
    time.sleep(1.2)
    program.focus()
    program.key('ctrl+a')
    program.type('plan.pdf')
    program.key('Return')
    program.wait('the PDF is written', pdf.exists)
    program.focus()
    text = subprocess.run(['pdftotext', '-layout', str(pdf), '-'], capture_output=True, text=True, check=True)
    assert NAME in text.stdout, text.stdout


def undo_and_close(program):
    program.find('label', 'Enregistré')
    program.key('ctrl+z')
    program.find('label', 'Annulé')
    program.key('ctrl+q')
    program.wait('the program ends', lambda: program.process.poll() is not None)
    assert program.process.returncode == 0
    assert not list(program.documents.glob('.~lock*')), 'the lock stays'


with Program(sys.argv[1]) as program:
    create(program)
    answer(program)
    decide(program)
    print_plan(program)
    undo_and_close(program)
