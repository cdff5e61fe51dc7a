/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What an action says, piece by piece: for columns, faults and history. */
typedef enum
{
  CAP_FIELD_NUMBER,
  CAP_FIELD_TITLE,
  CAP_FIELD_DESCRIPTION,
  CAP_FIELD_EXPECTED,
  CAP_FIELD_KIND,
  CAP_FIELD_ORIGINS,
  CAP_FIELD_OWNER,
  CAP_FIELD_CONTRIBUTORS,
  CAP_FIELD_SERVICE,
  CAP_FIELD_DAYS,
  CAP_FIELD_EUROS,
  CAP_FIELD_START,
  CAP_FIELD_DUE,
  CAP_FIELD_STATE,
  CAP_FIELD_IMPACT,
  CAP_FIELD_EFFORT,
  CAP_FIELD_LEVEL,
  CAP_FIELD_TARGET,
  CAP_FIELD_STEPS,
  CAP_FIELD_NOTES,
  CAP_FIELD_AFTER,
  CAP_FIELD_INDICATOR,
  CAP_FIELD_CREATED,
  CAP_FIELD_NEWS,
  CAP_FIELD_DONE,
  CAP_FIELD_CLOSED,
  CAP_FIELD_REASON,
  CAP_FIELD_CHECK_DUE,
  CAP_FIELD_CHECK_BY,
  CAP_FIELD_CHECK_EVIDENCE,
  CAP_FIELD_CHECKED,
  CAP_FIELD_VERDICT,
} CapActionField;

#define CAP_N_ACTION_FIELDS (CAP_FIELD_VERDICT + 1)

const char *cap_action_field_to_name   (CapActionField  field);
gboolean    cap_action_field_from_name (const char     *name,
                                        CapActionField *field);
const char *cap_action_field_get_label (CapActionField  field);

G_END_DECLS
