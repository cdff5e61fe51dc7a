/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/exchange-fixture.h"

#include "exchange/cap-actions-csv.h"
#include "exchange/cap-answers-csv.h"
#include "exchange/cap-indicators-csv.h"
#include "exchange/cap-register-csv.h"
#include "exchange/cap-votes-csv.h"
#include "fuzz/fuzz.h"

/* A list that was made in a spreadsheet: the first byte says which, then comes the file. */

#define NAME  "list.csv"
#define TODAY "2026-11-20"

/* Those with a form of their own; each register follows. */
enum { KIND_ANSWERS, KIND_VOTES, KIND_ACTIONS, KIND_INDICATORS, N_KINDS };

static CapDossier *dossier;

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  fuzz_start ();
  dossier = exchange_fixture_new_dossier ();

  return 0;
}

static CapCommand *
read_actions (GBytes     *source,
              GPtrArray **faults)
{
  g_autoptr(CapActionsCsv) csv = cap_actions_csv_new (source, NAME, faults);
  g_autoptr(CapActionsPreview) preview = NULL;
  G_GNUC_UNUSED g_autofree char *signature = NULL;

  if (csv == NULL)
    return NULL;

  signature = cap_actions_csv_dup_signature (csv);
  preview = cap_actions_csv_preview (csv, NULL, dossier, TODAY);
  g_clear_pointer (faults, g_ptr_array_unref);
  *faults = g_steal_pointer (&preview->faults);

  return g_steal_pointer (&preview->command);
}

static CapCommand *
read_register (GBytes           *source,
               CapRegisterKind   kind,
               GPtrArray       **faults)
{
  g_autoptr(CapRegisterPreview) preview = NULL;
  G_GNUC_UNUSED g_autofree char *summary = NULL;

  if (!cap_register_has_code (cap_register_get (kind)))
    return NULL; /* its lines belong to those of another register: nobody imports them */

  preview = cap_register_csv_preview (source, NAME, kind, dossier, TODAY);
  summary = cap_register_preview_dup_summary (preview);
  *faults = g_steal_pointer (&preview->faults);

  return g_steal_pointer (&preview->command);
}

static CapCommand *
read_list (guint       kind,
           GBytes     *source,
           GPtrArray **faults)
{
  switch (kind)
    {
    case KIND_ANSWERS:
      return cap_answers_csv_read (source, NAME, dossier, faults);

    case KIND_VOTES:
      return cap_votes_csv_read (source, NAME, dossier, faults);

    case KIND_ACTIONS:
      return read_actions (source, faults);

    case KIND_INDICATORS:
      return cap_indicators_csv_read (source, NAME, dossier, TODAY, faults);

    default:
      return read_register (source, kind - N_KINDS, faults);
    }
}

/* All rows or none, and a reason. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  FuzzInput input = { data, data + size };
  const guint kind = fuzz_input_below (&input, N_KINDS + CAP_N_REGISTERS);
  g_autoptr(GBytes) source = fuzz_input_rest (&input);
  g_autoptr(GPtrArray) faults = NULL;
  g_autoptr(CapCommand) command = read_list (kind, source, &faults);

  g_assert_true (command == NULL || faults == NULL || faults->len == 0);
  for (guint i = 0; faults != NULL && i < faults->len; i++)
    g_assert_true (g_utf8_validate (g_ptr_array_index (faults, i), -1, NULL));

  return 0;
}
