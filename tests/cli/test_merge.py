#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two copies of a dossier that went separate ways, made one again."""
import shutil
import sqlite3

import harness


class MergeTest(harness.CliTest):
    def setUp(self):
        super().setUp()
        self.new('a.capcedre', '--kinds', 'AI')
        for criterion in 'A1.1', 'A1.2':
            self.do('answer', 'a.capcedre', criterion, '1')
        shutil.copy(self.path('a.capcedre'), self.path('b.capcedre'))

    def levels(self, name):
        with sqlite3.connect(self.path(name)) as db:
            return dict(db.execute('SELECT criterion, level FROM answer'))

    def comments(self, name):
        with sqlite3.connect(self.path(name)) as db:
            return dict(db.execute('SELECT criterion, comment FROM answer'))

    def test_joins_by_itself(self):
        """What only one changed is taken in, even in one row; what is done twice changes nothing."""
        self.do('answer', 'a.capcedre', 'A1.3', '3')
        self.do('answer', 'a.capcedre', 'A1.1', '1', '--comment', 'Dit ici')
        self.do('answer', 'b.capcedre', 'A1.4', '4')
        self.do('answer', 'b.capcedre', 'A1.1', '2')
        self.do('merge', 'a.capcedre', 'b.capcedre')
        levels = self.levels('a.capcedre')
        self.assertEqual((levels['A1.1'], levels['A1.2'], levels['A1.3'], levels['A1.4']), (2, 1, 3, 4))
        self.assertEqual(self.comments('a.capcedre')['A1.1'], 'Dit ici')
        self.do('check', 'a.capcedre')
        digest = self.digest('a.capcedre')
        self.assertIn('déjà', self.do('merge', 'a.capcedre', 'b.capcedre'))
        self.assertEqual(self.digest('a.capcedre'), digest)

    def test_same_change(self):
        """Both changed it to the same: no conflict."""
        for name in 'a.capcedre', 'b.capcedre':
            self.do('answer', name, 'A1.1', '4')
        self.do('merge', 'a.capcedre', 'b.capcedre')
        self.assertEqual(self.levels('a.capcedre')['A1.1'], 4)

    def test_conflict(self):
        """It is told and nothing changes; then whose it is decides, on what both changed only."""
        self.do('answer', 'a.capcedre', 'A1.1', '3')
        self.do('answer', 'b.capcedre', 'A1.1', '4')
        self.do('answer', 'b.capcedre', 'A1.2', '2')
        digest = self.digest('a.capcedre')
        told = self.refuse(1, 'merge', 'a.capcedre', 'b.capcedre', says='A1.1', lines=2)
        self.assertIn('«\u202f3\u202f»', told)
        self.assertIn('«\u202f4\u202f»', told)
        self.do('merge', 'a.capcedre', 'b.capcedre', '--prefer', 'theirs', '--dry-run')
        self.assertEqual(self.digest('a.capcedre'), digest)

        shutil.copy(self.path('a.capcedre'), self.path('mine.capcedre'))
        self.do('merge', 'mine.capcedre', 'b.capcedre', '--prefer', 'mine')
        self.do('merge', 'a.capcedre', 'b.capcedre', '--prefer', 'theirs')
        self.assertEqual(self.levels('mine.capcedre'), {'A1.1': 3, 'A1.2': 2})
        self.assertEqual(self.levels('a.capcedre'), {'A1.1': 4, 'A1.2': 2})
        for name in 'mine.capcedre', 'a.capcedre':
            self.do('check', name)

    def test_together(self):
        """Columns that only hold together are not mixed: not concerned here, another level there."""
        self.do('answer', 'a.capcedre', 'A1.2', 'na', '--reason', 'Sans objet')
        self.do('answer', 'b.capcedre', 'A1.2', '3')
        shutil.copy(self.path('a.capcedre'), self.path('mine.capcedre'))
        self.do('merge', 'mine.capcedre', 'b.capcedre', '--prefer', 'mine')
        self.do('merge', 'a.capcedre', 'b.capcedre', '--prefer', 'theirs')
        self.assertEqual(self.levels('mine.capcedre')['A1.2'], None)
        self.assertEqual(self.levels('a.capcedre')['A1.2'], 3)
        for name in 'mine.capcedre', 'a.capcedre':
            self.do('check', name)

    def test_numbers(self):
        """Both added actions and documents: all are there, each with a number and a code of its own."""
        self.write('a.csv', 'title\nFaite ici\n')
        self.write('b.csv', 'title\nFaite là-bas\nAutre là-bas\n')
        self.write('da.csv', 'code,title\nDOC-01,Ici\n')
        self.write('db.csv', 'code,title\nDOC-01,Là-bas\n')
        for name in 'a', 'b':
            self.do('import', 'actions', f'{name}.capcedre', f'{name}.csv')
            self.do('import', 'documents', f'{name}.capcedre', f'd{name}.csv')
        self.do('merge', 'a.capcedre', 'b.capcedre')
        with sqlite3.connect(self.path('a.capcedre')) as db:
            numbers = dict(db.execute('SELECT title, number FROM action'))
            codes = dict(db.execute('SELECT title, code FROM document'))
        self.assertEqual(numbers['Faite ici'], 1)
        self.assertEqual(sorted(numbers.values()), [1, 2, 3])
        self.assertEqual(codes, {'Ici': 'DOC-01', 'Là-bas': 'DOC-02'})
        self.do('check', 'a.capcedre')
        digest = self.digest('a.capcedre')
        self.do('merge', 'a.capcedre', 'b.capcedre')
        self.assertEqual(self.digest('a.capcedre'), digest)

        self.do('import', 'actions', 'a.capcedre', self.write('c.csv', 'title\nEnsuite\n'))
        with sqlite3.connect(self.path('a.capcedre')) as db:
            self.assertEqual(db.execute("SELECT number FROM action WHERE title = 'Ensuite'").fetchone(), (4,))

    def test_ballots(self):
        """Somebody’s votes were entered in both: whose they are decides, on the whole ballot."""
        for name, level in ('a', 1), ('b', 4):
            self.write(f'{name}.csv', f'respondent,college,criterion,level\nS-01,parcours,A1.1,{level}\n')
            self.do('import', 'votes', f'{name}.capcedre', f'{name}.csv')
        told = self.refuse(1, 'merge', 'a.capcedre', 'b.capcedre', says='S-01', lines=2)
        self.assertIn('A1.1 1', told)
        self.assertIn('A1.1 4', told)
        for whose, level in ('mine', 1), ('theirs', 4):
            shutil.copy(self.path('a.capcedre'), self.path('c.capcedre'))
            self.do('merge', 'c.capcedre', 'b.capcedre', '--prefer', whose)
            with sqlite3.connect(self.path('c.capcedre')) as db:
                votes = db.execute('SELECT respondent, criterion, level FROM vote'
                                   ' JOIN ballot ON ballot.id = ballot_id').fetchall()
            self.assertEqual(votes, [('S-01', 'A1.1', level)])
            self.do('check', 'c.capcedre')

    def test_retention(self):
        """Until when the dossier is kept comes in too, and is asked where both say otherwise."""
        self.do('personal', 'b.capcedre', '--keep-until', '2031-12-31')
        digest = self.digest('a.capcedre')
        self.assertIn('31/12/2031', self.do('merge', 'a.capcedre', 'b.capcedre', '--dry-run'))
        self.assertEqual(self.digest('a.capcedre'), digest)
        told = self.do('merge', 'a.capcedre', 'b.capcedre')
        self.assertIn('31/12/2031', told)
        self.assertNotIn('déjà', told)
        self.assertIn('déjà', self.do('merge', 'a.capcedre', 'b.capcedre'))

        self.do('personal', 'a.capcedre', '--keep-until', '2030-12-31')
        self.do('personal', 'b.capcedre', '--keep-until', '2029-12-31')
        told = self.refuse(1, 'merge', 'a.capcedre', 'b.capcedre', says='gardé', lines=2)
        self.assertIn('31/12/2030', told)
        self.assertIn('31/12/2029', told)
        self.do('merge', 'a.capcedre', 'b.capcedre', '--prefer', 'theirs')
        with sqlite3.connect(self.path('a.capcedre')) as db:
            self.assertEqual(db.execute('SELECT detail FROM gesture WHERE kind = 46 ORDER BY sequence DESC'
                                        ).fetchone(), ('2029-12-31',))
        self.do('check', 'a.capcedre')

    def test_refused(self):
        self.new('other.capcedre')
        self.refuse(1, 'merge', 'a.capcedre', 'other.capcedre', says='deux dossiers')
        self.refuse(1, 'merge', 'a.capcedre', 'nowhere.capcedre')
        self.refuse(1, 'merge', 'a.capcedre', self.write('text.capcedre', 'bonjour'))
        self.refuse(2, 'merge', 'a.capcedre', 'b.capcedre', '--prefer', 'both')
        self.assertIn('déjà', self.do('merge', 'a.capcedre', 'b.capcedre'))


if __name__ == '__main__':
    harness.main()
