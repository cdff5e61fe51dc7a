/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/cap-personal-report.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_PLACES 200 /* of one person: more are only counted */
#define AROUND     40  /* characters shown on each side */

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
  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_personal_document_free);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
cap_personal_report_free (CapPersonalReport *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->documents);
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

/* Returns: (transfer none): the group of that person, address or number, new if need be */
static CapPersonalGroup *
get_group (CapPersonalReport *self,
           CapPersonalKind    kind,
           const char        *key,
           const char        *text)
{
  g_autofree char *id = g_strdup_printf ("%d %s", (int) kind, key);
  CapPersonalGroup *group = g_hash_table_lookup (self->by_key, id);

  if (group != NULL)
    return group;

  group = g_new0 (CapPersonalGroup, 1);
  group->kind = kind;
  group->key = g_strdup (key);
  group->text = g_strdup (text);
  group->spellings = g_ptr_array_new_with_free_func (g_free);
  group->places = g_ptr_array_new_with_free_func ((GDestroyNotify) free_place);
  g_ptr_array_add (self->groups, group);
  g_hash_table_insert (self->by_key, g_steal_pointer (&id), group);

  return group;
}

static void
add_spelling (CapPersonalGroup *self,
              const char       *spelling)
{
  if (!g_ptr_array_find_with_equal_func (self->spellings, spelling, g_str_equal, NULL))
    g_ptr_array_add (self->spellings, g_strdup (spelling));
}

static void
add_place (CapPersonalGroup *self,
           const char       *what,
           const char       *around,
           gboolean          past)
{
  CapPersonalPlace *place;

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

/* The text around a span, one line of it, with “…” where it is cut. */
static char *
dup_around (const char            *text,
            const CapPersonalSpan *span)
{
  const char *start = text + span->start;
  const char *end = start + span->length;
  const char *text_end = text + strlen (text);
  g_autofree char *part = NULL;

  for (guint i = 0; i < AROUND && start > text; i++)
    start = g_utf8_prev_char (start);
  for (guint i = 0; i < AROUND && end < text_end; i++)
    end = g_utf8_next_char (end);

  part = g_strndup (start, (gsize) (end - start));
  g_strdelimit (part, "\n\r\t", ' ');

  return g_strdup_printf ("%s%s%s", start > text ? "…" : "", part, end < text_end ? "…" : "");
}

/**
 * cap_personal_report_add:
 * @span: something that was found
 * @text: where
 * @what: that text, in words: “Action 12, owner”
 * @past: whether it is in what was done before
 */
void
cap_personal_report_add (CapPersonalReport     *self,
                         const CapPersonalSpan *span,
                         const char            *text,
                         const char            *what,
                         gboolean               past)
{
  g_autofree char *spelling = g_strndup (text + span->start, span->length);
  g_autofree char *around = dup_around (text, span);
  CapPersonalGroup *group = get_group (self, span->kind, span->key, spelling);

  add_spelling (group, spelling);
  if (past)
    group->n_past++;
  else
    group->n_now++;
  add_place (group, what, around, past);
}

/**
 * cap_personal_report_take_text:
 * @document: one of the report, unread until now
 * @finder: what is looked for
 * @text: what the file says, in UTF-8
 * @whole: whether that is all that it says
 */
void
cap_personal_report_take_text (CapPersonalReport       *self,
                               CapPersonalDocument     *document,
                               const CapPersonalFinder *finder,
                               const char              *text,
                               gboolean                 whole)
{
  g_autoptr(GPtrArray) spans = cap_personal_finder_find (finder, text);
  g_autofree char *what = cap_personal_document_dup_what (document);

  self->n_texts++;
  document->reading = whole ? CAP_PERSONAL_READ : CAP_PERSONAL_READ_PARTLY;
  document->n_found += spans->len;
  for (guint i = 0; i < spans->len; i++)
    cap_personal_report_add (self, g_ptr_array_index (spans, i), text, what, document->name == NULL);
}

/* @name: (nullable): of a file that is there now */
CapPersonalDocument *
cap_personal_document_new (const char         *sha256,
                           const char         *name,
                           CapPersonalReading  reading)
{
  CapPersonalDocument *self = g_new0 (CapPersonalDocument, 1);

  self->sha256 = g_strdup (sha256);
  self->name = g_strdup (name);
  self->reading = reading;

  return self;
}

void
cap_personal_document_free (CapPersonalDocument *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->sha256);
  g_free (self->name);
  g_free (self);
}

/* Returns: (transfer full): in words, what its text is */
char *
cap_personal_document_dup_what (const CapPersonalDocument *self)
{
  if (self->name == NULL)
    return g_strdup (_("Inside an older file"));

  /* Translators: %s is the name of a file */
  return g_strdup_printf (_("Inside the file “%s”"), self->name);
}

/* Returns: (transfer full) (element-type utf8): the names of those that a person has to open, each once */
GPtrArray *
cap_personal_list_unread (const GPtrArray *documents)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < documents->len; i++)
    {
      const CapPersonalDocument *document = g_ptr_array_index (documents, i);
      const char *name = document->name != NULL ? document->name : _("an older file");

      if (document->reading != CAP_PERSONAL_READ &&
          !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, g_strdup (name));
    }

  return names;
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

static int
compare_documents (gconstpointer a,
                   gconstpointer b)
{
  const CapPersonalDocument *one = *(CapPersonalDocument * const *) a;
  const CapPersonalDocument *other = *(CapPersonalDocument * const *) b;

  if (one->n_found != other->n_found)
    return one->n_found > other->n_found ? -1 : 1;
  if (one->reading != other->reading)
    return one->reading < other->reading ? -1 : 1;
  if (one->name == NULL || other->name == NULL)
    return (one->name == NULL) - (other->name == NULL);

  return g_utf8_collate (one->name, other->name);
}

void
cap_personal_report_sort (CapPersonalReport *self)
{
  g_ptr_array_sort (self->documents, compare_documents);
  g_ptr_array_sort (self->groups, compare_groups);
  g_ptr_array_sort (self->columns, compare_columns);
}
