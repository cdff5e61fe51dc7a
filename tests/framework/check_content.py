#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the CAP framework's content: schema, counts, references, wording.

Usage: check_content.py SOURCE_ROOT
Prints one line per fault, with its path; exit status 1 if there is any.
"""

import datetime
import json
import pathlib
import re
import sys

import jsonschema

COUNTS = {'themes': 4, 'objectives': 23, 'criteria': 96, 'core': 25,
          'core in certification': 7, 'certification only': 4}
LABEL_MAX = 110

TYPOGRAPHY = [
  (re.compile("'"), 'a straight apostrophe'),
  (re.compile(r'\.\.\.'), 'three dots instead of …'),
  (re.compile(r'"'), 'a straight quotation mark'),
  (re.compile(r'[ \u00a0][;!?%]'), 'a wide space before ; ! ? %: U+202F is expected'),
  (re.compile(r'[ \u202f]:'), 'a wrong space before a colon: U+00A0 is expected'),
  (re.compile(r'[^\s\u202f][!?;]'), 'no space before ; ! ?'),
  (re.compile(r'[^\u00a0]:(?= |$)'), 'no U+00A0 before a colon'),
  (re.compile('«(?!\u202f)'), 'no U+202F after «'),
  (re.compile('(?<!\u202f)»'), 'no U+202F before »'),
  (re.compile(r'  |^\s|\s$'), 'a stray space'),
  (re.compile(r'oeu|oei'), 'œ written as two letters'),
]


class Faults:
  def __init__(self):
    self.lines = []

  def add(self, path, what):
    self.lines.append(f'{path}: {what}')

  def check(self, holds, path, what):
    if not holds:
      self.add(path, what)


def load(path):
  return json.loads(path.read_text(encoding='utf-8'))


def objectives(framework):
  return [o for theme in framework['themes'] for o in theme['objectives']]


def criteria(framework):
  return [c for o in objectives(framework) for c in o['criteria']]


def check_schema(faults, schema, framework):
  jsonschema.Draft202012Validator.check_schema(schema)
  validator = jsonschema.Draft202012Validator(schema)
  for error in validator.iter_errors(framework):
    faults.add('/'.join(map(str, error.absolute_path)), error.message)


def check_described(faults, node, path='schema'):
  """Every field of the schema says what it is for."""
  if isinstance(node, dict):
    for name, field in node.get('properties', {}).items():
      faults.check(field.get('description'), f'{path}.{name}', 'no description')
    for name, child in node.items():
      check_described(faults, child, f'{path}.{name}')


def check_counts(faults, framework):
  found = {
    'themes': len(framework['themes']),
    'objectives': len(objectives(framework)),
    'criteria': len(criteria(framework)),
    'core': sum(c['core'] for c in criteria(framework)),
    'core in certification': sum(c['core_in_certification'] for c in criteria(framework)),
    'certification only': sum(c['certification_only'] for c in criteria(framework)),
  }
  for name, expected in COUNTS.items():
    faults.check(found[name] == expected, name, f'{found[name]} instead of {expected}')


def check_codes(faults, framework):
  """Codes are unique; themes, objectives and criteria are numbered in order."""
  for name in ('kinds', 'filters', 'clauses', 'subjects', 'csess', 'services'):
    codes = [entry['code'] for entry in framework[name]]
    faults.check(len(codes) == len(set(codes)), name, 'a code appears twice')

  clauses = [tuple(map(int, c['code'].split('.'))) for c in framework['clauses']]
  faults.check(clauses == sorted(clauses), 'clauses', 'not in order')

  for i, theme in enumerate(framework['themes']):
    faults.check(theme['code'] == chr(ord('A') + i), theme['code'], 'not in order')
    for j, objective in enumerate(theme['objectives'], 1):
      faults.check(objective['code'] == f"{theme['code']}{j}", objective['code'], 'not in order')
      for k, criterion in enumerate(objective['criteria'], 1):
        faults.check(criterion['code'] == f"{objective['code']}.{k}", criterion['code'], 'not in order')

  faults.check([level['level'] for level in framework['levels']] == [0, 1, 2, 3, 4], 'levels', 'not 0 to 4')
  starts = [band['from'] for band in framework['bands']]
  faults.check(starts[0] == 0 and starts == sorted(set(starts)), 'bands', 'not from 0 upwards')


def check_references(faults, framework):
  known = {name: {entry['code'] for entry in framework[name]}
           for name in ('kinds', 'filters', 'clauses', 'subjects', 'csess', 'services')}
  known['objectives'] = {o['code'] for o in objectives(framework)}
  triggers = {s['code']: s['triggers'] for s in framework['services']}

  def refer(path, name, codes):
    for code in codes:
      faults.check(code in known[name], path, f'{code} is not one of the {name}')

  for entry in framework['filters']:
    refer(entry['code'], 'kinds', entry.get('kinds', []))
  for service in framework['services']:
    refer(service['code'], 'objectives', service['triggers'])
  for objective in objectives(framework):
    for name in ('subjects', 'csess', 'services'):
      refer(objective['code'], name, objective[name])
    for service in objective['services']:
      faults.check(objective['code'] in triggers.get(service, []), objective['code'],
                   f'is not a trigger of {service}')
  for criterion in criteria(framework):
    refer(criterion['code'], 'clauses', criterion['clauses'])
    refer(criterion['code'], 'filters', [criterion['filter']] if criterion['filter'] else [])


def check_dates(faults, framework):
  for entry in [framework] + framework['services']:
    path = entry.get('code', 'framework')
    dates = [entry['valid_from'], entry['valid_until']]
    for date in filter(None, dates):
      try:
        datetime.date.fromisoformat(date)
      except ValueError:
        faults.add(path, f'{date} is not a date')
    faults.check(None in dates or dates[0] <= dates[1], path, 'ends before it begins')


def check_criteria(faults, framework):
  titles = {}
  for criterion in criteria(framework):
    code = criterion['code']
    faults.check(len(criterion['label']) <= LABEL_MAX, code, 'label too long')
    faults.check(not (criterion['core'] and criterion['core_in_certification']), code, 'core twice')
    faults.check(criterion['certification_only'] == code.startswith('D6.'), code,
                 'certification_only does not match its objective')
    faults.check(criterion['question'].endswith('\u202f?'), code, 'the question does not end with ?')
    faults.check(criterion['why'].endswith('.'), code, 'the reason is not a sentence')
    faults.check([s['to'] for s in criterion['steps']].count(2) == 1, code, 'not one step to level 2')
    faults.check([s['to'] for s in criterion['steps']].count(3) == 1, code, 'not one step to level 3')
    for step in criterion['steps']:
      faults.check(step['from'] < step['to'], code, 'a step that does not rise')
      faults.check(step['effort'] <= criterion['effort'], code, 'a step heavier than the whole')
      faults.check(re.match(r'(S’|Se )?[A-ZÉÈÀ]?[\w-]*(er|ir|re)\b', step['title']), code,
                   f"no verb first: {step['title']}")
      faults.check(not step['title'].endswith('.'), code, 'a title that ends with a full stop')
      faults.check(step['title'].casefold() not in titles, code,
                   f"same action as {titles.get(step['title'].casefold())}")
      titles[step['title'].casefold()] = code


def texts(node, path=''):
  """Every string that a person reads, with its path."""
  if isinstance(node, str):
    yield path, node
  elif isinstance(node, list):
    for i, child in enumerate(node):
      yield from texts(child, f'{path}/{i}')
  elif isinstance(node, dict):
    for name, child in node.items():
      yield from texts(child, f"{node.get('code', path)}/{name}")


def check_typography(faults, document):
  for path, text in texts(document):
    for pattern, what in TYPOGRAPHY:
      faults.check(not pattern.search(text), path, f'{what} in “{text}”')
    faults.check('contrats passerelles' not in text.lower(), path, 'the network is reserved about this')


def main():
  root = pathlib.Path(sys.argv[1])
  faults = Faults()
  schema = load(root / 'data/framework/framework.schema.json')
  framework = load(root / 'data/framework/cap.json')

  check_schema(faults, schema, framework)
  check_described(faults, schema)
  if not faults.lines:
    for check in (check_counts, check_codes, check_references, check_dates, check_criteria, check_typography):
      check(faults, framework)

  print('\n'.join(faults.lines) or 'cap.json: whole')
  return 1 if faults.lines else 0


if __name__ == '__main__':
  sys.exit(main())
