/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "screen-fixture.h"
#include "ui/evaluation/cap-criterion-words.h"
#include "ui/evaluation/cap-evaluation-page.h"
#include "ui/shell/cap-glossary-window.h"
#include "ui/widgets/cap-glossary-label.h"

/* What the label answers when the pointer rests on the character that @word starts with. */
static gboolean
ask (GtkLabel   *label,
     const char *word)
{
  g_autoptr(GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  PangoLayout *layout = gtk_label_get_layout (label);
  const char *text = gtk_label_get_text (label);
  const char *found = strstr (text, word);
  PangoRectangle place;
  gboolean answered = FALSE;
  int left;
  int top;

  g_assert_nonnull (found);
  pango_layout_index_to_pos (layout, (int) (found - text), &place);
  pango_extents_to_pixels (&place, NULL);
  gtk_label_get_layout_offsets (label, &left, &top);
  g_signal_emit_by_name (label, "query-tooltip", left + place.x + 2, top + place.y + place.height / 2, FALSE,
                         tooltip, &answered);

  return answered;
}

static guint
count_marks (GtkLabel *label)
{
  PangoAttrList *attributes = gtk_label_get_attributes (label);
  GSList *list = attributes != NULL ? pango_attr_list_get_attributes (attributes) : NULL;
  guint n_marks = 0;

  for (GSList *l = list; l != NULL; l = l->next)
    n_marks += ((PangoAttribute *) l->data)->klass->type == PANGO_ATTR_UNDERLINE;
  g_slist_free_full (list, (GDestroyNotify) pango_attribute_destroy);

  return n_marks;
}

static void
test_label (ScreenFixture *fixture,
            gconstpointer  data)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));
  const CapFramework *framework = cap_workspace_get_evaluation (fixture->workspace)->framework;
  g_autoptr(GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean answered = TRUE;

  cap_glossary_label_set_text (label, "Les écarts sont notés dans un PV, ai-je lu. PV & <PV>.", framework);
  screen_fixture_show (fixture, GTK_WIDGET (label));

  g_assert_cmpstr (gtk_label_get_text (label), ==, "Les écarts sont notés dans un PV, ai-je lu. PV & <PV>.");
  g_assert_cmpuint (count_marks (label), ==, 2);
  g_assert_true (gtk_widget_get_has_tooltip (GTK_WIDGET (label)));
  g_assert_true (ask (label, "écarts"));
  g_assert_true (ask (label, "V, ai"));
  g_assert_false (ask (label, "Les"));
  g_assert_false (ask (label, "notés"));
  g_assert_false (ask (label, "PV &"));

  g_signal_emit_by_name (label, "query-tooltip", 0, 0, TRUE, tooltip, &answered);
  g_assert_false (answered);
}

/* A label says one thing after another. */
static void
test_label_changes (ScreenFixture *fixture,
                    gconstpointer  data)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));
  const CapFramework *framework = cap_workspace_get_evaluation (fixture->workspace)->framework;

  screen_fixture_show (fixture, GTK_WIDGET (label));
  cap_glossary_label_set_text (label, "Un PV", framework);
  cap_glossary_label_set_text (label, "Un écart", framework);
  g_assert_true (ask (label, "écart"));
  g_assert_false (ask (label, "Un"));

  cap_glossary_label_set_text (label, "Rien", framework);
  g_assert_cmpuint (count_marks (label), ==, 0);
  g_assert_false (gtk_widget_get_has_tooltip (GTK_WIDGET (label)));
  g_assert_false (g_signal_has_handler_pending (label, g_signal_lookup ("query-tooltip", GTK_TYPE_LABEL), 0,
                                                TRUE));
}

/* The text of a level is in a button: what it says under the pointer stays. */
static void
test_level_cards (ScreenFixture *fixture,
                  gconstpointer  data)
{
  GtkWidget *page = cap_evaluation_page_new (fixture->workspace);
  const CapCriterion *criterion;
  GtkWidget *label;

  screen_fixture_show (fixture, page);
  criterion = cap_evaluation_page_get_criterion (CAP_EVALUATION_PAGE (page));
  g_assert_cmpstr (criterion->code, ==, "A1.1");

  label = screen_fixture_find (fixture->window, "GtkLabel", criterion->descriptors[3]);
  g_assert_nonnull (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON));
  g_assert_true (ask (GTK_LABEL (label), "écarts"));
  g_assert_true (ask (GTK_LABEL (label), "PV"));
  g_assert_false (ask (GTK_LABEL (label), "conseil"));
}

/* The window */

static void
add_rows (GtkWidget *widget,
          GPtrArray *rows)
{
  if (!gtk_widget_get_visible (widget))
    return;

  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "CapGlossaryRow"))
    g_ptr_array_add (rows, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_rows (child, rows);
}

/* The rows that are found, and how the first one begins. */
static guint
search (GtkWidget  *window,
        const char *text,
        const char *first)
{
  GtkWidget *entry = screen_fixture_find (window, "GtkSearchEntry", NULL);
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
  add_rows (window, rows);
  if (first != NULL)
    {
      GtkWidget *box = gtk_list_box_row_get_child (g_ptr_array_index (rows, 0));

      g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (box))), ==, first);
    }

  return rows->len;
}

static GtkWidget *
open_window (ScreenFixture *fixture,
             const char    *code)
{
  const CapFramework *framework = cap_workspace_get_evaluation (fixture->workspace)->framework;
  g_autoptr(GPtrArray) here = NULL;
  GtkWidget *window;

  screen_fixture_show (fixture, gtk_label_new (NULL));
  if (code != NULL)
    here = cap_criterion_words_list (cap_framework_find_criterion (framework, code), framework);
  window = cap_glossary_window_new (GTK_WINDOW (fixture->window), framework, here);
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

static void
test_window_filters (ScreenFixture *fixture,
                     gconstpointer  data)
{
  GtkWidget *window = open_window (fixture, NULL);
  const CapFramework *framework = cap_workspace_get_evaluation (fixture->workspace)->framework;

  g_assert_cmpuint (search (window, "", "achats responsables"), ==, framework->glossary->len);
  g_assert_null (screen_fixture_find (window, "GtkLabel", "In this criterion"));
  g_assert_null (screen_fixture_find (window, "GtkLabel", "The other words"));

  /* Without accents nor capitals; the words before those whose explanation mentions them. */
  g_assert_cmpuint (search (window, "ECART", "écart"), >, 1);
  g_assert_cmpuint (search (window, "obligation", NULL), ==, 0);
  g_assert_nonnull (screen_fixture_find (window, "GtkLabel", "No word like this one"));

  /* By another form, by what it stands for, by several beginnings in any order. */
  g_assert_cmpuint (search (window, "conseils d'admin", "CA – Conseil d’administration"), ==, 1);
  g_assert_cmpuint (search (window, "interm asso", "AI – Association intermédiaire"), ==, 1);
  g_assert_cmpuint (search (window, "  ", "achats responsables"), ==, framework->glossary->len);
  g_assert_null (screen_fixture_find (window, "GtkLabel", "No word like this one"));
}

static void
test_window_of_criterion (ScreenFixture *fixture,
                          gconstpointer  data)
{
  GtkWidget *window = open_window (fixture, "A1.1");
  const CapFramework *framework = cap_workspace_get_evaluation (fixture->workspace)->framework;
  GtkWidget *row;

  /* « PV d’AG ou de CA qui l’adopte » */
  g_assert_cmpuint (search (window, "", "AG – Assemblée générale"), ==, framework->glossary->len);
  g_assert_nonnull (screen_fixture_find (window, "GtkLabel", "In this criterion"));
  g_assert_nonnull (screen_fixture_find (window, "GtkLabel", "The other words"));

  g_assert_cmpuint (search (window, "proces verbal", "PV – Procès-verbal"), ==, 1);
  g_assert_null (screen_fixture_find (window, "GtkLabel", "The other words"));

  row = screen_fixture_find (window, "CapGlossaryRow", NULL);
  g_assert_true (gtk_widget_get_focusable (row));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "PV – Procès-verbal");
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Écrit officiel d’une réunion du CA, de l’AG ou du CSE\u00a0: date, "
                                       "présents, décisions, votes.");
}

static void
test_window_focus (ScreenFixture *fixture,
                   gconstpointer  data)
{
  GtkWidget *window = open_window (fixture, "A1.1");
  GtkWidget *entry = screen_fixture_find (window, "GtkSearchEntry", NULL);
  GtkWidget *gone = window;

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &gone);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), entry));

  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (gtk_root_get_focus (GTK_ROOT (window))), ==, "CapGlossaryRow");

  g_signal_emit_by_name (entry, "stop-search");
  while (g_main_context_iteration (NULL, FALSE));
  g_assert_null (gone);
}

/* A framework that explains nothing says so. */
static void
test_window_empty (ScreenFixture *fixture,
                   gconstpointer  data)
{
  g_autoptr(CapFramework) framework = cap_framework_new ();
  g_autoptr(GBytes) source = g_bytes_new_static ("{}", 2);
  GtkWidget *window;

  for (int level = 0; level < 2; level++)
    g_ptr_array_add (framework->levels, cap_level_new (level));
  cap_framework_seal (framework, source);
  screen_fixture_show (fixture, gtk_label_new (NULL));
  window = cap_glossary_window_new (GTK_WINDOW (fixture->window), framework, NULL);
  gtk_window_present (GTK_WINDOW (window));

  g_assert_nonnull (screen_fixture_find (window, "GtkLabel", "No word is explained here"));
  g_assert_null (screen_fixture_find (window, "GtkSearchEntry", NULL));
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

  add ("/ui/glossary/label", test_label);
  add ("/ui/glossary/label-changes", test_label_changes);
  add ("/ui/glossary/level-cards", test_level_cards);
  add ("/ui/glossary/window-filters", test_window_filters);
  add ("/ui/glossary/window-of-criterion", test_window_of_criterion);
  add ("/ui/glossary/window-focus", test_window_focus);
  add ("/ui/glossary/window-empty", test_window_empty);

  return g_test_run ();
}
