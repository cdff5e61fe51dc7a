/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-record.h"

G_BEGIN_DECLS

/* A value as people read it: a choice by its label, a date in words; %NULL when nothing is said. */
char *cap_record_dup_text    (const CapRecord *record,
                              guint            field) G_GNUC_WARN_UNUSED_RESULT;
/* A line about a record for a list of its register: what was chosen, then its last date. */
char *cap_record_dup_summary (const CapRecord *record) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
