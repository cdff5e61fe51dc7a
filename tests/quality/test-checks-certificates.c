/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-rig.h"

#include "quality/cap-address.h"

/* The checks of certificates. The rules of the rig: three years, twelve months, reminders at 6, 3 and 1. */

static CapRecord *
add_certificate (Rig        *rig,
                 const char *code,
                 const char *decision)
{
  return rig_add (rig, CAP_REGISTER_CERTIFICATE, CAP_CERTIFICATE_CODE, code, CAP_CERTIFICATE_ROUTE, "cedre",
                  CAP_CERTIFICATE_NUMBER, "FR 12345", CAP_CERTIFICATE_DECISION, decision, -1);
}

static void
add_event (Rig             *rig,
           const CapRecord *certificate,
           const char      *kind,
           const char      *date)
{
  cap_record_set (rig_add_part (rig, CAP_REGISTER_CERTIFICATE_EVENT, certificate,
                                CAP_CERTIFICATE_EVENT_KIND, kind),
                  CAP_CERTIFICATE_EVENT_DATE, date);
}

static CapRecord *
add_audit (Rig        *rig,
           const char *kind,
           const char *date)
{
  return rig_add (rig, CAP_REGISTER_AUDIT, CAP_AUDIT_CODE, "AU-01", CAP_AUDIT_TITLE, "Audit", CAP_AUDIT_KIND,
                  kind, CAP_AUDIT_DATE, date, CAP_AUDIT_ROUTE, "cedre", -1);
}

/* Nothing is wrong with it today but its expiry, on the day before the third anniversary. */
static CapRecord *
add_old (Rig        *rig,
         const char *decision)
{
  CapRecord *certificate = add_certificate (rig, "CE-01", decision);

  add_event (rig, certificate, "surveillance", "2024-10-10");
  add_event (rig, certificate, "surveillance", "2025-10-10");

  return certificate;
}

/* Restored on its last day for it, or not. */
static void
make_expired (Rig      *rig,
              gboolean  mended)
{
  CapRecord *certificate = add_old (rig, "2023-11-20");

  if (mended)
    add_event (rig, certificate, "restored", "2026-11-20");
}

/* Six months before it, to the day. */
static void
make_expiring (Rig      *rig,
               gboolean  mended)
{
  add_old (rig, mended ? "2024-05-22" : "2024-05-21");
}

static void
make_suspended (Rig      *rig,
                gboolean  mended)
{
  CapRecord *certificate = add_certificate (rig, "CE-01", "2026-01-10");

  add_event (rig, certificate, "suspended", "2026-06-01");
  add_event (rig, certificate, "resumed", mended ? "2026-11-20" : "2026-11-21");
}

static void
make_surveillance_late (Rig      *rig,
                        gboolean  mended)
{
  add_certificate (rig, "CE-01", mended ? "2025-11-20" : "2025-11-19");
}

static void
make_surveillance_due (Rig      *rig,
                       gboolean  mended)
{
  add_certificate (rig, "CE-01", "2026-02-01");
  add_audit (rig, mended ? "surveillance" : "internal", "2026-12-10");
}

static void
make_renewal_not_planned (Rig      *rig,
                          gboolean  mended)
{
  add_old (rig, "2024-03-01");
  add_audit (rig, "renewal", mended ? "2026-12-10" : "2026-08-27");
}

static const CheckCase cases[] = {
  { "certificate-expired", make_expired },
  { "certificate-expiring", make_expiring },
  { "certificate-suspended", make_suspended },
  { "surveillance-late", make_surveillance_late },
  { "surveillance-due", make_surveillance_due },
  { "renewal-not-planned", make_renewal_not_planned },
  { NULL },
};

/* As “check severity, check severity”. */
static char *
dump (Rig *rig)
{
  g_autoptr(CapRadiography) radiography = cap_radiography_new (rig->dossier, rig->catalogue, RIG_TODAY);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < radiography->alerts->len; i++)
    {
      const CapAlert *alert = g_ptr_array_index (radiography->alerts, i);

      if (alert->check->family == CAP_CHECK_CERTIFICATES)
        g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "", alert->check->id,
                                cap_severity_to_name (alert->severity));
    }

  return g_string_free (text, FALSE);
}

static void
assert_found (const char *decision,
              const char *expected)
{
  Rig rig;
  g_autofree char *found = NULL;

  rig_set_up (&rig, CAP_MODE_CAP);
  add_old (&rig, decision);
  add_audit (&rig, "renewal", "2026-11-20");
  found = dump (&rig);
  g_assert_cmpstr (found, ==, expected);
  rig_tear_down (&rig);
}

/* The nearer the day, the more serious. */
static void
test_severities (void)
{
  assert_found ("2024-05-22", "");
  assert_found ("2024-05-21", "certificate-expiring advice");
  assert_found ("2024-02-22", "certificate-expiring advice");
  assert_found ("2024-02-21", "certificate-expiring to-look-at");
  assert_found ("2023-12-22", "certificate-expiring to-look-at");
  assert_found ("2023-12-21", "certificate-expiring serious");
  assert_found ("2023-11-21", "certificate-expiring serious");
  assert_found ("2023-11-20", "certificate-expired serious");
}

/* An old certificate is left alone once another one took its place, or it was withdrawn. */
static void
test_replaced (void)
{
  Rig rig;
  CapRecord *old;
  CapRecord *new;
  g_autofree char *before = NULL;
  g_autofree char *other_route = NULL;
  g_autofree char *other_sites = NULL;
  g_autofree char *after = NULL;
  g_autofree char *withdrawn = NULL;

  rig_set_up (&rig, CAP_MODE_CAP);
  old = add_old (&rig, "2023-11-01");
  before = dump (&rig);
  g_assert_cmpstr (before, ==, "certificate-expired serious");
  new = add_certificate (&rig, "CE-02", "2026-11-10");
  cap_record_set (new, CAP_CERTIFICATE_ROUTE, "other");
  other_route = dump (&rig);
  g_assert_cmpstr (other_route, ==, "certificate-expired serious");
  cap_record_set (new, CAP_CERTIFICATE_ROUTE, "cedre");
  cap_record_set (new, CAP_CERTIFICATE_SITES, "SI-02");
  other_sites = dump (&rig);
  g_assert_cmpstr (other_sites, ==, "certificate-expired serious");
  cap_record_set (new, CAP_CERTIFICATE_SITES, NULL);
  after = dump (&rig);
  g_assert_cmpstr (after, ==, "");
  cap_record_set (new, CAP_CERTIFICATE_DECISION, "2026-11-21");
  add_event (&rig, old, "withdrawn", "2026-10-01");
  withdrawn = dump (&rig);
  g_assert_cmpstr (withdrawn, ==, "");
  rig_tear_down (&rig);
}

/* The address opens the certificate. */
static void
test_address (void)
{
  Rig rig;
  CapRecord *certificate;
  g_autoptr(CapRadiography) radiography = NULL;
  g_autofree char *expected = NULL;
  const CapAlert *alert;

  rig_set_up (&rig, CAP_MODE_CAP);
  certificate = add_old (&rig, "2023-11-20");
  expected = cap_address_new_for_record (certificate);
  radiography = cap_radiography_new (rig.dossier, rig.catalogue, RIG_TODAY);
  alert = g_ptr_array_index (radiography->alerts, 0);
  g_assert_cmpstr (alert->address, ==, expected);
  g_assert_cmpstr (alert->sentence, ==,
                   "Certificate FR 12345. Expired on 19 November 2026; it may be restored until"
                   " 19 May 2027.");
  rig_tear_down (&rig);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  rig_add_tests (cases);
  g_test_add_func ("/quality/checks/certificates/severities", test_severities);
  g_test_add_func ("/quality/checks/certificates/replaced", test_replaced);
  g_test_add_func ("/quality/checks/certificates/address", test_address);

  return g_test_run ();
}
