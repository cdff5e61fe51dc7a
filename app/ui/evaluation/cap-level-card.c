/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/evaluation/cap-level-card.h"

#include <glib/gi18n.h>

#include "ui/widgets/cap-glossary-label.h"

/**
 * CapLevelCard:
 *
 * One of the five levels, to choose. A radio button for assistive technologies
 * and for the keyboard; the one that is chosen has a mark, a border and a
 * filled number.
 */
struct _CapLevelCard
{
  GtkToggleButton  parent_instance;

  int              level;

  /* Template children */
  GtkLabel        *number;
  GtkLabel        *label;
  GtkLabel        *descriptor;
  GtkLabel        *evidence;
  GtkImage        *mark;
};

G_DEFINE_FINAL_TYPE (CapLevelCard, cap_level_card, GTK_TYPE_TOGGLE_BUTTON)

static void
active_changed_cb (CapLevelCard *self)
{
  gboolean active = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self));

  gtk_widget_set_opacity (GTK_WIDGET (self->mark), active ? 1 : 0);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED, active, -1);
}

/* A level that is chosen stays chosen when it is activated again. */
static void
cap_level_card_clicked (GtkButton *button)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

static void
cap_level_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CAP_TYPE_LEVEL_CARD);

  G_OBJECT_CLASS (cap_level_card_parent_class)->dispose (object);
}

static void
cap_level_card_class_init (CapLevelCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_level_card_dispose;
  GTK_BUTTON_CLASS (klass)->clicked = cap_level_card_clicked;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-level-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CapLevelCard, number);
  gtk_widget_class_bind_template_child (widget_class, CapLevelCard, label);
  gtk_widget_class_bind_template_child (widget_class, CapLevelCard, descriptor);
  gtk_widget_class_bind_template_child (widget_class, CapLevelCard, evidence);
  gtk_widget_class_bind_template_child (widget_class, CapLevelCard, mark);
  gtk_widget_class_bind_template_callback (widget_class, active_changed_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO);
}

static void
cap_level_card_init (CapLevelCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  active_changed_cb (self);
}

GtkWidget *
cap_level_card_new (int level)
{
  CapLevelCard *self = g_object_new (CAP_TYPE_LEVEL_CARD, NULL);
  g_autofree char *number = g_strdup_printf ("%d", level);

  self->level = level;
  gtk_label_set_text (self->number, number);

  return GTK_WIDGET (self);
}

int
cap_level_card_get_level (CapLevelCard *self)
{
  g_return_val_if_fail (CAP_IS_LEVEL_CARD (self), CAP_LEVEL_UNSET);

  return self->level;
}

void
cap_level_card_set_wording (CapLevelCard       *self,
                            const CapCriterion *criterion,
                            const CapFramework *framework)
{
  const CapLevel *level;
  const char *descriptor;
  g_autofree char *name = NULL;

  g_return_if_fail (CAP_IS_LEVEL_CARD (self) && criterion != NULL && framework != NULL);

  level = cap_framework_get_level (framework, self->level);
  descriptor = cap_criterion_get_descriptor (criterion, framework, self->level);

  gtk_label_set_text (self->label, level->label);
  cap_glossary_label_set_text (self->descriptor, descriptor, framework);
  cap_glossary_label_set_text (self->evidence, level->evidence, framework);

  /* Translators: what a screen reader says of a level: its number, its name */
  name = g_strdup_printf (_("Level %d: %s"), self->level, level->label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, descriptor,
                                  -1);
}
