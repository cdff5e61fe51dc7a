/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-framework.h"

G_BEGIN_DECLS

/* The code of the theme that a structure adds for itself; the codes below it start with it. */
#define CAP_LOCAL_THEME "LOC"

/**
 * CapLocalCriterion:
 * @code: given once, never used again
 * @label: the statement that is assessed
 * @question: never %NULL, may be empty
 */
typedef struct
{
  char *code;
  char *label;
  char *question;
} CapLocalCriterion;

/**
 * CapLocalObjective:
 * @criteria: (element-type CapLocalCriterion): in order, at least one
 */
typedef struct
{
  char      *code;
  char      *label;
  GPtrArray *criteria;
} CapLocalObjective;

/**
 * CapAdaptation:
 * @title: (nullable): the name of the theme that holds @objectives
 * @objectives: (element-type CapLocalObjective): in order
 *
 * What a structure changes of a framework for itself: other words for the
 * network's labels, and objectives of its own, which are never mixed into the
 * network's scores.
 */
typedef struct
{
  char       *title;
  GPtrArray  *objectives;

  /*< private >*/
  GHashTable *labels;
} CapAdaptation;

CapAdaptation     *cap_adaptation_new                (void) G_GNUC_WARN_UNUSED_RESULT;
CapAdaptation     *cap_adaptation_new_from_framework (const CapFramework  *framework)
                                                      G_GNUC_WARN_UNUSED_RESULT;
CapAdaptation     *cap_adaptation_copy               (const CapAdaptation *self) G_GNUC_WARN_UNUSED_RESULT;
void               cap_adaptation_free               (CapAdaptation       *self);
gboolean           cap_adaptation_equal              (const CapAdaptation *self,
                                                      const CapAdaptation *other);
gboolean           cap_adaptation_is_empty           (const CapAdaptation *self);

void               cap_adaptation_set_label          (CapAdaptation       *self,
                                                      const char          *code,
                                                      const char          *label);
const char        *cap_adaptation_get_label          (const CapAdaptation *self,
                                                      const char          *code);
/* Returns: (transfer full) (element-type utf8): the codes that have another label, in order */
GPtrArray         *cap_adaptation_list_codes         (const CapAdaptation *self) G_GNUC_WARN_UNUSED_RESULT;

CapLocalObjective *cap_adaptation_add_objective      (CapAdaptation       *self,
                                                      const char          *code,
                                                      const char          *label);
CapLocalCriterion *cap_adaptation_add_criterion      (CapAdaptation       *self,
                                                      CapLocalObjective   *objective,
                                                      const char          *code,
                                                      const char          *label,
                                                      const char          *question);
CapLocalObjective *cap_adaptation_find_objective     (const CapAdaptation *self,
                                                      const char          *code);
CapLocalCriterion *cap_adaptation_find_criterion     (const CapAdaptation *self,
                                                      const char          *code);
void               cap_adaptation_remove             (CapAdaptation       *self,
                                                      const char          *code);
void               cap_adaptation_apply              (const CapAdaptation *self,
                                                      CapFramework        *framework);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapAdaptation, cap_adaptation_free)

G_END_DECLS
