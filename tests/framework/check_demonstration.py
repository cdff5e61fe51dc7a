#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the demonstration dossier's source against the CAP framework.

Usage: check_demonstration.py SOURCE_ROOT
Prints one line per fault, with its path; exit status 1 if there is any.
"""

import datetime
import pathlib
import re
import sys

from check_wording import check_typography
from faults import Faults, criteria, load

STATES = {'todo', 'started', 'done', 'verified', 'abandoned'}
ANSWERED = {'criterion', 'level', 'comment', 'discuss', 'evidence'}
SET_ASIDE = {'criterion', 'state', 'reason'}
ACTION = {'number', 'title', 'origins', 'owner', 'start', 'due', 'state', 'service', 'level', 'target',
          'indicator', 'other_origins', 'kind', 'description', 'expected', 'contributors', 'days', 'euros',
          'impact', 'effort', 'created', 'news', 'done', 'closed', 'reason', 'check', 'steps', 'notes',
          'after'}
CHECK = {'due', 'by', 'evidence', 'date', 'verdict'}
INDICATOR = {'code', 'label', 'definition', 'source', 'unit', 'owner', 'objective', 'frequency', 'direction',
             'baseline', 'target', 'tolerance', 'created', 'values'}
FREQUENCIES = {'free', 'monthly', 'quarterly', 'half-yearly', 'yearly'}
DIRECTIONS = {'up', 'down', 'steady'}
MIN_COMMENTS = 60
MIN_ACTIONS = 12
MIN_INDICATORS = 4
STORY_ENDS = '2026-11-20'


def is_date(text):
  try:
    return datetime.date.fromisoformat(text) is not None
  except (TypeError, ValueError):
    return False


def luhn(digits):
  doubled = [int(d) * (1 + i % 2) for i, d in enumerate(reversed(digits))]
  return sum(d // 10 + d % 10 for d in doubled) % 10 == 0


def in_scope(criterion, framework, member, mode):
  """The rule of the application, written a second time."""
  if criterion['certification_only'] and mode != 'certification':
    return False
  if criterion['filter'] is None:
    return True
  rule = next(f for f in framework['filters'] if f['code'] == criterion['filter'])
  return (('kinds' not in rule or bool(set(rule['kinds']) & set(member['kinds']))) and
          member['staff'] >= rule.get('min_staff', 0) and
          (rule.get('flag') != 'secondment' or member['secondment']))


def check_member(faults, member, framework, root):
  faults.check(re.fullmatch(r'\d{14}', member['siret']) and luhn(member['siret']), 'siret', 'not valid')
  kinds = {kind['code'] for kind in framework['kinds']}
  faults.check(set(member['kinds']) <= kinds, 'kinds', 'unknown kind')
  regions = (root / 'app/model/cap-member.c').read_text(encoding='utf-8')
  faults.check(f'"{member["region"]}"' in regions, 'region', 'not a code of app/model')


def check_answer(faults, answer, criterion, path, date):
  if answer.get('state') == 'na':
    faults.check(set(answer) == SET_ASIDE, path, 'fields')
    faults.check(answer['reason'], path, 'no reason')
    faults.check(not criterion['core'], path, 'a core criterion cannot be set aside')
    return

  faults.check(set(answer) == ANSWERED, path, 'fields')
  faults.check(answer['level'] in range(5), path, 'no such level')
  for evidence in answer['evidence']:
    faults.check(set(evidence) == {'title', 'reference', 'date'}, path, 'fields of the evidence')
    faults.check(is_date(evidence['date']) and evidence['date'] <= date, path, 'evidence from the future')


def check_evaluation(faults, evaluation, framework, member):
  number = evaluation['number']
  known = {c['code']: c for c in criteria(framework)}
  expected = [c['code'] for c in criteria(framework)
              if in_scope(c, framework, member, evaluation['mode'])]

  faults.check(is_date(evaluation['date']), number, 'no date')
  faults.check([a['criterion'] for a in evaluation['answers']] == expected, number,
               f'not the {len(expected)} criteria in scope, in order')
  for answer in evaluation['answers']:
    code = answer['criterion']
    if code in known:
      check_answer(faults, answer, known[code], f'{number}/{code}', evaluation['date'])


def check_progress(faults, evaluations, framework):
  first, last = (e['answers'] for e in evaluations)
  core = {c['code'] for c in criteria(framework) if c['core']}
  rated = [a for a in last if 'level' in a]
  twos = [a for a in rated if a['level'] == 2]

  faults.check(evaluations[0]['date'] < evaluations[1]['date'], 'evaluations', 'not in order')
  faults.check({a['level'] for a in rated} == set(range(5)), 'last', 'a level is never used')
  faults.check(sum(a['level'] for a in rated) > sum(a.get('level', 0) for a in first), 'last', 'no progress')
  faults.check(sum(a.get('state') == 'na' for a in last) == 2, 'last', 'not two criteria set aside')
  faults.check(sum(bool(a['comment']) for a in rated) >= MIN_COMMENTS, 'last', 'too few comments')
  faults.check(all(a['evidence'] for a in rated if a['level'] >= 3), 'last',
               'a level 3 or 4 without evidence')
  faults.check(2 * sum(bool(a['evidence']) for a in twos) > len(twos), 'last',
               'too little evidence at level 2')
  faults.check(sum(a['criterion'] in core and a['level'] < 2 for a in rated) == 2, 'last',
               'not two core criteria below 2')


def check_actions(faults, actions, framework):
  known = {c['code'] for c in criteria(framework)}
  services = {s['code']: s for s in framework['services']}

  faults.check([a['number'] for a in actions] == list(range(1, len(actions) + 1)), 'actions', 'numbers')
  faults.check(len(actions) >= MIN_ACTIONS, 'actions', 'too few')
  faults.check({a['state'] for a in actions} == STATES, 'actions', 'not all five states')
  faults.check(len({a['title'] for a in actions}) == len(actions), 'actions', 'a title appears twice')

  for action in actions:
    path = f"action {action['number']}"
    faults.check(set(action) == ACTION, path, 'fields')
    faults.check(action['origins'] and set(action['origins']) <= known, path, 'origins')
    faults.check(action['title'] and action['owner'], path, 'no title or no owner')
    faults.check(is_date(action['start']) and is_date(action['due']) and action['start'] < action['due'],
                 path, 'dates')
    faults.check(0 <= action['level'] < action['target'] <= 4, path, 'level and target')
    service = services.get(action['service'])
    faults.check(action['service'] is None or service, path, 'unknown service')
    if service:
      faults.check((service['valid_from'] or '') <= action['start'] <= (service['valid_until'] or '9999'),
                   path, 'the service is outside its dates')
    check_course(faults, action, path)


def check_course(faults, action, path):
  """The days of its life follow each other, and it is closed as the application would have it."""
  check = action['check']
  closed = action['state'] in ('verified', 'abandoned')
  days = [action[key] for key in ('created', 'done', 'closed', 'news') if action[key]]
  days += [note['date'] for note in action['notes']] + ([check['date']] if check['date'] else [])

  faults.check(set(check) == CHECK, path, 'check')
  faults.check(all(is_date(day) and day <= STORY_ENDS for day in days), path, 'a day outside the story')
  faults.check(action['created'] <= min(days) and action['news'] == max(days), path, 'created or news')
  faults.check((action['done'] is not None) == (action['state'] in ('done', 'verified')), path, 'done')
  faults.check((action['closed'] is not None) == closed, path, 'closed')
  checked = check['verdict'] == 'effective' and check['evidence']
  faults.check(action['state'] != 'verified' or checked, path, 'closed without a check')
  faults.check(action['state'] != 'abandoned' or action['reason'], path, 'abandoned without a reason')


def is_number(text):
  return re.fullmatch(r'\d+(\.\d{1,3})?', text) is not None


def check_indicators(faults, indicators, actions, framework):
  objectives = {o['code'] for theme in framework['themes'] for o in theme['objectives']}
  codes = [i['code'] for i in indicators]

  faults.check(codes == sorted(set(codes)), 'indicators', 'codes')
  faults.check(len(indicators) >= MIN_INDICATORS, 'indicators', 'too few')
  faults.check({i['direction'] for i in indicators} == DIRECTIONS, 'indicators', 'not all three directions')
  faults.check({a['indicator'] for a in actions} - {None} == set(codes), 'indicators', 'not those of actions')

  for indicator in indicators:
    path = indicator['code']
    dates = [v['date'] for v in indicator['values']]
    faults.check(set(indicator) == INDICATOR, path, 'fields')
    faults.check(indicator['label'] and indicator['definition'] and indicator['source'], path, 'no text')
    faults.check(indicator['objective'] in objectives, path, 'unknown objective')
    faults.check(indicator['frequency'] in FREQUENCIES, path, 'unknown frequency')
    faults.check(is_date(indicator['created']), path, 'no date')
    faults.check(all(is_number(indicator[q]) for q in ('baseline', 'target', 'tolerance') if indicator[q]),
                 path, 'a quantity')
    faults.check(all(map(is_date, dates)) and dates == sorted(set(dates)), path, 'dates of the values')
    faults.check(all(indicator['created'] <= date <= STORY_ENDS for date in dates), path,
                 'a value from before its time, or from the future')
    faults.check(all(is_number(v['value']) for v in indicator['values']), path, 'a value')


def is_code(text):
  """Letters, digits, dashes and points, digits last: nothing that could be a name."""
  return re.fullmatch(r'([A-Z]{1,3}-)?\d[\d.-]*', text) is not None


def check_register(faults, name, records):
  codes = [record['code'] for record in records if name != 'silence']
  faults.check(len(codes) == len(set(codes)), name, 'a code appears twice')
  for code in codes:
    faults.check(is_code(code), name, f'not a code: {code}')


def check_registers(faults, registers):
  """What the rules of the application do not say: see tests/exchange/test-demo-records.c for them."""
  for name, records in registers.items():
    check_register(faults, name, records)
  kinds = {statement['kind'] for statement in registers['statement']}
  faults.check(kinds == {'presentation', 'scope', 'policy', 'climate'}, 'statement', 'kinds')
  faults.check({p['kind'] for p in registers['process']} == {'management', 'realisation', 'support'},
               'process', 'kinds')
  faults.check(sum('rated_after' in risk for risk in registers['risk']) == 2, 'risk', 'not two rated again')
  for complaint in registers['complaint']:
    faults.check(complaint['received'] <= STORY_ENDS, complaint['code'], 'from the future')
  faults.check(sum('answered' not in c for c in registers['complaint']) == 1, 'complaint', 'not one open')


PIECE = {'title', 'reference', 'date', 'expires', 'removed', 'reason', 'links'}
LARGEST_FILE = 20000


def check_evidence(faults, evidence, evaluations, root):
  """The files that come with the program are those that pieces name; most pieces are those of answers."""
  folder = root / 'data/demonstration/evidence'
  compiled = (root / 'data/cap-data.gresource.xml').read_text(encoding='utf-8')
  answered = {(e['title'], e['reference'], e['date'])
              for evaluation in evaluations for a in evaluation['answers'] for e in a.get('evidence', [])}
  named = {file['resource'] for piece in evidence for file in piece.get('files', [])}
  present = {path.name for path in folder.iterdir()}

  faults.check(named == present, 'evidence', f'files without a piece, or missing: {named ^ present}')
  for name in present:
    faults.check(f'>demonstration/evidence/{name}<' in compiled, name, 'not in cap-data.gresource.xml')
    faults.check((folder / name).stat().st_size <= LARGEST_FILE, name, 'too large')
  for piece in evidence:
    faults.check(set(piece) - {'files'} == PIECE, piece['title'], 'fields')
  names = [(piece['title'], piece['reference'], piece['date']) for piece in evidence]
  faults.check(len(names) == len(set(names)), 'evidence', 'a piece appears twice')
  faults.check(2 * len(answered.intersection(names)) > len(names), 'evidence', 'not those of the answers')


def main():
  root = pathlib.Path(sys.argv[1])
  faults = Faults()
  framework = load(root / 'data/framework/cap.json')
  dossier = load(root / 'data/demonstration/dossier.json')

  check_member(faults, dossier['member'], framework, root)
  for evaluation in dossier['evaluations']:
    check_evaluation(faults, evaluation, framework, dossier['member'])
  check_progress(faults, dossier['evaluations'], framework)
  check_actions(faults, dossier['actions'], framework)
  check_indicators(faults, dossier['indicators'], dossier['actions'], framework)
  check_registers(faults, dossier['registers'])
  check_evidence(faults, dossier['evidence'], dossier['evaluations'], root)
  check_typography(faults, dossier)
  check_typography(faults, load(root / 'data/demonstration/group.json'))
  for path in sorted((root / 'data/demonstration/evidence').glob('*.md')):
    check_typography(faults, {path.name: path.read_text(encoding='utf-8').split('\n')})

  print('\n'.join(faults.lines) or 'dossier.json: whole')
  return 1 if faults.lines else 0


if __name__ == '__main__':
  sys.exit(main())
