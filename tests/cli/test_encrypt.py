#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Dossiers that are encrypted: every command opens them with the passphrase, none without."""
import hashlib
import json
import os
import pathlib
import shutil
import subprocess

import harness

PASSPHRASE = 'lampe girafe ticket orage'
CHOSEN = 'velours nuage carton piano'


class EncryptTest(harness.CliTest):
    def setUp(self):
        super().setUp()
        self.new('d.capcedre', '--kinds', 'AI')
        self.do('answer', 'd.capcedre', 'A1.1', '2')

    def typed(self, *arguments, lines=(PASSPHRASE,), status=0, says=''):
        """What is printed; or what is complained of, in one line, with another @status."""
        done = subprocess.run([harness.PROGRAM, *arguments], cwd=self.folder, env=self.environment,
                              capture_output=True, input='\n'.join(lines) + '\n', text=True, timeout=60,
                              check=False)
        self.assertEqual(done.returncode, status, (arguments, done.stdout, done.stderr))
        if status != 0:
            self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)
            self.assertIn(says, done.stderr)
            return done.stderr
        self.assertEqual(done.stderr, '', arguments)
        return done.stdout

    def files_in_clear(self):
        """The files, here and in the home, that the name of the structure can be read in."""
        found = []
        for folder, _, names in os.walk(self.folder):
            for name in names:
                with open(os.path.join(folder, name), 'rb') as file:
                    if 'Les Érables'.encode() in file.read():
                        found.append(name)
        return found

    def test_encrypt(self):
        before = self.do('show', 'd.capcedre', '--json')
        self.assertNotEqual(self.files_in_clear(), [])
        told = self.typed('encrypt', 'd.capcedre')
        self.assertIn('chiffré', told)
        self.assertIn('1 sauvegarde', told)
        self.assertEqual(self.files_in_clear(), [])
        self.assertEqual(self.typed('show', 'd.capcedre', '--json'), before)
        self.typed('check', 'd.capcedre')
        self.typed('answer', 'd.capcedre', 'A1.2', '3')
        self.assertIn('3', self.typed('show', 'd.capcedre'))
        self.typed('report', 'plan', 'd.capcedre', '-o', 'p.pdf')
        self.typed('verify', 'd.capcedre')
        self.assertEqual(self.files_in_clear(), ['p.pdf'])  # documents are for others to read

    def test_without(self):
        """Nothing is given, or something wrong: one line says it, nothing is changed."""
        self.typed('encrypt', 'd.capcedre')
        digest = self.digest('d.capcedre')
        for command in (('show',), ('check',), ('score',), ('verify',), ('answer', 'A1.1', '1')):
            arguments = (command[0], 'd.capcedre', *command[1:])
            self.refuse(1, *arguments, says='phrase de passe')
            self.typed(*arguments, lines=('lampe girafe ticket orages',), status=1,
                       says='Ce n’est pas la phrase de passe de ce dossier')
        self.refuse(1, 'repair', 'd.capcedre', '-o', 'r.capcedre', says='phrase de passe')
        self.assertEqual(self.digest('d.capcedre'), digest)
        self.assertFalse(os.path.exists(self.path('r.capcedre')))

    def leave_over(self):
        """What a killed program leaves of the dossier under PASSPHRASE; the file is as it was before."""
        before = pathlib.Path(self.path('d.capcedre')).read_bytes()
        self.typed('encrypt', 'd.capcedre')
        work = pathlib.Path(self.path('d.capcedre')).read_bytes()
        pathlib.Path(self.path('d.capcedre')).write_bytes(before)
        state = pathlib.Path(self.environment['HOME'], '.local/state/cap-cedre')
        identity, = (folder.name for folder in (state / 'backups').iterdir())
        real = os.path.realpath(self.path('d.capcedre'))
        folder = state / 'work' / hashlib.sha256(real.encode()).hexdigest()
        folder.mkdir(parents=True)
        (folder / 'work.db').write_bytes(work)
        (folder / 'owner').touch()
        (folder / 'origin.ini').write_text(f'[origin]\nuri={pathlib.Path(real).as_uri()}\n'
                                           f'dossier={identity}\nbase=none\n', encoding='utf-8')

    def test_left_over(self):
        """Whose passphrase it is that is asked for, and what to do without it."""
        self.leave_over()
        digest = self.digest('d.capcedre')
        for command in (('show',), ('check',), ('answer', 'A1.1', '1')):
            arguments = (command[0], 'd.capcedre', *command[1:])
            self.typed(*arguments, lines=(CHOSEN,), status=1, says='mettre ce travail de côté')
            self.refuse(1, *arguments, says='mettre ce travail de côté')
        self.assertEqual(self.digest('d.capcedre'), digest)
        self.typed('show', 'd.capcedre')
        self.do('show', 'd.capcedre')  # once it is known, it is as any other one: nothing more is asked

    def test_change(self):
        self.typed('encrypt', 'd.capcedre')
        shutil.copy(self.path('d.capcedre'), self.path('before.capcedre'))
        self.typed('encrypt', 'd.capcedre', '--change', lines=(PASSPHRASE, CHOSEN))
        self.typed('show', 'd.capcedre', status=1, says='Ce n’est pas')
        self.typed('show', 'd.capcedre', lines=(CHOSEN,))
        self.typed('show', 'before.capcedre')
        # A copy of before comes in without its own passphrase being asked: the new one knows it.
        self.typed('merge', 'd.capcedre', 'before.capcedre', lines=(CHOSEN,))
        self.assertEqual(self.files_in_clear(), [])

    def test_remove(self):
        self.typed('encrypt', 'd.capcedre')
        self.typed('encrypt', 'd.capcedre', '--remove', lines=(CHOSEN,), status=1, says='Ce n’est pas')
        self.typed('encrypt', 'd.capcedre', '--remove')
        self.assertIn('Les Érables', self.do('show', 'd.capcedre'))
        self.do('check', 'd.capcedre')

    def test_refused(self):
        self.typed('encrypt', 'd.capcedre', lines=('trop court',), status=1, says='trop courte')
        self.typed('encrypt', 'd.capcedre', lines=('motdepasse2026',), status=1, says='deviner')
        self.typed('encrypt', 'd.capcedre', '--change', status=1, says='n’est pas chiffré')
        self.refuse(2, 'encrypt', 'd.capcedre', '--change', '--remove')
        self.typed('encrypt', 'd.capcedre')
        self.typed('encrypt', 'd.capcedre', status=1, says='--change')

    def test_for_others(self):
        """What goes to an auditor or a consultant is encrypted too, under a key of its own."""
        os.unlink(self.path('d.capcedre'))
        self.do('demo', 'd.capcedre')
        self.typed('encrypt', 'd.capcedre')
        self.typed('audit', 'copy', 'd.capcedre', '--audit', 'AU-02', '-o', 'auditor.capcedre')
        self.typed('anonymise', 'd.capcedre', '-o', 'anonymous.capcedre')
        for name in 'd.capcedre', 'auditor.capcedre', 'anonymous.capcedre':
            with open(self.path(name), 'rb') as file:
                self.assertNotIn(b'Ateliers', file.read())
        for name in 'auditor.capcedre', 'anonymous.capcedre':
            self.typed('show', name)
            self.assertNotEqual(self.key_of(name), self.key_of('d.capcedre'))
        self.typed('encrypt', 'auditor.capcedre', '--change', lines=(PASSPHRASE, CHOSEN))
        self.typed('audit', 'return', 'd.capcedre', 'auditor.capcedre', '--dry-run',
                   lines=(PASSPHRASE, CHOSEN))

    def test_other_copy_beside(self):
        """The backups of another copy of the dossier are not this one’s to encrypt, now or later."""
        shutil.copy(self.path('d.capcedre'), self.path('e.capcedre'))
        self.do('answer', 'e.capcedre', 'A1.2', '1')
        self.typed('encrypt', 'd.capcedre')
        self.typed('answer', 'd.capcedre', 'A1.2', '2')
        self.assertEqual([name for name in self.files_in_clear() if 'd.capcedre' in name], [])
        self.assertEqual(len([name for name in self.files_in_clear() if name.endswith('-e.capcedre')]), 1)

    def key_of(self, name):
        """What tells keys apart, in the head of a file."""
        with open(self.path(name), 'rb') as file:
            return file.read(33)[17:]

    def test_other_deeds(self):
        """Two copies with passphrases of their own; a seal; what was saved of a damaged file."""
        shutil.copy(self.path('d.capcedre'), self.path('e.capcedre'))
        self.do('answer', 'e.capcedre', 'A1.3', '1')
        self.typed('encrypt', 'd.capcedre')
        self.typed('encrypt', 'e.capcedre', lines=(CHOSEN,))
        self.typed('merge', 'd.capcedre', 'e.capcedre', lines=(PASSPHRASE, CHOSEN))
        self.assertEqual(json.loads(self.typed('score', 'd.capcedre', '--json'))['coverage']['answered'], 2)
        self.typed('seal', 'dossier', 'd.capcedre', '--new-key', lines=(PASSPHRASE, CHOSEN))
        with open(self.path('d.capcedre'), 'r+b') as file:
            file.seek(4096 + 3 * 4136 + 500)
            file.write(b'damage')
        self.typed('check', 'd.capcedre', status=1, says='abîmé')
        self.typed('repair', 'd.capcedre', '-o', 'r.capcedre')
        self.typed('show', 'r.capcedre')
        self.assertEqual(self.files_in_clear(), [])


if __name__ == '__main__':
    harness.main()
