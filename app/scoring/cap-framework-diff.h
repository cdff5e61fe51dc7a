/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-framework.h"

G_BEGIN_DECLS

/**
 * CapChangeFlags:
 * @CAP_CHANGE_ADDED: nothing of the older version is like it
 * @CAP_CHANGE_REMOVED: nothing of the newer version takes it over
 * @CAP_CHANGE_MOVED: it has another code, stands elsewhere, or is made of several
 * @CAP_CHANGE_REWORDED: its label or its question
 * @CAP_CHANGE_LEVELS: what a level asks for: its descriptors
 * @CAP_CHANGE_RULES: weight, impact, core, express path, who it applies to
 * @CAP_CHANGE_GUIDANCE: why, evidence, next steps, service, correspondences,
 *   plain wording: nothing that the answer of the team depends on
 *
 * What became of a criterion. Several may hold together.
 */
typedef enum
{
  CAP_CHANGE_NONE = 0,
  CAP_CHANGE_ADDED = 1 << 0,
  CAP_CHANGE_REMOVED = 1 << 1,
  CAP_CHANGE_MOVED = 1 << 2,
  CAP_CHANGE_REWORDED = 1 << 3,
  CAP_CHANGE_LEVELS = 1 << 4,
  CAP_CHANGE_RULES = 1 << 5,
  CAP_CHANGE_GUIDANCE = 1 << 6,
} CapChangeFlags;

/* What makes an answer worth another look. */
#define CAP_CHANGE_MEANING (CAP_CHANGE_REWORDED | CAP_CHANGE_LEVELS)

/**
 * CapChange:
 * @flags: what became of it; %CAP_CHANGE_NONE when nothing did
 * @before: (element-type CapCriterion): what it was; several when they were
 *   merged, none when it is new
 * @after: (nullable): what it is; %NULL when it is gone
 * @move: (nullable): the entry of the mapping that says so
 *
 * A criterion, from one version to another. Points into both frameworks.
 */
typedef struct
{
  CapChangeFlags      flags;
  GPtrArray          *before;
  const CapCriterion *after;
  const CapMove      *move;
} CapChange;

/**
 * CapFrameworkDiff:
 * @changes: (element-type CapChange): every criterion of the newer version in
 *   its order, then those that are gone
 * @same_scale: whether their levels have the same numbers
 * @same_rules: whether the same levels decide, and levels are called the same
 * @n_changed: how many of @changes have any flag
 *
 * What a version changed. What a structure added for itself is left out, and
 * what it worded otherwise is read as the network wrote it.
 */
typedef struct
{
  CapFramework *before;
  CapFramework *after;
  GPtrArray    *changes;
  gboolean      same_scale;
  gboolean      same_rules;
  guint         n_changed;
} CapFrameworkDiff;

CapFrameworkDiff *cap_framework_diff_new  (CapFramework           *before,
                                           CapFramework           *after) G_GNUC_WARN_UNUSED_RESULT;
void              cap_framework_diff_free (CapFrameworkDiff       *self);
guint             cap_framework_diff_count (const CapFrameworkDiff *self,
                                            CapChangeFlags          flags);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapFrameworkDiff, cap_framework_diff_free)

G_END_DECLS
