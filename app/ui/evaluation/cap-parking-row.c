/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/evaluation/cap-parking-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "base/cap-text.h"
#include "quality/cap-campaign.h"
#include "ui/widgets/cap-adder-row.h"

struct _CapParkingRow
{
  GtkWidget            parent_instance;

  CapWorkspace        *workspace;
  char                *criterion;
  GPtrArray           *rows;  /* (element-type GtkWidget): of what is kept, borrowed */
  AdwPreferencesGroup *group;
  GtkWidget           *entry;
};

G_DEFINE_FINAL_TYPE (CapParkingRow, cap_parking_row, GTK_TYPE_WIDGET)

static const CapRecord *
find_day (CapParkingRow *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  const CapEvaluation *evaluation = cap_workspace_get_evaluation (self->workspace);

  return dossier != NULL && evaluation != NULL ? cap_campaign_find (dossier, evaluation) : NULL;
}

static void
add_line (CapParkingRow   *self,
          const CapRecord *parking)
{
  const char *criterion = cap_record_get (parking, CAP_CAMPAIGN_PARKING_CRITERION);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 cap_record_get (parking, CAP_CAMPAIGN_PARKING_SUBJECT));
  if (criterion != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), criterion);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
update (CapParkingRow *self)
{
  const CapRecord *day = find_day (self);
  g_autoptr(GPtrArray) parts = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_set_visible (self->entry, !cap_workspace_get_read_only (self->workspace));
  if (day == NULL)
    return;

  parts = cap_dossier_list_parts (cap_workspace_get_dossier (self->workspace), CAP_REGISTER_CAMPAIGN_PARKING,
                                  day->id);
  for (guint i = 0; i < parts->len; i++)
    add_line (self, g_ptr_array_index (parts, i));
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(CapParkingRow) self = CAP_PARKING_ROW (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *fault = NULL;

  if (cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  else
    fault = g_markup_escape_text (error->message, -1);
  adw_preferences_group_set_description (self->group, fault);
}

static void
add_cb (CapParkingRow *self)
{
  g_autofree char *subject = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autofree char *today = cap_workspace_dup_today (self->workspace);
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  const CapEvaluation *evaluation = cap_workspace_get_evaluation (self->workspace);
  const CapRecord *day = find_day (self);
  g_autoptr(CapRecord) begun = NULL;
  g_autoptr(CapRecord) parking = NULL;
  CapCommand *command;

  if (*subject == '\0' || cap_workspace_get_read_only (self->workspace) ||
      dossier == NULL || evaluation == NULL)
    return;

  command = cap_command_new (CAP_GESTURE_RECORD, subject);
  /* A meeting without a CAP day gets one, of today: what is kept needs a list. */
  if (day == NULL)
    {
      day = begun = cap_campaign_new (dossier, evaluation, today);
      cap_command_put_record (command, begun);
    }
  parking = cap_record_new_part (CAP_REGISTER_CAMPAIGN_PARKING, NULL, day->id);
  cap_record_set (parking, CAP_CAMPAIGN_PARKING_SUBJECT, subject);
  cap_record_set (parking, CAP_CAMPAIGN_PARKING_CRITERION, self->criterion);
  cap_command_put_record (command, parking);
  cap_workspace_run_async (self->workspace, command, NULL, kept_cb, g_object_ref (self));
}

static gboolean
cap_parking_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (CAP_PARKING_ROW (widget)->entry);
}

static void
cap_parking_row_dispose (GObject *object)
{
  CapParkingRow *self = CAP_PARKING_ROW (object);

  g_clear_pointer ((GtkWidget **) &self->group, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->criterion, g_free);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_parking_row_parent_class)->dispose (object);
}

static void
cap_parking_row_class_init (CapParkingRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cap_parking_row_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = cap_parking_row_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
cap_parking_row_init (CapParkingRow *self)
{
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->entry = cap_adder_row_new (_("Keep for another time (G)"));
  adw_preferences_group_add (self->group, self->entry);
  g_signal_connect_object (self->entry, "add", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->group), GTK_WIDGET (self));
}

GtkWidget *
cap_parking_row_new (CapWorkspace *workspace)
{
  CapParkingRow *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_PARKING_ROW, NULL);
  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

/* @code: (nullable): of the criterion that is talked about */
void
cap_parking_row_set_criterion (CapParkingRow *self,
                               const char    *code)
{
  g_return_if_fail (CAP_IS_PARKING_ROW (self));

  cap_set_string (&self->criterion, code);
}
