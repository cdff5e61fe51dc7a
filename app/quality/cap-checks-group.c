/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-checks-private.h"

#include <glib/gi18n.h>

#include "audit/cap-group-text.h"
#include "audit/cap-programme.h"

/* Whether an audit from outside is dated today or later. */
static gboolean
is_awaited (const CapCheckRun *run)
{
  const GPtrArray *audits = run->dossier->registers[CAP_REGISTER_AUDIT];

  for (guint i = 0; i < audits->len; i++)
    {
      const CapRecord *audit = g_ptr_array_index (audits, i);
      const char *date = cap_record_get (audit, CAP_AUDIT_DATE);

      if (!cap_audit_is_internal (audit) && date != NULL && !cap_check_is_past (date, run->today))
        return TRUE;
    }

  return FALSE;
}

static void
find_blocked (CapCheckRun *run)
{
  const CapGroup *group = run->group;

  for (guint i = 0; group != NULL && i < group->blocking->len; i++)
    {
      const CapGroupSite *site = g_ptr_array_index (group->blocking, i);

      cap_check_run_add_record (run, site->record, cap_group_dup_blocking (site));
    }
}

/* One alert for all, that is not set aside for the cycles to come. */
static void
find_unseen (CapCheckRun *run)
{
  const CapGroup *group = run->group;
  CapAlert *alert;

  if (group == NULL || group->unseen->len == 0)
    return;

  alert = cap_check_run_add_register (run, CAP_REGISTER_SITE, group->since, cap_group_dup_unseen (group));
  if (is_awaited (run))
    alert->severity = CAP_SEVERITY_SERIOUS;
}

static void
find_widespread (CapCheckRun *run)
{
  const CapGroup *group = run->group;

  for (guint i = 0; group != NULL && i < group->clauses->len; i++)
    {
      const CapGroupClause *clause = g_ptr_array_index (group->clauses, i);
      g_autofree char *name = NULL;

      if (!clause->widespread)
        continue;

      /* Translators: %s is the number of a clause */
      name = g_strdup_printf (_("clause %s"), clause->number);
      cap_check_run_add (run, clause->number, name, cap_address_new (CAP_ADDRESS_REQUIREMENT, clause->number),
                         cap_group_dup_widespread (group, clause));
    }
}

static void
find_no_central (CapCheckRun *run)
{
  const CapGroup *group = run->group;

  if (group != NULL && group->n_population == group->sites->len)
    cap_check_run_add_register (run, CAP_REGISTER_SITE, "central",
                                g_strdup (_("No site is the central function: it is the one that is audited"
                                            " each year, and that answers for all.")));
}

const CapCheck cap_checks_group[] = {
  { "group-blocked", CAP_CHECK_GROUP, CAP_SEVERITY_SERIOUS,
    N_("Site whose major nonconformity blocks the group"), find_blocked },
  { "group-sites-not-audited", CAP_CHECK_GROUP, CAP_SEVERITY_LOOK,
    N_("Sites that no internal audit saw in this cycle"), find_unseen },
  { "group-nonconformity-widespread", CAP_CHECK_GROUP, CAP_SEVERITY_LOOK,
    N_("Minor nonconformity that may be one of the group"), find_widespread },
  { "group-without-centre", CAP_CHECK_GROUP, CAP_SEVERITY_LOOK, N_("Group without a central function"),
    find_no_central },
};

const guint cap_n_checks_group = G_N_ELEMENTS (cap_checks_group);
