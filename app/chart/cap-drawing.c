/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/cap-drawing.h"

#include <math.h>

#define OUTLINE 1.0

static void
shape_free (CapShape *self)
{
  g_clear_pointer (&self->points, g_array_unref);
  g_free (self->text);
  g_free (self);
}

static void
mark_free (CapMark *self)
{
  g_free (self->name);
  g_free (self->target);
  g_free (self);
}

CapDrawing *
cap_drawing_new (double width,
                 double em)
{
  CapDrawing *self = g_new0 (CapDrawing, 1);

  self->width = width;
  self->em = em;
  self->shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) shape_free);
  self->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) mark_free);

  return self;
}

void
cap_drawing_free (CapDrawing *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->shapes);
  g_ptr_array_unref (self->marks);
  g_free (self);
}

static CapShape *
add_shape (CapDrawing   *self,
           CapShapeKind  kind,
           CapRect       area,
           CapInk        fill,
           CapInk        stroke)
{
  CapShape *shape = g_new0 (CapShape, 1);

  shape->kind = kind;
  shape->area = area;
  shape->fill = fill;
  shape->stroke = stroke;
  shape->width = OUTLINE;
  g_ptr_array_add (self->shapes, shape);

  return shape;
}

void
cap_drawing_add_rect (CapDrawing *self,
                      CapRect     area,
                      CapInk      fill,
                      CapInk      stroke)
{
  g_return_if_fail (self != NULL);

  if (area.width > 0 && area.height > 0)
    add_shape (self, CAP_SHAPE_RECT, area, fill, stroke);
}

/* Slanted lines over @area. */
void
cap_drawing_add_hatching (CapDrawing *self,
                          CapRect     area,
                          CapInk      ink)
{
  g_return_if_fail (self != NULL);

  if (area.width > 0 && area.height > 0)
    add_shape (self, CAP_SHAPE_HATCHING, area, CAP_INK_NONE, ink);
}

void
cap_drawing_add_circle (CapDrawing *self,
                        CapPoint    center,
                        double      radius,
                        CapInk      fill,
                        CapInk      stroke)
{
  g_return_if_fail (self != NULL);

  add_shape (self, CAP_SHAPE_CIRCLE,
             (CapRect) { center.x - radius, center.y - radius, 2 * radius, 2 * radius }, fill, stroke);
}

void
cap_drawing_add_polygon (CapDrawing     *self,
                         const CapPoint *points,
                         guint           n_points,
                         CapInk          fill,
                         CapInk          stroke)
{
  CapShape *shape;

  g_return_if_fail (self != NULL && points != NULL);

  shape = add_shape (self, CAP_SHAPE_POLYGON, (CapRect) { 0 }, fill, stroke);
  shape->points = g_array_sized_new (FALSE, FALSE, sizeof (CapPoint), n_points);
  g_array_append_vals (shape->points, points, n_points);
}

void
cap_drawing_add_path (CapDrawing     *self,
                      const CapPoint *points,
                      guint           n_points,
                      CapInk          ink,
                      double          width,
                      double          dash)
{
  CapShape *shape;

  g_return_if_fail (self != NULL && points != NULL);

  shape = add_shape (self, CAP_SHAPE_LINE, (CapRect) { 0 }, CAP_INK_NONE, ink);
  shape->points = g_array_sized_new (FALSE, FALSE, sizeof (CapPoint), n_points);
  g_array_append_vals (shape->points, points, n_points);
  shape->width = width;
  shape->dash = dash;
}

void
cap_drawing_add_line (CapDrawing *self,
                      CapPoint    from,
                      CapPoint    to,
                      CapInk      ink,
                      double      width)
{
  const CapPoint points[] = { from, to };

  cap_drawing_add_path (self, points, G_N_ELEMENTS (points), ink, width, 0);
}

void
cap_drawing_add_text (CapDrawing *self,
                      CapRect     area,
                      CapAlign    align,
                      CapInk      ink,
                      gboolean    strong,
                      const char *text)
{
  CapShape *shape;

  g_return_if_fail (self != NULL && text != NULL);

  shape = add_shape (self, CAP_SHAPE_TEXT, area, ink, CAP_INK_NONE);
  shape->text = g_strdup (text);
  shape->align = align;
  shape->strong = strong;
}

/**
 * cap_drawing_add_mark:
 * @target: (nullable): the code of what it leads to
 */
void
cap_drawing_add_mark (CapDrawing *self,
                      CapRect     area,
                      const char *name,
                      const char *target)
{
  CapMark *mark;

  g_return_if_fail (self != NULL && name != NULL);

  mark = g_new0 (CapMark, 1);
  mark->area = area;
  mark->name = g_strdup (name);
  mark->target = g_strdup (target);
  g_ptr_array_add (self->marks, mark);
}

/* The step that stands for @value, from 0 to @maximum. */
CapInk
cap_drawing_step (double value,
                  double maximum)
{
  g_return_val_if_fail (maximum > 0, CAP_INK_STEP_0);

  return CAP_INK_STEP_0 + (CapInk) lround (CLAMP (value / maximum, 0, 1) * (CAP_N_STEPS - 1));
}

/* What is legible on @ground. */
CapInk
cap_drawing_ink_on (CapInk ground)
{
  return ground == CAP_INK_STEP_4 || ground == CAP_INK_ACCENT ? CAP_INK_GROUND : CAP_INK_TEXT;
}
