#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The matrix and the readiness are worked out a second time, from what they tell themselves."""
import datetime

import harness

TODAY = '2026-11-20'
HALF = 'weak', 'outdated'
STATES = ['missing', 'outdated', 'weak', 'there', 'not-applicable']


class MatrixTest(harness.CliTest):
    def setUp(self):
        super().setUp()
        self.do('demo', 'd.capcedre')
        self.matrix = self.do_json('matrix', 'd.capcedre', '--json')
        self.clauses = self.matrix['clauses']

    def test_shape(self):
        self.assertEqual(self.matrix['date'], TODAY)
        self.assertEqual(self.clauses[0]['number'], '4.1')
        self.assertEqual(self.clauses[-1]['number'], '10.3')
        numbers = [c['number'] for c in self.clauses]
        self.assertEqual(len(numbers), len(set(numbers)))
        self.assertEqual(numbers, sorted(numbers, key=lambda n: [int(part) for part in n.split('.')]))
        self.assertEqual(self.matrix['counts'].pop('clauses'), len(numbers))
        for flag, count in self.matrix['counts'].items():
            self.assertEqual(count, sum(flag in c['flags'] for c in self.clauses), flag)

    def test_both_ways(self):
        by_code = {c['code']: c for c in self.matrix['criteria']}
        for clause in self.clauses:
            for code in clause['criteria']:
                self.assertIn(clause['number'], by_code[code]['clauses'])
        for criterion in self.matrix['criteria']:
            for clause in self.clauses:
                self.assertEqual(clause['number'] in criterion['clauses'],
                                 criterion['code'] in clause['criteria'])

    def test_flags(self):
        for clause in self.clauses:
            holds = [e for e in clause['evidence'] if not e['expired']]
            excluded = 'excluded' in clause['flags']
            self.assertEqual('no-evidence' in clause['flags'], not holds and not excluded)
            self.assertEqual('open-finding' in clause['flags'], bool(clause['findings']))
            self.assertEqual('no-document' in clause['flags'],
                             any(k['state'] == 'missing' and not k['conditional'] for k in clause['keep']))
            self.assertEqual(excluded, bool(clause['exclusion'] and clause['exclusion']['valid']))

    def test_text(self):
        lines = self.do('matrix', 'd.capcedre').splitlines()
        for clause in self.clauses:
            line = [l for l in lines if l.split()[:1] == [clause['number']]]
            self.assertEqual(len(line), 1)
            self.assertIn(clause['title'], line[0])
            self.assertEqual('Sans preuve' in line[0], 'no-evidence' in clause['flags'])

    def test_refused(self):
        self.refuse(2, 'matrix', lines=1)
        self.refuse(1, 'matrix', 'absent.capcedre')
        self.refuse(2, 'readiness', 'd.capcedre', 'other.capcedre')


class ReadinessTest(harness.CliTest):
    def test_figures(self):
        self.do('demo', 'd.capcedre')
        readiness = self.do_json('readiness', 'd.capcedre', '--json')
        items = readiness['items']
        states = {state: sum(i['state'] == state for i in items) for state in STATES}
        self.assertEqual(readiness['states'], states)
        self.assertEqual(readiness['total'], len(items) - states['not-applicable'])
        halves = 2 * states['there'] + sum(states[state] for state in HALF)
        self.assertEqual(readiness['percent'], 100 * halves // (2 * readiness['total']))
        audit = datetime.date.fromisoformat(readiness['audit'])
        self.assertEqual(readiness['days_left'], (audit - datetime.date.fromisoformat(TODAY)).days)

        self.assertEqual({i['part'] for i in items}, set(range(1, 16)))
        self.assertEqual([i['due'] for i in items], sorted(i['due'] for i in items))
        for item in items:
            self.assertLess(item['due'], readiness['audit'])
            self.assertEqual(item['late'], item['due'] < TODAY and item['state'] in STATES[:3])

    def test_text(self):
        self.do('demo', 'd.capcedre')
        readiness = self.do_json('readiness', 'd.capcedre', '--json')
        text = self.do('readiness', 'd.capcedre')
        self.assertTrue(text.startswith(f"{readiness['percent']}\u202f% · "), text[:40])
        for item in readiness['items']:
            if item['state'] in STATES[:3]:
                self.assertIn(f"{item['title']}\n                {item['sentence']}\n", text)
        self.assertIn(text.splitlines()[0], self.do('show', 'd.capcedre'))

    def test_no_audit(self):
        self.new()
        readiness = self.do_json('readiness', 'd.capcedre', '--json')
        self.assertIsNone(readiness['percent'])
        self.assertIsNone(readiness['audit'])
        self.assertTrue(all(i['due'] is None and not i['late'] for i in readiness['items']))
        self.assertIn('Dites quel audit', self.do('readiness', 'd.capcedre'))
        self.assertNotIn('audit', self.do('show', 'd.capcedre'))
        self.assertIn('Sans preuve', self.do('matrix', 'd.capcedre'))


if __name__ == '__main__':
    harness.main()
