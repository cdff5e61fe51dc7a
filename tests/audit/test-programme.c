/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "audit/cap-programme-text.h"

#define TODAY "2028-07-01"

/* Three processes, two sites, a standard of 7.1, 7.2, 8.1.1 and 8.1.2 (of which 7.2 is left out). */
typedef struct
{
  CapDossier  *dossier;
  CapStandard *standard;
} Rig;

static void
add_requirement (Rig        *rig,
                 const char *number,
                 guint       parts)
{
  CapRequirement *requirement = cap_requirement_new (number, number);

  requirement->parts = parts;
  g_ptr_array_add (rig->standard->requirements, requirement);
}

static CapRecord *
add_named (Rig             *rig,
           CapRegisterKind  kind,
           const char      *code,
           guint            field,
           const char      *value)
{
  CapRecord *record = cap_record_new (kind, NULL);

  cap_record_set (record, 0, code);
  cap_record_set (record, field, value);
  g_ptr_array_add (rig->dossier->registers[kind], record);

  return record;
}

static void
set_up (Rig           *rig,
        gconstpointer  data)
{
  rig->dossier = cap_dossier_new ("id", cap_member_new ("Une structure"));
  rig->standard = cap_standard_new ("iso");
  add_requirement (rig, "7", 2);
  add_requirement (rig, "7.1", 0);
  add_requirement (rig, "7.2", 0);
  add_requirement (rig, "8.1", 2);
  add_requirement (rig, "8.1.1", 0);
  add_requirement (rig, "8.1.2", 0);
  add_named (rig, CAP_REGISTER_EXCLUSION, "7.2", CAP_EXCLUSION_REASON, "Rien");
  add_named (rig, CAP_REGISTER_PROCESS, "P1", CAP_PROCESS_OWNER, "Référence qualité");
  add_named (rig, CAP_REGISTER_PROCESS, "P2", CAP_PROCESS_OWNER, "Direction");
  add_named (rig, CAP_REGISTER_PROCESS, "P3", CAP_PROCESS_OWNER, NULL);
  add_named (rig, CAP_REGISTER_SITE, "S1", CAP_SITE_NAME, "Siège");
  add_named (rig, CAP_REGISTER_SITE, "S2", CAP_SITE_NAME, "Atelier");
}

static void
tear_down (Rig           *rig,
           gconstpointer  data)
{
  g_autoptr(CapCatalogue) catalogue = cap_catalogue_new ();

  g_ptr_array_add (catalogue->standards, rig->standard);
  cap_dossier_unref (rig->dossier);
}

static CapRecord *
add_line (Rig        *rig,
          const char *code,
          const char *planned,
          const char *processes,
          const char *sites,
          const char *requirements)
{
  CapRecord *line = add_named (rig, CAP_REGISTER_PROGRAMME, code, CAP_PROGRAMME_PLANNED, planned);

  cap_record_set (line, CAP_PROGRAMME_KIND, "internal");
  cap_record_set (line, CAP_PROGRAMME_PROCESSES, processes);
  cap_record_set (line, CAP_PROGRAMME_SITES, sites);
  cap_record_set (line, CAP_PROGRAMME_REQUIREMENTS, requirements);

  return line;
}

static CapRecord *
add_audit (Rig        *rig,
           const char *code,
           const char *kind,
           const char *date,
           const char *processes)
{
  CapRecord *audit = add_named (rig, CAP_REGISTER_AUDIT, code, CAP_AUDIT_DATE, date);

  cap_record_set (audit, CAP_AUDIT_KIND, kind);
  cap_record_set (audit, CAP_AUDIT_PROCESSES, processes);

  return audit;
}

/* “2028: PA-01 0 ahead; … | unseen P1 S2 8.1.1” */
static char *
dump (Rig        *rig,
      const char *today)
{
  static const char * const states[CAP_N_PROGRAMME_STATES] = { "ahead", "held", "late" };
  g_autoptr(CapProgramme) programme = cap_programme_new (rig->dossier, rig->standard, today);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%d:", programme->first_year);
  for (guint i = 0; i < programme->entries->len; i++)
    {
      const CapProgrammeEntry *entry = g_ptr_array_index (programme->entries, i);

      g_string_append_printf (text, " %s %u %s;", cap_programme_entry_get_code (entry), entry->half,
                              states[entry->state]);
    }
  g_string_append (text, " |");
  for (guint i = 0; i < programme->processes.unseen->len; i++)
    g_string_append_printf (text, " %s", cap_record_get_code (programme->processes.unseen->pdata[i]));
  for (guint i = 0; i < programme->sites.unseen->len; i++)
    g_string_append_printf (text, " %s", cap_record_get_code (programme->sites.unseen->pdata[i]));
  for (guint i = 0; i < programme->requirements.unseen->len; i++)
    g_string_append_printf (text, " %s",
                            ((CapRequirement *) programme->requirements.unseen->pdata[i])->number);

  return g_string_free (text, FALSE);
}

static void
assert_dump (Rig        *rig,
             const char *today,
             const char *expected)
{
  g_autofree char *found = dump (rig, today);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_empty (Rig           *rig,
            gconstpointer  data)
{
  g_autoptr(CapProgramme) programme = cap_programme_new (rig->dossier, NULL, TODAY);

  assert_dump (rig, TODAY, "2028: | P1 P2 P3 S1 S2 7.1 8.1.1 8.1.2");
  g_assert_cmpuint (programme->requirements.expected->len, ==, 0);
}

/* Three years follow three years from the first line; before it, they begin with it. */
static void
test_years (Rig           *rig,
            gconstpointer  data)
{
  add_line (rig, "PA-02", "2028-02-01", "P1", NULL, NULL);
  add_line (rig, "PA-01", "2027-06-30", "P2", NULL, NULL);
  assert_dump (rig, "2025-01-01", "2027: PA-01 0 ahead; PA-02 2 ahead; | P3 S1 S2 7.1 8.1.1 8.1.2");
  assert_dump (rig, "2027-06-30", "2027: PA-01 0 ahead; PA-02 2 ahead; | P3 S1 S2 7.1 8.1.1 8.1.2");
  assert_dump (rig, "2027-07-01", "2027: PA-01 0 late; PA-02 2 ahead; | P3 S1 S2 7.1 8.1.1 8.1.2");
  assert_dump (rig, "2029-12-31", "2027: PA-01 0 late; PA-02 2 late; | P3 S1 S2 7.1 8.1.1 8.1.2");
  assert_dump (rig, "2030-01-01", "2030: PA-01 6 late; PA-02 6 late; | P1 P2 P3 S1 S2 7.1 8.1.1 8.1.2");
}

/* What the audit of a line says comes before what was planned; so does its day. */
static void
test_held (Rig           *rig,
           gconstpointer  data)
{
  CapRecord *line = add_line (rig, "PA-01", "2028-06-30", NULL, "S1", "8");
  CapRecord *audit;

  cap_record_set_codes (line, CAP_PROGRAMME_PROCESSES, (const char * const []) { "P1", "P2", NULL });
  assert_dump (rig, TODAY, "2028: PA-01 0 late; | P3 S2 7.1");
  cap_record_set (line, CAP_PROGRAMME_AUDIT, "AU-01");
  assert_dump (rig, TODAY, "2028: PA-01 0 late; | P3 S2 7.1");
  audit = add_audit (rig, "AU-01", "internal", "2028-07-01", "P1");
  assert_dump (rig, TODAY, "2028: PA-01 1 held; | P2 P3 S2 7.1");
  cap_record_set (audit, CAP_AUDIT_DATE, "2028-07-02");
  cap_record_set (audit, CAP_AUDIT_PROCESSES, NULL);
  assert_dump (rig, TODAY, "2028: PA-01 1 ahead; | P3 S2 7.1");
}

/* Audits from outside, and those of other years, do not count. */
static void
test_audits (Rig           *rig,
             gconstpointer  data)
{
  add_audit (rig, "AU-01", "surveillance", "2028-05-01", "P1");
  add_audit (rig, "AU-02", "crossed", "2027-12-31", "P1");
  add_audit (rig, "AU-03", "crossed", "2028-01-01", "P2");
  add_audit (rig, "AU-04", "internal", "2030-12-31", "P3");
  add_audit (rig, "AU-05", "internal", "2031-07-01", "P1");
  assert_dump (rig, TODAY, "2028: AU-03 0 held; AU-04 5 ahead; | P1 S1 S2 7.1 8.1.1 8.1.2");
}

/* A site that left is not expected any more, a clause above is looked at with its parts. */
static void
test_expected (Rig           *rig,
               gconstpointer  data)
{
  CapRecord *site = g_ptr_array_index (rig->dossier->registers[CAP_REGISTER_SITE], 1);

  add_line (rig, "PA-01", "2028-07-01", NULL, "S1", "8.1");
  cap_record_set (site, CAP_SITE_LEFT, "2027-12-31");
  assert_dump (rig, TODAY, "2028: PA-01 1 ahead; | P1 P2 P3 7.1");
  cap_record_set (site, CAP_SITE_LEFT, "2028-01-01");
  assert_dump (rig, TODAY, "2028: PA-01 1 ahead; | P1 P2 P3 S2 7.1");
}

static char *
dup_conflicts (Rig *rig)
{
  g_autoptr(CapProgramme) programme = cap_programme_new (rig->dossier, rig->standard, TODAY);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < programme->conflicts->len; i++)
    {
      const CapProgrammeConflict *it = g_ptr_array_index (programme->conflicts, i);
      g_autofree char *codes = g_strjoinv ("+", it->processes);

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", cap_record_get_code (it->source), codes);
      g_assert_true (cap_programme_find_conflict (programme, it->entry) != NULL);
    }

  return g_string_free (text, FALSE);
}

/* Who works there, or answers for it however it is written. */
static void
test_lines_independent (Rig           *rig,
                        gconstpointer  data)
{
  static const struct { const char *who, *works_in, *planned, *expected; } cases[] = {
    { NULL, NULL, "2028-09-01", "" },
    { "Accueil", NULL, "2028-09-01", "" },
    { "Accueil", "P3", "2028-09-01", "" },
    { "Accueil", "P1", "2028-09-01", "PA-01 P1" },
    { NULL, "P2", "2028-09-01", "PA-01 P2" },
    { "reference QUALITE", NULL, "2028-09-01", "PA-01 P1" },
    { "direction", "P1", "2028-09-01", "PA-01 P1+P2" },
    { "Direction adjointe", NULL, "2028-09-01", "" },
  };
  CapRecord *line = add_line (rig, "PA-01", "2028-09-01", NULL, NULL, NULL);

  cap_record_set_codes (line, CAP_PROGRAMME_PROCESSES, (const char * const []) { "P1", "P2", NULL });
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = NULL;

      cap_record_set (line, CAP_PROGRAMME_AUDITOR, cases[i].who);
      cap_record_set (line, CAP_PROGRAMME_WORKS_IN, cases[i].works_in);
      found = dup_conflicts (rig);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

/* Those who audit, of the team of an audit from inside; once there is a team, the line counts no more. */
static void
test_teams_independent (Rig           *rig,
                        gconstpointer  data)
{
  static const struct { const char *role, *who, *works_in, *kind, *expected; } cases[] = {
    { "lead", "Accueil", NULL, "internal", "" },
    { "lead", "Accueil", "P1", "internal", "AU-01 P1" },
    { "auditor", "Référence Qualité", NULL, "crossed", "AU-01 P1" },
    { "observer", "Référence qualité", "P1", "internal", "PA-01 P1" },
    { "trainee", "Accueil", "P1", "crossed", "PA-01 P1" },
  };
  CapRecord *line = add_line (rig, "PA-01", "2028-09-01", "P1", NULL, NULL);
  CapRecord *audit = add_audit (rig, "AU-01", "internal", "2028-09-01", "P1");
  CapRecord *member = cap_record_new_part (CAP_REGISTER_AUDIT_MEMBER, NULL, audit->id);

  g_ptr_array_add (rig->dossier->registers[CAP_REGISTER_AUDIT_MEMBER], member);
  cap_record_set (line, CAP_PROGRAMME_AUDITOR, "Référence qualité");
  cap_record_set (line, CAP_PROGRAMME_AUDIT, "AU-01");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = NULL;

      cap_record_set (member, CAP_AUDIT_MEMBER_ROLE, cases[i].role);
      cap_record_set (member, CAP_AUDIT_MEMBER_WHO, cases[i].who);
      cap_record_set (member, CAP_AUDIT_MEMBER_WORKS_IN, cases[i].works_in);
      cap_record_set (audit, CAP_AUDIT_KIND, cases[i].kind);
      found = dup_conflicts (rig);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static guint
count_unseen (Rig *rig)
{
  g_autoptr(CapProgramme) programme = cap_programme_new (rig->dossier, rig->standard, TODAY);

  g_assert_cmpuint (programme->processes.unseen->len, <=, programme->processes.expected->len);

  return programme->processes.unseen->len + programme->sites.unseen->len +
         programme->requirements.unseen->len;
}

/* All that was seen still is. */
static void
assert_seen_again (const CapProgrammeCover *before,
                   const CapProgrammeCover *after)
{
  for (guint i = 0; i < after->unseen->len; i++)
    g_assert_true (g_ptr_array_find (before->unseen, after->unseen->pdata[i], NULL));
}

/* An audit more, planned or held, never makes something unseen. */
static void
test_adding (Rig           *rig,
             gconstpointer  data)
{
  static const char * const processes[] = { NULL, "P1", "P2", "P3", "P9" };
  static const char * const sites[] = { "S1", NULL, "S2" };
  static const char * const requirements[] = { "8", NULL, "7.1", "8.1.2", "9" };
  guint last = count_unseen (rig);

  for (guint i = 0; i < 60; i++)
    {
      g_autoptr(CapProgramme) before = cap_programme_new (rig->dossier, rig->standard, TODAY);
      g_autoptr(CapProgramme) after = NULL;
      g_autofree char *code = g_strdup_printf ("X-%02u", i);
      g_autofree char *day = g_strdup_printf ("%u-%02u-15", 2028 + i % 4, 1 + i * 5 % 12);
      CapRecord *audit;

      if (i % 2 == 0)
        {
          add_line (rig, code, day, processes[i % 5], sites[i % 3], requirements[i * 3 % 5]);
        }
      else
        {
          audit = add_audit (rig, code, i % 3 == 0 ? "surveillance" : "internal", day, processes[i % 5]);
          cap_record_set (audit, CAP_AUDIT_SITES, sites[i % 3]);
          cap_record_set (audit, CAP_AUDIT_REQUIREMENTS, requirements[i * 3 % 5]);
        }
      after = cap_programme_new (rig->dossier, rig->standard, TODAY);
      assert_seen_again (&before->processes, &after->processes);
      assert_seen_again (&before->sites, &after->sites);
      assert_seen_again (&before->requirements, &after->requirements);
      g_assert_cmpuint (count_unseen (rig), <=, last);
      last = count_unseen (rig);
    }
  g_assert_cmpuint (last, ==, 0);
}

static void
test_sees (Rig           *rig,
           gconstpointer  data)
{
  g_autoptr(CapProgramme) programme = NULL;
  const CapProgrammeEntry *entry;

  add_line (rig, "PA-01", "2028-09-01", "P1", "S1", NULL);
  programme = cap_programme_new (rig->dossier, rig->standard, TODAY);
  entry = g_ptr_array_index (programme->entries, 0);
  g_assert_true (cap_programme_entry_sees (entry, "P1", "S1"));
  g_assert_true (cap_programme_entry_sees (entry, "P1", NULL));
  g_assert_true (cap_programme_entry_sees (entry, NULL, "S1"));
  g_assert_false (cap_programme_entry_sees (entry, "P2", "S1"));
  g_assert_false (cap_programme_entry_sees (entry, "P1", "S2"));
}

/* The audit of a line: what is planned, who audits, and the line says which one it is. */
static void
test_prepare (Rig           *rig,
              gconstpointer  data)
{
  CapRecord *line = add_line (rig, "PA-01", "2027-01-19", "P1", "S1", "7.1");
  g_autoptr(CapRecord) audit = cap_record_new (CAP_REGISTER_AUDIT, NULL);
  g_autoptr(CapCommand) command = NULL;
  g_autofree char *title = cap_programme_dup_audit_title (line);
  const CapRecord *records[3];

  g_assert_cmpstr (title, ==, "Internal audit of January 2027");
  cap_record_set (audit, CAP_AUDIT_CODE, "AU-07");
  cap_record_set (line, CAP_PROGRAMME_AUDITOR, "Accueil");
  cap_record_set (line, CAP_PROGRAMME_WORKS_IN, "P3");
  command = cap_programme_prepare (line, audit);
  g_assert_cmpuint (command->edits->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    records[i] = ((CapEdit *) g_ptr_array_index (command->edits, i))->value;
  g_assert_cmpstr (cap_record_get (records[0], CAP_AUDIT_KIND), ==, "internal");
  g_assert_cmpstr (cap_record_get (records[0], CAP_AUDIT_DATE), ==, "2027-01-19");
  g_assert_cmpstr (cap_record_get (records[0], CAP_AUDIT_PROCESSES), ==, "P1");
  g_assert_cmpstr (cap_record_get (records[0], CAP_AUDIT_SITES), ==, "S1");
  g_assert_cmpstr (cap_record_get (records[0], CAP_AUDIT_REQUIREMENTS), ==, "7.1");
  g_assert_cmpstr (records[1]->parent, ==, records[0]->id);
  g_assert_cmpstr (cap_record_get (records[1], CAP_AUDIT_MEMBER_WHO), ==, "Accueil");
  g_assert_cmpstr (cap_record_get (records[1], CAP_AUDIT_MEMBER_WORKS_IN), ==, "P3");
  g_assert_cmpstr (records[2]->id, ==, line->id);
  g_assert_cmpstr (cap_record_get (records[2], CAP_PROGRAMME_AUDIT), ==, "AU-07");
}

static void
test_words (Rig           *rig,
            gconstpointer  data)
{
  g_autoptr(CapProgramme) before = NULL;
  g_autoptr(CapProgramme) after = NULL;
  g_auto(GStrv) found = NULL;
  g_auto(GStrv) none = NULL;
  g_autofree char *cover = NULL;
  g_autofree char *all = NULL;
  CapRecord *line = add_line (rig, "PA-01", "2028-03-01", "P1", "S1", "8");

  cap_record_set (line, CAP_PROGRAMME_AUDITOR, "Référence qualité");
  before = cap_programme_new (rig->dossier, rig->standard, TODAY);
  found = cap_programme_dup_sentences (before);
  all = g_strjoinv ("\n", found);
  g_assert_cmpstr (all, ==, "1 planned audit is late: PA-01.\n"
                            "PA-01: “Référence qualité” works in what they audit: P1.\n"
                            "No audit sees 2 processes: P2, P3.\nNo audit sees 1 site: S2.\n"
                            "No audit looks at 1 clause that applies.");
  cover = cap_programme_dup_cover (before);
  g_assert_cmpstr (cover, ==, "1 of 3 processes, 1 of 2 sites, 2 of 3 clauses");
  g_ptr_array_set_size (rig->dossier->registers[CAP_REGISTER_PROGRAMME], 0);
  for (guint i = 0; i < 3; i++)
    add_line (rig, "PA-01", "2028-07-01", ((const char *[]) { "P1", "P2", "P3" })[i], i == 0 ? "S1" : "S2",
              i == 0 ? "7" : "8");
  after = cap_programme_new (rig->dossier, rig->standard, TODAY);
  none = cap_programme_dup_sentences (after);
  g_assert_cmpuint (g_strv_length (none), ==, 1);
  g_assert_true (g_str_has_prefix (none[0], "Every process"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/audit/programme/" name, Rig, NULL, set_up, function, tear_down)

  ADD ("empty", test_empty);
  ADD ("years", test_years);
  ADD ("held", test_held);
  ADD ("audits", test_audits);
  ADD ("expected", test_expected);
  ADD ("lines-independent", test_lines_independent);
  ADD ("teams-independent", test_teams_independent);
  ADD ("adding", test_adding);
  ADD ("sees", test_sees);
  ADD ("prepare", test_prepare);
  ADD ("words", test_words);

  return g_test_run ();
}
