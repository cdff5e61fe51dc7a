/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/welcome/cap-recent.h"

/**
 * CapRecent:
 *
 * The dossiers that were opened on this computer, the last one first, with
 * what the start page shows about them. Kept in one small private file, so
 * that no dossier is opened for the sake of the list.
 */
struct _CapRecent
{
  GObject   parent_instance;

  char     *path;
  GKeyFile *entries; /* one group for each dossier, named after its path */
  guint     limit;
};

G_DEFINE_FINAL_TYPE (CapRecent, cap_recent, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
free_score (gpointer data)
{
  CapRecentScore *score = data;

  g_free (score->title);
  g_free (score);
}

static void
free_entry (gpointer data)
{
  CapRecentEntry *entry = data;

  g_free (entry->path);
  g_free (entry->title);
  g_free (entry->date);
  g_ptr_array_unref (entry->scores);
  g_free (entry);
}

/* A path may hold what the name of a group may not. */
static char *
dup_group (const char *path)
{
  return g_uri_escape_string (path, "/", TRUE);
}

static GPtrArray *
read_scores (GKeyFile   *file,
             const char *group)
{
  GPtrArray *scores = g_ptr_array_new_with_free_func (free_score);
  g_auto(GStrv) themes = g_key_file_get_string_list (file, group, "themes", NULL, NULL);
  g_autofree int *percents = NULL;
  gsize n = 0;

  percents = g_key_file_get_integer_list (file, group, "percents", &n, NULL);

  for (gsize i = 0; themes != NULL && themes[i] != NULL && i < n; i++)
    {
      CapRecentScore *score = g_new0 (CapRecentScore, 1);

      score->title = g_strdup (themes[i]);
      score->percent = CLAMP (percents[i], -1, 100);
      g_ptr_array_add (scores, score);
    }

  return scores;
}

static CapRecentEntry *
read_entry (GKeyFile   *file,
            const char *group)
{
  CapRecentEntry *entry = g_new0 (CapRecentEntry, 1);

  entry->path = g_uri_unescape_string (group, NULL);
  entry->title = g_key_file_get_string (file, group, "title", NULL);
  entry->date = g_key_file_get_string (file, group, "date", NULL);
  entry->answered = g_key_file_get_integer (file, group, "answered", NULL);
  entry->applicable = g_key_file_get_integer (file, group, "applicable", NULL);
  entry->scores = read_scores (file, group);
  entry->encrypted = g_key_file_get_boolean (file, group, "encrypted", NULL);

  return entry;
}

/* A list that cannot be kept is no reason to disturb anybody. */
static void
write_entries (CapRecent *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  gsize length;

  text = g_key_file_to_data (self->entries, &length, NULL);

  g_mkdir_with_parents (folder, 0700);
  if (!g_file_set_contents_full (self->path, text, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                                 &error))
    g_debug ("The list of recent dossiers is not kept: %s", error->message);

  g_signal_emit (self, signals[CHANGED], 0);
}

static void
cap_recent_finalize (GObject *object)
{
  CapRecent *self = CAP_RECENT (object);

  g_free (self->path);
  g_key_file_unref (self->entries);

  G_OBJECT_CLASS (cap_recent_parent_class)->finalize (object);
}

static void
cap_recent_class_init (CapRecentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cap_recent_finalize;

  signals[CHANGED] = g_signal_new ("changed", CAP_TYPE_RECENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
cap_recent_init (CapRecent *self)
{
  self->entries = g_key_file_new ();
}

/**
 * cap_recent_new:
 * @path: of the file that keeps the list; need not exist
 * @limit: how many dossiers are kept
 *
 * Returns: (transfer full): the list
 */
CapRecent *
cap_recent_new (const char *path,
                guint       limit)
{
  CapRecent *self;

  g_return_val_if_fail (path != NULL && limit > 0, NULL);

  self = g_object_new (CAP_TYPE_RECENT, NULL);
  self->path = g_strdup (path);
  self->limit = limit;
  g_key_file_load_from_file (self->entries, path, G_KEY_FILE_NONE, NULL);

  return self;
}

/**
 * cap_recent_list:
 *
 * Returns: (transfer full) (element-type CapRecentEntry): the last one first
 */
GPtrArray *
cap_recent_list (CapRecent *self)
{
  GPtrArray *list;
  g_auto(GStrv) groups = NULL;
  gsize n_groups;

  g_return_val_if_fail (CAP_IS_RECENT (self), NULL);

  list = g_ptr_array_new_with_free_func (free_entry);
  groups = g_key_file_get_groups (self->entries, &n_groups);

  for (gsize i = n_groups; i > 0; i--)
    {
      CapRecentEntry *entry = read_entry (self->entries, groups[i - 1]);

      if (entry->path != NULL && entry->title != NULL && list->len < self->limit)
        g_ptr_array_add (list, entry);
      else
        free_entry (entry);
    }

  return list;
}

static void
put_scores (GKeyFile            *file,
            const char          *group,
            const CapPhotograph *photograph)
{
  guint n = photograph->themes->len;
  g_autofree const char **themes = g_new0 (const char *, n + 1);
  g_autofree int *percents = g_new0 (int, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const CapThemeResult *result = g_ptr_array_index (photograph->themes, i);

      themes[i] = result->theme->label;
      percents[i] = result->score.percent;
    }

  g_key_file_set_string_list (file, group, "themes", themes, n);
  g_key_file_set_integer_list (file, group, "percents", percents, n);
  g_key_file_set_integer (file, group, "answered", (int) photograph->score.coverage.answered);
  g_key_file_set_integer (file, group, "applicable", (int) photograph->score.coverage.applicable);
}

static void
drop_oldest (CapRecent *self)
{
  g_auto(GStrv) groups = NULL;
  gsize n_groups;

  groups = g_key_file_get_groups (self->entries, &n_groups);

  for (gsize i = 0; i + self->limit < n_groups; i++)
    g_key_file_remove_group (self->entries, groups[i], NULL);
}

/* Puts a dossier at the top of the list. Returns: (transfer full): its group */
static char *
start_entry (CapRecent  *self,
             const char *path,
             const char *title,
             const char *date)
{
  char *group = dup_group (path);

  g_key_file_remove_group (self->entries, group, NULL);
  g_key_file_set_string (self->entries, group, "title", title);
  g_key_file_set_string (self->entries, group, "date", date);

  return group;
}

/**
 * cap_recent_note:
 * @path: of a dossier
 * @date: today, ISO 8601
 *
 * Puts a dossier at the top of the list, with its figures of the moment.
 */
void
cap_recent_note (CapRecent           *self,
                 const char          *path,
                 const CapMember     *member,
                 const CapPhotograph *photograph,
                 const char          *date)
{
  g_autofree char *group = NULL;

  g_return_if_fail (CAP_IS_RECENT (self));
  g_return_if_fail (path != NULL && member != NULL && photograph != NULL && date != NULL);

  group = start_entry (self, path, member->name, date);
  put_scores (self->entries, group, photograph);
  drop_oldest (self);
  write_entries (self);
}

/* The same of a dossier that is encrypted: nothing of what it holds is kept here. */
void
cap_recent_note_encrypted (CapRecent  *self,
                           const char *path,
                           const char *date)
{
  g_autofree char *name = NULL;
  g_autofree char *group = NULL;

  g_return_if_fail (CAP_IS_RECENT (self) && path != NULL && date != NULL);

  name = g_path_get_basename (path);
  group = start_entry (self, path, name, date);
  g_key_file_set_boolean (self->entries, group, "encrypted", TRUE);
  drop_oldest (self);
  write_entries (self);
}

/**
 * cap_recent_forget:
 * @path: of a dossier
 *
 * Takes a dossier off the list. The file stays.
 */
void
cap_recent_forget (CapRecent  *self,
                   const char *path)
{
  g_autofree char *group = NULL;

  g_return_if_fail (CAP_IS_RECENT (self) && path != NULL);

  group = dup_group (path);
  if (g_key_file_remove_group (self->entries, group, NULL))
    write_entries (self);
}
