/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CapYamlKind:
 * @CAP_YAML_TEXT: a scalar, whatever it looks like
 * @CAP_YAML_LIST: a sequence
 * @CAP_YAML_MAP: a mapping
 */
typedef enum
{
  CAP_YAML_TEXT,
  CAP_YAML_LIST,
  CAP_YAML_MAP,
} CapYamlKind;

/**
 * CapYaml:
 * @line: where it starts in the file, from 1
 * @plain: of a text: whether it was written without quotes
 * @text: of a text: its content, without control characters; U+2028 is a newline
 * @items: (element-type CapYaml): of a list: its entries; of a map: key, value,
 *   key, value…, in the order of the file
 *
 * What a YAML file holds. Never changed once it is read. The root owns all that
 * is below it.
 */
typedef struct _CapYaml CapYaml;
struct _CapYaml
{
  CapYamlKind  kind;
  gboolean     plain;
  guint        line;
  char        *text;
  GPtrArray   *items;
};

CapYaml       *cap_yaml_read       (GBytes        *source,
                                    GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void           cap_yaml_free       (CapYaml       *self);

/* Each of them takes %NULL, or another kind than it is for, as an entry that holds nothing. */
guint          cap_yaml_get_length (const CapYaml *self);
const CapYaml *cap_yaml_get_item   (const CapYaml *self,
                                    guint          index);
const char    *cap_yaml_get_name   (const CapYaml *self,
                                    guint          index);
const CapYaml *cap_yaml_get        (const CapYaml *self,
                                    const char    *name);
const char    *cap_yaml_as_text    (const CapYaml *self);
const char    *cap_yaml_get_text   (const CapYaml *self,
                                    const char    *name);

/**
 * CapYamlWriter:
 *
 * Writes one YAML document, a map, in block style and whole lines. A name is
 * %NULL in a list.
 */
typedef struct _CapYamlWriter CapYamlWriter;

CapYamlWriter *cap_yaml_writer_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void           cap_yaml_writer_free        (CapYamlWriter *self);
void           cap_yaml_writer_begin_map   (CapYamlWriter *self,
                                            const char    *name);
void           cap_yaml_writer_end_map     (CapYamlWriter *self);
void           cap_yaml_writer_begin_list  (CapYamlWriter *self,
                                            const char    *name);
void           cap_yaml_writer_end_list    (CapYamlWriter *self);
void           cap_yaml_writer_add_text    (CapYamlWriter *self,
                                            const char    *name,
                                            const char    *text);
void           cap_yaml_writer_add_some    (CapYamlWriter *self,
                                            const char    *name,
                                            const char    *text);
void           cap_yaml_writer_add_plain   (CapYamlWriter *self,
                                            const char    *name,
                                            const char    *value);
void           cap_yaml_writer_add_int     (CapYamlWriter *self,
                                            const char    *name,
                                            int            value);
GBytes        *cap_yaml_writer_end         (CapYamlWriter *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapYaml, cap_yaml_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapYamlWriter, cap_yaml_writer_free)

G_END_DECLS
