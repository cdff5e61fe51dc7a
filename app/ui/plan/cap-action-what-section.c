/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "base/cap-text.h"
#include "ui/plan/cap-action-sections.h"
#include "ui/widgets/cap-text-row.h"

#define CAP_TYPE_ACTION_WHAT_SECTION (cap_action_what_section_get_type ())

G_DECLARE_FINAL_TYPE (CapActionWhatSection, cap_action_what_section, CAP, ACTION_WHAT_SECTION,
                      CapActionSection)

struct _CapActionWhatSection
{
  CapActionSection  parent_instance;

  CapActionState    state;
  GtkWidget        *states[CAP_N_ACTION_STATES];
  GtkWidget        *title_row;
  GtkWidget        *reason_row;
  GtkWidget        *kind_row;
  GtkWidget        *description_row;
  GtkWidget        *expected_row;
};

G_DEFINE_FINAL_TYPE (CapActionWhatSection, cap_action_what_section, CAP_TYPE_ACTION_SECTION)

static void
show_state (CapActionWhatSection *self)
{
  for (guint i = 0; i < CAP_N_ACTION_STATES; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->states[i]), i == (guint) self->state);

  gtk_widget_set_visible (self->reason_row, self->state == CAP_ACTION_ABANDONED);
}

static void
show (CapActionSection *section,
      const CapAction  *action)
{
  CapActionWhatSection *self = CAP_ACTION_WHAT_SECTION (section);

  self->state = action->state;
  show_state (self);
  cap_entry_show_text (self->title_row, action->title);
  cap_text_row_set_text (CAP_TEXT_ROW (self->reason_row), action->reason);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->kind_row), (guint) action->kind);
  cap_text_row_set_text (CAP_TEXT_ROW (self->description_row), action->description);
  cap_text_row_set_text (CAP_TEXT_ROW (self->expected_row), action->expected);
}

static void
take_text (char      **field,
           GtkWidget  *row)
{
  g_free (*field);
  *field = cap_text_row_dup_text (CAP_TEXT_ROW (row));
}

static void
apply (CapActionSection *section,
       CapAction        *action)
{
  CapActionWhatSection *self = CAP_ACTION_WHAT_SECTION (section);

  g_free (action->title);
  action->title = cap_entry_dup_text (self->title_row);
  if (action->title == NULL)
    action->title = g_strdup ("");
  action->state = self->state;
  take_text (&action->reason, self->reason_row);
  action->kind = (CapActionKind) adw_combo_row_get_selected (ADW_COMBO_ROW (self->kind_row));
  take_text (&action->description, self->description_row);
  take_text (&action->expected, self->expected_row);
}

static void
state_clicked_cb (CapActionWhatSection *self,
                  GtkWidget            *button)
{
  for (guint i = 0; i < CAP_N_ACTION_STATES; i++)
    {
      if (self->states[i] == button)
        self->state = (CapActionState) i;
    }
  show_state (self);
  cap_action_section_emit_changed (CAP_ACTION_SECTION (self));
}

static GtkWidget *
create_state_row (CapActionWhatSection *self)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_widget_add_css_class (box, "linked");
  gtk_widget_add_css_class (box, "state-strip");
  for (guint i = 0; i < CAP_N_ACTION_STATES; i++)
    {
      CapActionState state = (CapActionState) i;
      const char *phase = state != CAP_ACTION_ABANDONED ? cap_action_state_get_phase (state) : "";
      g_autofree char *text = g_strdup_printf ("%s %s", phase, cap_action_state_get_label (state));
      GtkWidget *label = gtk_label_new (text);

      self->states[i] = gtk_toggle_button_new ();
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_button_set_child (GTK_BUTTON (self->states[i]), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->states[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      cap_action_state_get_label (state), -1);
      g_signal_connect_object (self->states[i], "clicked", G_CALLBACK (state_clicked_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), self->states[i]);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);

  return row;
}

static GtkStringList *
list_kinds (void)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < CAP_N_ACTION_KINDS; i++)
    gtk_string_list_append (labels, cap_action_kind_get_label ((CapActionKind) i));

  return labels;
}

static void
cap_action_what_section_class_init (CapActionWhatSectionClass *klass)
{
  CapActionSectionClass *section_class = CAP_ACTION_SECTION_CLASS (klass);

  section_class->show = show;
  section_class->apply = apply;
}

static void
cap_action_what_section_init (CapActionWhatSection *self)
{
  CapActionSection *section = CAP_ACTION_SECTION (self);

  self->title_row = cap_action_section_add_entry (section, CAP_FIELD_TITLE, _("What is to be done"));
  cap_action_section_add_row (section, CAP_FIELD_STATE, create_state_row (self));
  self->reason_row = cap_action_section_add_text (section, CAP_FIELD_REASON, _("Why it is abandoned"));
  self->kind_row = cap_action_section_add_choice (section, CAP_FIELD_KIND, _("Kind"), list_kinds ());
  self->description_row = cap_action_section_add_text (section, CAP_FIELD_DESCRIPTION, _("How"));
  self->expected_row = cap_action_section_add_text (section, CAP_FIELD_EXPECTED, _("Expected result"));
}

GtkWidget *
cap_action_what_section_new (CapPlanModel *model)
{
  GtkWidget *self = g_object_new (CAP_TYPE_ACTION_WHAT_SECTION, NULL);

  cap_action_section_set_model (CAP_ACTION_SECTION (self), model);

  return self;
}
