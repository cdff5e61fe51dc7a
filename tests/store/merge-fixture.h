/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/store-fixture.h"

G_BEGIN_DECLS

#define NOT_CONCERNED 100
#define NO_ROW        101

/* Two copies of a dossier, and what is in them. */

void            merge_fixture_copy_file    (const char      *from,
                                            const char      *to);
CapDossierFile *merge_fixture_open_file    (const char      *path,
                                            CapFileAccess    access) G_GNUC_WARN_UNUSED_RESULT;
void            merge_fixture_close_file   (CapDossierFile  *file);
CapDossier     *merge_fixture_load         (const char      *path) G_GNUC_WARN_UNUSED_RESULT;
guint           merge_fixture_merge        (const char      *path,
                                            const char      *other_path,
                                            CapMergeChoice   choice,
                                            guint           *n_conflicts);
void            merge_fixture_assert_sound (const char      *path);
int             merge_fixture_get_level    (CapDossier      *dossier,
                                            const char      *code);
int             merge_fixture_say          (int              level);

G_END_DECLS
