#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Findings that come from an auditor, and the documents of an audit."""
import subprocess

import harness

ROWS = ('audit;cotation;exigence;site;fait;preuve\n'
        'AU-02;NC mineure;8.5.1;SI-02;Deux postes sur cinq n’ont pas de consigne.;Postes 2 et 4\n'
        'AU-02;point fort;7.3;;Chacun sait à quoi sert son travail.;\n'
        ';Majeure;"8.4.1, 8.4.2";;Aucun prestataire n’est réévalué.;\n')


class FindingsTest(harness.CliTest):
    def findings(self):
        self.do('export', 'json', 'd.capcedre', '-o', 'd.json')
        with open(self.path('d.json'), encoding='utf-8') as file:
            return harness.json.load(file)['registers'].get('finding', [])

    def test_taken_in(self):
        self.do('demo', 'd.capcedre')
        before = len(self.findings())
        self.write('f.csv', ROWS)
        self.assertIn('3', self.do('import', 'findings', 'd.capcedre', 'f.csv'))
        minor, strong, major = self.findings()[before:]
        self.assertEqual((minor['code'], minor['grade'], minor['audit']), ('E-08', ['NC min.'], ['AU-02']))
        self.assertEqual((minor['raised'], minor['due']), ('2026-03-11', '2026-09-07'))
        self.assertEqual((minor['requirements'], minor['site']), (['8.5.1'], ['SI-02']))
        self.assertEqual((minor['seen'], minor['state']), ('Postes 2 et 4', 'open'))
        self.assertEqual([step['state'] for step in minor['finding_step']], ['open'])
        self.assertEqual((strong['grade'], strong.get('due')), (['PF'], None))
        self.assertEqual((major['grade'], major['requirements']), (['NC maj.'], ['8.4.1', '8.4.2']))
        self.assertEqual((major['raised'], major['due']), ('2026-11-20', '2027-02-18'))
        self.do('import', 'findings', 'd.capcedre', 'f.csv')
        self.assertEqual(len(self.findings()), before + 3)

    def test_refused(self):
        self.new()
        self.write('f.csv', 'grade;fact\nGrave;Un fait\nPP;\n')
        self.refuse(1, 'import', 'findings', 'd.capcedre', 'f.csv', lines=2, says='Grave')
        self.assertEqual(self.findings(), [])


class DocumentsTest(harness.CliTest):
    def text(self, *arguments):
        self.do('report', *arguments, '-o', 'x.pdf')
        subprocess.run(['qpdf', '--check', self.path('x.pdf')], capture_output=True, check=True)
        text = subprocess.run(['pdftotext', '-layout', self.path('x.pdf'), '-'], capture_output=True,
                              text=True, check=True).stdout
        return ' '.join(text.split())

    def test_plan(self):
        self.do('demo', 'd.capcedre')
        text = self.text('audit-plan', 'd.capcedre')
        for words in ('Audit interne de janvier 2027', 'Réunion d’ouverture', 'Réunion de clôture',
                      '9 h 00 – 9 h 30', '20 janvier 2027', 'Encadrement technique d’une structure voisine',
                      'Liste de contrôle',
                      'Objectifs, périmètre et critères', 'échantillonnage', 'aucun nom n’est noté'):
            self.assertIn(words, text)
        self.assertIn('Les horaires ne sont pas encore prévus.',
                      self.text('audit-plan', 'd.capcedre', '--audit', 'AU-01'))

    def test_report(self):
        self.do('demo', 'd.capcedre')
        text = self.text('audit-report', 'd.capcedre')
        for words in ('Surveillance 2026', 'SGS', 'Points forts', 'Dix employeurs du bassin', 'E-04',
                      'Le chantier de la rivière n’a pas été vu', 'conformité mineure (2)',
                      'échantillonnage',
                      'Signatures', 'Constat E-03', 'Diffusion'):
            self.assertIn(words, text)
        self.assertNotIn('AI-2024-02', text)
        self.assertIn('AI-2024-02', self.text('audit-report', 'd.capcedre', '--audit', 'AU-01'))

    def test_finding(self):
        self.do('demo', 'd.capcedre')
        text = self.text('finding', 'd.capcedre', '--finding', 'E-01')
        for words in ('Constat E-01', 'Pourquoi 5', 'Vingt dossiers sur vingt sont signés', 'Elle a agi',
                      'Soldé'):
            self.assertIn(words, text)
        self.assertIn('Constat E-03', self.text('finding', 'd.capcedre'))
        first = self.digest('x.pdf')
        self.do('report', 'finding', 'd.capcedre', '-o', 'x.pdf')
        self.assertEqual(self.digest('x.pdf'), first)
        self.do('report', 'finding', 'd.capcedre', '-o', 'x.fodt')

    def test_refusals(self):
        self.new()
        for kind in 'audit-plan', 'audit-report', 'finding':
            self.refuse(1, 'report', kind, 'd.capcedre', '-o', 'x.pdf', says='d.capcedre')
        self.do('demo', 'e.capcedre')
        self.refuse(1, 'report', 'finding', 'e.capcedre', '-o', 'x.pdf', '--finding', 'E-99', says='E-99')
        self.refuse(2, 'report', 'finding', 'e.capcedre', '-o', 'x.pdf', '--audit', 'AU-01', says='--audit')
        self.refuse(2, 'report', 'plan', 'e.capcedre', '-o', 'x.pdf', '--finding', 'E-01', says='--finding')


if __name__ == '__main__':
    harness.main()
