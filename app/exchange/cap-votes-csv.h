/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-command.h"

G_BEGIN_DECLS

CapCommand *cap_votes_csv_read (GBytes            *source,
                                const char        *name,
                                const CapDossier  *dossier,
                                GPtrArray        **faults) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
