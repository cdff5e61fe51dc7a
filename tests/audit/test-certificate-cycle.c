/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "audit/cap-certificate-cycle.h"

#include <string.h>

#include "base/cap-date.h"
#include "exchange/cap-catalogue-json.h"

/* Events are written “kind day [expiry]”. */
typedef struct
{
  const char *decision;
  const char *expiry;
  const char *events[5];
  const char *today;
  const char *expected;
} Case;

static CapRecord *
new_certificate (const char *decision,
                 const char *expiry)
{
  CapRecord *certificate = cap_record_new (CAP_REGISTER_CERTIFICATE, NULL);

  cap_record_set (certificate, CAP_CERTIFICATE_CODE, "CE-01");
  cap_record_set (certificate, CAP_CERTIFICATE_DECISION, decision);
  cap_record_set (certificate, CAP_CERTIFICATE_EXPIRY, expiry);

  return certificate;
}

static void
add_event (GPtrArray       *events,
           const CapRecord *certificate,
           const char      *text)
{
  CapRecord *event = cap_record_new_part (CAP_REGISTER_CERTIFICATE_EVENT, NULL, certificate->id);
  g_auto(GStrv) words = g_strsplit (text, " ", 3);

  cap_record_set (event, CAP_CERTIFICATE_EVENT_KIND, words[0]);
  cap_record_set (event, CAP_CERTIFICATE_EVENT_DATE, words[1]);
  cap_record_set (event, CAP_CERTIFICATE_EVENT_EXPIRY, words[2]);
  g_ptr_array_add (events, event);
}

/* As “valid 1 start..expiry/restorable S1 first..last open S2 … R first.best..last ahead”. */
static char *
dump (const CapCertificateCycle *cycle)
{
  static const char * const states[] = {
    "to-come", "valid", "suspended", "restorable", "lapsed", "withdrawn",
  };
  static const char * const standings[] = { "held", "late", "open", "ahead" };
  GString *text = g_string_new (states[cycle->state]);

  g_string_append_printf (text, " %u %s..%s/%s", cycle->number, cycle->start, cycle->expiry,
                          cycle->restorable);
  if (cycle->since != NULL)
    g_string_append_printf (text, " since %s", cycle->since);
  for (guint i = 0; i < cycle->milestones->len; i++)
    {
      const CapMilestone *it = g_ptr_array_index (cycle->milestones, i);

      if (it->surveillance != 0)
        g_string_append_printf (text, "\nS%u %s..%s", it->surveillance, it->first, it->last);
      else
        g_string_append_printf (text, "\nR %s.%s..%s", it->first, it->best, it->last);
      g_string_append_printf (text, " %s", standings[it->standing]);
      if (it->held != NULL)
        g_string_append_printf (text, " %s", it->held);
    }

  return g_string_free (text, FALSE);
}

#define FIRST   "S1 2024-06-15..2025-06-15 "
#define SECOND  "\nS2 2026-01-01..2026-12-31 "
#define RENEWAL "\nR 2026-12-14.2027-04-14..2027-06-14 "
#define PLAIN   " 1 2024-06-15..2027-06-14/2027-12-14"

static const Case cases[] = {
  /* A whole cycle without anything noted. */
  { "2024-06-15", NULL, { NULL }, "2024-06-14",
    "to-come" PLAIN "\n" FIRST "ahead" SECOND "ahead" RENEWAL "ahead" },
  { "2024-06-15", NULL, { NULL }, "2024-06-15",
    "valid" PLAIN "\n" FIRST "open" SECOND "ahead" RENEWAL "ahead" },
  { "2024-06-15", NULL, { NULL }, "2025-06-15",
    "valid" PLAIN "\n" FIRST "open" SECOND "ahead" RENEWAL "ahead" },
  { "2024-06-15", NULL, { NULL }, "2025-06-16",
    "valid" PLAIN "\n" FIRST "late" SECOND "ahead" RENEWAL "ahead" },
  { "2024-06-15", NULL, { NULL }, "2026-01-01",
    "valid" PLAIN "\n" FIRST "late" SECOND "open" RENEWAL "ahead" },
  { "2024-06-15", NULL, { NULL }, "2026-12-14",
    "valid" PLAIN "\n" FIRST "late" SECOND "open" RENEWAL "open" },
  { "2024-06-15", NULL, { NULL }, "2027-06-14",
    "valid" PLAIN "\n" FIRST "late" SECOND "late" RENEWAL "open" },
  { "2024-06-15", NULL, { NULL }, "2027-06-15",
    "restorable" PLAIN "\n" FIRST "late" SECOND "late" RENEWAL "late" },
  { "2024-06-15", NULL, { NULL }, "2027-12-14",
    "restorable" PLAIN "\n" FIRST "late" SECOND "late" RENEWAL "late" },
  { "2024-06-15", NULL, { NULL }, "2027-12-15",
    "lapsed" PLAIN "\n" FIRST "late" SECOND "late" RENEWAL "late" },

  /* Surveillances: held before the end of the year of the decision, too late, in any order. */
  { "2024-06-15", NULL, { "surveillance 2024-11-20" }, "2025-02-01",
    "valid" PLAIN "\n" FIRST "held 2024-11-20\nS2 2025-01-01..2025-12-31 open" RENEWAL "ahead" },
  { "2024-06-15", NULL, { "surveillance 2026-02-01" }, "2026-02-01",
    "valid" PLAIN "\n" FIRST "held 2026-02-01\nS2 2027-01-01..2027-06-14 ahead" RENEWAL "ahead" },
  { "2024-06-15", NULL, { "surveillance 2027-02-01" }, "2027-02-01",
    "valid" PLAIN "\n" FIRST "held 2027-02-01" RENEWAL "open" },
  { "2024-06-15", NULL, { "surveillance 2026-05-05", "surveillance 2025-05-05" }, "2026-06-01",
    "valid" PLAIN "\n" FIRST "held 2025-05-05" SECOND "held 2026-05-05" RENEWAL "ahead" },
  { "2024-06-15", NULL, { "surveillance 2026-05-05", "surveillance 2025-05-05" }, "2025-06-01",
    "valid" PLAIN "\n" FIRST "held 2025-05-05" SECOND "ahead" RENEWAL "ahead" },
  { "2024-06-15", NULL, { "surveillance 2024-01-05", "scope 2024-08-01" }, "2025-06-01",
    "valid" PLAIN "\n" FIRST "open" SECOND "ahead" RENEWAL "ahead" },

  /* The 29th of February, the ends of months, a date that the certificate says. */
  { "2024-02-29", NULL, { NULL }, "2024-02-29",
    "valid 1 2024-02-29..2027-02-28/2027-08-28\nS1 2024-02-29..2025-02-28 open"
    "\nS2 2026-01-01..2026-12-31 ahead"
    "\nR 2026-08-28.2026-12-28..2027-02-28 ahead" },
  { "2025-03-01", NULL, { NULL }, "2025-03-01",
    "valid 1 2025-03-01..2028-02-29/2028-08-29\nS1 2025-03-01..2026-03-01 open"
    "\nS2 2027-01-01..2027-12-31 ahead"
    "\nR 2027-08-29.2027-12-29..2028-02-29 ahead" },
  { "2023-09-01", NULL, { NULL }, "2023-09-01",
    "valid 1 2023-09-01..2026-08-31/2027-02-28\nS1 2023-09-01..2024-09-01 open"
    "\nS2 2025-01-01..2025-12-31 ahead"
    "\nR 2026-02-28.2026-06-30..2026-08-31 ahead" },
  { "2024-01-01", NULL, { NULL }, "2024-01-01",
    "valid 1 2024-01-01..2026-12-31/2027-06-30\nS1 2024-01-01..2025-01-01 open"
    "\nS2 2026-01-01..2026-12-31 ahead"
    "\nR 2026-06-30.2026-10-31..2026-12-31 ahead" },
  { "2024-06-15", "2025-03-31", { NULL }, "2024-07-01",
    "valid 1 2024-06-15..2025-03-31/2025-09-30\nS1 2024-06-15..2025-03-31 open"
    "\nR 2024-09-30.2025-01-31..2025-03-31 ahead" },
  { "2024-06-15", "2024-06-15", { NULL }, "2024-06-15",
    "valid 1 2024-06-15..2024-06-15/2024-12-15\nS1 2024-06-15..2024-06-15 open"
    "\nR 2024-06-15.2024-06-15..2024-06-15 open" },
  { "2024-06-15", "2024-06-01", { NULL }, "2024-06-15",
    "valid" PLAIN "\n" FIRST "open" SECOND "ahead" RENEWAL "ahead" },

  /* Renewed before the expiry, on its day, with a date of its own; not yet. */
  { "2024-06-15", NULL, { "surveillance 2025-05-05", "renewed 2027-04-20" }, "2027-04-20",
    "valid 2 2027-04-20..2030-06-14/2030-12-14\nS1 2027-04-20..2028-04-20 open"
    "\nS2 2029-01-01..2029-12-31 ahead"
    "\nR 2029-12-14.2030-04-14..2030-06-14 ahead" },
  { "2024-06-15", NULL, { "renewed 2027-06-14", "surveillance 2028-01-10" }, "2028-02-01",
    "valid 2 2027-06-14..2030-06-14/2030-12-14\nS1 2027-06-14..2028-06-14 held 2028-01-10"
    "\nS2 2029-01-01..2029-12-31 ahead\nR 2029-12-14.2030-04-14..2030-06-14 ahead" },
  { "2024-06-15", NULL, { "renewed 2027-04-20 2030-04-19" }, "2027-05-01",
    "valid 2 2027-04-20..2030-04-19/2030-10-19\nS1 2027-04-20..2028-04-20 open"
    "\nS2 2029-01-01..2029-12-31 ahead"
    "\nR 2029-10-19.2030-02-19..2030-04-19 ahead" },
  { "2024-06-15", NULL, { "renewed 2027-04-20" }, "2027-04-19",
    "valid" PLAIN "\n" FIRST "late" SECOND "late" RENEWAL "open" },
  { "2025-03-01", NULL, { "renewed 2028-01-10" }, "2028-01-10",
    "valid 2 2028-01-10..2031-02-28/2031-08-28\nS1 2028-01-10..2029-01-10 open"
    "\nS2 2030-01-01..2030-12-31 ahead"
    "\nR 2030-08-28.2030-12-28..2031-02-28 ahead" },
  { "2021-06-15", NULL, { "renewed 2027-04-20", "renewed 2024-04-20" }, "2027-04-20",
    "valid 3 2027-04-20..2030-06-14/2030-12-14\nS1 2027-04-20..2028-04-20 open"
    "\nS2 2029-01-01..2029-12-31 ahead"
    "\nR 2029-12-14.2030-04-14..2030-06-14 ahead" },

  /* Restored in time, on the last day, too late; renewed once it expired is the same. */
  { "2024-06-15", NULL, { "restored 2027-09-01" }, "2027-08-31",
    "restorable" PLAIN "\n" FIRST "late" SECOND "late" RENEWAL "late" },
  { "2024-06-15", NULL, { "restored 2027-12-14" }, "2027-12-14",
    "valid 2 2027-12-14..2030-06-14/2030-12-14\nS1 2027-12-14..2028-12-14 open"
    "\nS2 2029-01-01..2029-12-31 ahead"
    "\nR 2029-12-14.2030-04-14..2030-06-14 ahead" },
  { "2024-06-15", NULL, { "renewed 2027-07-01" }, "2027-12-14",
    "valid 2 2027-07-01..2030-06-14/2030-12-14\nS1 2027-07-01..2028-07-01 open"
    "\nS2 2029-01-01..2029-12-31 ahead"
    "\nR 2029-12-14.2030-04-14..2030-06-14 ahead" },
  { "2024-06-15", NULL, { "restored 2027-12-15" }, "2027-12-15",
    "lapsed" PLAIN "\n" FIRST "late" SECOND "late" RENEWAL "late" },
  { "2024-06-15", NULL, { "renewed 2028-01-15 2031-01-14" }, "2028-02-01",
    "lapsed" PLAIN "\n" FIRST "late" SECOND "late" RENEWAL "late" },

  /* What happened once it expired does not count; restored before that only lifts a suspension. */
  { "2024-06-15", NULL, { "surveillance 2027-07-01", "suspended 2027-07-01" }, "2027-07-02",
    "restorable" PLAIN "\n" FIRST "late" SECOND "late" RENEWAL "late" },
  { "2024-06-15", NULL, { "suspended 2025-02-01", "restored 2027-06-14" }, "2027-06-14",
    "valid" PLAIN "\n" FIRST "late" SECOND "late" RENEWAL "open" },

  /* Suspended, resumed, withdrawn. */
  { "2024-06-15", NULL, { "suspended 2025-02-01" }, "2025-02-01",
    "suspended" PLAIN " since 2025-02-01\n" FIRST "open" SECOND "ahead" RENEWAL "ahead" },
  { "2024-06-15", NULL, { "resumed 2025-04-01", "suspended 2025-02-01" }, "2025-03-31",
    "suspended" PLAIN " since 2025-02-01\n" FIRST "open" SECOND "ahead" RENEWAL "ahead" },
  { "2024-06-15", NULL, { "resumed 2025-04-01", "suspended 2025-02-01" }, "2025-04-01",
    "valid" PLAIN "\n" FIRST "open" SECOND "ahead" RENEWAL "ahead" },
  { "2024-06-15", NULL, { "resumed 2025-02-01", "suspended 2025-02-01" }, "2025-02-01",
    "valid" PLAIN "\n" FIRST "open" SECOND "ahead" RENEWAL "ahead" },
  { "2024-06-15", NULL, { "suspended 2025-02-01" }, "2027-06-15",
    "restorable" PLAIN "\n" FIRST "late" SECOND "late" RENEWAL "late" },
  { "2024-06-15", NULL, { "surveillance 2025-05-05", "withdrawn 2026-02-01", "renewed 2027-04-20",
                          "resumed 2026-03-01" }, "2027-05-01",
    "withdrawn" PLAIN " since 2026-02-01\n" FIRST "held 2025-05-05" },
};

static void
test_cases (void)
{
  g_autoptr(CapCatalogue) catalogue = cap_catalogue_json_load_default ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CapRecord) certificate = new_certificate (cases[i].decision, cases[i].expiry);
      g_autoptr(GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_record_free);
      g_autoptr(CapCertificateCycle) cycle = NULL;
      g_autofree char *found = NULL;

      for (guint j = 0; j < G_N_ELEMENTS (cases[i].events) && cases[i].events[j] != NULL; j++)
        add_event (events, certificate, cases[i].events[j]);
      cycle = cap_certificate_cycle_new (certificate, events, catalogue->cycle, cases[i].today);
      found = dump (cycle);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

/* A line that is not filled in yet has no dates, and is not decided. */
static void
test_undecided (void)
{
  g_autoptr(CapCatalogue) catalogue = cap_catalogue_json_load_default ();
  g_autoptr(CapRecord) certificate = new_certificate (NULL, NULL);
  g_autoptr(GPtrArray) events = g_ptr_array_new ();
  g_autoptr(CapCertificateCycle) cycle = cap_certificate_cycle_new (certificate, events, catalogue->cycle,
                                                                    "2026-11-20");

  g_assert_cmpint (cycle->state, ==, CAP_CYCLE_TO_COME);
  g_assert_null (cycle->start);
  g_assert_null (cycle->expiry);
  g_assert_cmpuint (cycle->milestones->len, ==, 0);
  g_assert_null (cap_certificate_cycle_get_next (cycle));
}

static char *
dup_iso (const GDate *date)
{
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (date), g_date_get_month (date),
                          g_date_get_day (date));
}

/* Day by day, until the same day of the year three years later, or what comes instead of it. */
static char *
walk_to_expiry (GDate date)
{
  const GDate from = date;
  g_autofree char *eve = NULL;

  for (;;)
    {
      g_free (eve);
      eve = dup_iso (&date);
      g_date_add_days (&date, 1);
      if (g_date_get_year (&date) == g_date_get_year (&from) + 3 &&
          (g_date_get_month (&date) > g_date_get_month (&from) ||
           (g_date_get_month (&date) == g_date_get_month (&from) &&
            g_date_get_day (&date) >= g_date_get_day (&from))))
        return g_steal_pointer (&eve);
    }
}

/* Day by day, until the same day twelve months later, or the end of that month. */
static char *
walk_to_first_surveillance (GDate date)
{
  const GDate from = date;

  while (g_date_get_year (&date) == g_date_get_year (&from) ||
         g_date_get_month (&date) != g_date_get_month (&from) ||
         (g_date_get_day (&date) != g_date_get_day (&from) && !g_date_is_last_of_month (&date)))
    g_date_add_days (&date, 1);

  return dup_iso (&date);
}

/* Every decision of eight years. */
static void
test_calendar (void)
{
  g_autoptr(CapCatalogue) catalogue = cap_catalogue_json_load_default ();
  g_autoptr(GPtrArray) events = g_ptr_array_new ();
  GDate date;

  g_date_clear (&date, 1);
  for (g_date_set_dmy (&date, 1, 1, 2021); g_date_get_year (&date) < 2029; g_date_add_days (&date, 1))
    {
      g_autofree char *decision = dup_iso (&date);
      g_autofree char *expiry = walk_to_expiry (date);
      g_autofree char *surveillance = walk_to_first_surveillance (date);
      g_autoptr(CapRecord) certificate = new_certificate (decision, NULL);
      g_autoptr(CapCertificateCycle) cycle = cap_certificate_cycle_new (certificate, events, catalogue->cycle,
                                                                        decision);
      const CapMilestone *first = g_ptr_array_index (cycle->milestones, 0);

      g_assert_cmpstr (cycle->expiry, ==, expiry);
      g_assert_cmpstr (first->last, ==, surveillance);
      for (guint i = 0; i < cycle->milestones->len; i++)
        {
          const CapMilestone *it = g_ptr_array_index (cycle->milestones, i);

          g_assert_cmpstr (decision, <=, it->first);
          g_assert_cmpstr (it->first, <=, it->best);
          g_assert_cmpstr (it->best, <=, it->last);
          g_assert_cmpstr (it->last, <=, expiry);
        }
    }
}

/* All the days of a cycle and around it: each is in the state that its place gives, and the milestones
 * that are open are those whose days it is between. */
static void
walk_states (const char          *decision,
             const CapCycleRules *rules)
{
  g_autoptr(CapRecord) certificate = new_certificate (decision, NULL);
  g_autoptr(GPtrArray) events = g_ptr_array_new ();
  int day;

  g_assert_true (cap_date_to_days (decision, &day));
  for (int i = -3; i < 3 * 366 + 190; i++)
    {
      g_autofree char *today = cap_date_from_days (day + i);
      g_autoptr(CapCertificateCycle) cycle = cap_certificate_cycle_new (certificate, events, rules, today);
      const CapCycleState expected = i < 0                                   ? CAP_CYCLE_TO_COME
                                     : strcmp (today, cycle->expiry) <= 0     ? CAP_CYCLE_VALID
                                     : strcmp (today, cycle->restorable) <= 0 ? CAP_CYCLE_RESTORABLE
                                                                              : CAP_CYCLE_LAPSED;

      g_assert_cmpint (cycle->state, ==, expected);
      g_assert_cmpint (cap_certificate_cycle_runs (cycle), ==, expected == CAP_CYCLE_VALID);
      for (guint j = 0; j < cycle->milestones->len; j++)
        {
          const CapMilestone *it = g_ptr_array_index (cycle->milestones, j);

          g_assert_cmpint (it->standing == CAP_MILESTONE_OPEN, ==,
                           cap_date_is_within (today, it->first, it->last));
          g_assert_cmpint (it->standing == CAP_MILESTONE_LATE, ==, strcmp (it->last, today) < 0);
        }
    }
}

static void
test_states (void)
{
  static const char * const decisions[] = {
    "2023-03-01", "2024-02-28", "2024-02-29", "2024-03-01", "2024-12-31", "2025-01-01", "2025-08-31",
  };
  g_autoptr(CapCatalogue) catalogue = cap_catalogue_json_load_default ();

  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    walk_states (decisions[i], catalogue->cycle);
}

/* The order of the events in the register changes nothing. */
static void
test_order (void)
{
  static const char * const texts[] = {
    "surveillance 2025-05-05", "suspended 2025-08-01", "resumed 2025-08-01", "surveillance 2026-05-05",
    "renewed 2027-04-20", "suspended 2027-04-20",
  };
  g_autoptr(CapCatalogue) catalogue = cap_catalogue_json_load_default ();
  g_autoptr(CapRecord) certificate = new_certificate ("2024-06-15", NULL);
  g_autoptr(GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_record_free);
  g_autofree char *expected = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    add_event (events, certificate, texts[i]);
  for (guint i = 0; i < 60; i++)
    {
      gpointer moved = g_ptr_array_steal_index (events, i * 7 % events->len);
      g_autoptr(CapCertificateCycle) cycle = NULL;
      g_autofree char *found = NULL;

      g_ptr_array_insert (events, (int) (i * 5 % (events->len + 1)), moved);
      cycle = cap_certificate_cycle_new (certificate, events, catalogue->cycle, "2027-05-01");
      found = dump (cycle);
      if (expected == NULL)
        expected = g_strdup (found);
      g_assert_cmpstr (found, ==, expected);
    }
}

static void
test_next (void)
{
  static const struct { const char *event; const char *today; int surveillance; } nexts[] = {
    { "scope 2024-07-01", "2024-07-01", 1 },        { "surveillance 2025-05-05", "2025-06-01", 2 },
    { "scope 2024-07-01", "2026-07-01", 1 },        { "suspended 2024-07-01", "2025-06-01", 1 },
    { "withdrawn 2024-07-01", "2025-06-01", -1 },   { "scope 2024-07-01", "2027-06-15", -1 },
    { "surveillance 2027-02-01", "2027-03-01", 0 }, { "scope 2024-07-01", "2024-06-01", -1 },
  };
  g_autoptr(CapCatalogue) catalogue = cap_catalogue_json_load_default ();

  for (guint i = 0; i < G_N_ELEMENTS (nexts); i++)
    {
      g_autoptr(CapRecord) certificate = new_certificate ("2024-06-15", NULL);
      g_autoptr(GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_record_free);
      g_autoptr(CapCertificateCycle) cycle = NULL;
      const CapMilestone *next;

      add_event (events, certificate, nexts[i].event);
      cycle = cap_certificate_cycle_new (certificate, events, catalogue->cycle, nexts[i].today);
      next = cap_certificate_cycle_get_next (cycle);
      g_assert_cmpint (next != NULL ? (int) next->surveillance : -1, ==, nexts[i].surveillance);
    }
}

static void
test_alert (void)
{
  static const struct { const char *day; const char *today; guint alert; } alerts[] = {
    { "2027-08-31", "2027-02-27", 0 }, { "2027-08-31", "2027-02-28", 6 }, { "2027-08-31", "2027-05-30", 6 },
    { "2027-08-31", "2027-05-31", 3 }, { "2027-08-31", "2027-07-30", 3 }, { "2027-08-31", "2027-07-31", 1 },
    { "2027-08-31", "2027-08-31", 1 }, { "2027-08-31", "2027-09-01", 0 }, { "2027-08-31", "2020-01-01", 0 },
  };
  g_autoptr(CapCatalogue) catalogue = cap_catalogue_json_load_default ();

  for (guint i = 0; i < G_N_ELEMENTS (alerts); i++)
    g_assert_cmpuint (cap_cycle_get_alert (catalogue->cycle, alerts[i].day, alerts[i].today), ==,
                      alerts[i].alert);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/audit/certificate-cycle/cases", test_cases);
  g_test_add_func ("/audit/certificate-cycle/undecided", test_undecided);
  g_test_add_func ("/audit/certificate-cycle/calendar", test_calendar);
  g_test_add_func ("/audit/certificate-cycle/states", test_states);
  g_test_add_func ("/audit/certificate-cycle/order", test_order);
  g_test_add_func ("/audit/certificate-cycle/next", test_next);
  g_test_add_func ("/audit/certificate-cycle/alert", test_alert);

  return g_test_run ();
}
