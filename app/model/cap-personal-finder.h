/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CapPersonalKind:
 * @CAP_PERSONAL_MAIL: an e-mail address
 * @CAP_PERSONAL_PHONE: a French phone number
 * @CAP_PERSONAL_NIR: a number of the social security
 * @CAP_PERSONAL_NAME: a name of a list
 *
 * What tells who somebody is.
 */
typedef enum
{
  CAP_PERSONAL_MAIL,
  CAP_PERSONAL_PHONE,
  CAP_PERSONAL_NIR,
  CAP_PERSONAL_NAME,
} CapPersonalKind;

/**
 * CapPersonalSpan:
 * @start: in bytes
 * @length: in bytes
 * @name: of a name, its rank in the list
 * @key: the same for all the ways to write it
 */
typedef struct
{
  CapPersonalKind  kind;
  gsize            start;
  gsize            length;
  guint            name;
  char            *key;
} CapPersonalSpan;

/**
 * CapPersonalFinder:
 *
 * Finds in a text what may tell who somebody is. Immutable.
 */
typedef struct _CapPersonalFinder CapPersonalFinder;

CapPersonalFinder *cap_personal_finder_new       (const char * const       *names) G_GNUC_WARN_UNUSED_RESULT;
CapPersonalFinder *cap_personal_finder_new_for   (const char * const       *texts) G_GNUC_WARN_UNUSED_RESULT;
void               cap_personal_finder_free      (CapPersonalFinder        *self);
GPtrArray         *cap_personal_finder_find      (const CapPersonalFinder  *self,
                                                  const char               *text) G_GNUC_WARN_UNUSED_RESULT;

gboolean           cap_personal_is               (const char               *text,
                                                  CapPersonalKind          *kind,
                                                  char                    **key);
const char        *cap_personal_kind_get_name    (CapPersonalKind           self);
const char        *cap_personal_kind_get_label   (CapPersonalKind           self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapPersonalFinder, cap_personal_finder_free)

G_END_DECLS
