/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-checks-private.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "quality/cap-evidence-rules.h"

static void
add (CapCheckRun       *run,
     const CapEvidence *piece,
     const char        *code,
     char              *sentence)
{
  cap_check_run_add (run, piece->id, code, cap_address_new (CAP_ADDRESS_EVIDENCE, piece->id), sentence);
}

static void
find_expired (CapCheckRun *run)
{
  for (guint i = 0; i < run->dossier->evidence->len; i++)
    {
      const CapEvidence *piece = g_ptr_array_index (run->dossier->evidence, i);
      g_autofree char *code = NULL;
      g_autofree char *day = NULL;

      if (piece->removed != NULL || cap_evidence_get_expiry (piece, run->today) != CAP_EXPIRY_PAST)
        continue;

      code = cap_evidence_dup_code (piece);
      day = cap_date_format_long (piece->expires);
      /* Translators: the number of a piece of evidence, its title, a date */
      add (run, piece, code, g_strdup_printf (_("%1$s “%2$s” is out of date: it held until %3$s."),
                                              code, piece->title, day));
    }
}

static void
find_expiring (CapCheckRun *run)
{
  for (guint i = 0; i < run->dossier->evidence->len; i++)
    {
      const CapEvidence *piece = g_ptr_array_index (run->dossier->evidence, i);
      g_autofree char *code = NULL;
      g_autofree char *day = NULL;

      if (piece->removed != NULL || cap_evidence_get_expiry (piece, run->today) != CAP_EXPIRY_SOON)
        continue;

      code = cap_evidence_dup_code (piece);
      day = cap_date_format_long (piece->expires);
      /* Translators: the number of a piece of evidence, its title, a date */
      add (run, piece, code, g_strdup_printf (_("%1$s “%2$s” holds until %3$s only: ask for the next one."),
                                              code, piece->title, day));
    }
}

static void
find_emptied (CapCheckRun *run)
{
  for (guint i = 0; i < run->dossier->evidence->len; i++)
    {
      const CapEvidence *piece = g_ptr_array_index (run->dossier->evidence, i);
      g_autofree char *code = NULL;

      if (piece->removed != NULL || !cap_evidence_is_emptied (piece))
        continue;

      code = cap_evidence_dup_code (piece);
      /* Translators: the number of a piece of evidence, its title */
      add (run, piece, code,
           g_strdup_printf (_("%1$s “%2$s” shows nothing any more: its content was taken out with personal"
                              " data. Add a version without."), code, piece->title));
    }
}

const CapCheck cap_checks_evidence[] = {
  { "evidence-expired", CAP_CHECK_EVIDENCE, CAP_SEVERITY_SERIOUS,
    N_("Piece of evidence out of date"), find_expired },
  { "evidence-emptied", CAP_CHECK_EVIDENCE, CAP_SEVERITY_SERIOUS,
    N_("Piece of evidence without its content"), find_emptied },
  { "evidence-expiring", CAP_CHECK_EVIDENCE, CAP_SEVERITY_ADVICE,
    N_("Piece of evidence out of date within 30 days"), find_expiring },
};

const guint cap_n_checks_evidence = G_N_ELEMENTS (cap_checks_evidence);
