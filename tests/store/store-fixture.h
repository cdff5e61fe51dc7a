/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/cap-dossier-file.h"

G_BEGIN_DECLS

#define STORE_FIXTURE_N_CRITERIA 96

/* A folder, a path in it, and what happens there. */
typedef struct
{
  char           *folder;
  char           *path;
  CapDossierFile *file;
} StoreFixture;

/* As g_test_init(), with a folder of the program’s own for its working copies, that goes with the tests.
 * GLib’s own option for that leaks, and LeakSanitizer then runs the tests again with whole stacks. */
void            store_fixture_init         (int                *argc,
                                            char             ***argv);
void            store_fixture_add          (const char         *test_path,
                                            void              (*test) (StoreFixture *, gconstpointer));
void            store_fixture_set_up       (StoreFixture       *fixture,
                                            gconstpointer       data);
void            store_fixture_tear_down    (StoreFixture       *fixture,
                                            gconstpointer       data);
void            store_fixture_create       (StoreFixture       *fixture);
void            store_fixture_open         (StoreFixture       *fixture,
                                            CapFileAccess       access);
void            store_fixture_close        (StoreFixture       *fixture);
void            store_fixture_answer       (StoreFixture       *fixture,
                                            guint               criterion,
                                            int                 level);
int             store_fixture_get_level    (StoreFixture       *fixture,
                                            guint               criterion);
guint           store_fixture_count_files  (const char         *folder);
void            store_fixture_remove_tree  (const char         *folder);

CapFramework   *store_fixture_read_framework (GBytes           *source,
                                              const char       *adaptation,
                                              GError          **error) G_GNUC_WARN_UNUSED_RESULT;
CapFramework   *store_fixture_new_framework (void) G_GNUC_WARN_UNUSED_RESULT;
CapCommand     *store_fixture_new_creation (void) G_GNUC_WARN_UNUSED_RESULT;
CapCommand     *store_fixture_new_answer   (const CapDossier   *dossier,
                                            guint               criterion,
                                            int                 level) G_GNUC_WARN_UNUSED_RESULT;
char           *store_fixture_get_code     (guint               criterion) G_GNUC_WARN_UNUSED_RESULT;
char           *store_fixture_dump         (const CapDossier   *dossier) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
