/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/quality/cap-radiography-view.h"

#include <glib/gi18n.h>

#include "base/cap-text.h"
#include "quality/cap-radiography.h"
#include "ui/quality/cap-alert-group.h"
#include "ui/quality/cap-alert-row.h"
#include "ui/widgets/cap-message-bar.h"
#include "ui/widgets/cap-reason-dialog.h"

/**
 * CapRadiographyView:
 *
 * What is missing, late or inconsistent in the dossier, by severity and by
 * part, with a button that opens the place; below, what was set aside. The
 * dossier is looked at in a thread.
 */
struct _CapRadiographyView
{
  GtkWidget       parent_instance;

  /* Owned */
  CapWorkspace   *workspace;
  CapCatalogue   *catalogue;
  CapDossier     *shown;       /* the state that is told, or NULL */
  CapRadiography *radiography; /* of it */
  char           *signature;   /* of what is listed */
  char           *asked_check; /* what a reason is asked for */
  char           *asked_subject;

  /* Template children */
  CapMessageBar  *message;
  GtkLabel       *summary;
  GtkWidget      *calm;
  GtkBox         *groups;
  GtkExpander    *expander;
  GtkListBox     *aside_list;
};

G_DEFINE_FINAL_TYPE (CapRadiographyView, cap_radiography_view, GTK_TYPE_WIDGET)

static gboolean
is_editable (CapRadiographyView *self)
{
  return !cap_workspace_get_read_only (self->workspace);
}

/* (nullable): an alert, as actions name it */
static const CapAlert *
find_alert (const GPtrArray *alerts,
            const char      *check,
            const char      *subject)
{
  for (guint i = 0; i < alerts->len; i++)
    {
      const CapAlert *alert = g_ptr_array_index (alerts, i);

      if (g_strcmp0 (alert->check->id, check) == 0 && g_strcmp0 (alert->subject, subject) == 0)
        return alert;
    }

  return NULL;
}

static void
append_signature (GString         *text,
                  const GPtrArray *alerts)
{
  for (guint i = 0; i < alerts->len; i++)
    {
      const CapAlert *alert = g_ptr_array_index (alerts, i);

      g_string_append_printf (text, "%s:%s:%d:%s:%s;", alert->check->id, alert->subject,
                              (int) alert->severity, alert->sentence,
                              alert->reason != NULL ? alert->reason : "");
    }
}

/* Tells whether what is listed is still right. */
static char *
dup_signature (CapRadiographyView *self)
{
  GString *text = g_string_new (is_editable (self) ? "w" : "r");

  append_signature (text, self->radiography->alerts);
  append_signature (text, self->radiography->aside);

  return g_string_free (text, FALSE);
}

static GtkWidget *
new_heading (CapSeverity severity,
             guint       count)
{
  g_autofree char *text = g_strdup_printf ("%s · %u", cap_severity_get_label (severity), count);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL,
                                     "label", text,
                                     "xalign", 0.0,
                                     "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                     NULL);

  gtk_widget_add_css_class (heading, "title-3");

  return heading;
}

/* Returns: how many alerts follow @first that are of its severity and of its family */
static guint
count_alike (const GPtrArray *alerts,
             guint            first)
{
  const CapAlert *model = g_ptr_array_index (alerts, first);
  guint end = first + 1;

  for (; end < alerts->len; end++)
    {
      const CapAlert *alert = g_ptr_array_index (alerts, end);

      if (alert->severity != model->severity || alert->check->family != model->check->family)
        break;
    }

  return end - first;
}

static void
fill_groups (CapRadiographyView *self)
{
  const GPtrArray *alerts = self->radiography->alerts;
  int severity = -1;
  guint n_alike;

  for (guint i = 0; i < alerts->len; i += n_alike)
    {
      const CapAlert *alert = g_ptr_array_index (alerts, i);

      if (severity != (int) alert->severity)
        gtk_box_append (self->groups, new_heading (alert->severity,
                                                   self->radiography->counts[alert->severity]));
      severity = (int) alert->severity;
      n_alike = count_alike (alerts, i);
      gtk_box_append (self->groups, cap_alert_group_new (alerts, i, n_alike, is_editable (self)));
    }
}

static void
fill_aside (CapRadiographyView *self)
{
  const GPtrArray *aside = self->radiography->aside;
  g_autofree char *label = NULL;

  for (guint i = 0; i < aside->len; i++)
    gtk_list_box_append (self->aside_list,
                         cap_alert_row_new_aside (g_ptr_array_index (aside, i), is_editable (self)));

  /* Translators: how many warnings were set aside */
  label = g_strdup_printf (_("Warnings set aside (%u)"), aside->len);
  gtk_expander_set_label (self->expander, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->expander), aside->len > 0);
}

static void
show_summary (CapRadiographyView *self)
{
  const guint n_alerts = self->radiography->alerts->len;
  g_autofree char *text = NULL;

  /* Translators: a number of warnings */
  text = g_strdup_printf (ngettext ("%u warning", "%u warnings", n_alerts), n_alerts);
  gtk_label_set_text (self->summary, text);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), n_alerts > 0);
  gtk_widget_set_visible (self->calm, n_alerts == 0);
}

static void
clear_lists (CapRadiographyView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->aside_list))) != NULL)
    gtk_list_box_remove (self->aside_list, child);
}

/* (element-type GtkWidget): the rows of the alerts, in order */
static GPtrArray *
list_rows (GtkWidget *root,
           GPtrArray *rows)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (ADW_IS_ACTION_ROW (child))
        g_ptr_array_add (rows, child);
      else
        list_rows (child, rows);
    }

  return rows;
}

/* Returns: the index of the row that has the focus, or -1 */
static int
get_focused_row (CapRadiographyView *self)
{
  g_autoptr(GPtrArray) rows = list_rows (GTK_WIDGET (self->groups), g_ptr_array_new ());
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; focus != NULL && i < rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (rows, i);

      if (focus == row || gtk_widget_is_ancestor (focus, row))
        return (int) i;
    }

  return -1;
}

/* The row that had the focus may be gone: the one in its place has it, or what was set aside. */
static void
restore_focus (CapRadiographyView *self,
               int                 index)
{
  g_autoptr(GPtrArray) rows = list_rows (GTK_WIDGET (self->groups), g_ptr_array_new ());

  if (index < 0)
    return;

  if (rows->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (rows, MIN ((guint) index, rows->len - 1)));
  else if (gtk_widget_get_visible (GTK_WIDGET (self->expander)))
    gtk_widget_grab_focus (GTK_WIDGET (self->expander));
}

/* Who brought a warning back goes on from the list of those that are left. */
static gboolean
is_in_aside (CapRadiographyView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->aside_list));
}

static void
fill (CapRadiographyView *self)
{
  const int focused = is_in_aside (self) ? 0 : get_focused_row (self);
  const gboolean in_aside = is_in_aside (self);

  clear_lists (self);
  fill_groups (self);
  fill_aside (self);
  show_summary (self);

  if (in_aside && self->radiography->aside->len > 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->expander));
  else
    restore_focus (self, focused);
}

/* Rows borrow from the radiographie: a new one comes with new rows, and one that says the same goes. */
static void
show_radiography (CapRadiographyView *self,
                  CapRadiography     *radiography)
{
  CapRadiography *before = self->radiography;
  g_autofree char *signature = NULL;

  self->radiography = radiography;
  signature = dup_signature (self);
  if (cap_set_string (&self->signature, signature))
    {
      fill (self);
      cap_radiography_free (before);
    }
  else
    {
      cap_radiography_free (self->radiography);
      self->radiography = before;
    }
}

typedef struct
{
  CapDossier   *dossier;
  CapCatalogue *catalogue;
  char         *today;
} Look;

static void
look_free (Look *look)
{
  cap_dossier_unref (look->dossier);
  cap_catalogue_unref (look->catalogue);
  g_free (look->today);
  g_free (look);
}

static void
look_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  const Look *look = task_data;

  g_task_return_pointer (task, cap_radiography_new (look->dossier, look->catalogue, look->today),
                         (GDestroyNotify) cap_radiography_free);
}

/* The dossier may have gone on meanwhile: what is told is the latest. */
static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  CapRadiographyView *self = CAP_RADIOGRAPHY_VIEW (source);
  const Look *look = g_task_get_task_data (G_TASK (result));
  g_autoptr(CapRadiography) radiography = g_task_propagate_pointer (G_TASK (result), NULL);

  if (look->dossier == self->shown)
    show_radiography (self, g_steal_pointer (&radiography));
}

static void
update (CapRadiographyView *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  g_autoptr(GTask) task = NULL;
  Look *look;

  if (dossier == NULL || dossier == self->shown || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  if (self->catalogue == NULL)
    self->catalogue = cap_workspace_load_catalogue ();
  g_clear_pointer (&self->shown, cap_dossier_unref);
  self->shown = cap_dossier_ref (dossier);

  look = g_new0 (Look, 1);
  look->dossier = cap_dossier_ref (dossier);
  look->catalogue = cap_catalogue_ref (self->catalogue);
  look->today = cap_workspace_dup_today (self->workspace);
  task = g_task_new (self, NULL, looked_cb, NULL);
  g_task_set_task_data (task, look, (GDestroyNotify) look_free);
  g_task_run_in_thread (task, look_thread);
}

static void
run (CapRadiographyView  *self,
     CapCommand          *command,
     GAsyncReadyCallback  callback)
{
  cap_workspace_run_async (self->workspace, command, NULL, callback, g_object_ref (self));
}

static void
tell (CapRadiographyView *self,
      GAsyncResult       *result,
      const char         *done)
{
  g_autoptr(GError) error = NULL;

  if (cap_workspace_run_finish (self->workspace, result, &error))
    {
      cap_message_bar_hide (self->message);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", done);
    }
  else
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
}

static void
silenced_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(CapRadiographyView) self = CAP_RADIOGRAPHY_VIEW (user_data);

  tell (self, result, _("Warning set aside"));
}

static void
spoken_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(CapRadiographyView) self = CAP_RADIOGRAPHY_VIEW (user_data);

  tell (self, result, _("The warning is back"));
}

static void
reason_given_cb (CapRadiographyView *self,
                 const char         *name,
                 const char         *reason)
{
  const CapAlert *alert = find_alert (self->radiography->alerts, self->asked_check,
                                      self->asked_subject);
  g_autofree char *today = cap_workspace_dup_today (self->workspace);
  CapCommand *command;

  if (alert == NULL || !is_editable (self))
    return;

  command = cap_radiography_silence (self->shown, alert, reason, today);
  if (command != NULL)
    run (self, command, silenced_cb);
  else
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR,
                          _("This reason is too short: say why it is no fault, in a few words."));
}

static void
set_aside_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  CapRadiographyView *self = CAP_RADIOGRAPHY_VIEW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  const char *check;
  const char *subject;
  const CapAlert *alert;
  GtkWidget *dialog;

  g_variant_get (parameter, "(&s&s)", &check, &subject);
  alert = find_alert (self->radiography->alerts, check, subject);
  if (alert == NULL || !GTK_IS_WINDOW (root))
    return;

  cap_set_string (&self->asked_check, check);
  cap_set_string (&self->asked_subject, subject);
  dialog = cap_reason_dialog_new_full (GTK_WINDOW (root), alert->name, _("Set This Warning Aside"),
                                       alert->sentence, C_("warning", "Set Aside"));
  g_signal_connect_object (dialog, "given", G_CALLBACK (reason_given_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
speak_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  CapRadiographyView *self = CAP_RADIOGRAPHY_VIEW (widget);
  const char *check;
  const char *subject;
  const CapAlert *alert;
  CapCommand *command;

  g_variant_get (parameter, "(&s&s)", &check, &subject);
  alert = find_alert (self->radiography->aside, check, subject);
  command = alert != NULL && is_editable (self) ? cap_radiography_speak (self->shown, alert) : NULL;
  if (command != NULL)
    run (self, command, spoken_cb);
}

static void
cap_radiography_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cap_radiography_view_parent_class)->map (widget);

  update (CAP_RADIOGRAPHY_VIEW (widget));
}

static void
cap_radiography_view_dispose (GObject *object)
{
  CapRadiographyView *self = CAP_RADIOGRAPHY_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->catalogue, cap_catalogue_unref);
  g_clear_pointer (&self->shown, cap_dossier_unref);

  G_OBJECT_CLASS (cap_radiography_view_parent_class)->dispose (object);
}

static void
cap_radiography_view_finalize (GObject *object)
{
  CapRadiographyView *self = CAP_RADIOGRAPHY_VIEW (object);

  cap_radiography_free (self->radiography);
  g_free (self->signature);
  g_free (self->asked_check);
  g_free (self->asked_subject);

  G_OBJECT_CLASS (cap_radiography_view_parent_class)->finalize (object);
}

static void
cap_radiography_view_class_init (CapRadiographyViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_radiography_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_radiography_view_finalize;
  widget_class->map = cap_radiography_view_map;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-radiography-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CapRadiographyView, message);
  gtk_widget_class_bind_template_child (widget_class, CapRadiographyView, summary);
  gtk_widget_class_bind_template_child (widget_class, CapRadiographyView, calm);
  gtk_widget_class_bind_template_child (widget_class, CapRadiographyView, groups);
  gtk_widget_class_bind_template_child (widget_class, CapRadiographyView, expander);
  gtk_widget_class_bind_template_child (widget_class, CapRadiographyView, aside_list);

  gtk_widget_class_install_action (widget_class, "radiography.set-aside", "(ss)", set_aside_cb);
  gtk_widget_class_install_action (widget_class, "radiography.speak", "(ss)", speak_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_radiography_view_init (CapRadiographyView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cap_radiography_view_new:
 * @workspace: with a dossier open
 */
GtkWidget *
cap_radiography_view_new (CapWorkspace *workspace)
{
  CapRadiographyView *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_RADIOGRAPHY_VIEW, NULL);
  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
