/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-rig.h"

static CapRadiography *
look (const Rig *rig)
{
  return cap_radiography_new (rig->dossier, rig->catalogue, RIG_TODAY);
}

/* Ids are for files: each is one check's, in small letters and dashes. */
static void
test_catalogue (void)
{
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (cap_check_get_count (), >=, 28);
  for (guint i = 0; i < cap_check_get_count (); i++)
    {
      const CapCheck *check = cap_check_get (i);

      g_assert_true (g_hash_table_add (ids, (char *) check->id));
      g_assert_true (g_hash_table_add (titles, (char *) check->title));
      g_assert_true (g_regex_match_simple ("^[a-z]+(-[a-z]+)*$", check->id, 0, 0));
      g_assert_true (check->title != NULL && *check->title != '\0');
      g_assert_true (cap_check_find (check->id) == check);
      g_assert_true (i == 0 || check->family >= cap_check_get (i - 1)->family);
    }
  g_assert_null (cap_check_find ("parrot"));
}

/* A structure that made a CAP and nothing else is not asked for what only an auditor looks at. */
static void
test_calm (void)
{
  Rig rig;
  g_autoptr(CapRadiography) calm = NULL;
  g_autoptr(CapRadiography) asked = NULL;

  rig_set_up (&rig, CAP_MODE_CAP);
  calm = look (&rig);
  g_assert_cmpuint (calm->alerts->len, ==, 0);
  g_assert_cmpuint (calm->aside->len, ==, 0);
  rig_tear_down (&rig);

  rig_set_up (&rig, CAP_MODE_CERTIFICATION);
  asked = look (&rig);
  g_assert_cmpuint (asked->counts[CAP_SEVERITY_SERIOUS], ==, 5);
  rig_tear_down (&rig);
}

/* The same answer without evidence weighs more when a certification is prepared. */
static void
test_severity (void)
{
  for (CapMode mode = CAP_MODE_CAP; mode <= CAP_MODE_CERTIFICATION; mode++)
    {
      Rig rig;
      g_autoptr(CapRadiography) radiography = NULL;

      rig_set_up (&rig, mode);
      cap_evaluation_take_answer (g_ptr_array_index (rig.dossier->evaluations, 0),
                                  cap_answer_new_rated ("A1.1", 3));
      radiography = look (&rig);
      g_assert_cmpuint (radiography->counts[CAP_SEVERITY_LOOK], ==, mode == CAP_MODE_CAP ? 1 : 0);
      g_assert_cmpuint (radiography->counts[CAP_SEVERITY_SERIOUS], ==, mode == CAP_MODE_CAP ? 0 : 6);
      rig_tear_down (&rig);
    }
}

/* A piece that was taken out supports nothing any more. */
static void
test_removed_piece (void)
{
  Rig rig;
  CapAnswer *answer = cap_answer_new_rated ("A1.1", 3);
  CapEvidence *piece = cap_evidence_new ("p", "Livret", "Classeur 1", NULL);
  g_autoptr(CapRadiography) with = NULL;
  g_autoptr(CapRadiography) without = NULL;

  rig_set_up (&rig, CAP_MODE_CAP);
  g_ptr_array_add (answer->evidence, cap_evidence_copy (piece));
  cap_evaluation_take_answer (g_ptr_array_index (rig.dossier->evaluations, 0), answer);
  g_ptr_array_add (rig.dossier->evidence, piece);
  with = look (&rig);
  g_assert_cmpuint (with->alerts->len, ==, 0);

  piece->removed = g_strdup ("2026-11-02");
  without = look (&rig);
  g_assert_cmpuint (without->alerts->len, ==, 1);
  rig_tear_down (&rig);
}

static void
test_order (void)
{
  Rig rig;
  CapAction *action;
  g_autoptr(CapRadiography) radiography = NULL;

  rig_set_up (&rig, CAP_MODE_CERTIFICATION);
  rig_add_process (&rig, "P-01", "Accueillir");
  rig_add_risk (&rig);
  action = rig_add_action (&rig, "Former");
  g_clear_pointer (&action->due, g_free);
  radiography = look (&rig);

  for (guint i = 1; i < radiography->alerts->len; i++)
    {
      const CapAlert *before = g_ptr_array_index (radiography->alerts, i - 1);
      const CapAlert *alert = g_ptr_array_index (radiography->alerts, i);

      g_assert_cmpint (before->severity, <=, alert->severity);
      g_assert_true (before->severity < alert->severity || before->check->family <= alert->check->family);
    }
  rig_tear_down (&rig);
}

/* What the store would do with the gestures of silence. */
static void
apply (Rig              *rig,
       const CapCommand *command)
{
  const CapEdit *edit = g_ptr_array_index (command->edits, command->edits->len - 1);
  GPtrArray *silences = rig->dossier->registers[CAP_REGISTER_SILENCE];

  for (guint i = 0; i < silences->len; i++)
    {
      if (g_str_equal (((CapRecord *) g_ptr_array_index (silences, i))->id, ((CapRecord *) edit->value)->id))
        g_ptr_array_remove_index (silences, i--);
    }
  if (edit->kind == CAP_EDIT_PUT_RECORD)
    g_ptr_array_add (silences, cap_record_copy (edit->value));
}

static void
test_silence (void)
{
  Rig rig;
  const CapAlert *alert;
  g_autoptr(CapRadiography) found = NULL;
  g_autoptr(CapRadiography) silenced = NULL;
  g_autoptr(CapCommand) silence = NULL;

  rig_set_up (&rig, CAP_MODE_CAP);
  rig_add_risk (&rig);
  found = look (&rig);
  g_assert_cmpuint (found->alerts->len, ==, 1);
  alert = g_ptr_array_index (found->alerts, 0);
  g_assert_null (alert->reason);
  g_assert_null (cap_radiography_silence (rig.dossier, alert, " ab ", RIG_TODAY));
  g_assert_null (cap_radiography_speak (rig.dossier, alert));

  silence = cap_radiography_silence (rig.dossier, alert, " Vu en bureau ", RIG_TODAY);
  g_assert_cmpint (silence->gesture, ==, CAP_GESTURE_SILENCE);
  g_assert_cmpstr (silence->detail, ==, "R-01");
  apply (&rig, silence);
  silenced = look (&rig);
  g_assert_cmpuint (silenced->alerts->len, ==, 0);
  g_assert_cmpuint (silenced->counts[CAP_SEVERITY_SERIOUS], ==, 0);
  g_assert_cmpuint (silenced->aside->len, ==, 1);
  alert = g_ptr_array_index (silenced->aside, 0);
  g_assert_cmpstr (alert->reason, ==, "Vu en bureau");
  g_assert_cmpstr (alert->since, ==, RIG_TODAY);
  rig_tear_down (&rig);
}

/* It comes back when asked; another alert of the same check was never silent. */
static void
test_speak (void)
{
  Rig rig;
  CapRecord *other;
  const CapAlert *alert;
  g_autoptr(CapRadiography) found = NULL;
  g_autoptr(CapRadiography) silenced = NULL;
  g_autoptr(CapRadiography) again = NULL;
  g_autoptr(CapCommand) silence = NULL;
  g_autoptr(CapCommand) other_reason = NULL;
  g_autoptr(CapCommand) speak = NULL;

  rig_set_up (&rig, CAP_MODE_CAP);
  rig_add_risk (&rig);
  other = rig_add_risk (&rig);
  cap_record_set (other, CAP_RISK_CODE, "R-02");
  cap_record_set (other, CAP_RISK_TITLE, "Incendie");
  found = look (&rig);
  g_assert_cmpuint (found->alerts->len, ==, 2);
  alert = g_ptr_array_index (found->alerts, 0);
  silence = cap_radiography_silence (rig.dossier, alert, "Vu en bureau", RIG_TODAY);
  apply (&rig, silence);
  other_reason = cap_radiography_silence (rig.dossier, alert, "Vu en conseil", RIG_TODAY);
  apply (&rig, other_reason);
  g_assert_cmpuint (rig.dossier->registers[CAP_REGISTER_SILENCE]->len, ==, 1);
  silenced = look (&rig);
  g_assert_cmpuint (silenced->alerts->len, ==, 1);

  speak = cap_radiography_speak (rig.dossier, g_ptr_array_index (silenced->aside, 0));
  g_assert_cmpint (speak->gesture, ==, CAP_GESTURE_SPEAK);
  apply (&rig, speak);
  again = look (&rig);
  g_assert_cmpuint (again->alerts->len, ==, 2);
  rig_tear_down (&rig);
}

/* A route that follows no standard has no clause to be mistaken about. */
static void
test_no_standard (void)
{
  Rig rig;
  g_autoptr(CapRadiography) radiography = NULL;

  rig_set_up (&rig, CAP_MODE_CAP);
  g_ptr_array_add (rig.catalogue->routes, cap_route_new ("cap-rse", "CAP RSE"));
  rig_add_target (&rig);
  cap_record_set (g_ptr_array_index (rig.dossier->registers[CAP_REGISTER_TARGET], 0), CAP_TARGET_ROUTE,
                  "cap-rse");
  rig_add (&rig, CAP_REGISTER_EXCLUSION, CAP_EXCLUSION_CODE, "9.2", CAP_EXCLUSION_REASON, "Sans objet", -1);
  radiography = look (&rig);
  for (guint i = 0; i < radiography->alerts->len; i++)
    g_assert_cmpstr (((CapAlert *) g_ptr_array_index (radiography->alerts, i))->check->id, !=,
                     "exclusion-refused");
  rig_tear_down (&rig);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quality/radiography/catalogue", test_catalogue);
  g_test_add_func ("/quality/radiography/calm", test_calm);
  g_test_add_func ("/quality/radiography/severity", test_severity);
  g_test_add_func ("/quality/radiography/removed-piece", test_removed_piece);
  g_test_add_func ("/quality/radiography/order", test_order);
  g_test_add_func ("/quality/radiography/silence", test_silence);
  g_test_add_func ("/quality/radiography/speak", test_speak);
  g_test_add_func ("/quality/radiography/no-standard", test_no_standard);

  return g_test_run ();
}
