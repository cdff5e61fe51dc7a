/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-checks-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-text.h"

/* Shorter words say nothing of what a title is about. */
#define SHORT_WORD 3

static const GPtrArray *
get_records (const CapCheckRun *run,
             CapRegisterKind    kind)
{
  return run->dossier->registers[kind];
}

static void
check_codes (CapCheckRun     *run,
             const CapRecord *record,
             guint            field)
{
  const CapField *it = &cap_register_get (record->kind)->fields[field];
  g_autofree char *unknown = cap_check_run_dup_unknown (run, record, field);
  const char *code = cap_record_get_code (record);
  g_autofree char *subject = NULL;
  g_autofree char *name = NULL;

  if (unknown == NULL)
    return;

  name = cap_check_dup_name (record);
  subject = g_strdup_printf ("%s/%s", record->id, it->name);
  /* Translators: a line of a register, the label of one of its fields, codes */
  cap_check_run_add (run, subject, *code != '\0' ? code : name, cap_address_new_for_record (record),
                     g_strdup_printf (_("%1$s: “%2$s” refers to what is no longer there: %3$s."), name,
                                      gettext (it->label), unknown));
}

/* Clauses that a document cites have a check of their own. */
static gboolean
is_reference (CapRegisterKind kind,
              guint           field)
{
  return cap_register_get (kind)->fields[field].kind == CAP_VALUE_CODES &&
         !(kind == CAP_REGISTER_DOCUMENT && field == CAP_DOCUMENT_REQUIREMENTS);
}

static void
find_unknown_codes (CapCheckRun *run)
{
  for (CapRegisterKind kind = 0; kind < CAP_N_REGISTERS; kind++)
    {
      for (guint field = 0; field < cap_register_get (kind)->n_fields; field++)
        {
          for (guint i = 0; is_reference (kind, field) && i < get_records (run, kind)->len; i++)
            check_codes (run, g_ptr_array_index (get_records (run, kind), i), field);
        }
    }
}

/* FNV-1a, stirred so that sums of them tell words apart. */
static guint64
hash_word (const char *word,
           gsize       length)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) word[i]) * G_GUINT64_CONSTANT (1099511628211);
  hash = (hash ^ (hash >> 32)) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  return hash ^ (hash >> 29);
}

/* The words of a title that say something, in whatever order, number and case, as one number: two titles
 * that give the same are alike. 0 when there is no such word. */
static guint64
get_gist (const char *title)
{
  g_autofree char *folded = cap_text_fold (title);
  guint64 gist = 0;

  for (const char *word = folded; *word != '\0';)
    {
      const gsize length = strcspn (word, " ");
      const gboolean plural = length > SHORT_WORD + 1 && word[length - 1] == 's';

      if (length > SHORT_WORD || g_ascii_isdigit (*word))
        gist += hash_word (word, plural ? length - 1 : length);
      word += length + strspn (word + length, " ");
    }

  return gist;
}

/* Returns: (nullable): what has the same gist already; otherwise @item has it from now on */
static gpointer
find_alike (GHashTable *gists,
            const char *title,
            gpointer    item)
{
  const guint64 gist = get_gist (title);
  gpointer found = g_hash_table_lookup (gists, &gist);

  if (found == NULL && gist != 0)
    g_hash_table_insert (gists, g_memdup2 (&gist, sizeof gist), item);

  return found;
}

static void
find_alike_records (CapCheckRun     *run,
                    CapRegisterKind  kind)
{
  g_autoptr(GHashTable) gists = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < get_records (run, kind)->len; i++)
    {
      CapRecord *record = g_ptr_array_index (get_records (run, kind), i);
      const CapRecord *other = find_alike (gists, cap_record_get_title (record), record);
      g_autofree char *name = NULL;

      if (other == NULL)
        continue;

      name = cap_check_dup_name (record);
      /* Translators: a line of a register, then the code of another one */
      cap_check_run_add_record (run, record,
                                g_strdup_printf (_("%1$s says nearly the same as %2$s: is it twice the"
                                                   " same?"),
                                                 name, cap_record_get_code (other)));
    }
}

static void
find_alike_actions (CapCheckRun *run)
{
  g_autoptr(GHashTable) gists = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < run->dossier->actions->len; i++)
    {
      CapAction *action = g_ptr_array_index (run->dossier->actions, i);
      const CapAction *other = cap_action_is_open (action) ? find_alike (gists, action->title, action) : NULL;
      g_autofree char *name = NULL;

      if (other == NULL)
        continue;

      name = cap_check_dup_action (action);
      /* Translators: an action, then the number of another one */
      cap_check_run_add_action (run, action,
                                g_strdup_printf (_("%1$s says nearly the same as action %2$u: is it twice the"
                                                   " same?"), name, other->number));
    }
}

/* Complaints and surveys come back under the same title: that says something else. */
static void
find_titles_alike (CapCheckRun *run)
{
  static const CapRegisterKind kinds[] = {
    CAP_REGISTER_ISSUE, CAP_REGISTER_PARTY, CAP_REGISTER_RISK, CAP_REGISTER_GOAL, CAP_REGISTER_PROCESS,
    CAP_REGISTER_DOCUMENT, CAP_REGISTER_SUPPLIER,
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    find_alike_records (run, kinds[i]);
  find_alike_actions (run);
}

const CapCheck cap_checks_whole[] = {
  { "code-unknown", CAP_CHECK_WHOLE, CAP_SEVERITY_LOOK, N_("Code that refers to nothing any more"),
    find_unknown_codes },
  { "titles-alike", CAP_CHECK_WHOLE, CAP_SEVERITY_ADVICE, N_("Two titles that say nearly the same"),
    find_titles_alike },
};

const guint cap_n_checks_whole = G_N_ELEMENTS (cap_checks_whole);
