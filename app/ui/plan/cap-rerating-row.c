/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/plan/cap-rerating-row.h"

#include <glib/gi18n.h>

/**
 * CapReratingRow:
 *
 * One criterion to rate anew: from which level to which, and the actions that
 * brought it. People may choose a lower level than what was aimed at.
 */
struct _CapReratingRow
{
  GtkListBoxRow        parent_instance;

  CapRerating         *rerating;   /* with the level that is chosen */
  const CapEvaluation *evaluation; /* borrowed: lives as long as the dossier of the window */

  /* Template children */
  GtkCheckButton      *check;
  GtkLabel            *title;
  GtkLabel            *reason;
  GtkLabel            *levels;
  GtkDropDown         *choice;
  GtkLabel            *evidence;
  GtkWidget           *aside_button;

  guint                silent : 1;
};

G_DEFINE_FINAL_TYPE (CapReratingRow, cap_rerating_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  CHANGED,
  SET_ASIDE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
changed_cb (CapReratingRow *self)
{
  if (!self->silent)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
update_evidence (CapReratingRow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->evidence),
                          cap_rerating_lacks_evidence (self->rerating, self->evaluation));
}

static void
level_chosen_cb (CapReratingRow *self)
{
  if (self->silent)
    return;

  self->rerating->to = self->rerating->from + 1 + (int) gtk_drop_down_get_selected (self->choice);
  update_evidence (self);
  changed_cb (self);
}

static void
set_aside_cb (CapReratingRow *self)
{
  g_signal_emit (self, signals[SET_ASIDE], 0);
}

/* From the next level up to the one aimed at; without a choice, a sentence. */
static void
show_levels (CapReratingRow *self)
{
  const CapRerating *rerating = self->rerating;
  const CapFramework *framework = self->evaluation->framework;
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  for (int level = rerating->from + 1; level <= rerating->to; level++)
    {
      g_autofree char *label = NULL;

      label = g_strdup_printf ("%d  %s", level, cap_framework_get_level (framework, level)->label);
      gtk_string_list_append (labels, label);
    }

  /* Translators: the level that a criterion has; the one that it could have follows */
  text = g_strdup_printf (_("Level %d →"), rerating->from);
  /* Translators: the code of a criterion */
  name = g_strdup_printf (_("New level of %s"), rerating->criterion->code);
  gtk_label_set_text (self->levels, text);
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->choice, (guint) (rerating->to - rerating->from - 1));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  /* The button inside is what has the focus. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->choice))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_rerating (CapReratingRow *self)
{
  const CapCriterion *criterion = self->rerating->criterion;
  g_autofree char *title = g_strdup_printf ("%s  %s", criterion->code, criterion->label);
  g_autofree char *name = g_strdup_printf ("%s, %s", criterion->code, criterion->label);
  g_autofree char *reason = cap_rerating_dup_reason (self->rerating);
  g_autofree char *evidence = NULL;
  g_autofree char *aside = NULL;

  /* Translators: a level */
  evidence = g_strdup_printf (_("From level %d on, evidence is expected: there is none yet."),
                              self->evaluation->framework->rules.evidence_from);
  /* Translators: the code of a criterion */
  aside = g_strdup_printf (_("Set aside %s…"), criterion->code);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->reason, reason);
  gtk_label_set_text (self->evidence, evidence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->aside_button), GTK_ACCESSIBLE_PROPERTY_LABEL, aside,
                                  -1);
  show_levels (self);
  update_evidence (self);
}

static void
cap_rerating_row_finalize (GObject *object)
{
  g_clear_pointer (&CAP_RERATING_ROW (object)->rerating, cap_rerating_free);

  G_OBJECT_CLASS (cap_rerating_row_parent_class)->finalize (object);
}

static void
cap_rerating_row_class_init (CapReratingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cap_rerating_row_finalize;

  signals[CHANGED] = g_signal_new ("changed", CAP_TYPE_RERATING_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[SET_ASIDE] = g_signal_new ("set-aside", CAP_TYPE_RERATING_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-rerating-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CapReratingRow, check);
  gtk_widget_class_bind_template_child (widget_class, CapReratingRow, title);
  gtk_widget_class_bind_template_child (widget_class, CapReratingRow, reason);
  gtk_widget_class_bind_template_child (widget_class, CapReratingRow, levels);
  gtk_widget_class_bind_template_child (widget_class, CapReratingRow, choice);
  gtk_widget_class_bind_template_child (widget_class, CapReratingRow, evidence);
  gtk_widget_class_bind_template_child (widget_class, CapReratingRow, aside_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, level_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_aside_cb);
}

static void
cap_rerating_row_init (CapReratingRow *self)
{
  self->silent = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cap_rerating_row_new:
 * @rerating: what is proposed
 * @evaluation: the one in course; must outlive the row
 *
 * Returns: (transfer floating): a row, ticked
 */
GtkWidget *
cap_rerating_row_new (const CapRerating   *rerating,
                      const CapEvaluation *evaluation)
{
  CapReratingRow *self;

  g_return_val_if_fail (rerating != NULL && evaluation != NULL, NULL);

  self = g_object_new (CAP_TYPE_RERATING_ROW, NULL);
  self->rerating = cap_rerating_copy (rerating);
  self->evaluation = evaluation;
  show_rerating (self);
  self->silent = FALSE;

  return GTK_WIDGET (self);
}

/* With the level that people chose. */
const CapRerating *
cap_rerating_row_get_rerating (CapReratingRow *self)
{
  g_return_val_if_fail (CAP_IS_RERATING_ROW (self), NULL);

  return self->rerating;
}

gboolean
cap_rerating_row_get_accepted (CapReratingRow *self)
{
  g_return_val_if_fail (CAP_IS_RERATING_ROW (self), FALSE);

  return gtk_check_button_get_active (self->check);
}

void
cap_rerating_row_set_accepted (CapReratingRow *self,
                               gboolean        accepted)
{
  g_return_if_fail (CAP_IS_RERATING_ROW (self));

  gtk_check_button_set_active (self->check, accepted);
}

void
cap_rerating_row_toggle (CapReratingRow *self)
{
  g_return_if_fail (CAP_IS_RERATING_ROW (self));

  gtk_check_button_set_active (self->check, !gtk_check_button_get_active (self->check));
}
