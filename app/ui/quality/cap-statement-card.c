/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/quality/cap-statement-card.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "quality/cap-address.h"
#include "quality/cap-record-rules.h"
#include "quality/cap-statements.h"
#include "ui/records/cap-record-fields.h"
#include "ui/widgets/cap-row-name.h"
#include "ui/widgets/cap-text-row.h"

/**
 * CapStatementCard:
 *
 * What the structure says of itself on one matter: the text in force, by whom
 * and when it was adopted, and the texts that it replaced. The first text that
 * is written makes the line of the register.
 */
struct _CapStatementCard
{
  GtkBox               parent_instance;

  CapRecordDesk       *desk;
  const char          *kind;     /* name of a choice, of the register */
  CapRecord           *shown;    /* the text in force, or one that is to be written */
  gboolean             exists;   /* whether it is in the register */
  CapRecordFields     *fields;

  AdwPreferencesGroup *group;
  GtkWidget           *renew;
  GtkWidget           *adoption;
  GtkWidget           *older;
  GPtrArray           *older_rows;
};

G_DEFINE_FINAL_TYPE (CapStatementCard, cap_statement_card, GTK_TYPE_BOX)

static const guint adoption_fields[] = {
  CAP_STATEMENT_ADOPTED_BY, CAP_STATEMENT_DATE, CAP_STATEMENT_TOLD, CAP_STATEMENT_REVIEW,
};

static CapDossier *
get_dossier (CapStatementCard *self)
{
  return cap_workspace_get_dossier (cap_record_desk_get_workspace (self->desk));
}

static void
finished_cb (CapStatementCard *self)
{
  g_autoptr(CapRecord) record = NULL;
  g_autoptr(GPtrArray) faults = NULL;

  if (self->shown == NULL)
    return;

  record = cap_record_desk_dup (self->desk, CAP_REGISTER_STATEMENT, self->shown->id);
  if (record != NULL)
    {
      cap_record_fields_fill (self->fields, record);
      faults = cap_record_desk_put (self->desk, record);
    }
  else if (!self->exists)
    {
      record = cap_record_copy (self->shown);
      cap_record_fields_fill (self->fields, record);
      if (cap_record_get (record, CAP_STATEMENT_TEXT) == NULL)
        return;
      faults = cap_record_desk_add (self->desk, record);
    }
  cap_record_fields_show_faults (self->fields, faults);
}

/* The same text, adopted anew: it is changed where it stands. */
static void
renew_cb (CapStatementCard *self)
{
  g_autoptr(CapRecord) next = NULL;
  g_autoptr(GPtrArray) faults = NULL;
  g_autofree char *today = NULL;

  if (self->shown == NULL || !self->exists)
    return;

  today = cap_workspace_dup_today (cap_record_desk_get_workspace (self->desk));
  next = cap_record_desk_draft (self->desk, CAP_REGISTER_STATEMENT, NULL);
  cap_record_set (next, CAP_STATEMENT_KIND, self->kind);
  cap_record_set (next, CAP_STATEMENT_TEXT, cap_record_get (self->shown, CAP_STATEMENT_TEXT));
  cap_record_set (next, CAP_STATEMENT_OUTCOME, cap_record_get (self->shown, CAP_STATEMENT_OUTCOME));
  cap_record_set (next, CAP_STATEMENT_ADOPTED_BY, cap_record_get (self->shown, CAP_STATEMENT_ADOPTED_BY));
  cap_record_set (next, CAP_STATEMENT_DATE, today);
  faults = cap_record_desk_add (self->desk, next);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self->adoption), TRUE);
  gtk_widget_child_focus (cap_record_fields_get_row (self->fields, CAP_STATEMENT_TEXT), GTK_DIR_TAB_FORWARD);
}

/* “Adopted by the board, on 24 June 2025 · To be looked at again on 22 June 2027” */
static char *
dup_adoption (const CapRecord *record,
              const char      *today)
{
  const char *by = cap_record_get (record, CAP_STATEMENT_ADOPTED_BY);
  const char *date = cap_record_get (record, CAP_STATEMENT_DATE);
  const char *review = cap_record_get (record, CAP_STATEMENT_REVIEW);
  g_autofree char *day = date != NULL ? cap_date_format_long (date) : NULL;
  g_autofree char *again = review != NULL ? cap_date_format_long (review) : NULL;
  g_autoptr(GString) text = g_string_new (by != NULL ? by : _("Nobody adopted it yet"));

  if (day != NULL)
    g_string_append_printf (text, " · %s", day);
  if (again != NULL)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, g_strcmp0 (review, today) < 0 ? _("was to be looked at again on %s")
                                                                  : _("to be looked at again on %s"), again);
    }

  return g_strdup (text->str);
}

static void
older_activated_cb (CapStatementCard *self,
                    GtkWidget        *row)
{
  const CapRecord *record = cap_dossier_find_record (get_dossier (self), CAP_REGISTER_STATEMENT,
                                                     gtk_widget_get_name (row));
  g_autofree char *address = record != NULL ? cap_address_new_for_record (record) : NULL;

  if (address != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "journey.open", "s", address);
}

static void
add_older (CapStatementCard *self,
           const CapRecord  *record)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *adoption = dup_adoption (record, "");

  gtk_widget_set_name (row, record->id);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), cap_record_get_title (record));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), adoption);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (older_activated_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->older), row);
  g_ptr_array_add (self->older_rows, row);
}

static void
show_older (CapStatementCard *self,
            const GPtrArray  *texts)
{
  const guint n_older = texts->len > 0 ? texts->len - 1 : 0;
  g_autofree char *title = g_strdup_printf (ngettext ("%u earlier text", "%u earlier texts", n_older),
                                            n_older);

  for (guint i = 0; i < self->older_rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self->older), g_ptr_array_index (self->older_rows, i));
  g_ptr_array_set_size (self->older_rows, 0);
  for (guint i = 1; i < texts->len; i++)
    add_older (self, g_ptr_array_index (texts, i));
  cap_row_set_name (self->older, title);
  gtk_widget_set_visible (self->older, n_older > 0);
}

static void
cap_statement_card_dispose (GObject *object)
{
  CapStatementCard *self = CAP_STATEMENT_CARD (object);

  g_clear_pointer (&self->older_rows, g_ptr_array_unref);
  g_clear_pointer (&self->shown, cap_record_free);
  g_clear_object (&self->fields);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (cap_statement_card_parent_class)->dispose (object);
}

static void
cap_statement_card_class_init (CapStatementCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cap_statement_card_dispose;
}

static void
cap_statement_card_init (CapStatementCard *self)
{
  self->older_rows = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->group));
}

static void
add_field (CapStatementCard *self,
           guint             field)
{
  adw_preferences_group_add (self->group, cap_record_fields_get_row (self->fields, field));
  adw_preferences_group_add (self->group, cap_record_fields_get_fault (self->fields, field));
}

static void
add_renew (CapStatementCard *self,
           const char       *title)
{
  g_autofree char *name = NULL;

  self->renew = gtk_button_new_with_label (_("New Version"));
  gtk_widget_set_valign (self->renew, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->renew, "flat");
  /* Translators: %s is what gets a new version: “Policy” */
  name = g_strdup_printf (_("New version: %s"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->renew), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (self->renew, "clicked", G_CALLBACK (renew_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (self->group, self->renew);
}

static void
add_rows (CapStatementCard *self)
{
  GtkWidget *text = cap_record_fields_get_row (self->fields, CAP_STATEMENT_TEXT);

  cap_text_row_set_spoken_name (CAP_TEXT_ROW (text), adw_preferences_group_get_title (self->group));
  if (g_str_equal (self->kind, "climate"))
    add_field (self, CAP_STATEMENT_OUTCOME);
  add_field (self, CAP_STATEMENT_TEXT);

  self->adoption = adw_expander_row_new ();
  cap_row_set_name (self->adoption, _("Adoption"));
  for (guint i = 0; i < G_N_ELEMENTS (adoption_fields); i++)
    {
      AdwExpanderRow *row = ADW_EXPANDER_ROW (self->adoption);

      adw_expander_row_add_row (row, cap_record_fields_get_row (self->fields, adoption_fields[i]));
      adw_expander_row_add_row (row, cap_record_fields_get_fault (self->fields, adoption_fields[i]));
    }
  adw_preferences_group_add (self->group, self->adoption);

  self->older = adw_expander_row_new ();
  adw_preferences_group_add (self->group, self->older);
}

GtkWidget *
cap_statement_card_new (CapRecordDesk *desk,
                        const char    *kind,
                        const char    *help)
{
  const CapField *field = &cap_register_get (CAP_REGISTER_STATEMENT)->fields[CAP_STATEMENT_KIND];
  const CapChoice *choice = cap_field_find_choice (field, kind);
  CapStatementCard *self;

  g_return_val_if_fail (CAP_IS_RECORD_DESK (desk) && choice != NULL && help != NULL, NULL);

  self = g_object_new (CAP_TYPE_STATEMENT_CARD, NULL);
  self->desk = g_object_ref (desk);
  self->kind = choice->name;
  self->fields = cap_record_fields_new (cap_record_desk_get_workspace (desk), CAP_REGISTER_STATEMENT);
  adw_preferences_group_set_title (self->group, gettext (choice->label));
  adw_preferences_group_set_description (self->group, help);
  add_renew (self, gettext (choice->label));
  add_rows (self);
  g_signal_connect_object (self->fields, "finished", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/* The text in force; where there is none, one that waits to be written. */
static CapRecord *
dup_current (CapStatementCard *self,
             const GPtrArray  *texts)
{
  CapRecord *draft;

  if (texts->len > 0)
    return cap_record_copy (g_ptr_array_index (texts, 0));

  if (self->shown != NULL && !self->exists)
    return cap_record_copy (self->shown);

  draft = cap_record_desk_draft (self->desk, CAP_REGISTER_STATEMENT, NULL);
  cap_record_set (draft, CAP_STATEMENT_KIND, self->kind);

  return draft;
}

static void
set_editable (CapStatementCard *self,
              gboolean          editable)
{
  for (guint i = CAP_STATEMENT_TEXT; i < CAP_N_STATEMENT_FIELDS; i++)
    gtk_widget_set_sensitive (cap_record_fields_get_row (self->fields, i), editable);
  gtk_widget_set_visible (self->renew, editable && self->exists);
}

/* Follows the dossier; a field that is being typed in keeps what is typed. */
void
cap_statement_card_show (CapStatementCard *self)
{
  g_autoptr(GPtrArray) texts = NULL;
  g_autoptr(CapRecord) current = NULL;
  g_autofree char *today = NULL;
  g_autofree char *adoption = NULL;
  gboolean same;

  g_return_if_fail (CAP_IS_STATEMENT_CARD (self));

  today = cap_workspace_dup_today (cap_record_desk_get_workspace (self->desk));
  texts = cap_statements_list (get_dossier (self), self->kind);
  current = dup_current (self, texts);
  same = self->shown != NULL && g_str_equal (self->shown->id, current->id);
  cap_record_fields_show (self->fields, current, same ? self->shown : NULL);
  self->exists = texts->len > 0;
  g_clear_pointer (&self->shown, cap_record_free);
  self->shown = g_steal_pointer (&current);

  adoption = self->exists ? dup_adoption (self->shown, today) : NULL;
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->adoption), adoption != NULL ? adoption : "");
  gtk_widget_set_visible (self->adoption, self->exists);
  show_older (self, texts);
  set_editable (self, cap_record_desk_can_change (self->desk));
}
