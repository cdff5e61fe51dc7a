/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/personal/cap-personal-document-row.h"

#include <glib/gi18n.h>

/**
 * CapPersonalDocumentRow:
 *
 * A file of the dossier: what was found in it, or that nothing here reads it, and whether its content is to
 * be taken out. Tells by "changed" that the choice is another.
 */
struct _CapPersonalDocumentRow
{
  AdwActionRow    parent_instance;

  /* Owned */
  char           *sha256;

  /* Children */
  GtkCheckButton *chosen;
};

enum { SIGNAL_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CapPersonalDocumentRow, cap_personal_document_row, ADW_TYPE_ACTION_ROW)

static void
toggled_cb (CapPersonalDocumentRow *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
cap_personal_document_row_finalize (GObject *object)
{
  g_free (CAP_PERSONAL_DOCUMENT_ROW (object)->sha256);

  G_OBJECT_CLASS (cap_personal_document_row_parent_class)->finalize (object);
}

static void
cap_personal_document_row_class_init (CapPersonalDocumentRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cap_personal_document_row_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", CAP_TYPE_PERSONAL_DOCUMENT_ROW, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cap_personal_document_row_init (CapPersonalDocumentRow *self)
{
  self->chosen = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->chosen), GTK_ALIGN_CENTER);
  g_signal_connect_object (self->chosen, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), GTK_WIDGET (self->chosen));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->chosen));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

static char *
dup_standing (const CapPersonalDocument *document)
{
  g_autofree char *found = NULL;

  if (document->reading == CAP_PERSONAL_UNREAD)
    return g_strdup (_("No search reads it: open it to know what it says"));

  found = document->n_found == 0 ? g_strdup (_("Nothing was found in it"))
          : g_strdup_printf (ngettext ("Found %u time in this file", "Found %u times in this file",
                                       document->n_found), document->n_found);
  if (document->reading == CAP_PERSONAL_READ)
    return g_steal_pointer (&found);

  /* Translators: %s is what was found in a file, as “Nothing was found in it” */
  return g_strdup_printf (_("%s, but not all of it is text: open it to know what it says"), found);
}

/**
 * cap_personal_document_row_new:
 * @document: a file of the dossier
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
cap_personal_document_row_new (const CapPersonalDocument *document)
{
  CapPersonalDocumentRow *self = g_object_new (CAP_TYPE_PERSONAL_DOCUMENT_ROW, NULL);
  const char *name = document->name != NULL ? document->name
                     : _("An older file, which only the history still has");
  g_autofree char *standing = dup_standing (document);
  /* Translators: %s is the name of a file */
  g_autofree char *label = g_strdup_printf (_("Take out the content of %s"), name);

  self->sha256 = g_strdup (document->sha256);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), standing);
  /* The row labels what it activates by its title, which the name of the button says already. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->chosen), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chosen), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_WIDGET (self);
}

gboolean
cap_personal_document_row_is_chosen (CapPersonalDocumentRow *self)
{
  return gtk_check_button_get_active (self->chosen);
}

const char *
cap_personal_document_row_get_sha256 (CapPersonalDocumentRow *self)
{
  return self->sha256;
}
