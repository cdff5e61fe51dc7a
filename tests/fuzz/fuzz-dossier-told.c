/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-catalogue-json.h"
#include "exchange/cap-dossier-json.h"
#include "exchange/cap-matrix-json.h"
#include "exchange/cap-plan-csv.h"
#include "exchange/cap-plan-figures-json.h"
#include "exchange/cap-plan-ics.h"
#include "exchange/cap-plan-json.h"
#include "exchange/cap-radiography-json.h"
#include "exchange/cap-readiness-json.h"
#include "exchange/cap-readings-json.h"
#include "exchange/cap-review-json.h"
#include "exchange/cap-score-json.h"
#include "exchange/cap-summary-json.h"
#include "exchange/cap-votes-json.h"
#include "fuzz/dossiers.h"
#include "plan/cap-proposal.h"
#include "store/cap-snapshot.h"

/* A dossier whose rows say anything that opens: all that the program makes of it. */

#define TODAY "2026-11-20"
#define NOW   1795132800

static CapDb *db;
static CapCatalogue *catalogue;

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  fuzz_dossiers_start ();
  db = fuzz_dossiers_open (fuzz_dossiers_get_mine ());
  catalogue = cap_catalogue_json_load_default ();

  return 0;
}

/* Takes @text. To read it again would take longer than all the rest. */
static void
check (char *text)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_free (text);
}

static void
tell_evaluation (const CapDossier    *dossier,
                 const CapEvaluation *evaluation)
{
  g_autoptr(CapPhotograph) photograph = cap_photograph_new (evaluation, dossier->member);
  g_autoptr(GPtrArray) proposals = cap_proposals_list (photograph, dossier->actions, dossier->set_asides,
                                                       TODAY);

  check (cap_score_json_write (evaluation, photograph));
  check (cap_readings_json_write (evaluation, photograph));
  check (cap_plan_json_write_proposals (proposals, evaluation->framework));
  check (cap_votes_json_write (dossier, evaluation));
}

static void
tell_plan (const CapDossier *dossier)
{
  check (cap_plan_json_write (dossier));
  check (cap_plan_week_json_write (dossier, TODAY));
  check (cap_plan_figures_json_write (dossier, TODAY));
  check (cap_plan_csv_write (dossier));
  check (cap_plan_ics_write (dossier, NOW, TRUE));
}

static void
tell_quality (CapDossier *dossier)
{
  const GPtrArray *reviews = dossier->registers[CAP_REGISTER_MANAGEMENT_REVIEW];
  g_autoptr(CapRadiography) radiography = cap_radiography_new (dossier, catalogue, TODAY);
  g_autoptr(CapReadiness) readiness = cap_readiness_new (dossier, catalogue, TODAY);
  g_autoptr(CapMatrix) matrix = cap_matrix_new (dossier, catalogue, cap_dossier_get_current (dossier), TODAY);

  check (cap_radiography_json_write (radiography, TODAY));
  check (cap_readiness_json_write (readiness));
  check (cap_matrix_json_write (matrix));
  for (guint i = 0; i < reviews->len; i++)
    check (cap_review_json_write (dossier, g_ptr_array_index (reviews, i), TODAY));
}

static void
tell (CapDossier *dossier,
      guint       what)
{
  switch (what % 4)
    {
    case 0:
      check (cap_dossier_json_write (dossier));
      check (cap_summary_json_write (dossier));
      break;

    case 1:
      for (guint i = 0; i < dossier->evaluations->len; i++)
        tell_evaluation (dossier, g_ptr_array_index (dossier->evaluations, i));
      break;

    case 2:
      tell_plan (dossier);
      break;

    default:
      tell_quality (dossier);
      break;
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  FuzzInput input = { data, data + size };
  const guint what = fuzz_input_byte (&input);
  G_GNUC_UNUSED g_autoptr(CapTransaction) transaction = cap_transaction_begin (db, NULL);
  g_autoptr(GHashTable) frameworks = NULL;
  g_autoptr(CapDossier) dossier = NULL;

  if (!fuzz_dossiers_change_rows (db, &input))
    return 0;

  frameworks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) cap_framework_unref);
  dossier = cap_snapshot_read (db, frameworks, fuzz_dossiers_read_framework, NULL);
  if (dossier != NULL)
    tell (dossier, what);

  return 0;
}
