/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/cap-glossary-label.h"

/* The words of a label that its framework explains: dotted, and explained where the pointer rests.
 * GtkLabel cannot be derived; what a label needs is in the closure of its signal. */

/* Returns: (nullable): what is said at a place of the text, in bytes */
static const CapGlossaryMatch *
find_match (const GArray *matches,
            gsize         place)
{
  for (guint i = 0; i < matches->len; i++)
    {
      const CapGlossaryMatch *match = &g_array_index (matches, CapGlossaryMatch, i);

      if (match->start <= place && place < match->end)
        return match;
    }

  return NULL;
}

/* Returns: the place of the text under the pointer, in bytes; -1 beside the text */
static int
find_place (GtkLabel *label,
            int       x,
            int       y)
{
  int left;
  int top;
  int place;

  gtk_label_get_layout_offsets (label, &left, &top);

  return pango_layout_xy_to_index (gtk_label_get_layout (label), (x - left) * PANGO_SCALE,
                                   (y - top) * PANGO_SCALE, &place, NULL) ? place : -1;
}

/* Where the word is, on the line of the pointer: as long as it stays there, the explanation stays. */
static GdkRectangle
get_area (GtkLabel               *label,
          const CapGlossaryMatch *match,
          int                     place)
{
  PangoLayout *layout = gtk_label_get_layout (label);
  const char *text = pango_layout_get_text (layout);
  PangoRectangle first;
  PangoRectangle here;
  PangoRectangle last;
  int left;
  int top;

  gtk_label_get_layout_offsets (label, &left, &top);
  pango_layout_index_to_pos (layout, place, &here);
  pango_layout_index_to_pos (layout, (int) match->start, &first);
  pango_layout_index_to_pos (layout, (int) (g_utf8_prev_char (text + match->end) - text), &last);

  if (first.y != here.y)
    first = here;
  if (last.y != here.y)
    last = here;
  first.width = last.x + last.width - first.x;
  pango_extents_to_pixels (&first, NULL);

  return (GdkRectangle) { left + first.x, top + first.y, first.width, first.height };
}

static gboolean
tooltip_queried_cb (GtkLabel     *label,
                    int           x,
                    int           y,
                    gboolean      keyboard,
                    GtkTooltip   *tooltip,
                    CapFramework *framework)
{
  int place = keyboard ? -1 : find_place (label, x, y);
  g_autoptr(GArray) matches = NULL;
  const CapGlossaryMatch *match;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  g_autofree char *explanation = NULL;
  GdkRectangle area;

  if (place < 0)
    return FALSE;

  matches = cap_glossary_find_matches (cap_framework_get_glossary (framework), gtk_label_get_text (label));
  match = find_match (matches, (gsize) place);
  if (match == NULL)
    return FALSE;

  title = cap_glossary_label_dup_title (match->entry);
  text = g_markup_escape_text (match->entry->text, -1);
  explanation = g_strdup_printf ("%s\n%s", title, text);
  area = get_area (label, match, place);
  gtk_tooltip_set_markup (tooltip, explanation);
  gtk_tooltip_set_tip_area (tooltip, &area);

  return TRUE;
}

static void
framework_released_cb (gpointer  framework,
                       GClosure *closure)
{
  cap_framework_unref (framework);
}

/* Without a colour of its own, the line has the contrast of the text, by day and by night; GTK draws the
 * underline of errors as dots. */
static void
mark (GtkLabel     *label,
      const GArray *matches)
{
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  for (guint i = 0; i < matches->len; i++)
    {
      const CapGlossaryMatch *match = &g_array_index (matches, CapGlossaryMatch, i);
      PangoAttribute *dots = pango_attr_underline_new (PANGO_UNDERLINE_ERROR);

      dots->start_index = (guint) match->start;
      dots->end_index = (guint) match->end;
      pango_attr_list_insert (attributes, dots);
    }

  gtk_label_set_attributes (label, matches->len > 0 ? attributes : NULL);
}

/**
 * cap_glossary_label_set_text:
 * @label: a label, whose attributes and tooltip this takes over
 * @text: what it says
 * @framework: the framework whose words @text uses
 *
 * Does as gtk_label_set_text() does, and marks the words that the glossary of
 * @framework explains: the explanation comes under the pointer. On the keyboard
 * it is in the window of the glossary.
 */
void
cap_glossary_label_set_text (GtkLabel           *label,
                             const char         *text,
                             const CapFramework *framework)
{
  g_autoptr(GArray) matches = NULL;

  g_return_if_fail (GTK_IS_LABEL (label) && text != NULL && framework != NULL);

  matches = cap_glossary_find_matches (cap_framework_get_glossary (framework), text);
  g_signal_handlers_disconnect_matched (label, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, tooltip_queried_cb, NULL);
  gtk_label_set_text (label, text);
  mark (label, matches);
  gtk_widget_set_has_tooltip (GTK_WIDGET (label), matches->len > 0);
  if (matches->len > 0)
    g_signal_connect_data (label, "query-tooltip", G_CALLBACK (tooltip_queried_cb),
                           cap_framework_ref ((CapFramework *) framework), framework_released_cb, 0);
}

char *
cap_glossary_label_dup_title (const CapGlossaryEntry *entry)
{
  g_return_val_if_fail (entry != NULL, NULL);

  if (entry->expansion == NULL)
    return g_markup_printf_escaped ("<b>%s</b>", entry->term);

  return g_markup_printf_escaped ("<b>%s</b> – %s", entry->term, entry->expansion);
}
