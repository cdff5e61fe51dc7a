/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fuzz/fuzz.h"
#include "store/cap-db.h"
#include "store/cap-dossier-file.h"

G_BEGIN_DECLS

void          fuzz_dossiers_start          (void);
/* A sound dossier, made when the program started. */
GBytes       *fuzz_dossiers_pick           (FuzzInput   *input);
/* Two copies of one, that went separate ways. */
GBytes       *fuzz_dossiers_get_mine       (void);
GBytes       *fuzz_dossiers_get_theirs     (void);

/* To be called before anything else, unless all of the heap of SQLite is to be guarded. */
void          fuzz_dossiers_use_fast_heap  (void);

CapFramework *fuzz_dossiers_read_framework (GBytes      *source,
                                            const char  *adaptation,
                                            GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes       *fuzz_dossiers_change_file    (GBytes      *dossier,
                                            FuzzInput   *input) G_GNUC_WARN_UNUSED_RESULT;
/* In a transaction. Returns: whether the program would open it so */
gboolean      fuzz_dossiers_change_rows    (CapDb       *db,
                                            FuzzInput   *input);
/* A copy in memory. */
CapDb        *fuzz_dossiers_open           (GBytes      *dossier) G_GNUC_WARN_UNUSED_RESULT;
/* One of the things that are done with a dossier that came by mail: @use says which. */
void          fuzz_dossiers_use            (GBytes      *dossier,
                                            guint        use);

G_END_DECLS
