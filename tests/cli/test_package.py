#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The auditor's package is unpacked and checked by other tools, then spoilt in every way."""
import csv
import hashlib
import io
import os
import sqlite3
import stat
import subprocess
import uuid
import zipfile

import harness

BASE = 'dossier-audit_Les-Ateliers-du-Cedre_2026-11-20/'
STORED = {'bagit.txt', 'bag-info.txt', 'manifest-sha256.txt', 'tagmanifest-sha256.txt'}


class PackageTest(harness.CliTest):
    def setUp(self):
        super().setUp()
        self.do('demo', 'd.capcedre')
        self.content = b'%PDF-1.4 ' + bytes(range(256)) * 64
        self.piece = self.add_file('Procès-verbal / ../../été « 2026 »', 'PV.PDF', self.content,
                                   criterion='A1.1', links=[('requirement', '9.3')])
        self.add_file('Autre', 'autre', b'rien\n')

    def add_file(self, title, name, content, criterion=None, links=()):
        """What the desktop does when a file is dropped."""
        sha256, piece = hashlib.sha256(content).hexdigest(), str(uuid.uuid4())
        with sqlite3.connect(self.path('d.capcedre')) as db:
            last = db.execute("SELECT value FROM meta WHERE key = 'last_evidence_number'").fetchone()[0]
            number = int(last) + 1
            db.execute("UPDATE meta SET value = ? WHERE key = 'last_evidence_number'", (str(number),))
            db.execute('INSERT OR IGNORE INTO content VALUES (?, ?)', (sha256, content))
            db.execute('INSERT INTO evidence (id, number, title) VALUES (?, ?, ?)', (piece, number, title))
            db.execute('INSERT INTO evidence_file VALUES (?, 1, ?, ?, ?, ?, ?)',
                       (piece, sha256, len(content), name, 'application/pdf', '2026-11-20'))
            for place, target in links:
                db.execute('INSERT INTO evidence_link VALUES (?, ?, ?)', (piece, place, target))
            if criterion is not None:
                evaluation = db.execute('SELECT id FROM evaluation ORDER BY number DESC').fetchone()[0]
                db.execute('INSERT INTO answer_evidence (evaluation_id, criterion, evidence_id)'
                           ' VALUES (?, ?, ?)', (evaluation, criterion, piece))
        db.close()
        self.do('check', 'd.capcedre')
        return f'P-{number:03}'

    def package(self, name='p.zip'):
        self.do('package', 'd.capcedre', '-o', name)
        return zipfile.ZipFile(self.path(name))

    def test_bag(self):
        """Unpacked by another tool, checked by sha256sum, and the same bytes twice."""
        with self.package() as package:
            self.assertIsNone(package.testzip())
            package.extractall(self.path('x'))
            names = package.namelist()
        folder = self.path('x/' + BASE)
        for manifest in 'manifest-sha256.txt', 'tagmanifest-sha256.txt':
            subprocess.run(['sha256sum', '--quiet', '--strict', '-c', manifest], cwd=folder, check=True)
        with open(folder + 'bagit.txt', encoding='utf-8') as file:
            self.assertEqual(file.read(), 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
        with open(folder + 'bag-info.txt', encoding='utf-8') as file:
            info = dict(line.rstrip('\n').split(': ', 1) for line in file)
        payload = [n for n in names if n.startswith(BASE + 'data/')]
        size = sum(os.path.getsize(self.path('x/' + n)) for n in payload)
        self.assertEqual(info['Payload-Oxum'], f'{size}.{len(payload)}')
        self.assertEqual(info['Bagging-Date'], '2026-11-20')
        self.assertTrue(all(n.startswith(BASE) for n in names))
        self.package('again.zip').close()
        self.assertEqual(self.digest('p.zip'), self.digest('again.zip'))
        self.assertIn(f'ses {len(names)} fichiers', self.do('verify', 'p.zip'))

    def test_evidence(self):
        """Each file is there once, under a name that every system takes, and the indexes lead to it."""
        with self.package() as package:
            paths = [n[len(BASE):] for n in package.namelist()]
            mine = f'data/preuves/criteres/A1.1_{self.piece}_Proces-verbal-ete-2026.pdf'
            self.assertIn(mine, paths)
            self.assertEqual(package.read(BASE + mine), self.content)
            for path in paths:
                self.assertRegex(path, r'\A[A-Za-z0-9._/-]+\Z')
                self.assertLessEqual(len(os.path.basename(path)), 100)
                self.assertNotIn('..', path.split('/'))
            for index, code in ('critere', 'A1.1'), ('exigence', '9.3'):
                text = package.read(f'{BASE}data/index-par-{index}.csv').decode('utf-8-sig')
                rows = list(csv.reader(io.StringIO(text), delimiter=';'))
                found = [r for r in rows if r[0] == code and r[2] == self.piece]
                self.assertEqual([r[6] for r in found], [mine], rows[:3])
                self.assertEqual(found[0][8], hashlib.sha256(self.content).hexdigest())
            for name in 'dossier-d-audit.pdf', 'photographie.pdf', 'plan-de-progres.pdf':
                self.assertEqual(package.read(f'{BASE}data/{name}')[:5], b'%PDF-')
            todo = package.read(BASE + 'data/a-completer.txt').decode()
            self.assertIn('P-001 – ', todo)
            self.assertNotIn(self.piece, todo)

    def spoil(self, change, name='bad.zip'):
        """The package again, its files changed by @change: a dict of path → content, or of ZipInfo."""
        with self.package() as package:
            files = {n: package.read(n) for n in package.namelist()}
        change(files)
        with zipfile.ZipFile(self.path(name), 'w', zipfile.ZIP_DEFLATED) as bad:
            for path, content in files.items():
                bad.writestr(path, content)
        return name

    def test_faults(self):
        index = BASE + 'data/index.txt'

        def alter(files):
            files[index] = files[index][:-1] + b'!'

        def lose(files):
            del files[index]

        def slip_in(files):
            files[BASE + 'data/de-trop.txt'] = b'x'

        def forge(files):
            alter(files)
            manifest = BASE + 'manifest-sha256.txt'
            lines = files[manifest].decode().splitlines(keepends=True)
            new = hashlib.sha256(files[index]).hexdigest()
            files[manifest] = ''.join(f'{new}  data/index.txt\n' if line.endswith('  data/index.txt\n')
                                      else line for line in lines).encode()

        for change, says in ((alter, 'data/index.txt\u00a0: ce fichier a été modifié'),
                             (lose, 'data/index.txt\u00a0: ce fichier manque'),
                             (slip_in, 'data/de-trop.txt\u00a0: ce fichier n’est pas dans la liste'),
                             (forge, 'manifest-sha256.txt\u00a0: ce fichier a été modifié')):
            self.refuse(1, 'verify', self.spoil(change), says=says)

    def test_every_byte(self):
        """A byte of a file that is stored as it is: the zip itself says so, and the file is named."""
        self.package().close()
        with open(self.path('p.zip'), 'rb') as file:
            data = bytearray(file.read())
        at = data.index(self.content) + 1000
        data[at] ^= 1
        self.write('flipped.zip', bytes(data))
        self.refuse(1, 'verify', 'flipped.zip', says=f'{self.piece}_')

    def test_hostile(self):
        """None is unpacked, none crashes, each is refused with one sentence."""
        link = zipfile.ZipInfo(BASE + 'data/lien')
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        for extra, says in (('../dehors.txt', 'sort'), ('/etc/passwd', 'sort'),
                            (BASE + 'data/../../x', 'sort'),
                            (BASE + 'data\\x', 'sort'), (BASE + 'data/a\nb', 'sort'), (link, 'sort'),
                            ('autre/x', 'un seul dossier'), ('seul', 'un seul dossier')):
            with self.package() as package:
                files = {n: package.read(n) for n in package.namelist()}
            with zipfile.ZipFile(self.path('bad.zip'), 'w') as bad:
                for path, content in files.items():
                    bad.writestr(path, content)
                bad.writestr(extra, b'/etc/passwd')
            self.refuse(1, 'verify', 'bad.zip', says=says)

        def bomb(files):
            files[BASE + 'data/bombe'] = bytes(600 * 1000 * 1000)
        self.refuse(1, 'verify', self.spoil(bomb), says='bien plus')

        with self.package() as package, zipfile.ZipFile(self.path('twice.zip'), 'w') as twice:
            for name in package.namelist():
                twice.writestr(name, package.read(name))
            with self.assertWarns(UserWarning):
                twice.writestr(BASE + 'data/index.txt', b'another')
        self.refuse(1, 'verify', 'twice.zip', says='deux fois')

        with open(self.path('p.zip'), 'rb') as file:
            data = file.read()
        for end in 4, 100, len(data) // 2, len(data) - 30:
            self.write('cut.zip', data[:end])
            self.refuse(1, 'verify', 'cut.zip')
        self.write('text.zip', 'PK\x03\x04 no')
        self.refuse(1, 'verify', 'text.zip')

    def test_no_manifest(self):
        for name in STORED - {'bag-info.txt'}:
            self.refuse(1, 'verify', self.spoil(lambda files, n=name: files.pop(BASE + n)),
                        says='n’est pas un paquet pour l’audit')

    def test_others(self):
        self.do('report', 'photograph', 'd.capcedre', '-o', 'r.pdf')
        self.assertIn('aucun sceau', self.do('verify', 'r.pdf'))
        self.assertIn('intact', self.do('verify', 'd.capcedre'))
        self.write('r.txt', 'Bonjour')
        self.refuse(1, 'verify', 'r.txt')
        self.refuse(1, 'verify', 'absent')
        self.refuse(2, 'package', 'd.capcedre', says='-o')
        self.refuse(1, 'package', 'd.capcedre', '-o', 'd.capcedre')
        self.refuse(3, 'package', 'd.capcedre', '-o', 'absent/p.zip')
        self.refuse(3, 'package', 'd.capcedre', '-o', '/dev/full')

    def test_damaged_content(self):
        """Content that is not what it was goes nowhere, and nothing is left half written."""
        with sqlite3.connect(self.path('d.capcedre')) as db:
            db.execute('UPDATE content SET data = ? WHERE sha256 = ?',
                       (b'x' * len(self.content), hashlib.sha256(self.content).hexdigest()))
        db.close()
        before = sorted(os.listdir(self.folder))
        self.refuse(1, 'package', 'd.capcedre', '-o', 'p.zip')
        self.assertEqual(sorted(os.listdir(self.folder)), before)


if __name__ == '__main__':
    harness.main()
