/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/evaluation/cap-meeting-window.h"

#include <glib/gi18n.h>

#include "base/cap-text.h"
#include "quality/cap-campaign.h"
#include "scoring/cap-agenda.h"
#include "scoring/cap-votes-text.h"
#include "ui/evaluation/cap-answer-editor.h"
#include "ui/evaluation/cap-comment-box.h"
#include "ui/evaluation/cap-level-card.h"
#include "ui/evaluation/cap-meeting-clock.h"
#include "ui/evaluation/cap-meeting-end.h"
#include "ui/evaluation/cap-parking-row.h"
#include "ui/evaluation/cap-spread-chart.h"
#include "ui/widgets/cap-digit-key.h"
#include "ui/widgets/cap-message-bar.h"
#include "ui/widgets/cap-reflow.h"

/**
 * CapMeetingWindow:
 *
 * The meeting, to be projected: one criterion at a time, its descriptors, how people voted, and the level
 * that the group decides, with one key. What is decided is the answer; votes stay as they are.
 */
struct _CapMeetingWindow
{
  AdwWindow            parent_instance;

  /* Owned */
  CapWorkspace        *workspace;
  CapAnswerEditor     *editor;
  CapFramework        *framework;  /* the agenda borrows from it, or NULL */
  CapDossier          *shown;      /* the state that the votes are of, or NULL */
  CapVotes            *votes;
  GPtrArray           *agenda;     /* (element-type CapCriterion) */
  GPtrArray           *cards;      /* (element-type GtkWidget), borrowed */
  char                *code;       /* the criterion in course, or NULL at the end */
  const CapObjective  *objective;  /* the one in course, borrowed from @framework */
  gint64               since;      /* when it was begun, monotonic */
  guint                tick;

  GtkWidget           *chart;
  GtkLabel            *reading;    /* what the chart shows, in words */
  GtkWidget           *note;
  GtkWidget           *parking;
  CapReflow           *columns;
  GtkBox              *levels;

  /* Template children */
  AdwWindowTitle      *title_widget;
  GtkToggleButton     *order_button;
  CapMessageBar       *message;
  GtkStack            *stack;
  GtkBox              *page;
  GtkLabel            *code_label;
  GtkWidget           *discuss_tag;
  GtkLabel            *time_label;
  GtkLabel            *label_label;
  GtkLabel            *question_label;
  CapMeetingEnd       *end;
};

G_DEFINE_FINAL_TYPE (CapMeetingWindow, cap_meeting_window, ADW_TYPE_WINDOW)

/* Returns: where the criterion in course is in the agenda; its length at the end */
static guint
get_index (CapMeetingWindow *self)
{
  for (guint i = 0; self->code != NULL && i < self->agenda->len; i++)
    {
      if (g_str_equal (((CapCriterion *) g_ptr_array_index (self->agenda, i))->code, self->code))
        return i;
    }

  return self->agenda->len;
}

static const CapCriterion *
get_criterion (CapMeetingWindow *self)
{
  const guint index = get_index (self);

  return index < self->agenda->len ? g_ptr_array_index (self->agenda, index) : NULL;
}

static void
show_time (CapMeetingWindow *self)
{
  const CapEvaluation *evaluation = cap_workspace_get_evaluation (self->workspace);
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *text = NULL;

  if (dossier == NULL || evaluation == NULL)
    return;

  text = cap_meeting_clock_dup_text (cap_campaign_find (dossier, evaluation), today,
                                     (guint) (g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now)),
                                     (guint) ((g_get_monotonic_time () - self->since) / G_USEC_PER_SEC),
                                     cap_agenda_count_objectives (self->agenda, get_index (self)));
  if (g_strcmp0 (gtk_label_get_text (self->time_label), text) != 0)
    gtk_label_set_text (self->time_label, text);
}

static gboolean
tick_cb (gpointer user_data)
{
  show_time (user_data);

  return G_SOURCE_CONTINUE;
}

static void
show_votes (CapMeetingWindow *self,
            int               decided)
{
  const CapSpread *spread = cap_votes_get (self->votes, self->code);
  g_autofree char *summary = cap_spread_dup_summary (spread);
  g_autofree char *hidden = cap_spread_dup_hidden (spread);
  g_autofree char *reading = g_strjoin (" ", summary, hidden, NULL);

  cap_spread_chart_show (CAP_SPREAD_CHART (self->chart), spread, self->framework, decided);
  gtk_widget_set_visible (self->chart, spread->whole.n_votes > 0);
  gtk_label_set_text (self->reading, reading);
}

static void
show_answer (CapMeetingWindow *self)
{
  const CapAnswer *answer = cap_answer_editor_get_answer (self->editor);
  const char *error = cap_answer_editor_get_error (self->editor);
  const int level = answer != NULL ? answer->level : CAP_LEVEL_UNSET;

  if (error != NULL)
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error);
  else
    cap_message_bar_hide (self->message);
  for (guint i = 0; i < self->cards->len; i++)
    {
      GtkWidget *card = g_ptr_array_index (self->cards, i);

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (card),
                                    level == cap_level_card_get_level (CAP_LEVEL_CARD (card)));
      gtk_widget_set_sensitive (card, !cap_answer_editor_get_read_only (self->editor));
    }
  if (self->code != NULL)
    show_votes (self, level);
  cap_comment_box_reload (CAP_COMMENT_BOX (self->note));
}

static void
card_clicked_cb (CapMeetingWindow *self,
                 GtkWidget        *card)
{
  cap_answer_editor_rate (self->editor, cap_level_card_get_level (CAP_LEVEL_CARD (card)));
}

static void
make_cards (CapMeetingWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->levels))) != NULL)
    gtk_box_remove (self->levels, child);
  g_ptr_array_set_size (self->cards, 0);
  for (guint i = 0; i < self->framework->levels->len; i++)
    {
      const CapLevel *level = g_ptr_array_index (self->framework->levels, i);
      GtkWidget *card = cap_level_card_new (level->number);

      g_signal_connect_object (card, "clicked", G_CALLBACK (card_clicked_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->cards, card);
      gtk_box_append (self->levels, card);
    }
}

static void
show_end (CapMeetingWindow *self)
{
  const CapEvaluation *evaluation = cap_workspace_get_evaluation (self->workspace);

  adw_window_title_set_title (self->title_widget, _("End of the meeting"));
  adw_window_title_set_subtitle (self->title_widget, "");
  cap_meeting_end_show (self->end, evaluation, self->agenda, self->votes);
  gtk_stack_set_visible_child_name (self->stack, "end");
}

static void
begin_objective (CapMeetingWindow   *self,
                 const CapObjective *objective)
{
  if (objective == self->objective)
    return;

  self->objective = objective;
  self->since = g_get_monotonic_time ();
}

static void
show_criterion (CapMeetingWindow   *self,
                const CapCriterion *criterion)
{
  /* Translators: which criterion of the meeting, of how many */
  g_autofree char *position = g_strdup_printf (_("%1$u of %2$u"), get_index (self) + 1, self->agenda->len);
  g_autofree char *title = g_strdup_printf ("%s %s", criterion->objective->code, criterion->objective->label);

  begin_objective (self, criterion->objective);
  adw_window_title_set_title (self->title_widget, title);
  adw_window_title_set_subtitle (self->title_widget, position);
  gtk_label_set_text (self->code_label, criterion->code);
  gtk_label_set_text (self->label_label, criterion->label);
  gtk_label_set_text (self->question_label, criterion->question != NULL ? criterion->question : "");
  gtk_widget_set_visible (GTK_WIDGET (self->question_label), criterion->question != NULL);
  gtk_widget_set_visible (self->discuss_tag, cap_votes_get (self->votes, criterion->code)->discuss);
  for (guint i = 0; i < self->cards->len; i++)
    cap_level_card_set_wording (g_ptr_array_index (self->cards, i), criterion, self->framework);
  cap_parking_row_set_criterion (CAP_PARKING_ROW (self->parking), criterion->code);
  show_time (self);
  gtk_stack_set_visible_child_name (self->stack, "criterion");
}

/* What was typed for the former criterion is kept before the next one comes. */
static void
go_to (CapMeetingWindow *self,
       const char       *code)
{
  const CapCriterion *criterion;

  cap_comment_box_flush (CAP_COMMENT_BOX (self->note));
  cap_set_string (&self->code, code);
  criterion = get_criterion (self);
  if (criterion == NULL)
    {
      show_end (self);
      return;
    }

  show_criterion (self, criterion);
  cap_answer_editor_set_criterion (self->editor, code);
  show_answer (self);
}

static void
go_by (CapMeetingWindow *self,
       int               step)
{
  const int index = CLAMP ((int) get_index (self) + step, 0, (int) self->agenda->len);

  go_to (self, index < (int) self->agenda->len
               ? ((CapCriterion *) g_ptr_array_index (self->agenda, (guint) index))->code : NULL);
}

static CapAgendaOrder
get_order (CapMeetingWindow *self)
{
  return gtk_toggle_button_get_active (self->order_button) ? CAP_AGENDA_MOST_DISCUSSED
                                                           : CAP_AGENDA_BY_OBJECTIVE;
}

static void
list_agenda (CapMeetingWindow *self)
{
  const CapEvaluation *evaluation = cap_workspace_get_evaluation (self->workspace);

  g_clear_pointer (&self->agenda, g_ptr_array_unref);
  self->agenda = cap_agenda_list (evaluation, self->shown->member, self->votes, get_order (self));
}

/* It begins anew, with what is discussed the most or with the first criterion. */
static void
order_cb (CapMeetingWindow *self)
{
  if (self->shown == NULL)
    return;

  list_agenda (self);
  go_to (self, self->agenda->len > 0 ? ((CapCriterion *) g_ptr_array_index (self->agenda, 0))->code : NULL);
}

static void
take_framework (CapMeetingWindow    *self,
                const CapEvaluation *evaluation)
{
  if (self->framework == evaluation->framework)
    return;

  g_clear_pointer (&self->framework, cap_framework_unref);
  self->framework = cap_framework_ref (evaluation->framework);
  self->objective = NULL;
  make_cards (self);
}

/* Votes may come in meanwhile: the agenda keeps its order until it is asked for again. */
static void
update (CapMeetingWindow *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  const CapEvaluation *evaluation = cap_workspace_get_evaluation (self->workspace);

  if (dossier == NULL || evaluation == NULL || dossier == self->shown)
    return;

  cap_dossier_ref (dossier);
  g_clear_pointer (&self->shown, cap_dossier_unref);
  self->shown = dossier;
  g_clear_pointer (&self->votes, cap_votes_free);
  self->votes = cap_votes_new (evaluation);
  if (self->agenda == NULL || self->framework != evaluation->framework)
    {
      take_framework (self, evaluation);
      list_agenda (self);
    }
  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "end"))
    show_end (self);
  else if (self->code != NULL)
    show_answer (self);
}

static void
step_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  go_by (CAP_MEETING_WINDOW (widget), g_str_equal (action_name, "meeting.next") ? 1 : -1);
}

static void
show_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  go_to (CAP_MEETING_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* The window of the dossier undoes what is done here. */
static void
undo_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  cap_comment_box_flush (CAP_COMMENT_BOX (CAP_MEETING_WINDOW (widget)->note));
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent),
                                g_str_equal (action_name, "meeting.undo") ? "win.undo" : "win.redo", NULL);
}

static void
fullscreen_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

static gboolean
is_typing (CapMeetingWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return GTK_IS_TEXT_VIEW (focus) || GTK_IS_TEXT (focus);
}

static gboolean
rate (CapMeetingWindow *self,
      guint             keyval)
{
  const int level = (int) keyval - GDK_KEY_0;

  if (keyval < GDK_KEY_0 || keyval > GDK_KEY_9 || self->code == NULL ||
      !cap_framework_has_level (self->framework, level) || cap_answer_editor_get_read_only (self->editor))
    return GDK_EVENT_PROPAGATE;

  cap_answer_editor_rate (self->editor, level);

  return GDK_EVENT_STOP;
}

static gboolean
handle_plain_key (CapMeetingWindow *self,
                  guint             keyval)
{
  switch (keyval)
    {
    case GDK_KEY_n:
    case GDK_KEY_Right:
      go_by (self, 1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Left:
      go_by (self, -1);
      return GDK_EVENT_STOP;

    case GDK_KEY_c:
      gtk_widget_child_focus (self->note, GTK_DIR_TAB_FORWARD);
      return GDK_EVENT_STOP;

    case GDK_KEY_g:
      gtk_widget_grab_focus (self->parking);
      return GDK_EVENT_STOP;

    case GDK_KEY_o:
      gtk_toggle_button_set_active (self->order_button,
                                    !gtk_toggle_button_get_active (self->order_button));
      return GDK_EVENT_STOP;

    default:
      return rate (self, keyval);
    }
}

/* A remote control sends the keys of pages. The digits of a French keyboard need no Shift. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                CapMeetingWindow      *self)
{
  const GdkModifierType modifiers = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);
  guint key = gdk_keyval_to_lower (keyval);

  if (modifiers != 0)
    return GDK_EVENT_PROPAGATE;

  if (key == GDK_KEY_Page_Down || key == GDK_KEY_Page_Up)
    {
      go_by (self, key == GDK_KEY_Page_Down ? 1 : -1);
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_Escape && is_typing (self))
    {
      gtk_window_set_focus (GTK_WINDOW (self), NULL);
      return GDK_EVENT_STOP;
    }
  if (is_typing (self))
    return GDK_EVENT_PROPAGATE;

  if (key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_9)
    key = key - GDK_KEY_KP_0 + GDK_KEY_0;
  if (handle_plain_key (self, key) == GDK_EVENT_STOP)
    return GDK_EVENT_STOP;

  return rate (self, cap_digit_key_find (GTK_EVENT_CONTROLLER (controller), keycode));
}

static gboolean
cap_meeting_window_close_request (GtkWindow *window)
{
  cap_comment_box_flush (CAP_COMMENT_BOX (CAP_MEETING_WINDOW (window)->note));

  return GTK_WINDOW_CLASS (cap_meeting_window_parent_class)->close_request (window);
}

static void
cap_meeting_window_dispose (GObject *object)
{
  CapMeetingWindow *self = CAP_MEETING_WINDOW (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_pointer (&self->agenda, g_ptr_array_unref);
  g_clear_pointer (&self->votes, cap_votes_free);
  g_clear_pointer (&self->shown, cap_dossier_unref);
  g_clear_pointer (&self->framework, cap_framework_unref);
  g_clear_pointer (&self->code, g_free);
  g_clear_object (&self->editor);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_meeting_window_parent_class)->dispose (object);
}

static void
cap_meeting_window_finalize (GObject *object)
{
  g_ptr_array_unref (CAP_MEETING_WINDOW (object)->cards);

  G_OBJECT_CLASS (cap_meeting_window_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CapMeetingWindow, title_widget);
  gtk_widget_class_bind_template_child (widget_class, CapMeetingWindow, order_button);
  gtk_widget_class_bind_template_child (widget_class, CapMeetingWindow, message);
  gtk_widget_class_bind_template_child (widget_class, CapMeetingWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CapMeetingWindow, page);
  gtk_widget_class_bind_template_child (widget_class, CapMeetingWindow, code_label);
  gtk_widget_class_bind_template_child (widget_class, CapMeetingWindow, discuss_tag);
  gtk_widget_class_bind_template_child (widget_class, CapMeetingWindow, time_label);
  gtk_widget_class_bind_template_child (widget_class, CapMeetingWindow, label_label);
  gtk_widget_class_bind_template_child (widget_class, CapMeetingWindow, question_label);
  gtk_widget_class_bind_template_child (widget_class, CapMeetingWindow, end);
  gtk_widget_class_bind_template_callback (widget_class, order_cb);
}

static void
cap_meeting_window_class_init (CapMeetingWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_meeting_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_meeting_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = cap_meeting_window_close_request;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  g_type_ensure (CAP_TYPE_MEETING_END);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-meeting-window.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "meeting.next", NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "meeting.previous", NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "meeting.show", "s", show_cb);
  gtk_widget_class_install_action (widget_class, "meeting.fullscreen", NULL, fullscreen_cb);
  gtk_widget_class_install_action (widget_class, "meeting.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "meeting.redo", NULL, undo_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F11, 0, "meeting.fullscreen", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "meeting.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "meeting.redo", NULL);
}

static void
cap_meeting_window_init (CapMeetingWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->cards = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
fill_page (CapMeetingWindow *self)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *columns = cap_reflow_new (24);

  self->columns = CAP_REFLOW (columns);
  self->levels = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
  self->chart = cap_spread_chart_new ();
  self->note = g_object_new (CAP_TYPE_COMMENT_BOX, NULL);
  self->parking = cap_parking_row_new (self->workspace);
  cap_comment_box_set_editor (CAP_COMMENT_BOX (self->note), self->editor);
  self->reading = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->reading, TRUE);
  gtk_label_set_xalign (self->reading, 0);
  gtk_box_append (GTK_BOX (side), self->chart);
  gtk_box_append (GTK_BOX (side), GTK_WIDGET (self->reading));
  gtk_box_append (GTK_BOX (side), self->note);
  gtk_box_append (GTK_BOX (side), self->parking);
  gtk_widget_set_size_request (GTK_WIDGET (self->levels), 420, -1);
  cap_reflow_append (self->columns, GTK_WIDGET (self->levels));
  cap_reflow_append (self->columns, side);
  gtk_box_append (self->page, columns);
}

/**
 * cap_meeting_window_new:
 * @workspace: with a dossier open
 *
 * Returns: (transfer floating): the meeting about its evaluation in course, at its first criterion
 */
GtkWidget *
cap_meeting_window_new (CapWorkspace *workspace,
                        GtkWindow    *parent)
{
  CapMeetingWindow *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_MEETING_WINDOW, "transient-for", parent, "destroy-with-parent", TRUE, NULL);
  self->workspace = g_object_ref (workspace);
  self->editor = cap_answer_editor_new (workspace);
  fill_page (self);
  g_signal_connect_object (self->editor, "changed", G_CALLBACK (show_answer), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  self->since = g_get_monotonic_time ();
  self->tick = g_timeout_add_seconds (1, tick_cb, self);
  update (self);
  order_cb (self);

  return GTK_WIDGET (self);
}
