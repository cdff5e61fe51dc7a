/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CAP_NUMBER_UNKNOWN -1

/**
 * CapMember:
 * @name: how the structure calls itself, never empty
 * @siret: (nullable): 14 digits
 * @kinds: (array zero-terminated=1): codes of its *conventionnements*; empty
 *   when not said yet
 * @region: (nullable): code of its delegation, see [func@Cap.region_get_label]
 * @department: (nullable): its code (“81”, “2A”)
 * @staff: permanent staff, or %CAP_NUMBER_UNKNOWN
 * @participants: *salariés en parcours* over a year, or %CAP_NUMBER_UNKNOWN
 * @fte_hundredths: full-time equivalents times 100, or %CAP_NUMBER_UNKNOWN
 * @sites: number of sites, or %CAP_NUMBER_UNKNOWN
 * @secondment: whether it places people at clients’ (*mise à disposition*)
 *
 * The profile of the structure that a dossier is about.
 */
typedef struct
{
  char     *name;
  char     *siret;
  GStrv     kinds;
  char     *region;
  char     *department;
  int       staff;
  int       participants;
  int       fte_hundredths;
  int       sites;
  gboolean  secondment;
} CapMember;

CapMember  *cap_member_new           (const char      *name) G_GNUC_WARN_UNUSED_RESULT;
CapMember  *cap_member_copy          (const CapMember *self) G_GNUC_WARN_UNUSED_RESULT;
void        cap_member_free          (CapMember       *self);

gboolean    cap_member_has_kind      (const CapMember *self,
                                      const char      *kind);
gboolean    cap_member_equal         (const CapMember *self,
                                      const CapMember *other);
gboolean    cap_kinds_imply_secondment (const char * const *kinds);

gboolean    cap_siret_is_valid       (const char      *siret);
char       *cap_siret_normalize      (const char      *text) G_GNUC_WARN_UNUSED_RESULT;
char       *cap_siret_format         (const char      *siret) G_GNUC_WARN_UNUSED_RESULT;

guint       cap_region_get_count     (void);
const char *cap_region_get_code      (guint            index);
const char *cap_region_get_label     (const char      *code);
const char *cap_region_find          (const char      *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapMember, cap_member_free)

G_END_DECLS
