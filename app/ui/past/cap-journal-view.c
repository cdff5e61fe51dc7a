/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/past/cap-journal-view.h"

#include <glib/gi18n.h>

#include "base/cap-text.h"
#include "ui/past/cap-journal-row.h"
#include "ui/widgets/cap-message-bar.h"
#include "ui/widgets/cap-settings.h"
#include "workspace/cap-workspace-past.h"

#define PAGE 60

/**
 * CapJournalView:
 *
 * The journal of a dossier, newest first: what was done, undone and done again, by whom, and what it changed.
 * Searched as one types; or that of one thing alone. Read when it is looked at, a page at a time.
 */
struct _CapJournalView
{
  GtkWidget       parent_instance;

  /* Owned */
  CapWorkspace   *workspace;   /* NULL once the window is closed */
  GSettings      *settings;    /* NULL when the schema is not installed */
  GCancellable   *cancellable; /* of the reading under way */
  char           *object;      /* whose journal it is; NULL: that of the dossier */
  char           *object_name;
  gint64          oldest;      /* rank of the last row */

  /* Template children */
  CapMessageBar  *message;
  GtkWidget      *signing;
  GtkEditable    *signature;
  GtkSearchEntry *search;
  GtkWidget      *only;
  GtkLabel       *only_label;
  GtkLabel       *nothing;
  GtkListBox     *list;
  GtkWidget      *more_button;
};

G_DEFINE_FINAL_TYPE (CapJournalView, cap_journal_view, GTK_TYPE_WIDGET)

static void
empty_list (CapJournalView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);

  self->oldest = 0;
}

static void
add_rows (CapJournalView  *self,
          const GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const CapJournalEntry *entry = g_ptr_array_index (entries, i);

      gtk_list_box_append (self->list, cap_journal_row_new (entry, self->object, self->object_name));
      self->oldest = entry->sequence;
    }

  gtk_widget_set_visible (self->more_button, entries->len == PAGE && self->oldest > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->oldest > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), self->oldest == 0);
}

/* Returns: whether there is something to show; what failed is told */
static gboolean
is_read (CapJournalView  *self,
         const GPtrArray *entries,
         const GError    *error)
{
  if (self->workspace == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE; /* the window was closed meanwhile, or something else is read */

  if (entries == NULL)
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);

  return entries != NULL;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(CapJournalView) self = CAP_JOURNAL_VIEW (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = cap_workspace_read_journal_finish (CAP_WORKSPACE (source), result, &error);

  if (!is_read (self, entries, error))
    return;

  empty_list (self);
  add_rows (self, entries);
}

static void
read_more_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(CapJournalView) self = CAP_JOURNAL_VIEW (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = cap_workspace_read_journal_finish (CAP_WORKSPACE (source), result, &error);
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->list));

  if (!is_read (self, entries, error))
    return;

  add_rows (self, entries);
  if (last != NULL && gtk_widget_get_next_sibling (last) != NULL)
    gtk_widget_grab_focus (gtk_widget_get_next_sibling (last));
}

static void
read_journal (CapJournalView      *self,
              gint64               before,
              GAsyncReadyCallback  callback)
{
  const CapJournalQuery query = {
    .search = gtk_editable_get_text (GTK_EDITABLE (self->search)),
    .object = self->object,
    .before = before,
    .limit = PAGE,
  };

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  cap_workspace_read_journal_async (self->workspace, &query, self->cancellable, callback,
                                    g_object_ref (self));
}

static void
update (CapJournalView *self)
{
  if (self->workspace != NULL && cap_workspace_get_dossier (self->workspace) != NULL &&
      gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_journal (self, 0, read_cb);
}

/* Without a name of one’s own, that of the account signs. */
static void
sign_cb (CapJournalView *self)
{
  g_autofree char *signature = NULL;

  g_settings_set_string (self->settings, "author", gtk_editable_get_text (self->signature));
  signature = cap_workspace_dup_signature ();
  gtk_editable_set_text (self->signature, signature);
}

static void
show_signature (CapJournalView *self)
{
  g_autofree char *signature = cap_workspace_dup_signature ();

  gtk_editable_set_text (self->signature, signature);
  gtk_widget_set_visible (self->signing,
                          self->settings != NULL && !cap_workspace_get_read_only (self->workspace));
}

static void
more_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  CapJournalView *self = CAP_JOURNAL_VIEW (widget);

  if (self->oldest > 1)
    read_journal (self, self->oldest, read_more_cb);
}

static void
show_all_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  CapJournalView *self = CAP_JOURNAL_VIEW (widget);

  cap_journal_view_set_object (self, NULL, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* A view that is closed is disposed of once no callback holds it any more, which is too late to give up. */
static void
let_go (CapJournalView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->workspace);
}

static void
cap_journal_view_dispose (GObject *object)
{
  CapJournalView *self = CAP_JOURNAL_VIEW (object);
  GtkWidget *child;

  let_go (self);
  g_clear_object (&self->settings);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (cap_journal_view_parent_class)->dispose (object);
}

static void
cap_journal_view_finalize (GObject *object)
{
  CapJournalView *self = CAP_JOURNAL_VIEW (object);

  g_clear_object (&self->cancellable);
  g_free (self->object);
  g_free (self->object_name);

  G_OBJECT_CLASS (cap_journal_view_parent_class)->finalize (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, CapJournalView, child)

static void
cap_journal_view_class_init (CapJournalViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_journal_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_journal_view_finalize;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-journal-view.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  BIND (message);
  BIND (signing);
  BIND (signature);
  BIND (search);
  BIND (only);
  BIND (only_label);
  BIND (nothing);
  BIND (list);
  BIND (more_button);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, sign_cb);
  gtk_widget_class_install_action (widget_class, "journal.more", NULL, more_cb);
  gtk_widget_class_install_action (widget_class, "journal.show-all", NULL, show_all_cb);
}

#undef BIND

static void
cap_journal_view_init (CapJournalView *self)
{
  self->cancellable = g_cancellable_new ();
  self->settings = cap_settings_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (update), NULL);
  g_signal_connect (self, "unrealize", G_CALLBACK (let_go), NULL);
}

/* @workspace: with the dossier open */
void
cap_journal_view_set_workspace (CapJournalView *self,
                                CapWorkspace   *workspace)
{
  g_return_if_fail (CAP_IS_JOURNAL_VIEW (self) && self->workspace == NULL);

  self->workspace = g_object_ref (workspace);
  show_signature (self);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/**
 * cap_journal_view_set_object:
 * @object: (nullable): UUID of a thing, or code of a criterion; %NULL for the whole dossier
 * @name: (nullable): what it is called
 *
 * Shows the journal of one thing.
 */
void
cap_journal_view_set_object (CapJournalView *self,
                             const char     *object,
                             const char     *name)
{
  g_return_if_fail (CAP_IS_JOURNAL_VIEW (self));

  cap_set_string (&self->object, object);
  cap_set_string (&self->object_name, name);
  if (name != NULL)
    {
      /* Translators: what the journal is about, as “Answer A1.2” */
      g_autofree char *text = g_strdup_printf (_("Only: %s"), name);

      gtk_label_set_text (self->only_label, text);
    }
  gtk_widget_set_visible (self->only, object != NULL);
  update (self);
}
