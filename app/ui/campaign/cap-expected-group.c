/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/campaign/cap-expected-group.h"

#include <glib/gi18n.h>

#include "quality/cap-campaign.h"

#define MAX_EXPECTED 500
#define QUIET_MS 900 /* a number that climbs by single steps is one gesture */

struct _CapExpectedGroup
{
  AdwPreferencesGroup  parent_instance;

  CapWorkspace        *workspace;
  GtkSpinButton       *spins[CAP_N_COLLEGES];
  guint                quiet;        /* the source that saves after a while, or 0 */

  guint                silent : 1;
  guint                saving : 1;
  guint                again : 1;    /* something changed while it was being saved */
};

G_DEFINE_FINAL_TYPE (CapExpectedGroup, cap_expected_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void save (CapExpectedGroup *self);

static const CapRecord *
find_campaign (CapExpectedGroup *self)
{
  CapDossier *dossier = self->workspace != NULL ? cap_workspace_get_dossier (self->workspace) : NULL;

  return dossier != NULL ? cap_campaign_find (dossier, cap_dossier_get_current (dossier)) : NULL;
}

static void
show_total (CapExpectedGroup *self)
{
  guint total = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < CAP_N_COLLEGES; i++)
    total += (guint) gtk_spin_button_get_value_as_int (self->spins[i]);

  /* Translators: number of people */
  text = g_strdup_printf (ngettext ("%u person is expected. Each one gets a code, never a name.",
                                    "%u people are expected. Each one gets a code, never a name.", total),
                          total);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), text);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(CapExpectedGroup) self = CAP_EXPECTED_GROUP (user_data);
  g_autoptr(GError) error = NULL;

  self->saving = FALSE;
  if (!cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error))
    g_signal_emit (self, signals[FAILED], 0, error->message);
  else if (self->again)
    save (self);
  self->again = FALSE;
}

/* All that differs from the dossier, in one gesture. */
static void
save (CapExpectedGroup *self)
{
  const CapRecord *campaign = find_campaign (self);
  CapDossier *dossier = self->workspace != NULL ? cap_workspace_get_dossier (self->workspace) : NULL;
  g_autoptr(CapCommand) command = NULL;

  if (campaign == NULL || cap_workspace_get_read_only (self->workspace))
    return;

  self->again = self->saving;
  if (self->saving)
    return;

  command = cap_command_new (CAP_GESTURE_RECORD, cap_record_get_code (campaign));
  for (CapCollege college = 0; college < CAP_N_COLLEGES; college++)
    {
      const guint expected = (guint) gtk_spin_button_get_value_as_int (self->spins[college]);

      if (expected != cap_campaign_get_expected (dossier, campaign, college))
        cap_campaign_put_expected (command, dossier, campaign, college, expected);
    }
  if (command->edits->len == 0)
    return;

  self->saving = TRUE;
  cap_workspace_run_async (self->workspace, g_steal_pointer (&command), NULL, saved_cb, g_object_ref (self));
}

static gboolean
quiet_cb (gpointer user_data)
{
  CapExpectedGroup *self = user_data;

  self->quiet = 0;
  save (self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (CapExpectedGroup *self)
{
  if (self->silent)
    return;

  show_total (self);
  g_clear_handle_id (&self->quiet, g_source_remove);
  self->quiet = g_timeout_add (QUIET_MS, quiet_cb, self);
}

static void
cap_expected_group_dispose (GObject *object)
{
  CapExpectedGroup *self = CAP_EXPECTED_GROUP (object);

  g_clear_handle_id (&self->quiet, g_source_remove);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_expected_group_parent_class)->dispose (object);
}

static void
cap_expected_group_class_init (CapExpectedGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cap_expected_group_dispose;

  signals[FAILED] = g_signal_new ("failed", CAP_TYPE_EXPECTED_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
add_row (CapExpectedGroup *self,
         CapCollege        college)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (0, MAX_EXPECTED, 1);
  const char *label = cap_college_get_label (college);
  g_autofree char *codes = NULL;
  g_autofree char *first = cap_college_dup_code (college, 1);

  /* Translators: the first code of a college, such as S-01 */
  codes = g_strdup_printf (_("Codes from %s on"), first);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), codes);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  self->spins[college] = GTK_SPIN_BUTTON (spin);
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
cap_expected_group_init (CapExpectedGroup *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Who is expected"));
  for (CapCollege college = 0; college < CAP_N_COLLEGES; college++)
    add_row (self, college);
}

GtkWidget *
cap_expected_group_new (CapWorkspace *workspace)
{
  CapExpectedGroup *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_EXPECTED_GROUP, NULL);
  self->workspace = g_object_ref (workspace);

  return GTK_WIDGET (self);
}

/* Follows the dossier; what is being typed stays until it is saved. */
void
cap_expected_group_show (CapExpectedGroup *self)
{
  const CapRecord *campaign;

  g_return_if_fail (CAP_IS_EXPECTED_GROUP (self));

  campaign = find_campaign (self);
  if (campaign == NULL || self->quiet != 0 || self->saving)
    return;

  self->silent = TRUE;
  for (CapCollege college = 0; college < CAP_N_COLLEGES; college++)
    gtk_spin_button_set_value (self->spins[college],
                               cap_campaign_get_expected (cap_workspace_get_dossier (self->workspace),
                                                          campaign, college));
  self->silent = FALSE;
  show_total (self);
}

/* Saves at once what would be saved in a moment. */
void
cap_expected_group_flush (CapExpectedGroup *self)
{
  g_return_if_fail (CAP_IS_EXPECTED_GROUP (self));

  for (guint i = 0; i < CAP_N_COLLEGES; i++)
    gtk_spin_button_update (self->spins[i]);
  if (self->quiet == 0)
    return;

  g_clear_handle_id (&self->quiet, g_source_remove);
  save (self);
}
