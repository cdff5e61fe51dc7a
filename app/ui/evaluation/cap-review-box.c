/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/evaluation/cap-review-box.h"

#include <glib/gi18n.h>

/**
 * CapReviewBox:
 *
 * Why the answer is to be looked at again (*à revoir*), what the criterion was
 * when it was given, and the button that says that it still holds. Not shown
 * when there is nothing to look at.
 */
struct _CapReviewBox
{
  GtkWidget  parent_instance;

  /* Template children */
  GtkWidget *box;
  GtkLabel  *reason;
  GtkLabel  *before;
  GtkWidget *confirm;
};

G_DEFINE_FINAL_TYPE (CapReviewBox, cap_review_box, GTK_TYPE_WIDGET)

static const char *
get_reason (CapReview review)
{
  static const char * const reasons[] = {
    [CAP_REVIEW_NONE] = "",
    [CAP_REVIEW_REWORDED] = N_("To look at again: the framework words this criterion or its levels otherwise"
                               " since you answered."),
    [CAP_REVIEW_MOVED] = N_("To look at again: you had answered to another criterion,"
                            " which this one replaces."),
    [CAP_REVIEW_MERGED] = N_("To look at again: you had answered to several criteria, which are now one."),
  };

  return review == CAP_REVIEW_NONE ? "" : gettext (reasons[review]);
}

/* Returns: (transfer full) (nullable): the criteria that were answered, as they were worded; NULL when
 * they read the same or are no longer known */
static char *
dup_before (const GPtrArray    *criteria,
            const CapCriterion *now)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; criteria != NULL && i < criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (criteria, i);

      if (criteria->len == 1 && g_str_equal (criterion->label, now->label) &&
          g_str_equal (criterion->question, now->question))
        return NULL;

      g_string_append_printf (text, "%s%s  %s", i > 0 ? "\n" : "", criterion->code, criterion->label);
      if (*criterion->question != '\0' && !g_str_equal (criterion->question, now->question))
        g_string_append_printf (text, "\n%s", criterion->question);
    }

  return text->len > 0 ? g_strdup_printf (_("Before: %s"), text->str) : NULL;
}

static void
cap_review_box_dispose (GObject *object)
{
  g_clear_pointer (&CAP_REVIEW_BOX (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (cap_review_box_parent_class)->dispose (object);
}

static void
cap_review_box_class_init (CapReviewBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_review_box_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-review-box.ui");
  gtk_widget_class_bind_template_child (widget_class, CapReviewBox, box);
  gtk_widget_class_bind_template_child (widget_class, CapReviewBox, reason);
  gtk_widget_class_bind_template_child (widget_class, CapReviewBox, before);
  gtk_widget_class_bind_template_child (widget_class, CapReviewBox, confirm);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
cap_review_box_init (CapReviewBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("To look at again"),
                                  -1);
}

void
cap_review_box_show (CapReviewBox    *self,
                     CapAnswerEditor *editor)
{
  const CapAnswer *answer;
  g_autofree char *before = NULL;

  g_return_if_fail (CAP_IS_REVIEW_BOX (self) && CAP_IS_ANSWER_EDITOR (editor));

  answer = cap_answer_editor_get_answer (editor);
  gtk_widget_set_visible (GTK_WIDGET (self), answer != NULL && answer->review != CAP_REVIEW_NONE);
  if (answer == NULL || answer->review == CAP_REVIEW_NONE)
    return;

  before = dup_before (cap_answer_editor_list_before (editor), cap_answer_editor_get_criterion (editor));
  gtk_label_set_text (self->reason, get_reason (answer->review));
  gtk_label_set_text (self->before, before != NULL ? before : "");
  gtk_widget_set_visible (GTK_WIDGET (self->before), before != NULL);
  gtk_widget_set_visible (self->confirm, !cap_answer_editor_get_read_only (editor));
}
