/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/quality/cap-listening-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "quality/cap-address.h"
#include "quality/cap-complaint-figures.h"
#include "quality/cap-record-rules.h"
#include "quality/cap-survey-figures.h"
#include "ui/quality/cap-figure-box.h"
#include "ui/quality/cap-survey-card.h"
#include "ui/widgets/cap-message-bar.h"
#include "ui/widgets/cap-reflow.h"
#include "ui/widgets/cap-tag.h"

/**
 * CapListeningView:
 *
 * What people say: the surveys, drawn, and the complaints with how long they waited, each with the
 * action that it brought or a button that makes one.
 */
struct _CapListeningView
{
  GtkWidget      parent_instance;

  /* Owned */
  CapWorkspace  *workspace;
  CapDossier    *shown;     /* the state of the dossier on display, or NULL */
  char          *opening;   /* the address of what is being made, or NULL */
  char          *action;    /* UUID of the action that is being made, or NULL */

  /* Template children */
  CapMessageBar *message;
  GtkWidget     *add_survey;
  GtkWidget     *add_complaint;
  GtkLabel      *surveys_text;
  GtkBox        *surveys;
  GtkLabel      *complaints_text;
  CapReflow     *tiles;
  GtkListBox    *complaints;
};

G_DEFINE_FINAL_TYPE (CapListeningView, cap_listening_view, GTK_TYPE_WIDGET)

static void
open_address (CapListeningView *self,
              const char       *address)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "journey.open", "s", address);
}

static void
ran_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(CapListeningView) self = CAP_LISTENING_VIEW (user_data);
  g_autofree char *address = g_steal_pointer (&self->opening);
  g_autofree char *id = g_steal_pointer (&self->action);
  g_autoptr(GError) error = NULL;
  const CapAction *action;

  if (!cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error))
    {
      cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
      return;
    }

  cap_message_bar_hide (self->message);
  action = cap_dossier_find_action_by_id (cap_workspace_get_dossier (self->workspace), id);
  if (action != NULL)
    {
      g_free (address);
      address = cap_address_new_for_action (action);
    }
  if (address != NULL)
    open_address (self, address);
}

static gboolean
can_start (CapListeningView *self)
{
  return cap_workspace_get_dossier (self->workspace) != NULL && self->opening == NULL &&
         self->action == NULL && !cap_workspace_get_read_only (self->workspace);
}

/* What a record cannot do without: the name of its kind, and today, until its page says better. */
static void
fill_required (CapRecord  *record,
               const char *today)
{
  const CapRegister *reg = cap_register_get (record->kind);

  for (guint i = 1; i < reg->n_fields; i++)
    {
      if (reg->fields[i].required)
        cap_record_set (record, i, reg->fields[i].kind == CAP_VALUE_DATE ? today : gettext (reg->one));
    }
}

static void
add_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  CapListeningView *self = CAP_LISTENING_VIEW (widget);
  const CapRegister *reg = cap_register_find (g_variant_get_string (parameter, NULL));
  g_autoptr(CapRecord) record = NULL;
  g_autofree char *today = NULL;
  g_autofree char *code = NULL;
  CapCommand *command;

  if (reg == NULL || !can_start (self))
    return;

  today = cap_workspace_dup_today (self->workspace);
  code = cap_record_dup_next_code (cap_workspace_get_dossier (self->workspace), reg->kind, today);
  record = cap_record_new (reg->kind, NULL);
  cap_record_set (record, 0, code);
  fill_required (record, today);
  command = cap_command_new (CAP_GESTURE_RECORD, code);
  cap_command_put_record (command, record);
  self->opening = cap_address_new_for_record (record);
  cap_workspace_run_async (self->workspace, command, NULL, ran_cb, g_object_ref (self));
}

static void
create_action_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  CapListeningView *self = CAP_LISTENING_VIEW (widget);
  g_autoptr(CapAction) action = NULL;
  const CapRecord *complaint;
  CapCommand *command;

  if (!can_start (self))
    return;

  complaint = cap_dossier_find_record (cap_workspace_get_dossier (self->workspace), CAP_REGISTER_COMPLAINT,
                                       g_variant_get_string (parameter, NULL));
  if (complaint == NULL)
    return;

  action = cap_complaint_new_action (complaint);
  action->created = cap_workspace_dup_today (self->workspace);
  command = cap_command_new (CAP_GESTURE_ADD_ACTION, NULL);
  cap_command_put_action (command, action);
  self->action = g_strdup (action->id);
  cap_workspace_run_async (self->workspace, command, NULL, ran_cb, g_object_ref (self));
}

static void
show_surveys (CapListeningView *self)
{
  g_autoptr(GPtrArray) list = cap_survey_figures_list (self->shown, NULL, NULL);
  g_autofree char *text = NULL;
  guint n_untold = 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->surveys))) != NULL)
    gtk_box_remove (self->surveys, child);
  for (guint i = 0; i < list->len; i++)
    {
      const CapSurveyFigures *figures = g_ptr_array_index (list, i);

      n_untold += figures->told ? 0 : 1;
      gtk_box_append (self->surveys, cap_survey_card_new (figures));
    }

  if (list->len == 0)
    text = g_strdup (gettext (cap_register_get (CAP_REGISTER_SURVEY)->empty));
  else if (n_untold == 0)
    text = g_strdup (_("Those who answered were told the results each time."));
  else
    text = g_strdup_printf (ngettext ("The results of %u survey are still to be told to those who answered.",
                                      "The results of %u surveys are still to be told to those who answered.",
                                      n_untold), n_untold);
  gtk_label_set_text (self->surveys_text, text);
  gtk_widget_set_visible (GTK_WIDGET (self->surveys), list->len > 0);
}

/* A number of days; a dash when one of the dates is not said. */
static char *
dup_delay (const char *from,
           const char *to)
{
  g_autoptr(GArray) days = g_array_new (FALSE, FALSE, sizeof (int));

  cap_delays_add (days, from, to);

  return days->len > 0 ? cap_delays_dup_days (cap_delays_measure (days).median) : g_strdup ("–");
}

static char *
dup_subtitle (const CapRecord *complaint,
              const char      *today)
{
  const char *received = cap_record_get (complaint, CAP_COMPLAINT_RECEIVED);
  const char *answered = cap_record_get (complaint, CAP_COMPLAINT_ANSWERED);
  const char *closed = cap_record_get (complaint, CAP_COMPLAINT_CLOSED);
  const char *public = cap_record_get_choice (complaint, CAP_COMPLAINT_PUBLIC);
  g_autofree char *day = received != NULL ? cap_date_format_short (received) : g_strdup ("–");
  g_autofree char *to_answer = dup_delay (received, answered != NULL ? answered : today);
  g_autofree char *to_close = dup_delay (received, closed);
  GString *text = g_string_new (cap_record_get_code (complaint));

  if (public != NULL)
    g_string_append_printf (text, " · %s", public);
  g_string_append (text, " · ");
  /* Translators: %s is a day in figures */
  g_string_append_printf (text, C_("complaint", "received on %s"), day);
  if (answered != NULL)
    /* Translators: %s is a number of days; it follows the day a complaint was received */
    g_string_append_printf (text, C_("complaint", ", answered in %s"), to_answer);
  else if (closed == NULL)
    /* Translators: %s is a number of days; it follows the day a complaint was received */
    g_string_append_printf (text, C_("complaint", ", waiting for %s"), to_answer);
  if (closed != NULL)
    /* Translators: %s is a number of days; it follows the day a complaint was received */
    g_string_append_printf (text, C_("complaint", ", closed in %s"), to_close);

  return g_string_free (text, FALSE);
}

static GtkWidget *
new_action_button (CapListeningView *self,
                   const CapRecord  *complaint)
{
  g_autoptr(GPtrArray) actions = cap_complaint_list_actions (complaint, self->shown);
  const CapAction *action = actions->len > 0 ? g_ptr_array_index (actions, 0) : NULL;
  g_autofree char *address = action != NULL ? cap_address_new_for_action (action) : NULL;
  /* Translators: %u is the number of an action */
  g_autofree char *label = action != NULL ? g_strdup_printf (C_("complaint", "Action %u"), action->number)
                                          : g_strdup (_("Create an Action"));
  g_autofree char *name = g_strdup_printf ("%s, %s", label, cap_record_get_code (complaint));
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button),
                                  action != NULL ? "journey.open" : "listening.create-action");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", action != NULL ? address : complaint->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (button, action != NULL || !cap_workspace_get_read_only (self->workspace));

  return button;
}

/* The name of a row is the UUID of its complaint. */
static void
add_complaint (CapListeningView *self,
               const CapRecord  *complaint,
               const char       *today)
{
  const CapComplaintState state = cap_complaint_get_state (complaint, today);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *tag = cap_tag_new (cap_complaint_state_get_label (state),
                                state == CAP_COMPLAINT_LATE ? "warning-tag"
                                : state == CAP_COMPLAINT_ENDED ? "accent-tag" : "tag");
  g_autofree char *subtitle = dup_subtitle (complaint, today);

  gtk_widget_set_name (row, complaint->id);
  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), cap_record_get_title (complaint));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), tag);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_action_button (self, complaint));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (self->complaints, row);
}

static void
complaint_activated_cb (CapListeningView *self,
                        GtkListBoxRow    *row)
{
  const CapRecord *complaint = cap_dossier_find_record (self->shown, CAP_REGISTER_COMPLAINT,
                                                        gtk_widget_get_name (GTK_WIDGET (row)));
  g_autofree char *address = complaint != NULL ? cap_address_new_for_record (complaint) : NULL;

  if (address != NULL)
    open_address (self, address);
}

static void
add_tile (CapListeningView *self,
          const char       *figure,
          const char       *label)
{
  cap_reflow_append (self->tiles, cap_figure_box_new_tile (figure, label));
}

static void
show_tiles (CapListeningView          *self,
            const CapComplaintFigures *figures)
{
  g_autofree char *received = g_strdup_printf ("%u", figures->received);
  g_autofree char *open = g_strdup_printf ("%u", figures->open);
  g_autofree char *median = figures->to_answer.n > 0 ? cap_delays_dup_days (figures->to_answer.median)
                                                     : g_strdup ("–");
  g_autofree char *slow = g_strdup_printf ("%u", figures->answered_late + figures->late->len);
  /* Translators: %d is a number of days */
  g_autofree char *late = g_strdup_printf (_("without answer after %d days, or answered later"),
                                           CAP_COMPLAINT_ANSWER_DAYS);

  cap_reflow_clear (self->tiles);
  add_tile (self, received, C_("complaints", "received"));
  add_tile (self, open, C_("complaints", "still open"));
  add_tile (self, median, _("median time to answer"));
  add_tile (self, slow, late);
}

static char *
dup_sentence (const CapComplaintFigures *figures)
{
  g_autofree char *share = NULL;

  if (figures->received == 0)
    return g_strdup (gettext (cap_register_get (CAP_REGISTER_COMPLAINT)->empty));

  share = cap_share_dup_text ((CapShare) { figures->with_action, figures->received });

  /* Translators: %s is as “18 of 41 (43.9%)” */
  return g_strdup_printf (_("An action of the plan mends %s of them."), share);
}

static int
compare_newest (gconstpointer a,
                gconstpointer b)
{
  const CapRecord *one = *(const CapRecord * const *) a;
  const CapRecord *other = *(const CapRecord * const *) b;
  const int order = g_strcmp0 (cap_record_get (other, CAP_COMPLAINT_RECEIVED),
                               cap_record_get (one, CAP_COMPLAINT_RECEIVED));

  return order != 0 ? order : -cap_record_compare (one, other);
}

static void
show_complaints (CapListeningView *self)
{
  const GPtrArray *all = self->shown->registers[CAP_REGISTER_COMPLAINT];
  g_autofree char *today = cap_workspace_dup_today (self->workspace);
  g_autoptr(CapComplaintFigures) figures = cap_complaint_figures_new (self->shown, NULL, NULL, today);
  g_autoptr(GPtrArray) newest = g_ptr_array_new ();
  g_autofree char *sentence = NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->complaints))) != NULL)
    gtk_list_box_remove (self->complaints, row);
  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (newest, g_ptr_array_index (all, i));
  g_ptr_array_sort (newest, compare_newest);
  for (guint i = 0; i < newest->len; i++)
    add_complaint (self, g_ptr_array_index (newest, i), today);

  sentence = dup_sentence (figures);
  gtk_label_set_text (self->complaints_text, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->complaints), all->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->tiles), all->len > 0);
  show_tiles (self, figures);
}

static void
update (CapListeningView *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  const gboolean can_change = !cap_workspace_get_read_only (self->workspace);

  if (dossier == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  gtk_widget_set_visible (self->add_survey, can_change);
  gtk_widget_set_visible (self->add_complaint, can_change);
  if (dossier == self->shown)
    return;

  g_clear_pointer (&self->shown, cap_dossier_unref);
  self->shown = cap_dossier_ref (dossier);
  show_surveys (self);
  show_complaints (self);
}

static void
cap_listening_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cap_listening_view_parent_class)->map (widget);

  update (CAP_LISTENING_VIEW (widget));
}

static void
cap_listening_view_dispose (GObject *object)
{
  CapListeningView *self = CAP_LISTENING_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->shown, cap_dossier_unref);
  g_clear_pointer (&self->opening, g_free);
  g_clear_pointer (&self->action, g_free);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_listening_view_parent_class)->dispose (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, CapListeningView, child)

static void
cap_listening_view_class_init (CapListeningViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_listening_view_dispose;
  widget_class->map = cap_listening_view_map;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  g_type_ensure (CAP_TYPE_REFLOW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-listening-view.ui");
  BIND (message);
  BIND (add_survey);
  BIND (add_complaint);
  BIND (surveys_text);
  BIND (surveys);
  BIND (complaints_text);
  BIND (tiles);
  BIND (complaints);
  gtk_widget_class_bind_template_callback (widget_class, complaint_activated_cb);

  gtk_widget_class_install_action (widget_class, "listening.add", "s", add_cb);
  gtk_widget_class_install_action (widget_class, "listening.create-action", "s", create_action_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

#undef BIND

static void
cap_listening_view_init (CapListeningView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cap_listening_view_new:
 * @workspace: with a dossier open
 *
 * Returns: (transfer floating): its surveys and its complaints
 */
GtkWidget *
cap_listening_view_new (CapWorkspace *workspace)
{
  CapListeningView *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_LISTENING_VIEW, NULL);
  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
