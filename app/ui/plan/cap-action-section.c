/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/plan/cap-action-section.h"

#include "ui/widgets/cap-date-row.h"
#include "ui/widgets/cap-fault-row.h"
#include "ui/widgets/cap-text-row.h"

/* A field and the line under it that says what is wrong with it. */
typedef struct
{
  CapActionField  field;
  GtkWidget      *row;
  GtkWidget      *fault_row;
} Field;

typedef struct
{
  CapPlanModel *model;
  GtkListBox   *list;
  GArray       *fields;  /* Field */
  guint         n_items; /* rows at the top of the list */
  gboolean      showing; /* the fields follow the action */
} CapActionSectionPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (CapActionSection, cap_action_section, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static CapActionSectionPrivate *
get_private (CapActionSection *self)
{
  return cap_action_section_get_instance_private (self);
}

static void
cap_action_section_dispose (GObject *object)
{
  CapActionSectionPrivate *private = get_private (CAP_ACTION_SECTION (object));

  private->showing = TRUE; /* a field that goes away is not a change */
  g_clear_object (&private->model);

  G_OBJECT_CLASS (cap_action_section_parent_class)->dispose (object);
}

static void
cap_action_section_finalize (GObject *object)
{
  g_array_unref (get_private (CAP_ACTION_SECTION (object))->fields);

  G_OBJECT_CLASS (cap_action_section_parent_class)->finalize (object);
}

static void
cap_action_section_class_init (CapActionSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cap_action_section_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_action_section_finalize;

  signals[CHANGED] = g_signal_new ("changed", CAP_TYPE_ACTION_SECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
cap_action_section_init (CapActionSection *self)
{
  CapActionSectionPrivate *private = get_private (self);

  private->fields = g_array_new (FALSE, TRUE, sizeof (Field));
  private->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (private->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (private->list), "boxed-list");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (private->list));
}

void
cap_action_section_show (CapActionSection *self,
                         const CapAction  *action)
{
  CapActionSectionPrivate *private;

  g_return_if_fail (CAP_IS_ACTION_SECTION (self) && action != NULL);

  private = get_private (self);
  private->showing = TRUE;
  CAP_ACTION_SECTION_GET_CLASS (self)->show (self, action);
  private->showing = FALSE;
}

void
cap_action_section_apply (CapActionSection *self,
                          CapAction        *action)
{
  g_return_if_fail (CAP_IS_ACTION_SECTION (self) && action != NULL);

  CAP_ACTION_SECTION_GET_CLASS (self)->apply (self, action);
}

void
cap_action_section_show_faults (CapActionSection *self,
                                const GPtrArray  *faults)
{
  CapActionSectionPrivate *private;

  g_return_if_fail (CAP_IS_ACTION_SECTION (self));

  private = get_private (self);
  for (guint i = 0; i < private->fields->len; i++)
    {
      Field *field = &g_array_index (private->fields, Field, i);

      cap_fault_row_set_sentence (CAP_FAULT_ROW (field->fault_row), faults == NULL ? NULL :
                                  cap_action_faults_find (faults, field->field));
    }
}

gboolean
cap_action_section_focus_fault (CapActionSection *self)
{
  CapActionSectionPrivate *private;

  g_return_val_if_fail (CAP_IS_ACTION_SECTION (self), FALSE);

  private = get_private (self);
  for (guint i = 0; i < private->fields->len; i++)
    {
      Field *field = &g_array_index (private->fields, Field, i);

      if (gtk_widget_get_visible (field->fault_row))
        return gtk_widget_child_focus (field->row, GTK_DIR_TAB_FORWARD);
    }

  return FALSE;
}

void
cap_action_section_say (CapActionSection *self,
                        CapActionField    kind,
                        const char       *sentence)
{
  CapActionSectionPrivate *private;

  g_return_if_fail (CAP_IS_ACTION_SECTION (self));

  private = get_private (self);
  for (guint i = 0; i < private->fields->len; i++)
    {
      Field *field = &g_array_index (private->fields, Field, i);

      if (field->field == kind)
        cap_fault_row_set_sentence (CAP_FAULT_ROW (field->fault_row), sentence);
    }
}

CapPlanModel *
cap_action_section_get_model (CapActionSection *self)
{
  g_return_val_if_fail (CAP_IS_ACTION_SECTION (self), NULL);

  return get_private (self)->model;
}

void
cap_action_section_set_model (CapActionSection *self,
                              CapPlanModel     *model)
{
  g_return_if_fail (CAP_IS_ACTION_SECTION (self) && CAP_IS_PLAN_MODEL (model));

  g_set_object (&get_private (self)->model, model);
}

gboolean
cap_action_section_is_showing (CapActionSection *self)
{
  g_return_val_if_fail (CAP_IS_ACTION_SECTION (self), TRUE);

  return get_private (self)->showing;
}

/* Nothing is told while the fields follow the action. */
void
cap_action_section_emit_changed (CapActionSection *self)
{
  g_return_if_fail (CAP_IS_ACTION_SECTION (self));

  if (!get_private (self)->showing)
    g_signal_emit (self, signals[CHANGED], 0);
}

void
cap_action_section_add_row (CapActionSection *self,
                            CapActionField    kind,
                            GtkWidget        *row)
{
  CapActionSectionPrivate *private;
  Field field = { kind, row, NULL };

  g_return_if_fail (CAP_IS_ACTION_SECTION (self) && GTK_IS_WIDGET (row));

  private = get_private (self);
  field.fault_row = cap_fault_row_new (row);
  gtk_list_box_append (private->list, row);
  gtk_list_box_append (private->list, field.fault_row);
  g_array_append_val (private->fields, field);
}

GtkWidget *
cap_action_section_add_entry (CapActionSection *self,
                              CapActionField    field,
                              const char       *title)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (cap_action_section_emit_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (cap_action_section_emit_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, focus);
  cap_action_section_add_row (self, field, row);

  return row;
}

GtkWidget *
cap_action_section_add_text (CapActionSection *self,
                             CapActionField    field,
                             const char       *title)
{
  GtkWidget *row = cap_text_row_new (title);

  g_signal_connect_object (row, "finished", G_CALLBACK (cap_action_section_emit_changed), self,
                           G_CONNECT_SWAPPED);
  cap_action_section_add_row (self, field, row);

  return row;
}

GtkWidget *
cap_action_section_add_date (CapActionSection *self,
                             CapActionField    field,
                             const char       *title)
{
  GtkWidget *row = cap_date_row_new (title);

  g_signal_connect_object (row, "chosen", G_CALLBACK (cap_action_section_emit_changed), self,
                           G_CONNECT_SWAPPED);
  cap_action_section_add_row (self, field, row);

  return row;
}

/**
 * cap_action_section_add_choice:
 * @labels: (transfer full): what can be chosen
 */
GtkWidget *
cap_action_section_add_choice (CapActionSection *self,
                               CapActionField    field,
                               const char       *title,
                               GtkStringList    *labels)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  g_object_unref (labels);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (cap_action_section_emit_changed), self,
                           G_CONNECT_SWAPPED);
  cap_action_section_add_row (self, field, row);

  return row;
}

void
cap_action_section_insert_item (CapActionSection *self,
                                GtkWidget        *row)
{
  CapActionSectionPrivate *private;

  g_return_if_fail (CAP_IS_ACTION_SECTION (self) && GTK_IS_WIDGET (row));

  private = get_private (self);
  gtk_list_box_insert (private->list, row, (int) private->n_items++);
}

void
cap_action_section_clear_items (CapActionSection *self)
{
  CapActionSectionPrivate *private;

  g_return_if_fail (CAP_IS_ACTION_SECTION (self));

  private = get_private (self);
  for (; private->n_items > 0; private->n_items--)
    gtk_list_box_remove (private->list, GTK_WIDGET (gtk_list_box_get_row_at_index (private->list, 0)));
}

GtkWidget *
cap_action_section_add_adder (CapActionSection *self,
                              CapActionField    field,
                              const char       *title,
                              GCallback         added)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  g_return_val_if_fail (CAP_IS_ACTION_SECTION (self) && title != NULL && added != NULL, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_object (row, "entry-activated", added, self, G_CONNECT_SWAPPED);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, title);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (button, "clicked", added, self, G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
  cap_action_section_add_row (self, field, row);

  return row;
}

/**
 * cap_item_row_new:
 * @title: plain text
 * @remove_name: the name of the button that takes it away
 * @removed: called with @section and the button
 *
 * Returns: (transfer floating): a row with a button to take it away
 */
GtkWidget *
cap_item_row_new (const char *title,
                  const char *remove_name,
                  GCallback   removed,
                  gpointer    section)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *safe = g_markup_escape_text (title, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), safe);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, remove_name, -1);
  gtk_widget_set_tooltip_text (button, remove_name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", removed, section, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

guint
cap_item_row_get_rank (GtkWidget *inside)
{
  GtkWidget *row;

  g_return_val_if_fail (GTK_IS_WIDGET (inside), 0);

  row = gtk_widget_get_ancestor (inside, GTK_TYPE_LIST_BOX_ROW);

  return (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
}

char *
cap_entry_dup_text (GtkWidget *row)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (GTK_IS_EDITABLE (row), NULL);

  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return text[0] != '\0' ? g_steal_pointer (&text) : NULL;
}

static gboolean
has_focus (GtkWidget *widget)
{
  return (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

void
cap_entry_show_text (GtkWidget  *row,
                     const char *text)
{
  g_return_if_fail (GTK_IS_EDITABLE (row));

  text = text != NULL ? text : "";
  if (!has_focus (row) && !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (row)), text))
    gtk_editable_set_text (GTK_EDITABLE (row), text);
}
