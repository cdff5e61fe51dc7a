/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/cap-seal.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-date.h"
#include "base/cap-short-code.h"

#define CODE_GROUPS 3
#define DIGEST_SIZE 32
#define NOTHING     "-"
#define FIRST_LINE  "seal: 1\n" /* the version of this text */

/* The lines of the text, in order. Never change them: what was signed must be written again. */
static const struct
{
  const char *name;
  gsize       offset;
} fields[] = {
  { "id", G_STRUCT_OFFSET (CapSeal, id) },
  { "dossier", G_STRUCT_OFFSET (CapSeal, dossier) },
  { "structure", G_STRUCT_OFFSET (CapSeal, structure) },
  { "kind", G_STRUCT_OFFSET (CapSeal, kind) },
  { "label", G_STRUCT_OFFSET (CapSeal, label) },
  { "made", G_STRUCT_OFFSET (CapSeal, made_at) },
  { "author", G_STRUCT_OFFSET (CapSeal, author) },
  { "content", G_STRUCT_OFFSET (CapSeal, content) },
  { "document", G_STRUCT_OFFSET (CapSeal, document) },
};

CapSeal *
cap_seal_new (void)
{
  return g_new0 (CapSeal, 1);
}

static char **
get_field (const CapSeal *self,
           guint          field)
{
  return G_STRUCT_MEMBER_P ((CapSeal *) self, fields[field].offset);
}

CapSeal *
cap_seal_copy (const CapSeal *self)
{
  CapSeal *copy = cap_seal_new ();

  g_return_val_if_fail (self != NULL, copy);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    *get_field (copy, i) = g_strdup (*get_field (self, i));
  copy->public_key = self->public_key != NULL ? g_bytes_ref (self->public_key) : NULL;
  copy->signature = self->signature != NULL ? g_bytes_ref (self->signature) : NULL;

  return copy;
}

void
cap_seal_free (CapSeal *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_free (*get_field (self, i));
  g_clear_pointer (&self->public_key, g_bytes_unref);
  g_clear_pointer (&self->signature, g_bytes_unref);
  g_free (self);
}

/* A name of several lines is one line of the text. */
static void
append_escaped (GString    *text,
                const char *value)
{
  for (const char *at = value; *at != '\0'; at++)
    switch (*at)
      {
      case '\\':
        g_string_append (text, "\\\\");
        break;

      case '\n':
        g_string_append (text, "\\n");
        break;

      case '\r':
        g_string_append (text, "\\r");
        break;

      default:
        g_string_append_c (text, *at);
      }
}

/* Returns: (nullable): NULL when it is not as append_escaped() writes */
static char *
dup_unescaped (const char *value)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (const char *at = value; *at != '\0'; at++)
    if (*at != '\\')
      g_string_append_c (text, *at);
    else if (*++at == 'n' || *at == 'r' || *at == '\\')
      g_string_append_c (text, *at == 'n' ? '\n' : *at == 'r' ? '\r' : '\\');
    else
      return NULL;

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
append_bytes (GString    *text,
              const char *name,
              GBytes     *bytes)
{
  g_autofree char *hex = cap_hex_dup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_string_append_printf (text, "%s: %s\n", name, hex);
}

/* What is signed: all but the signature. */
static GString *
compose (const CapSeal *self)
{
  GString *text = g_string_new (FIRST_LINE);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *value = *get_field (self, i);

      g_string_append_printf (text, "%s: ", fields[i].name);
      append_escaped (text, value != NULL ? value : NOTHING);
      g_string_append_c (text, '\n');
    }
  append_bytes (text, "key", self->public_key);

  return text;
}

/**
 * cap_seal_sign:
 * @self: a seal that is complete but for its key and its signature
 * @key: of the structure
 */
void
cap_seal_sign (CapSeal          *self,
               const CapSealKey *key)
{
  g_autoptr(GString) text = NULL;

  g_return_if_fail (self != NULL && key != NULL);

  g_clear_pointer (&self->public_key, g_bytes_unref);
  g_clear_pointer (&self->signature, g_bytes_unref);
  self->public_key = cap_seal_key_dup_public (key);
  text = compose (self);
  self->signature = cap_seal_key_sign (key, text->str);
}

gboolean
cap_seal_is_genuine (const CapSeal *self)
{
  g_autoptr(GString) text = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->public_key == NULL || self->signature == NULL)
    return FALSE;

  text = compose (self);

  return cap_seal_key_verify (self->public_key, text->str, self->signature);
}

char *
cap_seal_dup_text (const CapSeal *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL && self->signature != NULL, NULL);

  text = compose (self);
  append_bytes (text, "signature", self->signature);

  return g_string_free (text, FALSE);
}

/* Returns: (nullable): what follows “NAME: ” in a line */
static const char *
find_value (const char *line,
            const char *name)
{
  const gsize length = strlen (name);

  return line != NULL && strncmp (line, name, length) == 0 && strncmp (line + length, ": ", 2) == 0
         ? line + length + 2 : NULL;
}

static GBytes *
parse_bytes (const char *line,
             const char *name,
             gsize       size)
{
  const char *value = find_value (line, name);

  return value != NULL ? cap_hex_parse (value, size) : NULL;
}

static gboolean
parse_lines (CapSeal *self,
             GStrv    lines)
{
  const guint n_fields = G_N_ELEMENTS (fields);

  if (g_strv_length (lines) != n_fields + 4)
    return FALSE;

  for (guint i = 0; i < n_fields; i++)
    {
      const char *value = find_value (lines[i + 1], fields[i].name);

      *get_field (self, i) = value != NULL ? dup_unescaped (value) : NULL;
      if (*get_field (self, i) == NULL)
        return FALSE;
    }
  if (g_str_equal (self->document, NOTHING))
    g_clear_pointer (&self->document, g_free);
  self->public_key = parse_bytes (lines[n_fields + 1], "key", CAP_SEAL_PUBLIC_SIZE);
  self->signature = parse_bytes (lines[n_fields + 2], "signature", CAP_SEAL_SIGNATURE_SIZE);

  return self->public_key != NULL && self->signature != NULL;
}

/* What is shown of a seal that anybody may have written. */
static gboolean
is_presentable (const CapSeal *self)
{
  g_autofree char *day = g_strndup (self->made_at, strlen ("2026-11-20"));
  g_autoptr(GBytes) content = cap_hex_parse (self->content, DIGEST_SIZE);

  return cap_date_is_valid (day) && content != NULL;
}

/**
 * cap_seal_parse:
 * @text: from a file that anybody may have written
 *
 * Returns: (transfer full) (nullable): the seal, genuine or not; %NULL when
 *   @text is not exactly what cap_seal_dup_text() writes
 */
CapSeal *
cap_seal_parse (const char *text)
{
  g_autoptr(CapSeal) self = cap_seal_new ();
  g_auto(GStrv) lines = NULL;
  g_autofree char *again = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (!g_utf8_validate (text, -1, NULL) || !g_str_has_prefix (text, FIRST_LINE))
    return NULL;

  lines = g_strsplit (text, "\n", -1);
  if (!parse_lines (self, lines) || !is_presentable (self))
    return NULL;

  again = cap_seal_dup_text (self);

  return g_str_equal (again, text) ? g_steal_pointer (&self) : NULL;
}

/* The day, as people write it. */
char *
cap_seal_dup_date (const CapSeal *self)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  day = g_strndup (self->made_at, strlen ("2026-11-20"));

  return cap_date_format_long (day);
}

char *
cap_seal_dup_content_code (const char *content)
{
  g_return_val_if_fail (content != NULL, NULL);

  return cap_short_code_of_hex (content, CODE_GROUPS);
}

char *
cap_seal_dup_code (const CapSeal *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return cap_seal_dup_content_code (self->content);
}

/* What others wrote: on one line, whatever it holds. */
static char *
dup_line (const char *text)
{
  g_autoptr(GString) line = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    g_string_append_unichar (line, g_unichar_iscntrl (g_utf8_get_char (at)) ? ' ' : g_utf8_get_char (at));

  return g_string_free (g_steal_pointer (&line), FALSE);
}

/**
 * cap_seal_dup_verdict:
 * @self: a genuine seal
 * @verdict: what was found of what it seals
 *
 * Returns: (transfer full): that in one sentence: by whom, with which key, when, the code
 */
char *
cap_seal_dup_verdict (const CapSeal  *self,
                      CapSealVerdict  verdict)
{
  g_autofree char *structure = NULL;
  g_autofree char *fingerprint = NULL;
  g_autofree char *date = NULL;
  g_autofree char *code = NULL;

  g_return_val_if_fail (self != NULL && self->public_key != NULL, NULL);

  structure = dup_line (self->structure);
  fingerprint = cap_seal_key_dup_fingerprint (self->public_key);
  date = cap_seal_dup_date (self);
  code = cap_seal_dup_code (self);

  switch (verdict)
    {
    case CAP_SEAL_DOCUMENT_INTACT:
      /* Translators: the name of a structure, the fingerprint of its key, a date, a code; also below */
      return g_strdup_printf (_("This document is intact: it was sealed by “%1$s” (key %2$s) on %3$s, content"
                                " code %4$s."), structure, fingerprint, date, code);

    case CAP_SEAL_DOSSIER_SAME:
      return g_strdup_printf (_("This dossier is intact: what it holds was sealed by “%1$s” (key %2$s) on"
                                " %3$s, content code %4$s."), structure, fingerprint, date, code);

    case CAP_SEAL_DOSSIER_WENT_ON:
    default:
      return g_strdup_printf (_("This dossier is intact, and went on since it was sealed by “%1$s” (key %2$s)"
                                " on %3$s, content code %4$s."), structure, fingerprint, date, code);
    }
}
