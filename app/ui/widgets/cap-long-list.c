/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/widgets/cap-long-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define N_MORE 25 /* rows made at once: a preferences row takes nearly a millisecond */

struct _CapLongList
{
  GtkWidget          parent_instance;

  GtkListBox        *box;
  GtkWidget         *more;     /* the row that brings the others, or NULL */
  guint              n_lines;
  guint              n_made;
  CapLongListCreate  create;
  gpointer           user_data; /* outlives the rows: a view that the list is in */
};

G_DEFINE_FINAL_TYPE (CapLongList, cap_long_list, GTK_TYPE_WIDGET)

/* Returns: (nullable): the first of the rows that are made */
static GtkWidget *
make_rows (CapLongList *self,
           guint        end)
{
  GtkWidget *first = NULL;

  for (; self->n_made < end; self->n_made++)
    {
      GtkWidget *row = self->create (self->n_made, self->user_data);

      gtk_list_box_append (self->box, row);
      first = first != NULL ? first : row;
    }

  return first;
}

static void
update_more (CapLongList *self)
{
  const guint rest = self->n_lines - self->n_made;
  g_autofree char *title = NULL;

  if (self->more != NULL)
    gtk_list_box_remove (self->box, self->more);
  self->more = NULL;
  if (rest == 0)
    return;

  /* Translators: how many lines of a list are not shown yet */
  title = g_strdup_printf (ngettext ("Show the Rest (%u)", "Show the Rest (%u)", rest), rest);
  self->more = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->more), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->more), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->more), TRUE);
  gtk_list_box_append (self->box, self->more);
}

/* Who pressed goes on with the first one that appears. */
static void
row_activated_cb (CapLongList *self,
                  GtkWidget   *row)
{
  GtkWidget *first;

  if (row != self->more)
    return;

  first = make_rows (self, MIN (self->n_made + N_MORE, self->n_lines));
  if (first != NULL)
    gtk_widget_grab_focus (first);
  update_more (self);
}

static void
cap_long_list_dispose (GObject *object)
{
  CapLongList *self = CAP_LONG_LIST (object);

  g_clear_pointer ((GtkWidget **) &self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (cap_long_list_parent_class)->dispose (object);
}

static void
cap_long_list_class_init (CapLongListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cap_long_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
cap_long_list_init (CapLongList *self)
{
  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "boxed-list");
  g_signal_connect_object (self->box, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
}

/**
 * cap_long_list_fill:
 * @n_lines: how many there are
 * @create: makes the row of one of them, now or when it is asked for
 * @user_data: for @create; must outlive the list
 *
 * Replaces what is in the list.
 */
void
cap_long_list_fill (CapLongList       *self,
                    guint              n_lines,
                    CapLongListCreate  create,
                    gpointer           user_data)
{
  GtkWidget *row;

  g_return_if_fail (CAP_IS_LONG_LIST (self) && create != NULL);

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_list_box_remove (self->box, row);
  self->more = NULL;
  self->n_lines = n_lines;
  self->n_made = 0;
  self->create = create;
  self->user_data = user_data;
  make_rows (self, MIN (N_MORE, n_lines));
  update_more (self);
}
