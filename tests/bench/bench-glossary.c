/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the words of the glossary take to find in all that the criteria of CAP say, beside a plain
 * reading of the same characters.
 */

#include <string.h>

#include "exchange/cap-framework-json.h"

#define N_RUNS 20

static void
add_all (GPtrArray          *texts,
         const char * const *more)
{
  for (guint i = 0; more != NULL && more[i] != NULL; i++)
    g_ptr_array_add (texts, (gpointer) more[i]);
}

static GPtrArray *
list_texts (const CapFramework *framework)
{
  GPtrArray *texts = g_ptr_array_new ();

  for (guint i = 0; i < framework->criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (framework->criteria, i);
      const char *plain[] = { criterion->label, criterion->question, criterion->why, criterion->service_when,
                              criterion->plain_question, NULL };

      for (guint j = 0; j < criterion->steps->len; j++)
        g_ptr_array_add (texts, ((CapNextStep *) g_ptr_array_index (criterion->steps, j))->title);
      add_all (texts, plain);
      add_all (texts, (const char * const *) criterion->descriptors);
      add_all (texts, (const char * const *) criterion->evidence);
      add_all (texts, (const char * const *) criterion->plain_answers);
    }

  return texts;
}

/* What any search has to do: look at each character once, and know whether it is a letter. */
static guint
read_plainly (const GPtrArray *texts)
{
  guint n_letters = 0;

  for (guint i = 0; i < texts->len; i++)
    for (const char *p = g_ptr_array_index (texts, i); *p != '\0'; p = g_utf8_next_char (p))
      n_letters += g_unichar_isalnum (g_utf8_get_char (p));

  return n_letters;
}

static guint
find_all (const CapFramework *framework,
          const GPtrArray    *texts)
{
  guint n_found = 0;

  for (guint i = 0; i < texts->len; i++)
    {
      g_autoptr(GArray) matches = cap_glossary_find_matches (cap_framework_get_glossary (framework),
                                                             g_ptr_array_index (texts, i));

      n_found += matches->len;
    }

  return n_found;
}

static gint64
time_index (const CapFramework *framework)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr(CapGlossary) glossary = cap_glossary_new (framework->glossary);

  g_assert_nonnull (glossary);

  return g_get_monotonic_time () - start;
}

int
main (void)
{
  g_autoptr(CapFramework) framework = cap_framework_json_load_default ();
  g_autoptr(GPtrArray) texts = list_texts (framework);
  g_autoptr(GPtrArray) used = cap_glossary_list_used (cap_framework_get_glossary (framework),
                                                      (const char * const *) texts->pdata, texts->len);
  gint64 best_index = G_MAXINT64, best_found = G_MAXINT64, best_read = G_MAXINT64;
  guint n_found = 0, n_letters = 0;
  gsize n_bytes = 0;

  for (guint i = 0; i < texts->len; i++)
    n_bytes += strlen (g_ptr_array_index (texts, i));

  for (guint run = 0; run < N_RUNS; run++)
    {
      gint64 start = g_get_monotonic_time ();

      n_letters = read_plainly (texts);
      best_read = MIN (best_read, g_get_monotonic_time () - start);
      start = g_get_monotonic_time ();
      n_found = find_all (framework, texts);
      best_found = MIN (best_found, g_get_monotonic_time () - start);
      best_index = MIN (best_index, time_index (framework));
    }

  g_print ("%u texts, %" G_GSIZE_FORMAT " bytes, %u letters: %u words found, %u of %u entries used\n",
           texts->len, n_bytes, n_letters, n_found, used->len, framework->glossary->len);
  g_print ("index %.2f ms, search %.1f ms (%.1f MB/s), reading %.1f ms\n",
           (double) best_index / 1000, (double) best_found / 1000,
           (double) n_bytes / (double) best_found, (double) best_read / 1000);

  return 0;
}
