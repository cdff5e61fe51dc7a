/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/cap-command.h"

static void
test_labels (void)
{
  g_autofree char *answer = cap_gesture_dup_label (CAP_GESTURE_ANSWER, "A1.1");
  g_autofree char *member = cap_gesture_dup_label (CAP_GESTURE_MEMBER, "");
  g_autofree char *unknown = cap_gesture_dup_label ((CapGesture) 999, "x");
  g_autofree char *percent = cap_gesture_dup_label (CAP_GESTURE_IMPORT, "100 %s.csv");

  g_assert_cmpstr (answer, ==, "Answer A1.1");
  g_assert_cmpstr (member, ==, "Change the profile");
  g_assert_cmpstr (unknown, ==, "A change");
  g_assert_cmpstr (percent, ==, "Import 100 %s.csv");
}

/* What a command holds is its own: changing the value afterwards changes nothing. */
static void
test_edits_are_copies (void)
{
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_ANSWER, "A1.1");
  g_autoptr(CapAnswer) answer = cap_answer_new_rated ("A1.1", 2);
  const CapEdit *edit;

  g_ptr_array_add (answer->evidence, cap_evidence_new (NULL, "Projet", NULL, NULL));
  cap_command_put_answer (command, "some-evaluation", answer);
  cap_answer_rate (answer, 4);

  edit = g_ptr_array_index (command->edits, 0);
  g_assert_cmpint (edit->kind, ==, CAP_EDIT_PUT_ANSWER);
  g_assert_cmpstr (edit->owner, ==, "some-evaluation");
  g_assert_cmpint (((CapAnswer *) edit->value)->level, ==, 2);
  g_assert_cmpuint (((CapAnswer *) edit->value)->evidence->len, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/command/labels", test_labels);
  g_test_add_func ("/model/command/edits-are-copies", test_edits_are_copies);

  return g_test_run ();
}
