/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/plan/cap-indicator-fields.h"

#include <glib/gi18n.h>

#include "base/cap-number.h"
#include "base/cap-text.h"
#include "ui/widgets/cap-fault-row.h"

typedef enum
{
  ENTRY_LABEL,
  ENTRY_CODE,
  ENTRY_DEFINITION,
  ENTRY_SOURCE,
  ENTRY_OWNER,
  ENTRY_UNIT,
  ENTRY_BASELINE,
  ENTRY_TARGET,
  ENTRY_TOLERANCE,
  N_ENTRIES,
} Entry;

#define TEXT(member)     G_STRUCT_OFFSET (CapIndicator, member), FALSE
#define QUANTITY(member) G_STRUCT_OFFSET (CapIndicator, member), TRUE

static const struct
{
  const char *title;
  gsize       offset;
  gboolean    is_quantity;
} entries[N_ENTRIES] = {
  [ENTRY_LABEL] = { N_("What is measured"), TEXT (label) },
  [ENTRY_CODE] = { N_("Code"), TEXT (code) },
  [ENTRY_DEFINITION] = { N_("Definition: how it is counted"), TEXT (definition) },
  [ENTRY_SOURCE] = { N_("Source: where the figure comes from"), TEXT (source) },
  [ENTRY_OWNER] = { N_("Who enters it (a function, not a name)"), TEXT (owner) },
  [ENTRY_UNIT] = { N_("Unit"), TEXT (unit) },
  [ENTRY_BASELINE] = { N_("Starting value"), QUANTITY (baseline) },
  [ENTRY_TARGET] = { N_("Target"), QUANTITY (target) },
  [ENTRY_TOLERANCE] = { N_("Tolerance: how far from the target is still fine"), QUANTITY (tolerance) },
};

/**
 * CapIndicatorFields:
 *
 * The fields of an indicator as rows of an expander row, each with the place
 * for its fault below. The rows belong to the expander row.
 */
struct _CapIndicatorFields
{
  GObject         parent_instance;

  AdwExpanderRow *parent;          /* borrowed: it owns us */
  CapFramework   *framework;
  GPtrArray      *objectives;      /* (element-type utf8): codes, as in the choice; “” for none */

  GtkWidget      *rows[N_ENTRIES];
  GtkWidget      *faults[N_ENTRIES];
  GtkWidget      *frequency;
  GtkWidget      *direction;
  GtkWidget      *objective;

  guint           silent : 1;
};

G_DEFINE_FINAL_TYPE (CapIndicatorFields, cap_indicator_fields, G_TYPE_OBJECT)

enum
{
  FINISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
finished_cb (CapIndicatorFields *self)
{
  if (!self->silent)
    g_signal_emit (self, signals[FINISHED], 0);
}

static void
add_entry (CapIndicatorFields *self,
           Entry               entry)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), gettext (entries[entry].title));
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, focus);
  adw_expander_row_add_row (self->parent, row);
  self->rows[entry] = row;

  self->faults[entry] = cap_fault_row_new (row);
  adw_expander_row_add_row (self->parent, self->faults[entry]);
}

static GtkWidget *
add_choice (CapIndicatorFields *self,
            const char         *title,
            GtkStringList      *labels)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  /* On a line of its own the choice is read in full. */
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row), TRUE);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (self->parent, row);
  g_object_unref (labels);

  return row;
}

static GtkStringList *
list_frequencies (void)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < CAP_N_FREQUENCIES; i++)
    gtk_string_list_append (labels, cap_frequency_get_label ((CapFrequency) i));

  return labels;
}

static GtkStringList *
list_directions (void)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < CAP_N_DIRECTIONS; i++)
    gtk_string_list_append (labels, cap_direction_get_label ((CapDirection) i));

  return labels;
}

static GtkStringList *
list_objectives (CapIndicatorFields *self)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _("None"));
  g_ptr_array_add (self->objectives, g_strdup (""));

  for (guint i = 0; i < self->framework->themes->len; i++)
    {
      const CapTheme *theme = g_ptr_array_index (self->framework->themes, i);

      for (guint j = 0; j < theme->objectives->len; j++)
        {
          const CapObjective *objective = g_ptr_array_index (theme->objectives, j);
          g_autofree char *label = g_strdup_printf ("%s %s", objective->code, objective->label);

          gtk_string_list_append (labels, label);
          g_ptr_array_add (self->objectives, g_strdup (objective->code));
        }
    }

  return labels;
}

/* An objective that this framework does not know stays, by its code. */
static guint
find_objective (CapIndicatorFields *self,
                const char         *code)
{
  guint index;

  if (code == NULL)
    return 0;

  if (!g_ptr_array_find_with_equal_func (self->objectives, code, g_str_equal, &index))
    {
      GListModel *labels = adw_combo_row_get_model (ADW_COMBO_ROW (self->objective));

      index = self->objectives->len;
      gtk_string_list_append (GTK_STRING_LIST (labels), code);
      g_ptr_array_add (self->objectives, g_strdup (code));
    }

  return index;
}

static void
add_fields (CapIndicatorFields *self)
{
  for (Entry entry = 0; entry < ENTRY_BASELINE; entry++)
    add_entry (self, entry);

  self->frequency = add_choice (self, _("Frequency"), list_frequencies ());
  self->direction = add_choice (self, _("Direction"), list_directions ());

  for (Entry entry = ENTRY_BASELINE; entry < N_ENTRIES; entry++)
    add_entry (self, entry);

  self->objective = add_choice (self, _("Objective of the framework"), list_objectives (self));
}

static void
cap_indicator_fields_dispose (GObject *object)
{
  CAP_INDICATOR_FIELDS (object)->silent = TRUE;

  G_OBJECT_CLASS (cap_indicator_fields_parent_class)->dispose (object);
}

static void
cap_indicator_fields_finalize (GObject *object)
{
  CapIndicatorFields *self = CAP_INDICATOR_FIELDS (object);

  g_clear_pointer (&self->framework, cap_framework_unref);
  g_ptr_array_unref (self->objectives);

  G_OBJECT_CLASS (cap_indicator_fields_parent_class)->finalize (object);
}

static void
cap_indicator_fields_class_init (CapIndicatorFieldsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cap_indicator_fields_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_indicator_fields_finalize;

  signals[FINISHED] = g_signal_new ("finished", CAP_TYPE_INDICATOR_FIELDS, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cap_indicator_fields_init (CapIndicatorFields *self)
{
  self->objectives = g_ptr_array_new_with_free_func (g_free);
}

/**
 * cap_indicator_fields_new:
 * @row: where the fields go
 * @framework: for the objectives
 *
 * Returns: (transfer full): fields that say nothing yet; @row keeps them
 */
CapIndicatorFields *
cap_indicator_fields_new (AdwExpanderRow *row,
                          CapFramework   *framework)
{
  CapIndicatorFields *self;

  g_return_val_if_fail (ADW_IS_EXPANDER_ROW (row) && framework != NULL, NULL);

  self = g_object_new (CAP_TYPE_INDICATOR_FIELDS, NULL);
  self->parent = row;
  self->framework = cap_framework_ref (framework);
  self->silent = TRUE;
  add_fields (self);
  self->silent = FALSE;

  return self;
}

/* As it can be typed again; nothing for what nobody gave. */
static char *
dup_entry (const CapIndicator *indicator,
           Entry               entry)
{
  gint64 thousandths;

  if (!entries[entry].is_quantity)
    return g_strdup (G_STRUCT_MEMBER (char *, indicator, entries[entry].offset));

  thousandths = G_STRUCT_MEMBER (gint64, indicator, entries[entry].offset);
  if (thousandths == CAP_QUANTITY_UNSET || (entry == ENTRY_TOLERANCE && thousandths == 0))
    return NULL;

  return cap_number_format_thousandths (thousandths);
}

/**
 * cap_indicator_fields_show:
 * @indicator: as it is in the dossier
 * @before: (nullable): as it was: a field that did not change keeps what is being typed in it
 */
void
cap_indicator_fields_show (CapIndicatorFields *self,
                           const CapIndicator *indicator,
                           const CapIndicator *before)
{
  g_return_if_fail (CAP_IS_INDICATOR_FIELDS (self) && indicator != NULL);

  self->silent = TRUE;
  for (Entry entry = 0; entry < N_ENTRIES; entry++)
    {
      g_autofree char *former = before != NULL ? dup_entry (before, entry) : NULL;
      g_autofree char *now = dup_entry (indicator, entry);

      if (g_strcmp0 (former, now) != 0)
        gtk_editable_set_text (GTK_EDITABLE (self->rows[entry]), now != NULL ? now : "");
    }

  if (before == NULL || before->frequency != indicator->frequency)
    adw_combo_row_set_selected (ADW_COMBO_ROW (self->frequency), (guint) indicator->frequency);
  if (before == NULL || before->direction != indicator->direction)
    adw_combo_row_set_selected (ADW_COMBO_ROW (self->direction), (guint) indicator->direction);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->objective), find_objective (self, indicator->objective));
  self->silent = FALSE;
}

static void
fill_text (CapIndicatorFields *self,
           CapIndicator       *indicator,
           Entry               entry)
{
  char **field = &G_STRUCT_MEMBER (char *, indicator, entries[entry].offset);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->rows[entry]))));
  const gboolean is_needed = entry == ENTRY_LABEL || entry == ENTRY_CODE;

  cap_set_string (field, text[0] != '\0' || is_needed ? text : NULL);
}

static void
fill_quantity (CapIndicatorFields *self,
               CapIndicator       *indicator,
               Entry               entry)
{
  gint64 *field = &G_STRUCT_MEMBER (gint64, indicator, entries[entry].offset);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->rows[entry]))));
  gboolean is_sound = TRUE;

  if (text[0] == '\0')
    *field = entry == ENTRY_TOLERANCE ? 0 : CAP_QUANTITY_UNSET;
  else
    is_sound = cap_number_parse_thousandths (text, field);

  cap_fault_row_set_sentence (CAP_FAULT_ROW (self->faults[entry]),
                              is_sound ? NULL : _("Write a number, such as 12 or 12.5."));
}

/**
 * cap_indicator_fields_fill:
 *
 * Puts what the fields say into @indicator. A number that cannot be read is
 * said, and the one of @indicator stays.
 */
void
cap_indicator_fields_fill (CapIndicatorFields *self,
                           CapIndicator       *indicator)
{
  g_return_if_fail (CAP_IS_INDICATOR_FIELDS (self) && indicator != NULL);

  for (Entry entry = 0; entry < N_ENTRIES; entry++)
    {
      if (entries[entry].is_quantity)
        fill_quantity (self, indicator, entry);
      else
        fill_text (self, indicator, entry);
    }

  indicator->frequency = (CapFrequency) adw_combo_row_get_selected (ADW_COMBO_ROW (self->frequency));
  indicator->direction = (CapDirection) adw_combo_row_get_selected (ADW_COMBO_ROW (self->direction));
  cap_set_string (&indicator->objective,
                  adw_combo_row_get_selected (ADW_COMBO_ROW (self->objective)) == 0 ? NULL :
                  g_ptr_array_index (self->objectives,
                                     adw_combo_row_get_selected (ADW_COMBO_ROW (self->objective))));
}

void
cap_indicator_fields_set_read_only (CapIndicatorFields *self,
                                    gboolean            read_only)
{
  g_return_if_fail (CAP_IS_INDICATOR_FIELDS (self));

  for (Entry entry = 0; entry < N_ENTRIES; entry++)
    gtk_widget_set_sensitive (self->rows[entry], !read_only);
  gtk_widget_set_sensitive (self->frequency, !read_only);
  gtk_widget_set_sensitive (self->direction, !read_only);
  gtk_widget_set_sensitive (self->objective, !read_only);
}

/* Says what cap_indicator_check() found; what cap_indicator_fields_fill() said before stays said. */
void
cap_indicator_fields_show_faults (CapIndicatorFields *self,
                                  const GPtrArray    *faults)
{
  static const struct { Entry entry; CapIndicatorField field; } places[] = {
    { ENTRY_LABEL, CAP_INDICATOR_FIELD_LABEL },
    { ENTRY_CODE, CAP_INDICATOR_FIELD_CODE },
    { ENTRY_TARGET, CAP_INDICATOR_FIELD_TARGET },
    { ENTRY_TOLERANCE, CAP_INDICATOR_FIELD_TOLERANCE },
  };

  g_return_if_fail (CAP_IS_INDICATOR_FIELDS (self) && faults != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      const char *sentence = cap_indicator_faults_find (faults, places[i].field);

      if (sentence != NULL || !entries[places[i].entry].is_quantity)
        cap_fault_row_set_sentence (CAP_FAULT_ROW (self->faults[places[i].entry]), sentence);
    }
}
