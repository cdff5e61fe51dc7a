/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/cap-reflow.h"

#define SPACING 10
#define CHILD  100

static GtkWidget *
new_reflow (void)
{
  GtkWidget *reflow = g_object_ref_sink (cap_reflow_new (SPACING));

  for (int i = 0; i < 3; i++)
    {
      GtkWidget *child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_set_size_request (child, CHILD, 20 + 10 * i);
      cap_reflow_append (CAP_REFLOW (reflow), child);
    }

  return reflow;
}

static void
test_heights (void)
{
  static const struct
  {
    int width;
    int height;
  } cases[] = {
    { 3 * CHILD + 2 * SPACING, 40 },
    { 3 * CHILD + 2 * SPACING + 50, 40 },
    { 3 * CHILD + 2 * SPACING - 1, 30 + SPACING + 40 },
    { CHILD, 20 + 30 + 40 + 2 * SPACING },
  };
  GtkWidget *reflow = new_reflow ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int height;

      gtk_widget_measure (reflow, GTK_ORIENTATION_VERTICAL, cases[i].width, &height, NULL, NULL, NULL);
      g_assert_cmpint (height, ==, cases[i].height);
    }

  g_assert_finalize_object (reflow);
}

static void
test_rows_are_as_long (void)
{
  static const struct
  {
    int width;
    int height;
  } cases[] = {
    { 4 * CHILD + 3 * SPACING, 50 },
    { 3 * CHILD + 2 * SPACING, 30 + SPACING + 50 },
    { 2 * CHILD + SPACING, 30 + SPACING + 50 },
    { 2 * CHILD, 20 + 30 + 40 + 50 + 3 * SPACING },
  };
  GtkWidget *reflow = new_reflow ();
  GtkWidget *fourth = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_size_request (fourth, CHILD, 50);
  cap_reflow_append (CAP_REFLOW (reflow), fourth);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int height;

      gtk_widget_measure (reflow, GTK_ORIENTATION_VERTICAL, cases[i].width, &height, NULL, NULL, NULL);
      g_assert_cmpint (height, ==, cases[i].height);
    }

  g_assert_finalize_object (reflow);
}

static void
test_hidden_children_take_no_place (void)
{
  GtkWidget *reflow = new_reflow ();
  int minimum;
  int natural;

  gtk_widget_set_visible (gtk_widget_get_first_child (reflow), FALSE);
  gtk_widget_measure (reflow, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, CHILD);
  g_assert_cmpint (natural, ==, 2 * CHILD + SPACING);

  g_assert_finalize_object (reflow);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/reflow/heights", test_heights);
  g_test_add_func ("/ui/reflow/rows-are-as-long", test_rows_are_as_long);
  g_test_add_func ("/ui/reflow/hidden-children-take-no-place", test_hidden_children_take_no_place);

  return g_test_run ();
}
