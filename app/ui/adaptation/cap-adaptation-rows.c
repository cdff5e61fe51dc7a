/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/adaptation/cap-adaptation-rows.h"

#include <glib/gi18n.h>

#include "ui/adaptation/cap-adaptation-field.h"

static GtkWidget *
new_field (const char *code,
           const char *title,
           const char *text,
           GCallback   finished,
           gpointer    owner)
{
  GtkWidget *field = cap_adaptation_field_new (code, title, text);

  g_signal_connect_object (field, "finished", finished, owner, G_CONNECT_SWAPPED);

  return field;
}

/* Its title is what the network says; its text, what the structure says instead, or nothing. */
static void
append_label (GtkListBox                  *list,
              const char                  *code,
              const char                  *label,
              const char                  *network_label,
              const CapAdaptationHandlers *handlers,
              gpointer                     owner)
{
  g_autofree char *title = g_strdup_printf ("%s  %s", code, network_label != NULL ? network_label : label);

  gtk_list_box_append (list, new_field (code, title, network_label != NULL ? label : NULL, handlers->label,
                                        owner));
}

/**
 * cap_adaptation_rows_fill_labels:
 * @list: an empty list
 * @objective: the code of an objective of the network
 *
 * Appends a field for its theme, for itself and for each of its criteria.
 */
void
cap_adaptation_rows_fill_labels (GtkListBox                  *list,
                                 const CapFramework          *framework,
                                 const char                  *objective,
                                 const CapAdaptationHandlers *handlers,
                                 gpointer                     owner)
{
  const CapObjective *found = cap_framework_find_objective (framework, objective);

  g_return_if_fail (found != NULL);

  append_label (list, found->theme->code, found->theme->label, found->theme->network_label, handlers, owner);
  append_label (list, found->code, found->label, found->network_label, handlers, owner);
  for (guint i = 0; i < found->criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (found->criteria, i);

      append_label (list, criterion->code, criterion->label, criterion->network_label, handlers, owner);
    }
}

static GtkWidget *
new_button (const char *icon,
            const char *name,
            const char *action,
            const char *code)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", code);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

static void
append_criterion (AdwPreferencesGroup         *group,
                  const CapLocalCriterion     *criterion,
                  const CapAdaptationHandlers *handlers,
                  gpointer                     owner)
{
  /* Translators: the code of a criterion */
  g_autofree char *title = g_strdup_printf (_("Criterion %s"), criterion->code);
  /* Translators: the code of a criterion */
  g_autofree char *question = g_strdup_printf (_("Question of %s"), criterion->code);
  /* Translators: the code of a criterion */
  g_autofree char *removal = g_strdup_printf (_("Remove %s and its answer"), criterion->code);
  GtkWidget *row = new_field (criterion->code, title, criterion->label, handlers->own_label, owner);

  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row),
                            new_button ("user-trash-symbolic", removal, "adaptation.remove",
                                        criterion->code));
  adw_preferences_group_add (group, row);
  adw_preferences_group_add (group, new_field (criterion->code, question, criterion->question,
                                               handlers->own_question, owner));
}

/**
 * cap_adaptation_rows_new_objective:
 * @objective: an objective of the structure
 *
 * Returns: (transfer floating): the fields of it and of its criteria
 */
GtkWidget *
cap_adaptation_rows_new_objective (const CapLocalObjective     *objective,
                                   const CapAdaptationHandlers *handlers,
                                   gpointer                     owner)
{
  GtkWidget *group = adw_preferences_group_new ();
  /* Translators: the code of an objective */
  g_autofree char *title = g_strdup_printf (_("Objective %s"), objective->code);
  /* Translators: the code of an objective */
  g_autofree char *addition = g_strdup_printf (_("Add a criterion to %s"), objective->code);

  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group),
                                           new_button ("list-add-symbolic", addition,
                                                       "adaptation.add-criterion", objective->code));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), objective->code);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             new_field (objective->code, title, objective->label, handlers->own_objective,
                                        owner));
  for (guint i = 0; i < objective->criteria->len; i++)
    append_criterion (ADW_PREFERENCES_GROUP (group), g_ptr_array_index (objective->criteria, i), handlers,
                      owner);

  return group;
}
