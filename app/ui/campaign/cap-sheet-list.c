/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/campaign/cap-sheet-list.h"

#include "ui/campaign/cap-sheet-row.h"

struct _CapSheetList
{
  GtkWidget     parent_instance;

  CapVoteDraft *draft;  /* borrowed from the window, or NULL */
  GPtrArray    *rows;   /* (element-type CapSheetRow): borrowed from the list */
  GtkListBox   *list;
};

G_DEFINE_FINAL_TYPE (CapSheetList, cap_sheet_list, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Which row has the focus; their number when none has. */
static guint
get_index (CapSheetList *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  for (guint i = 0; focus != NULL && i < self->rows->len; i++)
    {
      if (g_ptr_array_index (self->rows, i) == focus)
        return i;
    }

  return self->rows->len;
}

static void
show_row (CapSheetList *self,
          guint         index)
{
  const int figure = cap_vote_draft_get_figure (self->draft, index);
  const CapFramework *framework = cap_vote_draft_get_framework (self->draft);
  const gboolean plain = self->draft->ballot->form == CAP_BALLOT_PLAIN;
  const char *meaning = NULL;

  if (figure != CAP_VOTE_NONE)
    meaning = plain ? cap_vote_draft_get_wording (self->draft, index, figure)
                    : cap_framework_get_level (framework, figure)->label;
  cap_sheet_row_show_figure (g_ptr_array_index (self->rows, index), figure, meaning);
}

static void
show_objective (GtkListBoxRow *row,
                GtkListBoxRow *before,
                gpointer       user_data)
{
  const CapObjective *objective = cap_sheet_row_get_criterion (CAP_SHEET_ROW (row))->objective;
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (before != NULL && cap_sheet_row_get_criterion (CAP_SHEET_ROW (before))->objective == objective)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  text = g_strdup_printf ("%s %s", objective->code, objective->label);
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "sheet-header");
  gtk_list_box_row_set_header (row, label);
}

static void
move_to (CapSheetList *self,
         guint         index)
{
  if (index < self->rows->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, index));
}

/* Returns: whether it is a key of this list: a figure that is none says so */
static gboolean
vote (CapSheetList *self,
      guint         index,
      int           figure)
{
  if (!cap_vote_draft_set_figure (self->draft, index, figure))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return TRUE;
    }

  show_row (self, index);
  g_signal_emit (self, signals[CHANGED], 0);

  return TRUE;
}

static gboolean
cap_sheet_list_grab_focus (GtkWidget *widget)
{
  CapSheetList *self = CAP_SHEET_LIST (widget);

  return self->rows->len > 0 && gtk_widget_grab_focus (g_ptr_array_index (self->rows, 0));
}

static void
cap_sheet_list_dispose (GObject *object)
{
  g_clear_pointer ((GtkWidget **) &CAP_SHEET_LIST (object)->list, gtk_widget_unparent);

  G_OBJECT_CLASS (cap_sheet_list_parent_class)->dispose (object);
}

static void
cap_sheet_list_finalize (GObject *object)
{
  g_ptr_array_unref (CAP_SHEET_LIST (object)->rows);

  G_OBJECT_CLASS (cap_sheet_list_parent_class)->finalize (object);
}

static void
cap_sheet_list_class_init (CapSheetListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cap_sheet_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_sheet_list_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = cap_sheet_list_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", CAP_TYPE_SHEET_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
cap_sheet_list_init (CapSheetList *self)
{
  self->rows = g_ptr_array_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_header_func (self->list, show_objective, NULL, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "sheet-list");
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
}

/**
 * cap_sheet_list_show:
 * @draft: (nullable): it stays until another one is shown
 */
void
cap_sheet_list_show (CapSheetList *self,
                     CapVoteDraft *draft)
{
  GtkWidget *child;

  g_return_if_fail (CAP_IS_SHEET_LIST (self));

  self->draft = draft;
  g_ptr_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; draft != NULL && i < draft->asked->len; i++)
    {
      GtkWidget *row = cap_sheet_row_new (cap_vote_draft_get_criterion (draft, i));

      g_ptr_array_add (self->rows, row);
      gtk_list_box_append (self->list, row);
      show_row (self, i);
    }
}

/* Returns: whether the key is one of a figure */
static gboolean
read_figure (guint  keyval,
             int   *figure)
{
  *figure = keyval == GDK_KEY_x ? CAP_SHEET_TEN : (int) (keyval - GDK_KEY_0);

  return keyval == GDK_KEY_x || (keyval >= GDK_KEY_0 && keyval <= GDK_KEY_9);
}

/* @keyval: of a key without modifiers. Returns: whether it means something here */
gboolean
cap_sheet_list_press_key (CapSheetList *self,
                          guint         keyval)
{
  guint index;

  g_return_val_if_fail (CAP_IS_SHEET_LIST (self), FALSE);

  index = get_index (self);
  int figure;

  if (self->draft == NULL || index == self->rows->len)
    return FALSE;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_Down:
      move_to (self, keyval == GDK_KEY_Down ? index + 1 : index - 1);
      return TRUE;

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      move_to (self, index + 1);
      return TRUE;

    case GDK_KEY_BackSpace:
    case GDK_KEY_Delete:
      return vote (self, index, CAP_VOTE_NONE);

    case GDK_KEY_space:
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      vote (self, index, CAP_VOTE_NONE);
      move_to (self, index + 1);
      return TRUE;

    default:
      if (!read_figure (keyval, &figure))
        return FALSE;
      vote (self, index, figure);
      if (cap_vote_draft_get_figure (self->draft, index) == figure)
        move_to (self, index + 1);
      return TRUE;
    }
}
