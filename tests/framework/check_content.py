#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the content of the frameworks that ship: schema, counts, references, rules of what they hold.

Usage: check_content.py SOURCE_ROOT
Prints one line per fault, with its path; exit status 1 if there is any.
"""

import datetime
import hashlib
import json
import pathlib
import re
import sys

import jsonschema

from faults import Faults, criteria, load, objectives

COUNTS = {
  'cap': {'themes': 4, 'objectives': 23, 'criteria': 96, 'core': 25, 'core in certification': 7,
          'certification only': 4, 'express': 30, 'plain': 62, 'levels': 5},
  'qvct': {'themes': 4, 'objectives': 8, 'criteria': 20, 'core': 4, 'core in certification': 0,
           'certification only': 0, 'express': 20, 'plain': 20, 'levels': 4},
}

# A version that was released is never touched again: dossiers are bound to these bytes.
RELEASED = {'cap-2026.1.json': '76a14fbb22f9a1110068741e17d3ea951eec6909a7cabe3f0549cedbb68a70dd'}

# Where salarié·es en parcours have a point of view (product: themes A and B, D2 at least).
PLAIN_THEMES = ('A', 'B')
PLAIN_OBJECTIVES = ('D2',)

# The network is reserved about this service, which ended in 2022.
ENDED = 'CEISE'


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
    'levels': len(framework['levels']),
    'express': sum(c['express'] for c in criteria(framework)),
    'plain': sum('plain' in c for c in criteria(framework)),
    'themes': len(framework['themes']),
    'objectives': len(objectives(framework)),
    'criteria': len(criteria(framework)),
    'core': sum(c['core'] for c in criteria(framework)),
    'core in certification': sum(c['core_in_certification'] for c in criteria(framework)),
    'certification only': sum(c['certification_only'] for c in criteria(framework)),
  }
  for name, expected in COUNTS[framework['id']].items():
    faults.check(found[name] == expected, name, f'{found[name]} instead of {expected}')


def check_codes(faults, framework):
  """Codes are unique; themes, objectives and criteria are numbered in order."""
  for name in ('kinds', 'filters', 'clauses', 'subjects', 'csess', 'services'):
    codes = [entry['code'] for entry in framework[name]]
    faults.check(len(codes) == len(set(codes)), name, 'a code appears twice')

  clauses = [tuple(map(int, c['code'].split('.'))) for c in framework['clauses']]
  faults.check(clauses == sorted(clauses), 'clauses', 'not in order')

  cap = framework['id'] == 'cap'
  for i, theme in enumerate(framework['themes']):
    faults.check(theme['code'] == (chr(ord('A') + i) if cap else str(i + 1)), theme['code'], 'not in order')
    for j, objective in enumerate(theme['objectives'], 1):
      expected = f"{theme['code']}{'' if cap else '.'}{j}"
      faults.check(objective['code'] == expected, objective['code'], 'not in order')
      for k, criterion in enumerate(objective['criteria'], 1):
        faults.check(criterion['code'] == f"{objective['code']}.{k}", criterion['code'], 'not in order')

  numbers = [level['level'] for level in framework['levels']]
  faults.check(numbers == list(range(numbers[0], numbers[0] + len(numbers))), 'levels', 'not one by one')
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
    refer(objective['code'], 'services', objective['services'])
    for service in objective['services']:
      faults.check(objective['code'] in triggers.get(service, []), objective['code'],
                   f'is not a trigger of {service}')
  for criterion in criteria(framework):
    for name in ('clauses', 'subjects', 'csess'):
      refer(criterion['code'], name, criterion[name])
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


def check_steps(faults, framework, criterion, titles):
  code, steps = criterion['code'], criterion['steps']
  lowest = framework['levels'][0]['level']
  target = framework['rules']['target']

  for level in range(lowest, target):
    faults.check(any(s['from'] <= level < s['to'] for s in steps), code,
                 f'nothing leads up from level {level}')
  for level in range(target - 1, target + 1):
    faults.check(any(s['to'] == level for s in steps), code, f'no step ends at level {level}')
  rising = [s['effort'] for s in steps if s['to'] <= target]
  faults.check(criterion['effort'] == max(rising), code, 'the effort is not that of the heaviest step')

  for before, step in zip([None] + steps, steps):
    title = step['title']
    faults.check(step['from'] < step['to'], code, 'a step that does not rise')
    faults.check(before is None or (before['from'] <= step['from'] and before['to'] <= step['to']), code,
                 'steps are not from the lowest level up')
    faults.check(step['effort'] > 1 or step['weeks'] <= 13, code, 'a light step that takes over three months')
    faults.check(re.match(r'(S’|Se )?[A-ZÉÈÀ]?[\w-]*(er|ir|re)\b', title), code, f'no verb first: {title}')
    faults.check(not title.endswith('.'), code, 'a title that ends with a full stop')
    faults.check(title.casefold() not in titles, code, f'same action as {titles.get(title.casefold())}')
    titles[title.casefold()] = code


def check_criteria(faults, framework):
  titles, descriptors = {}, {}
  for objective in objectives(framework):
    for criterion in objective['criteria']:
      code = criterion['code']
      faults.check(not (criterion['core'] and criterion['core_in_certification']), code, 'core twice')
      faults.check(not criterion['core'] or criterion['express'], code, 'core and not in the express path')
      faults.check(criterion['certification_only'] == code.startswith('D6.'), code,
                   'certification_only does not match its objective')
      check_steps(faults, framework, criterion, titles)
      faults.check(len(criterion.get('descriptors', [])) == len(framework['levels']), code,
                   'not one descriptor of its own for each level')
      for text in criterion.get('descriptors', []):
        faults.check(text not in descriptors, code, f'same descriptor as {descriptors.get(text)}: {text}')
        descriptors[text] = code
      help_ = criterion.get('help', {})
      faults.check(help_.get('service') in objective['services'], code,
                   'its service is not one of the objective')
      faults.check(help_.get('service') != ENDED, code, f'{ENDED} has ended')


def check_express(faults, framework):
  """The core criteria, and one for each objective that has none."""
  for objective in objectives(framework):
    express = [c for c in objective['criteria'] if c['express']]
    core = [c for c in objective['criteria'] if c['core']]
    hidden = all(c['certification_only'] for c in objective['criteria'])
    if framework['id'] == 'cap' and not hidden:
      faults.check(express == core or (not core and len(express) == 1), objective['code'],
                   'its express path is neither its core criteria nor one criterion')


def check_plain(faults, framework):
  for criterion in criteria(framework):
    code = criterion['code']
    asked = framework['id'] != 'cap' or code[0] in PLAIN_THEMES or code.split('.')[0] in PLAIN_OBJECTIVES
    faults.check('plain' in criterion or not asked, code, 'no plain wording')


def check_glossary(faults, framework):
  known = {}
  for entry in framework['glossary']:
    for form in [entry['term']] + entry['forms']:
      faults.check(form not in known, entry['term'], f'“{form}” is also {known.get(form)}')
      known[form] = entry['term']


def check_released(faults, folder):
  for name, digest in RELEASED.items():
    found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
    faults.check(found == digest, name, 'this version was released: it may not change')


def main():
  folder = pathlib.Path(sys.argv[1]) / 'data/framework'
  faults = Faults()
  schema = load(folder / 'framework.schema.json')
  check_described(faults, schema)
  check_released(faults, folder)

  for name in COUNTS:
    framework = load(folder / f'{name}.json')
    known = len(faults.lines)
    check_schema(faults, schema, framework)
    if len(faults.lines) == known:
      for check in (check_counts, check_codes, check_references, check_dates, check_criteria, check_express,
                    check_plain, check_glossary):
        check(faults, framework)

  return faults.report()


if __name__ == '__main__':
  sys.exit(main())
