/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/quality/cap-risks-view.h"

#include <glib/gi18n.h>

#include "base/cap-text.h"
#include "quality/cap-address.h"
#include "quality/cap-record-rules.h"
#include "quality/cap-risk-figures.h"
#include "ui/records/cap-record-desk.h"
#include "ui/quality/cap-risk-chart.h"
#include "ui/widgets/cap-message-bar.h"
#include "ui/widgets/cap-reflow.h"

/**
 * CapRisksView:
 *
 * The risks and opportunities, the greatest first, and the grid that they are
 * in, before or after treatment. A cell that is chosen keeps the others out of
 * the list.
 */
struct _CapRisksView
{
  GtkWidget        parent_instance;

  /* Owned */
  CapWorkspace    *workspace;
  CapRecordDesk   *desk;
  CapDossier      *dossier;   /* that the figures are of, or NULL */
  GPtrArray       *figures;   /* (element-type CapRiskFigure) */
  char            *created;   /* UUID of the action that is being made, or NULL */
  char            *added;     /* UUID of the line that is on its way, to be opened, or NULL */

  /* Template children */
  CapMessageBar   *message;
  GtkStack        *stack;
  AdwStatusPage   *empty_page;
  GtkWidget       *first_button;
  GtkWidget       *add_button;
  GtkLabel        *summary;
  GtkListBox      *list;
  GtkWidget       *all_button;
  GtkToggleButton *after_button;
  CapRiskChart    *chart;
};

G_DEFINE_FINAL_TYPE (CapRisksView, cap_risks_view, GTK_TYPE_WIDGET)

static gboolean
shows_after (CapRisksView *self)
{
  return gtk_toggle_button_get_active (self->after_button);
}

static void
open_address (CapRisksView *self,
              const char   *address)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "journey.open", "s", address);
}

/* Returns: whether the risk is there, and opened */
static gboolean
open_risk (CapRisksView *self,
           const char   *id)
{
  const CapRecord *risk = self->dossier != NULL && id != NULL
    ? cap_dossier_find_record (self->dossier, CAP_REGISTER_RISK, id) : NULL;
  g_autofree char *address = NULL;

  if (risk == NULL)
    return FALSE;

  address = cap_address_new_for_record (risk);
  open_address (self, address);

  return TRUE;
}

static void
row_activated_cb (CapRisksView  *self,
                  GtkListBoxRow *row)
{
  open_risk (self, gtk_widget_get_name (GTK_WIDGET (row)));
}

static void
created_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(CapRisksView) self = user_data;
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
  open_address (self, address);
}

/* The name of the button is the UUID of the risk. */
static void
create_cb (CapRisksView *self,
           GtkWidget    *button)
{
  const CapRecord *risk = cap_dossier_find_record (self->dossier, CAP_REGISTER_RISK,
                                                   gtk_widget_get_name (button));
  g_autoptr(CapAction) action = NULL;
  CapCommand *command;

  if (risk == NULL || !cap_record_desk_can_change (self->desk))
    return;

  action = cap_action_new (NULL, cap_record_get_title (risk));
  action->created = cap_workspace_dup_today (self->workspace);
  cap_action_add_origin (action, CAP_ORIGIN_RISK, cap_record_get_code (risk));
  command = cap_command_new (CAP_GESTURE_ADD_ACTION, NULL);
  cap_command_put_action (command, action);
  cap_set_string (&self->created, action->id);
  cap_workspace_run_async (self->workspace, command, NULL, created_cb, g_object_ref (self));
}

static GtkWidget *
new_create_button (CapRisksView    *self,
                   const CapRecord *risk)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");
  g_autofree char *name = NULL;

  /* Translators: %s is the code of a risk */
  name = g_strdup_printf (_("Create an action for %s"), cap_record_get_code (risk));
  gtk_widget_set_name (button, risk->id);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (create_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static void
add_row (CapRisksView        *self,
         const CapRiskFigure *figure)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *code = gtk_label_new (cap_record_get_code (figure->risk));
  const char *due = cap_risk_due_get_label (figure->due);
  g_autofree char *summary = cap_risk_figure_dup_summary (figure);
  g_autofree char *subtitle = due != NULL ? g_strdup_printf ("%s\n%s", summary, due) : g_strdup (summary);

  gtk_widget_set_name (row, figure->risk->id);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), cap_record_get_title (figure->risk));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 4);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  gtk_widget_add_css_class (code, "numeric");
  gtk_widget_add_css_class (code, "register-code");
  gtk_label_set_xalign (GTK_LABEL (code), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), code);
  if (cap_record_desk_can_change (self->desk))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_create_button (self, figure->risk));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (self->list, row);
}

static gboolean
is_shown (CapRisksView        *self,
          const CapRiskFigure *figure)
{
  int likelihood;
  int severity;
  int row;
  int column;

  if (!cap_risk_chart_get_chosen (self->chart, &likelihood, &severity))
    return TRUE;

  return cap_risk_figure_get_place (figure, shows_after (self), &row, &column) && row == likelihood &&
         column == severity;
}

static void
fill_list (CapRisksView *self)
{
  GtkWidget *row;
  guint n_shown = 0;
  guint n_due = 0;
  g_autofree char *shown = NULL;
  g_autofree char *due = NULL;
  g_autofree char *text = NULL;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < self->figures->len; i++)
    {
      const CapRiskFigure *figure = g_ptr_array_index (self->figures, i);

      if (!is_shown (self, figure))
        continue;

      add_row (self, figure);
      n_shown++;
      n_due += figure->due != CAP_RISK_DUE_NOT ? 1 : 0;
    }

  shown = g_strdup_printf (ngettext ("%1$u line of %2$u", "%1$u lines of %2$u", n_shown), n_shown,
                           self->figures->len);
  due = n_due == 0 ? g_strdup (_("all ratings are up to date"))
                   : g_strdup_printf (ngettext ("%u to be rated", "%u to be rated", n_due), n_due);
  text = g_strdup_printf ("%s · %s", shown, due);
  gtk_label_set_text (self->summary, text);
  gtk_widget_set_visible (self->all_button, n_shown < self->figures->len);
}

/* A cell that is empty now is not chosen any more. */
static void
show_chart (CapRisksView *self)
{
  gboolean found = FALSE;

  cap_risk_chart_show (self->chart, self->figures, shows_after (self));
  for (guint i = 0; i < self->figures->len; i++)
    found = found || is_shown (self, g_ptr_array_index (self->figures, i));
  if (!found)
    cap_risk_chart_choose_none (self->chart);
}

static void
update (CapRisksView *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  g_autofree char *today = NULL;
  gboolean can_change;

  if (dossier == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)) || dossier == self->dossier)
    return;

  today = cap_workspace_dup_today (self->workspace);
  can_change = cap_record_desk_can_change (self->desk);
  g_ptr_array_unref (self->figures);
  self->figures = cap_risk_figures_list (dossier, today);
  g_clear_pointer (&self->dossier, cap_dossier_unref);
  self->dossier = cap_dossier_ref (dossier);

  show_chart (self);
  fill_list (self);
  gtk_widget_set_visible (self->add_button, can_change);
  gtk_widget_set_visible (self->first_button, can_change);
  gtk_stack_set_visible_child_name (self->stack, self->figures->len > 0 ? "list" : "empty");
  if (open_risk (self, self->added))
    g_clear_pointer (&self->added, g_free);
}

static void
chosen_cb (CapRisksView *self)
{
  if (self->dossier != NULL)
    fill_list (self);
}

static void
after_toggled_cb (CapRisksView *self)
{
  if (self->dossier == NULL)
    return;

  show_chart (self);
  fill_list (self);
}

static void
show_all_cb (CapRisksView *self)
{
  cap_risk_chart_choose_none (self->chart);
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

/* It enters with a title to be changed at once, on its own page: that opens once the line is there. */
static void
add_cb (CapRisksView *self)
{
  g_autoptr(CapRecord) risk = cap_record_desk_draft (self->desk, CAP_REGISTER_RISK, NULL);
  g_autoptr(GPtrArray) faults = NULL;

  cap_record_set (risk, CAP_RISK_TITLE, _("New risk or opportunity"));
  cap_set_string (&self->added, risk->id);
  faults = cap_record_desk_add (self->desk, risk);
  if (faults->len > 0)
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR,
                          ((CapRecordFault *) g_ptr_array_index (faults, 0))->sentence);
}

static void
failed_cb (CapRisksView *self,
           const char   *sentence)
{
  cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, sentence);
}

static void
cap_risks_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cap_risks_view_parent_class)->map (widget);

  update (CAP_RISKS_VIEW (widget));
}

static void
cap_risks_view_dispose (GObject *object)
{
  CapRisksView *self = CAP_RISKS_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_ptr_array_set_size (self->figures, 0);
  g_clear_pointer (&self->dossier, cap_dossier_unref);
  g_clear_object (&self->desk);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_risks_view_parent_class)->dispose (object);
}

static void
cap_risks_view_finalize (GObject *object)
{
  CapRisksView *self = CAP_RISKS_VIEW (object);

  g_ptr_array_unref (self->figures);
  g_free (self->created);
  g_free (self->added);

  G_OBJECT_CLASS (cap_risks_view_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CapRisksView, message);
  gtk_widget_class_bind_template_child (widget_class, CapRisksView, stack);
  gtk_widget_class_bind_template_child (widget_class, CapRisksView, empty_page);
  gtk_widget_class_bind_template_child (widget_class, CapRisksView, first_button);
  gtk_widget_class_bind_template_child (widget_class, CapRisksView, add_button);
  gtk_widget_class_bind_template_child (widget_class, CapRisksView, summary);
  gtk_widget_class_bind_template_child (widget_class, CapRisksView, list);
  gtk_widget_class_bind_template_child (widget_class, CapRisksView, all_button);
  gtk_widget_class_bind_template_child (widget_class, CapRisksView, after_button);
  gtk_widget_class_bind_template_child (widget_class, CapRisksView, chart);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, after_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
cap_risks_view_class_init (CapRisksViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_risks_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_risks_view_finalize;
  widget_class->map = cap_risks_view_map;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  g_type_ensure (CAP_TYPE_REFLOW);
  g_type_ensure (CAP_TYPE_RISK_CHART);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-risks-view.ui");
  bind_children (widget_class);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_risks_view_init (CapRisksView *self)
{
  self->figures = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_status_page_set_description (self->empty_page,
                                   gettext (cap_register_get (CAP_REGISTER_RISK)->empty));
}

/**
 * cap_risks_view_new:
 * @workspace: with a dossier open
 *
 * Returns: (transfer floating): its risks and opportunities
 */
GtkWidget *
cap_risks_view_new (CapWorkspace *workspace)
{
  CapRisksView *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_RISKS_VIEW, NULL);
  self->workspace = g_object_ref (workspace);
  self->desk = cap_record_desk_new (workspace);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
