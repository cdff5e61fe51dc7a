/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CapImportFaults:
 *
 * What is wrong in a file that is to be imported: how many faults, then the
 * first of them. It hides when there is none.
 */
#define CAP_TYPE_IMPORT_FAULTS (cap_import_faults_get_type ())

G_DECLARE_FINAL_TYPE (CapImportFaults, cap_import_faults, CAP, IMPORT_FAULTS, GtkWidget)

void cap_import_faults_show       (CapImportFaults *self,
                                   const GPtrArray *faults);

/* A list in such a window: sentences, and how many more there are. */
void cap_import_list_clear        (GtkListBox      *list);
void cap_import_list_append       (GtkListBox      *list,
                                   const char      *title,
                                   const char      *subtitle);
void cap_import_list_append_more  (GtkListBox      *list,
                                   guint            n_more);

G_END_DECLS
