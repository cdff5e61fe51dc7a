/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/quality/cap-matrix-view.h"

#include <glib/gi18n.h>

#include "quality/cap-address.h"
#include "quality/cap-matrix.h"
#include "quality/cap-record-rules.h"
#include "ui/quality/cap-matrix-group.h"
#include "ui/quality/cap-matrix-line.h"
#include "ui/records/cap-record-desk.h"
#include "ui/widgets/cap-message-bar.h"
#include "ui/widgets/cap-reflow.h"

/* Lines made in a frame. */
#define PORTION 6

/**
 * CapMatrixView:
 *
 * The matrix: the clauses of the standard by chapter, or the criteria by theme,
 * each with what is linked to it. It is drawn again at each gesture; its lines
 * are made a few at a time and stay.
 */
struct _CapMatrixView
{
  GtkWidget      parent_instance;

  CapWorkspace  *workspace;
  CapCatalogue  *catalogue;
  CapRecordDesk *desk;
  CapMatrix     *matrix;    /* (nullable): what is shown */
  gboolean       stale;
  GPtrArray     *lines;     /* (element-type CapMatrixLine): made, in order */
  GPtrArray     *keys;      /* (element-type utf8): of all the lines, made or to come */
  GPtrArray     *boxes;     /* (element-type GtkExpander) */
  guint          tick;
  char          *wanted;    /* (nullable): the line to go to once it is made */
  char          *created;   /* (nullable): UUID of the action on its way */

  CapMessageBar *message;
  GtkLabel      *explanation;
  GtkEditable   *search;
  GtkWidget     *ways;
  GtkToggleButton *by_clause;
  GtkToggleButton *by_criterion;
  GtkBox        *filters;
  GtkWidget     *toggles[3];
  GtkBox        *groups;
  GtkWidget     *nothing;
};

G_DEFINE_FINAL_TYPE (CapMatrixView, cap_matrix_view, GTK_TYPE_WIDGET)

static const CapMatrixFlags filter_flags[] = {
  CAP_MATRIX_NO_EVIDENCE, CAP_MATRIX_NO_DOCUMENT, CAP_MATRIX_OPEN_FINDING,
};

static gboolean
is_by_criterion (CapMatrixView *self)
{
  return gtk_toggle_button_get_active (self->by_criterion);
}

static const char *
get_key (CapMatrixView *self,
         gpointer       item)
{
  return is_by_criterion (self) ? ((CapMatrixCriterion *) item)->result->criterion->code
                                : ((CapMatrixRow *) item)->requirement->number;
}

static CapMatrixFlags
get_flags (CapMatrixView *self)
{
  CapMatrixFlags flags = 0;

  for (guint i = 0; i < G_N_ELEMENTS (filter_flags); i++)
    {
      if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->toggles[i])))
        flags |= filter_flags[i];
    }

  return flags;
}

static GPtrArray *
list_found (CapMatrixView  *self,
            CapMatrixFlags  flags,
            const char     *query)
{
  return is_by_criterion (self) ? cap_matrix_filter_criteria (self->matrix, flags, query)
                                : cap_matrix_filter (self->matrix, flags, query);
}

static gboolean
is_filtered (CapMatrixView *self)
{
  return get_flags (self) != 0 || *gtk_editable_get_text (self->search) != '\0';
}

/* Hides the groups that have nothing to show, and says so when none has. */
static void
show_groups (CapMatrixView *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->boxes->len; i++)
    {
      GtkExpander *box = g_ptr_array_index (self->boxes, i);
      GtkWidget *list = GTK_WIDGET (cap_matrix_group_get_list (box));
      gboolean visible = FALSE;

      for (GtkWidget *line = gtk_widget_get_first_child (list); line != NULL && !visible;
           line = gtk_widget_get_next_sibling (line))
        visible = gtk_widget_get_visible (line);

      gtk_widget_set_visible (GTK_WIDGET (box), visible);
      if (visible && is_filtered (self))
        gtk_expander_set_expanded (box, TRUE);
      any = any || visible;
    }
  gtk_widget_set_visible (self->nothing, !any && self->lines->len == self->keys->len);
}

static void
filter_lines (CapMatrixView *self)
{
  g_autoptr(GPtrArray) found = list_found (self, get_flags (self), gtk_editable_get_text (self->search));
  g_autoptr(GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < found->len; i++)
    g_hash_table_add (keys, (gpointer) get_key (self, g_ptr_array_index (found, i)));
  for (guint i = 0; i < self->lines->len; i++)
    {
      CapMatrixLine *line = g_ptr_array_index (self->lines, i);

      gtk_widget_set_visible (GTK_WIDGET (line),
                              g_hash_table_contains (keys, cap_matrix_line_get_key (line)));
    }
  show_groups (self);
}

static void
count_filters (CapMatrixView *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (filter_flags); i++)
    {
      g_autoptr(GPtrArray) found = list_found (self, filter_flags[i], NULL);
      g_autofree char *label = NULL;

      label = g_strdup_printf ("%s · %u", cap_matrix_flag_get_label (filter_flags[i]), found->len);
      gtk_button_set_label (GTK_BUTTON (self->toggles[i]), label);
    }
}

/* The chapter of a clause, the theme of a criterion. */
static char *
dup_group (CapMatrixView *self,
           gpointer       item)
{
  const CapMatrixRow *row = item;
  const CapMatrixCriterion *criterion = item;
  const CapTheme *theme;

  if (!is_by_criterion (self))
    return g_strdup_printf ("%s. %s", row->chapter->number, cap_requirement_get_title (row->chapter));

  theme = criterion->result->criterion->objective->theme;

  return g_strdup_printf ("%s. %s", theme->code, theme->label);
}

static void
add_line (CapMatrixView *self,
          gpointer       item)
{
  const gboolean can_change = !cap_workspace_get_read_only (self->workspace);
  GtkWidget *line = cap_matrix_line_new (self->workspace, get_key (self, item),
                                         is_by_criterion (self));
  g_autofree char *title = dup_group (self, item);
  GtkWidget *group = self->boxes->len > 0 ? g_ptr_array_index (self->boxes, self->boxes->len - 1) : NULL;

  if (group == NULL || !g_str_equal (gtk_widget_get_name (group), title))
    {
      group = cap_matrix_group_new (title);
      gtk_box_append (self->groups, group);
      g_ptr_array_add (self->boxes, group);
    }
  cap_matrix_line_show (CAP_MATRIX_LINE (line), self->matrix, can_change);
  gtk_list_box_append (cap_matrix_group_get_list (GTK_EXPANDER (group)), line);
  g_ptr_array_add (self->lines, line);
}

/* Goes to the line that was asked for, once a frame gave it its place: scrolling needs it. */
static void
go_to_wanted (CapMatrixView *self)
{
  for (guint i = 0; self->wanted != NULL && i < self->lines->len; i++)
    {
      GtkWidget *line = g_ptr_array_index (self->lines, i);

      if (!g_str_equal (cap_matrix_line_get_key (CAP_MATRIX_LINE (line)), self->wanted))
        continue;

      g_clear_pointer (&self->wanted, g_free);
      gtk_expander_set_expanded (GTK_EXPANDER (gtk_widget_get_ancestor (line, GTK_TYPE_EXPANDER)), TRUE);
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (line), TRUE);
      gtk_widget_child_focus (line, GTK_DIR_TAB_FORWARD);
    }
}

static gboolean
ticked_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  CapMatrixView *self = CAP_MATRIX_VIEW (widget);
  const GPtrArray *items = is_by_criterion (self) ? self->matrix->criteria : self->matrix->rows;

  go_to_wanted (self);
  for (guint i = 0; i < PORTION && self->lines->len < items->len; i++)
    add_line (self, g_ptr_array_index (items, self->lines->len));
  filter_lines (self);
  if (self->lines->len < items->len || self->wanted != NULL)
    return G_SOURCE_CONTINUE;

  self->tick = 0;

  return G_SOURCE_REMOVE;
}

static void
start_ticking (CapMatrixView *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), ticked_cb, NULL, NULL);
}

static void
clear_lines (CapMatrixView *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->lines, 0);
  g_ptr_array_set_size (self->boxes, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
}

/* Whether the lines are still those of the matrix. */
static gboolean
has_same_keys (CapMatrixView   *self,
               const GPtrArray *items)
{
  if (self->keys->len != items->len)
    return FALSE;

  for (guint i = 0; i < items->len; i++)
    {
      if (!g_str_equal (g_ptr_array_index (self->keys, i), get_key (self, g_ptr_array_index (items, i))))
        return FALSE;
    }

  return TRUE;
}

static void
show_lines (CapMatrixView *self)
{
  const GPtrArray *items = is_by_criterion (self) ? self->matrix->criteria : self->matrix->rows;
  const gboolean can_change = !cap_workspace_get_read_only (self->workspace);

  if (!has_same_keys (self, items))
    {
      clear_lines (self);
      g_ptr_array_set_size (self->keys, 0);
      for (guint i = 0; i < items->len; i++)
        g_ptr_array_add (self->keys, g_strdup (get_key (self, g_ptr_array_index (items, i))));
    }

  for (guint i = 0; i < self->lines->len; i++)
    cap_matrix_line_show (g_ptr_array_index (self->lines, i), self->matrix, can_change);
  if (self->lines->len < items->len)
    start_ticking (self);
  count_filters (self);
  filter_lines (self);
}

static void
show_explanation (CapMatrixView *self)
{
  const CapRoute *route = self->matrix->route;
  const CapStandard *standard = self->matrix->standard;
  g_autofree char *text = NULL;

  if (standard != NULL)
    /* Translators: a route, then a standard and its edition */
    text = g_strdup_printf (_("%1$s: what %2$s (%3$s) expects, and what answers it. The short titles are "
                              "ours: the text of the standard is not here."),
                            route->label, standard->title, standard->edition);
  else
    /* Translators: a route */
    text = g_strdup_printf (_("%s looks at criteria: here is what answers each of them."),
                            route != NULL ? route->label : "");
  gtk_label_set_text (self->explanation, text);
}

static void
show_all (CapMatrixView *self)
{
  gtk_editable_set_text (self->search, "");
  for (guint i = 0; i < G_N_ELEMENTS (self->toggles); i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggles[i]), FALSE);
  filter_lines (self);
}

/* A clause that has parts is looked at by the first of them. */
static void
want (CapMatrixView *self,
      const char    *number)
{
  const GPtrArray *rows = cap_matrix_get_rows_about (self->matrix, number);
  g_autofree char *wanted = NULL;

  if (rows->len > 0)
    wanted = g_strdup (((CapMatrixRow *) g_ptr_array_index (rows, 0))->requirement->number);
  g_free (self->wanted);
  self->wanted = g_steal_pointer (&wanted);
  if (self->wanted == NULL)
    return;

  gtk_toggle_button_set_active (self->by_clause, TRUE);
  show_all (self);
  start_ticking (self);
}

static void
update (CapMatrixView *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  g_autoptr(CapMatrix) before = NULL;
  g_autofree char *today = NULL;

  self->stale = TRUE;
  if (dossier == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  self->stale = FALSE;
  today = cap_workspace_dup_today (self->workspace);
  before = g_steal_pointer (&self->matrix);
  self->matrix = cap_matrix_new (dossier, self->catalogue, cap_dossier_get_current (dossier), today);
  gtk_widget_set_visible (self->ways, self->matrix->standard != NULL);
  if (self->matrix->standard == NULL)
    gtk_toggle_button_set_active (self->by_criterion, TRUE);
  show_explanation (self);
  show_lines (self);
  if (self->wanted != NULL)
    want (self, self->wanted);
}

static void
filter_cb (CapMatrixView *self)
{
  if (self->matrix != NULL)
    filter_lines (self);
}

static void
way_cb (CapMatrixView *self)
{
  if (self->matrix != NULL)
    show_lines (self);
}

static void
show_all_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  show_all (CAP_MATRIX_VIEW (widget));
  gtk_widget_grab_focus (GTK_WIDGET (CAP_MATRIX_VIEW (widget)->search));
}

static void
created_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(CapMatrixView) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *address = NULL;
  const CapAction *action;

  if (!cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error))
    {
      cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
      return;
    }

  action = cap_dossier_find_action_by_id (cap_workspace_get_dossier (self->workspace), self->created);
  if (action == NULL)
    return;

  address = cap_address_new_for_action (action);
  gtk_widget_activate_action (GTK_WIDGET (self), "journey.open", "s", address);
}

static void
create_action_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  CapMatrixView *self = CAP_MATRIX_VIEW (widget);
  const char *number = g_variant_get_string (parameter, NULL);
  const CapMatrixRow *row = self->matrix != NULL ? cap_matrix_find_row (self->matrix, number) : NULL;
  g_autoptr(CapAction) action = NULL;
  g_autofree char *title = NULL;
  CapCommand *command;

  if (row == NULL || !cap_record_desk_can_change (self->desk))
    return;

  /* Translators: title of an action; number and title of a clause */
  title = g_strdup_printf (_("Answer clause %1$s, %2$s"), number,
                           cap_requirement_get_title (row->requirement));
  action = cap_action_new (NULL, title);
  action->created = cap_workspace_dup_today (self->workspace);
  cap_action_add_origin (action, CAP_ORIGIN_REQUIREMENT, number);
  command = cap_command_new (CAP_GESTURE_ADD_ACTION, NULL);
  cap_command_put_action (command, action);
  g_free (self->created);
  self->created = g_strdup (action->id);
  cap_workspace_run_async (self->workspace, command, NULL, created_cb, g_object_ref (self));
}

static void
exclude_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  CapMatrixView *self = CAP_MATRIX_VIEW (widget);
  g_autoptr(CapRecord) exclusion = cap_record_desk_draft (self->desk, CAP_REGISTER_EXCLUSION, NULL);
  g_autofree char *today = cap_workspace_dup_today (self->workspace);
  g_autoptr(GPtrArray) faults = NULL;
  const char *number;
  const char *reason;

  g_variant_get (parameter, "(&s&s)", &number, &reason);
  cap_record_set (exclusion, CAP_EXCLUSION_CODE, number);
  cap_record_set (exclusion, CAP_EXCLUSION_REASON, reason);
  cap_record_set (exclusion, CAP_EXCLUSION_DATE, today);
  faults = cap_record_desk_add (self->desk, exclusion);
  if (faults->len > 0)
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR,
                          ((CapRecordFault *) g_ptr_array_index (faults, 0))->sentence);
}

static void
failed_cb (CapMatrixView *self,
           const char    *sentence)
{
  cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, sentence);
}

static void
cap_matrix_view_map (GtkWidget *widget)
{
  CapMatrixView *self = CAP_MATRIX_VIEW (widget);

  GTK_WIDGET_CLASS (cap_matrix_view_parent_class)->map (widget);
  if (self->stale)
    update (self);
}

static void
cap_matrix_view_dispose (GObject *object)
{
  CapMatrixView *self = CAP_MATRIX_VIEW (object);
  GtkWidget *child;

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  g_clear_pointer (&self->boxes, g_ptr_array_unref);
  g_clear_pointer (&self->matrix, cap_matrix_free);
  g_clear_pointer (&self->catalogue, cap_catalogue_unref);
  g_clear_pointer (&self->wanted, g_free);
  g_clear_pointer (&self->created, g_free);
  g_clear_object (&self->desk);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_matrix_view_parent_class)->dispose (object);
}

static void
cap_matrix_view_class_init (CapMatrixViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_matrix_view_dispose;
  widget_class->map = cap_matrix_view_map;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-matrix-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CapMatrixView, message);
  gtk_widget_class_bind_template_child (widget_class, CapMatrixView, explanation);
  gtk_widget_class_bind_template_child (widget_class, CapMatrixView, search);
  gtk_widget_class_bind_template_child (widget_class, CapMatrixView, ways);
  gtk_widget_class_bind_template_child (widget_class, CapMatrixView, by_clause);
  gtk_widget_class_bind_template_child (widget_class, CapMatrixView, by_criterion);
  gtk_widget_class_bind_template_child (widget_class, CapMatrixView, filters);
  gtk_widget_class_bind_template_child (widget_class, CapMatrixView, groups);
  gtk_widget_class_bind_template_child (widget_class, CapMatrixView, nothing);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, way_cb);

  gtk_widget_class_install_action (widget_class, "matrix.show-all", NULL, show_all_cb);
  gtk_widget_class_install_action (widget_class, "matrix.create-action", "s", create_action_cb);
  gtk_widget_class_install_action (widget_class, "matrix.exclude", "(ss)", exclude_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_matrix_view_init (CapMatrixView *self)
{
  GtkWidget *filters = cap_reflow_new (6);

  self->stale = TRUE;
  self->lines = g_ptr_array_new ();
  self->boxes = g_ptr_array_new ();
  self->keys = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < G_N_ELEMENTS (filter_flags); i++)
    {
      self->toggles[i] = gtk_toggle_button_new_with_label (cap_matrix_flag_get_label (filter_flags[i]));
      g_signal_connect_object (self->toggles[i], "toggled", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_add_css_class (self->toggles[i], "kind-toggle");
      gtk_widget_add_css_class (self->toggles[i], "filter-toggle");
      cap_reflow_append (CAP_REFLOW (filters), self->toggles[i]);
    }
  gtk_widget_set_hexpand (filters, TRUE);
  gtk_box_append (self->filters, filters);
}

/**
 * cap_matrix_view_new:
 * @workspace: with a dossier open
 */
GtkWidget *
cap_matrix_view_new (CapWorkspace *workspace)
{
  CapMatrixView *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_MATRIX_VIEW, NULL);
  self->workspace = g_object_ref (workspace);
  self->catalogue = cap_workspace_load_catalogue ();
  self->desk = cap_record_desk_new (workspace);
  g_signal_connect_object (self->desk, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * cap_matrix_view_show:
 * @number: of a clause; one that has parts shows the first of them
 *
 * Unfolds the line of a clause and goes to it.
 */
void
cap_matrix_view_show (CapMatrixView *self,
                      const char    *number)
{
  g_return_if_fail (CAP_IS_MATRIX_VIEW (self) && number != NULL);

  if (self->matrix != NULL && !self->stale)
    {
      want (self, number);
      return;
    }

  g_free (self->wanted);
  self->wanted = g_strdup (number);
}
