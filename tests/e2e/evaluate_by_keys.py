#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""evaluate_by_keys.py PROGRAM: answers every criterion of a new dossier with real keys alone.

Two keys each, a digit and Enter; then the window closes and the command line finds the same answers
in the file.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

PROGRAM = sys.argv[1]
DEADLINE_S = 60


def walk(node):
    yield node
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield from walk(child)


def is_there(role, name):
    try:
        return any((node.get_role_name(), node.get_name()) == (role, name)
                   for node in walk(Atspi.get_desktop(0)))
    except GLib.Error:
        return False  # a widget went away while we looked


def wait_for(what, condition):
    deadline = time.monotonic() + DEADLINE_S
    while not condition():
        assert time.monotonic() < deadline, f'never came: {what}'
        time.sleep(0.05)


def press(*keys):
    subprocess.run(['xdotool', 'key', '--delay', '4', *keys], check=True)


def focus_window():
    windows = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', '.'],
                             capture_output=True, text=True, check=True).stdout.split()
    subprocess.run(['xdotool', 'windowfocus', '--sync', windows[-1]], check=True)


def read_score(dossier):
    output = subprocess.run([PROGRAM, 'score', dossier, '--json'], capture_output=True, text=True, check=True)
    return json.loads(output.stdout)


def list_criteria(score):
    return [criterion for theme in score['themes'] for objective in theme['objectives']
            for criterion in objective['criteria'] if criterion['state'] != 'out_of_scope']


def answer_all(dossier, count):
    application = subprocess.Popen([PROGRAM, dossier])
    try:
        wait_for('the first criterion', lambda: is_there('radio button', 'Niveau 0\u00a0: Rien d’engagé'))
        focus_window()
        start = time.monotonic()
        for index in range(count):
            press(str(index % 5), 'Return')
        wait_for('the end of the path', lambda: is_there('label', 'Tout est renseigné'))
        print(f'# {1000 * (time.monotonic() - start) / count:.0f} ms for each of {count} criteria')
        press('ctrl+w')
        assert application.wait(DEADLINE_S) == 0
    finally:
        application.kill()


def main():
    with tempfile.TemporaryDirectory() as home:
        for name in ('CONFIG', 'DATA', 'STATE', 'CACHE'):
            os.environ[f'XDG_{name}_HOME'] = str(pathlib.Path(home) / name.lower())
        os.environ['HOME'] = home
        dossier = str(pathlib.Path(home) / 'Les Érables.capcedre')
        subprocess.run([PROGRAM, 'new', dossier, '--name', 'Les Érables', '--kinds', 'AI', '--staff', '12'],
                       check=True)

        count = len(list_criteria(read_score(dossier)))
        answer_all(dossier, count)

        score = read_score(dossier)
        assert not score['provisional'], score['coverage']
        levels = [criterion['level'] for criterion in list_criteria(score)]
        assert levels == [index % 5 for index in range(count)], levels


main()
