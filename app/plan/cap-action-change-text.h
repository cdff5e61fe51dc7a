/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-action-change.h"

G_BEGIN_DECLS

char *cap_action_change_dup_sentence (const CapActionChange *self,
                                      const CapDossier      *dossier) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
