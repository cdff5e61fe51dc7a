/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/frameworks/cap-frameworks-window-private.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "ui/frameworks/cap-framework-page.h"
#include "ui/frameworks/cap-framework-text.h"

/**
 * CapFrameworksWindow:
 *
 * The versions of frameworks that are on this computer: what they say, what
 * changed between them, and a new one to look at before it is published here.
 */
G_DEFINE_FINAL_TYPE (CapFrameworksWindow, cap_frameworks_window, ADW_TYPE_WINDOW)

static GtkWidget *
new_row (const char *title,
         const char *subtitle,
         const char *group)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *description = g_strdup_printf ("%s, %s", group, subtitle);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);

  return row;
}

/* The version that an evaluation started today gets. */
static gboolean
is_in_use (CapFrameworksWindow   *self,
           const CapLibraryEntry *entry)
{
  g_autofree char *today = cap_date_dup_today ();

  return cap_library_find_newest (self->entries, entry->framework->id, today, NULL) == entry->framework;
}

static GtkWidget *
new_entry_row (CapFrameworksWindow   *self,
               const CapLibraryEntry *entry)
{
  g_autofree char *title = NULL;
  g_autofree char *validity = NULL;
  g_autofree char *subtitle = NULL;

  if (entry->framework == NULL)
    {
      title = g_filename_display_basename (entry->path);
      return new_row (title, entry->fault, _("Cannot be read"));
    }

  /* Translators: the number of a version */
  title = g_strdup_printf (_("Version %s"), entry->framework->version);
  validity = cap_framework_text_dup_validity (entry->framework);
  subtitle = g_strjoin ("\n", validity, cap_framework_text_get_origin (entry),
                        is_in_use (self, entry) ? _("new evaluations use it") : NULL, NULL);

  return new_row (title, subtitle, entry->framework->title);
}

/* The file that is looked at comes first. */
static CapLibraryEntry *
get_entry (CapFrameworksWindow *self,
           GtkListBoxRow       *row)
{
  guint index = (guint) gtk_list_box_row_get_index (row);
  guint first = self->import != NULL ? 1 : 0;

  return index >= first && index - first < self->entries->len
         ? g_ptr_array_index (self->entries, index - first) : NULL;
}

static const char *
get_group (CapFrameworksWindow *self,
           GtkListBoxRow       *row)
{
  const CapLibraryEntry *entry = get_entry (self, row);

  if (entry == NULL)
    return _("Not published");

  return entry->framework != NULL ? entry->framework->title : _("Cannot be read");
}

static void
update_header_cb (GtkListBoxRow *row,
                  GtkListBoxRow *before,
                  gpointer       user_data)
{
  CapFrameworksWindow *self = user_data;
  const char *group = get_group (self, row);
  GtkWidget *label;

  if (before != NULL && g_str_equal (get_group (self, before), group))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = gtk_label_new (group);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "list-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
show_import (CapFrameworksWindow *self)
{
  self->shown = NULL;
  adw_window_title_set_title (self->title, _("New Version"));
  adw_window_title_set_subtitle (self->title, self->import_name);
  gtk_stack_set_visible_child_name (self->stack, "import");
}

static void
show_broken (CapFrameworksWindow   *self,
             const CapLibraryEntry *entry)
{
  g_autofree char *name = g_filename_display_basename (entry->path);
  g_autofree char *text = g_markup_printf_escaped ("%s\n\n%s", entry->fault, entry->path);

  adw_window_title_set_title (self->title, name);
  adw_window_title_set_subtitle (self->title, "");
  adw_status_page_set_description (self->broken, text);
  gtk_stack_set_visible_child_name (self->stack, "broken");
}

static void
show_version (CapFrameworksWindow *self,
              CapLibraryEntry     *entry)
{
  g_autofree char *version = NULL;

  /* Translators: the number of a version */
  version = g_strdup_printf (_("Version %s"), entry->framework->version);
  adw_window_title_set_title (self->title, entry->framework->title);
  adw_window_title_set_subtitle (self->title, version);
  adw_bin_set_child (self->page_bin, cap_framework_page_new (entry->framework, self->entries,
                                                             (const char * const *) self->dossiers));
  gtk_stack_set_visible_child_name (self->stack, "page");
}

static void
update_actions (CapFrameworksWindow *self)
{
  const CapLibraryEntry *entry = self->shown;
  gboolean readable = entry != NULL && entry->framework != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->export_button), readable);
  gtk_widget_set_visible (self->remove_button, readable && entry->path != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "frameworks.export", readable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "frameworks.remove",
                                 entry != NULL && entry->path != NULL);
}

static void
row_selected_cb (CapFrameworksWindow *self,
                 GtkListBoxRow       *row)
{
  CapLibraryEntry *entry;

  if (row == NULL)
    return;

  cap_message_bar_hide (self->message);
  entry = get_entry (self, row);
  self->shown = entry;
  if (entry == NULL)
    show_import (self);
  else if (entry->framework == NULL)
    show_broken (self, entry);
  else
    show_version (self, entry);
  update_actions (self);
}

/* Enter goes on to what is shown. */
static void
row_activated_cb (CapFrameworksWindow *self)
{
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);

  gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

/* Tab would choose one version after the other. */
static gboolean
key_pressed_cb (CapFrameworksWindow *self,
                guint                keyval,
                guint                keycode,
                GdkModifierType      state)
{
  if (keyval != GDK_KEY_Tab || (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (self->import_button);

  return GDK_EVENT_STOP;
}

/* The wanted version, else the first row. What had the focus may be gone: the row gets it, or what
 * shows the row. */
static void
select_row (CapFrameworksWindow *self)
{
  guint first = self->import != NULL ? 1 : 0;
  guint index = 0;
  GtkListBoxRow *row;

  for (guint i = 0; self->wanted != NULL && i < self->entries->len; i++)
    {
      const CapLibraryEntry *entry = g_ptr_array_index (self->entries, i);

      if (entry->framework != NULL && g_str_equal (entry->framework->sha256, self->wanted->sha256))
        index = first + i;
    }

  g_clear_pointer (&self->wanted, cap_framework_unref);
  row = gtk_list_box_get_row_at_index (self->list, (int) index);
  gtk_list_box_select_row (self->list, row);
  gtk_widget_grab_focus (adw_flap_get_reveal_flap (self->flap) ? GTK_WIDGET (row) : self->sidebar_button);
}

static void
fill_list (CapFrameworksWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);

  if (self->import != NULL)
    gtk_list_box_append (self->list, new_row (self->import_name,
                                              _("Look at it before it is published here"),
                                              _("Not published")));

  for (guint i = 0; i < self->entries->len; i++)
    gtk_list_box_append (self->list, new_entry_row (self, g_ptr_array_index (self->entries, i)));
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(CapFrameworksWindow) self = CAP_FRAMEWORKS_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = cap_library_list_finish (result, &error);
  g_autofree char *notice = NULL;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  if (entries == NULL)
    {
      cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
      return;
    }

  self->shown = NULL;
  g_ptr_array_unref (self->entries);
  self->entries = g_steal_pointer (&entries);
  notice = g_steal_pointer (&self->notice);
  fill_list (self);
  select_row (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "frameworks.import", TRUE);
  if (notice == NULL)
    return;

  cap_message_bar_show (self->message, CAP_MESSAGE_INFO, notice);
  if (self->removed != NULL)
    cap_message_bar_add_action (self->message, _("Undo"), "frameworks.restore");
}

/**
 * cap_frameworks_window_reload:
 * @wanted: (nullable): the version to show then
 * @notice: (nullable): what to say then
 *
 * Lists again what is installed.
 */
void
cap_frameworks_window_reload (CapFrameworksWindow *self,
                              CapFramework        *wanted,
                              const char          *notice)
{
  g_autofree char *before = g_steal_pointer (&self->notice);

  g_clear_pointer (&self->wanted, cap_framework_unref);
  self->wanted = wanted != NULL ? cap_framework_ref (wanted) : NULL;
  self->notice = g_strdup (notice);
  cap_library_list_async (self->cancellable, listed_cb, g_object_ref (self));
}

void
cap_frameworks_window_close_import (CapFrameworksWindow *self)
{
  self->import = NULL;
  adw_bin_set_child (self->import_bin, NULL);
}

static char *
dup_published (const CapFramework *framework)
{
  g_autofree char *today = cap_date_dup_today ();
  g_autofree char *from = NULL;

  if (cap_framework_is_valid_on (framework, today) || framework->valid_from == NULL)
    /* Translators: the number of a version */
    return g_strdup_printf (_("Version %s is published on this computer. You can remove it at any time."),
                            framework->version);

  from = cap_date_format_long (framework->valid_from);

  /* Translators: the number of a version, a date */
  return g_strdup_printf (_("Version %s is published on this computer. It is valid from %s. "
                            "You can remove it at any time."), framework->version, from);
}

static void
published_cb (CapFrameworksWindow *self)
{
  g_autoptr(CapFramework) framework = cap_framework_ref (cap_import_page_get_framework (self->import));
  g_autofree char *notice = dup_published (framework);

  g_clear_pointer (&self->removed, cap_framework_unref);
  cap_frameworks_window_close_import (self);
  cap_frameworks_window_reload (self, framework, notice);
}

static void
toggle_sidebar_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  AdwFlap *flap = CAP_FRAMEWORKS_WINDOW (widget)->flap;

  adw_flap_set_reveal_flap (flap, !adw_flap_get_reveal_flap (flap));
}

static void
cancel_import_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  CapFrameworksWindow *self = CAP_FRAMEWORKS_WINDOW (widget);

  cap_frameworks_window_close_import (self);
  fill_list (self);
  select_row (self);
}

static void
cap_frameworks_window_dispose (GObject *object)
{
  CapFrameworksWindow *self = CAP_FRAMEWORKS_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->chooser);

  G_OBJECT_CLASS (cap_frameworks_window_parent_class)->dispose (object);
}

static void
cap_frameworks_window_finalize (GObject *object)
{
  CapFrameworksWindow *self = CAP_FRAMEWORKS_WINDOW (object);

  g_ptr_array_unref (self->entries);
  g_clear_pointer (&self->wanted, cap_framework_unref);
  g_clear_pointer (&self->removed, cap_framework_unref);
  g_strfreev (self->dossiers);
  g_free (self->import_name);
  g_free (self->notice);
  g_free (self->extension);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (cap_frameworks_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-frameworks-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CapFrameworksWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, CapFrameworksWindow, list);
  gtk_widget_class_bind_template_child (widget_class, CapFrameworksWindow, import_button);
  gtk_widget_class_bind_template_child (widget_class, CapFrameworksWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, CapFrameworksWindow, title);
  gtk_widget_class_bind_template_child (widget_class, CapFrameworksWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, CapFrameworksWindow, remove_button);
  gtk_widget_class_bind_template_child (widget_class, CapFrameworksWindow, message);
  gtk_widget_class_bind_template_child (widget_class, CapFrameworksWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CapFrameworksWindow, page_bin);
  gtk_widget_class_bind_template_child (widget_class, CapFrameworksWindow, broken);
  gtk_widget_class_bind_template_child (widget_class, CapFrameworksWindow, import_bin);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
cap_frameworks_window_class_init (CapFrameworksWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_frameworks_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_frameworks_window_finalize;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  bind_template (widget_class);

  gtk_widget_class_install_action (widget_class, "frameworks.toggle-sidebar", NULL, toggle_sidebar_cb);
  gtk_widget_class_install_action (widget_class, "frameworks.cancel-import", NULL, cancel_import_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "frameworks.toggle-sidebar", NULL);
  cap_frameworks_window_install_file_actions (widget_class);
}

static void
cap_frameworks_window_init (CapFrameworksWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->entries = g_ptr_array_new ();
  self->dossiers = g_new0 (char *, 1);
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_list_box_set_header_func (self->list, update_header_cb, self, NULL);
  cap_frameworks_window_fill_export_menu (self);
  cap_frameworks_window_accept_files (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "frameworks.import", FALSE);
  update_actions (self);
  cap_frameworks_window_reload (self, NULL, NULL);
}

/**
 * cap_frameworks_window_new:
 * @dossiers: (array zero-terminated=1): paths of those that a version may mean something for
 *
 * Returns: (transfer none): a window on what is installed
 */
GtkWindow *
cap_frameworks_window_new (const char * const *dossiers)
{
  CapFrameworksWindow *self;

  g_return_val_if_fail (dossiers != NULL, NULL);

  self = g_object_new (CAP_TYPE_FRAMEWORKS_WINDOW, NULL);
  cap_frameworks_window_set_dossiers (self, dossiers);

  return GTK_WINDOW (self);
}

/* For the versions that are shown from now on. */
void
cap_frameworks_window_set_dossiers (CapFrameworksWindow *self,
                                    const char * const  *dossiers)
{
  g_return_if_fail (CAP_IS_FRAMEWORKS_WINDOW (self) && dossiers != NULL);

  g_strfreev (self->dossiers);
  self->dossiers = g_strdupv ((GStrv) dossiers);
}

/**
 * cap_frameworks_window_import:
 * @path: a file that somebody gave
 *
 * Shows what the file is and what it would change. Does nothing before the
 * list of what is installed is there, nor while another file is published.
 */
void
cap_frameworks_window_import (CapFrameworksWindow *self,
                              const char          *path)
{
  g_return_if_fail (CAP_IS_FRAMEWORKS_WINDOW (self) && path != NULL);

  if (self->entries->len == 0 ||
      (self->import != NULL && !gtk_widget_get_sensitive (GTK_WIDGET (self->import))))
    return;

  self->import = CAP_IMPORT_PAGE (cap_import_page_new (self->entries, (const char * const *) self->dossiers));
  adw_bin_set_child (self->import_bin, GTK_WIDGET (self->import));
  g_signal_connect_object (self->import, "published", G_CALLBACK (published_cb), self, G_CONNECT_SWAPPED);
  g_free (self->import_name);
  self->import_name = g_filename_display_basename (path);
  cap_import_page_read (self->import, path);
  fill_list (self);
  select_row (self);
}
