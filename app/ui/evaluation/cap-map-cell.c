/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/evaluation/cap-map-cell.h"

#include <glib/gi18n.h>

#define CODE_CHARACTERS 24 /* of a code that is shown in full */

/**
 * CapMapCell:
 *
 * One criterion on the map: its code, its state as a mark and as a word, and
 * the way there.
 */
struct _CapMapCell
{
  GtkButton    parent_instance;

  char        *code;
  char        *label;
  CapMapState  state;
  int          level;
  gboolean     current;

  GtkImage    *icon;
};

G_DEFINE_FINAL_TYPE (CapMapCell, cap_map_cell, GTK_TYPE_BUTTON)

static const struct
{
  const char *label;
  const char *icon;
  const char *css_class;
} states[] = {
  [CAP_MAP_TODO] = { N_("To answer"), "radio-symbolic", "todo" },
  [CAP_MAP_ANSWERED] = { N_("Answered"), "object-select-symbolic", "answered" },
  [CAP_MAP_NOT_APPLICABLE] = { N_("Not applicable"), "action-unavailable-symbolic", "not-applicable" },
  [CAP_MAP_DISCUSS] = { N_("To discuss"), "dialog-question-symbolic", "discuss" },
  [CAP_MAP_REVIEW] = { N_("To look at again"), "view-refresh-symbolic", "review" },
};

static CapMapState
find_state (const CapCriterionResult *result,
            const CapAnswer          *answer)
{
  if (answer != NULL && answer->discuss)
    return CAP_MAP_DISCUSS;
  if (answer != NULL && answer->review != CAP_REVIEW_NONE)
    return CAP_MAP_REVIEW;

  switch (result->state)
    {
    case CAP_CRITERION_ANSWERED:
      return CAP_MAP_ANSWERED;

    case CAP_CRITERION_NOT_APPLICABLE:
      return CAP_MAP_NOT_APPLICABLE;

    case CAP_CRITERION_UNANSWERED:
    case CAP_CRITERION_OUT_OF_SCOPE:
    default:
      return CAP_MAP_TODO;
    }
}

/* Returns: (transfer full): “answered, level 2, to discuss” */
static char *
dup_state_words (CapMapCell *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) words = NULL;

  if (self->level != CAP_LEVEL_UNSET)
    {
      /* Translators: the level of an answered criterion, on the map */
      g_autofree char *level = g_strdup_printf (_("level %d"), self->level);

      g_strv_builder_add (builder, level);
    }

  if (self->state != CAP_MAP_ANSWERED)
    g_strv_builder_add (builder, cap_map_state_get_label (self->state));
  if (self->current)
    g_strv_builder_add (builder, _("on display"));

  words = g_strv_builder_end (builder);

  return g_strjoinv (", ", words);
}

static void
show_words (CapMapCell *self)
{
  g_autofree char *state = dup_state_words (self);
  /* Translators: code of a criterion, its state (“level 2, to discuss”) */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), self->code, state);
  g_autofree char *tip = g_strdup_printf ("%s\n%s", name, self->label);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->label,
                                  -1);
}

static void
cap_map_cell_finalize (GObject *object)
{
  CapMapCell *self = CAP_MAP_CELL (object);

  g_free (self->code);
  g_free (self->label);

  G_OBJECT_CLASS (cap_map_cell_parent_class)->finalize (object);
}

static void
cap_map_cell_class_init (CapMapCellClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cap_map_cell_finalize;
}

static void
cap_map_cell_init (CapMapCell *self)
{
  self->level = CAP_LEVEL_UNSET;
  gtk_widget_add_css_class (GTK_WIDGET (self), "map-cell");
  gtk_widget_add_css_class (GTK_WIDGET (self), states[CAP_MAP_TODO].css_class);
}

GtkWidget *
cap_map_cell_new (const CapCriterion *criterion)
{
  CapMapCell *self = g_object_new (CAP_TYPE_MAP_CELL, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (criterion->code);

  self->code = g_strdup (criterion->code);
  self->label = g_strdup (criterion->label);
  self->icon = GTK_IMAGE (g_object_new (GTK_TYPE_IMAGE,
                                        "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                        "icon-name", states[CAP_MAP_TODO].icon,
                                        NULL));
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_width_chars (GTK_LABEL (label),
                             MIN ((int) g_utf8_strlen (criterion->code, -1), CODE_CHARACTERS));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->icon));
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "evaluation.show");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", criterion->code);
  show_words (self);

  return GTK_WIDGET (self);
}

void
cap_map_cell_update (CapMapCell               *self,
                     const CapCriterionResult *result,
                     const CapAnswer          *answer)
{
  CapMapState state;

  g_return_if_fail (CAP_IS_MAP_CELL (self) && result != NULL);

  state = find_state (result, answer);
  if (state == self->state && result->level == self->level)
    return;

  gtk_widget_remove_css_class (GTK_WIDGET (self), states[self->state].css_class);
  gtk_widget_add_css_class (GTK_WIDGET (self), states[state].css_class);
  self->state = state;
  self->level = result->level;
  gtk_image_set_from_icon_name (self->icon, states[state].icon);
  show_words (self);
}

void
cap_map_cell_set_current (CapMapCell *self,
                          gboolean    current)
{
  g_return_if_fail (CAP_IS_MAP_CELL (self));

  if (self->current == current)
    return;

  self->current = current;
  if (current)
    gtk_widget_add_css_class (GTK_WIDGET (self), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "current");
  show_words (self);
}

const char *
cap_map_state_get_label (CapMapState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (states), NULL);

  return gettext (states[state].label);
}

const char *
cap_map_state_get_icon (CapMapState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (states), NULL);

  return states[state].icon;
}
