/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-demo-private.h"

#include "base/cap-number.h"

#define MAX_COUNT 1000000

/* The plan of the demonstration dossier. Everything an action can say is in the source, null or not. */

/* The same thing has the same identifier in every dossier that the same program makes. */
char *
cap_demo_derive_uuid (const char *kind,
                      const char *name)
{
  g_autofree char *text = g_strdup_printf ("cap-cedre/demonstration/%s/%s", kind, name);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  /* Version 8: of one's own making. */
  return g_strdup_printf ("%.8s-%.4s-8%.3s-8%.3s-%.12s", digest, digest + 8, digest + 12, digest + 15,
                          digest + 18);
}

static void
read_origin (CapJsonReader *reader,
             JsonObject    *item,
             gpointer       user_data)
{
  g_autofree char *name = cap_json_reader_dup_text (reader, item, "kind");
  g_autofree char *code = cap_json_reader_dup_text (reader, item, "code");
  CapOriginKind kind = CAP_ORIGIN_OTHER;

  if (!cap_origin_kind_from_name (name, &kind))
    cap_json_reader_add_fault (reader, "kind", name);
  cap_action_add_origin (user_data, kind, code);
}

static void
read_origins (CapJsonReader *reader,
              JsonObject    *item,
              CapAction     *action)
{
  g_auto(GStrv) codes = cap_json_reader_dup_texts (reader, item, "origins", 0);

  for (guint i = 0; codes[i] != NULL; i++)
    cap_action_add_origin (action, CAP_ORIGIN_CRITERION, codes[i]);
  cap_json_reader_each (reader, item, "other_origins", 0, read_origin, action);
}

/* Parts have identifiers of their own, from the action and their rank in it. */
static char *
derive_part (const CapAction *action,
             const char      *kind,
             guint            rank)
{
  g_autofree char *name = g_strdup_printf ("%u/%u", action->number, rank);

  return cap_demo_derive_uuid (kind, name);
}

static void
read_step (CapJsonReader *reader,
           JsonObject    *item,
           gpointer       user_data)
{
  CapAction *action = user_data;
  g_autofree char *id = derive_part (action, "step", action->steps->len);
  g_autofree char *title = cap_json_reader_dup_text (reader, item, "title");

  g_ptr_array_add (action->steps,
                   cap_action_step_new (id, title, cap_json_reader_get_boolean (reader, item, "done")));
}

static void
read_note (CapJsonReader *reader,
           JsonObject    *item,
           gpointer       user_data)
{
  CapAction *action = user_data;
  g_autofree char *id = derive_part (action, "note", action->notes->len);
  g_autofree char *date = cap_json_reader_dup_date (reader, item, "date");
  g_autofree char *text = cap_json_reader_dup_text (reader, item, "text");

  g_ptr_array_add (action->notes, cap_action_note_new (id, date, text));
}

static void
read_after (JsonObject *item,
            CapAction  *action)
{
  JsonArray *numbers = json_object_get_array_member (item, "after");
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < json_array_get_length (numbers); i++)
    {
      g_autofree char *name = g_strdup_printf ("%d", (int) json_array_get_int_element (numbers, i));
      g_autofree char *id = cap_demo_derive_uuid ("action", name);

      g_strv_builder_add (builder, id);
    }
  g_strfreev (action->after);
  action->after = g_strv_builder_end (builder);
}

static void
read_check (CapJsonReader *reader,
            JsonObject    *item,
            CapAction     *action)
{
  g_autofree char *verdict = cap_json_reader_dup_text (reader, item, "verdict");

  action->check_due = cap_json_reader_dup_date (reader, item, "due");
  action->check_by = cap_json_reader_dup_nullable (reader, item, "by");
  action->check_evidence = cap_json_reader_dup_nullable (reader, item, "evidence");
  action->checked = cap_json_reader_dup_date (reader, item, "date");
  if (!cap_verdict_from_name (verdict, &action->verdict))
    cap_json_reader_add_fault (reader, "verdict", verdict);
}

/* Who does it, when and with what. */
static void
read_course (CapJsonReader *reader,
             JsonObject    *item,
             CapAction     *action)
{
  g_auto(GStrv) contributors = cap_json_reader_dup_texts (reader, item, "contributors", 0);
  g_autofree char *days = cap_json_reader_dup_nullable (reader, item, "days");

  action->owner = cap_json_reader_dup_nullable (reader, item, "owner");
  action->contributors = contributors[0] != NULL ? g_strjoinv ("\n", contributors) : NULL;
  action->service = cap_json_reader_dup_nullable (reader, item, "service");
  action->start = cap_json_reader_dup_date (reader, item, "start");
  action->due = cap_json_reader_dup_date (reader, item, "due");
  action->created = cap_json_reader_dup_date (reader, item, "created");
  action->news = cap_json_reader_dup_date (reader, item, "news");
  action->done = cap_json_reader_dup_date (reader, item, "done");
  action->closed = cap_json_reader_dup_date (reader, item, "closed");
  action->reason = cap_json_reader_dup_nullable (reader, item, "reason");
  if (days != NULL && !cap_number_parse_hundredths (days, &action->days_hundredths))
    cap_json_reader_add_fault (reader, "days", days);
  if (!json_object_get_null_member (item, "euros"))
    action->euros = cap_json_reader_get_int (reader, item, "euros", 0, MAX_COUNT);
}

/* What it is about. */
static void
read_subject (CapJsonReader *reader,
              JsonObject    *item,
              CapAction     *action)
{
  g_autofree char *kind = cap_json_reader_dup_text (reader, item, "kind");
  g_autofree char *indicator = cap_json_reader_dup_nullable (reader, item, "indicator");

  if (!cap_action_kind_from_name (kind, &action->kind))
    cap_json_reader_add_fault (reader, "kind", kind);
  action->description = cap_json_reader_dup_nullable (reader, item, "description");
  action->expected = cap_json_reader_dup_nullable (reader, item, "expected");
  action->indicator = indicator != NULL ? cap_demo_derive_uuid ("indicator", indicator) : NULL;
  action->impact = cap_json_reader_get_int (reader, item, "impact", 0, 3);
  action->effort = cap_json_reader_get_int (reader, item, "effort", 0, 3);
  action->level = cap_json_reader_get_int (reader, item, "level", 0, CAP_LEVEL_LIMIT);
  action->target = cap_json_reader_get_int (reader, item, "target", 0, CAP_LEVEL_LIMIT);
}

void
cap_demo_read_action (CapJsonReader *reader,
                      JsonObject    *item,
                      gpointer       user_data)
{
  int number = cap_json_reader_get_int (reader, item, "number", 1, MAX_COUNT);
  g_autofree char *name = g_strdup_printf ("%d", number);
  g_autofree char *id = cap_demo_derive_uuid ("action", name);
  g_autofree char *title = cap_json_reader_dup_text (reader, item, "title");
  g_autofree char *state = cap_json_reader_dup_text (reader, item, "state");
  g_autoptr(CapAction) action = cap_action_new (id, title);

  action->number = (guint) number;
  if (!cap_action_state_from_name (state, &action->state))
    cap_json_reader_add_fault (reader, "state", state);
  read_origins (reader, item, action);
  read_subject (reader, item, action);
  read_course (reader, item, action);
  read_check (reader, json_object_get_object_member (item, "check"), action);
  read_after (item, action);
  cap_json_reader_each (reader, item, "steps", 0, read_step, action);
  cap_json_reader_each (reader, item, "notes", 0, read_note, action);

  cap_command_put_action (user_data, action);
}

void
cap_demo_read_review (CapJsonReader *reader,
                      JsonObject    *item,
                      gpointer       user_data)
{
  g_autofree char *date = cap_json_reader_dup_date (reader, item, "date");
  g_autofree char *id = cap_demo_derive_uuid ("review", date);
  g_autofree char *note = cap_json_reader_dup_nullable (reader, item, "note");
  g_autoptr(CapPlanReview) review = cap_plan_review_new (id, date, note);

  cap_command_put_plan_review (user_data, review);
}
