# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks of this folder share: faults with their path, and the parts of a framework."""

import json


class Faults:
  def __init__(self):
    self.lines = []

  def add(self, path, what):
    self.lines.append(f'{path}: {what}')

  def check(self, holds, path, what):
    if not holds:
      self.add(path, what)

  def report(self):
    print('\n'.join(self.lines) or 'no fault')
    return 1 if self.lines else 0


def load(path):
  return json.loads(path.read_text(encoding='utf-8'))


def objectives(framework):
  return [o for theme in framework['themes'] for o in theme['objectives']]


def criteria(framework):
  return [c for o in objectives(framework) for c in o['criteria']]
