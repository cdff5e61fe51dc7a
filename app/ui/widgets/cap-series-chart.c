/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/cap-series-chart.h"

#include <glib/gi18n.h>

#include "plan/cap-indicator-text.h"
#include "ui/widgets/cap-series-data.h"
#include "ui/widgets/cap-series-plot.h"

/**
 * CapSeriesChart:
 *
 * The chart of an indicator: its plot, what the lines of it are, and the whole
 * in one sentence.
 */
struct _CapSeriesChart
{
  GtkWidget  parent_instance;

  GtkWidget *plot;
  GtkWidget *reading;
  GtkWidget *legend;
};

G_DEFINE_FINAL_TYPE (CapSeriesChart, cap_series_chart, GTK_TYPE_WIDGET)

static void
add_tolerance (GString            *text,
               const CapIndicator *indicator)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  double low;
  double high;

  if (!cap_series_data_get_band (indicator, &low, &high))
    return;

  from = cap_indicator_format_quantity (indicator, (gint64) low);
  to = cap_indicator_format_quantity (indicator, (gint64) high);

  g_string_append_c (text, ' ');
  /* Translators: two quantities */
  g_string_append_printf (text, _("Hatched: tolerated, from %1$s to %2$s; such a value is a ring."),
                          from, to);
}

/* What each line and each shape stands for. */
static char *
dup_legend (const CapIndicator *indicator)
{
  GString *text = g_string_new (NULL);

  if (indicator->target != CAP_QUANTITY_UNSET)
    {
      g_autofree char *target = cap_indicator_format_quantity (indicator, indicator->target);

      /* Translators: a quantity */
      g_string_append_printf (text, _("Dashed: the target, %s. A value that is off it is a square."), target);
    }
  add_tolerance (text, indicator);
  if (indicator->baseline != CAP_QUANTITY_UNSET)
    {
      g_autofree char *start = cap_indicator_format_quantity (indicator, indicator->baseline);

      if (text->len > 0)
        g_string_append_c (text, ' ');
      /* Translators: a quantity */
      g_string_append_printf (text, _("Dotted: the start, %s."), start);
    }

  return g_string_free (text, FALSE);
}

static void
cap_series_chart_dispose (GObject *object)
{
  CapSeriesChart *self = CAP_SERIES_CHART (object);

  g_clear_pointer (&self->plot, gtk_widget_unparent);
  g_clear_pointer (&self->reading, gtk_widget_unparent);
  g_clear_pointer (&self->legend, gtk_widget_unparent);

  G_OBJECT_CLASS (cap_series_chart_parent_class)->dispose (object);
}

static void
cap_series_chart_class_init (CapSeriesChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_series_chart_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "serieschart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
add_text (CapSeriesChart *self,
          const char     *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

static void
cap_series_chart_init (CapSeriesChart *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);

  self->plot = cap_series_plot_new ();
  gtk_widget_set_parent (self->plot, GTK_WIDGET (self));
  self->reading = add_text (self, NULL);
  self->legend = add_text (self, "caption");
}

/* Returns: (transfer floating): a chart of nothing yet */
GtkWidget *
cap_series_chart_new (void)
{
  return g_object_new (CAP_TYPE_SERIES_CHART, NULL);
}

void
cap_series_chart_set_indicator (CapSeriesChart     *self,
                                const CapIndicator *indicator)
{
  g_autofree char *reading = NULL;
  g_autofree char *legend = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (CAP_IS_SERIES_CHART (self) && indicator != NULL);

  reading = cap_indicator_format_reading (indicator);
  legend = dup_legend (indicator);
  /* Translators: the name of an indicator */
  name = g_strdup_printf (_("Chart of “%s”"), indicator->label);

  gtk_label_set_text (GTK_LABEL (self->reading), reading);
  gtk_label_set_text (GTK_LABEL (self->legend), legend);
  gtk_widget_set_visible (self->legend, legend[0] != '\0' && indicator->values->len > 0);
  gtk_widget_set_visible (self->plot, indicator->values->len > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->plot),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reading, -1);
  cap_series_plot_set_indicator (CAP_SERIES_PLOT (self->plot), indicator);
}
