/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "store/store-fixture.h"

/* The copy that an auditor works in. */

#define COPY_NAME "copy.capcedre"

static void
run (CapDossierFile *file,
     CapCommand     *command)
{
  g_autoptr(GError) error = NULL;

  cap_dossier_file_run (file, command, &error);
  g_assert_no_error (error);
  cap_command_free (command);
}

static CapRecord *
new_audit (void)
{
  CapRecord *audit = cap_record_new (CAP_REGISTER_AUDIT, NULL);

  cap_record_set (audit, CAP_AUDIT_CODE, "AU-03");
  cap_record_set (audit, CAP_AUDIT_TITLE, "Internal audit of spring");
  cap_record_set (audit, CAP_AUDIT_KIND, "internal");
  cap_record_set (audit, CAP_AUDIT_DATE, "2026-11-20");

  return audit;
}

static CapCommand *
new_change (const CapRecord *audit,
            const char      *synthesis)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_RECORD, "AU-03");
  g_autoptr(CapRecord) changed = cap_record_copy (audit);

  cap_record_set (changed, CAP_AUDIT_SYNTHESIS, synthesis);
  cap_command_put_record (command, changed);

  return command;
}

/* The dossier of the structure, with an audit, an answer, and another one that was undone. */
static CapRecord *
create (StoreFixture *fixture)
{
  g_autoptr(CapRecord) audit = new_audit ();

  store_fixture_create (fixture);
  run (fixture->file, new_change (audit, "As it was"));
  store_fixture_answer (fixture, 0, 3);
  store_fixture_answer (fixture, 1, 2);
  g_free (cap_dossier_file_undo (fixture->file, NULL));

  return g_steal_pointer (&audit);
}

static gboolean
allow_audits (const CapDossier *dossier,
              const char       *audit_id,
              const CapCommand *command)
{
  return command->gesture == CAP_GESTURE_RECORD;
}

static CapDossierFile *
hand_over (StoreFixture    *fixture,
           const CapRecord *audit)
{
  g_autofree char *path = g_build_filename (fixture->folder, COPY_NAME, NULL);
  g_autoptr(GError) error = NULL;
  CapDossierFile *copy;

  cap_dossier_file_hand_over (fixture->file, audit->id, path, &error);
  g_assert_no_error (error);
  copy = cap_dossier_file_open (path, CAP_FILE_WRITE, store_fixture_read_framework, &error);
  g_assert_no_error (error);

  return copy;
}

/* It holds what the dossier holds, published or not, says whose it is, and leaves the dossier as it was. */
static void
test_hand_over (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autoptr(CapRecord) audit = create (fixture);
  g_autoptr(CapDossier) before = cap_dossier_file_load (fixture->file, NULL);
  g_autoptr(CapDossierFile) file = hand_over (fixture, audit);
  g_autoptr(CapDossier) copy = cap_dossier_file_load (file, NULL);
  g_autoptr(CapDossier) after = cap_dossier_file_load (fixture->file, NULL);
  g_autofree char *dumped = store_fixture_dump (before);
  g_autofree char *dumped_after = store_fixture_dump (after);

  g_assert_null (before->audited);
  g_assert_null (after->audited);
  g_assert_cmpstr (copy->audited, ==, audit->id);
  g_assert_cmpstr (copy->id, ==, before->id);
  g_assert_cmpstr (dumped, ==, dumped_after);
  g_assert_cmpstr (after->undo_label, ==, before->undo_label);
  g_assert_cmpstr (after->redo_label, ==, before->redo_label);
  g_assert_cmpint (cap_evaluation_get_answer (cap_dossier_get_current (copy), "A1.1")->level, ==, 3);
}

/* What the structure did is not for the auditor to undo, nor to do again. */
static void
test_nothing_older_is_undone (StoreFixture  *fixture,
                              gconstpointer  data)
{
  g_autoptr(CapRecord) audit = create (fixture);
  g_autoptr(CapDossierFile) file = hand_over (fixture, audit);
  g_autoptr(CapDossier) copy = cap_dossier_file_load (file, NULL);
  g_autofree char *label = NULL;

  g_assert_null (copy->undo_label);
  g_assert_null (copy->redo_label);
  g_assert_null (cap_dossier_file_undo (file, NULL));
  g_assert_null (cap_dossier_file_redo (file, NULL));

  cap_dossier_file_set_guard (file, allow_audits);
  run (file, new_change (audit, "As it was found"));
  label = cap_dossier_file_undo (file, NULL);
  g_assert_nonnull (label);
  g_assert_null (cap_dossier_file_undo (file, NULL));
}

static void
assert_refused (CapDossierFile *file,
                CapCommand     *command,
                const char     *says)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CapDossier) before = cap_dossier_file_load (file, NULL);
  g_autoptr(CapDossier) after = NULL;

  g_assert_false (cap_dossier_file_run (file, command, &error));
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_OUT_OF_SCOPE);
  g_assert_nonnull (g_strstr_len (error->message, -1, says));
  after = cap_dossier_file_load (file, NULL);
  g_assert_cmpuint (after->revision, ==, before->revision);
  cap_command_free (command);
}

static void
test_guard (StoreFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr(CapRecord) audit = create (fixture);
  g_autoptr(CapDossierFile) file = hand_over (fixture, audit);
  g_autoptr(CapDossier) copy = cap_dossier_file_load (file, NULL);

  assert_refused (file, new_change (audit, "Found"), "AU-03"); /* without a guard, nothing is written */
  cap_dossier_file_set_guard (file, allow_audits);
  assert_refused (file, store_fixture_new_answer (copy, 0, 1), "AU-03");
  run (file, new_change (audit, "Found"));

  /* The dossier of the structure takes everything. */
  cap_dossier_file_set_guard (fixture->file, allow_audits);
  store_fixture_answer (fixture, 0, 1);
}

/* It stays an auditor’s copy once it is published, read again, and read only. */
static void
test_published (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autoptr(CapRecord) audit = create (fixture);
  g_autoptr(CapDossierFile) file = hand_over (fixture, audit);
  g_autofree char *path = g_build_filename (fixture->folder, COPY_NAME, NULL);
  g_autoptr(CapDossierFile) again = NULL;
  g_autoptr(CapDossier) copy = NULL;
  g_autoptr(CapDossier) origin = NULL;
  g_autoptr(GError) error = NULL;

  cap_dossier_file_set_guard (file, allow_audits);
  run (file, new_change (audit, "Found"));
  run (file, new_change (audit, "Found twice"));
  g_assert_true (cap_dossier_file_close (file, NULL));

  again = cap_dossier_file_open (path, CAP_FILE_READ, store_fixture_read_framework, &error);
  g_assert_no_error (error);
  copy = cap_dossier_file_load (again, &error);
  g_assert_cmpstr (copy->audited, ==, audit->id);
  g_assert_cmpstr (cap_record_get (cap_dossier_find_record (copy, CAP_REGISTER_AUDIT, audit->id),
                                   CAP_AUDIT_SYNTHESIS), ==, "Found twice");

  origin = cap_dossier_file_load_origin (again, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (cap_record_get (cap_dossier_find_record (origin, CAP_REGISTER_AUDIT, audit->id),
                                   CAP_AUDIT_SYNTHESIS), ==, "As it was");
}

static void
test_refusals (StoreFixture  *fixture,
               gconstpointer  data)
{
  g_autoptr(CapRecord) audit = create (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, COPY_NAME, NULL);
  g_autofree char *other = g_build_filename (fixture->folder, "other.capcedre", NULL);
  g_autoptr(CapDossierFile) file = NULL;
  g_autoptr(GError) absent = NULL;
  g_autoptr(GError) exists = NULL;
  g_autoptr(GError) twice = NULL;

  g_assert_false (cap_dossier_file_hand_over (fixture->file, "no such audit", path, &absent));
  g_assert_error (absent, CAP_STORE_ERROR, CAP_STORE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  file = hand_over (fixture, audit);
  g_assert_false (cap_dossier_file_hand_over (fixture->file, audit->id, path, &exists));
  g_assert_error (exists, CAP_STORE_ERROR, CAP_STORE_ERROR_EXISTS);
  g_assert_false (cap_dossier_file_hand_over (file, audit->id, other, &twice));
  g_assert_error (twice, CAP_STORE_ERROR, CAP_STORE_ERROR_OUT_OF_SCOPE);
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
}

int
main (int   argc,
      char *argv[])
{
  store_fixture_init (&argc, &argv);

  store_fixture_add ("/auditor-copy/hand-over", test_hand_over);
  store_fixture_add ("/auditor-copy/nothing-older-is-undone", test_nothing_older_is_undone);
  store_fixture_add ("/auditor-copy/guard", test_guard);
  store_fixture_add ("/auditor-copy/published", test_published);
  store_fixture_add ("/auditor-copy/refusals", test_refusals);

  return g_test_run ();
}
