/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-readiness-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "audit/cap-programme.h"
#include "quality/cap-address.h"

/* The part of the dossier d’audit that holds audits and findings. */
#define PART_OF_AUDITS 10

typedef CapStanding (*Judge) (const CapReadinessContext *context,
                              const CapRecord           *record);

/**
 * Expected:
 * @name: never translated
 * @judge: where one record stands; that of the best counts, so that none is better taken away
 * @sentences: by standing: missing, out of date, weak, there
 */
typedef struct
{
  const char      *name;
  const char      *title;
  CapRegisterKind  kind;
  Judge            judge;
  const char      *sentences[CAP_STANDING_THERE + 1];
} Expected;

/* An audit from inside counts once its report is out: before, there is nothing to show. */
static CapStanding
judge_audit (const CapReadinessContext *context,
             const CapRecord           *audit)
{
  const char *date = cap_record_get (audit, CAP_AUDIT_DATE);

  if (!cap_audit_is_internal (audit))
    return CAP_STANDING_MISSING;
  if (date == NULL || strcmp (date, context->today) > 0 || cap_record_get (audit, CAP_AUDIT_REPORTED) == NULL)
    return CAP_STANDING_WEAK;

  return strcmp (date, context->year_before) < 0 ? CAP_STANDING_OUTDATED : CAP_STANDING_THERE;
}

/* A line says when, what and who. */
static CapStanding
judge_line (const CapReadinessContext *context,
            const CapRecord           *line)
{
  const char *planned = cap_record_get (line, CAP_PROGRAMME_PLANNED);
  const gboolean says_what = cap_record_get (line, CAP_PROGRAMME_PROCESSES) != NULL ||
                             cap_record_get (line, CAP_PROGRAMME_REQUIREMENTS) != NULL ||
                             cap_record_get (line, CAP_PROGRAMME_SITES) != NULL;
  const guint n_said = (planned != NULL) + says_what + (cap_record_get (line, CAP_PROGRAMME_AUDITOR) != NULL);

  if (n_said < 3)
    return n_said > 0 ? CAP_STANDING_WEAK : CAP_STANDING_MISSING;

  return strcmp (planned, context->year_before) < 0 ? CAP_STANDING_OUTDATED : CAP_STANDING_THERE;
}

static const Expected expected[] = {
  { "audit-programme", N_("Programme of the audits"), CAP_REGISTER_PROGRAMME, judge_line,
    { N_("Plan the audits of the three years: who looks at what, and when."),
      N_("Its audits are all over a year old: plan the next ones."),
      N_("Say when, what and who for one audit at least."), N_("Audits are planned.") } },
  { "internal-audit", N_("Internal audit of the year"), CAP_REGISTER_AUDIT, judge_audit,
    { N_("Hold one: the programme prepares it."),
      N_("It will be over a year old on the day of the audit."),
      N_("It is still to be held, or its report to be handed over."),
      N_("It is held, and its report is out.") } },
};

static void
add_expected (const CapReadinessContext *context,
              const Expected            *what,
              GPtrArray                 *items)
{
  const GPtrArray *records = context->dossier->registers[what->kind];
  const CapRecord *best = NULL;
  CapStanding standing = CAP_STANDING_MISSING;
  CapReadinessItem *item;

  for (guint i = 0; i < records->len; i++)
    {
      const CapRecord *record = g_ptr_array_index (records, i);
      const CapStanding found = what->judge (context, record);

      if (found <= standing)
        continue;

      standing = found;
      best = record;
    }

  item = cap_readiness_item_new (what->name, PART_OF_AUDITS, CAP_WORK_REVIEW, standing);
  item->title = g_strdup (gettext (what->title));
  item->sentence = g_strdup (gettext (what->sentences[standing]));
  item->address = best != NULL
                  ? cap_address_new_for_record (best)
                  : cap_address_new (CAP_ADDRESS_REGISTER, cap_register_get (what->kind)->name);
  g_ptr_array_add (items, item);
}

/* Adds what the registers of audits are expected to hold, whatever the clause. */
void
cap_readiness_add_audits (const CapReadinessContext *context,
                          GPtrArray                 *items)
{
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    add_expected (context, &expected[i], items);
}
