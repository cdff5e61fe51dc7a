/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quality/cap-commitment-rules.h"

#include "quality/cap-record-rules.h"
#include "tests/model/memory-dossier.h"

#define TODAY "2026-11-20"

static CapDossier *
new_dossier (void)
{
  return cap_dossier_new ("id", cap_member_new ("Une structure"));
}

static void
put (CapDossier      *dossier,
     const CapRecord *record)
{
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_RECORD, "");

  cap_command_put_record (command, record);
  memory_dossier_apply (dossier, command);
}

/* Three clicks: the code, the day and the first review are there already. */
static void
test_new (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  g_autoptr(CapRecord) commitment = cap_commitment_new (dossier, "decouverte", TODAY);
  g_autoptr(GPtrArray) faults = cap_record_check (commitment, dossier);
  g_autoptr(CapRecord) second = NULL;

  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_cmpstr (cap_record_get_code (commitment), ==, "2026-001");
  g_assert_cmpstr (cap_record_get (commitment, CAP_COMMITMENT_SIGNED), ==, TODAY);
  g_assert_cmpstr (cap_record_get (commitment, CAP_COMMITMENT_REVIEW), ==, "2027-05-20");

  put (dossier, commitment);
  second = cap_commitment_new (dossier, "validation", TODAY);
  g_assert_cmpstr (cap_record_get_code (second), ==, "2026-002");
}

static void
test_next_review (void)
{
  static const struct { const char *since; const char *next; } cases[] = {
    { "2026-08-31", "2027-02-28" }, { "2026-01-15", "2026-07-15" }, { "soon", NULL }, { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *next = cap_commitment_dup_next_review (cases[i].since);

      g_assert_cmpstr (next, ==, cases[i].next);
    }
}

/* A review is kept with the day it was due, and the next one takes its place, in one gesture. */
static void
test_review (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  g_autoptr(CapRecord) commitment = cap_commitment_new (dossier, "validation", "2026-05-10");
  g_autoptr(CapCommand) command = NULL;
  g_autoptr(CapCommand) last = NULL;
  g_autoptr(GPtrArray) reviews = NULL;
  const CapRecord *after;

  put (dossier, commitment);
  command = cap_commitment_new_review_command (commitment, "2026-11-15", "2027-05-15");
  g_assert_cmpint (command->gesture, ==, CAP_GESTURE_RECORD);
  g_assert_cmpstr (command->detail, ==, "2026-001");
  memory_dossier_apply (dossier, command);

  after = cap_dossier_find_record (dossier, CAP_REGISTER_COMMITMENT, commitment->id);
  g_assert_cmpstr (cap_record_get (after, CAP_COMMITMENT_REVIEW), ==, "2027-05-15");
  reviews = cap_dossier_list_parts (dossier, CAP_REGISTER_COMMITMENT_REVIEW, commitment->id);
  g_assert_cmpuint (reviews->len, ==, 1);
  g_assert_cmpstr (cap_record_get (g_ptr_array_index (reviews, 0), CAP_COMMITMENT_REVIEW_DUE), ==,
                   "2026-11-10");
  g_assert_cmpstr (cap_record_get (g_ptr_array_index (reviews, 0), CAP_COMMITMENT_REVIEW_HELD), ==,
                   "2026-11-15");

  last = cap_commitment_new_review_command (after, TODAY, NULL);
  memory_dossier_apply (dossier, last);
  after = cap_dossier_find_record (dossier, CAP_REGISTER_COMMITMENT, commitment->id);
  g_assert_null (cap_record_get (after, CAP_COMMITMENT_REVIEW));
}

static void
test_review_checks (void)
{
  static const struct { const char *held; const char *next; gboolean allowed; } cases[] = {
    { "2026-11-15", "2027-05-15", TRUE }, { "2026-11-15", NULL, TRUE }, { TODAY, NULL, TRUE },
    { "2026-11-21", NULL, FALSE },        { "2026-05-09", NULL, FALSE }, { NULL, NULL, FALSE },
    { "2026-11-15", "2026-11-15", FALSE }, { "2026-11-15", "soon", FALSE },
  };
  g_autoptr(CapDossier) dossier = new_dossier ();
  g_autoptr(CapRecord) commitment = cap_commitment_new (dossier, "validation", "2026-05-10");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *fault = cap_commitment_check_review (dossier, commitment, cases[i].held,
                                                             cases[i].next, TODAY);

      g_assert_cmpint (fault == NULL, ==, cases[i].allowed);
    }
}

/* Reviews follow each other, and the end follows them. */
static void
test_review_order (void)
{
  static const struct { const char *held; const char *fault; } cases[] = {
    { "2026-08-31", "The review would come before the last one that was held" },
    { "2026-09-01", NULL },
    { "2026-10-01", NULL },
    { "2026-10-02", "The review would come after the end" },
  };
  g_autoptr(CapDossier) dossier = new_dossier ();
  g_autoptr(CapRecord) commitment = cap_commitment_new (dossier, "validation", "2026-05-10");
  g_autoptr(CapCommand) command = NULL;
  g_autoptr(CapRecord) other = NULL;
  g_autoptr(CapCommand) unrelated = NULL;

  put (dossier, commitment);
  command = cap_commitment_new_review_command (commitment, "2026-09-01", NULL);
  memory_dossier_apply (dossier, command);
  other = cap_commitment_new (dossier, "validation", "2026-05-10");
  put (dossier, other);
  unrelated = cap_commitment_new_review_command (other, "2026-11-01", NULL);
  memory_dossier_apply (dossier, unrelated);
  cap_record_set (commitment, CAP_COMMITMENT_CLOSED, "2026-10-01");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *fault = cap_commitment_check_review (dossier, commitment, cases[i].held, NULL, TODAY);

      g_assert_cmpstr (fault, ==, cases[i].fault);
    }
}

static void
test_end (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  g_autoptr(CapRecord) commitment = cap_commitment_new (dossier, "validation", "2026-05-10");
  g_autoptr(CapCommand) command = cap_commitment_new_end_command (commitment, TODAY, "durable");
  g_autofree char *early = cap_commitment_check_end (commitment, "2026-05-09", TODAY);
  g_autofree char *future = cap_commitment_check_end (commitment, "2026-11-21", TODAY);
  g_autofree char *fine = cap_commitment_check_end (commitment, TODAY, TODAY);
  const CapRecord *after;

  g_assert_nonnull (early);
  g_assert_nonnull (future);
  g_assert_null (fine);

  memory_dossier_apply (dossier, command);
  after = cap_dossier_find_record (dossier, CAP_REGISTER_COMMITMENT, commitment->id);
  g_assert_cmpstr (cap_record_get (after, CAP_COMMITMENT_CLOSED), ==, TODAY);
  g_assert_true (cap_record_is (after, CAP_COMMITMENT_OUTCOME, "durable"));
  g_assert_null (cap_record_get (after, CAP_COMMITMENT_REVIEW));
  g_assert_cmpint (cap_commitment_get_state (after, TODAY), ==, CAP_COMMITMENT_ENDED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quality/commitment-rules/new", test_new);
  g_test_add_func ("/quality/commitment-rules/next-review", test_next_review);
  g_test_add_func ("/quality/commitment-rules/review", test_review);
  g_test_add_func ("/quality/commitment-rules/review-checks", test_review_checks);
  g_test_add_func ("/quality/commitment-rules/review-order", test_review_order);
  g_test_add_func ("/quality/commitment-rules/end", test_end);

  return g_test_run ();
}
