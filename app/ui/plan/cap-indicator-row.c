/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/plan/cap-indicator-row.h"

#include <glib/gi18n.h>

#include "base/cap-text.h"
#include "plan/cap-indicator-text.h"
#include "ui/plan/cap-indicator-fields.h"
#include "ui/plan/cap-indicator-values.h"
#include "ui/plan/cap-value-form.h"
#include "ui/widgets/cap-series-chart.h"
#include "ui/widgets/cap-sparkline.h"
#include "ui/widgets/cap-tag.h"

/**
 * CapIndicatorRow:
 *
 * One indicator of the register: in a line its last value beside its target,
 * and unfolded its chart, its values and every field to change in place. What
 * is inside is made when the row is first unfolded.
 */
struct _CapIndicatorRow
{
  AdwExpanderRow      parent_instance;

  /* Owned */
  CapIndicator       *indicator;   /* as it is in the dossier */
  CapFramework       *framework;
  GPtrArray          *actions;     /* (element-type utf8): “12. Title”, those that refer to it */
  GArray             *numbers;     /* (element-type guint): theirs */
  char               *today;

  GtkWidget          *sparkline;
  GtkWidget          *tag;

  /* NULL until the row is unfolded */
  GtkWidget          *chart;
  GtkWidget          *values;
  GtkWidget          *form;
  CapIndicatorFields *fields;
  GtkWidget          *actions_box;
  GtkWidget          *remove_row;

  guint               read_only : 1;
};

G_DEFINE_FINAL_TYPE (CapIndicatorRow, cap_indicator_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  CHANGED,
  REMOVED,
  VALUE_ENTERED,
  VALUE_REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The last value, the target, and since when one is missing, as markup. */
static char *
dup_subtitle (CapIndicatorRow *self)
{
  g_autofree char *last = cap_indicator_format_last (self->indicator);
  g_autofree char *target = cap_indicator_format_target (self->indicator);
  g_autofree char *late = cap_indicator_format_late (self->indicator, self->today);
  g_autofree char *text = g_strjoin (" · ", last, target, NULL);

  if (late == NULL)
    return g_markup_escape_text (text, -1);

  return g_markup_printf_escaped ("%s\n<b>%s</b>", text, late);
}

static void
show_tag (CapIndicatorRow *self)
{
  CapIndicatorStatus status = cap_indicator_get_status (self->indicator);

  gtk_label_set_text (GTK_LABEL (self->tag), cap_indicator_status_get_label (status));
  gtk_widget_remove_css_class (self->tag, "warning-tag");
  gtk_widget_remove_css_class (self->tag, "accent-tag");
  if (status == CAP_INDICATOR_OFF)
    gtk_widget_add_css_class (self->tag, "warning-tag");
  else if (status == CAP_INDICATOR_REACHED)
    gtk_widget_add_css_class (self->tag, "accent-tag");
}

static void
show_summary (CapIndicatorRow *self)
{
  g_autofree char *title = g_strdup_printf ("%s · %s", self->indicator->code, self->indicator->label);
  g_autofree char *subtitle = dup_subtitle (self);
  g_autofree char *safe_title = g_markup_escape_text (title, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), safe_title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  cap_sparkline_set_indicator (CAP_SPARKLINE (self->sparkline), self->indicator);
  show_tag (self);
}

static void
show_actions (CapIndicatorRow *self)
{
  GtkWidget *child;

  if (self->actions_box == NULL)
    return;

  while ((child = gtk_widget_get_first_child (self->actions_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->actions_box), child);

  for (guint i = 0; i < self->actions->len; i++)
    {
      const char *title = g_ptr_array_index (self->actions, i);
      const guint number = g_array_index (self->numbers, guint, i);
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "wrap", TRUE, "xalign", 0.0, NULL);
      GtkWidget *button = gtk_button_new ();

      gtk_button_set_child (GTK_BUTTON (button), label);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "plan.show-action");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", number);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      gtk_widget_add_css_class (button, "flat");
      gtk_box_append (GTK_BOX (self->actions_box), button);
    }

  if (self->actions->len == 0)
    gtk_box_append (GTK_BOX (self->actions_box),
                    g_object_new (GTK_TYPE_LABEL, "label", _("No action refers to it yet."),
                                  "wrap", TRUE, "xalign", 0.0, NULL));
}

/* The new ones over those that the fields say: a field that did not change keeps what is typed in it. */
static void
show_inside (CapIndicatorRow    *self,
             const CapIndicator *before)
{
  if (self->chart == NULL)
    return;

  cap_series_chart_set_indicator (CAP_SERIES_CHART (self->chart), self->indicator);
  cap_indicator_values_set_indicator (CAP_INDICATOR_VALUES (self->values), self->indicator);
  cap_value_form_set_today (CAP_VALUE_FORM (self->form), self->today);
  cap_indicator_fields_show (self->fields, self->indicator, before);
}

/* What is there can be read, and nothing be changed. */
static void
show_read_only (CapIndicatorRow *self)
{
  if (self->chart == NULL)
    return;

  cap_indicator_values_set_read_only (CAP_INDICATOR_VALUES (self->values), self->read_only);
  cap_indicator_fields_set_read_only (self->fields, self->read_only);
  gtk_widget_set_sensitive (self->form, !self->read_only);
  gtk_widget_set_sensitive (self->remove_row, !self->read_only);
}

static void
finished_cb (CapIndicatorRow *self)
{
  if (self->fields != NULL)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
remove_clicked_cb (CapIndicatorRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
value_entered_cb (CapIndicatorRow *self,
                  const char      *date,
                  gint64           thousandths,
                  const char      *comment)
{
  g_signal_emit (self, signals[VALUE_ENTERED], 0, date, thousandths, comment);
}

static void
value_removed_cb (CapIndicatorRow *self,
                  const char      *date)
{
  g_signal_emit (self, signals[VALUE_REMOVED], 0, date);
}

static void
add_row (CapIndicatorRow *self,
         GtkWidget       *row)
{
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

/* A row that holds something larger than a field. */
static void
add_block (CapIndicatorRow *self,
           GtkWidget       *child)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  add_row (self, row);
}

static void
add_actions (CapIndicatorRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", _("Actions that refer to it"),
                                     "wrap", TRUE, "xalign", 0.0, NULL);

  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (box, "indicator-block");
  self->actions_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), self->actions_box);
  add_block (self, box);
}

static void
add_last_row (CapIndicatorRow *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_("Remove"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Remove this indicator and its values"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Remove this indicator and its values"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  add_row (self, row);
  self->remove_row = row;
}

static void
expanded_cb (CapIndicatorRow *self)
{
  if (self->chart != NULL || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;

  self->chart = cap_series_chart_new ();
  add_block (self, self->chart);

  self->values = cap_indicator_values_new ();
  g_signal_connect_object (self->values, "removed", G_CALLBACK (value_removed_cb), self, G_CONNECT_SWAPPED);
  add_row (self, self->values);

  self->form = cap_value_form_new ();
  g_signal_connect_object (self->form, "entered", G_CALLBACK (value_entered_cb), self, G_CONNECT_SWAPPED);
  add_row (self, self->form);

  self->fields = cap_indicator_fields_new (ADW_EXPANDER_ROW (self), self->framework);
  g_signal_connect_object (self->fields, "finished", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);

  add_actions (self);
  add_last_row (self);
  show_inside (self, NULL);
  show_actions (self);
  show_read_only (self);
}

static void
cap_indicator_row_dispose (GObject *object)
{
  CapIndicatorRow *self = CAP_INDICATOR_ROW (object);

  self->chart = NULL;
  self->actions_box = NULL;
  g_clear_object (&self->fields);

  G_OBJECT_CLASS (cap_indicator_row_parent_class)->dispose (object);
}

static void
cap_indicator_row_finalize (GObject *object)
{
  CapIndicatorRow *self = CAP_INDICATOR_ROW (object);

  g_clear_pointer (&self->indicator, cap_indicator_free);
  g_clear_pointer (&self->framework, cap_framework_unref);
  g_ptr_array_unref (self->actions);
  g_array_unref (self->numbers);
  g_free (self->today);

  G_OBJECT_CLASS (cap_indicator_row_parent_class)->finalize (object);
}

static void
cap_indicator_row_class_init (CapIndicatorRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cap_indicator_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_indicator_row_finalize;

  signals[CHANGED] = g_signal_new ("changed", CAP_TYPE_INDICATOR_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", CAP_TYPE_INDICATOR_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[VALUE_ENTERED] = g_signal_new ("value-entered", CAP_TYPE_INDICATOR_ROW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL,
                                         G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_INT64, G_TYPE_STRING);
  signals[VALUE_REMOVED] = g_signal_new ("value-removed", CAP_TYPE_INDICATOR_ROW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
cap_indicator_row_init (CapIndicatorRow *self)
{
  self->actions = g_ptr_array_new_with_free_func (g_free);
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  self->sparkline = cap_sparkline_new ();
  self->tag = cap_tag_new ("", NULL);
  /* The first one comes last: sparklines line up. */
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), self->sparkline);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), self->tag);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

/**
 * cap_indicator_row_new:
 * @framework: for the objectives
 *
 * Returns: (transfer floating): a row without indicator yet
 */
GtkWidget *
cap_indicator_row_new (const CapFramework *framework)
{
  CapIndicatorRow *self;

  g_return_val_if_fail (framework != NULL, NULL);

  self = g_object_new (CAP_TYPE_INDICATOR_ROW, NULL);
  self->framework = cap_framework_ref ((CapFramework *) framework);

  return GTK_WIDGET (self);
}

const CapIndicator *
cap_indicator_row_get_indicator (CapIndicatorRow *self)
{
  g_return_val_if_fail (CAP_IS_INDICATOR_ROW (self), NULL);

  return self->indicator;
}

/**
 * cap_indicator_row_set_indicator:
 * @indicator: as it is in the dossier
 * @today: ISO 8601, to tell what is late
 */
void
cap_indicator_row_set_indicator (CapIndicatorRow    *self,
                                 const CapIndicator *indicator,
                                 const char         *today)
{
  g_autoptr(CapIndicator) before = NULL;

  g_return_if_fail (CAP_IS_INDICATOR_ROW (self) && indicator != NULL && today != NULL);

  before = g_steal_pointer (&self->indicator);
  self->indicator = cap_indicator_copy (indicator);
  cap_set_string (&self->today, today);
  show_summary (self);
  show_inside (self, before);
}

void
cap_indicator_row_set_read_only (CapIndicatorRow *self,
                                 gboolean         read_only)
{
  g_return_if_fail (CAP_IS_INDICATOR_ROW (self));

  if (self->read_only == read_only)
    return;

  self->read_only = read_only;
  show_read_only (self);
}

/**
 * cap_indicator_row_set_actions:
 * @actions: (element-type CapAction): the plan; those that refer to the indicator are shown
 */
void
cap_indicator_row_set_actions (CapIndicatorRow *self,
                               const GPtrArray *actions)
{
  g_autoptr(GPtrArray) titles = NULL;

  g_return_if_fail (CAP_IS_INDICATOR_ROW (self) && self->indicator != NULL && actions != NULL);

  titles = g_ptr_array_new_with_free_func (g_free);
  g_array_set_size (self->numbers, 0);
  for (guint i = 0; i < actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (actions, i);

      if (g_strcmp0 (action->indicator, self->indicator->id) == 0)
        {
          g_ptr_array_add (titles, g_strdup_printf ("%u. %s", action->number, action->title));
          g_array_append_val (self->numbers, action->number);
        }
    }

  g_ptr_array_unref (self->actions);
  self->actions = g_steal_pointer (&titles);
  show_actions (self);
}

/**
 * cap_indicator_row_fill:
 * @indicator: what the fields say is put into it; all that they do not say stays
 *
 * A number that cannot be read is said below its field, and is as it was.
 */
void
cap_indicator_row_fill (CapIndicatorRow *self,
                        CapIndicator    *indicator)
{
  g_return_if_fail (CAP_IS_INDICATOR_ROW (self) && indicator != NULL);

  if (self->fields != NULL)
    cap_indicator_fields_fill (self->fields, indicator);
}

/* Says what is wrong below the fields; those that are sound say nothing any more. */
void
cap_indicator_row_show_faults (CapIndicatorRow *self,
                               const GPtrArray *faults)
{
  g_return_if_fail (CAP_IS_INDICATOR_ROW (self) && faults != NULL);

  if (self->fields != NULL)
    cap_indicator_fields_show_faults (self->fields, faults);
}
