/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quality/cap-campaign.h"

#include <string.h>

#include "quality/cap-record-rules.h"
#include "sample.h"
#include "tests/model/memory-dossier.h"

#define TODAY "2026-11-26"

/* With one evaluation, on the sample framework. */
static CapDossier *
new_dossier (void)
{
  g_autoptr(CapFramework) framework = sample_framework_new ();
  CapDossier *dossier = cap_dossier_new ("id", cap_member_new ("Les Érables"));

  g_ptr_array_add (dossier->evaluations, cap_evaluation_new (NULL, 1, TODAY, CAP_MODE_CAP, framework));

  return dossier;
}

static const CapRecord *
begin (CapDossier *dossier)
{
  const CapEvaluation *evaluation = cap_dossier_get_current (dossier);
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_RECORD, "");
  g_autoptr(CapRecord) day = cap_campaign_new (dossier, evaluation, TODAY);
  g_autoptr(GPtrArray) faults = cap_record_check (day, dossier);

  g_assert_cmpuint (faults->len, ==, 0);
  cap_command_put_record (command, day);
  memory_dossier_apply (dossier, command);

  return cap_campaign_find (dossier, evaluation);
}

static void
expect (CapDossier *dossier,
        CapCollege  college,
        guint       expected)
{
  const CapRecord *day = cap_campaign_find (dossier, cap_dossier_get_current (dossier));
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_RECORD, "");

  cap_campaign_put_expected (command, dossier, day, college, expected);
  memory_dossier_apply (dossier, command);
}

static void
vote (CapDossier *dossier,
      const char *code,
      CapCollege  college)
{
  CapBallot *ballot = cap_ballot_new (NULL, code, college);

  cap_ballot_set_level (ballot, "A1.1", 2);
  g_ptr_array_add (cap_dossier_get_current (dossier)->ballots, ballot);
}

static char *
describe (CapDossier *dossier)
{
  g_autoptr(GPtrArray) seats = cap_campaign_list_seats (dossier, cap_dossier_get_current (dossier));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < seats->len; i++)
    {
      const CapSeat *seat = g_ptr_array_index (seats, i);

      g_string_append_printf (text, "%s%s%s ", seat->code, seat->expected ? "" : "!",
                              seat->ballot != NULL ? "+" : "");
    }

  return g_string_free (text, FALSE);
}

/* A college has one line, however often it changes. */
static void
test_expected (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  const CapRecord *day;

  g_assert_null (cap_campaign_find (dossier, cap_dossier_get_current (dossier)));
  day = begin (dossier);
  g_assert_cmpint (cap_record_get_number (day, CAP_CAMPAIGN_EVALUATION), ==, 1);
  expect (dossier, CAP_COLLEGE_PARCOURS, 12);
  expect (dossier, CAP_COLLEGE_PARCOURS, 3);
  g_assert_cmpuint (cap_campaign_get_expected (dossier, day, CAP_COLLEGE_PARCOURS), ==, 3);
  g_assert_cmpuint (cap_campaign_get_expected (dossier, day, CAP_COLLEGE_DIRECTION), ==, 0);
  g_assert_cmpuint (cap_campaign_get_expected (dossier, NULL, CAP_COLLEGE_PARCOURS), ==, 0);
  g_assert_cmpuint (dossier->registers[CAP_REGISTER_CAMPAIGN_COLLEGE]->len, ==, 1);
}

/* Who votes sits on her own place, however her code is typed; others come after those expected. */
static void
test_seats (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  g_autofree char *alone = NULL;
  g_autofree char *all = NULL;
  g_autoptr(GPtrArray) seats = NULL;
  g_autofree char *received = NULL;
  CapSeatCount count;

  vote (dossier, "p-02", CAP_COLLEGE_PERMANENTS);
  vote (dossier, "R12", CAP_COLLEGE_PARCOURS);
  alone = describe (dossier);
  g_assert_cmpstr (alone, ==, "p-02!+ R12!+ ");

  begin (dossier);
  expect (dossier, CAP_COLLEGE_DIRECTION, 1);
  expect (dossier, CAP_COLLEGE_PERMANENTS, 2);
  expect (dossier, CAP_COLLEGE_PARCOURS, 1);
  all = describe (dossier);
  g_assert_cmpstr (all, ==, "D-01 P-01 P-02+ S-01 R12!+ ");
  seats = cap_campaign_list_seats (dossier, cap_dossier_get_current (dossier));
  g_assert_cmpuint (cap_campaign_count_college (seats, 1), ==, 2);
  count = cap_campaign_count_seats (seats, 0, seats->len);
  received = cap_campaign_dup_received (&count);
  g_assert_cmpstr (received, ==, "1 of 4 questionnaires received · 1 that was not expected");
}

static void
test_read_code (void)
{
  static const struct { const char *typed; const char *code; CapCollege college; } cases[] = {
    { "S-07", "S-07", CAP_COLLEGE_PARCOURS }, { " s7 ", "S-07", CAP_COLLEGE_PARCOURS },
    { "b 12", "B-12", CAP_COLLEGE_BENEVOLES }, { "X-100", "X-100", CAP_COLLEGE_PARTENAIRES },
    { "Z-01", NULL, 0 }, { "S", NULL, 0 }, { "7", NULL, 0 }, { "S-0", NULL, 0 }, { "Sarah 3", NULL, 0 },
    { "S-7b", NULL, 0 }, { "", NULL, 0 }, { "S-99999", NULL, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CapCollege college = 0;
      g_autofree char *code = cap_college_read_code (cases[i].typed, &college);

      g_assert_cmpstr (code, ==, cases[i].code);
      g_assert_cmpint (college, ==, cases[i].college);
    }
}

/* What is known is said, and nothing else. */
static void
test_invitation (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  g_autoptr(CapRecord) day = cap_record_copy (begin (dossier));
  g_autofree char *bare = cap_campaign_dup_invitation (dossier, cap_dossier_get_current (dossier), day);
  g_autofree char *full = NULL;

  g_assert_nonnull (strstr (bare, "When: Thursday 26 November 2026\n"));
  g_assert_null (strstr (bare, "Where"));
  g_assert_nonnull (strstr (bare, "Les Érables"));
  g_assert_nonnull (strstr (bare, "anonymous"));
  cap_record_set (day, CAP_CAMPAIGN_PLACE, "La grande salle");
  cap_record_set (day, CAP_CAMPAIGN_START, "09:00");
  cap_record_set (day, CAP_CAMPAIGN_FINISH, "17:00");
  full = cap_campaign_dup_invitation (dossier, cap_dossier_get_current (dossier), day);
  g_assert_nonnull (strstr (full, "When: Thursday 26 November 2026, from 09:00 to 17:00\n"
                                  "Where: La grande salle"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quality/campaign/expected", test_expected);
  g_test_add_func ("/quality/campaign/seats", test_seats);
  g_test_add_func ("/quality/campaign/read-code", test_read_code);
  g_test_add_func ("/quality/campaign/invitation", test_invitation);

  return g_test_run ();
}
