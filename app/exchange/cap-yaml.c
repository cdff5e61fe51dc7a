/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-yaml-private.h"

#include <glib/gi18n.h>
#include <string.h>
#include <yaml.h>

#include "base/cap-text.h"
#include "exchange/cap-framework-json.h"

#define MAX_SIZE (16 * 1024 * 1024)
#define MAX_DEPTH 32
#define MAX_NODES 1000000
#define MAX_TEXT 100000 /* characters */

/* @stack: (element-type CapYaml): the lists and maps that are open, borrowed from the root. */
typedef struct
{
  CapYaml    *root;
  GPtrArray  *stack;
  GHashTable *names;
  guint       n_nodes;
} Reading;

static gboolean
refuse (guint        line,
        const char  *sentence,
        GError     **error)
{
  /* Translators: %1$u is the number of a line, %2$s a sentence */
  g_set_error (error, CAP_EXCHANGE_ERROR, CAP_EXCHANGE_ERROR_INPUT, _("line %1$u: %2$s"), line, sentence);

  return FALSE;
}

static gboolean
check_source (const char  *text,
              gsize        size,
              GError     **error)
{
  const char *end = text;

  if (size > MAX_SIZE)
    return refuse (1, _("the file is far too big"), error);

  if (size == 0)
    return refuse (1, _("the file is empty"), error);

  if (!g_utf8_validate (text, (gssize) size, &end))
    return refuse (cap_text_count_lines (text, end), _("this is not UTF-8 text"), error);

  return TRUE;
}

/* Every line or paragraph separator is a newline, every other control a space. */
static gunichar
clean_character (gunichar c)
{
  if (c == 0x2028 || c == 0x2029 || c == 0x85)
    return '\n';

  return g_unichar_iscntrl (c) && c != '\n' && c != '\t' ? ' ' : c;
}

static char *
dup_clean (const char *value,
           gsize       length)
{
  GString *text = g_string_sized_new (length);
  const char *end = value + length;

  for (const char *at = value; at < end; at = g_utf8_next_char (at))
    {
      if (*at >= ' ' && *at < 0x7f)
        g_string_append_c (text, *at);
      else
        g_string_append_unichar (text, clean_character (g_utf8_get_char (at)));
    }

  return g_string_free (text, FALSE);
}

/* Puts @node where the reading stands, which owns it even when it is refused. */
static gboolean
add_node (Reading  *self,
          CapYaml  *node,
          GError  **error)
{
  CapYaml *parent = self->stack->len > 0 ? g_ptr_array_index (self->stack, self->stack->len - 1) : NULL;

  if (parent == NULL)
    {
      self->root = node;
      return TRUE;
    }

  g_ptr_array_add (parent->items, node);
  if (++self->n_nodes > MAX_NODES)
    return refuse (node->line, _("the file is far too big"), error);
  if (parent->kind == CAP_YAML_MAP && parent->items->len % 2 == 1 && node->kind != CAP_YAML_TEXT)
    return refuse (node->line, _("the name of an entry is a text"), error);

  return TRUE;
}

/* An alias may make a file of a thousand characters stand for a billion of them. */
static gboolean
check_anchor (const yaml_event_t  *event,
              const yaml_char_t   *anchor,
              GError             **error)
{
  return anchor == NULL || refuse ((guint) event->start_mark.line + 1,
                                   _("references (& and *) are not read: write the text in full"), error);
}

static gboolean
read_text (Reading             *self,
           const yaml_event_t  *event,
           GError             **error)
{
  const char *value = (const char *) event->data.scalar.value;
  gsize length = event->data.scalar.length;
  CapYaml *node = g_new0 (CapYaml, 1);

  node->kind = CAP_YAML_TEXT;
  node->line = (guint) event->start_mark.line + 1;
  node->plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
  node->text = dup_clean (value, length);

  if (!add_node (self, node, error) || !check_anchor (event, event->data.scalar.anchor, error))
    return FALSE;
  if (length > MAX_TEXT && g_utf8_strlen (value, (gssize) length) > MAX_TEXT)
    return refuse (node->line, _("this text is far too long"), error);

  return TRUE;
}

static gboolean
open_node (Reading             *self,
           const yaml_event_t  *event,
           CapYamlKind          kind,
           const yaml_char_t   *anchor,
           GError             **error)
{
  CapYaml *node = g_new0 (CapYaml, 1);

  node->kind = kind;
  node->line = (guint) event->start_mark.line + 1;
  node->items = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_yaml_free);

  if (!add_node (self, node, error) || !check_anchor (event, anchor, error))
    return FALSE;

  g_ptr_array_add (self->stack, node);
  if (self->stack->len > MAX_DEPTH)
    return refuse (node->line, _("too many lists inside one another"), error);

  return TRUE;
}

/* Ends the last list or map; no name may stand twice in a map. */
static gboolean
close_node (Reading  *self,
            GError  **error)
{
  CapYaml *node = g_ptr_array_steal_index (self->stack, self->stack->len - 1);

  g_hash_table_remove_all (self->names);
  for (guint i = 0; node->kind == CAP_YAML_MAP && i < node->items->len; i += 2)
    {
      const CapYaml *name = g_ptr_array_index (node->items, i);
      g_autofree char *sentence = NULL;

      if (g_hash_table_add (self->names, name->text))
        continue;

      /* Translators: %s is the name of an entry of a file */
      sentence = g_strdup_printf (_("“%s” stands twice in the same entry"), name->text);
      return refuse (name->line, sentence, error);
    }

  return TRUE;
}

static gboolean
read_event (Reading             *self,
            const yaml_event_t  *event,
            GError             **error)
{
  switch (event->type)
    {
    case YAML_SCALAR_EVENT:
      return read_text (self, event, error);
    case YAML_SEQUENCE_START_EVENT:
      return open_node (self, event, CAP_YAML_LIST, event->data.sequence_start.anchor, error);
    case YAML_MAPPING_START_EVENT:
      return open_node (self, event, CAP_YAML_MAP, event->data.mapping_start.anchor, error);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
      return close_node (self, error);
    case YAML_ALIAS_EVENT:
      return check_anchor (event, event->data.alias.anchor, error);
    case YAML_DOCUMENT_START_EVENT:
      return self->root == NULL ||
             refuse ((guint) event->start_mark.line + 1,
                     _("the file holds several documents: one is expected"), error);
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_STREAM_END_EVENT:
    case YAML_DOCUMENT_END_EVENT:
    default:
      return TRUE;
    }
}

static gboolean
refuse_syntax (const yaml_parser_t  *parser,
               const char           *text,
               gsize                 size,
               GError              **error)
{
  guint line = (guint) parser->problem_mark.line + 1;

  /* The reader of characters knows no line. */
  if (parser->error == YAML_READER_ERROR)
    line = cap_text_count_lines (text, text + MIN (parser->problem_offset, size));

  return refuse (line, _("this is not YAML"), error);
}

static gboolean
read_events (Reading     *self,
             const char  *text,
             gsize        size,
             GError     **error)
{
  yaml_parser_t parser;
  gboolean reads = yaml_parser_initialize (&parser) != 0;
  gboolean ended = FALSE;

  g_assert (reads);
  yaml_parser_set_encoding (&parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string (&parser, (const unsigned char *) text, size);

  while (reads && !ended)
    {
      yaml_event_t event;

      reads = yaml_parser_parse (&parser, &event) != 0;
      if (!reads)
        {
          refuse_syntax (&parser, text, size, error);
          break;
        }
      reads = read_event (self, &event, error);
      ended = event.type == YAML_STREAM_END_EVENT;
      yaml_event_delete (&event);
    }
  yaml_parser_delete (&parser);

  return reads;
}

/**
 * cap_yaml_read:
 * @source: what should be one YAML document
 * @error: return location for a [error@Cap.ExchangeError], as
 *   “line 12: sentence” in the user’s language
 *
 * Reads a document within bounds: 16 MB, 32 levels, a million nodes, 100 000
 * characters in one text. Every scalar is a text, and tags change nothing. What
 * makes a file hard to trust is refused: aliases, a name that stands twice in
 * one mapping, a name that is no text, several documents.
 *
 * Returns: (transfer full) (nullable): the root
 */
CapYaml *
cap_yaml_read (GBytes  *source,
               GError **error)
{
  g_autoptr(GPtrArray) stack = g_ptr_array_new ();
  g_autoptr(GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  Reading reading = { NULL, stack, names, 0 };
  g_autoptr(CapYaml) root = NULL;
  const char *text;
  gsize size;
  gboolean reads;

  g_return_val_if_fail (source != NULL, NULL);

  text = g_bytes_get_data (source, &size);
  reads = check_source (text, size, error) && read_events (&reading, text, size, error);
  root = reading.root;
  if (!reads)
    return NULL;

  if (root == NULL)
    refuse (1, _("the file is empty"), error);

  return g_steal_pointer (&root);
}

void
cap_yaml_free (CapYaml *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self);
}

/* Returns: how many entries it has */
guint
cap_yaml_get_length (const CapYaml *self)
{
  if (self == NULL || self->kind == CAP_YAML_TEXT)
    return 0;

  return self->kind == CAP_YAML_MAP ? self->items->len / 2 : self->items->len;
}

const CapYaml *
cap_yaml_get_item (const CapYaml *self,
                   guint          index)
{
  if (index >= cap_yaml_get_length (self))
    return NULL;

  return g_ptr_array_index (self->items, self->kind == CAP_YAML_MAP ? 2 * index + 1 : index);
}

/* The name of an entry of a map. */
const char *
cap_yaml_get_name (const CapYaml *self,
                   guint          index)
{
  if (index >= cap_yaml_get_length (self) || self->kind != CAP_YAML_MAP)
    return NULL;

  return ((const CapYaml *) g_ptr_array_index (self->items, 2 * index))->text;
}

/* The entry of a map that has this name; %NULL too when it is null. */
const CapYaml *
cap_yaml_get (const CapYaml *self,
              const char    *name)
{
  guint length = cap_yaml_get_length (self);

  for (guint i = 0; i < length && self->kind == CAP_YAML_MAP; i++)
    {
      const CapYaml *item = g_ptr_array_index (self->items, 2 * i + 1);

      if (g_str_equal (((const CapYaml *) g_ptr_array_index (self->items, 2 * i))->text, name))
        return item->kind == CAP_YAML_TEXT && cap_yaml_as_text (item) == NULL ? NULL : item;
    }

  return NULL;
}

/* Returns: (nullable): what it says; %NULL when it is null, blank or no text */
const char *
cap_yaml_as_text (const CapYaml *self)
{
  const char *text = self != NULL && self->kind == CAP_YAML_TEXT ? self->text : "";

  if (text[strspn (text, " \t\n")] == '\0')
    return NULL;
  if (self->plain && (g_str_equal (text, "~") || g_ascii_strcasecmp (text, "null") == 0))
    return NULL;

  return text;
}

const char *
cap_yaml_get_text (const CapYaml *self,
                   const char    *name)
{
  return cap_yaml_as_text (cap_yaml_get (self, name));
}
