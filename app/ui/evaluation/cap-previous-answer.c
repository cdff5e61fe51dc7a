/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/evaluation/cap-previous-answer.h"

#include <glib/gi18n.h>

/**
 * CapPreviousAnswer:
 *
 * What was answered to the criterion in the previous evaluation, and the button
 * that takes it again. Not shown when there was no answer.
 */
struct _CapPreviousAnswer
{
  GtkWidget  parent_instance;

  /* Template children */
  GtkWidget *box;
  GtkLabel  *summary;
  GtkLabel  *comment;
  GtkLabel  *evidence;
  GtkWidget *carry_over;
};

G_DEFINE_FINAL_TYPE (CapPreviousAnswer, cap_previous_answer, GTK_TYPE_WIDGET)

static char *
dup_summary (const CapAnswer    *answer,
             const char         *date,
             const CapFramework *framework)
{
  g_autofree char *year = g_strndup (date, 4);

  if (answer->state == CAP_ANSWER_NOT_APPLICABLE)
    /* Translators: a year; why the criterion did not apply */
    return g_strdup_printf (_("In %s: not applicable (%s)"), year, answer->reason);

  /* Translators: a year, a level, its name */
  return g_strdup_printf (_("In %s: level %d, %s"), year, answer->level,
                          cap_framework_get_level (framework, answer->level)->label);
}

static char *
dup_evidence (const CapAnswer *answer)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) titles = NULL;
  g_autofree char *list = NULL;

  for (guint i = 0; i < answer->evidence->len; i++)
    g_strv_builder_add (builder, ((const CapEvidence *) g_ptr_array_index (answer->evidence, i))->title);

  titles = g_strv_builder_end (builder);
  list = g_strjoinv (" · ", titles);

  /* Translators: a list of titles of evidence */
  return g_strdup_printf (_("Evidence: %s"), list);
}

static void
cap_previous_answer_dispose (GObject *object)
{
  g_clear_pointer (&CAP_PREVIOUS_ANSWER (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (cap_previous_answer_parent_class)->dispose (object);
}

static void
cap_previous_answer_class_init (CapPreviousAnswerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_previous_answer_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-previous-answer.ui");
  gtk_widget_class_bind_template_child (widget_class, CapPreviousAnswer, box);
  gtk_widget_class_bind_template_child (widget_class, CapPreviousAnswer, summary);
  gtk_widget_class_bind_template_child (widget_class, CapPreviousAnswer, comment);
  gtk_widget_class_bind_template_child (widget_class, CapPreviousAnswer, evidence);
  gtk_widget_class_bind_template_child (widget_class, CapPreviousAnswer, carry_over);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
cap_previous_answer_init (CapPreviousAnswer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Previous evaluation"), -1);
}

void
cap_previous_answer_show (CapPreviousAnswer *self,
                          CapAnswerEditor   *editor)
{
  const char *date = NULL;
  const CapAnswer *answer;
  g_autofree char *summary = NULL;
  g_autofree char *evidence = NULL;

  g_return_if_fail (CAP_IS_PREVIOUS_ANSWER (self));

  answer = cap_answer_editor_get_previous (editor, &date);
  gtk_widget_set_visible (GTK_WIDGET (self), answer != NULL);
  if (answer == NULL)
    return;

  summary = dup_summary (answer, date, cap_answer_editor_get_framework (editor));
  evidence = dup_evidence (answer);

  gtk_label_set_text (self->summary, summary);
  gtk_label_set_text (self->comment, answer->comment);
  gtk_widget_set_visible (GTK_WIDGET (self->comment), *answer->comment != '\0');
  gtk_label_set_text (self->evidence, evidence);
  gtk_widget_set_visible (GTK_WIDGET (self->evidence), answer->evidence->len > 0);
  gtk_widget_set_visible (self->carry_over, !cap_answer_editor_get_read_only (editor));
}
