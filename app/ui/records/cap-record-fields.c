/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/records/cap-record-fields.h"

#include <glib/gi18n.h>

#include "quality/cap-record-rules.h"
#include "ui/records/cap-codes-row.h"
#include "ui/widgets/cap-date-row.h"
#include "ui/widgets/cap-fault-row.h"
#include "ui/widgets/cap-text-row.h"

/**
 * CapRecordFields:
 *
 * The fields of a register as rows, each with the place for its fault below.
 * Whoever shows them puts the rows where they belong.
 */
struct _CapRecordFields
{
  GObject            parent_instance;

  CapWorkspace      *workspace;
  const CapRegister *reg;
  GtkWidget        **rows;
  GtkWidget        **faults;

  guint              silent : 1;
};

G_DEFINE_FINAL_TYPE (CapRecordFields, cap_record_fields, G_TYPE_OBJECT)

enum
{
  FINISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
finished_cb (CapRecordFields *self)
{
  if (!self->silent)
    g_signal_emit (self, signals[FINISHED], 0);
}

/* While a line is empty, its title gives an example of what to write. */
static void
show_title_cb (GtkEditable    *row,
               const CapField *field)
{
  g_autofree char *title = NULL;

  /* Translators: the label of a field, then an example of what to write in it */
  title = *gtk_editable_get_text (row) == '\0'
    ? g_strdup_printf (_("%s, for example: %s"), gettext (field->label), gettext (field->hint))
    : g_strdup (gettext (field->label));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
}

static void
set_hint (GtkWidget      *row,
          const CapField *field)
{
  if (field->hint == NULL)
    return;

  if (CAP_IS_TEXT_ROW (row))
    {
      cap_text_row_set_hint (CAP_TEXT_ROW (row), gettext (field->hint));
    }
  else if (field->kind == CAP_VALUE_LINE)
    {
      g_signal_connect (row, "changed", G_CALLBACK (show_title_cb), (gpointer) field);
      show_title_cb (GTK_EDITABLE (row), field);
    }
}

static GtkWidget *
new_line (CapRecordFields *self)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (row, "entry-activated", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, focus);

  return row;
}

/* The first choice says nothing, unless the field needs one. */
static GtkWidget *
new_choice (CapRecordFields *self,
            const CapField  *field)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);

  if (!field->required)
    gtk_string_list_append (labels, C_("field", "Not said"));
  for (const CapChoice *choice = field->choices; choice->name != NULL; choice++)
    gtk_string_list_append (labels, gettext (choice->label));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static GtkWidget *
new_text (CapRecordFields *self,
          const CapField  *field)
{
  GtkWidget *row = cap_text_row_new (gettext (field->label));

  g_signal_connect_object (row, "finished", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static GtkWidget *
new_date (CapRecordFields *self,
          const CapField  *field)
{
  GtkWidget *row = cap_date_row_new (gettext (field->label));

  g_signal_connect_object (row, "chosen", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static GtkWidget *
new_codes (CapRecordFields *self,
           const CapField  *field)
{
  GtkWidget *row = cap_codes_row_new (self->workspace, field);

  g_signal_connect_object (row, "changed", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static GtkWidget *
new_row (CapRecordFields *self,
         const CapField  *field)
{
  switch (field->kind)
    {
    case CAP_VALUE_TEXT:
      return new_text (self, field);

    case CAP_VALUE_DATE:
      return new_date (self, field);

    case CAP_VALUE_CHOICE:
      return new_choice (self, field);

    case CAP_VALUE_CODES:
      return new_codes (self, field);

    case CAP_VALUE_LINE:
    case CAP_VALUE_NUMBER:
    default:
      return new_line (self);
    }
}

static void
add_row (CapRecordFields *self,
         guint            index)
{
  const CapField *field = &self->reg->fields[index];
  GtkWidget *row = new_row (self, field);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), gettext (field->label));
  set_hint (row, field);
  self->rows[index] = g_object_ref_sink (row);
  self->faults[index] = g_object_ref_sink (cap_fault_row_new (row));
}

static void
cap_record_fields_dispose (GObject *object)
{
  CapRecordFields *self = CAP_RECORD_FIELDS (object);

  self->silent = TRUE;
  for (guint i = 0; self->rows != NULL && i < self->reg->n_fields; i++)
    {
      g_clear_object (&self->rows[i]);
      g_clear_object (&self->faults[i]);
    }
  g_clear_pointer (&self->rows, g_free);
  g_clear_pointer (&self->faults, g_free);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_record_fields_parent_class)->dispose (object);
}

static void
cap_record_fields_class_init (CapRecordFieldsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cap_record_fields_dispose;

  signals[FINISHED] = g_signal_new ("finished", CAP_TYPE_RECORD_FIELDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
}

static void
cap_record_fields_init (CapRecordFields *self)
{
}

/**
 * cap_record_fields_new:
 * @workspace: with a dossier open: for the codes to choose from
 *
 * Returns: (transfer full): fields that say nothing yet
 */
CapRecordFields *
cap_record_fields_new (CapWorkspace    *workspace,
                       CapRegisterKind  kind)
{
  CapRecordFields *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_RECORD_FIELDS, NULL);
  self->workspace = g_object_ref (workspace);
  self->reg = cap_register_get (kind);
  self->rows = g_new0 (GtkWidget *, self->reg->n_fields);
  self->faults = g_new0 (GtkWidget *, self->reg->n_fields);
  for (guint i = 0; i < self->reg->n_fields; i++)
    add_row (self, i);

  return self;
}

GtkWidget *
cap_record_fields_get_row (CapRecordFields *self,
                           guint            field)
{
  g_return_val_if_fail (CAP_IS_RECORD_FIELDS (self) && field < self->reg->n_fields, NULL);

  return self->rows[field];
}

GtkWidget *
cap_record_fields_get_fault (CapRecordFields *self,
                             guint            field)
{
  g_return_val_if_fail (CAP_IS_RECORD_FIELDS (self) && field < self->reg->n_fields, NULL);

  return self->faults[field];
}

static guint
find_choice (const CapField *field,
             const char     *name)
{
  guint index = field->required ? 0 : 1;

  if (name == NULL)
    return 0;

  for (const CapChoice *choice = field->choices; choice->name != NULL; choice++, index++)
    {
      if (g_str_equal (choice->name, name))
        return index;
    }

  return 0;
}

static void
show_field (CapRecordFields *self,
            const CapRecord *record,
            guint            index)
{
  const CapField *field = &self->reg->fields[index];
  const char *value = cap_record_get (record, index);
  GtkWidget *row = self->rows[index];
  g_auto(GStrv) codes = NULL;

  switch (field->kind)
    {
    case CAP_VALUE_TEXT:
      cap_text_row_set_text (CAP_TEXT_ROW (row), value);
      break;

    case CAP_VALUE_DATE:
      cap_date_row_set_date (CAP_DATE_ROW (row), value);
      break;

    case CAP_VALUE_CHOICE:
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), find_choice (field, value));
      break;

    case CAP_VALUE_CODES:
      codes = cap_record_dup_codes (record, index);
      cap_codes_row_set_codes (CAP_CODES_ROW (row), record, codes);
      break;

    case CAP_VALUE_LINE:
    case CAP_VALUE_NUMBER:
    default:
      gtk_editable_set_text (GTK_EDITABLE (row), value != NULL ? value : "");
      break;
    }
}

/**
 * cap_record_fields_show:
 * @record: as it is in the dossier
 * @before: (nullable): as it was: a field that did not change keeps what is being typed in it
 */
void
cap_record_fields_show (CapRecordFields *self,
                        const CapRecord *record,
                        const CapRecord *before)
{
  g_return_if_fail (CAP_IS_RECORD_FIELDS (self) && record != NULL);

  self->silent = TRUE;
  for (guint i = 0; i < self->reg->n_fields; i++)
    {
      if (before == NULL || g_strcmp0 (cap_record_get (before, i), cap_record_get (record, i)) != 0)
        show_field (self, record, i);
    }
  self->silent = FALSE;
}

static void
fill_field (CapRecordFields *self,
            CapRecord       *record,
            guint            index)
{
  const CapField *field = &self->reg->fields[index];
  GtkWidget *row = self->rows[index];
  g_autofree char *text = NULL;
  g_auto(GStrv) codes = NULL;
  guint selected;

  switch (field->kind)
    {
    case CAP_VALUE_TEXT:
      text = cap_text_row_dup_text (CAP_TEXT_ROW (row));
      break;

    case CAP_VALUE_DATE:
      text = g_strdup (cap_date_row_get_date (CAP_DATE_ROW (row)));
      break;

    case CAP_VALUE_CHOICE:
      selected = adw_combo_row_get_selected (ADW_COMBO_ROW (row));
      if (field->required || selected > 0)
        text = g_strdup (field->choices[selected - (field->required ? 0 : 1)].name);
      break;

    case CAP_VALUE_CODES:
      codes = cap_codes_row_dup_codes (CAP_CODES_ROW (row));
      cap_record_set_codes (record, index, (const char * const *) codes);
      return;

    case CAP_VALUE_LINE:
    case CAP_VALUE_NUMBER:
    default:
      text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
      break;
    }

  cap_record_set (record, index, text);
}

/* Puts what the fields say into @record. */
void
cap_record_fields_fill (CapRecordFields *self,
                        CapRecord       *record)
{
  g_return_if_fail (CAP_IS_RECORD_FIELDS (self) && record != NULL);

  for (guint i = 0; i < self->reg->n_fields; i++)
    fill_field (self, record, i);
}

/* @faults may be %NULL: nothing is at fault. */
void
cap_record_fields_show_faults (CapRecordFields *self,
                               const GPtrArray *faults)
{
  g_return_if_fail (CAP_IS_RECORD_FIELDS (self));

  for (guint i = 0; i < self->reg->n_fields; i++)
    cap_fault_row_set_sentence (CAP_FAULT_ROW (self->faults[i]),
                                faults != NULL ? cap_record_faults_find (faults, i) : NULL);
}
