/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/campaign/cap-vote-dialog.h"

/**
 * cap_vote_dialog_new:
 * @cancel: the label of what changes nothing
 * @destroy: the label of what takes votes away
 * @keep: (nullable): the label of what saves them
 *
 * Returns: (transfer none): a dialog to present
 */
GtkWidget *
cap_vote_dialog_new (GtkWindow  *parent,
                     const char *heading,
                     const char *body,
                     const char *cancel,
                     const char *destroy,
                     const char *keep)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", cancel, "destroy", destroy, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "destroy",
                                              ADW_RESPONSE_DESTRUCTIVE);
  if (keep != NULL)
    {
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "keep", keep);
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "keep",
                                                  ADW_RESPONSE_SUGGESTED);
    }
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), keep != NULL ? "keep" : "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");

  return dialog;
}
