/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/widgets/cap-reference-dialog.h"

#include <glib/gi18n.h>

#include "ui/widgets/cap-date-row.h"

#define RESPONSE "add"

/**
 * CapReferenceDialog:
 *
 * Asks for a piece of evidence that stays where it is: a binder, a folder, a link.
 */
struct _CapReferenceDialog
{
  AdwMessageDialog  parent_instance;

  GtkWidget        *title_row;
  GtkWidget        *reference_row;
  GtkWidget        *date_row;
};

G_DEFINE_FINAL_TYPE (CapReferenceDialog, cap_reference_dialog, ADW_TYPE_MESSAGE_DIALOG)

enum
{
  GIVEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Returns: (transfer full) (nullable): what is typed; NULL when nothing is */
static char *
dup_text (GtkWidget *row)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);

  return text;
}

static void
title_changed_cb (CapReferenceDialog *self)
{
  g_autofree char *title = dup_text (self->title_row);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), RESPONSE, title != NULL);
}

static void
responded_cb (CapReferenceDialog *self,
              const char         *response)
{
  g_autofree char *title = dup_text (self->title_row);
  g_autofree char *reference = dup_text (self->reference_row);

  if (g_str_equal (response, RESPONSE) && title != NULL)
    g_signal_emit (self, signals[GIVEN], 0, title, reference,
                   cap_date_row_get_date (CAP_DATE_ROW (self->date_row)));
}

static void
cap_reference_dialog_class_init (CapReferenceDialogClass *klass)
{
  signals[GIVEN] = g_signal_new ("given", CAP_TYPE_REFERENCE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
}

static GtkWidget *
add_entry (GtkWidget  *list,
           const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);

  return row;
}

static void
cap_reference_dialog_init (CapReferenceDialog *self)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_size_request (list, 380, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("New evidence"), -1);
  self->title_row = add_entry (list, _("What is it?"));
  self->reference_row = add_entry (list, _("Where is it kept? (binder, folder, link)"));
  self->date_row = cap_date_row_new (_("Its date, if it has one"));
  gtk_list_box_append (GTK_LIST_BOX (list), self->date_row);
  g_signal_connect_object (self->title_row, "changed", G_CALLBACK (title_changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_message_dialog_set_extra_child (dialog, list);

  adw_message_dialog_set_heading (dialog, _("Note a Reference"));
  adw_message_dialog_set_body (dialog, _("The document stays where it is: say how to find it."));
  adw_message_dialog_add_responses (dialog, "cancel", _("Cancel"), RESPONSE, _("Add"), NULL);
  adw_message_dialog_set_response_appearance (dialog, RESPONSE, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (dialog, RESPONSE, FALSE);
  adw_message_dialog_set_default_response (dialog, RESPONSE);
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (self, "response", G_CALLBACK (responded_cb), NULL);
}

GtkWidget *
cap_reference_dialog_new (GtkWindow *parent)
{
  CapReferenceDialog *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);

  self = g_object_new (CAP_TYPE_REFERENCE_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
  gtk_widget_grab_focus (self->title_row);

  return GTK_WIDGET (self);
}
