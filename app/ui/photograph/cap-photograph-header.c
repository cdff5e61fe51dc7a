/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/photograph/cap-photograph-header.h"

#include <glib/gi18n.h>

#include "scoring/cap-comparison-text.h"
#include "scoring/cap-photograph-text.h"

/**
 * CapPhotographHeader:
 *
 * The whole in one look: the score with what it rests on, how it moved, what
 * was evaluated and who took part.
 */
struct _CapPhotographHeader
{
  GtkWidget  parent_instance;

  /* Template children */
  GtkLabel  *figure;
  GtkLabel  *band;
  GtkLabel  *coverage;
  GtkLabel  *not_applicable;
  GtkLabel  *evolution;
  GtkLabel  *facts;
  GtkLabel  *participants;
};

G_DEFINE_FINAL_TYPE (CapPhotographHeader, cap_photograph_header, GTK_TYPE_WIDGET)

static void
cap_photograph_header_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (cap_photograph_header_parent_class)->dispose (object);
}

static void
cap_photograph_header_class_init (CapPhotographHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_photograph_header_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-photograph-header.ui");
  gtk_widget_class_bind_template_child (widget_class, CapPhotographHeader, figure);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographHeader, band);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographHeader, coverage);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographHeader, not_applicable);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographHeader, evolution);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographHeader, facts);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographHeader, participants);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_photograph_header_init (CapPhotographHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

/**
 * cap_photograph_header_show:
 * @comparison: (nullable): with the evaluation before
 */
void
cap_photograph_header_show (CapPhotographHeader *self,
                            const CapEvaluation *evaluation,
                            const CapPhotograph *photograph,
                            const CapComparison *comparison)
{
  const CapScore *score = &photograph->score;
  const CapBand *band;
  g_autofree char *figure = NULL;
  g_autofree char *coverage = NULL;
  g_autofree char *not_applicable = NULL;
  g_autofree char *evolution = NULL;
  g_autofree char *facts = NULL;
  g_autofree char *participants = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (CAP_IS_PHOTOGRAPH_HEADER (self) && evaluation != NULL && photograph != NULL);

  band = score->exact == NULL ? NULL : cap_framework_find_band (photograph->framework, score->percent);
  figure = cap_photograph_text_figure (score);
  coverage = cap_photograph_text_coverage (score);
  not_applicable = cap_photograph_text_not_applicable (score);
  evolution = cap_comparison_dup_evolution (comparison, NULL);
  facts = cap_photograph_text_facts (evaluation);
  participants = cap_photograph_text_participants (evaluation);
  name = cap_photograph_text_name (_("Overall score"), score);

  gtk_label_set_text (self->figure, figure);
  show_text (self->band, band != NULL ? band->label : NULL);
  gtk_label_set_text (self->coverage, coverage);
  show_text (self->not_applicable, not_applicable);
  show_text (self->evolution, evolution);
  show_text (self->facts, facts);
  show_text (self->participants, participants);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
