/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-library-async.h"

G_BEGIN_DECLS

#define CAP_TYPE_STUDY_VIEW (cap_study_view_get_type ())

G_DECLARE_FINAL_TYPE (CapStudyView, cap_study_view, CAP, STUDY_VIEW, GtkWidget)

GtkWidget *cap_study_view_new   (CapFramework       *framework,
                                 const char * const *dossiers) G_GNUC_WARN_UNUSED_RESULT;

void       cap_study_view_start (CapStudyView       *self);

G_END_DECLS
