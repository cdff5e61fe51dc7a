/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "ui/plan/cap-action-sections.h"

#define CAP_TYPE_ACTION_NOTES_SECTION (cap_action_notes_section_get_type ())

G_DECLARE_FINAL_TYPE (CapActionNotesSection, cap_action_notes_section, CAP, ACTION_NOTES_SECTION,
                      CapActionSection)

struct _CapActionNotesSection
{
  CapActionSection  parent_instance;

  GPtrArray        *notes; /* CapActionNote, in the order written; rows show the newest first */
  GtkWidget        *add_row;
};

G_DEFINE_FINAL_TYPE (CapActionNotesSection, cap_action_notes_section, CAP_TYPE_ACTION_SECTION)

static void fill (CapActionNotesSection *self);

static void
removed_cb (CapActionNotesSection *self,
            GtkWidget             *button)
{
  g_ptr_array_remove_index (self->notes, self->notes->len - 1 - cap_item_row_get_rank (button));
  fill (self);
  cap_action_section_emit_changed (CAP_ACTION_SECTION (self));
}

static void
added_cb (CapActionNotesSection *self)
{
  CapPlanModel *model = cap_action_section_get_model (CAP_ACTION_SECTION (self));
  g_autofree char *today = cap_workspace_dup_today (cap_plan_model_get_workspace (model));
  g_autofree char *text = cap_entry_dup_text (self->add_row);

  if (text == NULL)
    return;

  g_ptr_array_add (self->notes, cap_action_note_new (NULL, today, text));
  gtk_editable_set_text (GTK_EDITABLE (self->add_row), "");
  fill (self);
  cap_action_section_emit_changed (CAP_ACTION_SECTION (self));
}

static void
add_item (CapActionNotesSection *self,
          const CapActionNote   *note)
{
  g_autofree char *day = cap_date_format_long (note->date);
  /* Translators: a note of the diary of an action */
  g_autofree char *name = g_strdup_printf (_("Remove note: %s"), note->text);
  GtkWidget *row = cap_item_row_new (note->text, name, G_CALLBACK (removed_cb), self);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), day);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  cap_action_section_insert_item (CAP_ACTION_SECTION (self), row);
}

static void
fill (CapActionNotesSection *self)
{
  cap_action_section_clear_items (CAP_ACTION_SECTION (self));
  for (guint i = self->notes->len; i > 0; i--)
    add_item (self, g_ptr_array_index (self->notes, i - 1));
}

static void
show (CapActionSection *section,
      const CapAction  *action)
{
  CapActionNotesSection *self = CAP_ACTION_NOTES_SECTION (section);

  if (cap_action_notes_equal (self->notes, action->notes))
    return;

  g_ptr_array_unref (self->notes);
  self->notes = cap_action_notes_copy (action->notes);
  fill (self);
}

static void
apply (CapActionSection *section,
       CapAction        *action)
{
  g_ptr_array_unref (action->notes);
  action->notes = cap_action_notes_copy (CAP_ACTION_NOTES_SECTION (section)->notes);
}

static void
cap_action_notes_section_finalize (GObject *object)
{
  g_ptr_array_unref (CAP_ACTION_NOTES_SECTION (object)->notes);

  G_OBJECT_CLASS (cap_action_notes_section_parent_class)->finalize (object);
}

static void
cap_action_notes_section_class_init (CapActionNotesSectionClass *klass)
{
  CapActionSectionClass *section_class = CAP_ACTION_SECTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cap_action_notes_section_finalize;
  section_class->show = show;
  section_class->apply = apply;
}

static void
cap_action_notes_section_init (CapActionNotesSection *self)
{
  self->notes = cap_action_notes_copy (NULL);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Diary"));
  self->add_row = cap_action_section_add_adder (CAP_ACTION_SECTION (self), CAP_FIELD_NOTES,
                                                _("Where does it stand? A line is enough"),
                                                G_CALLBACK (added_cb));
}

GtkWidget *
cap_action_notes_section_new (CapPlanModel *model)
{
  GtkWidget *self = g_object_new (CAP_TYPE_ACTION_NOTES_SECTION, NULL);

  cap_action_section_set_model (CAP_ACTION_SECTION (self), model);

  return self;
}
