/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/campaign/cap-sheet-window.h"

#include <glib/gi18n.h>

#include "base/cap-text.h"
#include "quality/cap-campaign.h"
#include "scoring/cap-ballot-rules.h"
#include "ui/campaign/cap-sheet-list.h"
#include "ui/campaign/cap-vote-dialog.h"
#include "ui/campaign/cap-vote-draft.h"
#include "ui/widgets/cap-digit-key.h"
#include "ui/widgets/cap-message-bar.h"

/**
 * CapSheetWindow:
 *
 * The questionnaires that were filled on paper, typed in as fast as the fingers go: a figure for each
 * criterion, one sheet a gesture, then the next code. What is typed is in the dossier once it is saved,
 * and not before.
 */
struct _CapSheetWindow
{
  AdwWindow        parent_instance;

  /* Owned */
  CapWorkspace    *workspace;
  CapVoteDraft    *draft;        /* the sheet on display, or NULL */
  char            *next;         /* the code to open once the sheet is settled, or NULL */

  /* Template children */
  AdwWindowTitle  *title_widget;
  CapMessageBar   *message;
  GtkEditable     *code_entry;
  GtkToggleButton *full_button;
  GtkToggleButton *plain_button;
  GtkLabel        *college_label;
  GtkWidget       *sheet;
  CapSheetList    *list;
  GtkLabel        *hint;
  GtkLabel        *status;

  guint            closing : 1;  /* closes once the sheet is settled */
  guint            saving : 1;
  guint            silent : 1;
};

G_DEFINE_FINAL_TYPE (CapSheetWindow, cap_sheet_window, ADW_TYPE_WINDOW)

static void
show_count (CapSheetWindow *self)
{
  const guint n_votes = cap_vote_draft_count (self->draft);
  const gboolean editable = cap_vote_draft_is_allowed (self->workspace);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  /* Translators: the code of a respondent */
  title = g_strdup_printf (_("Questionnaire %s"), self->draft->ballot->respondent);
  /* Translators: how many criteria were voted on, of how many */
  subtitle = g_strdup_printf (_("%1$u of %2$u"), n_votes, self->draft->asked->len);
  adw_window_title_set_title (self->title_widget, title);
  adw_window_title_set_subtitle (self->title_widget, subtitle);
  gtk_widget_set_sensitive (GTK_WIDGET (self->full_button), n_votes == 0 && editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->plain_button), n_votes == 0 && editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.save",
                                 editable && !self->saving && n_votes > 0 && self->draft->changed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.remove",
                                 editable && !self->saving && self->draft->known);
}

static void
show_hint (CapSheetWindow *self)
{
  const CapFramework *framework = cap_vote_draft_get_framework (self->draft);
  const gboolean plain = self->draft->ballot->form == CAP_BALLOT_PLAIN;
  g_autofree char *hint = NULL;

  /* Translators: the lowest and the highest figure that can be typed */
  hint = g_strdup_printf (_("%1$d to %2$d: the box that is ticked · Space or –: none · Backspace: clear · "
                            "Ctrl+Enter: save, and the next sheet"),
                          plain ? 1 : framework->min_level,
                          plain ? (int) framework->plain_scale->len : framework->max_level);
  if (!plain && framework->max_level == CAP_SHEET_TEN)
    {
      /* Translators: what comes before; x is a key, 10 the level that it stands for */
      g_autofree char *longer = g_strdup_printf (_("%s · x: 10"), hint);

      gtk_label_set_text (self->hint, longer);
      return;
    }
  gtk_label_set_text (self->hint, hint);
}

/* Takes @draft. */
static void
show_draft (CapSheetWindow *self,
            CapVoteDraft   *draft)
{
  const CapFramework *framework = cap_vote_draft_get_framework (draft);
  const gboolean plain = draft->ballot->form == CAP_BALLOT_PLAIN;

  cap_sheet_list_show (self->list, draft);
  g_clear_pointer (&self->draft, cap_vote_draft_free);
  self->draft = draft;
  self->silent = TRUE;
  gtk_editable_set_text (self->code_entry, draft->ballot->respondent);
  gtk_toggle_button_set_active (plain ? self->plain_button : self->full_button, TRUE);
  self->silent = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->plain_button), cap_ballot_has_form (framework, CAP_BALLOT_PLAIN));
  gtk_label_set_text (self->college_label, cap_college_get_label (draft->ballot->college));
  gtk_widget_set_sensitive (self->sheet, cap_vote_draft_is_allowed (self->workspace));
  show_hint (self);
  show_count (self);
  gtk_widget_set_visible (GTK_WIDGET (self->list), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static CapBallotForm
choose_form (CapSheetWindow *self,
             CapCollege      college)
{
  const CapFramework *framework = cap_workspace_get_evaluation (self->workspace)->framework;

  return college == CAP_COLLEGE_PARCOURS && cap_ballot_has_form (framework, CAP_BALLOT_PLAIN)
         ? CAP_BALLOT_PLAIN : CAP_BALLOT_FULL;
}

/* What was voted with this code, to be corrected; otherwise an empty sheet, when it is a code. */
static void
open_code (CapSheetWindow *self,
           const char     *typed)
{
  const CapEvaluation *evaluation = cap_workspace_get_evaluation (self->workspace);
  g_autofree char *text = g_strstrip (g_strdup (typed));
  CapCollege college = CAP_COLLEGE_DIRECTION;
  g_autofree char *code = cap_college_read_code (text, &college);
  const CapBallot *given;

  if (evaluation == NULL)
    return;

  given = cap_evaluation_find_ballot (evaluation, text);
  if (given == NULL && code != NULL)
    given = cap_evaluation_find_ballot (evaluation, code);
  if (given == NULL && code == NULL)
    {
      cap_message_bar_show (self->message, CAP_MESSAGE_ERROR,
                            _("A code is the letter of a college (D, P, S, B or X) and a number, such as"
                              " S-07."));
      return;
    }

  cap_message_bar_hide (self->message);
  show_draft (self, given != NULL ? cap_vote_draft_new_correction (self->workspace, given)
                                  : cap_vote_draft_new (self->workspace, code, college,
                                                        choose_form (self, college)));
}

/* Returns: (transfer full) (nullable): the code of a seat, @step seats after the one on display; the next
 * one that nobody voted with when @step is 0 */
static char *
find_code (CapSheetWindow *self,
           int             step)
{
  g_autoptr(GPtrArray) seats = cap_campaign_list_seats (cap_workspace_get_dossier (self->workspace),
                                                        cap_workspace_get_evaluation (self->workspace));
  const char *current = self->draft != NULL ? self->draft->ballot->respondent : "";
  guint from = 0;

  for (guint i = 0; i < seats->len; i++)
    {
      if (g_ascii_strcasecmp (((CapSeat *) g_ptr_array_index (seats, i))->code, current) == 0)
        from = i;
    }
  if (step != 0 && (int) from + step >= 0 && from + (guint) step < seats->len)
    return g_strdup (((CapSeat *) g_ptr_array_index (seats, from + (guint) step))->code);

  for (guint i = 0; step == 0 && i < seats->len; i++)
    {
      const CapSeat *seat = g_ptr_array_index (seats, (from + i) % seats->len);

      if (seat->ballot == NULL)
        return g_strdup (seat->code);
    }

  return NULL;
}

/* The sheet is saved, or given up: on to what was asked for. */
static void
go_on (CapSheetWindow *self)
{
  g_autofree char *code = g_steal_pointer (&self->next);

  if (self->closing)
    gtk_window_destroy (GTK_WINDOW (self));
  else if (code != NULL)
    open_code (self, code);
}

static void
show_saved (CapSheetWindow *self)
{
  g_autofree char *status = NULL;
  g_autofree char *code = find_code (self, 0);

  /* Translators: the code of a respondent */
  status = g_strdup_printf (_("%s is saved."), self->draft->ballot->respondent);
  gtk_label_set_text (self->status, status);
  if (self->next == NULL && !self->closing && code == NULL)
    {
      cap_message_bar_show (self->message, CAP_MESSAGE_INFO,
                            _("Every questionnaire that is expected is in."));
      gtk_widget_grab_focus (GTK_WIDGET (self->code_entry));
    }
  if (self->next == NULL)
    self->next = g_steal_pointer (&code);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(CapSheetWindow) self = CAP_SHEET_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  const gboolean saved = cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error);

  self->saving = FALSE;
  if (self->draft == NULL)
    return;

  gtk_widget_set_sensitive (self->sheet, TRUE);
  if (saved)
    {
      self->draft->changed = FALSE;
      self->draft->known = TRUE;
      show_count (self);
      show_saved (self);
      go_on (self);
      return;
    }

  self->closing = FALSE;
  g_clear_pointer (&self->next, g_free);
  show_count (self);
  cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
}

static void
save (CapSheetWindow *self)
{
  g_autoptr(GError) error = NULL;
  CapCommand *command;

  if (self->saving || self->draft == NULL)
    return;

  command = cap_vote_draft_make_command (self->draft, self->workspace, &error);
  if (command == NULL)
    {
      self->closing = FALSE;
      g_clear_pointer (&self->next, g_free);
      cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
      return;
    }

  self->saving = TRUE;
  gtk_widget_set_sensitive (self->sheet, FALSE);
  show_count (self);
  cap_workspace_run_async (self->workspace, command, NULL, saved_cb, g_object_ref (self));
}

static void
save_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  save (CAP_SHEET_WINDOW (widget));
}

static void
settle_responded_cb (CapSheetWindow *self,
                     const char     *response)
{
  if (g_str_equal (response, "keep"))
    {
      save (self);
    }
  else if (g_str_equal (response, "destroy"))
    {
      self->draft->changed = FALSE;
      go_on (self);
    }
  else
    {
      self->closing = FALSE;
      g_clear_pointer (&self->next, g_free);
      gtk_editable_set_text (self->code_entry, self->draft->ballot->respondent);
    }
}

/* A sheet that is not saved is not left without a word. */
static void
settle (CapSheetWindow *self)
{
  g_autofree char *heading = NULL;
  GtkWidget *dialog;

  if (self->draft == NULL || !self->draft->changed)
    {
      go_on (self);
      return;
    }

  /* Translators: the code of a respondent */
  heading = g_strdup_printf (_("Save questionnaire %s?"), self->draft->ballot->respondent);
  dialog = cap_vote_dialog_new (GTK_WINDOW (self), heading, _("What you typed is not saved yet."),
                                _("Cancel"), _("Throw Away"),
                                cap_vote_draft_count (self->draft) > 0 ? _("Save") : NULL);
  g_signal_connect_object (dialog, "response", G_CALLBACK (settle_responded_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Enter in the field, or it is left with another code in it. */
static void
code_finished_cb (CapSheetWindow *self)
{
  const char *code = gtk_editable_get_text (self->code_entry);

  if (self->silent || self->workspace == NULL || self->saving || self->next != NULL || *code == '\0' ||
      (self->draft != NULL && g_ascii_strcasecmp (code, self->draft->ballot->respondent) == 0))
    return;

  self->next = g_strdup (code);
  settle (self);
}

static void
step_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  CapSheetWindow *self = CAP_SHEET_WINDOW (widget);

  if (self->saving || self->next != NULL || cap_workspace_get_evaluation (self->workspace) == NULL)
    return;

  self->next = find_code (self, g_str_equal (action_name, "sheet.next") ? 1 : -1);
  if (self->next != NULL)
    settle (self);
}

static void
form_toggled_cb (CapSheetWindow  *self,
                 GtkToggleButton *button)
{
  const CapBallotForm form = button == self->plain_button ? CAP_BALLOT_PLAIN : CAP_BALLOT_FULL;

  if (self->silent || self->draft == NULL || !gtk_toggle_button_get_active (button) ||
      self->draft->ballot->form == form)
    return;

  show_draft (self, cap_vote_draft_new (self->workspace, self->draft->ballot->respondent,
                                        self->draft->ballot->college, form));
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(CapSheetWindow) self = CAP_SHEET_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *code = NULL;
  g_autofree char *status = NULL;

  self->saving = FALSE;
  if (!cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error))
    {
      self->closing = FALSE;
      cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
      return;
    }
  if (self->closing)
    {
      go_on (self);
      return;
    }
  if (self->draft == NULL)
    return;

  code = g_strdup (self->draft->ballot->respondent);
  /* Translators: the code of a respondent */
  status = g_strdup_printf (_("The votes of %s are taken out."), code);
  gtk_label_set_text (self->status, status);
  show_draft (self, cap_vote_draft_new (self->workspace, code, self->draft->ballot->college,
                                        self->draft->ballot->form));
}

static void
remove_responded_cb (CapSheetWindow *self,
                     const char     *response)
{
  CapCommand *command;

  if (!g_str_equal (response, "destroy") || self->draft == NULL || self->saving ||
      !cap_vote_draft_is_allowed (self->workspace))
    return;

  self->saving = TRUE;
  command = cap_command_new (CAP_GESTURE_REMOVE_VOTES, self->draft->ballot->respondent);
  cap_command_remove_ballot (command, self->draft->ballot->id);
  cap_workspace_run_async (self->workspace, command, NULL, removed_cb, g_object_ref (self));
}

static void
remove_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  CapSheetWindow *self = CAP_SHEET_WINDOW (widget);
  g_autofree char *heading = NULL;
  GtkWidget *dialog;

  /* Translators: the code of a respondent */
  heading = g_strdup_printf (_("Take out the votes of %s?"), self->draft->ballot->respondent);
  dialog = cap_vote_dialog_new (GTK_WINDOW (self), heading,
                                _("They no longer count. Undo brings them back."), _("Cancel"),
                                _("Take Out"), NULL);
  g_signal_connect_object (dialog, "response", G_CALLBACK (remove_responded_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Keys of the list, wherever its rows are; others go where the focus is. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                CapSheetWindow        *self)
{
  const GdkModifierType modifiers = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);

  /* A list would take these two for itself. */
  if (modifiers == GDK_CONTROL_MASK && (keyval == GDK_KEY_Page_Up || keyval == GDK_KEY_Page_Down))
    {
      gtk_widget_activate_action (GTK_WIDGET (self),
                                  keyval == GDK_KEY_Page_Down ? "sheet.next" : "sheet.previous", NULL);
      return GDK_EVENT_STOP;
    }
  if (modifiers != 0 || self->draft == NULL || self->saving || !cap_vote_draft_is_allowed (self->workspace))
    return GDK_EVENT_PROPAGATE;

  if (keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_9)
    keyval = keyval - GDK_KEY_KP_0 + GDK_KEY_0;

  return cap_sheet_list_press_key (self->list, keyval) ||
         cap_sheet_list_press_key (self->list, cap_digit_key_find (GTK_EVENT_CONTROLLER (controller),
                                                                   keycode));
}

static void
dossier_changed_cb (CapSheetWindow *self)
{
  if (cap_workspace_get_dossier (self->workspace) == NULL)
    gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
cap_sheet_window_close_request (GtkWindow *window)
{
  CapSheetWindow *self = CAP_SHEET_WINDOW (window);

  self->closing = TRUE;
  if (!self->saving)
    settle (self);

  return GDK_EVENT_STOP;
}

static void
cap_sheet_window_dispose (GObject *object)
{
  CapSheetWindow *self = CAP_SHEET_WINDOW (object);

  g_clear_pointer (&self->draft, cap_vote_draft_free);
  g_clear_pointer (&self->next, g_free);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_sheet_window_parent_class)->dispose (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, CapSheetWindow, child)

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (title_widget);
  BIND (message);
  BIND (code_entry);
  BIND (full_button);
  BIND (plain_button);
  BIND (college_label);
  BIND (sheet);
  BIND (list);
  BIND (hint);
  BIND (status);
  gtk_widget_class_bind_template_callback (widget_class, code_finished_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_count);
}

#undef BIND

static void
cap_sheet_window_class_init (CapSheetWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_sheet_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = cap_sheet_window_close_request;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  g_type_ensure (CAP_TYPE_SHEET_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-sheet-window.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "sheet.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "sheet.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "sheet.next", NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "sheet.previous", NULL, step_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "sheet.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "sheet.save", NULL);
}

static void
cap_sheet_window_init (CapSheetWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.save", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.remove", FALSE);
}

/**
 * cap_sheet_window_new:
 * @workspace: with a dossier open
 * @code: (nullable): of somebody who voted, or is to; %NULL stands for the first one that is expected and
 *   did not vote yet, if any
 *
 * Returns: (transfer floating): the sheet of this code
 */
GtkWidget *
cap_sheet_window_new (CapWorkspace *workspace,
                      GtkWindow    *parent,
                      const char   *code)
{
  CapSheetWindow *self;
  g_autofree char *first = NULL;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_SHEET_WINDOW, "transient-for", parent, "destroy-with-parent", TRUE, NULL);
  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (dossier_changed_cb), self,
                           G_CONNECT_SWAPPED);
  first = code == NULL ? find_code (self, 0) : NULL;
  if (code != NULL || first != NULL)
    open_code (self, code != NULL ? code : first);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->code_entry));

  return GTK_WIDGET (self);
}
