/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/past/cap-journal-row.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"

#define N_SHOWN 6 /* changes; the others are counted */

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static char *
dup_sentence (const CapJournalChange *change)
{
  if (change->before == NULL)
    /* Translators: what changed, what it is now */
    return g_strdup_printf (_("%1$s: %2$s"), change->what, change->after);
  if (change->after == NULL)
    /* Translators: what changed, what it was */
    return g_strdup_printf (_("%1$s: %2$s → nothing"), change->what, change->before);

  /* Translators: what changed, what it was, what it is now */
  return g_strdup_printf (_("%1$s: %2$s → %3$s"), change->what, change->before, change->after);
}

static void
add_changes (GtkBox                *box,
             const CapJournalEntry *entry,
             GString               *name)
{
  const guint n_shown = MIN (entry->changes->len, N_SHOWN);
  const guint n_rest = entry->changes->len - n_shown + entry->n_more;

  for (guint i = 0; i < n_shown; i++)
    {
      g_autofree char *sentence = dup_sentence (g_ptr_array_index (entry->changes, i));

      gtk_box_append (box, new_label (sentence, NULL));
      g_string_append_printf (name, "\n%s", sentence);
    }
  if (n_rest > 0)
    {
      g_autofree char *rest = NULL;

      rest = g_strdup_printf (ngettext ("and %u other change", "and %u other changes", n_rest), n_rest);
      gtk_box_append (box, new_label (rest, "row-detail"));
      g_string_append_printf (name, "\n%s", rest);
    }
}

/* Before the line, not after it: people look at what was changed and want what was there. */
static void
add_bring_back (GMenu                 *menu,
                const CapJournalEntry *entry,
                const char            *object,
                const char            *name)
{
  /* Translators: %s is one thing of the dossier, as “Answer A1.2” */
  g_autofree char *label = g_strdup_printf (_("Make “%s” What It Was Before"), name);
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "past.bring-back", "(xss)", entry->sequence - 1, object, name);
  g_menu_append_item (menu, item);
}

/* What can be done with the moment just after the line. */
static GtkWidget *
new_menu_button (const CapJournalEntry *entry,
                 const char            *heading,
                 const char            *object,
                 const char            *object_name)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenuItem) look = g_menu_item_new (_("Look at the Dossier at That Moment"), NULL);
  g_autoptr(GMenuItem) back = g_menu_item_new (_("Return to That Moment…"), NULL);
  g_autofree char *name = g_strdup_printf (_("What can be done with “%s”"), heading);
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_item_set_action_and_target (look, "past.look", "(xs)", entry->sequence, heading);
  g_menu_item_set_action_and_target (back, "past.return", "(xs)", entry->sequence, heading);
  g_menu_append_item (menu, look);
  g_menu_append_item (menu, back);
  if (object != NULL && entry->sequence > 1)
    add_bring_back (menu, entry, object, object_name);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("This moment"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

GtkWidget *
cap_journal_row_new (const CapJournalEntry *entry,
                     const char            *object,
                     const char            *object_name)
{
  g_autofree char *label = cap_journal_entry_dup_label (entry);
  g_autofree char *made = cap_date_format_made (entry->made_at, entry->author);
  g_autoptr(GString) name = g_string_new (label);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *across = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  g_string_append_printf (name, "\n%s", made);
  gtk_widget_add_css_class (across, "plan-row");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), new_label (label, "heading"));
  gtk_box_append (GTK_BOX (box), new_label (made, "row-detail"));
  add_changes (GTK_BOX (box), entry, name);
  gtk_box_append (GTK_BOX (across), box);
  gtk_box_append (GTK_BOX (across), new_menu_button (entry, label, object, object_name));

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), across);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);

  return row;
}
