#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An auditor works on a copy of the dossier, and the structure takes the audit back."""
import sqlite3

import harness

FINDING = ('audit;cotation;exigence;fait\n'
           'AU-02;NC mineure;8.5.1;Deux postes sur cinq n’ont pas de consigne.\n')


class AuditorTest(harness.CliTest):
    def setUp(self):
        super().setUp()
        self.do('demo', 'd.capcedre')
        self.do('audit', 'copy', 'd.capcedre', '--audit', 'AU-02', '-o', 'c.capcedre')
        self.write('f.csv', FINDING)

    def findings(self, name='d.capcedre'):
        self.do('export', 'json', name, '-o', 'x.json')
        with open(self.path('x.json'), encoding='utf-8') as file:
            return harness.json.load(file)['registers']['finding']

    def test_copy(self):
        """It holds the whole dossier, and the dossier is not touched."""
        before = self.digest('d.capcedre')
        self.do('audit', 'copy', 'd.capcedre', '--audit', 'au-01', '-o', 'other.capcedre')
        self.assertEqual(self.digest('d.capcedre'), before)
        self.do('check', 'c.capcedre')
        self.assertEqual(self.findings('c.capcedre'), self.findings())
        with sqlite3.connect(self.path('d.capcedre')) as db:
            self.assertEqual(db.execute("SELECT count(*) FROM meta WHERE key = 'audited'").fetchone(), (0,))
        with sqlite3.connect(self.path('c.capcedre')) as db:
            audit = db.execute("SELECT audit.code FROM meta JOIN audit ON audit.id = meta.value"
                               " WHERE key = 'audited'").fetchone()
        self.assertEqual(audit, ('AU-02',))

    def test_said(self):
        """Whose copy it is, and nothing of the kind of a dossier."""
        self.assertIn('AU-02', self.do('show', 'c.capcedre'))
        self.assertNotIn('AU-02', self.do('show', 'd.capcedre'))
        summary = harness.json.loads(self.do('show', 'c.capcedre', '--json'))
        self.assertEqual(summary['auditor_copy'], 'AU-02')
        summary = harness.json.loads(self.do('show', 'd.capcedre', '--json'))
        self.assertNotIn('auditor_copy', summary)

    def test_only_the_audit_is_written(self):
        before = self.digest('c.capcedre')
        self.write('other.csv', FINDING.replace('AU-02', 'AU-01'))
        self.refuse(1, 'answer', 'c.capcedre', 'A1.1', '2', says='AU-02')
        self.refuse(1, 'evaluation', 'start', 'c.capcedre', says='AU-02')
        self.refuse(1, 'import', 'findings', 'c.capcedre', 'other.csv', says='AU-02')
        self.assertEqual(self.digest('c.capcedre'), before)
        self.do('import', 'findings', 'c.capcedre', 'f.csv')
        self.do('show', 'c.capcedre')

    def test_return(self):
        before = len(self.findings())
        self.do('import', 'findings', 'c.capcedre', 'f.csv')
        untouched = self.digest('d.capcedre')
        told = self.do('audit', 'return', 'd.capcedre', 'c.capcedre', '--dry-run')
        self.assertIn('Deux postes sur cinq', told)
        dry = self.do_json('audit', 'return', 'd.capcedre', 'c.capcedre', '--dry-run', '--json')
        self.assertEqual(self.digest('d.capcedre'), untouched)
        done = self.do_json('audit', 'return', 'd.capcedre', 'c.capcedre', '--json')
        self.assertEqual(done, dry)
        self.assertEqual(done['audit'], 'AU-02')
        self.assertEqual([(item['kind'], item['new']) for item in done['items']], [('finding', True)])
        self.assertEqual(done['left_out'], {})
        new = self.findings()[-1]
        self.assertEqual((new['code'], new['audit'], len(new['finding_step'])), ('E-08', ['AU-02'], 1))
        self.assertEqual(len(self.findings()), before + 1)
        again = self.digest('d.capcedre')
        self.assertEqual(self.do_json('audit', 'return', 'd.capcedre', 'c.capcedre', '--json')['items'], [])
        self.assertEqual(self.digest('d.capcedre'), again)
        self.do('check', 'd.capcedre')

    def test_both_work(self):
        """What the structure did meanwhile stays, and is told; its codes too."""
        self.do('answer', 'd.capcedre', 'A1.1', '1')
        self.write('ours.csv', FINDING.replace('Deux', 'Trois'))
        self.do('import', 'findings', 'd.capcedre', 'ours.csv')
        self.do('import', 'findings', 'c.capcedre', 'f.csv')
        done = self.do_json('audit', 'return', 'd.capcedre', 'c.capcedre', '--json')
        self.assertEqual(done['left_out'], {'finding': 1, 'finding_step': 1, 'answer': 1})
        facts = {finding['code']: finding['fact'] for finding in self.findings()}
        self.assertEqual(facts['E-08'], 'Trois postes sur cinq n’ont pas de consigne.')
        self.assertEqual(facts['E-09'], 'Deux postes sur cinq n’ont pas de consigne.')

    def test_tampered_copy(self):
        """What was written in the copy by other means does not come in."""
        with sqlite3.connect(self.path('c.capcedre')) as db:
            db.execute("UPDATE risk SET title = 'Forged'")
            db.execute("UPDATE answer SET level = 4 WHERE state = 'rated'")
        before = self.digest('d.capcedre')
        done = self.do_json('audit', 'return', 'd.capcedre', 'c.capcedre', '--json')
        self.assertEqual(done['items'], [])
        self.assertEqual(set(done['left_out']), {'risk', 'answer'})
        self.assertEqual(self.digest('d.capcedre'), before)

    def test_refusals(self):
        before = self.digest('c.capcedre')
        self.refuse(1, 'audit', 'copy', 'd.capcedre', '--audit', 'AU-01', '-o', 'c.capcedre', says='c.cap')
        self.assertEqual(self.digest('c.capcedre'), before)
        self.refuse(1, 'audit', 'copy', 'd.capcedre', '--audit', 'AU-99', '-o', 'n.capcedre', says='AU-99')
        self.refuse(1, 'audit', 'copy', 'c.capcedre', '--audit', 'AU-01', '-o', 'n.capcedre', says='n.cap')
        self.refuse(2, 'audit', 'copy', 'd.capcedre', '-o', 'n.capcedre', says='--audit')
        self.refuse(2, 'audit', 'copy', 'd.capcedre', '--audit', 'AU-01', says='-o')
        self.refuse(3, 'audit', 'copy', 'd.capcedre', '--audit', 'AU-01', '-o', 'no/n.capcedre')
        self.refuse(2, 'audit', 'lend', 'd.capcedre', says='lend')
        self.refuse(2, 'audit', 'return', 'd.capcedre', says='return')
        self.refuse(2, 'audit', 'copy', 'd.capcedre', 'c.capcedre', says='copy')
        self.refuse(1, 'audit', 'return', 'd.capcedre', 'd.capcedre', says='d.capcedre')
        self.refuse(1, 'audit', 'return', 'd.capcedre', 'f.csv', says='f.csv')
        self.refuse(1, 'audit', 'return', 'd.capcedre', 'none.capcedre', says='none.capcedre')
        self.do('demo', 'e.capcedre')
        self.refuse(1, 'audit', 'return', 'e.capcedre', 'c.capcedre', says='c.capcedre')


if __name__ == '__main__':
    harness.main()
