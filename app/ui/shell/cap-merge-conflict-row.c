/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/shell/cap-merge-conflict-row.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"

/**
 * CapMergeConflictRow:
 *
 * What both copies changed, side by side in words, with who did it and when; one of both is chosen, and none
 * is at first. What only means something together is one row.
 */
struct _CapMergeConflictRow
{
  AdwPreferencesRow  parent_instance;

  char              *id;     /* NULL: there is nothing to choose */

  /* Borrowed */
  GtkLabel          *what;
  GtkLabel          *here;
  GtkLabel          *there;
  GtkCheckButton    *mine;
  GtkCheckButton    *theirs;
};

G_DEFINE_FINAL_TYPE (CapMergeConflictRow, cap_merge_conflict_row, ADW_TYPE_PREFERENCES_ROW)

enum { CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

static GtkLabel *
new_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);

  return GTK_LABEL (label);
}

static void
toggled_cb (CapMergeConflictRow *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

static GtkCheckButton *
new_choice (CapMergeConflictRow *self,
            GtkLabel            *label)
{
  GtkWidget *button = gtk_check_button_new ();

  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), GTK_WIDGET (label));
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  return GTK_CHECK_BUTTON (button);
}

/* “3 (26 November 2026 at 15:10, Quality officer)” */
static char *
dup_side (const char *value,
          const char *made_at,
          const char *author)
{
  g_autofree char *made = made_at != NULL && author != NULL ? cap_date_format_made (made_at, author) : NULL;

  return made != NULL ? g_strdup_printf ("%s (%s)", value, made) : g_strdup (value);
}

static void
append_line (GtkLabel   *label,
             const char *line)
{
  const char *before = gtk_label_get_text (label);
  g_autofree char *text = *before != '\0' ? g_strdup_printf ("%s\n%s", before, line) : g_strdup (line);

  gtk_label_set_text (label, text);
}

static void
name_choice (GtkCheckButton *button,
             GtkLabel       *what,
             GtkLabel       *side)
{
  g_autofree char *name = g_strdup_printf ("%s\n%s", gtk_label_get_text (what), gtk_label_get_text (side));

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Another change that goes the same way. */
void
cap_merge_conflict_row_add (CapMergeConflictRow    *self,
                            const CapMergeConflict *conflict)
{
  g_autofree char *mine = dup_side (conflict->mine, conflict->mine_made_at, conflict->mine_author);
  g_autofree char *theirs = dup_side (conflict->theirs, conflict->theirs_made_at, conflict->theirs_author);
  /* Translators: what it is in this dossier */
  g_autofree char *here = g_strdup_printf (_("Here: %s"), mine);
  /* Translators: what it is in the other copy */
  g_autofree char *there = g_strdup_printf (_("There: %s"), theirs);

  g_return_if_fail (CAP_IS_MERGE_CONFLICT_ROW (self));

  append_line (self->what, conflict->what);
  append_line (self->here, here);
  append_line (self->there, there);
  if (self->mine == NULL)
    return;

  name_choice (self->mine, self->what, self->here);
  name_choice (self->theirs, self->what, self->there);
}

static void
cap_merge_conflict_row_finalize (GObject *object)
{
  g_free (CAP_MERGE_CONFLICT_ROW (object)->id);

  G_OBJECT_CLASS (cap_merge_conflict_row_parent_class)->finalize (object);
}

static void
cap_merge_conflict_row_class_init (CapMergeConflictRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cap_merge_conflict_row_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
cap_merge_conflict_row_init (CapMergeConflictRow *self)
{
  self->what = new_label ();
  self->here = new_label ();
  self->there = new_label ();
  gtk_widget_add_css_class (GTK_WIDGET (self->what), "heading");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

static void
add_choices (CapMergeConflictRow *self)
{
  self->mine = new_choice (self, self->here);
  self->theirs = new_choice (self, self->there);
  gtk_check_button_set_group (self->theirs, self->mine);
}

/**
 * cap_merge_conflict_row_new:
 *
 * Returns: (transfer none): a row; one where there is nothing to choose only tells
 */
GtkWidget *
cap_merge_conflict_row_new (const CapMergeConflict *conflict)
{
  CapMergeConflictRow *self = g_object_new (CAP_TYPE_MERGE_CONFLICT_ROW, "title", conflict->what, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->id = g_strdup (conflict->id);
  if (self->id != NULL)
    add_choices (self);
  gtk_widget_add_css_class (box, "plan-row");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->what));
  gtk_box_append (GTK_BOX (box), self->mine != NULL ? GTK_WIDGET (self->mine) : GTK_WIDGET (self->here));
  gtk_box_append (GTK_BOX (box), self->theirs != NULL ? GTK_WIDGET (self->theirs) : GTK_WIDGET (self->there));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  cap_merge_conflict_row_add (self, conflict);

  return GTK_WIDGET (self);
}

/* Returns: (nullable): %NULL when there is nothing to choose */
const char *
cap_merge_conflict_row_get_id (CapMergeConflictRow *self)
{
  g_return_val_if_fail (CAP_IS_MERGE_CONFLICT_ROW (self), NULL);

  return self->id;
}

/* Returns: %CAP_MERGE_ASK as long as nobody decided */
CapMergeChoice
cap_merge_conflict_row_get_choice (CapMergeConflictRow *self)
{
  g_return_val_if_fail (CAP_IS_MERGE_CONFLICT_ROW (self), CAP_MERGE_ASK);

  if (self->mine == NULL || gtk_check_button_get_active (self->mine))
    return CAP_MERGE_MINE;

  return gtk_check_button_get_active (self->theirs) ? CAP_MERGE_THEIRS : CAP_MERGE_ASK;
}

void
cap_merge_conflict_row_set_choice (CapMergeConflictRow *self,
                                   CapMergeChoice       choice)
{
  g_return_if_fail (CAP_IS_MERGE_CONFLICT_ROW (self));

  if (self->mine != NULL && choice != CAP_MERGE_ASK)
    gtk_check_button_set_active (choice == CAP_MERGE_MINE ? self->mine : self->theirs, TRUE);
}
