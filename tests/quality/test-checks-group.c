/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-rig.h"

/* The checks of a group. Its sites are seen inside unless a case says otherwise. */

static CapRecord *
add_site (Rig        *rig,
          const char *code,
          const char *role,
          const char *internal)
{
  return rig_add (rig, CAP_REGISTER_SITE, CAP_SITE_CODE, code, CAP_SITE_NAME, code, CAP_SITE_ROLE, role,
                  CAP_SITE_INTERNAL, internal, -1);
}

static void
add_sites (Rig *rig)
{
  add_site (rig, "SI-01", "central", "2026-03-01");
  add_site (rig, "SI-02", "member", "2026-03-01");
  add_site (rig, "SI-03", "member", "2026-03-01");
}

static void
add_finding (Rig        *rig,
             const char *site,
             const char *grade,
             const char *state)
{
  g_autofree char *code = g_strdup_printf ("E-%u", rig->dossier->registers[CAP_REGISTER_FINDING]->len + 1);

  rig_add (rig, CAP_REGISTER_FINDING, CAP_FINDING_CODE, code, CAP_FINDING_SITE, site, CAP_FINDING_GRADE,
           grade, CAP_FINDING_RAISED, "2026-11-01", CAP_FINDING_STATE, state, CAP_FINDING_FACT,
           "Deux fiches sur dix", CAP_FINDING_REQUIREMENTS, "9.2", -1);
}

static void
make_blocked (Rig      *rig,
              gboolean  mended)
{
  add_sites (rig);
  add_finding (rig, "SI-02", "NC maj.", mended ? "closed" : "checked");
  add_finding (rig, "SI-03", "NC min.", "open");
}

/* One alert for both sites. */
static void
make_unseen (Rig      *rig,
             gboolean  mended)
{
  add_sites (rig);
  add_site (rig, "SI-04", "member", mended ? "2026-03-01" : "2020-03-01");
  add_site (rig, "SI-05", "delegation", mended ? "2026-03-01" : NULL);
}

/* Both sites that were seen from outside, or one of them. */
static void
make_widespread (Rig      *rig,
                 gboolean  mended)
{
  add_sites (rig);
  cap_record_set_codes (rig_add (rig, CAP_REGISTER_AUDIT, CAP_AUDIT_CODE, "AU-01", CAP_AUDIT_KIND,
                                 "surveillance", CAP_AUDIT_DATE, "2026-10-30", -1),
                        CAP_AUDIT_SITES, (const char * const []) { "SI-02", "SI-03", NULL });
  add_finding (rig, "SI-02", "NC min.", "open");
  add_finding (rig, mended ? "SI-02" : "SI-03", "NC min.", "open");
}

static void
make_without_centre (Rig      *rig,
                     gboolean  mended)
{
  add_site (rig, "SI-01", mended ? "central" : "delegation", "2026-03-01");
  add_site (rig, "SI-02", "member", "2026-03-01");
}

static const CheckCase cases[] = {
  { "group-blocked", make_blocked },
  { "group-sites-not-audited", make_unseen },
  { "group-nonconformity-widespread", make_widespread },
  { "group-without-centre", make_without_centre },
  { NULL, NULL },
};

static CapSeverity
get_severity_of_unseen (const char *kind,
                        const char *date)
{
  g_autoptr(CapRadiography) radiography = NULL;
  CapSeverity severity = CAP_N_SEVERITIES;
  Rig rig;

  rig_set_up (&rig, CAP_MODE_CAP);
  make_unseen (&rig, FALSE);
  rig_add (&rig, CAP_REGISTER_AUDIT, CAP_AUDIT_CODE, "AU-01", CAP_AUDIT_KIND, kind, CAP_AUDIT_DATE, date, -1);
  radiography = cap_radiography_new (rig.dossier, rig.catalogue, RIG_TODAY);
  for (guint i = 0; i < radiography->alerts->len; i++)
    {
      const CapAlert *alert = g_ptr_array_index (radiography->alerts, i);

      if (g_str_equal (alert->check->id, "group-sites-not-audited"))
        severity = alert->severity;
    }
  rig_tear_down (&rig);

  return severity;
}

/* It is serious once a certifier is to come, and only then. */
static void
test_awaited (void)
{
  g_assert_cmpint (get_severity_of_unseen ("surveillance", RIG_TODAY), ==, CAP_SEVERITY_SERIOUS);
  g_assert_cmpint (get_severity_of_unseen ("surveillance", "2026-11-19"), ==, CAP_SEVERITY_LOOK);
  g_assert_cmpint (get_severity_of_unseen ("internal", "2027-01-10"), ==, CAP_SEVERITY_LOOK);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  rig_add_tests (cases);
  g_test_add_func ("/quality/checks/group/awaited", test_awaited);

  return g_test_run ();
}
