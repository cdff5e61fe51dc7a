/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-yaml-private.h"

#include <string.h>
#include <yaml.h>

/* @sound: whether nothing failed so far: callers look once, at the end. */
struct _CapYamlWriter
{
  yaml_emitter_t  emitter;
  GByteArray     *text;
  gboolean        sound;
};

static int
append_cb (void          *user_data,
           unsigned char *buffer,
           size_t         size)
{
  g_byte_array_append (user_data, buffer, (guint) size);

  return 1;
}

/* Takes @event, which is there only when @made. */
static void
emit (CapYamlWriter *self,
      yaml_event_t  *event,
      gboolean       made)
{
  if (made && self->sound)
    self->sound = yaml_emitter_emit (&self->emitter, event) != 0;
  else if (made)
    yaml_event_delete (event);
  else
    self->sound = FALSE;
}

CapYamlWriter *
cap_yaml_writer_new (void)
{
  CapYamlWriter *self = g_new0 (CapYamlWriter, 1);
  yaml_event_t event;

  self->text = g_byte_array_new ();
  self->sound = yaml_emitter_initialize (&self->emitter) != 0;
  g_assert (self->sound);
  yaml_emitter_set_output (&self->emitter, append_cb, self->text);
  yaml_emitter_set_unicode (&self->emitter, 1);
  yaml_emitter_set_width (&self->emitter, -1);

  emit (self, &event, yaml_stream_start_event_initialize (&event, YAML_UTF8_ENCODING) != 0);
  emit (self, &event, yaml_document_start_event_initialize (&event, NULL, NULL, NULL, 1) != 0);
  cap_yaml_writer_begin_map (self, NULL);

  return self;
}

void
cap_yaml_writer_free (CapYamlWriter *self)
{
  yaml_emitter_delete (&self->emitter);
  g_clear_pointer (&self->text, g_byte_array_unref);
  g_free (self);
}

/* Whether other programs would take it for a text without quotes: no number, date, truth or null. */
static gboolean
reads_as_text (const char *text)
{
  static const char * const others[] = { "y", "n", "yes", "no", "true", "false", "on", "off", "null", NULL };
  g_autofree char *folded = g_ascii_strdown (text, -1);

  return (g_ascii_isalpha (*text) || (guchar) *text >= 0x80) && !g_strv_contains (others, folded);
}

/* Lines as they read, where no space at their ends could get lost. */
static gboolean
fits_block (const char *text)
{
  gsize length = strlen (text);

  return strchr (text, '\n') != NULL && strstr (text, " \n") == NULL && strchr (text, '\t') == NULL &&
         !g_ascii_isspace (text[0]) && !g_ascii_isspace (text[length - 1]);
}

static void
emit_scalar (CapYamlWriter       *self,
             const char          *text,
             yaml_scalar_style_t  style)
{
  yaml_event_t event;

  emit (self, &event,
        yaml_scalar_event_initialize (&event, NULL, NULL, (const yaml_char_t *) text, (int) strlen (text),
                                      1, 1, style) != 0);
}

static void
emit_text (CapYamlWriter *self,
           const char    *text)
{
  if (fits_block (text))
    emit_scalar (self, text, YAML_LITERAL_SCALAR_STYLE);
  else if (strchr (text, '\n') != NULL)
    emit_scalar (self, text, YAML_DOUBLE_QUOTED_SCALAR_STYLE);
  else
    emit_scalar (self, text,
                 reads_as_text (text) ? YAML_PLAIN_SCALAR_STYLE : YAML_SINGLE_QUOTED_SCALAR_STYLE);
}

static void
emit_name (CapYamlWriter *self,
           const char    *name)
{
  if (name != NULL)
    emit_text (self, name);
}

void
cap_yaml_writer_begin_map (CapYamlWriter *self,
                           const char    *name)
{
  yaml_event_t event;

  emit_name (self, name);
  emit (self, &event,
        yaml_mapping_start_event_initialize (&event, NULL, NULL, 1, YAML_BLOCK_MAPPING_STYLE) != 0);
}

void
cap_yaml_writer_end_map (CapYamlWriter *self)
{
  yaml_event_t event;

  emit (self, &event, yaml_mapping_end_event_initialize (&event) != 0);
}

void
cap_yaml_writer_begin_list (CapYamlWriter *self,
                            const char    *name)
{
  yaml_event_t event;

  emit_name (self, name);
  emit (self, &event,
        yaml_sequence_start_event_initialize (&event, NULL, NULL, 1, YAML_BLOCK_SEQUENCE_STYLE) != 0);
}

void
cap_yaml_writer_end_list (CapYamlWriter *self)
{
  yaml_event_t event;

  emit (self, &event, yaml_sequence_end_event_initialize (&event) != 0);
}

void
cap_yaml_writer_add_text (CapYamlWriter *self,
                          const char    *name,
                          const char    *text)
{
  emit_name (self, name);
  emit_text (self, text);
}

/* What is empty or NULL is left out. */
void
cap_yaml_writer_add_some (CapYamlWriter *self,
                          const char    *name,
                          const char    *text)
{
  if (text != NULL && *text != '\0')
    cap_yaml_writer_add_text (self, name, text);
}

/* A truth, a date: without quotes. */
void
cap_yaml_writer_add_plain (CapYamlWriter *self,
                           const char    *name,
                           const char    *value)
{
  emit_name (self, name);
  emit_scalar (self, value, YAML_PLAIN_SCALAR_STYLE);
}

void
cap_yaml_writer_add_int (CapYamlWriter *self,
                         const char    *name,
                         int            value)
{
  g_autofree char *digits = g_strdup_printf ("%d", value);

  cap_yaml_writer_add_plain (self, name, digits);
}

/**
 * cap_yaml_writer_end:
 *
 * Ends the map that cap_yaml_writer_new() began. Nothing can be written after.
 *
 * Returns: (transfer full) (nullable): the document; %NULL when a text could
 *   not be written, which is no UTF-8
 */
GBytes *
cap_yaml_writer_end (CapYamlWriter *self)
{
  yaml_event_t event;

  cap_yaml_writer_end_map (self);
  emit (self, &event, yaml_document_end_event_initialize (&event, 1) != 0);
  emit (self, &event, yaml_stream_end_event_initialize (&event) != 0);
  if (self->sound)
    self->sound = yaml_emitter_flush (&self->emitter) != 0;

  return self->sound ? g_bytes_new (self->text->data, self->text->len) : NULL;
}
