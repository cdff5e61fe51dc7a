/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workspace/cap-repair.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "exchange/cap-adaptation-json.h"
#include "model/cap-backup.h"
#include "store/cap-backup-folder.h"
#include "store/cap-salvage.h"
#include "workspace/cap-library.h"

#define MAX_BACKUPS  5   /* on the page: the newest are what people want */
#define MAX_BESIDE   10
#define MAX_NAMES    1000
#define EXTENSION    ".capcedre"

/* What a task is about. */
typedef struct
{
  char   *path;
  char   *other;
  gint64  time;
} Work;

static void
free_work (Work *self)
{
  g_free (self->path);
  g_free (self->other);
  g_free (self);
}

void
cap_spare_free (CapSpare *self)
{
  g_free (self->path);
  g_free (self);
}

gboolean
cap_repair_is_for (const GError *error)
{
  return g_error_matches (error, CAP_STORE_ERROR, CAP_STORE_ERROR_CORRUPT);
}

static GTask *
new_task (const char          *path,
          const char          *other,
          GCancellable        *cancellable,
          GAsyncReadyCallback  callback,
          gpointer             user_data,
          gpointer             tag)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->path = g_strdup (path);
  work->other = g_strdup (other);
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, work, (GDestroyNotify) free_work);

  return task;
}

/* Names */

static char *
dup_stem (const char *path)
{
  char *stem = g_path_get_basename (path);
  char *dot = strrchr (stem, '.');

  if (dot != NULL && dot != stem)
    *dot = '\0';

  return stem;
}

/* “NAME (WHAT).capcedre”, with a number from the second one on. */
static char *
dup_free_name (const char *path,
               const char *what)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *stem = dup_stem (path);

  for (guint number = 1; number < MAX_NAMES; number++)
    {
      g_autofree char *name = number == 1 ? g_strdup_printf ("%s (%s)" EXTENSION, stem, what)
                                          : g_strdup_printf ("%s (%s %u)" EXTENSION, stem, what, number);
      g_autofree char *free_path = g_build_filename (folder, name, NULL);

      if (!g_file_test (free_path, G_FILE_TEST_EXISTS) && !g_file_test (free_path, G_FILE_TEST_IS_SYMLINK))
        return g_steal_pointer (&free_path);
    }

  return g_build_filename (folder, stem, NULL);
}

char *
cap_repair_dup_new_path (const char *path)
{
  /* Translators: in the name of a file: “Les Érables (recovered).capcedre” */
  return dup_free_name (path, C_("file name", "recovered"));
}

/* Salvage */

/* The text of a framework, exactly: its hash names it. */
static GBytes *
find_framework (const char *sha256)
{
  g_autoptr(GPtrArray) entries = cap_library_list ();

  for (guint i = 0; i < entries->len; i++)
    {
      const CapLibraryEntry *entry = g_ptr_array_index (entries, i);

      if (entry->framework != NULL && g_strcmp0 (entry->framework->sha256, sha256) == 0)
        return g_bytes_ref (entry->framework->source);
    }

  return NULL;
}

/**
 * cap_repair_salvage:
 * @report: to be filled
 *
 * Saves what can be saved of a damaged dossier into a new file.
 */
gboolean
cap_repair_salvage (const char        *path,
                    const char        *new_path,
                    GCancellable      *cancellable,
                    CapSalvageReport  *report,
                    GError           **error)
{
  return cap_salvage_run (path, new_path, cap_adapted_framework_read, find_framework, cancellable, report,
                          error);
}

static void
salvage_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  const Work *work = task_data;
  g_autoptr(CapSalvageReport) report = cap_salvage_report_new ();
  GError *error = NULL;

  if (cap_repair_salvage (work->path, work->other, cancellable, report, &error))
    g_task_return_pointer (task, g_steal_pointer (&report), (GDestroyNotify) cap_salvage_report_free);
  else
    g_task_return_error (task, error);
}

void
cap_repair_salvage_async (const char          *path,
                          const char          *new_path,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = new_task (path, new_path, cancellable, callback, user_data,
                                    cap_repair_salvage_async);

  g_task_run_in_thread (task, salvage_in_thread);
}

CapSalvageReport *
cap_repair_salvage_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Spares */

/* One that needs a passphrase is looked into once it was given. */
static gboolean
is_sound (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CapDossierFile) file = cap_dossier_file_open (path, CAP_FILE_READ, cap_adapted_framework_read,
                                                          &error);
  g_autoptr(CapDossier) dossier = file != NULL ? cap_dossier_file_load (file, NULL) : NULL;

  return dossier != NULL || g_error_matches (error, CAP_STORE_ERROR, CAP_STORE_ERROR_ENCRYPTED);
}

static void
add_spare (GPtrArray    *spares,
           CapSpareKind  kind,
           const char   *path,
           gint64        time,
           gint64        size)
{
  CapSpare *spare = g_new0 (CapSpare, 1);

  spare->kind = kind;
  spare->path = g_strdup (path);
  spare->time = time;
  spare->size = size;
  g_ptr_array_add (spares, spare);
}

static void
add_backups (const char   *path,
             GCancellable *cancellable,
             GPtrArray    *spares)
{
  g_autoptr(GPtrArray) backups = cap_backup_folder_find (path);

  for (guint i = 0; i < backups->len && spares->len < MAX_BACKUPS; i++)
    {
      const CapBackup *backup = g_ptr_array_index (backups, i);

      if (g_cancellable_is_cancelled (cancellable))
        return;
      if (is_sound (backup->path))
        add_spare (spares, CAP_SPARE_BACKUP, backup->path, backup->time, backup->size);
    }
}

static int
compare_newest_first (gconstpointer one,
                      gconstpointer other)
{
  const CapSpare *first = *(const CapSpare * const *) one;
  const CapSpare *second = *(const CapSpare * const *) other;

  return first->time > second->time ? -1 : first->time < second->time;
}

/* Conflicted copies, what a killed program left, an earlier rescue: their names begin as its own. */
static GPtrArray *
list_beside (const char   *path,
             GCancellable *cancellable)
{
  GPtrArray *beside = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_spare_free);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *own = g_path_get_basename (path);
  g_autofree char *stem = dup_stem (path);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && !g_cancellable_is_cancelled (cancellable) && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *other = g_build_filename (folder, name, NULL);
      GStatBuf info;

      if (g_str_has_prefix (name, stem) && g_str_has_suffix (name, EXTENSION) && !g_str_equal (name, own) &&
          g_stat (other, &info) == 0 && S_ISREG (info.st_mode) && is_sound (other))
        add_spare (beside, CAP_SPARE_BESIDE, other, info.st_mtime, info.st_size);
    }
  g_ptr_array_sort (beside, compare_newest_first);
  if (beside->len > MAX_BESIDE)
    g_ptr_array_set_size (beside, MAX_BESIDE);

  return beside;
}

static void
list_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Work *work = task_data;
  GPtrArray *spares = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_spare_free);
  g_autoptr(GPtrArray) beside = NULL;

  add_backups (work->path, cancellable, spares);
  beside = list_beside (work->path, cancellable);
  g_ptr_array_extend_and_steal (spares, g_steal_pointer (&beside));

  g_task_return_pointer (task, spares, (GDestroyNotify) g_ptr_array_unref);
}

void
cap_repair_list_async (const char          *path,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr(GTask) task = new_task (path, NULL, cancellable, callback, user_data, cap_repair_list_async);

  g_task_run_in_thread (task, list_in_thread);
}

GPtrArray *
cap_repair_list_finish (GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Copying a backup beside */

static void
copy_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Work *work = task_data;
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_local (work->time);
  /* Translators: a date and a time in the name of a file, in the codes of strftime(); no colon */
  g_autofree char *date = g_date_time_format (time, C_("file name", "%Y-%m-%d %H.%M"));
  /* Translators: in the name of a file; %s is a date and a time */
  g_autofree char *what = g_strdup_printf (C_("file name", "backup %s"), date);
  g_autofree char *target = dup_free_name (work->path, what);
  g_autoptr(GFile) from = g_file_new_for_path (work->other);
  g_autoptr(GFile) to = g_file_new_for_path (target);
  GError *error = NULL;

  if (g_file_copy (from, to, G_FILE_COPY_TARGET_DEFAULT_PERMS, cancellable, NULL, NULL, &error))
    g_task_return_pointer (task, g_steal_pointer (&target), g_free);
  else
    g_task_return_error (task, error);
}

void
cap_repair_copy_async (const char          *path,
                       const CapSpare      *spare,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr(GTask) task = new_task (path, spare->path, cancellable, callback, user_data,
                                    cap_repair_copy_async);

  ((Work *) g_task_get_task_data (task))->time = spare->time;
  g_task_run_in_thread (task, copy_in_thread);
}

char *
cap_repair_copy_finish (GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
