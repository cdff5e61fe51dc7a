#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""reminder.py PROGRAM: what is late is told on the desktop at opening, once; a click shows the plan."""

import json
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import time

from gi.repository import Gio, GLib

NAME = 'org.freedesktop.Notifications'
PATH = '/org/freedesktop/Notifications'
XML = f"""<node><interface name="{NAME}">
  <method name="Notify">
    <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
    <arg type="a{{sv}}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/></method>
  <method name="CloseNotification"><arg type="u" direction="in"/></method>
  <method name="GetCapabilities"><arg type="as" direction="out"/></method>
  <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
</interface></node>"""


def serve(folder):
    """Stands for the desktop: keeps what it is told in “calls”, and clicks on it once “click” is there."""
    calls = folder / 'calls'

    def called(bus, sender, path, interface, method, arguments, invocation):
        if method == 'GetCapabilities':
            invocation.return_value(GLib.Variant('(as)', (['body', 'actions'],)))
        elif method == 'Notify':
            with calls.open('a', encoding='utf-8') as file:
                file.write(json.dumps([arguments[3], arguments[4]]) + '\n')
            invocation.return_value(GLib.Variant('(u)', (7,)))
        else:
            invocation.return_value(None)

    def click(bus):
        if not (folder / 'click').exists():
            return GLib.SOURCE_CONTINUE
        bus.emit_signal(None, PATH, NAME, 'ActionInvoked', GLib.Variant('(us)', (7, 'default')))
        return GLib.SOURCE_REMOVE

    def acquired(bus, name):
        bus.register_object(PATH, Gio.DBusNodeInfo.new_for_xml(XML).interfaces[0], called, None, None)
        GLib.timeout_add(100, click, bus)

    Gio.bus_own_name(Gio.BusType.SESSION, NAME, Gio.BusNameOwnerFlags.NONE, acquired,
                     lambda bus, name: (folder / 'ready').touch(), None)
    GLib.MainLoop().run()


def make(path, late):
    def run(*arguments):
        subprocess.run([PROGRAM, *arguments], check=True, capture_output=True)

    run('new', path, '--name', 'Les Érables')
    for criterion in 'A1.1', 'A1.2':
        run('answer', path, criterion, '1')
    run('plan', path, 'accept', '--all')
    if late:
        file = sqlite3.connect(path)
        with file:
            file.execute("UPDATE action SET due = '2001-02-03', start = NULL")
        file.close()


def read_calls(folder):
    calls = folder / 'calls'
    if not calls.exists():
        return []
    return [json.loads(line) for line in calls.read_text(encoding='utf-8').splitlines()]


def open_quietly(path):
    """With nothing that shows notifications, or nothing to tell, nothing is written either."""
    from desktop import Program

    with Program(PROGRAM, path) as program:
        program.find('list item', 'Plan de progrès')
        time.sleep(1)


def open_late(path, folder):
    from desktop import Program

    with Program(PROGRAM, path) as program:
        program.wait('the desktop is told', lambda: read_calls(folder))
        (title, body), = read_calls(folder)
        assert title == '2 actions en retard', title
        assert body.splitlines()[0] == 'Les Érables' and len(body.splitlines()) == 3, body
        program.find('push button', 'Suivant')
        assert not any(n.get_role_name() == 'page tab' for n in program.nodes())
        (folder / 'click').touch()
        program.find('page tab', 'Actions')


def main():
    with tempfile.TemporaryDirectory(prefix='cap-reminder-') as name:
        folder = pathlib.Path(name)
        late = str(folder / 'late.capcedre')
        calm = str(folder / 'calm.capcedre')
        make(late, True)
        make(calm, False)
        open_quietly(late)
        desktop = subprocess.Popen([sys.executable, __file__, '--desktop', name])
        try:
            while not (folder / 'ready').exists():
                assert desktop.poll() is None
                time.sleep(0.1)
            open_quietly(calm)
            assert not read_calls(folder), read_calls(folder)
            open_late(late, folder)
        finally:
            desktop.terminate()
            desktop.wait(10)


if sys.argv[1] == '--desktop':
    serve(pathlib.Path(sys.argv[2]))
else:
    PROGRAM = os.path.abspath(sys.argv[1])
    main()
