/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "model/cap-certification.h"
#include "model/cap-translation.h"

G_BEGIN_DECLS

/**
 * CapRequirement:
 * @number: “8.4.1”
 * @title: short, in our own words: never the text of the standard
 * @parts: how many clauses are right below it; 0 for a sub-clause that an auditor looks at
 * @excludable: whether a structure may say that it does not apply
 * @maintain: (nullable): the document that is to be kept up to date
 * @retain: (nullable): the record that is to be kept as a proof
 * @conditional: whether they are asked for only where they apply
 * @translations: (nullable) (element-type CapTranslation): “title”, “maintain”, “retain”
 *
 * A clause of a standard.
 */
typedef struct
{
  char      *number;
  char      *title;
  guint      parts;
  gboolean   excludable;
  char      *maintain;
  char      *retain;
  gboolean   conditional;
  GPtrArray *translations;
} CapRequirement;

/**
 * CapStandard:
 * @id: how routes refer to it
 * @edition: “2015 (Amd 1:2024)”
 * @requirements: (element-type CapRequirement): in order, each clause before its parts
 */
typedef struct
{
  char      *id;
  char      *title;
  char      *edition;
  GPtrArray *requirements;
} CapStandard;

/**
 * CapGrade:
 * @code: “NC min.”
 * @label: “Non-conformité mineure”
 * @definition: what it means, in a sentence
 * @days: within how many days it is to be lifted; 0 when nothing is to be
 * @nonconformity: whether a requirement is not met
 * @strength: whether it is a strong point, that nothing is to be done about
 * @translations: (nullable) (element-type CapTranslation): “code”, “label”, “definition”
 *
 * How an auditor grades a finding.
 */
typedef struct
{
  char      *code;
  char      *label;
  char      *definition;
  guint      days;
  gboolean   nonconformity;
  gboolean   strength;
  GPtrArray *translations;
} CapGrade;

/**
 * CapRoute:
 * @id: what a dossier keeps
 * @label: “CEDRE ISO 9001 – Label RSE”
 * @standard: (nullable): whose clauses are looked at; %NULL when the route looks at criteria only
 * @certifier: (nullable): who certifies, when it is known
 * @note: what is known of it, and what is not
 * @grades: (element-type CapGrade): the mildest first
 * @ready_days: how many days before the audit all is to be ready
 * @translations: (nullable) (element-type CapTranslation): “note”
 *
 * A way to be recognised: certification or label.
 */
typedef struct
{
  char              *id;
  char              *label;
  const CapStandard *standard;
  char              *certifier;
  char              *note;
  GPtrArray         *grades;
  guint              ready_days;
  GPtrArray         *translations;
} CapRoute;

/**
 * CapCatalogue:
 * @standards: (element-type CapStandard)
 * @routes: (element-type CapRoute): the one proposed first comes first
 * @sampling: how sites are sampled
 * @cycle: how long certificates run
 * @audit_time: how long audits take
 *
 * The standards and the routes that this version of the program knows. Data:
 * made once by its reader, never changed afterwards, shared by all threads.
 */
typedef struct
{
  GPtrArray         *standards;
  GPtrArray         *routes;
  CapSamplingRules  *sampling;
  CapCycleRules     *cycle;
  CapAuditTimeRules *audit_time;

  /*< private >*/
  gatomicrefcount    ref_count;
} CapCatalogue;

#define CAP_TYPE_CATALOGUE (cap_catalogue_get_type ())

GType                 cap_catalogue_get_type         (void);

CapCatalogue         *cap_catalogue_new              (void) G_GNUC_WARN_UNUSED_RESULT;
CapCatalogue         *cap_catalogue_ref              (CapCatalogue         *self);
void                  cap_catalogue_unref            (CapCatalogue         *self);
const CapStandard    *cap_catalogue_find_standard    (const CapCatalogue   *self,
                                                      const char           *id);
const CapRoute       *cap_catalogue_find_route       (const CapCatalogue   *self,
                                                      const char           *id);

CapStandard          *cap_standard_new               (const char           *id) G_GNUC_WARN_UNUSED_RESULT;
const CapRequirement *cap_standard_find_requirement  (const CapStandard    *self,
                                                      const char           *number);
CapRequirement       *cap_requirement_new            (const char           *number,
                                                      const char           *title) G_GNUC_WARN_UNUSED_RESULT;
CapRoute             *cap_route_new                  (const char           *id,
                                                      const char           *label) G_GNUC_WARN_UNUSED_RESULT;
CapGrade             *cap_grade_new                  (const char           *code,
                                                      const char           *label) G_GNUC_WARN_UNUSED_RESULT;
gboolean              cap_requirement_number_covers  (const char           *number,
                                                      const char           *other);

/* Their texts in the language of the user; those of the data when they are not translated. */
const char           *cap_requirement_get_title      (const CapRequirement *self);
const char           *cap_requirement_get_maintain   (const CapRequirement *self);
const char           *cap_requirement_get_retain     (const CapRequirement *self);
const char           *cap_route_get_note             (const CapRoute       *self);
const char           *cap_grade_get_code             (const CapGrade       *self);
const char           *cap_grade_get_label            (const CapGrade       *self);
const char           *cap_grade_get_definition       (const CapGrade       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapCatalogue, cap_catalogue_unref)

G_END_DECLS
