/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-catalogue.h"
#include "model/cap-command.h"

G_BEGIN_DECLS

/* A reason to set a warning aside has at least so many letters. */
#define CAP_SILENCE_MIN_REASON 3

/**
 * CapSeverity:
 * @CAP_SEVERITY_SERIOUS: an auditor would write a finding about it
 * @CAP_SEVERITY_LOOK: something is missing, late or contradictory
 * @CAP_SEVERITY_ADVICE: it would be better otherwise
 */
typedef enum
{
  CAP_SEVERITY_SERIOUS,
  CAP_SEVERITY_LOOK,
  CAP_SEVERITY_ADVICE,
} CapSeverity;

#define CAP_N_SEVERITIES (CAP_SEVERITY_ADVICE + 1)

/**
 * CapCheckFamily:
 *
 * The part of the dossier that a check looks at.
 */
typedef enum
{
  CAP_CHECK_EVALUATION,
  CAP_CHECK_EVIDENCE,
  CAP_CHECK_PLAN,
  CAP_CHECK_INDICATORS,
  CAP_CHECK_CONTEXT,
  CAP_CHECK_SYSTEM,
  CAP_CHECK_PEOPLE,
  CAP_CHECK_REVIEW,
  CAP_CHECK_FINDINGS,
  CAP_CHECK_AUDITS,
  CAP_CHECK_CERTIFICATES,
  CAP_CHECK_GROUP,
  CAP_CHECK_WHOLE,
} CapCheckFamily;

#define CAP_N_CHECK_FAMILIES (CAP_CHECK_WHOLE + 1)

typedef struct _CapCheckRun CapCheckRun;

/**
 * CapCheck:
 * @id: in files, never translated, never given to another check
 * @severity: of what it finds; an evaluation for a certification makes some of it serious
 * @title: what it looks for, to be translated
 */
typedef struct
{
  const char     *id;
  CapCheckFamily  family;
  CapSeverity     severity;
  const char     *title;

  /*< private >*/
  void          (*find) (CapCheckRun *run);
} CapCheck;

/**
 * CapAlert:
 * @subject: what it is about: a UUID or a code that stays: together with the
 *   check it names the alert in files
 * @name: what it is about, as people call it
 * @sentence: what is wrong, in the user’s language
 * @address: where it is mended: see CapAddressKind
 * @reason: (nullable): why it was set aside
 * @since: (nullable): the day it was set aside, ISO 8601
 */
typedef struct
{
  const CapCheck *check;
  CapSeverity     severity;
  char           *subject;
  char           *name;
  char           *sentence;
  char           *address;
  char           *reason;
  char           *since;
} CapAlert;

/**
 * CapRadiography:
 * @alerts: (element-type CapAlert): by severity, then by family, then as the catalogue lists them
 * @aside: (element-type CapAlert): those that were set aside, in the same order
 * @counts: of @alerts, by severity
 *
 * What is inconsistent in a dossier (*radiographie*).
 */
typedef struct
{
  GPtrArray *alerts;
  GPtrArray *aside;
  guint      counts[CAP_N_SEVERITIES];
} CapRadiography;

CapRadiography *cap_radiography_new       (const CapDossier   *dossier,
                                           const CapCatalogue *catalogue,
                                           const char         *today) G_GNUC_WARN_UNUSED_RESULT;
void            cap_radiography_free      (CapRadiography     *self);

CapCommand     *cap_radiography_silence   (const CapDossier   *dossier,
                                           const CapAlert     *alert,
                                           const char         *reason,
                                           const char         *today) G_GNUC_WARN_UNUSED_RESULT;
CapCommand     *cap_radiography_speak     (const CapDossier   *dossier,
                                           const CapAlert     *alert) G_GNUC_WARN_UNUSED_RESULT;

const CapCheck *cap_check_get             (guint               index);
guint           cap_check_get_count       (void);
const CapCheck *cap_check_find            (const char         *id);
const char     *cap_check_family_to_name  (CapCheckFamily      family);
const char     *cap_check_family_get_label (CapCheckFamily     family);
const char     *cap_severity_to_name      (CapSeverity         severity);
const char     *cap_severity_get_label    (CapSeverity         severity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapRadiography, cap_radiography_free)

G_END_DECLS
