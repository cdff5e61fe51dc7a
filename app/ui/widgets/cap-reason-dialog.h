/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CAP_TYPE_REASON_DIALOG (cap_reason_dialog_get_type ())

G_DECLARE_FINAL_TYPE (CapReasonDialog, cap_reason_dialog, CAP, REASON_DIALOG, AdwMessageDialog)

/* Signal "given" (code, reason): what is set aside, and why; the reason is not empty. */
GtkWidget *cap_reason_dialog_new (GtkWindow  *parent,
                                  const char *code,
                                  const char *body) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *cap_reason_dialog_new_full (GtkWindow  *parent,
                                       const char *code,
                                       const char *heading,
                                       const char *body,
                                       const char *verb) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
