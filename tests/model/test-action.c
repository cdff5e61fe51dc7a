/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/cap-action.h"

static void
test_late (void)
{
  static const struct { CapActionState state; const char *due; gboolean late; } cases[] = {
    { CAP_ACTION_TODO, "2026-11-19", TRUE },
    { CAP_ACTION_STARTED, "2026-11-19", TRUE },
    { CAP_ACTION_STARTED, "2026-11-20", FALSE },
    { CAP_ACTION_STARTED, "2026-11-21", FALSE },
    { CAP_ACTION_STARTED, NULL, FALSE },
    { CAP_ACTION_DONE, "2026-11-19", FALSE },
    { CAP_ACTION_VERIFIED, "2026-11-19", FALSE },
    { CAP_ACTION_ABANDONED, "2026-11-19", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CapAction) action = cap_action_new (NULL, "Écrire le projet");

      action->state = cases[i].state;
      action->due = g_strdup (cases[i].due);
      g_assert_cmpint (cap_action_is_late (action, "2026-11-20"), ==, cases[i].late);
    }
}

/* Done is open, and not pending: its effect is to be checked. */
static void
test_states (void)
{
  static const struct { CapActionState state; const char *name; gboolean open; gboolean pending; } cases[] = {
    { CAP_ACTION_TODO, "todo", TRUE, TRUE },
    { CAP_ACTION_STARTED, "started", TRUE, TRUE },
    { CAP_ACTION_DONE, "done", TRUE, FALSE },
    { CAP_ACTION_VERIFIED, "verified", FALSE, FALSE },
    { CAP_ACTION_ABANDONED, "abandoned", FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CapAction) action = cap_action_new (NULL, "Écrire le projet");
      CapActionState state;

      action->state = cases[i].state;
      g_assert_cmpint (cap_action_is_open (action), ==, cases[i].open);
      g_assert_cmpint (cap_action_is_pending (action), ==, cases[i].pending);
      g_assert_cmpstr (cap_action_state_to_name (cases[i].state), ==, cases[i].name);
      g_assert_true (cap_action_state_from_name (cases[i].name, &state));
      g_assert_cmpint (state, ==, cases[i].state);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/action/late", test_late);
  g_test_add_func ("/model/action/states", test_states);

  return g_test_run ();
}
