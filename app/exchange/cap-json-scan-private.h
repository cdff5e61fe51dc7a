/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CapJsonScan:
 * @CAP_JSON_SCAN_SOUND: nothing is against parsing the text
 * @CAP_JSON_SCAN_BROKEN: it is not JSON, or more than one value
 * @CAP_JSON_SCAN_DEEP: too many lists and objects are inside one another
 */
typedef enum
{
  CAP_JSON_SCAN_SOUND,
  CAP_JSON_SCAN_BROKEN,
  CAP_JSON_SCAN_DEEP,
} CapJsonScan;

CapJsonScan cap_json_scan (const char  *text,
                           gsize        size,
                           guint        max_depth,
                           const char **at);

G_END_DECLS
