/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/cap-db.h"

G_BEGIN_DECLS

/**
 * CapFileStamp:
 *
 * What tells that a file is still the one that was last read or written.
 */
typedef struct
{
  guint64 device;
  guint64 inode;
  gint64  size;
  gint64  modified_ns;
} CapFileStamp;

/**
 * CapPublicationKind:
 * @CAP_PUBLICATION_NEW: fails with %CAP_STORE_ERROR_EXISTS if a file is there
 * @CAP_PUBLICATION_OVER: takes the place of the file that is there, if any
 */
typedef enum
{
  CAP_PUBLICATION_NEW,
  CAP_PUBLICATION_OVER,
} CapPublicationKind;

/**
 * CapCopyReason:
 * @CAP_COPY_CONFLICT: the dossier was changed by someone else
 * @CAP_COPY_RECOVERED: a killed program left gestures that fit no more
 */
typedef enum
{
  CAP_COPY_CONFLICT,
  CAP_COPY_RECOVERED,
} CapCopyReason;

gboolean  cap_file_stamp_take             (const char          *path,
                                           CapFileStamp        *stamp);
gboolean  cap_file_stamp_equal            (const CapFileStamp  *self,
                                           const CapFileStamp  *other);

gboolean  cap_publication_write           (CapDb               *db,
                                           const char          *path,
                                           CapPublicationKind   kind,
                                           CapFileStamp        *stamp,
                                           GError             **error);
char     *cap_publication_write_beside    (CapDb               *db,
                                           const char          *path,
                                           CapCopyReason        reason,
                                           CapFileStamp        *stamp,
                                           GError             **error) G_GNUC_WARN_UNUSED_RESULT;
char     *cap_publication_dup_temp_path   (const char          *path) G_GNUC_WARN_UNUSED_RESULT;
void      cap_publication_clean_up        (const char          *path);
void      cap_publication_clean_up_folder (const char          *folder);

G_END_DECLS
