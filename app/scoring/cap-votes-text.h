/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "scoring/cap-votes.h"

G_BEGIN_DECLS

/* The votes in the words of the user. */
char *cap_spread_dup_median  (const CapSpreadGroup *group) G_GNUC_WARN_UNUSED_RESULT;
char *cap_spread_dup_summary (const CapSpread      *self) G_GNUC_WARN_UNUSED_RESULT;
char *cap_spread_dup_hidden  (const CapSpread      *self) G_GNUC_WARN_UNUSED_RESULT;
char *cap_spread_dup_text    (const CapSpread      *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
