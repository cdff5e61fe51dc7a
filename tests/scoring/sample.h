/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "scoring/cap-photograph.h"

/* A framework that a test can hold in its head:
 *
 *   A (weight 1)  A1 (weight 1)  A1.1 core           A1.2 weight 2   A1.3 in certification only
 *                 A2 (weight 3)  A2.1 filter “ai”    A2.2 filter “staff”
 *   B (weight 2)  B1 (weight 1)  B1.1 core in certification, filter “secondment”   B1.2
 */
CapFramework *sample_framework_new    (void);
CapFramework *sample_framework_random (void);
CapMember    *sample_member_random    (void);
CapAnswer    *sample_answer_random    (const CapCriterion  *criterion);
void          sample_answer_some      (CapEvaluation       *evaluation);
char         *sample_describe         (const CapPhotograph *photograph);
