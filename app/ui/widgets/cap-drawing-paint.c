/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/cap-drawing-paint.h"

#define HATCH_STEP 6
#define EDGE       2
#define INCH       72.0

/* The names of the colours in the style sheets. */
static const char * const ink_names[CAP_N_INKS] = {
  [CAP_INK_TEXT] = "window_fg_color",
  [CAP_INK_QUIET] = "chart_quiet",
  [CAP_INK_RULE] = "chart_rule",
  [CAP_INK_TRACK] = "chart_track",
  [CAP_INK_ACCENT] = "accent_color",
  [CAP_INK_GROUND] = "chart_ground",
  [CAP_INK_STEP_0] = "chart_step_0",
  [CAP_INK_STEP_1] = "chart_step_1",
  [CAP_INK_STEP_2] = "chart_step_2",
  [CAP_INK_STEP_3] = "chart_step_3",
  [CAP_INK_STEP_4] = "chart_step_4",
};

typedef struct
{
  GtkWidget *widget;
  cairo_t   *cr;
  double     em;
  GdkRGBA    inks[CAP_N_INKS];
} Painter;

double
cap_drawing_paint_get_em (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  const double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  int dpi = 0;

  if (pango_font_description_get_size_is_absolute (font))
    return size;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);

  return size * (dpi > 0 ? dpi / 1024.0 : 96) / INCH;
}

static void
find_inks (Painter *self)
{
  GtkStyleContext *context = gtk_widget_get_style_context (self->widget);

  for (guint i = CAP_INK_TEXT; i < CAP_N_INKS; i++)
    {
      if (!gtk_style_context_lookup_color (context, ink_names[i], &self->inks[i]))
        gtk_style_context_get_color (context, &self->inks[i]);
    }
}

/* Returns: whether there is anything to draw with */
static gboolean
take (Painter *self,
      CapInk   ink)
{
  if (ink == CAP_INK_NONE)
    return FALSE;

  gdk_cairo_set_source_rgba (self->cr, &self->inks[ink]);

  return TRUE;
}

/* Fills and outlines the path that is there. */
static void
finish (Painter        *self,
        const CapShape *shape)
{
  if (take (self, shape->fill))
    cairo_fill_preserve (self->cr);
  if (take (self, shape->stroke))
    {
      cairo_set_line_width (self->cr, shape->width);
      cairo_set_line_join (self->cr, CAIRO_LINE_JOIN_ROUND);
      if (shape->dash > 0)
        cairo_set_dash (self->cr, (const double[]) { shape->dash * 2, shape->dash * 1.5 }, 2, 0);
      cairo_stroke_preserve (self->cr);
      cairo_set_dash (self->cr, NULL, 0, 0);
    }
  cairo_new_path (self->cr);
}

static void
trace (cairo_t        *cr,
       const CapShape *shape)
{
  for (guint i = 0; i < shape->points->len; i++)
    {
      const CapPoint *point = &g_array_index (shape->points, CapPoint, i);

      cairo_line_to (cr, point->x, point->y);
    }
  if (shape->kind == CAP_SHAPE_POLYGON)
    cairo_close_path (cr);
}

static void
paint_hatching (Painter        *self,
                const CapShape *shape)
{
  const CapRect *area = &shape->area;

  cairo_save (self->cr);
  cairo_rectangle (self->cr, area->x, area->y, area->width, area->height);
  cairo_clip (self->cr);
  for (double x = area->x - area->height; x < area->x + area->width; x += HATCH_STEP)
    {
      cairo_move_to (self->cr, x, area->y + area->height);
      cairo_line_to (self->cr, x + area->height, area->y);
    }
  finish (self, shape);
  cairo_restore (self->cr);
}

static void
paint_text (Painter        *self,
            const CapShape *shape)
{
  static const PangoAlignment alignments[] = {
    [CAP_ALIGN_START] = PANGO_ALIGN_LEFT,
    [CAP_ALIGN_CENTER] = PANGO_ALIGN_CENTER,
    [CAP_ALIGN_END] = PANGO_ALIGN_RIGHT,
  };
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (self->widget, shape->text);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  int height = 0;

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_attr_list_insert (attributes, pango_attr_size_new_absolute ((int) (self->em * PANGO_SCALE)));
  if (shape->strong)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_width (layout, (int) (shape->area.width * PANGO_SCALE));
  pango_layout_set_height (layout, (int) (shape->area.height * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, alignments[shape->align]);
  pango_layout_get_pixel_size (layout, NULL, &height);
  cairo_move_to (self->cr, shape->area.x, shape->area.y + (shape->area.height - height) / 2);
  take (self, shape->fill);
  pango_cairo_show_layout (self->cr, layout);
  cairo_new_path (self->cr);
}

static void
paint_shape (Painter        *self,
             const CapShape *shape)
{
  const CapRect *area = &shape->area;

  switch (shape->kind)
    {
    case CAP_SHAPE_RECT:
      cairo_rectangle (self->cr, area->x, area->y, area->width, area->height);
      finish (self, shape);
      break;

    case CAP_SHAPE_CIRCLE:
      cairo_arc (self->cr, area->x + area->width / 2, area->y + area->height / 2, area->width / 2, 0,
                 2 * G_PI);
      finish (self, shape);
      break;

    case CAP_SHAPE_POLYGON:
    case CAP_SHAPE_LINE:
      trace (self->cr, shape);
      finish (self, shape);
      break;

    case CAP_SHAPE_HATCHING:
      paint_hatching (self, shape);
      break;

    case CAP_SHAPE_TEXT:
      paint_text (self, shape);
      break;

    default:
      g_assert_not_reached ();
    }
}

void
cap_drawing_paint (const CapDrawing *drawing,
                   GtkWidget        *widget,
                   GtkSnapshot      *snapshot)
{
  /* Half an outline may go over the edge. */
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (-EDGE, -EDGE, (float) drawing->width + 2 * EDGE,
                                                     (float) drawing->height + 2 * EDGE);
  Painter self = { .widget = widget, .em = drawing->em };

  g_return_if_fail (drawing != NULL && GTK_IS_WIDGET (widget) && GTK_IS_SNAPSHOT (snapshot));

  find_inks (&self);
  self.cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  for (guint i = 0; i < drawing->shapes->len; i++)
    paint_shape (&self, g_ptr_array_index (drawing->shapes, i));
  cairo_destroy (self.cr);
}
