#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Versions that are sealed: by whom, intact or not, and never without the passphrase."""
import fcntl
import os
import pty
import re
import select
import shutil
import sqlite3
import subprocess
import termios
import zipfile

import harness

PASSPHRASE = 'quatre mots sans lien, été'
CODE = r'[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4})'


class SealTest(harness.CliTest):
    def setUp(self):
        super().setUp()
        self.new('d.capcedre', '--kinds', 'AI')
        for criterion in 'A1.1', 'A1.2':
            self.do('answer', 'd.capcedre', criterion, '2')

    def typed(self, *arguments, lines=(PASSPHRASE,)):
        return subprocess.run([harness.PROGRAM, *arguments], cwd=self.folder, env=self.environment,
                              capture_output=True, input='\n'.join(lines) + '\n', text=True, timeout=60,
                              check=False)

    def seal(self, *arguments, lines=(PASSPHRASE,)):
        """What is told: the code of the content, the fingerprint of the key."""
        done = self.typed('seal', *arguments, lines=lines)
        self.assertEqual((done.returncode, done.stderr), (0, ''), arguments)
        return re.search(f'code du contenu ({CODE}{{2}}), clé ({CODE}{{3}})', done.stdout).groups()

    def refuse_seal(self, status, *arguments, says='', lines=(PASSPHRASE,)):
        done = self.typed('seal', *arguments, lines=lines)
        self.assertEqual(done.returncode, status, (done.stdout, done.stderr))
        self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)
        self.assertIn(says, done.stderr)

    def test_document(self):
        """The pages bear the code; one sentence says by whom; other readers see nothing wrong."""
        code, key = self.seal('photograph', 'd.capcedre', '-o', 'p.pdf', '--new-key')
        told = self.do('verify', 'p.pdf')
        self.assertEqual(len(told.splitlines()), 1)
        for part in 'intact', '«\u202fLes Érables\u202f»', code, key, '20 novembre 2026':
            self.assertIn(part, told)
        text = subprocess.check_output(['pdftotext', self.path('p.pdf'), '-'], text=True)
        self.assertEqual(text.count('Version scellée ' + code), text.count('\f'))
        subprocess.run(['qpdf', '--check', self.path('p.pdf')], check=True, capture_output=True)
        again, same = self.seal('audit-dossier', 'd.capcedre', '-o', 'a.pdf')
        self.assertEqual((again, same), (code, key))
        self.do('verify', 'a.pdf', '--sealed', '--key', key.lower().replace('-', ''))
        self.refuse(1, 'verify', 'a.pdf', '--key', '0000-0000-0000-0000', says=key)

    def test_changed(self):
        """A byte of the pages, of the seal, at the ends; bytes more or less."""
        self.seal('photograph', 'd.capcedre', '-o', 'p.pdf', '--new-key')
        with open(self.path('p.pdf'), 'rb') as file:
            sound = file.read()
        at = sound.rindex(b'%CapSeal structure: ')
        last = sound.rindex(b'startxref')
        for position in 0, 4, 9, len(sound) // 2, at, at + 5, at + 25, last, len(sound) - 1:
            changed = bytearray(sound)
            changed[position] ^= 1
            self.write('x.pdf', bytes(changed))
            self.refuse(1, 'verify', 'x.pdf', says='modifié')
        for changed in sound[:-1], sound + b'\n', sound + sound:
            self.write('x.pdf', changed)
            self.refuse(1, 'verify', 'x.pdf', says='modifié')
        self.write('x.pdf', sound.replace('Les Érables'.encode(), 'Les Cèdres!'.encode()))
        self.refuse(1, 'verify', 'x.pdf', says='modifié')

    def test_without_seal(self):
        """It is told and no fault, unless a seal is asked for."""
        self.do('report', 'photograph', 'd.capcedre', '-o', 'p.pdf')
        self.do('package', 'd.capcedre', '-o', 'p.zip')
        for name in 'p.pdf', 'd.capcedre', 'p.zip':
            self.assertIn('aucun sceau', self.do('verify', name))
            self.refuse(1, 'verify', name, '--sealed', says='sceau')
            self.refuse(1, 'verify', name, '--key', '0000-0000-0000-0000', says='sceau')

    def test_dossier(self):
        """It says whether it holds what was sealed; that it goes on is no fault; a changed seal is one."""
        code, key = self.seal('dossier', 'd.capcedre', '--new-key')
        told = self.do('verify', 'd.capcedre')
        self.assertIn('son contenu a été scellé', told)
        self.assertIn(code, told)
        self.do('answer', 'd.capcedre', 'A1.3', '4')
        self.assertIn('a continué', self.do('verify', 'd.capcedre', '--key', key))
        other, _ = self.seal('photograph', 'd.capcedre', '-o', 'p.pdf')
        self.assertNotEqual(other, code)
        self.assertIn(other, self.do('verify', 'd.capcedre'))
        self.do('check', 'd.capcedre')
        self.assertEqual(len(self.do('seal', 'list', 'd.capcedre').splitlines()), 2)

        with sqlite3.connect(self.path('d.capcedre')) as db:
            db.execute("UPDATE seal SET label = 'Autre chose' WHERE kind = 'photograph'")
        self.refuse(1, 'verify', 'd.capcedre', says='Autre chose')
        self.refuse(1, 'check', 'd.capcedre', says='Autre chose')

    def test_answer_changed_behind(self):
        """Whoever changes a level in the file does not pass for what was sealed."""
        code, _ = self.seal('dossier', 'd.capcedre', '--new-key')
        with sqlite3.connect(self.path('d.capcedre')) as db:
            db.execute("UPDATE answer SET level = 4 WHERE criterion = 'A1.1'")
        self.assertIn('a continué', self.do('verify', 'd.capcedre'))
        self.assertIn(code, self.do('verify', 'd.capcedre'))

    def test_passphrase(self):
        """Wrong, missing, too short; changed; lost."""
        self.refuse_seal(1, 'dossier', 'd.capcedre', says='--new-key')
        self.refuse_seal(1, 'dossier', 'd.capcedre', '--new-key', lines=('court',), says='trop courte')
        _, key = self.seal('dossier', 'd.capcedre', '--new-key')
        digest = self.digest('d.capcedre')
        wanted = 'photograph', 'd.capcedre', '-o', 'p.pdf'
        self.refuse_seal(1, *wanted, lines=('une autre phrase',), says='passe')
        self.refuse_seal(1, *wanted, lines=(), says='aucune')
        self.refuse(1, 'seal', 'dossier', 'd.capcedre', says='aucune')
        self.assertFalse(os.path.exists(self.path('p.pdf')))
        self.assertEqual(self.digest('d.capcedre'), digest)

        new = 'une phrase toute neuve'
        self.refuse_seal(1, 'passphrase', 'd.capcedre', lines=(new, new), says='passe')
        done = self.typed('seal', 'passphrase', 'd.capcedre', lines=(PASSPHRASE, new))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.refuse_seal(1, 'dossier', 'd.capcedre', says='passe')
        self.assertEqual(self.seal('dossier', 'd.capcedre', lines=(new,))[1], key)
        self.assertNotEqual(self.seal('dossier', 'd.capcedre', '--new-key')[1], key)
        self.do('check', 'd.capcedre')

    def test_typed_on_terminal(self):
        """It is asked twice when it is chosen, and never shown."""
        main, side = pty.openpty()
        done = subprocess.Popen([harness.PROGRAM, 'seal', 'dossier', 'd.capcedre', '--new-key'],
                                cwd=self.folder, env=self.environment, stdin=side, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, text=True, start_new_session=True,
                                preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0))
        os.close(side)
        shown = b''
        for _ in range(2):
            while not shown.endswith(b': '):
                self.assertTrue(select.select([main], [], [], 30)[0], shown)
                shown += os.read(main, 1000)
            os.write(main, PASSPHRASE.encode() + b'\n')
            shown += b'|'
        output, complaint = done.communicate(timeout=60)
        self.assertEqual((done.returncode, complaint), (0, ''))
        self.assertIn('code du contenu', output)
        self.assertNotIn(PASSPHRASE.encode(), shown)
        os.close(main)

    def test_usage(self):
        self.refuse(2, 'seal', 'questionnaire', 'd.capcedre', '-o', 'q.pdf', says='questionnaire')
        self.refuse(2, 'seal', 'audit-dossier', 'd.capcedre', '-o', 'a.fodt', says='PDF')
        self.refuse(2, 'seal', 'photograph', 'd.capcedre', says='-o')
        self.refuse(2, 'report', 'photograph', 'd.capcedre', '-o', 'p.pdf', '--new-key')
        self.seal('dossier', 'd.capcedre', '--new-key')
        digest = self.digest('d.capcedre')
        self.refuse_seal(3, 'photograph', 'd.capcedre', '-o', 'nowhere/p.pdf')
        self.refuse_seal(1, 'finding', 'd.capcedre', '-o', 'f.pdf')
        self.refuse_seal(1, 'photograph', 'd.capcedre', '-o', 'd.capcedre', says='dossier')
        self.assertEqual(self.digest('d.capcedre'), digest)

    def test_key_stays(self):
        """Neither the JSON nor the package has the key; a colleague who has the file seals with it."""
        _, key = self.seal('dossier', 'd.capcedre', '--new-key')
        with sqlite3.connect(self.path('d.capcedre')) as db:
            locked = db.execute('SELECT locked FROM seal_key').fetchone()[0]
        self.do('export', 'json', 'd.capcedre', '-o', 'd.json')
        self.do('package', 'd.capcedre', '-o', 'p.zip')
        with open(self.path('d.json'), encoding='utf-8') as file:
            self.assertNotIn(locked.hex(), file.read().lower())
        with zipfile.ZipFile(self.path('p.zip')) as package:
            for name in package.namelist():
                self.assertNotIn(locked, package.read(name))
                self.assertFalse(name.endswith('.capcedre'))
        shutil.copy(self.path('d.capcedre'), self.path('copy.capcedre'))
        self.assertEqual(self.seal('dossier', 'copy.capcedre')[1], key)


if __name__ == '__main__':
    harness.main()
