/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-framework.h"

G_BEGIN_DECLS

/**
 * CapPart:
 * @key: names the part, whatever the language: “question”, “level:3”
 * @title: what it is, in the user’s language
 * @before: (nullable): its text in the older version; %NULL when it is not
 *   compared
 * @text: its text, may be empty
 *
 * A part of what a framework says of a criterion, as people read it.
 */
typedef struct
{
  char *key;
  char *title;
  char *before;
  char *text;
} CapPart;

/* Returns: (transfer full) (element-type CapPart): all of them, in the order of reading */
GPtrArray *cap_criterion_parts_list    (const CapCriterion *criterion,
                                        const CapFramework *framework) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer full) (element-type CapPart): those that are worded otherwise */
GPtrArray *cap_criterion_parts_compare (const GPtrArray    *before,
                                        const CapFramework *before_framework,
                                        const CapCriterion *after,
                                        const CapFramework *after_framework) G_GNUC_WARN_UNUSED_RESULT;
/* “A1.1 · core · express”: its code, and what is special about it. */
char      *cap_criterion_dup_marks     (const CapCriterion *criterion) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
