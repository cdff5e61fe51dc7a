/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "scoring/cap-photograph.h"

G_BEGIN_DECLS

/* The results by theme of the CSESS guide, then by core subject of ISO 26000, for a spreadsheet: a line
 * each, in ten columns whose heads are in the user's language:
 *
 *   reading (“csess” or “iso26000”), number, title, score in percent and as an exact fraction (both empty
 *   when nothing is answered), criteria answered, criteria asked, provisional (yes or no), codes of the
 *   objectives, what there is to read
 */
char *cap_readings_csv_write (const CapPhotograph *photograph) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
