#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The week and the figures of a plan are worked out a second time, from what the plan exports."""
import datetime

import harness

TODAY = '2026-11-20'


def day(text):
    return datetime.date.fromisoformat(text)


def later(days):
    return (day(TODAY) + datetime.timedelta(days=days)).isoformat()


class PlanFiguresTest(harness.CliTest):
    def setUp(self):
        super().setUp()
        self.do('demo', 'd.capcedre')
        self.actions = self.do_json('plan', 'd.capcedre', '--json')['actions']
        self.pending = [a for a in self.actions if a['state'] in ('todo', 'started')]

    def numbers(self, actions, key=None):
        if key is not None:
            actions = sorted(actions, key=lambda a: (key(a) is None, key(a) or '', a['number']))
        return [a['number'] for a in actions]

    def test_week(self):
        week = self.do_json('plan', 'd.capcedre', 'week', '--json')
        self.assertEqual(week['date'], TODAY)
        self.assertEqual(week['late'], self.numbers([a for a in self.pending if (a['due'] or '9') < TODAY],
                                                    lambda a: a['due']))
        self.assertEqual(week['due'], self.numbers([a for a in self.pending
                                                    if TODAY <= (a['due'] or '') <= later(14)],
                                                   lambda a: a['due']))
        self.assertEqual(week['to_check'], self.numbers([a for a in self.actions if a['state'] == 'done' and
                                                         (a['check']['due'] or '') <= later(14)],
                                                        lambda a: a['check']['due']))
        self.assertEqual(week['without_owner'], self.numbers([a for a in self.pending if not a['owner']],
                                                             lambda a: a['due']))
        self.assertTrue(week['late'])
        self.assertEqual(set(week['definitions']),
                         {'late', 'due', 'to_check', 'without_owner', 'without_news'})

    def test_mail(self):
        week = self.do_json('plan', 'd.capcedre', 'week', '--json')
        text = self.do('plan', 'd.capcedre', 'week')
        self.assertEqual(text, f"Objet\u00a0: {week['mail']['subject']}\n\n{week['mail']['body']}")
        self.assertIn('semaine du 16 novembre 2026', week['mail']['subject'])
        by_number = {a['number']: a for a in self.actions}
        for number in week['late'] + week['to_check']:
            self.assertIn(f"\n- N° {number} – {by_number[number]['title']} – ", text)
        self.assertEqual(text, self.do('plan', 'd.capcedre', 'week'))

    def test_figures(self):
        figures = self.do_json('plan', 'd.capcedre', 'figures', '--json')
        self.assertEqual(figures['total'], len(self.actions))
        self.assertEqual(sum(figures['states'].values()), len(self.actions))
        self.assertEqual(figures['late'], sum((a['due'] or '9') < TODAY for a in self.pending))
        self.assertEqual(sum(o['open'] for o in figures['owners']), figures['open'])
        self.assertEqual(sum(o['late'] for o in figures['owners']), figures['late'])
        done = [a for a in self.actions if a['state'] in ('done', 'verified') and a['due'] and a['done']]
        on_time = sum(a['done'] <= a['due'] for a in done)
        self.assertEqual(figures['on_time'], {
            'on_time': on_time, 'of': len(done),
            'percent': (200 * on_time + len(done)) // (2 * len(done)) if done else None})
        delays = [(day(a['done']) - day(a['due'])).days for a in done if a['done'] > a['due']]
        delays += [(day(TODAY) - day(a['due'])).days for a in self.pending if (a['due'] or '9') < TODAY]
        self.assertEqual((figures['delay']['actions'], figures['delay']['days']), (len(delays), sum(delays)))
        self.assertEqual([q['quarter'] for q in figures['quarters']][::7], ['2025-Q1', '2026-Q4'])
        self.assertEqual([m['month'] for m in figures['months']][::5], ['2026-11', '2027-04'])
        text = self.do('plan', 'd.capcedre', 'figures')
        self.assertEqual(len(figures['definitions']), 9)
        for name in 'states', 'on_time', 'delay', 'quarters', 'months', 'owners', 'themes':
            self.assertIn(figures['definitions'][name], text)

    def test_nothing_planned(self):
        self.new('n.capcedre')
        figures = self.do_json('plan', 'n.capcedre', 'figures', '--json')
        self.assertEqual((figures['on_time']['percent'], figures['delay']['mean']), (None, None))
        self.assertIn('Aucune action n’a été en retard', self.do('plan', 'n.capcedre', 'figures'))
        self.assertIn('ne contient pas encore d’action', self.do('plan', 'n.capcedre', 'week'))
        self.assertIsNone(self.do_json('plan', 'n.capcedre', 'week', '--json')['progress'])

    def test_refusals(self):
        self.refuse(2, 'plan', 'd.capcedre', 'weeks')
        self.refuse(2, 'plan', 'd.capcedre', 'week', '--all')
        self.refuse(1, 'plan', 'nowhere.capcedre', 'week')


if __name__ == '__main__':
    harness.main()
