/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/cap-fault-row.h"

/**
 * CapFaultRow:
 *
 * What is wrong with a field, in the row below it; hidden while nothing is.
 */
struct _CapFaultRow
{
  GtkListBoxRow  parent_instance;

  GtkWidget     *field;   /* borrowed: a neighbour, may go first */
  GtkWidget     *label;
};

G_DEFINE_FINAL_TYPE (CapFaultRow, cap_fault_row, GTK_TYPE_LIST_BOX_ROW)

static void
cap_fault_row_dispose (GObject *object)
{
  g_clear_weak_pointer (&CAP_FAULT_ROW (object)->field);

  G_OBJECT_CLASS (cap_fault_row_parent_class)->dispose (object);
}

static void
cap_fault_row_class_init (CapFaultRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cap_fault_row_dispose;
}

static void
cap_fault_row_init (CapFaultRow *self)
{
  self->label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, NULL);
  gtk_widget_add_css_class (self->label, "fault");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * cap_fault_row_new:
 * @field: the row above
 *
 * Returns: (transfer floating): a row that says nothing yet
 */
GtkWidget *
cap_fault_row_new (GtkWidget *field)
{
  CapFaultRow *self;

  g_return_val_if_fail (GTK_IS_WIDGET (field), NULL);

  self = g_object_new (CAP_TYPE_FAULT_ROW, NULL);
  g_set_weak_pointer (&self->field, field);

  return GTK_WIDGET (self);
}

/* What takes the focus in the field: there a screen reader hears of the fault. */
static GtkAccessible *
get_target (CapFaultRow *self)
{
  GtkEditable *delegate = GTK_IS_EDITABLE (self->field) ?
                          gtk_editable_get_delegate (GTK_EDITABLE (self->field)) : NULL;

  return delegate != NULL ? GTK_ACCESSIBLE (delegate) : GTK_ACCESSIBLE (self->field);
}

/**
 * cap_fault_row_set_sentence:
 * @sentence: (nullable): what is wrong and what to do; %NULL when all is well
 */
void
cap_fault_row_set_sentence (CapFaultRow *self,
                            const char  *sentence)
{
  g_return_if_fail (CAP_IS_FAULT_ROW (self));

  gtk_label_set_text (GTK_LABEL (self->label), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self), sentence != NULL);
  /* GtkListBox stops at a row that takes no focus: Tab would leave the list. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sentence != NULL ? sentence : "", -1);

  if (self->field == NULL)
    return;

  if (sentence != NULL)
    gtk_widget_add_css_class (self->field, "error");
  else
    gtk_widget_remove_css_class (self->field, "error");
  gtk_accessible_update_property (get_target (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence != NULL ? sentence : "", -1);
  gtk_accessible_update_state (get_target (self), GTK_ACCESSIBLE_STATE_INVALID, sentence != NULL ?
                               GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}
