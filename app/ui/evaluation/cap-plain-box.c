/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/evaluation/cap-plain-box.h"

#include <glib/gi18n.h>

#include "ui/widgets/cap-glossary-label.h"

/**
 * CapPlainBox:
 *
 * The criterion in plain words (FALC), for salarié·es en parcours: the question
 * and its three answers, each with the level that it stands for. Folded until
 * somebody asks; stays open from one criterion to the next.
 */
struct _CapPlainBox
{
  GtkWidget        parent_instance;

  /* Template children */
  GtkWidget       *box;
  GtkToggleButton *button;
  GtkLabel        *question;
  GtkGrid         *answers;
};

G_DEFINE_FINAL_TYPE (CapPlainBox, cap_plain_box, GTK_TYPE_WIDGET)

static void
append_answer (CapPlainBox        *self,
               int                 row,
               const char         *text,
               const CapPlainStep *step)
{
  GtkWidget *answer = gtk_label_new (text);
  GtkWidget *level = NULL;
  g_autofree char *name = NULL;

  /* Translators: a level */
  name = g_strdup_printf (_("level %d"), step->level);
  level = gtk_label_new (name);
  gtk_label_set_xalign (GTK_LABEL (answer), 0);
  gtk_label_set_wrap (GTK_LABEL (answer), TRUE);
  gtk_widget_set_hexpand (answer, TRUE);
  gtk_label_set_xalign (GTK_LABEL (level), 0);
  gtk_widget_add_css_class (level, "dim-label");
  gtk_widget_set_valign (level, GTK_ALIGN_START);
  gtk_grid_attach (self->answers, level, 0, row, 1, 1);
  gtk_grid_attach (self->answers, answer, 1, row, 1, 1);
}

static void
cap_plain_box_dispose (GObject *object)
{
  g_clear_pointer (&CAP_PLAIN_BOX (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (cap_plain_box_parent_class)->dispose (object);
}

static void
cap_plain_box_class_init (CapPlainBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_plain_box_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-plain-box.ui");
  gtk_widget_class_bind_template_child (widget_class, CapPlainBox, box);
  gtk_widget_class_bind_template_child (widget_class, CapPlainBox, button);
  gtk_widget_class_bind_template_child (widget_class, CapPlainBox, question);
  gtk_widget_class_bind_template_child (widget_class, CapPlainBox, answers);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_plain_box_init (CapPlainBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
cap_plain_box_show (CapPlainBox        *self,
                    const CapCriterion *criterion,
                    const CapFramework *framework)
{
  GtkWidget *child;

  g_return_if_fail (CAP_IS_PLAIN_BOX (self) && criterion != NULL && framework != NULL);

  gtk_widget_set_visible (GTK_WIDGET (self), criterion->plain_question != NULL);
  if (criterion->plain_question == NULL)
    return;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->answers))) != NULL)
    gtk_grid_remove (self->answers, child);
  cap_glossary_label_set_text (self->question, criterion->plain_question, framework);
  for (guint i = 0; i < framework->plain_scale->len; i++)
    append_answer (self, (int) i, criterion->plain_answers[i], g_ptr_array_index (framework->plain_scale, i));
}

void
cap_plain_box_toggle (CapPlainBox *self)
{
  g_return_if_fail (CAP_IS_PLAIN_BOX (self));

  gtk_toggle_button_set_active (self->button, !gtk_toggle_button_get_active (self->button));
}
