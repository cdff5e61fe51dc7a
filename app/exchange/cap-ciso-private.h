/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/cap-ciso-words-private.h"
#include "exchange/cap-yaml-private.h"
#include "model/cap-framework.h"

G_BEGIN_DECLS

/**
 * CapCiso:
 * @library: the root of the file
 * @framework: its framework
 * @locale: the language of the texts of the file
 * @language: the language that the framework will speak: one of the file’s
 * @words: in @language
 * @result: what is built
 * @faults: (element-type utf8): “line 12: sentence”
 * @lines: JSON pointer of an entry of @result → line of the file
 * @groups: (element-type utf8 CapTerm): the kinds, by the name of a group, folded
 * @group_sets: (element-type utf8 CapFilter): the filters, by the codes of their kinds
 * @references: (element-type utf8 CapYaml): the reference controls and the threats, by URN, folded
 * @n_frameworks: how many the library holds
 * @n_left_out: passages that no criterion took up
 * @n_shortened: texts that were too long
 * @score_min: the least score of the library
 * @score_max: its greatest score
 * @scaled: whether a level stands for several scores
 *
 * A library that is being made a framework.
 */
typedef struct
{
  const CapYaml      *library;
  const CapYaml      *framework;
  const char         *locale;
  const char         *language;
  const CapCisoWords *words;
  CapFramework       *result;
  GPtrArray          *faults;
  GHashTable         *lines;
  GHashTable         *groups;
  GHashTable         *group_sets;
  GHashTable         *references;
  guint               n_frameworks;
  guint               n_left_out;
  guint               n_shortened;
  int                 score_min;
  int                 score_max;
  gboolean            scaled;
} CapCiso;

/**
 * CapCisoNode:
 * @parent: (nullable): the node above, borrowed
 * @carries: whether some node below is assessable
 * @holds: whether it is the objective of one of them
 * @ambiguous: whether another objective would be called the same
 * @asides: (element-type CapCisoNode): nodes of text below a criterion, borrowed
 * @theme: the theme that it became
 * @objective: the objective that it became
 *
 * A requirement node.
 */
typedef struct _CapCisoNode CapCisoNode;
struct _CapCisoNode
{
  const CapYaml *yaml;
  CapCisoNode   *parent;
  gboolean       assessable;
  gboolean       carries;
  gboolean       holds;
  gboolean       ambiguous;
  GPtrArray     *asides;
  CapTheme      *theme;
  CapObjective  *objective;
  char          *theme_path;
  char          *objective_path;
};

/* The texts of a node in one language; what it does not say is empty. */
typedef struct
{
  char *label;
  char *text;
  char *help;
  char *evidence;
} CapCisoTexts;

void        cap_ciso_add_fault         (CapCiso            *self,
                                        guint               line,
                                        const char         *sentence);
void        cap_ciso_note_line         (CapCiso            *self,
                                        const CapYaml      *entry,
                                        const char         *format,
                                        ...) G_GNUC_PRINTF (3, 4);
gboolean    cap_ciso_read_int          (CapCiso            *self,
                                        const CapYaml      *entry,
                                        const char         *name,
                                        int                *value);

/* Parts of the reading, in their order. */
void        cap_ciso_read_scale        (CapCiso            *self);
void        cap_ciso_read_groups       (CapCiso            *self);
void        cap_ciso_read_nodes        (CapCiso            *self);

const CapFilter *cap_ciso_find_filter  (CapCiso            *self,
                                        const CapYaml      *node);
const CapYaml   *cap_ciso_list_scores  (const CapYaml      *framework,
                                        const char         *alternative);
char       *cap_ciso_dup_refusal       (const CapYaml      *objects) G_GNUC_WARN_UNUSED_RESULT;

/* Texts, in @language; in the main one when it is NULL, then in the one of the file. */
const char *cap_ciso_find_text         (const CapCiso      *self,
                                        const CapYaml      *entry,
                                        const char         *name,
                                        const char         *language);
gboolean    cap_ciso_is_language       (const char         *name);
GPtrArray  *cap_ciso_list_languages    (const CapCiso      *self,
                                        const CapYaml      *entry) G_GNUC_WARN_UNUSED_RESULT;
char       *cap_ciso_dup_text          (CapCiso            *self,
                                        const char         *text) G_GNUC_WARN_UNUSED_RESULT;
char       *cap_ciso_dup_start         (const char         *text,
                                        glong               length) G_GNUC_WARN_UNUSED_RESULT;
char       *cap_ciso_dup_line          (const char         *text) G_GNUC_WARN_UNUSED_RESULT;
char       *cap_ciso_dup_sentence      (const char         *text) G_GNUC_WARN_UNUSED_RESULT;
char       *cap_ciso_dup_lines         (const char         *text) G_GNUC_WARN_UNUSED_RESULT;
void        cap_ciso_translate         (GPtrArray         **translations,
                                        const char         *language,
                                        const char         *field,
                                        const char         *text,
                                        const char         *main_text);

/* Codes: one word each, unique in @used. */
char       *cap_ciso_dup_word          (const char         *text) G_GNUC_WARN_UNUSED_RESULT;
char       *cap_ciso_take_code         (GHashTable         *used,
                                        const char         *ref_id,
                                        const char         *urn) G_GNUC_WARN_UNUSED_RESULT;
const char *cap_ciso_urn_end           (const char         *urn);

/* The texts of a node, put together. */
void        cap_ciso_compose           (CapCiso            *self,
                                        const CapCisoNode  *node,
                                        const char         *language,
                                        CapCisoTexts       *texts);
void        cap_ciso_texts_clear       (CapCisoTexts       *self);
GStrv       cap_ciso_dup_descriptors   (CapCiso            *self,
                                        const CapYaml      *node) G_GNUC_WARN_UNUSED_RESULT;
const char *cap_ciso_first_question    (const CapCiso      *self,
                                        const CapYaml      *node,
                                        const char         *language);
void        cap_ciso_append_questions  (CapCiso            *self,
                                        const CapYaml      *node,
                                        const char         *language,
                                        const char         *label,
                                        GString            *text);
GStrv       cap_ciso_dup_references    (const CapCiso      *self,
                                        const CapYaml      *node,
                                        const char         *list,
                                        const char         *language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CapCisoTexts, cap_ciso_texts_clear)

G_END_DECLS
