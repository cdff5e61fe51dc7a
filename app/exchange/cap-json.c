/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-json-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-date.h"
#include "base/cap-text.h"
#include "exchange/cap-json-scan-private.h"

#define MAX_TEXT 20000
#define MAX_FAULTS 1000
#define MAX_SIZE (16 * 1024 * 1024)
#define MAX_DEPTH 64 /* the parser recurses: a hostile text must not reach its stack */

void
cap_json_reader_init (CapJsonReader *self)
{
  g_return_if_fail (self != NULL);

  self->faults = g_ptr_array_new_with_free_func (g_free);
  self->path = g_string_new (NULL);
  self->incomplete = FALSE;
  self->stopped = FALSE;
}

void
cap_json_reader_clear (CapJsonReader *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->faults, g_ptr_array_unref);
  if (self->path != NULL)
    g_string_free (self->path, TRUE);
  self->path = NULL;
}

/**
 * cap_json_reader_add_fault:
 * @member: (nullable): the entry at fault below the present place
 * @sentence: what is wrong, in the user’s language
 */
void
cap_json_reader_add_fault (CapJsonReader *self,
                           const char    *member,
                           const char    *sentence)
{
  g_return_if_fail (self != NULL && sentence != NULL);

  /* A thousand faults are enough to know. */
  if (self->faults->len >= MAX_FAULTS)
    {
      self->stopped = TRUE;
      return;
    }

  g_ptr_array_add (self->faults,
                   g_strconcat (self->path->str, member != NULL || self->path->len == 0 ? "/" : "",
                                member != NULL ? member : "", ": ", sentence, NULL));
}

static void
add_line_fault (CapJsonReader *self,
                guint          line,
                const char    *sentence)
{
  /* Translators: %1$u is the number of a line, %2$s a sentence */
  g_autofree char *located = g_strdup_printf (_("line %1$u: %2$s"), line, sentence);

  cap_json_reader_add_fault (self, NULL, located);
}

/* What is neither JSON nor shallow stops here. */
static gboolean
scan (CapJsonReader *self,
      const char    *text,
      gsize          size)
{
  const char *at = NULL;

  switch (cap_json_scan (text, size, MAX_DEPTH, &at))
    {
    case CAP_JSON_SCAN_BROKEN:
      add_line_fault (self, cap_text_count_lines (text, at), _("this is not JSON"));
      return FALSE;

    case CAP_JSON_SCAN_DEEP:
      add_line_fault (self, cap_text_count_lines (text, at), _("too many lists inside one another"));
      return FALSE;

    case CAP_JSON_SCAN_SOUND:
    default:
      return TRUE;
    }
}

static gboolean
check_text (CapJsonReader *self,
            const char    *text,
            gsize          size)
{
  const char *end = text;

  if (size > MAX_SIZE)
    {
      cap_json_reader_add_fault (self, NULL, _("the file is far too big"));
      return FALSE;
    }

  if (size == 0)
    {
      cap_json_reader_add_fault (self, NULL, _("the file is empty"));
      return FALSE;
    }

  if (!g_utf8_validate (text, (gssize) size, &end))
    {
      add_line_fault (self, cap_text_count_lines (text, end), _("this is not UTF-8 text"));
      return FALSE;
    }

  return scan (self, text, size);
}

/* The parser only knows the line as long as it reads. */
static void
note_line_cb (JsonParser   *parser,
              const GError *error,
              guint        *line)
{
  *line = json_parser_get_current_line (parser);
}

/**
 * cap_json_reader_parse:
 * @source: what should be JSON, perhaps with a byte order mark
 *
 * Returns: (transfer full) (nullable): the root, which holds an object; %NULL,
 *   with its fault, when there is none
 */
JsonNode *
cap_json_reader_parse (CapJsonReader *self,
                       GBytes        *source)
{
  g_autoptr(JsonParser) parser = NULL;
  JsonNode *root;
  const char *text;
  gsize size;
  guint line = 0;

  g_return_val_if_fail (self != NULL && source != NULL, NULL);

  text = g_bytes_get_data (source, &size);
  if (size >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      size -= 3;
    }

  if (!check_text (self, text, size))
    return NULL;

  parser = json_parser_new_immutable ();
  g_signal_connect (parser, "error", G_CALLBACK (note_line_cb), &line);
  if (!json_parser_load_from_data (parser, text, (gssize) size, NULL))
    {
      add_line_fault (self, MAX (line, 1), _("this is not JSON"));
      return NULL;
    }

  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      cap_json_reader_add_fault (self, NULL, _("an object is expected: { … }"));
      return NULL;
    }

  return json_node_ref (root);
}

/* NULL, with its fault, when it is not there. */
static JsonNode *
find_member (CapJsonReader *self,
             JsonObject    *object,
             const char    *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL)
    cap_json_reader_add_fault (self, member, _("this entry is missing"));

  return node;
}

static gboolean
is_of_type (JsonNode *node,
            GType     type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

static JsonArray *
find_array (CapJsonReader *self,
            JsonObject    *object,
            const char    *member,
            guint          minimum)
{
  JsonNode *node = find_member (self, object, member);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    {
      if (json_array_get_length (json_node_get_array (node)) >= minimum)
        return json_node_get_array (node);
      cap_json_reader_add_fault (self, member, _("there are too few entries in this list"));
    }
  else if (node != NULL)
    {
      cap_json_reader_add_fault (self, member, _("a list is expected: [ … ]"));
    }
  self->incomplete = TRUE;

  return NULL;
}

/* The file is beyond what anybody means: what follows is not even looked at. */
void
cap_json_reader_stop (CapJsonReader *self,
                      const char    *sentence)
{
  g_return_if_fail (self != NULL && sentence != NULL);

  cap_json_reader_add_fault (self, NULL, sentence);
  self->stopped = TRUE;
  self->incomplete = TRUE;
}

/**
 * cap_json_reader_enter:
 *
 * Goes into an object, until cap_json_reader_leave().
 *
 * Returns: (nullable): the object; %NULL, with its fault, when there is none
 */
JsonObject *
cap_json_reader_enter (CapJsonReader *self,
                       JsonObject    *object,
                       const char    *member)
{
  JsonNode *node = find_member (self, object, member);

  if (node == NULL)
    return NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      cap_json_reader_add_fault (self, member, _("an object is expected: { … }"));
      return NULL;
    }

  g_string_append_printf (self->path, "/%s", member);

  return json_node_get_object (node);
}

void
cap_json_reader_leave (CapJsonReader *self,
                       const char    *member)
{
  g_return_if_fail (self->path->len > strlen (member));

  g_string_truncate (self->path, self->path->len - strlen (member) - 1);
}

/**
 * cap_json_reader_each:
 * @minimum: fewest entries that the list may have
 * @func: called on each entry of the list, an object, with the path on it
 */
void
cap_json_reader_each (CapJsonReader   *self,
                      JsonObject      *object,
                      const char      *member,
                      guint            minimum,
                      CapJsonItemFunc  func,
                      gpointer         user_data)
{
  JsonArray *array = find_array (self, object, member, minimum);
  gsize mark = self->path->len;

  for (guint i = 0; array != NULL && !self->stopped && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      g_string_append_printf (self->path, "/%s/%u", member, i);
      if (JSON_NODE_HOLDS_OBJECT (node))
        {
          func (self, json_node_get_object (node), user_data);
        }
      else
        {
          cap_json_reader_add_fault (self, NULL, _("an object is expected: { … }"));
          self->incomplete = TRUE;
        }
      g_string_truncate (self->path, mark);
    }
}

char *
cap_json_reader_dup_any_text (CapJsonReader *self,
                              JsonObject    *object,
                              const char    *member)
{
  JsonNode *node = find_member (self, object, member);

  if (node == NULL)
    return g_strdup ("");

  if (!is_of_type (node, G_TYPE_STRING))
    {
      cap_json_reader_add_fault (self, member, _("a text is expected: \"…\""));
      return g_strdup ("");
    }

  if (strlen (json_node_get_string (node)) > MAX_TEXT)
    {
      cap_json_reader_add_fault (self, member, _("this text is far too long"));
      return g_strdup ("");
    }

  return g_strdup (json_node_get_string (node));
}

/* A text that says something. */
char *
cap_json_reader_dup_text (CapJsonReader *self,
                          JsonObject    *object,
                          const char    *member)
{
  guint faults = self->faults->len;
  g_autofree char *text = cap_json_reader_dup_any_text (self, object, member);

  if (self->faults->len == faults && text[strspn (text, " \t\r\n")] == '\0')
    cap_json_reader_add_fault (self, member, _("this text is empty"));

  return g_steal_pointer (&text);
}

/* A code is typed on command lines and in tables: one word. */
char *
cap_json_reader_dup_code (CapJsonReader *self,
                          JsonObject    *object,
                          const char    *member)
{
  g_autofree char *code = cap_json_reader_dup_text (self, object, member);

  for (const char *c = code; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (!g_unichar_isgraph (g_utf8_get_char (c)))
        {
          cap_json_reader_add_fault (self, member, _("a code has no space in it"));
          return g_strdup ("");
        }
    }

  return g_steal_pointer (&code);
}

char *
cap_json_reader_dup_nullable (CapJsonReader *self,
                              JsonObject    *object,
                              const char    *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node != NULL && JSON_NODE_HOLDS_NULL (node))
    return NULL;

  return cap_json_reader_dup_text (self, object, member);
}

/* A day or null. */
char *
cap_json_reader_dup_date (CapJsonReader *self,
                          JsonObject    *object,
                          const char    *member)
{
  guint faults = self->faults->len;
  g_autofree char *date = cap_json_reader_dup_nullable (self, object, member);

  if (date == NULL || self->faults->len > faults)
    return NULL;

  if (!cap_date_is_valid (date))
    {
      cap_json_reader_add_fault (self, member,
                                 _("a day of the calendar is expected, as 2026-11-20, or null"));
      return NULL;
    }

  return g_steal_pointer (&date);
}

GStrv
cap_json_reader_dup_texts (CapJsonReader *self,
                           JsonObject    *object,
                           const char    *member,
                           guint          minimum)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array = find_array (self, object, member, minimum);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      const char *text = is_of_type (node, G_TYPE_STRING) ? json_node_get_string (node) : "";

      if (text[strspn (text, " \t\r\n")] == '\0')
        {
          g_autofree char *item = g_strdup_printf ("%s/%u", member, i);

          cap_json_reader_add_fault (self, item, _("a text is expected: \"…\""));
        }
      g_strv_builder_add (builder, text);
    }

  return g_strv_builder_end (builder);
}

int
cap_json_reader_get_int (CapJsonReader *self,
                         JsonObject    *object,
                         const char    *member,
                         int            minimum,
                         int            maximum)
{
  JsonNode *node = find_member (self, object, member);
  g_autofree char *sentence = NULL;
  gint64 value;

  if (node == NULL)
    return minimum;

  value = is_of_type (node, G_TYPE_INT64) ? json_node_get_int (node) : G_MININT64;
  if (value >= minimum && value <= maximum)
    return (int) value;

  /* Translators: the smallest and the greatest number allowed */
  sentence = g_strdup_printf (_("a whole number from %1$d to %2$d is expected"), minimum, maximum);
  cap_json_reader_add_fault (self, member, sentence);

  return minimum;
}

gboolean
cap_json_reader_get_boolean (CapJsonReader *self,
                             JsonObject    *object,
                             const char    *member)
{
  JsonNode *node = find_member (self, object, member);

  if (node == NULL)
    return FALSE;

  if (!is_of_type (node, G_TYPE_BOOLEAN))
    {
      cap_json_reader_add_fault (self, member, _("true or false is expected"));
      return FALSE;
    }

  return json_node_get_boolean (node);
}

static void
read_language (CapJsonReader  *self,
               JsonObject     *languages,
               const char     *language,
               GPtrArray     **translations)
{
  JsonObject *texts = cap_json_reader_enter (self, languages, language);
  JsonObjectIter iter;
  const char *field;

  if (texts == NULL)
    return;

  json_object_iter_init_ordered (&iter, texts);
  while (json_object_iter_next_ordered (&iter, &field, NULL))
    {
      g_autofree char *text = cap_json_reader_dup_any_text (self, texts, field);

      cap_translations_add (translations, language, field, text);
    }
  cap_json_reader_leave (self, language);
}

/* The optional entry “translations”: { "en": { "label": "…" } }. NULL when there is none. */
GPtrArray *
cap_json_reader_dup_translations (CapJsonReader *self,
                                  JsonObject    *object)
{
  GPtrArray *translations = NULL;
  JsonObject *languages;
  JsonObjectIter iter;
  const char *language;

  if (!json_object_has_member (object, "translations"))
    return NULL;

  languages = cap_json_reader_enter (self, object, "translations");
  if (languages == NULL)
    return NULL;

  json_object_iter_init_ordered (&iter, languages);
  while (json_object_iter_next_ordered (&iter, &language, NULL))
    read_language (self, languages, language, &translations);
  cap_json_reader_leave (self, "translations");

  return translations;
}
