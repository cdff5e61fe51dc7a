/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/campaign/cap-code-picker.h"

#include <glib/gi18n.h>

#include "quality/cap-campaign.h"

#define MAX_CODES 60
#define MAX_PER_LINE 8

struct _CapCodePicker
{
  GtkWidget   parent_instance;

  GtkWidget  *box;
  GtkFlowBox *codes;
};

G_DEFINE_FINAL_TYPE (CapCodePicker, cap_code_picker, GTK_TYPE_WIDGET)

enum
{
  PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
clicked_cb (CapCodePicker *self,
            GtkButton     *button)
{
  g_signal_emit (self, signals[PICKED], 0, gtk_button_get_label (button));
}

static void
add_code (CapCodePicker *self,
          const char    *code)
{
  GtkWidget *button = gtk_button_new_with_label (code);

  gtk_widget_add_css_class (button, "vote-code");
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_flow_box_insert (self->codes, button, -1);
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
}

static void
cap_code_picker_dispose (GObject *object)
{
  g_clear_pointer (&CAP_CODE_PICKER (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (cap_code_picker_parent_class)->dispose (object);
}

static void
cap_code_picker_class_init (CapCodePickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cap_code_picker_dispose;

  signals[PICKED] = g_signal_new ("picked", CAP_TYPE_CODE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
cap_code_picker_init (CapCodePicker *self)
{
  GtkWidget *title = gtk_label_new (_("Or choose it here:"));
  GtkWidget *codes = gtk_flow_box_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->codes = GTK_FLOW_BOX (codes);
  gtk_widget_add_css_class (title, "dim-label");
  gtk_widget_set_halign (codes, GTK_ALIGN_CENTER);
  gtk_flow_box_set_selection_mode (self->codes, GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (self->codes, TRUE);
  gtk_flow_box_set_column_spacing (self->codes, 6);
  gtk_flow_box_set_row_spacing (self->codes, 6);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (codes), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL,
                                  -1);
  gtk_box_append (GTK_BOX (self->box), title);
  gtk_box_append (GTK_BOX (self->box), codes);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/* @seats: (element-type CapSeat): those who voted already are left out */
void
cap_code_picker_show (CapCodePicker   *self,
                      const GPtrArray *seats)
{
  CapSeatCount count;
  guint n_codes;
  GtkWidget *child;

  g_return_if_fail (CAP_IS_CODE_PICKER (self) && seats != NULL);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->codes))) != NULL)
    gtk_flow_box_remove (self->codes, child);
  count = cap_campaign_count_seats (seats, 0, seats->len);
  n_codes = count.n_expected - count.n_received;
  gtk_widget_set_visible (GTK_WIDGET (self), n_codes > 0 && n_codes <= MAX_CODES);
  if (n_codes == 0 || n_codes > MAX_CODES)
    return;

  gtk_flow_box_set_max_children_per_line (self->codes, MIN (n_codes, MAX_PER_LINE));
  for (guint i = 0; i < seats->len; i++)
    {
      const CapSeat *seat = g_ptr_array_index (seats, i);

      if (seat->ballot == NULL)
        add_code (self, seat->code);
    }
}
