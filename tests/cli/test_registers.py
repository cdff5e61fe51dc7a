# SPDX-License-Identifier: GPL-3.0-or-later
"""The registers in: commitments by code, the list of the documents."""
import harness


class CommitmentsTest(harness.CliTest):
    GOOD = ('code;type;signed;review;closed;outcome\r\n'
            '2026-001;validation;2026-01-15;2026-07-15;;\r\n'
            '2026-002;coup-de-pouce;2026-01-16;;2026-05-01;durable\r\n',
            '\ufeffN°,Type d’engagement,Signé le,Prochain bilan le,Terminé le,Issue\n'
            '2026-001,Validation professionnelle,15/01/2026,15/07/2026,,\n'
            '2026-002,Coup de pouce,16/01/2026,,01/05/2026,Emploi durable\n',
            'engagement\tnature\tdate de signature\tbilan\tdate de sortie\ttype de sortie\n'
            '2026-001\tvalidation\t15.1.2026\t2026-07-15\t\t\n'
            '2026-002\tCOUP DE POUCE\t2026-01-16\t\t2026-05-01\tsortie durable\n')

    def read(self, name='d.capcedre'):
        self.do('export', 'json', name, '-o', 'd.json')
        with open(self.path('d.json'), encoding='utf-8') as file:
            return harness.json.load(file)['registers']

    def test_separators_and_headers(self):
        for number, text in enumerate(self.GOOD):
            name = self.new(f'{number}.capcedre')
            self.write('c.csv', text)
            self.assertEqual(self.do('import', 'commitments', name, 'c.csv'),
                             '2 lignes ajoutées, 0 ligne modifiée\n')
            first, second = self.read(name)['commitment']
            self.assertEqual([first.get(key) for key in ('code', 'type', 'signed', 'review', 'closed')],
                             ['2026-001', 'validation', '2026-01-15', '2026-07-15', None])
            self.assertEqual([second.get(key) for key in ('type', 'closed', 'outcome')],
                             ['coup-de-pouce', '2026-05-01', 'durable'])
            self.do('check', name)

    def test_all_or_none(self):
        self.new()
        before = self.digest('d.capcedre')
        self.write('c.csv', 'code;type;signed\n2026-001;validation;2026-01-15\nMarie Durand;validation;\n'
                            '2026-002;perroquet;\n2026-001;decouverte;\n2026-003;decouverte;2026-02-30\n')
        complaints = self.refuse(1, 'import', 'commitments', 'd.capcedre', 'c.csv', lines=4).splitlines()
        for line, complaint in zip('3456', complaints):
            self.assertIn(f'c.csv: ligne {line}', complaint)
        self.assertIn('nom', complaints[0])
        self.assertEqual(self.digest('d.capcedre'), before)

    def test_again(self):
        self.new()
        self.write('c.csv', self.GOOD[0])
        self.do('import', 'commitments', 'd.capcedre', 'c.csv')
        before = self.digest('d.capcedre')
        self.assertEqual(self.do('import', 'commitments', 'd.capcedre', 'c.csv'),
                         '0 ligne ajoutée, 0 ligne modifiée, 2 sans changement\n')
        self.assertEqual(self.digest('d.capcedre'), before)
        self.write('c.csv', 'code;closed;outcome\n2026-001;2026-08-01;positive\n')
        self.do('import', 'commitments', 'd.capcedre', 'c.csv')
        first = self.read()['commitment'][0]
        self.assertEqual((first['signed'], first['outcome']), ('2026-01-15', 'positive'))

    def test_report(self):
        self.new()
        self.write('c.csv', self.GOOD[0])
        self.do('import', 'commitments', 'd.capcedre', 'c.csv')
        self.do('report', 'commitments', 'd.capcedre', '-o', 'c.pdf')
        first = self.digest('c.pdf')
        self.do('report', 'commitments', 'd.capcedre', '-o', 'c.pdf')
        self.assertEqual(self.digest('c.pdf'), first)
        period = ['--from', '2026-01-01', '--to', '2026-06-30']
        self.do('report', 'commitments', 'd.capcedre', '-o', 'c.pdf', *period)
        self.assertNotEqual(self.digest('c.pdf'), first)
        self.refuse(2, 'report', 'week', 'd.capcedre', '-o', 'c.pdf', *period)
        self.refuse(2, 'report', 'commitments', 'd.capcedre', '-o', 'c.pdf', *period[:2])
        self.refuse(2, 'report', 'commitments', 'd.capcedre', '-o', 'c.pdf', *period[:3], '2025-12-31')

    def test_many(self):
        self.new()
        rows = ''.join(f'2026-{number:04};validation;2026-01-15\n' for number in range(5000))
        self.write('c.csv', 'code;type;signed\n' + rows)
        self.do('import', 'commitments', 'd.capcedre', 'c.csv')
        self.assertEqual(len(self.read()['commitment']), 5000)


class DocumentsTest(harness.CliTest):
    def test_documents(self):
        self.new()
        self.write('d.csv', 'code;title;requirement;version;approved;review\n'
                            'PRO-01;Procédure d’accueil;"8.5.1, 8.2";3;2026-01-10;2027-01-10\n'
                            'CH-01;Charte;;;;\n')
        self.do('import', 'documents', 'd.capcedre', 'd.csv')
        self.do('export', 'json', 'd.capcedre', '-o', 'd.json')
        with open(self.path('d.json'), encoding='utf-8') as file:
            charter, procedure = harness.json.load(file)['registers']['document']
        self.assertEqual((charter['code'], charter['kind'], charter['state']), ('CH-01', 'other', 'draft'))
        self.assertEqual((procedure['kind'], procedure['state'], procedure['version']),
                         ('procedure', 'in-force', '3'))
        self.assertEqual(procedure['requirements'], ['8.5.1', '8.2'])

    def test_refusals(self):
        self.new()
        self.write('d.csv', 'code;approved;review\nPRO-01;2026-01-10;2026-01-09\n')
        self.refuse(1, 'import', 'documents', 'd.capcedre', 'd.csv', lines=2, says='Titre')
        self.refuse(2, 'import', 'parrots', 'd.capcedre', 'd.csv', says='commitments, documents')


if __name__ == '__main__':
    harness.main()
