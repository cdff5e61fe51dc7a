/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/records/cap-section.h"

G_BEGIN_DECLS

#define CAP_TYPE_SECTIONS_HOME (cap_sections_home_get_type ())

G_DECLARE_FINAL_TYPE (CapSectionsHome, cap_sections_home, CAP, SECTIONS_HOME, AdwBin)

GtkWidget *cap_sections_home_new (CapWorkspace          *workspace,
                                  const CapSectionTable *table) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
