/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tests/ui/screen-fixture.h"
#include "ui/documents/cap-documents-page.h"

static const char * const others[] = {
  "2. Contents, abbreviations, versions", "3. Presentation of the structure",
  "4. Scope and requirements that do not apply", "5. Context, interested parties, risks and opportunities",
  "6. Policy, objectives, processes and indicators", "7. CAP results", "8. Matrix of requirements",
  "9. Reciprocal commitments", "10. Internal audits and findings", "11. Management review",
  "12. Improvement plan", "13. Complaints and satisfaction", "14. List of evidence and documents",
  "15. Visas",
};

static GtkCheckButton *
find_check (ScreenFixture *fixture,
            const char    *label)
{
  GtkWidget *found = screen_fixture_find (fixture->window, "GtkLabel", label);

  g_assert_nonnull (found);

  return GTK_CHECK_BUTTON (gtk_widget_get_ancestor (found, GTK_TYPE_CHECK_BUTTON));
}

static GtkWidget *
show (ScreenFixture *fixture,
      const char    *kind)
{
  GtkWidget *page = cap_documents_page_new (fixture->workspace);

  screen_fixture_show (fixture, page);
  g_object_set (page, "kind", kind, NULL);

  return page;
}

/* Only the parts that are ticked are printed; a document keeps one at least. */
static void
test_parts (ScreenFixture *fixture,
            gconstpointer  data)
{
  GtkWidget *page = show (fixture, "audit-dossier");

  screen_fixture_wait_label (fixture, "All the parts");
  gtk_menu_button_popup (GTK_MENU_BUTTON (screen_fixture_find (page, "GtkMenuButton", NULL)));
  screen_fixture_wait_label (fixture, others[0]);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    gtk_check_button_set_active (find_check (fixture, others[i]), FALSE);
  screen_fixture_wait_label (fixture, "1 part of 15");
  screen_fixture_wait_label (fixture, "Page 1 of 1");

  gtk_check_button_set_active (find_check (fixture, "1. Cover"), FALSE);
  g_assert_true (gtk_check_button_get_active (find_check (fixture, "1. Cover")));
}

/* The other documents have neither parts nor a text for word processors. */
static void
test_buttons (ScreenFixture *fixture,
              gconstpointer  data)
{
  GtkWidget *page = show (fixture, "audit-dossier");

  screen_fixture_wait_label (fixture, "Save as ODT…");
  g_object_set (page, "kind", "questionnaire", NULL);
  g_assert_null (screen_fixture_find (page, "GtkLabel", "Save as ODT…"));
  g_assert_null (screen_fixture_find (page, "GtkLabel", "All the parts"));
}

static void
add (const char *path,
     void      (*test) (ScreenFixture *, gconstpointer))
{
  g_test_add (path, ScreenFixture, NULL, screen_fixture_set_up, test, screen_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  screen_fixture_init (&argc, &argv);

  add ("/documents-page/parts", test_parts);
  add ("/documents-page/buttons", test_buttons);

  return g_test_run ();
}
