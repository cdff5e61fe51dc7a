#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The votes of the CAP day come in from a file, all of them or none, and are told without telling who."""
import sqlite3

import harness

VOTES = '''respondent;college;criterion;level
D-01;direction;A1.1;4
D-02;direction;A1.1;3
P-01;Équipe permanente;a1.1;2
P-02;permanents;A1.1;2
P-03;permanents;A1.1;1
S-01;Salarié·es en parcours;A1.1;1
S-02;parcours;A1.1;1
S-03;parcours;A1.1;2
S-01;parcours;A1.2;0
'''


class VotesTest(harness.CliTest):
    def setUp(self):
        super().setUp()
        self.new()
        self.write('v.csv', VOTES)

    def votes(self):
        told = harness.json.loads(self.do('votes', 'd.capcedre', '--json'))
        return told, {it['code']: it for it in told['criteria']}

    def rows(self, sql):
        with sqlite3.connect(self.path('d.capcedre')) as db:
            return db.execute(sql).fetchall()

    def test_import(self):
        """The figures, the colleges of three votes on, and the answers are not touched."""
        self.do('answer', 'd.capcedre', 'A1.1', '3')
        self.assertIn('8', self.do('import', 'votes', 'd.capcedre', 'v.csv'))
        told, criteria = self.votes()
        self.assertEqual(told['respondents'], {'direction': 2, 'permanents': 3, 'parcours': 3, 'benevoles': 0,
                                               'partenaires': 0})
        one = criteria['A1.1']
        self.assertEqual(one['levels'], {'0': 0, '1': 3, '2': 3, '3': 1, '4': 1})
        self.assertEqual((one['votes'], one['lowest'], one['highest'], one['median'], one['discuss']),
                         (8, 1, 4, '2', True))
        self.assertEqual(one['consensus'], 3)
        self.assertEqual(criteria['A1.2']['colleges'], {})
        self.assertEqual(criteria['A1.3']['votes'], 0)
        self.assertIsNone(criteria['A1.3']['median'])
        self.do('check', 'd.capcedre')

    def test_small_college(self):
        """Two votes of the direction do not follow from the whole less what is told."""
        self.do('import', 'votes', 'd.capcedre', 'v.csv')
        colleges = self.votes()[1]['A1.1']['colleges']
        self.assertNotIn('direction', colleges)
        hidden = 8 - sum(it['votes'] for it in colleges.values())
        self.assertGreaterEqual(hidden, 3)

    def test_again(self):
        """The same file changes nothing; a respondent goes on; none takes a vote back."""
        self.do('import', 'votes', 'd.capcedre', 'v.csv')
        before = self.rows('SELECT * FROM vote')
        self.do('import', 'votes', 'd.capcedre', 'v.csv')
        self.assertEqual(self.rows('SELECT * FROM vote'), before)
        self.write('more.csv', 'respondent,college,criterion,level\ns-01,parcours,A1.2,none\n'
                               'S-01,parcours,A1.3,4\n')
        self.do('import', 'votes', 'd.capcedre', 'more.csv')
        criteria = self.votes()[1]
        self.assertEqual((criteria['A1.1']['votes'], criteria['A1.2']['votes'], criteria['A1.3']['votes']),
                         (8, 0, 1))
        self.assertEqual(len(self.rows('SELECT * FROM ballot')), 8)

    def test_codes(self):
        """A code is the same however it is typed; one that is not ours stays as it is."""
        self.do('import', 'votes', 'd.capcedre', 'v.csv')
        self.write('more.csv', 'respondent,college,criterion,level\nS-1,parcours,A1.3,4\n'
                               's-002,parcours,A1.3,4\nR12,parcours,A1.3,4\n')
        self.do('import', 'votes', 'd.capcedre', 'more.csv')
        self.assertEqual(self.votes()[0]['respondents']['parcours'], 4)
        self.assertIn(('R12',), self.rows('SELECT respondent FROM ballot'))

    def test_faults(self):
        """Each one with its line, and nothing comes in."""
        before = self.digest('d.capcedre')
        for rows, line, said in (
                ('Jeanne Martin;direction;A1.1;3', '2', 'Jeanne'),
                (';direction;A1.1;3', '2', ''),
                ('D-01;usine;A1.1;3', '2', 'usine'),
                ('D-01;direction;Z9.9;3', '2', 'Z9.9'),
                ('D-01;direction;A1.1;5', '2', '5'),
                ('D-01;direction;A1.1;', '2', ''),
                ('D-01;direction;A1.1;na', '2', ''),
                ('D-01;direction;A1.1;3\nD-01;direction;A1.1;2', '3', 'D-01'),
                ('D-01;direction;A1.1;3\nd-01;parcours;A1.2;2', '3', 'd-01')):
            self.write('bad.csv', f'respondent;college;criterion;level\n{rows}\nX-01;partenaires;A1.1;2\n')
            error = self.refuse(1, 'import', 'votes', 'd.capcedre', 'bad.csv', says=said)
            self.assertIn(line, error)
        self.write('bad.csv', 'respondent;criterion;level\nD-01;A1.1;3\n')
        self.refuse(1, 'import', 'votes', 'd.capcedre', 'bad.csv', says='college')
        self.assertEqual(self.digest('d.capcedre'), before)

    def test_export(self):
        self.do('import', 'votes', 'd.capcedre', 'v.csv')
        self.do('export', 'json', 'd.capcedre', '-o', 'x.json')
        with open(self.path('x.json'), encoding='utf-8') as file:
            ballots = harness.json.load(file)['evaluations'][0]['ballots']
        self.assertEqual([it['respondent'] for it in ballots],
                         ['D-01', 'D-02', 'P-01', 'P-02', 'P-03', 'S-01', 'S-02', 'S-03'])
        self.assertEqual(ballots[5]['votes'], {'A1.1': 1, 'A1.2': 0})

    def test_text(self):
        self.assertIn('Personne', self.do('votes', 'd.capcedre'))
        self.do('import', 'votes', 'd.capcedre', 'v.csv')
        self.assertIn('A1.1', self.do('votes', 'd.capcedre'))
        self.refuse(1, 'votes', 'd.capcedre', '--evaluation', '7')
        self.refuse(2, 'votes')


if __name__ == '__main__':
    harness.main()
