/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CapPersonalUse:
 * @CAP_PERSONAL_USE_NONE: never a name: a number, a date, a choice, what the program writes
 * @CAP_PERSONAL_USE_TEXT: people write what they want: a name may be in it
 * @CAP_PERSONAL_USE_PEOPLE: says who: a function is expected, a name is often given
 * @CAP_PERSONAL_USE_CODE: a code that people choose, by which other fields refer to the row
 * @CAP_PERSONAL_USE_FILE: the name of a file
 *
 * What a column of the dossier may say of somebody.
 */
typedef enum
{
  CAP_PERSONAL_USE_NONE,
  CAP_PERSONAL_USE_TEXT,
  CAP_PERSONAL_USE_PEOPLE,
  CAP_PERSONAL_USE_CODE,
  CAP_PERSONAL_USE_FILE,
} CapPersonalUse;

/* The same for the names in the database as for those in files. */
CapPersonalUse cap_personal_use_of (const char *table,
                                    const char *column);

/* What to write there rather than a name, for a person; NULL when there is nothing to say. */
const char    *cap_personal_use_get_advice (CapPersonalUse self);

G_END_DECLS
