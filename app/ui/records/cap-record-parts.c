/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/records/cap-record-parts.h"

#include <glib/gi18n.h>

#include "base/cap-text.h"
#include "quality/cap-record-text.h"
#include "ui/records/cap-record-fields.h"
#include "ui/widgets/cap-adder-row.h"
#include "ui/widgets/cap-row-name.h"

/**
 * CapRecordParts:
 *
 * The lines that belong to a line: the versions of a document, the questions of
 * a survey. Each unfolds into its fields.
 */
struct _CapRecordParts
{
  AdwBin               parent_instance;

  CapRecordDesk       *desk;
  const CapRegister   *reg;
  char                *parent;
  GPtrArray           *parts;   /* (element-type Part) */
  AdwPreferencesGroup *group;
  GtkWidget           *entry;   /* (nullable): where the text of a new one is written */
  GtkWidget           *add;     /* (nullable): adds one that needs no text */
};

G_DEFINE_FINAL_TYPE (CapRecordParts, cap_record_parts, ADW_TYPE_BIN)

typedef struct
{
  CapRecordParts  *owner;    /* borrowed */
  CapRecord       *record;   /* as it was last shown */
  CapRecordFields *fields;
  GtkWidget       *row;      /* borrowed: the group owns it */
} Part;

static void
free_part (Part *part)
{
  g_signal_handlers_disconnect_by_data (part->fields, part);
  g_object_unref (part->fields);
  cap_record_free (part->record);
  g_free (part);
}

static void
finished_cb (Part *part)
{
  g_autoptr(CapRecord) record = NULL;
  g_autoptr(GPtrArray) faults = NULL;

  record = cap_record_desk_dup (part->owner->desk, part->record->kind, part->record->id);
  if (record == NULL)
    return;

  cap_record_fields_fill (part->fields, record);
  faults = cap_record_desk_put (part->owner->desk, record);
  cap_record_fields_show_faults (part->fields, faults);
}

static void
remove_cb (Part *part)
{
  cap_record_desk_remove (part->owner->desk, part->record->kind, part->record->id);
}

/* Returns: (transfer full) (nullable): what a line is about by its code and its name, when that is what it
 * begins with: the site of a sample */
static char *
dup_reference (Part            *part,
               const CapRecord *record)
{
  const CapField *field = &part->owner->reg->fields[0];
  const CapDossier *dossier = cap_workspace_get_dossier (cap_record_desk_get_workspace (part->owner->desk));
  const CapRegisterKind kind = cap_refers_get_register (field->refers);
  const char *code = cap_record_get (record, 0);
  const CapRecord *referred;

  if (!field->single || code == NULL)
    return NULL;

  referred = dossier != NULL && kind != CAP_REGISTER_NONE
             ? cap_dossier_find_record_by_code (dossier, kind, code) : NULL;

  return g_strjoin (" ", code, referred != NULL ? cap_record_get_title (referred) : NULL, NULL);
}

static void
show_part (Part            *part,
           const CapRecord *record,
           const CapRecord *before)
{
  const char *title = cap_record_get_title (record);
  g_autofree char *summary = cap_record_dup_summary (record);
  g_autofree char *reference = dup_reference (part, record);

  if (*title == '\0')
    title = *summary != '\0' ? summary : gettext (part->owner->reg->one);
  cap_row_set_name (part->row, reference != NULL ? reference : title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (part->row), reference != NULL ? title : "");
  cap_record_fields_show (part->fields, record, before);
  if (record != part->record)
    {
      cap_record_free (part->record);
      part->record = cap_record_copy (record);
    }
}

static void
add_remove_button (Part *part)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove"), -1);
  gtk_widget_set_visible (button, cap_record_desk_can_change (part->owner->desk));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_cb), part);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (part->row), button);
}

static void
add_part (CapRecordParts  *self,
          const CapRecord *record)
{
  Part *part = g_new0 (Part, 1);

  part->owner = self;
  part->record = cap_record_copy (record);
  part->row = adw_expander_row_new ();
  part->fields = cap_record_fields_new (cap_record_desk_get_workspace (self->desk), record->kind);
  for (guint i = 0; i < self->reg->n_fields; i++)
    {
      adw_expander_row_add_row (ADW_EXPANDER_ROW (part->row), cap_record_fields_get_row (part->fields, i));
      adw_expander_row_add_row (ADW_EXPANDER_ROW (part->row), cap_record_fields_get_fault (part->fields, i));
    }
  add_remove_button (part);
  show_part (part, part->record, NULL);
  g_signal_connect_swapped (part->fields, "finished", G_CALLBACK (finished_cb), part);
  adw_preferences_group_add (self->group, part->row);
  g_ptr_array_add (self->parts, part);
}

static void
clear (CapRecordParts *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    adw_preferences_group_remove (self->group, ((Part *) g_ptr_array_index (self->parts, i))->row);
  g_ptr_array_set_size (self->parts, 0);
}

/* What a new line cannot do without, and nobody can guess. */
static gboolean
find_needed_text (const CapRegister *reg,
                  guint             *index)
{
  for (guint i = 0; i < reg->n_fields; i++)
    {
      if (reg->fields[i].required &&
          (reg->fields[i].kind == CAP_VALUE_LINE || reg->fields[i].kind == CAP_VALUE_TEXT))
        {
          *index = i;
          return TRUE;
        }
    }

  return FALSE;
}

static void
add_cb (CapRecordParts *self)
{
  g_autoptr(CapRecord) record = NULL;
  g_autoptr(GPtrArray) faults = NULL;
  g_autofree char *text = NULL;
  guint index;

  if (self->parent == NULL)
    return;

  record = cap_record_desk_draft (self->desk, self->reg->kind, self->parent);
  if (find_needed_text (self->reg, &index))
    {
      text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
      if (!cap_record_set (record, index, text))
        return;

      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
    }
  faults = cap_record_desk_add (self->desk, record);
}

/* With a text to write first, or by a button when nothing has to be written. */
static void
add_adder (CapRecordParts *self)
{
  g_autofree char *thing = cap_text_dup_lower_first (gettext (self->reg->one));
  g_autofree char *name = NULL;
  guint index;

  /* Translators: %s is what is added: “question” */
  name = g_strdup_printf (_("Add: %s"), thing);
  if (find_needed_text (self->reg, &index))
    {
      self->entry = cap_adder_row_new (name);
      g_signal_connect_object (self->entry, "add", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->group, self->entry);
    }
  else
    {
      self->add = gtk_button_new_with_label (_("Add"));
      gtk_widget_add_css_class (self->add, "flat");
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_signal_connect_object (self->add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_set_header_suffix (self->group, self->add);
    }
}

static void
cap_record_parts_dispose (GObject *object)
{
  CapRecordParts *self = CAP_RECORD_PARTS (object);

  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->parent, g_free);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (cap_record_parts_parent_class)->dispose (object);
}

static void
cap_record_parts_class_init (CapRecordPartsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cap_record_parts_dispose;
}

static void
cap_record_parts_init (CapRecordParts *self)
{
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) free_part);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

/**
 * cap_record_parts_new:
 * @kind: a register whose lines belong to a line of another one
 */
GtkWidget *
cap_record_parts_new (CapRecordDesk   *desk,
                      CapRegisterKind  kind)
{
  CapRecordParts *self;

  g_return_val_if_fail (CAP_IS_RECORD_DESK (desk), NULL);

  self = g_object_new (CAP_TYPE_RECORD_PARTS, NULL);
  self->desk = g_object_ref (desk);
  self->reg = cap_register_get (kind);
  adw_preferences_group_set_title (self->group, gettext (self->reg->label));
  add_adder (self);

  return GTK_WIDGET (self);
}

static gboolean
shows_same (CapRecordParts  *self,
            const GPtrArray *records)
{
  if (records->len != self->parts->len)
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      const CapRecord *record = g_ptr_array_index (records, i);

      if (!g_str_equal (record->id, ((Part *) g_ptr_array_index (self->parts, i))->record->id))
        return FALSE;
    }

  return TRUE;
}

static void
move_entry_last (CapRecordParts *self)
{
  if (self->entry == NULL)
    return;

  g_object_ref (self->entry);
  adw_preferences_group_remove (self->group, self->entry);
  adw_preferences_group_add (self->group, self->entry);
  g_object_unref (self->entry);
}

/**
 * cap_record_parts_show:
 * @parent: UUID of the line that they belong to
 *
 * Rows that are there already keep what is being typed in them.
 */
void
cap_record_parts_show (CapRecordParts *self,
                       const char     *parent)
{
  CapDossier *dossier;
  g_autoptr(GPtrArray) records = NULL;
  const gboolean can_change = cap_record_desk_can_change (self->desk);

  g_return_if_fail (CAP_IS_RECORD_PARTS (self) && parent != NULL);

  dossier = cap_workspace_get_dossier (cap_record_desk_get_workspace (self->desk));
  records = cap_dossier_list_parts (dossier, self->reg->kind, parent);
  if (g_strcmp0 (self->parent, parent) == 0 && shows_same (self, records))
    {
      for (guint i = 0; i < records->len; i++)
        {
          Part *part = g_ptr_array_index (self->parts, i);

          show_part (part, g_ptr_array_index (records, i), part->record);
        }
    }
  else
    {
      g_free (self->parent);
      self->parent = g_strdup (parent);
      clear (self);
      for (guint i = 0; i < records->len; i++)
        add_part (self, g_ptr_array_index (records, i));
      move_entry_last (self);
    }
  adw_preferences_group_set_description (self->group, records->len == 0 ? gettext (self->reg->empty) : NULL);
  gtk_widget_set_visible (self->entry != NULL ? self->entry : self->add, can_change);
}
