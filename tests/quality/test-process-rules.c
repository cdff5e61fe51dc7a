/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quality/cap-process-rules.h"
#include "quality/cap-record-rules.h"
#include "tests/model/memory-dossier.h"

static CapDossier *
new_dossier (void)
{
  return cap_dossier_new ("id", cap_member_new ("Une structure"));
}

static CapRecord *
add_process (CapDossier *dossier,
             const char *code,
             const char *kind,
             int         place,
             const char *feeds)
{
  CapRecord *process = cap_record_new (CAP_REGISTER_PROCESS, NULL);

  cap_record_set (process, CAP_PROCESS_CODE, code);
  cap_record_set (process, CAP_PROCESS_NAME, code);
  cap_record_set (process, CAP_PROCESS_KIND, kind);
  cap_record_set_number (process, CAP_PROCESS_PLACE, place);
  cap_record_set (process, CAP_PROCESS_FEEDS, feeds);
  g_ptr_array_add (dossier->registers[CAP_REGISTER_PROCESS], process);

  return process;
}

static char *
dup_order (const CapDossier *dossier)
{
  g_autoptr(GPtrArray) list = cap_process_list (dossier);
  GString *order = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (order, "%s%s", i > 0 ? " " : "",
                            cap_record_get_code (g_ptr_array_index (list, i)));

  return g_string_free (order, FALSE);
}

static void
assert_order (const CapDossier *dossier,
              const char       *expected)
{
  g_autofree char *order = dup_order (dossier);

  g_assert_cmpstr (order, ==, expected);
}

/* By band; where people placed them; then by code. */
static void
test_order (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();

  add_process (dossier, "P-10", "realisation", CAP_NUMBER_UNSET, NULL);
  add_process (dossier, "P-2", "realisation", CAP_NUMBER_UNSET, NULL);
  add_process (dossier, "P-3", "support", 0, NULL);
  add_process (dossier, "P-4", "management", 999, NULL);
  add_process (dossier, "P-5", "realisation", 7, NULL);
  add_process (dossier, "P-6", "realisation", 0, NULL);

  assert_order (dossier, "P-4 P-6 P-5 P-2 P-10 P-3");
}

static void
test_move (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  CapRecord *last;
  g_autofree char *id = NULL;
  g_autoptr(CapCommand) move = NULL;
  g_autoptr(CapCommand) none = NULL;
  g_autoptr(CapCommand) back = NULL;

  add_process (dossier, "P-1", "realisation", 1, NULL);
  add_process (dossier, "P-2", "realisation", CAP_NUMBER_UNSET, NULL);
  add_process (dossier, "P-9", "support", 5, NULL);
  last = add_process (dossier, "P-3", "realisation", CAP_NUMBER_UNSET, NULL);
  id = g_strdup (last->id);
  g_assert_cmpuint (cap_process_get_rank (dossier, last), ==, 2);

  move = cap_process_move (dossier, last, 0);
  g_assert_cmpint (move->gesture, ==, CAP_GESTURE_RECORD);
  g_assert_cmpstr (move->detail, ==, "P-3");
  g_assert_cmpuint (move->edits->len, ==, 3);
  memory_dossier_apply (dossier, move);
  assert_order (dossier, "P-3 P-1 P-2 P-9");

  none = cap_process_move (dossier, cap_dossier_find_record (dossier, CAP_REGISTER_PROCESS, id), 0);
  g_assert_null (none);

  /* Beyond the last one is the end; only those whose place changes are put. */
  back = cap_process_move (dossier, cap_dossier_find_record (dossier, CAP_REGISTER_PROCESS, id), 77);
  memory_dossier_apply (dossier, back);
  assert_order (dossier, "P-1 P-2 P-3 P-9");
}

static void
assert_fault (const CapDossier *dossier,
              const CapRecord  *process,
              const char       *expected)
{
  g_autoptr(GPtrArray) faults = cap_record_check (process, dossier);

  g_assert_cmpstr (cap_record_faults_find (faults, CAP_PROCESS_FEEDS), ==, expected);
}

static void
test_feeds (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  CapRecord *one = add_process (dossier, "P-1", "realisation", 1, "P-2");
  CapRecord *other = add_process (dossier, "P-2", "support", 1, "P-1");
  g_autofree char *sentence = NULL;
  g_autofree char *short_sentence = NULL;

  assert_fault (dossier, one, NULL);
  assert_fault (dossier, other, NULL);

  cap_record_set (one, CAP_PROCESS_FEEDS, "P-2, P-1");
  assert_fault (dossier, one, "A process does not feed itself: leave its own code out");
  cap_record_set (one, CAP_PROCESS_FEEDS, "P-2, P-7");
  assert_fault (dossier, one, "No process is called “P-7”");

  cap_record_set (other, CAP_PROCESS_OWNER, "Directrice");
  sentence = cap_process_dup_sentence (dossier, other);
  g_assert_cmpstr (sentence, ==, "Support, in the charge of Directrice, feeds P-1");
  cap_record_set (one, CAP_PROCESS_FEEDS, NULL);
  short_sentence = cap_process_dup_sentence (dossier, one);
  g_assert_cmpstr (short_sentence, ==, "Realisation");
}

/* What is proposed to begin with is faultless, in three bands, and proposed once only. */
static void
test_first (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  g_autoptr(CapCommand) command = cap_process_propose (dossier);
  g_autoptr(CapCommand) again = NULL;
  const GPtrArray *processes = dossier->registers[CAP_REGISTER_PROCESS];

  memory_dossier_apply (dossier, command);
  g_assert_cmpuint (processes->len, ==, 10);
  for (guint i = 0; i < processes->len; i++)
    {
      g_autoptr(GPtrArray) faults = cap_record_check (g_ptr_array_index (processes, i), dossier);

      g_assert_cmpuint (faults->len, ==, 0);
      g_assert_nonnull (cap_record_get (g_ptr_array_index (processes, i), CAP_PROCESS_PURPOSE));
    }
  assert_order (dossier, "PR-01 PR-02 PR-03 PR-04 PR-05 PR-06 PR-07 PR-08 PR-09 PR-10");

  again = cap_process_propose (dossier);
  g_assert_null (again);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quality/process-rules/order", test_order);
  g_test_add_func ("/quality/process-rules/move", test_move);
  g_test_add_func ("/quality/process-rules/feeds", test_feeds);
  g_test_add_func ("/quality/process-rules/first", test_first);

  return g_test_run ();
}
