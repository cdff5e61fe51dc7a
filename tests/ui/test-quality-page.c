/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "screen-fixture.h"
#include "ui/audit/cap-audits-page.h"
#include "ui/records/cap-record-view.h"
#include "ui/quality/cap-quality-page.h"
#include "ui/records/cap-record-page.h"
#include "ui/records/cap-register-view.h"

static guint
count (ScreenFixture   *fixture,
       CapRegisterKind  kind)
{
  return cap_workspace_get_dossier (fixture->workspace)->registers[kind]->len;
}

static const CapRecord *
get_record (ScreenFixture   *fixture,
            CapRegisterKind  kind,
            guint            index)
{
  g_assert_cmpuint (index, <, count (fixture, kind));

  return g_ptr_array_index (cap_workspace_get_dossier (fixture->workspace)->registers[kind], index);
}

static gboolean
has_risks (ScreenFixture *fixture,
           gpointer       data)
{
  return count (fixture, CAP_REGISTER_RISK) == GPOINTER_TO_UINT (data);
}

static gboolean
has_questions (ScreenFixture *fixture,
               gpointer       data)
{
  return count (fixture, CAP_REGISTER_SURVEY_QUESTION) == GPOINTER_TO_UINT (data);
}

static gboolean
has_actions (ScreenFixture *fixture,
             gpointer       data)
{
  return cap_workspace_get_dossier (fixture->workspace)->actions->len == GPOINTER_TO_UINT (data);
}

static gboolean
has_cause (ScreenFixture *fixture,
           gpointer       data)
{
  return g_strcmp0 (cap_record_get (get_record (fixture, CAP_REGISTER_RISK, 0), CAP_RISK_OWNER), data) == 0;
}

static gboolean
has_severity (ScreenFixture *fixture,
              gpointer       data)
{
  const CapRecord *risk = get_record (fixture, CAP_REGISTER_RISK, 0);

  return cap_record_get_number (risk, CAP_RISK_SEVERITY) == GPOINTER_TO_INT (data);
}

static GtkWidget *
find_entry (GtkWidget  *root,
            const char *title)
{
  if (ADW_IS_ENTRY_ROW (root) &&
      g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_entry (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
type_in (GtkWidget  *row,
         const char *text,
         const char *signal)
{
  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, signal);
}

static CapRecord *
put_record (ScreenFixture   *fixture,
            CapRegisterKind  kind,
            const char      *code,
            const char      *title)
{
  CapRecord *record = cap_record_new (kind, NULL);
  const CapRegister *reg = cap_register_get (kind);
  CapCommand *command = cap_command_new (CAP_GESTURE_RECORD, code);

  for (guint i = 0; i < reg->n_fields; i++)
    {
      if (!reg->fields[i].required)
        continue;
      if (reg->fields[i].kind == CAP_VALUE_CHOICE)
        cap_record_set (record, i, reg->fields[i].choices[0].name);
      else if (reg->fields[i].kind == CAP_VALUE_DATE)
        cap_record_set (record, i, "2026-11-20");
      else
        cap_record_set (record, i, i == 0 ? code : title);
    }
  cap_command_put_record (command, record);
  screen_fixture_run (fixture, command);

  return record;
}

/* A line enters with what is written, its code, and a choice where one is needed. */
static void
test_add (ScreenFixture *fixture,
          gconstpointer  data)
{
  GtkWidget *view = cap_register_view_new (fixture->workspace, CAP_REGISTER_RISK);
  const CapRecord *risk;

  screen_fixture_show (fixture, view);
  type_in (find_entry (view, "Add: risk or opportunity"), "  ", "add");
  g_assert_cmpuint (count (fixture, CAP_REGISTER_RISK), ==, 0);
  screen_fixture_wait_label (fixture, "“Risk or opportunity” is to be filled in");

  type_in (find_entry (view, "Add: risk or opportunity"), "La paie s’arrête ", "add");
  screen_fixture_wait (fixture, has_risks, GUINT_TO_POINTER (1));
  risk = get_record (fixture, CAP_REGISTER_RISK, 0);
  g_assert_cmpstr (cap_record_get_code (risk), ==, "R-01");
  g_assert_cmpstr (cap_record_get_title (risk), ==, "La paie s’arrête");
  g_assert_cmpstr (cap_record_get (risk, CAP_RISK_NATURE), ==, "risk");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (view, "Add: risk"))), ==, "");
  g_assert_nonnull (screen_fixture_find (view, "GtkLabel", "La paie s’arrête"));
  g_assert_nonnull (screen_fixture_find (view, "GtkLabel", "R-01"));
}

/* A field is saved when it is left; what is at fault is said below it and keeps nothing else. */
static void
test_fields (ScreenFixture *fixture,
             gconstpointer  data)
{
  g_autoptr(CapRecord) risk = put_record (fixture, CAP_REGISTER_RISK, "R-01", "La paie s’arrête");
  GtkWidget *page = cap_record_page_new (fixture->workspace, CAP_REGISTER_RISK);

  screen_fixture_show (fixture, page);
  cap_record_view_show (CAP_RECORD_VIEW (page), risk->id);
  g_assert_nonnull (screen_fixture_find (page, "GtkLabel", "Risk or opportunity · R-01"));

  type_in (find_entry (page, "Severity (1 to 4)"), "5", "entry-activated");
  screen_fixture_wait_label (fixture, "A whole number from 1 to 4 is expected");
  type_in (find_entry (page, "Owner (function)"), "Une seule personne la fait", "entry-activated");
  screen_fixture_wait (fixture, has_cause, (gpointer) "Une seule personne la fait");
  g_assert_true (has_severity (fixture, GINT_TO_POINTER (CAP_NUMBER_UNSET)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (page, "Severity (1"))), ==, "5");

  type_in (find_entry (page, "Severity (1 to 4)"), "4", "entry-activated");
  screen_fixture_wait (fixture, has_severity, GINT_TO_POINTER (4));
  screen_fixture_undo (fixture);
  g_assert_true (has_severity (fixture, GINT_TO_POINTER (CAP_NUMBER_UNSET)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (page, "Severity (1"))), ==, "");
}

static void
test_parts (ScreenFixture *fixture,
            gconstpointer  data)
{
  g_autoptr(CapRecord) survey = put_record (fixture, CAP_REGISTER_SURVEY, "S-01", "Après l’accueil");
  GtkWidget *page = cap_record_page_new (fixture->workspace, CAP_REGISTER_SURVEY);
  const CapRecord *question;

  screen_fixture_show (fixture, page);
  cap_record_view_show (CAP_RECORD_VIEW (page), survey->id);
  type_in (find_entry (page, "Add: question"), "Vous sentez-vous écouté·e ?", "add");
  screen_fixture_wait (fixture, has_questions, GUINT_TO_POINTER (1));
  question = get_record (fixture, CAP_REGISTER_SURVEY_QUESTION, 0);
  g_assert_cmpstr (question->parent, ==, survey->id);
  g_assert_cmpstr (cap_record_get_title (question), ==, "Vous sentez-vous écouté·e ?");
  g_assert_nonnull (find_entry (page, "Very satisfied"));
}

/* The action that treats a risk says so. */
static void
test_action (ScreenFixture *fixture,
             gconstpointer  data)
{
  g_autoptr(CapRecord) risk = put_record (fixture, CAP_REGISTER_RISK, "R-01", "La paie s’arrête");
  GtkWidget *page = cap_record_page_new (fixture->workspace, CAP_REGISTER_RISK);
  const CapAction *action;
  const CapActionOrigin *origin;
  GtkWidget *label;

  screen_fixture_show (fixture, page);
  cap_record_view_show (CAP_RECORD_VIEW (page), risk->id);
  label = screen_fixture_find (page, "GtkLabel", "Create an Action");
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  screen_fixture_wait (fixture, has_actions, GUINT_TO_POINTER (1));
  action = g_ptr_array_index (cap_workspace_get_dossier (fixture->workspace)->actions, 0);
  g_assert_cmpstr (action->title, ==, "La paie s’arrête");
  origin = g_ptr_array_index (action->origins, 0);
  g_assert_cmpint (origin->kind, ==, CAP_ORIGIN_RISK);
  g_assert_cmpstr (origin->code, ==, "R-01");
  g_assert_nonnull (screen_fixture_find (page, "GtkLabel", "Action 1 · To do"));
}

/* Each section opens, and one comes back to where one was. */
static void
test_sections (ScreenFixture *fixture,
               gconstpointer  data)
{
  g_autoptr(CapRecord) risk = put_record (fixture, CAP_REGISTER_RISK, "R-01", "La paie s’arrête");
  g_autofree char *target = g_strconcat ("risk/", risk->id, NULL);
  GtkWidget *page = cap_quality_page_new (fixture->workspace);
  GtkWidget *stack;
  const CapSectionTable *table = cap_sections_page_get_table (CAP_SECTIONS_PAGE (page));

  screen_fixture_show (fixture, page);
  stack = screen_fixture_find (page, "GtkStack", NULL);
  for (guint i = 0; i < table->n_sections; i++)
    {
      g_autofree char *name = g_strconcat ("section/", table->sections[i].name, NULL);

      cap_quality_page_open (CAP_QUALITY_PAGE (page), CAP_ADDRESS_SECTION, table->sections[i].name);
      g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, name);
      g_assert_true (gtk_widget_activate_action (page, "sections.back", NULL));
      g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "home");
    }

  cap_quality_page_open (CAP_QUALITY_PAGE (page), CAP_ADDRESS_SECTION, "risks");
  cap_quality_page_open (CAP_QUALITY_PAGE (page), CAP_ADDRESS_RECORD, target);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "line/risk");
  screen_fixture_undo (fixture);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "section/risks");
}

/* Whatever the register, it has a section, and a line of it has a page. */
static void
test_register (ScreenFixture *fixture,
               gconstpointer  data)
{
  const CapRegisterKind kind = (CapRegisterKind) GPOINTER_TO_INT (data);

  g_autoptr(GtkWidget) quality = g_object_ref_sink (cap_quality_page_new (fixture->workspace));
  g_autoptr(GtkWidget) audits = g_object_ref_sink (cap_audits_page_new (fixture->workspace));
  const char *name = cap_register_get (kind)->name;

  /* and of one page only */
  g_assert_true (cap_sections_page_has (CAP_SECTIONS_PAGE (quality), CAP_ADDRESS_REGISTER, name) !=
                 cap_sections_page_has (CAP_SECTIONS_PAGE (audits), CAP_ADDRESS_REGISTER, name));
  screen_fixture_show (fixture, cap_record_page_new (fixture->workspace, kind));
}

static void
add_registers (void)
{
  for (CapRegisterKind kind = 0; kind < CAP_N_REGISTERS; kind++)
    {
      const CapRegister *reg = cap_register_get (kind);
      g_autofree char *path = g_strconcat ("/quality/register/", reg->name, NULL);

      if (reg->parent == CAP_REGISTER_NONE && kind != CAP_REGISTER_SILENCE)
        g_test_add (path, ScreenFixture, GINT_TO_POINTER (kind), screen_fixture_set_up, test_register,
                    screen_fixture_tear_down);
    }
}

static void
add (const char  *path,
     void       (*test) (ScreenFixture *, gconstpointer))
{
  g_test_add (path, ScreenFixture, NULL, screen_fixture_set_up, test, screen_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  screen_fixture_init (&argc, &argv);

  add ("/quality/add", test_add);
  add ("/quality/fields", test_fields);
  add ("/quality/parts", test_parts);
  add ("/quality/action", test_action);
  add ("/quality/sections", test_sections);
  add_registers ();

  return g_test_run ();
}
