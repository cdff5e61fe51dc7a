#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check_install.py BUILD: everything that a desktop looks for is installed."""

import json
import pathlib
import subprocess
import sys

EXPECTED = {
    'share/applications/org.coorace.CapCedre.desktop',
    'share/glib-2.0/schemas/org.coorace.CapCedre.gschema.xml',
    'share/icons/hicolor/scalable/apps/org.coorace.CapCedre.svg',
    'share/icons/hicolor/scalable/mimetypes/application-vnd.coorace.capcedre.svg',
    'share/icons/hicolor/symbolic/apps/org.coorace.CapCedre-symbolic.svg',
    'share/locale/fr/LC_MESSAGES/cap-cedre.mo',
    'share/metainfo/org.coorace.CapCedre.metainfo.xml',
    'share/mime/packages/org.coorace.CapCedre.xml',
}


def introspect(build, what):
    done = subprocess.run(['meson', 'introspect', what, build], capture_output=True, check=True)
    return json.loads(done.stdout)


def main(build):
    prefix = next(o['value'] for o in introspect(build, '--buildoptions') if o['name'] == 'prefix')
    installed = {str(pathlib.Path(path).relative_to(prefix))
                 for path in introspect(build, '--installed').values()}
    missing = EXPECTED - installed
    assert not missing, f'not installed: {sorted(missing)}'


main(sys.argv[1])
