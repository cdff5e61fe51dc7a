/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/quality/cap-commitments-view.h"

#include <glib/gi18n.h>

#include "quality/cap-address.h"
#include "quality/cap-commitment-figures.h"
#include "quality/cap-commitment-rules.h"
#include "ui/quality/cap-commitment-charts.h"
#include "ui/quality/cap-commitment-list.h"
#include "ui/records/cap-import-register-window.h"
#include "ui/widgets/cap-message-bar.h"

/**
 * CapCommitmentsView:
 *
 * The engagements réciproques: the register, by code, with those whose review is late on top, and
 * their figures. One is added with its type and nothing else; its page says the rest.
 */
struct _CapCommitmentsView
{
  GtkWidget          parent_instance;

  /* Owned */
  CapWorkspace      *workspace;
  CapDossier        *shown;     /* the state of the dossier on display, or NULL */
  CapRecord         *draft;     /* the one that is being added, or NULL */

  /* Template children */
  CapMessageBar     *message;
  GtkWidget         *import_button;
  GtkMenuButton     *add_button;
  GtkBox            *type_box;
  GtkStack          *stack;
  GtkStack          *register_;
  GtkWidget         *empty_import;
  GtkWidget         *late_box;
  GtkLabel          *late_label;
  GtkEditable       *search;
  GtkDropDown       *type_choice;
  GtkDropDown       *state_choice;
  GtkLabel          *count_label;
  CapCommitmentList *list;
};

G_DEFINE_FINAL_TYPE (CapCommitmentsView, cap_commitments_view, GTK_TYPE_WIDGET)

static void
show_count (CapCommitmentsView *self)
{
  const guint n_shown = cap_commitment_list_get_n_shown (self->list);
  const guint n_all = self->shown != NULL ? self->shown->registers[CAP_REGISTER_COMMITMENT]->len : 0;
  g_autofree char *text = NULL;

  if (n_shown == n_all)
    /* Translators: number of commitments */
    text = g_strdup_printf (ngettext ("%u commitment", "%u commitments", n_all), n_all);
  else
    /* Translators: number of commitments shown, and of all of them */
    text = g_strdup_printf (ngettext ("%1$u of %2$u commitment", "%1$u of %2$u commitments", n_all), n_shown,
                            n_all);
  gtk_label_set_text (self->count_label, text);
}

/* The first choice is any of them; none is selected while there are no choices yet. */
static int
get_choice (GtkDropDown *choice)
{
  const guint selected = gtk_drop_down_get_selected (choice);

  return selected == GTK_INVALID_LIST_POSITION ? CAP_COMMITMENT_ANY : (int) selected - 1;
}

static void
filter_cb (CapCommitmentsView *self)
{
  cap_commitment_list_filter (self->list, get_choice (self->type_choice), get_choice (self->state_choice),
                              gtk_editable_get_text (self->search));
  show_count (self);
}

static void
show_late_cb (CapCommitmentsView *self)
{
  gtk_editable_set_text (self->search, "");
  gtk_drop_down_set_selected (self->type_choice, 0);
  gtk_drop_down_set_selected (self->state_choice, CAP_COMMITMENT_LATE + 1);
}

static void
show_late (CapCommitmentsView *self,
           const char         *today)
{
  g_autoptr(CapCommitmentFigures) figures = cap_commitment_figures_new (self->shown, NULL, NULL, today);
  g_autoptr(GArray) days = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree char *waited = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->late_box, figures->late->len > 0);
  if (figures->late->len == 0)
    return;

  cap_delays_add (days, cap_record_get (g_ptr_array_index (figures->late, 0), CAP_COMMITMENT_REVIEW), today);
  waited = cap_delays_dup_days (cap_delays_measure (days).median);
  /* Translators: %1$u is a number of reviews, %2$s a number of days */
  text = g_strdup_printf (ngettext ("%1$u review is late, by %2$s.",
                                    "%1$u reviews are late; the oldest one has waited %2$s.",
                                    figures->late->len), figures->late->len, waited);
  gtk_label_set_text (self->late_label, text);
}

static void
update (CapCommitmentsView *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  const gboolean can_change = !cap_workspace_get_read_only (self->workspace);
  g_autofree char *today = NULL;

  if (dossier == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  gtk_widget_set_visible (self->import_button, can_change);
  gtk_widget_set_visible (self->empty_import, can_change);
  gtk_widget_set_visible (GTK_WIDGET (self->add_button), can_change);
  if (dossier == self->shown)
    return;

  g_clear_pointer (&self->shown, cap_dossier_unref);
  self->shown = cap_dossier_ref (dossier);
  today = cap_workspace_dup_today (self->workspace);
  gtk_stack_set_visible_child_name (self->register_,
                                    dossier->registers[CAP_REGISTER_COMMITMENT]->len > 0 ? "list" : "empty");
  cap_commitment_list_show (self->list, dossier, today);
  show_late (self, today);
  show_count (self);
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(CapCommitmentsView) self = CAP_COMMITMENTS_VIEW (user_data);
  g_autoptr(CapRecord) draft = g_steal_pointer (&self->draft);
  g_autofree char *address = NULL;
  g_autoptr(GError) error = NULL;

  if (!cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error))
    {
      cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
      return;
    }

  cap_message_bar_hide (self->message);
  address = draft != NULL ? cap_address_new_for_record (draft) : NULL;
  if (address != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "journey.open", "s", address);
}

/* Signed today, with the next code and its first review in six months: its page is there to say otherwise. */
static void
add_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  CapCommitmentsView *self = CAP_COMMITMENTS_VIEW (widget);
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  g_autofree char *today = cap_workspace_dup_today (self->workspace);
  CapCommand *command;

  gtk_menu_button_popdown (self->add_button);
  if (dossier == NULL || self->draft != NULL || cap_workspace_get_read_only (self->workspace))
    return;

  self->draft = cap_commitment_new (dossier, g_variant_get_string (parameter, NULL), today);
  command = cap_command_new (CAP_GESTURE_RECORD, cap_record_get_code (self->draft));
  cap_command_put_record (command, self->draft);
  cap_workspace_run_async (self->workspace, command, NULL, added_cb, g_object_ref (self));
}

static void
import_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  CapCommitmentsView *self = CAP_COMMITMENTS_VIEW (widget);
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (widget));

  if (cap_workspace_get_dossier (self->workspace) != NULL && !cap_workspace_get_read_only (self->workspace))
    gtk_window_present (GTK_WINDOW (cap_import_register_window_new (parent, self->workspace,
                                                                    CAP_REGISTER_COMMITMENT)));
}

static void
cap_commitments_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cap_commitments_view_parent_class)->map (widget);

  update (CAP_COMMITMENTS_VIEW (widget));
}

static void
cap_commitments_view_dispose (GObject *object)
{
  CapCommitmentsView *self = CAP_COMMITMENTS_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->shown, cap_dossier_unref);
  g_clear_pointer (&self->draft, cap_record_free);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_commitments_view_parent_class)->dispose (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, CapCommitmentsView, child)

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-commitments-view.ui");
  BIND (message);
  BIND (import_button);
  BIND (add_button);
  BIND (type_box);
  BIND (stack);
  BIND (register_);
  BIND (empty_import);
  BIND (late_box);
  BIND (late_label);
  BIND (search);
  BIND (type_choice);
  BIND (state_choice);
  BIND (count_label);
  BIND (list);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_late_cb);
}

#undef BIND

static void
cap_commitments_view_class_init (CapCommitmentsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_commitments_view_dispose;
  widget_class->map = cap_commitments_view_map;

  g_type_ensure (CAP_TYPE_COMMITMENT_LIST);
  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  bind_template (widget_class);

  gtk_widget_class_install_action (widget_class, "commitments.add", "s", add_cb);
  gtk_widget_class_install_action (widget_class, "commitments.import", NULL, import_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

/* @any, then the labels. The button inside takes the focus: it is what is spoken. */
static void
fill_choice (GtkDropDown  *choice,
             const char   *name,
             const char   *any,
             const char  *(*get_label) (guint),
             guint         n_labels)
{
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, any);
  for (guint i = 0; i < n_labels; i++)
    gtk_string_list_append (labels, get_label (i));
  gtk_drop_down_set_model (choice, G_LIST_MODEL (labels));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (choice))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static const char *
get_state_label (guint state)
{
  return cap_commitment_state_get_label ((CapCommitmentState) state);
}

static void
add_type_buttons (CapCommitmentsView *self)
{
  const CapChoice *types = cap_register_get (CAP_REGISTER_COMMITMENT)->fields[CAP_COMMITMENT_TYPE].choices;

  for (guint i = 0; i < CAP_N_COMMITMENT_TYPES; i++)
    {
      GtkWidget *button = gtk_button_new ();
      GtkWidget *label = gtk_label_new (cap_commitment_type_get_label (i));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_button_set_child (GTK_BUTTON (button), label);
      gtk_widget_add_css_class (button, "flat");
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      cap_commitment_type_get_label (i), -1);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "commitments.add");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", types[i].name);
      gtk_box_append (self->type_box, button);
    }
}

static void
cap_commitments_view_init (CapCommitmentsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choice (self->type_choice, _("Type of the commitments shown"), _("All types"),
               cap_commitment_type_get_label, CAP_N_COMMITMENT_TYPES);
  fill_choice (self->state_choice, _("State of the commitments shown"), C_("commitments", "In any state"),
               get_state_label, CAP_N_COMMITMENT_STATES);
  add_type_buttons (self);
}

/**
 * cap_commitments_view_new:
 * @workspace: with a dossier open
 *
 * Returns: (transfer floating): its engagements réciproques
 */
GtkWidget *
cap_commitments_view_new (CapWorkspace *workspace)
{
  CapCommitmentsView *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_COMMITMENTS_VIEW, NULL);
  self->workspace = g_object_ref (workspace);
  gtk_stack_add_titled (self->stack, cap_commitment_charts_new (workspace), "figures",
                        C_("commitments", "Figures"));
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
