/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CapCisoWords:
 *
 * What a framework says that its library did not, and a library that its
 * framework did not: content, in the language of the framework and not in that
 * of the interface. Each “{}” stands for one value.
 */
typedef struct
{
  const char *language;
  const char *level;            /* label of a level: its number */
  const char *level_of;         /* what it means: its score, the least one, the greatest one */
  const char *compliance[3];    /* the levels of a framework without scale */
  const char *compliance_of[3]; /* what they mean */
  const char *bands[4];
  const char *provider;
  const char *copyright;
  const char *imported;
  const char *first_of;         /* how many frameworks the library holds */
  const char *scale;            /* the least score, the greatest one, how many levels */
  const char *left_out;         /* how many passages */
  const char *shortened;        /* how many texts */
  const char *own_scale;        /* the levels of one requirement */
  const char *levels;           /* heading of a list of them */
  const char *filter;           /* whom a requirement is for */
  const char *step;             /* from a level, to a level */
  const char *threats;          /* names of threats */
  const char *condition;        /* a question, an answer or several */
  const char *or_separator;
  const char *and_separator;
  const char *several;          /* kinds of answers to a question */
  const char *text;
  const char *day;
  const char *number;
  const char *yes_or_no;
  const char *compliant;        /* what an answer leads to */
  const char *partially_compliant;
  const char *non_compliant;
  const char *not_applicable;
} CapCisoWords;

const CapCisoWords *cap_ciso_words_get    (const char *language);
gboolean            cap_ciso_same_language (const char *one,
                                           const char *other);
char               *cap_ciso_fill         (const char *sentence,
                                           ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
