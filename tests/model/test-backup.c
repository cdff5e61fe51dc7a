/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/cap-backup.h"

#define HOUR (G_GINT64_CONSTANT (60) * 60)
#define DAY  (24 * HOUR)
#define ROOM G_MAXINT64

static void
add (GPtrArray *backups,
     gint64     time,
     gint64     size)
{
  g_ptr_array_add (backups, cap_backup_new ("/somewhere", time, size));
  g_ptr_array_sort (backups, cap_backup_compare);
}

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) cap_backup_free);
}

static void
drop_surplus (GPtrArray *backups,
              gint64     now,
              gint64     max_bytes)
{
  g_autoptr(GPtrArray) surplus = cap_backup_list_surplus (backups, now, max_bytes);

  for (guint i = 0; i < surplus->len; i++)
    g_assert_true (g_ptr_array_remove (backups, g_ptr_array_index (surplus, i)));
}

/* The distance between the two backups around @age that are farthest apart, among those up to that age. */
static gint64
get_widest_gap (const GPtrArray *backups,
                gint64           now,
                gint64           from,
                gint64           to)
{
  gint64 widest = 0;

  for (guint i = 1; i < backups->len; i++)
    {
      const CapBackup *newer = g_ptr_array_index (backups, i - 1);
      const CapBackup *older = g_ptr_array_index (backups, i);

      if (now - newer->time >= from && now - older->time < to)
        widest = MAX (widest, newer->time - older->time);
    }

  return widest;
}

/* Three years of work, ten hours a day: what is left at the end is spread as it is said, and no more. */
static void
test_spread (void)
{
  g_autoptr(GPtrArray) backups = new_list ();
  const gint64 start = G_GINT64_CONSTANT (1800000000);
  gint64 now = start;

  for (guint day = 0; day < 3 * 365; day++)
    {
      for (guint hour = 0; hour < 10; hour++)
        {
          now = start + day * DAY + hour * HOUR + 7;
          if (cap_backup_is_due (backups, now))
            add (backups, now, 1000);
          drop_surplus (backups, now, ROOM);
        }
    }

  g_assert_cmpint (get_widest_gap (backups, now, 0, 9 * HOUR), <=, 2 * HOUR);
  g_assert_cmpint (get_widest_gap (backups, now, DAY, 30 * DAY), <=, 2 * DAY);
  g_assert_cmpint (get_widest_gap (backups, now, 32 * DAY, 90 * DAY), <=, 14 * DAY);
  g_assert_cmpint (get_widest_gap (backups, now, 92 * DAY, 700 * DAY), <=, 60 * DAY);
  g_assert_cmpint (now - ((CapBackup *) g_ptr_array_index (backups, backups->len - 1))->time, >, 600 * DAY);
  g_assert_cmpint (now - ((CapBackup *) g_ptr_array_index (backups, backups->len - 1))->time, <=, 720 * DAY);
  g_assert_cmpuint (backups->len, <, 24 + 31 + 14 + 24);
}

static void
test_size (void)
{
  g_autoptr(GPtrArray) backups = new_list ();
  const gint64 now = G_GINT64_CONSTANT (1800000000);

  for (guint i = 0; i < 10; i++)
    add (backups, now - i * DAY, 100);
  drop_surplus (backups, now, 450);
  g_assert_cmpuint (backups->len, ==, 4);
  g_assert_cmpint (((CapBackup *) g_ptr_array_index (backups, 3))->time, ==, now - 3 * DAY);

  /* The newest one stays, whatever its size. */
  drop_surplus (backups, now, 1);
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_cmpint (((CapBackup *) g_ptr_array_index (backups, 0))->time, ==, now);
}

static void
test_due (void)
{
  g_autoptr(GPtrArray) backups = new_list ();
  const gint64 now = G_GINT64_CONSTANT (1800000000);

  g_assert_true (cap_backup_is_due (backups, now));
  add (backups, now, 1);
  g_assert_false (cap_backup_is_due (backups, now + HOUR - 1));
  g_assert_true (cap_backup_is_due (backups, now + HOUR));
}

/* A clock that was wrong by a year and is set right: backups go on, and nothing is thrown away for it. */
static void
test_clock_set_back (void)
{
  g_autoptr(GPtrArray) backups = new_list ();
  const gint64 now = G_GINT64_CONSTANT (1800000000);

  add (backups, now + 365 * DAY, 1);
  add (backups, now + 365 * DAY + 60, 1);
  g_assert_true (cap_backup_is_due (backups, now));
  add (backups, now, 1);
  drop_surplus (backups, now, ROOM);
  g_assert_cmpuint (backups->len, ==, 3);
  g_assert_false (cap_backup_is_due (backups, now + 1));
}

/* A clock that jumped ahead by years throws nothing away. */
static void
test_clock_set_forward (void)
{
  g_autoptr(GPtrArray) backups = new_list ();
  const gint64 now = G_GINT64_CONSTANT (1800000000);

  for (guint i = 0; i < 20; i++)
    add (backups, now - i * DAY, 1);
  add (backups, now + 5 * 365 * DAY, 1);
  drop_surplus (backups, now + 5 * 365 * DAY, ROOM);
  g_assert_cmpuint (backups->len, ==, 21);
}

static void
test_before_migration (void)
{
  g_autoptr(GPtrArray) backups = new_list ();
  const gint64 now = G_GINT64_CONSTANT (1800000000);

  for (guint i = 0; i < 3; i++)
    {
      add (backups, now - 100 * DAY - i, 1);
      ((CapBackup *) g_ptr_array_index (backups, i))->before_migration = TRUE;
    }
  g_assert_true (cap_backup_is_due (backups, now - 100 * DAY));
  drop_surplus (backups, now, ROOM);
  g_assert_cmpuint (backups->len, ==, 3);
  add (backups, now + 3 * 365 * DAY, 1);
  add (backups, now + 3 * 365 * DAY + HOUR, 1);
  drop_surplus (backups, now + 3 * 365 * DAY + HOUR, ROOM);
  g_assert_cmpuint (backups->len, ==, 2); /* they go by age */
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/backup/spread", test_spread);
  g_test_add_func ("/model/backup/size", test_size);
  g_test_add_func ("/model/backup/due", test_due);
  g_test_add_func ("/model/backup/clock-set-back", test_clock_set_back);
  g_test_add_func ("/model/backup/clock-set-forward", test_clock_set_forward);
  g_test_add_func ("/model/backup/before-migration", test_before_migration);

  return g_test_run ();
}
