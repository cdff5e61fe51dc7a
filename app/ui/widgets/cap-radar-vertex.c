/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/cap-radar-vertex.h"

#define SIZE 16

/**
 * CapRadarVertex:
 *
 * One value of a [class@Cap.RadarChart].
 *
 * A widget of its own and not a shape in the drawing: that is what gives it
 * keyboard focus, a tooltip and a place in the accessibility tree.
 */
struct _CapRadarVertex
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (CapRadarVertex, cap_radar_vertex, GTK_TYPE_WIDGET)

static void
cap_radar_vertex_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
cap_radar_vertex_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (SIZE / 4.0f, SIZE / 4.0f, SIZE / 2.0f, SIZE / 2.0f);
  GskRoundedRect dot;
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gsk_rounded_rect_init_from_rect (&dot, &bounds, SIZE / 4.0f);

  gtk_snapshot_push_rounded_clip (snapshot, &dot);
  gtk_snapshot_append_color (snapshot, &color, &bounds);
  gtk_snapshot_pop (snapshot);
}

static gboolean
cap_radar_vertex_grab_focus (GtkWidget *widget)
{
  gtk_root_set_focus (gtk_widget_get_root (widget), widget);

  return TRUE;
}

static void
cap_radar_vertex_class_init (CapRadarVertexClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = cap_radar_vertex_measure;
  widget_class->snapshot = cap_radar_vertex_snapshot;
  widget_class->grab_focus = cap_radar_vertex_grab_focus;

  gtk_widget_class_set_css_name (widget_class, "radarvertex");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static void
cap_radar_vertex_init (CapRadarVertex *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * cap_radar_vertex_new:
 * @name: what is measured and the measure, in words
 * @value: the measure, 0 to 100
 *
 * Returns: (transfer floating): a new vertex
 */
GtkWidget *
cap_radar_vertex_new (const char *name,
                      double      value)
{
  GtkWidget *self = g_object_new (CAP_TYPE_RADAR_VERTEX, "tooltip-text", name, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 100.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, CLAMP (value, 0.0, 100.0),
                                  -1);

  return self;
}
