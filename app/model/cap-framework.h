/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-criterion.h"
#include "model/cap-glossary.h"

G_BEGIN_DECLS

/**
 * CapFramework:
 * @sha256: digest of @source, which names this exact text
 * @source: the JSON text that it was read from: what an evaluation keeps
 * @adaptation: (nullable): what the structure changed of it, as the dossier
 *   keeps it; not part of @source
 * @min_level: number of the lowest level
 * @max_level: number of the highest level
 * @has_express: whether some of its criteria make an express path
 * @levels: (element-type CapLevel): from the lowest up, one by one
 * @plain_scale: (element-type CapPlainStep): three of them, or none
 * @glossary: (element-type CapGlossaryEntry): by term
 * @mappings: (element-type CapMapping): what became of older versions
 * @themes: (element-type CapTheme): in order; the local one comes last
 * @translations: (nullable) (element-type CapTranslation): “title”, “notice”
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
  char      *adaptation;
  CapRules   rules;
  int        min_level;
  int        max_level;
  gboolean   has_express;
  GPtrArray *levels;
  GPtrArray *plain_scale;
  GPtrArray *bands;
  GPtrArray *kinds;
  GPtrArray *filters;
  GPtrArray *clauses;
  GPtrArray *subjects;
  GPtrArray *csess;
  GPtrArray *services;
  GPtrArray *glossary;
  GPtrArray *mappings;
  GPtrArray *themes;
  GPtrArray *translations;
  GPtrArray *criteria;

  /*< private >*/
  gatomicrefcount  ref_count;
  GHashTable      *criteria_by_code;
  GHashTable      *services_by_code;
  CapGlossary     *words;
};

#define CAP_TYPE_FRAMEWORK (cap_framework_get_type ())

GType               cap_framework_get_type       (void);

CapFramework       *cap_framework_new            (void) G_GNUC_WARN_UNUSED_RESULT;
CapFramework       *cap_framework_ref            (CapFramework       *self);
void                cap_framework_unref          (CapFramework       *self);
void                cap_framework_seal           (CapFramework       *self,
                                                  GBytes             *source);

int                 cap_framework_compare_versions (const char *one,
                                                    const char *other);
gboolean            cap_framework_is_valid_on    (const CapFramework *self,
                                                  const char         *date);
gboolean            cap_framework_is_adapted     (const CapFramework *self);
gboolean            cap_framework_has_level      (const CapFramework *self,
                                                  int                 level);
const CapLevel     *cap_framework_get_level      (const CapFramework *self,
                                                  int                 level);

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
const CapGlossary  *cap_framework_get_glossary   (const CapFramework *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapFramework, cap_framework_unref)

G_END_DECLS
