/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/plan/cap-figures-view.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "base/cap-fraction.h"
#include "base/cap-number.h"
#include "ui/plan/cap-figure-tile.h"
#include "ui/widgets/cap-bar-chart.h"
#include "ui/widgets/cap-reflow.h"

/**
 * CapFiguresView:
 *
 * The plan in figures: four to know at a glance, and charts of who, what and
 * when. How each is counted is said with it.
 */
struct _CapFiguresView
{
  GtkWidget      parent_instance;

  /* Owned */
  CapWorkspace  *workspace;
  CapDossier    *shown;      /* the state of the dossier that is counted, or NULL */

  /* Template children */
  GtkStack      *stack;
  CapFigureTile *open;
  CapFigureTile *late;
  CapFigureTile *on_time;
  CapFigureTile *delay;
  GtkLabel      *states_title;
  GtkLabel      *states_definition;
  CapBarChart   *states;
  GtkLabel      *owners_title;
  GtkLabel      *owners_definition;
  CapBarChart   *owners;
  GtkLabel      *themes_title;
  GtkLabel      *themes_definition;
  CapBarChart   *themes;
  GtkLabel      *months_title;
  GtkLabel      *months_definition;
  CapBarChart   *months;
  GtkLabel      *quarters_title;
  GtkLabel      *quarters_definition;
  CapBarChart   *quarters;
};

G_DEFINE_FINAL_TYPE (CapFiguresView, cap_figures_view, GTK_TYPE_WIDGET)

/* A bar of @count beside the longest one, of @most; hatched when some of it is late. */
static void
add_bar (CapBarChart *chart,
         const char  *title,
         const char  *detail,
         guint        count,
         guint        most,
         gboolean     late)
{
  g_autofree char *figure = g_strdup_printf ("%u", count);
  g_autofree char *name = detail[0] != '\0' ? g_strdup_printf ("%s: %s, %s", title, figure, detail)
                                            : g_strdup_printf ("%s: %s", title, figure);
  GtkWidget *row = cap_bar_row_new (title, detail, most > 0 ? 100.0 * count / most : 0, figure);

  cap_bar_row_set_name (CAP_BAR_ROW (row), name);
  cap_bar_row_set_provisional (CAP_BAR_ROW (row), late);
  cap_bar_chart_append (chart, CAP_BAR_ROW (row));
}

static void
show_tiles (CapFiguresView       *self,
            const CapPlanFigures *figures)
{
  g_autofree char *open = g_strdup_printf ("%u", figures->open);
  g_autofree char *late = g_strdup_printf ("%u", figures->late);
  g_autofree char *on_time = NULL;
  g_autofree char *delay = NULL;
  g_autofree char *of = NULL;
  g_autofree char *total = NULL;
  g_autofree char *delayed = NULL;

  on_time = figures->on_time_percent >= 0 ? cap_number_format_percent (figures->on_time_percent)
                                          : g_strdup ("–");
  /* Translators: a number of days */
  delay = figures->delay >= 0 ? g_strdup_printf (ngettext ("%d day", "%d days", (gulong) figures->delay),
                                                 figures->delay) : g_strdup ("–");
  /* Translators: a number of actions out of another one */
  total = g_strdup_printf (ngettext ("of %u action", "of %u actions", figures->total), figures->total);
  /* Translators: a number of actions out of another one */
  of = g_strdup_printf (_("%1$u of %2$u carried out"), figures->on_time, figures->with_due);
  delayed = figures->delayed > 0 ? g_strdup_printf (ngettext ("over %u action", "over %u actions",
                                                              figures->delayed), figures->delayed)
                                 : g_strdup (_("no action was late"));

  cap_figure_tile_show (self->open, CAP_FIGURE_OPEN, open, total);
  cap_figure_tile_show (self->late, CAP_FIGURE_LATE, late, figures->late == 0 ? _("none is late") : total);
  cap_figure_tile_show (self->on_time, CAP_FIGURE_ON_TIME, on_time, of);
  cap_figure_tile_show (self->delay, CAP_FIGURE_DELAY, delay, delayed);
}

static void
show_states (CapFiguresView       *self,
             const CapPlanFigures *figures)
{
  cap_bar_chart_clear (self->states);
  for (guint state = 0; state < CAP_N_ACTION_STATES; state++)
    {
      g_autoptr(CapFraction) part = cap_fraction_new (figures->by_state[state] * 100, figures->total);
      g_autofree char *percent = cap_number_format_percent (cap_fraction_round (part));
      /* Translators: a part in percent */
      g_autofree char *detail = g_strdup_printf (_("%s of the actions"), percent);

      add_bar (self->states, cap_action_state_get_label (state), detail, figures->by_state[state],
               figures->total, FALSE);
    }
}

static char *
describe_load (const CapPlanLoad *load)
{
  g_autofree char *late = load->late == 0 ? g_strdup (_("none is late")) :
                          g_strdup_printf (ngettext ("%u is late", "%u are late", load->late), load->late);
  g_autofree char *days = NULL;

  if (load->days_hundredths == 0)
    return g_steal_pointer (&late);

  days = cap_number_format_thousandths (load->days_hundredths * 10);

  /* Translators: %1$s is “2 are late”, %2$s a number of days, which may have decimals */
  return g_strdup_printf (ngettext ("%1$s · %2$s day planned", "%1$s · %2$s days planned",
                                    cap_number_get_plural (load->days_hundredths)), late, days);
}

static void
show_owners (CapFiguresView       *self,
             const CapPlanFigures *figures)
{
  guint most = 0;

  cap_bar_chart_clear (self->owners);
  for (guint i = 0; i < figures->loads->len; i++)
    most = MAX (most, ((const CapPlanLoad *) g_ptr_array_index (figures->loads, i))->open);
  for (guint i = 0; i < figures->loads->len; i++)
    {
      const CapPlanLoad *load = g_ptr_array_index (figures->loads, i);
      g_autofree char *detail = describe_load (load);

      add_bar (self->owners, cap_plan_load_get_label (load), detail, load->open, most, load->late > 0);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->owners), figures->loads->len > 0);
}

static void
show_themes (CapFiguresView       *self,
             const CapPlanFigures *figures)
{
  guint most = 0;

  cap_bar_chart_clear (self->themes);
  for (guint i = 0; i < figures->themes->len; i++)
    {
      const CapPlanTheme *theme = g_ptr_array_index (figures->themes, i);

      most = MAX (most, theme->open + theme->closed);
    }
  for (guint i = 0; i < figures->themes->len; i++)
    {
      const CapPlanTheme *theme = g_ptr_array_index (figures->themes, i);
      /* Translators: three numbers of actions */
      g_autofree char *detail = g_strdup_printf (_("%1$u open, %2$u late, %3$u closed"), theme->open,
                                                 theme->late, theme->closed);

      add_bar (self->themes, cap_plan_theme_get_label (theme), detail, theme->open + theme->closed, most,
               theme->late > 0);
    }
}

static void
show_months (CapFiguresView       *self,
             const CapPlanFigures *figures)
{
  guint most = 0;

  cap_bar_chart_clear (self->months);
  for (guint i = 0; i < CAP_N_PLAN_MONTHS; i++)
    most = MAX (most, figures->months[i].due + figures->months[i].checks);
  for (guint i = 0; i < CAP_N_PLAN_MONTHS; i++)
    {
      const CapPlanMonth *month = &figures->months[i];
      g_autofree char *title = cap_date_format_month (month->first);
      /* Translators: two numbers of actions */
      g_autofree char *detail = g_strdup_printf (_("%1$u due, %2$u to check"), month->due, month->checks);

      add_bar (self->months, title, detail, month->due + month->checks, most, FALSE);
    }
}

static void
show_quarters (CapFiguresView       *self,
               const CapPlanFigures *figures)
{
  guint most = 0;

  cap_bar_chart_clear (self->quarters);
  for (guint i = 0; i < CAP_N_PLAN_QUARTERS; i++)
    most = MAX (most, figures->quarters[i].verified + figures->quarters[i].abandoned);
  for (guint i = CAP_N_PLAN_QUARTERS; i > 0; i--)
    {
      const CapPlanQuarter *quarter = &figures->quarters[i - 1];
      g_autofree char *title = cap_plan_quarter_dup_label (quarter);
      /* Translators: four numbers of actions */
      g_autofree char *detail = g_strdup_printf (_("%1$u verified, of which %2$u effective · %3$u abandoned "
                                                   "· %4$u found ineffective"), quarter->verified,
                                                 quarter->effective, quarter->abandoned,
                                                 quarter->ineffective);

      add_bar (self->quarters, title, detail, quarter->verified + quarter->abandoned, most, FALSE);
    }
}

static void
update (CapFiguresView *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  g_autoptr(CapPlanFigures) figures = NULL;
  g_autofree char *today = NULL;

  if (dossier == NULL || dossier == self->shown || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  g_clear_pointer (&self->shown, cap_dossier_unref);
  self->shown = cap_dossier_ref (dossier);
  gtk_stack_set_visible_child_name (self->stack, dossier->actions->len > 0 ? "figures" : "empty");
  if (dossier->actions->len == 0)
    return;

  today = cap_workspace_dup_today (self->workspace);
  figures = cap_plan_figures_new (dossier->actions, cap_dossier_get_current (dossier)->framework, today);
  show_tiles (self, figures);
  show_states (self, figures);
  show_owners (self, figures);
  show_themes (self, figures);
  show_months (self, figures);
  show_quarters (self, figures);
}

static void
cap_figures_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cap_figures_view_parent_class)->map (widget);

  update (CAP_FIGURES_VIEW (widget));
}

static void
cap_figures_view_dispose (GObject *object)
{
  CapFiguresView *self = CAP_FIGURES_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->shown, cap_dossier_unref);

  G_OBJECT_CLASS (cap_figures_view_parent_class)->dispose (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, CapFiguresView, child)

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-figures-view.ui");
  BIND (stack);
  BIND (open);
  BIND (late);
  BIND (on_time);
  BIND (delay);
  BIND (states_title);
  BIND (states_definition);
  BIND (states);
  BIND (owners_title);
  BIND (owners_definition);
  BIND (owners);
  BIND (themes_title);
  BIND (themes_definition);
  BIND (themes);
  BIND (months_title);
  BIND (months_definition);
  BIND (months);
  BIND (quarters_title);
  BIND (quarters_definition);
  BIND (quarters);
}

#undef BIND

static void
cap_figures_view_class_init (CapFiguresViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_figures_view_dispose;
  widget_class->map = cap_figures_view_map;

  g_type_ensure (CAP_TYPE_BAR_CHART);
  g_type_ensure (CAP_TYPE_FIGURE_TILE);
  g_type_ensure (CAP_TYPE_REFLOW);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

/* Its name and how it is counted do not change. */
static void
say_figure (CapPlanFigure  figure,
            GtkLabel      *title,
            GtkLabel      *definition,
            CapBarChart   *chart)
{
  gtk_label_set_text (title, cap_plan_figure_get_label (figure));
  gtk_label_set_text (definition, cap_plan_figure_get_definition (figure));
  gtk_accessible_update_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  cap_plan_figure_get_label (figure), -1);
}

static void
cap_figures_view_init (CapFiguresView *self)
{
  g_autofree char *owners = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  say_figure (CAP_FIGURE_STATES, self->states_title, self->states_definition, self->states);
  say_figure (CAP_FIGURE_OWNERS, self->owners_title, self->owners_definition, self->owners);
  say_figure (CAP_FIGURE_THEMES, self->themes_title, self->themes_definition, self->themes);
  say_figure (CAP_FIGURE_MONTHS, self->months_title, self->months_definition, self->months);
  say_figure (CAP_FIGURE_QUARTERS, self->quarters_title, self->quarters_definition, self->quarters);

  owners = g_strdup_printf ("%s %s", cap_plan_figure_get_definition (CAP_FIGURE_OWNERS),
                            _("A hatched bar has late actions."));
  gtk_label_set_text (self->owners_definition, owners);
}

/**
 * cap_figures_view_new:
 * @workspace: with a dossier open
 *
 * Returns: (transfer floating): the figures of its plan
 */
GtkWidget *
cap_figures_view_new (CapWorkspace *workspace)
{
  CapFiguresView *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_FIGURES_VIEW, NULL);
  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
