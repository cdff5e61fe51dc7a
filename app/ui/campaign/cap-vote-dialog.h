/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A question about votes. Responses: "cancel", "destroy", and "keep" where there is something to keep. */
GtkWidget *cap_vote_dialog_new (GtkWindow  *parent,
                                const char *heading,
                                const char *body,
                                const char *cancel,
                                const char *destroy,
                                const char *keep) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
