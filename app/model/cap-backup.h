/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CapBackup:
 * @path: its file
 * @name: (nullable): of the file that it is a copy of: two files of one dossier have backups of their own
 * @time: when it was made, in seconds since 1970
 * @size: in bytes
 * @before_migration: whether it is the dossier as an older program wrote it: it goes by age only
 * @second: whether it is in the second folder that people chose
 * @aside: whether it is no backup, but unfinished work that was set aside, under a passphrase of its own
 *
 * A copy of a whole dossier that the program made by itself.
 */
typedef struct
{
  char     *path;
  char     *name;
  gint64    time;
  gint64    size;
  gboolean  before_migration;
  gboolean  second;
  gboolean  aside;
} CapBackup;

/* How far apart backups are, at least. */
#define CAP_BACKUP_INTERVAL_SECONDS (60 * 60)

CapBackup *cap_backup_new          (const char      *path,
                                    gint64           time,
                                    gint64           size) G_GNUC_WARN_UNUSED_RESULT;
void       cap_backup_free         (CapBackup       *self);

/* Newest first. */
int        cap_backup_compare      (gconstpointer    one,
                                    gconstpointer    other);
gboolean   cap_backup_is_due       (const GPtrArray *backups,
                                    gint64           now);
GPtrArray *cap_backup_list_surplus (const GPtrArray *backups,
                                    gint64           now,
                                    gint64           max_bytes) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapBackup, cap_backup_free)

G_END_DECLS
