/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/audit/cap-day-dialog.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "ui/widgets/cap-date-row.h"

#define RESPONSE "confirm"

/**
 * CapDayDialog:
 *
 * Asks for a day. Enter in the field confirms; what is no day cannot be confirmed.
 */
struct _CapDayDialog
{
  AdwMessageDialog  parent_instance;

  GtkWidget        *row;   /* CapDateRow */
};

G_DEFINE_FINAL_TYPE (CapDayDialog, cap_day_dialog, ADW_TYPE_MESSAGE_DIALOG)

enum
{
  GIVEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Returns: (transfer full) (nullable): what is typed, finished or not */
static char *
dup_day (CapDayDialog *self)
{
  return cap_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->row)));
}

static void
changed_cb (CapDayDialog *self)
{
  g_autofree char *day = dup_day (self);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), RESPONSE, day != NULL);
}

static void
responded_cb (CapDayDialog *self,
              const char   *response)
{
  g_autofree char *day = dup_day (self);

  if (g_str_equal (response, RESPONSE) && day != NULL)
    g_signal_emit (self, signals[GIVEN], 0, day);
}

static void
cap_day_dialog_class_init (CapDayDialogClass *klass)
{
  signals[GIVEN] = g_signal_new ("given", CAP_TYPE_DAY_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
cap_day_dialog_init (CapDayDialog *self)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);

  adw_message_dialog_add_responses (dialog, "cancel", _("Cancel"), RESPONSE, "", NULL);
  adw_message_dialog_set_response_appearance (dialog, RESPONSE, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, RESPONSE);
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (self, "response", G_CALLBACK (responded_cb), NULL);
}

/**
 * cap_day_dialog_new:
 * @parent: the window that it is about
 * @heading: what is done
 * @body: what the day is for
 * @title: of the field
 * @verb: on the button that confirms
 * @day: what is proposed, ISO 8601
 *
 * Returns: (transfer none): a dialog to present
 */
GtkWidget *
cap_day_dialog_new (GtkWindow  *parent,
                    const char *heading,
                    const char *body,
                    const char *title,
                    const char *verb,
                    const char *day)
{
  CapDayDialog *self;
  GtkWidget *list = gtk_list_box_new ();

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && day != NULL, NULL);

  self = g_object_new (CAP_TYPE_DAY_DIALOG, "transient-for", parent, "modal", TRUE, "heading", heading,
                       "body", body, NULL);
  adw_message_dialog_set_response_label (ADW_MESSAGE_DIALOG (self), RESPONSE, verb);
  self->row = cap_date_row_new (title);
  cap_date_row_set_date (CAP_DATE_ROW (self->row), day);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->row), TRUE);
  g_signal_connect_object (self->row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), self->row);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (self), list);
  gtk_widget_grab_focus (self->row);

  return GTK_WIDGET (self);
}
