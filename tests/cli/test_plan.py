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


if __name__ == '__main__':
    harness.main()
