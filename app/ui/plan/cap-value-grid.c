/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/plan/cap-value-grid.h"

#include <glib/gi18n.h>

#include "base/cap-number.h"
#include "base/cap-text.h"
#include "plan/cap-period.h"

#define N_PERIODS           6
#define N_CHARACTERS        7
#define N_LABEL_CHARACTERS 18

/**
 * CapValueGrid:
 *
 * The indicators of one frequency and their last periods, to fill in as a
 * sheet: Enter and the arrows go from cell to cell as they do there, Tab as it
 * does everywhere. A cell that is left is finished.
 */
struct _CapValueGrid
{
  GtkWidget     parent_instance;

  CapFrequency  frequency;
  GtkWidget    *grid;
  GPtrArray    *rows;      /* (element-type Row) */
  GPtrArray    *periods;   /* (element-type CapPeriod) */
  char         *today;
};

G_DEFINE_FINAL_TYPE (CapValueGrid, cap_value_grid, GTK_TYPE_WIDGET)

enum
{
  ENTERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef struct
{
  CapIndicator *indicator;
  GtkWidget    *label;
  GtkWidget    *cells[N_PERIODS];
  GtkWidget    *fault;
} Row;

static void
free_row (Row *row)
{
  cap_indicator_free (row->indicator);
  g_free (row);
}

/* Where a cell is. */
static gboolean
find_cell (CapValueGrid *self,
           GtkWidget    *cell,
           guint        *row,
           guint        *column)
{
  for (*row = 0; *row < self->rows->len; (*row)++)
    for (*column = 0; *column < self->periods->len; (*column)++)
      if (((Row *) g_ptr_array_index (self->rows, *row))->cells[*column] == cell)
        return TRUE;

  return FALSE;
}

static const CapIndicatorValue *
get_value (CapValueGrid *self,
           const Row    *row,
           guint         column)
{
  return cap_period_find_value (g_ptr_array_index (self->periods, column), row->indicator);
}

static void
show_value (CapValueGrid *self,
            const Row    *row,
            guint         column)
{
  const CapIndicatorValue *value = get_value (self, row, column);
  g_autofree char *text = value != NULL ? cap_number_format_thousandths (value->thousandths) : NULL;

  gtk_editable_set_text (GTK_EDITABLE (row->cells[column]), text != NULL ? text : "");
}

static void
mark_cell (GtkWidget  *cell,
           const char *fault)
{
  if (fault != NULL)
    gtk_widget_add_css_class (cell, "error");
  else
    gtk_widget_remove_css_class (cell, "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, fault != NULL ? fault : "", -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_STATE_INVALID, fault != NULL ?
                               GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* The faults of a row stand below it, each with its period. */
static void
show_faults (CapValueGrid *self,
             const Row    *row)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->periods->len; i++)
    if (gtk_widget_has_css_class (row->cells[i], "error"))
      {
        const CapPeriod *period = g_ptr_array_index (self->periods, i);

        if (text->len > 0)
          g_string_append_c (text, '\n');
        /* Translators: a month, a quarter or a year */
        g_string_append_printf (text, _("%s: write a number, such as 12 or 12.5."), period->label);
      }

  gtk_label_set_text (GTK_LABEL (row->fault), text->str);
  gtk_widget_set_visible (row->fault, text->len > 0);
}

/* The value that a period has keeps its day; a new one is of the last day of the period. */
static void
finish_cell (CapValueGrid *self,
             const Row    *row,
             guint         column)
{
  const CapIndicatorValue *value = get_value (self, row, column);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row->cells[column]))));
  g_autofree char *id = g_strdup (row->indicator->id);
  g_autofree char *date = NULL;
  gint64 thousandths = CAP_QUANTITY_UNSET;

  if (text[0] != '\0' && !cap_number_parse_thousandths (text, &thousandths))
    {
      mark_cell (row->cells[column], _("Write a number, such as 12 or 12.5."));
      show_faults (self, row);
      return;
    }

  mark_cell (row->cells[column], NULL);
  show_faults (self, row);

  if (thousandths == (value != NULL ? value->thousandths : CAP_QUANTITY_UNSET))
    {
      show_value (self, row, column);
      return;
    }

  date = value != NULL ? g_strdup (value->date) :
                         cap_period_dup_day (g_ptr_array_index (self->periods, column), self->today);
  g_signal_emit (self, signals[ENTERED], 0, id, date, thousandths);
}

static void
cell_left_cb (CapValueGrid       *self,
              GtkEventController *controller)
{
  guint row;
  guint column;

  if (find_cell (self, gtk_event_controller_get_widget (controller), &row, &column))
    finish_cell (self, g_ptr_array_index (self->rows, row), column);
}

static gboolean
go_to (CapValueGrid *self,
       guint         row,
       guint         column)
{
  /* Below zero is far above the others. */
  if (row >= self->rows->len || column >= self->periods->len)
    return TRUE;

  gtk_widget_grab_focus (((Row *) g_ptr_array_index (self->rows, row))->cells[column]);

  return TRUE;
}

static gboolean
is_at_edge (GtkWidget *cell,
            gboolean   at_end)
{
  const int length = (int) g_utf8_strlen (gtk_editable_get_text (GTK_EDITABLE (cell)), -1);
  int start;
  int end;

  /* A cell that was just entered is selected whole: an arrow leaves it. */
  if (gtk_editable_get_selection_bounds (GTK_EDITABLE (cell), &start, &end))
    return start == 0 && end == length;

  return gtk_editable_get_position (GTK_EDITABLE (cell)) == (at_end ? length : 0);
}

static gboolean
key_pressed_cb (CapValueGrid          *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  guint row;
  guint column;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0 ||
      !find_cell (self, cell, &row, &column))
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return go_to (self, row - 1, column);

    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return go_to (self, row + 1, column);

    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return is_at_edge (cell, FALSE) && go_to (self, row, column - 1);

    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return is_at_edge (cell, TRUE) && go_to (self, row, column + 1);

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      finish_cell (self, g_ptr_array_index (self->rows, row), column);
      return go_to (self, row + 1, column);

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static GtkWidget *
new_cell (CapValueGrid *self)
{
  GtkWidget *cell = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (cell), N_CHARACTERS);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (cell), N_CHARACTERS);
  gtk_editable_set_alignment (GTK_EDITABLE (cell), 1);
  gtk_entry_set_input_purpose (GTK_ENTRY (cell), GTK_INPUT_PURPOSE_NUMBER);
  gtk_widget_set_valign (cell, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (cell, TRUE);

  g_signal_connect_object (focus, "leave", G_CALLBACK (cell_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (cell, focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (cell, keys);

  return cell;
}

static void
add_headers (CapValueGrid *self)
{
  for (guint i = 0; i < self->periods->len; i++)
    {
      const CapPeriod *period = g_ptr_array_index (self->periods, i);
      /* As wide as the cells, so that the columns of all grids are as wide. */
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", period->label, "wrap", TRUE,
                                       "justify", GTK_JUSTIFY_CENTER, "width-chars", N_CHARACTERS,
                                       "max-width-chars", N_CHARACTERS, NULL);

      gtk_widget_add_css_class (label, "caption-heading");
      gtk_grid_attach (GTK_GRID (self->grid), label, (int) i + 1, 0, 1, 1);
    }
}

/* The name tells what a sheet tells by its edges. */
static void
name_cell (CapValueGrid *self,
           const Row    *row,
           guint         column)
{
  const CapPeriod *period = g_ptr_array_index (self->periods, column);
  g_autofree char *name = g_strdup_printf ("%s · %s · %s", row->indicator->code, row->indicator->label,
                                           period->label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row->cells[column]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
add_row (CapValueGrid       *self,
         const CapIndicator *indicator)
{
  Row *row = g_new0 (Row, 1);
  const int top = 2 * (int) self->rows->len + 1;

  row->indicator = cap_indicator_copy (indicator);
  row->label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0,
                             "width-chars", N_LABEL_CHARACTERS, "max-width-chars", N_LABEL_CHARACTERS, NULL);
  row->fault = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "visible", FALSE, NULL);
  gtk_widget_add_css_class (row->fault, "fault");
  gtk_grid_attach (GTK_GRID (self->grid), row->label, 0, top, 1, 1);

  for (guint i = 0; i < self->periods->len; i++)
    {
      row->cells[i] = new_cell (self);
      gtk_grid_attach (GTK_GRID (self->grid), row->cells[i], (int) i + 1, top, 1, 1);
    }
  gtk_grid_attach (GTK_GRID (self->grid), row->fault, 0, top + 1, N_PERIODS + 1, 1);
  g_ptr_array_add (self->rows, row);
}

static void
clear (CapValueGrid *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
}

/* Cells live on while the sheet is the same: the one that has the focus keeps it. */
static gboolean
is_same_sheet (CapValueGrid    *self,
               const GPtrArray *indicators,
               const char      *today)
{
  if (g_strcmp0 (self->today, today) != 0 || self->rows->len != indicators->len)
    return FALSE;

  for (guint i = 0; i < indicators->len; i++)
    {
      const CapIndicator *indicator = g_ptr_array_index (indicators, i);

      if (!g_str_equal (indicator->id, ((Row *) g_ptr_array_index (self->rows, i))->indicator->id))
        return FALSE;
    }

  return TRUE;
}

static void
show_row (CapValueGrid       *self,
          Row                *row,
          const CapIndicator *indicator)
{
  g_autofree char *unit = indicator->unit != NULL ? g_strdup_printf (" (%s)", indicator->unit) : NULL;
  g_autofree char *text = g_strdup_printf ("%s · %s%s", indicator->code, indicator->label,
                                           unit != NULL ? unit : "");

  cap_indicator_free (row->indicator);
  row->indicator = cap_indicator_copy (indicator);
  gtk_label_set_text (GTK_LABEL (row->label), text);

  for (guint i = 0; i < self->periods->len; i++)
    {
      name_cell (self, row, i);
      if ((gtk_widget_get_state_flags (row->cells[i]) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0 &&
          !gtk_widget_has_css_class (row->cells[i], "error"))
        show_value (self, row, i);
    }
}

static void
cap_value_grid_dispose (GObject *object)
{
  CapValueGrid *self = CAP_VALUE_GRID (object);

  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->grid, gtk_widget_unparent);

  G_OBJECT_CLASS (cap_value_grid_parent_class)->dispose (object);
}

static void
cap_value_grid_finalize (GObject *object)
{
  CapValueGrid *self = CAP_VALUE_GRID (object);

  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->periods, g_ptr_array_unref);
  g_free (self->today);

  G_OBJECT_CLASS (cap_value_grid_parent_class)->finalize (object);
}

static void
cap_value_grid_class_init (CapValueGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_value_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_value_grid_finalize;

  signals[ENTERED] = g_signal_new ("entered", CAP_TYPE_VALUE_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_INT64);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "valuegrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
cap_value_grid_init (CapValueGrid *self)
{
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) free_row);
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 6);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
}

/* Returns: (transfer floating): a grid without rows yet */
GtkWidget *
cap_value_grid_new (CapFrequency frequency)
{
  CapValueGrid *self = g_object_new (CAP_TYPE_VALUE_GRID, NULL);

  self->frequency = frequency;

  return GTK_WIDGET (self);
}

/**
 * cap_value_grid_set_indicators:
 * @indicators: (element-type CapIndicator): those of the frequency of the grid
 * @today: ISO 8601: in the last period
 */
void
cap_value_grid_set_indicators (CapValueGrid    *self,
                               const GPtrArray *indicators,
                               const char      *today)
{
  g_return_if_fail (CAP_IS_VALUE_GRID (self) && indicators != NULL && today != NULL);

  if (!is_same_sheet (self, indicators, today))
    {
      clear (self);
      cap_set_string (&self->today, today);
      g_clear_pointer (&self->periods, g_ptr_array_unref);
      self->periods = cap_periods_list (self->frequency, today, N_PERIODS);
      add_headers (self);
      for (guint i = 0; i < indicators->len; i++)
        add_row (self, g_ptr_array_index (indicators, i));
    }

  for (guint i = 0; i < indicators->len; i++)
    show_row (self, g_ptr_array_index (self->rows, i), g_ptr_array_index (indicators, i));
}
