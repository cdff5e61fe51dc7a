/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-certification.h"

G_BEGIN_DECLS

/**
 * CapSamplingAudit:
 *
 * The audits of a group whose sites are sampled.
 */
typedef enum
{
  CAP_SAMPLING_INITIAL,
  CAP_SAMPLING_SURVEILLANCE,
  CAP_SAMPLING_RECERTIFICATION,
} CapSamplingAudit;

#define CAP_N_SAMPLING_AUDITS (CAP_SAMPLING_RECERTIFICATION + 1)

const char *cap_sampling_audit_to_name          (CapSamplingAudit        self);
gboolean    cap_sampling_audit_from_name        (const char             *name,
                                                 CapSamplingAudit       *audit);

guint64     cap_sampling_get_minimum            (const CapSamplingRules *rules,
                                                 CapSamplingAudit        audit,
                                                 gboolean                reduced,
                                                 guint64                 n_sites);
guint64     cap_sampling_get_random             (const CapSamplingRules *rules,
                                                 guint64                 minimum);
guint64     cap_sampling_get_without_sampling   (const CapSamplingRules *rules,
                                                 CapSamplingAudit        audit,
                                                 guint64                 n_sites);

G_END_DECLS
