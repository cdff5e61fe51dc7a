/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/cap-text-row.h"

#include <glib/gi18n.h>

#include "base/cap-text.h"

struct _CapTextRow
{
  AdwPreferencesRow  parent_instance;

  GtkWidget         *label;
  GtkTextView       *view;
  char              *hint;  /* (nullable): an example of what to write */
  char              *saved; /* what it was last filled with, or finished with */
};

G_DEFINE_FINAL_TYPE (CapTextRow, cap_text_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  FINISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
finish (CapTextRow *self)
{
  g_autofree char *text = cap_text_row_dup_text (self);

  if (!cap_set_string (&self->saved, text))
    return FALSE;

  g_signal_emit (self, signals[FINISHED], 0);

  return TRUE;
}

static void
left_cb (CapTextRow *self)
{
  finish (self);
}

static gboolean
enter_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  finish (CAP_TEXT_ROW (widget));

  return TRUE;
}

/* While nothing is written, the label gives the example. */
static void
changed_cb (CapTextRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  const gboolean empty = gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (self->view)) == 0;
  g_autofree char *text = NULL;

  if (self->hint == NULL)
    return;

  /* Translators: the label of a field, then an example of what to write in it */
  text = empty ? g_strdup_printf (_("%s, for example: %s"), title, self->hint) : g_strdup (title);
  gtk_label_set_text (GTK_LABEL (self->label), text);
}

/* A view learns its height from its first frame: its row asks for it in the next one. */
static gboolean
settle_cb (GtkWidget     *view,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  if (gtk_widget_get_width (view) == 0)
    return G_SOURCE_CONTINUE;

  gtk_widget_queue_resize (view);

  return G_SOURCE_REMOVE;
}

static void
mapped_cb (GtkWidget *view)
{
  gtk_widget_add_tick_callback (view, settle_cb, NULL, NULL);
}

static void
cap_text_row_finalize (GObject *object)
{
  g_free (CAP_TEXT_ROW (object)->saved);
  g_free (CAP_TEXT_ROW (object)->hint);

  G_OBJECT_CLASS (cap_text_row_parent_class)->finalize (object);
}

static void
cap_text_row_class_init (CapTextRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cap_text_row_finalize;

  signals[FINISHED] = g_signal_new ("finished", CAP_TYPE_TEXT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, enter_cb, NULL);
}

static void
cap_text_row_init (CapTextRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_widget_add_css_class (self->label, "subtitle");
  gtk_widget_add_css_class (self->label, "caption");
  gtk_box_append (GTK_BOX (box), self->label);

  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE); /* Tab goes on, as in any other field */
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "text-row-view");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->view));
  g_signal_connect (self->view, "map", G_CALLBACK (mapped_cb), NULL);
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);

  gtk_widget_add_css_class (box, "text-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);

  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);
}

GtkWidget *
cap_text_row_new (const char *title)
{
  CapTextRow *self;

  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (CAP_TYPE_TEXT_ROW, "title", title, NULL);
  gtk_label_set_text (GTK_LABEL (self->label), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_MULTI_LINE, TRUE, -1);

  return GTK_WIDGET (self);
}

char *
cap_text_row_dup_text (CapTextRow *self)
{
  GtkTextIter start;
  GtkTextIter end;
  GtkTextBuffer *buffer;
  g_autofree char *text = NULL;

  g_return_val_if_fail (CAP_IS_TEXT_ROW (self), NULL);

  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));

  return text[0] != '\0' ? g_steal_pointer (&text) : NULL;
}

void
cap_text_row_set_text (CapTextRow *self,
                       const char *text)
{
  g_autofree char *typed = NULL;
  GtkTextBuffer *buffer;

  g_return_if_fail (CAP_IS_TEXT_ROW (self));

  typed = cap_text_row_dup_text (self);
  if (gtk_widget_has_focus (GTK_WIDGET (self->view)))
    return;

  cap_set_string (&self->saved, text);
  if (g_strcmp0 (typed, text) == 0)
    return;

  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text != NULL ? text : "", -1);
  gtk_text_buffer_end_irreversible_action (buffer);
}

void
cap_text_row_set_hint (CapTextRow *self,
                       const char *hint)
{
  g_return_if_fail (CAP_IS_TEXT_ROW (self) && hint != NULL);

  cap_set_string (&self->hint, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER, hint, -1);
  changed_cb (self);
}

void
cap_text_row_set_spoken_name (CapTextRow *self,
                              const char *name)
{
  g_return_if_fail (CAP_IS_TEXT_ROW (self) && name != NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
