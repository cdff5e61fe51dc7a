/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-process-rules.h"

#include <glib/gi18n.h>

/* The field has no more digits. */
#define LAST_PLACE 999

/* The place of its kind among the choices: management, realisation, support. What says nothing is a
 * realisation. */
static guint
get_band (const CapRecord *process)
{
  const CapChoice *choices = cap_register_get (CAP_REGISTER_PROCESS)->fields[CAP_PROCESS_KIND].choices;

  for (guint i = 0; choices[i].name != NULL; i++)
    if (cap_record_is (process, CAP_PROCESS_KIND, choices[i].name))
      return i;

  return 1;
}

/* Those that nobody placed come last, in the order of their codes. */
static int
get_place (const CapRecord *process)
{
  const int place = cap_record_get_number (process, CAP_PROCESS_PLACE);

  return place != CAP_NUMBER_UNSET ? place : LAST_PLACE + 1;
}

static int
compare_places (gconstpointer one,
                gconstpointer other)
{
  const CapRecord *a = *(const CapRecord * const *) one;
  const CapRecord *b = *(const CapRecord * const *) other;

  if (get_band (a) != get_band (b))
    return (int) get_band (a) - (int) get_band (b);

  return get_place (a) != get_place (b) ? get_place (a) - get_place (b) : cap_record_compare (a, b);
}

static GPtrArray *
list_band (const CapDossier *dossier,
           const CapRecord  *process)
{
  g_autoptr(GPtrArray) all = cap_process_list (dossier);
  GPtrArray *band = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (get_band (g_ptr_array_index (all, i)) == get_band (process))
      g_ptr_array_add (band, g_ptr_array_index (all, i));

  return band;
}

/* Returns: (transfer container) (element-type CapRecord): the processes, band by band, in the order
 *   of the user */
GPtrArray *
cap_process_list (const CapDossier *dossier)
{
  GPtrArray *list = g_ptr_array_new ();
  const GPtrArray *processes;

  g_return_val_if_fail (dossier != NULL, list);

  processes = dossier->registers[CAP_REGISTER_PROCESS];
  for (guint i = 0; i < processes->len; i++)
    g_ptr_array_add (list, g_ptr_array_index (processes, i));
  g_ptr_array_sort (list, compare_places);

  return list;
}

/* How many processes of its band come before it. */
guint
cap_process_get_rank (const CapDossier *dossier,
                      const CapRecord  *process)
{
  g_autoptr(GPtrArray) band = list_band (dossier, process);

  for (guint i = 0; i < band->len; i++)
    if (g_str_equal (((const CapRecord *) g_ptr_array_index (band, i))->id, process->id))
      return i;

  return band->len;
}

/**
 * cap_process_move:
 * @process: one of the dossier
 * @rank: where it goes in its band; beyond the last one is the end
 *
 * Returns: (transfer full) (nullable): the gesture that gives the band its new order; %NULL when
 *   the order stays
 */
CapCommand *
cap_process_move (const CapDossier *dossier,
                  const CapRecord  *process,
                  guint             rank)
{
  g_autoptr(CapCommand) command = NULL;
  g_autoptr(GPtrArray) band = NULL;
  guint before;

  g_return_val_if_fail (dossier != NULL && process != NULL, NULL);

  band = list_band (dossier, process);
  before = cap_process_get_rank (dossier, process);
  rank = MIN (rank, band->len - 1);
  if (before >= band->len || before == rank)
    return NULL;

  process = g_ptr_array_steal_index (band, before);
  g_ptr_array_insert (band, (int) rank, (gpointer) process);
  command = cap_command_new (CAP_GESTURE_RECORD, cap_record_get_code (process));
  for (guint i = 0; i < band->len; i++)
    {
      g_autoptr(CapRecord) moved = cap_record_copy (g_ptr_array_index (band, i));

      if (cap_record_set_number (moved, CAP_PROCESS_PLACE, (int) MIN (i + 1, LAST_PLACE)))
        cap_command_put_record (command, moved);
    }

  return g_steal_pointer (&command);
}

/**
 * cap_process_dup_fault:
 * @process: what a process is to become
 *
 * Processes may feed each other in a circle; a process does not feed itself, nor one that is not
 * there.
 *
 * Returns: (transfer full) (nullable): what is wrong with what it feeds
 */
char *
cap_process_dup_fault (const CapDossier *dossier,
                       const CapRecord  *process)
{
  g_auto(GStrv) codes = NULL;

  g_return_val_if_fail (dossier != NULL && process != NULL, NULL);

  codes = cap_record_dup_codes (process, CAP_PROCESS_FEEDS);
  for (guint i = 0; codes[i] != NULL; i++)
    {
      if (g_str_equal (codes[i], cap_record_get_code (process)))
        return g_strdup (_("A process does not feed itself: leave its own code out"));
      if (cap_dossier_find_record_by_code (dossier, CAP_REGISTER_PROCESS, codes[i]) == NULL)
        /* Translators: %s is the code of a process */
        return g_strdup_printf (_("No process is called “%s”"), codes[i]);
    }

  return NULL;
}

static char *
dup_fed (const CapDossier *dossier,
         const CapRecord  *process)
{
  g_auto(GStrv) codes = cap_record_dup_codes (process, CAP_PROCESS_FEEDS);
  GString *names = g_string_new (NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      const CapRecord *fed = cap_dossier_find_record_by_code (dossier, CAP_REGISTER_PROCESS, codes[i]);

      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                              fed != NULL ? cap_record_get_title (fed) : codes[i]);
    }

  return g_string_free (names, FALSE);
}

/* What the map shows of a process, for those who hear it: kind, owner, what it feeds. */
char *
cap_process_dup_sentence (const CapDossier *dossier,
                          const CapRecord  *process)
{
  g_autofree char *fed = NULL;
  const char *owner;
  const char *kind;

  g_return_val_if_fail (dossier != NULL && process != NULL, NULL);

  fed = dup_fed (dossier, process);
  owner = cap_record_get (process, CAP_PROCESS_OWNER);
  kind = cap_record_get_choice (process, CAP_PROCESS_KIND);
  if (kind == NULL)
    kind = _("Realisation");

  if (owner != NULL && *fed != '\0')
    /* Translators: a kind of process, a function, a list of processes */
    return g_strdup_printf (_("%1$s, in the charge of %2$s, feeds %3$s"), kind, owner, fed);
  if (owner != NULL)
    /* Translators: a kind of process, a function */
    return g_strdup_printf (_("%1$s, in the charge of %2$s"), kind, owner);
  if (*fed != '\0')
    /* Translators: a kind of process, a list of processes */
    return g_strdup_printf (_("%1$s, feeds %2$s"), kind, fed);

  return g_strdup (kind);
}
