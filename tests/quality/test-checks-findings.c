/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-rig.h"

/* The checks of findings. The grades of the rig: PF, NC min. (180 days), NC maj. (90 days). */

static CapRecord *
add_finding (Rig        *rig,
             const char *code,
             const char *grade,
             const char *raised,
             const char *state)
{
  return rig_add (rig, CAP_REGISTER_FINDING, CAP_FINDING_CODE, code, CAP_FINDING_GRADE, grade,
                  CAP_FINDING_RAISED, raised, CAP_FINDING_STATE, state, CAP_FINDING_FACT,
                  "Deux fiches sur dix", CAP_FINDING_REQUIREMENTS, "9.2", -1);
}

/* 180 days to the day, and one more. */
static void
make_becoming_major (Rig      *rig,
                     gboolean  mended)
{
  add_finding (rig, "E-01", "NC min.", mended ? "2026-05-24" : "2026-05-23", "open");
}

static void
make_late (Rig      *rig,
           gboolean  mended)
{
  add_finding (rig, "E-01", "NC maj.", "2026-06-01", mended ? "checked" : "treated");
}

/* Six months after the last day of stage 2; another audit asks for nothing of the kind. */
static void
make_after_stage_two (Rig      *rig,
                      gboolean  mended)
{
  rig_add (rig, CAP_REGISTER_AUDIT, CAP_AUDIT_CODE, "AU-01", CAP_AUDIT_KIND, "stage-2", CAP_AUDIT_DATE,
           "2026-09-30", CAP_AUDIT_LAST_DAY, "2026-10-01", -1);
  rig_add (rig, CAP_REGISTER_AUDIT, CAP_AUDIT_CODE, "AU-02", CAP_AUDIT_KIND, "surveillance", CAP_AUDIT_DATE,
           "2026-09-30", -1);
  cap_record_set (add_finding (rig, "E-01", "NC min.", "2026-10-01", "open"), CAP_FINDING_AUDIT, "AU-01");
  cap_record_set (add_finding (rig, "E-02", "NC maj.", "2026-10-01", "open"), CAP_FINDING_AUDIT, "AU-02");
  cap_record_set (add_finding (rig, "E-03", "NC maj.", "2026-10-01", mended ? "closed" : "checked"),
                  CAP_FINDING_AUDIT, "AU-01");
}

static void
make_check_due (Rig      *rig,
                gboolean  mended)
{
  cap_record_set (add_finding (rig, "E-01", "NC min.", "2026-06-01", "checked"), CAP_FINDING_CHECK_DUE,
                  mended ? "2026-11-21" : "2026-11-20");
}

static void
make_many (Rig      *rig,
           gboolean  mended)
{
  add_finding (rig, "E-01", "NC min.", "2026-11-01", "open");
  add_finding (rig, "E-02", "NC min.", "2026-11-01", mended ? "closed" : "analysed");
  add_finding (rig, "E-03", "NC maj.", "2026-11-01", "open");
  add_finding (rig, "E-04", "PF", "2026-11-01", "open");
}

static void
make_name (Rig      *rig,
           gboolean  mended)
{
  cap_record_set (add_finding (rig, "E-01", "NC min.", "2026-11-01", "open"), CAP_FINDING_SEEN,
                  mended ? "Monsieur le client a signé" : "Le dossier de Mme Dupuis");
}

static const CheckCase cases[] = {
  { "finding-becoming-major", make_becoming_major },
  { "finding-late", make_late },
  { "major-of-stage-two", make_after_stage_two },
  { "finding-check-due", make_check_due },
  { "minors-on-a-clause", make_many },
  { "finding-names-a-person", make_name },
  { NULL, NULL },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  rig_add_tests (cases);

  return g_test_run ();
}
