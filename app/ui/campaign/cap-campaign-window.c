/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/campaign/cap-campaign-window.h"

#include <glib/gi18n.h>

#include "quality/cap-campaign.h"
#include "ui/campaign/cap-gather-page.h"
#include "ui/campaign/cap-handover-window.h"
#include "ui/campaign/cap-import-votes-window.h"
#include "ui/campaign/cap-prepare-page.h"
#include "ui/campaign/cap-sheet-window.h"
#include "ui/campaign/cap-vote-draft.h"
#include "ui/widgets/cap-message-bar.h"
#include "ui/widgets/cap-toast.h"

/**
 * CapCampaignWindow:
 *
 * The CAP day: what is prepared before it, and the votes that come in. It stays open beside the dossier.
 */
struct _CapCampaignWindow
{
  AdwWindow        parent_instance;

  CapWorkspace    *workspace;

  /* Template children */
  AdwToastOverlay *toasts;
  CapMessageBar   *message;
  AdwViewStack    *stack;
  CapPreparePage  *prepare;
  CapGatherPage   *gather;
};

G_DEFINE_FINAL_TYPE (CapCampaignWindow, cap_campaign_window, ADW_TYPE_WINDOW)

static void
activate_parent (CapCampaignWindow *self,
                 const char        *action_name,
                 const char        *page)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  cap_prepare_page_flush (self->prepare);
  if (parent == NULL)
    return;

  if (page != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), action_name, "s", page);
  else
    gtk_widget_activate_action (GTK_WIDGET (parent), action_name, NULL);
}

static void
told_cb (CapCampaignWindow *self,
         const char        *sentence)
{
  cap_toast_show (self->toasts, sentence, NULL, NULL);
}

static void
imported_cb (CapCampaignWindow *self,
             const char        *sentence)
{
  cap_toast_show (self->toasts, sentence, _("Undo"), "campaign.undo");
}

/* The questionnaires are printed from the dossier: its window comes forward. */
static void
print_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  activate_parent (CAP_CAMPAIGN_WINDOW (widget), "win.page", "documents");
  if (parent != NULL)
    gtk_window_present (parent);
}

static void
meeting_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  activate_parent (CAP_CAMPAIGN_WINDOW (widget), "win.meeting", NULL);
}

static void
handover_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  CapCampaignWindow *self = CAP_CAMPAIGN_WINDOW (widget);
  GtkWidget *window;

  cap_prepare_page_flush (self->prepare);
  window = cap_handover_window_new (self->workspace, GTK_WINDOW (self));
  gtk_window_maximize (GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
}

/* An empty code stands for the next one that is expected. */
static void
sheet_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  CapCampaignWindow *self = CAP_CAMPAIGN_WINDOW (widget);
  const char *code = g_variant_get_string (parameter, NULL);
  GtkWidget *window;

  cap_prepare_page_flush (self->prepare);
  window = cap_sheet_window_new (self->workspace, GTK_WINDOW (self), *code != '\0' ? code : NULL);
  gtk_window_present (GTK_WINDOW (window));
}

static void
import_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  CapCampaignWindow *self = CAP_CAMPAIGN_WINDOW (widget);
  GtkWidget *window;

  cap_prepare_page_flush (self->prepare);
  window = cap_import_votes_window_new (GTK_WINDOW (self), self->workspace);
  g_signal_connect_object (window, "imported", G_CALLBACK (imported_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

/* The window of the dossier undoes what is done here. */
static void
undo_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  activate_parent (CAP_CAMPAIGN_WINDOW (widget),
                   g_str_equal (action_name, "campaign.undo") ? "win.undo" : "win.redo", NULL);
}

static void
update (CapCampaignWindow *self)
{
  const gboolean allowed = cap_vote_draft_is_allowed (self->workspace);

  if (cap_workspace_get_dossier (self->workspace) == NULL)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "campaign.handover", allowed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "campaign.sheet", allowed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "campaign.import", allowed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "campaign.undo", allowed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "campaign.redo", allowed);
  if (!allowed)
    cap_message_bar_show (self->message, CAP_MESSAGE_STATE, _("Read only: the day can be looked at."));
}

/* Another window may close the dossier: what is being typed here is kept before. */
static void
is_active_changed_cb (CapCampaignWindow *self)
{
  if (self->workspace != NULL && !gtk_window_is_active (GTK_WINDOW (self)))
    cap_prepare_page_flush (self->prepare);
}

static gboolean
cap_campaign_window_close_request (GtkWindow *window)
{
  CapCampaignWindow *self = CAP_CAMPAIGN_WINDOW (window);

  gtk_window_set_focus (window, NULL);
  cap_prepare_page_flush (self->prepare);

  return GTK_WINDOW_CLASS (cap_campaign_window_parent_class)->close_request (window);
}

static void
cap_campaign_window_dispose (GObject *object)
{
  g_clear_object (&CAP_CAMPAIGN_WINDOW (object)->workspace);

  G_OBJECT_CLASS (cap_campaign_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  const GdkModifierType redo = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  gtk_widget_class_install_action (widget_class, "campaign.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "campaign.meeting", NULL, meeting_cb);
  gtk_widget_class_install_action (widget_class, "campaign.handover", NULL, handover_cb);
  gtk_widget_class_install_action (widget_class, "campaign.sheet", "s", sheet_cb);
  gtk_widget_class_install_action (widget_class, "campaign.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "campaign.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "campaign.redo", NULL, undo_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "campaign.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, redo, "campaign.redo", NULL);
}

static void
cap_campaign_window_class_init (CapCampaignWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_campaign_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = cap_campaign_window_close_request;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  g_type_ensure (CAP_TYPE_PREPARE_PAGE);
  g_type_ensure (CAP_TYPE_GATHER_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-campaign-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CapCampaignWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CapCampaignWindow, message);
  gtk_widget_class_bind_template_child (widget_class, CapCampaignWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CapCampaignWindow, prepare);
  gtk_widget_class_bind_template_child (widget_class, CapCampaignWindow, gather);
  gtk_widget_class_bind_template_callback (widget_class, told_cb);
  install_actions (widget_class);
}

static void
cap_campaign_window_init (CapCampaignWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What is prepared comes first, until somebody has voted. */
static void
choose_page (CapCampaignWindow *self)
{
  const CapEvaluation *evaluation = cap_workspace_get_evaluation (self->workspace);
  const gboolean prepared = cap_campaign_find (cap_workspace_get_dossier (self->workspace),
                                               evaluation) != NULL;

  adw_view_stack_set_visible_child_name (self->stack,
                                         prepared && evaluation->ballots->len > 0 ? "gather" : "prepare");
}

/**
 * cap_campaign_window_new:
 * @workspace: with a dossier open
 * @parent: (nullable): the window of the dossier
 *
 * Returns: (transfer floating): the CAP day of its evaluation in course
 */
GtkWidget *
cap_campaign_window_new (CapWorkspace *workspace,
                         GtkWindow    *parent)
{
  CapCampaignWindow *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace) && cap_workspace_get_dossier (workspace) != NULL, NULL);

  self = g_object_new (CAP_TYPE_CAMPAIGN_WINDOW, "transient-for", parent, "destroy-with-parent", TRUE, NULL);
  self->workspace = g_object_ref (workspace);
  cap_prepare_page_set_workspace (self->prepare, workspace);
  cap_gather_page_set_workspace (self->gather, workspace);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (is_active_changed_cb), NULL);
  choose_page (self);
  update (self);

  return GTK_WIDGET (self);
}
