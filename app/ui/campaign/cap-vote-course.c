/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/campaign/cap-vote-course.h"

#include <glib/gi18n.h>

#include "ui/campaign/cap-vote-card.h"

struct _CapVoteCourse
{
  GtkWidget          parent_instance;

  CapVoteDraft      *draft;     /* borrowed from whoever started, or NULL */
  guint              index;     /* of the question on display */

  /* Template children */
  GtkWidget         *box;
  GtkLabel          *position;
  GtkProgressBar    *progress;
  GtkScrolledWindow *scrolled;
  GtkLabel          *objective;
  GtkLabel          *title;
  GtkLabel          *question;
  GtkBox            *answers;
  GtkLabel          *hint;
};

G_DEFINE_FINAL_TYPE (CapVoteCourse, cap_vote_course, GTK_TYPE_WIDGET)

enum
{
  FINISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void show_question (CapVoteCourse *self);

/* One sentence a line, where words are plain. */
static char *
dup_lines (const char *words)
{
  char *text = g_strdup (words);

  for (char *p = text; *p != '\0'; p++)
    {
      if (*p == ' ' && p > text && (p[-1] == '.' || p[-1] == '?' || p[-1] == '!'))
        *p = '\n';
    }

  return text;
}

static void
go_on (CapVoteCourse *self)
{
  if (self->index + 1 < self->draft->asked->len)
    {
      self->index++;
      show_question (self);
    }
  else
    {
      g_signal_emit (self, signals[FINISHED], 0);
    }
}

static gboolean
vote (CapVoteCourse *self,
      int            figure)
{
  if (!cap_vote_draft_set_figure (self->draft, self->index, figure))
    return FALSE;

  go_on (self);

  return TRUE;
}

static void
card_clicked_cb (CapVoteCourse *self,
                 CapVoteCard   *card)
{
  vote (self, cap_vote_card_get_figure (card));
}

static void
add_card (CapVoteCourse *self,
          int            figure,
          const char    *name,
          const char    *wording)
{
  GtkWidget *card = cap_vote_card_new (figure, name, wording);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (card),
                                cap_vote_draft_get_figure (self->draft, self->index) == figure);
  g_signal_connect_object (card, "clicked", G_CALLBACK (card_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->answers, card);
}

static void
make_cards (CapVoteCourse *self)
{
  const CapFramework *framework = cap_vote_draft_get_framework (self->draft);
  const gboolean plain = self->draft->ballot->form == CAP_BALLOT_PLAIN;
  const int first = plain ? 1 : framework->min_level;
  const int last = plain ? (int) framework->plain_scale->len : framework->max_level;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->answers))) != NULL)
    gtk_box_remove (self->answers, child);
  for (int figure = first; figure <= last; figure++)
    add_card (self, figure, plain ? NULL : cap_framework_get_level (framework, figure)->label,
              cap_vote_draft_get_wording (self->draft, self->index, figure));
}

static void
show_words (CapVoteCourse      *self,
            const CapCriterion *criterion)
{
  const gboolean plain = self->draft->ballot->form == CAP_BALLOT_PLAIN;
  g_autofree char *title = plain ? dup_lines (criterion->plain_question) : g_strdup (criterion->label);

  if (plain)
    gtk_widget_add_css_class (self->box, "vote-plain");
  else
    gtk_widget_remove_css_class (self->box, "vote-plain");
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->objective, criterion->objective->label);
  gtk_widget_set_visible (GTK_WIDGET (self->objective), !plain);
  gtk_label_set_text (self->question, criterion->question);
  gtk_widget_set_visible (GTK_WIDGET (self->question), !plain && *criterion->question != '\0');
  gtk_label_set_text (self->hint, plain ? _("You can also press 1, 2 or 3 on the keyboard.")
                                        : _("The figure goes on, – passes, the back key goes back."));
}

/* A screen reader reads the question first; Tab goes on to the answers. */
static void
show_question (CapVoteCourse *self)
{
  const guint n_asked = self->draft->asked->len;
  g_autofree char *position = NULL;

  /* Translators: which question it is, of how many */
  position = g_strdup_printf (_("Question %1$u of %2$u"), self->index + 1, n_asked);
  gtk_label_set_text (self->position, position);
  gtk_progress_bar_set_fraction (self->progress, (double) self->index / n_asked);
  show_words (self, cap_vote_draft_get_criterion (self->draft, self->index));
  make_cards (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "vote.back", self->index > 0);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->title));
}

static gboolean
go_back (CapVoteCourse *self)
{
  if (self->draft == NULL || self->index == 0)
    return FALSE;

  self->index--;
  show_question (self);

  return TRUE;
}

static void
back_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  go_back (CAP_VOTE_COURSE (widget));
}

static void
pass_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  if (CAP_VOTE_COURSE (widget)->draft != NULL)
    vote (CAP_VOTE_COURSE (widget), CAP_VOTE_NONE);
}

static gboolean
cap_vote_course_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CAP_VOTE_COURSE (widget)->title));
}

static void
cap_vote_course_dispose (GObject *object)
{
  g_clear_pointer (&CAP_VOTE_COURSE (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (cap_vote_course_parent_class)->dispose (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, CapVoteCourse, child)

static void
cap_vote_course_class_init (CapVoteCourseClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_vote_course_dispose;
  widget_class->grab_focus = cap_vote_course_grab_focus;

  signals[FINISHED] = g_signal_new ("finished", CAP_TYPE_VOTE_COURSE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-vote-course.ui");
  BIND (box);
  BIND (position);
  BIND (progress);
  BIND (scrolled);
  BIND (objective);
  BIND (title);
  BIND (question);
  BIND (answers);
  BIND (hint);
  gtk_widget_class_install_action (widget_class, "vote.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "vote.pass", NULL, pass_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

#undef BIND

static void
cap_vote_course_init (CapVoteCourse *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cap_vote_course_start:
 * @draft: with at least one question; it stays until the course is cleared
 *
 * Shows the first question.
 */
void
cap_vote_course_start (CapVoteCourse *self,
                       CapVoteDraft  *draft)
{
  g_return_if_fail (CAP_IS_VOTE_COURSE (self) && draft != NULL && draft->asked->len > 0);

  self->draft = draft;
  self->index = 0;
  show_question (self);
}

/* Nothing of what was answered stays on display. */
void
cap_vote_course_clear (CapVoteCourse *self)
{
  GtkWidget *child;

  g_return_if_fail (CAP_IS_VOTE_COURSE (self));

  self->draft = NULL;
  gtk_label_set_text (self->title, "");
  gtk_label_set_text (self->question, "");
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->answers))) != NULL)
    gtk_box_remove (self->answers, child);
}

/* @keyval: of a plain key, or of Alt and an arrow. Returns: whether it means something here */
gboolean
cap_vote_course_press_key (CapVoteCourse *self,
                           guint          keyval)
{
  g_return_val_if_fail (CAP_IS_VOTE_COURSE (self), FALSE);

  if (self->draft == NULL)
    return FALSE;

  switch (keyval)
    {
    case GDK_KEY_BackSpace:
    case GDK_KEY_Left:
    case GDK_KEY_Page_Up:
      return go_back (self);

    case GDK_KEY_Right:
    case GDK_KEY_Page_Down:
      go_on (self);
      return TRUE;

    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      return vote (self, CAP_VOTE_NONE);

    default:
      return keyval >= GDK_KEY_0 && keyval <= GDK_KEY_9 && vote (self, (int) (keyval - GDK_KEY_0));
    }
}
