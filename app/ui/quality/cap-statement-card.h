/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/records/cap-record-desk.h"

G_BEGIN_DECLS

#define CAP_TYPE_STATEMENT_CARD (cap_statement_card_get_type ())

G_DECLARE_FINAL_TYPE (CapStatementCard, cap_statement_card, CAP, STATEMENT_CARD, GtkBox)

/* @kind is the name of a choice, @help what belongs there, in the user’s language. */
GtkWidget *cap_statement_card_new  (CapRecordDesk    *desk,
                                    const char       *kind,
                                    const char       *help) G_GNUC_WARN_UNUSED_RESULT;
void       cap_statement_card_show (CapStatementCard *self);

G_END_DECLS
