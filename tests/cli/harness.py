# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the built program as a person would, in a home of its own."""
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM = None


class CliTest(unittest.TestCase):
    """A folder, a home, and the program; every complaint must be one line."""

    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix='cap-cli-')
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        home = os.path.join(self.folder, '.home')
        os.mkdir(home)
        self.environment = {'PATH': os.environ['PATH'], 'HOME': home, 'SOURCE_DATE_EPOCH': '1795132800',
                            'G_DEBUG': 'fatal-warnings'}
        for name in 'ASAN_OPTIONS', 'LSAN_OPTIONS', 'UBSAN_OPTIONS':
            if name in os.environ:
                self.environment[name] = os.environ[name]

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, content):
        mode = 'wb' if isinstance(content, bytes) else 'w'
        with open(self.path(name), mode, **({} if mode == 'wb' else {'encoding': 'utf-8'})) as file:
            file.write(content)
        return self.path(name)

    def digest(self, name):
        with open(self.path(name), 'rb') as file:
            return hashlib.sha256(file.read()).hexdigest()

    def run_program(self, *arguments, **options):
        environment = {**self.environment, **options.pop('environment', {})}
        return subprocess.run([PROGRAM, *arguments], cwd=self.folder, env=environment, text=True,
                              capture_output=True, stdin=subprocess.DEVNULL, timeout=60, check=False,
                              **options)

    def do(self, *arguments, **options):
        """What is printed by a command that must succeed, and complain of nothing."""
        done = self.run_program(*arguments, **options)
        self.assertEqual((done.returncode, done.stderr), (0, ''), arguments)
        return done.stdout

    def do_json(self, *arguments):
        return json.loads(self.do(*arguments))

    def refuse(self, status, *arguments, says='', lines=1, **options):
        """A command that must fail with @status and say so in @lines lines."""
        done = self.run_program(*arguments, **options)
        self.assertEqual(done.returncode, status, (arguments, done.stdout, done.stderr))
        complaints = done.stderr.splitlines()
        self.assertEqual(len(complaints), lines, done.stderr)
        for complaint in complaints:
            self.assertRegex(complaint, r'^cap-cedre: .+: .+')
        self.assertIn(says, done.stderr)
        return done.stderr

    def new(self, name='d.capcedre', *options):
        self.do('new', name, '--name', 'Les Érables', *options)
        return name


def main():
    global PROGRAM
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main(verbosity=0)
