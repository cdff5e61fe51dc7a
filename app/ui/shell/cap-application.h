/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "model/cap-dossier.h"
#include "ui/welcome/cap-recent.h"

G_BEGIN_DECLS

#define CAP_TYPE_APPLICATION (cap_application_get_type ())

G_DECLARE_FINAL_TYPE (CapApplication, cap_application, CAP, APPLICATION, AdwApplication)

CapApplication *cap_application_new          (void) G_GNUC_WARN_UNUSED_RESULT;

CapRecent      *cap_application_get_recent   (CapApplication   *self);
GSettings      *cap_application_get_settings (CapApplication   *self);
void            cap_application_remind       (CapApplication   *self,
                                              const CapDossier *dossier,
                                              const char       *path,
                                              const char       *today);

G_END_DECLS
