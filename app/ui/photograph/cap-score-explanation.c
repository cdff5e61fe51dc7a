/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/photograph/cap-score-explanation.h"

#include <glib/gi18n.h>

#include "ui/photograph/cap-photograph-text.h"

/**
 * CapScoreExplanation:
 *
 * Where a score comes from, line by line: the whole from its themes, a theme
 * from its objectives, an objective from its levels. Folded until asked for.
 */
struct _CapScoreExplanation
{
  GtkWidget       parent_instance;

  AdwExpanderRow *whole;
  GPtrArray      *rows; /* (element-type GtkWidget): what is in @whole, borrowed */

  /* Template children */
  GtkListBox     *list;
};

G_DEFINE_FINAL_TYPE (CapScoreExplanation, cap_score_explanation, GTK_TYPE_WIDGET)

static void
set_words (GtkWidget  *row,
           const char *title,
           const char *subtitle)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (ADW_IS_EXPANDER_ROW (row))
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  else
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
}

static GtkWidget *
make_objective (const CapObjectiveResult *result)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_strdup_printf ("%s %s", result->objective->code, result->objective->label);
  g_autofree char *formula = cap_photograph_text_explain_objective (result);

  set_words (row, title, formula);

  return row;
}

static GtkWidget *
make_theme (const CapThemeResult *result)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *title = g_strdup_printf ("%s %s", result->theme->code, result->theme->label);
  g_autofree char *formula = cap_photograph_text_explain_theme (result);

  set_words (row, title, formula);
  for (guint i = 0; i < result->objectives->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                              make_objective (g_ptr_array_index (result->objectives, i)));

  return row;
}

static GtkWidget *
make_note (const CapPhotograph *photograph)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *exact = cap_photograph_text_exact (&photograph->score);

  set_words (row, exact,
             _("An objective is worth the mean of its levels, a theme the mean of its objectives, "
               "the whole the mean of the themes. What does not apply does not count, "
               "and rounding happens once, at the end."));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);

  return row;
}

static void
add (CapScoreExplanation *self,
     GtkWidget           *row)
{
  adw_expander_row_add_row (self->whole, row);
  g_ptr_array_add (self->rows, row);
}

static void
cap_score_explanation_dispose (GObject *object)
{
  CapScoreExplanation *self = CAP_SCORE_EXPLANATION (object);

  g_clear_pointer ((GtkWidget **) &self->list, gtk_widget_unparent);

  G_OBJECT_CLASS (cap_score_explanation_parent_class)->dispose (object);
}

static void
cap_score_explanation_finalize (GObject *object)
{
  g_ptr_array_unref (CAP_SCORE_EXPLANATION (object)->rows);

  G_OBJECT_CLASS (cap_score_explanation_parent_class)->finalize (object);
}

static void
cap_score_explanation_class_init (CapScoreExplanationClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cap_score_explanation_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_score_explanation_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
cap_score_explanation_init (CapScoreExplanation *self)
{
  GtkWidget *row = adw_expander_row_new ();

  self->rows = g_ptr_array_new ();
  self->whole = ADW_EXPANDER_ROW (row);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Where does this score come from?"), -1);
  gtk_list_box_append (self->list, row);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
}

/**
 * cap_score_explanation_show:
 *
 * Explains @photograph; what is unfolded at the top stays so.
 */
void
cap_score_explanation_show (CapScoreExplanation *self,
                            const CapPhotograph *photograph)
{
  g_autofree char *formula = NULL;

  g_return_if_fail (CAP_IS_SCORE_EXPLANATION (self) && photograph != NULL);

  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (self->whole, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  formula = cap_photograph_text_explain_whole (photograph);
  set_words (GTK_WIDGET (self->whole), _("Where does this score come from?"), formula);
  add (self, make_note (photograph));
  for (guint i = 0; i < photograph->themes->len; i++)
    add (self, make_theme (g_ptr_array_index (photograph->themes, i)));
}
