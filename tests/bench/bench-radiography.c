/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The radiographie of a dossier of 5 000 commitments, 5 000 actions and 1 000 pieces, or as many times as
 * asked. The baseline is to fold the titles of those actions, which one of the checks cannot do without. */

#include <stdio.h>
#include <stdlib.h>

#include "base/cap-text.h"
#include "exchange/cap-catalogue-json.h"
#include "exchange/cap-framework-json.h"
#include "quality/cap-radiography.h"

#define TODAY    "2026-11-20"
#define N_ROUNDS 20

static void
add_commitment (CapDossier *dossier,
                guint       rank)
{
  CapRecord *record = cap_record_new (CAP_REGISTER_COMMITMENT, NULL);
  g_autofree char *code = g_strdup_printf ("2026-%04u", rank);

  cap_record_set (record, CAP_COMMITMENT_CODE, code);
  cap_record_set (record, CAP_COMMITMENT_TYPE, "validation");
  cap_record_set (record, CAP_COMMITMENT_SIGNED, "2026-01-05");
  cap_record_set (record, CAP_COMMITMENT_REVIEW, rank % 50 == 0 ? "2026-10-05" : "2026-12-05");
  g_ptr_array_add (dossier->registers[CAP_REGISTER_COMMITMENT], record);
}

static void
add_action (CapDossier *dossier,
            guint       rank)
{
  g_autofree char *title = g_strdup_printf ("Écrire la procédure numéro %u et la faire relire", rank);
  CapAction *action = cap_action_new (NULL, title);

  action->number = rank + 1;
  action->owner = rank % 50 == 0 ? NULL : g_strdup ("Direction");
  action->due = g_strdup_printf ("2027-%02u-%02u", 1 + rank % 12, 1 + rank % 28);
  cap_action_add_origin (action, CAP_ORIGIN_CRITERION, rank % 2 ? "A1.1" : "B2.3");
  g_ptr_array_add (dossier->actions, action);
}

static void
add_piece (CapDossier *dossier,
           guint       rank)
{
  g_autofree char *title = g_strdup_printf ("Attestation %u", rank);
  CapEvidence *piece = cap_evidence_new (NULL, title, "Classeur 1", "2026-01-05");

  piece->number = rank + 1;
  piece->expires = g_strdup (rank % 50 == 0 ? "2026-10-05" : "2027-10-05");
  g_ptr_array_add (dossier->evidence, piece);
}

static CapDossier *
new_dossier (guint times)
{
  CapDossier *dossier = cap_dossier_new ("id", cap_member_new ("Une structure"));
  g_autoptr(CapFramework) framework = cap_framework_json_load_default ();

  g_ptr_array_add (dossier->evaluations, cap_evaluation_new ("e", 1, TODAY, CAP_MODE_CAP, framework));
  for (guint i = 0; i < 5000 * times; i++)
    {
      add_commitment (dossier, i);
      add_action (dossier, i);
    }
  for (guint i = 0; i < 1000 * times; i++)
    add_piece (dossier, i);

  return dossier;
}

static double
measure_folding (const CapDossier *dossier)
{
  gint64 best = G_MAXINT64;

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      gint64 start = g_get_monotonic_time ();

      for (guint i = 0; i < dossier->actions->len; i++)
        g_free (cap_text_fold (((CapAction *) g_ptr_array_index (dossier->actions, i))->title));
      best = MIN (best, g_get_monotonic_time () - start);
    }

  return (double) best / 1000;
}

int
main (int   argc,
      char *argv[])
{
  const guint times = argc > 1 ? (guint) strtoul (argv[1], NULL, 10) : 1;
  g_autoptr(CapDossier) dossier = new_dossier (times);
  g_autoptr(CapCatalogue) catalogue = cap_catalogue_json_load_default ();
  gint64 best = G_MAXINT64;
  guint n_alerts = 0;

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr(CapRadiography) radiography = cap_radiography_new (dossier, catalogue, TODAY);

      best = MIN (best, g_get_monotonic_time () - start);
      n_alerts = radiography->alerts->len;
    }

  printf ("radiography of %u commitments, %u actions, %u pieces: %.1f ms, %u alerts\n", 5000 * times,
          5000 * times, 1000 * times, (double) best / 1000, n_alerts);
  printf ("folding the titles of its actions: %.1f ms\n", measure_folding (dossier));

  return 0;
}
