/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "scoring/cap-carry.h"

G_BEGIN_DECLS

#define CAP_LIBRARY_ERROR (cap_library_error_quark ())

/**
 * CapLibraryError:
 * @CAP_LIBRARY_ERROR_RELEASED: another text has this version already
 * @CAP_LIBRARY_ERROR_SHIPPED: it comes with the program
 * @CAP_LIBRARY_ERROR_NONE: there is no such framework
 */
typedef enum
{
  CAP_LIBRARY_ERROR_RELEASED,
  CAP_LIBRARY_ERROR_SHIPPED,
  CAP_LIBRARY_ERROR_NONE,
} CapLibraryError;

GQuark cap_library_error_quark (void);

/**
 * CapLibraryEntry:
 * @framework: (nullable): %NULL when the file could not be read
 * @path: (nullable): where it is installed; %NULL when it comes with the program
 * @fault: (nullable): why it could not be read, a sentence
 *
 * A version of a framework that this person may use.
 */
typedef struct
{
  CapFramework *framework;
  char         *path;
  char         *fault;
} CapLibraryEntry;

/* All of these read or write files: from the desktop, only through cap-library-async.h. */

/* Returns: (transfer full) (element-type CapLibraryEntry): by framework, the newest version first */
GPtrArray       *cap_library_list        (void) G_GNUC_WARN_UNUSED_RESULT;
CapLibraryEntry *cap_library_find        (const GPtrArray  *entries,
                                          const char       *id,
                                          const char       *version);
/* Returns: (transfer none): the newest version of @id that is valid on @date */
CapFramework    *cap_library_find_newest (const GPtrArray  *entries,
                                          const char       *id,
                                          const char       *date,
                                          GError          **error);
/* Returns: (transfer full) (element-type utf8): the ids, CAP first */
GPtrArray       *cap_library_list_ids    (const GPtrArray  *entries) G_GNUC_WARN_UNUSED_RESULT;
gboolean         cap_library_install     (CapFramework     *framework,
                                          GError          **error);
gboolean         cap_library_remove      (CapLibraryEntry  *entry,
                                          GError          **error);

G_END_DECLS
