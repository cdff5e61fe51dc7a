/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/campaign/cap-prepare-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "quality/cap-campaign.h"
#include "quality/cap-record-rules.h"
#include "scoring/cap-ballot-rules.h"
#include "ui/campaign/cap-expected-group.h"
#include "ui/campaign/cap-seat-chips.h"
#include "ui/campaign/cap-vote-draft.h"
#include "ui/records/cap-record-desk.h"
#include "ui/records/cap-record-fields.h"
#include "ui/widgets/cap-message-bar.h"

/**
 * CapPreparePage:
 *
 * What is prepared before the CAP day: when and where, who is expected, the invitation, the codes. A field
 * is kept when it is left. The proposed invitation follows what it says, as long as nobody rewrote it.
 */
struct _CapPreparePage
{
  GtkWidget            parent_instance;

  /* Owned */
  CapWorkspace        *workspace;
  CapRecordDesk       *desk;
  CapRecordFields     *fields;
  CapRecord           *shown;      /* the CAP day as the fields have it, or NULL */

  GtkWidget           *expected;
  GtkWidget           *path_row;

  /* Template children */
  GtkWidget           *box;
  CapMessageBar       *message;
  GtkStack            *stack;
  AdwPreferencesGroup *day_group;
  AdwBin              *expected_bin;
  AdwPreferencesGroup *invitation_group;
  CapSeatChips        *chips;
};

G_DEFINE_FINAL_TYPE (CapPreparePage, cap_prepare_page, GTK_TYPE_WIDGET)

enum
{
  TOLD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const guint day_fields[] = {
  CAP_CAMPAIGN_DATE, CAP_CAMPAIGN_START, CAP_CAMPAIGN_FINISH, CAP_CAMPAIGN_PAUSE, CAP_CAMPAIGN_PLACE,
  CAP_CAMPAIGN_FACILITATOR,
};

static char *
dup_proposal (CapPreparePage  *self,
              const CapRecord *campaign)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);

  return cap_campaign_dup_invitation (dossier, cap_dossier_get_current (dossier), campaign);
}

/* Returns: whether the invitation of @campaign is the one that would be proposed of it */
static gboolean
is_proposed (CapPreparePage  *self,
             const CapRecord *campaign)
{
  g_autofree char *proposal = dup_proposal (self, campaign);

  return g_strcmp0 (cap_record_get (campaign, CAP_CAMPAIGN_INVITATION), proposal) == 0;
}

static void
propose (CapPreparePage *self,
         CapRecord      *campaign)
{
  g_autofree char *proposal = dup_proposal (self, campaign);

  cap_record_set (campaign, CAP_CAMPAIGN_INVITATION, proposal);
}

/* The fields as they are are what the person would have; a proposal that nobody touched follows them. */
static void
finished_cb (CapPreparePage *self)
{
  g_autoptr(CapRecord) before = NULL;
  g_autoptr(CapRecord) record = NULL;
  g_autoptr(GPtrArray) faults = NULL;

  if (self->shown == NULL || !cap_vote_draft_is_allowed (self->workspace))
    return;

  before = cap_record_desk_dup (self->desk, CAP_REGISTER_CAMPAIGN, self->shown->id);
  if (before == NULL)
    return;

  record = cap_record_copy (before);
  cap_record_fields_fill (self->fields, record);
  if (is_proposed (self, before) && g_strcmp0 (cap_record_get (before, CAP_CAMPAIGN_INVITATION),
                                               cap_record_get (record, CAP_CAMPAIGN_INVITATION)) == 0)
    propose (self, record);
  faults = cap_record_desk_put (self->desk, record);
  cap_record_fields_show_faults (self->fields, faults);
}

static void
show_path (CapPreparePage *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  const CapEvaluation *evaluation = cap_dossier_get_current (dossier);
  g_autoptr(GPtrArray) asked = cap_ballot_list_asked (evaluation, dossier->member, CAP_BALLOT_FULL);
  g_autofree char *text = NULL;

  if (evaluation->path == CAP_PATH_EXPRESS)
    /* Translators: number of criteria */
    text = g_strdup_printf (ngettext ("Express path: %u criterion", "Express path: %u criteria", asked->len),
                            asked->len);
  else
    /* Translators: number of criteria */
    text = g_strdup_printf (ngettext ("Full path: %u criterion", "Full path: %u criteria", asked->len),
                            asked->len);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->path_row), text);
}

static void
show_origin (CapPreparePage  *self,
             const CapRecord *campaign)
{
  const char *text = is_proposed (self, campaign)
                     ? _("It follows the date, the place and the hours, until you rewrite it.")
                     : _("It is yours: it stays as it is written.");

  adw_preferences_group_set_description (self->invitation_group, text);
}

static void
show_codes (CapPreparePage *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  g_autoptr(GPtrArray) seats = cap_campaign_list_seats (dossier, cap_dossier_get_current (dossier));

  cap_seat_chips_show (self->chips, seats);
}

static void
show_campaign (CapPreparePage  *self,
               const CapRecord *campaign)
{
  const gboolean editable = cap_vote_draft_is_allowed (self->workspace);
  const gboolean same = self->shown != NULL && g_str_equal (self->shown->id, campaign->id);

  cap_record_fields_show (self->fields, campaign, same ? self->shown : NULL);
  if (!same || !cap_record_equal (campaign, self->shown))
    cap_record_fields_show_faults (self->fields, NULL);
  g_clear_pointer (&self->shown, cap_record_free);
  self->shown = cap_record_copy (campaign);
  show_path (self);
  show_origin (self, campaign);
  cap_expected_group_show (CAP_EXPECTED_GROUP (self->expected));
  show_codes (self);
  for (guint i = 0; i < G_N_ELEMENTS (day_fields); i++)
    gtk_widget_set_sensitive (cap_record_fields_get_row (self->fields, day_fields[i]), editable);
  gtk_widget_set_sensitive (cap_record_fields_get_row (self->fields, CAP_CAMPAIGN_INVITATION), editable);
  gtk_widget_set_sensitive (self->expected, editable);
}

static void
update (CapPreparePage *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  const CapRecord *campaign;
  const gboolean editable = cap_vote_draft_is_allowed (self->workspace);

  if (dossier == NULL)
    return;

  campaign = cap_campaign_find (dossier, cap_dossier_get_current (dossier));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "prepare.begin", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "prepare.propose", editable && campaign != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "prepare.copy",
                                 campaign != NULL &&
                                 cap_record_get (campaign, CAP_CAMPAIGN_INVITATION) != NULL);
  gtk_stack_set_visible_child_name (self->stack, campaign != NULL ? "day" : "none");
  if (campaign != NULL)
    show_campaign (self, campaign);
  else
    g_clear_pointer (&self->shown, cap_record_free);
}

static void
failed_cb (CapPreparePage *self,
           const char     *sentence)
{
  cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, sentence);
}

static void
begun_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(CapPreparePage) self = CAP_PREPARE_PAGE (user_data);
  g_autoptr(GError) error = NULL;

  if (self->fields == NULL)
    return;

  if (cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error))
    gtk_widget_grab_focus (cap_record_fields_get_row (self->fields, CAP_CAMPAIGN_DATE));
  else
    failed_cb (self, error->message);
}

/* The day, and the invitation to it, in one gesture. */
static void
begin_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  CapPreparePage *self = CAP_PREPARE_PAGE (widget);
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  g_autofree char *today = cap_workspace_dup_today (self->workspace);
  g_autoptr(CapRecord) campaign = NULL;
  CapCommand *command;

  if (dossier == NULL || cap_campaign_find (dossier, cap_dossier_get_current (dossier)) != NULL)
    return;

  campaign = cap_campaign_new (dossier, cap_dossier_get_current (dossier), today);
  propose (self, campaign);
  command = cap_command_new (CAP_GESTURE_RECORD, cap_record_get_code (campaign));
  cap_command_put_record (command, campaign);
  cap_workspace_run_async (self->workspace, command, NULL, begun_cb, g_object_ref (self));
}

/* What is on display is copied: what is being typed counts. */
static void
copy_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  CapPreparePage *self = CAP_PREPARE_PAGE (widget);
  g_autoptr(CapRecord) record = NULL;
  const char *invitation;

  if (self->shown == NULL)
    return;

  record = cap_record_copy (self->shown);
  cap_record_fields_fill (self->fields, record);
  invitation = cap_record_get (record, CAP_CAMPAIGN_INVITATION);
  if (invitation == NULL)
    return;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), invitation);
  g_signal_emit (self, signals[TOLD], 0, _("The invitation is copied: paste it in a message."));
}

static void
propose_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  CapPreparePage *self = CAP_PREPARE_PAGE (widget);
  g_autoptr(CapRecord) record = NULL;
  g_autoptr(GPtrArray) faults = NULL;

  if (self->shown == NULL)
    return;

  record = cap_record_desk_dup (self->desk, CAP_REGISTER_CAMPAIGN, self->shown->id);
  if (record == NULL)
    return;

  propose (self, record);
  faults = cap_record_desk_put (self->desk, record);
  cap_record_fields_show_faults (self->fields, faults);
}

static void
cap_prepare_page_dispose (GObject *object)
{
  CapPreparePage *self = CAP_PREPARE_PAGE (object);

  g_clear_pointer (&self->shown, cap_record_free);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->fields);
  g_clear_object (&self->desk);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_prepare_page_parent_class)->dispose (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, CapPreparePage, child)

static void
cap_prepare_page_class_init (CapPreparePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_prepare_page_dispose;

  signals[TOLD] = g_signal_new ("told", CAP_TYPE_PREPARE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  g_type_ensure (CAP_TYPE_SEAT_CHIPS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-prepare-page.ui");
  BIND (box);
  BIND (message);
  BIND (stack);
  BIND (day_group);
  BIND (expected_bin);
  BIND (invitation_group);
  BIND (chips);
  gtk_widget_class_install_action (widget_class, "prepare.begin", NULL, begin_cb);
  gtk_widget_class_install_action (widget_class, "prepare.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "prepare.propose", NULL, propose_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

#undef BIND

static void
cap_prepare_page_init (CapPreparePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_field (CapPreparePage      *self,
           AdwPreferencesGroup *group,
           guint                field)
{
  adw_preferences_group_add (group, cap_record_fields_get_row (self->fields, field));
  adw_preferences_group_add (group, cap_record_fields_get_fault (self->fields, field));
}

static void
add_fields (CapPreparePage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (day_fields); i++)
    add_field (self, self->day_group, day_fields[i]);
  self->path_row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->path_row), _("What the group goes through"));
  adw_preferences_group_add (self->day_group, self->path_row);
  add_field (self, self->invitation_group, CAP_CAMPAIGN_INVITATION);
}

/* @workspace: with a dossier open; once */
void
cap_prepare_page_set_workspace (CapPreparePage *self,
                                CapWorkspace   *workspace)
{
  g_return_if_fail (CAP_IS_PREPARE_PAGE (self) && CAP_IS_WORKSPACE (workspace) && self->workspace == NULL);

  self->workspace = g_object_ref (workspace);
  self->desk = cap_record_desk_new (workspace);
  self->fields = cap_record_fields_new (workspace, CAP_REGISTER_CAMPAIGN);
  self->expected = cap_expected_group_new (workspace);
  add_fields (self);
  adw_bin_set_child (self->expected_bin, self->expected);
  g_signal_connect_object (self->fields, "finished", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->expected, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/* What is being typed is kept, before the page goes or something else begins. */
void
cap_prepare_page_flush (CapPreparePage *self)
{
  g_return_if_fail (CAP_IS_PREPARE_PAGE (self));

  cap_expected_group_flush (CAP_EXPECTED_GROUP (self->expected));
  finished_cb (self);
}
