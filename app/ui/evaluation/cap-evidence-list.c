/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/evaluation/cap-evidence-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "ui/widgets/cap-evidence-desk.h"
#include "ui/widgets/cap-evidence-intake.h"
#include "ui/widgets/cap-evidence-picker.h"
#include "ui/widgets/cap-evidence-row.h"
#include "ui/widgets/cap-glossary-label.h"
#include "ui/widgets/cap-message-bar.h"

/**
 * CapEvidenceList:
 *
 * The evidence that supports the answer being given: the pieces, and a form to
 * add one, which opens in the page.
 */
struct _CapEvidenceList
{
  GtkWidget        parent_instance;

  CapAnswerEditor *editor;
  CapEvidenceDesk *desk;      /* opens files */

  /* Template children */
  GtkWidget       *box;
  GtkLabel        *expected;
  GtkListBox      *pieces;
  CapMessageBar   *message;
  GtkWidget       *add_button;
  GtkWidget       *more_box;
  GtkRevealer     *form;
  AdwEntryRow     *title_row;
  AdwEntryRow     *reference_row;
  AdwEntryRow     *date_row;
  GtkLabel        *date_error;
};

G_DEFINE_FINAL_TYPE (CapEvidenceList, cap_evidence_list, GTK_TYPE_WIDGET)

static const char *
get_text (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static gboolean
is_form_open (CapEvidenceList *self)
{
  return gtk_revealer_get_reveal_child (self->form);
}

static void
open_form (CapEvidenceList *self,
           gboolean         open)
{
  gtk_revealer_set_reveal_child (self->form, open);
  gtk_widget_set_visible (self->add_button, !open);
  gtk_widget_set_visible (GTK_WIDGET (self->date_error), FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self->date_row), "error");

  if (open)
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->title_row), "");
  gtk_editable_set_text (GTK_EDITABLE (self->reference_row), "");
  gtk_editable_set_text (GTK_EDITABLE (self->date_row), "");
}

/* Returns: (nullable): the date typed, or %NULL when it is empty or no date,
 * which @valid tells apart */
static char *
dup_date (CapEvidenceList *self,
          gboolean        *valid)
{
  g_autofree char *text = g_strstrip (g_strdup (get_text (self->date_row)));
  char *date = *text == '\0' ? NULL : cap_date_parse (text);

  *valid = date != NULL || *text == '\0';

  return date;
}

static void
add_piece (CapEvidenceList *self,
           const char      *date)
{
  g_autofree char *title = g_strstrip (g_strdup (get_text (self->title_row)));
  g_autofree char *reference = g_strstrip (g_strdup (get_text (self->reference_row)));
  g_autofree char *day = g_strdup (date);

  if (*title == '\0')
    return;

  open_form (self, FALSE);
  cap_answer_editor_add_evidence (self->editor, title, reference, day);
}

static void
added_cb (CapEvidenceList *self)
{
  gboolean valid;
  g_autofree char *date = dup_date (self, &valid);

  gtk_widget_set_visible (GTK_WIDGET (self->date_error), !valid);
  if (!valid)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->date_row), "error");
      gtk_widget_grab_focus (GTK_WIDGET (self->date_row));
      return;
    }

  if (*get_text (self->title_row) == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->title_row));
      return;
    }

  add_piece (self, date);
  gtk_widget_grab_focus (self->add_button);
}

static void
cancelled_cb (CapEvidenceList *self)
{
  open_form (self, FALSE);
  gtk_widget_grab_focus (self->add_button);
}

static void
form_opened_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  CapEvidenceList *self = CAP_EVIDENCE_LIST (widget);

  if (cap_answer_editor_get_read_only (self->editor))
    return;

  open_form (self, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));
}

static void
piece_removed_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  CapEvidenceList *self = CAP_EVIDENCE_LIST (widget);

  gtk_widget_grab_focus (self->add_button);
  cap_answer_editor_remove_evidence (self->editor, g_variant_get_string (parameter, NULL));
}

static gboolean
escape_pressed_cb (CapEvidenceList *self,
                   guint            keyval)
{
  if (keyval != GDK_KEY_Escape || !is_form_open (self))
    return GDK_EVENT_PROPAGATE;

  cancelled_cb (self);

  return GDK_EVENT_STOP;
}

static GtkWidget *
make_remove_button (const CapEvidence *evidence)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: the title of a piece of evidence */
  g_autofree char *label = g_strdup_printf (_("Remove “%s”"), evidence->title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "evidence.remove");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", evidence->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return button;
}

/* What the dossier has of a piece: its files and its number are not in the answer. */
static const CapEvidence *
find_whole (CapEvidenceList   *self,
            const CapEvidence *held)
{
  CapDossier *dossier = cap_workspace_get_dossier (cap_answer_editor_get_workspace (self->editor));
  const CapEvidence *piece = dossier != NULL ? cap_dossier_find_evidence (dossier, held->id) : NULL;

  return piece != NULL ? piece : held;
}

static GtkWidget *
make_piece (CapEvidenceList   *self,
            const CapEvidence *held)
{
  const CapEvidence *piece = find_whole (self, held);
  g_autofree char *today = cap_workspace_dup_today (cap_answer_editor_get_workspace (self->editor));
  GtkWidget *row = cap_evidence_row_new (piece, today, CAP_EVIDENCE_OFFER_OPEN);

  if (!cap_answer_editor_get_read_only (self->editor))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_remove_button (piece));

  return row;
}

/* Files or a piece on their way to the criterion that they were given for. */
typedef struct
{
  CapEvidenceList *self;
  char            *code;
} Errand;

static void
free_errand (Errand *errand)
{
  g_object_unref (errand->self);
  g_free (errand->code);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, free_errand)

/* Returns: (nullable): NULL when nothing may be written */
static Errand *
new_errand (CapEvidenceList *self)
{
  const CapCriterion *criterion = cap_answer_editor_get_criterion (self->editor);
  Errand *errand;

  if (criterion == NULL || cap_answer_editor_get_read_only (self->editor))
    return NULL;

  errand = g_new0 (Errand, 1);
  errand->self = g_object_ref (self);
  errand->code = g_strdup (criterion->code);

  return errand;
}

static GtkWindow *
get_window (CapEvidenceList *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
failed_cb (CapEvidenceList *self,
           const char      *sentence)
{
  cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, sentence);
}

static void
files_taken_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(Errand) errand = user_data;
  CapEvidenceList *self = errand->self;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) contents = cap_evidence_intake_finish (result, &error);

  if (contents != NULL && self->editor != NULL)
    {
      cap_message_bar_hide (self->message);
      cap_answer_editor_add_files (self->editor, errand->code, contents);
    }
  else if (contents == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    failed_cb (self, error->message);
}

static void
add_file_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  CapEvidenceList *self = CAP_EVIDENCE_LIST (widget);
  Errand *errand = new_errand (self);

  if (errand != NULL)
    cap_evidence_intake_choose_async (cap_answer_editor_get_workspace (self->editor), get_window (self), TRUE,
                                      files_taken_cb, errand);
}

static gboolean
dropped_cb (CapEvidenceList *self,
            const GValue    *value)
{
  Errand *errand = G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST) ? new_errand (self) : NULL;
  GSList *files;

  if (errand == NULL)
    return FALSE;

  files = gdk_file_list_get_files (g_value_get_boxed (value));
  cap_evidence_intake_take_async (cap_answer_editor_get_workspace (self->editor), get_window (self), files,
                                  files_taken_cb, errand);
  g_slist_free (files);

  return TRUE;
}

static void
piece_chosen_cb (Errand     *errand,
                 const char *id)
{
  if (errand->self->editor != NULL)
    cap_answer_editor_add_piece (errand->self->editor, errand->code, id);
}

static gboolean
is_not_held (const CapEvidence *piece,
             gpointer           user_data)
{
  const CapAnswer *answer = user_data;

  for (guint i = 0; i < answer->evidence->len; i++)
    if (g_str_equal (((const CapEvidence *) g_ptr_array_index (answer->evidence, i))->id, piece->id))
      return FALSE;

  return TRUE;
}

static void
choose_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  CapEvidenceList *self = CAP_EVIDENCE_LIST (widget);
  Errand *errand = new_errand (self);
  CapWorkspace *workspace = cap_answer_editor_get_workspace (self->editor);
  GtkWidget *picker;

  if (errand == NULL)
    return;

  picker = cap_evidence_picker_new (get_window (self), cap_workspace_get_dossier (workspace), is_not_held,
                                    (gpointer) cap_answer_editor_get_answer (self->editor));
  g_signal_connect_swapped (picker, "chosen", G_CALLBACK (piece_chosen_cb), errand);
  g_object_set_data_full (G_OBJECT (picker), "errand", errand, (GDestroyNotify) free_errand);
  gtk_window_present (GTK_WINDOW (picker));
}

static void
open_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  CapEvidenceList *self = CAP_EVIDENCE_LIST (widget);

  cap_message_bar_hide (self->message);
  cap_evidence_desk_open (self->desk, g_variant_get_string (parameter, NULL), -1);
}

static void
cap_evidence_list_dispose (GObject *object)
{
  CapEvidenceList *self = CAP_EVIDENCE_LIST (object);

  g_clear_object (&self->editor);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (cap_evidence_list_parent_class)->dispose (object);
}

static void
cap_evidence_list_class_init (CapEvidenceListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_evidence_list_dispose;
  g_type_ensure (CAP_TYPE_MESSAGE_BAR);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-evidence-list.ui");
  gtk_widget_class_bind_template_child (widget_class, CapEvidenceList, box);
  gtk_widget_class_bind_template_child (widget_class, CapEvidenceList, expected);
  gtk_widget_class_bind_template_child (widget_class, CapEvidenceList, pieces);
  gtk_widget_class_bind_template_child (widget_class, CapEvidenceList, add_button);
  gtk_widget_class_bind_template_child (widget_class, CapEvidenceList, message);
  gtk_widget_class_bind_template_child (widget_class, CapEvidenceList, more_box);
  gtk_widget_class_bind_template_child (widget_class, CapEvidenceList, form);
  gtk_widget_class_bind_template_child (widget_class, CapEvidenceList, title_row);
  gtk_widget_class_bind_template_child (widget_class, CapEvidenceList, reference_row);
  gtk_widget_class_bind_template_child (widget_class, CapEvidenceList, date_row);
  gtk_widget_class_bind_template_child (widget_class, CapEvidenceList, date_error);
  gtk_widget_class_bind_template_callback (widget_class, added_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancelled_cb);
  gtk_widget_class_bind_template_callback (widget_class, escape_pressed_cb);
  gtk_widget_class_install_action (widget_class, "evidence.add", NULL, form_opened_cb);
  gtk_widget_class_install_action (widget_class, "evidence.remove", "s", piece_removed_cb);
  gtk_widget_class_install_action (widget_class, "evidence.add-file", NULL, add_file_cb);
  gtk_widget_class_install_action (widget_class, "evidence.choose", NULL, choose_cb);
  gtk_widget_class_install_action (widget_class, "piece.open", "s", open_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_evidence_list_init (CapEvidenceList *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

void
cap_evidence_list_set_editor (CapEvidenceList *self,
                              CapAnswerEditor *editor)
{
  g_return_if_fail (CAP_IS_EVIDENCE_LIST (self));

  if (!g_set_object (&self->editor, editor) || editor == NULL)
    return;

  g_clear_object (&self->desk);
  self->desk = cap_evidence_desk_new (cap_answer_editor_get_workspace (editor), GTK_WIDGET (self));
  g_signal_connect_object (self->desk, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
}

static void
show_expected (CapEvidenceList *self)
{
  const CapCriterion *criterion = cap_answer_editor_get_criterion (self->editor);
  g_autofree char *list = NULL;
  g_autofree char *text = NULL;

  if (criterion == NULL || criterion->evidence == NULL || criterion->evidence[0] == NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->expected), FALSE);
      return;
    }

  list = g_strjoinv (" · ", criterion->evidence);
  /* Translators: a list of documents that can prove the answer */
  text = g_strdup_printf (_("For example: %s"), list);
  cap_glossary_label_set_text (self->expected, text, cap_answer_editor_get_framework (self->editor));
  gtk_widget_set_visible (GTK_WIDGET (self->expected), TRUE);
}

/**
 * cap_evidence_list_reload:
 *
 * Follows the editor. A form being filled stays as it is.
 */
void
cap_evidence_list_reload (CapEvidenceList *self)
{
  const CapAnswer *answer;
  GtkWidget *row;

  g_return_if_fail (CAP_IS_EVIDENCE_LIST (self));

  answer = cap_answer_editor_get_answer (self->editor);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->pieces))) != NULL)
    gtk_list_box_remove (self->pieces, row);

  for (guint i = 0; answer != NULL && i < answer->evidence->len; i++)
    gtk_list_box_append (self->pieces, make_piece (self, g_ptr_array_index (answer->evidence, i)));

  gtk_widget_set_visible (GTK_WIDGET (self->pieces), answer != NULL && answer->evidence->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.add",
                                 !cap_answer_editor_get_read_only (self->editor));
  gtk_widget_set_visible (self->more_box, !cap_answer_editor_get_read_only (self->editor));
  show_expected (self);
}

/**
 * cap_evidence_list_flush:
 *
 * Adds the piece that the form holds, if it has a title, and closes the form.
 * A date that is none is left out rather than the piece lost.
 */
void
cap_evidence_list_flush (CapEvidenceList *self)
{
  gboolean valid;
  g_autofree char *date = NULL;

  g_return_if_fail (CAP_IS_EVIDENCE_LIST (self));

  if (!is_form_open (self))
    return;

  date = dup_date (self, &valid);
  add_piece (self, date);
  open_form (self, FALSE);
}
