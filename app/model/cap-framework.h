/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define CAP_LEVEL_UNSET -1
#define CAP_LEVEL_MAX   4
#define CAP_N_LEVELS    (CAP_LEVEL_MAX + 1)

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
 * CapLevel:
 * @label: its name (“Mis en œuvre”)
 * @step: the step of the PDCA wheel it stands for, may be empty
 * @descriptor: what can be observed at this level, whatever the criterion
 * @evidence: what is expected as proof
 *
 * One of the five levels, 0 to 4.
 */
typedef struct
{
  char *label;
  char *step;
  char *descriptor;
  char *evidence;
} CapLevel;

/**
 * CapTerm:
 * @code: how data refer to it (“5.2.1”, “AI”)
 * @label: how people call it
 *
 * An entry of one of the lists that criteria and members refer to: clauses of
 * ISO 9001, subjects of ISO 26000, themes of the CSESS guide, kinds of member.
 */
typedef struct
{
  char *code;
  char *label;
} CapTerm;

/**
 * CapBand:
 * @from: the lowest percentage of the band
 * @label: how the network calls it
 */
typedef struct
{
  int   from;
  char *label;
} CapBand;

/**
 * CapFilter:
 * @code: how criteria refer to it
 * @label: how the referential words it
 * @kinds: (array zero-terminated=1) (nullable): kinds of member it lets through
 * @min_staff: smallest permanent staff it lets through, 0 for any
 * @secondment: whether it asks for the flag “mise à disposition”
 *
 * Says to which members a criterion applies. All its conditions must hold.
 */
typedef struct
{
  char     *code;
  char     *label;
  GStrv     kinds;
  int       min_staff;
  gboolean  secondment;
} CapFilter;

/**
 * CapService:
 * @valid_from: first day, ISO 8601; %NULL when open
 * @valid_until: last day included, ISO 8601; %NULL when open
 *
 * A service of the network that can help on an objective.
 */
typedef struct
{
  char  *code;
  char  *label;
  char  *summary;
  char  *valid_from;
  char  *valid_until;
  GStrv  triggers;
} CapService;

/**
 * CapNextStep:
 * @from: the lowest level from which it is useful
 * @to: the level it brings to, above @from
 * @effort: 1 (light) to 3 (heavy)
 *
 * A next step on one criterion, ready to become an action of the plan.
 */
typedef struct
{
  int   from;
  int   to;
  int   effort;
  char *title;
} CapNextStep;

/**
 * CapCriterion:
 * @position: rank in the framework, from 0
 * @weight: weight in its objective, from 1
 * @impact: 1 to 3
 * @effort: 1 to 3
 * @core: core criterion in every mode (*socle*)
 * @core_in_certification: core criterion in certification mode only
 * @certification_only: out of scope in CAP mode
 * @filter: (nullable): the members it applies to; everybody when %NULL
 * @descriptors: (array fixed-size=5) (nullable): its own wording of the levels
 * @steps: (element-type CapNextStep): from the lowest level up
 */
struct _CapCriterion
{
  char               *code;
  char               *label;
  char               *question;
  char               *why;
  guint               position;
  int                 weight;
  int                 impact;
  int                 effort;
  gboolean            core;
  gboolean            core_in_certification;
  gboolean            certification_only;
  const CapFilter    *filter;
  GStrv               clauses;
  GStrv               evidence;
  GStrv               descriptors;
  GPtrArray          *steps;
  const CapObjective *objective;
};

/**
 * CapObjective:
 * @services: codes of the services that can help, the most useful first
 * @criteria: (element-type CapCriterion): in order
 */
struct _CapObjective
{
  char           *code;
  char           *label;
  char           *advice;
  int             weight;
  GStrv           subjects;
  GStrv           csess;
  GStrv           services;
  GPtrArray      *criteria;
  const CapTheme *theme;
};

/**
 * CapTheme:
 * @objectives: (element-type CapObjective): in order
 */
struct _CapTheme
{
  char      *code;
  char      *label;
  char      *summary;
  int        weight;
  GPtrArray *objectives;
};

/**
 * CapFramework:
 * @sha256: digest of @source, which names this exact text
 * @source: the JSON text that it was read from: what an evaluation keeps
 * @criteria: (element-type CapCriterion): all of them, in order; borrowed from
 *   the objectives
 *
 * A version of the referential: themes, objectives, criteria and the lists
 * that they refer to. Built once by its reader, never changed afterwards, so
 * that threads share it.
 */
struct _CapFramework
{
  char      *id;
  char      *version;
  char      *valid_from;
  char      *valid_until;
  char      *language;
  char      *title;
  char      *notice;
  char      *sha256;
  GBytes    *source;
  CapLevel   levels[CAP_N_LEVELS];
  GPtrArray *bands;
  GPtrArray *kinds;
  GPtrArray *filters;
  GPtrArray *clauses;
  GPtrArray *subjects;
  GPtrArray *csess;
  GPtrArray *services;
  GPtrArray *themes;
  GPtrArray *criteria;

  /*< private >*/
  gatomicrefcount  ref_count;
  GHashTable      *criteria_by_code;
  GHashTable      *services_by_code;
};

#define CAP_TYPE_FRAMEWORK (cap_framework_get_type ())

GType               cap_framework_get_type       (void);

CapFramework       *cap_framework_new            (void) G_GNUC_WARN_UNUSED_RESULT;
CapFramework       *cap_framework_ref            (CapFramework       *self);
void                cap_framework_unref          (CapFramework       *self);
void                cap_framework_seal           (CapFramework       *self,
                                                  GBytes             *source);

const CapCriterion *cap_framework_find_criterion (const CapFramework *self,
                                                  const char         *code);
const CapObjective *cap_framework_find_objective (const CapFramework *self,
                                                  const char         *code);
const CapService   *cap_framework_find_service   (const CapFramework *self,
                                                  const char         *code);
const CapFilter    *cap_framework_find_filter    (const CapFramework *self,
                                                  const char         *code);
const CapTerm      *cap_framework_find_term      (const GPtrArray    *terms,
                                                  const char         *code);
const CapBand      *cap_framework_find_band      (const CapFramework *self,
                                                  int                 percent);

const char         *cap_criterion_get_descriptor (const CapCriterion *self,
                                                  const CapFramework *framework,
                                                  int                 level);
gboolean            cap_criterion_is_core        (const CapCriterion *self,
                                                  CapMode             mode);
const CapNextStep  *cap_criterion_get_next_step  (const CapCriterion *self,
                                                  int                 level);
gboolean            cap_service_is_valid         (const CapService   *self,
                                                  const char         *date);

CapTerm            *cap_term_new                 (const char         *code,
                                                  const char         *label) G_GNUC_WARN_UNUSED_RESULT;
void                cap_term_free                (CapTerm            *self);
CapBand            *cap_band_new                 (int                 from,
                                                  const char         *label) G_GNUC_WARN_UNUSED_RESULT;
void                cap_band_free                (CapBand            *self);
CapFilter          *cap_filter_new               (void) G_GNUC_WARN_UNUSED_RESULT;
void                cap_filter_free              (CapFilter          *self);
CapService         *cap_service_new              (void) G_GNUC_WARN_UNUSED_RESULT;
void                cap_service_free             (CapService         *self);
CapNextStep        *cap_next_step_new            (void) G_GNUC_WARN_UNUSED_RESULT;
void                cap_next_step_free           (CapNextStep        *self);
CapCriterion       *cap_criterion_new            (void) G_GNUC_WARN_UNUSED_RESULT;
void                cap_criterion_free           (CapCriterion       *self);
CapObjective       *cap_objective_new            (void) G_GNUC_WARN_UNUSED_RESULT;
void                cap_objective_free           (CapObjective       *self);
CapTheme           *cap_theme_new                (void) G_GNUC_WARN_UNUSED_RESULT;
void                cap_theme_free               (CapTheme           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapFramework, cap_framework_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapTerm, cap_term_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapBand, cap_band_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapFilter, cap_filter_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapService, cap_service_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapNextStep, cap_next_step_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapCriterion, cap_criterion_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapObjective, cap_objective_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapTheme, cap_theme_free)

G_END_DECLS
