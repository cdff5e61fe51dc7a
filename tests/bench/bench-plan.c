/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A plan of 5 000 actions out of the program and in again. The workbook is compared with bare
 * libxlsxwriter writing the same cells, the calendar with bare libical writing the same events: what
 * these two write is prepared before the clock starts. The best of several runs counts, in turns.
 */

#include <glib/gstdio.h>
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

#include "base/cap-csv.h"
#include "base/cap-date.h"
#include "exchange/cap-actions-csv.h"
#include "exchange/cap-framework-json.h"
#include "exchange/cap-plan-csv.h"
#include "exchange/cap-plan-ics.h"
#include "exchange/cap-plan-xlsx.h"

#define N_ACTIONS 5000
#define N_RUNS 5
#define NOW 1795132800
#define TODAY "2026-11-20"
#define WANTED 3.0

/* What one event says. */
typedef struct
{
  const char          *uid;
  const char          *summary;
  const char          *description;
  const char          *categories[2];
  struct icaltimetype  start;
  struct icaltimetype  end;
  gboolean             has_alarm;
} Event;

typedef struct
{
  CapDossier    *dossier;
  GPtrArray     *rows;   /* (element-type CapCsvRow): the cells, the header first */
  GBytes        *csv;
  icalcomponent *parsed;
  GArray        *events; /* (element-type Event) */
} Bench;

static CapAction *
make_action (guint index)
{
  static const char * const owners[] = { "Direction", "Qualité", "Encadrement technique", "Accueil" };
  g_autofree char *title = g_strdup_printf ("Action %u : écrire la procédure et la relire", index + 1);
  CapAction *action = cap_action_new (NULL, title);

  action->number = index + 1;
  action->description = g_strdup_printf ("Ce qu’il y a à faire pour l’action %u, en quelques lignes : qui "
                                         "prépare, qui relit, où c’est rangé ; puis on vérifie.", index + 1);
  action->owner = g_strdup (owners[index % G_N_ELEMENTS (owners)]);
  action->contributors = g_strdup ("Direction\nAccueil");
  action->days_hundredths = (int) (index % 40) * 50;
  action->euros = (int) (index % 50) * 100;
  action->start = cap_date_add_days ("2026-01-01", (int) (index % 300));
  action->due = cap_date_add_days (action->start, 90);
  action->check_due = index % 2 == 0 ? cap_date_add_days (action->due, 60) : NULL;
  action->created = g_strdup ("2026-01-01");
  action->news = g_strdup ("2026-06-01");
  action->state = (CapActionState) (index % 3);
  action->done = action->state == CAP_ACTION_DONE ? g_strdup (action->due) : NULL;
  cap_action_add_origin (action, CAP_ORIGIN_CRITERION, "A1.1");
  g_ptr_array_add (action->steps, cap_action_step_new (NULL, "Préparer", TRUE));
  g_ptr_array_add (action->steps, cap_action_step_new (NULL, "Relire", FALSE));
  g_ptr_array_add (action->notes, cap_action_note_new (NULL, "2026-06-01", "Commencé avec l’équipe"));

  return action;
}

static CapDossier *
make_dossier (void)
{
  g_autoptr(GPtrArray) shipped = cap_framework_json_load_shipped ();
  CapDossier *dossier = cap_dossier_new ("bench", cap_member_new ("Les Érables"));

  g_ptr_array_add (dossier->evaluations, cap_evaluation_new (NULL, 1, TODAY, CAP_MODE_CAP,
                                                             g_ptr_array_index (shipped, 0)));
  for (guint i = 0; i < N_ACTIONS; i++)
    g_ptr_array_add (dossier->actions, make_action (i));

  return dossier;
}

static void
read_event (GArray        *events,
            icalcomponent *component)
{
  icalproperty *category;
  Event event = {
    .uid = icalcomponent_get_uid (component),
    .summary = icalcomponent_get_summary (component),
    .description = icalcomponent_get_description (component),
    .start = icalcomponent_get_dtstart (component),
    .end = icalcomponent_get_dtend (component),
    .has_alarm = icalcomponent_count_components (component, ICAL_VALARM_COMPONENT) > 0,
  };

  category = icalcomponent_get_first_property (component, ICAL_CATEGORIES_PROPERTY);
  event.categories[0] = icalproperty_get_categories (category);
  category = icalcomponent_get_next_property (component, ICAL_CATEGORIES_PROPERTY);
  event.categories[1] = icalproperty_get_categories (category);
  g_array_append_val (events, event);
}

static void
prepare (Bench *bench)
{
  g_autofree char *ics = NULL;
  char *csv;

  bench->dossier = make_dossier ();
  csv = cap_plan_csv_write (bench->dossier);
  bench->rows = cap_csv_read (csv, strlen (csv), NULL);
  bench->csv = g_bytes_new_take (csv, strlen (csv));

  ics = cap_plan_ics_write (bench->dossier, NOW, FALSE);
  bench->parsed = icalparser_parse_string (ics);
  bench->events = g_array_new (FALSE, FALSE, sizeof (Event));
  for (icalcomponent *at = icalcomponent_get_first_component (bench->parsed, ICAL_VEVENT_COMPONENT);
       at != NULL; at = icalcomponent_get_next_component (bench->parsed, ICAL_VEVENT_COMPONENT))
    read_event (bench->events, at);
}

static gboolean
is_date (guint column)
{
  switch (column)
    {
    case CAP_FIELD_START:
    case CAP_FIELD_DUE:
    case CAP_FIELD_CREATED:
    case CAP_FIELD_NEWS:
    case CAP_FIELD_DONE:
    case CAP_FIELD_CLOSED:
    case CAP_FIELD_CHECK_DUE:
    case CAP_FIELD_CHECKED:
      return TRUE;

    default:
      return FALSE;
    }
}

static gboolean
is_number (guint column)
{
  return column == CAP_FIELD_NUMBER || column == CAP_FIELD_DAYS || column == CAP_FIELD_EUROS ||
         (column >= CAP_FIELD_IMPACT && column <= CAP_FIELD_TARGET);
}

static void
write_bare_cell (lxw_worksheet *sheet,
                 lxw_row_t      row,
                 guint          column,
                 const char    *text,
                 lxw_format    *format,
                 lxw_format    *day)
{
  lxw_datetime date = { 0 };

  if (text[0] == '\0')
    return;

  if (row > 0 && is_date (column) && sscanf (text, "%d-%d-%d", &date.year, &date.month, &date.day) == 3)
    worksheet_write_datetime (sheet, row, (lxw_col_t) column, &date, day);
  else if (row > 0 && is_number (column))
    worksheet_write_number (sheet, row, (lxw_col_t) column, g_ascii_strtod (text, NULL), format);
  else
    worksheet_write_string (sheet, row, (lxw_col_t) column, text, format);
}

static gsize
write_bare_xlsx (const Bench *bench)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "cap-bench-plan.xlsx", NULL);
  lxw_workbook *workbook = workbook_new (path);
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, "Plan");
  lxw_format *format = workbook_add_format (workbook);
  lxw_format *day = workbook_add_format (workbook);
  g_autofree char *content = NULL;
  gsize size = 0;

  format_set_text_wrap (format);
  format_set_num_format (day, "dd/mm/yyyy");
  for (guint i = 0; i < bench->rows->len; i++)
    {
      const CapCsvRow *row = g_ptr_array_index (bench->rows, i);

      for (guint j = 0; j < row->n_fields; j++)
        write_bare_cell (sheet, i, j, row->fields[j], format, day);
    }
  workbook_close (workbook);
  g_file_get_contents (path, &content, &size, NULL);
  g_unlink (path);

  return size;
}

static gsize
write_xlsx (const Bench *bench)
{
  g_autoptr(GBytes) bytes = cap_plan_xlsx_write (bench->dossier, TODAY, NULL);

  return g_bytes_get_size (bytes);
}

static icalcomponent *
make_bare_event (const Event         *event,
                 struct icaltimetype  now)
{
  struct icaltriggertype trigger = { icaltime_null_time (), icaldurationtype_from_int (-7 * 86400) };
  icalcomponent *component = icalcomponent_vanew (ICAL_VEVENT_COMPONENT,
    icalproperty_new_uid (event->uid), icalproperty_new_dtstamp (now), icalproperty_new_lastmodified (now),
    icalproperty_new_sequence (1), icalproperty_new_dtstart (event->start),
    icalproperty_new_dtend (event->end), icalproperty_new_summary (event->summary),
    icalproperty_new_description (event->description),
    icalproperty_new_categories (event->categories[0]), icalproperty_new_categories (event->categories[1]),
    icalproperty_new_status (ICAL_STATUS_CONFIRMED), icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT), NULL);

  if (event->has_alarm)
    icalcomponent_add_component (component, icalcomponent_vanew (ICAL_VALARM_COMPONENT,
      icalproperty_new_action (ICAL_ACTION_DISPLAY), icalproperty_new_trigger (trigger),
      icalproperty_new_description (event->summary), NULL));

  return component;
}

static gsize
write_bare_ics (const Bench *bench)
{
  icalcomponent *calendar = icalcomponent_vanew (ICAL_VCALENDAR_COMPONENT, icalproperty_new_version ("2.0"),
                                                 icalproperty_new_prodid ("bench"), NULL);
  struct icaltimetype now = icaltime_from_timet_with_zone (NOW, FALSE, icaltimezone_get_utc_timezone ());
  char *text;
  gsize size;

  for (guint i = 0; i < bench->events->len; i++)
    icalcomponent_add_component (calendar, make_bare_event (&g_array_index (bench->events, Event, i), now));
  text = icalcomponent_as_ical_string_r (calendar);
  size = strlen (text);
  free (text);
  icalcomponent_free (calendar);

  return size;
}

static gsize
write_ics (const Bench *bench)
{
  g_autofree char *text = cap_plan_ics_write (bench->dossier, NOW, FALSE);

  return strlen (text);
}

static gsize
write_csv (const Bench *bench)
{
  g_autofree char *text = cap_plan_csv_write (bench->dossier);

  return strlen (text);
}

/* As new actions, of an empty plan. */
static gsize
read_csv (const Bench *bench)
{
  g_autoptr(CapDossier) empty = cap_dossier_new ("bench", cap_member_new ("Les Érables"));
  g_autoptr(GPtrArray) faults = NULL;
  g_autoptr(CapActionsCsv) csv = NULL;
  g_autoptr(CapActionsPreview) preview = NULL;

  g_ptr_array_add (empty->evaluations, cap_evaluation_copy (cap_dossier_get_current (bench->dossier)));
  csv = cap_actions_csv_new (bench->csv, "plan.csv", &faults);
  preview = cap_actions_csv_preview (csv, NULL, empty, TODAY);
  g_assert_cmpuint (preview->n_added, ==, N_ACTIONS);

  return g_bytes_get_size (bench->csv);
}

static double
measure (gsize      (*run) (const Bench *bench),
         const Bench *bench,
         double       best,
         gsize       *size)
{
  gint64 start = g_get_monotonic_time ();
  double seconds;

  *size = run (bench);
  seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;

  return MIN (seconds, best);
}

static void
compare (const char *name,
         gsize     (*bare) (const Bench *bench),
         gsize     (*ours) (const Bench *bench),
         const Bench *bench)
{
  double bare_best = G_MAXDOUBLE;
  double our_best = G_MAXDOUBLE;
  gsize bare_size = 0;
  gsize our_size = 0;

  for (guint i = 0; i < N_RUNS; i++)
    {
      bare_best = measure (bare, bench, bare_best, &bare_size);
      our_best = measure (ours, bench, our_best, &our_size);
    }
  printf ("%s  bare library %.3f s, %.2f MB; plan %.3f s, %.2f MB; ratio %.2f (wanted: at most %.0f)\n",
          name, bare_best, (double) bare_size / 1e6, our_best, (double) our_size / 1e6, our_best / bare_best,
          WANTED);
}

static void
tell (const char *name,
      gsize     (*run) (const Bench *bench),
      const Bench *bench)
{
  double best = G_MAXDOUBLE;
  gsize size = 0;

  for (guint i = 0; i < N_RUNS; i++)
    best = measure (run, bench, best, &size);
  printf ("%s  %.3f s, %.2f MB\n", name, best, (double) size / 1e6);
}

int
main (void)
{
  Bench bench = { NULL };

  prepare (&bench);
  printf ("%u actions, %u events\n", N_ACTIONS, bench.events->len);
  compare ("xlsx", write_bare_xlsx, write_xlsx, &bench);
  compare ("ics ", write_bare_ics, write_ics, &bench);
  tell ("csv out", write_csv, &bench);
  tell ("csv in ", read_csv, &bench);

  icalcomponent_free (bench.parsed);
  g_array_unref (bench.events);
  g_ptr_array_unref (bench.rows);
  g_bytes_unref (bench.csv);
  cap_dossier_unref (bench.dossier);

  return EXIT_SUCCESS;
}
