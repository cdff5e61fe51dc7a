/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/cap-geometry.h"

G_BEGIN_DECLS

/**
 * CapInk:
 * @CAP_INK_NONE: nothing is drawn
 * @CAP_INK_TEXT: what is read
 * @CAP_INK_QUIET: what is read second
 * @CAP_INK_RULE: lines behind the data
 * @CAP_INK_TRACK: the room that a value could fill
 * @CAP_INK_ACCENT: the data
 * @CAP_INK_GROUND: the paper
 * @CAP_INK_STEP_0: the lowest of five steps of one scale, told apart in greyscale too
 * @CAP_INK_STEP_4: the highest one
 *
 * Colours by what they are for: the screen has its own, light and dark, and paper has its own.
 */
typedef enum
{
  CAP_INK_NONE,
  CAP_INK_TEXT,
  CAP_INK_QUIET,
  CAP_INK_RULE,
  CAP_INK_TRACK,
  CAP_INK_ACCENT,
  CAP_INK_GROUND,
  CAP_INK_STEP_0,
  CAP_INK_STEP_1,
  CAP_INK_STEP_2,
  CAP_INK_STEP_3,
  CAP_INK_STEP_4,
} CapInk;

#define CAP_N_INKS  (CAP_INK_STEP_4 + 1)
#define CAP_N_STEPS (CAP_INK_STEP_4 - CAP_INK_STEP_0 + 1)

typedef enum
{
  CAP_SHAPE_RECT,
  CAP_SHAPE_HATCHING,
  CAP_SHAPE_POLYGON,
  CAP_SHAPE_LINE,
  CAP_SHAPE_CIRCLE,
  CAP_SHAPE_TEXT,
} CapShapeKind;

typedef enum
{
  CAP_ALIGN_START,
  CAP_ALIGN_CENTER,
  CAP_ALIGN_END,
} CapAlign;

/**
 * CapShape:
 * @area: of a rectangle, of its hatching, of a text, which stands in the middle of its height;
 *   around a circle
 * @points: (element-type CapPoint): of a polygon or of a line that goes through them
 * @fill: inside; of a text its own
 * @stroke: of the outline
 * @width: of the outline
 * @dash: length of the dashes and of the gaps; 0 for a plain line
 * @strong: whether a text is bold
 */
typedef struct
{
  CapShapeKind  kind;
  CapRect       area;
  GArray       *points;
  CapInk        fill;
  CapInk        stroke;
  double        width;
  double        dash;
  char         *text;
  CapAlign      align;
  gboolean      strong;
} CapShape;

/**
 * CapMark:
 * @area: where the value stands
 * @name: the value and what is measured, in words
 * @target: (nullable): the code of what it leads to
 *
 * A value that the keyboard and a screen reader reach.
 */
typedef struct
{
  CapRect  area;
  char    *name;
  char    *target;
} CapMark;

/**
 * CapDrawing:
 * @width: of the whole
 * @height: of the whole
 * @em: the size of its letters: all that holds text grows with it
 * @shapes: (element-type CapShape): from the back to the front
 * @marks: (element-type CapMark): in reading order
 *
 * What is drawn, as shapes: one drawing for the screen and for paper.
 */
typedef struct
{
  double     width;
  double     height;
  double     em;
  GPtrArray *shapes;
  GPtrArray *marks;
} CapDrawing;

CapDrawing *cap_drawing_new          (double          width,
                                      double          em) G_GNUC_WARN_UNUSED_RESULT;
void        cap_drawing_free         (CapDrawing     *self);
void        cap_drawing_add_rect     (CapDrawing     *self,
                                      CapRect         area,
                                      CapInk          fill,
                                      CapInk          stroke);
void        cap_drawing_add_hatching (CapDrawing     *self,
                                      CapRect         area,
                                      CapInk          ink);
void        cap_drawing_add_circle   (CapDrawing     *self,
                                      CapPoint        center,
                                      double          radius,
                                      CapInk          fill,
                                      CapInk          stroke);
void        cap_drawing_add_polygon  (CapDrawing     *self,
                                      const CapPoint *points,
                                      guint           n_points,
                                      CapInk          fill,
                                      CapInk          stroke);
void        cap_drawing_add_path     (CapDrawing     *self,
                                      const CapPoint *points,
                                      guint           n_points,
                                      CapInk          ink,
                                      double          width,
                                      double          dash);
void        cap_drawing_add_line     (CapDrawing     *self,
                                      CapPoint        from,
                                      CapPoint        to,
                                      CapInk          ink,
                                      double          width);
void        cap_drawing_add_text     (CapDrawing     *self,
                                      CapRect         area,
                                      CapAlign        align,
                                      CapInk          ink,
                                      gboolean        strong,
                                      const char     *text);
void        cap_drawing_add_mark     (CapDrawing     *self,
                                      CapRect         area,
                                      const char     *name,
                                      const char     *target);
CapInk      cap_drawing_step         (double          value,
                                      double          maximum);
CapInk      cap_drawing_ink_on       (CapInk          ground);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapDrawing, cap_drawing_free)

G_END_DECLS
