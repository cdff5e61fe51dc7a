/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "model/cap-framework.h"

G_BEGIN_DECLS

#define CAP_TYPE_GLOSSARY_WINDOW (cap_glossary_window_get_type ())

G_DECLARE_FINAL_TYPE (CapGlossaryWindow, cap_glossary_window, CAP, GLOSSARY_WINDOW, AdwWindow)

GtkWidget *cap_glossary_window_new (GtkWindow          *parent,
                                    const CapFramework *framework,
                                    const GPtrArray    *here) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
