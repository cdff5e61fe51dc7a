/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/shell/cap-merge-conflicts-view.h"

#include <adwaita.h>

#include "ui/shell/cap-merge-conflict-row.h"

/**
 * CapMergeConflictsView:
 *
 * All that two copies changed both, to be decided one by one, or for all at once. What was decided stays so
 * when the copies are read again, as long as the same is told of it.
 */
struct _CapMergeConflictsView
{
  GtkWidget   parent_instance;

  /* Owned */
  GPtrArray  *rows; /* (element-type CapMergeConflictRow): borrowed */
  GHashTable *told; /* of each thing to be decided, by id: what was shown */

  /* Template children */
  GtkWidget  *box;
  GtkWidget  *mine_button;
  GtkBox     *groups;
};

G_DEFINE_FINAL_TYPE (CapMergeConflictsView, cap_merge_conflicts_view, GTK_TYPE_WIDGET)

enum { CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

/* Returns: (transfer full): all that is told of each thing to be decided, by id */
static GHashTable *
list_told (const CapMergeReport *report)
{
  GHashTable *told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < report->conflicts->len; i++)
    {
      const CapMergeConflict *conflict = g_ptr_array_index (report->conflicts, i);
      const char *before;

      if (conflict->id == NULL)
        continue;
      before = g_hash_table_lookup (told, conflict->id);
      g_hash_table_insert (told, g_strdup (conflict->id),
                           g_strconcat (before != NULL ? before : "", conflict->what, "\n",
                                        conflict->mine, "\n", conflict->theirs, "\n", NULL));
    }

  return told;
}

/* Returns: (transfer full): what was decided, by id, of what is still told the same */
static GHashTable *
list_decisions (CapMergeConflictsView *self,
                GHashTable            *told)
{
  GHashTable *decisions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      CapMergeConflictRow *row = g_ptr_array_index (self->rows, i);
      const char *id = cap_merge_conflict_row_get_id (row);

      if (id != NULL && g_strcmp0 (g_hash_table_lookup (self->told, id), g_hash_table_lookup (told, id)) == 0)
        g_hash_table_insert (decisions, g_strdup (id),
                             GINT_TO_POINTER (cap_merge_conflict_row_get_choice (row)));
    }

  return decisions;
}

static void
restore_decisions (CapMergeConflictsView *self,
                   GHashTable            *decisions)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      CapMergeConflictRow *row = g_ptr_array_index (self->rows, i);
      const char *id = cap_merge_conflict_row_get_id (row);
      gpointer choice;

      if (id != NULL && g_hash_table_lookup_extended (decisions, id, NULL, &choice))
        cap_merge_conflict_row_set_choice (row, (CapMergeChoice) GPOINTER_TO_INT (choice));
    }
}

static CapMergeConflictRow *
find_row (CapMergeConflictsView *self,
          const char            *id)
{
  for (guint i = 0; id != NULL && i < self->rows->len; i++)
    {
      CapMergeConflictRow *row = g_ptr_array_index (self->rows, i);

      if (g_strcmp0 (cap_merge_conflict_row_get_id (row), id) == 0)
        return row;
    }

  return NULL;
}

static void
chosen_cb (CapMergeConflictsView *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
show_rows (CapMergeConflictsView *self,
           const GPtrArray       *conflicts)
{
  GtkWidget *before = gtk_widget_get_first_child (GTK_WIDGET (self->groups));
  GtkWidget *group = adw_preferences_group_new ();

  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < conflicts->len; i++)
    {
      const CapMergeConflict *conflict = g_ptr_array_index (conflicts, i);
      CapMergeConflictRow *row = find_row (self, conflict->id);

      if (row != NULL)
        {
          cap_merge_conflict_row_add (row, conflict);
          continue;
        }
      row = CAP_MERGE_CONFLICT_ROW (cap_merge_conflict_row_new (conflict));
      g_signal_connect_object (row, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (row));
    }
  if (before != NULL)
    gtk_box_remove (self->groups, before);
  gtk_box_append (self->groups, group);
}

/* One decision for all of them; each can still be decided otherwise. */
static void
choose_all_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  CapMergeConflictsView *self = CAP_MERGE_CONFLICTS_VIEW (widget);
  const gboolean mine = g_str_equal (action_name, "conflicts.all-mine");
  const CapMergeChoice choice = mine ? CAP_MERGE_MINE : CAP_MERGE_THEIRS;

  for (guint i = 0; i < self->rows->len; i++)
    cap_merge_conflict_row_set_choice (g_ptr_array_index (self->rows, i), choice);
}

static gboolean
cap_merge_conflicts_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (CAP_MERGE_CONFLICTS_VIEW (widget)->mine_button);
}

static void
cap_merge_conflicts_view_dispose (GObject *object)
{
  CapMergeConflictsView *self = CAP_MERGE_CONFLICTS_VIEW (object);

  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (cap_merge_conflicts_view_parent_class)->dispose (object);
}

static void
cap_merge_conflicts_view_finalize (GObject *object)
{
  CapMergeConflictsView *self = CAP_MERGE_CONFLICTS_VIEW (object);

  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->told, g_hash_table_unref);

  G_OBJECT_CLASS (cap_merge_conflicts_view_parent_class)->finalize (object);
}

static void
cap_merge_conflicts_view_class_init (CapMergeConflictsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_merge_conflicts_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_merge_conflicts_view_finalize;
  widget_class->grab_focus = cap_merge_conflicts_view_grab_focus;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-merge-conflicts-view.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, CapMergeConflictsView, box);
  gtk_widget_class_bind_template_child (widget_class, CapMergeConflictsView, mine_button);
  gtk_widget_class_bind_template_child (widget_class, CapMergeConflictsView, groups);

  gtk_widget_class_install_action (widget_class, "conflicts.all-mine", NULL, choose_all_cb);
  gtk_widget_class_install_action (widget_class, "conflicts.all-theirs", NULL, choose_all_cb);
}

static void
cap_merge_conflicts_view_init (CapMergeConflictsView *self)
{
  self->rows = g_ptr_array_new ();
  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cap_merge_conflicts_view_show:
 * @report: of the copy to be merged
 *
 * Takes the place of what was shown; not seen where there is nothing to decide.
 */
void
cap_merge_conflicts_view_show (CapMergeConflictsView *self,
                               const CapMergeReport  *report)
{
  g_autoptr(GHashTable) decisions = NULL;
  GHashTable *told;

  g_return_if_fail (CAP_IS_MERGE_CONFLICTS_VIEW (self) && report != NULL);

  told = list_told (report);
  decisions = list_decisions (self, told);
  show_rows (self, report->conflicts);
  restore_decisions (self, decisions);
  g_hash_table_unref (self->told);
  self->told = told;
  gtk_widget_set_visible (GTK_WIDGET (self), report->conflicts->len > 0);
}

/* What both changed is never decided for people. */
gboolean
cap_merge_conflicts_view_is_decided (CapMergeConflictsView *self)
{
  g_return_val_if_fail (CAP_IS_MERGE_CONFLICTS_VIEW (self), FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    {
      if (cap_merge_conflict_row_get_choice (g_ptr_array_index (self->rows, i)) == CAP_MERGE_ASK)
        return FALSE;
    }

  return TRUE;
}

/* Returns: (transfer full): ids of what is taken from the other copy, where the rest stays as it is here */
char **
cap_merge_conflicts_view_dup_exceptions (CapMergeConflictsView *self)
{
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();

  g_return_val_if_fail (CAP_IS_MERGE_CONFLICTS_VIEW (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      CapMergeConflictRow *row = g_ptr_array_index (self->rows, i);

      if (cap_merge_conflict_row_get_choice (row) == CAP_MERGE_THEIRS)
        g_strv_builder_add (ids, cap_merge_conflict_row_get_id (row));
    }

  return g_strv_builder_end (ids);
}
