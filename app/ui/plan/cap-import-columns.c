/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/plan/cap-import-columns.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/widgets/cap-settings.h"

#define KEY "import-columns"
#define MAX_REMEMBERED 30

struct _CapImportColumns
{
  GtkWidget            parent_instance;

  /* Owned */
  GSettings           *settings;    /* NULL when the schema is not installed */
  CapActionsCsv       *csv;
  GtkStringList       *names;       /* of the columns; the first item is none of them */
  guint                filling;     /* source that adds the rows, or 0 */

  /* Children */
  AdwPreferencesGroup *group;
  AdwExpanderRow      *others;
  AdwComboRow         *rows[CAP_N_ACTION_FIELDS]; /* NULL until it is added */

  int                  columns[CAP_N_ACTION_FIELDS];
  guint                n_filled;
  gboolean             silent;      /* the program is choosing */
};

G_DEFINE_FINAL_TYPE (CapImportColumns, cap_import_columns, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What most sheets have; the others come after, under a row that opens. */
static const CapActionField order[] = {
  CAP_FIELD_TITLE, CAP_FIELD_ORIGINS, CAP_FIELD_OWNER, CAP_FIELD_START, CAP_FIELD_DUE, CAP_FIELD_STATE,
  CAP_FIELD_KIND, CAP_FIELD_NUMBER, CAP_FIELD_NOTES,
  CAP_FIELD_DESCRIPTION, CAP_FIELD_EXPECTED, CAP_FIELD_CONTRIBUTORS, CAP_FIELD_SERVICE, CAP_FIELD_DAYS,
  CAP_FIELD_EUROS, CAP_FIELD_IMPACT, CAP_FIELD_EFFORT, CAP_FIELD_LEVEL, CAP_FIELD_TARGET, CAP_FIELD_STEPS,
  CAP_FIELD_AFTER, CAP_FIELD_INDICATOR, CAP_FIELD_CREATED, CAP_FIELD_DONE, CAP_FIELD_CLOSED,
  CAP_FIELD_REASON, CAP_FIELD_CHECK_DUE, CAP_FIELD_CHECK_BY, CAP_FIELD_CHECK_EVIDENCE, CAP_FIELD_CHECKED,
  CAP_FIELD_VERDICT,
};

#define N_COMMON 9

static void
show_choice (CapImportColumns *self,
             CapActionField    field)
{
  self->silent = TRUE;
  adw_combo_row_set_selected (self->rows[field], (guint) (self->columns[field] + 1));
  self->silent = FALSE;
}

static void
chosen_cb (CapImportColumns *self,
           GParamSpec       *pspec,
           AdwComboRow      *row)
{
  guint field = 0;

  if (self->silent)
    return;

  while (self->rows[field] != row)
    field++;
  self->columns[field] = (int) adw_combo_row_get_selected (row) - 1;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_row (CapImportColumns *self,
         guint             rank)
{
  CapActionField field = order[rank];
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), cap_action_field_get_label (field));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (self->names));
  self->rows[field] = ADW_COMBO_ROW (row);
  show_choice (self, field);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);

  if (rank < N_COMMON)
    adw_preferences_group_add (self->group, row);
  else
    adw_expander_row_add_row (self->others, row);
}

/* One row at a time: none of them holds a frame back. */
static gboolean
fill_cb (gpointer user_data)
{
  CapImportColumns *self = user_data;

  if (self->n_filled == N_COMMON)
    adw_preferences_group_add (self->group, GTK_WIDGET (self->others));
  add_row (self, self->n_filled++);
  if (self->n_filled < G_N_ELEMENTS (order))
    return G_SOURCE_CONTINUE;

  self->filling = 0;

  return G_SOURCE_REMOVE;
}

static void
name_columns (CapImportColumns *self)
{
  const CapCsvRow *header = cap_actions_csv_get_header (self->csv);

  gtk_string_list_splice (self->names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->names)), NULL);
  gtk_string_list_append (self->names, _("Not in this file"));
  for (guint i = 0; i < header->n_fields; i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (header->fields[i]), "\r\n", ' ');
      g_autofree char *nameless = NULL;

      /* Translators: %u is the rank of a column that has no name */
      nameless = g_strdup_printf (_("Column %u"), i + 1);
      gtk_string_list_append (self->names, *g_strstrip (name) != '\0' ? name : nameless);
    }
}

/* What was chosen before, for a file with the same columns. */
static void
recall (CapImportColumns *self)
{
  g_autofree char *signature = cap_actions_csv_dup_signature (self->csv);
  int n_columns = (int) cap_actions_csv_get_header (self->csv)->n_fields;
  g_autoptr(GVariant) all = NULL;
  g_autoptr(GVariant) columns = NULL;
  GVariantIter iter;
  const char *name;
  int column;

  memcpy (self->columns, self->csv->columns, sizeof self->columns);
  if (self->settings == NULL)
    return;

  all = g_settings_get_value (self->settings, KEY);
  columns = g_variant_lookup_value (all, signature, G_VARIANT_TYPE ("a{si}"));
  if (columns == NULL)
    return;

  for (guint i = 0; i < CAP_N_ACTION_FIELDS; i++)
    self->columns[i] = CAP_ACTIONS_NO_COLUMN;
  g_variant_iter_init (&iter, columns);
  while (g_variant_iter_next (&iter, "{&si}", &name, &column))
    {
      CapActionField field;

      if (cap_action_field_from_name (name, &field) && column >= 0 && column < n_columns)
        self->columns[field] = column;
    }
}

static GVariant *
write_columns (CapImportColumns *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{si}"));
  for (guint i = 0; i < CAP_N_ACTION_FIELDS; i++)
    {
      if (self->columns[i] != CAP_ACTIONS_NO_COLUMN)
        g_variant_builder_add (&builder, "{si}", cap_action_field_to_name ((CapActionField) i),
                               self->columns[i]);
    }

  return g_variant_builder_end (&builder);
}

void
cap_import_columns_remember (CapImportColumns *self)
{
  g_autofree char *signature = NULL;
  g_autoptr(GVariant) all = NULL;
  GVariantBuilder builder;
  GVariantIter iter;
  const char *other;
  GVariant *columns;
  guint n_kept = 1;

  g_return_if_fail (CAP_IS_IMPORT_COLUMNS (self) && self->csv != NULL);

  if (self->settings == NULL)
    return;

  signature = cap_actions_csv_dup_signature (self->csv);
  all = g_settings_get_value (self->settings, KEY);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sa{si}}"));
  g_variant_builder_add (&builder, "{s@a{si}}", signature, write_columns (self));
  g_variant_iter_init (&iter, all);
  while (n_kept < MAX_REMEMBERED && g_variant_iter_next (&iter, "{&s@a{si}}", &other, &columns))
    {
      if (!g_str_equal (other, signature))
        {
          g_variant_builder_add (&builder, "{s@a{si}}", other, columns);
          n_kept++;
        }
      g_variant_unref (columns);
    }
  g_settings_set_value (self->settings, KEY, g_variant_builder_end (&builder));
}

static void
cap_import_columns_dispose (GObject *object)
{
  CapImportColumns *self = CAP_IMPORT_COLUMNS (object);
  GtkWidget *child;

  g_clear_handle_id (&self->filling, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->others);
  g_clear_object (&self->names);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->csv, cap_actions_csv_unref);

  G_OBJECT_CLASS (cap_import_columns_parent_class)->dispose (object);
}

static void
cap_import_columns_class_init (CapImportColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_import_columns_dispose;

  signals[CHANGED] = g_signal_new ("changed", CAP_TYPE_IMPORT_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_import_columns_init (CapImportColumns *self)
{
  self->settings = cap_settings_new ();
  self->names = gtk_string_list_new (NULL);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->others = g_object_ref_sink (ADW_EXPANDER_ROW (adw_expander_row_new ()));

  adw_preferences_group_set_title (self->group, _("Columns"));
  adw_preferences_group_set_description (self->group,
                                         _("Which column of your file says what. It is remembered for the "
                                           "next file with the same columns."));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->others), _("Other fields"));
  gtk_widget_set_parent (GTK_WIDGET (self->group), GTK_WIDGET (self));
}

void
cap_import_columns_set_csv (CapImportColumns *self,
                            CapActionsCsv    *csv)
{
  g_return_if_fail (CAP_IS_IMPORT_COLUMNS (self) && csv != NULL);

  g_clear_pointer (&self->csv, cap_actions_csv_unref);
  self->csv = cap_actions_csv_ref (csv);
  self->silent = TRUE;
  name_columns (self);
  self->silent = FALSE;
  recall (self);

  for (guint i = 0; i < CAP_N_ACTION_FIELDS; i++)
    {
      if (self->rows[i] != NULL)
        show_choice (self, (CapActionField) i);
    }
  if (self->n_filled == 0)
    self->filling = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, fill_cb, self, NULL);
}

const int *
cap_import_columns_get (CapImportColumns *self)
{
  g_return_val_if_fail (CAP_IS_IMPORT_COLUMNS (self), NULL);

  return self->columns;
}
