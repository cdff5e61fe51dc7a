/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/cap-framework-file.h"
#include "workspace/cap-library-study.h"
#include "workspace/cap-library.h"

G_BEGIN_DECLS

/**
 * CapLibraryReading:
 * @path: the file
 * @framework: (nullable): what it holds, when there is no fault
 * @faults: (element-type utf8): all of them, as “WHERE: sentence”
 *
 * What was read of a file that somebody gave.
 */
typedef struct
{
  char         *path;
  CapFramework *framework;
  GPtrArray    *faults;
} CapLibraryReading;

/* Called in the main loop before each dossier, never after the end of the study. */
typedef void (*CapStudyProgressFunc) (guint    done,
                                      guint    total,
                                      gpointer user_data);

/* What the desktop does with versions of frameworks: each in a thread of its own. */

void               cap_library_list_async     (GCancellable          *cancellable,
                                               GAsyncReadyCallback    callback,
                                               gpointer               user_data);
/* Returns: (transfer full) (element-type CapLibraryEntry): as cap_library_list() */
GPtrArray         *cap_library_list_finish    (GAsyncResult          *result,
                                               GError               **error) G_GNUC_WARN_UNUSED_RESULT;

void               cap_library_read_async     (const char            *path,
                                               GCancellable          *cancellable,
                                               GAsyncReadyCallback    callback,
                                               gpointer               user_data);
/* A file that cannot be read at all is an error; faults of its content are not. */
CapLibraryReading *cap_library_read_finish    (GAsyncResult          *result,
                                               GError               **error) G_GNUC_WARN_UNUSED_RESULT;
void               cap_library_reading_free   (CapLibraryReading     *self);

void               cap_library_install_async  (CapFramework          *framework,
                                               GCancellable          *cancellable,
                                               GAsyncReadyCallback    callback,
                                               gpointer               user_data);
gboolean           cap_library_install_finish (GAsyncResult          *result,
                                               GError               **error);

void               cap_library_remove_async   (const CapLibraryEntry *entry,
                                               GCancellable          *cancellable,
                                               GAsyncReadyCallback    callback,
                                               gpointer               user_data);
gboolean           cap_library_remove_finish  (GAsyncResult          *result,
                                               GError               **error);

/* The extension of @path tells the format. */
void               cap_library_export_async   (CapFramework          *framework,
                                               const char            *path,
                                               GCancellable          *cancellable,
                                               GAsyncReadyCallback    callback,
                                               gpointer               user_data);
gboolean           cap_library_export_finish  (GAsyncResult          *result,
                                               GError               **error);

void               cap_library_compare_async  (CapFramework          *before,
                                               CapFramework          *after,
                                               GCancellable          *cancellable,
                                               GAsyncReadyCallback    callback,
                                               gpointer               user_data);
CapFrameworkDiff  *cap_library_compare_finish (GAsyncResult          *result,
                                               GError               **error) G_GNUC_WARN_UNUSED_RESULT;

void               cap_library_study_async    (CapFramework          *framework,
                                               const char * const    *dossiers,
                                               GCancellable          *cancellable,
                                               CapStudyProgressFunc   progress,
                                               gpointer               progress_data,
                                               GAsyncReadyCallback    callback,
                                               gpointer               user_data);
/* Returns: (transfer full) (element-type CapDossierStudy): one for each dossier, in their order */
GPtrArray         *cap_library_study_finish   (GAsyncResult          *result,
                                               GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapLibraryReading, cap_library_reading_free)

G_END_DECLS
