/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/quality/cap-commitment-charts.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "quality/cap-commitment-figures.h"
#include "quality/cap-commitment-rules.h"
#include "ui/quality/cap-figure-box.h"
#include "ui/widgets/cap-reflow.h"
#include "ui/widgets/cap-series-chart.h"

#define N_YEARS    6 /* to choose from */
#define N_QUARTERS 8

/**
 * CapCommitmentCharts:
 *
 * The engagements réciproques of a period in figures: how many of each type, how they ended, how it
 * evolves. Each figure is said with its two numbers, and never corrected.
 */
struct _CapCommitmentCharts
{
  GtkWidget       parent_instance;

  /* Owned */
  CapWorkspace   *workspace;
  CapDossier     *shown;       /* the state of the dossier that is counted, or NULL */
  GPtrArray      *periods;     /* (element-type CapPeriod): the choices before “all” */

  GtkStack       *stack;
  GtkDropDown    *period;
  CapReflow      *tiles;
  GtkLabel       *types_text;
  CapBarChart    *types;
  GtkLabel       *types_total;
  GtkLabel       *outcomes_text;
  CapBarChart    *outcomes;
  GtkLabel       *reviews_text;
  CapBarChart    *quarters;
  GtkWidget      *rate_title;
  CapSeriesChart *rate;

  guint           silent : 1;
};

G_DEFINE_FINAL_TYPE (CapCommitmentCharts, cap_commitment_charts, GTK_TYPE_WIDGET)

static void
add_tile (CapCommitmentCharts *self,
          guint                count,
          const char          *label)
{
  g_autofree char *figure = g_strdup_printf ("%u", count);

  cap_reflow_append (self->tiles, cap_figure_box_new_tile (figure, label));
}

static void
show_tiles (CapCommitmentCharts        *self,
            const CapCommitmentFigures *figures)
{
  const CapShare dynamic = cap_commitment_figures_get_dynamic_share (figures);
  g_autofree char *rate = cap_share_dup_percent (dynamic);
  /* Translators: how many paths ended well, out of how many */
  g_autofree char *of = g_strdup_printf (_("dynamic exits (%1$u of %2$u)"), dynamic.part, dynamic.whole);

  cap_reflow_clear (self->tiles);
  add_tile (self, figures->total, C_("commitments", "signed in the period"));
  add_tile (self, figures->in_course, C_("commitments", "in course today"));
  cap_reflow_append (self->tiles, cap_figure_box_new_tile (rate, of));
  add_tile (self, figures->late->len, ngettext ("review late today", "reviews late today",
                                                figures->late->len));
}

static char *
dup_types_sentence (const CapCommitmentFigures *figures)
{
  const guint main_type = cap_commitment_figures_find_main_type (figures);
  g_autofree char *share = NULL;

  if (main_type == CAP_N_COMMITMENT_TYPES)
    return g_strdup (_("No commitment was signed in the period."));

  share = cap_share_dup_text (cap_commitment_figures_get_type_share (figures, main_type));

  /* Translators: %1$s is the type of most commitments, %2$s as “18 of 41 (43.9%)” */
  return g_strdup_printf (_("The most frequent one: %1$s, %2$s."), cap_commitment_type_get_label (main_type),
                          share);
}

static char *
dup_total (const CapCommitmentFigures *figures)
{
  const char *note = cap_commitment_figures_get_note (figures);
  g_autofree char *sum = cap_commitment_figures_dup_rounded_sum (figures);
  /* Translators: %1$u is how many there are, %2$s what their rounded parts add up to, “99.8%” */
  g_autofree char *total = g_strdup_printf (_("Total: %1$u, %2$s."), figures->total, sum);
  GString *text = g_string_new (figures->total > 0 ? total : "");

  if (note != NULL)
    g_string_append_printf (text, " %s", note);
  if (figures->undated > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text,
                              ngettext ("%u commitment has no day of signature: it is in no period.",
                                        "%u commitments have no day of signature: they are in no period.",
                                        figures->undated), figures->undated);
    }

  return g_string_free (text, FALSE);
}

static void
add_share (CapBarChart *chart,
           const char  *title,
           CapShare     share)
{
  const int permille = cap_share_get_permille (share);
  g_autofree char *rate = cap_share_dup_rate (share);
  /* Translators: how many, of how many */
  g_autofree char *detail = g_strdup_printf (C_("share", "%1$u of %2$u"), share.part, share.whole);

  cap_figure_box_add_bar (chart, title, detail, MAX (permille, 0) / 10.0, rate);
}

static void
show_types (CapCommitmentCharts        *self,
            const CapCommitmentFigures *figures)
{
  g_autofree char *sentence = dup_types_sentence (figures);
  g_autofree char *total = dup_total (figures);

  gtk_label_set_text (self->types_text, sentence);
  gtk_label_set_text (self->types_total, total);
  gtk_widget_set_visible (GTK_WIDGET (self->types_total), *total != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->types), figures->total > 0);
  cap_bar_chart_clear (self->types);
  for (guint type = 0; type < CAP_N_COMMITMENT_TYPES && figures->total > 0; type++)
    add_share (self->types, cap_commitment_type_get_label (type),
               cap_commitment_figures_get_type_share (figures, type));
}

static void
show_outcomes (CapCommitmentCharts        *self,
               const CapCommitmentFigures *figures)
{
  g_autofree char *share = cap_share_dup_text (cap_commitment_figures_get_dynamic_share (figures));
  /* Translators: %s is as “18 of 41 (43.9%)” */
  g_autofree char *sentence = g_strdup_printf (_("Permanent job, transition job and positive exit together:"
                                                 " %s, of those that ended in the period."), share);

  gtk_label_set_text (self->outcomes_text,
                      figures->ended > 0 ? sentence : _("No commitment ended in the period."));
  gtk_widget_set_visible (GTK_WIDGET (self->outcomes), figures->ended > 0);
  cap_bar_chart_clear (self->outcomes);
  if (figures->ended == 0)
    return;

  for (guint outcome = 0; outcome < CAP_N_OUTCOMES; outcome++)
    add_share (self->outcomes, cap_outcome_get_label (outcome),
               cap_commitment_figures_get_outcome_share (figures, outcome));
  if (figures->unsaid > 0)
    add_share (self->outcomes, _("Not said"), (CapShare) { figures->unsaid, figures->ended });
}

static void
show_reviews (CapCommitmentCharts        *self,
              const CapCommitmentFigures *figures)
{
  const CapShare on_time = { figures->held_on_time, figures->held_dated };
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%u mid-term review held in the period.",
                                          "%u mid-term reviews held in the period.", figures->held),
                          figures->held);
  if (on_time.whole > 0)
    {
      g_autofree char *share = cap_share_dup_text (on_time);
      g_autofree char *median = cap_delays_dup_late (figures->delays.median);

      g_string_append_c (text, ' ');
      /* Translators: %1$s is a count, as “18 of 41 (43.9%)”, %2$s as “2 days late” */
      g_string_append_printf (text, _("On the planned day at the latest: %1$s. Median: %2$s."), share,
                              median);
    }
  g_string_append_c (text, ' ');
  g_string_append_printf (text, ngettext ("%1$u review is due within %2$u days.",
                                          "%1$u reviews are due within %2$u days.", figures->due->len),
                          figures->due->len, CAP_COMMITMENT_NOTICE_DAYS);
  gtk_label_set_text (self->reviews_text, text->str);
  g_string_free (text, TRUE);
}

static void
show_quarters (CapCommitmentCharts *self,
               const GPtrArray     *spans)
{
  guint most = 0;

  cap_bar_chart_clear (self->quarters);
  for (guint i = 0; i < spans->len; i++)
    most = MAX (most, ((const CapCommitmentSpan *) g_ptr_array_index (spans, i))->total);
  for (guint i = spans->len; i > 0; i--)
    {
      const CapCommitmentSpan *span = g_ptr_array_index (spans, i - 1);
      g_autofree char *figure = g_strdup_printf ("%u", span->total);
      /* Translators: two numbers of commitments */
      g_autofree char *detail = g_strdup_printf (_("%1$u ended, of which %2$u dynamic"), span->ended,
                                                 span->dynamic);

      cap_figure_box_add_bar (self->quarters, span->period->label, detail,
                              most > 0 ? 100.0 * span->total / most : 0, figure);
    }
}

/* The rate of the quarters in which something ended. */
static void
show_rate (CapCommitmentCharts *self,
           const GPtrArray     *spans,
           const char          *today)
{
  g_autoptr(CapIndicator) rate = cap_indicator_new (NULL, "rate", _("Dynamic exits"));

  rate->unit = g_strdup ("%");
  for (guint i = 0; i < spans->len; i++)
    {
      const CapCommitmentSpan *span = g_ptr_array_index (spans, i);
      g_autofree char *day = cap_period_dup_day (span->period, today);

      if (span->ended > 0)
        cap_indicator_set_value (rate, day,
                                 cap_share_get_permille ((CapShare) { span->dynamic, span->ended }) * 100,
                                 NULL);
    }
  gtk_widget_set_visible (self->rate_title, rate->values->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->rate), rate->values->len > 0);
  if (rate->values->len > 0)
    cap_series_chart_set_indicator (self->rate, rate);
}

/* (nullable): %NULL stands for all the years. */
static const CapPeriod *
get_period (CapCommitmentCharts *self)
{
  const guint selected = gtk_drop_down_get_selected (self->period);

  return selected < self->periods->len ? g_ptr_array_index (self->periods, selected) : NULL;
}

static void
show_period (CapCommitmentCharts *self)
{
  const CapPeriod *period = get_period (self);
  g_autofree char *today = cap_workspace_dup_today (self->workspace);
  g_autofree char *end = period != NULL ? cap_period_dup_day (period, today) : g_strdup (today);
  g_autoptr(CapCommitmentFigures) figures = NULL;
  g_autoptr(GPtrArray) spans = NULL;

  figures = cap_commitment_figures_new (self->shown, period != NULL ? period->first : NULL,
                                        period != NULL ? period->last : NULL, today);
  spans = cap_commitment_evolution_new (self->shown, CAP_FREQUENCY_QUARTERLY, end, N_QUARTERS, today);
  show_tiles (self, figures);
  show_types (self, figures);
  show_outcomes (self, figures);
  show_reviews (self, figures);
  show_quarters (self, spans);
  show_rate (self, spans, today);
}

static void
period_cb (CapCommitmentCharts *self)
{
  if (!self->silent && self->shown != NULL)
    show_period (self);
}

/* The years, newest first, and all of them; the one that was looked at stays. */
static void
list_periods (CapCommitmentCharts *self,
              const char          *today)
{
  const CapPeriod *before = get_period (self);
  g_autofree char *label = before != NULL ? g_strdup (before->label) : NULL;
  const gboolean all = self->periods->len > 0 && before == NULL;
  g_autoptr(CapPeriod) first = cap_commitment_find_year (self->shown, today);
  g_autoptr(GPtrArray) years = cap_periods_list (CAP_FREQUENCY_YEARLY, today, N_YEARS);
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);
  guint selected = 0;

  g_ptr_array_set_size (self->periods, 0);
  g_ptr_array_set_free_func (years, NULL); /* the list takes them */
  for (guint i = years->len; i > 0; i--)
    {
      CapPeriod *year = g_ptr_array_index (years, i - 1);

      if (g_strcmp0 (year->label, label != NULL ? label : first->label) == 0)
        selected = self->periods->len;
      gtk_string_list_append (labels, year->label);
      g_ptr_array_add (self->periods, year);
    }
  gtk_string_list_append (labels, C_("commitments", "Since the beginning"));

  self->silent = TRUE;
  gtk_drop_down_set_model (self->period, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->period, all ? self->periods->len : selected);
  self->silent = FALSE;
}

static void
update (CapCommitmentCharts *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  g_autofree char *today = NULL;

  if (dossier == NULL || dossier == self->shown || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  g_clear_pointer (&self->shown, cap_dossier_unref);
  self->shown = cap_dossier_ref (dossier);
  gtk_stack_set_visible_child_name (self->stack, dossier->registers[CAP_REGISTER_COMMITMENT]->len > 0
                                                   ? "figures" : "empty");
  today = cap_workspace_dup_today (self->workspace);
  list_periods (self, today);
  show_period (self);
}

static void
cap_commitment_charts_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cap_commitment_charts_parent_class)->map (widget);

  update (CAP_COMMITMENT_CHARTS (widget));
}

static void
cap_commitment_charts_dispose (GObject *object)
{
  CapCommitmentCharts *self = CAP_COMMITMENT_CHARTS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->shown, cap_dossier_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_commitment_charts_parent_class)->dispose (object);
}

static void
cap_commitment_charts_finalize (GObject *object)
{
  g_ptr_array_unref (CAP_COMMITMENT_CHARTS (object)->periods);

  G_OBJECT_CLASS (cap_commitment_charts_parent_class)->finalize (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, CapCommitmentCharts, child)

static void
cap_commitment_charts_class_init (CapCommitmentChartsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_commitment_charts_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_commitment_charts_finalize;
  widget_class->map = cap_commitment_charts_map;

  g_type_ensure (CAP_TYPE_BAR_CHART);
  g_type_ensure (CAP_TYPE_REFLOW);
  g_type_ensure (CAP_TYPE_SERIES_CHART);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-commitment-charts.ui");
  BIND (stack);
  BIND (period);
  BIND (tiles);
  BIND (types_text);
  BIND (types);
  BIND (types_total);
  BIND (outcomes_text);
  BIND (outcomes);
  BIND (reviews_text);
  BIND (quarters);
  BIND (rate_title);
  BIND (rate);
  gtk_widget_class_bind_template_callback (widget_class, period_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

#undef BIND

static void
cap_commitment_charts_init (CapCommitmentCharts *self)
{
  self->periods = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_period_free);
  self->silent = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The button inside takes the focus: it is what is spoken. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->period))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Period"), -1);
  self->silent = FALSE;
}

/**
 * cap_commitment_charts_new:
 * @workspace: with a dossier open
 *
 * Returns: (transfer floating): the figures of its commitments
 */
GtkWidget *
cap_commitment_charts_new (CapWorkspace *workspace)
{
  CapCommitmentCharts *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_COMMITMENT_CHARTS, NULL);
  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
