/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/cap-reflow.h"

/**
 * CapReflow:
 *
 * Children of one width: side by side as long as each of them has its minimum
 * width; otherwise in rows as even as can be, at worst one under the other. Large
 * text makes the minimum grow, so that it reflows by itself. Its natural width is
 * that of the narrowest single row, whatever the children hold.
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

static int
get_widest (CapReflow *self)
{
  int widest = 0;

  FOR_EACH_CHILD (self, child)
    {
      int minimum;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      widest = MAX (widest, minimum);
    }

  return widest;
}

/* How the children stand in a given width. */
typedef struct
{
  int columns;
  int child_width;
} Grid;

/* As few rows as the width allows, and then as even as can be: seven children stand
 * as four and three rather than as six and one. */
static Grid
get_grid (CapReflow *self,
          int        width)
{
  const int n = count_children (self);
  const int widest = get_widest (self);
  const int most = CLAMP ((width + self->spacing) / MAX (widest + self->spacing, 1), 1, MAX (n, 1));
  const int rows = (n + most - 1) / most;
  const int columns = rows > 0 ? (n + rows - 1) / rows : 1;

  return (Grid) { columns, MAX ((width - (columns - 1) * self->spacing) / columns, widest) };
}

/* Returns: (transfer full) (element-type int): the height of each row */
static GArray *
measure_rows (CapReflow *self,
              Grid       grid)
{
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (int));
  int index = 0;

  FOR_EACH_CHILD (self, child)
    {
      guint row = (guint) (index++ / grid.columns);
      int height;

      /* What it wants: the least that a text view takes is one line. */
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, grid.child_width, NULL, &height, NULL, NULL);
      if (row >= rows->len)
        g_array_set_size (rows, row + 1);
      g_array_index (rows, int, row) = MAX (g_array_index (rows, int, row), height);
    }

  return rows;
}

static int
get_height (CapReflow *self,
            int        width)
{
  g_autoptr(GArray) rows = measure_rows (self, get_grid (self, width));
  int height = 0;

  for (guint i = 0; i < rows->len; i++)
    height += g_array_index (rows, int, i) + (i > 0 ? self->spacing : 0);

  return height;
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
      *minimum = *natural = get_height (self, for_size);
      return;
    }

  *minimum = get_widest (self);
  *natural = *minimum * n + MAX (n - 1, 0) * self->spacing;
}

static void
cap_reflow_size_allocate (GtkWidget *widget,
                          int        width,
                          int        height,
                          int        baseline)
{
  CapReflow *self = CAP_REFLOW (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Grid grid = get_grid (self, width);
  g_autoptr(GArray) rows = measure_rows (self, grid);
  int index = 0;
  int y = 0;

  FOR_EACH_CHILD (self, child)
    {
      int column = index % grid.columns;
      int x = column * (grid.child_width + self->spacing);
      gboolean ends_row = column == grid.columns - 1;
      /* The last one takes what the division left over. */
      int child_width = ends_row ? MAX (width - x, grid.child_width) : grid.child_width;
      int row_height = g_array_index (rows, int, index / grid.columns);

      /* What is left over goes to a single row. */
      if (rows->len == 1)
        row_height = MAX (row_height, height);

      gtk_widget_size_allocate (child,
                                &(GtkAllocation) {
                                  rtl ? width - x - child_width : x, y, child_width, row_height,
                                }, -1);
      if (ends_row)
        y += row_height + self->spacing;
      index++;
    }
}

/* Tab goes through the children in their order: GTK compares where their middles are,
 * so that a short column would come before a long one on its left. */
static gboolean
cap_reflow_focus (GtkWidget        *widget,
                  GtkDirectionType  direction)
{
  GtkWidget *(*next) (GtkWidget *) = direction == GTK_DIR_TAB_FORWARD ? gtk_widget_get_next_sibling
                                                                       : gtk_widget_get_prev_sibling;
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (cap_reflow_parent_class)->focus (widget, direction);

  if (child == NULL)
    child = direction == GTK_DIR_TAB_FORWARD ? gtk_widget_get_first_child (widget)
                                             : gtk_widget_get_last_child (widget);
  for (; child != NULL; child = next (child))
    {
      if (gtk_widget_should_layout (child) && gtk_widget_child_focus (child, direction))
        return TRUE;
    }

  return FALSE;
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
  widget_class->focus = cap_reflow_focus;
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
