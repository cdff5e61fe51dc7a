/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/personal/cap-personal-dialogs.h"

#include <glib/gi18n.h>

#define MAX_LEFT 8 /* places told in the dialog */

/* Returns: (transfer full): what goes, by its first and by their number */
static char *
dup_what (const CapPersonalSwaps *swaps)
{
  const guint n_documents = cap_personal_swaps_get_n_documents (swaps);
  const guint n_texts = cap_personal_swaps_get_n (swaps);
  GString *what = g_string_new (n_texts > 0 ? cap_personal_swaps_get_text (swaps, 0) : NULL);

  if (n_texts > 1)
    g_string_append_printf (what, ngettext (" and %u more", " and %u more", n_texts - 1), n_texts - 1);
  if (n_texts > 0 && n_documents > 0)
    g_string_append_c (what, '\n');
  if (n_documents > 0)
    g_string_append_printf (what, ngettext ("The content of %u file", "The content of %u files", n_documents),
                            n_documents);

  return g_string_free (what, FALSE);
}

GtkWidget *
cap_personal_question_new (GtkWindow              *parent,
                           const CapPersonalSwaps *swaps)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, _("Take It Out for Good?"), NULL);
  g_autofree char *what = dup_what (swaps);

  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  /* Translators: %s is what is taken out */
                                  _("%s\n\nIt goes from the dossier and from all that was ever done in it,"
                                    " and this cannot be undone. A copy that was made before can no longer be"
                                    " merged."), what);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("Cancel"),
                                    "remove", _("Take Out"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "remove",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");

  return dialog;
}

/* What nothing reads may still say it. */
static const char *
get_heading (const CapRedactionOutcome *outcome,
             guint                      n_unread)
{
  if (!cap_redaction_outcome_is_clean (outcome))
    return _("Taken Out, Not Everywhere");

  return n_unread == 0 ? _("Taken Out Everywhere") : _("Taken Out of All That Can Be Searched");
}

GtkWidget *
cap_personal_proof_new (GtkWindow                 *parent,
                        const CapRedactionOutcome *outcome)
{
  g_autofree char *proof = cap_redaction_outcome_dup_proof (outcome);
  g_autoptr(GString) body = g_string_new (proof);
  g_autoptr(GPtrArray) unread = cap_personal_list_unread (outcome->documents);
  GtkWidget *dialog;

  for (guint i = 0; i < outcome->left->len && i < MAX_LEFT; i++)
    g_string_append_printf (body, "\n• %s", (const char *) g_ptr_array_index (outcome->left, i));
  if (unread->len > 0)
    {
      g_string_append (body, "\n\n");
      g_string_append_printf (body, ngettext ("No search reads %u file whole: open it to know what it says.",
                                              "No search reads %u files whole: open them to know what they"
                                              " say.",
                                              unread->len), unread->len);
    }
  if (outcome->n_documents > 0)
    {
      g_string_append (body, "\n\n");
      g_string_append_printf (body, ngettext ("The content of %u file is gone; its line stays.",
                                              "The content of %u files is gone; their lines stay.",
                                              outcome->n_documents), outcome->n_documents);
    }
  if (outcome->n_kept > 0)
    g_string_append_printf (body, "\n\n%s", _("The backups are kept, and still have it."));
  g_string_append_printf (body, "\n\n%s",
                          _("Copies that were given to others, or that are on another computer, are as"
                                            " they were."));

  dialog = adw_message_dialog_new (parent, get_heading (outcome, unread->len), body->str);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");

  return dialog;
}
