/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/shell/cap-merge-report-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "base/cap-date.h"

#define N_SHOWN 100 /* of what was done in the other copy, the last ones */

/**
 * CapMergeReportView:
 *
 * What a merge would bring: which copy it is, how much comes in, what both changed, and what was done there.
 */
struct _CapMergeReportView
{
  GtkWidget              parent_instance;

  /* Template children */
  GtkWidget             *page;
  GtkWidget             *another_button;
  GtkLabel              *name_label;
  GtkLabel              *outcome;
  CapMergeConflictsView *conflicts;
  GtkBox                *done;
};

G_DEFINE_FINAL_TYPE (CapMergeReportView, cap_merge_report_view, GTK_TYPE_WIDGET)

static GtkWidget *
new_row (const char *title,
         const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);

  return row;
}

static GtkWidget *
new_gesture_row (const CapMergeGesture *gesture)
{
  g_autofree char *made = cap_date_format_made (gesture->made_at, gesture->author);
  g_autofree char *label = NULL;

  if (!gesture->taken_back)
    return new_row (gesture->label, made);

  /* Translators: what was done, and is no longer */
  label = g_strdup_printf (_("Undone: %s"), gesture->label);

  return new_row (label, made);
}

/* The last ones first. */
static GtkWidget *
new_gestures (const GPtrArray *gestures)
{
  const guint n_shown = MIN (gestures->len, N_SHOWN);
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Done in the other copy"));
  for (guint i = 0; i < n_shown; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               new_gesture_row (g_ptr_array_index (gestures, gestures->len - 1 - i)));
  if (n_shown < gestures->len)
    {
      g_autofree char *rest = g_strdup_printf (ngettext ("and %u before", "and %u before",
                                                         gestures->len - n_shown), gestures->len - n_shown);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_row (rest, ""));
    }

  return group;
}

static void
show_gestures (CapMergeReportView   *self,
               const CapMergeReport *report)
{
  GtkWidget *before = gtk_widget_get_first_child (GTK_WIDGET (self->done));

  if (before != NULL)
    gtk_box_remove (self->done, before);
  if (report->gestures->len > 0 && report->n_taken > 0)
    gtk_box_append (self->done, new_gestures (report->gestures));
}

static char *
dup_outcome (const CapMergeReport *report)
{
  g_autofree char *retained = cap_merge_report_dup_retained (report);
  g_autofree char *gestures = NULL;

  if (!cap_merge_report_has_news (report))
    return g_strdup (_("All that the other copy did is here already."));
  if (report->n_taken == 0)
    return g_steal_pointer (&retained);

  /* Translators: how many gestures, which decides on the form */
  gestures = g_strdup_printf (ngettext ("%u gesture was made there since the copies went separate ways.",
                                        "%u gestures were made there since the copies went separate ways.",
                                        report->gestures->len), report->gestures->len);

  return retained != NULL ? g_strdup_printf ("%s\n%s", gestures, retained) : g_steal_pointer (&gestures);
}

/* Where one goes on: what is to be decided, or another file. */
static gboolean
cap_merge_report_view_grab_focus (GtkWidget *widget)
{
  CapMergeReportView *self = CAP_MERGE_REPORT_VIEW (widget);

  return gtk_widget_grab_focus (gtk_widget_get_visible (GTK_WIDGET (self->conflicts))
                                ? GTK_WIDGET (self->conflicts) : self->another_button);
}

static void
cap_merge_report_view_dispose (GObject *object)
{
  g_clear_pointer (&CAP_MERGE_REPORT_VIEW (object)->page, gtk_widget_unparent);

  G_OBJECT_CLASS (cap_merge_report_view_parent_class)->dispose (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, CapMergeReportView, child)

static void
cap_merge_report_view_class_init (CapMergeReportViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_merge_report_view_dispose;
  widget_class->grab_focus = cap_merge_report_view_grab_focus;

  g_type_ensure (CAP_TYPE_MERGE_CONFLICTS_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-merge-report-view.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  BIND (page);
  BIND (another_button);
  BIND (name_label);
  BIND (outcome);
  BIND (conflicts);
  BIND (done);
}

#undef BIND

static void
cap_merge_report_view_init (CapMergeReportView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cap_merge_report_view_show:
 * @name: of the file that is the other copy
 * @report: what it would bring
 *
 * Takes the place of what was shown.
 */
void
cap_merge_report_view_show (CapMergeReportView   *self,
                            const char           *name,
                            const CapMergeReport *report)
{
  g_autofree char *outcome = NULL;

  g_return_if_fail (CAP_IS_MERGE_REPORT_VIEW (self) && name != NULL && report != NULL);

  outcome = dup_outcome (report);
  gtk_label_set_text (self->name_label, name);
  gtk_label_set_text (self->outcome, outcome);
  cap_merge_conflicts_view_show (self->conflicts, report);
  show_gestures (self, report);
}

/* Returns: (transfer none): where people decide */
CapMergeConflictsView *
cap_merge_report_view_get_conflicts (CapMergeReportView *self)
{
  g_return_val_if_fail (CAP_IS_MERGE_REPORT_VIEW (self), NULL);

  return self->conflicts;
}
