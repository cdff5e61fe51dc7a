#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The versions of frameworks: shown, compared, installed, started with, carried over to."""
import json
import os
import unittest

import harness

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'data', 'framework')


def load(name='cap.json'):
    with open(os.path.join(DATA, name), encoding='utf-8') as file:
        return json.load(file)


def criterion(framework, code):
    return next(c for theme in framework['themes'] for objective in theme['objectives']
                for c in objective['criteria'] if c['code'] == code)


class FrameworkTest(harness.CliTest):
    def next_version(self, name='next.json', **changes):
        """CAP 2027.1: A1.1 reworded, A1.2 gone, A1.3 and A1.4 merged into A1.3."""
        framework = {**load(), 'version': '2027.1', 'valid_from': '2026-11-19', **changes}
        objective = framework['themes'][0]['objectives'][0]
        objective['criteria'][0]['label'] = 'Le projet est écrit, connu et voté'
        objective['criteria'] = [objective['criteria'][0], objective['criteria'][2]]
        framework['mappings'] = [{'version': '2026.2', 'moves': [
            {'from': ['A1.3', 'A1.4'], 'to': 'A1.3', 'take': 'lowest'},
            {'from': ['A1.2'], 'to': None, 'take': 'carry'}]}]
        self.write(name, json.dumps(framework))
        return name


class LibraryTest(FrameworkTest):
    def test_shipped(self):
        listed = self.do('framework', 'list')
        self.assertEqual([line.split()[:2] for line in listed.splitlines()],
                         [['cap', '2026.2'], ['cap', '2026.1'], ['qvct', '2026.1']])
        self.assertIn('20 critères', self.do('framework', 'show', 'qvct'))

    def test_diff(self):
        self.next_version()
        found = self.do_json('framework', 'diff', 'cap@2026.2', 'next.json', '--json')
        self.assertEqual(found['criteria'], [
            {'before': ['A1.1'], 'after': 'A1.1', 'changes': ['reworded']},
            {'before': ['A1.3', 'A1.4'], 'after': 'A1.3', 'changes': ['moved', 'reworded']},
            {'before': ['A1.2'], 'after': None, 'changes': ['removed']}])
        self.assertEqual(found['unchanged'], 92)
        text = self.do('framework', 'diff', 'cap', 'next.json')
        self.assertIn('A1.3 + A1.4 → A1.3', text)
        self.assertIn('retiré : 1', text.replace('\u00a0', ' '))
        self.assertIn('reformulé', self.do('framework', 'diff', 'cap@2026.1', 'cap'))
        self.refuse(1, 'framework', 'diff', 'cap', 'absent', says='absent')
        self.refuse(2, 'framework', 'diff', 'cap')

    def test_install(self):
        self.next_version()
        self.do('framework', 'install', 'next.json')
        self.do('framework', 'install', 'next.json')
        self.assertEqual(self.do('framework', 'list').splitlines()[0].split()[:2], ['cap', '2027.1'])
        self.new()
        self.assertEqual(self.do_json('score', 'd.capcedre', '--json')['evaluation']['version'], '2027.1')
        self.next_version('other.json', title='Autre')
        self.refuse(1, 'framework', 'install', 'other.json', says='2027.1')
        self.refuse(1, 'framework', 'remove', 'cap@2026.2', says='fournie')
        self.do('framework', 'remove', 'cap@2027.1')
        self.refuse(1, 'framework', 'remove', 'cap@2027.1')
        self.assertEqual(self.do_json('score', 'd.capcedre', '--json')['evaluation']['version'], '2027.1')

    def test_validity(self):
        """The newest version that is valid on the day; today is 2026-11-20."""
        self.next_version('later.json', valid_from='2026-11-21')
        self.do('framework', 'install', 'later.json')
        self.new('a.capcedre')
        self.assertEqual(self.do_json('score', 'a.capcedre', '--json')['evaluation']['version'], '2026.2')
        self.do('new', 'b.capcedre', '--name', 'B', environment={'SOURCE_DATE_EPOCH': '1795219200'})
        self.assertEqual(self.do_json('score', 'b.capcedre', '--json')['evaluation']['version'], '2027.1')
        self.do('new', 'c.capcedre', '--name', 'C', environment={'SOURCE_DATE_EPOCH': '1780000000'})
        self.assertEqual(self.do_json('score', 'c.capcedre', '--json')['evaluation']['version'], '2026.1')

    def test_nowhere_to_install(self):
        self.next_version()
        self.refuse(3, 'framework', 'install', 'next.json', says='/dev/null/cap-cedre/frameworks',
                    environment={'XDG_DATA_HOME': '/dev/null'})

    def test_damaged_installation(self):
        self.next_version()
        self.do('framework', 'install', 'next.json')
        folder = os.path.join(self.environment['HOME'], '.local', 'share', 'cap-cedre', 'frameworks')
        name, = os.listdir(folder)
        with open(os.path.join(folder, name), 'w', encoding='utf-8') as file:
            file.write('{')
        done = self.run_program('framework', 'list')
        self.assertIn(name, done.stderr)
        self.new()
        self.assertEqual(self.do_json('score', 'd.capcedre', '--json')['evaluation']['version'], '2026.2')

    def test_conversion(self):
        self.do('framework', 'import', os.path.join(DATA, 'cap-2026.1.json'), '-o', 'out.json')
        self.do('framework', 'check', 'out.json')
        found = self.do_json('framework', 'diff', 'cap@2026.1', 'out.json', '--json')
        self.assertEqual(found['criteria'], [])
        self.do('framework', 'export', 'qvct', '-o', 'q.json')
        self.assertEqual(self.do_json('framework', 'diff', 'qvct', 'q.json', '--json')['criteria'], [])
        for name in 'q.xlsx', 'q.yaml':
            self.do('framework', 'export', 'qvct', '-o', name)
            self.do('framework', 'check', name)
            self.do('framework', 'import', name, '-o', 'back.json')
            found = self.do_json('framework', 'diff', 'qvct', 'back.json', '--json')
            changes = {change for criterion in found['criteria'] for change in criterion['changes']}
            self.assertEqual(changes & {'added', 'removed', 'moved', 'reworded'}, set())
        self.do('framework', 'export', 'cap', '-o', 'cap.xlsx')
        self.do('framework', 'import', 'cap.xlsx', '-o', 'back.json')
        self.assertEqual(self.do_json('framework', 'diff', 'cap', 'back.json', '--json')['criteria'], [])
        self.do('new', 'y.capcedre', '--name', 'Y', '--framework', 'q.yaml', '--kinds', 'AI')
        self.refuse(2, 'framework', 'import', 'out.json')
        self.refuse(1, 'framework', 'import', 'out.json', '-o', 'out.json')
        self.refuse(1, 'framework', 'export', 'cap', '-o', 'out.odt', says='.json')
        self.refuse(3, 'framework', 'export', 'cap', '-o', 'absent/out.json')


    def test_refused_sources(self):
        self.write('threats.yaml', 'urn: urn:x:risk:library:t\nlocale: fr\nref_id: t\nname: T\nversion: 1\n'
                   'objects:\n  threats:\n  - {urn: "urn:x:risk:threat:a", ref_id: a, name: A}\n')
        self.refuse(1, 'framework', 'import', 'threats.yaml', '-o', 'out.json', says='menace')
        self.write('bad.xlsx', 'PK')
        self.refuse(1, 'framework', 'import', 'bad.xlsx', '-o', 'out.json', says='bad.xlsx')
        self.write('bad.yaml', 'a: [')
        self.refuse(1, 'framework', 'import', 'bad.yaml', '-o', 'out.json', says='ligne')
        self.assertFalse(os.path.exists(self.path('out.json')))


class StartTest(FrameworkTest):
    def answer(self, name, *answers):
        for code, level in answers:
            self.do('answer', name, code, level, *(['--reason', 'rien ici'] if level == 'na' else []))

    def test_carry(self):
        self.new()
        self.answer('d.capcedre', ('A1.1', '2'), ('A1.2', '3'), ('A1.3', '1'), ('A1.4', '4'), ('A2.3', 'na'))
        before = self.do_json('score', 'd.capcedre', '--evaluation', '1', '--json')
        self.next_version()
        self.do('framework', 'install', 'next.json')

        said = self.do('evaluation', 'start', 'd.capcedre', '--dry-run')
        self.assertIn('1 · à revoir : 2 · laissées : 1', said.replace('\u00a0', ' '))
        self.assertIn('A1.2', said)
        self.assertIn('A1.3 + A1.4 → A1.3', said)
        self.do('evaluation', 'start', 'd.capcedre', '--carry')

        score = self.do_json('score', 'd.capcedre', '--json')
        self.assertEqual(score['evaluation']['number'], 2)
        self.assertEqual(score['evaluation']['version'], '2027.1')
        criteria = {c['code']: c for c in score['themes'][0]['objectives'][0]['criteria']}
        self.assertEqual({code: c['level'] for code, c in criteria.items()}, {'A1.1': 2, 'A1.3': 1})
        exported = self.export('d.capcedre')
        marks = {a['criterion']: a['review'] for a in exported['evaluations'][1]['answers']}
        self.assertEqual(marks, {'A1.1': 'reworded', 'A1.3': 'merged', 'A2.3': 'none'})
        self.assertEqual(self.do_json('score', 'd.capcedre', '--evaluation', '1', '--json'), before)
        self.do('answer', 'd.capcedre', 'A1.1', '2')
        marks = {a['criterion']: a['review'] for a in self.export('d.capcedre')['evaluations'][1]['answers']}
        self.assertEqual(marks['A1.1'], 'none')
        done = self.run_program('check', 'd.capcedre')
        self.assertEqual(done.returncode, 0, done.stdout)

    def export(self, name):
        self.do('export', 'json', name, '-o', 'out.json')
        with open(self.path('out.json'), encoding='utf-8') as file:
            return json.load(file)

    def test_without_carry(self):
        self.new()
        self.answer('d.capcedre', ('A1.1', '2'))
        self.assertEqual(self.do('evaluation', 'start', 'd.capcedre'), '')
        self.assertIsNone(self.do_json('score', 'd.capcedre', '--json')['score'])

    def test_express(self):
        self.do('new', 'd.capcedre', '--name', 'D', '--path', 'express')
        score = self.do_json('score', 'd.capcedre', '--json')
        self.assertEqual(score['coverage']['applicable'], 30)
        self.refuse(1, 'answer', 'd.capcedre', 'A1.2', '2', says='A1.2')
        self.answer('d.capcedre', ('A1.1', '1'), ('A4.2', '2'))
        proposals = self.do_json('plan', 'd.capcedre', 'propose', '--json')
        self.assertEqual([(p['criterion'], p['target']) for p in proposals], [('A1.1', 2)])
        self.do('evaluation', 'extend', 'd.capcedre')
        score = self.do_json('score', 'd.capcedre', '--json')
        self.assertEqual((score['coverage']['answered'], score['coverage']['applicable']), (2, 92))
        self.refuse(1, 'evaluation', 'extend', 'd.capcedre')
        self.refuse(1, 'new', 'e.capcedre', '--name', 'E', '--path', 'short')
        self.refuse(1, 'new', 'e.capcedre', '--name', 'E', '--path', 'express', '--framework', 'cap@2026.1')

    def test_other_scale(self):
        """Everything works with four levels from 1 to 4."""
        self.do('new', 'd.capcedre', '--name', 'D', '--framework', 'qvct', '--kinds', 'AI')
        self.refuse(1, 'answer', 'd.capcedre', '1.1.1', '0', says='1, 2, 3, 4')
        self.answer('d.capcedre', ('1.1.1', '1'), ('1.1.2', '4'))
        score = self.do_json('score', 'd.capcedre', '--json')
        self.assertEqual(score['score'], {'percent': 50, 'exact': '50'})
        self.assertEqual(self.do_json('plan', 'd.capcedre', 'propose', '--json')[0]['criterion'], '1.1.1')
        for kind in 'questionnaire', 'photograph', 'plan':
            self.do('report', kind, 'd.capcedre', '-o', kind + '.pdf')

    def test_usage(self):
        self.new()
        self.refuse(2, 'evaluation', 'dance', 'd.capcedre')
        self.refuse(2, 'evaluation', 'start')
        self.refuse(1, 'evaluation', 'start', 'absent.capcedre')


if __name__ == '__main__':
    unittest.util._MAX_LENGTH = 2000
    harness.main()
