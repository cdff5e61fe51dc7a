#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check_install.py BUILD: all that a desktop looks for is installed, and the program works from there."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

EXPECTED = {
    'bin/cap-cedre',
    'share/applications/org.coorace.CapCedre.desktop',
    'share/cap-cedre/fonts/Lato-Regular.ttf',
    'share/cap-cedre/print/hyph_fr.dic',
    'share/glib-2.0/schemas/org.coorace.CapCedre.gschema.xml',
    'share/icons/hicolor/scalable/apps/org.coorace.CapCedre.svg',
    'share/icons/hicolor/scalable/mimetypes/application-vnd.coorace.capcedre.svg',
    'share/icons/hicolor/symbolic/apps/org.coorace.CapCedre-symbolic.svg',
    'share/locale/fr/LC_MESSAGES/cap-cedre.mo',
    'share/metainfo/org.coorace.CapCedre.metainfo.xml',
    'share/mime/packages/org.coorace.CapCedre.xml',
}


def install(build, folder):
    """Returns where the files are: the program finds its own from any place."""
    subprocess.run(['meson', 'install', '-C', build, '--no-rebuild', '--quiet', '--destdir', folder],
                   capture_output=True, check=True)
    options = subprocess.run(['meson', 'introspect', '--buildoptions', build],
                             capture_output=True, check=True)
    prefix = next(o['value'] for o in json.loads(options.stdout) if o['name'] == 'prefix')
    return folder / prefix.lstrip('/')


def check_program(prefix, home):
    """French is spoken, fonts are found."""
    program, dossier, page = prefix / 'bin/cap-cedre', home / 'a.capcedre', home / 'a.pdf'
    environment = {'HOME': str(home), 'PATH': os.environ['PATH']}

    said = subprocess.run([program, '--help'], env=environment, capture_output=True, text=True, check=True)
    assert 'Commandes' in said.stdout, said.stdout
    subprocess.run([program, 'demo', dossier], env=environment, capture_output=True, check=True)
    subprocess.run([program, 'report', 'plan', dossier, '-o', page], env=environment, check=True)
    assert page.read_bytes().startswith(b'%PDF')


def main(build):
    with tempfile.TemporaryDirectory(prefix='cap installé ') as name:
        prefix = install(build, pathlib.Path(name) / 'système')
        missing = {path for path in EXPECTED if not (prefix / path).is_file()}
        assert not missing, f'not installed: {sorted(missing)}'
        check_program(prefix, pathlib.Path(name))


main(sys.argv[1])
