/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-audit-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* The abbreviations that a dossier d’audit really uses: those of the framework, of the grades of the
 * route, and those of the field that neither has.
 */
static const struct
{
  const char *term;
  const char *meaning;
} field_terms[] = {
  { "IAF", N_("International Accreditation Forum") },
  { "ISO", N_("International Organization for Standardization") },
  { "NC", N_("Nonconformity") },
  { "PDCA", N_("Plan, do, check, act") },
  { "PDF", N_("Portable Document Format") },
  { "SHA-256", N_("Secure Hash Algorithm on 256 bits: the fingerprint of a file") },
  { "SIRET", N_("Number of an establishment in the French register of businesses") },
  { "SMQ", N_("Quality management system") },
};

typedef struct
{
  char     *term;
  char     *meaning;
  gboolean  used;
  gboolean  read; /* its meaning, for abbreviations in its turn */
} Term;

/* A short form is at least two capitals: “critère” is a word, “AI” is not. */
static gboolean
is_abbreviation (const char *term)
{
  guint n_capitals = 0;

  for (const char *p = term; *p != '\0'; p = g_utf8_next_char (p))
    n_capitals += g_unichar_isupper (g_utf8_get_char (p)) != 0;

  return n_capitals >= 2;
}

static void
term_free (Term *term)
{
  g_free (term->term);
  g_free (term->meaning);
  g_free (term);
}

/* Of two meanings the first one counts. */
static void
add_term (GPtrArray  *terms,
          GHashTable *known,
          const char *text,
          const char *meaning)
{
  Term *term;

  if (text == NULL || meaning == NULL || !is_abbreviation (text) || g_hash_table_contains (known, text))
    return;

  term = g_new0 (Term, 1);
  term->term = g_strdup (text);
  term->meaning = g_strdup (meaning);
  g_ptr_array_add (terms, term);
  g_hash_table_add (known, term->term);
}

static int
compare_terms (gconstpointer a,
               gconstpointer b)
{
  return strcmp ((*(const Term * const *) a)->term, (*(const Term * const *) b)->term);
}

/* Only the short forms: what they stand for is not an abbreviation. The word of the framework comes
 * before the grade of an auditor.
 */
static GPtrArray *
list_terms (const CapAudit *self)
{
  const CapRoute *route = self->matrix != NULL ? self->matrix->route : NULL;
  const GPtrArray *glossary = self->report->framework->glossary;
  GPtrArray *terms = g_ptr_array_new_with_free_func ((GDestroyNotify) term_free);
  g_autoptr(GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < glossary->len; i++)
    {
      const CapGlossaryEntry *entry = g_ptr_array_index (glossary, i);

      add_term (terms, known, entry->term, entry->expansion != NULL ? entry->expansion : entry->text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (field_terms); i++)
    add_term (terms, known, field_terms[i].term, gettext (field_terms[i].meaning));
  for (guint i = 0; route != NULL && i < route->grades->len; i++)
    {
      const CapGrade *grade = g_ptr_array_index (route->grades, i);

      add_term (terms, known, cap_grade_get_code (grade), cap_grade_get_label (grade));
    }
  g_ptr_array_sort (terms, compare_terms);

  return terms;
}

static gboolean
is_word (const char *p)
{
  return g_unichar_isalnum (g_utf8_get_char (p));
}

/* A code is no word: “AI-2024-02” speaks of no agreement. */
static gboolean
ends_word (const char *p)
{
  return !is_word (p) && !(*p == '-' && g_ascii_isdigit (p[1]));
}

/* Marks the terms that start here, and returns where the word ends. */
static const char *
read_word (const GPtrArray *terms,
           const char      *p)
{
  const char *end = p;

  for (guint i = 0; g_ascii_isupper (*p) && i < terms->len; i++)
    {
      Term *term = g_ptr_array_index (terms, i);

      if (term->term[0] != *p || !g_str_has_prefix (p, term->term))
        continue;

      if (ends_word (p + strlen (term->term)))
        term->used = TRUE;
    }
  while (*end != '\0' && (is_word (end) || *end == '-'))
    end = g_utf8_next_char (end);

  return end;
}

/* One pass over a text: a document may be long. */
static void
read_text (const GPtrArray *terms,
           const char      *text)
{
  const char *p = text;

  while (*p != '\0')
    {
      if (g_ascii_isupper (*p) || is_word (p))
        p = read_word (terms, p);
      else
        p = g_utf8_next_char (p);
    }
}

static void
add_entries (CapAudit        *self,
             const GPtrArray *terms)
{
  const CapDocColumn columns[] = {
    { _("Abbreviation"), 92, CAP_PDF_ALIGN_LEFT },
    { _("What it means"), 0, CAP_PDF_ALIGN_LEFT },
  };
  gboolean started = FALSE;

  for (guint i = 0; i < terms->len; i++)
    {
      const Term *term = g_ptr_array_index (terms, i);
      g_autofree char *text = cap_report_dup_typography (term->meaning);

      if (!term->used)
        continue;

      if (!started)
        cap_doc_begin_table (self->slot, columns, G_N_ELEMENTS (columns));
      started = TRUE;
      cap_doc_begin_row (self->slot, NULL);
      cap_doc_add_cell (self->slot, NULL);
      cap_doc_add_run (self->slot, term->term, CAP_DOC_CODE, NULL);
      cap_doc_add_cell (self->slot, text);
    }
  if (started)
    return;

  cap_doc_add_text (self->slot, CAP_DOC_PARAGRAPH, NULL);
  cap_doc_add_run (self->slot, _("This document uses no abbreviation."), CAP_DOC_EMPHASIS, NULL);
}

/* Fills the place that was kept for them: all the rest is told. What they stand for may use others. */
void
cap_audit_add_abbreviations (CapAudit *self)
{
  g_autoptr(GPtrArray) terms = list_terms (self);
  g_autoptr(GPtrArray) texts = cap_doc_list_texts (self->doc);

  for (guint i = 0; i < texts->len; i++)
    read_text (terms, g_ptr_array_index (texts, i));
  for (guint i = 0; i < terms->len; i++)
    {
      Term *term = g_ptr_array_index (terms, i);

      if (!term->used || term->read)
        continue;

      term->read = TRUE;
      read_text (terms, term->meaning);
      i = G_MAXUINT; /* from the start again: what it uses may come before it */
    }

  cap_doc_add_heading (self->slot, 2, _("Abbreviations"), NULL);
  add_entries (self, terms);
}
