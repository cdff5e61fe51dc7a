#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""self_check.py ROOT: each policy accepts a good tree, and refuses each of its bad samples."""

import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(sys.argv[1])
LICENSE = '/* SPDX-License-Identifier: GPL-3.0-or-later */\n'
HEADER = ('msgid ""\nmsgstr ""\n"Language: fr\\n"\n"MIME-Version: 1.0\\n"\n'
          '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
          '"Plural-Forms: nplurals=2; plural=n > 1;\\n"\n')
SOURCE = 'app/model/cap-member.c'

GOOD = {
    'app/base/cap-text.h': LICENSE,
    'app/model/cap-member-private.h': LICENSE,
    'app/model/cap-member.h': LICENSE,
    'app/ui/shell/cap-window.h': LICENSE,
    SOURCE: LICENSE + '\n#include "model/cap-member.h"\n\nstatic const char *word = _("Save");\n',
    'po/LINGUAS': 'fr\n',
    'po/POTFILES': SOURCE + '\n',
    'po/fr.po': HEADER + '\nmsgid "Save"\nmsgstr "Enregistrer\u202f!"\n',
    'meson.build': '',
}


def include(path, header):
    return {path: f'{LICENSE}\n#include "{header}"\n'}


def french(text):
    return {'po/fr.po': f'{HEADER}\nmsgid "Save"\nmsgstr "{text}"\n'}


def source(body):
    return {'app/model/cap-plain.c': LICENSE + body}


BAD = {  # policy → trees that it must refuse, as what they change in the good one
    'layers': [
        include('app/base/cap-date.c', 'model/cap-member.h'),
        include('app/store/cap-db.c', 'scoring/cap-score.h'),
        include('app/cli/cap-cli.c', 'ui/shell/cap-window.h'),
        include('app/ui/plan/cap-plan-view.c', 'ui/evaluation/cap-evaluation-view.h'),
        include('app/ui/widgets/cap-bar.c', 'ui/shell/cap-window.h'),
        include('app/ui/shell/cap-window.c', 'store/cap-db.h'),
        include('app/main.c', 'store/cap-db.h'),
        include('app/base/cap-date.c', 'model/cap-member-private.h'),
        include('app/plan/cap-plan.c', 'model/cap-member-private.h'),
        include('app/cli/cap-cli.c', 'sqlite3.h'),
        include('app/workspace/cap-clock.c', 'gtk/gtk.h'),
        include('app/scoring/cap-score.c', 'gmp.h'),
        include('app/workspace/cap-page.c', 'poppler.h'),
        include('app/store/cap-pack.c', 'archive.h'),
        include('app/store/cap-page.c', 'libxml/xmlreader.h'),
        include('app/model/cap-other.c', 'cap-member.h'),
        include('app/model/cap-other.c', '../base/cap-text.h'),
        include('app/misc/cap-misc.c', 'base/cap-text.h'),
    ],
    'style': [
        {'app/model/cap-plain.c': 'int x;\n'},
        source('int\nlong_one (void)\n{\n' + '  x ();\n' * 60 + '}\n'),
        source('int x;\n' * 601),
        source('/* ' + 'x' * 110 + ' */\n'),
        source('\tint x;\n'),
        source('int x; \n'),
        source('/* TO' 'DO: the rest */\n'),
        source('  g_main_context_iteration (NULL, TRUE);\n'),
        source('  strcpy (a, b);\n'),
        {SOURCE: LICENSE + '\n#include "base/cap-text.h"\n'},
        {'tests/one.py': 'print()\n'},
    ],
    'potfiles': [
        {'po/POTFILES': ''},
        {'po/POTFILES': f'{SOURCE}\n{SOURCE}\n'},
        {'po/POTFILES': f'app/base/cap-text.h\n{SOURCE}\n'},
        {'resources/ui/cap-window.ui': '<property name="label" translatable="yes">Open</property>\n'},
        {'data/a.desktop.in': 'Name=Cap\n'},
    ],
    'translations': [
        {'po/fr.po': HEADER},
        french(''),
        {'po/fr.po': f'{HEADER}\n#, fuzzy\nmsgid "Save"\nmsgstr "Enregistrer"\n'},
        french("L'enregistrer"),
        french('Enregistrer...'),
        french('Enregistrer !'),
        french('Enregistrer 12 %'),
        french('Enregistrer\u00a0!'),
        french('Enregistrer!'),
        french('Enregistrer\u202f: oui'),
        french('« Enregistrer »'),
        french('«Enregistrer»'),
    ],
    'files': [
        {'notes.txt': ''},
        {'docs/a.md': ''},
        {'app/run': 'cd /wo' 'rk/main\n'},
        {'meson.build': "x = '/ho" "me/me/x'\n"},
    ],
}


def accepts(policy, changes):
    with tempfile.TemporaryDirectory() as folder:
        tree = pathlib.Path(folder)
        for name, content in {**GOOD, **changes}.items():
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            (tree / name).write_text(content, encoding='utf-8')
        shutil.copy(ROOT / 'po/update', tree / 'po/update')
        script = ROOT / f'tests/policy/{policy}.py'
        done = subprocess.run([sys.executable, script, tree], capture_output=True, text=True, check=False)
        assert not done.stderr, f'{policy}: {done.stderr}'
        return done.returncode == 0


def main():
    wrong = [f'{policy}.py refuses a good tree' for policy in BAD if not accepts(policy, {})]
    wrong += [f'{policy}.py accepts {changes}' for policy, samples in BAD.items()
              for changes in samples if accepts(policy, changes)]
    print('\n'.join(wrong))
    sys.exit(1 if wrong else 0)


main()
