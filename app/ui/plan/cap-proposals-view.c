/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/plan/cap-proposals-view.h"

#include <glib/gi18n.h>

#include "base/cap-text.h"
#include "plan/cap-proposal.h"
#include "ui/plan/cap-proposal-row.h"
#include "ui/widgets/cap-reason-dialog.h"
#include "ui/plan/cap-rerating-window.h"
#include "ui/plan/cap-set-asides.h"
#include "ui/widgets/cap-message-bar.h"

/**
 * CapProposalsView:
 *
 * What the evaluation suggests to do, best first, to tick and take into the
 * plan in one gesture, or to set aside with a reason. Below, what was set aside;
 * above, that criteria can be rated again.
 */
struct _CapProposalsView
{
  GtkWidget      parent_instance;

  /* Owned */
  CapWorkspace  *workspace;
  GPtrArray     *codes;      /* (element-type utf8): what is listed, in order */
  char          *signature;  /* of what is listed */

  /* Template children */
  CapMessageBar *message;
  GtkStack      *stack;
  AdwStatusPage *empty_page;
  GtkWidget     *evaluate_button;
  GtkWidget     *rerating_box;
  GtkLabel      *rerating_label;
  GtkLabel      *intro;
  GtkListBox    *list;
  CapSetAsides  *set_asides;
  GtkWidget     *bottom_bar;
  GtkCheckButton *all_check;
  GtkButton     *accept_button;

  int            focus_index; /* of the row that goes away with the focus, or -1 */
  guint          silent : 1;
};

G_DEFINE_FINAL_TYPE (CapProposalsView, cap_proposals_view, GTK_TYPE_WIDGET)

static CapProposalRow *
get_row (CapProposalsView *self,
         guint             index)
{
  return CAP_PROPOSAL_ROW (gtk_list_box_get_row_at_index (self->list, (int) index));
}

static guint
count_accepted (CapProposalsView *self)
{
  guint n = 0;

  for (guint i = 0; i < self->codes->len; i++)
    n += cap_proposal_row_get_accepted (get_row (self, i)) ? 1 : 0;

  return n;
}

static void
update_accept (CapProposalsView *self)
{
  guint n = count_accepted (self);
  g_autofree char *label = NULL;

  if (self->silent)
    return;

  /* Translators: number of proposals ticked */
  label = n > 0 ? g_strdup_printf (_("Add to the Plan (%u)"), n) : g_strdup (_("Add to the Plan"));
  gtk_button_set_label (self->accept_button, label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "proposals.accept",
                                 n > 0 && !cap_workspace_get_read_only (self->workspace));

  self->silent = TRUE;
  gtk_check_button_set_active (self->all_check, n > 0 && n == self->codes->len);
  gtk_check_button_set_inconsistent (self->all_check, n > 0 && n < self->codes->len);
  self->silent = FALSE;
}

/* Tells whether the list shown is still the right one. */
static char *
dup_signature (GPtrArray *proposals)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < proposals->len; i++)
    {
      const CapProposal *proposal = g_ptr_array_index (proposals, i);

      g_string_append_printf (text, "%s:%d:%d:%d;", proposal->criterion->code, proposal->level,
                              proposal->priority, proposal->set_aside != NULL);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GHashTable *
get_accepted (CapProposalsView *self)
{
  GHashTable *accepted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->codes->len; i++)
    if (cap_proposal_row_get_accepted (get_row (self, i)))
      g_hash_table_add (accepted, g_strdup (g_ptr_array_index (self->codes, i)));

  return accepted;
}

static void
set_aside_done_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(CapProposalsView) self = CAP_PROPOSALS_VIEW (user_data);
  g_autoptr(GError) error = NULL;

  if (cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error))
    {
      cap_message_bar_hide (self->message);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", _("Proposal set aside"));
    }
  else
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
}

/* The row goes with the focus: the next one gets it. */
static void
reason_given_cb (CapProposalsView *self,
                 const char       *code,
                 const char       *reason)
{
  CapPhotograph *photograph = cap_workspace_get_photograph (self->workspace);
  const CapCriterionResult *result = NULL;
  g_autofree char *today = cap_workspace_dup_today (self->workspace);
  g_autoptr(CapSetAside) set_aside = NULL;
  CapCommand *command;
  guint index;

  result = photograph != NULL ? cap_photograph_find_criterion (photograph, code) : NULL;
  if (result == NULL || result->level == CAP_LEVEL_UNSET)
    return;

  if (g_ptr_array_find_with_equal_func (self->codes, code, g_str_equal, &index))
    self->focus_index = (int) index;
  set_aside = cap_set_aside_new (CAP_SET_ASIDE_PROPOSAL, code, result->level, reason, today);
  command = cap_command_new (CAP_GESTURE_SET_ASIDE, code);
  cap_command_put_set_aside (command, set_aside);
  cap_workspace_run_async (self->workspace, command, NULL, set_aside_done_cb, g_object_ref (self));
}

static void
row_set_aside_cb (CapProposalsView *self,
                  CapProposalRow   *row)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog;

  dialog = cap_reason_dialog_new (GTK_WINDOW (root), cap_proposal_row_get_code (row),
                                  _("Your reason is remembered. The proposal comes back if the level of the "
                                    "criterion goes down, or when you ask for it."));
  g_signal_connect_object (dialog, "given", G_CALLBACK (reason_given_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
restore_focus (CapProposalsView *self)
{
  const int last = (int) self->codes->len - 1;

  if (self->focus_index >= 0 && last >= 0)
    gtk_widget_grab_focus (GTK_WIDGET (get_row (self, (guint) MIN (self->focus_index, last))));
  self->focus_index = -1;
}

/* What was ticked stays ticked. */
static void
fill_list (CapProposalsView   *self,
           GPtrArray          *proposals,
           const CapFramework *framework)
{
  g_autoptr(GHashTable) accepted = get_accepted (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  g_ptr_array_set_size (self->codes, 0);

  for (guint i = 0; i < proposals->len; i++)
    {
      const CapProposal *proposal = g_ptr_array_index (proposals, i);
      GtkWidget *row = cap_proposal_row_new (proposal, framework);

      cap_proposal_row_set_editable (CAP_PROPOSAL_ROW (row), !cap_workspace_get_read_only (self->workspace));
      cap_proposal_row_set_accepted (CAP_PROPOSAL_ROW (row),
                                     g_hash_table_contains (accepted, proposal->criterion->code));
      g_signal_connect_object (row, "toggled", G_CALLBACK (update_accept), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "set-aside", G_CALLBACK (row_set_aside_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, row);
      g_ptr_array_add (self->codes, g_strdup (proposal->criterion->code));
    }

  restore_focus (self);
}

static void
show_empty (CapProposalsView    *self,
            const CapPhotograph *photograph)
{
  gboolean begun = photograph->score.coverage.answered > 0;

  adw_status_page_set_title (self->empty_page, begun ? _("Nothing to propose for now") :
                                                       _("Proposals come from your answers"));
  adw_status_page_set_description (self->empty_page,
                                   begun ? _("What is to be improved is in the plan already.") :
                                           _("Answer a few criteria: the first steps appear here, "
                                             "the most useful at the top."));
  gtk_widget_set_visible (self->evaluate_button, !begun);
}

/* That levels can be looked at again, since actions had their effect. Returns whether there are some. */
static gboolean
show_reratings (CapProposalsView *self)
{
  const guint n = cap_workspace_count_reratings (self->workspace);
  g_autofree char *text = NULL;

  /* Translators: a number of criteria */
  text = g_strdup_printf (ngettext ("%u criterion can be rated again: its action was effective.",
                                    "%u criteria can be rated again: their actions were effective.", n), n);
  gtk_label_set_text (self->rerating_label, text);
  gtk_widget_set_visible (self->rerating_box, n > 0);

  return n > 0;
}

/* Whether something that was set aside is still in the list below; who proposed the last one again goes on
 * among the proposals. */
static gboolean
show_set_asides (CapProposalsView *self,
                 const GPtrArray  *proposals)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  const gboolean inside = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->set_asides));
  const gboolean any = cap_set_asides_update (self->set_asides, proposals);

  if (inside && !any)
    {
      self->focus_index = 0;
      restore_focus (self);
    }

  return any;
}

/* There may be nothing to propose, and still something to look at. */
static void
show_parts (CapProposalsView *self,
            const GPtrArray  *proposals)
{
  const gboolean any = proposals->len > 0;
  const gboolean reratings = show_reratings (self);
  gboolean aside;

  gtk_widget_set_visible (GTK_WIDGET (self->list), any);
  aside = show_set_asides (self, proposals);
  gtk_widget_set_visible (self->bottom_bar, any);
  gtk_label_set_text (self->intro,
                      any ? _("Tick what you want to do, in the order that suits you: core criteria come "
                              "first, then what moves most.") : _("Nothing to propose for now"));
  gtk_stack_set_visible_child_name (self->stack, any || reratings || aside ? "list" : "empty");
}

/* Only what is looked at is drawn: the rest waits until it is shown. */
static void
update (CapProposalsView *self)
{
  CapPhotograph *photograph = cap_workspace_get_photograph (self->workspace);
  g_autoptr(GPtrArray) proposals = NULL;
  g_autofree char *signature = NULL;

  if (photograph == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  proposals = cap_workspace_list_proposals (self->workspace);
  signature = dup_signature (proposals);
  if (cap_set_string (&self->signature, signature))
    fill_list (self, proposals, photograph->framework);

  show_empty (self, photograph);
  show_parts (self, proposals);
  update_accept (self);
}

static void
cap_proposals_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cap_proposals_view_parent_class)->map (widget);

  update (CAP_PROPOSALS_VIEW (widget));
}

static void
accepted_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(CapProposalsView) self = CAP_PROPOSALS_VIEW (user_data);
  g_autoptr(GError) error = NULL;

  if (cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error))
    {
      cap_message_bar_hide (self->message);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", _("Added to the plan"));
    }
  else
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
}

static void
accept_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  CapProposalsView *self = CAP_PROPOSALS_VIEW (widget);
  g_autoptr(GPtrArray) proposals = cap_workspace_list_proposals (self->workspace);
  g_autoptr(GHashTable) accepted = get_accepted (self);
  g_autofree char *today = cap_workspace_dup_today (self->workspace);
  g_autofree char *detail = g_strdup_printf ("%u", g_hash_table_size (accepted));
  CapCommand *command;

  if (g_hash_table_size (accepted) == 0)
    return;

  command = cap_command_new (CAP_GESTURE_ACCEPT, detail);
  for (guint i = 0; i < proposals->len; i++)
    {
      const CapProposal *proposal = g_ptr_array_index (proposals, i);
      g_autoptr(CapAction) action = NULL;

      if (!g_hash_table_contains (accepted, proposal->criterion->code))
        continue;

      action = cap_proposal_to_action (proposal, today);
      cap_command_put_action (command, action);
      if (proposal->set_aside != NULL)
        cap_command_remove_set_aside (command, proposal->set_aside);
    }

  cap_workspace_run_async (self->workspace, command, NULL, accepted_cb, g_object_ref (self));
}

static void
rate_again_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *window = cap_rerating_window_new (GTK_WINDOW (root), CAP_PROPOSALS_VIEW (widget)->workspace);

  gtk_window_present (GTK_WINDOW (window));
}

static void
all_toggled_cb (CapProposalsView *self)
{
  gboolean all = gtk_check_button_get_active (self->all_check);

  if (self->silent)
    return;

  self->silent = TRUE;
  for (guint i = 0; i < self->codes->len; i++)
    cap_proposal_row_set_accepted (get_row (self, i), all);
  self->silent = FALSE;

  update_accept (self);
}

static void
row_activated_cb (CapProposalsView *self,
                  CapProposalRow   *row)
{
  cap_proposal_row_toggle (row);
}

static void
cap_proposals_view_dispose (GObject *object)
{
  CapProposalsView *self = CAP_PROPOSALS_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_proposals_view_parent_class)->dispose (object);
}

static void
cap_proposals_view_finalize (GObject *object)
{
  CapProposalsView *self = CAP_PROPOSALS_VIEW (object);

  g_ptr_array_unref (self->codes);
  g_free (self->signature);

  G_OBJECT_CLASS (cap_proposals_view_parent_class)->finalize (object);
}

static void
cap_proposals_view_class_init (CapProposalsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cap_proposals_view_dispose;
  object_class->finalize = cap_proposals_view_finalize;

  widget_class->map = cap_proposals_view_map;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  g_type_ensure (CAP_TYPE_SET_ASIDES);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-proposals-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CapProposalsView, message);
  gtk_widget_class_bind_template_child (widget_class, CapProposalsView, stack);
  gtk_widget_class_bind_template_child (widget_class, CapProposalsView, empty_page);
  gtk_widget_class_bind_template_child (widget_class, CapProposalsView, evaluate_button);
  gtk_widget_class_bind_template_child (widget_class, CapProposalsView, rerating_box);
  gtk_widget_class_bind_template_child (widget_class, CapProposalsView, rerating_label);
  gtk_widget_class_bind_template_child (widget_class, CapProposalsView, intro);
  gtk_widget_class_bind_template_child (widget_class, CapProposalsView, list);
  gtk_widget_class_bind_template_child (widget_class, CapProposalsView, set_asides);
  gtk_widget_class_bind_template_child (widget_class, CapProposalsView, bottom_bar);
  gtk_widget_class_bind_template_child (widget_class, CapProposalsView, all_check);
  gtk_widget_class_bind_template_child (widget_class, CapProposalsView, accept_button);
  gtk_widget_class_bind_template_callback (widget_class, all_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);

  gtk_widget_class_install_action (widget_class, "proposals.accept", NULL, accept_cb);
  gtk_widget_class_install_action (widget_class, "proposals.rate-again", NULL, rate_again_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_proposals_view_init (CapProposalsView *self)
{
  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->focus_index = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cap_proposals_view_new:
 * @workspace: with a dossier open
 *
 * Returns: (transfer floating): its proposals
 */
GtkWidget *
cap_proposals_view_new (CapWorkspace *workspace)
{
  CapProposalsView *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_PROPOSALS_VIEW, NULL);
  self->workspace = g_object_ref (workspace);
  cap_set_asides_set_workspace (self->set_asides, workspace);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * cap_proposals_view_dup_title:
 * @workspace: with or without a dossier open
 *
 * Returns: (transfer full): what the view is called, with how many proposals
 *   there are
 */
char *
cap_proposals_view_dup_title (CapWorkspace *workspace)
{
  g_autoptr(GPtrArray) proposals = NULL;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  proposals = cap_workspace_list_proposals (workspace);
  if (proposals == NULL || proposals->len == 0)
    return g_strdup (_("Proposals"));

  /* Translators: how many proposals there are */
  return g_strdup_printf (_("Proposals (%u)"), proposals->len);
}
