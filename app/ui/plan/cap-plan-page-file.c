/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/plan/cap-plan-page-private.h"

#include <glib/gi18n.h>

#include "ui/plan/cap-import-actions-window.h"
#include "ui/plan/cap-rerating-window.h"
#include "workspace/cap-plan-exchange.h"

static CapWorkspace *
get_workspace (CapPlanPage *self)
{
  return cap_plan_model_get_workspace (self->model);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(CapPlanPage) self = CAP_PLAN_PAGE (user_data);
  g_autoptr(GError) error = NULL;

  if (cap_workspace_export_plan_finish (CAP_WORKSPACE (source), result, &error))
    cap_message_bar_show (self->message, CAP_MESSAGE_INFO, _("The plan is exported."));
  else
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
}

/* The place that was chosen; NULL when none was, or when it is not a folder of this computer. */
static char *
take_chosen_path (CapPlanPage *self,
                  int          response)
{
  g_autoptr(GFile) file = NULL;
  char *path;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_clear_object (&self->chooser);
  if (file == NULL)
    return NULL;

  path = g_file_get_path (file);
  if (path == NULL)
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR,
                          _("This place is not a folder of this computer. Choose another one."));

  return path;
}

static void
export_to (CapPlanPage   *self,
           CapPlanFormat  format,
           int            response)
{
  g_autofree char *path = take_chosen_path (self, response);

  if (path != NULL)
    cap_workspace_export_plan_async (get_workspace (self), format, path, NULL, exported_cb,
                                     g_object_ref (self));
}

static void
csv_chosen_cb (CapPlanPage *self,
               int          response)
{
  export_to (self, CAP_PLAN_FORMAT_CSV, response);
}

static void
xlsx_chosen_cb (CapPlanPage *self,
                int          response)
{
  export_to (self, CAP_PLAN_FORMAT_XLSX, response);
}

static void
ics_chosen_cb (CapPlanPage *self,
               int          response)
{
  export_to (self, CAP_PLAN_FORMAT_ICS, response);
}

static void
todo_chosen_cb (CapPlanPage *self,
                int          response)
{
  export_to (self, CAP_PLAN_FORMAT_ICS_TODO, response);
}

/* By CapPlanFormat. */
static const struct { const char *name; GCallback chosen; } formats[] = {
  [CAP_PLAN_FORMAT_CSV] = { "csv", G_CALLBACK (csv_chosen_cb) },
  [CAP_PLAN_FORMAT_XLSX] = { "xlsx", G_CALLBACK (xlsx_chosen_cb) },
  [CAP_PLAN_FORMAT_ICS] = { "ics", G_CALLBACK (ics_chosen_cb) },
  [CAP_PLAN_FORMAT_ICS_TODO] = { "todo", G_CALLBACK (todo_chosen_cb) },
};

static void
choose_place (CapPlanPage   *self,
              CapPlanFormat  format)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr(GFile) folder = g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());
  g_autofree char *name = cap_workspace_dup_plan_name (get_workspace (self), format);

  self->chooser = gtk_file_chooser_native_new (_("Export the Plan"),
                                               GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("Save"), _("Cancel"));
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", formats[format].chosen, self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
export_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  CapPlanPage *self = CAP_PLAN_PAGE (widget);
  const char *name = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats) && self->chooser == NULL; i++)
    {
      if (g_str_equal (formats[i].name, name))
        choose_place (self, (CapPlanFormat) i);
    }
}

static void
import_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  GtkWidget *window = cap_import_actions_window_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                                     get_workspace (CAP_PLAN_PAGE (widget)));

  gtk_window_present (GTK_WINDOW (window));
}

static void
rate_again_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GtkWidget *window = cap_rerating_window_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                               get_workspace (CAP_PLAN_PAGE (widget)));

  gtk_window_present (GTK_WINDOW (window));
}

void
cap_plan_page_install_file_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "plan.export", "s", export_cb);
  gtk_widget_class_install_action (widget_class, "plan.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "plan.rate-again", NULL, rate_again_cb);
}
