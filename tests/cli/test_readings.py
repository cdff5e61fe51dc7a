#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The readings by CSESS theme and by subject of ISO 26000, worked out a second time from the scores."""
import csv
import io
import json
import os
from fractions import Fraction

import harness

CODES = {'csess': [str(number) for number in range(1, 9)], 'iso26000': [f'6.{n}' for n in range(2, 9)]}
MEMBERS = {'csess': 'csess', 'iso26000': 'subjects'}
ENGLISH = {'environment': {'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en'}}


def half_up(value):
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


class ReadingsTest(harness.CliTest):
    def read_csv(self, name='d.capcedre', **options):
        self.do('export', 'csess', name, '-o', 'out.csv', **options)
        with open(self.path('out.csv'), encoding='utf-8', newline='') as file:
            text = file.read()
        self.assertTrue(text.startswith('\ufeff'))
        return list(csv.reader(io.StringIO(text[1:]), delimiter=';'))

    def read_json(self, name='d.capcedre'):
        self.do('export', 'csess', name, '-o', 'out.json')
        with open(self.path('out.json'), encoding='utf-8') as file:
            return json.load(file)

    def references(self, kind):
        """Of each objective: the codes that its criteria speak to."""
        self.do('export', 'json', 'd.capcedre', '-o', 'all.json')
        with open(self.path('all.json'), encoding='utf-8') as file:
            framework = json.load(file)['frameworks'][0]['content']
        return {objective['code']: {code for c in objective['criteria'] for code in c[MEMBERS[kind]]}
                for theme in framework['themes'] for objective in theme['objectives']}

    def check_reading(self, reading):
        references = self.references(reading['kind'])
        objectives = [o for theme in self.do_json('score', 'd.capcedre', '--json')['themes']
                      for o in theme['objectives']]
        self.assertEqual([line['code'] for line in reading['lines']], CODES[reading['kind']])
        for line in reading['lines']:
            mine = [o for o in objectives if line['code'] in references[o['code']]
                    and o['coverage']['applicable'] > 0]
            scored = [(Fraction(o['score']['exact']), o['weight'], o['code']) for o in mine if o['score']]
            exact = sum(v * w for v, w, _ in scored) / Fraction(sum(w for _, w, _ in scored))
            self.assertEqual(line['objectives'], [o['code'] for o in mine])
            self.assertEqual(line['score'], {'percent': half_up(exact), 'exact': str(exact)})
            for key in 'answered', 'applicable':
                self.assertEqual(line['coverage'][key], sum(o['coverage'][key] for o in mine))
            covered = line['coverage']
            self.assertEqual(line['provisional'], covered['answered'] < covered['applicable'])
            self.assertEqual(line['weakest'], min(scored, key=lambda row: row[0])[2])
            self.assertEqual(line['strongest'], max(scored, key=lambda row: row[0])[2])

    def test_json(self):
        self.do('demo', 'd.capcedre')
        found = self.read_json()
        self.assertEqual(found['evaluation'], self.do_json('score', 'd.capcedre', '--json')['evaluation'])
        self.assertEqual([reading['kind'] for reading in found['readings']], list(CODES))
        for reading in found['readings']:
            self.check_reading(reading)
        self.assertIn('n’est pas certifiable', found['readings'][1]['notice'])
        self.assertIn('auteurs du référentiel', found['readings'][0]['notice'])

    def test_csv(self):
        self.do('demo', 'd.capcedre')
        rows = self.read_csv()
        lines = [(reading['kind'], line) for reading in self.read_json()['readings']
                 for line in reading['lines']]
        self.assertEqual(len(rows[0]), 10)
        self.assertEqual(len(rows) - 1, len(lines))
        for row, (kind, line) in zip(rows[1:], lines, strict=True):
            self.assertEqual(row[:7], [kind, line['code'], line['title'], str(line['score']['percent']),
                                       line['score']['exact'], str(line['coverage']['answered']),
                                       str(line['coverage']['applicable'])])
            self.assertEqual(row[7:], ['Oui' if line['provisional'] else 'Non',
                                       ', '.join(line['objectives']), line['text']])
            self.assertIn('Point', row[9])

    def test_provisional_and_empty(self):
        self.new()
        for row in self.read_csv()[1:]:
            self.assertEqual((row[3], row[4], row[5], row[7]), ('', '', '0', 'Oui'))
            self.assertIn('Provisoire\u00a0: ', row[9])
        self.do('answer', 'd.capcedre', 'A2.1', '3')
        row = self.read_csv()[1]
        self.assertEqual((row[1], row[3], row[4], row[5], row[7]), ('1', '75', '75', '1', 'Oui'))
        self.assertIn('A2', row[9])

    def test_english(self):
        self.new()
        rows = self.read_csv(**ENGLISH)
        self.assertEqual(rows[0][:3], ['Reading', 'Number', 'Title'])
        self.assertEqual(rows[1][2], 'Democratic governance')
        self.assertIn('Provisional: ', rows[1][9])

    def test_other_frameworks(self):
        """One that refers to some of them has all the lines; one that refers to none has no reading."""
        self.new('q.capcedre', '--framework', 'qvct')
        rows = self.read_csv('q.capcedre')
        self.assertEqual([row[1] for row in rows[1:]], CODES['csess'] + CODES['iso26000'])
        self.assertEqual(rows[7][8:], ['', 'Aucun objectif du référentiel n’en parle.'])

        self.do('framework', 'export', 'qvct', '-o', 'q.json')
        with open(self.path('q.json'), encoding='utf-8') as file:
            framework = json.load(file)
        framework['csess'] = framework['subjects'] = []
        for theme in framework['themes']:
            for objective in theme['objectives']:
                for criterion in objective['criteria']:
                    criterion['csess'] = criterion['subjects'] = []
        self.write('bare.json', json.dumps(framework))
        self.new('bare.capcedre', '--framework', 'bare.json')
        self.refuse(1, 'export', 'csess', 'bare.capcedre', '-o', 'none.csv', says='bare.capcedre: ')
        self.assertFalse(os.path.exists(self.path('none.csv')))

    def test_refusals(self):
        self.new()
        self.refuse(2, 'export', 'csess', 'd.capcedre')
        self.refuse(2, 'export', 'csess', 'd.capcedre', '-o', 'x.csv', '--todo')
        self.refuse(1, 'export', 'csess', 'd.capcedre', '-o', 'd.capcedre')
        self.refuse(3, 'export', 'csess', 'd.capcedre', '-o', 'nowhere/x.csv')
        self.refuse(3, 'export', 'csess', 'd.capcedre', '-o', 'nowhere/x.json')


harness.main()
