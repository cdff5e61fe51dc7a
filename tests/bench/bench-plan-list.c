/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 5 000 actions on the screen, or as many as asked: how long the main loop is
 * taken by each step, and how many frames come late while the list scrolls. The
 * baseline is a GtkListView of as many bare labels. */

#include <adwaita.h>
#include <stdio.h>
#include <stdlib.h>

#include "screen-fixture.h"
#include "ui/plan/cap-actions-view.h"

#define N_FRAMES 240
#define STEP     90.0 /* pixels that the list scrolls at each frame */

static guint n_actions = 5000;

static CapCommand *
make_plan (void)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_IMPORT, "bench");

  for (guint i = 0; i < n_actions; i++)
    {
      g_autofree char *title = g_strdup_printf ("Écrire la procédure numéro %u et la faire relire", i);
      g_autofree char *owner = g_strdup_printf ("Fonction %u", i % 40);
      g_autoptr(CapAction) action = cap_action_new (NULL, title);

      action->state = (CapActionState) (i % 3);
      action->owner = g_steal_pointer (&owner);
      action->due = g_strdup_printf ("2027-%02u-%02u", 1 + i % 12, 1 + i % 28);
      action->description = g_strdup ("Avec les encadrants et les personnes en parcours, en une page.");
      cap_action_add_origin (action, CAP_ORIGIN_CRITERION, i % 2 ? "A1.1" : "B2.3");
      g_ptr_array_add (action->notes, cap_action_note_new (NULL, "2026-11-20", "Première réunion tenue"));
      cap_command_put_action (command, action);
    }

  return command;
}

static gboolean
is_filled (ScreenFixture *fixture,
           gpointer       model)
{
  return g_list_model_get_n_items (cap_plan_model_get_lines (model)) == n_actions;
}

static GtkAdjustment *
find_adjustment (GtkWidget *root)
{
  GtkWidget *list = screen_fixture_find (root, "GtkListView", NULL);

  return gtk_scrolled_window_get_vadjustment (
    GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (list, GTK_TYPE_SCROLLED_WINDOW)));
}

typedef struct
{
  GtkAdjustment *adjustment;
  gint64         before;
  gint64         longest;
  guint          n_late;   /* frames that came after twice the time of one */
  guint          n_frames;
} Scroll;

static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  Scroll *scroll = user_data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  gint64 taken = scroll->n_frames > 1 ? now - scroll->before : 0;
  gint64 refresh = 0;

  gdk_frame_clock_get_refresh_info (clock, now, &refresh, NULL);
  scroll->longest = MAX (scroll->longest, taken);
  scroll->n_late += taken > 2 * refresh;
  scroll->before = now;
  gtk_adjustment_set_value (scroll->adjustment, gtk_adjustment_get_value (scroll->adjustment) + STEP);

  return scroll->n_frames++ < N_FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
measure_scroll (const char *name,
                GtkWidget  *window)
{
  Scroll scroll = { find_adjustment (window) };

  gtk_widget_add_tick_callback (window, scroll_cb, &scroll, NULL);
  while (scroll.n_frames <= N_FRAMES)
    g_main_context_iteration (NULL, TRUE);

  printf ("scroll %-14s %3u frames, %2u late, longest %5.1f ms\n", name, scroll.n_frames - 1, scroll.n_late,
          (double) scroll.longest / 1000);
}

static void
measure_search (CapPlanModel *model,
                const char   *words,
                const char   *name)
{
  gint64 start = g_get_monotonic_time ();

  cap_plan_model_set_search (model, words);
  printf ("%-21s %6.1f ms of the main loop, %u found\n", name,
          (double) (g_get_monotonic_time () - start) / 1000, cap_plan_model_get_n_shown (model));
}

static void
setup_label_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *list_item,
                gpointer                  user_data)
{
  gtk_list_item_set_child (list_item, gtk_label_new (NULL));
}

static void
bind_label_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *list_item,
               gpointer                  user_data)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (list_item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (list_item)));
}

static GtkWidget *
new_bare_list (void)
{
  GtkStringList *strings = gtk_string_list_new (NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  for (guint i = 0; i < n_actions; i++)
    gtk_string_list_append (strings, "Écrire la procédure d’accueil et la faire relire");
  g_signal_connect (factory, "setup", G_CALLBACK (setup_label_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_label_cb), NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled),
                                 gtk_list_view_new (GTK_SELECTION_MODEL (
                                   gtk_no_selection_new (G_LIST_MODEL (strings))), factory));

  return scrolled;
}

static void
measure_bare (void)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1180, 780);
  gtk_window_set_child (GTK_WINDOW (window), new_bare_list ());
  gtk_window_present (GTK_WINDOW (window));
  measure_scroll ("bare labels", window);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
measure_sort (CapPlanModel *model)
{
  gint64 start = g_get_monotonic_time ();

  cap_plan_model_set_sort (model, CAP_FIELD_OWNER, TRUE);
  printf ("%-21s %6.1f ms of the main loop\n", "sort by owner",
          (double) (g_get_monotonic_time () - start) / 1000);
}

int
main (int   argc,
      char *argv[])
{
  ScreenFixture fixture = { NULL };
  g_autoptr(CapPlanModel) model = NULL;
  gint64 start;

  screen_fixture_init (&argc, &argv);
  if (argc > 1)
    n_actions = (guint) strtoul (argv[1], NULL, 10);
  screen_fixture_set_up (&fixture, NULL);
  screen_fixture_run (&fixture, make_plan ());
  model = cap_plan_model_new (fixture.workspace);

  start = g_get_monotonic_time ();
  screen_fixture_show (&fixture, cap_actions_view_new (model));
  cap_plan_model_set_awake (model, TRUE);
  screen_fixture_wait (&fixture, is_filled, model);
  printf ("%u actions\n%-21s %6.1f ms\n", n_actions, "first shown",
          (double) (g_get_monotonic_time () - start) / 1000);

  measure_bare ();
  measure_scroll ("actions", fixture.window);
  measure_search (model, "procedure 49", "first search");
  measure_search (model, "procedure 4", "next search");
  measure_search (model, NULL, "all again");
  measure_sort (model);

  g_clear_object (&model);
  screen_fixture_tear_down (&fixture, NULL);

  return 0;
}
