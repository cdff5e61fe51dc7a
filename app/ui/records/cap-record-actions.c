/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/records/cap-record-actions.h"

#include <glib/gi18n.h>

#include "base/cap-text.h"
#include "plan/cap-action-text.h"
#include "quality/cap-address.h"
#include "quality/cap-record-origins.h"

/**
 * CapRecordActions:
 *
 * The actions of the plan that come from a line of a register, and a button
 * that makes one.
 */
struct _CapRecordActions
{
  AdwBin                parent_instance;

  CapWorkspace         *workspace;
  CapRecord            *record;
  char                 *created;   /* UUID of the action that is being made, to be opened */
  AdwPreferencesGroup  *group;
  GtkWidget            *button;
  GPtrArray            *rows;      /* (element-type GtkWidget): borrowed */
};

G_DEFINE_FINAL_TYPE (CapRecordActions, cap_record_actions, ADW_TYPE_BIN)

static void
open_action (CapRecordActions *self,
             const CapAction  *action)
{
  g_autofree char *address = cap_address_new_for_action (action);

  gtk_widget_activate_action (GTK_WIDGET (self), "journey.open", "s", address);
}

static void
row_activated_cb (CapRecordActions *self,
                  GtkWidget        *row)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  const CapAction *action = cap_dossier_find_action_by_id (dossier, gtk_widget_get_name (row));

  if (action != NULL)
    open_action (self, action);
}

/* The name of the widget is the UUID of the action. */
static void
add_row (CapRecordActions *self,
         const CapAction  *action)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = NULL;

  /* Translators: the number of an action, then its state */
  subtitle = g_strdup_printf (_("Action %u · %s"), action->number,
                              cap_action_state_get_label (action->state));
  gtk_widget_set_name (row, action->id);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), action->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
created_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(CapRecordActions) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *fault = NULL;
  const CapAction *action;

  if (!cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error))
    {
      fault = g_markup_escape_text (error->message, -1);
      adw_preferences_group_set_description (self->group, fault);
      return;
    }

  action = cap_dossier_find_action_by_id (cap_workspace_get_dossier (self->workspace), self->created);
  if (action != NULL)
    open_action (self, action);
}

/* What a finding says of the action that answers it. */
static void
fill_corrective (CapAction       *action,
                 const CapRecord *finding)
{
  action->kind = CAP_ACTION_CORRECTIVE;
  cap_set_string (&action->owner, cap_record_get (finding, CAP_FINDING_OWNER));
  cap_set_string (&action->due, cap_record_get (finding, CAP_FINDING_DUE));
  cap_set_string (&action->description, cap_record_get (finding, CAP_FINDING_CAUSE));
}

static void
create_cb (CapRecordActions *self)
{
  g_autoptr(CapAction) action = NULL;
  CapOriginKind origin;
  CapCommand *command;

  if (self->record == NULL || !cap_register_is_origin (self->record->kind, &origin))
    return;

  action = cap_action_new (NULL, cap_record_get_title (self->record));
  action->created = cap_workspace_dup_today (self->workspace);
  cap_action_add_origin (action, origin, cap_record_get_code (self->record));
  if (origin == CAP_ORIGIN_FINDING)
    fill_corrective (action, self->record);
  command = cap_command_new (CAP_GESTURE_ADD_ACTION, NULL);
  cap_command_put_action (command, action);
  g_free (self->created);
  self->created = g_strdup (action->id);
  cap_workspace_run_async (self->workspace, command, NULL, created_cb, g_object_ref (self));
}

static void
cap_record_actions_dispose (GObject *object)
{
  CapRecordActions *self = CAP_RECORD_ACTIONS (object);

  g_clear_pointer (&self->record, cap_record_free);
  g_clear_pointer (&self->created, g_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_record_actions_parent_class)->dispose (object);
}

static void
cap_record_actions_class_init (CapRecordActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cap_record_actions_dispose;
}

static void
cap_record_actions_init (CapRecordActions *self)
{
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->button = gtk_button_new_with_label (_("Create an Action"));
  gtk_widget_add_css_class (self->button, "flat");
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (create_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_title (self->group, _("Actions of the plan"));
  adw_preferences_group_set_header_suffix (self->group, self->button);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

gboolean
cap_record_actions_suit (CapRegisterKind kind)
{
  CapOriginKind origin;

  return cap_register_is_origin (kind, &origin);
}

GtkWidget *
cap_record_actions_new (CapWorkspace *workspace)
{
  CapRecordActions *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_RECORD_ACTIONS, NULL);
  self->workspace = g_object_ref (workspace);

  return GTK_WIDGET (self);
}

/**
 * cap_record_actions_show:
 * @record: a line of a register that suits
 */
void
cap_record_actions_show (CapRecordActions *self,
                         const CapRecord  *record)
{
  CapDossier *dossier;
  CapOriginKind origin;

  g_return_if_fail (CAP_IS_RECORD_ACTIONS (self) && record != NULL);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->record, cap_record_free);
  self->record = cap_record_copy (record);

  dossier = cap_workspace_get_dossier (self->workspace);
  for (guint i = 0; cap_register_is_origin (record->kind, &origin) && i < dossier->actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (dossier->actions, i);

      if (cap_action_comes_from (action, origin, cap_record_get_code (record)))
        add_row (self, action);
    }
  adw_preferences_group_set_description (self->group, self->rows->len == 0
                                         ? _("No action of the plan comes from it yet.") : NULL);
  gtk_widget_set_visible (self->button, !cap_workspace_get_read_only (self->workspace));
}
