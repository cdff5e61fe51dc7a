#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How many sites of a group are looked at, in words and to other programs."""
import harness


class SampleTest(harness.CliTest):
    def sample(self, sites, audit, *more):
        return self.do_json('sample', '--sites', str(sites), '--audit', audit, *more, '--json')

    def test_contract(self):
        found = self.sample(26, 'initial')
        self.assertLessEqual({'sites': 26, 'audit': 'initial', 'minimum': 6, 'random': 2,
                              'central_function': True, 'extra': 0, 'indicative': True}.items(),
                             found.items())
        self.assertEqual((found['seed'], found['drawn'], found['reason']), (None, None, None))
        self.assertEqual(self.sample(26, 'surveillance')['minimum'], 4)
        self.assertEqual(self.sample(26, 'recertification')['minimum'], 6)
        self.assertEqual(self.sample(26, 'recertification', '--reduced')['minimum'], 5)

    def test_greatest(self):
        for sites in 2**62, 2**63 - 1, 2**63, 2**64 - 1:
            found = self.sample(sites, 'surveillance')
            self.assertEqual(found['sites'], sites)
            minimum = found['minimum']
            self.assertTrue(25 * (minimum - 1)**2 < 9 * sites <= 25 * minimum**2)
            self.assertEqual(found['random'], -(-minimum // 4))

    def test_added(self):
        found = self.sample(27, 'surveillance', '--extra', '2', '--reason', 'Deux sites ont déménagé')
        self.assertEqual((found['minimum'], found['extra'], found['total']), (4, 2, 6))
        self.assertEqual(found['reason'], 'Deux sites ont déménagé')

    def test_drawn(self):
        first = self.sample(27, 'initial', '--seed', '42')
        self.assertEqual(first, self.sample(27, 'initial', '--seed', '42'))
        self.assertEqual(first['seed'], 42)
        self.assertEqual(len(set(first['drawn'])), first['random'])
        self.assertTrue(all(1 <= site <= 27 for site in first['drawn']))
        others = {tuple(self.sample(27, 'initial', '--seed', str(seed))['drawn']) for seed in range(12)}
        self.assertGreater(len(others), 6)

    def test_words(self):
        text = self.do('sample', '--sites', '27', '--audit', 'surveillance', '--extra', '1', '--reason',
                       'Un site est nouveau', '--seed', '3')
        self.assertIn('à titre indicatif', text.lower())
        self.assertIn('Un site est nouveau', text)
        english = {'environment': {'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en'}}
        self.assertIn('As an indication', self.do('sample', '--sites', '3', '--audit', 'initial', **english))
        self.assertIn('sample', self.do('--help'))

    def test_refusals(self):
        line = ['sample', '--sites', '26', '--audit', 'initial']
        self.refuse(2, 'sample', '--audit', 'initial', says='--sites')
        self.refuse(2, 'sample', '--sites', '26', says='--audit')
        self.refuse(2, *line, '--reduced', says='--reduced')
        self.refuse(2, *line, '--extra', '1', says='--reason')
        self.refuse(2, *line, 'more')
        self.refuse(1, *line, '--extra', '21', '--reason', 'x', says='20')
        self.refuse(1, 'sample', '--sites', '0', '--audit', 'initial', says='--sites')
        self.refuse(1, 'sample', '--sites', '18446744073709551616', '--audit', 'initial', says='--sites')
        self.refuse(1, 'sample', '--sites', '3', '--audit', 'stage-2', says='--audit')
        self.refuse(1, *line, '--seed', 'x', says='--seed')
        self.refuse(1, 'sample', '--sites', str(2**62), '--audit', 'initial', '--seed', '1', says='--seed')


class GroupTest(harness.CliTest):
    def test_demonstration(self):
        """Its sample is the one that its own numbers give, and the other demonstration stays what it was."""
        self.do('demo', '--group', 'g.capcedre')
        registers = self.do_json('export', 'json', 'g.capcedre', '-o', '/dev/stdout')['registers']
        sites = [s['code'] for s in registers['site'] if s['role'] != 'central' and 'left' not in s]
        self.assertEqual(len(sites), 27)
        sample = registers['sample'][0]
        drawn = self.do_json('sample', '--sites', str(sample['population']), '--audit', sample['audit'],
                             '--seed', sample['seed'], '--json')
        self.assertEqual(sample['minimum'], drawn['minimum'])
        self.assertEqual(len(sample['sample_site']), drawn['minimum'])
        self.assertEqual([s['site'] for s in sample['sample_site'] if s['how'] == 'random'],
                         [[sites[number - 1]] for number in drawn['drawn']])
        self.refuse(1, 'demo', '--group', 'g.capcedre')
        self.do('demo', 'd.capcedre')
        self.assertIn('Les Ateliers du Cèdre', self.do('show', 'd.capcedre'))


if __name__ == '__main__':
    harness.main()
