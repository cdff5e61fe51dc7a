/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CAP_TYPE_REFERENCE_DIALOG (cap_reference_dialog_get_type ())

G_DECLARE_FINAL_TYPE (CapReferenceDialog, cap_reference_dialog, CAP, REFERENCE_DIALOG, AdwMessageDialog)

/* Signal "given" (title, reference, date): the title is not empty; the others may be NULL, the date is
 * ISO 8601. */
GtkWidget *cap_reference_dialog_new (GtkWindow *parent) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
