/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-action-field.h"
#include "model/cap-dossier.h"

G_BEGIN_DECLS

char *cap_action_dup_text    (const CapAction  *self,
                              CapActionField    field,
                              const CapDossier *dossier) G_GNUC_WARN_UNUSED_RESULT;
char *cap_action_dup_summary (const CapAction  *self,
                              const char       *today) G_GNUC_WARN_UNUSED_RESULT;
char *cap_action_dup_folded  (const CapAction  *self,
                              const CapDossier *dossier) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
