/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-merge-report.h"
#include "store/cap-db.h"

G_BEGIN_DECLS

gboolean cap_merge_run (CapDb           *mine,
                        CapDb           *theirs,
                        CapMergeChoice   choice,
                        const char * const *exceptions,
                        gboolean         dry_run,
                        const char      *seen,
                        const char      *name,
                        CapMergeReport  *report,
                        GError         **error);

G_END_DECLS
