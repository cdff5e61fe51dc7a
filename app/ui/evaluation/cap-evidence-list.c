/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/evaluation/cap-evidence-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "ui/widgets/cap-glossary-label.h"

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

  /* Template children */
  GtkWidget       *box;
  GtkLabel        *expected;
  GtkListBox      *pieces;
  GtkWidget       *add_button;
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

static char *
dup_place_and_date (const CapEvidence *evidence)
{
  g_autofree char *date = evidence->date == NULL ? NULL : cap_date_format_long (evidence->date);

  if (evidence->reference != NULL && date != NULL)
    return g_strdup_printf ("%s · %s", evidence->reference, date);

  return g_strdup (evidence->reference != NULL ? evidence->reference : date != NULL ? date : "");
}

static GtkWidget *
make_piece (CapEvidenceList   *self,
            const CapEvidence *evidence)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = dup_place_and_date (evidence);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), evidence->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  if (!cap_answer_editor_get_read_only (self->editor))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_remove_button (evidence));

  return row;
}

static void
cap_evidence_list_dispose (GObject *object)
{
  CapEvidenceList *self = CAP_EVIDENCE_LIST (object);

  g_clear_object (&self->editor);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (cap_evidence_list_parent_class)->dispose (object);
}

static void
cap_evidence_list_class_init (CapEvidenceListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_evidence_list_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-evidence-list.ui");
  gtk_widget_class_bind_template_child (widget_class, CapEvidenceList, box);
  gtk_widget_class_bind_template_child (widget_class, CapEvidenceList, expected);
  gtk_widget_class_bind_template_child (widget_class, CapEvidenceList, pieces);
  gtk_widget_class_bind_template_child (widget_class, CapEvidenceList, add_button);
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
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_evidence_list_init (CapEvidenceList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
cap_evidence_list_set_editor (CapEvidenceList *self,
                              CapAnswerEditor *editor)
{
  g_return_if_fail (CAP_IS_EVIDENCE_LIST (self));

  g_set_object (&self->editor, editor);
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
