/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/cap-json-private.h"
#include "model/cap-certification.h"

G_BEGIN_DECLS

CapSamplingRules  *cap_certification_json_read_sampling   (CapJsonReader *reader,
                                                           JsonObject    *root) G_GNUC_WARN_UNUSED_RESULT;
CapCycleRules     *cap_certification_json_read_cycle      (CapJsonReader *reader,
                                                           JsonObject    *root) G_GNUC_WARN_UNUSED_RESULT;
CapAuditTimeRules *cap_certification_json_read_audit_time (CapJsonReader *reader,
                                                           JsonObject    *root) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
