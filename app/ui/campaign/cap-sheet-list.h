/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ui/campaign/cap-vote-draft.h"

G_BEGIN_DECLS

/* The level that has no key of its own: x stands for it. */
#define CAP_SHEET_TEN 10

/**
 * CapSheetList:
 *
 * The criteria of a questionnaire that is typed in, by objective. Signal "changed": a figure was typed, or
 * taken back.
 */
#define CAP_TYPE_SHEET_LIST (cap_sheet_list_get_type ())

G_DECLARE_FINAL_TYPE (CapSheetList, cap_sheet_list, CAP, SHEET_LIST, GtkWidget)

void     cap_sheet_list_show      (CapSheetList *self,
                                   CapVoteDraft *draft);
gboolean cap_sheet_list_press_key (CapSheetList *self,
                                   guint         keyval);

G_END_DECLS
