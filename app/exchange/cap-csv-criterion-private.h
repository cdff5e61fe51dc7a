/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/cap-csv.h"
#include "model/cap-framework.h"

G_BEGIN_DECLS

char *cap_csv_dup_criterion (const CapFramework *framework,
                             const CapCsvRow    *row,
                             int                 index) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
