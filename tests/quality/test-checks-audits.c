/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-rig.h"

#include "audit/cap-committee-rules.h"
#include "quality/cap-record-rules.h"

/* The checks of the audit programme and of the committee. The rig has clauses 7.1.5, 8.3, 8.3.1 and 9.2. */

static CapRecord *
add_line (Rig        *rig,
          const char *planned)
{
  CapRecord *line = rig_add (rig, CAP_REGISTER_PROGRAMME, CAP_PROGRAMME_CODE, "PA-01", CAP_PROGRAMME_PLANNED,
                             planned, CAP_PROGRAMME_KIND, "internal", CAP_PROGRAMME_PROCESSES, "PR-01",
                             CAP_PROGRAMME_SITES, "SI-01", CAP_PROGRAMME_AUDITOR, "Accueil", -1);

  cap_record_set_codes (line, CAP_PROGRAMME_REQUIREMENTS,
                        (const char * const []) { "7", "8.3", "9.2", NULL });

  return line;
}

static void
make_missing (Rig      *rig,
              gboolean  mended)
{
  rig_add_target (rig);
  if (mended)
    add_line (rig, "2027-01-10");
}

static void
make_late (Rig      *rig,
           gboolean  mended)
{
  add_line (rig, mended ? RIG_TODAY : "2026-11-19");
}

static void
make_own_work (Rig      *rig,
               gboolean  mended)
{
  CapRecord *line = add_line (rig, "2026-12-10");

  rig_add_process (rig, "PR-01", "Accueillir");
  cap_record_set (line, CAP_PROGRAMME_AUDITOR, mended ? "Accueil" : "DIRECTION");
}

static void
make_process_unseen (Rig      *rig,
                     gboolean  mended)
{
  add_line (rig, "2026-12-10");
  rig_add_process (rig, mended ? "PR-01" : "PR-02", "Accueillir");
}

static void
make_site_unseen (Rig      *rig,
                  gboolean  mended)
{
  add_line (rig, "2026-12-10");
  rig_add (rig, CAP_REGISTER_SITE, CAP_SITE_CODE, mended ? "SI-01" : "SI-02", CAP_SITE_NAME, "Atelier", -1);
}

/* Three clauses of four make one alert; what is left out of the system is not asked for. */
static void
make_clauses_unseen (Rig      *rig,
                     gboolean  mended)
{
  rig_add_target (rig);
  cap_record_set (add_line (rig, "2026-12-10"), CAP_PROGRAMME_REQUIREMENTS, mended ? "9.2" : "7.1.5");
  if (!mended)
    return;

  rig_add (rig, CAP_REGISTER_EXCLUSION, CAP_EXCLUSION_CODE, "8.3", -1);
  rig_add (rig, CAP_REGISTER_EXCLUSION, CAP_EXCLUSION_CODE, "7.1.5", -1);
}

/* Nothing is wrong with it: @site is that of one of the members. */
static CapRecord *
add_meeting (Rig        *rig,
             const char *date,
             const char *site)
{
  static const char * const roles[] = { "chair", "member", "member", "auditor" };
  CapRecord *meeting = rig_add (rig, CAP_REGISTER_COMMITTEE, CAP_COMMITTEE_CODE, "CO-01", CAP_COMMITTEE_DATE,
                                date, -1);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      CapRecord *member = rig_add_part (rig, CAP_REGISTER_COMMITTEE_MEMBER, meeting,
                                        CAP_COMMITTEE_MEMBER_ROLE, roles[i]);

      cap_record_set (member, CAP_COMMITTEE_MEMBER_WHO, "Direction");
      cap_record_set (member, CAP_COMMITTEE_MEMBER_SITE, i == 1 ? site : NULL);
    }

  return meeting;
}

static CapRecord *
add_file (Rig             *rig,
          const CapRecord *meeting,
          const char      *reason)
{
  CapRecord *file = rig_add_part (rig, CAP_REGISTER_COMMITTEE_FILE, meeting, CAP_COMMITTEE_FILE_SUBJECT,
                                  "Entrée");

  cap_record_set (file, CAP_COMMITTEE_FILE_SITE, "SI-01");
  cap_record_set (file, CAP_COMMITTEE_FILE_DECISION, "agreed");
  cap_record_set (file, CAP_COMMITTEE_FILE_REASON, reason);

  return file;
}

static void
make_incomplete (Rig      *rig,
                 gboolean  mended)
{
  CapRecord *meeting = add_meeting (rig, RIG_TODAY, NULL);

  add_file (rig, meeting, "Bien");
  if (!mended)
    cap_record_set (rig->dossier->registers[CAP_REGISTER_COMMITTEE_MEMBER]->pdata[3],
                    CAP_COMMITTEE_MEMBER_ROLE, "member");
}

static void
make_without_reason (Rig      *rig,
                     gboolean  mended)
{
  add_file (rig, add_meeting (rig, RIG_TODAY, NULL), mended ? "Bien" : NULL);
}

static void
make_not_withdrawn (Rig      *rig,
                    gboolean  mended)
{
  CapRecord *file = add_file (rig, add_meeting (rig, RIG_TODAY, "SI-01"), "Bien");

  cap_record_set (file, CAP_COMMITTEE_FILE_CONFLICT, mended ? "La direction est sortie" : NULL);
}

static const CheckCase cases[] = {
  { "programme-missing", make_missing },
  { "audit-late", make_late },
  { "auditor-own-work", make_own_work },
  { "process-not-audited", make_process_unseen },
  { "site-not-audited", make_site_unseen },
  { "clauses-not-audited", make_clauses_unseen },
  { "committee-incomplete", make_incomplete },
  { "committee-decision-without-reason", make_without_reason },
  { "committee-not-withdrawn", make_not_withdrawn },
  { NULL },
};

static guint
count (Rig *rig)
{
  g_autoptr(CapRadiography) radiography = cap_radiography_new (rig->dossier, rig->catalogue, RIG_TODAY);
  guint n_found = 0;

  for (guint i = 0; i < radiography->alerts->len; i++)
    n_found += ((CapAlert *) g_ptr_array_index (radiography->alerts, i))->check->family == CAP_CHECK_AUDITS;

  return n_found;
}

/* A meeting to come may still be incomplete; a structure without a programme that aims at no audit has
 * nothing to answer for. */
static void
test_quiet (void)
{
  Rig rig;

  rig_set_up (&rig, CAP_MODE_CAP);
  rig_add_process (&rig, "PR-01", "Accueillir");
  rig_add (&rig, CAP_REGISTER_SITE, CAP_SITE_CODE, "SI-01", CAP_SITE_NAME, "Atelier", -1);
  rig_add (&rig, CAP_REGISTER_COMMITTEE, CAP_COMMITTEE_CODE, "CO-01", CAP_COMMITTEE_DATE, "2026-11-21", -1);
  g_assert_cmpuint (count (&rig), ==, 0);
  rig_tear_down (&rig);
}

/* Once approved, the minutes and what belongs to them stay as they are. */
static void
test_frozen (void)
{
  Rig rig;
  CapRecord *meeting;
  CapRecord *file;
  g_autoptr(CapRecord) changed = NULL;
  g_autoptr(GPtrArray) open = NULL;
  g_autoptr(GPtrArray) same = NULL;
  g_autoptr(GPtrArray) faults = NULL;

  rig_set_up (&rig, CAP_MODE_CAP);
  meeting = add_meeting (&rig, RIG_TODAY, NULL);
  file = add_file (&rig, meeting, "Bien");
  changed = cap_record_copy (file);
  cap_record_set (changed, CAP_COMMITTEE_FILE_REASON, "Très bien");
  open = cap_record_check (changed, rig.dossier);
  g_assert_cmpuint (open->len, ==, 0);
  cap_record_set (meeting, CAP_COMMITTEE_FINALISED, RIG_TODAY);
  same = cap_record_check (file, rig.dossier);
  g_assert_cmpuint (same->len, ==, 0);
  faults = cap_record_check (changed, rig.dossier);
  g_assert_cmpuint (faults->len, ==, CAP_N_COMMITTEE_FILE_FIELDS);
  g_assert_cmpstr (cap_record_faults_find (faults, CAP_COMMITTEE_FILE_REASON), ==,
                   "The minutes are approved: they are no longer changed");
  rig_tear_down (&rig);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  rig_add_tests (cases);
  g_test_add_func ("/quality/checks/audits/quiet", test_quiet);
  g_test_add_func ("/quality/checks/audits/frozen", test_frozen);

  return g_test_run ();
}
