#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""generate.py FRAMEWORK VERSION OUT [CRITERIA]: a framework of many criteria, to measure with.

The criteria of FRAMEWORK again and again, twelve by objective, each with a label of its own. Those of a
second VERSION differ in one out of five.
"""

import copy
import json
import pathlib
import sys

BY_OBJECTIVE = 12


def criteria(model, version, count):
    models = [c for theme in model['themes'] for o in theme['objectives'] for c in o['criteria']]
    for rank in range(count):
        criterion = copy.deepcopy(models[rank % len(models)])
        objective = rank // BY_OBJECTIVE
        criterion['code'] = f'{"ABCD"[objective % 4]}{objective // 4 + 1}.{rank % BY_OBJECTIVE + 1}'
        criterion['label'] += f' ({rank + 1})'
        if rank % 5 == 0:
            criterion['question'] += f' Version {version}.'
        yield criterion


def generate(model, version, count):
    framework = copy.deepcopy(model)
    framework.update(id='grand', title='Grand référentiel', version=version, mappings=[])
    objective_model = model['themes'][0]['objectives'][0]
    for theme in framework['themes']:
        theme['objectives'] = []
    listed = list(criteria(model, version, count))
    for rank in range(0, count, BY_OBJECTIVE):
        objective = copy.deepcopy(objective_model)
        number = rank // BY_OBJECTIVE
        objective['code'] = f'{"ABCD"[number % 4]}{number // 4 + 1}'
        objective['label'] += f' ({number + 1})'
        objective['criteria'] = listed[rank:rank + BY_OBJECTIVE]
        framework['themes'][number % 4]['objectives'].append(objective)

    return framework


def main():
    model = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding='utf-8'))
    count = int(sys.argv[4]) if len(sys.argv) > 4 else 5880
    framework = generate(model, sys.argv[2], count)
    pathlib.Path(sys.argv[3]).write_text(json.dumps(framework, ensure_ascii=False), encoding='utf-8')


main()
