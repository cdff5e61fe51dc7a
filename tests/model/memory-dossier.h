/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-command.h"

G_BEGIN_DECLS

/* What a command puts, into a dossier that no file holds; what it removes stays. */
void memory_dossier_apply (CapDossier       *dossier,
                           const CapCommand *command);

G_END_DECLS
