/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/evaluation/cap-comment-box.h"

#include <glib/gi18n.h>

#define PAUSE_MS 2500

/**
 * CapCommentBox:
 *
 * The comment of the answer being given. What is typed is saved when the field
 * is left and after a pause; until then it belongs to the field, and neither an
 * undo nor another gesture takes it away.
 */
struct _CapCommentBox
{
  GtkWidget        parent_instance;

  CapAnswerEditor *editor;
  /* What the dossier said when the field was last filled or saved. */
  char            *saved;
  guint            pause_id;

  /* Template children */
  GtkWidget       *box;
  GtkTextView     *text_view;
  GtkLabel        *placeholder;
};

G_DEFINE_FINAL_TYPE (CapCommentBox, cap_comment_box, GTK_TYPE_WIDGET)

static char *
dup_text (CapCommentBox *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
remember (CapCommentBox *self,
          const char    *text)
{
  char *copy = g_strdup (text);

  g_free (self->saved);
  self->saved = copy;
}

static gboolean
pause_ended_cb (gpointer user_data)
{
  CapCommentBox *self = user_data;

  self->pause_id = 0;
  cap_comment_box_flush (self);

  return G_SOURCE_REMOVE;
}

static void
text_changed_cb (CapCommentBox *self)
{
  g_autofree char *text = dup_text (self);

  gtk_widget_set_visible (GTK_WIDGET (self->placeholder), *text == '\0');
  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (!g_str_equal (text, self->saved))
    self->pause_id = g_timeout_add (PAUSE_MS, pause_ended_cb, self);
}

static void
left_cb (CapCommentBox *self)
{
  cap_comment_box_flush (self);
}

static void
cap_comment_box_dispose (GObject *object)
{
  CapCommentBox *self = CAP_COMMENT_BOX (object);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  g_clear_object (&self->editor);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (cap_comment_box_parent_class)->dispose (object);
}

static void
cap_comment_box_finalize (GObject *object)
{
  g_free (CAP_COMMENT_BOX (object)->saved);

  G_OBJECT_CLASS (cap_comment_box_parent_class)->finalize (object);
}

static void
cap_comment_box_class_init (CapCommentBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_comment_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_comment_box_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-comment-box.ui");
  gtk_widget_class_bind_template_child (widget_class, CapCommentBox, box);
  gtk_widget_class_bind_template_child (widget_class, CapCommentBox, text_view);
  gtk_widget_class_bind_template_child (widget_class, CapCommentBox, placeholder);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_comment_box_init (CapCommentBox *self)
{
  self->saved = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text_view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Comment"),
                                  GTK_ACCESSIBLE_PROPERTY_MULTI_LINE, TRUE,
                                  -1);
}

void
cap_comment_box_set_editor (CapCommentBox   *self,
                            CapAnswerEditor *editor)
{
  g_return_if_fail (CAP_IS_COMMENT_BOX (self));

  g_set_object (&self->editor, editor);
}

static void
show_comment (CapCommentBox *self,
              const char    *comment)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  g_autofree char *text = dup_text (self);

  remember (self, comment);
  if (g_str_equal (text, comment))
    return;

  /* Undoing here must never bring back the comment of another criterion. */
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, comment, -1);
  gtk_text_buffer_end_irreversible_action (buffer);
}

/**
 * cap_comment_box_reload:
 *
 * Follows the editor, unless there is something typed that it does not know.
 */
void
cap_comment_box_reload (CapCommentBox *self)
{
  const CapAnswer *answer;
  g_autofree char *text = NULL;

  g_return_if_fail (CAP_IS_COMMENT_BOX (self));

  answer = cap_answer_editor_get_answer (self->editor);
  text = dup_text (self);
  gtk_text_view_set_editable (self->text_view, !cap_answer_editor_get_read_only (self->editor));
  if (answer != NULL && g_str_equal (text, self->saved))
    show_comment (self, answer->comment);
}

/**
 * cap_comment_box_flush:
 *
 * Saves what is typed, if that is not done yet.
 */
void
cap_comment_box_flush (CapCommentBox *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (CAP_IS_COMMENT_BOX (self));

  g_clear_handle_id (&self->pause_id, g_source_remove);
  text = dup_text (self);
  if (g_str_equal (text, self->saved))
    return;

  remember (self, text);
  cap_answer_editor_set_comment (self->editor, text);
}
