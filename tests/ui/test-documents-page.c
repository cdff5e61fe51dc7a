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
  gtk_widget_activate_action (page, "documents.show", "(ss)", kind, "");

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

/* A document of which there are several offers them; the one that is shown is the one that is pressed. */
static void
test_layouts (ScreenFixture *fixture,
              gconstpointer  data)
{
  GtkWidget *page;
  GtkWidget *label;

  screen_fixture_show (fixture, page = cap_documents_page_new (fixture->workspace));
  screen_fixture_wait_label (fixture, "By theme");
  label = screen_fixture_find (fixture->window, "GtkLabel", "By theme");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (gtk_widget_get_parent (label))));
  gtk_widget_activate_action (page, "documents.layout", "s", "board");
  screen_fixture_wait_label (fixture, "Page 1 of 1");

  gtk_widget_activate_action (page, "documents.show", "(ss)", "plan", "");
  screen_fixture_wait_label (fixture, "One table");
  g_assert_null (screen_fixture_find (fixture->window, "GtkLabel", "By theme"));
  gtk_widget_activate_action (page, "documents.show", "(ss)", "week", "");
  screen_fixture_wait_label (fixture, "Page 1 of 1");
  g_assert_null (screen_fixture_find (fixture->window, "GtkLabel", "One table"));
}

/* The other documents have neither parts nor a text for word processors. */
static void
test_buttons (ScreenFixture *fixture,
              gconstpointer  data)
{
  GtkWidget *page = show (fixture, "audit-dossier");

  screen_fixture_wait_label (fixture, "Save as ODT…");
  gtk_widget_activate_action (page, "documents.show", "(ss)", "questionnaire", "");
  g_assert_null (screen_fixture_find (page, "GtkLabel", "Save as ODT…"));
  g_assert_null (screen_fixture_find (page, "GtkLabel", "All the parts"));
}

static void
put_review (ScreenFixture *fixture,
            const char    *code,
            const char    *date)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_RECORD, code);
  g_autoptr(CapRecord) review = cap_record_new (CAP_REGISTER_MANAGEMENT_REVIEW, NULL);

  cap_record_set (review, CAP_MANAGEMENT_REVIEW_CODE, code);
  cap_record_set (review, CAP_MANAGEMENT_REVIEW_DATE, date);
  cap_command_put_record (command, review);
  screen_fixture_run (fixture, command);
}

static GtkDropDown *
get_scope (GtkWidget *page)
{
  GtkWidget *scope = screen_fixture_find (page, "CapDocumentScope", NULL);

  return GTK_DROP_DOWN (screen_fixture_find (scope, "GtkDropDown", NULL));
}

static void
choose (GtkWidget  *page,
        const char *label)
{
  GListModel *labels = gtk_drop_down_get_model (get_scope (page));

  for (guint i = 0; i < g_list_model_get_n_items (labels); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (labels), i), label))
      {
        gtk_drop_down_set_selected (get_scope (page), i);
        return;
      }
  g_assert_not_reached ();
}

/* What the page on display looks like. */
static GBytes *
draw (ScreenFixture *fixture)
{
  GtkWidget *picture = screen_fixture_find (fixture->window, "GtkPicture", NULL);
  GdkPaintable *paintable = picture != NULL ? gtk_picture_get_paintable (GTK_PICTURE (picture)) : NULL;
  gsize size;
  guchar *pixels;

  if (paintable == NULL)
    return NULL;

  size = (gsize) 4 * (gsize) gdk_paintable_get_intrinsic_width (paintable) *
         (gsize) gdk_paintable_get_intrinsic_height (paintable);
  pixels = g_malloc (size);
  gdk_texture_download (GDK_TEXTURE (paintable), pixels,
                        (gsize) 4 * (gsize) gdk_paintable_get_intrinsic_width (paintable));

  return g_bytes_new_take (pixels, size);
}

/* @data: what it looked like before, or NULL */
static gboolean
is_another_page (ScreenFixture *fixture,
                 gpointer       data)
{
  g_autoptr(GBytes) now = draw (fixture);

  return now != NULL && (data == NULL || !g_bytes_equal (now, data));
}

static gboolean
is_same_page (ScreenFixture *fixture,
              gpointer       data)
{
  return !is_another_page (fixture, data);
}

/* An older review is printed too; the last one is unless told otherwise, and what was chosen stays. */
static void
test_reviews (ScreenFixture *fixture,
              gconstpointer  data)
{
  g_autoptr(GBytes) first = NULL;
  g_autoptr(GBytes) last = NULL;
  GtkWidget *page;

  put_review (fixture, "RD-2025", "2025-11-20");
  page = show (fixture, "management-review");
  screen_fixture_wait (fixture, is_another_page, NULL);
  first = draw (fixture);
  put_review (fixture, "RD-2026", "2026-11-20");
  screen_fixture_wait_label (fixture, "RD-2026, 20 November 2026");
  screen_fixture_wait (fixture, is_another_page, first);
  last = draw (fixture);

  choose (page, "RD-2025, 20 November 2025");
  screen_fixture_wait (fixture, is_another_page, last);
  choose (page, "RD-2026, 20 November 2026");
  screen_fixture_wait (fixture, is_same_page, last);
  put_review (fixture, "RD-2027", "2027-11-20");
  screen_fixture_wait_label (fixture, "RD-2026, 20 November 2026");
}

/* The year of the commitments is the last one with something to say; another one is chosen. */
static void
test_years (ScreenFixture *fixture,
            gconstpointer  data)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_RECORD, "");
  g_autoptr(CapRecord) commitment = cap_record_new (CAP_REGISTER_COMMITMENT, NULL);
  g_autoptr(GBytes) before = NULL;
  GtkWidget *page;

  cap_record_set (commitment, CAP_COMMITMENT_CODE, "E-001");
  cap_record_set (commitment, CAP_COMMITMENT_TYPE, "validation");
  cap_record_set (commitment, CAP_COMMITMENT_SIGNED, "2025-03-02");
  cap_command_put_record (command, commitment);
  screen_fixture_run (fixture, command);
  page = show (fixture, "commitments");
  screen_fixture_wait_label (fixture, "Year 2025");
  screen_fixture_wait (fixture, is_another_page, NULL);
  before = draw (fixture);

  choose (page, "Year 2024");
  screen_fixture_wait (fixture, is_another_page, before);
  gtk_widget_activate_action (page, "documents.show", "(ss)", "photograph", "");
  g_assert_null (screen_fixture_find (page, "CapDocumentScope", NULL));
}

/* The questionnaire of a meeting, or as many as there are people in a college. */
static void
test_colleges (ScreenFixture *fixture,
               gconstpointer  data)
{
  GtkWidget *page = show (fixture, "questionnaire");

  screen_fixture_wait_label (fixture, "Everybody, in a meeting");
  screen_fixture_wait (fixture, is_another_page, NULL);
  g_assert_null (screen_fixture_find (page, "GtkSpinButton", NULL));

  choose (page, "Employees in a pathway");
  screen_fixture_wait_label (fixture, "Page 1 of 22");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (screen_fixture_find (page, "GtkSpinButton", NULL)), 3);
  screen_fixture_wait_label (fixture, "Page 1 of 66");

  choose (page, "Everybody, in a meeting");
  g_assert_null (screen_fixture_find (page, "GtkSpinButton", NULL));
  gtk_widget_activate_action (page, "documents.show", "(ss)", "photograph", "");
  g_assert_null (screen_fixture_find (page, "CapDocumentScope", NULL));
}

/* Large text takes more room: it is found below, never beside the window. */
static void
test_large_text (ScreenFixture *fixture,
                 gconstpointer  data)
{
  static const char * const kinds[] = { "audit-dossier", "commitments", "photograph" };
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *page = show (fixture, "questionnaire");
  g_autofree char *font = NULL;

  g_object_get (settings, "gtk-font-name", &font, NULL);
  g_object_set (settings, "gtk-font-name", "Sans 16", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      int width;

      gtk_widget_activate_action (page, "documents.show", "(ss)", kinds[i], "");
      gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      g_test_message ("%s: %d", kinds[i], width);
      g_assert_cmpint (width, <=, 720);
    }
  gtk_widget_activate_action (page, "documents.layout", "s", "board");
  screen_fixture_wait_label (fixture, "Page 1 of 1");
  g_object_set (settings, "gtk-font-name", font, NULL);
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

  add ("/documents-page/layouts", test_layouts);
  add ("/documents-page/large-text", test_large_text);
  add ("/documents-page/parts", test_parts);
  add ("/documents-page/buttons", test_buttons);
  add ("/documents-page/reviews", test_reviews);
  add ("/documents-page/years", test_years);
  add ("/documents-page/colleges", test_colleges);

  return g_test_run ();
}
