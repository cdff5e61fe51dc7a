/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quality/cap-complaint-figures.h"

#define TODAY "2026-11-20"

static CapRecord *
add (CapDossier *dossier,
     const char *code,
     const char *received,
     const char *answered,
     const char *closed)
{
  CapRecord *complaint = cap_record_new (CAP_REGISTER_COMPLAINT, NULL);

  cap_record_set (complaint, CAP_COMPLAINT_CODE, code);
  cap_record_set (complaint, CAP_COMPLAINT_SUBJECT, "L’équipe est arrivée en retard");
  cap_record_set (complaint, CAP_COMPLAINT_RECEIVED, received);
  cap_record_set (complaint, CAP_COMPLAINT_ANSWERED, answered);
  cap_record_set (complaint, CAP_COMPLAINT_CLOSED, closed);
  g_ptr_array_add (dossier->registers[CAP_REGISTER_COMPLAINT], complaint);

  return complaint;
}

static void
say (CapRecord  *complaint,
     const char *from,
     const char *processes)
{
  cap_record_set (complaint, CAP_COMPLAINT_PUBLIC, from);
  cap_record_set (complaint, CAP_COMPLAINT_PROCESS, processes);
}

static void
assert_group (const GPtrArray *groups,
              guint            index,
              const char      *name,
              guint            count)
{
  const CapComplaintGroup *group = g_ptr_array_index (groups, index);

  g_assert_cmpstr (group->name, ==, name);
  g_assert_cmpuint (group->count, ==, count);
}

static CapDossier *
new_sample (void)
{
  CapDossier *dossier = cap_dossier_new ("id", cap_member_new ("Une structure"));
  CapAction *action = cap_action_new (NULL, "Prévenir la veille");

  /* Fifteen days are in time, sixteen are not. */
  say (add (dossier, "RC-01", "2026-01-01", "2026-01-16", "2026-01-21"), "clients", "P2, P1");
  say (add (dossier, "RC-02", "2026-02-01", "2026-02-17", NULL), "participants", "P2");
  say (add (dossier, "RC-03", "2026-11-05", NULL, NULL), "clients", NULL);
  say (add (dossier, "RC-04", "2026-11-04", NULL, NULL), NULL, NULL);
  add (dossier, "RC-05", "2025-06-01", "2025-06-02", "2025-06-03");
  cap_action_add_origin (action, CAP_ORIGIN_COMPLAINT, "rc-01");
  cap_action_add_origin (action, CAP_ORIGIN_RISK, "RC-02");
  g_ptr_array_add (dossier->actions, action);

  return dossier;
}

static void
test_figures (void)
{
  g_autoptr(CapDossier) dossier = new_sample ();
  g_autoptr(CapComplaintFigures) figures = NULL;

  figures = cap_complaint_figures_new (dossier, "2026-01-01", "2026-12-31", TODAY);
  g_assert_cmpuint (figures->received, ==, 4);
  g_assert_cmpuint (figures->open, ==, 3);
  g_assert_cmpuint (figures->answered, ==, 2);
  g_assert_cmpuint (figures->answered_late, ==, 1);
  g_assert_cmpuint (figures->late->len, ==, 1);
  g_assert_cmpstr (cap_record_get_code (g_ptr_array_index (figures->late, 0)), ==, "RC-04");
  g_assert_cmpuint (figures->to_answer.n, ==, 2);
  g_assert_cmpint (figures->to_answer.median, ==, 155);
  g_assert_cmpint (figures->to_close.mean, ==, 200);
  g_assert_cmpuint (figures->with_action, ==, 1);

  g_assert_cmpuint (figures->by_public->len, ==, 3);
  assert_group (figures->by_public, 0, "participants", 1);
  assert_group (figures->by_public, 1, "clients", 2);
  assert_group (figures->by_public, 2, NULL, 1);
  g_assert_cmpuint (figures->by_process->len, ==, 3);
  assert_group (figures->by_process, 0, "P2", 2);
  assert_group (figures->by_process, 1, "P1", 1);
  assert_group (figures->by_process, 2, NULL, 2);
}

static void
test_states (void)
{
  static const CapComplaintState states[] = {
    CAP_COMPLAINT_ENDED, CAP_COMPLAINT_TREATED, CAP_COMPLAINT_WAITING, CAP_COMPLAINT_LATE,
  };
  g_autoptr(CapDossier) dossier = new_sample ();

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      const CapRecord *complaint = g_ptr_array_index (dossier->registers[CAP_REGISTER_COMPLAINT], i);

      g_assert_cmpint (cap_complaint_get_state (complaint, TODAY), ==, states[i]);
    }
}

/* The action that a complaint asks for is one that treats it. */
static void
test_action (void)
{
  g_autoptr(CapDossier) dossier = new_sample ();
  const CapRecord *complaint = g_ptr_array_index (dossier->registers[CAP_REGISTER_COMPLAINT], 3);
  CapAction *action = cap_complaint_new_action (complaint);
  g_autoptr(GPtrArray) actions = NULL;

  g_assert_cmpstr (action->title, ==, "L’équipe est arrivée en retard");
  g_assert_cmpint (action->kind, ==, CAP_ACTION_CORRECTIVE);
  g_ptr_array_add (dossier->actions, action);
  actions = cap_complaint_list_actions (complaint, dossier);
  g_assert_cmpuint (actions->len, ==, 1);
  g_assert_true (g_ptr_array_index (actions, 0) == action);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quality/complaint-figures/figures", test_figures);
  g_test_add_func ("/quality/complaint-figures/states", test_states);
  g_test_add_func ("/quality/complaint-figures/action", test_action);

  return g_test_run ();
}
