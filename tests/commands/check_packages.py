#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check_packages.py INSTALL: only what is missing is installed, with sudo where needed, in one line."""

import pathlib
import subprocess
import sys
import tempfile

LIST = '# needed\ngcc\nmeson # the build\n\n'
TOOLS = ('apt-get', 'bash', 'comm', 'dpkg-query', 'env', 'id', 'mktemp', 'rm', 'sed', 'sort', 'sudo', 'tail')
FAKE = {
    'apt-get': 'echo "$@" >>"$LOG"; exit "$APT"',
    'dpkg-query': 'for name in $PRESENT; do echo "ii  $name"; done; exit 1',
    'id': 'echo "$USER_ID"',
    'sudo': 'echo sudo >>"$LOG"; exec "$@"',
}


def make_tools(folder, without):
    for name in TOOLS:
        if name in without:
            continue
        if name in FAKE:
            (folder / name).write_text(f'#!/bin/bash\n{FAKE[name]}\n', encoding='utf-8')
            (folder / name).chmod(0o755)
        else:
            (folder / name).symlink_to(f'/usr/bin/{name}')


def install(script, present='', user=0, apt=0, without=()):
    """Runs app/install on a machine that has these packages and these tools. Returns its status, what it said
    and what it asked of apt-get."""
    with tempfile.TemporaryDirectory(prefix='les paquets ') as name:
        folder = pathlib.Path(name)
        (folder / 'list').write_text(LIST, encoding='utf-8')
        (folder / 'bin').mkdir()
        make_tools(folder / 'bin', without)
        log = folder / 'log'
        environment = {'PATH': str(folder / 'bin'), 'LC_ALL': 'C.UTF-8', 'TMPDIR': name, 'LOG': str(log),
                       'PRESENT': present, 'USER_ID': str(user), 'APT': str(apt)}
        done = subprocess.run(['/usr/bin/bash', script, folder / 'list'], env=environment, text=True,
                              capture_output=True, check=False)
        assert not done.stdout, done.stdout
        asked = log.read_text(encoding='utf-8').split('\n') if log.exists() else []
        return done.returncode, done.stderr.split('\n')[:-1], asked


def main(script):
    status, said, asked = install(script, 'gcc meson')
    assert (status, said, asked) == (0, [], []), (status, said, asked)

    status, said, asked = install(script, without=('dpkg-query',))
    assert (status, said, asked) == (0, [], []), (status, said, asked)

    status, said, asked = install(script, 'meson')
    assert (status, said) == (0, ['Installation de ce qui manque : gcc…']), (status, said)
    assert 'sudo' not in asked and asked[1].endswith('--no-install-recommends gcc'), asked

    status, said, asked = install(script, 'gcc', user=1000)
    assert status == 0 and asked[0] == 'sudo' and asked[3].endswith(' meson'), (status, said, asked)

    status, said, asked = install(script, user=1000, without=('sudo',))
    assert status == 3 and 'apt-get install gcc meson' in said[0] and not asked, (status, said, asked)

    status, said, asked = install(script, apt=100)
    assert status == 3 and 'vérifier la connexion' in said[-1], (status, said)


main(sys.argv[1])
