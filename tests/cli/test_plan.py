# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan in and out: calendars, spreadsheets, imports."""
import re
import zipfile

import harness


class CalendarTest(harness.CliTest):
    def setUp(self):
        super().setUp()
        self.do('demo', 'd.capcedre')

    def read(self, *options, **keywords):
        self.do('export', 'plan.ics', 'd.capcedre', '-o', 'plan.ics', *options, **keywords)
        with open(self.path('plan.ics'), encoding='utf-8', newline='') as file:
            return file.read()

    def test_calendar(self):
        text = self.read()
        actions = self.do_json('plan', 'd.capcedre', '--json')['actions']
        for action in actions:
            self.assertIn(f'UID:{action["id"]}-due@', text)
            self.assertIn('DTSTART;VALUE=DATE:' + action['due'].replace('-', ''), text)
        self.assertNotIn('VTODO', text)
        self.assertEqual(self.read('--todo').count('BEGIN:VTODO'), len(actions))
        self.assertLessEqual(max(len(line) for line in text.encode().split(b'\r\n')), 75)

    def test_same_and_newer(self):
        first = self.read()
        self.assertEqual(self.read(), first)
        before = int(re.search(r'SEQUENCE:(\d+)', first).group(1))
        self.do('plan', 'd.capcedre', 'accept', '--first', '1')
        self.assertGreater(int(re.search(r'SEQUENCE:(\d+)', self.read()).group(1)), before)

    def test_refusals(self):
        self.refuse(2, 'export', 'plan.csv', 'd.capcedre', '-o', 'x', '--todo')
        self.refuse(2, 'export', 'plan.ics', 'd.capcedre')
        self.refuse(1, 'export', 'plan.ics', 'd.capcedre', '-o', 'd.capcedre')
        self.refuse(3, 'export', 'plan.ics', 'd.capcedre', '-o', 'nowhere/plan.ics')


class WorkbookTest(harness.CliTest):
    def test_workbook(self):
        self.do('demo', 'd.capcedre')
        self.do('export', 'plan.xlsx', 'd.capcedre', '-o', 'plan.xlsx')
        first = self.digest('plan.xlsx')
        with zipfile.ZipFile(self.path('plan.xlsx')) as book:
            self.assertIsNone(book.testzip())
            sheets = re.findall('sheet name="([^"]+)"', book.read('xl/workbook.xml').decode())
            self.assertEqual(sheets, ['Plan', 'Chiffres', 'Indicateurs'])
            self.assertIn('2026-11-20', book.read('docProps/core.xml').decode())
        self.do('export', 'plan.xlsx', 'd.capcedre', '-o', 'plan.xlsx')
        self.assertEqual(self.digest('plan.xlsx'), first)


class ActionsTest(harness.CliTest):
    GOOD = ('title;criterion;owner;start;due;state;kind\r\n'
            'Écrire;A1.1;Qualité;2026-09-01;2026-12-31;started;corrective\r\nRelire;;;;;;\r\n',
            '\ufeffAction,Critère,Pilote,Début,Échéance,État,Nature\n'
            'Écrire,a1.1,Qualité,01/09/2026,31/12/2026,En cours,action corrective\nRelire,,,,,,\n',
            'action\tcritere\tresponsable\tdebut\tpour le\tstatut\ttype\n'
            'Écrire\tA1.1\tQualité\t2026-09-01\t31/12/2026\ten cours\tcorrective\nRelire\t\t\t\t\t\t\n')

    def actions(self, name):
        return self.do_json('plan', name, '--json')['actions']

    def test_separators_and_headers(self):
        for number, text in enumerate(self.GOOD):
            name = self.new(f'{number}.capcedre')
            self.write('a.csv', text)
            self.assertIn('2', self.do('import', 'actions', name, 'a.csv'))
            first, second = self.actions(name)
            keys = 'number', 'title', 'owner', 'start', 'due', 'state', 'kind'
            self.assertEqual([first[key] for key in keys],
                             [1, 'Écrire', 'Qualité', '2026-09-01', '2026-12-31', 'started', 'corrective'])
            self.assertEqual(first['origins'], [{'kind': 'criterion', 'code': 'A1.1'}])
            self.assertEqual((second['title'], second['state']), ('Relire', 'todo'))

    def test_all_or_none(self):
        self.new()
        before = self.digest('d.capcedre')
        self.write('a.csv', 'title;criterion;start;due\nBonne;A1.1;;\nDeux;Z9;;\n'
                            'Trois;;2026-12-02;2026-12-01\n;A1.1;;\nCinq;;;31/02/2027\n')
        complaints = self.refuse(1, 'import', 'actions', 'd.capcedre', 'a.csv', lines=4).splitlines()
        for line, complaint in zip('3456', complaints):
            self.assertIn(f'ligne {line}', complaint)
        self.assertEqual(self.digest('d.capcedre'), before)
        self.assertEqual(self.actions('d.capcedre'), [])

    def test_back_and_forth(self):
        self.do('demo', 'd.capcedre')
        self.do('export', 'plan.csv', 'd.capcedre', '-o', 'plan.csv')
        before = self.digest('d.capcedre')
        self.do('import', 'actions', 'd.capcedre', 'plan.csv')
        self.assertEqual(self.digest('d.capcedre'), before)
        self.write('a.csv', 'n°;pilote\n2;Direction\n')
        self.do('import', 'actions', 'd.capcedre', 'a.csv')
        self.assertEqual(self.actions('d.capcedre')[1]['owner'], 'Direction')
        self.new('e.capcedre')
        # It has none of the five indicators.
        self.refuse(1, 'import', 'actions', 'e.capcedre', 'plan.csv', lines=5)
        for code in range(1, 6):
            self.write('i.csv', f'code;label;date;value\nI-0{code};Un indicateur;2026-06-30;1\n')
            self.do('import', 'indicators', 'e.capcedre', 'i.csv')
        self.do('import', 'actions', 'e.capcedre', 'plan.csv')
        titles = [[action['title'] for action in self.actions(name)] for name in ('d.capcedre', 'e.capcedre')]
        self.assertEqual(*titles)
        self.do('check', 'e.capcedre')


class IndicatorsTest(harness.CliTest):
    def read(self):
        return self.do_json('plan', 'd.capcedre', '--json')['indicators']

    def test_values(self):
        self.new()
        self.write('i.csv', 'code;label;unit;target;date;value\nI-01;Sorties;%;60;2026-06-30;52,5\n'
                            'I-01;;;;2026-09-30;55\n')
        self.do('import', 'indicators', 'd.capcedre', 'i.csv')
        self.write('i.csv', 'code,date,value\ni-01,30/09/2026,56\n')
        self.do('import', 'indicators', 'd.capcedre', 'i.csv')
        indicator, = self.read()
        self.assertEqual([indicator[key] for key in ('code', 'label', 'unit', 'target')],
                         ['I-01', 'Sorties', '%', '60'])
        self.assertEqual([(value['date'], value['value']) for value in indicator['values']],
                         [('2026-06-30', '52.5'), ('2026-09-30', '56')])

    def test_all_or_none(self):
        self.new()
        before = self.digest('d.capcedre')
        self.write('i.csv', 'code;label;date;value\nI-01;Sorties;2026-06-30;52\nI-02;;2026-06-30;1\n'
                            'I-01;;2026-13-01;1\n')
        complaints = self.refuse(1, 'import', 'indicators', 'd.capcedre', 'i.csv', lines=2).splitlines()
        for line, complaint in zip('34', complaints):
            self.assertIn(f'ligne {line}', complaint)
        self.assertEqual(self.digest('d.capcedre'), before)


if __name__ == '__main__':
    harness.main()
