#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check_run.py RUN: app/run, on a tree whose tools and program only note how they are called."""

import pathlib
import shutil
import subprocess
import sys
import tempfile

NOTE = '#!/bin/bash\necho "$(basename "$0") $*" >>"$LOG"\n'
MESON = NOTE + 'echo noise; touch "$3/build.ninja"\n'
NINJA = NOTE + 'echo noise; exit "${NINJA:-0}"\n'
PROGRAM = NOTE + """\
[ "$1" != demo ] || echo demonstration >"$2"
[ "$1" != report ] || touch "${@: -1}"
[ "$1" != status ] || exit 2
"""
DOSSIER = 'Démonstration.capcedre'


class Tree:
    """A clone of the project, in a folder whose name has spaces, and somebody's home."""

    def __init__(self, script, folder):
        self.top, self.home, self.log = folder / 'le cap', folder / 'chez moi', folder / 'log'
        self.program = self.top / 'build/app/cap-cedre'
        self.home.mkdir()
        (self.top / 'app').mkdir(parents=True)
        shutil.copy(script, self.top / 'app/run')
        self.write(self.top / 'app/install', NOTE)
        self.write(folder / 'bin/meson', MESON)
        self.write(folder / 'bin/ninja', NINJA)
        self.write(folder / 'bin/xdg-user-dir', '#!/bin/bash\necho "${DOCUMENTS:-$HOME}"\n')
        self.write(self.program, PROGRAM)
        self.path = f'{folder / "bin"}:/usr/bin:/bin'

    @staticmethod
    def write(path, text):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding='utf-8')
        path.chmod(0o755)

    def run(self, *arguments, **environment):
        """Returns the status, the output, the errors, and how the tools were called."""
        self.log.unlink(missing_ok=True)
        environment |= {'PATH': self.path, 'HOME': str(self.home), 'LOG': str(self.log)}
        done = subprocess.run([self.top / 'app/run', *arguments], cwd='/', env=environment,
                              capture_output=True, text=True, check=False)
        calls = self.log.read_text(encoding='utf-8').split('\n')[:-1]
        return done.returncode, done.stdout, done.stderr, calls


def check_arguments(tree):
    status, out, err, calls = tree.run('status', 'a b')
    assert (status, out) == (2, ''), (status, out)
    assert err.startswith('Construction de Cap Cèdre'), err
    assert [call.split()[0] for call in calls] == ['install', 'meson', 'ninja', 'cap-cedre'], calls
    assert calls[-1] == 'cap-cedre status a b', calls

    status, out, err, calls = tree.run('--version')
    assert (status, out, err) == (0, '', ''), (status, out, err)
    assert [call.split()[0] for call in calls] == ['install', 'ninja', 'cap-cedre'], calls


def check_no_display(tree):
    folder = tree.top / 'build/demonstration'
    documents = ['Questionnaire.pdf', 'Photographie.pdf', 'Photographie (une page).pdf',
                 'Photographie (diapositives).pdf', 'Plan de progrès.pdf', 'Dossier d’audit.pdf']
    status, out, err, calls = tree.run()
    assert (status, err) == (0, ''), (status, err)
    told = out.split('\n')[1:-1]
    assert told[0] == str(folder / DOSSIER), out
    assert sorted(told[1:]) == sorted(str(folder / name) for name in documents), out
    assert 'écran' in out, out
    assert [call.split()[1] for call in calls[2:]] == ['demo', *['report'] * len(documents)], calls
    assert not list(tree.home.iterdir())

    _, _, _, calls = tree.run()
    assert not any(' demo ' in call for call in calls), calls


def check_display(tree):
    dossier = tree.home / 'Documents' / DOSSIER
    _, _, _, calls = tree.run(DISPLAY=':9')
    assert calls[-2:] == [f'cap-cedre demo {dossier}', f'cap-cedre {dossier}'], calls

    dossier.write_text('mine', encoding='utf-8')
    _, _, _, calls = tree.run(WAYLAND_DISPLAY='wayland-0')
    assert calls[-1] == f'cap-cedre {dossier}' and not any(' demo ' in call for call in calls), calls
    assert dossier.read_text(encoding='utf-8') == 'mine'

    documents = tree.home / 'Mes documents'
    _, _, _, calls = tree.run(DISPLAY=':9', DOCUMENTS=str(documents))
    assert calls[-1] == f'cap-cedre {documents / DOSSIER}', calls


def check_failing_build(tree):
    status, out, err, calls = tree.run(NINJA='1')
    assert status == 3 and not out and 'noise' in err and 'La construction a échoué' in err, (status, err)
    assert not any(call.startswith('cap-cedre') for call in calls), calls


def main(script):
    with tempfile.TemporaryDirectory() as folder:
        tree = Tree(script, pathlib.Path(folder))
        check_arguments(tree)
        check_no_display(tree)
        check_display(tree)
        check_failing_build(tree)


main(sys.argv[1])
