/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/plan/cap-action-sections.h"

#define CAP_TYPE_ACTION_AFTER_SECTION (cap_action_after_section_get_type ())

G_DECLARE_FINAL_TYPE (CapActionAfterSection, cap_action_after_section, CAP, ACTION_AFTER_SECTION,
                      CapActionSection)

struct _CapActionAfterSection
{
  CapActionSection  parent_instance;

  GPtrArray        *after; /* UUIDs: a row for each */
  GtkWidget        *add_row;
};

G_DEFINE_FINAL_TYPE (CapActionAfterSection, cap_action_after_section, CAP_TYPE_ACTION_SECTION)

static void fill (CapActionAfterSection *self);

static const CapDossier *
get_dossier (CapActionAfterSection *self)
{
  CapPlanModel *model = cap_action_section_get_model (CAP_ACTION_SECTION (self));

  return cap_workspace_get_dossier (cap_plan_model_get_workspace (model));
}

static void
removed_cb (CapActionAfterSection *self,
            GtkWidget             *button)
{
  g_ptr_array_remove_index (self->after, cap_item_row_get_rank (button));
  fill (self);
  cap_action_section_emit_changed (CAP_ACTION_SECTION (self));
}

static void
added_cb (CapActionAfterSection *self)
{
  g_autofree char *text = cap_entry_dup_text (self->add_row);
  const CapAction *other = NULL;
  guint64 number;

  if (text == NULL)
    return;

  if (g_ascii_string_to_unsigned (text, 10, 1, G_MAXUINT, &number, NULL))
    other = cap_dossier_find_action (get_dossier (self), (guint) number);
  cap_action_section_say (CAP_ACTION_SECTION (self), CAP_FIELD_AFTER,
                          other != NULL ? NULL : _("No action of the plan has this number."));
  if (other == NULL)
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->add_row), "");
  if (g_ptr_array_find_with_equal_func (self->after, other->id, g_str_equal, NULL))
    return;

  g_ptr_array_add (self->after, g_strdup (other->id));
  fill (self);
  cap_action_section_emit_changed (CAP_ACTION_SECTION (self));
}

static void
add_item (CapActionAfterSection *self,
          const char            *id)
{
  const CapAction *other = cap_dossier_find_action_by_id (get_dossier (self), id);
  g_autofree char *title = other != NULL ? g_strdup_printf ("%u. %s", other->number, other->title)
                                         : g_strdup ("–");
  /* Translators: the number and the title of an action */
  g_autofree char *name = g_strdup_printf (_("Wait no more for: %s"), title);
  GtkWidget *row = cap_item_row_new (title, name, G_CALLBACK (removed_cb), self);

  if (other != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), cap_action_state_get_label (other->state));
  cap_action_section_insert_item (CAP_ACTION_SECTION (self), row);
}

static void
fill (CapActionAfterSection *self)
{
  cap_action_section_clear_items (CAP_ACTION_SECTION (self));
  for (guint i = 0; i < self->after->len; i++)
    add_item (self, g_ptr_array_index (self->after, i));
}

static void
show (CapActionSection *section,
      const CapAction  *action)
{
  CapActionAfterSection *self = CAP_ACTION_AFTER_SECTION (section);

  g_ptr_array_set_size (self->after, 0);
  for (guint i = 0; action->after[i] != NULL; i++)
    g_ptr_array_add (self->after, g_strdup (action->after[i]));
  fill (self);
}

static void
apply (CapActionSection *section,
       CapAction        *action)
{
  CapActionAfterSection *self = CAP_ACTION_AFTER_SECTION (section);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->after->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (self->after, i));
  g_strfreev (action->after);
  action->after = g_strv_builder_end (builder);
}

static void
cap_action_after_section_finalize (GObject *object)
{
  g_ptr_array_unref (CAP_ACTION_AFTER_SECTION (object)->after);

  G_OBJECT_CLASS (cap_action_after_section_parent_class)->finalize (object);
}

static void
cap_action_after_section_class_init (CapActionAfterSectionClass *klass)
{
  CapActionSectionClass *section_class = CAP_ACTION_SECTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cap_action_after_section_finalize;
  section_class->show = show;
  section_class->apply = apply;
}

static void
cap_action_after_section_init (CapActionAfterSection *self)
{
  self->after = g_ptr_array_new_with_free_func (g_free);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("What must be done before"));
  self->add_row = cap_action_section_add_adder (CAP_ACTION_SECTION (self), CAP_FIELD_AFTER,
                                                _("Wait for an action: its number"), G_CALLBACK (added_cb));
}

GtkWidget *
cap_action_after_section_new (CapPlanModel *model)
{
  GtkWidget *self = g_object_new (CAP_TYPE_ACTION_AFTER_SECTION, NULL);

  cap_action_section_set_model (CAP_ACTION_SECTION (self), model);

  return self;
}
