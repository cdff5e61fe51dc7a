/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CapZipFault:
 * @CAP_ZIP_NOT_A_ZIP: nor the beginning of one
 * @CAP_ZIP_DAMAGED: it ends too early, or says what is not so
 * @CAP_ZIP_TOO_BIG: once unpacked
 * @CAP_ZIP_LOCKED: it has a password
 *
 * Why a zip could not be read.
 */
typedef enum
{
  CAP_ZIP_NOT_A_ZIP,
  CAP_ZIP_DAMAGED,
  CAP_ZIP_TOO_BIG,
  CAP_ZIP_LOCKED,
} CapZipFault;

/* @name: in lower case. Returns: whether that part is wanted */
typedef gboolean (*CapZipWanted) (const char *name,
                                  gpointer    user_data);

GHashTable *cap_zip_parts_read (GBytes       *source,
                                gsize         max_size,
                                CapZipWanted  wanted,
                                gpointer      user_data,
                                CapZipFault  *fault) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
