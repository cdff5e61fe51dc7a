#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Dossiers are made, answered and imported into; whatever is refused leaves them as they were."""
import json
import os
import unittest

import harness


class NewTest(harness.CliTest):
    def test_profile(self):
        self.do('new', 'd.capcedre', '--name', 'Les Érables', '--kinds', 'AI,ACI', '--region', 'Occitanie',
                '--siret', '732 829 320 00074', '--staff', '12', '--mode', 'certification')
        member = self.do_json('show', 'd.capcedre', '--json')['member']
        self.assertEqual([member[key] for key in ('name', 'kinds', 'region', 'siret', 'staff')],
                         ['Les Érables', ['AI', 'ACI'], 'OCC', '73282932000074', 12])
        self.assertEqual(self.do_json('score', 'd.capcedre', '--json')['evaluation']['mode'], 'certification')

    def test_scope_follows_the_profile(self):
        self.new('all.capcedre')
        self.new('aci.capcedre', '--kinds', 'ACI', '--staff', '5')
        self.new('iso.capcedre', '--mode', 'certification')
        covered = {name: self.do_json('score', name + '.capcedre', '--json')['coverage']
                   for name in ('all', 'aci', 'iso')}
        self.assertEqual((covered['all']['applicable'], covered['all']['out_of_scope']), (92, 4))
        self.assertEqual(covered['iso']['applicable'], 96)
        # Neither « mise à disposition », nor ETTI or GES, nor a CSE.
        self.assertEqual(covered['aci']['applicable'], 88)

    def test_refusals(self):
        self.new()
        before = self.digest('d.capcedre')
        self.refuse(1, 'new', 'd.capcedre', '--name', 'Autre')
        self.assertEqual(self.digest('d.capcedre'), before)
        for wrong in (('--siret', '73282932000075'), ('--siret', '7328'), ('--kinds', 'AI,XYZ'),
                      ('--region', 'Bavière'), ('--mode', 'iso'), ('--staff', '-3'), ('--staff', 'douze')):
            self.refuse(1, 'new', 'x.capcedre', '--name', 'X', *wrong)
        self.refuse(2, 'new', 'x.capcedre', '--name', 'X', '--colour', 'vert')
        self.refuse(2, 'new', 'x.capcedre')
        self.refuse(3, 'new', os.path.join('nowhere', 'x.capcedre'), '--name', 'X')
        self.assertFalse(os.path.exists(self.path('x.capcedre')))

    def test_other_framework(self):
        self.refuse(1, 'new', 'x.capcedre', '--name', 'X', '--framework', 'none.json')
        self.write('bad.json', '{"format": 1}')
        self.assertNotEqual(self.run_program('framework', 'check', 'bad.json').returncode, 0)
        done = self.run_program('new', 'x.capcedre', '--name', 'X', '--framework', 'bad.json')
        self.assertEqual(done.returncode, 1)
        self.assertFalse(os.path.exists(self.path('x.capcedre')))


class AnswerTest(harness.CliTest):
    def test_closing(self):
        """In certification mode a level 3 without evidence is taken, and keeps the evaluation open."""
        for mode in 'cap', 'certification':
            name = self.new(mode + '.capcedre', '--mode', mode)
            self.do('answer', name, 'A1.1', '3')
            self.do('answer', name, 'A1.2', '2')
        self.do('evaluation', 'start', 'cap.capcedre')
        says = self.refuse(1, 'evaluation', 'start', 'certification.capcedre', says='ajoutez-la à A1.1,')
        self.assertIn('certification.capcedre: ', says)
        self.do('answer', 'certification.capcedre', 'A1.1', '2')
        self.do('evaluation', 'start', 'certification.capcedre')

    def test_levels(self):
        self.new()
        for level in '0', '4', 'none', '2':
            self.do('answer', 'd.capcedre', 'A1.1', level, '--comment', f'niveau {level}')
        self.do('answer', 'd.capcedre', 'A1.2', 'na', '--reason', 'Pas chez nous')
        answers = self.answers('d.capcedre')
        self.assertEqual((answers['A1.1']['level'], answers['A1.1']['comment']), (2, 'niveau 2'))
        self.assertEqual((answers['A1.2']['state'], answers['A1.2']['reason']),
                         ('not_applicable', 'Pas chez nous'))

    def answers(self, name):
        self.do('export', 'json', name, '-o', 'out.json')
        with open(self.path('out.json'), encoding='utf-8') as file:
            evaluation = json.load(file)['evaluations'][-1]
        return {answer['criterion']: answer for answer in evaluation['answers']}

    def test_refusals(self):
        self.new('d.capcedre', '--kinds', 'ACI')
        self.do('answer', 'd.capcedre', 'A1.1', '3')
        before = self.digest('d.capcedre')
        for arguments in (('A1.1', '5'), ('--', 'A1.1', '-1'), ('A1.1', '2.5'), ('A1.1', ''), ('Z9.9', '2'),
                          ('', '2'), ('A1.2', 'na'), ('A1.2', 'na', '--reason', ' '), ('D6.1', '2'),
                          ('C4.3', '2')):
            self.refuse(1, 'answer', 'd.capcedre', *arguments)
        self.refuse(1, 'answer', 'd.capcedre', 'A1.1', 'na', '--reason', 'Non', says='socle')
        self.refuse(2, 'answer', 'd.capcedre', 'A1.1')
        self.refuse(2, 'answer', 'd.capcedre', 'A1.1', '2', 'de trop')
        self.assertEqual(self.digest('d.capcedre'), before)

    def test_two_writers(self):
        """Both answers are there, or the one that could not write said so."""
        import subprocess
        self.new()
        codes = [f'{objective}.{criterion}' for objective in ('A1', 'A2', 'B1', 'B2') for criterion in '1234']
        writers = [subprocess.Popen([harness.PROGRAM, 'answer', 'd.capcedre', code, '2'], cwd=self.folder,
                                    env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
                   for code in codes]
        written = set()
        for code, writer in zip(codes, writers):
            _, complaint = writer.communicate(timeout=120)
            self.assertIn(writer.returncode, (0, 1, 3))
            self.assertEqual(bool(complaint), writer.returncode != 0)
            written |= {code} if writer.returncode == 0 else set()
        self.assertTrue(written)
        self.assertEqual(set(self.answers('d.capcedre')), written)
        self.do('check', 'd.capcedre')


class ImportTest(harness.CliTest):
    GOOD = ('criterion;level;comment;reason\r\nA1.1;3;"Voté ; relu";\r\nA1.2;na;;Sans objet\r\n',
            '\ufeffCritère,Niveau,Commentaire,Motif\nA1.1,3,Voté ; relu,\nA1.2,na,,Sans objet\n',
            'critere\tniveau\tcommentaire\tmotif\nA1.1\t3\tVoté ; relu\t\nA1.2\tna\t\tSans objet\n')

    def test_separators_and_headers(self):
        for number, text in enumerate(self.GOOD):
            name = self.new(f'{number}.capcedre')
            self.write('a.csv', text)
            self.do('import', 'answers', name, 'a.csv')
            score = self.do_json('score', name, '--json')
            self.assertEqual(score['coverage']['answered'], 2, text)
            self.assertEqual(score['score']['percent'], 75)

    def test_all_or_none(self):
        self.new()
        before = self.digest('d.capcedre')
        self.write('a.csv', 'criterion;level\nA1.1;3\nA1.2;7\nZ1;2\nA1.3;4\n')
        complaints = self.refuse(1, 'import', 'answers', 'd.capcedre', 'a.csv', lines=2).splitlines()
        self.assertIn('3', complaints[0].split('a.csv', 1)[1])
        self.assertIn('4', complaints[1].split('a.csv', 1)[1])
        self.assertEqual(self.digest('d.capcedre'), before)

    def test_refusals(self):
        self.new()
        before = self.digest('d.capcedre')
        for content in ('', 'criterion;level\nA1.1;"3\n', b'criterion;level\nA1.1;\xff\n', 'level\n3\n',
                        'criterion;level\nA1.1;na\n', 'criterion;level\nA1.1;2\nA1.1;3\n'):
            self.write('a.csv', content)
            done = self.run_program('import', 'answers', 'd.capcedre', 'a.csv')
            self.assertEqual(done.returncode, 1, content)
        self.refuse(1, 'import', 'answers', 'd.capcedre', 'missing.csv')
        self.refuse(1, 'import', 'answers', 'd.capcedre', '.')
        self.refuse(2, 'import', 'moods', 'd.capcedre', 'a.csv')
        self.assertEqual(self.digest('d.capcedre'), before)


class FileTest(harness.CliTest):
    def test_what_is_no_dossier(self):
        self.new()
        with open(self.path('d.capcedre'), 'rb') as file:
            whole = file.read()
        newer = bytearray(whole)
        newer[60:64] = (999).to_bytes(4, 'big')
        foreign = bytearray(whole)
        foreign[68:72] = bytes(4)
        files = {'truncated': whole[:len(whole) // 2], 'short': whole[:50], 'empty': b'',
                 'text': b'Bonjour\n' * 100, 'newer': bytes(newer), 'foreign': bytes(foreign)}
        for name, content in files.items():
            self.write(f'{name}.capcedre', content)
            before = self.digest(f'{name}.capcedre')
            for command in (('show',), ('score',), ('check',), ('answer', 'A1.1', '2')):
                arguments = (command[0], f'{name}.capcedre', *command[1:])
                done = self.run_program(*arguments)
                self.assertEqual(done.returncode, 1, (arguments, done.stderr))
                self.assertTrue(done.stderr.startswith('cap-cedre: '), (arguments, done.stderr))
            self.assertEqual(self.digest(f'{name}.capcedre'), before)

    def test_missing_and_folder(self):
        for command in ('show', 'score', 'check', 'plan'):
            self.refuse(1, command, 'missing.capcedre')
            self.refuse(1, command, '.')

    def test_names_with_accents_and_spaces(self):
        name = 'Les Érables – été 2026.capcedre'
        self.new(name)
        self.do('answer', name, 'A1.1', '2')
        self.assertEqual(self.do_json('score', name, '--json')['score'], {'percent': 50, 'exact': '50'})

    def test_nothing_beside(self):
        self.new()
        self.do('answer', 'd.capcedre', 'A1.1', '2')
        self.assertEqual(sorted(os.listdir(self.folder)), ['.home', 'd.capcedre'])

    @unittest.skipUnless(os.geteuid() == 0, 'mounting asks for root')
    def test_full_disk(self):
        import subprocess
        disk = self.path('disk')
        os.mkdir(disk)
        mount = ['mount', '-t', 'tmpfs', '-o', 'size=1200k', 'tmpfs', disk]
        if subprocess.run(mount, capture_output=True, check=False).returncode:
            self.skipTest('no mount here')
        self.addCleanup(subprocess.run, ['umount', disk], check=False)
        self.do('new', 'disk/d.capcedre', '--name', 'Les Érables')
        with open(os.path.join(disk, 'filler'), 'wb', buffering=0) as filler:
            try:
                while filler.write(b'x' * 4096) == 4096:
                    pass
            except OSError:
                pass
        before = self.digest('disk/d.capcedre')
        self.refuse(3, 'answer', 'disk/d.capcedre', 'A1.1', '2')
        self.refuse(3, 'export', 'json', 'disk/d.capcedre', '-o', 'disk/out.json')
        self.refuse(3, 'report', 'plan', 'disk/d.capcedre', '-o', 'disk/out.pdf')
        self.refuse(3, 'new', 'disk/e.capcedre', '--name', 'Autre')
        self.assertEqual(self.digest('disk/d.capcedre'), before)
        self.assertEqual(sorted(os.listdir(disk)), ['d.capcedre', 'filler'])


harness.main()
