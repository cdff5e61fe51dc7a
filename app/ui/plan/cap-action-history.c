/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/plan/cap-action-history.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "base/cap-text.h"
#include "plan/cap-action-change-text.h"

#define PAGE 50

/**
 * CapActionHistory:
 *
 * Every change of one action, newest first: a row for each gesture, with the
 * day, who made it, and what was before and after. Read when it is looked at.
 */
struct _CapActionHistory
{
  GtkWidget      parent_instance;

  /* Owned */
  CapWorkspace  *workspace;
  GCancellable  *cancellable;  /* of the reading under way */
  char          *action_id;    /* NULL: no action */
  GPtrArray     *changes;      /* (element-type CapActionChange): as last read; NULL before */
  guint          n_told;       /* how many of them are in the rows */

  /* Template children */
  GtkLabel      *message;
  GtkListBox    *list;
  GtkWidget     *more_button;
};

G_DEFINE_FINAL_TYPE (CapActionHistory, cap_action_history, GTK_TYPE_WIDGET)

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/* What the gesture was, when it was about more than this action. */
static void
add_gesture (GtkBox                *box,
             const CapActionChange *change)
{
  g_autofree char *label = NULL;

  if (change->gesture == CAP_GESTURE_ACTION)
    return;

  label = cap_gesture_dup_label (change->gesture, change->detail);
  gtk_box_append (box, new_label (label, "row-detail"));
}

/* One row for the changes of one gesture. Returns how many there are. */
static guint
add_row (CapActionHistory *self,
         guint             first)
{
  const CapActionChange *change = g_ptr_array_index (self->changes, first);
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  g_autofree char *heading = cap_date_format_made (change->made_at, change->author);
  g_autoptr(GString) name = g_string_new (heading);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *row = gtk_list_box_row_new ();
  const gint64 sequence = change->sequence;
  guint n = 0;

  gtk_widget_add_css_class (box, "plan-row");
  gtk_box_append (GTK_BOX (box), new_label (heading, "heading"));
  add_gesture (GTK_BOX (box), change);

  while (first + n < self->changes->len &&
         (change = g_ptr_array_index (self->changes, first + n))->sequence == sequence)
    {
      g_autofree char *sentence = cap_action_change_dup_sentence (change, dossier);

      gtk_box_append (GTK_BOX (box), new_label (sentence, NULL));
      g_string_append_printf (name, "\n%s", sentence);
      n++;
    }

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
  gtk_list_box_append (self->list, row);

  return n;
}

static void
add_rows (CapActionHistory *self,
          guint             n_rows)
{
  for (guint i = 0; i < n_rows && self->n_told < self->changes->len; i++)
    self->n_told += add_row (self, self->n_told);

  gtk_widget_set_visible (self->more_button, self->n_told < self->changes->len);
}

static void
show_message (CapActionHistory *self,
              const char       *text)
{
  gtk_label_set_text (self->message, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), text != NULL);
}

static void
empty_list (CapActionHistory *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);

  self->n_told = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  gtk_widget_set_visible (self->more_button, FALSE);
}

/* What was told and still holds stays as it is, with its place. */
static gboolean
is_told (CapActionHistory *self,
         const GPtrArray  *changes)
{
  const CapActionChange *before;
  const CapActionChange *now;

  if (self->changes == NULL || self->changes->len != changes->len || changes->len == 0)
    return FALSE;

  before = g_ptr_array_index (self->changes, 0);
  now = g_ptr_array_index (changes, 0);

  return before->sequence == now->sequence && g_str_equal (before->made_at, now->made_at);
}

static void
show_changes (CapActionHistory *self,
              GPtrArray        *changes)
{
  const guint n_rows = MAX (PAGE, self->n_told);

  if (is_told (self, changes))
    return;

  empty_list (self);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  self->changes = g_ptr_array_ref (changes);
  show_message (self, changes->len == 0 ? _("No change so far") : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->list), changes->len > 0);
  add_rows (self, n_rows);
}

static void
changes_listed_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(CapActionHistory) self = CAP_ACTION_HISTORY (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) changes = cap_workspace_list_changes_finish (CAP_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->workspace == NULL ||
      cap_workspace_get_dossier (self->workspace) == NULL)
    return;

  if (changes != NULL)
    {
      show_changes (self, changes);
      return;
    }

  empty_list (self);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  show_message (self, error->message);
}

static void
update (CapActionHistory *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || cap_workspace_get_dossier (self->workspace) == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->action_id == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  cap_workspace_list_changes_async (self->workspace, self->action_id, self->cancellable,
                                    changes_listed_cb, g_object_ref (self));
}

static void
more_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  CapActionHistory *self = CAP_ACTION_HISTORY (widget);
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->list));

  if (self->changes == NULL)
    return;

  /* The button may go: who used it goes on reading from the first new row. */
  add_rows (self, PAGE);
  if (last != NULL && gtk_widget_get_next_sibling (last) != NULL)
    gtk_widget_grab_focus (gtk_widget_get_next_sibling (last));
}

static void
cap_action_history_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cap_action_history_parent_class)->map (widget);

  update (CAP_ACTION_HISTORY (widget));
}

static void
cap_action_history_dispose (GObject *object)
{
  CapActionHistory *self = CAP_ACTION_HISTORY (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_action_history_parent_class)->dispose (object);
}

static void
cap_action_history_finalize (GObject *object)
{
  CapActionHistory *self = CAP_ACTION_HISTORY (object);

  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_free (self->action_id);

  G_OBJECT_CLASS (cap_action_history_parent_class)->finalize (object);
}

static void
cap_action_history_class_init (CapActionHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cap_action_history_dispose;
  object_class->finalize = cap_action_history_finalize;

  widget_class->map = cap_action_history_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-action-history.ui");
  gtk_widget_class_bind_template_child (widget_class, CapActionHistory, message);
  gtk_widget_class_bind_template_child (widget_class, CapActionHistory, list);
  gtk_widget_class_bind_template_child (widget_class, CapActionHistory, more_button);

  gtk_widget_class_install_action (widget_class, "history.more", NULL, more_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_action_history_init (CapActionHistory *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cap_action_history_new:
 * @workspace: with a dossier open
 *
 * Returns: (transfer floating): the history of no action yet
 */
GtkWidget *
cap_action_history_new (CapWorkspace *workspace)
{
  CapActionHistory *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_ACTION_HISTORY, NULL);
  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * cap_action_history_set_action:
 * @id: (nullable): UUID of the action to tell about
 */
void
cap_action_history_set_action (CapActionHistory *self,
                               const char       *id)
{
  g_return_if_fail (CAP_IS_ACTION_HISTORY (self));

  if (!cap_set_string (&self->action_id, id))
    return;

  empty_list (self);
  show_message (self, NULL);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  update (self);
}
