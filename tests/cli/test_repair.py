#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be saved of a damaged dossier."""
import sqlite3

import harness

PAGE = 4096


class RepairTest(harness.CliTest):
    def setUp(self):
        super().setUp()
        self.do('demo', 'd.capcedre')
        with open(self.path('d.capcedre'), 'rb') as file:
            self.content = file.read()

    def root(self, table):
        with sqlite3.connect(self.path('d.capcedre')) as db:
            return db.execute('SELECT rootpage FROM sqlite_schema WHERE name = ?', [table]).fetchone()[0]

    def count(self, name, table):
        with sqlite3.connect(self.path(name)) as db:
            return db.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]

    def damage(self, *pages, size=None):
        """Writes x.capcedre without these pages, the first one being 1."""
        content = bytearray(self.content[:size])
        for page in pages:
            content[(page - 1) * PAGE:page * PAGE] = bytes(PAGE)
        self.write('x.capcedre', bytes(content))
        return self.digest('x.capcedre')

    def test_nothing_wrong(self):
        """A sound dossier is saved as it is."""
        told = self.do('repair', 'd.capcedre', '-o', 'n.capcedre')
        self.assertIn('rien ne manque', told)
        self.do('check', 'n.capcedre')
        for name in 'd', 'n':
            self.do('export', 'json', name + '.capcedre', '-o', name + '.json')
        self.assertEqual(self.digest('d.json'), self.digest('n.json'))

    def test_header(self):
        """The first page is not needed; the damaged file stays as it is."""
        before = self.damage(1)
        self.refuse(1, 'check', 'x.capcedre')
        self.do('repair', 'x.capcedre', '-o', 'n.capcedre')
        self.assertEqual(self.digest('x.capcedre'), before)
        self.do('check', 'n.capcedre')

    def test_from_journal(self):
        """What gestures put there comes back whole from the journal: the answers, the structure."""
        self.damage(self.root('answer'), self.root('member'), self.root('evaluation'))
        self.refuse(1, 'show', 'x.capcedre')
        self.do('repair', 'x.capcedre', '-o', 'n.capcedre')
        self.do('check', 'n.capcedre')
        for name in 'd', 'n':
            self.do('export', 'json', name + '.capcedre', '-o', name + '.json')
        self.assertEqual(self.digest('d.json'), self.digest('n.json'))

    def test_framework(self):
        """The text of the framework is known by the program; its hash proves it."""
        self.damage(self.root('framework'), self.root('sqlite_autoindex_framework_1'))
        self.do('repair', 'x.capcedre', '-o', 'n.capcedre')
        self.assertEqual(self.count('n.capcedre', 'framework'), 1)
        self.do('check', 'n.capcedre')

    def lose_gestures(self):
        """The pages where gestures are, and those of their index."""
        with sqlite3.connect(self.path('d.capcedre')) as db:
            ids = [row[0].encode() for row in db.execute('SELECT id FROM gesture')]
        finders = self.content.find, self.content.rfind
        return sorted({find(uuid) // PAGE + 1 for uuid in ids for find in finders})

    def test_framework_by_index(self):
        """With evaluation and text lost, and no journal, the index of the framework leads to both."""
        self.damage(self.root('framework'), self.root('evaluation'), *self.lose_gestures())
        run = self.run_program('repair', 'x.capcedre', '-o', 'n.capcedre')
        self.assertEqual(run.returncode, 1, run.stderr)
        self.assertIn('à revoir', run.stderr)
        self.assertEqual(self.count('n.capcedre', 'answer'), self.count('d.capcedre', 'answer'))
        self.assertEqual(self.count('n.capcedre', 'evaluation'), self.count('d.capcedre', 'evaluation'))
        self.do('check', 'n.capcedre')

    def test_missing_is_told(self):
        """Without a journal, a lost page is lost: what it held is named, the rest is there."""
        self.damage(self.root('supplier'), self.root('gesture'), self.root('journal'))
        run = self.run_program('repair', 'x.capcedre', '-o', 'n.capcedre')
        self.assertEqual(run.returncode, 1)
        lost = self.count('d.capcedre', 'supplier')
        self.assertEqual(run.stderr.count('Prestataire F-'), lost)
        self.assertIn('Le journal est perdu', run.stderr)
        self.assertIn(f'il en manque {lost}', run.stdout)
        self.assertEqual(self.count('n.capcedre', 'supplier'), 0)
        self.assertEqual(self.count('n.capcedre', 'answer'), self.count('d.capcedre', 'answer'))
        self.do('check', 'n.capcedre')
        self.do('answer', 'n.capcedre', 'A1.1', '3')
        self.do('check', 'n.capcedre')

    def test_refusals(self):
        """Nothing is overwritten, and what is no dossier gives none."""
        self.refuse(1, 'repair', 'd.capcedre', '-o', 'd.capcedre', says='d.capcedre')
        self.write('letter.capcedre', 'Une lettre')
        self.refuse(1, 'repair', 'letter.capcedre', '-o', 'n.capcedre', says='Rien ne peut être sauvé')
        self.refuse(1, 'repair', 'nowhere.capcedre', '-o', 'n.capcedre', says='nowhere')
        self.refuse(1, 'repair', '.', '-o', 'n.capcedre')
        self.refuse(2, 'repair', 'd.capcedre', says='-o')
        self.refuse(3, 'repair', 'd.capcedre', '-o', 'no/folder.capcedre', says='no/folder')
        with self.assertRaises(FileNotFoundError):
            self.digest('n.capcedre')


if __name__ == '__main__':
    harness.main()
