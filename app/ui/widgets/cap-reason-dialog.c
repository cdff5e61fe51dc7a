/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/widgets/cap-reason-dialog.h"

#include <glib/gi18n.h>

#define RESPONSE "confirm"

/**
 * CapReasonDialog:
 *
 * Asks why something is set aside, or taken out. Enter in the field
 * confirms; without a reason nothing can be confirmed.
 */
struct _CapReasonDialog
{
  AdwMessageDialog  parent_instance;

  char             *code;
  GtkWidget        *entry;
};

G_DEFINE_FINAL_TYPE (CapReasonDialog, cap_reason_dialog, ADW_TYPE_MESSAGE_DIALOG)

enum
{
  GIVEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
dup_reason (CapReasonDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

static void
reason_changed_cb (CapReasonDialog *self)
{
  g_autofree char *reason = dup_reason (self);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), RESPONSE, reason[0] != '\0');
}

static void
responded_cb (CapReasonDialog *self,
              const char      *response)
{
  g_autofree char *reason = dup_reason (self);

  if (g_str_equal (response, RESPONSE) && reason[0] != '\0')
    g_signal_emit (self, signals[GIVEN], 0, self->code, reason);
}

static void
cap_reason_dialog_finalize (GObject *object)
{
  g_free (CAP_REASON_DIALOG (object)->code);

  G_OBJECT_CLASS (cap_reason_dialog_parent_class)->finalize (object);
}

static void
cap_reason_dialog_class_init (CapReasonDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cap_reason_dialog_finalize;

  signals[GIVEN] = g_signal_new ("given", CAP_TYPE_REASON_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
cap_reason_dialog_init (CapReasonDialog *self)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);

  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("Why?"));
  gtk_entry_set_activates_default (GTK_ENTRY (self->entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Why?"), -1);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (reason_changed_cb), self, G_CONNECT_SWAPPED);
  adw_message_dialog_set_extra_child (dialog, self->entry);

  adw_message_dialog_add_responses (dialog, "cancel", _("Cancel"), RESPONSE, "", NULL);
  adw_message_dialog_set_response_appearance (dialog, RESPONSE, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (dialog, RESPONSE, FALSE);
  adw_message_dialog_set_default_response (dialog, RESPONSE);
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (self, "response", G_CALLBACK (responded_cb), NULL);
}

/**
 * cap_reason_dialog_new:
 * @parent: the window that it is about
 * @code: of the criterion
 * @body: what is set aside
 *
 * Returns: (transfer none): a dialog to present
 */
GtkWidget *
cap_reason_dialog_new (GtkWindow  *parent,
                       const char *code,
                       const char *body)
{
  g_autofree char *heading = NULL;

  g_return_val_if_fail (code != NULL, NULL);

  /* Translators: the code of a criterion */
  heading = g_strdup_printf (_("Set Aside %s"), code);

  return cap_reason_dialog_new_full (parent, code, heading, body, _("Set Aside"));
}

/**
 * cap_reason_dialog_new_full:
 * @parent: the window that it is about
 * @code: what “given” says that it is about
 * @heading: a title
 * @body: what it means
 * @verb: on the button that confirms
 *
 * Returns: (transfer none): a dialog to present
 */
GtkWidget *
cap_reason_dialog_new_full (GtkWindow  *parent,
                            const char *code,
                            const char *heading,
                            const char *body,
                            const char *verb)
{
  CapReasonDialog *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && code != NULL && body != NULL, NULL);

  self = g_object_new (CAP_TYPE_REASON_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
  self->code = g_strdup (code);
  adw_message_dialog_set_heading (ADW_MESSAGE_DIALOG (self), heading);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (self), body);
  adw_message_dialog_set_response_label (ADW_MESSAGE_DIALOG (self), RESPONSE, verb);
  gtk_window_set_focus (GTK_WINDOW (self), self->entry);

  return GTK_WIDGET (self);
}
