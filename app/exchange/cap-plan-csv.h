/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-dossier.h"

G_BEGIN_DECLS

char *cap_plan_csv_write (const CapDossier *dossier) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
