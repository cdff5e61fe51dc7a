/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/photograph/cap-score-explanation.h"

#include <glib/gi18n.h>

#include "scoring/cap-photograph-text.h"

/**
 * CapScoreExplanation:
 *
 * Where a score comes from, line by line: the whole from its themes, a theme
 * from its objectives, an objective from its levels. Folded until asked for.
 */
struct _CapScoreExplanation
{
  GtkWidget      parent_instance;

  CapPhotograph *photograph; /* or NULL */
  GtkWidget     *expander;
  GtkListBox    *lines;
};

G_DEFINE_FINAL_TYPE (CapScoreExplanation, cap_score_explanation, GTK_TYPE_WIDGET)

static void
append_line (CapScoreExplanation *self,
             const char          *title,
             const char          *text,
             const char          *css_class)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (row, css_class);
  gtk_list_box_append (self->lines, row);
}

static void
append_objective (CapScoreExplanation      *self,
                  const CapFramework       *framework,
                  const CapObjectiveResult *result)
{
  g_autofree char *title = g_strdup_printf ("%s %s", result->objective->code, result->objective->label);
  g_autofree char *sum = cap_photograph_text_explain_objective (result, framework);
  g_autofree char *answers = cap_photograph_text_explain_answers (result);
  g_autofree char *formula = g_strdup_printf ("%s\n%s", sum, answers);

  append_line (self, title, formula, "explanation-objective");
}

static void
append_theme (CapScoreExplanation  *self,
              const CapFramework   *framework,
              const CapThemeResult *result)
{
  g_autofree char *title = g_strdup_printf ("%s %s", result->theme->code, result->theme->label);
  g_autofree char *formula = cap_photograph_text_explain_theme (result);

  append_line (self, title, formula, "explanation-theme");
  for (guint i = 0; i < result->objectives->len; i++)
    append_objective (self, framework, g_ptr_array_index (result->objectives, i));
}

/* The same lines are in the annex of the document. */
static void
append_print (CapScoreExplanation *self)
{
  GtkWidget *row = gtk_widget_get_last_child (GTK_WIDGET (self->lines));
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Print…"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("All of it is in the annex of the document"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "journey.print");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", "photograph", "");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
append_whole (CapScoreExplanation *self,
              const CapPhotograph *photograph)
{
  g_autofree char *exact = cap_photograph_text_exact (&photograph->score);
  g_autofree char *formula = cap_photograph_text_explain_whole (photograph);

  append_line (self, exact,
               _("An objective is worth the mean of its levels, a theme the mean of its objectives, "
                 "the whole the mean of the themes. What does not apply does not count, "
                 "and rounding happens once, at the end."), "explanation-note");
  append_print (self);
  append_line (self, _("Overall score"), formula, "explanation-theme");
}

static void
update (CapScoreExplanation *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_list_box_remove (self->lines, row);
  if (self->photograph == NULL || !gtk_expander_get_expanded (GTK_EXPANDER (self->expander)))
    return;

  append_whole (self, self->photograph);
  for (guint i = 0; i < self->photograph->all_themes->len; i++)
    append_theme (self, self->photograph->framework, g_ptr_array_index (self->photograph->all_themes, i));
}

static void
cap_score_explanation_dispose (GObject *object)
{
  CapScoreExplanation *self = CAP_SCORE_EXPLANATION (object);

  g_clear_pointer (&self->expander, gtk_widget_unparent);
  g_clear_pointer (&self->photograph, cap_photograph_unref);

  G_OBJECT_CLASS (cap_score_explanation_parent_class)->dispose (object);
}

static void
cap_score_explanation_class_init (CapScoreExplanationClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cap_score_explanation_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
cap_score_explanation_init (CapScoreExplanation *self)
{
  const char *title = _("Where does this score come from?");
  GtkWidget *label = gtk_label_new (title);

  gtk_widget_add_css_class (label, "title-4");
  self->lines = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->lines, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->lines), "boxed-list");
  gtk_widget_set_margin_top (GTK_WIDGET (self->lines), 8);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lines), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  self->expander = gtk_expander_new (NULL);
  gtk_expander_set_label_widget (GTK_EXPANDER (self->expander), label);
  gtk_expander_set_child (GTK_EXPANDER (self->expander), GTK_WIDGET (self->lines));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_parent (self->expander, GTK_WIDGET (self));
  g_signal_connect_object (self->expander, "notify::expanded", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/* Unfolds it and goes there. */
void
cap_score_explanation_unfold (CapScoreExplanation *self)
{
  g_return_if_fail (CAP_IS_SCORE_EXPLANATION (self));

  gtk_expander_set_expanded (GTK_EXPANDER (self->expander), TRUE);
  gtk_widget_grab_focus (self->expander);
}

/**
 * cap_score_explanation_show:
 *
 * Explains @photograph; what is unfolded stays so, and what is folded is made
 * when it is unfolded.
 */
void
cap_score_explanation_show (CapScoreExplanation *self,
                            CapPhotograph       *photograph)
{
  g_return_if_fail (CAP_IS_SCORE_EXPLANATION (self) && photograph != NULL);

  cap_photograph_ref (photograph);
  g_clear_pointer (&self->photograph, cap_photograph_unref);
  self->photograph = photograph;
  update (self);
}
