#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks how the frameworks that ship are worded: typography, vocabulary, sentences, readability.

Usage: check_wording.py SOURCE_ROOT
Prints one line per fault, with its path; exit status 1 if there is any.
"""

import pathlib
import re
import sys

from faults import Faults, criteria, load

FRAMEWORKS = ('cap', 'qvct')

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

VOCABULARY = [
  (re.compile(r'contrats? passerelle', re.I), 'the network is reserved about this'),
  (re.compile(r'bénéficiaire', re.I), 'say « la personne »'),
  (re.compile(r'—'), 'an em dash'),
]

# What two people would not read the same way.
VAGUE = re.compile(r'\b(suffisamment|adéquat\w*|efficace\w*|convenable\w*)\b', re.I)

# Kandel and Moles (1958), Flesch’s index for French: 207 − 1.015 words a sentence − 73.6 syllables a
# word. Under 30 a text is difficult; 50 to 60 is a newspaper; over 70, easy.
KANDEL_MOLES = 35
KANDEL_MOLES_PLAIN = 70
PLAIN_WORDS = 12
VOWELS = 'aeiouyàâäéèêëîïôöùûüœæ'


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


def words(text):
  return re.findall(r'[\w·-]+’?', text)


def sentences(text):
  parts = re.split(r'(?<=[.!?…;])\s+|(?<=\u00a0:)\s+', text)
  return [part for part in parts if re.search(r'\w', part)]


def syllables(word):
  """Groups of vowels; a last « e » is silent."""
  count = len(re.findall(f'[{VOWELS}]+', word.lower()))
  silent = re.search(f'[^{VOWELS}](e|es|ent)$', word.lower())
  return max(1, count - 1 if silent and count > 1 else count)


def readability(text):
  found = words(text)
  return (207 - 1.015 * len(found) / max(1, len(sentences(text)))
          - 73.6 * sum(map(syllables, found)) / max(1, len(found)))


def check_typography(faults, framework):
  for path, text in texts(framework):
    for pattern, what in TYPOGRAPHY:
      faults.check(not pattern.search(text), path, f'{what} in “{text}”')


def check_vocabulary(faults, framework):
  """The titles of the CSESS guide are its own."""
  ours = {name: node for name, node in framework.items() if name != 'csess'}
  for path, text in texts(ours):
    for pattern, what in VOCABULARY:
      faults.check(not pattern.search(text), path, f'{what} in “{text}”')


def check_sentences(faults, criterion):
  code = criterion['code']
  faults.check(criterion['question'].endswith('\u202f?'), code, 'the question does not end with ?')
  faults.check(criterion['why'].endswith('.'), code, 'the reason is not a sentence')
  count = len(re.split(r'(?<=[.!?…])\s+', criterion['why']))
  faults.check(2 <= count <= 3, code, f'a reason of {count} sentences')
  for text in criterion['descriptors']:
    faults.check(text.endswith('.') and len(text) >= 50, code, f'too short to be observed: {text}')
    faults.check(not VAGUE.search(text), code, f'a vague word: {text}')
  faults.check(re.match(r'(Quand|Si|Lorsque|Dès que|Avant|Pour)\b|S’', criterion['help']['when']), code,
               f"not a situation: {criterion['help']['when']}")
  for text in criterion['evidence']:
    faults.check(not text.endswith('.'), code, f'a full stop: {text}')


def check_readability(faults, criterion):
  index = readability(' '.join([criterion['why']] + criterion['descriptors']))
  faults.check(index >= KANDEL_MOLES, criterion['code'], f'hard to read: Kandel–Moles {index:.0f}')


def check_plain(faults, criterion):
  code, plain = criterion['code'], criterion['plain']
  no, some, yes = plain['answers']
  faults.check(plain['question'].endswith('\u202f?'), code, 'the plain question does not end with ?')
  faults.check(no.startswith('Non') and re.match('Un peu|Parfois', some) and yes.startswith('Oui'), code,
               'the plain answers are not no, some, yes')
  for text in [plain['question']] + plain['answers']:
    faults.check('·' not in text, code, f'a middle dot: {text}')
    for sentence in re.split(r'(?<=[.!?])\s+', text):
      count = len(words(sentence))
      faults.check(count <= PLAIN_WORDS, code, f'{count} words: {sentence}')
  index = readability(' '.join([plain['question']] + plain['answers']))
  faults.check(index >= KANDEL_MOLES_PLAIN, code, f'not plain: Kandel–Moles {index:.0f}')


def main():
  folder = pathlib.Path(sys.argv[1]) / 'data/framework'
  faults = Faults()

  for name in FRAMEWORKS:
    framework = load(folder / f'{name}.json')
    check_typography(faults, framework)
    check_vocabulary(faults, framework)
    for criterion in criteria(framework):
      check_sentences(faults, criterion)
      check_readability(faults, criterion)
      if 'plain' in criterion:
        check_plain(faults, criterion)

  return faults.report()


if __name__ == '__main__':
  sys.exit(main())
