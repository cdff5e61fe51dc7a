#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No screen, no room, no right to write, other characters, a hostile name: told, and nothing is spoilt."""
import json
import os
import pwd
import shutil
import sqlite3
import subprocess
import unittest

import harness


class ScreenTest(harness.CliTest):
    def test_without_a_screen(self):
        self.new()
        for arguments in ((), ('d.capcedre',), ('--', 'd.capcedre')):
            self.refuse(3, *arguments, says='écran')
        self.refuse(2, '')


class OutputTest(harness.CliTest):
    def setUp(self):
        super().setUp()
        self.do('demo', 'd.capcedre')

    def test_not_over_the_dossier(self):
        before = self.digest('d.capcedre')
        os.link(self.path('d.capcedre'), self.path('hard.pdf'))
        os.symlink('d.capcedre', self.path('soft.pdf'))
        for output in 'd.capcedre', './d.capcedre', 'hard.pdf', 'soft.pdf':
            self.refuse(1, 'report', 'plan', 'd.capcedre', '-o', output)
            self.refuse(1, 'export', 'json', 'd.capcedre', '-o', output)
        self.assertEqual(self.digest('d.capcedre'), before)

    def test_replaces_what_was_written_before(self):
        self.write('out.json', 'old')
        os.chmod(self.path('out.json'), 0o640)
        with open(self.path('out.json'), encoding='utf-8') as reader:
            self.do('export', 'json', 'd.capcedre', '-o', 'out.json')
            self.assertEqual(reader.read(), 'old')  # a new file over it, not the same one emptied
        self.assertEqual(os.stat(self.path('out.json')).st_mode & 0o777, 0o640)
        self.assertEqual(sorted(os.listdir(self.folder)), ['.home', 'd.capcedre', 'out.json'])

    def test_folders(self):
        os.mkdir(self.path('folder'))
        self.refuse(1, 'demo', 'd.capcedre')
        self.refuse(1, 'demo', 'folder')
        self.refuse(3, 'demo', os.path.join('nowhere', 'x.capcedre'))
        self.refuse(3, 'export', 'json', 'd.capcedre', '-o', 'folder')
        self.assertEqual(os.listdir(self.path('folder')), [])

    def test_standard_output_is_full(self):
        for arguments in (('score', 'd.capcedre'), ('plan', 'd.capcedre', 'propose', '--json'), ('--help',)):
            with open('/dev/full', 'w', encoding='utf-8') as full:
                done = subprocess.run([harness.PROGRAM, *arguments], cwd=self.folder, env=self.environment,
                                      stdout=full, stderr=subprocess.PIPE, text=True, check=False)
            self.assertEqual((done.returncode, len(done.stderr.splitlines())), (3, 1), done.stderr)

    def test_utf8_in_any_locale(self):
        locales = self.path('locales')
        os.mkdir(locales)
        name = 'fr_FR.ISO-8859-1'
        if shutil.which('localedef') is None or subprocess.run(
                ['localedef', '-i', 'fr_FR', '-f', 'ISO-8859-1', os.path.join(locales, name)],
                capture_output=True, check=False).returncode > 1 or not os.listdir(locales):
            self.skipTest('this locale cannot be made here')
        latin = {'environment': {'LOCPATH': locales, 'LC_ALL': name}}
        for arguments in (('show', 'd.capcedre', '--json'), ('score', 'd.capcedre'), ('--help',)):
            self.assertEqual(self.do(*arguments, **latin), self.do(*arguments))
        self.refuse(1, 'show', 'œuvre – été.capcedre', says='œuvre – été', **latin)

    def test_commands_to_the_terminal(self):
        database = sqlite3.connect(self.path('d.capcedre'))
        with database:
            database.execute("UPDATE member SET name = ?", ('Les \x1b[31mÉrables\x9b',))
            database.execute("UPDATE action SET title = ?", ('\x1b]0;titre\x07',))
        database.close()
        for arguments in (('show',), ('score',), ('plan',)):
            text = self.do(arguments[0], 'd.capcedre', *arguments[1:])
            self.assertFalse([c for c in text if c != '\n' and (c < ' ' or '\x7f' <= c < '\xa0')], arguments)
        self.assertEqual(self.do_json('show', 'd.capcedre', '--json')['member']['name'],
                         'Les \x1b[31mÉrables\x9b')


class ClockTest(harness.CliTest):
    def test_given_date(self):
        for epoch, date in ('0', '1970-01-01'), ('1795132800', '2026-11-20'):
            name = f'{epoch}.capcedre'
            self.do('new', name, '--name', 'X', environment={'SOURCE_DATE_EPOCH': epoch})
            self.assertEqual(json.loads(self.do('score', name, '--json'))['evaluation']['date'], date)


@unittest.skipUnless(os.geteuid() == 0, 'becoming someone else asks for root')
class NobodyTest(harness.CliTest):
    """Someone who may read the dossier, and write nowhere around it."""

    def setUp(self):
        super().setUp()
        self.do('demo', 'd.capcedre')
        os.chmod(self.folder, 0o755)
        os.chmod(self.path('d.capcedre'), 0o644)
        nobody = pwd.getpwnam('nobody')
        home = self.path('.nobody')
        os.mkdir(home)
        os.chown(home, nobody.pw_uid, nobody.pw_gid)
        self.nobody = {'user': nobody.pw_uid, 'group': nobody.pw_gid, 'extra_groups': [],
                       'environment': {'HOME': home}}
        try:
            self.run_program('--version', **self.nobody)
        except PermissionError:
            self.skipTest('the program is where nobody may go')

    def test_reads(self):
        self.assertEqual(self.do('score', 'd.capcedre', **self.nobody), self.do('score', 'd.capcedre'))
        self.do('check', 'd.capcedre', **self.nobody)

    def test_cannot_write(self):
        self.write('a.csv', 'title;owner\nRelire;Qualité\n')
        self.write('i.csv', 'code;label\nI-01;Sorties\n')
        before = self.digest('d.capcedre')
        names = sorted(os.listdir(self.folder))
        for arguments in (('answer', 'd.capcedre', 'A1.1', '2'), ('plan', 'd.capcedre', 'accept', '--all'),
                          ('new', 'n.capcedre', '--name', 'N'), ('demo', 'n.capcedre'),
                          ('import', 'actions', 'd.capcedre', 'a.csv'),
                          ('import', 'indicators', 'd.capcedre', 'i.csv'),
                          ('export', 'json', 'd.capcedre', '-o', 'out.json'),
                          ('export', 'csess', 'd.capcedre', '-o', 'out.csv'),
                          ('export', 'plan.ics', 'd.capcedre', '-o', 'out.ics'),
                          ('export', 'plan.xlsx', 'd.capcedre', '-o', 'out.xlsx'),
                          ('report', 'plan', 'd.capcedre', '-o', 'out.pdf')):
            self.refuse(3, *arguments, **self.nobody)
        self.assertEqual(sorted(os.listdir(self.folder)), names)
        self.assertEqual(self.digest('d.capcedre'), before)

    def test_cannot_read(self):
        os.chmod(self.path('d.capcedre'), 0o600)
        self.refuse(3, 'score', 'd.capcedre', **self.nobody)


harness.main()
