/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "audit/cap-group-text.h"

#include <glib/gi18n.h>

/**
 * cap_group_dup_unseen:
 *
 * Returns: (transfer full) (nullable): how many sites no internal audit saw in the cycle, in the user’s
 *   language; %NULL when it saw them all
 */
char *
cap_group_dup_unseen (const CapGroup *group)
{
  g_autofree char *sentence = NULL;
  g_autofree char *never = NULL;

  g_return_val_if_fail (group != NULL, NULL);

  if (group->unseen->len == 0)
    return NULL;

  sentence = g_strdup_printf (ngettext ("%u site was seen by no internal audit in this cycle: it must be "
                                        "before the certification body comes.",
                                        "%u sites were seen by no internal audit in this cycle: all must be "
                                        "before the certification body comes.", group->unseen->len),
                              group->unseen->len);
  if (group->n_never > 0)
    never = g_strdup_printf (ngettext ("%u was never audited inside.", "%u were never audited inside.",
                                       group->n_never), group->n_never);

  return g_strjoin (" ", sentence, never, NULL);
}

/**
 * cap_group_dup_blocking:
 * @site: with a major nonconformity that is open
 *
 * Returns: (transfer full): what follows from it for the group
 */
char *
cap_group_dup_blocking (const CapGroupSite *site)
{
  g_return_val_if_fail (site != NULL, NULL);

  /* Translators: %s is the name of a site */
  return g_strdup_printf (_("A major nonconformity is open at %s: it blocks the certificate of the whole "
                            "group."), cap_record_get (site->record, CAP_SITE_NAME));
}

/**
 * cap_group_dup_widespread:
 * @clause: of @group, widespread
 *
 * Returns: (transfer full): on how many of the sites seen it has a minor nonconformity, and what that means
 */
char *
cap_group_dup_widespread (const CapGroup       *group,
                          const CapGroupClause *clause)
{
  g_return_val_if_fail (group != NULL && clause != NULL, NULL);

  /* Translators: the number of a clause, then how many sites, of how many */
  return g_strdup_printf (ngettext ("Clause %1$s: a minor nonconformity at %2$u of the %3$u site "
                                    "seen lately. It may be one of the group.",
                                    "Clause %1$s: a minor nonconformity at %2$u of the %3$u sites "
                                    "seen lately. It may be one of the group.", group->n_seen),
                          clause->number, clause->n_sites, group->n_seen);
}
