# SPDX-License-Identifier: GPL-3.0-or-later
"""The management review on the command line: what it reads, what is printed of it."""
import sqlite3
import subprocess

import harness

INPUTS = ['previous-decisions', 'context-changes', 'satisfaction', 'complaints', 'objectives',
          'process-performance', 'nonconformities', 'monitoring', 'audits', 'suppliers', 'resources', 'risks',
          'opportunities', 'improvement']


class ReviewTest(harness.CliTest):
    def start(self, name, code, date, finalised=None):
        """What the desktop puts."""
        with sqlite3.connect(self.path(name)) as db:
            db.execute('INSERT INTO management_review (id, code, date, finalised) VALUES (?, ?, ?, ?)',
                       (code, code, date, finalised))
            db.executemany('INSERT INTO review_input (id, parent_id, rank, input, reading, decision)'
                           ' VALUES (?, ?, ?, ?, ?, ?)',
                           [(f'{code}-{key}', code, rank, key, f'Lu en {date[:4]}.' if finalised else None,
                             'Continuer' if key != 'risks' or finalised else None)
                            for rank, key in enumerate(INPUTS, 1)])
            db.execute("INSERT INTO review_output (id, parent_id, rank, kind, text, action)"
                       f" VALUES ('{code}-o', '{code}', 1, 'change', 'Revoir la carte', 3)")
        db.close()

    def test_none(self):
        self.do('demo', 'd.capcedre')
        with sqlite3.connect(self.path('d.capcedre')) as db:
            for table in 'review_output', 'review_input', 'management_review':
                db.execute(f'DELETE FROM {table}')
        db.close()
        read = self.do_json('review', 'd.capcedre', '--json')
        self.assertIsNone(read['review'])
        self.assertEqual([item['input'] for item in read['inputs']], INPUTS)
        self.assertEqual((read['decided'], read['total'], read['outputs']), (0, 14, []))
        for item in read['inputs']:
            self.assertTrue(item['reading'] and item['addresses'] and item['clause'].startswith('9.3.2'))
            self.assertEqual(item['silent'], 'n’en dit rien' in item['reading'])
        self.assertIn('Pas encore de revue de direction', self.do('review', 'd.capcedre'))
        self.refuse(1, 'report', 'management-review', 'd.capcedre', '-o', 'r.pdf',
                    says='ne contient pas encore de revue')

    def test_draft_and_final(self):
        self.new()
        self.start('d.capcedre', 'RD-01', '2025-11-20', '2025-11-21')
        last = self.do_json('review', 'd.capcedre', '--json')
        self.assertEqual(last['review']['finalised'], '2025-11-21')
        self.assertEqual({item['reading'] for item in last['inputs']}, {'Lu en 2025.'})

        self.start('d.capcedre', 'RD-02', '2026-11-20')
        draft = self.do_json('review', 'd.capcedre', '--json')
        self.assertEqual((draft['review']['code'], draft['decided']), ('RD-02', 13))
        self.assertEqual([item['input'] for item in draft['inputs'] if not item['decided']], ['risks'])
        self.assertIn('RD-01', draft['inputs'][0]['reading'])
        self.assertEqual(draft['outputs'], [{'kind': 'change', 'text': 'Revoir la carte', 'owner': None,
                                             'due': None, 'action': 3}])
        first = self.do_json('review', 'd.capcedre', '--review', 'rd-01', '--json')
        self.assertEqual(first, last)
        self.assertIn('13 entrées décidées sur 14', self.do('review', 'd.capcedre'))
        self.refuse(1, 'review', 'd.capcedre', '--review', 'RD-09', says='RD-09')

    def text(self, name):
        return subprocess.run(['pdftotext', self.path(name), '-'], capture_output=True, text=True,
                              check=True).stdout

    def test_report(self):
        self.new()
        self.start('d.capcedre', 'RD-01', '2025-11-20', '2025-11-21')
        self.start('d.capcedre', 'RD-02', '2026-11-20')
        self.do('report', 'management-review', 'd.capcedre', '-o', 'last.pdf')
        self.do('report', 'management-review', 'd.capcedre', '-o', 'first.pdf', '--review', 'RD-01')
        self.assertIn('projet · page 1/', self.text('last.pdf'))
        self.assertIn('Lu en 2025.', self.text('first.pdf'))
        self.assertNotIn('projet', self.text('first.pdf'))
        self.refuse(1, 'report', 'management-review', 'd.capcedre', '-o', 'x.pdf', '--review', 'RD-09',
                    says='RD-09')
        self.refuse(2, 'report', 'plan', 'd.capcedre', '-o', 'x.pdf', '--review', 'RD-01', says='--review')


if __name__ == '__main__':
    harness.main()
