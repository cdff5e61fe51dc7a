/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "model/cap-member.h"
#include "model/cap-translation.h"

G_BEGIN_DECLS

/**
 * CapJsonReader:
 * @faults: (element-type utf8): `/json/pointer: sentence`, in the order found
 * @path: where the reading stands, a JSON pointer
 * @incomplete: whether a list, or an entry of one, could not be read at all:
 *   what was built has no longer the indexes of the text
 * @stopped: whether reading gave up
 *
 * Reads values out of a JSON text that may hold anything, and notes every
 * fault. What is at fault reads as empty, 0 or %FALSE, never %NULL where a
 * text is expected, so that reading goes on to the next fault.
 */
typedef struct
{
  GPtrArray *faults;
  GString   *path;
  gboolean   incomplete;
  gboolean   stopped;
} CapJsonReader;

typedef void (*CapJsonItemFunc) (CapJsonReader *self,
                                 JsonObject    *item,
                                 gpointer       user_data);

void       cap_json_reader_init          (CapJsonReader   *self);
void       cap_json_reader_clear         (CapJsonReader   *self);

JsonNode  *cap_json_reader_parse         (CapJsonReader   *self,
                                          GBytes          *source) G_GNUC_WARN_UNUSED_RESULT;
void       cap_json_reader_add_fault     (CapJsonReader   *self,
                                          const char      *member,
                                          const char      *sentence);
void       cap_json_reader_stop          (CapJsonReader   *self,
                                          const char      *sentence);
JsonObject *cap_json_reader_enter        (CapJsonReader   *self,
                                          JsonObject      *object,
                                          const char      *member);
void       cap_json_reader_leave         (CapJsonReader   *self,
                                          const char      *member);
void       cap_json_reader_each          (CapJsonReader   *self,
                                          JsonObject      *object,
                                          const char      *member,
                                          guint            minimum,
                                          CapJsonItemFunc  func,
                                          gpointer         user_data);

char      *cap_json_reader_dup_text      (CapJsonReader   *self,
                                          JsonObject      *object,
                                          const char      *member) G_GNUC_WARN_UNUSED_RESULT;
char      *cap_json_reader_dup_any_text  (CapJsonReader   *self,
                                          JsonObject      *object,
                                          const char      *member) G_GNUC_WARN_UNUSED_RESULT;
char      *cap_json_reader_dup_code      (CapJsonReader   *self,
                                          JsonObject      *object,
                                          const char      *member) G_GNUC_WARN_UNUSED_RESULT;
char      *cap_json_reader_dup_nullable  (CapJsonReader   *self,
                                          JsonObject      *object,
                                          const char      *member) G_GNUC_WARN_UNUSED_RESULT;
char      *cap_json_reader_dup_date      (CapJsonReader   *self,
                                          JsonObject      *object,
                                          const char      *member) G_GNUC_WARN_UNUSED_RESULT;
GStrv      cap_json_reader_dup_texts     (CapJsonReader   *self,
                                          JsonObject      *object,
                                          const char      *member,
                                          guint            minimum) G_GNUC_WARN_UNUSED_RESULT;
int        cap_json_reader_get_int       (CapJsonReader   *self,
                                          JsonObject      *object,
                                          const char      *member,
                                          int              minimum,
                                          int              maximum);
gboolean   cap_json_reader_get_boolean   (CapJsonReader   *self,
                                          JsonObject      *object,
                                          const char      *member);

GPtrArray *cap_json_reader_dup_translations (CapJsonReader *self,
                                          JsonObject      *object) G_GNUC_WARN_UNUSED_RESULT;

void       cap_json_add_text             (JsonBuilder     *builder,
                                          const char      *member,
                                          const char      *text);
void       cap_json_add_int              (JsonBuilder     *builder,
                                          const char      *member,
                                          int              value);
void       cap_json_add_boolean          (JsonBuilder     *builder,
                                          const char      *member,
                                          gboolean         value);
void       cap_json_add_texts            (JsonBuilder     *builder,
                                          const char      *member,
                                          const GStrv      texts);
void       cap_json_add_translations     (JsonBuilder     *builder,
                                          const GPtrArray *translations);
void       cap_json_add_member           (JsonBuilder     *builder,
                                          const CapMember *member);
char      *cap_json_node_to_text         (JsonNode        *root) G_GNUC_WARN_UNUSED_RESULT;
char      *cap_json_to_text              (JsonBuilder     *builder) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CapJsonReader, cap_json_reader_clear)

G_END_DECLS
