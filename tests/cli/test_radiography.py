#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the radiographie tells, in words and to other programs."""
import harness


class RadiographyTest(harness.CliTest):
    def test_calm(self):
        self.new()
        text = self.do('radiography', 'd.capcedre')
        self.assertIn('Les Érables\nRadiographie du 20 novembre 2026\n', text)
        self.assertIn('Rien à signaler\u00a0: le dossier est cohérent.', text)
        found = self.do_json('radiography', 'd.capcedre', '--json')
        self.assertEqual(found['date'], '2026-11-20')
        self.assertEqual(found['counts'], {'serious': 0, 'to-look-at': 0, 'advice': 0})
        self.assertEqual((found['alerts'], found['set_aside']), ([], []))
        ids = [check['id'] for check in found['checks']]
        self.assertGreaterEqual(len(set(ids)), 28)
        self.assertEqual(len(set(ids)), len(ids))

    def test_alerts(self):
        self.new('d.capcedre', '--mode', 'certification')
        self.do('answer', 'd.capcedre', 'A1.1', '3')
        found = self.do_json('radiography', 'd.capcedre', '--json')
        by_check = {alert['check']: alert for alert in found['alerts']}
        self.assertEqual(found['counts'], {'serious': 6, 'to-look-at': 0, 'advice': 0})
        self.assertEqual(set(by_check), {'level-without-evidence', 'policy-missing', 'scope-missing',
                                         'climate-not-examined', 'review-overdue', 'programme-missing'})
        self.assertEqual(by_check['level-without-evidence'],
                         {'check': 'level-without-evidence', 'family': 'evaluation', 'severity': 'serious',
                          'subject': 'A1.1', 'address': 'criterion/A1.1',
                          'sentence': 'A1.1 est au niveau 3 et aucune preuve ne le montre.'})
        text = self.do('radiography', 'd.capcedre')
        self.assertIn('\nSérieux (6)\n  Évaluation\n    - A1.1 est au niveau 3', text)
        for alert in found['alerts']:
            self.assertIn(f"    - {alert['sentence']}\n", text)

    def test_languages(self):
        self.new('d.capcedre', '--mode', 'certification')
        english = {'environment': {'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en'}}
        self.assertIn('Serious (5)', self.do('radiography', 'd.capcedre', **english))
        self.assertIn('radiography FICHIER [--json]', self.do('--help'))
        self.assertIn('radiography FILE [--json]', self.do('--help', **english))

    def test_demonstration(self):
        self.do('demo', 'd.capcedre')
        found = self.do_json('radiography', 'd.capcedre', '--json')
        order = ['serious', 'to-look-at', 'advice']
        ranks = [order.index(alert['severity']) for alert in found['alerts']]
        self.assertEqual(ranks, sorted(ranks))
        self.assertEqual(self.do('radiography', 'd.capcedre'), self.do('radiography', 'd.capcedre'))

    def test_refusals(self):
        self.refuse(2, 'radiography')
        self.refuse(1, 'radiography', self.write('x.capcedre', 'not a dossier'))


if __name__ == '__main__':
    harness.main()
