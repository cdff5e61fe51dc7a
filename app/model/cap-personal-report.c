/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/cap-personal-report.h"

#include <glib/gi18n.h>

#define MAX_PLACES 200 /* of one person: more are only counted */

static void
free_place (CapPersonalPlace *place)
{
  g_free (place->what);
  g_free (place->around);
  g_free (place);
}

static void
free_group (CapPersonalGroup *group)
{
  g_free (group->text);
  g_free (group->key);
  g_ptr_array_unref (group->spellings);
  g_ptr_array_unref (group->places);
  g_free (group);
}

static void
free_column (CapPersonalColumn *column)
{
  g_free (column->table);
  g_free (column->column);
  g_free (column->label);
  g_free (column);
}

CapPersonalReport *
cap_personal_report_new (void)
{
  CapPersonalReport *self = g_new0 (CapPersonalReport, 1);

  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) free_column);
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) free_group);
  self->unread = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
cap_personal_report_free (CapPersonalReport *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->unread);
  g_free (self);
}

CapPersonalColumn *
cap_personal_column_new (const char     *table,
                         const char     *column,
                         CapPersonalUse  use)
{
  CapPersonalColumn *self = g_new0 (CapPersonalColumn, 1);

  self->table = g_strdup (table);
  self->column = g_strdup (column);
  self->use = use;

  return self;
}

/**
 * cap_personal_report_get_group:
 * @key: the same however it is written
 * @text: as it is written here
 *
 * Returns: (transfer none): the group of that person, address or number, new if need be
 */
CapPersonalGroup *
cap_personal_report_get_group (CapPersonalReport *self,
                               CapPersonalKind    kind,
                               const char        *key,
                               const char        *text)
{
  CapPersonalGroup *group;

  for (guint i = 0; i < self->groups->len; i++)
    {
      group = g_ptr_array_index (self->groups, i);
      if (group->kind == kind && g_str_equal (group->key, key))
        return group;
    }

  group = g_new0 (CapPersonalGroup, 1);
  group->kind = kind;
  group->key = g_strdup (key);
  group->text = g_strdup (text);
  group->spellings = g_ptr_array_new_with_free_func (g_free);
  group->places = g_ptr_array_new_with_free_func ((GDestroyNotify) free_place);
  g_ptr_array_add (self->groups, group);

  return group;
}

static void
add_spelling (CapPersonalGroup *self,
              const char       *spelling)
{
  if (!g_ptr_array_find_with_equal_func (self->spellings, spelling, g_str_equal, NULL))
    g_ptr_array_add (self->spellings, g_strdup (spelling));
}

/**
 * cap_personal_group_add:
 * @what: where, in words
 * @around: what it stands in
 * @spelling: how it is written
 * @past: whether it is in what was done before
 */
void
cap_personal_group_add (CapPersonalGroup *self,
                        const char       *what,
                        const char       *around,
                        const char       *spelling,
                        gboolean          past)
{
  CapPersonalPlace *place;

  add_spelling (self, spelling);
  if (past)
    self->n_past++;
  else
    self->n_now++;

  for (guint i = 0; i < self->places->len; i++)
    {
      place = g_ptr_array_index (self->places, i);
      if (place->past == past && g_str_equal (place->what, what))
        {
          place->n++;
          return;
        }
    }
  if (self->places->len >= MAX_PLACES)
    return;

  place = g_new0 (CapPersonalPlace, 1);
  place->what = g_strdup (what);
  place->around = g_strdup (around);
  place->past = past;
  place->n = 1;
  g_ptr_array_add (self->places, place);
}

static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const CapPersonalGroup *one = *(CapPersonalGroup * const *) a;
  const CapPersonalGroup *other = *(CapPersonalGroup * const *) b;

  if ((one->kind == CAP_PERSONAL_NAME) != (other->kind == CAP_PERSONAL_NAME))
    return one->kind == CAP_PERSONAL_NAME ? -1 : 1;
  if (one->n_now + one->n_past != other->n_now + other->n_past)
    return one->n_now + one->n_past > other->n_now + other->n_past ? -1 : 1;

  return g_strcmp0 (one->key, other->key);
}

static int
compare_columns (gconstpointer a,
                 gconstpointer b)
{
  static const int order[] = {
    [CAP_PERSONAL_USE_PEOPLE] = 0, [CAP_PERSONAL_USE_FILE] = 1, [CAP_PERSONAL_USE_CODE] = 2,
    [CAP_PERSONAL_USE_TEXT] = 3, [CAP_PERSONAL_USE_NONE] = 4,
  };
  const CapPersonalColumn *one = *(CapPersonalColumn * const *) a;
  const CapPersonalColumn *other = *(CapPersonalColumn * const *) b;

  if (one->use != other->use)
    return order[one->use] - order[other->use];

  return g_utf8_collate (one->label, other->label);
}

void
cap_personal_report_sort (CapPersonalReport *self)
{
  g_ptr_array_sort (self->groups, compare_groups);
  g_ptr_array_sort (self->columns, compare_columns);
}

static void
free_file (CapSearchedFile *file)
{
  g_free (file->path);
  g_free (file);
}

CapRedactionOutcome *
cap_redaction_outcome_new (void)
{
  CapRedactionOutcome *self = g_new0 (CapRedactionOutcome, 1);

  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) free_file);
  self->left = g_ptr_array_new_with_free_func (g_free);
  self->unread = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
cap_redaction_outcome_free (CapRedactionOutcome *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->left);
  g_ptr_array_unref (self->unread);
  g_free (self->problem);
  g_free (self);
}

void
cap_redaction_outcome_add_file (CapRedactionOutcome *self,
                                const char          *path,
                                gint64               size,
                                guint64              n_found)
{
  CapSearchedFile *file = g_new0 (CapSearchedFile, 1);

  file->path = g_strdup (path);
  file->size = size;
  file->n_found = n_found;
  g_ptr_array_add (self->files, file);
}

/* How many times something that should be gone was found in files. */
guint64
cap_redaction_outcome_get_found (const CapRedactionOutcome *self)
{
  guint64 n = 0;

  for (guint i = 0; i < self->files->len; i++)
    n += ((CapSearchedFile *) g_ptr_array_index (self->files, i))->n_found;

  return n;
}

/**
 * cap_redaction_outcome_dup_proof:
 *
 * Returns: (transfer full): a sentence: where it was searched, and what was found there
 */
char *
cap_redaction_outcome_dup_proof (const CapRedactionOutcome *self)
{
  const guint64 n_found = cap_redaction_outcome_get_found (self);
  gint64 size = 0;
  g_autofree char *bytes = NULL;
  g_autofree char *where = NULL;

  for (guint i = 0; i < self->files->len; i++)
    size += ((CapSearchedFile *) g_ptr_array_index (self->files, i))->size;
  bytes = g_format_size ((guint64) size);

  /* Translators: how many files, which decides on the form, and their size: “4.2 MB” */
  where = g_strdup_printf (ngettext ("Searched byte by byte in %1$u file (%2$s)",
                                     "Searched byte by byte in %1$u files (%2$s)", self->files->len),
                           self->files->len, bytes);
  if (n_found == 0)
    /* Translators: %s is where it was searched */
    return g_strdup_printf (_("%s: nothing left."), where);

  /* Translators: where it was searched, and how many times something was found, which decides on the form */
  return g_strdup_printf (ngettext ("%1$s: still found %2$u time.", "%1$s: still found %2$u times.",
                                    (gulong) n_found), where, (guint) n_found);
}
