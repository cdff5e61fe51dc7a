/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/cap-adder-row.h"

/* The button that an AdwEntryRow has for this comes and goes with what is typed,
 * and has no name for a screen reader. */
struct _CapAdderRow
{
  AdwEntryRow  parent_instance;

  GtkWidget   *button;
};

G_DEFINE_FINAL_TYPE (CapAdderRow, cap_adder_row, ADW_TYPE_ENTRY_ROW)

enum
{
  ADD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
add_cb (CapAdderRow *self)
{
  g_signal_emit (self, signals[ADD], 0);
}

static void
cap_adder_row_class_init (CapAdderRowClass *klass)
{
  signals[ADD] = g_signal_new ("add", CAP_TYPE_ADDER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
}

static void
cap_adder_row_init (CapAdderRow *self)
{
  self->button = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "flat");
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "entry-activated", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), self->button);
}

/* @title says what is added: it names the button too. */
GtkWidget *
cap_adder_row_new (const char *title)
{
  CapAdderRow *self;

  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (CAP_TYPE_ADDER_ROW, "title", title, NULL);
  gtk_widget_set_tooltip_text (self->button, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return GTK_WIDGET (self);
}
