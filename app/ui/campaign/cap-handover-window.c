/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/campaign/cap-handover-window.h"

#include <glib/gi18n.h>

#include "base/cap-text.h"
#include "quality/cap-campaign.h"
#include "scoring/cap-ballot-rules.h"
#include "ui/campaign/cap-code-picker.h"
#include "ui/campaign/cap-vote-course.h"
#include "ui/campaign/cap-vote-dialog.h"
#include "ui/widgets/cap-digit-key.h"

#define THANKS_SECONDS 10 /* before the next person is waited for */

/**
 * CapHandoverWindow:
 *
 * One computer that goes round the room: a neutral page, then a code, then the questions of one person,
 * and back. Nobody sees what somebody else answered; each ballot is one gesture, when its person has ended.
 */
struct _CapHandoverWindow
{
  AdwWindow        parent_instance;

  /* Owned */
  CapWorkspace    *workspace;
  CapVoteDraft    *draft;        /* of the person who answers, or NULL */
  char            *code;         /* hers, or NULL */
  CapCollege       college;
  guint            back;         /* the source that goes back to the neutral page, or 0 */

  /* Template children */
  AdwWindowTitle  *title_widget;
  GtkWidget       *stop_button;
  GtkStack        *stack;
  GtkWidget       *begin_button;
  GtkEditable     *code_entry;
  GtkLabel        *code_fault;
  GtkWidget       *again_button;
  GtkWidget       *mine_button;
  CapCodePicker   *codes;
  GtkWidget       *plain_button;
  GtkLabel        *plain_label;
  GtkWidget       *full_button;
  GtkLabel        *full_label;
  CapVoteCourse   *course;
  AdwStatusPage   *end;
  GtkWidget       *next_button;
  GtkWidget       *retry_button;
  GtkWidget       *return_button;

  guint            closing : 1;  /* closes once what was answered is saved */
  guint            saving : 1;
};

G_DEFINE_FINAL_TYPE (CapHandoverWindow, cap_handover_window, ADW_TYPE_WINDOW)

static void
show_page (CapHandoverWindow *self,
           const char        *name)
{
  const gboolean course = g_str_equal (name, "course");

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->stop_button, course || g_str_equal (name, "code") ||
                                             g_str_equal (name, "form"));
  adw_window_title_set_subtitle (self->title_widget, course ? self->code : "");
}

/* The neutral page: nothing of the person before is left. */
static void
show_ready (CapHandoverWindow *self)
{
  g_clear_handle_id (&self->back, g_source_remove);
  cap_vote_course_clear (self->course);
  g_clear_pointer (&self->draft, cap_vote_draft_free);
  g_clear_pointer (&self->code, g_free);
  gtk_editable_set_text (self->code_entry, "");
  show_page (self, "ready");
  gtk_widget_grab_focus (self->begin_button);
}

static gboolean
back_cb (gpointer user_data)
{
  CapHandoverWindow *self = user_data;

  self->back = 0;
  show_ready (self);

  return G_SOURCE_REMOVE;
}

static void
picked_cb (CapHandoverWindow *self,
           const char        *code)
{
  gtk_editable_set_text (self->code_entry, code);
  gtk_widget_activate_action (GTK_WIDGET (self), "handover.take-code", NULL);
}

/* @button: (nullable): what goes on all the same */
static void
show_code_fault (CapHandoverWindow *self,
                 const char        *sentence,
                 GtkWidget         *button)
{
  gtk_label_set_text (self->code_fault, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->code_fault), sentence != NULL);
  gtk_widget_set_visible (self->again_button, button == self->again_button);
  gtk_widget_set_visible (self->mine_button, button == self->mine_button);
}

static void
begin_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  CapHandoverWindow *self = CAP_HANDOVER_WINDOW (widget);
  g_autoptr(GPtrArray) seats = NULL;

  if (cap_workspace_get_dossier (self->workspace) == NULL)
    return;

  seats = cap_campaign_list_seats (cap_workspace_get_dossier (self->workspace),
                                   cap_workspace_get_evaluation (self->workspace));
  cap_code_picker_show (self->codes, seats);
  show_code_fault (self, NULL, NULL);
  show_page (self, "code");
  gtk_widget_grab_focus (GTK_WIDGET (self->code_entry));
}

static guint
count_asked (CapHandoverWindow *self,
             CapBallotForm      form)
{
  g_autoptr(GPtrArray) asked = NULL;

  asked = cap_ballot_list_asked (cap_workspace_get_evaluation (self->workspace),
                                 cap_workspace_get_dossier (self->workspace)->member, form);

  return asked->len;
}

/* Employees in a pathway find the simple questions first; the others are as free to choose. */
static void
show_forms (CapHandoverWindow *self)
{
  const CapFramework *framework = cap_workspace_get_evaluation (self->workspace)->framework;
  const guint n_plain = cap_ballot_has_form (framework, CAP_BALLOT_PLAIN)
                        ? count_asked (self, CAP_BALLOT_PLAIN) : 0;
  const guint n_full = count_asked (self, CAP_BALLOT_FULL);
  g_autofree char *plain = NULL;
  g_autofree char *full = NULL;

  /* Translators: number of questions in plain words */
  plain = g_strdup_printf (ngettext ("%u short question. You choose between three answers.",
                                     "%u short questions. You choose between three answers.", n_plain),
                           n_plain);
  /* Translators: number of criteria */
  full = g_strdup_printf (ngettext ("%u question. Each level is explained.",
                                    "%u questions. Each level is explained.", n_full), n_full);
  gtk_label_set_text (self->plain_label, plain);
  gtk_label_set_text (self->full_label, full);
  gtk_widget_set_visible (self->plain_button, n_plain > 0);
  gtk_widget_set_sensitive (self->full_button, n_full > 0);
  show_page (self, "form");
  gtk_widget_grab_focus (self->college == CAP_COLLEGE_PARCOURS && n_plain > 0 ? self->plain_button
                                                                              : self->full_button);
}

/* A day that expects nobody by number takes any code. */
static gboolean
is_expected (CapHandoverWindow *self,
             const char        *code)
{
  g_autoptr(GPtrArray) seats = cap_campaign_list_seats (cap_workspace_get_dossier (self->workspace),
                                                        cap_workspace_get_evaluation (self->workspace));
  const CapSeatCount count = cap_campaign_count_seats (seats, 0, seats->len);

  for (guint i = 0; i < seats->len; i++)
    {
      if (g_str_equal (((CapSeat *) g_ptr_array_index (seats, i))->code, code))
        return TRUE;
    }

  return count.n_expected == 0;
}

static void
take_code_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  CapHandoverWindow *self = CAP_HANDOVER_WINDOW (widget);
  g_autofree char *code = cap_college_read_code (gtk_editable_get_text (self->code_entry), &self->college);
  const CapEvaluation *evaluation = cap_workspace_get_evaluation (self->workspace);

  if (evaluation == NULL)
    return;

  cap_set_string (&self->code, code);
  if (code == NULL || !cap_ballot_check_respondent (code, NULL))
    show_code_fault (self, _("This is not a code. A code is a letter and a number. For example: S-07."),
                     NULL);
  else if (cap_evaluation_find_ballot (evaluation, code) != NULL)
    show_code_fault (self, _("This code has already answered. Is it yours? Look at your paper."),
                     self->again_button);
  else if (!is_expected (self, code))
    show_code_fault (self, _("This code is not on the list. Is it yours? Look at your paper."),
                     self->mine_button);
  else
    show_forms (self);
}

static void
go_on_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  if (CAP_HANDOVER_WINDOW (widget)->code != NULL)
    show_forms (CAP_HANDOVER_WINDOW (widget));
}

static void
code_changed_cb (CapHandoverWindow *self)
{
  show_code_fault (self, NULL, NULL);
}

static void
code_activated_cb (CapHandoverWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "handover.take-code", NULL);
}

static void
replace_responded_cb (CapHandoverWindow *self,
                      const char        *response)
{
  if (g_str_equal (response, "destroy"))
    show_forms (self);
}

static void
ask_replace_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  GtkWidget *dialog = cap_vote_dialog_new (GTK_WINDOW (widget), _("Answer again?"),
                                           _("Your new answers take the place of the ones before."),
                                           _("Cancel"), _("Answer Again"), NULL);

  g_signal_connect_object (dialog, "response", G_CALLBACK (replace_responded_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
start_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  CapHandoverWindow *self = CAP_HANDOVER_WINDOW (widget);
  const gboolean plain = g_str_equal (g_variant_get_string (parameter, NULL), "plain");

  if (self->code == NULL || cap_workspace_get_evaluation (self->workspace) == NULL)
    return;

  g_clear_pointer (&self->draft, cap_vote_draft_free);
  self->draft = cap_vote_draft_new (self->workspace, self->code, self->college,
                                    plain ? CAP_BALLOT_PLAIN : CAP_BALLOT_FULL);
  show_page (self, "course");
  cap_vote_course_start (self->course, self->draft);
}

/* The end of one person: what is said, and the one thing to do. */
static void
show_end (CapHandoverWindow *self,
          const char        *title,
          const char        *description,
          GtkWidget         *button)
{
  GtkWidget *buttons[] = { self->next_button, self->retry_button, self->return_button };
  g_autofree char *markup = g_markup_escape_text (description, -1);

  adw_status_page_set_title (self->end, title);
  adw_status_page_set_description (self->end, markup);
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    gtk_widget_set_visible (buttons[i], buttons[i] == button);
  show_page (self, "end");
  if (button != NULL)
    gtk_widget_grab_focus (button);
}

static void
show_failure (CapHandoverWindow *self,
              const char        *message)
{
  g_autofree char *text = NULL;

  self->closing = FALSE;
  /* Translators: a sentence that says why */
  text = g_strdup_printf (_("%s\nYour answers are still here. Nothing is lost."), message);
  show_end (self, _("Your answers are not saved yet"), text, self->retry_button);
}

/* Only now is it true that the answers are saved. */
static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(CapHandoverWindow) self = CAP_HANDOVER_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  const gboolean saved = cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error);

  self->saving = FALSE;
  if (self->workspace == NULL)
    return;

  if (!saved)
    {
      show_failure (self, error->message);
      return;
    }

  cap_vote_course_clear (self->course);
  g_clear_pointer (&self->draft, cap_vote_draft_free);
  if (self->closing)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  show_end (self, _("Thank you!"), _("Your answers are saved.\nYour name is written nowhere."),
            self->next_button);
  self->back = g_timeout_add_seconds (THANKS_SECONDS, back_cb, self);
}

static void
save (CapHandoverWindow *self)
{
  g_autoptr(GError) error = NULL;
  CapCommand *command;

  if (self->saving || self->draft == NULL)
    return;

  command = cap_vote_draft_make_command (self->draft, self->workspace, &error);
  if (command == NULL)
    {
      show_failure (self, error->message);
      return;
    }

  self->saving = TRUE;
  show_end (self, _("One moment…"), "", NULL);
  cap_workspace_run_async (self->workspace, command, NULL, saved_cb, g_object_ref (self));
}

static void
finished_cb (CapHandoverWindow *self)
{
  if (cap_vote_draft_count (self->draft) > 0)
    save (self);
  else
    show_end (self, _("You have not answered"), _("There is nothing to save."), self->return_button);
}

static void
retry_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  save (CAP_HANDOVER_WINDOW (widget));
}

static void
return_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  CapHandoverWindow *self = CAP_HANDOVER_WINDOW (widget);

  show_page (self, "course");
  cap_vote_course_start (self->course, self->draft);
}

static void
next_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  show_ready (CAP_HANDOVER_WINDOW (widget));
}

static void
leave (CapHandoverWindow *self)
{
  if (self->closing)
    gtk_window_destroy (GTK_WINDOW (self));
  else
    show_ready (self);
}

static void
stop_responded_cb (CapHandoverWindow *self,
                   const char        *response)
{
  if (g_str_equal (response, "keep"))
    save (self);
  else if (g_str_equal (response, "destroy"))
    leave (self);
  else
    self->closing = FALSE;
}

/* What was answered is worth a question; without an answer there is nothing to ask. */
static void
ask_stop (CapHandoverWindow *self)
{
  GtkWidget *dialog;

  if (self->draft == NULL || cap_vote_draft_count (self->draft) == 0)
    {
      leave (self);
      return;
    }

  dialog = cap_vote_dialog_new (GTK_WINDOW (self), _("Stop here?"),
                                _("You have answered some of the questions."), _("Continue"),
                                _("Throw Away"), _("Keep My Answers"));
  g_signal_connect_object (dialog, "response", G_CALLBACK (stop_responded_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
stop_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  ask_stop (CAP_HANDOVER_WINDOW (widget));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                CapHandoverWindow     *self)
{
  const GdkModifierType modifiers = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);

  if (!g_str_equal (gtk_stack_get_visible_child_name (self->stack), "course") ||
      (modifiers != 0 && (modifiers != GDK_ALT_MASK || keyval != GDK_KEY_Left)))
    return GDK_EVENT_PROPAGATE;

  if (keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_9)
    keyval = keyval - GDK_KEY_KP_0 + GDK_KEY_0;

  return cap_vote_course_press_key (self->course, keyval) ||
         cap_vote_course_press_key (self->course, cap_digit_key_find (GTK_EVENT_CONTROLLER (controller),
                                                                      keycode));
}

static void
dossier_changed_cb (CapHandoverWindow *self)
{
  if (cap_workspace_get_dossier (self->workspace) == NULL)
    gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
cap_handover_window_close_request (GtkWindow *window)
{
  CapHandoverWindow *self = CAP_HANDOVER_WINDOW (window);

  self->closing = TRUE;
  if (!self->saving)
    ask_stop (self);

  return GDK_EVENT_STOP;
}

static void
cap_handover_window_dispose (GObject *object)
{
  CapHandoverWindow *self = CAP_HANDOVER_WINDOW (object);

  g_clear_handle_id (&self->back, g_source_remove);
  g_clear_pointer (&self->draft, cap_vote_draft_free);
  g_clear_pointer (&self->code, g_free);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_handover_window_parent_class)->dispose (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, CapHandoverWindow, child)

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (title_widget);
  BIND (stop_button);
  BIND (stack);
  BIND (begin_button);
  BIND (code_entry);
  BIND (code_fault);
  BIND (again_button);
  BIND (mine_button);
  BIND (codes);
  BIND (plain_button);
  BIND (plain_label);
  BIND (full_button);
  BIND (full_label);
  BIND (course);
  BIND (end);
  BIND (next_button);
  BIND (retry_button);
  BIND (return_button);
  gtk_widget_class_bind_template_callback (widget_class, code_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, code_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, finished_cb);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
}

#undef BIND

static void
cap_handover_window_class_init (CapHandoverWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_handover_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = cap_handover_window_close_request;

  g_type_ensure (CAP_TYPE_CODE_PICKER);
  g_type_ensure (CAP_TYPE_VOTE_COURSE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-handover-window.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "handover.begin", NULL, begin_cb);
  gtk_widget_class_install_action (widget_class, "handover.take-code", NULL, take_code_cb);
  gtk_widget_class_install_action (widget_class, "handover.replace", NULL, ask_replace_cb);
  gtk_widget_class_install_action (widget_class, "handover.go-on", NULL, go_on_cb);
  gtk_widget_class_install_action (widget_class, "handover.start", "s", start_cb);
  gtk_widget_class_install_action (widget_class, "handover.stop", NULL, stop_cb);
  gtk_widget_class_install_action (widget_class, "handover.retry", NULL, retry_cb);
  gtk_widget_class_install_action (widget_class, "handover.return", NULL, return_cb);
  gtk_widget_class_install_action (widget_class, "handover.next", NULL, next_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
cap_handover_window_init (CapHandoverWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * cap_handover_window_new:
 * @workspace: with a dossier open, to be changed
 *
 * Returns: (transfer floating): the neutral page, which waits for somebody
 */
GtkWidget *
cap_handover_window_new (CapWorkspace *workspace,
                         GtkWindow    *parent)
{
  CapHandoverWindow *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_HANDOVER_WINDOW, "transient-for", parent, "destroy-with-parent", TRUE, NULL);
  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (dossier_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_ready (self);

  return GTK_WIDGET (self);
}
