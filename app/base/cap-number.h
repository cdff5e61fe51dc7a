/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *cap_number_format_percent    (int         percent) G_GNUC_WARN_UNUSED_RESULT;
char     *cap_number_format_permille   (int         permille) G_GNUC_WARN_UNUSED_RESULT;
char     *cap_number_format_bytes      (gint64      bytes) G_GNUC_WARN_UNUSED_RESULT;
char     *cap_number_format_hundredths (int         hundredths) G_GNUC_WARN_UNUSED_RESULT;
gboolean  cap_number_parse_hundredths  (const char *text,
                                        int        *hundredths);
gulong    cap_number_get_plural        (gint64      hundredths);
char     *cap_number_format_thousandths (gint64      thousandths) G_GNUC_WARN_UNUSED_RESULT;
char     *cap_number_write_thousandths (gint64      thousandths) G_GNUC_WARN_UNUSED_RESULT;
gboolean  cap_number_parse_thousandths (const char *text,
                                        gint64     *thousandths);

G_END_DECLS
