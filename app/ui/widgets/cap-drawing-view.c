/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/cap-drawing-view.h"

#include <math.h>

#include "chart/cap-figure-drawing.h"
#include "ui/widgets/cap-drawing-mark.h"
#include "ui/widgets/cap-drawing-paint.h"

#define MIN_WIDTH     260
#define NATURAL_WIDTH 640
#define SMALLEST        7.0
#define ACROSS         64.0 /* letters: fewer would leave no room for the labels */
#define SIDEWAYS        3 /* times: what is aside counts more than what is ahead */

/**
 * CapDrawingView:
 *
 * A [struct@Cap.Figure] drawn as wide as there is room. Tab enters it once; the
 * arrows go from value to value.
 */
struct _CapDrawingView
{
  GtkWidget   parent_instance;

  CapFigure  *figure;  /* or NULL */
  CapDrawing *drawing; /* for the width that was measured last, or NULL */
  gboolean    fit;     /* whether it fills the height that it has */
};

enum
{
  TARGET_ACTIVATED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (CapDrawingView, cap_drawing_view, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

/* The size of the letters that lets the figure fill @height: the largest one that does not go over it. */
static double
find_em (CapDrawingView *self,
         int             width,
         int             height)
{
  double low = SMALLEST;
  double high = MAX (width / ACROSS, SMALLEST);

  while (high - low > 0.25)
    {
      const double em = (low + high) / 2;
      g_autoptr(CapDrawing) drawing = cap_figure_draw (self->figure, width, em);

      if (drawing->height > height)
        high = em;
      else
        low = em;
    }

  return low;
}

static const CapDrawing *
get_drawing (CapDrawingView *self,
             int             width)
{
  const int height = gtk_widget_get_height (GTK_WIDGET (self));
  const double em = self->fit && height > 0 ? find_em (self, width, height)
                                            : cap_drawing_paint_get_em (GTK_WIDGET (self));

  if (self->drawing != NULL && fabs (self->drawing->width - width) < 0.5 &&
      fabs (self->drawing->em - em) < 0.01)
    return self->drawing;

  g_clear_pointer (&self->drawing, cap_drawing_free);
  self->drawing = cap_figure_draw (self->figure, width, em);

  return self->drawing;
}

static GtkSizeRequestMode
cap_drawing_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cap_drawing_view_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  CapDrawingView *self = CAP_DRAWING_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }

  *minimum = *natural = 0;
  if (self->figure != NULL && !self->fit)
    *minimum = *natural = (int) ceil (get_drawing (self, for_size > 0 ? for_size : NATURAL_WIDTH)->height);
}

static void
cap_drawing_view_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  CapDrawingView *self = CAP_DRAWING_VIEW (widget);
  const CapDrawing *drawing;
  guint i = 0;

  if (self->figure == NULL)
    return;

  drawing = get_drawing (self, MAX (width, 1));
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const CapRect *area = &((const CapMark *) g_ptr_array_index (drawing->marks, i++))->area;
      const GtkAllocation place = {
        (int) floor (area->x), (int) floor (area->y),
        MAX ((int) ceil (area->width), 1), MAX ((int) ceil (area->height), 1),
      };

      cap_drawing_mark_set_area (CAP_DRAWING_MARK (child), area);
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (child, &place, -1);
    }
}

static void
cap_drawing_view_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  CapDrawingView *self = CAP_DRAWING_VIEW (widget);

  if (self->figure != NULL)
    cap_drawing_paint (get_drawing (self, MAX (gtk_widget_get_width (widget), 1)), widget, snapshot);

  GTK_WIDGET_CLASS (cap_drawing_view_parent_class)->snapshot (widget, snapshot);
}

/* Returns: how far @to is from @from towards @direction, or a negative value when it is not that way */
static double
get_distance (const CapRect    *from,
              const CapRect    *to,
              GtkDirectionType  direction)
{
  const double x = (to->x + to->width / 2) - (from->x + from->width / 2);
  const double y = (to->y + to->height / 2) - (from->y + from->height / 2);
  const gboolean level = direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT;
  const double ahead = level ? (direction == GTK_DIR_RIGHT ? x : -x) : (direction == GTK_DIR_DOWN ? y : -y);
  const double aside = fabs (level ? y : x);

  return ahead < 1 ? -1 : ahead + SIDEWAYS * aside;
}

/* Returns: (nullable): the nearest value that way */
static GtkWidget *
find_next (CapDrawingView   *self,
           GtkWidget        *from,
           GtkDirectionType  direction)
{
  const CapRect *area = cap_drawing_mark_get_area (CAP_DRAWING_MARK (from));
  GtkWidget *nearest = NULL;
  double shortest = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const double distance = get_distance (area, cap_drawing_mark_get_area (CAP_DRAWING_MARK (child)),
                                            direction);

      if (distance >= 0 && (nearest == NULL || distance < shortest))
        {
          nearest = child;
          shortest = distance;
        }
    }

  return nearest;
}

static gboolean
cap_drawing_view_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  GtkWidget *focus = gtk_widget_get_focus_child (widget);
  GtkWidget *next;

  if (focus == NULL)
    {
      next = gtk_widget_get_first_child (widget);
      return next != NULL && gtk_widget_grab_focus (next);
    }
  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return FALSE;

  next = find_next (CAP_DRAWING_VIEW (widget), focus, direction);

  return next != NULL && gtk_widget_grab_focus (next);
}

static void
remove_marks (CapDrawingView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
cap_drawing_view_dispose (GObject *object)
{
  CapDrawingView *self = CAP_DRAWING_VIEW (object);

  remove_marks (self);
  g_clear_pointer (&self->drawing, cap_drawing_free);
  g_clear_pointer (&self->figure, cap_figure_unref);

  G_OBJECT_CLASS (cap_drawing_view_parent_class)->dispose (object);
}

static void
cap_drawing_view_class_init (CapDrawingViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_drawing_view_dispose;
  widget_class->get_request_mode = cap_drawing_view_get_request_mode;
  widget_class->measure = cap_drawing_view_measure;
  widget_class->size_allocate = cap_drawing_view_size_allocate;
  widget_class->snapshot = cap_drawing_view_snapshot;
  widget_class->focus = cap_drawing_view_focus;

  signals[TARGET_ACTIVATED] = g_signal_new ("target-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_css_name (widget_class, "drawingview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
cap_drawing_view_init (CapDrawingView *self)
{
}

GtkWidget *
cap_drawing_view_new (void)
{
  return g_object_new (CAP_TYPE_DRAWING_VIEW, NULL);
}

/* Whether the figure is as large as the height that it has allows, instead of taking the height that its
 * letters ask for. */
void
cap_drawing_view_set_fit (CapDrawingView *self,
                          gboolean        fit)
{
  g_return_if_fail (CAP_IS_DRAWING_VIEW (self));

  self->fit = fit;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
activated_cb (CapDrawingView *self,
              CapDrawingMark *mark)
{
  if (cap_drawing_mark_get_target (mark) != NULL)
    g_signal_emit (self, signals[TARGET_ACTIVATED], 0, cap_drawing_mark_get_target (mark));
}

/* Whether the marks that are there can be those of @drawing: as many, and those lead somewhere that did. */
static gboolean
suits (CapDrawingView   *self,
       const CapDrawing *drawing)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  for (guint i = 0; i < drawing->marks->len; i++)
    {
      const CapMark *mark = g_ptr_array_index (drawing->marks, i);

      if (child == NULL ||
          (cap_drawing_mark_get_target (CAP_DRAWING_MARK (child)) != NULL) != (mark->target != NULL))
        return FALSE;
      child = gtk_widget_get_next_sibling (child);
    }

  return child == NULL;
}

/* Marks stay as long as they can: who stands on one of them stays there while values change. */
static void
renew_marks (CapDrawingView   *self,
             const CapDrawing *drawing)
{
  GtkWidget *child;

  if (!suits (self, drawing))
    {
      remove_marks (self);
      for (guint i = 0; i < drawing->marks->len; i++)
        {
          GtkWidget *mark = cap_drawing_mark_new (g_ptr_array_index (drawing->marks, i));

          g_signal_connect_swapped (mark, "activated", G_CALLBACK (activated_cb), self);
          gtk_widget_set_parent (mark, GTK_WIDGET (self));
        }
      return;
    }

  child = gtk_widget_get_first_child (GTK_WIDGET (self));
  for (guint i = 0; i < drawing->marks->len; i++)
    {
      cap_drawing_mark_set_mark (CAP_DRAWING_MARK (child), g_ptr_array_index (drawing->marks, i));
      child = gtk_widget_get_next_sibling (child);
    }
}

void
cap_drawing_view_show (CapDrawingView *self,
                       CapFigure      *figure)
{
  int width;

  g_return_if_fail (CAP_IS_DRAWING_VIEW (self) && figure != NULL);

  cap_figure_ref (figure);
  g_clear_pointer (&self->figure, cap_figure_unref);
  self->figure = figure;
  g_clear_pointer (&self->drawing, cap_drawing_free);
  width = gtk_widget_get_width (GTK_WIDGET (self));
  renew_marks (self, get_drawing (self, width > 0 ? width : NATURAL_WIDTH));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, figure->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, figure->reading,
                                  -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
