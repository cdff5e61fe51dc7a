/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-plan-ics.h"

#include <libical/ical.h>
#include <string.h>

#include "exchange/exchange-fixture.h"

#define NOW 1795132800 /* 20 November 2026, at midnight */

static CapDossier *
make_dossier (CapAction *action)
{
  CapDossier *dossier = cap_dossier_new ("some-dossier", cap_member_new ("Les Érables"));

  action->number = 12;
  dossier->revision = 41;
  g_ptr_array_add (dossier->actions, action);

  return dossier;
}

static icalcomponent *
parse (const CapDossier *dossier,
       gboolean          with_todos)
{
  g_autofree char *text = cap_plan_ics_write (dossier, NOW, with_todos);
  icalcomponent *calendar = icalparser_parse_string (text);

  g_assert_nonnull (calendar);
  g_assert_cmpint (icalcomponent_isa (calendar), ==, ICAL_VCALENDAR_COMPONENT);
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);

  return calendar;
}

static icalcomponent *
find (icalcomponent          *calendar,
      icalcomponent_kind      kind,
      const char             *uid)
{
  for (icalcomponent *at = icalcomponent_get_first_component (calendar, kind); at != NULL;
       at = icalcomponent_get_next_component (calendar, kind))
    {
      if (g_str_equal (icalcomponent_get_uid (at), uid))
        return at;
    }

  return NULL;
}

static void
assert_day (struct icaltimetype  day,
            const char          *expected)
{
  g_assert_true (icaltime_is_date (day));
  g_assert_cmpstr (icaltime_as_ical_string (day), ==, expected);
}

static void
test_due (void)
{
  CapAction *action = cap_action_new ("0f", "Écrire, relire ; \"publier\" \\ l’été");
  g_autoptr(CapDossier) dossier = make_dossier (action);
  icalcomponent *calendar;
  icalcomponent *event;
  icalcomponent *alarm;
  icalproperty *category;

  action->due = g_strdup ("2028-02-29");
  action->owner = g_strdup ("Qualité");
  action->description = g_strdup ("Première ligne\nseconde\tligne\001");
  calendar = parse (dossier, FALSE);

  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_ANY_COMPONENT), ==, 1);
  event = find (calendar, ICAL_VEVENT_COMPONENT, "0f-due@cap-cedre.coorace.org");
  assert_day (icalcomponent_get_dtstart (event), "20280229");
  assert_day (icalcomponent_get_dtend (event), "20280301");
  g_assert_cmpstr (icalcomponent_get_summary (event), ==, "Due: Écrire, relire ; \"publier\" \\ l’été");
  g_assert_true (g_str_has_prefix (icalcomponent_get_description (event), "Première ligne\nseconde ligne\n"));
  g_assert_nonnull (strstr (icalcomponent_get_description (event), "\nIn charge: Qualité"));
  g_assert_cmpint (icalcomponent_get_sequence (event), ==, 41);
  g_assert_cmpint (icalcomponent_get_status (event), ==, ICAL_STATUS_CONFIRMED);
  g_assert_cmpstr (icaltime_as_ical_string (icalcomponent_get_dtstamp (event)), ==, "20261120T000000Z");
  category = icalcomponent_get_first_property (event, ICAL_CATEGORIES_PROPERTY);
  g_assert_cmpstr (icalproperty_get_categories (category), ==, "Progress plan");
  g_assert_cmpint (icalproperty_get_transp (icalcomponent_get_first_property (event, ICAL_TRANSP_PROPERTY)),
                   ==, ICAL_TRANSP_TRANSPARENT);

  alarm = icalcomponent_get_first_component (event, ICAL_VALARM_COMPONENT);
  g_assert_cmpint (icaldurationtype_as_int (icalproperty_get_trigger (icalcomponent_get_first_property (
                     alarm, ICAL_TRIGGER_PROPERTY)).duration), ==, -7 * 86400);
  icalcomponent_free (calendar);
}

/* The event of one action with this state, after its due date and check. */
static void
assert_events (CapActionState   state,
               const char      *checked,
               const char      *summary,
               gboolean         due_cancelled,
               gboolean         check_cancelled,
               int              n_alarms)
{
  CapAction *action = cap_action_new ("0f", "Écrire");
  g_autoptr(CapDossier) dossier = make_dossier (action);
  icalcomponent *calendar;
  icalcomponent *due;
  icalcomponent *check;

  action->due = g_strdup ("2026-10-01");
  action->check_due = g_strdup ("2026-12-31");
  action->checked = g_strdup (checked);
  action->state = state;
  calendar = parse (dossier, FALSE);
  due = find (calendar, ICAL_VEVENT_COMPONENT, "0f-due@cap-cedre.coorace.org");
  check = find (calendar, ICAL_VEVENT_COMPONENT, "0f-check@cap-cedre.coorace.org");

  g_assert_cmpstr (icalcomponent_get_summary (due), ==, summary);
  assert_day (icalcomponent_get_dtstart (due), "20261001");
  assert_day (icalcomponent_get_dtend (check), "20270101");
  g_assert_cmpint (icalcomponent_get_status (due) == ICAL_STATUS_CANCELLED, ==, due_cancelled);
  g_assert_cmpint (icalcomponent_get_status (check) == ICAL_STATUS_CANCELLED, ==, check_cancelled);
  g_assert_cmpint (icalcomponent_count_components (due, ICAL_VALARM_COMPONENT) +
                   icalcomponent_count_components (check, ICAL_VALARM_COMPONENT), ==, n_alarms);
  icalcomponent_free (calendar);
}

static void
test_states (void)
{
  assert_events (CAP_ACTION_STARTED, NULL, "Due: Écrire", FALSE, FALSE, 2);
  assert_events (CAP_ACTION_DONE, NULL, "Done: Écrire", FALSE, FALSE, 1);
  assert_events (CAP_ACTION_STARTED, "2026-12-31", "Due: Écrire", FALSE, TRUE, 1);
  assert_events (CAP_ACTION_STARTED, "2026-06-01", "Due: Écrire", FALSE, FALSE, 2);
  assert_events (CAP_ACTION_VERIFIED, "2026-11-01", "Done: Écrire", TRUE, TRUE, 0);
  assert_events (CAP_ACTION_ABANDONED, NULL, "Due: Écrire", TRUE, TRUE, 0);
}

/* What has no date, or none of the calendar, has no event. */
static void
test_no_date (void)
{
  CapAction *action = cap_action_new ("0f", "Écrire");
  g_autoptr(CapDossier) dossier = make_dossier (action);
  icalcomponent *calendar;

  action->due = g_strdup ("2027-02-29");
  calendar = parse (dossier, FALSE);
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_ANY_COMPONENT), ==, 0);
  icalcomponent_free (calendar);
}

static void
test_todos (void)
{
  CapAction *action = cap_action_new ("0f", "Écrire");
  g_autoptr(CapDossier) dossier = make_dossier (action);
  icalcomponent *calendar;
  icalcomponent *todo;

  action->start = g_strdup ("2026-10-01");
  action->due = g_strdup ("2026-10-01");
  action->done = g_strdup ("2026-09-30");
  action->state = CAP_ACTION_DONE;
  calendar = parse (dossier, TRUE);

  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VEVENT_COMPONENT), ==, 1);
  todo = find (calendar, ICAL_VTODO_COMPONENT, "0f-todo@cap-cedre.coorace.org");
  assert_day (icalcomponent_get_due (todo), "20261001");
  g_assert_null (icalcomponent_get_first_property (todo, ICAL_DTSTART_PROPERTY));
  g_assert_cmpint (icalcomponent_get_status (todo), ==, ICAL_STATUS_COMPLETED);
  g_assert_cmpstr (icaltime_as_ical_string (icalproperty_get_completed (icalcomponent_get_first_property (
                     todo, ICAL_COMPLETED_PROPERTY))), ==, "20260930T000000Z");
  icalcomponent_free (calendar);
}

/* RFC 5545: lines of 75 octets at most, that end with CRLF, cut between characters. */
static void
test_lines (void)
{
  g_autoptr(CapDossier) dossier = exchange_fixture_new_dossier ();
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  g_auto(GStrv) lines = NULL;

  for (guint i = 0; i < dossier->actions->len; i++)
    {
      CapAction *action = g_ptr_array_index (dossier->actions, i);

      g_free (action->description);
      action->description = g_strdup ("ééééééééééééééééééééééééééééééééééééééééééééééééééééééééé"
                                      "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀");
    }
  text = cap_plan_ics_write (dossier, NOW, TRUE);
  again = cap_plan_ics_write (dossier, NOW, TRUE);
  lines = g_strsplit (text, "\r\n", -1);

  g_assert_cmpstr (text, ==, again);
  g_assert_cmpstr (lines[0], ==, "BEGIN:VCALENDAR");
  g_assert_nonnull (strstr (text, "X-WR-CALNAME:"));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      g_assert_null (strpbrk (lines[i], "\r\n"));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/plan-ics/due", test_due);
  g_test_add_func ("/exchange/plan-ics/states", test_states);
  g_test_add_func ("/exchange/plan-ics/no-date", test_no_date);
  g_test_add_func ("/exchange/plan-ics/todos", test_todos);
  g_test_add_func ("/exchange/plan-ics/lines", test_lines);

  return g_test_run ();
}
