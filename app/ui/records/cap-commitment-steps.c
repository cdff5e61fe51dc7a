/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/records/cap-commitment-steps.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "quality/cap-commitment-figures.h"
#include "quality/cap-commitment-rules.h"
#include "ui/widgets/cap-date-row.h"
#include "ui/widgets/cap-fault-row.h"
#include "ui/widgets/cap-reflow.h"

#define COLUMN_WIDTH 340

/**
 * CapCommitmentSteps:
 *
 * The two gestures of a commitment in course: a mid-term review was held, and it is over. The dates
 * are proposed: one key is enough most of the time.
 */
struct _CapCommitmentSteps
{
  AdwBin               parent_instance;

  CapWorkspace        *workspace;
  CapRecord           *commitment; /* on display, or NULL */

  AdwPreferencesGroup *review_group;
  GtkWidget           *held;
  GtkWidget           *held_fault;
  GtkWidget           *next;
  AdwPreferencesGroup *end_group;
  GtkWidget           *closed;
  GtkWidget           *closed_fault;
  GtkWidget           *outcome;
};

G_DEFINE_FINAL_TYPE (CapCommitmentSteps, cap_commitment_steps, ADW_TYPE_BIN)

static void
ran_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(CapCommitmentSteps) self = CAP_COMMITMENT_STEPS (user_data);
  g_autoptr(GError) error = NULL;

  if (!cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error))
    cap_fault_row_set_sentence (CAP_FAULT_ROW (self->held_fault), error->message);
}

static gboolean
can_change (CapCommitmentSteps *self)
{
  return self->commitment != NULL && cap_workspace_get_dossier (self->workspace) != NULL &&
         !cap_workspace_get_read_only (self->workspace);
}

static void
hold_cb (CapCommitmentSteps *self)
{
  const char *held = cap_date_row_get_date (CAP_DATE_ROW (self->held));
  const char *next = cap_date_row_get_date (CAP_DATE_ROW (self->next));
  g_autofree char *today = cap_workspace_dup_today (self->workspace);
  g_autofree char *fault = NULL;

  if (!can_change (self))
    return;

  fault = cap_commitment_check_review (cap_workspace_get_dossier (self->workspace), self->commitment, held,
                                       next, today);
  cap_fault_row_set_sentence (CAP_FAULT_ROW (self->held_fault), fault);
  if (fault == NULL)
    cap_workspace_run_async (self->workspace,
                             cap_commitment_new_review_command (self->commitment, held, next), NULL, ran_cb,
                             g_object_ref (self));
}

/* The next one follows the one that was held. */
static void
held_chosen_cb (CapCommitmentSteps *self)
{
  g_autofree char *next = cap_commitment_dup_next_review (cap_date_row_get_date (CAP_DATE_ROW (self->held)));

  cap_date_row_set_date (CAP_DATE_ROW (self->next), next);
}

/* The first choice says nothing. */
static const char *
get_outcome (CapCommitmentSteps *self)
{
  const CapChoice *choices = cap_register_get (CAP_REGISTER_COMMITMENT)
                               ->fields[CAP_COMMITMENT_OUTCOME].choices;
  const guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->outcome));

  return selected > 0 && selected <= CAP_N_OUTCOMES ? choices[selected - 1].name : NULL;
}

static void
end_cb (CapCommitmentSteps *self)
{
  const char *closed = cap_date_row_get_date (CAP_DATE_ROW (self->closed));
  g_autofree char *today = cap_workspace_dup_today (self->workspace);
  g_autofree char *fault = NULL;

  if (!can_change (self))
    return;

  fault = cap_commitment_check_end (self->commitment, closed, today);
  cap_fault_row_set_sentence (CAP_FAULT_ROW (self->closed_fault), fault);
  if (fault == NULL)
    cap_workspace_run_async (self->workspace,
                             cap_commitment_new_end_command (self->commitment, closed, get_outcome (self)),
                             NULL, ran_cb, g_object_ref (self));
}

static GtkWidget *
add_date (CapCommitmentSteps  *self,
          AdwPreferencesGroup *group,
          const char          *title)
{
  GtkWidget *row = cap_date_row_new (title);

  adw_preferences_group_add (group, row);

  return row;
}

static GtkWidget *
add_fault (AdwPreferencesGroup *group,
           GtkWidget           *field)
{
  GtkWidget *fault = cap_fault_row_new (field);

  adw_preferences_group_add (group, fault);

  return fault;
}

static AdwPreferencesGroup *
add_group (CapCommitmentSteps *self,
           CapReflow          *columns,
           const char         *title,
           const char         *button_label,
           GCallback           clicked)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *button = gtk_button_new_with_label (button_label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), button);
  gtk_widget_set_size_request (group, COLUMN_WIDTH, -1);
  gtk_widget_set_valign (group, GTK_ALIGN_START);
  cap_reflow_append (columns, group);

  return ADW_PREFERENCES_GROUP (group);
}

static GtkWidget *
new_outcome_row (void)
{
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();

  gtk_string_list_append (labels, _("Not said"));
  for (guint outcome = 0; outcome < CAP_N_OUTCOMES; outcome++)
    gtk_string_list_append (labels, cap_outcome_get_label (outcome));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Outcome"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));

  return row;
}

static void
cap_commitment_steps_dispose (GObject *object)
{
  CapCommitmentSteps *self = CAP_COMMITMENT_STEPS (object);

  g_clear_pointer (&self->commitment, cap_record_free);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_commitment_steps_parent_class)->dispose (object);
}

static void
cap_commitment_steps_class_init (CapCommitmentStepsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cap_commitment_steps_dispose;
}

static void
cap_commitment_steps_init (CapCommitmentSteps *self)
{
  GtkWidget *columns = cap_reflow_new (18);

  self->review_group = add_group (self, CAP_REFLOW (columns), _("Mid-term review"),
                                  C_("commitment", "Review Held"), G_CALLBACK (hold_cb));
  self->held = add_date (self, self->review_group, _("Held on"));
  self->held_fault = add_fault (self->review_group, self->held);
  self->next = add_date (self, self->review_group, _("Next review"));
  g_signal_connect_object (self->held, "chosen", G_CALLBACK (held_chosen_cb), self, G_CONNECT_SWAPPED);

  self->end_group = add_group (self, CAP_REFLOW (columns), C_("commitment", "End"),
                               C_("commitment", "Close It"), G_CALLBACK (end_cb));
  self->closed = add_date (self, self->end_group, _("Ended on"));
  self->closed_fault = add_fault (self->end_group, self->closed);
  self->outcome = new_outcome_row ();
  adw_preferences_group_add (self->end_group, self->outcome);
  adw_bin_set_child (ADW_BIN (self), columns);
}

GtkWidget *
cap_commitment_steps_new (CapWorkspace *workspace)
{
  CapCommitmentSteps *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_COMMITMENT_STEPS, NULL);
  self->workspace = g_object_ref (workspace);

  return GTK_WIDGET (self);
}

static char *
describe_review (const CapRecord *commitment,
                 const char      *today)
{
  const char *due = cap_record_get (commitment, CAP_COMMITMENT_REVIEW);
  g_autofree char *day = due != NULL ? cap_date_format_long (due) : NULL;

  if (day == NULL)
    return g_strdup (_("No day is planned for it."));

  /* Translators: %s is a day */
  return g_strdup_printf (cap_commitment_get_state (commitment, today) == CAP_COMMITMENT_LATE
                          ? _("Planned on %s: it is late.") : _("Planned on %s."), day);
}

/* What is proposed follows the commitment; what a person wrote stays while that is the same. */
void
cap_commitment_steps_show (CapCommitmentSteps *self,
                           const CapRecord    *commitment)
{
  g_autofree char *today = NULL;
  g_autofree char *description = NULL;

  g_return_if_fail (CAP_IS_COMMITMENT_STEPS (self) && commitment != NULL);

  today = cap_workspace_dup_today (self->workspace);
  gtk_widget_set_visible (GTK_WIDGET (self), !cap_workspace_get_read_only (self->workspace) &&
                          cap_commitment_get_state (commitment, today) != CAP_COMMITMENT_ENDED);
  if (self->commitment != NULL && cap_record_equal (self->commitment, commitment))
    return;

  g_clear_pointer (&self->commitment, cap_record_free);
  self->commitment = cap_record_copy (commitment);
  description = describe_review (commitment, today);
  adw_preferences_group_set_description (self->review_group, description);
  cap_date_row_set_date (CAP_DATE_ROW (self->held), today);
  held_chosen_cb (self);
  cap_date_row_set_date (CAP_DATE_ROW (self->closed), today);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->outcome), 0);
  cap_fault_row_set_sentence (CAP_FAULT_ROW (self->held_fault), NULL);
  cap_fault_row_set_sentence (CAP_FAULT_ROW (self->closed_fault), NULL);
}
