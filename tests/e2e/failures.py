#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""failures.py PROGRAM: what goes wrong around the window costs no answer, and is said."""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from desktop import Program

PROGRAM = os.path.abspath(sys.argv[1])


def run(home, *arguments):
    environment = {'PATH': os.environ['PATH'], 'HOME': str(home), 'XDG_STATE_HOME': str(home / 'state')}
    return subprocess.run([PROGRAM, *map(str, arguments)], env=environment, capture_output=True, text=True,
                          check=True).stdout


def levels(home, dossier):
    score = json.loads(run(home, 'score', dossier, '--json'))
    return {c['code']: c['level'] for t in score['themes'] for o in t['objectives'] for c in o['criteria']
            if c['state'] == 'answered'}


def rate(program, key):
    """Answers the criterion that is shown; ends when the screen shows that it is answered."""
    program.focus()
    program.key('alt+2')
    program.find('push button', 'A1.1')
    program.key(key)
    program.find('push button', f'A1.1\u00a0: niveau {key}')


def kill_once_noted(program, home):
    """As soon as the answer is in the working copy: by the time the screen is read, the file is written."""
    def size():
        return [log.stat().st_size for log in (home / 'state').glob('cap-cedre/work/*/work.db-wal')]

    before = size()
    program.key('3')
    program.wait('the answer is noted', lambda: size() != before)
    time.sleep(0.1)
    program.process.send_signal(signal.SIGKILL)
    program.process.wait()


def test_killed(home, dossier):
    """Killed before the file is written: the next opening finds the answer, and says so."""
    before = dossier.read_bytes()
    program = Program(PROGRAM, str(dossier), home=home)
    program.find('frame', '')
    program.focus()
    program.key('alt+2')
    program.find('push button', 'A1.1')
    kill_once_noted(program, home)
    assert dossier.read_bytes() == before, 'the file was written before the program was killed'

    with Program(PROGRAM, str(dossier), home=home) as again:
        again.find('label', 'Le logiciel s’était interrompu')
        again.find('label', 'Enregistré')
        assert levels(home, dossier) == {'A1.1': 3}
        again.check_names('recovery')


def test_closed_at_once(home, dossier):
    """Closed right after the key: the file holds the answer."""
    with Program(PROGRAM, str(dossier), home=home) as program:
        program.find('frame', '')
        rate(program, '2')
        program.key('ctrl+q')
        program.process.wait(20)
    assert levels(home, dossier) == {'A1.1': 2}


def test_changed_behind(home, dossier):
    """The file is another one meanwhile: both are kept, when asked to."""
    before = home / 'before'
    shutil.copyfile(dossier, before)
    run(home, 'answer', dossier, 'A1.2', '1')
    with Program(PROGRAM, str(dossier), home=home) as program:
        program.find('frame', '')
        shutil.copyfile(before, dossier)
        rate(program, '4')
        program.find('label', 'Quelqu’un d’autre a modifié le fichier')
        program.check_names('conflict')
        program.find('push button', 'Remplacer par le mien')
        program.find('push button', 'Garder les deux').do_action(0)
        program.find('label', 'Enregistré')
        copies = [path for path in dossier.parent.glob('*.capcedre') if path != dossier]
        assert len(copies) == 1, copies
        assert levels(home, copies[0]) == {'A1.1': 4, 'A1.2': 1}
        assert levels(home, dossier) == {}


def test_open_elsewhere(home, dossier):
    """Somebody else has it open: the dialog says who, and reading is possible."""
    lock = dossier.parent / f'.~lock.{dossier.name}#'
    lock.write_text('[lock]\nid=x\nuser=Camille\nhost=autre-bureau\npid=12\nstarted=7\n'
                    'time=2026-11-20T09:30:00Z\n')
    with Program(PROGRAM, str(dossier), home=home) as program:
        program.find('label', 'Ce dossier est déjà ouvert')
        assert 'Camille' in ''.join(node.get_name() for node in program.nodes())
        program.focus()
        program.key('Return')
        program.find('list item', 'Évaluer')
        program.focus()
        program.key('alt+2')
        program.find('push button', 'A1.1')
        program.key('3')
        program.find('push button', 'A1.1\u00a0: À faire')
    assert lock.read_text().startswith('[lock]\nid=x\n')
    assert levels(home, dossier) == {}


def test_damaged(home, dossier):
    """The first page is lost: what can be read is saved into a new file by keys alone, and opens."""
    run(home, 'answer', dossier, 'A1.1', '3')
    content = bytes(4096) + dossier.read_bytes()[4096:]
    dossier.write_bytes(content)
    with Program(PROGRAM, str(dossier), home=home) as program:
        program.find('label', '«\u202fLes Érables.capcedre\u202f» ne peut pas être ouvert')
        program.find('push button', 'Ouvrir une copie')
        program.check_names('repair')
        program.focus()
        program.tab_to('push button', 'Sauver ce qui peut l’être…')
        program.key('Return')
        program.find('push button', 'Ouvrir le dossier sauvé')
        program.find('label', '4 lignes du dossier sont sauvées')
        program.check_names('repaired')
        program.key('Return')
        program.find('list item', 'Évaluer')
    saved = dossier.parent / 'Les Érables (récupéré).capcedre'
    assert levels(home, saved) == {'A1.1': 3}
    assert dossier.read_bytes() == content


def main():
    for test in (test_killed, test_closed_at_once, test_changed_behind, test_open_elsewhere, test_damaged):
        home = pathlib.Path(tempfile.mkdtemp(prefix='cap-e2e-'))
        try:
            dossier = home / 'Documents' / 'Les Érables.capcedre'
            dossier.parent.mkdir()
            run(home, 'new', dossier, '--name', 'Les Érables')
            test(home, dossier)
            print('ok', test.__name__)
        finally:
            shutil.rmtree(home, ignore_errors=True)


main()
