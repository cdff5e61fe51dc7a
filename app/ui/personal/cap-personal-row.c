/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/personal/cap-personal-row.h"

#include <glib/gi18n.h>

#define MAX_PLACES 30 /* shown; more are counted */

/**
 * CapPersonalRow:
 *
 * One person, address or number that was found: how it is written, where, whether it is to be taken out, and
 * what is to stand there instead. Tells by "changed" that the choice is another.
 */
struct _CapPersonalRow
{
  AdwExpanderRow  parent_instance;

  /* Owned */
  char           *text;

  /* Children */
  GtkCheckButton *chosen;
  AdwEntryRow    *replacement;
};

enum { SIGNAL_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CapPersonalRow, cap_personal_row, ADW_TYPE_EXPANDER_ROW)

static void
toggled_cb (CapPersonalRow *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
cap_personal_row_finalize (GObject *object)
{
  g_free (CAP_PERSONAL_ROW (object)->text);

  G_OBJECT_CLASS (cap_personal_row_parent_class)->finalize (object);
}

static void
cap_personal_row_class_init (CapPersonalRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cap_personal_row_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", CAP_TYPE_PERSONAL_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
cap_personal_row_init (CapPersonalRow *self)
{
  self->chosen = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->chosen), GTK_ALIGN_CENTER);
  g_signal_connect_object (self->chosen, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->chosen));

  self->replacement = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->replacement),
                                 _("Put this instead (“[removed]” if empty)"));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->replacement));
}

static void
add_place (CapPersonalRow         *self,
           const CapPersonalPlace *place)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = place->past ? g_strdup_printf (_("%s (in the past)"), place->what) : NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title != NULL ? title : place->what);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place->around);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

/**
 * cap_personal_row_new:
 * @group: what was found
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
cap_personal_row_new (const CapPersonalGroup *group)
{
  CapPersonalRow *self = g_object_new (CAP_TYPE_PERSONAL_ROW, NULL);
  /* Translators: a kind of thing, as “Phone number”; how many times it is in the dossier, and in its past */
  g_autofree char *subtitle = g_strdup_printf (_("%1$s: %2$u now, %3$u in the past"),
                                               cap_personal_kind_get_label (group->kind), group->n_now,
                                               group->n_past);
  /* Translators: %s is a name, an address or a number */
  g_autofree char *label = g_strdup_printf (_("Take out %s"), group->text);

  self->text = g_strdup (group->text);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), group->text);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, group->text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chosen), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  for (guint i = 0; i < group->places->len && i < MAX_PLACES; i++)
    add_place (self, g_ptr_array_index (group->places, i));

  return GTK_WIDGET (self);
}

gboolean
cap_personal_row_is_chosen (CapPersonalRow *self)
{
  return gtk_check_button_get_active (self->chosen);
}

const char *
cap_personal_row_get_text (CapPersonalRow *self)
{
  return self->text;
}

/* Returns: (transfer full) (nullable): what stands there instead; %NULL when nothing was asked for */
char *
cap_personal_row_dup_replacement (CapPersonalRow *self)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->replacement))));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);

  return text;
}
