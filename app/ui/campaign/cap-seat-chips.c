/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/campaign/cap-seat-chips.h"

#include <glib/gi18n.h>

#include "quality/cap-campaign.h"

#define MAX_CHIPS 60 /* of a college; how many more there are is said */

struct _CapSeatChips
{
  GtkWidget  parent_instance;

  GtkBox    *box;
};

G_DEFINE_FINAL_TYPE (CapSeatChips, cap_seat_chips, GTK_TYPE_WIDGET)

static void
cap_seat_chips_dispose (GObject *object)
{
  g_clear_pointer ((GtkWidget **) &CAP_SEAT_CHIPS (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (cap_seat_chips_parent_class)->dispose (object);
}

static void
cap_seat_chips_class_init (CapSeatChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cap_seat_chips_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
cap_seat_chips_init (CapSeatChips *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 14));
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
}

static void
add_label (GtkFlowBox *chips,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, css_class != NULL ? "code-chip" : "dim-label");
  if (css_class != NULL && *css_class != '\0')
    gtk_widget_add_css_class (label, css_class);
  gtk_flow_box_insert (chips, label, -1);
  gtk_widget_set_focusable (gtk_widget_get_parent (label), FALSE);
}

/* The mark says it too: the colour only helps to find it. */
static void
add_chip (GtkFlowBox    *chips,
          const CapSeat *seat)
{
  g_autofree char *text = seat->ballot != NULL ? g_strdup_printf ("✓ %s", seat->code) : g_strdup (seat->code);

  add_label (chips, text, seat->ballot == NULL ? "" : seat->expected ? "received" : "unexpected");
}

static GtkFlowBox *
new_chips (const char *name)
{
  GtkWidget *chips = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (chips), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (chips), 12);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (chips), 3);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (chips), 4);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (chips), 4);
  gtk_widget_set_halign (chips, GTK_ALIGN_FILL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chips), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_FLOW_BOX (chips);
}

static void
add_title (CapSeatChips    *self,
           const GPtrArray *seats,
           guint            first,
           guint            n_seats)
{
  const CapSeatCount count = cap_campaign_count_seats (seats, first, n_seats);
  const CapSeat *seat = g_ptr_array_index (seats, first);
  g_autofree char *received = cap_campaign_dup_received (&count);
  g_autofree char *text = NULL;
  GtkWidget *title;

  text = g_strdup_printf (C_("label and value", "%1$s: %2$s"), cap_college_get_label (seat->college),
                          received);
  title = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (self->box, title);
}

/* @seats: (element-type CapSeat): those of one college, @n_seats from @first on */
static void
add_college (CapSeatChips    *self,
             const GPtrArray *seats,
             guint            first,
             guint            n_seats)
{
  const CapCollege college = ((CapSeat *) g_ptr_array_index (seats, first))->college;
  GtkFlowBox *chips = new_chips (cap_college_get_label (college));
  g_autofree char *more = NULL;

  for (guint i = 0; i < MIN (n_seats, MAX_CHIPS); i++)
    add_chip (chips, g_ptr_array_index (seats, first + i));
  if (n_seats > MAX_CHIPS)
    {
      more = g_strdup_printf (ngettext ("and %u more", "and %u more", n_seats - MAX_CHIPS),
                              n_seats - MAX_CHIPS);
      add_label (chips, more, NULL);
    }

  add_title (self, seats, first, n_seats);
  gtk_box_append (self->box, GTK_WIDGET (chips));
}

/* @seats: (element-type CapSeat): by college */
void
cap_seat_chips_show (CapSeatChips    *self,
                     const GPtrArray *seats)
{
  GtkWidget *child;

  g_return_if_fail (CAP_IS_SEAT_CHIPS (self) && seats != NULL);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  for (guint i = 0, n_seats; i < seats->len; i += n_seats)
    {
      n_seats = cap_campaign_count_college (seats, i);
      add_college (self, seats, i, n_seats);
    }
  if (gtk_widget_get_first_child (GTK_WIDGET (self->box)) == NULL)
    {
      GtkWidget *empty = gtk_label_new (_("Say how many people are expected: their codes appear here."));

      gtk_label_set_xalign (GTK_LABEL (empty), 0);
      gtk_label_set_wrap (GTK_LABEL (empty), TRUE);
      gtk_widget_add_css_class (empty, "dim-label");
      gtk_box_append (self->box, empty);
    }
}
