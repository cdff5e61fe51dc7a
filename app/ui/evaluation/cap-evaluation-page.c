/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/evaluation/cap-evaluation-page.h"

#include <adwaita.h>

#include "ui/evaluation/cap-criteria-map.h"
#include "ui/evaluation/cap-criteria-path.h"
#include "ui/evaluation/cap-criterion-view.h"
#include "ui/evaluation/cap-evaluation-end.h"
#include "ui/evaluation/cap-evaluation-keys.h"
#include "ui/evaluation/cap-evaluation-text.h"
#include "ui/evaluation/cap-position.h"

#define REMEMBER_AFTER_MS 700

/**
 * CapEvaluationPage:
 *
 * The evaluation in course, one criterion at a time: where one is, the way to
 * the next one, the map of all of them. Everything works from the keyboard.
 */
struct _CapEvaluationPage
{
  GtkWidget           parent_instance;

  /* Owned */
  CapWorkspace       *workspace;
  CapAnswerEditor    *editor;
  GCancellable       *cancellable;
  char               *dossier_id;
  guint               remember_id;
  gboolean            moved;        /* the user chose where to be */

  /* Borrowed from the window */
  GtkEventController *keys;
  gulong              close_id;

  /* Template children */
  AdwFlap            *flap;
  GtkToggleButton    *map_button;
  CapCriteriaMap     *map;
  GtkStack           *stack;
  CapCriterionView   *view;
  GtkScrolledWindow  *scroller;
  GtkLabel           *progress;
  GtkLabel           *theme_progress;
  GtkProgressBar     *progress_bar;
  GtkWidget          *result_button;
  CapEvaluationEnd   *end;
  GtkLabel           *hint;
};

G_DEFINE_FINAL_TYPE (CapEvaluationPage, cap_evaluation_page, GTK_TYPE_WIDGET)

/* The actions that need nothing but the criterion on display. */
static const struct
{
  const char *name;
  void      (*run) (CapCriterionView *view);
} view_actions[] = {
  { "evaluation.carry-over", cap_criterion_view_carry_over },
  { "evaluation.clear", cap_criterion_view_clear },
  { "evaluation.comment", cap_criterion_view_write_comment },
  { "evaluation.confirm", cap_criterion_view_confirm },
  { "evaluation.discuss", cap_criterion_view_toggle_discuss },
  { "evaluation.evidence", cap_criterion_view_add_evidence },
  { "evaluation.not-applicable", cap_criterion_view_ask_reason },
  { "evaluation.plain", cap_criterion_view_toggle_plain },
};

static const char *
get_code (CapEvaluationPage *self)
{
  const CapCriterion *criterion = cap_answer_editor_get_criterion (self->editor);

  return criterion != NULL ? criterion->code : NULL;
}

static gboolean
is_at_end (CapEvaluationPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "end") == 0;
}

/* Where one is */

static void
show_progress (CapEvaluationPage *self)
{
  CapPhotograph *photograph = cap_workspace_get_photograph (self->workspace);
  const CapCoverage *coverage = &photograph->score.coverage;
  const CapCriterion *criterion = cap_answer_editor_get_criterion (self->editor);
  g_autofree char *text = cap_evaluation_text_dup_progress (coverage);
  g_autofree char *theme = criterion != NULL ? cap_evaluation_text_dup_theme (photograph, criterion) : NULL;

  gtk_label_set_text (self->progress, text);
  gtk_label_set_text (self->theme_progress, theme != NULL ? theme : "");
  gtk_progress_bar_set_fraction (self->progress_bar,
                                 (double) coverage->answered / MAX (coverage->applicable, 1));
  gtk_widget_set_visible (self->result_button,
                          coverage->answered == coverage->applicable && !is_at_end (self));
}

static void
show_end (CapEvaluationPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "end");
  cap_evaluation_end_show (self->end, self->workspace);
  show_progress (self);
}

static gboolean
remember_due_cb (gpointer user_data)
{
  CapEvaluationPage *self = user_data;
  const char *code = get_code (self);

  self->remember_id = 0;
  if (self->dossier_id != NULL && code != NULL)
    cap_position_save_async (self->dossier_id, code);

  return G_SOURCE_REMOVE;
}

static void
update_buttons (CapEvaluationPage *self)
{
  const char *first = cap_criteria_path_find_first (self->workspace, CAP_PATH_ALL);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evaluation.previous",
                                 is_at_end (self) || g_strcmp0 (first, get_code (self)) != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evaluation.next", !is_at_end (self));
}

static gboolean
has_focus_inside (CapEvaluationPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static void
show_code (CapEvaluationPage *self,
           const char        *code)
{
  gboolean take_focus = has_focus_inside (self);

  cap_criterion_view_flush (self->view);
  if (!cap_answer_editor_set_criterion (self->editor, code))
    return;

  gtk_stack_set_visible_child_name (self->stack, "criterion");
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  cap_criteria_map_set_current (self->map, code);
  cap_criteria_map_update (self->map, cap_workspace_get_photograph (self->workspace),
                           cap_workspace_get_evaluation (self->workspace));
  update_buttons (self);
  show_progress (self);
  if (take_focus)
    cap_criterion_view_show_top (self->view);
  if (self->remember_id == 0)
    self->remember_id = g_timeout_add (REMEMBER_AFTER_MS, remember_due_cb, self);
}

static void
move (CapEvaluationPage *self,
      int                step)
{
  g_autoptr(GPtrArray) codes = cap_criteria_path_list (self->workspace, CAP_PATH_ALL);
  guint index;

  if (codes->len == 0 || cap_workspace_get_photograph (self->workspace) == NULL)
    return;

  self->moved = TRUE;
  if (is_at_end (self) && step < 0)
    show_code (self, g_ptr_array_index (codes, codes->len - 1));
  else if (!g_ptr_array_find_with_equal_func (codes, get_code (self), g_str_equal, &index))
    show_code (self, g_ptr_array_index (codes, 0));
  else if (step > 0 && index + 1 == codes->len)
    {
      cap_criterion_view_flush (self->view);
      show_end (self);
      update_buttons (self);
      gtk_widget_child_focus (GTK_WIDGET (self->end), GTK_DIR_TAB_FORWARD);
    }
  else if (step > 0 || index > 0)
    show_code (self, g_ptr_array_index (codes, index + (guint) step));
}

/* Where a dossier opens: where it was left, or the first thing to do. */

static void
position_loaded_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(CapEvaluationPage) self = CAP_EVALUATION_PAGE (user_data);
  g_autofree char *code = cap_position_load_finish (result, NULL);

  if (!self->moved && !g_cancellable_is_cancelled (self->cancellable) &&
      cap_criteria_path_includes (self->workspace, code))
    show_code (self, code);
}

static void
start (CapEvaluationPage *self,
       CapDossier        *dossier)
{
  const char *code = cap_criteria_path_find_first (self->workspace, CAP_PATH_TODO);

  g_free (self->dossier_id);
  self->dossier_id = g_strdup (dossier->id);
  self->moved = FALSE;
  show_code (self, code != NULL ? code : cap_criteria_path_find_first (self->workspace, CAP_PATH_ALL));
  cap_position_load_async (dossier->id, self->cancellable, position_loaded_cb, g_object_ref (self));
}

static void
dossier_changed_cb (CapEvaluationPage *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  CapPhotograph *photograph = cap_workspace_get_photograph (self->workspace);
  g_autofree char *hint = NULL;

  if (dossier == NULL || photograph == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }

  cap_criteria_map_update (self->map, photograph, cap_workspace_get_evaluation (self->workspace));

  if (g_strcmp0 (dossier->id, self->dossier_id) != 0)
    start (self, dossier);
  else if (!cap_criteria_path_includes (self->workspace, get_code (self)))
    show_code (self, cap_criteria_path_find_first (self->workspace, CAP_PATH_ALL));
  else if (is_at_end (self))
    show_end (self);

  update_buttons (self);
  show_progress (self);
  hint = cap_evaluation_text_dup_hint (photograph->framework);
  gtk_label_set_text (self->hint, hint);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), !cap_answer_editor_get_read_only (self->editor));
}

/* Actions */

static void
previous_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  move (CAP_EVALUATION_PAGE (widget), -1);
}

static void
next_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  move (CAP_EVALUATION_PAGE (widget), 1);
}

static void
show_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  CapEvaluationPage *self = CAP_EVALUATION_PAGE (widget);

  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  cap_evaluation_page_show_criterion (self, g_variant_get_string (parameter, NULL));
}

static void
show_first_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  CapEvaluationPage *self = CAP_EVALUATION_PAGE (widget);
  CapPathFilter filter = cap_criteria_path_get_filter (g_variant_get_string (parameter, NULL));

  cap_evaluation_page_show_criterion (self, cap_criteria_path_find_first (self->workspace, filter));
}

/* Returns: (nullable): where to answer, if a criterion is on display */
static CapCriterionView *
get_view (GtkWidget *widget)
{
  CapEvaluationPage *self = CAP_EVALUATION_PAGE (widget);

  if (is_at_end (self) || get_code (self) == NULL)
    return NULL;

  self->moved = TRUE;

  return self->view;
}

static void
rate_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  CapCriterionView *view = get_view (widget);

  if (view != NULL)
    cap_criterion_view_rate (view, g_variant_get_int32 (parameter));
}

static void
view_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  CapCriterionView *view = get_view (widget);

  for (guint i = 0; view != NULL && i < G_N_ELEMENTS (view_actions); i++)
    {
      if (g_str_equal (view_actions[i].name, action_name))
        view_actions[i].run (view);
    }
}

static void
map_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  CapEvaluationPage *self = CAP_EVALUATION_PAGE (widget);
  gboolean reveal = !adw_flap_get_reveal_flap (self->flap);

  adw_flap_set_reveal_flap (self->flap, reveal);
  if (reveal)
    cap_criteria_map_focus (self->map);
  else
    cap_criterion_view_show_top (self->view);
}

/* Back to the criterion, from the comment or from the map. */
static void
read_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  CapEvaluationPage *self = CAP_EVALUATION_PAGE (widget);

  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  cap_criterion_view_show_top (self->view);
}

static gboolean
close_requested_cb (CapEvaluationPage *self)
{
  cap_evaluation_page_flush (self);

  return GDK_EVENT_PROPAGATE;
}

static void
cap_evaluation_page_root (GtkWidget *widget)
{
  CapEvaluationPage *self = CAP_EVALUATION_PAGE (widget);
  GtkWidget *root;

  GTK_WIDGET_CLASS (cap_evaluation_page_parent_class)->root (widget);

  root = GTK_WIDGET (gtk_widget_get_root (widget));
  self->keys = cap_evaluation_keys_new (widget);
  gtk_widget_add_controller (root, self->keys);
  if (GTK_IS_WINDOW (root))
    self->close_id = g_signal_connect_swapped (root, "close-request", G_CALLBACK (close_requested_cb), self);
}

static void
cap_evaluation_page_unroot (GtkWidget *widget)
{
  CapEvaluationPage *self = CAP_EVALUATION_PAGE (widget);
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));

  gtk_widget_remove_controller (root, self->keys);
  self->keys = NULL;
  g_clear_signal_handler (&self->close_id, root);

  GTK_WIDGET_CLASS (cap_evaluation_page_parent_class)->unroot (widget);
}

/* Who comes in starts with the wording, not with the first button. */
static gboolean
cap_evaluation_page_focus (GtkWidget        *widget,
                           GtkDirectionType  direction)
{
  CapEvaluationPage *self = CAP_EVALUATION_PAGE (widget);

  if (direction != GTK_DIR_TAB_FORWARD || has_focus_inside (self) ||
      is_at_end (self) || get_code (self) == NULL)
    return GTK_WIDGET_CLASS (cap_evaluation_page_parent_class)->focus (widget, direction);

  cap_criterion_view_show_top (self->view);

  return TRUE;
}

static void
cap_evaluation_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cap_evaluation_page_parent_class)->map (widget);

  if (!is_at_end (CAP_EVALUATION_PAGE (widget)))
    cap_criterion_view_show_top (CAP_EVALUATION_PAGE (widget)->view);
}

static void
cap_evaluation_page_unmap (GtkWidget *widget)
{
  cap_evaluation_page_flush (CAP_EVALUATION_PAGE (widget));

  GTK_WIDGET_CLASS (cap_evaluation_page_parent_class)->unmap (widget);
}

static void
cap_evaluation_page_dispose (GObject *object)
{
  CapEvaluationPage *self = CAP_EVALUATION_PAGE (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->remember_id, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->editor);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_evaluation_page_parent_class)->dispose (object);
}

static void
cap_evaluation_page_finalize (GObject *object)
{
  CapEvaluationPage *self = CAP_EVALUATION_PAGE (object);

  g_clear_object (&self->cancellable);
  g_free (self->dossier_id);

  G_OBJECT_CLASS (cap_evaluation_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-evaluation-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CapEvaluationPage, flap);
  gtk_widget_class_bind_template_child (widget_class, CapEvaluationPage, map_button);
  gtk_widget_class_bind_template_child (widget_class, CapEvaluationPage, map);
  gtk_widget_class_bind_template_child (widget_class, CapEvaluationPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CapEvaluationPage, view);
  gtk_widget_class_bind_template_child (widget_class, CapEvaluationPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, CapEvaluationPage, progress);
  gtk_widget_class_bind_template_child (widget_class, CapEvaluationPage, theme_progress);
  gtk_widget_class_bind_template_child (widget_class, CapEvaluationPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, CapEvaluationPage, result_button);
  gtk_widget_class_bind_template_child (widget_class, CapEvaluationPage, end);
  gtk_widget_class_bind_template_child (widget_class, CapEvaluationPage, hint);
}

static void
cap_evaluation_page_class_init (CapEvaluationPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_evaluation_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_evaluation_page_finalize;
  widget_class->root = cap_evaluation_page_root;
  widget_class->unroot = cap_evaluation_page_unroot;
  widget_class->focus = cap_evaluation_page_focus;
  widget_class->map = cap_evaluation_page_map;
  widget_class->unmap = cap_evaluation_page_unmap;

  g_type_ensure (CAP_TYPE_CRITERIA_MAP);
  g_type_ensure (CAP_TYPE_CRITERION_VIEW);
  g_type_ensure (CAP_TYPE_EVALUATION_END);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "evaluation.previous", NULL, previous_cb);
  gtk_widget_class_install_action (widget_class, "evaluation.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "evaluation.show", "s", show_cb);
  gtk_widget_class_install_action (widget_class, "evaluation.show-first", "s", show_first_cb);
  gtk_widget_class_install_action (widget_class, "evaluation.map", NULL, map_cb);
  gtk_widget_class_install_action (widget_class, "evaluation.read", NULL, read_cb);
  gtk_widget_class_install_action (widget_class, "evaluation.rate", "i", rate_cb);
  for (guint i = 0; i < G_N_ELEMENTS (view_actions); i++)
    gtk_widget_class_install_action (widget_class, view_actions[i].name, NULL, view_action_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_evaluation_page_init (CapEvaluationPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cap_evaluation_page_new:
 *
 * Returns: (transfer floating): a page on the evaluation in course of @workspace
 */
GtkWidget *
cap_evaluation_page_new (CapWorkspace *workspace)
{
  CapEvaluationPage *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_EVALUATION_PAGE, NULL);
  self->workspace = g_object_ref (workspace);
  self->editor = cap_answer_editor_new (workspace);
  cap_criterion_view_set_editor (self->view, self->editor);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (dossier_changed_cb), self,
                           G_CONNECT_SWAPPED);
  dossier_changed_cb (self);

  return GTK_WIDGET (self);
}

const CapCriterion *
cap_evaluation_page_get_criterion (CapEvaluationPage *self)
{
  g_return_val_if_fail (CAP_IS_EVALUATION_PAGE (self), NULL);

  return is_at_end (self) ? NULL : cap_answer_editor_get_criterion (self->editor);
}

/**
 * cap_evaluation_page_show_criterion:
 * @code: (nullable): code of a criterion
 *
 * Goes to a criterion; stays where it is when @code is not in scope.
 */
void
cap_evaluation_page_show_criterion (CapEvaluationPage *self,
                                    const char        *code)
{
  g_return_if_fail (CAP_IS_EVALUATION_PAGE (self));

  self->moved = TRUE;
  if (cap_criteria_path_includes (self->workspace, code))
    show_code (self, code);
}

/**
 * cap_evaluation_page_flush:
 *
 * Saves what is typed and not saved yet.
 */
void
cap_evaluation_page_flush (CapEvaluationPage *self)
{
  g_return_if_fail (CAP_IS_EVALUATION_PAGE (self));

  cap_criterion_view_flush (self->view);
}
