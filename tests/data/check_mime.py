#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check_mime.py FILE.xml: a desktop that learns this MIME type recognises a dossier, and only that."""

import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

DOSSIER = 'application/vnd.coorace.capcedre'
DATABASE = 'application/vnd.sqlite3'
APPLICATION_ID = 0x43617031  # "Cap1", as in app/store/cap-db.c


def write_database(path, application_id):
    connection = sqlite3.connect(path)
    connection.execute(f'PRAGMA application_id = {application_id}')
    connection.execute('CREATE TABLE thing (id INTEGER PRIMARY KEY)')
    connection.commit()
    connection.close()


def content_type(path, environment):
    lines = subprocess.run(['gio', 'info', '-a', 'standard::content-type', path], env=environment,
                           capture_output=True, text=True, check=True).stdout.split('\n')
    return next(line.split(': ')[1] for line in lines if 'standard::content-type' in line)


def learn(source, data_home):
    """Makes a private shared-mime-info database of the system's types and ours."""
    packages = data_home / 'mime/packages'
    packages.mkdir(parents=True)
    shutil.copy(source, packages / 'org.coorace.CapCedre.xml')
    subprocess.run(['update-mime-database', data_home / 'mime'], check=True)


def main(source):
    subprocess.run(['xmllint', '--noout', source], check=True)

    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        learn(source, folder / 'share')
        environment = {**os.environ, 'HOME': name, 'XDG_DATA_HOME': str(folder / 'share'),
                       'XDG_DATA_DIRS': '/usr/local/share:/usr/share', 'GIO_USE_VFS': 'local'}

        for file, application_id, expected in (
                ('with.capcedre', APPLICATION_ID, DOSSIER),
                ('without', APPLICATION_ID, DOSSIER),
                ('ordinary.sqlite', 0, DATABASE),
                ('foreign', 0x47504B47, None)):
            write_database(folder / file, application_id)
            found = content_type(folder / file, environment)
            assert (found == expected) if expected else (found != DOSSIER), f'{file}: {found}'


main(sys.argv[1])
