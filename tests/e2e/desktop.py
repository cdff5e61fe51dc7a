# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the program as a person would: with the keyboard, looking through the eyes of a screen reader."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib

OPERATED = {'push button', 'toggle button', 'check box', 'radio button', 'text', 'entry', 'combo box',
            'spin button', 'slider', 'level bar', 'list item', 'frame', 'link', 'menu item', 'page tab'}
NOT_A_NAME = re.compile(r'^$|^_|^(Gtk|Adw|Cap)[A-Z]')
FAULT = re.compile(r'-(WARNING|CRITICAL|ERROR) \*\*|^\S*:.*(WARNING|CRITICAL)')


def walk(node):
    """What can be seen, from a window down; what is in a folded popover is not there.

    GTK 4.8 says SHOWING of windows alone: a page behind another one counts here too.
    """
    if not node.get_state_set().contains(Atspi.StateType.VISIBLE):
        return
    yield node
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child is not None:
            yield from walk(child)


def is_operable(node):
    """AdwComboRow shows its choice in a list that takes no focus, which GTK 4.8 does not tell."""
    if node.get_role_name() == 'list item' and node.get_parent().get_name() == 'GtkListView':
        return False
    return (node.get_role_name() in OPERATED and
            (node.get_role_name() == 'frame' or node.get_state_set().contains(Atspi.StateType.FOCUSABLE)))


class Program:
    """The program in a home of its own, which goes away with it; or in @home, which stays.

    What was learnt of the tree is forgotten before each look. Once a second window has been opened, libatspi
    2.46 never ends doing so: with @windows nothing is kept in the first place, which is slower.
    """

    def __init__(self, executable, *arguments, home=None, windows=False):
        self.has_windows = windows
        self.keeps_home = home is not None
        self.home = home or pathlib.Path(tempfile.mkdtemp(prefix='cap-e2e-'))
        for name in ('Documents', 'config', 'run'):
            (self.home / name).mkdir(mode=0o700, exist_ok=True)
        (self.home / 'config/user-dirs.dirs').write_text('XDG_DOCUMENTS_DIR="$HOME/Documents"\n')
        self.log = open(self.home / 'log', 'w+')
        environment = dict(os.environ, HOME=str(self.home), XDG_CONFIG_HOME=str(self.home / 'config'),
                           XDG_DATA_HOME=str(self.home / 'data'), XDG_STATE_HOME=str(self.home / 'state'),
                           XDG_RUNTIME_DIR=str(self.home / 'run'), GTK_A11Y='atspi', LANGUAGE='fr')
        self.process = subprocess.Popen([executable, *arguments], env=environment, stderr=self.log)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        if kind is not None:
            self.picture('failure')
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(20)
        self.log.seek(0)
        log = self.log.read()
        if not self.keeps_home:
            shutil.rmtree(self.home, ignore_errors=True)
        if kind is not None:
            print(log, file=sys.stderr)
        faults = [line for line in log.splitlines() if FAULT.search(line)]
        assert kind is not None or not faults, '\n'.join(faults)

    @property
    def documents(self):
        return self.home / 'Documents'

    def picture(self, name):
        folder = os.environ.get('MESON_BUILD_ROOT', tempfile.gettempdir())
        subprocess.run(['import', '-window', 'root', f'{folder}/e2e-{name}.png'], check=False)

    def windows(self):
        """Oldest first."""
        found = []
        for i in range(Atspi.get_desktop(0).get_child_count()):
            try:
                application = Atspi.get_desktop(0).get_child_at_index(i)
                if application is not None and application.get_process_id() == self.process.pid:
                    if self.has_windows:
                        application.set_cache_mask(Atspi.Cache.NONE)
                    else:
                        application.clear_cache()  # nobody listens to events: what is known grows old
                    found += [application.get_child_at_index(j) for j in range(application.get_child_count())]
            except GLib.Error:
                pass
        return [window for window in found if window is not None]

    def nodes(self):
        """All that is on the bus and can be seen. What goes away while we look does not count."""
        found = []
        for window in self.windows():
            try:
                found += list(walk(window))
            except GLib.Error:
                pass
        return found

    def find(self, role, name, seconds=20):
        """NAME is a beginning."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            assert self.process.poll() is None, f'the program ended while waiting for {role} “{name}”'
            for node in self.nodes():
                try:
                    if node.get_role_name() == role and node.get_name().startswith(name):
                        return node
                except GLib.Error:
                    pass
            time.sleep(0.1)
        seen = sorted({f'{n.get_role_name()} “{n.get_name()}”' for n in self.nodes()
                       if n.get_role_name() in OPERATED})
        raise AssertionError(f'never appeared: {role} “{name}”; there are:\n' + '\n'.join(seen))

    def wait(self, what, test, seconds=20):
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            try:
                if test():
                    return
            except GLib.Error:
                pass  # what it looked at has just gone away
            time.sleep(0.1)
        raise AssertionError(f'never happened: {what}')

    def focus(self):
        """There is no window manager here: the newest window gets the keys."""
        ids = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)],
                             capture_output=True, text=True).stdout.split()
        if ids:
            subprocess.run(['xdotool', 'windowfocus', '--sync', ids[-1]], check=False)

    def key(self, *keys):
        for key in keys:
            subprocess.run(['xdotool', 'key', '--clearmodifiers', key], check=True)
            time.sleep(0.12)

    def type(self, text):
        subprocess.run(['xdotool', 'type', '--delay', '20', text], check=True)
        time.sleep(0.2)

    def focused(self):
        """Each window has a focus of its own: that of the newest one counts."""
        for window in reversed(self.windows()):
            try:
                for node in walk(window):
                    if node.get_state_set().contains(Atspi.StateType.FOCUSED):
                        return node.get_role_name(), node.get_name()
            except GLib.Error:
                pass
        return None

    def tab_to(self, role, name, limit=60):
        """Presses Tab until the control has the focus: what cannot be reached so, a person cannot reach."""
        for _ in range(limit):
            here = self.focused()
            if here is not None and here[0] == role and here[1].startswith(name):
                return
            self.key('Tab')
        raise AssertionError(f'Tab never reaches {role} “{name}”; the last one was {self.focused()}')

    def choose_in_menu(self, item):
        """From the main menu."""
        self.focus()
        self.key('F10')
        self.find('menu item', item)
        for _ in range(30):
            here = self.focused()
            if here is not None and here[0] == 'menu item' and here[1].startswith(item):
                self.key('Return')
                return
            self.key('Down')
        raise AssertionError(f'the menu does not lead to “{item}”')

    def check_names(self, screen):
        nameless = []
        for node in self.nodes():
            try:
                if is_operable(node) and NOT_A_NAME.search(node.get_name()):
                    parent = node.get_parent()
                    nameless.append((node.get_role_name(), node.get_name(), node.get_description(),
                                     parent.get_role_name(), parent.get_name()))
            except GLib.Error:
                pass
        assert not nameless, f'{screen}: a screen reader cannot name:\n' + '\n'.join(map(str, nameless))
