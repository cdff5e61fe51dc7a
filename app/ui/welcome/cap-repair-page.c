/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/welcome/cap-repair-page.h"

#include <glib/gi18n.h>

#include "base/cap-text.h"
#include "model/cap-salvage-text.h"
#include "ui/widgets/cap-message-bar.h"
#include "workspace/cap-repair.h"

#define PATIENCE_MS 500 /* before a work is shown to be going on */
#define PULSE_MS    100

/**
 * CapRepairPage:
 *
 * What can be done of a dossier that is damaged: a backup, another copy beside it, or what can be saved of it
 * in a new file. The damaged file is never touched.
 */
struct _CapRepairPage
{
  GtkWidget      parent_instance;

  /* Owned */
  char          *path;
  GPtrArray     *spares;      /* CapSpare, once they are found */
  char          *new_path;    /* of the file that is being saved, or is */
  GCancellable  *cancellable; /* of all that is under way when the page goes */
  GCancellable  *salvage;     /* of the salvage under way, or NULL */
  guint          patience_id;
  guint          pulse_id;

  /* Template children */
  CapMessageBar *message;
  GtkLabel      *title;
  GtkLabel      *reason;
  GtkWidget     *searching;
  GtkWidget     *nothing;
  GtkWidget     *backups_box;
  GtkListBox    *backups;
  GtkWidget     *beside_box;
  GtkListBox    *beside;
  GtkWidget     *salvage_button;
  GtkWidget     *progress_box;
  GtkProgressBar *progress;
  GtkWidget     *result_box;
  GtkLabel      *summary;
  GtkWidget     *losses_title;
  GtkListBox    *losses;
  GtkListBox    *parts;
  GtkWidget     *open_button;
};

G_DEFINE_FINAL_TYPE (CapRepairPage, cap_repair_page, GTK_TYPE_WIDGET)

/* A page that is gone has no path any more. */
static gboolean
is_gone (CapRepairPage *self)
{
  return self->path == NULL;
}

static void
open_path (CapRepairPage *self,
           const char    *path)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "app.open-path", "s", path);
}

/* Copies */

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(CapRepairPage) self = CAP_REPAIR_PAGE (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *path = cap_repair_copy_finish (result, &error);

  if (is_gone (self))
    return;

  if (path != NULL)
    open_path (self, path);
  else
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
}

static void
take_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  CapRepairPage *self = CAP_REPAIR_PAGE (widget);
  const CapSpare *spare = g_ptr_array_index (self->spares, g_variant_get_uint32 (parameter));

  if (spare->kind == CAP_SPARE_BACKUP)
    cap_repair_copy_async (self->path, spare, self->cancellable, copied_cb, g_object_ref (self));
  else
    open_path (self, spare->path);
}

static GtkWidget *
new_row (const CapSpare *spare,
         guint           index)
{
  const gboolean is_backup = spare->kind == CAP_SPARE_BACKUP;
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_local (spare->time);
  /* Translators: day and time of a backup: “12 March 2027, 14:05” */
  g_autofree char *when = g_date_time_format (time, _("%-d %B %Y, %H:%M"));
  g_autofree char *size = g_format_size ((guint64) spare->size);
  g_autofree char *base = g_path_get_basename (spare->path);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *detail = is_backup ? g_strdup (size) : g_strdup_printf ("%s, %s", when, size);
  const char *label = is_backup ? _("Open a Copy") : _("Open");
  g_autofree char *spoken = g_strdup_printf ("%s, %s", label, is_backup ? when : name);
  GtkWidget *button = gtk_button_new_with_label (label);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), is_backup ? when : name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", index);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "repair.take");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(CapRepairPage) self = CAP_REPAIR_PAGE (user_data);
  g_autoptr(GPtrArray) spares = cap_repair_list_finish (result, NULL);
  guint n_backups = 0;
  guint n_beside = 0;

  if (is_gone (self) || spares == NULL)
    return;

  for (guint i = 0; i < spares->len; i++)
    {
      const CapSpare *spare = g_ptr_array_index (spares, i);
      const gboolean is_backup = spare->kind == CAP_SPARE_BACKUP;

      n_backups += is_backup;
      n_beside += !is_backup;
      gtk_list_box_append (is_backup ? self->backups : self->beside, new_row (spare, i));
    }
  self->spares = g_steal_pointer (&spares);

  gtk_widget_set_visible (self->searching, FALSE);
  gtk_widget_set_visible (self->backups_box, n_backups > 0);
  gtk_widget_set_visible (self->beside_box, n_beside > 0);
  gtk_widget_set_visible (self->nothing, n_backups + n_beside == 0);
}

/* Salvage */

static void
add_line (GtkListBox *list,
          const char *text)
{
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_set_margin_top (label, 8);
  gtk_widget_set_margin_bottom (label, 8);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_list_box_append (list, row);
}

static void
show_report (CapRepairPage          *self,
             const CapSalvageReport *report)
{
  g_autofree char *summary = cap_salvage_text_dup_summary (report);
  g_autoptr(GPtrArray) losses = cap_salvage_text_list_losses (report);
  g_autofree char *base = g_path_get_basename (self->new_path);
  g_autofree char *name = g_filename_display_name (base);
  /* Translators: a sentence that says how much is saved, then the name of a file */
  g_autofree char *text = g_strdup_printf (_("%1$s The new file is “%2$s”."), summary, name);

  gtk_label_set_text (self->summary, text);
  for (guint i = 0; i < losses->len; i++)
    add_line (self->losses, g_ptr_array_index (losses, i));
  for (guint i = 0; i < report->parts->len; i++)
    {
      g_autofree char *line = cap_salvage_text_dup_part (g_ptr_array_index (report->parts, i));

      add_line (self->parts, line);
    }

  gtk_widget_set_visible (self->losses_title, losses->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->losses), losses->len > 0);
  gtk_widget_set_visible (self->result_box, TRUE);
  gtk_widget_set_visible (self->salvage_button, FALSE);
  gtk_widget_grab_focus (self->open_button);
}

static gboolean
pulse_cb (gpointer user_data)
{
  gtk_progress_bar_pulse (CAP_REPAIR_PAGE (user_data)->progress);

  return G_SOURCE_CONTINUE;
}

static void
patience_cb (gpointer user_data)
{
  CapRepairPage *self = CAP_REPAIR_PAGE (user_data);

  self->patience_id = 0;
  gtk_widget_set_visible (self->progress_box, TRUE);
  self->pulse_id = g_timeout_add (PULSE_MS, pulse_cb, self);
}

static void
stop_waiting (CapRepairPage *self)
{
  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_clear_handle_id (&self->pulse_id, g_source_remove);
  g_clear_object (&self->salvage);
}

static void
salvaged_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(CapRepairPage) self = CAP_REPAIR_PAGE (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(CapSalvageReport) report = cap_repair_salvage_finish (result, &error);

  if (is_gone (self))
    return;

  stop_waiting (self);
  gtk_widget_set_visible (self->progress_box, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "repair.salvage", TRUE);
  if (report != NULL)
    show_report (self, report);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
}

static void
salvage_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  CapRepairPage *self = CAP_REPAIR_PAGE (widget);

  cap_message_bar_hide (self->message);
  gtk_widget_action_set_enabled (widget, "repair.salvage", FALSE);
  g_free (self->new_path);
  self->new_path = cap_repair_dup_new_path (self->path);
  self->salvage = g_cancellable_new ();
  self->patience_id = g_timeout_add_once (PATIENCE_MS, patience_cb, self);
  cap_repair_salvage_async (self->path, self->new_path, self->salvage, salvaged_cb, g_object_ref (self));
}

static void
cancel_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  g_cancellable_cancel (CAP_REPAIR_PAGE (widget)->salvage);
}

static void
open_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  CapRepairPage *self = CAP_REPAIR_PAGE (widget);

  open_path (self, self->new_path);
}

static gboolean
cap_repair_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (CAP_REPAIR_PAGE (widget)->salvage_button);
}

static void
cap_repair_page_dispose (GObject *object)
{
  CapRepairPage *self = CAP_REPAIR_PAGE (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->salvage);
  stop_waiting (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->new_path, g_free);
  g_clear_pointer (&self->spares, g_ptr_array_unref);

  G_OBJECT_CLASS (cap_repair_page_parent_class)->dispose (object);
}

static void
cap_repair_page_class_init (CapRepairPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_repair_page_dispose;

  widget_class->grab_focus = cap_repair_page_grab_focus;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-repair-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CapRepairPage, message);
  gtk_widget_class_bind_template_child (widget_class, CapRepairPage, title);
  gtk_widget_class_bind_template_child (widget_class, CapRepairPage, reason);
  gtk_widget_class_bind_template_child (widget_class, CapRepairPage, searching);
  gtk_widget_class_bind_template_child (widget_class, CapRepairPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, CapRepairPage, backups_box);
  gtk_widget_class_bind_template_child (widget_class, CapRepairPage, backups);
  gtk_widget_class_bind_template_child (widget_class, CapRepairPage, beside_box);
  gtk_widget_class_bind_template_child (widget_class, CapRepairPage, beside);
  gtk_widget_class_bind_template_child (widget_class, CapRepairPage, salvage_button);
  gtk_widget_class_bind_template_child (widget_class, CapRepairPage, progress_box);
  gtk_widget_class_bind_template_child (widget_class, CapRepairPage, progress);
  gtk_widget_class_bind_template_child (widget_class, CapRepairPage, result_box);
  gtk_widget_class_bind_template_child (widget_class, CapRepairPage, summary);
  gtk_widget_class_bind_template_child (widget_class, CapRepairPage, losses_title);
  gtk_widget_class_bind_template_child (widget_class, CapRepairPage, losses);
  gtk_widget_class_bind_template_child (widget_class, CapRepairPage, parts);
  gtk_widget_class_bind_template_child (widget_class, CapRepairPage, open_button);

  gtk_widget_class_install_action (widget_class, "repair.take", "u", take_cb);
  gtk_widget_class_install_action (widget_class, "repair.salvage", NULL, salvage_cb);
  gtk_widget_class_install_action (widget_class, "repair.cancel", NULL, cancel_cb);
  gtk_widget_class_install_action (widget_class, "repair.open", NULL, open_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_repair_page_init (CapRepairPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cap_repair_page_new:
 * @path: a dossier that cannot be opened
 * @reason: why, a sentence
 *
 * Returns: (transfer floating): the page about it; it looks for copies by itself
 */
GtkWidget *
cap_repair_page_new (const char *path,
                     const char *reason)
{
  CapRepairPage *self = g_object_new (CAP_TYPE_REPAIR_PAGE, NULL);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);
  /* Translators: name of a file */
  g_autofree char *title = g_strdup_printf (_("“%s” cannot be opened"), name);

  self->path = g_strdup (path);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->reason, reason);
  cap_repair_list_async (path, self->cancellable, listed_cb, g_object_ref (self));

  return GTK_WIDGET (self);
}
