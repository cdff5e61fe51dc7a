/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/audit/cap-programme-row.h"

#include <glib/gi18n.h>

#include "audit/cap-programme-text.h"
#include "base/cap-date.h"
#include "quality/cap-address.h"
#include "ui/widgets/cap-tag.h"

static const char * const tag_classes[CAP_N_PROGRAMME_STATES] = {
  [CAP_PROGRAMME_HELD] = "accent-tag",
  [CAP_PROGRAMME_LATE] = "warning-tag",
};

static void
add_codes (GPtrArray          *parts,
           const char * const *codes)
{
  g_autofree char *joined = g_strjoinv (", ", (char **) codes);

  if (*joined != '\0')
    g_ptr_array_add (parts, g_steal_pointer (&joined));
}

static char *
dup_subtitle (const CapProgramme      *programme,
              const CapProgrammeEntry *entry)
{
  const CapProgrammeConflict *conflict = cap_programme_find_conflict (programme, entry);
  const char *auditor = entry->line != NULL ? cap_record_get (entry->line, CAP_PROGRAMME_AUDITOR) : NULL;
  const char *note = entry->line != NULL ? cap_record_get (entry->line, CAP_PROGRAMME_NOTE) : NULL;
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;
  g_autofree char *fault = NULL;

  if (entry->day != NULL)
    g_ptr_array_add (parts, cap_date_format_long (entry->day));
  add_codes (parts, (const char * const *) entry->processes);
  add_codes (parts, (const char * const *) entry->sites);
  if (auditor != NULL)
    g_ptr_array_add (parts, g_strdup (auditor));
  if (entry->line == NULL)
    g_ptr_array_add (parts, g_strdup (_("not planned in the programme")));
  else if (entry->audit != NULL)
    g_ptr_array_add (parts, g_strdup (cap_record_get_code (entry->audit)));
  if (note != NULL)
    g_ptr_array_add (parts, g_strdup (note));
  g_ptr_array_add (parts, NULL);
  text = g_strjoinv (" · ", (char **) parts->pdata);
  if (conflict == NULL)
    return g_steal_pointer (&text);

  fault = cap_programme_conflict_dup_text (conflict);

  return g_strdup_printf ("%s\n%s", text, fault);
}

static GtkWidget *
new_prepare_button (const CapRecord *line)
{
  GtkWidget *button = gtk_button_new_with_label (_("Prepare the Audit"));
  /* Translators: the code of a line of the audit programme */
  g_autofree char *name = g_strdup_printf (_("Prepare the audit of %s"), cap_record_get_code (line));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "programme.prepare");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", line->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

GtkWidget *
cap_programme_row_new (const CapProgramme      *programme,
                       const CapProgrammeEntry *entry,
                       gboolean                 can_change)
{
  GtkWidget *self = adw_action_row_new ();
  const CapRecord *record = cap_programme_entry_get_record (entry);
  GtkWidget *code = gtk_label_new (cap_record_get_code (record));
  g_autofree char *title = cap_programme_entry_dup_title (entry);
  g_autofree char *subtitle = dup_subtitle (programme, entry);
  g_autofree char *address = cap_address_new_for_record (record);
  AdwActionRow *row = ADW_ACTION_ROW (self);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, subtitle);
  adw_action_row_set_subtitle_lines (row, 5);
  gtk_widget_add_css_class (code, "numeric");
  gtk_widget_add_css_class (code, "register-code");
  gtk_label_set_xalign (GTK_LABEL (code), 0);
  adw_action_row_add_prefix (row, code);
  adw_action_row_add_suffix (row, cap_tag_new (cap_programme_state_get_label (entry->state),
                                               tag_classes[entry->state]));
  if (can_change && entry->line != NULL && entry->audit == NULL)
    adw_action_row_add_suffix (row, new_prepare_button (entry->line));
  adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "journey.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", address);

  return self;
}
