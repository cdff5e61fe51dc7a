/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/cap-reflow.h"

/**
 * CapReflow:
 *
 * Children side by side, all of the same size, as long as each of them has its
 * minimum width; one under the other otherwise. Large text makes the minimum
 * grow, so that it reflows by itself.
 */
struct _CapReflow
{
  GtkWidget parent_instance;

  int       spacing;
};

G_DEFINE_FINAL_TYPE (CapReflow, cap_reflow, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_SPACING = 1,
} CapReflowProperty;

static GParamSpec *properties[PROP_SPACING + 1];

#define FOR_EACH_CHILD(self, child)                                        \
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); \
       child != NULL;                                                      \
       child = gtk_widget_get_next_sibling (child))                        \
    if (gtk_widget_should_layout (child))

static int
count_children (CapReflow *self)
{
  int n = 0;

  FOR_EACH_CHILD (self, child)
    n++;

  return n;
}

static void
measure_widest (CapReflow *self,
                int       *minimum,
                int       *natural)
{
  *minimum = *natural = 0;

  FOR_EACH_CHILD (self, child)
    {
      int child_minimum;
      int child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

/* Returns: the width of a child in a row of @width, or 0 when they do not fit */
static int
get_row_width (CapReflow *self,
               int        width)
{
  int n = count_children (self);
  int minimum;
  int natural;
  int each;

  if (n == 0)
    return 0;

  measure_widest (self, &minimum, &natural);
  each = (width - (n - 1) * self->spacing) / n;

  return each >= minimum ? each : 0;
}

static void
measure_height (CapReflow *self,
                int        width,
                int       *minimum,
                int       *natural)
{
  int each = width < 0 ? 0 : get_row_width (self, width);
  int n = count_children (self);

  *minimum = *natural = each > 0 ? 0 : MAX (n - 1, 0) * self->spacing;

  FOR_EACH_CHILD (self, child)
    {
      int child_minimum;
      int child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, each > 0 ? each : width,
                          &child_minimum, &child_natural, NULL, NULL);
      *minimum = each > 0 ? MAX (*minimum, child_minimum) : *minimum + child_minimum;
      *natural = each > 0 ? MAX (*natural, child_natural) : *natural + child_natural;
    }
}

static GtkSizeRequestMode
cap_reflow_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cap_reflow_measure (GtkWidget      *widget,
                    GtkOrientation  orientation,
                    int             for_size,
                    int            *minimum,
                    int            *natural,
                    int            *minimum_baseline,
                    int            *natural_baseline)
{
  CapReflow *self = CAP_REFLOW (widget);
  int n = count_children (self);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      measure_height (self, for_size, minimum, natural);
      return;
    }

  measure_widest (self, minimum, natural);
  *natural = *natural * n + MAX (n - 1, 0) * self->spacing;
}

static void
cap_reflow_size_allocate (GtkWidget *widget,
                          int        width,
                          int        height,
                          int        baseline)
{
  CapReflow *self = CAP_REFLOW (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int each = get_row_width (self, width);
  int offset = 0;

  FOR_EACH_CHILD (self, child)
    {
      GtkAllocation place = { 0, offset, width, 0 };

      if (each > 0)
        place = (GtkAllocation) { rtl ? width - offset - each : offset, 0, each, height };
      else
        gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &place.height, NULL, NULL, NULL);

      gtk_widget_size_allocate (child, &place, -1);
      offset += (each > 0 ? each : place.height) + self->spacing;
    }
}

static void
cap_reflow_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  switch ((CapReflowProperty) prop_id)
    {
    case PROP_SPACING:
      g_value_set_int (value, CAP_REFLOW (object)->spacing);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cap_reflow_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  switch ((CapReflowProperty) prop_id)
    {
    case PROP_SPACING:
      CAP_REFLOW (object)->spacing = g_value_get_int (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cap_reflow_dispose (GObject *object)
{
  cap_reflow_clear (CAP_REFLOW (object));

  G_OBJECT_CLASS (cap_reflow_parent_class)->dispose (object);
}

static void
cap_reflow_class_init (CapReflowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cap_reflow_get_property;
  object_class->set_property = cap_reflow_set_property;
  object_class->dispose = cap_reflow_dispose;

  widget_class->get_request_mode = cap_reflow_get_request_mode;
  widget_class->measure = cap_reflow_measure;
  widget_class->size_allocate = cap_reflow_size_allocate;

  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0,
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                               G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_css_name (widget_class, "reflow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
cap_reflow_init (CapReflow *self)
{
}

GtkWidget *
cap_reflow_new (int spacing)
{
  return g_object_new (CAP_TYPE_REFLOW, "spacing", spacing, NULL);
}

void
cap_reflow_append (CapReflow *self,
                   GtkWidget *child)
{
  g_return_if_fail (CAP_IS_REFLOW (self) && GTK_IS_WIDGET (child));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

void
cap_reflow_clear (CapReflow *self)
{
  GtkWidget *child;

  g_return_if_fail (CAP_IS_REFLOW (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
