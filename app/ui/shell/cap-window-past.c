/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/shell/cap-window-private.h"

#include <glib/gi18n.h>

#include "ui/past/cap-past-window.h"
#include "workspace/cap-workspace-past.h"

/* What a window does with what its dossier was: it shows the journal, and opens moments and backups in
 * windows that only read. */

/* What a window waits for before it opens a moment. */
typedef struct
{
  CapWindow *self;
  gint64     sequence;
  char      *name;
} Look;

static void
free_look (Look *look)
{
  g_object_unref (look->self);
  g_free (look->name);
  g_free (look);
}

static GtkWidget *
show_past (CapWindow *self)
{
  GtkWidget *window;

  cap_journey_flush (self->journey);
  window = cap_past_window_new (GTK_WINDOW (self), self->workspace);
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

static void
history_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  show_past (CAP_WINDOW (widget));
}

static void
object_history_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  GtkWidget *window = show_past (CAP_WINDOW (widget));
  const char *object;
  const char *name;

  g_variant_get (parameter, "(&s&s)", &object, &name);
  cap_past_window_show_object (CAP_PAST_WINDOW (window), object, name);
}

static void
open_moment (CapWindow  *self,
             const char *path,
             gint64      sequence,
             const char *name)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  CapWindow *window;

  if (application == NULL)
    return;

  window = cap_window_new (CAP_APPLICATION (application));
  cap_window_open_past (window, path, sequence, name);
  gtk_window_present (GTK_WINDOW (window));
}

static void
published_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Look *look = user_data;
  CapWorkspace *workspace = CAP_WORKSPACE (source);
  g_autoptr(GError) error = NULL;

  if (!cap_workspace_publish_finish (workspace, result, &error))
    cap_window_toast (look->self, error->message, NULL, NULL);
  else if (cap_workspace_get_path (workspace) != NULL)
    open_moment (look->self, cap_workspace_get_path (workspace), look->sequence, look->name);
  free_look (look);
}

/* The other window reads the file: it has to hold the moment. */
static void
look_at_moment_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  CapWindow *self = CAP_WINDOW (widget);
  Look *look = g_new0 (Look, 1);

  look->self = g_object_ref (self);
  g_variant_get (parameter, "(xs)", &look->sequence, &look->name);
  if (!cap_workspace_get_read_only (self->workspace))
    {
      cap_workspace_publish_async (self->workspace, published_cb, look);
      return;
    }

  open_moment (self, cap_workspace_get_path (self->workspace), look->sequence, look->name);
  free_look (look);
}

static void
look_at_backup_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  const char *path = g_variant_get_string (parameter, NULL);
  g_autofree char *name = g_path_get_basename (path);
  /* Translators: %s is the name of a file */
  g_autofree char *moment = g_strdup_printf (_("backup %s"), name);

  open_moment (CAP_WINDOW (widget), path, 0, moment);
}

void
cap_window_install_past_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.history", NULL, history_cb);
  gtk_widget_class_install_action (widget_class, "win.object-history", "(ss)", object_history_cb);
  gtk_widget_class_install_action (widget_class, "win.look-at-moment", "(xs)", look_at_moment_cb);
  gtk_widget_class_install_action (widget_class, "win.look-at-backup", "s", look_at_backup_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, GDK_CONTROL_MASK, "win.history", NULL);
}

/* A moment has no moments: what it was made of is in the dossier itself. */
void
cap_window_update_past_actions (CapWindow *self)
{
  const gboolean allowed = cap_workspace_get_dossier (self->workspace) != NULL &&
                           cap_workspace_get_moment (self->workspace) == NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.history", allowed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.object-history", allowed);
}
