/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-evaluation.h"

G_BEGIN_DECLS

/* The answers whose gestures are under way: code of a criterion → draft. Gestures follow one another:
 * a second one on the same criterion starts from what the first one will have written, not from what
 * the dossier still says. */
GHashTable      *cap_answer_drafts_new    (void) G_GNUC_WARN_UNUSED_RESULT;

const CapAnswer *cap_answer_drafts_find   (GHashTable      *drafts,
                                           const char      *code);
/* A gesture leaves with @answer; cap_answer_drafts_finish() when it is back. */
void             cap_answer_drafts_begin  (GHashTable      *drafts,
                                           const CapAnswer *answer);
void             cap_answer_drafts_finish (GHashTable      *drafts,
                                           const char      *code);

G_END_DECLS
