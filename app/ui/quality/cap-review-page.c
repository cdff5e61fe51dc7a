/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/quality/cap-review-page.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "base/cap-text.h"
#include "quality/cap-record-rules.h"
#include "quality/cap-review-rules.h"
#include "ui/records/cap-record-fields.h"
#include "ui/quality/cap-review-agenda.h"
#include "ui/quality/cap-review-input-box.h"
#include "ui/quality/cap-review-outputs.h"
#include "ui/records/cap-record-view.h"
#include "ui/widgets/cap-message-bar.h"
#include "ui/widgets/cap-reflow.h"

#define COLUMN_WIDTH 330
#define FINALISE     "finalise"

/**
 * CapReviewPage:
 *
 * One management review: its agenda, one input of it at a time, what follows,
 * and the gesture that closes it. Ctrl+Enter goes to the next input.
 */
struct _CapReviewPage
{
  GtkWidget         parent_instance;

  /* Owned */
  CapWorkspace     *workspace;
  CapRecordDesk    *desk;
  char             *id;         /* UUID of the review */
  CapRecord        *shown;
  CapRecordFields  *fields;
  GPtrArray        *items;      /* (element-type CapReviewItem) */
  CapDossier       *read;       /* what the items were read in */
  GPtrArray        *before;     /* (element-type CapReviewItem): of the previous review; or NULL */

  guint             current;    /* rank in items */
  guint             silent : 1;

  CapReviewInputBox *input_box;
  CapReviewOutputs *outputs;

  /* Template children */
  CapMessageBar    *message;
  GtkLabel         *title;
  GtkLabel         *state;
  GtkLevelBar      *progress;
  GtkLabel         *gap;
  GtkWidget        *finalise;
  GtkWidget        *remove;
  GtkWidget        *details;
  GtkListBox       *agenda;
  CapReflow        *columns;
  GtkBox           *input_column;
  GtkBox           *output_place;
};

static void cap_review_page_view_init (CapRecordViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CapReviewPage, cap_review_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (CAP_TYPE_RECORD_VIEW, cap_review_page_view_init))

static const CapRecord *
get_review (CapReviewPage *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);

  return dossier != NULL ? cap_dossier_find_record (dossier, CAP_REGISTER_MANAGEMENT_REVIEW, self->id) : NULL;
}

static gboolean
can_change (CapReviewPage   *self,
            const CapRecord *review)
{
  return cap_record_desk_can_change (self->desk) &&
         !cap_review_is_frozen (cap_workspace_get_dossier (self->workspace), review);
}

/* A field is finished by leaving it; what was typed is of the input that is shown. */
static void
leave_field (CapReviewPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL && gtk_widget_get_focus_child (GTK_WIDGET (self->input_box)) != NULL)
    gtk_root_set_focus (root, GTK_WIDGET (self->title));
}

static const CapReviewItem *
find_before (CapReviewPage  *self,
             CapReviewInput  input)
{
  for (guint i = 0; self->before != NULL && i < self->before->len; i++)
    {
      const CapReviewItem *item = g_ptr_array_index (self->before, i);

      if (item->input == input && input != CAP_REVIEW_INPUT_NONE)
        return item;
    }

  return NULL;
}

static void
show_input (CapReviewPage *self)
{
  const CapRecord *review = get_review (self);
  const CapReviewItem *item;

  if (review == NULL || self->items == NULL || self->current >= self->items->len)
    return;

  item = g_ptr_array_index (self->items, self->current);
  cap_review_input_box_show (self->input_box, review, item, find_before (self, item->input));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.previous", self->current > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.next", self->current + 1 < self->items->len);
}

static void
choose (CapReviewPage *self,
        guint          index)
{
  leave_field (self);
  self->current = index;
  show_input (self);
}

static void
row_selected_cb (CapReviewPage *self,
                 GtkListBoxRow *row)
{
  if (row != NULL && !self->silent)
    choose (self, (guint) gtk_list_box_row_get_index (row));
}

static void
step_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  CapReviewPage *self = CAP_REVIEW_PAGE (widget);
  guint index = g_str_equal (action_name, "review.next") ? self->current + 1 : self->current - 1;

  choose (self, index);
  self->silent = TRUE;
  gtk_list_box_select_row (self->agenda, gtk_list_box_get_row_at_index (self->agenda, (int) index));
  self->silent = FALSE;
  cap_review_input_box_focus (self->input_box);
}

static void
show_agenda (CapReviewPage *self)
{
  self->silent = TRUE;
  cap_review_agenda_fill (self->agenda, self->items);
  gtk_list_box_select_row (self->agenda, gtk_list_box_get_row_at_index (self->agenda, (int) self->current));
  self->silent = FALSE;
}

static void
show_gaps (CapReviewPage   *self,
           const CapRecord *review)
{
  g_autoptr(GPtrArray) gaps = cap_review_check_final (cap_workspace_get_dossier (self->workspace), review);
  const gboolean editable = can_change (self, review);
  g_autofree char *more = NULL;
  g_autofree char *text = NULL;

  if (gaps->len > 0)
    {
      const CapReviewGap *first = g_ptr_array_index (gaps, 0);
      const guint n_more = gaps->len - 1;

      more = g_strdup_printf (ngettext ("%u other input is waiting too.", "%u other inputs are waiting too.",
                                        n_more), n_more);
      text = n_more > 0 ? g_strdup_printf ("%s %s", first->sentence, more) : g_strdup (first->sentence);
    }
  gtk_label_set_text (self->gap, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->gap), editable && text != NULL);
  gtk_widget_set_visible (self->finalise, editable);
  gtk_widget_set_visible (self->remove, editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.finalise", editable && gaps->len == 0);
}

static void
show_head (CapReviewPage   *self,
           const CapRecord *review)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  const char *finalised = cap_record_get (review, CAP_MANAGEMENT_REVIEW_FINALISED);
  g_autofree char *day = cap_date_format_long (cap_record_get (review, CAP_MANAGEMENT_REVIEW_DATE));
  /* Translators: the code of a management review, a day */
  g_autofree char *title = g_strdup_printf (_("Management review %1$s of %2$s"), cap_record_get_code (review),
                                            day);
  g_autofree char *closed = finalised != NULL ? cap_date_format_long (finalised) : NULL;
  const guint n_decided = cap_review_count_decided (dossier, review);
  g_autofree char *state = NULL;

  state = closed != NULL
    /* Translators: a day */
    ? g_strdup_printf (_("Finalised on %s: it is no longer changed. Undo opens it again."), closed)
    /* Translators: two numbers of inputs */
    : g_strdup_printf (_("%1$u inputs out of %2$u are decided"), n_decided, (guint) CAP_N_REVIEW_INPUTS);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->state, state);
  gtk_level_bar_set_value (self->progress, n_decided);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), closed == NULL);
}

/* The dossier is read again when it changed; the previous review, when it is another dossier or review. */
static void
read_items (CapReviewPage   *self,
            const CapRecord *review)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  const char *date = cap_record_get (review, CAP_MANAGEMENT_REVIEW_DATE);
  const CapRecord *previous = cap_review_find_previous (dossier, date != NULL ? date : "");
  g_autofree char *today = cap_workspace_dup_today (self->workspace);

  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->before, g_ptr_array_unref);
  self->items = cap_review_list_items (dossier, review, today);
  self->before = previous != NULL ? cap_review_list_items (dossier, previous, today) : NULL;
  g_clear_pointer (&self->read, cap_dossier_unref);
  self->read = cap_dossier_ref (dossier);
  self->current = MIN (self->current, MAX (self->items->len, 1) - 1);
}

static void
show_details (CapReviewPage   *self,
              const CapRecord *review)
{
  const gboolean editable = can_change (self, review);

  cap_record_fields_show (self->fields, review, self->shown);
  for (guint i = CAP_MANAGEMENT_REVIEW_DATE; i < CAP_MANAGEMENT_REVIEW_FINALISED; i++)
    gtk_widget_set_sensitive (cap_record_fields_get_row (self->fields, i), editable);
}

static void
update (CapReviewPage *self)
{
  const CapRecord *review;

  if (self->id == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)) ||
      cap_workspace_get_dossier (self->workspace) == NULL)
    return;

  review = get_review (self);
  if (review == NULL)
    {
      g_clear_pointer (&self->id, g_free);
      cap_record_view_closed (CAP_RECORD_VIEW (self));
      return;
    }

  read_items (self, review);
  show_head (self, review);
  show_gaps (self, review);
  show_agenda (self);
  show_input (self);
  show_details (self, review);
  cap_review_outputs_show (self->outputs, review);

  g_clear_pointer (&self->shown, cap_record_free);
  self->shown = cap_record_copy (review);
}

static void
field_finished_cb (CapReviewPage *self)
{
  g_autoptr(CapRecord) record = NULL;
  g_autoptr(GPtrArray) faults = NULL;

  if (self->id == NULL)
    return;

  record = cap_record_desk_dup (self->desk, CAP_REGISTER_MANAGEMENT_REVIEW, self->id);
  if (record == NULL)
    return;

  cap_record_fields_fill (self->fields, record);
  faults = cap_record_desk_put (self->desk, record);
  cap_record_fields_show_faults (self->fields, faults);
}

static void
failed_cb (CapReviewPage *self,
           const char    *sentence)
{
  cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, sentence);
}

static void
removed_cb (CapReviewPage *self,
            const char    *sentence)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", sentence);
}

/* One that was prepared by mistake, with what was written of it. */
static void
remove_cb (CapReviewPage *self)
{
  const CapRecord *review = self->id != NULL ? get_review (self) : NULL;

  if (review != NULL && can_change (self, review))
    cap_record_desk_remove (self->desk, CAP_REGISTER_MANAGEMENT_REVIEW, self->id);
}

static void
finalised_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(CapReviewPage) self = CAP_REVIEW_PAGE (user_data);
  g_autoptr(GError) error = NULL;

  if (!cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error))
    failed_cb (self, error->message);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", _("The review is finalised"));
}

static void
responded_cb (CapReviewPage *self,
              const char    *response)
{
  const CapRecord *review = self->id != NULL ? get_review (self) : NULL;
  g_autofree char *today = NULL;
  CapCommand *command;

  if (review == NULL || !g_str_equal (response, FINALISE) || !can_change (self, review))
    return;

  today = cap_workspace_dup_today (self->workspace);
  command = cap_review_finalise (cap_workspace_get_dossier (self->workspace), review, today);
  if (command != NULL)
    cap_workspace_run_async (self->workspace, command, NULL, finalised_cb, g_object_ref (self));
}

static char *
dup_warning (CapReviewPage *self)
{
  const guint n_waiting = cap_review_outputs_count_without_action (self->outputs);
  const char *rule = _("What the dossier says of each input is kept as it is today, and nothing of the "
                       "review is changed any more.");
  g_autofree char *waiting = NULL;

  if (n_waiting == 0)
    return g_strdup (rule);

  waiting = g_strdup_printf (ngettext ("%u decision has no action in the plan: it will have none.",
                                       "%u decisions have no action in the plan: they will have none.",
                                       n_waiting), n_waiting);

  return g_strdup_printf ("%s %s", rule, waiting);
}

static void
finalise_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  CapReviewPage *self = CAP_REVIEW_PAGE (widget);
  g_autofree char *warning = dup_warning (self);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));
  AdwMessageDialog *dialog;

  leave_field (self);
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (window, _("Finalise the Review?"), warning));
  adw_message_dialog_add_responses (dialog, "cancel", _("Cancel"), FINALISE, _("Finalise"), NULL);
  adw_message_dialog_set_response_appearance (dialog, FINALISE, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, FINALISE);
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (responded_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
print_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  const CapRecord *review = get_review (CAP_REVIEW_PAGE (widget));

  if (review != NULL)
    gtk_widget_activate_action (widget, "journey.print", "(ss)", "management-review",
                                cap_record_get_code (review));
}

/* A person comes for the decision, not for what stands before it. */
static gboolean
cap_review_page_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  CapReviewPage *self = CAP_REVIEW_PAGE (widget);

  if (direction == GTK_DIR_TAB_FORWARD && gtk_widget_get_focus_child (widget) == NULL)
    {
      cap_review_input_box_focus (self->input_box);
      return TRUE;
    }

  return GTK_WIDGET_CLASS (cap_review_page_parent_class)->focus (widget, direction);
}

static void
cap_review_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cap_review_page_parent_class)->map (widget);
  update (CAP_REVIEW_PAGE (widget));
}

static guint
find_first_gap (CapReviewPage   *self,
                const CapRecord *review)
{
  g_autoptr(GPtrArray) gaps = cap_review_check_final (cap_workspace_get_dossier (self->workspace), review);

  return gaps->len > 0 ? (guint) ((const CapReviewGap *) g_ptr_array_index (gaps, 0))->input : 0;
}

/* From the first input that is to be decided. */
static void
cap_review_page_show (CapRecordView *view,
                      const char    *id)
{
  CapReviewPage *self = CAP_REVIEW_PAGE (view);
  const CapRecord *review;

  if (g_strcmp0 (self->id, id) == 0)
    return;

  leave_field (self);
  cap_set_string (&self->id, id);
  g_clear_pointer (&self->shown, cap_record_free);
  self->current = 0;
  review = get_review (self);
  if (review != NULL && !cap_review_is_frozen (cap_workspace_get_dossier (self->workspace), review))
    self->current = find_first_gap (self, review);
  update (self);
}

static void
cap_review_page_view_init (CapRecordViewInterface *iface)
{
  iface->show = cap_review_page_show;
}

static void
cap_review_page_dispose (GObject *object)
{
  CapReviewPage *self = CAP_REVIEW_PAGE (object);
  GtkWidget *child;

  g_clear_pointer (&self->id, g_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->before, g_ptr_array_unref);
  g_clear_pointer (&self->read, cap_dossier_unref);
  g_clear_pointer (&self->shown, cap_record_free);
  g_clear_object (&self->fields);
  g_clear_object (&self->desk);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_review_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-review-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CapReviewPage, message);
  gtk_widget_class_bind_template_child (widget_class, CapReviewPage, title);
  gtk_widget_class_bind_template_child (widget_class, CapReviewPage, state);
  gtk_widget_class_bind_template_child (widget_class, CapReviewPage, progress);
  gtk_widget_class_bind_template_child (widget_class, CapReviewPage, gap);
  gtk_widget_class_bind_template_child (widget_class, CapReviewPage, finalise);
  gtk_widget_class_bind_template_child (widget_class, CapReviewPage, remove);
  gtk_widget_class_bind_template_child (widget_class, CapReviewPage, details);
  gtk_widget_class_bind_template_child (widget_class, CapReviewPage, agenda);
  gtk_widget_class_bind_template_child (widget_class, CapReviewPage, columns);
  gtk_widget_class_bind_template_child (widget_class, CapReviewPage, input_column);
  gtk_widget_class_bind_template_child (widget_class, CapReviewPage, output_place);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
cap_review_page_class_init (CapReviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_review_page_dispose;
  widget_class->focus = cap_review_page_focus;
  widget_class->map = cap_review_page_map;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  g_type_ensure (CAP_TYPE_REFLOW);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "review.previous", NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "review.next", NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "review.finalise", NULL, finalise_cb);
  gtk_widget_class_install_action (widget_class, "review.print", NULL, print_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, "review.previous",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "review.next",
                                       NULL);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

/* Before the field that has the focus, which would only finish. */
static void
add_next_key (CapReviewPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                      gtk_named_action_new ("review.next")));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
cap_review_page_init (CapReviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_level_bar_set_max_value (self->progress, CAP_N_REVIEW_INPUTS);
  add_next_key (self);
}

/* The day it was finalised is not typed. */
static void
add_details (CapReviewPage *self)
{
  AdwExpanderRow *row = ADW_EXPANDER_ROW (self->details);

  self->fields = cap_record_fields_new (self->workspace, CAP_REGISTER_MANAGEMENT_REVIEW);
  for (guint i = CAP_MANAGEMENT_REVIEW_DATE; i < CAP_MANAGEMENT_REVIEW_FINALISED; i++)
    {
      adw_expander_row_add_row (row, cap_record_fields_get_row (self->fields, i));
      adw_expander_row_add_row (row, cap_record_fields_get_fault (self->fields, i));
    }
  g_signal_connect_object (self->fields, "finished", G_CALLBACK (field_finished_cb), self, G_CONNECT_SWAPPED);
}

/**
 * cap_review_page_new:
 * @workspace: with a dossier open
 */
GtkWidget *
cap_review_page_new (CapWorkspace *workspace)
{
  CapReviewPage *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_REVIEW_PAGE, NULL);
  self->workspace = g_object_ref (workspace);
  self->desk = cap_record_desk_new (workspace);
  add_details (self);
  self->input_box = CAP_REVIEW_INPUT_BOX (cap_review_input_box_new (self->desk));
  gtk_widget_set_size_request (GTK_WIDGET (self->input_column), COLUMN_WIDTH, -1);
  gtk_box_prepend (self->input_column, GTK_WIDGET (self->input_box));
  self->outputs = CAP_REVIEW_OUTPUTS (cap_review_outputs_new (self->desk));
  gtk_box_append (self->output_place, GTK_WIDGET (self->outputs));
  g_signal_connect_object (self->desk, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
