/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/shell/cap-guarantees-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-locale.h"

/* The text is Markdown with a title, headings, paragraphs and quotes only, and a blank line between them.
 * What is quoted says how the paragraph before it is tested. */
#define TITLE   "# "
#define HEADING "## "
#define QUOTE   "> "

static char *
load_text (void)
{
  g_autofree char *path = g_strdup_printf ("/org/coorace/CapCedre/manual/guarantees.%s.md",
                                           g_str_equal (cap_locale_get_language (), "en") ? "en" : "fr");
  g_autoptr(GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize size;
  const char *data;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);

  return g_strndup (data, size);
}

static GtkWidget *
new_label (const char        *text,
           GtkAccessibleRole  role,
           const char        *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", text,
                                   "wrap", TRUE,
                                   "xalign", 0.0,
                                   "accessible-role", role,
                                   NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
new_block (const char *block)
{
  GtkWidget *label;

  if (g_str_has_prefix (block, QUOTE))
    return new_label (block + strlen (QUOTE), GTK_ACCESSIBLE_ROLE_LABEL, "row-detail");
  if (!g_str_has_prefix (block, HEADING))
    return new_label (block, GTK_ACCESSIBLE_ROLE_LABEL, NULL);

  label = new_label (block + strlen (HEADING), GTK_ACCESSIBLE_ROLE_HEADING, "title-4");
  gtk_widget_set_margin_top (label, 12);

  return label;
}

static GtkWidget *
new_page (const char *text)
{
  g_auto(GStrv) blocks = g_strsplit (text, "\n\n", -1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_widget_add_css_class (box, "page");
  for (guint i = 0; blocks[i] != NULL; i++)
    {
      const char *block = g_strstrip (blocks[i]);

      if (!g_str_has_prefix (block, TITLE)) /* that of the window */
        gtk_box_append (GTK_BOX (box), new_block (block));
    }

  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_set_focusable (scrolled, TRUE); /* arrows and pages read on */

  return scrolled;
}

static void
add_keys (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcut *close = gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Escape|<Control>w"),
                                         gtk_named_action_new ("window.close"));

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), close);
  gtk_widget_add_controller (window, keys);
}

/**
 * cap_guarantees_window_new:
 * @parent: (nullable): the window of the dossier
 *
 * Returns: (transfer none): a window of its own, not shown yet
 */
GtkWidget *
cap_guarantees_window_new (GtkWindow *parent)
{
  g_autofree char *text = load_text ();
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW,
                                    "title", _("What Protects Your Work"),
                                    "transient-for", parent,
                                    "modal", TRUE,
                                    "default-width", 720,
                                    "default-height", 680,
                                    NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), new_page (text));
  adw_window_set_content (ADW_WINDOW (window), box);
  add_keys (window);

  return window;
}
