#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores and proposals are worked out a second time, from what the dossier exports; documents are made."""
import csv
import io
import json
import os
import re
import subprocess
from fractions import Fraction

import harness


def half_up(value):
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


def mean(pairs):
    pairs = [(value, weight) for value, weight in pairs if value is not None]
    return sum(v * w for v, w in pairs) / Fraction(sum(w for _, w in pairs)) if pairs else None


class FiguresTest(harness.CliTest):
    def setUp(self):
        super().setUp()
        self.do('demo', 'd.capcedre')

    def export(self):
        self.do('export', 'json', 'd.capcedre', '-o', 'out.json')
        with open(self.path('out.json'), encoding='utf-8') as file:
            return json.load(file)

    def check_score(self, node, expected):
        if expected is None:
            self.assertIsNone(node)
        else:
            exact = str(expected.numerator) if expected.denominator == 1 else str(expected)
            self.assertEqual(node, {'percent': half_up(expected), 'exact': exact})

    def test_scores(self):
        exported = self.export()
        framework = exported['frameworks'][0]['content']
        for evaluation in exported['evaluations']:
            levels = {a['criterion']: a['level'] for a in evaluation['answers'] if a['state'] == 'answered'}
            score = self.do_json('score', 'd.capcedre', '--json', '--evaluation', str(evaluation['number']))
            by_theme = []
            for theme, shown in zip(framework['themes'], score['themes'], strict=True):
                by_objective = []
                for objective, row in zip(theme['objectives'], shown['objectives'], strict=True):
                    value = mean((Fraction(100 * levels[c['code']], 4), c['weight'])
                                 for c in objective['criteria'] if c['code'] in levels)
                    self.check_score(row['score'], value)
                    by_objective.append((value, objective['weight']))
                self.check_score(shown['score'], mean(by_objective))
                by_theme.append((mean(by_objective), theme['weight']))
            self.check_score(score['score'], mean(by_theme))
            self.assertEqual(score['core_below'],
                             [c['code'] for t in framework['themes'] for o in t['objectives']
                              for c in o['criteria'] if c['core'] and levels.get(c['code'], 4) < 2])

    def test_coverage_adds_up(self):
        score = self.do_json('score', 'd.capcedre', '--json')
        for key in 'answered', 'not_applicable', 'applicable', 'out_of_scope':
            self.assertEqual(score['coverage'][key], sum(theme['coverage'][key] for theme in score['themes']))
        states = [c['state'] for t in score['themes'] for o in t['objectives'] for c in o['criteria']]
        self.assertEqual(len(states), 96)
        self.assertEqual(score['coverage']['applicable'], 96 - states.count('out_of_scope'))
        self.assertEqual(score['coverage']['answered'],
                         states.count('answered') + states.count('not_applicable'))

    def test_proposals(self):
        exported = self.export()
        framework = exported['frameworks'][0]['content']
        levels = {a['criterion']: a['level'] for a in exported['evaluations'][-1]['answers']
                  if a['state'] == 'answered'}
        in_hand = {origin['code'] for action in exported['actions'] for origin in action['origins']
                   if action['state'] not in ('verified', 'abandoned')}
        criteria = [c for t in framework['themes'] for o in t['objectives'] for c in o['criteria']]
        expected = [(not (c['core'] and levels[c['code']] < 2),
                     -(3 - levels[c['code']]) * c['weight'] * c['impact'], rank, c['code'])
                    for rank, c in enumerate(criteria)
                    if levels.get(c['code'], 4) < 3 and c['code'] not in in_hand]
        proposals = self.do_json('plan', 'd.capcedre', 'propose', '--json')
        self.assertEqual([p['criterion'] for p in proposals], [row[-1] for row in sorted(expected)])
        for proposal in proposals:
            criterion = next(c for c in criteria if c['code'] == proposal['criterion'])
            self.assertEqual(proposal['quick_win'], criterion['effort'] == 1 and criterion['impact'] >= 2)
            self.assertIn(proposal['action'], [step['title'] for step in criterion['steps']])
            self.assertNotEqual(proposal['service'], 'CEISE')

    def test_accept(self):
        proposals = self.do_json('plan', 'd.capcedre', 'propose', '--json')
        before = len(self.do_json('plan', 'd.capcedre', '--json')['actions'])
        self.do('plan', 'd.capcedre', 'accept', '--first', '2')
        self.do('plan', 'd.capcedre', 'accept', proposals[4]['id'])
        actions = self.do_json('plan', 'd.capcedre', '--json')['actions']
        taken = [action['origins'][0]['code'] for action in actions[before:]]
        self.assertEqual(taken, [proposals[i]['criterion'] for i in (0, 1, 4)])
        self.assertEqual(len({action['number'] for action in actions}), len(actions))
        left = [p['criterion'] for p in self.do_json('plan', 'd.capcedre', 'propose', '--json')]
        self.assertFalse(set(taken) & set(left))
        digest = self.digest('d.capcedre')
        self.refuse(1, 'plan', 'd.capcedre', 'accept', taken[0])
        self.refuse(2, 'plan', 'd.capcedre', 'accept')
        self.assertEqual(self.digest('d.capcedre'), digest)
        self.do('plan', 'd.capcedre', 'accept', '--all')
        self.assertEqual(self.do_json('plan', 'd.capcedre', 'propose', '--json'), [])

    def test_plan_csv(self):
        self.do('export', 'plan.csv', 'd.capcedre', '-o', 'plan.csv')
        with open(self.path('plan.csv'), encoding='utf-8', newline='') as file:
            text = file.read()
        self.assertTrue(text.startswith('\ufeff'))
        rows = list(csv.reader(io.StringIO(text[1:]), delimiter=';'))
        actions = self.do_json('plan', 'd.capcedre', '--json')['actions']
        self.assertEqual([row[1] for row in rows[1:]], [action['title'] for action in actions])

    def test_documents(self):
        for kind in 'questionnaire', 'photograph', 'plan', 'week':
            self.do('report', kind, 'd.capcedre', '-o', f'{kind}.pdf')
            first = self.digest(f'{kind}.pdf')
            self.do('report', kind, 'd.capcedre', '-o', f'{kind}.pdf')
            self.assertEqual(self.digest(f'{kind}.pdf'), first)
            text = subprocess.run(['pdftotext', self.path(f'{kind}.pdf'), '-'], capture_output=True,
                                  text=True, check=True).stdout
            self.assertIn('Les Ateliers du Cèdre', text)
            self.assertIn('sans valeur de certification', text)
        for arguments in (('plan', 'd.capcedre'), ('poem', 'd.capcedre', '-o', 'x.pdf')):
            self.refuse(2, 'report', *arguments)
        for layout, orientation in (('sheets', (595, 842)), ('table', (842, 595))):
            self.do('report', 'plan', 'd.capcedre', '-o', 'p.pdf', '--layout', layout)
            info = subprocess.run(['pdfinfo', self.path('p.pdf')], capture_output=True, text=True,
                                  check=True).stdout
            width, height = re.search(r'Page size: +([\d.]+) x ([\d.]+)', info).groups()
            self.assertEqual((round(float(width)), round(float(height))), orientation)
        self.refuse(2, 'report', 'plan', 'd.capcedre', '-o', 'x.pdf', '--layout', 'poster')
        self.refuse(2, 'report', 'photograph', 'd.capcedre', '-o', 'x.pdf', '--layout', 'table')
        digest = self.digest('d.capcedre')
        onto_itself = self.run_program('report', 'plan', 'd.capcedre', '-o', 'd.capcedre')
        self.assertNotEqual(onto_itself.returncode, 0)
        self.refuse(3, 'report', 'plan', 'd.capcedre', '-o', os.path.join('nowhere', 'x.pdf'))
        self.assertEqual(self.digest('d.capcedre'), digest)

    def read_pdf(self, name):
        return subprocess.run(['pdftotext', '-layout', self.path(name), '-'], capture_output=True, text=True,
                              check=True).stdout

    def test_questionnaire_of_college(self):
        ask = ('report', 'questionnaire', 'd.capcedre', '-o', 'q.pdf')
        self.do(*ask)
        meeting = self.digest('q.pdf')
        for college, letter in (('direction', 'D'), ('permanents', 'P'), ('parcours', 'S'),
                                ('benevoles', 'B'), ('partenaires', 'X')):
            self.do(*ask, '--college', college)
            first = self.digest('q.pdf')
            self.do(*ask, '--college', college, '--copies', '1')
            self.assertEqual(self.digest('q.pdf'), first)
            alone = self.read_pdf('q.pdf').count('\f')
            self.do(*ask, '--college', college, '--copies', '3')
            text = self.read_pdf('q.pdf')
            self.assertEqual(text.count('\f'), 3 * alone)
            self.assertEqual(text.count(f'{letter}-03'), alone)
        self.do(*ask)
        self.assertEqual(self.digest('q.pdf'), meeting)

    def test_questionnaire_refused(self):
        ask = ('report', 'questionnaire', 'd.capcedre', '-o', 'x.pdf')
        for arguments, says in ((('--college', 'voisins'), 'benevoles'),
                                (('--college', 'Direction'), 'direction'),
                                (('--college', ''), 'direction'),
                                (('--copies', '3'), '--college'),
                                (('--college', 'parcours', '--copies', '0'), '500'),
                                (('--college', 'parcours', '--copies', '-1'), '500'),
                                (('--college', 'parcours', '--copies', '501'), '500'),
                                (('--college', 'parcours', '--copies', 'deux'), '--copies')):
            self.refuse(2, *ask, *arguments, says=says)
        self.refuse(2, 'report', 'plan', *ask[2:], '--college', 'parcours', says='parcours')
        self.assertFalse(os.path.exists(self.path('x.pdf')))

    def test_audit_dossier(self):
        for name in 'a.pdf', 'a.fodt':
            self.do('report', 'audit-dossier', 'd.capcedre', '-o', name)
            first = self.digest(name)
            self.do('report', 'audit-dossier', 'd.capcedre', '-o', name)
            self.assertEqual(self.digest(name), first)
        self.assertIn('14. Bordereau des pièces', self.read_pdf('a.pdf'))
        with open(self.path('a.fodt'), 'rb') as file:
            self.assertIn('14. Bordereau des pièces'.encode(), file.read())
        self.do('report', 'audit-dossier', 'd.capcedre', '-o', 'b.pdf', '--parts', '1,4')
        text = self.read_pdf('b.pdf')
        self.assertEqual(text.count('\f'), 2)
        self.assertIn('7.1.5', text)
        for arguments in (('audit-dossier', 'd.capcedre', '-o', 'x.pdf', '--parts', '16'),
                          ('audit-dossier', 'd.capcedre', '-o', 'x.odt'),
                          ('plan', 'd.capcedre', '-o', 'x.fodt'),
                          ('plan', 'd.capcedre', '-o', 'x.pdf', '--parts', '1')):
            self.refuse(2, 'report', *arguments)
            self.assertFalse(os.path.exists(self.path(arguments[3])))

    def test_nothing_answered(self):
        self.new('n.capcedre')
        score = self.do_json('score', 'n.capcedre', '--json')
        self.assertEqual([score[key] for key in ('score', 'provisional', 'weakest_objective', 'core_below')],
                         [None, True, None, []])
        self.assertEqual(self.do_json('plan', 'n.capcedre', 'propose', '--json'), [])
        self.assertEqual(self.do_json('plan', 'n.capcedre', '--json')['actions'], [])
        for kind in 'questionnaire', 'photograph', 'plan', 'week':
            self.do('report', kind, 'n.capcedre', '-o', f'{kind}.pdf')


class LineTest(harness.CliTest):
    COMMANDS = ('new', 'demo', 'show', 'answer', 'import', 'score', 'plan', 'report', 'export', 'framework',
                'check')

    def test_help(self):
        text = self.do('--help')
        for command in self.COMMANDS:
            self.assertIn(f'\n  {command} ', text)
            self.assertIn(command, self.do(command, '--help'))
        self.assertRegex(self.do('--version'), r'^Cap Cèdre \d+\.\d+\.\d+\n$')

    def test_language(self):
        self.assertIn('Commandes', self.do('--help'))
        for language in 'C', 'fr_FR.UTF-8', 'de_DE.UTF-8':
            self.assertIn('Commandes', self.do('--help', environment={'LC_ALL': language}))
        self.assertIn('Commands', self.do('--help', environment={'LC_ALL': 'en_US.UTF-8'}))

    def test_wrong_usage(self):
        for arguments in (('dance',), ('--dance',), ('show',), ('score', 'x', 'y'), ('show', '--dance'),
                          ('merge', 'a'), ('sample', '--sites', '3'), ('framework', 'dance'), ('plan',)):
            self.refuse(2, *arguments)

    def test_framework(self):
        shown = self.do('framework', 'show')
        self.assertIn('A1.1', shown)
        source = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..',
                              'data', 'framework', 'cap.json')
        self.do('framework', 'check', source)
        with open(source, encoding='utf-8') as file:
            framework = json.load(file)
        criteria = framework['themes'][0]['objectives'][0]['criteria']
        criteria[0]['impact'] = 9
        criteria[1]['code'] = criteria[0]['code']
        del criteria[2]['label']
        self.write('bad.json', json.dumps(framework))
        complaints = self.refuse(1, 'framework', 'check', 'bad.json', lines=3)
        for path in '/0/impact', '/1/code', '/2':
            self.assertIn(f'/themes/0/objectives/0/criteria{path}', complaints)


harness.main()
