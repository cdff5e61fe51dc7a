/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/evaluation/cap-criterion-header.h"

#include <glib/gi18n.h>

#include "ui/widgets/cap-glossary-label.h"
#include "ui/widgets/cap-history-button.h"

/**
 * CapCriterionHeader:
 *
 * What a criterion means: where it stands, its label, its question, why it
 * matters. Takes the focus as a whole, so that a screen reader starts there.
 */
struct _CapCriterionHeader
{
  GtkWidget  parent_instance;

  /* Template children */
  GtkWidget *box;
  GtkLabel  *place;
  GtkLabel  *code;
  GtkLabel  *title;
  GtkLabel  *question;
  GtkLabel  *why;
  GtkButton *history;
  GtkWidget *core;
  GtkLabel  *core_text;
};

G_DEFINE_FINAL_TYPE (CapCriterionHeader, cap_criterion_header, GTK_TYPE_WIDGET)

static gboolean
cap_criterion_header_grab_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (root == NULL)
    return FALSE;

  gtk_root_set_focus (root, widget);

  return TRUE;
}

static void
cap_criterion_header_dispose (GObject *object)
{
  g_clear_pointer (&CAP_CRITERION_HEADER (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (cap_criterion_header_parent_class)->dispose (object);
}

static void
cap_criterion_header_class_init (CapCriterionHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_criterion_header_dispose;
  widget_class->grab_focus = cap_criterion_header_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-criterion-header.ui");
  gtk_widget_class_bind_template_child (widget_class, CapCriterionHeader, box);
  gtk_widget_class_bind_template_child (widget_class, CapCriterionHeader, place);
  gtk_widget_class_bind_template_child (widget_class, CapCriterionHeader, code);
  gtk_widget_class_bind_template_child (widget_class, CapCriterionHeader, title);
  gtk_widget_class_bind_template_child (widget_class, CapCriterionHeader, question);
  gtk_widget_class_bind_template_child (widget_class, CapCriterionHeader, why);
  gtk_widget_class_bind_template_child (widget_class, CapCriterionHeader, history);
  gtk_widget_class_bind_template_child (widget_class, CapCriterionHeader, core);
  gtk_widget_class_bind_template_child (widget_class, CapCriterionHeader, core_text);
  gtk_widget_class_set_css_name (widget_class, "criterionheader");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_criterion_header_init (CapCriterionHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

void
cap_criterion_header_show (CapCriterionHeader *self,
                           const CapCriterion *criterion,
                           const CapFramework *framework,
                           gboolean            core)
{
  const CapObjective *objective;
  g_autofree char *place = NULL;
  g_autofree char *name = NULL;
  g_autofree char *core_text = NULL;
  g_autofree char *answer = NULL;

  g_return_if_fail (CAP_IS_CRITERION_HEADER (self) && criterion != NULL && framework != NULL);

  objective = criterion->objective;
  place = g_strdup_printf ("%s · %s", objective->theme->label, objective->label);
  name = g_strdup_printf ("%s %s", criterion->code, criterion->label);

  gtk_label_set_text (self->place, place);
  gtk_label_set_text (self->code, criterion->code);
  cap_glossary_label_set_text (self->title, criterion->label, framework);
  cap_glossary_label_set_text (self->question, criterion->question, framework);
  cap_glossary_label_set_text (self->why, criterion->why, framework);
  gtk_widget_set_visible (GTK_WIDGET (self->why), *criterion->why != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->question), *criterion->question != '\0');
  /* Translators: a level */
  core_text = g_strdup_printf (_("A base for every organisation: at least level %d is expected,"
                                 " and no average hides it."), framework->rules.core_minimum);
  gtk_label_set_text (self->core_text, core_text);
  gtk_widget_set_visible (self->core, core);
  /* Translators: %s is the code of a criterion */
  answer = g_strdup_printf (_("Answer to %s"), criterion->code);
  cap_history_button_set (self->history, criterion->code, answer);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, criterion->question,
                                  -1);
}
