/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/widgets/cap-evidence-row.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "base/cap-number.h"
#include "ui/widgets/cap-tag.h"

char *
cap_evidence_dup_name (const CapEvidence *piece)
{
  g_autofree char *code = NULL;

  g_return_val_if_fail (piece != NULL, NULL);

  if (piece->number == 0)
    return g_strdup (piece->title);

  code = cap_evidence_dup_code (piece);

  return g_strdup_printf ("%s – %s", code, piece->title);
}

static void
append (GString    *text,
        const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static void
append_file (GString           *text,
             const CapEvidence *piece)
{
  const CapEvidenceFile *file = cap_evidence_get_file (piece);
  g_autofree char *size = cap_number_format_bytes (file->size);
  g_autofree char *version = NULL;

  append (text, file->name);
  append (text, size);
  if (piece->files->len < 2)
    return;

  /* Translators: the rank of the version of a file */
  version = g_strdup_printf (_("version %u"), piece->files->len);
  append (text, version);
}

char *
cap_evidence_dup_summary (const CapEvidence *piece)
{
  GString *text = g_string_new (NULL);
  g_autofree char *date = NULL;

  g_return_val_if_fail (piece != NULL, g_string_free (text, FALSE));

  if (piece->files->len > 0)
    append_file (text, piece);
  append (text, piece->reference);
  date = piece->date != NULL ? cap_date_format_long (piece->date) : NULL;
  append (text, date);

  return g_string_free (text, FALSE);
}

GtkWidget *
cap_evidence_new_tag (const CapEvidence *piece,
                      const char        *today)
{
  g_autofree char *text = NULL;
  CapExpiry expiry;

  g_return_val_if_fail (piece != NULL && today != NULL, NULL);

  if (piece->removed != NULL)
    return cap_tag_new (_("Taken out"), NULL);

  expiry = cap_evidence_get_expiry (piece, today);
  text = cap_evidence_dup_expiry (piece, today);
  if (text == NULL)
    return NULL;

  return cap_tag_new (text, expiry == CAP_EXPIRY_HOLDS ? NULL : "warning-tag");
}

/* Takes @name. */
static void
set_name (GtkWidget *button,
          char      *name)
{
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_free (name);
}

static GtkWidget *
new_open_button (const CapEvidence *piece)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-open-symbolic");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "piece.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", piece->id);
  /* Translators: the title of a piece of evidence */
  set_name (button, g_strdup_printf (_("Open “%s”"), piece->title));

  return button;
}

static void
append_entry (GMenu             *menu,
              const char        *label,
              const char        *action,
              const CapEvidence *piece)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", piece->id);
  g_menu_append_item (menu, item);
}

static GtkWidget *
new_menu_button (const CapEvidence *piece,
                 CapEvidenceOffer   offers)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr(GMenu) menu = g_menu_new ();

  append_entry (menu, _("New Version…"), "piece.renew", piece);
  append_entry (menu, _("Edit…"), "piece.edit", piece);
  if ((offers & CAP_EVIDENCE_OFFER_UNLINK) != 0)
    append_entry (menu, _("No Longer Serves Here"), "piece.unlink", piece);
  append_entry (menu, _("Take Out…"), "piece.take-out", piece);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  /* Translators: the title of a piece of evidence */
  set_name (button, g_strdup_printf (_("Menu of “%s”"), piece->title));

  return button;
}

/**
 * cap_evidence_row_new:
 * @piece: a piece of evidence
 * @today: ISO 8601
 * @offers: what can be done from it
 *
 * Returns: (transfer floating): a row that says what it is
 */
GtkWidget *
cap_evidence_row_new (const CapEvidence *piece,
                      const char        *today,
                      CapEvidenceOffer   offers)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = cap_evidence_dup_name (piece);
  g_autofree char *summary = cap_evidence_dup_summary (piece);
  GtkWidget *tag = cap_evidence_new_tag (piece, today);
  const gboolean opens = piece->files->len > 0 || cap_evidence_is_link (piece);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), summary);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  if (tag != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), tag);
  if (opens && (offers & CAP_EVIDENCE_OFFER_OPEN) != 0)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_open_button (piece));
  if ((offers & CAP_EVIDENCE_OFFER_CHANGE) != 0)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_menu_button (piece, offers));

  return row;
}
