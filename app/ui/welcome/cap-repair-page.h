/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CAP_TYPE_REPAIR_PAGE (cap_repair_page_get_type ())

G_DECLARE_FINAL_TYPE (CapRepairPage, cap_repair_page, CAP, REPAIR_PAGE, GtkWidget)

GtkWidget *cap_repair_page_new (const char *path,
                                const char *reason) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
