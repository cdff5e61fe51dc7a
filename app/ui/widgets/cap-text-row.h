/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CapTextRow:
 *
 * A row for a text of several lines. Signal "finished": the field is left, or
 * Ctrl+Enter is pressed, and it says something else than before.
 */
#define CAP_TYPE_TEXT_ROW (cap_text_row_get_type ())

G_DECLARE_FINAL_TYPE (CapTextRow, cap_text_row, CAP, TEXT_ROW, AdwPreferencesRow)

GtkWidget *cap_text_row_new      (const char *title) G_GNUC_WARN_UNUSED_RESULT;

/* What is in the field, without spaces around; NULL when it is empty. */
char      *cap_text_row_dup_text (CapTextRow *self) G_GNUC_WARN_UNUSED_RESULT;
/* What it is called aloud, where its title alone would not tell it from others. */
void       cap_text_row_set_spoken_name (CapTextRow *self,
                                         const char *name);
/* An example of what to write, shown while nothing is. */
void       cap_text_row_set_hint (CapTextRow *self,
                                  const char *hint);
/* Follows the dossier; a field that has the focus keeps what is typed. */
void       cap_text_row_set_text (CapTextRow *self,
                                  const char *text);

G_END_DECLS
