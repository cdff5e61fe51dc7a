/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/quality/cap-readiness-view.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "base/cap-number.h"
#include "quality/cap-readiness.h"
#include "ui/quality/cap-standing-row.h"
#include "ui/widgets/cap-reflow.h"

/* Rows made in a frame. */
#define PORTION 6

/**
 * CapReadinessView:
 *
 * Whether the dossier is ready for the audit: how far, how long until then, and
 * what is still to be done by date or by part of the dossier d’audit, each with
 * a button that opens its place.
 */
struct _CapReadinessView
{
  GtkWidget            parent_instance;

  CapWorkspace        *workspace;
  CapCatalogue        *catalogue;
  CapReadiness        *readiness;  /* (nullable): what is shown */
  gboolean             stale;
  GPtrArray           *items;      /* (element-type CapReadinessItem): to be shown, in order */
  guint                n_made;     /* of their rows */
  guint                tick;
  double               place;      /* where the list was scrolled to */
  AdwPreferencesGroup *group;      /* the last one, borrowed */

  GtkScrolledWindow   *scrolled;
  GtkLabel            *percent;
  GtkLabel            *delay;
  GtkLabel            *summary;
  GtkLabel            *evaluation;
  GtkProgressBar      *bar;
  GtkWidget           *aim;
  GtkToggleButton     *by_date;
  GtkToggleButton     *by_part;
  GtkBox              *filters;
  GtkWidget           *toggles[CAP_STANDING_THERE];  /* of what is to be done */
  GtkCheckButton      *done;
  GtkBox              *groups;
  GtkWidget           *nothing;
};

G_DEFINE_FINAL_TYPE (CapReadinessView, cap_readiness_view, GTK_TYPE_WIDGET)

static gboolean
is_by_part (CapReadinessView *self)
{
  return gtk_toggle_button_get_active (self->by_part);
}

static char *
dup_group_title (CapReadinessView       *self,
                 const CapReadinessItem *item)
{
  g_autofree char *day = NULL;

  if (is_by_part (self))
    return g_strdup_printf ("%u. %s", item->part, cap_readiness_part_get_title (item->part));
  if (item->due == NULL)
    return g_strdup (_("No date yet"));

  day = cap_date_format_long (item->due);

  /* Translators: %s is a date */
  return g_strdup_printf (_("By %s"), day);
}

static void
add_group (CapReadinessView       *self,
           const CapReadinessItem *item,
           const char             *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  gtk_widget_set_name (group, title);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  if (!is_by_part (self) && item->due != NULL && g_strcmp0 (item->due, self->readiness->today) < 0)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _("This date is over."));
  gtk_box_append (self->groups, group);
  self->group = ADW_PREFERENCES_GROUP (group);
}

/* What is told below the title: where it stands; and by part, by when it must be ready. */
static char *
dup_subtitle (CapReadinessView       *self,
              const CapReadinessItem *item)
{
  g_autofree char *day = NULL;

  if (!is_by_part (self) || item->due == NULL || cap_readiness_item_is_done (item))
    return g_strdup (item->sentence);

  day = cap_date_format_short (item->due);

  /* Translators: a sentence, then a date */
  return g_strdup_printf (_("%1$s By %2$s."), item->sentence, day);
}

static void
add_row (CapReadinessView       *self,
         const CapReadinessItem *item)
{
  g_autofree char *group = dup_group_title (self, item);
  g_autofree char *subtitle = dup_subtitle (self, item);
  g_autofree char *title = NULL;

  if (self->group == NULL || !g_str_equal (gtk_widget_get_name (GTK_WIDGET (self->group)), group))
    add_group (self, item, group);

  title = item->requirement != NULL ? g_strdup_printf ("%s %s", item->requirement->number, item->title)
                                    : g_strdup (item->title);
  adw_preferences_group_add (self->group,
                             cap_standing_row_new (item->standing, title, subtitle, item->address));
}

/* A list that was scrolled stays where it was as soon as it is as long again. */
static gboolean
ticked_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  CapReadinessView *self = CAP_READINESS_VIEW (widget);

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), self->place);
  if (self->n_made == self->items->len)
    {
      self->tick = 0;
      return G_SOURCE_REMOVE;
    }

  for (guint i = 0; i < PORTION && self->n_made < self->items->len; i++)
    add_row (self, g_ptr_array_index (self->items, self->n_made++));

  return G_SOURCE_CONTINUE;
}

static int
compare_by_part (gconstpointer a,
                 gconstpointer b)
{
  const CapReadinessItem *one = *(const CapReadinessItem * const *) a;
  const CapReadinessItem *other = *(const CapReadinessItem * const *) b;

  if (one->part != other->part)
    return one->part < other->part ? -1 : 1;
  if (one->standing != other->standing)
    return one->standing < other->standing ? -1 : 1;

  return g_strcmp0 (one->due, other->due);
}

static gboolean
is_shown (CapReadinessView       *self,
          const CapReadinessItem *item)
{
  return cap_readiness_item_is_done (item)
         ? gtk_check_button_get_active (self->done)
         : gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->toggles[item->standing]));
}

static void
fill (CapReadinessView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
  self->group = NULL;
  self->n_made = 0;
  g_ptr_array_set_size (self->items, 0);
  for (guint i = 0; i < self->readiness->items->len; i++)
    {
      CapReadinessItem *item = g_ptr_array_index (self->readiness->items, i);

      if (is_shown (self, item))
        g_ptr_array_add (self->items, item);
    }
  if (is_by_part (self))
    g_ptr_array_sort (self->items, compare_by_part);

  gtk_widget_set_visible (self->nothing, self->items->len == 0);
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), ticked_cb, NULL, NULL);
}

static void
show_figures (CapReadinessView *self)
{
  const CapReadiness *readiness = self->readiness;
  g_autofree char *percent = readiness->percent >= 0 ? cap_number_format_percent (readiness->percent) : NULL;
  g_autofree char *summary = cap_readiness_dup_summary (readiness);
  g_autofree char *delay = cap_readiness_dup_delay (readiness);
  g_autofree char *evaluation = cap_readiness_dup_evaluation (readiness);

  gtk_label_set_text (self->percent, percent != NULL ? percent : "");
  gtk_widget_set_visible (GTK_WIDGET (self->percent), percent != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), percent != NULL);
  gtk_progress_bar_set_fraction (self->bar, MAX (readiness->percent, 0) / 100.0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, summary, -1);
  gtk_label_set_text (self->summary, summary);
  gtk_label_set_text (self->delay, delay);
  gtk_label_set_text (self->evaluation, evaluation != NULL ? evaluation : "");
  gtk_widget_set_visible (GTK_WIDGET (self->evaluation), evaluation != NULL);
  gtk_widget_set_visible (self->aim, readiness->audit_day == NULL &&
                                     !cap_workspace_get_read_only (self->workspace));
}

static void
show_filters (CapReadinessView *self)
{
  const guint *n = self->readiness->n_by_standing;
  const guint n_done = n[CAP_STANDING_THERE] + n[CAP_STANDING_NOT_APPLICABLE];
  g_autofree char *done = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (self->toggles); i++)
    {
      g_autofree char *label = g_strdup_printf ("%s · %u", cap_standing_get_label ((CapStanding) i), n[i]);

      gtk_button_set_label (GTK_BUTTON (self->toggles[i]), label);
    }

  /* Translators: %u is a number of things that an audit expects */
  done = g_strdup_printf (_("Show also what is in place or does not apply (%u)"), n_done);
  gtk_check_button_set_label (self->done, done);
}

static void
update (CapReadinessView *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  g_autofree char *today = NULL;

  self->stale = TRUE;
  if (dossier == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  self->stale = FALSE;
  today = cap_workspace_dup_today (self->workspace);
  g_ptr_array_set_size (self->items, 0);
  g_clear_pointer (&self->readiness, cap_readiness_free);
  self->readiness = cap_readiness_new (dossier, self->catalogue, today);
  self->place = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scrolled));
  show_figures (self);
  show_filters (self);
  fill (self);
}

static void
fill_cb (CapReadinessView *self)
{
  if (self->readiness == NULL)
    return;

  self->place = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scrolled));
  fill (self);
}

static void
cap_readiness_view_map (GtkWidget *widget)
{
  CapReadinessView *self = CAP_READINESS_VIEW (widget);

  GTK_WIDGET_CLASS (cap_readiness_view_parent_class)->map (widget);
  if (self->stale)
    update (self);
}

static void
cap_readiness_view_dispose (GObject *object)
{
  CapReadinessView *self = CAP_READINESS_VIEW (object);
  GtkWidget *child;

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->readiness, cap_readiness_free);
  g_clear_pointer (&self->catalogue, cap_catalogue_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_readiness_view_parent_class)->dispose (object);
}

static void
cap_readiness_view_class_init (CapReadinessViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_readiness_view_dispose;
  widget_class->map = cap_readiness_view_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-readiness-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CapReadinessView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, CapReadinessView, percent);
  gtk_widget_class_bind_template_child (widget_class, CapReadinessView, delay);
  gtk_widget_class_bind_template_child (widget_class, CapReadinessView, summary);
  gtk_widget_class_bind_template_child (widget_class, CapReadinessView, evaluation);
  gtk_widget_class_bind_template_child (widget_class, CapReadinessView, bar);
  gtk_widget_class_bind_template_child (widget_class, CapReadinessView, aim);
  gtk_widget_class_bind_template_child (widget_class, CapReadinessView, by_date);
  gtk_widget_class_bind_template_child (widget_class, CapReadinessView, by_part);
  gtk_widget_class_bind_template_child (widget_class, CapReadinessView, filters);
  gtk_widget_class_bind_template_child (widget_class, CapReadinessView, done);
  gtk_widget_class_bind_template_child (widget_class, CapReadinessView, groups);
  gtk_widget_class_bind_template_child (widget_class, CapReadinessView, nothing);
  gtk_widget_class_bind_template_callback (widget_class, fill_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_readiness_view_init (CapReadinessView *self)
{
  GtkWidget *filters = cap_reflow_new (6);

  self->stale = TRUE;
  self->items = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < G_N_ELEMENTS (self->toggles); i++)
    {
      self->toggles[i] = gtk_toggle_button_new_with_label (cap_standing_get_label ((CapStanding) i));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggles[i]), TRUE);
      gtk_widget_add_css_class (self->toggles[i], "filter-toggle");
      g_signal_connect_object (self->toggles[i], "toggled", G_CALLBACK (fill_cb), self, G_CONNECT_SWAPPED);
      cap_reflow_append (CAP_REFLOW (filters), self->toggles[i]);
    }
  gtk_widget_set_hexpand (filters, TRUE);
  gtk_box_append (self->filters, filters);
}

/**
 * cap_readiness_view_new:
 * @workspace: with a dossier open
 */
GtkWidget *
cap_readiness_view_new (CapWorkspace *workspace)
{
  CapReadinessView *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_READINESS_VIEW, NULL);
  self->workspace = g_object_ref (workspace);
  self->catalogue = cap_workspace_load_catalogue ();
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
