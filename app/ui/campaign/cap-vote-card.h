/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CapVoteCard:
 *
 * One of the answers to a question, large: its figure, its name if it has one, and what it says.
 */
#define CAP_TYPE_VOTE_CARD (cap_vote_card_get_type ())

G_DECLARE_FINAL_TYPE (CapVoteCard, cap_vote_card, CAP, VOTE_CARD, GtkToggleButton)

GtkWidget *cap_vote_card_new        (int          figure,
                                     const char  *name,
                                     const char  *wording) G_GNUC_WARN_UNUSED_RESULT;
int        cap_vote_card_get_figure (CapVoteCard *self);

G_END_DECLS
