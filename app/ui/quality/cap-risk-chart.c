/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/quality/cap-risk-chart.h"

#include <glib/gi18n.h>
#include <math.h>

#include "chart/cap-risk-grid.h"
#include "quality/cap-risk-figures.h"
#include "ui/quality/cap-risk-cell.h"

#define GAP     4
#define MARGIN  4 /* between a degree and its cell */
#define LETTERS 11 /* that a cell has room for at least */

/**
 * CapRiskChart:
 *
 * The risks in the grid of likelihood and severity. Each cell is a child, so
 * that the keyboard and a screen reader go through them: Tab stops once, the
 * arrow keys go to the next cell that holds something.
 */
struct _CapRiskChart
{
  GtkWidget  parent_instance;

  GtkWidget *cells[CAP_RISK_DEGREES][CAP_RISK_DEGREES];   /* by likelihood, by severity */
  GtkWidget *rows[CAP_RISK_DEGREES];
  GtkWidget *columns[CAP_RISK_DEGREES];
  GtkWidget *likelihood;
  GtkWidget *severity;
  gboolean   silent;
};

G_DEFINE_FINAL_TYPE (CapRiskChart, cap_risk_chart, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What stands around the cells, and how large a code is. */
typedef struct
{
  int      top;
  int      left;
  int      bottom;
  int      head;
  CapPoint chip;
} Room;

static int
get_natural (GtkWidget      *child,
             GtkOrientation  orientation)
{
  int natural;

  gtk_widget_measure (child, orientation, -1, NULL, &natural, NULL, NULL);

  return natural;
}

static Room
get_room (CapRiskChart *self)
{
  const int line = get_natural (self->columns[0], GTK_ORIENTATION_VERTICAL);
  const int letter = get_natural (self->columns[0], GTK_ORIENTATION_HORIZONTAL);

  return (Room) {
    .top = get_natural (self->likelihood, GTK_ORIENTATION_VERTICAL) + MARGIN,
    .left = get_natural (self->rows[0], GTK_ORIENTATION_HORIZONTAL) + MARGIN,
    .bottom = line + get_natural (self->severity, GTK_ORIENTATION_VERTICAL) + MARGIN,
    .head = line + 8, .chip = { 5.0 * letter, line },
  };
}

static CapRiskGrid
get_grid (CapRiskChart *self,
          int           width,
          int           height)
{
  const Room room = get_room (self);
  const CapRect area = { 0, room.top, width, height - room.top };

  return cap_risk_grid_fit (area, room.left, room.bottom, GAP, room.head, room.chip);
}

static void
cap_risk_chart_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  CapRiskChart *self = CAP_RISK_CHART (widget);
  const Room room = get_room (self);
  const int letter = (int) room.chip.x / 5;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = room.left + CAP_RISK_DEGREES * LETTERS * letter + (CAP_RISK_DEGREES - 1) * GAP;
  else
    *minimum = room.top + room.bottom + (CAP_RISK_DEGREES - 1) * GAP +
               CAP_RISK_DEGREES * (int) (room.head + 3 * room.chip.y + 8);
  *natural = *minimum;
}

static void
allocate (GtkWidget *child,
          CapRect    rect)
{
  int minimum_width;
  int minimum_height;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum_width, NULL, NULL, NULL);
  rect.width = MAX (floor (rect.width), minimum_width);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, (int) rect.width, &minimum_height, NULL, NULL, NULL);
  rect.height = MAX (floor (rect.height), minimum_height);
  gtk_widget_size_allocate (child,
                            &(GtkAllocation) {
                              (int) rect.x, (int) rect.y, (int) rect.width, (int) rect.height,
                            }, -1);
}

static void
allocate_axes (CapRiskChart      *self,
               const CapRiskGrid *grid,
               int                width,
               int                height)
{
  const Room room = get_room (self);
  const double foot = get_natural (self->severity, GTK_ORIENTATION_VERTICAL);

  for (int i = 1; i <= CAP_RISK_DEGREES; i++)
    {
      const CapRect row = cap_risk_grid_get_cell (grid, i, 1);
      const CapRect column = cap_risk_grid_get_cell (grid, 1, i);

      allocate (self->rows[i - 1], (CapRect) { 0, row.y, room.left - MARGIN, row.height });
      allocate (self->columns[i - 1],
                (CapRect) { column.x, column.y + column.height + MARGIN, column.width, 0 });
    }
  allocate (self->likelihood, (CapRect) { 0, 0, width, 0 });
  allocate (self->severity, (CapRect) { 0, height - foot, width, 0 });
}

static void
cap_risk_chart_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  CapRiskChart *self = CAP_RISK_CHART (widget);
  const CapRiskGrid grid = get_grid (self, width, height);

  for (int i = 1; i <= CAP_RISK_DEGREES; i++)
    for (int j = 1; j <= CAP_RISK_DEGREES; j++)
      allocate (self->cells[i - 1][j - 1], cap_risk_grid_get_cell (&grid, i, j));
  allocate_axes (self, &grid, width, height);
}

static gboolean
find_focused (CapRiskChart *self,
              int          *row,
              int          *column)
{
  for (*row = 0; *row < CAP_RISK_DEGREES; (*row)++)
    for (*column = 0; *column < CAP_RISK_DEGREES; (*column)++)
      if (gtk_widget_has_focus (self->cells[*row][*column]))
        return TRUE;

  return FALSE;
}

static gboolean
enter (CapRiskChart *self)
{
  for (int row = CAP_RISK_DEGREES - 1; row >= 0; row--)
    for (int column = CAP_RISK_DEGREES - 1; column >= 0; column--)
      if (gtk_widget_is_sensitive (self->cells[row][column]))
        return gtk_widget_grab_focus (self->cells[row][column]);

  return FALSE;
}

static gboolean
cap_risk_chart_focus (GtkWidget        *widget,
                      GtkDirectionType  direction)
{
  CapRiskChart *self = CAP_RISK_CHART (widget);
  const int dx = (direction == GTK_DIR_RIGHT) - (direction == GTK_DIR_LEFT);
  const int dy = (direction == GTK_DIR_UP) - (direction == GTK_DIR_DOWN);
  int row;
  int column;

  if (!find_focused (self, &row, &column))
    return enter (self);
  if (dx == 0 && dy == 0)
    return FALSE;

  for (row += dy, column += dx;
       row >= 0 && row < CAP_RISK_DEGREES && column >= 0 && column < CAP_RISK_DEGREES;
       row += dy, column += dx)
    if (gtk_widget_is_sensitive (self->cells[row][column]))
      return gtk_widget_grab_focus (self->cells[row][column]);

  return TRUE;
}

/* One cell at most is chosen. */
static void
toggled_cb (CapRiskChart    *self,
            GtkToggleButton *cell)
{
  if (self->silent)
    return;

  self->silent = TRUE;
  for (int i = 0; i < CAP_RISK_DEGREES; i++)
    for (int j = 0; j < CAP_RISK_DEGREES; j++)
      if (self->cells[i][j] != GTK_WIDGET (cell))
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->cells[i][j]), FALSE);
  self->silent = FALSE;
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
cap_risk_chart_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (cap_risk_chart_parent_class)->dispose (object);
}

static void
cap_risk_chart_class_init (CapRiskChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_risk_chart_dispose;
  widget_class->measure = cap_risk_chart_measure;
  widget_class->size_allocate = cap_risk_chart_size_allocate;
  widget_class->focus = cap_risk_chart_focus;

  signals[CHOSEN] = g_signal_new ("chosen", CAP_TYPE_RISK_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "riskchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

/* The cells say their degrees themselves: the axes are for the eyes. */
static GtkWidget *
add_label (CapRiskChart *self,
           const char   *text,
           double        xalign)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "label", text, "xalign", xalign, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

static void
cap_risk_chart_init (CapRiskChart *self)
{
  self->likelihood = add_label (self, _("↑ Likelihood"), 0);
  for (int i = CAP_RISK_DEGREES - 1; i >= 0; i--)
    {
      for (int j = 0; j < CAP_RISK_DEGREES; j++)
        {
          self->cells[i][j] = cap_risk_cell_new (i + 1, j + 1);
          g_signal_connect_object (self->cells[i][j], "toggled", G_CALLBACK (toggled_cb), self,
                                   G_CONNECT_SWAPPED);
          gtk_widget_set_parent (self->cells[i][j], GTK_WIDGET (self));
        }
    }
  for (int i = 0; i < CAP_RISK_DEGREES; i++)
    {
      const char text[] = { (char) ('1' + i), '\0' };

      self->rows[i] = add_label (self, text, 1);
      self->columns[i] = add_label (self, text, 0.5);
      gtk_label_set_ellipsize (GTK_LABEL (self->rows[i]), PANGO_ELLIPSIZE_NONE);
      gtk_label_set_ellipsize (GTK_LABEL (self->columns[i]), PANGO_ELLIPSIZE_NONE);
    }
  self->severity = add_label (self, _("Severity →"), 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Risks by likelihood and severity"), -1);
}

GtkWidget *
cap_risk_chart_new (void)
{
  return g_object_new (CAP_TYPE_RISK_CHART, NULL);
}

static void
show_cell (CapRiskChart    *self,
           const GPtrArray *figures,
           gboolean         after,
           int              likelihood,
           int              severity)
{
  g_autoptr(GPtrArray) codes = g_ptr_array_new ();

  for (guint i = 0; i < figures->len; i++)
    {
      const CapRiskFigure *figure = g_ptr_array_index (figures, i);
      int row;
      int column;

      if (cap_risk_figure_get_place (figure, after, &row, &column) && row == likelihood && column == severity)
        g_ptr_array_add (codes, (gpointer) cap_record_get_code (figure->risk));
    }
  g_ptr_array_add (codes, NULL);
  cap_risk_cell_show (CAP_RISK_CELL (self->cells[likelihood - 1][severity - 1]),
                      (const char * const *) codes->pdata, 6);
}

/**
 * cap_risk_chart_show:
 * @figures: (element-type CapRiskFigure): the risks
 * @after: whether the treatment counts
 */
void
cap_risk_chart_show (CapRiskChart    *self,
                     const GPtrArray *figures,
                     gboolean         after)
{
  g_return_if_fail (CAP_IS_RISK_CHART (self) && figures != NULL);

  for (int i = 1; i <= CAP_RISK_DEGREES; i++)
    for (int j = 1; j <= CAP_RISK_DEGREES; j++)
      show_cell (self, figures, after, i, j);
}

/* Whether a cell is chosen, and which one. */
gboolean
cap_risk_chart_get_chosen (CapRiskChart *self,
                           int          *likelihood,
                           int          *severity)
{
  g_return_val_if_fail (CAP_IS_RISK_CHART (self), FALSE);

  for (int i = 0; i < CAP_RISK_DEGREES; i++)
    {
      for (int j = 0; j < CAP_RISK_DEGREES; j++)
        {
          if (!gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->cells[i][j])))
            continue;

          *likelihood = i + 1;
          *severity = j + 1;
          return TRUE;
        }
    }

  return FALSE;
}

void
cap_risk_chart_choose_none (CapRiskChart *self)
{
  int likelihood;
  int severity;

  g_return_if_fail (CAP_IS_RISK_CHART (self));

  if (cap_risk_chart_get_chosen (self, &likelihood, &severity))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->cells[likelihood - 1][severity - 1]), FALSE);
}
