#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Killed, refused or out of room while it writes: there is what there was before, or all of the new file.

The second argument is the library that makes a call of the program fail: tests/faults/fault-calls.c.
"""
import errno
import os
import resource
import signal
import subprocess
import sys
import tempfile
import unittest

import harness

LIBRARY = os.path.abspath(sys.argv.pop(2))
if os.access('/dev/shm', os.W_OK):
    tempfile.tempdir = '/dev/shm'  # hundreds of syncs take minutes on a disk
OLD = b'what there was before\n'
OUTPUTS = (  # what is written, and the arguments that write it: each in a way of its own
    ('week.pdf', ('report', 'week', 'd.capcedre', '-o', 'week.pdf')),
    ('plan.xlsx', ('export', 'plan.xlsx', 'd.capcedre', '-o', 'plan.xlsx')),
    ('plan.ics', ('export', 'plan.ics', 'd.capcedre', '-o', 'plan.ics')),
    ('package.zip', ('package', 'd.capcedre', '-o', 'package.zip')),
)


def tell(text):
    print('#', text, file=sys.stderr)


def points_of(count, shift):
    """All of the first and last calls; of a long row between them one of three, not the same each time."""
    return [at for at in range(1, count + 1)
            if count < 8 or at < 4 or at > count - 4 or at % 3 == bool(shift)]


class FaultTest(harness.CliTest):
    def setUp(self):
        super().setUp()
        self.do('demo', 'd.capcedre')
        self.dossier = self.digest('d.capcedre')
        self.names = set(os.listdir(self.folder))

    def faulty(self, how, at=0, number=0, **more):
        return {'LD_PRELOAD': LIBRARY, 'CAP_FAULT_HOW': how, 'CAP_FAULT_AT': str(at),
                'CAP_FAULT_ERRNO': str(number), **more}

    def read(self, name):
        try:
            with open(self.path(name), 'rb') as file:
                return file.read()
        except FileNotFoundError:
            return None

    def put_old(self, name):
        self.write(name, OLD)

    def remove(self, name):
        if os.path.exists(self.path(name)):
            os.unlink(self.path(name))

    def rehearse(self, name, arguments):
        """The whole file, and how many calls write it."""
        counter = self.path('.home/count')
        self.do(*arguments, environment=self.faulty('count', CAP_FAULT_COUNT=counter))
        with open(counter, encoding='ascii') as file:
            count = int(file.read())
        whole = self.read(name)
        self.remove(name)
        self.assertGreater(count, 3)
        return whole, count

    def check_rest(self, name):
        """Nothing else was touched; nothing is left beside."""
        self.assertEqual(self.digest('d.capcedre'), self.dossier)
        self.assertEqual(set(os.listdir(self.folder)) - {name}, self.names)

    def check_told(self, done, name, whole, before):
        """Refused in one line, with what there was before; or done."""
        if done.returncode == 0:
            self.assertEqual((done.stderr, self.read(name) == whole), ('', True))
        else:
            self.assertEqual((done.returncode, len(done.stderr.splitlines())), (3, 1), done.stderr)
            self.assertRegex(done.stderr, r'^cap-cedre: .+: .+')
            self.assertEqual(self.read(name), before)
        self.check_rest(name)
        return done.returncode != 0


class KilledTest(FaultTest):
    def test_outputs(self):
        kills = 0
        for name, arguments in OUTPUTS:
            whole, count = self.rehearse(name, arguments)
            for how, before in ('kill', None), ('half', OLD):
                for at in points_of(count, before):
                    self.remove(name)
                    if before is not None:
                        self.put_old(name)
                    done = self.run_program(*arguments, environment=self.faulty(how, at))
                    self.assertEqual(done.returncode, -signal.SIGKILL, (arguments, at, done.stderr))
                    self.assertIn(self.read(name), (before, whole), (arguments, how, at))
                    kills += 1
            self.do(*arguments)
            self.assertEqual(self.read(name), whole)
            self.check_rest(name)  # what was left by those that were killed is gone too
            self.remove(name)
        tell(f'outputs: killed at {kills} points, 0 half files')


class FailingTest(FaultTest):
    def test_outputs(self):
        points = told = 0
        for name, arguments in OUTPUTS:
            whole, count = self.rehearse(name, arguments)
            for how, number in ('fail-on', errno.ENOSPC), ('fail', errno.EIO):
                for at in points_of(count, number):
                    self.put_old(name)
                    done = self.run_program(*arguments, environment=self.faulty(how, at, number))
                    told += self.check_told(done, name, whole, OLD)
                    points += 1
            self.remove(name)
        tell(f'outputs: {points} calls that fail, {told} told, 0 half files')
        self.assertGreater(told, points / 2)


class LimitTest(FaultTest):
    """The size that a file may have is limited, or there is little room on a disk."""

    def test_size(self):
        points = 0
        for name, arguments in OUTPUTS:
            self.do(*arguments)
            whole = self.read(name)
            for limit in sorted({0, 1, 4096, len(whole) // 2, len(whole) - 1}):
                self.put_old(name)
                done = self.run_program(
                    *arguments,
                    preexec_fn=lambda size=limit: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)))
                self.assertTrue(self.check_told(done, name, whole, OLD), (arguments, limit))
                points += 1
            self.remove(name)
        tell(f'outputs: {points} limits of size, all told, 0 half files')


@unittest.skipUnless(os.geteuid() == 0, 'mounting asks for root')
class MountTest(FaultTest):
    def mount(self, name, *options):
        folder = self.path(name)
        os.makedirs(folder, exist_ok=True)
        done = subprocess.run(['mount', *options, folder], capture_output=True, check=False)
        if done.returncode != 0:
            self.skipTest('file systems cannot be mounted here')
        self.addCleanup(subprocess.run, ['umount', folder], check=False)
        return folder

    def test_small_disk(self):
        folder = self.mount('disk', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs')
        points = 0
        for name, arguments in OUTPUTS:
            self.do(*arguments)
            whole = self.read(name)
            output = os.path.join(folder, name)
            for room in sorted({0, 4096, *range(0, len(whole), max(4096, len(whole) // 4))}):
                with open(output, 'wb') as file:
                    file.write(OLD)
                with open(os.path.join(folder, 'filler'), 'wb') as filler:
                    status = os.statvfs(folder)
                    filler.write(bytes(max(0, status.f_bavail * status.f_frsize - room)))
                done = self.run_program(*arguments[:-1], output)
                os.unlink(os.path.join(folder, 'filler'))
                self.assertEqual((done.returncode, len(done.stderr.splitlines())), (3, 1), (arguments, room))
                with open(output, 'rb') as file:
                    self.assertEqual(file.read(), OLD)
                self.assertEqual(os.listdir(folder), [name])
                points += 1
            os.unlink(output)
        tell(f'outputs: {points} disks too small, all told, 0 half files')

    def test_small_temporary_disk(self):
        """A spreadsheet is made among the temporary files: it is whole, or it is not there."""
        folder = self.mount('disk', '-t', 'tmpfs', '-o', 'size=256k', 'tmpfs')
        self.names.add('disk')
        name, arguments = OUTPUTS[1]
        self.do(*arguments)
        whole = self.read(name)
        told = 0
        for room in range(0, 100 * 1024, 8192):
            self.put_old(name)
            with open(os.path.join(folder, 'filler'), 'wb') as filler:
                status = os.statvfs(folder)
                filler.write(bytes(status.f_bavail * status.f_frsize - room))
            done = self.run_program(*arguments, environment={'TMPDIR': folder})
            told += self.check_told(done, name, whole, OLD)
            os.unlink(os.path.join(folder, 'filler'))
        tell(f'outputs: {told} temporary disks too small, all told, 0 half files')
        self.assertGreater(told, 2)

    def test_read_only(self):
        folder = self.mount('disk', '-t', 'tmpfs', 'tmpfs')
        dossier = os.path.join(folder, 'd.capcedre')
        with open(dossier, 'wb') as file:
            file.write(self.read('d.capcedre'))
        subprocess.run(['mount', '-o', 'remount,ro', folder], check=True)
        self.assertEqual(self.do('score', dossier), self.do('score', 'd.capcedre'))
        self.do('check', dossier)
        self.refuse(3, 'answer', dossier, 'A1.1', '2')
        self.refuse(3, 'plan', dossier, 'accept', '--all')
        for name, arguments in OUTPUTS:
            self.refuse(3, *arguments[:-1], os.path.join(folder, name))
        self.do('export', 'json', dossier, '-o', 'out.json')
        self.assertEqual(os.listdir(folder), ['d.capcedre'])
        self.assertEqual(self.digest(dossier), self.dossier)


harness.main()
