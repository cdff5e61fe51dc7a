/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-catalogue.h"
#include "model/cap-dossier.h"

G_BEGIN_DECLS

/**
 * CapGroupSite:
 * @record: the line of the register
 * @central: whether it is the central function
 * @category: (nullable): what it does, in the words of the group
 * @staff: how many people, or %CAP_NUMBER_UNSET
 * @internal: (nullable): day of its last internal audit
 * @external: (nullable): day of its last outside audit
 * @n_external: how many outside audits saw it in this cycle
 * @n_open: how many nonconformities are open
 * @major: whether one of them is of the most severe grade
 * @inside: whether an internal audit saw it in this cycle
 */
typedef struct
{
  const CapRecord *record;
  gboolean         central;
  const char      *category;
  int              staff;
  const char      *internal;
  const char      *external;
  guint            n_external;
  guint            n_open;
  gboolean         major;
  gboolean         inside;
} CapGroupSite;

/**
 * CapGroupClause:
 * @number: “8.4.1”
 * @n_sites: how many of the sites seen have a minor nonconformity on it
 * @n_open: how many of those are not settled
 * @widespread: whether it may be one of the group: it is on several sites, on a great part of those
 *   seen, and not settled everywhere
 */
typedef struct
{
  char     *number;
  guint     n_sites;
  guint     n_open;
  gboolean  widespread;
} CapGroupClause;

/**
 * CapGroup:
 * @since: the first day of the cycle
 * @sites: (element-type CapGroupSite): those that have not left, by code
 * @n_population: how many there are besides the central function
 * @n_staff: how many people work there
 * @unseen: (element-type CapGroupSite): no internal audit saw them in this cycle
 * @n_never: how many of those were never seen by any
 * @blocking: (element-type CapGroupSite): with an open major nonconformity
 * @n_seen: how many sites were seen from outside over a year, or in the latest sample, besides the
 *   central function
 * @clauses: (element-type CapGroupClause): those on which one of them has a minor nonconformity, the
 *   most widespread first
 *
 * How the sites of a group stand, on a day.
 */
typedef struct
{
  char      *since;
  GPtrArray *sites;
  guint      n_population;
  guint      n_staff;
  GPtrArray *unseen;
  guint      n_never;
  GPtrArray *blocking;
  guint      n_seen;
  GPtrArray *clauses;

  /*< private >*/
  CapDossier *dossier;
} CapGroup;

CapGroup           *cap_group_new       (CapDossier         *dossier,
                                         const CapCatalogue *catalogue,
                                         const char         *today) G_GNUC_WARN_UNUSED_RESULT;
void                cap_group_free      (CapGroup           *self);
const CapGroupSite *cap_group_find_site (const CapGroup     *self,
                                         const char         *code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapGroup, cap_group_free)

G_END_DECLS
