/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-framework-lists.h"

G_BEGIN_DECLS

typedef struct _CapCriterion CapCriterion;
typedef struct _CapFramework CapFramework;
typedef struct _CapObjective CapObjective;
typedef struct _CapTheme     CapTheme;

/**
 * CapMode:
 * @CAP_MODE_CAP: the one-day self-evaluation
 * @CAP_MODE_CERTIFICATION: the same with the criteria, the core criteria and
 *   the evidence that a certification asks for
 */
typedef enum
{
  CAP_MODE_CAP,
  CAP_MODE_CERTIFICATION,
} CapMode;

/**
 * CapNextStep:
 * @from: the lowest level from which it is useful
 * @to: the level it brings to, above @from
 * @effort: 1 (light) to 3 (heavy)
 * @weeks: how long it usually takes; 0 when nobody says
 *
 * A next step on one criterion, ready to become an action of the plan.
 */
typedef struct
{
  int   from;
  int   to;
  int   effort;
  int   weeks;
  char *title;
} CapNextStep;

/**
 * CapCriterion:
 * @position: rank in the framework, from 0
 * @network_label: (nullable): the label that the network gave it, when the
 *   structure worded it otherwise
 * @question: never %NULL, may be empty
 * @why: why it matters; never %NULL, may be empty
 * @weight: weight in its objective, from 1
 * @impact: 1 to 3
 * @effort: 1 to 3
 * @core: core criterion in every mode (*socle*)
 * @core_in_certification: core criterion in certification mode only
 * @certification_only: out of scope in CAP mode
 * @express: whether the express path has it
 * @filter: (nullable): the members it applies to; everybody when %NULL
 * @descriptors: (array zero-terminated=1) (nullable): its own wording of the
 *   levels, the lowest first
 * @steps: (element-type CapNextStep): from the lowest level up
 * @service: (nullable): code of the service to call
 * @service_when: (nullable): the situation in which to call it
 * @plain_question: (nullable): its wording in plain French (FALC)
 * @plain_answers: (array zero-terminated=1) (nullable): one for each step of
 *   the plain scale
 * @translations: (nullable) (element-type CapTranslation): “label”, “question”,
 *   “why”
 */
struct _CapCriterion
{
  char               *code;
  char               *label;
  char               *network_label;
  char               *question;
  char               *why;
  guint               position;
  int                 weight;
  int                 impact;
  int                 effort;
  gboolean            core;
  gboolean            core_in_certification;
  gboolean            certification_only;
  gboolean            express;
  const CapFilter    *filter;
  GStrv               clauses;
  GStrv               subjects;
  GStrv               csess;
  GStrv               evidence;
  GStrv               descriptors;
  GPtrArray          *steps;
  char               *service;
  char               *service_when;
  char               *plain_question;
  GStrv               plain_answers;
  GPtrArray          *translations;
  const CapObjective *objective;
};

/**
 * CapObjective:
 * @network_label: (nullable): as that of a criterion
 * @advice: what to do first when it is weak; never %NULL, may be empty
 * @subjects: those that its criteria speak to
 * @csess: those that its criteria speak to
 * @services: codes of the services that can help, the most useful first
 * @criteria: (element-type CapCriterion): in order
 * @translations: (nullable) (element-type CapTranslation): “label”, “advice”
 */
struct _CapObjective
{
  char           *code;
  char           *label;
  char           *network_label;
  char           *advice;
  int             weight;
  GStrv           subjects;
  GStrv           csess;
  GStrv           services;
  GPtrArray      *criteria;
  GPtrArray      *translations;
  const CapTheme *theme;
};

/**
 * CapTheme:
 * @network_label: (nullable): as that of a criterion
 * @local: added by the structure for itself: never in the network's scores
 * @objectives: (element-type CapObjective): in order
 * @translations: (nullable) (element-type CapTranslation): “label”, “summary”
 */
struct _CapTheme
{
  char      *code;
  char      *label;
  char      *network_label;
  char      *summary;
  int        weight;
  gboolean   local;
  GPtrArray *objectives;
  GPtrArray *translations;
};

CapNextStep        *cap_next_step_new            (void) G_GNUC_WARN_UNUSED_RESULT;
void                cap_next_step_free           (CapNextStep        *self);

CapCriterion       *cap_criterion_new            (void) G_GNUC_WARN_UNUSED_RESULT;
void                cap_criterion_free           (CapCriterion       *self);
const char         *cap_criterion_get_descriptor (const CapCriterion *self,
                                                  const CapFramework *framework,
                                                  int                 level);
gboolean            cap_criterion_is_core        (const CapCriterion *self,
                                                  CapMode             mode);
gboolean            cap_criterion_is_local       (const CapCriterion *self);
const CapNextStep  *cap_criterion_get_next_step  (const CapCriterion *self,
                                                  int                 level);

CapObjective       *cap_objective_new            (void) G_GNUC_WARN_UNUSED_RESULT;
void                cap_objective_free           (CapObjective       *self);

CapTheme           *cap_theme_new                (void) G_GNUC_WARN_UNUSED_RESULT;
void                cap_theme_free               (CapTheme           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapNextStep, cap_next_step_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapCriterion, cap_criterion_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapObjective, cap_objective_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapTheme, cap_theme_free)

G_END_DECLS
