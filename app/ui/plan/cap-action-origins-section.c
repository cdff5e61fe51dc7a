/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/plan/cap-action-sections.h"

#define CAP_TYPE_ACTION_ORIGINS_SECTION (cap_action_origins_section_get_type ())

G_DECLARE_FINAL_TYPE (CapActionOriginsSection, cap_action_origins_section, CAP, ACTION_ORIGINS_SECTION,
                      CapActionSection)

struct _CapActionOriginsSection
{
  CapActionSection  parent_instance;

  GPtrArray        *origins; /* CapActionOrigin: a row for each */
  GtkWidget        *kind_row;
  GtkWidget        *add_row;
};

G_DEFINE_FINAL_TYPE (CapActionOriginsSection, cap_action_origins_section, CAP_TYPE_ACTION_SECTION)

static void fill (CapActionOriginsSection *self);

static const CapFramework *
get_framework (CapActionOriginsSection *self)
{
  CapPlanModel *model = cap_action_section_get_model (CAP_ACTION_SECTION (self));

  return cap_workspace_get_evaluation (cap_plan_model_get_workspace (model))->framework;
}

static void
removed_cb (CapActionOriginsSection *self,
            GtkWidget               *button)
{
  g_ptr_array_remove_index (self->origins, cap_item_row_get_rank (button));
  fill (self);
  cap_action_section_emit_changed (CAP_ACTION_SECTION (self));
}

/* A criterion is known in any case; another one is said to be unknown, at once. */
static gboolean
take_criterion (CapActionOriginsSection *self,
                char                   **code)
{
  g_autofree char *upper = g_ascii_strup (*code, -1);
  const gboolean as_typed = cap_framework_find_criterion (get_framework (self), *code) != NULL;
  const gboolean known = as_typed || cap_framework_find_criterion (get_framework (self), upper) != NULL;

  if (known && !as_typed)
    {
      g_free (*code);
      *code = g_steal_pointer (&upper);
    }

  cap_action_section_say (CAP_ACTION_SECTION (self), CAP_FIELD_ORIGINS,
                          known ? NULL : _("The framework has no criterion with this code."));

  return known;
}

static gboolean
has_origin (CapActionOriginsSection *self,
            CapOriginKind            kind,
            const char              *code)
{
  for (guint i = 0; i < self->origins->len; i++)
    {
      const CapActionOrigin *origin = g_ptr_array_index (self->origins, i);

      if (origin->kind == kind && g_str_equal (origin->code, code))
        return TRUE;
    }

  return FALSE;
}

static void
added_cb (CapActionOriginsSection *self)
{
  CapOriginKind kind = (CapOriginKind) adw_combo_row_get_selected (ADW_COMBO_ROW (self->kind_row));
  g_autofree char *code = cap_entry_dup_text (self->add_row);

  if (code == NULL || (kind == CAP_ORIGIN_CRITERION && !take_criterion (self, &code)))
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->add_row), "");
  if (has_origin (self, kind, code))
    return;

  g_ptr_array_add (self->origins, cap_action_origin_new (kind, code));
  fill (self);
  cap_action_section_emit_changed (CAP_ACTION_SECTION (self));
}

static void
add_link (GtkWidget  *row,
          const char *code)
{
  GtkWidget *button = gtk_button_new_with_label (code);
  /* Translators: the code of a criterion */
  g_autofree char *name = g_strdup_printf (_("Go to criterion %s"), code);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-criterion");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", code);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
}

static void
add_item (CapActionOriginsSection *self,
          const CapActionOrigin   *origin)
{
  const CapCriterion *criterion = origin->kind == CAP_ORIGIN_CRITERION
    ? cap_framework_find_criterion (get_framework (self), origin->code) : NULL;
  /* Translators: the code of what an action comes from */
  g_autofree char *name = g_strdup_printf (_("Remove origin: %s"), origin->code);
  GtkWidget *row = cap_item_row_new (criterion != NULL ? criterion->label : origin->code, name,
                                     G_CALLBACK (removed_cb), self);

  if (criterion != NULL)
    add_link (row, origin->code);
  else
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), cap_origin_kind_get_label (origin->kind));
  cap_action_section_insert_item (CAP_ACTION_SECTION (self), row);
}

static void
fill (CapActionOriginsSection *self)
{
  cap_action_section_clear_items (CAP_ACTION_SECTION (self));
  for (guint i = 0; i < self->origins->len; i++)
    add_item (self, g_ptr_array_index (self->origins, i));
}

static void
show (CapActionSection *section,
      const CapAction  *action)
{
  CapActionOriginsSection *self = CAP_ACTION_ORIGINS_SECTION (section);

  if (cap_action_origins_equal (self->origins, action->origins))
    return;

  g_ptr_array_unref (self->origins);
  self->origins = cap_action_origins_copy (action->origins);
  fill (self);
}

static void
apply (CapActionSection *section,
       CapAction        *action)
{
  g_ptr_array_unref (action->origins);
  action->origins = cap_action_origins_copy (CAP_ACTION_ORIGINS_SECTION (section)->origins);
}

static GtkStringList *
list_kinds (void)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < CAP_N_ORIGIN_KINDS; i++)
    gtk_string_list_append (labels, cap_origin_kind_get_label ((CapOriginKind) i));

  return labels;
}

static void
cap_action_origins_section_finalize (GObject *object)
{
  g_ptr_array_unref (CAP_ACTION_ORIGINS_SECTION (object)->origins);

  G_OBJECT_CLASS (cap_action_origins_section_parent_class)->finalize (object);
}

static void
cap_action_origins_section_class_init (CapActionOriginsSectionClass *klass)
{
  CapActionSectionClass *section_class = CAP_ACTION_SECTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cap_action_origins_section_finalize;
  section_class->show = show;
  section_class->apply = apply;
}

static void
cap_action_origins_section_init (CapActionOriginsSection *self)
{
  CapActionSection *section = CAP_ACTION_SECTION (self);

  self->origins = cap_action_origins_copy (NULL);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("What it comes from"));
  self->kind_row = cap_action_section_add_choice (section, CAP_FIELD_LEVEL, _("Kind of the origin to add"),
                                                  list_kinds ());
  self->add_row = cap_action_section_add_adder (section, CAP_FIELD_ORIGINS, _("Add an origin: its code"),
                                                G_CALLBACK (added_cb));
}

GtkWidget *
cap_action_origins_section_new (CapPlanModel *model)
{
  GtkWidget *self = g_object_new (CAP_TYPE_ACTION_ORIGINS_SECTION, NULL);

  cap_action_section_set_model (CAP_ACTION_SECTION (self), model);

  return self;
}
