/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CapContentText:
 * @CAP_CONTENT_OTHER: no text: a picture, a PDF, a document of an office program
 *
 * How the text of a file is written.
 */
typedef enum
{
  CAP_CONTENT_OTHER,
  CAP_CONTENT_UTF8,
  CAP_CONTENT_UTF16_LE,
  CAP_CONTENT_UTF16_BE,
  CAP_CONTENT_WINDOWS,
} CapContentText;

char    *cap_content_text_read         (GBytes         *content,
                                        CapContentText *how) G_GNUC_WARN_UNUSED_RESULT;
gboolean cap_content_text_is_marked_up (const char     *text);
GBytes  *cap_content_text_write        (const char     *text,
                                        CapContentText  how) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
