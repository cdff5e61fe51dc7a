/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/quality/cap-review-outputs.h"

#include <glib/gi18n.h>

#include "base/cap-text.h"
#include "quality/cap-address.h"
#include "quality/cap-record-rules.h"
#include "quality/cap-record-text.h"
#include "quality/cap-review-rules.h"
#include "ui/records/cap-record-fields.h"
#include "ui/widgets/cap-adder-row.h"
#include "ui/widgets/cap-row-name.h"

/**
 * CapReviewOutputs:
 *
 * What follows from a management review. Each decision unfolds into its fields;
 * a button beside it makes the action of the plan that follows it, or opens it.
 */
struct _CapReviewOutputs
{
  AdwBin               parent_instance;

  CapRecordDesk       *desk;
  char                *review;
  gboolean             editable;
  GPtrArray           *outputs;  /* (element-type Output) */
  AdwPreferencesGroup *group;
  GtkWidget           *entry;
};

G_DEFINE_FINAL_TYPE (CapReviewOutputs, cap_review_outputs, ADW_TYPE_BIN)

typedef struct
{
  CapReviewOutputs *owner;    /* borrowed */
  CapRecord        *record;   /* as it was last shown */
  CapRecordFields  *fields;
  GtkWidget        *row;      /* borrowed: the group owns it */
  GtkWidget        *action;   /* makes the action, or opens it */
  GtkWidget        *remove;
} Output;

static void
free_output (Output *output)
{
  g_signal_handlers_disconnect_by_data (output->fields, output);
  g_object_unref (output->fields);
  cap_record_free (output->record);
  g_free (output);
}

static CapDossier *
get_dossier (CapReviewOutputs *self)
{
  return cap_workspace_get_dossier (cap_record_desk_get_workspace (self->desk));
}

/* (nullable): the action of the plan that follows it. */
static const CapAction *
find_action (CapReviewOutputs *self,
             const CapRecord  *output)
{
  const int number = cap_record_get_number (output, CAP_REVIEW_OUTPUT_ACTION);

  return number > 0 ? cap_dossier_find_action (get_dossier (self), (guint) number) : NULL;
}

static void
finished_cb (Output *output)
{
  g_autoptr(CapRecord) record = NULL;
  g_autoptr(GPtrArray) faults = NULL;

  record = cap_record_desk_dup (output->owner->desk, output->record->kind, output->record->id);
  if (record == NULL)
    return;

  cap_record_fields_fill (output->fields, record);
  faults = cap_record_desk_put (output->owner->desk, record);
  cap_record_fields_show_faults (output->fields, faults);
}

static void
remove_cb (Output *output)
{
  cap_record_desk_remove (output->owner->desk, output->record->kind, output->record->id);
}

static void
created_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(CapReviewOutputs) self = CAP_REVIEW_OUTPUTS (user_data);
  g_autoptr(GError) error = NULL;

  if (!cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error))
    g_signal_emit_by_name (self->desk, "failed", error->message);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", _("The action is in the plan"));
}

/* What the dossier holds counts: the row may be older than the last gesture. */
static void
action_cb (Output *output)
{
  CapReviewOutputs *self = output->owner;
  CapWorkspace *workspace = cap_record_desk_get_workspace (self->desk);
  const CapRecord *record = cap_dossier_find_record (get_dossier (self), CAP_REGISTER_REVIEW_OUTPUT,
                                                     output->record->id);
  const CapAction *action = record != NULL ? find_action (self, record) : NULL;
  g_autofree char *address = NULL;
  g_autofree char *today = NULL;
  CapCommand *command = NULL;

  if (action != NULL)
    {
      address = cap_address_new_for_action (action);
      gtk_widget_activate_action (GTK_WIDGET (self), "journey.open", "s", address);
      return;
    }

  today = cap_workspace_dup_today (workspace);
  if (record != NULL && cap_record_desk_can_change (self->desk))
    command = cap_review_put_action (get_dossier (self), record, today);
  if (command != NULL)
    cap_workspace_run_async (workspace, command, NULL, created_cb, g_object_ref (self));
}

static char *
dup_subtitle (const CapRecord *record)
{
  const char *owner = cap_record_get (record, CAP_REVIEW_OUTPUT_OWNER);
  g_autofree char *due = cap_record_dup_text (record, CAP_REVIEW_OUTPUT_DUE);
  g_autoptr(GString) text = g_string_new (cap_record_get_choice (record, CAP_REVIEW_OUTPUT_KIND));

  if (owner != NULL)
    g_string_append_printf (text, " · %s", owner);
  if (due != NULL)
    g_string_append_printf (text, " · %s", due);

  return g_strdup (text->str);
}

static void
show_action (Output *output)
{
  const CapAction *action = find_action (output->owner, output->record);
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;

  if (action != NULL)
    /* Translators: the number of an action */
    label = g_strdup_printf (_("Action %u"), action->number);
  else
    label = g_strdup (_("Create the Action"));
  name = g_strdup_printf ("%s, %s", label, cap_record_get_title (output->record));
  gtk_button_set_label (GTK_BUTTON (output->action), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (output->action), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (output->action, action != NULL || output->owner->editable);
  gtk_widget_set_visible (output->remove, output->owner->editable);
}

static void
show_output (Output          *output,
             const CapRecord *record,
             const CapRecord *before)
{
  g_autofree char *subtitle = dup_subtitle (record);

  cap_row_set_name (output->row, cap_record_get_title (record));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (output->row), subtitle);
  cap_record_fields_show (output->fields, record, before);
  for (guint i = 0; i < CAP_REVIEW_OUTPUT_ACTION; i++)
    gtk_widget_set_sensitive (cap_record_fields_get_row (output->fields, i), output->owner->editable);
  if (record != output->record)
    {
      cap_record_free (output->record);
      output->record = cap_record_copy (record);
    }
  show_action (output);
}

static void
add_buttons (Output *output)
{
  output->remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_set_valign (output->remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (output->remove, "flat");
  gtk_widget_set_tooltip_text (output->remove, _("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (output->remove), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove"),
                                  -1);
  g_signal_connect_swapped (output->remove, "clicked", G_CALLBACK (remove_cb), output);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (output->row), output->remove);

  output->action = gtk_button_new ();
  gtk_widget_set_valign (output->action, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (output->action, "clicked", G_CALLBACK (action_cb), output);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (output->row), output->action);
}

/* Its action is given by the program: it is no field. */
static void
add_output (CapReviewOutputs *self,
            const CapRecord  *record)
{
  Output *output = g_new0 (Output, 1);

  output->owner = self;
  output->record = cap_record_copy (record);
  output->row = adw_expander_row_new ();
  output->fields = cap_record_fields_new (cap_record_desk_get_workspace (self->desk), record->kind);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (output->row), FALSE);
  for (guint i = 0; i < CAP_REVIEW_OUTPUT_ACTION; i++)
    {
      AdwExpanderRow *row = ADW_EXPANDER_ROW (output->row);

      adw_expander_row_add_row (row, cap_record_fields_get_row (output->fields, i));
      adw_expander_row_add_row (row, cap_record_fields_get_fault (output->fields, i));
    }
  add_buttons (output);
  show_output (output, output->record, NULL);
  g_signal_connect_swapped (output->fields, "finished", G_CALLBACK (finished_cb), output);
  adw_preferences_group_add (self->group, output->row);
  g_ptr_array_add (self->outputs, output);
}

/* Enter in the last field adds a decision; the rest is told where it unfolds. */
static void
add_cb (CapReviewOutputs *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autoptr(CapRecord) record = NULL;
  g_autoptr(GPtrArray) faults = NULL;

  if (self->review == NULL || *text == '\0')
    return;

  record = cap_record_desk_draft (self->desk, CAP_REGISTER_REVIEW_OUTPUT, self->review);
  cap_record_set (record, CAP_REVIEW_OUTPUT_TEXT, text);
  faults = cap_record_desk_add (self->desk, record);
  if (faults->len == 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
cap_review_outputs_dispose (GObject *object)
{
  CapReviewOutputs *self = CAP_REVIEW_OUTPUTS (object);

  g_clear_pointer (&self->outputs, g_ptr_array_unref);
  g_clear_pointer (&self->review, g_free);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (cap_review_outputs_parent_class)->dispose (object);
}

static void
cap_review_outputs_class_init (CapReviewOutputsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cap_review_outputs_dispose;
}

static void
cap_review_outputs_init (CapReviewOutputs *self)
{
  self->outputs = g_ptr_array_new_with_free_func ((GDestroyNotify) free_output);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("What follows from the review"));
  self->entry = cap_adder_row_new (_("Add something to do: what, in a line"));
  g_signal_connect_object (self->entry, "add", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, self->entry);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

GtkWidget *
cap_review_outputs_new (CapRecordDesk *desk)
{
  CapReviewOutputs *self;

  g_return_val_if_fail (CAP_IS_RECORD_DESK (desk), NULL);

  self = g_object_new (CAP_TYPE_REVIEW_OUTPUTS, NULL);
  self->desk = g_object_ref (desk);

  return GTK_WIDGET (self);
}

static gboolean
shows_same (CapReviewOutputs *self,
            const GPtrArray  *records)
{
  if (records->len != self->outputs->len)
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      const CapRecord *record = g_ptr_array_index (records, i);

      if (!g_str_equal (record->id, ((Output *) g_ptr_array_index (self->outputs, i))->record->id))
        return FALSE;
    }

  return TRUE;
}

static void
fill_anew (CapReviewOutputs *self,
           const GPtrArray  *records)
{
  for (guint i = 0; i < self->outputs->len; i++)
    adw_preferences_group_remove (self->group, ((Output *) g_ptr_array_index (self->outputs, i))->row);
  g_ptr_array_set_size (self->outputs, 0);
  for (guint i = 0; i < records->len; i++)
    add_output (self, g_ptr_array_index (records, i));

  g_object_ref (self->entry);
  adw_preferences_group_remove (self->group, self->entry);
  adw_preferences_group_add (self->group, self->entry);
  g_object_unref (self->entry);
}

/* Rows that are there already keep what is being typed in them. */
void
cap_review_outputs_show (CapReviewOutputs *self,
                         const CapRecord  *review)
{
  g_autoptr(GPtrArray) records = NULL;
  const gboolean same = g_strcmp0 (self->review, review->id) == 0;

  g_return_if_fail (CAP_IS_REVIEW_OUTPUTS (self) && review != NULL);

  self->editable = cap_record_desk_can_change (self->desk) &&
                   !cap_review_is_frozen (get_dossier (self), review);
  records = cap_dossier_list_parts (get_dossier (self), CAP_REGISTER_REVIEW_OUTPUT, review->id);
  cap_set_string (&self->review, review->id);
  if (same && shows_same (self, records))
    {
      for (guint i = 0; i < records->len; i++)
        {
          Output *output = g_ptr_array_index (self->outputs, i);

          show_output (output, g_ptr_array_index (records, i), output->record);
        }
    }
  else
    {
      fill_anew (self, records);
    }
  adw_preferences_group_set_description (self->group, records->len > 0 ? NULL
                                         : _("Each decision that asks for something to be done: it becomes "
                                             "an action of the plan."));
  gtk_widget_set_visible (self->entry, self->editable);
}

/* Of the decisions that are shown. */
guint
cap_review_outputs_count_without_action (CapReviewOutputs *self)
{
  guint count = 0;

  g_return_val_if_fail (CAP_IS_REVIEW_OUTPUTS (self), 0);

  for (guint i = 0; i < self->outputs->len; i++)
    count += find_action (self, ((Output *) g_ptr_array_index (self->outputs, i))->record) == NULL;

  return count;
}
