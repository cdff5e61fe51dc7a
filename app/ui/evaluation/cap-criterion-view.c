/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/evaluation/cap-criterion-view.h"

#include <glib/gi18n.h>

#include "ui/evaluation/cap-comment-box.h"
#include "ui/evaluation/cap-criterion-header.h"
#include "ui/evaluation/cap-evidence-list.h"
#include "ui/evaluation/cap-level-card.h"
#include "ui/evaluation/cap-previous-answer.h"
#include "ui/widgets/cap-reflow.h"

/**
 * CapCriterionView:
 *
 * One criterion, with everything that it takes to answer it: what it means,
 * the levels, *non concerné*, the comment and the evidence. Shows what its
 * [class@Cap.AnswerEditor] says and tells it what the user does.
 */
struct _CapCriterionView
{
  GtkWidget           parent_instance;

  CapAnswerEditor    *editor;
  char               *shown; /* code of the criterion on display */
  gboolean            shown_not_applicable;
  guint               notice_frames; /* left before the notice takes the focus */
  GPtrArray          *cards; /* one for each level, borrowed from @levels */

  /* Template children */
  GtkWidget          *box;
  CapCriterionHeader *header;
  CapPreviousAnswer  *previous;
  CapReflow          *levels;
  GtkToggleButton    *not_applicable;
  GtkToggleButton    *discuss;
  GtkWidget          *clear;
  GtkRevealer        *reason_revealer;
  GtkEntry           *reason;
  GtkWidget          *notice_box;
  GtkImage           *notice_icon;
  GtkLabel           *notice;
  CapCommentBox      *comment;
  CapEvidenceList    *evidence;
};

G_DEFINE_FINAL_TYPE (CapCriterionView, cap_criterion_view, GTK_TYPE_WIDGET)

/* Frames after which what has just been shown has its place. */
#define LAYOUT_FRAMES 2

typedef enum
{
  NOTICE_HINT,
  NOTICE_REFUSAL,
} NoticeKind;

static void
show_notice (CapCriterionView *self,
             NoticeKind        kind,
             const char       *text)
{
  gboolean refusal = kind == NOTICE_REFUSAL;

  if (text == NULL && gtk_widget_has_focus (self->notice_box))
    cap_criterion_view_show_top (self);
  gtk_widget_set_visible (self->notice_box, text != NULL);
  if (text == NULL)
    return;

  gtk_label_set_text (self->notice, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->notice_box), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_image_set_from_icon_name (self->notice_icon,
                                refusal ? "dialog-warning-symbolic" : "dialog-information-symbolic");
  if (refusal)
    gtk_widget_add_css_class (self->notice_box, "refusal");
  else
    gtk_widget_remove_css_class (self->notice_box, "refusal");
}

static gboolean
notice_framed_cb (GtkWidget     *notice,
                  GdkFrameClock *clock,
                  gpointer       user_data)
{
  CapCriterionView *self = user_data;

  if (self->notice_frames-- > 0)
    return G_SOURCE_CONTINUE;

  gtk_widget_grab_focus (notice);

  return G_SOURCE_REMOVE;
}

/* Brings the notice into sight, and to the ears of who does not see. */
static void
focus_notice (CapCriterionView *self)
{
  self->notice_frames = LAYOUT_FRAMES;
  gtk_widget_add_tick_callback (self->notice_box, notice_framed_cb, self, NULL);
}

/* What there is to say about the answer itself. */
static void
show_state_notice (CapCriterionView *self)
{
  const char *error = cap_answer_editor_get_error (self->editor);

  if (error != NULL)
    show_notice (self, NOTICE_REFUSAL, error);
  else if (cap_answer_editor_lacks_evidence (self->editor))
    show_notice (self, NOTICE_HINT,
                 _("At this level, a piece of evidence makes the answer solid. "
                   "You can add it now, or later."));
  else
    show_notice (self, NOTICE_HINT, NULL);
}

static gboolean
is_reason_open (CapCriterionView *self)
{
  return gtk_revealer_get_reveal_child (self->reason_revealer);
}

static void
show_buttons (CapCriterionView *self,
              const CapAnswer  *answer)
{
  gboolean read_only = cap_answer_editor_get_read_only (self->editor);
  gboolean not_applicable = answer->state == CAP_ANSWER_NOT_APPLICABLE;

  gtk_toggle_button_set_active (self->not_applicable, not_applicable || is_reason_open (self));
  gtk_toggle_button_set_active (self->discuss, answer->discuss);
  gtk_widget_set_visible (self->clear, answer->state != CAP_ANSWER_UNANSWERED && !read_only);
  gtk_widget_set_sensitive (GTK_WIDGET (self->not_applicable), !read_only);
  gtk_widget_set_sensitive (GTK_WIDGET (self->discuss), !read_only);
  gtk_editable_set_editable (GTK_EDITABLE (self->reason), !read_only);
}

static void
show_levels (CapCriterionView *self,
             const CapAnswer  *answer)
{
  gboolean read_only = cap_answer_editor_get_read_only (self->editor);

  for (guint i = 0; i < self->cards->len; i++)
    {
      GtkWidget *card = g_ptr_array_index (self->cards, i);

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (card),
                                    answer->level == cap_level_card_get_level (CAP_LEVEL_CARD (card)));
      gtk_widget_set_sensitive (card, !read_only);
    }
}

/* The reason of a criterion that is not applicable stays in sight. */
static void
show_reason (CapCriterionView *self,
             const CapAnswer  *answer,
             gboolean          is_other)
{
  gboolean not_applicable = answer->state == CAP_ANSWER_NOT_APPLICABLE;

  if (not_applicable && !gtk_widget_has_focus (GTK_WIDGET (self->reason)))
    gtk_editable_set_text (GTK_EDITABLE (self->reason), answer->reason);
  else if (is_other)
    gtk_editable_set_text (GTK_EDITABLE (self->reason), "");

  /* A reason being written is left alone. */
  if (not_applicable || is_other || self->shown_not_applicable)
    gtk_revealer_set_reveal_child (self->reason_revealer, not_applicable);
  self->shown_not_applicable = not_applicable;
}

static void
card_clicked_cb (CapCriterionView *self,
                 GtkWidget        *card)
{
  cap_criterion_view_rate (self, cap_level_card_get_level (CAP_LEVEL_CARD (card)));
}

/* The scale of another framework may have other levels. */
static void
make_cards (CapCriterionView   *self,
            const CapFramework *framework)
{
  if (self->cards->len == framework->levels->len &&
      cap_level_card_get_level (g_ptr_array_index (self->cards, 0)) == framework->min_level)
    return;

  g_ptr_array_set_size (self->cards, 0);
  cap_reflow_clear (self->levels);
  for (int level = framework->min_level; level <= framework->max_level; level++)
    {
      GtkWidget *card = cap_level_card_new (level);

      g_signal_connect_object (card, "clicked", G_CALLBACK (card_clicked_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->cards, card);
      cap_reflow_append (self->levels, card);
    }
}

static void
show_wording (CapCriterionView   *self,
              const CapCriterion *criterion)
{
  const CapFramework *framework = cap_answer_editor_get_framework (self->editor);
  g_autofree char *name = NULL;

  make_cards (self, framework);
  for (guint i = 0; i < self->cards->len; i++)
    cap_level_card_set_wording (g_ptr_array_index (self->cards, i), criterion, framework);

  /* Translators: name of the group of the levels; the code of a criterion */
  name = g_strdup_printf (_("Level of %s"), criterion->code);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->levels), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
editor_changed_cb (CapCriterionView *self)
{
  const CapCriterion *criterion = cap_answer_editor_get_criterion (self->editor);
  const CapAnswer *answer = cap_answer_editor_get_answer (self->editor);
  gboolean is_other;

  if (criterion == NULL || answer == NULL)
    return;

  is_other = g_strcmp0 (self->shown, criterion->code) != 0;
  if (is_other)
    {
      g_free (self->shown);
      self->shown = g_strdup (criterion->code);
    }

  show_wording (self, criterion);
  cap_criterion_header_show (self->header, criterion, cap_answer_editor_get_framework (self->editor),
                             cap_answer_editor_is_core (self->editor));
  cap_previous_answer_show (self->previous, self->editor);
  show_reason (self, answer, is_other);
  show_levels (self, answer);
  show_buttons (self, answer);
  show_state_notice (self);
  cap_comment_box_reload (self->comment);
  cap_evidence_list_reload (self->evidence);
}

static void
save_reason (CapCriterionView *self)
{
  const char *reason = gtk_editable_get_text (GTK_EDITABLE (self->reason));
  const CapAnswer *answer = cap_answer_editor_get_answer (self->editor);

  if (answer->state == CAP_ANSWER_NOT_APPLICABLE && g_str_equal (answer->reason, reason))
    return;

  cap_answer_editor_set_not_applicable (self->editor, reason);
}

static void
reason_given_cb (CapCriterionView *self)
{
  save_reason (self);
  if (cap_answer_editor_get_answer (self->editor)->state == CAP_ANSWER_NOT_APPLICABLE)
    gtk_widget_grab_focus (GTK_WIDGET (self->not_applicable));
}

static void
close_reason (CapCriterionView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  gtk_revealer_set_reveal_child (self->reason_revealer, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->not_applicable));
  editor_changed_cb (self);
}

static gboolean
reason_key_pressed_cb (CapCriterionView *self,
                       guint             keyval)
{
  const CapAnswer *answer = cap_answer_editor_get_answer (self->editor);

  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  if (answer->state == CAP_ANSWER_NOT_APPLICABLE)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->reason), answer->reason);
      gtk_widget_grab_focus (GTK_WIDGET (self->not_applicable));
    }
  else
    close_reason (self);

  return GDK_EVENT_STOP;
}

/* A second click takes « non concerné » back. */
static void
not_applicable_clicked_cb (CapCriterionView *self)
{
  const CapAnswer *answer = cap_answer_editor_get_answer (self->editor);

  if (answer->state == CAP_ANSWER_NOT_APPLICABLE)
    cap_answer_editor_clear (self->editor);
  else if (is_reason_open (self))
    close_reason (self);
  else
    cap_criterion_view_ask_reason (self);
}

static void
discuss_clicked_cb (CapCriterionView *self)
{
  cap_answer_editor_set_discuss (self->editor, gtk_toggle_button_get_active (self->discuss));
}

static void
clear_clicked_cb (CapCriterionView *self)
{
  cap_criterion_view_show_top (self);
  cap_criterion_view_clear (self);
}

static void
cap_criterion_view_dispose (GObject *object)
{
  CapCriterionView *self = CAP_CRITERION_VIEW (object);

  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_data (self->editor, self);
  g_clear_object (&self->editor);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (cap_criterion_view_parent_class)->dispose (object);
}

static void
cap_criterion_view_finalize (GObject *object)
{
  CapCriterionView *self = CAP_CRITERION_VIEW (object);

  g_free (self->shown);
  g_ptr_array_unref (self->cards);

  G_OBJECT_CLASS (cap_criterion_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-criterion-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CapCriterionView, box);
  gtk_widget_class_bind_template_child (widget_class, CapCriterionView, header);
  gtk_widget_class_bind_template_child (widget_class, CapCriterionView, previous);
  gtk_widget_class_bind_template_child (widget_class, CapCriterionView, levels);
  gtk_widget_class_bind_template_child (widget_class, CapCriterionView, not_applicable);
  gtk_widget_class_bind_template_child (widget_class, CapCriterionView, discuss);
  gtk_widget_class_bind_template_child (widget_class, CapCriterionView, clear);
  gtk_widget_class_bind_template_child (widget_class, CapCriterionView, reason_revealer);
  gtk_widget_class_bind_template_child (widget_class, CapCriterionView, reason);
  gtk_widget_class_bind_template_child (widget_class, CapCriterionView, notice_box);
  gtk_widget_class_bind_template_child (widget_class, CapCriterionView, notice_icon);
  gtk_widget_class_bind_template_child (widget_class, CapCriterionView, notice);
  gtk_widget_class_bind_template_child (widget_class, CapCriterionView, comment);
  gtk_widget_class_bind_template_child (widget_class, CapCriterionView, evidence);
  gtk_widget_class_bind_template_callback (widget_class, reason_given_cb);
  gtk_widget_class_bind_template_callback (widget_class, reason_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, not_applicable_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, discuss_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
}

static void
cap_criterion_view_class_init (CapCriterionViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_criterion_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_criterion_view_finalize;

  g_type_ensure (CAP_TYPE_COMMENT_BOX);
  g_type_ensure (CAP_TYPE_CRITERION_HEADER);
  g_type_ensure (CAP_TYPE_EVIDENCE_LIST);
  g_type_ensure (CAP_TYPE_PREVIOUS_ANSWER);
  g_type_ensure (CAP_TYPE_REFLOW);

  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_criterion_view_init (CapCriterionView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cards = g_ptr_array_new ();
}

void
cap_criterion_view_set_editor (CapCriterionView *self,
                               CapAnswerEditor  *editor)
{
  g_return_if_fail (CAP_IS_CRITERION_VIEW (self) && self->editor == NULL);

  self->editor = g_object_ref (editor);
  cap_comment_box_set_editor (self->comment, editor);
  cap_evidence_list_set_editor (self->evidence, editor);
  g_signal_connect_object (editor, "changed", G_CALLBACK (editor_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * cap_criterion_view_flush:
 *
 * Saves whatever is typed and not saved yet. To call before showing another
 * criterion and before closing.
 */
void
cap_criterion_view_flush (CapCriterionView *self)
{
  const char *reason;

  g_return_if_fail (CAP_IS_CRITERION_VIEW (self));

  if (cap_answer_editor_get_answer (self->editor) == NULL || cap_answer_editor_get_read_only (self->editor))
    return;

  reason = gtk_editable_get_text (GTK_EDITABLE (self->reason));
  if (is_reason_open (self) && *reason != '\0')
    save_reason (self);
  cap_comment_box_flush (self->comment);
  cap_evidence_list_flush (self->evidence);
}

/**
 * cap_criterion_view_show_top:
 *
 * Gives the focus to the wording of the criterion, where reading starts.
 */
void
cap_criterion_view_show_top (CapCriterionView *self)
{
  g_return_if_fail (CAP_IS_CRITERION_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->header));
}

void
cap_criterion_view_rate (CapCriterionView *self,
                         int               level)
{
  g_return_if_fail (CAP_IS_CRITERION_VIEW (self));

  gtk_revealer_set_reveal_child (self->reason_revealer, FALSE);
  cap_comment_box_flush (self->comment);
  cap_answer_editor_rate (self->editor, level);
  editor_changed_cb (self);
}

void
cap_criterion_view_clear (CapCriterionView *self)
{
  g_return_if_fail (CAP_IS_CRITERION_VIEW (self));

  cap_answer_editor_clear (self->editor);
}

void
cap_criterion_view_toggle_discuss (CapCriterionView *self)
{
  const CapAnswer *answer;

  g_return_if_fail (CAP_IS_CRITERION_VIEW (self));

  answer = cap_answer_editor_get_answer (self->editor);
  if (answer != NULL)
    cap_answer_editor_set_discuss (self->editor, !answer->discuss);
}

/**
 * cap_criterion_view_carry_over:
 *
 * Takes the previous answer again. A comment that is being written is kept by
 * the history.
 */
void
cap_criterion_view_carry_over (CapCriterionView *self)
{
  g_return_if_fail (CAP_IS_CRITERION_VIEW (self));

  cap_criterion_view_flush (self);
  cap_answer_editor_carry_over (self->editor);
}

/**
 * cap_criterion_view_ask_reason:
 *
 * Asks why the criterion is *non concerné*, or says why it cannot be.
 */
void
cap_criterion_view_ask_reason (CapCriterionView *self)
{
  g_autoptr(GError) error = NULL;

  g_return_if_fail (CAP_IS_CRITERION_VIEW (self));

  if (cap_answer_editor_get_answer (self->editor) == NULL || cap_answer_editor_get_read_only (self->editor))
    return;

  if (cap_answer_editor_allows_not_applicable (self->editor, &error))
    {
      gtk_revealer_set_reveal_child (self->reason_revealer, TRUE);
      gtk_toggle_button_set_active (self->not_applicable, TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (self->reason));
    }
  else
    {
      gtk_toggle_button_set_active (self->not_applicable, FALSE);
      show_notice (self, NOTICE_REFUSAL, error->message);
      focus_notice (self);
    }
}

void
cap_criterion_view_add_evidence (CapCriterionView *self)
{
  g_return_if_fail (CAP_IS_CRITERION_VIEW (self));

  gtk_widget_activate_action (GTK_WIDGET (self->evidence), "evidence.add", NULL);
}

void
cap_criterion_view_write_comment (CapCriterionView *self)
{
  g_return_if_fail (CAP_IS_CRITERION_VIEW (self));

  gtk_widget_child_focus (GTK_WIDGET (self->comment), GTK_DIR_TAB_FORWARD);
}
