/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean  cap_date_is_valid    (const char *iso);
char     *cap_date_parse       (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char     *cap_date_format_long (const char *iso) G_GNUC_WARN_UNUSED_RESULT;
char     *cap_date_format_short (const char *iso) G_GNUC_WARN_UNUSED_RESULT;
char     *cap_date_format_made (const char *made_at,
                                const char *author) G_GNUC_WARN_UNUSED_RESULT;
char     *cap_date_format_month (const char *iso) G_GNUC_WARN_UNUSED_RESULT;
char     *cap_date_format_day (const char *iso) G_GNUC_WARN_UNUSED_RESULT;
const char *cap_date_get_weekday (guint weekday);
gboolean  cap_date_to_days     (const char *iso,
                                int        *days);
char     *cap_date_from_days   (int         days) G_GNUC_WARN_UNUSED_RESULT;
char     *cap_date_add_days    (const char *iso,
                                int         days) G_GNUC_WARN_UNUSED_RESULT;
char     *cap_date_add_months  (const char *iso,
                                int         months_later) G_GNUC_WARN_UNUSED_RESULT;
gboolean  cap_date_is_within   (const char *iso,
                                const char *from,
                                const char *to);
gint64    cap_date_get_now     (void);
char     *cap_date_dup_today   (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
