/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "model/cap-evaluation.h"
#include "model/cap-member.h"

G_BEGIN_DECLS

/* The profile as people type it. An empty text is CAP_NUMBER_UNKNOWN. */
gboolean  cap_member_text_parse_count      (const char          *text,
                                            int                 *count);
char     *cap_member_text_format_count     (int                  count) G_GNUC_WARN_UNUSED_RESULT;

gboolean  cap_member_text_parse_hundredths (const char          *text,
                                            int                 *hundredths);
char     *cap_member_text_format_hundredths (int                 hundredths) G_GNUC_WARN_UNUSED_RESULT;

char     *cap_member_text_check_siret      (const char          *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean  cap_member_text_take_siret       (const char          *text,
                                            char               **siret);

char     *cap_member_text_dup_scope        (const CapEvaluation *evaluation,
                                            const CapMember     *member) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
