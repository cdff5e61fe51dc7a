/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/shell/cap-glossary-row.h"

#include <string.h>

#include "base/cap-text.h"
#include "ui/widgets/cap-glossary-label.h"

/* Where what is searched for was found: the lower, the better. */
typedef enum
{
  FOUND_IN_NAME,
  FOUND_IN_TEXT,
  FOUND_NOWHERE,
} Found;

/**
 * CapGlossaryRow:
 *
 * A word of the glossary and what it means. Takes the focus as a whole, so that
 * a screen reader says both.
 */
struct _CapGlossaryRow
{
  GtkListBoxRow  parent_instance;

  guint          rank;  /* among all the words */
  char          *names; /* the word and its other forms, folded, a space before each word */
  char          *words; /* the same with the explanation */
  Found          found;

  /* Template children */
  GtkLabel      *title;
  GtkLabel      *text;
};

G_DEFINE_FINAL_TYPE (CapGlossaryRow, cap_glossary_row, GTK_TYPE_LIST_BOX_ROW)

static void
append_folded (GString    *words,
               const char *text)
{
  g_autofree char *folded = text != NULL ? cap_text_fold (text) : NULL;

  if (folded != NULL)
    g_string_append_printf (words, " %s", folded);
}

static void
remember_words (CapGlossaryRow         *self,
                const CapGlossaryEntry *entry)
{
  GString *words = g_string_new (NULL);

  append_folded (words, entry->term);
  append_folded (words, entry->expansion);
  for (guint i = 0; entry->forms != NULL && entry->forms[i] != NULL; i++)
    append_folded (words, entry->forms[i]);
  self->names = g_strdup (words->str);

  append_folded (words, entry->text);
  self->words = g_string_free (words, FALSE);
}

static gboolean
has_all (const char         *words,
         const char * const *beginnings)
{
  for (guint i = 0; beginnings[i] != NULL; i++)
    {
      g_autofree char *beginning = g_strconcat (" ", beginnings[i], NULL);

      if (strstr (words, beginning) == NULL)
        return FALSE;
    }

  return TRUE;
}

static void
cap_glossary_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CAP_TYPE_GLOSSARY_ROW);

  G_OBJECT_CLASS (cap_glossary_row_parent_class)->dispose (object);
}

static void
cap_glossary_row_finalize (GObject *object)
{
  CapGlossaryRow *self = CAP_GLOSSARY_ROW (object);

  g_free (self->names);
  g_free (self->words);

  G_OBJECT_CLASS (cap_glossary_row_parent_class)->finalize (object);
}

static void
cap_glossary_row_class_init (CapGlossaryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_glossary_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_glossary_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-glossary-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CapGlossaryRow, title);
  gtk_widget_class_bind_template_child (widget_class, CapGlossaryRow, text);
}

static void
cap_glossary_row_init (CapGlossaryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cap_glossary_row_new:
 * @entry: a word, only read now
 * @rank: where it stands among the others
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
cap_glossary_row_new (const CapGlossaryEntry *entry,
                      guint                   rank)
{
  CapGlossaryRow *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (entry != NULL, NULL);

  self = g_object_new (CAP_TYPE_GLOSSARY_ROW, NULL);
  self->rank = rank;
  remember_words (self, entry);

  title = cap_glossary_label_dup_title (entry);
  gtk_label_set_markup (self->title, title);
  gtk_label_set_text (self->text, entry->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_text (self->title),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, entry->text,
                                  -1);

  return GTK_WIDGET (self);
}

/* Returns: whether the row has all of @words */
gboolean
cap_glossary_row_search (CapGlossaryRow     *self,
                         const char * const *words)
{
  g_return_val_if_fail (CAP_IS_GLOSSARY_ROW (self) && words != NULL, FALSE);

  if (has_all (self->names, words))
    self->found = FOUND_IN_NAME;
  else
    self->found = has_all (self->words, words) ? FOUND_IN_TEXT : FOUND_NOWHERE;

  return self->found != FOUND_NOWHERE;
}

/* The words themselves come before those that only mention what is searched for. */
int
cap_glossary_row_compare (CapGlossaryRow *self,
                          CapGlossaryRow *other)
{
  g_return_val_if_fail (CAP_IS_GLOSSARY_ROW (self) && CAP_IS_GLOSSARY_ROW (other), 0);

  if (self->found != other->found)
    return self->found < other->found ? -1 : 1;

  return self->rank < other->rank ? -1 : self->rank > other->rank;
}
