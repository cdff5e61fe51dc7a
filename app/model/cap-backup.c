/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/cap-backup.h"

#define HOUR  (G_GINT64_CONSTANT (60) * 60)
#define DAY   (24 * HOUR)
#define WEEK  (7 * DAY)
#define MONTH (30 * DAY)

/* Up to which age one is kept of each period: a day by hours, a month by days, a quarter by weeks, two years
 * by months. Nothing older is kept. */
static const struct
{
  gint64 age;
  gint64 period;
} ages[] = {
  { DAY, HOUR }, { 31 * DAY, DAY }, { 13 * WEEK, WEEK }, { 24 * MONTH, MONTH },
};

CapBackup *
cap_backup_new (const char *path,
                gint64      time,
                gint64      size)
{
  CapBackup *self = g_new0 (CapBackup, 1);

  self->path = g_strdup (path);
  self->time = time;
  self->size = size;

  return self;
}

void
cap_backup_free (CapBackup *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->path);
  g_free (self->name);
  g_free (self);
}

int
cap_backup_compare (gconstpointer one,
                    gconstpointer other)
{
  const CapBackup *first = *(const CapBackup * const *) one;
  const CapBackup *second = *(const CapBackup * const *) other;

  return first->time > second->time ? -1 : first->time < second->time;
}

/**
 * cap_backup_is_due:
 * @backups: (element-type CapBackup): of one folder
 * @now: in seconds since 1970
 *
 * Returns: whether there is none of the last hour. One that seems to come from the future, since a clock was
 *   set back, keeps nobody from making another.
 */
gboolean
cap_backup_is_due (const GPtrArray *backups,
                   gint64           now)
{
  for (guint i = 0; i < backups->len; i++)
    {
      const CapBackup *backup = g_ptr_array_index (backups, i);

      if (!backup->before_migration && backup->time <= now &&
          backup->time > now - CAP_BACKUP_INTERVAL_SECONDS)
        return FALSE;
    }

  return TRUE;
}

/* Returns: the period that a backup stands for; 0 when it is too old for any; -1: it comes from the future */
static gint64
get_period (gint64 time,
            gint64 now)
{
  const gint64 age = now - time;

  if (age < 0)
    return -1;

  for (guint i = 0; i < G_N_ELEMENTS (ages); i++)
    {
      /* Periods are counted from 1970, not from now: what is kept today is kept tomorrow. */
      if (age < ages[i].age)
        return time / ages[i].period * (gint64) (G_N_ELEMENTS (ages) + 1) + 1 + i;
    }

  return 0;
}

static gboolean
is_surplus (const CapBackup *backup,
            gint64           now,
            GHashTable      *kept)
{
  const gint64 period = get_period (backup->time, now);
  gint64 *key;

  if (period == 0)
    return TRUE;
  if (period < 0 || backup->before_migration)
    return FALSE;

  key = g_memdup2 (&period, sizeof period);

  return !g_hash_table_add (kept, key);
}

/**
 * cap_backup_list_surplus:
 * @backups: (element-type CapBackup): of one folder, newest first
 * @now: in seconds since 1970
 * @max_bytes: how much they may take together
 *
 * Chooses which ones go: the newest of each hour of the last day stays, of each day of the last month, of
 * each week of the last quarter, of each month of the last two years; and of those as many as there is room
 * for, the oldest go first. The newest one always stays.
 *
 * A clock that jumped ahead does not make all of them old at once: the age of a backup counts from a day
 * after the last one but the newest, at most.
 *
 * Returns: (transfer container) (element-type CapBackup): those that go
 */
GPtrArray *
cap_backup_list_surplus (const GPtrArray *backups,
                         gint64           now,
                         gint64           max_bytes)
{
  g_autoptr(GHashTable) kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GPtrArray *surplus = g_ptr_array_new ();
  gint64 n_bytes = 0;

  if (backups->len > 1)
    now = MIN (now, ((CapBackup *) g_ptr_array_index (backups, 1))->time + DAY);

  for (guint i = 0; i < backups->len; i++)
    {
      CapBackup *backup = g_ptr_array_index (backups, i);
      const gboolean goes = is_surplus (backup, now, kept) || n_bytes + backup->size > max_bytes;

      if (goes && i > 0)
        g_ptr_array_add (surplus, backup);
      else
        n_bytes += backup->size;
    }

  return surplus;
}
