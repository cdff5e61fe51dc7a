/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "base/cap-text.h"
#include "ui/plan/cap-action-sections.h"
#include "ui/plan/cap-indicator-picker.h"
#include "ui/widgets/cap-date-row.h"
#include "ui/widgets/cap-text-row.h"

#define CAP_TYPE_ACTION_CHECK_SECTION (cap_action_check_section_get_type ())

G_DECLARE_FINAL_TYPE (CapActionCheckSection, cap_action_check_section, CAP, ACTION_CHECK_SECTION,
                      CapActionSection)

struct _CapActionCheckSection
{
  CapActionSection  parent_instance;

  GtkWidget        *indicator_row;
  GtkWidget        *due_row;
  GtkWidget        *by_row;
  GtkWidget        *verdict_row;
  GtkWidget        *evidence_row;
  GtkWidget        *checked_row;
};

G_DEFINE_FINAL_TYPE (CapActionCheckSection, cap_action_check_section, CAP_TYPE_ACTION_SECTION)

static void
show (CapActionSection *section,
      const CapAction  *action)
{
  CapActionCheckSection *self = CAP_ACTION_CHECK_SECTION (section);

  cap_indicator_picker_set_id (CAP_INDICATOR_PICKER (self->indicator_row), action->indicator);
  cap_date_row_set_date (CAP_DATE_ROW (self->due_row), action->check_due);
  cap_entry_show_text (self->by_row, action->check_by);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->verdict_row), (guint) action->verdict);
  cap_text_row_set_text (CAP_TEXT_ROW (self->evidence_row), action->check_evidence);
  cap_date_row_set_date (CAP_DATE_ROW (self->checked_row), action->checked);
  gtk_widget_set_visible (self->checked_row, action->verdict != CAP_VERDICT_NONE);
}

static void
apply (CapActionSection *section,
       CapAction        *action)
{
  CapActionCheckSection *self = CAP_ACTION_CHECK_SECTION (section);

  cap_set_string (&action->indicator,
                  cap_indicator_picker_get_id (CAP_INDICATOR_PICKER (self->indicator_row)));
  cap_set_string (&action->check_due, cap_date_row_get_date (CAP_DATE_ROW (self->due_row)));
  g_free (action->check_by);
  action->check_by = cap_entry_dup_text (self->by_row);
  action->verdict = (CapVerdict) adw_combo_row_get_selected (ADW_COMBO_ROW (self->verdict_row));
  g_free (action->check_evidence);
  action->check_evidence = cap_text_row_dup_text (CAP_TEXT_ROW (self->evidence_row));
  cap_set_string (&action->checked, cap_date_row_get_date (CAP_DATE_ROW (self->checked_row)));
}

static GtkStringList *
list_verdicts (void)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < CAP_N_VERDICTS; i++)
    gtk_string_list_append (labels, cap_verdict_get_label ((CapVerdict) i));

  return labels;
}

static void
cap_action_check_section_class_init (CapActionCheckSectionClass *klass)
{
  CapActionSectionClass *section_class = CAP_ACTION_SECTION_CLASS (klass);

  section_class->show = show;
  section_class->apply = apply;
}

static void
cap_action_check_section_init (CapActionCheckSection *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Did it have its effect?"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         _("An action is closed once its effect has been checked. Without "
                                           "effect, it goes back to those in progress."));
}

static void
create_rows (CapActionCheckSection *self)
{
  CapActionSection *section = CAP_ACTION_SECTION (self);
  CapPlanModel *model = cap_action_section_get_model (section);

  self->indicator_row = cap_indicator_picker_new (cap_plan_model_get_workspace (model));
  g_signal_connect_object (self->indicator_row, "chosen", G_CALLBACK (cap_action_section_emit_changed), self,
                           G_CONNECT_SWAPPED);
  cap_action_section_add_row (section, CAP_FIELD_INDICATOR, self->indicator_row);
  self->due_row = cap_action_section_add_date (section, CAP_FIELD_CHECK_DUE, _("To be checked on"));
  self->by_row = cap_action_section_add_entry (section, CAP_FIELD_CHECK_BY, _("By (a function, not a name)"));
  self->verdict_row = cap_action_section_add_choice (section, CAP_FIELD_VERDICT, _("Verdict"),
                                                     list_verdicts ());
  self->evidence_row = cap_action_section_add_text (section, CAP_FIELD_CHECK_EVIDENCE,
                                                    _("What it stands on: a figure, a document, a visit"));
  self->checked_row = cap_action_section_add_date (section, CAP_FIELD_CHECKED, _("Checked on"));
}

GtkWidget *
cap_action_check_section_new (CapPlanModel *model)
{
  CapActionCheckSection *self = g_object_new (CAP_TYPE_ACTION_CHECK_SECTION, NULL);

  cap_action_section_set_model (CAP_ACTION_SECTION (self), model);
  create_rows (self);

  return GTK_WIDGET (self);
}
