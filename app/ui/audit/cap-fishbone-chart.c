/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/audit/cap-fishbone-chart.h"

#include <glib/gi18n.h>

#include "audit/cap-finding-causes.h"
#include "chart/cap-fishbone.h"

/* Below that width texts would be ribbons: the list of the causes says it all. */
#define MIN_DRAWN 620
#define PADDING   9

/**
 * CapFishboneChart:
 *
 * The causes of a finding as Ishikawa draws them. It hides while no cause comes from somewhere, and
 * takes no height where it is too narrow. Its name says the same in words.
 */
struct _CapFishboneChart
{
  GtkWidget  parent_instance;

  char      *effect;
  GArray    *branches; /* (element-type CapCauseBranch), or NULL */
};

G_DEFINE_FINAL_TYPE (CapFishboneChart, cap_fishbone_chart, GTK_TYPE_WIDGET)

static PangoLayout *
layout_text (CapFishboneChart *self,
             const char       *text,
             double            width)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);

  return layout;
}

static double
get_line (CapFishboneChart *self)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "X");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

static guint
count_lines (CapFishboneChart *self,
             const char       *text,
             double            width)
{
  g_autoptr(PangoLayout) layout = layout_text (self, text, width);

  return (guint) pango_layout_get_line_count (layout);
}

/* The branch with most to say decides; the effect has the whole height. */
static double
get_height (CapFishboneChart *self,
            double            width)
{
  const double line = get_line (self);
  g_autoptr(CapFishbone) fishbone = cap_fishbone_new (self->branches->len, width, 100, line);
  const guint effect = count_lines (self, self->effect, fishbone->effect.width - 2 * PADDING);
  guint most = 0;

  for (guint i = 0; i < self->branches->len; i++)
    {
      const CapFishboneBone *bone = &g_array_index (fishbone->bones, CapFishboneBone, i);
      const CapCauseBranch *branch = &g_array_index (self->branches, CapCauseBranch, i);

      most = MAX (most, count_lines (self, branch->text, bone->text.width));
    }

  return MAX (cap_fishbone_get_height (most, line), effect * line + 2 * PADDING);
}

static void
cap_fishbone_chart_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  CapFishboneChart *self = CAP_FISHBONE_CHART (widget);

  *minimum = 0;
  *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MIN_DRAWN;
  else if (self->branches != NULL && for_size >= MIN_DRAWN)
    *minimum = *natural = (int) get_height (self, for_size) + 1;
}

static void
append_text (CapFishboneChart *self,
             GtkSnapshot      *snapshot,
             const GdkRGBA    *color,
             const char       *text,
             const CapRect    *area,
             PangoAlignment    alignment,
             gboolean          strong)
{
  g_autoptr(PangoLayout) layout = layout_text (self, text, area->width);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  if (strong)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_alignment (layout, alignment);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) area->x, (float) area->y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
draw (const CapFishbone *fishbone,
      cairo_t           *cr,
      const GdkRGBA     *color)
{
  const CapRect *effect = &fishbone->effect;

  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, 1.5);
  for (guint i = 0; i < fishbone->bones->len; i++)
    {
      const CapFishboneBone *bone = &g_array_index (fishbone->bones, CapFishboneBone, i);

      cairo_move_to (cr, bone->end.x, bone->end.y);
      cairo_line_to (cr, bone->joint.x, bone->joint.y);
    }
  cairo_stroke (cr);
  cairo_set_line_width (cr, 3);
  cairo_move_to (cr, fishbone->tail.x, fishbone->tail.y);
  cairo_line_to (cr, fishbone->head.x, fishbone->head.y);
  cairo_stroke (cr);
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, effect->x + 0.5, effect->y + 0.5, effect->width - 1, effect->height - 1);
  cairo_stroke (cr);
}

static void
append_texts (CapFishboneChart  *self,
              GtkSnapshot       *snapshot,
              const CapFishbone *fishbone,
              const GdkRGBA     *color,
              double             line)
{
  const CapRect *box = &fishbone->effect;
  const double width = box->width - 2 * PADDING;
  const double height = count_lines (self, self->effect, width) * line;

  append_text (self, snapshot, color, self->effect,
               &(CapRect) { box->x + PADDING, box->y + MAX (0, (box->height - height) / 2), width, height },
               PANGO_ALIGN_LEFT, FALSE);
  for (guint i = 0; i < fishbone->bones->len; i++)
    {
      const CapFishboneBone *bone = &g_array_index (fishbone->bones, CapFishboneBone, i);
      const CapCauseBranch *branch = &g_array_index (self->branches, CapCauseBranch, i);

      append_text (self, snapshot, color, branch->label, &bone->label, PANGO_ALIGN_RIGHT, TRUE);
      append_text (self, snapshot, color, branch->text, &bone->text, PANGO_ALIGN_RIGHT, FALSE);
    }
}

static void
cap_fishbone_chart_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  CapFishboneChart *self = CAP_FISHBONE_CHART (widget);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  const double line = get_line (self);
  g_autoptr(CapFishbone) fishbone = NULL;
  GdkRGBA color;
  GdkRGBA text;
  cairo_t *cr;

  if (self->branches == NULL || width < MIN_DRAWN)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gtk_style_context_get_color (gtk_widget_get_style_context (gtk_widget_get_parent (widget)), &text);
  fishbone = cap_fishbone_new (self->branches->len, width, height, line);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  draw (fishbone, cr, &color);
  cairo_destroy (cr);
  append_texts (self, snapshot, fishbone, &text, line);
}

static void
cap_fishbone_chart_finalize (GObject *object)
{
  CapFishboneChart *self = CAP_FISHBONE_CHART (object);

  g_clear_pointer (&self->branches, g_array_unref);
  g_free (self->effect);

  G_OBJECT_CLASS (cap_fishbone_chart_parent_class)->finalize (object);
}

static GtkSizeRequestMode
cap_fishbone_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cap_fishbone_chart_class_init (CapFishboneChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cap_fishbone_chart_finalize;
  widget_class->measure = cap_fishbone_chart_measure;
  widget_class->get_request_mode = cap_fishbone_chart_get_request_mode;
  widget_class->snapshot = cap_fishbone_chart_snapshot;

  gtk_widget_class_set_css_name (widget_class, "fishbone");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
cap_fishbone_chart_init (CapFishboneChart *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
cap_fishbone_chart_new (void)
{
  return g_object_new (CAP_TYPE_FISHBONE_CHART, NULL);
}

/* “Method: nobody signs. People: the one who knew left.” */
static void
update_name (CapFishboneChart *self)
{
  g_autoptr(GString) name = g_string_new (_("Causes by where they come from."));

  for (guint i = 0; i < self->branches->len; i++)
    {
      const CapCauseBranch *branch = &g_array_index (self->branches, CapCauseBranch, i);

      g_string_append_c (name, ' ');
      g_string_append_printf (name, _("%1$s: %2$s."), branch->label, branch->text);
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

/* Draws the causes of a finding of @dossier. */
void
cap_fishbone_chart_show (CapFishboneChart *self,
                         const CapDossier *dossier,
                         const CapRecord  *finding)
{
  const char *fact = cap_record_get (finding, CAP_FINDING_FACT);

  g_return_if_fail (CAP_IS_FISHBONE_CHART (self));

  g_clear_pointer (&self->branches, g_array_unref);
  g_free (self->effect);
  self->branches = cap_finding_list_branches (dossier, finding);
  self->effect = g_strdup (fact != NULL ? fact : "–");
  update_name (self);
  gtk_widget_set_visible (GTK_WIDGET (self), self->branches->len > 0);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
