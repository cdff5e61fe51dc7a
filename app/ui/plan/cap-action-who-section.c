/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "base/cap-number.h"
#include "base/cap-text.h"
#include "ui/plan/cap-action-sections.h"
#include "ui/widgets/cap-date-row.h"
#include "ui/widgets/cap-text-row.h"

#define CAP_TYPE_ACTION_WHO_SECTION (cap_action_who_section_get_type ())

G_DECLARE_FINAL_TYPE (CapActionWhoSection, cap_action_who_section, CAP, ACTION_WHO_SECTION, CapActionSection)

struct _CapActionWhoSection
{
  CapActionSection  parent_instance;

  GtkWidget        *owner_row;
  GtkWidget        *start_row;
  GtkWidget        *due_row;
  GtkWidget        *done_row;
  GtkWidget        *contributors_row;
  GtkWidget        *service_row;
  GtkWidget        *days_row;
  GtkWidget        *euros_row;
  GtkWidget        *impact_row;
  GtkWidget        *effort_row;
};

G_DEFINE_FINAL_TYPE (CapActionWhoSection, cap_action_who_section, CAP_TYPE_ACTION_SECTION)

static const GPtrArray *
get_services (CapActionWhoSection *self)
{
  CapPlanModel *model = cap_action_section_get_model (CAP_ACTION_SECTION (self));
  const CapDossier *dossier = cap_workspace_get_dossier (cap_plan_model_get_workspace (model));

  return cap_dossier_get_current (dossier)->framework->services;
}

static const CapService *
get_service (CapActionWhoSection *self,
             guint                index)
{
  return g_ptr_array_index (get_services (self), index);
}

static guint
find_service (CapActionWhoSection *self,
              const char          *code)
{
  for (guint i = 0; code != NULL && i < get_services (self)->len; i++)
    {
      if (g_str_equal (get_service (self, i)->code, code))
        return i + 1;
    }

  return 0;
}

static void
show (CapActionSection *section,
      const CapAction  *action)
{
  CapActionWhoSection *self = CAP_ACTION_WHO_SECTION (section);
  g_autofree char *days = NULL;
  g_autofree char *euros = NULL;

  if (action->days_hundredths != CAP_AMOUNT_UNSET)
    days = cap_number_format_hundredths (action->days_hundredths);
  if (action->euros != CAP_AMOUNT_UNSET)
    euros = cap_number_format_thousandths ((gint64) action->euros * 1000);

  cap_entry_show_text (self->owner_row, action->owner);
  cap_date_row_set_date (CAP_DATE_ROW (self->start_row), action->start);
  cap_date_row_set_date (CAP_DATE_ROW (self->due_row), action->due);
  cap_date_row_set_date (CAP_DATE_ROW (self->done_row), action->done);
  gtk_widget_set_visible (self->done_row, action->done != NULL);
  cap_text_row_set_text (CAP_TEXT_ROW (self->contributors_row), action->contributors);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->service_row), find_service (self, action->service));
  cap_entry_show_text (self->days_row, days);
  cap_entry_show_text (self->euros_row, euros);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->impact_row), (guint) action->impact);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->effort_row), (guint) action->effort);
}

static void
mark (GtkWidget *row,
      gboolean   valid)
{
  if (valid)
    gtk_widget_remove_css_class (row, "error");
  else
    gtk_widget_add_css_class (row, "error");
}

/* What is not a number stays in the field, marked; the action keeps what it had. */
static void
take_days (GtkWidget *row,
           int       *days_hundredths)
{
  g_autofree char *text = cap_entry_dup_text (row);
  int parsed;
  gboolean valid = text == NULL || cap_number_parse_hundredths (text, &parsed);

  mark (row, valid);
  if (valid)
    *days_hundredths = text != NULL ? parsed : CAP_AMOUNT_UNSET;
}

static void
take_euros (GtkWidget *row,
            int       *euros)
{
  g_autofree char *text = cap_entry_dup_text (row);
  int parsed = 0;
  gboolean valid = text == NULL || (cap_number_parse_hundredths (text, &parsed) && parsed % 100 == 0);

  mark (row, valid);
  if (valid)
    *euros = text != NULL ? parsed / 100 : CAP_AMOUNT_UNSET;
}

static void
apply (CapActionSection *section,
       CapAction        *action)
{
  CapActionWhoSection *self = CAP_ACTION_WHO_SECTION (section);
  guint service = adw_combo_row_get_selected (ADW_COMBO_ROW (self->service_row));

  g_free (action->owner);
  action->owner = cap_entry_dup_text (self->owner_row);
  cap_set_string (&action->start, cap_date_row_get_date (CAP_DATE_ROW (self->start_row)));
  cap_set_string (&action->due, cap_date_row_get_date (CAP_DATE_ROW (self->due_row)));
  cap_set_string (&action->done, cap_date_row_get_date (CAP_DATE_ROW (self->done_row)));
  g_free (action->contributors);
  action->contributors = cap_text_row_dup_text (CAP_TEXT_ROW (self->contributors_row));
  cap_set_string (&action->service, service > 0 ? get_service (self, service - 1)->code : NULL);
  take_days (self->days_row, &action->days_hundredths);
  take_euros (self->euros_row, &action->euros);
  action->impact = (int) adw_combo_row_get_selected (ADW_COMBO_ROW (self->impact_row));
  action->effort = (int) adw_combo_row_get_selected (ADW_COMBO_ROW (self->effort_row));
}

static GtkStringList *
list_services (CapActionWhoSection *self)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _("None"));
  for (guint i = 0; i < get_services (self)->len; i++)
    gtk_string_list_append (labels, get_service (self, i)->label);

  return labels;
}

static GtkStringList *
list_sizes (void)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _("As the criterion says"));
  gtk_string_list_append (labels, C_("size", "Low"));
  gtk_string_list_append (labels, C_("size", "Medium"));
  gtk_string_list_append (labels, C_("size", "High"));

  return labels;
}

static void
cap_action_who_section_class_init (CapActionWhoSectionClass *klass)
{
  CapActionSectionClass *section_class = CAP_ACTION_SECTION_CLASS (klass);

  section_class->show = show;
  section_class->apply = apply;
}

static void
cap_action_who_section_init (CapActionWhoSection *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Who and when"));
}

static void
create_rows (CapActionWhoSection *self)
{
  CapActionSection *section = CAP_ACTION_SECTION (self);

  self->owner_row = cap_action_section_add_entry (section, CAP_FIELD_OWNER,
                                                  _("In charge (a function, not a name)"));
  self->start_row = cap_action_section_add_date (section, CAP_FIELD_START, _("Start"));
  self->due_row = cap_action_section_add_date (section, CAP_FIELD_DUE, _("Due"));
  self->done_row = cap_action_section_add_date (section, CAP_FIELD_DONE, _("Done on"));
  self->contributors_row = cap_action_section_add_text (section, CAP_FIELD_CONTRIBUTORS,
                                                        _("With (a function on each line)"));
  self->service_row = cap_action_section_add_choice (section, CAP_FIELD_SERVICE, _("Service of the network"),
                                                     list_services (self));
  self->days_row = cap_action_section_add_entry (section, CAP_FIELD_DAYS, _("Days of work"));
  self->euros_row = cap_action_section_add_entry (section, CAP_FIELD_EUROS, _("Cost, in euros"));
  self->impact_row = cap_action_section_add_choice (section, CAP_FIELD_IMPACT, _("Impact"), list_sizes ());
  self->effort_row = cap_action_section_add_choice (section, CAP_FIELD_EFFORT, _("Effort"), list_sizes ());
}

GtkWidget *
cap_action_who_section_new (CapPlanModel *model)
{
  CapActionWhoSection *self = g_object_new (CAP_TYPE_ACTION_WHO_SECTION, NULL);

  cap_action_section_set_model (CAP_ACTION_SECTION (self), model);
  create_rows (self);

  return GTK_WIDGET (self);
}
