/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CapCollege:
 * @CAP_COLLEGE_DIRECTION: those who direct the structure
 * @CAP_COLLEGE_PERMANENTS: its permanent staff
 * @CAP_COLLEGE_PARCOURS: the people it employs for a while, on their way to another job
 * @CAP_COLLEGE_BENEVOLES: its volunteers, and the members of its board
 * @CAP_COLLEGE_PARTENAIRES: those who work with it from outside
 *
 * Whose point of view an evaluation asks for.
 */
typedef enum
{
  CAP_COLLEGE_DIRECTION,
  CAP_COLLEGE_PERMANENTS,
  CAP_COLLEGE_PARCOURS,
  CAP_COLLEGE_BENEVOLES,
  CAP_COLLEGE_PARTENAIRES,
} CapCollege;

#define CAP_N_COLLEGES (CAP_COLLEGE_PARTENAIRES + 1)

/* What files and commands call it; what a person calls it, in the user’s language. */
const char *cap_college_to_name   (CapCollege  self);
gboolean    cap_college_from_name (const char *name,
                                   CapCollege *self);
const char *cap_college_get_label (CapCollege  self);

/* Of someone who answers without a name: “S-07”. */
char       *cap_college_dup_code  (CapCollege  self,
                                   guint       number) G_GNUC_WARN_UNUSED_RESULT;
char       *cap_college_read_code (const char *typed,
                                   CapCollege *college) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
