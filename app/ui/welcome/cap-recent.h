/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "scoring/cap-photograph.h"

G_BEGIN_DECLS

/**
 * CapRecentScore:
 * @title: name of the theme
 * @percent: 0 to 100, or -1 when nothing is answered
 */
typedef struct
{
  char *title;
  int   percent;
} CapRecentScore;

/**
 * CapRecentEntry:
 * @path: of the dossier
 * @title: name of the structure; of the file, when it is encrypted
 * @date: when it was last seen, ISO 8601
 * @answered: criteria answered
 * @applicable: criteria that concern the structure
 * @scores: (element-type CapRecentScore): one for each theme
 * @encrypted: whether nothing more is said of it
 *
 * What the start page says about a dossier without opening it.
 */
typedef struct
{
  char      *path;
  char      *title;
  char      *date;
  int        answered;
  int        applicable;
  GPtrArray *scores;
  gboolean   encrypted;
} CapRecentEntry;

#define CAP_TYPE_RECENT (cap_recent_get_type ())

G_DECLARE_FINAL_TYPE (CapRecent, cap_recent, CAP, RECENT, GObject)

/* Signal "changed": the list is another one. */
CapRecent *cap_recent_new    (const char          *path,
                              guint                limit) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *cap_recent_list   (CapRecent           *self) G_GNUC_WARN_UNUSED_RESULT;
void       cap_recent_note   (CapRecent           *self,
                              const char          *path,
                              const CapMember     *member,
                              const CapPhotograph *photograph,
                              const char          *date);
void       cap_recent_note_encrypted (CapRecent   *self,
                              const char          *path,
                              const char          *date);
void       cap_recent_forget (CapRecent           *self,
                              const char          *path);

G_END_DECLS
