/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-ciso-read.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-date.h"
#include "exchange/cap-ciso-private.h"
#include "exchange/cap-framework-json.h"

#define MAX_FAULTS 1000
#define MAX_NUMBER 1000000
#define MAX_NOTICE 1000 /* characters of what the library says of itself */
#define MAX_ID 60
#define MAX_VERSION 40
#define DEFAULT_LOCALE "en"

void
cap_ciso_add_fault (CapCiso    *self,
                    guint       line,
                    const char *sentence)
{
  if (self->faults->len < MAX_FAULTS)
    /* Translators: %1$u is the number of a line, %2$s a sentence */
    g_ptr_array_add (self->faults, g_strdup_printf (_("line %1$u: %2$s"), line, sentence));
}

/* What is wrong with that entry of the result is wrong with @entry. */
void
cap_ciso_note_line (CapCiso       *self,
                    const CapYaml *entry,
                    const char    *format,
                    ...)
{
  va_list arguments;

  if (entry == NULL)
    return;

  va_start (arguments, format);
  g_hash_table_insert (self->lines, g_strdup_vprintf (format, arguments), GUINT_TO_POINTER (entry->line));
  va_end (arguments);
}

/* Returns: whether @value is set; a text that is no whole number is a fault. */
gboolean
cap_ciso_read_int (CapCiso       *self,
                   const CapYaml *entry,
                   const char    *name,
                   int           *value)
{
  const CapYaml *item = cap_yaml_get (entry, name);
  const char *text = cap_yaml_as_text (item);
  g_autofree char *sentence = NULL;
  gint64 number;

  if (item == NULL)
    return FALSE;

  if (text != NULL && g_ascii_string_to_signed (text, 10, -MAX_NUMBER, MAX_NUMBER, &number, NULL))
    {
      *value = (int) number;
      return TRUE;
    }

  /* Translators: %s is the name of an entry of a file */
  sentence = g_strdup_printf (_("a whole number is expected: “%s”"), name);
  cap_ciso_add_fault (self, item->line, sentence);

  return FALSE;
}

/* Returns: (nullable): the framework; the first one of several */
static const CapYaml *
find_framework (CapCiso       *self,
                const CapYaml *objects)
{
  const CapYaml *found = cap_yaml_get (objects, "frameworks");

  if (found == NULL)
    found = cap_yaml_get (objects, "framework");
  if (found == NULL || found->kind != CAP_YAML_LIST)
    {
      self->n_frameworks = 1;
      return found;
    }
  self->n_frameworks = found->items->len;

  return cap_yaml_get_item (found, 0);
}

/* The name under which the file has @language, if it does for half of the requirements. */
static const char *
choose_language (const CapCiso *self,
                 const char    *language)
{
  const CapYaml *nodes = cap_yaml_get (self->framework, "requirement_nodes");
  const char *chosen = NULL;
  guint n = 0;
  guint n_translated = 0;

  if (cap_ciso_same_language (self->locale, language))
    return self->locale;

  for (guint i = 0; i < cap_yaml_get_length (nodes); i++)
    {
      const CapYaml *node = cap_yaml_get_item (nodes, i);
      const CapYaml *translations = cap_yaml_get (node, "translations");
      gboolean translated = FALSE;

      if (g_strcmp0 (cap_yaml_get_text (node, "assessable"), "true") != 0)
        continue;
      for (guint j = 0; j < cap_yaml_get_length (translations) && !translated; j++)
        {
          const char *name = cap_yaml_get_name (translations, j);

          translated = name != NULL && cap_ciso_same_language (name, language) &&
                       (chosen == NULL || g_str_equal (chosen, name)) &&
                       cap_yaml_get_length (cap_yaml_get_item (translations, j)) > 0;
          chosen = translated ? name : chosen;
        }
      n++;
      n_translated += translated;
    }

  return n_translated > 0 && 2 * n_translated >= n ? chosen : self->locale;
}

static char *
read_id (const CapCiso *self)
{
  const char *name = cap_yaml_get_text (self->framework, "ref_id");
  g_autofree char *ascii = NULL;
  g_autoptr(GString) id = g_string_new (NULL);

  if (name == NULL)
    name = cap_ciso_urn_end (cap_yaml_get_text (self->framework, "urn"));
  if (name == NULL)
    name = cap_yaml_get_text (self->library, "ref_id");
  ascii = g_str_to_ascii (name != NULL ? name : "", "C");

  for (const char *c = ascii; *c != '\0' && id->len < MAX_ID; c++)
    {
      if (g_ascii_isalnum (*c))
        g_string_append_c (id, g_ascii_tolower (*c));
      else if (id->len > 0 && id->str[id->len - 1] != '-')
        g_string_append_c (id, '-');
    }
  if (id->len > 0 && id->str[id->len - 1] == '-')
    g_string_truncate (id, id->len - 1);
  if (id->len == 0 || !g_ascii_isalpha (*id->str))
    g_string_prepend (id, id->len == 0 ? "framework" : "f-");

  return g_strdup (id->str);
}

/* The day of publication, if it is one; a YAML date may have a time behind it. */
static char *
read_date (const CapCiso *self)
{
  const char *text = cap_yaml_get_text (self->library, "publication_date");
  g_autofree char *date = text != NULL ? g_strndup (text, 10) : NULL;

  return date != NULL && cap_date_is_valid (date) ? g_steal_pointer (&date) : NULL;
}

/* Files that the program writes have 202403 for 2024.3, as numbers must grow. */
static gboolean
has_year (const char *number)
{
  return strlen (number) == 6 && (g_str_has_prefix (number, "19") || g_str_has_prefix (number, "20")) &&
         !g_str_has_suffix (number, "00");
}

/* “2024.3”, or the number alone when nobody says the year. */
static char *
read_version (const CapCiso *self,
              const char    *date)
{
  const char *text = cap_yaml_get_text (self->library, "version");
  g_autofree char *word = cap_ciso_dup_word (text != NULL ? text : "1");
  const char *version = word != NULL && strlen (word) <= MAX_VERSION ? word : "1";

  if (strspn (version, G_CSET_DIGITS) != strlen (version))
    return g_strdup (version);
  if (has_year (version))
    return g_strdup_printf ("%.4s.%s", version, version + (version[4] == '0' ? 5 : 4));

  return date != NULL ? g_strdup_printf ("%.4s.%s", date, version) : g_strdup (version);
}

static void
append_sentence (GString *notice,
                 char    *sentence)
{
  g_string_append_printf (notice, "%s%s", notice->len > 0 ? "\n" : "", g_strchomp (sentence));
  g_free (sentence);
}

static void
append_count (GString    *notice,
              const char *sentence,
              guint       n)
{
  g_autofree char *number = g_strdup_printf ("%u", n);

  append_sentence (notice, cap_ciso_fill (sentence, number, NULL));
}

/* What was not taken over as it was. */
static void
append_remarks (const CapCiso      *self,
                const CapCisoWords *words,
                GString            *notice)
{
  const GPtrArray *levels = self->result->levels;

  if (self->n_frameworks > 1)
    append_count (notice, words->first_of, self->n_frameworks);
  if (self->scaled || ((const CapLevel *) g_ptr_array_index (levels, 0))->number != self->score_min)
    {
      g_autofree char *least = g_strdup_printf ("%d", self->score_min);
      g_autofree char *greatest = g_strdup_printf ("%d", self->score_max);
      g_autofree char *n_levels = g_strdup_printf ("%u", levels->len);

      append_sentence (notice, cap_ciso_fill (words->scale, least, greatest, n_levels, NULL));
    }
  if (self->n_left_out > 0)
    append_count (notice, words->left_out, self->n_left_out);
  if (self->n_shortened > 0)
    append_count (notice, words->shortened, self->n_shortened);
}

static const char *
find_description (const CapCiso *self,
                  const char    *language)
{
  const char *description = cap_ciso_find_text (self, self->framework, "description", language);

  if (description == NULL)
    description = cap_ciso_find_text (self, self->library, "description", language);

  return description;
}

/* @language: (nullable): %NULL for the main one */
static char *
compose_notice (CapCiso    *self,
                const char *language)
{
  const CapCisoWords *words = language != NULL ? cap_ciso_words_get (language) : self->words;
  const char *description = find_description (self, language);
  const char *provider = cap_yaml_get_text (self->library, "provider");
  const char *copyright = cap_ciso_find_text (self, self->library, "copyright", language);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *start = NULL;
  GString *notice;

  if (copyright == NULL)
    copyright = cap_yaml_get_text (self->library, "copyright");
  if (description != NULL)
    append_sentence (text, g_strdup (description));
  if (provider != NULL)
    append_sentence (text, cap_ciso_fill (words->provider, provider, NULL));
  if (copyright != NULL)
    append_sentence (text, cap_ciso_fill (words->copyright, copyright, NULL));
  start = cap_ciso_dup_start (text->str, MAX_NOTICE);

  notice = g_string_new (start);
  append_sentence (notice, g_strdup (words->imported));
  append_remarks (self, words, notice);

  return g_string_free (notice, FALSE);
}

static char *
read_title (const CapCiso *self,
            const char    *language)
{
  const char *name = cap_ciso_find_text (self, self->framework, "name", language);

  if (name == NULL)
    name = cap_ciso_find_text (self, self->library, "name", language);
  if (name == NULL && language == NULL)
    name = self->result->id;

  return name != NULL ? cap_ciso_dup_line (name) : NULL;
}

static void
translate_heading (CapCiso *self)
{
  CapFramework *result = self->result;
  g_autoptr(GPtrArray) languages = cap_ciso_list_languages (self, self->framework);
  g_autoptr(GPtrArray) others = cap_ciso_list_languages (self, self->library);

  for (guint i = 0; i < others->len; i++)
    {
      if (!g_ptr_array_find_with_equal_func (languages, g_ptr_array_index (others, i), g_str_equal, NULL))
        g_ptr_array_add (languages, g_ptr_array_index (others, i));
    }

  for (guint i = 0; i < languages->len; i++)
    {
      const char *language = g_ptr_array_index (languages, i);
      g_autofree char *title = read_title (self, language);
      g_autofree char *notice =
        find_description (self, language) != NULL ? compose_notice (self, language) : NULL;

      cap_ciso_translate (&result->translations, language, "title", title, result->title);
      cap_ciso_translate (&result->translations, language, "notice", notice, result->notice);
    }
}

/* Last, as the notice says what was not taken over. */
static void
read_heading (CapCiso *self)
{
  CapFramework *result = self->result;

  result->id = read_id (self);
  result->valid_from = read_date (self);
  result->version = read_version (self, result->valid_from);
  result->language = g_strdup (self->language);
  result->title = read_title (self, NULL);
  result->notice = compose_notice (self, NULL);
  translate_heading (self);
  for (int i = 0; i < (int) G_N_ELEMENTS (self->words->bands); i++)
    g_ptr_array_add (result->bands, cap_band_new (25 * i, self->words->bands[i]));
}

/* The reference controls and the threats that the library itself defines. */
static void
index_references (CapCiso       *self,
                  const CapYaml *list)
{
  for (guint i = 0; i < cap_yaml_get_length (list); i++)
    {
      const CapYaml *entry = cap_yaml_get_item (list, i);
      const char *urn = cap_yaml_get_text (entry, "urn");

      if (urn != NULL)
        g_hash_table_insert (self->references, g_ascii_strdown (urn, -1), (gpointer) entry);
    }
}

/* The line of the longest part of a JSON pointer that came from somewhere in the file. */
static guint
find_line (const CapCiso *self,
           const char    *pointer)
{
  g_autofree char *path = g_strdup (pointer);
  char *slash;

  while ((slash = strrchr (path, '/')) != NULL)
    {
      guint line = GPOINTER_TO_UINT (g_hash_table_lookup (self->lines, path));

      if (line > 0)
        return line;
      *slash = '\0';
    }

  return self->framework->line;
}

/* One validation for all: what was built is checked as any framework file is. */
static void
check_result (CapCiso       *self,
              CapFramework **framework)
{
  g_autoptr(GBytes) json = cap_framework_json_write (self->result);
  g_autoptr(GPtrArray) faults = cap_framework_json_check (json, framework);

  for (guint i = 0; i < faults->len; i++)
    {
      g_auto(GStrv) parts = g_strsplit (g_ptr_array_index (faults, i), ": ", 2);

      cap_ciso_add_fault (self, find_line (self, parts[0]), parts[1] != NULL ? parts[1] : parts[0]);
    }
}

static void
read_framework (CapCiso       *self,
                const CapYaml *objects,
                const char    *language,
                CapFramework **framework)
{
  const char *locale = cap_yaml_get_text (self->library, "locale");

  if (cap_yaml_get_length (cap_yaml_get (self->framework, "requirement_nodes")) == 0)
    {
      cap_ciso_add_fault (self, self->framework->line,
                          _("this framework has no requirement: “requirement_nodes”"));
      return;
    }

  self->locale = locale != NULL && cap_ciso_is_language (locale) ? locale : DEFAULT_LOCALE;
  self->language = choose_language (self, language);
  self->words = cap_ciso_words_get (self->language);
  index_references (self, cap_yaml_get (objects, "reference_controls"));
  index_references (self, cap_yaml_get (objects, "threats"));

  cap_ciso_read_scale (self);
  if (self->faults->len == 0)
    cap_ciso_read_groups (self);
  if (self->faults->len == 0)
    cap_ciso_read_nodes (self);
  if (self->faults->len > 0)
    return;

  read_heading (self);
  check_result (self, framework);
}

static void
read_library (CapCiso       *self,
              const char    *language,
              CapFramework **framework)
{
  const CapYaml *objects = cap_yaml_get (self->library, "objects");

  if (objects == NULL || objects->kind != CAP_YAML_MAP)
    {
      cap_ciso_add_fault (self, self->library->line, _("this is not a CISO Assistant library: “objects”"));
      return;
    }

  self->framework = find_framework (self, objects);
  if (self->framework == NULL)
    g_ptr_array_add (self->faults, cap_ciso_dup_refusal (objects));
  else
    read_framework (self, objects, language, framework);
}

/**
 * cap_framework_ciso_read:
 * @source: what should be a CISO Assistant library
 * @language: the language of the user, as “fr”
 * @framework: (out) (nullable): the framework, when there is no fault; its
 *   source is its text as a framework file of ours
 *
 * Returns: (transfer full) (element-type utf8): every fault, as
 *   “line 12: sentence”, in the user’s language; a sentence alone says what
 *   a library without framework holds
 */
GPtrArray *
cap_framework_ciso_read (GBytes        *source,
                         const char    *language,
                         CapFramework **framework)
{
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) group_sets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) references = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(CapFramework) result = cap_framework_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(CapYaml) library = NULL;
  CapCiso ciso = {
    .result = result,
    .faults = faults,
    .lines = lines,
    .groups = groups,
    .group_sets = group_sets,
    .references = references,
  };

  g_return_val_if_fail (source != NULL && language != NULL && framework != NULL, NULL);

  *framework = NULL;
  library = cap_yaml_read (source, &error);
  ciso.library = library;
  if (library != NULL)
    read_library (&ciso, language, framework);
  else
    g_ptr_array_add (faults, g_strdup (error->message));

  return g_steal_pointer (&faults);
}
