/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/cap-framework.h"

G_BEGIN_DECLS

#define CAP_TYPE_GLOSSARY_ROW (cap_glossary_row_get_type ())

G_DECLARE_FINAL_TYPE (CapGlossaryRow, cap_glossary_row, CAP, GLOSSARY_ROW, GtkListBoxRow)

GtkWidget *cap_glossary_row_new     (const CapGlossaryEntry *entry,
                                     guint                   rank) G_GNUC_WARN_UNUSED_RESULT;

/* @words: (array zero-terminated=1): beginnings of words, folded; all of them count */
gboolean   cap_glossary_row_search  (CapGlossaryRow         *self,
                                     const char * const     *words);
int        cap_glossary_row_compare (CapGlossaryRow         *self,
                                     CapGlossaryRow         *other);

G_END_DECLS
