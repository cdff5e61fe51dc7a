#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Criteria are rated again once their actions were effective: first without changing anything."""
import sqlite3

import harness


class RerateTest(harness.CliTest):
    def setUp(self):
        super().setUp()
        self.new()
        for criterion, level in (('A1.1', '1'), ('A1.2', '0'), ('A2.1', '3')):
            self.do('answer', 'd.capcedre', criterion, level)
        self.do('plan', 'd.capcedre', 'accept', '--all')

    def close_actions(self):
        """As the plan page does when a verdict is given: there is no command for it."""
        with sqlite3.connect(self.path('d.capcedre')) as file:
            file.execute("UPDATE action SET state = 'verified', verdict = 'effective', closed = '2026-11-25',"
                         " done = '2026-11-25', checked = '2026-11-25', check_evidence = 'Relevé',"
                         " target = 3")
        file.close()

    def test_nothing(self):
        self.assertEqual(self.do_json('plan', 'd.capcedre', 'rerate', '--json'),
                         {'reratings': [], 'differences': []})
        self.assertIn('rien à noter', self.do('plan', 'd.capcedre', 'rerate'))
        before = self.digest('d.capcedre')
        self.do('plan', 'd.capcedre', 'rerate', '--apply')
        self.assertEqual(self.digest('d.capcedre'), before)

    def test_dry_run(self):
        self.close_actions()
        before = self.digest('d.capcedre')
        told = self.do_json('plan', 'd.capcedre', 'rerate', '--json')
        self.assertEqual(self.digest('d.capcedre'), before)
        self.assertEqual([(r['criterion'], r['from'], r['to'], r['evidence_missing'], len(r['actions']))
                          for r in told['reratings']],
                         [('A1.1', 1, 3, True, 1), ('A1.2', 0, 3, True, 1)])
        score = self.do_json('score', 'd.capcedre', '--json')
        whole = told['differences'][0]
        self.assertEqual((whole['kind'], whole['code'], whole['before']),
                         ('whole', None, score['score']['percent']))
        text = self.do('plan', 'd.capcedre', 'rerate')
        self.assertIn('A1.1', text)
        self.assertIn('niveau 1 → 3', text)

    def test_apply(self):
        self.close_actions()
        told = self.do_json('plan', 'd.capcedre', 'rerate', '--json')
        self.do('plan', 'd.capcedre', 'rerate', '--apply')
        score = self.do_json('score', 'd.capcedre', '--json')
        self.assertEqual(score['score']['percent'], told['differences'][0]['after'])
        for difference in told['differences']:
            for theme in score['themes']:
                if difference['kind'] == 'theme' and theme['code'] == difference['code']:
                    self.assertEqual(theme['score']['percent'], difference['after'])
        self.assertEqual(self.do_json('plan', 'd.capcedre', 'rerate', '--json')['reratings'], [])
        self.do('check', 'd.capcedre')

    def test_usage(self):
        self.refuse(2, 'plan', 'd.capcedre', '--apply')
        self.refuse(2, 'plan', 'd.capcedre', 'propose', '--apply')
        self.refuse(2, 'plan', 'd.capcedre', 'accept', '--all', '--apply')
        self.refuse(2, 'plan', 'd.capcedre', 'rerate', 'A1.1')
        self.refuse(1, 'plan', 'none.capcedre', 'rerate')


if __name__ == '__main__':
    harness.main()
