/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CAP_FILE_ERROR (cap_file_error_quark ())

/**
 * CapFileError:
 * @CAP_FILE_ERROR_FAILED: anything not listed below
 * @CAP_FILE_ERROR_NO_SPACE: the disk is full
 * @CAP_FILE_ERROR_TARGET: nothing can be written at that place
 * @CAP_FILE_ERROR_DIFFERENT: what reads back is not what was written
 *
 * Messages are sentences for the user, in the user’s language.
 */
typedef enum
{
  CAP_FILE_ERROR_FAILED,
  CAP_FILE_ERROR_NO_SPACE,
  CAP_FILE_ERROR_TARGET,
  CAP_FILE_ERROR_DIFFERENT,
} CapFileError;

GQuark cap_file_error_quark (void);

/**
 * CapFileVerifyFunc:
 * @written: what was read back from the disk
 *
 * Returns: whether @written reads as the kind of file that it should be
 */
typedef gboolean (*CapFileVerifyFunc) (GBytes  *written,
                                       GError **error);

/**
 * CapFileFillFunc:
 * @fd: where to write
 * @code: (out): what errno said, when that is why it fails
 *
 * Returns: whether all is written; sets @error or @code otherwise
 */
typedef gboolean (*CapFileFillFunc) (int        fd,
                                     gpointer   user_data,
                                     int       *code,
                                     GError   **error);

gboolean cap_file_write            (const char         *path,
                                    GBytes             *content,
                                    CapFileVerifyFunc   verify,
                                    GError            **error);
/* As cap_file_write (), for what is too large to be in memory. */
gboolean cap_file_fill             (const char         *path,
                                    CapFileFillFunc     fill,
                                    gpointer            user_data,
                                    GError            **error);
void     cap_file_remove_abandoned (const char         *folder,
                                    const char         *prefix,
                                    gsize               pid_offset);
/* With the folders above it, for this person alone. Fails as cap_file_write () does. */
gboolean cap_file_make_folder      (const char         *path,
                                    GError            **error);

G_END_DECLS
