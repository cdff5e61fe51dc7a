/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tests/report/sample.h"

#include "exchange/cap-demo.h"
#include "exchange/cap-framework-json.h"
#include "tests/model/memory-dossier.h"

#define TODAY "2026-11-20"

static CapMember *
find_member (const CapCommand *command)
{
  for (guint i = 0; i < command->edits->len; i++)
    {
      const CapEdit *edit = g_ptr_array_index (command->edits, i);

      if (edit->kind == CAP_EDIT_PUT_MEMBER)
        return cap_member_copy (edit->value);
    }

  g_assert_not_reached ();
}

CapDossier *
sample_new_dossier_of_demo (void)
{
  g_autoptr(GPtrArray) commands = cap_demo_list_commands (CAP_DEMO_STRUCTURE);
  CapDossier *dossier = cap_dossier_new ("demo", find_member (g_ptr_array_index (commands, 0)));

  for (guint i = 0; i < commands->len; i++)
    memory_dossier_apply (dossier, g_ptr_array_index (commands, i));

  /* The store numbers them. */
  for (guint i = 0; i < dossier->actions->len; i++)
    ((CapAction *) g_ptr_array_index (dossier->actions, i))->number = i + 1;

  return dossier;
}

static CapIndicator *
make_indicator (void)
{
  CapIndicator *indicator = cap_indicator_new ("indicator", "I-01", "Sorties dynamiques");

  indicator->unit = g_strdup ("%");
  indicator->baseline = 48000;
  indicator->target = 65000;
  cap_indicator_set_value (indicator, "2026-01-31", 49500, NULL);
  cap_indicator_set_value (indicator, "2026-04-30", 55000, NULL);
  cap_indicator_set_value (indicator, "2026-07-31", 53250, NULL);
  cap_indicator_set_value (indicator, "2026-10-31", 61000, NULL);

  return indicator;
}

static void
add_story (CapAction *action,
           guint      index)
{
  for (guint i = 0; i < index % 7; i++)
    {
      g_autofree char *step = g_strdup_printf ("Étape %u : réunir l'équipe et décider de la suite", i + 1);
      g_autofree char *text = g_strdup_printf ("Point d'étape %u : le groupe de travail s'est réuni ; deux "
                                               "questions restent ouvertes, dont celle des salariés mis à "
                                               "disposition, à revoir avec les utilisateurs.", i + 1);
      g_autofree char *date = g_strdup_printf ("2026-%02u-15", i + 3);

      g_ptr_array_add (action->steps, cap_action_step_new (NULL, step, i < 2));
      g_ptr_array_add (action->notes, cap_action_note_new (NULL, date, text));
    }
}

/* What an action of this state would have gone through. */
static void
add_course (CapAction *action,
            guint      index)
{
  static const char * const days[] = { "2026-02-03", "2026-05-12", "2025-09-30", "2026-11-02" };
  const char *day = days[index % G_N_ELEMENTS (days)];

  if (action->state == CAP_ACTION_DONE || action->state == CAP_ACTION_VERIFIED)
    action->done = g_strdup (day);
  if (action->state == CAP_ACTION_DONE)
    action->check_due = g_strdup ("2026-12-01");
  if (action->state == CAP_ACTION_ABANDONED)
    action->reason = g_strdup ("Le financement n'a pas été obtenu : l'action est "
                               "reprise dans le projet associatif.");
  if (cap_action_is_open (action))
    return;

  action->closed = g_strdup (day);
  if (action->state != CAP_ACTION_VERIFIED)
    return;

  action->verdict = CAP_VERDICT_EFFECTIVE;
  action->checked = g_strdup (day);
  action->check_by = g_strdup ("Référence qualité");
  action->check_evidence = g_strdup ("Tableau de bord du troisième trimestre, et trois entretiens.");
}

static CapAction *
make_action (guint         index,
             const char   *criterion,
             const char   *after)
{
  static const char * const owners[] = {
    "Direction", "Référence qualité", "Encadrement technique", NULL,
    "Accompagnement socioprofessionnel et relations avec les employeurs",
  };
  static const char * const dues[] = { "2026-10-15", "2026-11-27", "2027-01-31", "2027-03-15", NULL };
  g_autofree char *id = g_strdup_printf ("action-%u", index);
  g_autofree char *title = g_strdup_printf ("Action numéro %u du plan de progrès de la structure", index);
  CapAction *action = cap_action_new (id, title);

  action->number = index;
  action->state = (CapActionState) (index % CAP_N_ACTION_STATES);
  action->owner = g_strdup (owners[(index / 5) % G_N_ELEMENTS (owners)]);
  action->due = g_strdup (dues[(index / 3) % G_N_ELEMENTS (dues)]);
  action->start = g_strdup ("2026-01-05");
  action->created = g_strdup ("2026-01-02");
  action->news = g_strdup (index % 4 == 0 ? "2026-06-01" : "2026-11-10");
  action->days_hundredths = index % 3 == 0 ? 250 : CAP_AMOUNT_UNSET;
  action->euros = index % 6 == 0 ? 1200 : CAP_AMOUNT_UNSET;
  action->contributors = g_strdup (index % 2 == 0 ? "Bureau du conseil\nGestion et paie" : NULL);
  if (index % 2 == 0)
    action->description = g_strdup ("Reprendre la procédure d'accueil, la relire avec deux salariés, la "
                                    "raccourcir : une page, des images, un seul exemplaire.");
  action->expected = g_strdup ("Chaque personne sait à qui s'adresser dès la première semaine.");
  cap_action_add_origin (action, CAP_ORIGIN_CRITERION, criterion);
  if (index % 3 == 1)
    cap_action_add_origin (action, CAP_ORIGIN_FINDING, "EC-2026-03");
  if (after != NULL)
    {
      g_strfreev (action->after);
      action->after = g_strdupv ((char *[]) { (char *) after, NULL });
    }
  action->indicator = g_strdup (index % 5 == 2 ? "indicator" : NULL);
  add_story (action, index);
  add_course (action, index);

  return action;
}

/* The demonstration with a plan of its own, which says all that a plan can say. */
CapDossier *
sample_new_dossier_of_plan (guint n_actions)
{
  CapDossier *dossier = sample_new_dossier_of_demo ();
  const GPtrArray *criteria = cap_dossier_get_current (dossier)->framework->criteria;
  g_autofree char *after = NULL;

  g_ptr_array_set_size (dossier->actions, 0);
  g_ptr_array_set_size (dossier->indicators, 0);
  g_ptr_array_set_size (dossier->reviews, 0);
  g_ptr_array_add (dossier->indicators, make_indicator ());
  g_ptr_array_add (dossier->reviews, cap_plan_review_new (NULL, "2026-09-15", "Revue de la rentrée"));
  for (guint i = 1; i <= n_actions; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (criteria, (i * 7) % criteria->len);
      CapAction *action = make_action (i, criterion->code, i % 4 == 0 ? after : NULL);

      g_ptr_array_add (dossier->actions, action);
      g_free (after);
      after = g_strdup (action->id);
    }

  return dossier;
}

Sample *
sample_new_demo (void)
{
  return sample_new (sample_new_dossier_of_demo ());
}

Sample *
sample_new_empty (const char *name)
{
  g_autoptr(CapFramework) framework = cap_framework_json_load_default ();
  CapDossier *dossier = cap_dossier_new ("empty", cap_member_new (name));

  g_ptr_array_add (dossier->evaluations, cap_evaluation_new ("one", 1, TODAY, CAP_MODE_CAP, framework));

  return sample_new (dossier);
}

/* Takes @dossier. */
Sample *
sample_new (CapDossier *dossier)
{
  Sample *self = g_new0 (Sample, 1);
  const CapEvaluation *previous = cap_dossier_get_previous (dossier);

  self->dossier = dossier;
  self->photograph = cap_photograph_new (cap_dossier_get_current (dossier), dossier->member);
  if (previous != NULL)
    self->comparison = cap_comparison_new (cap_dossier_get_current (dossier), previous, dossier->member);
  self->proposals = cap_proposals_list (self->photograph, dossier->actions, NULL, TODAY);

  return self;
}

void
sample_free (Sample *self)
{
  g_ptr_array_unref (self->proposals);
  g_clear_pointer (&self->comparison, cap_comparison_free);
  cap_photograph_unref (self->photograph);
  cap_dossier_unref (self->dossier);
  g_free (self);
}

CapReportInput
sample_get_input (const Sample *self)
{
  return (CapReportInput) {
    .dossier = self->dossier,
    .evaluation = cap_dossier_get_current (self->dossier),
    .photograph = self->photograph,
    .previous_evaluation = cap_dossier_get_previous (self->dossier),
    .comparison = self->comparison,
    .proposals = self->proposals,
    .date = TODAY,
  };
}

static GBytes *
render (const Sample  *self,
        CapReportKind  kind,
        CapReportLayout  layout)
{
  CapReportInput input = sample_get_input (self);
  g_autoptr(GError) error = NULL;
  GBytes *pdf;

  input.layout = layout;
  pdf = cap_report_render (kind, &input, &error);
  g_assert_no_error (error);

  return pdf;
}

GBytes *
sample_render (const Sample  *self,
               CapReportKind  kind)
{
  return render (self, kind, CAP_LAYOUT_SHEETS);
}

GBytes *
sample_render_plan (const Sample  *self,
                    CapReportLayout  layout)
{
  return render (self, CAP_REPORT_PLAN, layout);
}
