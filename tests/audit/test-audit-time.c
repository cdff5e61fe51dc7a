/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "audit/cap-audit-time.h"

#include "exchange/cap-catalogue-json.h"

#define DAYS(days) ((guint64) ((days) * 10))

static CapAuditTime
count (int              staff,
       CapSamplingAudit audit,
       gboolean         sampled)
{
  g_autoptr(CapCatalogue) catalogue = cap_catalogue_json_load_default ();
  CapAuditTime time;

  cap_audit_time_init (&time);
  cap_audit_time_add (&time, catalogue->audit_time, audit, staff, sampled);

  return time;
}

/* The points that are published: IAF MD 5, by EA’s answers (domain.md § 4.4). */
static void
test_points (void)
{
  static const struct
  {
    int      staff;
    guint64  least;
    guint64  most;
  } cases[] = {
    { 1, DAYS (1.5), DAYS (1.5) }, { 5, DAYS (1.5), DAYS (1.5) }, { 6, DAYS (1.5), DAYS (2.5) },
    { 14, DAYS (1.5), DAYS (2.5) }, { 15, DAYS (2.5), DAYS (2.5) }, { 16, DAYS (2.5), DAYS (5) },
    { 54, DAYS (2.5), DAYS (5) }, { 55, DAYS (5), DAYS (5) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const CapAuditTime time = count (cases[i].staff, CAP_SAMPLING_INITIAL, FALSE);

      g_assert_true (time.bounded);
      g_assert_cmpuint (time.least, ==, cases[i].least);
      g_assert_cmpuint (time.most, ==, cases[i].most);
    }
}

/* Beyond what is known, nothing is made up. */
static void
test_beyond (void)
{
  const CapAuditTime time = count (56, CAP_SAMPLING_INITIAL, FALSE);
  const CapAuditTime unknown = count (CAP_NUMBER_UNSET, CAP_SAMPLING_INITIAL, FALSE);

  g_assert_false (time.bounded);
  g_assert_cmpuint (time.least, ==, DAYS (5));
  g_assert_cmpuint (unknown.n_counted, ==, 0);
  g_assert_cmpuint (unknown.n_unknown, ==, 1);
}

/* A third, two thirds, half at least of a site: rounded so that the truth stays inside. */
static void
test_parts (void)
{
  const CapAuditTime surveillance = count (15, CAP_SAMPLING_SURVEILLANCE, FALSE);
  const CapAuditTime renewal = count (5, CAP_SAMPLING_RECERTIFICATION, FALSE);
  const CapAuditTime site = count (15, CAP_SAMPLING_INITIAL, TRUE);
  const CapAuditTime both = count (5, CAP_SAMPLING_SURVEILLANCE, TRUE);

  g_assert_cmpuint (surveillance.least, ==, 8);
  g_assert_cmpuint (surveillance.most, ==, 9);
  g_assert_cmpuint (renewal.least, ==, 10);
  g_assert_cmpuint (renewal.most, ==, 10);
  g_assert_cmpuint (site.least, ==, 12);
  g_assert_cmpuint (site.most, ==, 25);
  g_assert_cmpuint (both.least, ==, 2);
  g_assert_cmpuint (both.most, ==, 5);
}

/* More people never take less time, of any audit. */
static void
test_monotone (void)
{
  for (CapSamplingAudit audit = 0; audit < CAP_N_SAMPLING_AUDITS; audit++)
    {
      CapAuditTime before = count (1, audit, FALSE);

      for (int staff = 2; staff < 120; staff++)
        {
          const CapAuditTime time = count (staff, audit, FALSE);

          g_assert_cmpuint (time.least, >=, before.least);
          g_assert_true (!time.bounded || time.most >= before.most);
          g_assert_true (!time.bounded || time.least <= time.most);
          before = time;
        }
    }
}

static CapRecord *
add (CapDossier      *dossier,
     CapRegisterKind  kind,
     guint            field,
     const char      *code)
{
  CapRecord *record = cap_record_new (kind, NULL);

  cap_record_set (record, field, code);
  g_ptr_array_add (dossier->registers[kind], record);

  return record;
}

static void
test_of_audit (void)
{
  g_autoptr(CapCatalogue) catalogue = cap_catalogue_json_load_default ();
  g_autoptr(CapDossier) dossier = cap_dossier_new ("id", cap_member_new ("Les Érables"));
  CapRecord *audit = add (dossier, CAP_REGISTER_AUDIT, CAP_AUDIT_CODE, "AU-01");
  CapRecord *site = add (dossier, CAP_REGISTER_SITE, CAP_SITE_CODE, "SI-01");
  CapAuditTime time;

  cap_record_set (audit, CAP_AUDIT_KIND, "stage-2");
  g_assert_false (cap_audit_time_of_audit (&time, catalogue->audit_time, audit, dossier));

  dossier->member->fte_hundredths = 1401;
  g_assert_true (cap_audit_time_of_audit (&time, catalogue->audit_time, audit, dossier));
  g_assert_cmpuint (time.least, ==, DAYS (2.5));
  g_assert_cmpuint (time.most, ==, DAYS (2.5));

  cap_record_set (audit, CAP_AUDIT_SITES, "si-01");
  g_assert_false (cap_audit_time_of_audit (&time, catalogue->audit_time, audit, dossier));
  g_assert_cmpuint (time.n_unknown, ==, 1);
  cap_record_set (site, CAP_SITE_STAFF, "5");
  g_assert_true (cap_audit_time_of_audit (&time, catalogue->audit_time, audit, dossier));
  g_assert_cmpuint (time.most, ==, DAYS (1.5));

  cap_record_set (audit, CAP_AUDIT_KIND, "crossed");
  g_assert_false (cap_audit_time_of_audit (&time, catalogue->audit_time, audit, dossier));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name) g_test_add_func ("/audit/audit-time/" #name, test_ ## name)
  ADD (points);
  ADD (beyond);
  ADD (parts);
  ADD (monotone);
  ADD (of_audit);
#undef ADD

  return g_test_run ();
}
