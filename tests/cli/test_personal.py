#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What names people in a dossier, and how it is taken out of it."""
import json
import pathlib
import re
import shutil
import sqlite3
import subprocess
import zipfile

import harness


class PersonalTest(harness.CliTest):
    def setUp(self):
        super().setUp()
        self.new('a.capcedre', '--kinds', 'AI')
        self.do('answer', 'a.capcedre', 'A1.1', '1', '--comment', 'Vu avec Hélène PÉRON, 06 12 34 56 78')
        self.do('answer', 'a.capcedre', 'A1.1', '2', '--comment', 'Rien à dire')
        self.do('answer', 'a.capcedre', 'A1.2', '2', '--comment',
                'Écrire à h.peron@asso.fr ou à la péronnelle')
        with open(self.path('noms.txt'), 'w', encoding='utf-8') as names:
            names.write('helene peron\n\n  Yann Le Goff  \n')

    def seal(self, name, *options):
        subprocess.run([harness.PROGRAM, 'seal', 'dossier', name, '--new-key', *options], cwd=self.folder,
                       env=self.environment, input='quatre mots sans lien\n' * 2, text=True, check=True,
                       capture_output=True, timeout=60)

    def spelled(self, *words):
        """In how many files below the folder of the test each word is, in any case."""
        root = pathlib.Path(self.path('.'))
        texts = [path.read_bytes().decode('utf-8', 'replace').casefold()
                 for path in root.rglob('*') if path.is_file() and path.suffix != '.txt']
        return [sum(word.casefold() in text for text in texts) for word in words]

    def test_finds(self):
        """Names of the list, addresses and numbers, now and in the past."""
        report = json.loads(self.do('personal', 'a.capcedre', '--names', 'noms.txt', '--json'))
        found = {item['kind']: item for item in report['found']}
        self.assertEqual(set(found), {'name', 'phone', 'mail'})
        self.assertEqual(found['name']['spellings'], ['Hélène PÉRON'])
        self.assertEqual((found['name']['now'], found['phone']['now'], found['mail']['now']), (0, 0, 1))
        self.assertGreater(found['name']['past'], 0)
        self.assertIn('A1.1', found['name']['places'][0]['where'])
        self.assertIn('h.peron@asso.fr', self.do('personal', 'a.capcedre'))

    def test_takes_out(self):
        """Of the past too, and of the backups; the search of the program says so, and so does this one."""
        told = json.loads(self.do('personal', 'a.capcedre', '--replace', 'Hélène Péron=Personne 1',
                                  '--remove', '0612345678', '--remove', 'h.peron@asso.fr', '--drop-backups',
                                  '--json'))
        self.assertEqual(told['found'], 0)
        self.assertEqual(told['left'], [])
        self.assertGreaterEqual(len(told['searched']), 2)
        self.assertEqual(self.spelled('hélène péron', '06 12 34 56 78', 'h.peron@'), [0, 0, 0])
        self.assertGreater(self.spelled('Personne 1')[0], 0)
        self.do('check', 'a.capcedre')

    def test_left(self):
        """What is in a longer word stays there, and is told; so is what is in backups that are kept."""
        told = self.do('personal', 'a.capcedre', '--remove', 'peron', '--drop-backups')
        self.assertIn('péronnelle', told)
        self.do('check', 'a.capcedre')

    def test_seal(self):
        """A seal that names somebody goes: what is signed cannot be written otherwise."""
        self.seal('a.capcedre')
        with sqlite3.connect(self.path('a.capcedre')) as db:
            structure, = db.execute('SELECT structure FROM seal').fetchone()
        told = json.loads(self.do('personal', 'a.capcedre', '--remove', structure, '--drop-backups',
                                  '--json'))
        self.assertEqual((told['found'], self.spelled(structure)), (0, [0]))
        self.do('check', 'a.capcedre')

    def test_documents(self):
        """What a PDF says is found; it is not written again, but goes as a whole, of the past too."""
        name = 'Attestations de secours.pdf'
        self.do('demo', 'demo.capcedre')
        with sqlite3.connect(self.path('demo.capcedre')) as db:
            content, = db.execute('SELECT data FROM content JOIN evidence_file USING (sha256)'
                                  ' WHERE name = ?', (name,)).fetchone()
        self.assertTrue(content.startswith(b'%PDF'))
        with open(self.path('noms.txt'), 'w', encoding='utf-8') as names:
            names.write('attestations\n')
        report = json.loads(self.do('personal', 'demo.capcedre', '--names', 'noms.txt', '--json'))
        files = {item['name']: item for item in report['files']}
        self.assertEqual(files[name]['read'], 'yes')
        self.assertGreater(files[name]['count'], 0)
        self.assertIn('Plan de l’atelier.png', report['unread'])
        self.assertNotIn(name, report['unread'])

        told = json.loads(self.do('personal', 'demo.capcedre', '--remove', 'attestations', '--drop-backups',
                                  '--json'))
        self.assertTrue(any(name in reason or 'secours.pdf' in reason for reason in told['left']), told)
        self.refuse(1, 'personal', 'demo.capcedre', '--remove-file', 'rien.pdf', says='rien.pdf')
        digest = next(item['sha256'] for item in report['files'] if item['name'] == name)
        self.refuse(2, 'personal', 'demo.capcedre', '--remove-file', digest, '--keep-until', '2031-12-31',
                    says='--keep-until')
        told = json.loads(self.do('personal', 'demo.capcedre', '--remove-file', digest, '--drop-backups',
                                  '--json'))
        self.assertEqual((told['documents'], told['found'], told['left']), (1, 0, []))
        middle = content[len(content) // 2:][:40]
        root = pathlib.Path(self.path('.'))
        self.assertEqual([path for path in root.rglob('*')
                          if path.is_file() and middle in path.read_bytes()], [])
        self.do('check', 'demo.capcedre')
        self.refuse(1, 'personal', 'demo.capcedre', '--remove-file', name, says=name)

        # It shows nothing any more: it is no evidence, and is not handed over.
        self.assertIn('ne montre plus rien', self.do('radiography', 'demo.capcedre'))
        self.do('package', 'demo.capcedre', '-o', 'paquet.zip')
        with zipfile.ZipFile(self.path('paquet.zip')) as package:
            self.assertFalse([part for part in package.namelist() if 'premiers-secours' in part])
            missing, = [package.read(part).decode() for part in package.namelist()
                        if part.endswith('a-completer.txt')]
        self.assertIn('de premiers secours', missing)

    def test_same_name(self):
        """A name that several files have is none to take one out by."""
        name = 'Check-list d’arrivée.md'
        self.do('demo', 'demo.capcedre')
        self.refuse(1, 'personal', 'demo.capcedre', '--remove-file', name, says=name)

    def test_merge(self):
        """A copy from before is not merged any more."""
        shutil.copy(self.path('a.capcedre'), self.path('b.capcedre'))
        self.do('personal', 'a.capcedre', '--remove', 'Hélène Péron')
        self.refuse(1, 'merge', 'a.capcedre', 'b.capcedre', says='b.capcedre')

    def test_anonymous(self):
        """The same figures; nobody is named, nothing of the past or of a file is there."""
        self.do('demo', 'demo.capcedre')
        self.do('answer', 'demo.capcedre', 'A1.1', '2', '--comment', 'Vu avec Hélène PÉRON, 06 12 34 56 78')
        self.seal('demo.capcedre')
        self.do('anonymise', 'demo.capcedre', '-o', 'anonyme.capcedre', '--names', 'noms.txt')
        self.do('check', 'anonyme.capcedre')
        self.assertEqual(self.do('score', 'demo.capcedre', '--json'),
                         self.do('score', 'anonyme.capcedre', '--json'))
        text = pathlib.Path(self.path('anonyme.capcedre')).read_bytes().decode('utf-8', 'replace').casefold()
        for words in 'péron', '06 12 34', 'ateliers du cèdre':
            self.assertFalse(words in text, words)
        with sqlite3.connect(self.path('anonyme.capcedre')) as db:
            self.assertEqual(db.execute('SELECT count(*), max(author) FROM journal').fetchone(), (1, '–'))
            for table in 'content', 'seal', 'seal_key':
                self.assertEqual(db.execute(f'SELECT count(*) FROM {table}').fetchone(), (0,), table)
            self.assertIsNone(db.execute('SELECT siret FROM member').fetchone()[0])
            owners = {row[0] for row in db.execute('SELECT owner FROM action WHERE owner IS NOT NULL')}
            self.assertTrue(owners and all(re.fullmatch(r'Personne \d+', owner) for owner in owners))
        self.refuse(1, 'anonymise', 'demo.capcedre', '-o', 'anonyme.capcedre')
        self.refuse(2, 'anonymise', 'demo.capcedre')

    def test_retention(self):
        """Until when the dossier is kept is in its journal, and nothing is undone by it."""
        self.do('personal', 'a.capcedre', '--keep-until', '2031-12-31')
        self.do('check', 'a.capcedre')
        with sqlite3.connect(self.path('a.capcedre')) as db:
            self.assertEqual(db.execute('SELECT detail FROM gesture ORDER BY sequence DESC').fetchone(),
                             ('2031-12-31',))
        self.refuse(2, 'personal', 'a.capcedre', '--keep-until', 'demain', says='--keep-until')

    def test_refuses(self):
        """Nothing changes when the line is wrong."""
        digest = self.digest('a.capcedre')
        self.refuse(2, 'personal', 'a.capcedre', '--remove', 'Al', says='--remove')
        self.refuse(2, 'personal', 'a.capcedre', '--replace', 'Péron', says='--replace')
        self.refuse(2, 'personal', 'a.capcedre', '--replace', 'Péron=Mme Péron', says='Péron')
        self.refuse(2, 'personal', says='personal')
        self.assertEqual(self.digest('a.capcedre'), digest)


if __name__ == '__main__':
    harness.main()
