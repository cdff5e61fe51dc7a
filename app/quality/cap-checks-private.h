/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "audit/cap-group.h"
#include "quality/cap-address.h"
#include "quality/cap-radiography.h"

G_BEGIN_DECLS

/**
 * CapCheckRun:
 * @standard: (nullable): the one of the route that the dossier follows
 * @certifies: whether the structure prepares an audit: what only an auditor
 *   asks for is asked for then
 * @check: the one that is at work
 * @actions: (element-type utf8 CapAction): by UUID
 * @origins: (element-type utf8 GPtrArray): of each kind, the actions by code
 * @records: (element-type utf8 CapRecord): of each register with codes, by code
 * @indicators: (element-type utf8 CapIndicator): by code
 * @requirements: (element-type utf8 CapRequirement): of @standard, by number
 * @group: (nullable): how the sites stand; %NULL when there is none, or no rule about them
 * @alerts: (element-type CapAlert): so far
 *
 * A dossier under the checks, with what makes each of them linear.
 */
struct _CapCheckRun
{
  const CapDossier   *dossier;
  const CapCatalogue *catalogue;
  const CapStandard  *standard;
  const char         *today;
  gboolean            certifies;
  const CapCheck     *check;
  GHashTable         *actions;
  GHashTable         *origins[CAP_N_ORIGIN_KINDS];
  GHashTable         *records[CAP_N_REGISTERS];
  GHashTable         *indicators;
  GHashTable         *requirements;
  CapGroup           *group;
  GPtrArray          *alerts;
};

CapCheckRun     *cap_check_run_new           (const CapDossier   *dossier,
                                              const CapCatalogue *catalogue,
                                              const char         *today) G_GNUC_WARN_UNUSED_RESULT;
void             cap_check_run_free          (CapCheckRun        *self);

/* What is found: addresses and sentences are taken. */
CapAlert        *cap_check_run_add           (CapCheckRun        *self,
                                              const char         *subject,
                                              const char         *name,
                                              char               *address,
                                              char               *sentence);
void             cap_check_run_add_record    (CapCheckRun        *self,
                                              const CapRecord    *record,
                                              char               *sentence);
void             cap_check_run_add_action    (CapCheckRun        *self,
                                              const CapAction    *action,
                                              char               *sentence);
void             cap_check_run_add_indicator (CapCheckRun        *self,
                                              const CapIndicator *indicator,
                                              char               *sentence);
CapAlert        *cap_check_run_add_register  (CapCheckRun        *self,
                                              CapRegisterKind     kind,
                                              const char         *subject,
                                              char               *sentence);
void             cap_alert_free              (CapAlert           *self);

/* What they ask. */
gboolean         cap_check_run_has_open      (const CapCheckRun  *self,
                                              CapOriginKind       kind,
                                              const char         *code);
char            *cap_check_run_dup_unknown   (const CapCheckRun  *self,
                                              const CapRecord    *record,
                                              guint               field) G_GNUC_WARN_UNUSED_RESULT;
char            *cap_check_dup_name          (const CapRecord    *record) G_GNUC_WARN_UNUSED_RESULT;
char            *cap_check_dup_action        (const CapAction    *action) G_GNUC_WARN_UNUSED_RESULT;
gboolean         cap_check_is_past           (const char         *date,
                                              const char         *day);

extern const CapCheck cap_checks_evaluation[];
extern const guint    cap_n_checks_evaluation;
extern const CapCheck cap_checks_evidence[];
extern const guint    cap_n_checks_evidence;
extern const CapCheck cap_checks_plan[];
extern const guint    cap_n_checks_plan;
extern const CapCheck cap_checks_indicators[];
extern const guint    cap_n_checks_indicators;
extern const CapCheck cap_checks_context[];
extern const guint    cap_n_checks_context;
extern const CapCheck cap_checks_system[];
extern const guint    cap_n_checks_system;
extern const CapCheck cap_checks_people[];
extern const guint    cap_n_checks_people;
extern const CapCheck cap_checks_review[];
extern const guint    cap_n_checks_review;
extern const CapCheck cap_checks_findings[];
extern const guint    cap_n_checks_findings;
extern const CapCheck cap_checks_audits[];
extern const guint    cap_n_checks_audits;
extern const CapCheck cap_checks_certificates[];
extern const guint    cap_n_checks_certificates;
extern const CapCheck cap_checks_group[];
extern const guint    cap_n_checks_group;
extern const CapCheck cap_checks_whole[];
extern const guint    cap_n_checks_whole;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapCheckRun, cap_check_run_free)

G_END_DECLS
