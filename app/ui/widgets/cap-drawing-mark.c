/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/cap-drawing-mark.h"

#include "base/cap-text.h"

/**
 * CapDrawingMark:
 *
 * One value of a [class@Cap.DrawingView]: it shows nothing by itself, but has
 * keyboard focus, a tooltip and a place in the accessibility tree, which a
 * shape in a drawing has not.
 */
struct _CapDrawingMark
{
  GtkWidget  parent_instance;

  CapRect    area;
  char      *target; /* or NULL */
  char      *name;
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (CapDrawingMark, cap_drawing_mark, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

static void
released_cb (CapDrawingMark  *self,
             int              n_press,
             double           x,
             double           y,
             GtkGestureClick *gesture)
{
  if (gtk_widget_contains (GTK_WIDGET (self), x, y))
    g_signal_emit (self, signals[ACTIVATED], 0);
}

static gboolean
cap_drawing_mark_grab_focus (GtkWidget *widget)
{
  gtk_root_set_focus (gtk_widget_get_root (widget), widget);

  return TRUE;
}

static void
cap_drawing_mark_finalize (GObject *object)
{
  g_free (CAP_DRAWING_MARK (object)->target);
  g_free (CAP_DRAWING_MARK (object)->name);

  G_OBJECT_CLASS (cap_drawing_mark_parent_class)->finalize (object);
}

static void
cap_drawing_mark_class_init (CapDrawingMarkClass *klass)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_space };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cap_drawing_mark_finalize;
  widget_class->grab_focus = cap_drawing_mark_grab_focus;

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass),
                                     G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_signal (widget_class, keys[i], 0, "activated", NULL);
  gtk_widget_class_set_css_name (widget_class, "drawingmark");
}

static void
cap_drawing_mark_init (CapDrawingMark *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * cap_drawing_mark_new:
 *
 * Returns: (transfer floating): the widget of @mark
 */
GtkWidget *
cap_drawing_mark_new (const CapMark *mark)
{
  CapDrawingMark *self;

  g_return_val_if_fail (mark != NULL, NULL);

  self = g_object_new (CAP_TYPE_DRAWING_MARK,
                       "accessible-role", mark->target != NULL ? GTK_ACCESSIBLE_ROLE_LINK
                                                               : GTK_ACCESSIBLE_ROLE_IMG,
                       NULL);
  cap_drawing_mark_set_mark (self, mark);
  if (mark->target != NULL)
    {
      GtkGesture *click = gtk_gesture_click_new ();

      g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
      gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
    }

  return GTK_WIDGET (self);
}

/* Makes it the widget of another value, which leads somewhere too if this one did. */
void
cap_drawing_mark_set_mark (CapDrawingMark *self,
                           const CapMark  *mark)
{
  g_return_if_fail (CAP_IS_DRAWING_MARK (self) && mark != NULL);

  self->area = mark->area;
  cap_set_string (&self->target, mark->target);
  if (!cap_set_string (&self->name, mark->name))
    return;

  gtk_widget_set_tooltip_text (GTK_WIDGET (self), mark->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, mark->name, -1);
}

/* Returns: (nullable): the code of what it leads to */
const char *
cap_drawing_mark_get_target (CapDrawingMark *self)
{
  g_return_val_if_fail (CAP_IS_DRAWING_MARK (self), NULL);

  return self->target;
}

const CapRect *
cap_drawing_mark_get_area (CapDrawingMark *self)
{
  g_return_val_if_fail (CAP_IS_DRAWING_MARK (self), NULL);

  return &self->area;
}

void
cap_drawing_mark_set_area (CapDrawingMark *self,
                           const CapRect  *area)
{
  g_return_if_fail (CAP_IS_DRAWING_MARK (self) && area != NULL);

  self->area = *area;
}
