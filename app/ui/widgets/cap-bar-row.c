/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/cap-bar-row.h"

#include "chart/cap-bars.h"

#define BAR_HEIGHT   14
#define GAP          18
#define PADDING      7
#define WIDE_FROM   620
#define LABEL_SHARE  0.46
#define MIN_WIDTH   260
#define HATCH_STEP    6

/**
 * CapBarRow:
 *
 * One value of a [class@Cap.BarChart]: what is measured, a bar from 0 to 100 and
 * the figure. A bar that is provisional is hatched. Wide, all on one line;
 * narrow, the bar under the words.
 */
struct _CapBarRow
{
  GtkWidget  parent_instance;

  GtkWidget *title;
  GtkWidget *detail;
  GtkWidget *figure;
  double     value;
  gboolean   provisional;
};

G_DEFINE_FINAL_TYPE (CapBarRow, cap_bar_row, GTK_TYPE_WIDGET)

static int
get_height (GtkWidget *widget,
            int        width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);

  return height;
}

static int
get_width (GtkWidget *widget)
{
  int width;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);

  return width;
}

/* Figures of one chart line up: all of them have room for “100 %”. */
static int
get_figure_width (CapBarRow *self)
{
  return MAX (get_width (self->figure), 54);
}

static int
get_label_width (int width)
{
  return width >= WIDE_FROM ? (int) (width * LABEL_SHARE) : 0;
}

static int
get_words_height (CapBarRow *self,
                  int        width)
{
  return get_height (self->title, width) + get_height (self->detail, width);
}

static int
get_row_height (CapBarRow *self,
                int        width)
{
  int label_width = get_label_width (width);
  int words = get_words_height (self, label_width > 0 ? label_width : width);
  int figure = MAX (get_height (self->figure, -1), BAR_HEIGHT);

  return 2 * PADDING + (label_width > 0 ? MAX (words, figure) : words + figure);
}

static CapBarsLayout
get_layout (CapBarRow *self,
            int        width,
            int        row_height)
{
  return (CapBarsLayout) {
    .width = width,
    .row_height = row_height,
    .bar_height = BAR_HEIGHT,
    .label_width = get_label_width (width),
    .value_width = get_figure_width (self),
    .gap = GAP,
  };
}

/* Where the bar is: beside the words, or in what is left under them. */
static CapBar
get_bar (CapBarRow *self,
         int        width,
         int        height,
         int       *top)
{
  CapBarsLayout layout;

  *top = get_label_width (width) > 0 ? 0 : PADDING + get_words_height (self, width);
  layout = get_layout (self, width, height - *top - (*top > 0 ? PADDING : 0));

  return cap_bars_get_bar (&layout, 0, self->value);
}

static GtkSizeRequestMode
cap_bar_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cap_bar_row_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  CapBarRow *self = CAP_BAR_ROW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = WIDE_FROM;
    }
  else
    *minimum = *natural = get_row_height (self, for_size < 0 ? MIN_WIDTH : for_size);
}

static void
cap_bar_row_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  CapBarRow *self = CAP_BAR_ROW (widget);
  int label_width = get_label_width (width);
  int words_width = label_width > 0 ? label_width : width;
  int title = get_height (self->title, words_width);
  int detail = get_height (self->detail, words_width);
  int figure = get_height (self->figure, -1);
  int top;
  CapBar bar = get_bar (self, width, height, &top);
  int words_top = label_width > 0 ? (height - title - detail) / 2 : PADDING;

  gtk_widget_size_allocate (self->title, &(GtkAllocation) { 0, words_top, words_width, title }, -1);
  gtk_widget_size_allocate (self->detail, &(GtkAllocation) { 0, words_top + title, words_width, detail }, -1);
  gtk_widget_size_allocate (self->figure,
                            &(GtkAllocation) {
                              (int) bar.figure.x,
                              top + (int) (bar.figure.y + (bar.figure.height - figure) / 2),
                              (int) bar.figure.width, figure,
                            }, -1);
}

static void
trace_bar (cairo_t *cr,
           CapRect  rect)
{
  double radius = MIN (rect.width, rect.height) / 2;

  cairo_new_sub_path (cr);
  cairo_arc (cr, rect.x + rect.width - radius, rect.y + radius, radius, -G_PI_2, G_PI_2);
  cairo_arc (cr, rect.x + radius, rect.y + radius, radius, G_PI_2, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
hatch (cairo_t *cr,
       CapRect  rect)
{
  cairo_save (cr);
  trace_bar (cr, rect);
  cairo_clip (cr);
  cairo_set_line_width (cr, 2);
  for (double x = rect.x - rect.height; x < rect.x + rect.width; x += HATCH_STEP)
    {
      cairo_move_to (cr, x, rect.y + rect.height);
      cairo_line_to (cr, x + rect.height, rect.y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw (CapBarRow *self,
      cairo_t   *cr,
      CapBar     bar,
      GdkRGBA    color)
{
  GdkRGBA faint = color;

  faint.alpha = 0.14f;
  gdk_cairo_set_source_rgba (cr, &faint);
  trace_bar (cr, bar.track);
  cairo_fill (cr);

  if (bar.bar.width <= 0)
    return;

  faint.alpha = 0.3f;
  gdk_cairo_set_source_rgba (cr, self->provisional ? &faint : &color);
  trace_bar (cr, bar.bar);
  cairo_fill (cr);

  if (!self->provisional)
    return;

  gdk_cairo_set_source_rgba (cr, &color);
  hatch (cr, bar.bar);
  cairo_set_line_width (cr, 1.5);
  trace_bar (cr, bar.bar);
  cairo_stroke (cr);
}

static void
cap_bar_row_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  CapBarRow *self = CAP_BAR_ROW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int top;
  CapBar bar = get_bar (self, width, height, &top);
  GdkRGBA color;
  cairo_t *cr;

  bar.track.y += top;
  bar.bar.y += top;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  draw (self, cr, bar, color);
  cairo_destroy (cr);

  GTK_WIDGET_CLASS (cap_bar_row_parent_class)->snapshot (widget, snapshot);
}

static gboolean
cap_bar_row_grab_focus (GtkWidget *widget)
{
  gtk_root_set_focus (gtk_widget_get_root (widget), widget);

  return TRUE;
}

static void
cap_bar_row_dispose (GObject *object)
{
  CapBarRow *self = CAP_BAR_ROW (object);

  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->detail, gtk_widget_unparent);
  g_clear_pointer (&self->figure, gtk_widget_unparent);

  G_OBJECT_CLASS (cap_bar_row_parent_class)->dispose (object);
}

static void
cap_bar_row_class_init (CapBarRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_bar_row_dispose;
  widget_class->get_request_mode = cap_bar_row_get_request_mode;
  widget_class->measure = cap_bar_row_measure;
  widget_class->size_allocate = cap_bar_row_size_allocate;
  widget_class->snapshot = cap_bar_row_snapshot;
  widget_class->grab_focus = cap_bar_row_grab_focus;

  gtk_widget_class_set_css_name (widget_class, "barrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

/* The name of the row says what the labels show. */
static GtkWidget *
add_label (CapBarRow  *self,
           const char *css_class,
           float       xalign)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "xalign", xalign,
                                   "wrap", TRUE,
                                   NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

static void
cap_bar_row_init (CapBarRow *self)
{
  self->title = add_label (self, "bar-title", 0);
  self->detail = add_label (self, "bar-detail", 0);
  self->figure = add_label (self, "bar-figure", 1);
  gtk_label_set_wrap (GTK_LABEL (self->figure), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * cap_bar_row_new:
 * @title: what is measured
 * @detail: what there is to know about the measure
 * @value: from 0 to 100, or %CAP_BARS_NO_VALUE
 * @figure: the value in writing
 *
 * Returns: (transfer floating): a row, whose name is to be set
 */
GtkWidget *
cap_bar_row_new (const char *title,
                 const char *detail,
                 double      value,
                 const char *figure)
{
  CapBarRow *self = g_object_new (CAP_TYPE_BAR_ROW, NULL);

  self->value = value;
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->detail), detail);
  gtk_label_set_text (GTK_LABEL (self->figure), figure);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 100.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, CLAMP (value, 0.0, 100.0),
                                  -1);

  return GTK_WIDGET (self);
}

/**
 * cap_bar_row_set_name:
 * @name: what is measured and the measure, in words, for a screen reader
 */
void
cap_bar_row_set_name (CapBarRow  *self,
                      const char *name)
{
  g_return_if_fail (CAP_IS_BAR_ROW (self) && name != NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
cap_bar_row_set_provisional (CapBarRow *self,
                             gboolean   provisional)
{
  g_return_if_fail (CAP_IS_BAR_ROW (self));

  self->provisional = provisional;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
