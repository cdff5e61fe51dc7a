/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/audit/cap-finding-page.h"

#include <glib/gi18n.h>

#include "audit/cap-finding-text.h"
#include "base/cap-text.h"
#include "ui/audit/cap-finding-history.h"
#include "ui/audit/cap-finding-steps.h"
#include "ui/audit/cap-fishbone-chart.h"
#include "ui/records/cap-record-actions.h"
#include "ui/records/cap-record-desk.h"
#include "ui/records/cap-record-fields.h"
#include "ui/records/cap-record-parts.h"
#include "ui/records/cap-record-view.h"
#include "ui/widgets/cap-evidence-box.h"
#include "ui/widgets/cap-message-bar.h"
#include "ui/widgets/cap-reason-dialog.h"
#include "ui/widgets/cap-reflow.h"

#define COLUMN_WIDTH 340
#define MAX_FIELDS   9
#define END          G_MAXUINT

/**
 * CapFindingPage:
 *
 * A finding: where it stands and what its next step waits for, then all that is written of it, in the
 * order in which one writes it. Each field is saved when it is left.
 */
struct _CapFindingPage
{
  GtkWidget          parent_instance;

  CapWorkspace      *workspace;
  CapCatalogue      *catalogue;
  CapRecordDesk     *desk;
  char              *id;
  CapRecord         *shown;
  CapRecordFields   *fields;

  CapMessageBar     *message;
  GtkLabel          *title;
  GtkLabel          *subtitle;
  GtkScrolledWindow *scrolled;
  GtkWidget         *box;
  GtkWidget         *remove;
  GtkWidget         *steps;
  GtkWidget         *causes;
  GtkWidget         *fishbone;
  GtkWidget         *actions;
  GtkWidget         *evidence;
  GtkWidget         *history;
};

static void cap_finding_page_view_init (CapRecordViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CapFindingPage, cap_finding_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (CAP_TYPE_RECORD_VIEW, cap_finding_page_view_init))

/* The fields, by what they are about; the state and the day of the end come from the steps. */
typedef struct
{
  const char *title;
  const char *explanation; /* (nullable) */
  guint       fields[MAX_FIELDS + 1];
} Group;

static const Group what = {
  N_("What was found"),
  N_("Three sentences: the facts as they were seen, what they may lead to, what is required. No name of a"
     " person."),
  { CAP_FINDING_FACT, CAP_FINDING_CONSEQUENCE, CAP_FINDING_EXPECTED, CAP_FINDING_SEEN, END },
};

static const Group where = {
  N_("What it is about"), NULL,
  { CAP_FINDING_GRADE, CAP_FINDING_AUDIT, CAP_FINDING_REQUIREMENTS, CAP_FINDING_CRITERIA, CAP_FINDING_PROCESS,
    CAP_FINDING_SITE, CAP_FINDING_RAISED, CAP_FINDING_DUE, END },
};

static const Group who = {
  N_("Who follows it"), NULL, { CAP_FINDING_CODE, CAP_FINDING_OWNER, CAP_FINDING_REFERENCE, END },
};

static const Group at_once = {
  N_("What was done at once"), NULL,
  { CAP_FINDING_CONTAINMENT, CAP_FINDING_CORRECTION, CAP_FINDING_CORRECTED, END },
};

static const Group why = {
  N_("Why it happened"), NULL, { CAP_FINDING_CAUSE, CAP_FINDING_SIMILAR, END },
};

static const Group nothing = { NULL, NULL, { CAP_FINDING_NO_ACTION, END } };

static const Group check = {
  N_("Has it worked?"), NULL,
  { CAP_FINDING_CHECK_DUE, CAP_FINDING_CHECK_HOW, CAP_FINDING_CHECKER, CAP_FINDING_CHECKED,
    CAP_FINDING_EFFECTIVE, END },
};

static void
ran_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(CapFindingPage) self = CAP_FINDING_PAGE (user_data);
  g_autoptr(GError) error = NULL;

  if (cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error))
    cap_message_bar_hide (self->message);
  else
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
}

static CapRecord *
dup_finding (CapFindingPage *self)
{
  return self->id != NULL ? cap_record_desk_dup (self->desk, CAP_REGISTER_FINDING, self->id) : NULL;
}

static void
move (CapFindingPage  *self,
      CapFindingState  next,
      const char      *note)
{
  g_autoptr(CapRecord) finding = dup_finding (self);
  g_autofree char *today = cap_workspace_dup_today (self->workspace);

  if (finding != NULL && cap_record_desk_can_change (self->desk))
    cap_workspace_run_async (self->workspace, cap_finding_move (finding, next, today, note), NULL, ran_cb,
                             g_object_ref (self));
}

static void
forward_cb (CapFindingPage *self,
            int             next)
{
  move (self, (CapFindingState) next, NULL);
}

static void
reason_cb (CapFindingPage *self,
           const char     *code,
           const char     *reason)
{
  g_autoptr(CapRecord) finding = dup_finding (self);

  if (finding != NULL && cap_finding_get_state (finding) != CAP_FINDING_OPENED)
    move (self, cap_finding_state_get_back (cap_finding_get_state (finding)), reason);
}

static void
back_cb (CapFindingPage *self,
         int             previous)
{
  GtkWindow *root = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autofree char *body = NULL;
  GtkWidget *dialog;

  /* Translators: %s is a state of a finding */
  body = g_strdup_printf (_("The finding goes back to “%s”. Say why: the history keeps it."),
                          cap_finding_state_get_label ((CapFindingState) previous));
  dialog = cap_reason_dialog_new_full (root, self->id, _("Go Back a Step"), body, _("Go Back"));
  g_signal_connect_object (dialog, "given", G_CALLBACK (reason_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Where what is missing is written. */
static void
wanted_cb (CapFindingPage *self,
           guint           field)
{
  gtk_widget_child_focus (cap_record_fields_get_row (self->fields, field), GTK_DIR_TAB_FORWARD);
}

/* The check that says that nothing changed sends the finding back to its treatment by itself. */
static gboolean
send_back_if_failed (CapFindingPage  *self,
                     const CapRecord *finding)
{
  g_autofree char *today = cap_workspace_dup_today (self->workspace);
  CapCommand *command;

  if (cap_finding_get_state (finding) != CAP_FINDING_TO_CHECK ||
      !cap_record_is (finding, CAP_FINDING_EFFECTIVE, "no"))
    return FALSE;

  command = cap_finding_check_failed (finding, today, _("The check says that it did not work"));
  cap_workspace_run_async (self->workspace, command, NULL, ran_cb, g_object_ref (self));

  return TRUE;
}

static void
finished_cb (CapFindingPage *self)
{
  g_autoptr(CapRecord) finding = dup_finding (self);
  g_autoptr(GPtrArray) faults = NULL;

  if (finding == NULL)
    return;

  cap_record_fields_fill (self->fields, finding);
  if (send_back_if_failed (self, finding))
    return;

  faults = cap_record_desk_put (self->desk, finding);
  cap_record_fields_show_faults (self->fields, faults);
}

static void
show_head (CapFindingPage  *self,
           const CapRecord *finding)
{
  const CapGrade *grade = cap_finding_find_grade (finding, cap_workspace_get_dossier (self->workspace),
                                                  self->catalogue);
  g_autofree char *title = g_strdup_printf ("%s · %s", cap_record_get_code (finding),
                                            grade != NULL ? cap_grade_get_label (grade) : "–");

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, grade != NULL ? cap_grade_get_definition (grade) : "");
}

/* Returns: (transfer full) (nullable): what cannot wait, and what a late lifting would mean */
static char *
dup_pressing (CapFindingPage  *self,
              const CapRecord *finding)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  g_autofree char *today = cap_workspace_dup_today (self->workspace);
  const CapFindingUrgency urgency = cap_finding_get_urgency (finding, dossier, self->catalogue, today);
  g_autofree char *due = cap_finding_dup_due (finding, dossier, self->catalogue);
  g_autofree char *limit = cap_finding_dup_stage_two_limit (finding, dossier, self->catalogue);
  const char *planned = cap_record_get (finding, CAP_FINDING_CHECK_DUE);
  g_autofree char *late = cap_finding_dup_urgency (urgency, urgency == CAP_URGENCY_CHECK_DUE ? planned : due,
                                                   today);
  g_autofree char *stage_two = limit != NULL ? cap_finding_dup_stage_two (limit, today) : NULL;

  if (late == NULL)
    return g_steal_pointer (&stage_two);

  return g_strjoin (" ", late, stage_two, NULL);
}

static void
show_steps (CapFindingPage  *self,
            const CapRecord *finding)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  const CapFindingFacts facts = cap_finding_read_facts (finding, dossier, self->catalogue);
  g_autofree char *pressing = dup_pressing (self, finding);

  cap_finding_steps_show (CAP_FINDING_STEPS (self->steps), cap_finding_get_state (finding), &facts,
                          pressing, cap_record_desk_can_change (self->desk));
}

static void
update (CapFindingPage *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  const CapRecord *finding = NULL;

  if (dossier == NULL || self->id == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  finding = cap_dossier_find_record (dossier, CAP_REGISTER_FINDING, self->id);
  if (finding == NULL)
    {
      g_clear_pointer (&self->id, g_free);
      cap_record_view_closed (CAP_RECORD_VIEW (self));
      return;
    }

  show_head (self, finding);
  show_steps (self, finding);
  cap_record_fields_show (self->fields, finding, self->shown);
  cap_record_parts_show (CAP_RECORD_PARTS (self->causes), finding->id);
  cap_fishbone_chart_show (CAP_FISHBONE_CHART (self->fishbone), dossier, finding);
  cap_record_actions_show (CAP_RECORD_ACTIONS (self->actions), finding);
  cap_evidence_box_set_place (CAP_EVIDENCE_BOX (self->evidence), CAP_PLACE_RECORD, finding->id);
  cap_finding_history_show (CAP_FINDING_HISTORY (self->history), dossier, finding->id);
  gtk_widget_set_sensitive (self->box, cap_record_desk_can_change (self->desk));
  gtk_widget_set_visible (self->remove, cap_record_desk_can_change (self->desk));

  g_clear_pointer (&self->shown, cap_record_free);
  self->shown = cap_record_copy (finding);
}

static void
failed_cb (CapFindingPage *self,
           const char     *sentence)
{
  cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, sentence);
}

static void
remove_cb (CapFindingPage *self)
{
  if (self->id != NULL)
    cap_record_desk_remove (self->desk, CAP_REGISTER_FINDING, self->id);
}

static void
print_cb (CapFindingPage *self)
{
  if (self->shown != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "journey.print", "(ss)", "finding",
                                cap_record_get_code (self->shown));
}

static void
cap_finding_page_show (CapRecordView *view,
                       const char    *id)
{
  CapFindingPage *self = CAP_FINDING_PAGE (view);

  if (cap_set_string (&self->id, id))
    {
      g_clear_pointer (&self->shown, cap_record_free);
      cap_record_fields_show_faults (self->fields, NULL);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
    }
  update (self);
}

static void
cap_finding_page_view_init (CapRecordViewInterface *iface)
{
  iface->show = cap_finding_page_show;
}

static void
cap_finding_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cap_finding_page_parent_class)->map (widget);
  update (CAP_FINDING_PAGE (widget));
}

static void
cap_finding_page_dispose (GObject *object)
{
  CapFindingPage *self = CAP_FINDING_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->shown, cap_record_free);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->catalogue, cap_catalogue_unref);
  g_clear_object (&self->fields);
  g_clear_object (&self->desk);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_finding_page_parent_class)->dispose (object);
}

static void
cap_finding_page_class_init (CapFindingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_finding_page_dispose;
  widget_class->map = cap_finding_page_map;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-finding-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CapFindingPage, message);
  gtk_widget_class_bind_template_child (widget_class, CapFindingPage, title);
  gtk_widget_class_bind_template_child (widget_class, CapFindingPage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, CapFindingPage, remove);
  gtk_widget_class_bind_template_child (widget_class, CapFindingPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, CapFindingPage, box);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_finding_page_init (CapFindingPage *self)
{
  self->catalogue = cap_workspace_load_catalogue ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
new_group (CapFindingPage *self,
           const Group    *group)
{
  GtkWidget *widget = adw_preferences_group_new ();

  gtk_widget_set_size_request (widget, COLUMN_WIDTH, -1);
  gtk_widget_set_valign (widget, GTK_ALIGN_START);
  if (group->title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (widget), gettext (group->title));
  if (group->explanation != NULL)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (widget), gettext (group->explanation));
  for (guint i = 0; group->fields[i] != END; i++)
    {
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (widget),
                                 cap_record_fields_get_row (self->fields, group->fields[i]));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (widget),
                                 cap_record_fields_get_fault (self->fields, group->fields[i]));
    }

  return widget;
}

static void
add_pair (CapFindingPage *self,
          GtkWidget      *left,
          GtkWidget      *right)
{
  GtkWidget *columns = cap_reflow_new (18);

  cap_reflow_append (CAP_REFLOW (columns), left);
  cap_reflow_append (CAP_REFLOW (columns), right);
  gtk_box_append (GTK_BOX (self->box), columns);
}

static GtkWidget *
new_column (GtkWidget *first,
            GtkWidget *second)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  gtk_widget_set_valign (column, GTK_ALIGN_START);
  gtk_widget_set_size_request (column, COLUMN_WIDTH, -1);
  gtk_box_append (GTK_BOX (column), first);
  gtk_box_append (GTK_BOX (column), second);

  return column;
}

static GtkWidget *
new_evidence (CapFindingPage *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->evidence = cap_evidence_box_new (self->workspace);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Evidence"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->evidence);

  return group;
}

static void
fill_box (CapFindingPage *self)
{
  self->steps = cap_finding_steps_new ();
  self->causes = cap_record_parts_new (self->desk, CAP_REGISTER_FINDING_CAUSE);
  self->fishbone = cap_fishbone_chart_new ();
  self->actions = cap_record_actions_new (self->workspace);
  self->history = cap_finding_history_new ();
  gtk_box_append (GTK_BOX (self->box), self->steps);
  add_pair (self, new_group (self, &what), new_group (self, &where));
  add_pair (self, new_group (self, &at_once), new_group (self, &who));
  add_pair (self, new_group (self, &why), self->causes);
  gtk_box_append (GTK_BOX (self->box), self->fishbone);
  add_pair (self, new_column (self->actions, new_group (self, &nothing)), new_group (self, &check));
  add_pair (self, new_evidence (self), self->history);
}

/**
 * cap_finding_page_new:
 * @workspace: with a dossier open
 */
GtkWidget *
cap_finding_page_new (CapWorkspace *workspace)
{
  CapFindingPage *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_FINDING_PAGE, NULL);
  self->workspace = g_object_ref (workspace);
  self->desk = cap_record_desk_new (workspace);
  self->fields = cap_record_fields_new (workspace, CAP_REGISTER_FINDING);
  fill_box (self);
  g_signal_connect_object (self->steps, "forward", G_CALLBACK (forward_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->steps, "back", G_CALLBACK (back_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->steps, "wanted", G_CALLBACK (wanted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->fields, "finished", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
