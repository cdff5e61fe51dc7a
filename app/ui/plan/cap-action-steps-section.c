/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/plan/cap-action-sections.h"

#define CAP_TYPE_ACTION_STEPS_SECTION (cap_action_steps_section_get_type ())

G_DECLARE_FINAL_TYPE (CapActionStepsSection, cap_action_steps_section, CAP, ACTION_STEPS_SECTION,
                      CapActionSection)

struct _CapActionStepsSection
{
  CapActionSection  parent_instance;

  GPtrArray        *steps; /* CapActionStep: a row for each */
  GtkWidget        *add_row;
};

G_DEFINE_FINAL_TYPE (CapActionStepsSection, cap_action_steps_section, CAP_TYPE_ACTION_SECTION)

static void fill (CapActionStepsSection *self);

static void
toggled_cb (CapActionStepsSection *self,
            GtkCheckButton        *check)
{
  CapActionStep *step = g_ptr_array_index (self->steps, cap_item_row_get_rank (GTK_WIDGET (check)));

  step->done = gtk_check_button_get_active (check);
  cap_action_section_emit_changed (CAP_ACTION_SECTION (self));
}

static void
removed_cb (CapActionStepsSection *self,
            GtkWidget             *button)
{
  g_ptr_array_remove_index (self->steps, cap_item_row_get_rank (button));
  fill (self);
  cap_action_section_emit_changed (CAP_ACTION_SECTION (self));
}

static void
added_cb (CapActionStepsSection *self)
{
  g_autofree char *title = cap_entry_dup_text (self->add_row);

  if (title == NULL)
    return;

  g_ptr_array_add (self->steps, cap_action_step_new (NULL, title, FALSE));
  gtk_editable_set_text (GTK_EDITABLE (self->add_row), "");
  fill (self);
  cap_action_section_emit_changed (CAP_ACTION_SECTION (self));
}

static void
add_item (CapActionStepsSection *self,
          const CapActionStep   *step)
{
  /* Translators: a part of an action */
  g_autofree char *name = g_strdup_printf (_("Remove step: %s"), step->title);
  GtkWidget *row = cap_item_row_new (step->title, name, G_CALLBACK (removed_cb), self);
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), step->done);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, step->title, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  cap_action_section_insert_item (CAP_ACTION_SECTION (self), row);
}

static void
fill (CapActionStepsSection *self)
{
  cap_action_section_clear_items (CAP_ACTION_SECTION (self));
  for (guint i = 0; i < self->steps->len; i++)
    add_item (self, g_ptr_array_index (self->steps, i));
}

static void
show (CapActionSection *section,
      const CapAction  *action)
{
  CapActionStepsSection *self = CAP_ACTION_STEPS_SECTION (section);

  if (cap_action_steps_equal (self->steps, action->steps))
    return;

  g_ptr_array_unref (self->steps);
  self->steps = cap_action_steps_copy (action->steps);
  fill (self);
}

static void
apply (CapActionSection *section,
       CapAction        *action)
{
  g_ptr_array_unref (action->steps);
  action->steps = cap_action_steps_copy (CAP_ACTION_STEPS_SECTION (section)->steps);
}

static void
cap_action_steps_section_finalize (GObject *object)
{
  g_ptr_array_unref (CAP_ACTION_STEPS_SECTION (object)->steps);

  G_OBJECT_CLASS (cap_action_steps_section_parent_class)->finalize (object);
}

static void
cap_action_steps_section_class_init (CapActionStepsSectionClass *klass)
{
  CapActionSectionClass *section_class = CAP_ACTION_SECTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cap_action_steps_section_finalize;
  section_class->show = show;
  section_class->apply = apply;
}

static void
cap_action_steps_section_init (CapActionStepsSection *self)
{
  self->steps = cap_action_steps_copy (NULL);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Steps"));
  self->add_row = cap_action_section_add_adder (CAP_ACTION_SECTION (self), CAP_FIELD_STEPS, _("Add a step"),
                                                G_CALLBACK (added_cb));
}

GtkWidget *
cap_action_steps_section_new (CapPlanModel *model)
{
  GtkWidget *self = g_object_new (CAP_TYPE_ACTION_STEPS_SECTION, NULL);

  cap_action_section_set_model (CAP_ACTION_SECTION (self), model);

  return self;
}
