/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/audit/cap-finding-history.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"

struct _CapFindingHistory
{
  AdwBin               parent_instance;

  AdwPreferencesGroup *group;
  GPtrArray           *rows;   /* (element-type GtkWidget): borrowed */
};

G_DEFINE_FINAL_TYPE (CapFindingHistory, cap_finding_history, ADW_TYPE_BIN)

static void
cap_finding_history_dispose (GObject *object)
{
  g_clear_pointer (&CAP_FINDING_HISTORY (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (cap_finding_history_parent_class)->dispose (object);
}

static void
cap_finding_history_class_init (CapFindingHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cap_finding_history_dispose;
}

static void
cap_finding_history_init (CapFindingHistory *self)
{
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("History"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

GtkWidget *
cap_finding_history_new (void)
{
  return g_object_new (CAP_TYPE_FINDING_HISTORY, NULL);
}

static void
add_row (CapFindingHistory *self,
         const CapRecord   *step)
{
  const char *note = cap_record_get (step, CAP_FINDING_STEP_NOTE);
  g_autofree char *day = cap_date_format_long (cap_record_get (step, CAP_FINDING_STEP_DATE));
  g_autofree char *subtitle = note != NULL ? g_strdup_printf ("%s · %s", day, note) : g_strdup (day);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 cap_record_get_choice (step, CAP_FINDING_STEP_STATE));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

/**
 * cap_finding_history_show:
 * @finding: its UUID
 */
void
cap_finding_history_show (CapFindingHistory *self,
                          const CapDossier  *dossier,
                          const char        *finding)
{
  g_autoptr(GPtrArray) steps = NULL;

  g_return_if_fail (CAP_IS_FINDING_HISTORY (self) && dossier != NULL && finding != NULL);

  steps = cap_dossier_list_parts (dossier, CAP_REGISTER_FINDING_STEP, finding);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = steps->len; i > 0; i--)
    add_row (self, g_ptr_array_index (steps, i - 1));
  gtk_widget_set_visible (GTK_WIDGET (self), steps->len > 0);
}
