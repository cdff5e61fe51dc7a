/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-action-field.h"
#include "model/cap-action.h"

G_BEGIN_DECLS

/* The words that people write, in French or in English, and what they mean. */

/* How well a name of a column says a field: 0: not at all; 2: exactly. */
guint    cap_action_words_match_field  (CapActionField   field,
                                        const char      *folded);
gboolean cap_action_words_find_state   (const char      *text,
                                        CapActionState  *state);
gboolean cap_action_words_find_kind    (const char      *text,
                                        CapActionKind   *kind);
gboolean cap_action_words_find_verdict (const char      *text,
                                        CapVerdict      *verdict);
gboolean cap_action_words_find_origin  (const char      *text,
                                        CapOriginKind   *kind);
gboolean cap_action_words_find_size    (const char      *text,
                                        int             *size);

G_END_DECLS
