/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/evaluation/cap-evaluation-end.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/evaluation/cap-criteria-path.h"

/**
 * CapEvaluationEnd:
 *
 * What comes after the last criterion: everything is answered, or what is left,
 * and where to go from there.
 */
struct _CapEvaluationEnd
{
  GtkWidget      parent_instance;

  /* Template children */
  AdwStatusPage *status;
  GtkWidget     *todo_button;
  GtkWidget     *result_button;
  GtkWidget     *discuss_button;
  GtkWidget     *review_button;
  GtkWidget     *evidence_button;
  GtkWidget     *extend_button;
};

G_DEFINE_FINAL_TYPE (CapEvaluationEnd, cap_evaluation_end, GTK_TYPE_WIDGET)

static void
cap_evaluation_end_dispose (GObject *object)
{
  g_clear_pointer ((GtkWidget **) &CAP_EVALUATION_END (object)->status, gtk_widget_unparent);

  G_OBJECT_CLASS (cap_evaluation_end_parent_class)->dispose (object);
}

static void
cap_evaluation_end_class_init (CapEvaluationEndClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_evaluation_end_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-evaluation-end.ui");
  gtk_widget_class_bind_template_child (widget_class, CapEvaluationEnd, status);
  gtk_widget_class_bind_template_child (widget_class, CapEvaluationEnd, todo_button);
  gtk_widget_class_bind_template_child (widget_class, CapEvaluationEnd, result_button);
  gtk_widget_class_bind_template_child (widget_class, CapEvaluationEnd, discuss_button);
  gtk_widget_class_bind_template_child (widget_class, CapEvaluationEnd, review_button);
  gtk_widget_class_bind_template_child (widget_class, CapEvaluationEnd, evidence_button);
  gtk_widget_class_bind_template_child (widget_class, CapEvaluationEnd, extend_button);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_evaluation_end_init (CapEvaluationEnd *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
dup_description (guint n_criteria,
                 guint n_todo)
{
  if (n_todo == 0)
    return g_strdup_printf (ngettext ("Your %u criterion has its answer. The picture is complete.",
                                      "Your %u criteria have their answer. The picture is complete.",
                                      n_criteria), n_criteria);

  return g_strdup_printf (ngettext ("%u criterion is still to answer.",
                                    "%u criteria are still to answer.", n_todo), n_todo);
}

/* In CAP mode it is pointed out; in certification mode it keeps the evaluation from being closed. */
static char *
dup_evidence_warning (const CapEvaluation *evaluation,
                      guint                n_missing)
{
  const int level = evaluation->framework->rules.evidence_from;

  if (n_missing == 0)
    return g_strdup ("");

  if (evaluation->mode == CAP_MODE_CERTIFICATION)
    return g_strdup_printf (ngettext ("\n%u answer of level %d or more has no evidence yet: in certification "
                                      "mode, the evaluation is not closed before it has.",
                                      "\n%u answers of level %d or more have no evidence yet: in "
                                      "certification mode, the evaluation is not closed before they have.",
                                      n_missing), n_missing, level);

  return g_strdup_printf (ngettext ("\n%u answer of level %d or more has no evidence yet.",
                                    "\n%u answers of level %d or more have no evidence yet.", n_missing),
                          n_missing, level);
}

static const char *
get_title (gboolean complete,
           gboolean closes)
{
  if (!complete)
    return _("You are at the end of the path");

  return closes ? _("Everything is answered") : _("Evidence is still missing");
}

/**
 * cap_evaluation_end_show:
 *
 * Says where the evaluation in course of @workspace stands.
 */
void
cap_evaluation_end_show (CapEvaluationEnd *self,
                         CapWorkspace     *workspace)
{
  g_autoptr(GPtrArray) todo = cap_criteria_path_list (workspace, CAP_PATH_TODO);
  g_autoptr(GPtrArray) discuss = cap_criteria_path_list (workspace, CAP_PATH_TO_DISCUSS);
  g_autoptr(GPtrArray) review = cap_criteria_path_list (workspace, CAP_PATH_TO_REVIEW);
  g_autoptr(GPtrArray) prove = cap_criteria_path_list (workspace, CAP_PATH_TO_PROVE);
  g_autoptr(GPtrArray) all = cap_criteria_path_list (workspace, CAP_PATH_ALL);
  const CapEvaluation *evaluation = cap_workspace_get_evaluation (workspace);
  const gboolean complete = todo->len == 0;
  const gboolean closes = prove->len == 0 || evaluation->mode != CAP_MODE_CERTIFICATION;
  g_autofree char *answers = dup_description (all->len, todo->len);
  g_autofree char *warning = dup_evidence_warning (evaluation, prove->len);
  g_autofree char *description = g_strconcat (answers, warning, NULL);

  g_return_if_fail (CAP_IS_EVALUATION_END (self));

  adw_status_page_set_title (self->status, get_title (complete, closes));
  adw_status_page_set_icon_name (self->status, complete && closes ? "object-select-symbolic"
                                                                  : "mark-location-symbolic");
  adw_status_page_set_description (self->status, description);
  gtk_widget_set_visible (self->todo_button, !complete);
  gtk_widget_set_visible (self->discuss_button, discuss->len > 0);
  gtk_widget_set_visible (self->review_button, review->len > 0);
  gtk_widget_set_visible (self->evidence_button, prove->len > 0);
  gtk_widget_set_visible (self->extend_button,
                          evaluation->path == CAP_PATH_EXPRESS &&
                          !cap_workspace_get_read_only (workspace));
  if (complete && closes)
    gtk_widget_add_css_class (self->result_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->result_button, "suggested-action");
}
