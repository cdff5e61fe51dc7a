/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <gexiv2/gexiv2.h>
#include <glib/gstdio.h>

#include "screen-fixture.h"
#include "ui/evaluation/cap-evaluation-end.h"
#include "ui/evaluation/cap-evaluation-page.h"
#include "ui/quality/cap-evidence-view.h"
#include "ui/widgets/cap-evidence-box.h"

#define NOTHING "Nothing proves it yet: drop a file here, or note where the document is."
#define ID "11111111-1111-4111-8111-111111111111"

static const CapEvidence *
get_piece (ScreenFixture *fixture,
           guint          index)
{
  const GPtrArray *pieces = cap_workspace_get_dossier (fixture->workspace)->evidence;

  g_assert_cmpuint (index, <, pieces->len);

  return g_ptr_array_index (pieces, index);
}

static gboolean
has_pieces (ScreenFixture *fixture,
            gpointer       data)
{
  return cap_workspace_get_dossier (fixture->workspace)->evidence->len == GPOINTER_TO_UINT (data);
}

static gboolean
serves_nothing (ScreenFixture *fixture,
                gpointer       data)
{
  return get_piece (fixture, 0)->links->len == 0;
}

static gboolean
answer_holds_one (ScreenFixture *fixture,
                  gpointer       data)
{
  const CapAnswer *answer = screen_fixture_get_answer (fixture, data);

  return answer != NULL && answer->evidence->len == 1;
}

static gboolean
has_title (ScreenFixture *fixture,
           gpointer       data)
{
  return g_str_equal (get_piece (fixture, 0)->title, data);
}

/* GTK 4 cannot make events: the signal that a drop ends in is emitted instead. */
static void
drop (GtkWidget  *widget,
      const char *path)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GSList) files = g_slist_append (NULL, file);
  g_auto(GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (files));
  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !taken; i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 0.0, 0.0, &taken);
    }

  g_assert_true (taken);
}

static GtkWidget *
find_button (GtkWidget  *root,
             const char *text)
{
  GtkWidget *label = screen_fixture_find (root, "GtkLabel", text);

  g_assert_nonnull (label);

  return gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON);
}

static char *
write_file (ScreenFixture *fixture,
            const char    *name)
{
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, name, -1, NULL));

  return path;
}

static void
put_piece (ScreenFixture *fixture,
           const char    *expires)
{
  g_autoptr(CapEvidence) piece = cap_evidence_new (ID, "Agrément", "Classeur 1", NULL);
  CapCommand *command = cap_command_new (CAP_GESTURE_PIECE, "Agrément");

  piece->expires = g_strdup (expires);
  cap_command_put_evidence (command, piece);
  screen_fixture_run (fixture, command);
}

static void
test_drop_on_box (ScreenFixture *fixture,
                  gconstpointer  data)
{
  GtkWidget *box = cap_evidence_box_new (fixture->workspace);
  g_autofree char *path = write_file (fixture, "Compte_rendu.txt");

  cap_evidence_box_set_place (CAP_EVIDENCE_BOX (box), CAP_PLACE_REQUIREMENT, "7.2");
  screen_fixture_show (fixture, box);
  screen_fixture_wait_label (fixture, NOTHING);
  g_assert_nonnull (screen_fixture_find (fixture->window, "GtkLabel", "Existing Piece…"));

  drop (box, path);
  screen_fixture_wait_label (fixture, "P-001 – Compte rendu");
  screen_fixture_wait_label (fixture, "Compte_rendu.txt · 16 bytes");
  g_assert_true (cap_evidence_serves (get_piece (fixture, 0), CAP_PLACE_REQUIREMENT, "7.2"));

  gtk_widget_activate_action (box, "piece.unlink", "s", get_piece (fixture, 0)->id);
  screen_fixture_wait (fixture, serves_nothing, NULL);
  screen_fixture_wait_label (fixture, NOTHING);
  screen_fixture_undo (fixture);
  screen_fixture_wait_label (fixture, "P-001 – Compte rendu");
  g_unlink (path);
}

/* The sentence is in the page, and names the file. */
static void
test_refusal (ScreenFixture *fixture,
              gconstpointer  data)
{
  GtkWidget *box = cap_evidence_box_new (fixture->workspace);
  g_autofree char *name = g_path_get_basename (fixture->folder);
  g_autofree char *sentence = NULL;

  cap_evidence_box_set_place (CAP_EVIDENCE_BOX (box), CAP_PLACE_REQUIREMENT, "7.2");
  screen_fixture_show (fixture, box);
  drop (box, fixture->folder);
  sentence = g_strdup_printf ("%s: this is a folder: give the files that it holds, one by one", name);
  screen_fixture_wait_label (fixture, sentence);
  g_assert_false (has_pieces (fixture, GUINT_TO_POINTER (1)));
}

/* A red square of 8 × 8, taken by somebody. */
static void
write_picture (const char *path)
{
  static const char picture[] =
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u"
    "71////m8H////6/+b9//j/2wBDASstLTw1PHZBQXb4pYyl+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4"
    "+Pj4+Pj4+Pj4+Pj/wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAUEAEAAAAAAAAAAAAAAAAAAA"
    "AA/8QAFQEBAQAAAAAAAAAAAAAAAAAABAX/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCUAdYf/9k=";
  g_autoptr(GExiv2Metadata) metadata = gexiv2_metadata_new ();
  g_autofree guchar *data = NULL;
  gsize size;

  data = g_base64_decode (picture, &size);
  g_assert_true (g_file_set_contents (path, (const char *) data, (gssize) size, NULL));
  g_assert_true (gexiv2_metadata_open_path (metadata, path, NULL));
  gexiv2_metadata_try_set_tag_string (metadata, "Exif.Image.Artist", "Camille Martin", NULL);
  g_assert_true (gexiv2_metadata_save_file (metadata, path, NULL));
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (ADW_IS_MESSAGE_DIALOG (at->data))
      return at->data;

  return NULL;
}

static gboolean
has_dialog (ScreenFixture *fixture,
            gpointer       data)
{
  return (find_dialog () != NULL) == GPOINTER_TO_INT (data);
}

static void
answer_dialog (ScreenFixture *fixture,
               const char    *response)
{
  screen_fixture_wait (fixture, has_dialog, GINT_TO_POINTER (TRUE));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog ()), response);
  gtk_window_destroy (GTK_WINDOW (find_dialog ())); /* as the click on a button does */
  screen_fixture_wait (fixture, has_dialog, GINT_TO_POINTER (FALSE));
}

/* A person is asked; what they choose is what enters the dossier. */
static void
test_privacy (ScreenFixture *fixture,
              gconstpointer  data)
{
  GtkWidget *box = cap_evidence_box_new (fixture->workspace);
  g_autofree char *path = g_build_filename (fixture->folder, "Atelier.jpg", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *sum = NULL;
  gsize size;

  write_picture (path);
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, size);
  cap_evidence_box_set_place (CAP_EVIDENCE_BOX (box), CAP_PLACE_REQUIREMENT, "7.2");
  screen_fixture_show (fixture, box);

  drop (box, path);
  answer_dialog (fixture, "cancel");
  g_assert_true (has_pieces (fixture, GUINT_TO_POINTER (0)));

  drop (box, path);
  answer_dialog (fixture, "strip");
  screen_fixture_wait (fixture, has_pieces, GUINT_TO_POINTER (1));
  g_assert_cmpstr (cap_evidence_get_file (get_piece (fixture, 0))->sha256, !=, sum);

  drop (box, path);
  answer_dialog (fixture, "keep");
  screen_fixture_wait (fixture, has_pieces, GUINT_TO_POINTER (2));
  g_assert_cmpstr (cap_evidence_get_file (get_piece (fixture, 1))->sha256, ==, sum);
  g_unlink (path);
}

static gboolean
is_taken_out (ScreenFixture *fixture,
              gpointer       data)
{
  return g_strcmp0 (get_piece (fixture, 0)->reason, data) == 0;
}

/* Without a reason nothing goes; with one, the line stays, and can come back. */
static void
test_take_out (ScreenFixture *fixture,
               gconstpointer  data)
{
  GtkWidget *view = cap_evidence_view_new (fixture->workspace);
  GtkWidget *entry;

  put_piece (fixture, NULL);
  screen_fixture_show (fixture, view);
  cap_evidence_view_show (CAP_EVIDENCE_VIEW (view), ID);
  g_signal_emit_by_name (find_button (fixture->window, "Take Out…"), "clicked");
  screen_fixture_wait (fixture, has_dialog, GINT_TO_POINTER (TRUE));
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (find_dialog ()), "confirm"));
  entry = adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (find_dialog ()));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Remplacé");
  answer_dialog (fixture, "confirm");
  screen_fixture_wait (fixture, is_taken_out, (gpointer) "Remplacé");
  g_assert_nonnull (get_piece (fixture, 0)->removed);
  screen_fixture_wait_label (fixture, "Taken out");

  g_signal_emit_by_name (find_button (fixture->window, "Restore"), "clicked");
  screen_fixture_wait (fixture, is_taken_out, NULL);
}

static void
test_drop_on_criterion (ScreenFixture *fixture,
                        gconstpointer  data)
{
  g_autofree char *path = write_file (fixture, "Charte.txt");
  GtkWidget *list;

  screen_fixture_show (fixture, cap_evaluation_page_new (fixture->workspace));
  screen_fixture_wait_label (fixture, "A1.1");
  list = screen_fixture_find (fixture->window, "CapEvidenceList", NULL);
  drop (list, path);
  screen_fixture_wait (fixture, answer_holds_one, (gpointer) "A1.1");
  screen_fixture_wait_label (fixture, "P-001 – Charte");
  g_assert_cmpuint (get_piece (fixture, 0)->files->len, ==, 1);

  /* Once more: it is there already. */
  screen_fixture_undo (fixture);
  screen_fixture_wait (fixture, has_pieces, GUINT_TO_POINTER (0));
  drop (list, path);
  screen_fixture_wait (fixture, answer_holds_one, (gpointer) "A1.1");
  g_unlink (path);
}

static void
test_library (ScreenFixture *fixture,
              gconstpointer  data)
{
  GtkWidget *view = cap_evidence_view_new (fixture->workspace);
  GtkWidget *filter;

  screen_fixture_show (fixture, view);
  screen_fixture_wait_label (fixture, "No evidence yet");
  put_piece (fixture, "2020-01-31");
  screen_fixture_wait_label (fixture, "P-001 – Agrément");
  screen_fixture_wait_label (fixture, "Out of date since 2020-01-31");

  filter = screen_fixture_find (fixture->window, "GtkDropDown", NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (filter), 3);
  screen_fixture_wait_label (fixture, "No piece matches.");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (filter), 1);
  screen_fixture_wait_label (fixture, "P-001 – Agrément");
}

static void
test_page (ScreenFixture *fixture,
           gconstpointer  data)
{
  GtkWidget *view = cap_evidence_view_new (fixture->workspace);
  GtkWidget *page;
  GtkWidget *title;

  put_piece (fixture, NULL);
  screen_fixture_show (fixture, view);
  cap_evidence_view_show (CAP_EVIDENCE_VIEW (view), ID);
  page = screen_fixture_find (fixture->window, "CapEvidencePage", NULL);
  g_assert_nonnull (page);
  g_assert_nonnull (screen_fixture_find (page, "GtkLabel", "Where it serves"));

  title = screen_fixture_find (page, "AdwEntryRow", NULL);
  gtk_editable_set_text (GTK_EDITABLE (title), "Agrément 2026");
  g_signal_emit_by_name (title, "entry-activated");
  screen_fixture_wait (fixture, has_title, (gpointer) "Agrément 2026");
  screen_fixture_wait_label (fixture, "P-001 – Agrément 2026");

  /* A piece keeps a title. */
  gtk_editable_set_text (GTK_EDITABLE (title), " ");
  g_signal_emit_by_name (title, "entry-activated");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (title)), ==, "Agrément 2026");

  gtk_widget_activate_action (page, "piece.close", NULL);
  screen_fixture_wait_label (fixture, "1 piece");
}

static void
set_mode (ScreenFixture *fixture,
          CapMode        mode)
{
  g_autoptr(CapEvaluation) header = NULL;
  CapCommand *command = cap_command_new (CAP_GESTURE_MODE, NULL);

  header = cap_evaluation_copy_header (cap_workspace_get_evaluation (fixture->workspace));
  header->mode = mode;
  cap_command_put_evaluation (command, header);
  screen_fixture_run (fixture, command);
}

/* A warning in CAP mode; in certification mode the evaluation is not closed before. */
static void
test_end (ScreenFixture *fixture,
          gconstpointer  data)
{
  GtkWidget *end = g_object_new (CAP_TYPE_EVALUATION_END, NULL);
  g_autoptr(CapAnswer) answer = cap_answer_new_rated ("A1.1", 3);

  screen_fixture_answer (fixture, answer);
  screen_fixture_show (fixture, end);
  cap_evaluation_end_show (CAP_EVALUATION_END (end), fixture->workspace);
  screen_fixture_wait_label (fixture, "91 criteria are still to answer.\n"
                                      "1 answer of level 3 or more has no evidence yet.");
  g_assert_nonnull (screen_fixture_find (end, "GtkLabel", "Go to the first one without evidence"));

  set_mode (fixture, CAP_MODE_CERTIFICATION);
  cap_evaluation_end_show (CAP_EVALUATION_END (end), fixture->workspace);
  screen_fixture_wait_label (fixture, "95 criteria are still to answer.\n1 answer of level 3 or more has no "
                                      "evidence yet: in certification mode, the evaluation is not closed "
                                      "before it has.");
}

int
main (int   argc,
      char *argv[])
{
  screen_fixture_init (&argc, &argv);

#define ADD(name, func) \
  g_test_add ("/ui/evidence/" name, ScreenFixture, NULL, screen_fixture_set_up, func, \
              screen_fixture_tear_down)
  ADD ("drop-on-box", test_drop_on_box);
  ADD ("refusal", test_refusal);
  ADD ("privacy", test_privacy);
  ADD ("take-out", test_take_out);
  ADD ("drop-on-criterion", test_drop_on_criterion);
  ADD ("library", test_library);
  ADD ("page", test_page);
  ADD ("end", test_end);
#undef ADD

  return g_test_run ();
}
