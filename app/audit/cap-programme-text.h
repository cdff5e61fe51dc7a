/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "audit/cap-programme.h"

G_BEGIN_DECLS

/* The programme in the words of the user. */
const char *cap_programme_state_get_label  (CapProgrammeState           state);
char       *cap_programme_half_dup_label   (const CapProgramme         *self,
                                            guint                       half) G_GNUC_WARN_UNUSED_RESULT;
char       *cap_programme_dup_years        (const CapProgramme         *self) G_GNUC_WARN_UNUSED_RESULT;
char       *cap_programme_dup_cover        (const CapProgramme         *self) G_GNUC_WARN_UNUSED_RESULT;
char      **cap_programme_dup_sentences    (const CapProgramme         *self) G_GNUC_WARN_UNUSED_RESULT;
char       *cap_programme_dup_unseen       (const CapProgrammeCover    *cover) G_GNUC_WARN_UNUSED_RESULT;
char       *cap_programme_dup_unseen_clauses (const CapProgramme       *self) G_GNUC_WARN_UNUSED_RESULT;

char       *cap_programme_entry_dup_title  (const CapProgrammeEntry    *self) G_GNUC_WARN_UNUSED_RESULT;
char       *cap_programme_dup_audit_title  (const CapRecord            *line) G_GNUC_WARN_UNUSED_RESULT;
char       *cap_programme_conflict_dup_text (const CapProgrammeConflict *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
