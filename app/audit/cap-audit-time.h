/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "audit/cap-sample-choice.h"

G_BEGIN_DECLS

/**
 * CapAuditTime:
 * @least: at least so many tenths of a day
 * @most: at most so many; no rule that is known says it when @bounded is %FALSE
 * @n_counted: of how many sites
 * @n_unknown: how many sites are not counted: nobody said how many people work there
 *
 * How long an audit takes, as far as the rules that are known go: an indication, the certification body
 * decides.
 */
typedef struct
{
  guint64  least;
  guint64  most;
  gboolean bounded;
  guint    n_counted;
  guint    n_unknown;
} CapAuditTime;

void     cap_audit_time_init      (CapAuditTime            *self);
void     cap_audit_time_add       (CapAuditTime            *self,
                                   const CapAuditTimeRules *rules,
                                   CapSamplingAudit         audit,
                                   int                      staff,
                                   gboolean                 sampled);
void     cap_audit_time_of_sample (CapAuditTime            *self,
                                   const CapAuditTimeRules *rules,
                                   const CapSampleChoice   *choice,
                                   const CapGroup          *group);
gboolean cap_audit_time_of_audit  (CapAuditTime            *self,
                                   const CapAuditTimeRules *rules,
                                   const CapRecord         *audit,
                                   const CapDossier        *dossier);

char    *cap_audit_time_dup_text  (const CapAuditTime      *self,
                                   const CapAuditTimeRules *rules) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
