/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "audit/cap-committee-rules.h"

#define TODAY "2026-11-20"

typedef struct
{
  CapDossier *dossier;
  CapRecord  *meeting;
} Rig;

static CapRecord *
add_member (Rig        *rig,
            const char *role,
            const char *site)
{
  CapRecord *member = cap_record_new_part (CAP_REGISTER_COMMITTEE_MEMBER, NULL, rig->meeting->id);

  cap_record_set (member, CAP_COMMITTEE_MEMBER_ROLE, role);
  cap_record_set (member, CAP_COMMITTEE_MEMBER_WHO, "Direction");
  cap_record_set (member, CAP_COMMITTEE_MEMBER_SITE, site);
  g_ptr_array_add (rig->dossier->registers[CAP_REGISTER_COMMITTEE_MEMBER], member);

  return member;
}

static CapRecord *
add_file (Rig        *rig,
          const char *decision,
          const char *reason)
{
  CapRecord *file = cap_record_new_part (CAP_REGISTER_COMMITTEE_FILE, NULL, rig->meeting->id);

  cap_record_set (file, CAP_COMMITTEE_FILE_SUBJECT, "Entrée");
  cap_record_set (file, CAP_COMMITTEE_FILE_DECISION, decision);
  cap_record_set (file, CAP_COMMITTEE_FILE_REASON, reason);
  cap_record_set (file, CAP_COMMITTEE_FILE_SITE, "SI-01");
  g_ptr_array_add (rig->dossier->registers[CAP_REGISTER_COMMITTEE_FILE], file);

  return file;
}

static void
set_up (Rig           *rig,
        gconstpointer  data)
{
  rig->dossier = cap_dossier_new ("id", cap_member_new ("Une structure"));
  rig->meeting = cap_record_new (CAP_REGISTER_COMMITTEE, NULL);
  cap_record_set (rig->meeting, CAP_COMMITTEE_CODE, "CO-01");
  cap_record_set (rig->meeting, CAP_COMMITTEE_DATE, TODAY);
  g_ptr_array_add (rig->dossier->registers[CAP_REGISTER_COMMITTEE], rig->meeting);
}

static void
tear_down (Rig           *rig,
           gconstpointer  data)
{
  cap_dossier_unref (rig->dossier);
}

static void
sit (Rig        *rig,
     const char *roles)
{
  g_auto(GStrv) all = g_strsplit (roles, " ", -1);

  for (guint i = 0; all[i] != NULL && *all[i] != '\0'; i++)
    add_member (rig, all[i], NULL);
}

static char *
dump (Rig *rig)
{
  static const char * const kinds[] = {
    "few", "no-auditor", "no-file", "undecided", "no-reason", "not-withdrawn",
  };
  g_autoptr(GPtrArray) gaps = cap_committee_list_gaps (rig->dossier, rig->meeting);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < gaps->len; i++)
    {
      const CapCommitteeGap *gap = g_ptr_array_index (gaps, i);
      g_autofree char *sentence = cap_committee_gap_dup_text (gap);

      g_assert_true (*sentence != '\0');
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", kinds[gap->kind]);
    }

  return g_string_free (text, FALSE);
}

static void
test_members (void)
{
  static const struct { const char *roles, *expected; } cases[] = {
    { "", "few no-auditor" },
    { "chair member auditor", "few" },
    { "chair member guest auditor", "few" },
    { "chair auditor auditor auditor", "few" },
    { "chair member member", "no-auditor" },
    { "member member member auditor", "" },
    { "chair member member auditor guest", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Rig rig;
      g_autofree char *found = NULL;

      set_up (&rig, NULL);
      sit (&rig, cases[i].roles);
      add_file (&rig, "agreed", "Bien");
      found = dump (&rig);
      g_assert_cmpstr (found, ==, cases[i].expected);
      tear_down (&rig, NULL);
    }
}

static void
test_files (void)
{
  static const struct { const char *decision, *reason, *role, *site, *conflict, *expected; } cases[] = {
    { NULL, NULL, "member", NULL, NULL, "undecided" },
    { NULL, "Bien", "member", "SI-02", NULL, "undecided" },
    { "agreed", NULL, "member", NULL, NULL, "no-reason" },
    { "agreed", "Bien", "member", NULL, NULL, "" },
    { "agreed", "Bien", "member", "SI-02", NULL, "" },
    { "agreed", "Bien", "member", "SI-01", NULL, "not-withdrawn" },
    { "agreed", "Bien", "auditor", "SI-01", NULL, "not-withdrawn" },
    { "agreed", "Bien", "guest", "SI-01", NULL, "" },
    { "agreed", "Bien", "member", "SI-01", "La direction est sortie", "" },
    { NULL, NULL, "chair", "SI-01", NULL, "undecided not-withdrawn" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Rig rig;
      g_autofree char *found = NULL;

      set_up (&rig, NULL);
      sit (&rig, "chair member member auditor");
      add_member (&rig, cases[i].role, cases[i].site);
      cap_record_set (add_file (&rig, cases[i].decision, cases[i].reason), CAP_COMMITTEE_FILE_CONFLICT,
                      cases[i].conflict);
      found = dump (&rig);
      g_assert_cmpstr (found, ==, cases[i].expected);
      tear_down (&rig, NULL);
    }
}

/* A meeting that examined nothing has no minutes; those of other meetings are not its own. */
static void
test_parts (Rig           *rig,
            gconstpointer  data)
{
  g_autofree char *found = NULL;

  sit (rig, "chair member member auditor");
  g_free (add_file (rig, "agreed", "Bien")->parent);
  ((CapRecord *) g_ptr_array_index (rig->dossier->registers[CAP_REGISTER_COMMITTEE_FILE], 0))->parent =
    g_strdup ("another");
  found = dump (rig);
  g_assert_cmpstr (found, ==, "no-file");
}

/* Only what lacks nothing, on its day or after it, and once. */
static void
test_approve (Rig           *rig,
              gconstpointer  data)
{
  g_autoptr(CapCommand) command = NULL;
  const CapRecord *approved;

  sit (rig, "chair member member");
  add_file (rig, "refused", "Il manque le plan");
  g_assert_null (cap_committee_approve (rig->dossier, rig->meeting, TODAY));
  sit (rig, "auditor");
  g_assert_null (cap_committee_approve (rig->dossier, rig->meeting, "2026-11-19"));
  command = cap_committee_approve (rig->dossier, rig->meeting, TODAY);
  g_assert_nonnull (command);
  approved = ((CapEdit *) g_ptr_array_index (command->edits, 0))->value;
  g_assert_cmpstr (cap_record_get (approved, CAP_COMMITTEE_FINALISED), ==, TODAY);
  cap_record_set (rig->meeting, CAP_COMMITTEE_FINALISED, TODAY);
  g_assert_null (cap_committee_approve (rig->dossier, rig->meeting, TODAY));
}

static void
test_frozen (Rig           *rig,
             gconstpointer  data)
{
  CapRecord *member = add_member (rig, "chair", NULL);
  CapRecord *file = add_file (rig, "agreed", "Bien");
  g_autoptr(CapRecord) other = cap_record_new (CAP_REGISTER_COMMITTEE, NULL);

  g_assert_false (cap_committee_is_frozen (rig->dossier, rig->meeting));
  g_assert_false (cap_committee_is_frozen (rig->dossier, member));
  cap_record_set (rig->meeting, CAP_COMMITTEE_FINALISED, TODAY);
  g_assert_true (cap_committee_is_frozen (rig->dossier, rig->meeting));
  g_assert_true (cap_committee_is_frozen (rig->dossier, member));
  g_assert_true (cap_committee_is_frozen (rig->dossier, file));
  g_assert_false (cap_committee_is_frozen (rig->dossier, other));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/audit/committee-rules/members", test_members);
  g_test_add_func ("/audit/committee-rules/files", test_files);
  g_test_add ("/audit/committee-rules/parts", Rig, NULL, set_up, test_parts, tear_down);
  g_test_add ("/audit/committee-rules/approve", Rig, NULL, set_up, test_approve, tear_down);
  g_test_add ("/audit/committee-rules/frozen", Rig, NULL, set_up, test_frozen, tear_down);

  return g_test_run ();
}
