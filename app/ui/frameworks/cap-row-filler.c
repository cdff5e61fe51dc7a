/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/frameworks/cap-row-filler.h"

#define PORTION 20

struct _CapRowFiller
{
  GtkListBox    *list;       /* borrowed */
  GtkAdjustment *adjustment; /* of what the list scrolls in; NULL until it is somewhere */
  GPtrArray     *items;
  guint          next;       /* the first item that is not shown */
  guint          tick;       /* while it is not known whether more rows are needed */
  guint          n_frames;   /* since rows were added, or since it scrolled */
  CapRowFunc     create;
  gpointer       user_data;
};

static void
append_portion (CapRowFiller *self)
{
  for (guint end = self->next + PORTION; self->next < MIN (end, self->items->len); self->next++)
    gtk_list_box_append (self->list,
                         self->create (g_ptr_array_index (self->items, self->next), self->user_data));
}

static gboolean
is_near_end (CapRowFiller *self)
{
  double seen = gtk_adjustment_get_value (self->adjustment) +
                1.25 * gtk_adjustment_get_page_size (self->adjustment);

  return self->next < self->items->len && seen >= gtk_adjustment_get_upper (self->adjustment);
}

/* Sizes are given after the callbacks of a frame: the next frame knows them. */
static gboolean
ticked_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  CapRowFiller *self = user_data;

  if (self->n_frames++ == 0)
    return G_SOURCE_CONTINUE;

  self->n_frames = 0;
  if (is_near_end (self))
    {
      append_portion (self);
      return G_SOURCE_CONTINUE;
    }
  self->tick = 0;

  return G_SOURCE_REMOVE;
}

static void
scrolled_cb (CapRowFiller *self)
{
  self->n_frames = 0;
  if (self->tick == 0 && self->next < self->items->len)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->list), ticked_cb, self, NULL);
}

static void
follow_scrolling (CapRowFiller *self)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (GTK_WIDGET (self->list), GTK_TYPE_SCROLLED_WINDOW);

  if (self->adjustment != NULL || scrolled == NULL)
    return;

  self->adjustment = g_object_ref (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)));
  g_signal_connect_swapped (self->adjustment, "value-changed", G_CALLBACK (scrolled_cb), self);
  g_signal_connect_swapped (self->adjustment, "changed", G_CALLBACK (scrolled_cb), self);
}

CapRowFiller *
cap_row_filler_new (GtkListBox *list,
                    CapRowFunc  create,
                    gpointer    user_data)
{
  CapRowFiller *self;

  g_return_val_if_fail (GTK_IS_LIST_BOX (list) && create != NULL, NULL);

  self = g_new0 (CapRowFiller, 1);
  self->list = list;
  self->create = create;
  self->user_data = user_data;
  self->items = g_ptr_array_new ();

  return self;
}

void
cap_row_filler_free (CapRowFiller *self)
{
  g_return_if_fail (self != NULL);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->list), self->tick);
  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_clear_object (&self->adjustment);
  g_ptr_array_unref (self->items);
  g_free (self);
}

void
cap_row_filler_fill (CapRowFiller    *self,
                     const GPtrArray *items)
{
  GtkWidget *row;

  g_return_if_fail (self != NULL && items != NULL);

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);

  g_ptr_array_set_size (self->items, 0);
  g_ptr_array_extend (self->items, (GPtrArray *) items, NULL, NULL);
  self->next = 0;
  follow_scrolling (self);
  append_portion (self);
  if (self->adjustment != NULL)
    scrolled_cb (self);
}
