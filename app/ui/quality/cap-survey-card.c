/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/quality/cap-survey-card.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "quality/cap-address.h"
#include "ui/quality/cap-figure-box.h"
#include "ui/widgets/cap-tag.h"

static GtkWidget *
new_told_tag (const CapSurveyFigures *figures)
{
  const char *told = cap_record_get (figures->survey, CAP_SURVEY_TOLD);
  g_autofree char *day = told != NULL ? cap_date_format_short (told) : NULL;
  /* Translators: %s is a day in figures: the results of a survey were told to those who answered */
  g_autofree char *text = day != NULL ? g_strdup_printf (_("Told on %s"), day)
                                      : g_strdup (C_("survey", "To be shared"));
  GtkWidget *tag = cap_tag_new (text, day != NULL ? "accent-tag" : "warning-tag");

  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);

  return tag;
}

static GtkWidget *
new_open_button (const CapSurveyFigures *figures)
{
  g_autofree char *address = cap_address_new_for_record (figures->survey);
  /* Translators: %s is the title of a survey */
  g_autofree char *name = g_strdup_printf (_("Open “%s”"), cap_record_get_title (figures->survey));
  GtkWidget *button = gtk_button_new_from_icon_name ("go-next-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Open"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "journey.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", address);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

static char *
dup_subtitle (const CapSurveyFigures *figures)
{
  const char *public = cap_record_get_choice (figures->survey, CAP_SURVEY_PUBLIC);
  const char *date = cap_record_get (figures->survey, CAP_SURVEY_DATE);
  g_autofree char *day = date != NULL ? cap_date_format_long (date) : g_strdup ("–");

  return public != NULL ? g_strdup_printf ("%s · %s", public, day) : g_strdup (day);
}

static GtkWidget *
new_heading (const CapSurveyFigures *figures)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = cap_figure_box_new_text ("heading");
  GtkWidget *subtitle = cap_figure_box_new_text ("dim-label");
  g_autofree char *text = dup_subtitle (figures);

  gtk_label_set_text (GTK_LABEL (title), cap_record_get_title (figures->survey));
  gtk_label_set_text (GTK_LABEL (subtitle), text);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), title);
  gtk_box_append (GTK_BOX (words), subtitle);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), new_told_tag (figures));
  gtk_box_append (GTK_BOX (box), new_open_button (figures));

  return box;
}

static void
add_marks (CapBarChart          *chart,
           const char           *title,
           const CapSurveyMarks *marks)
{
  const CapShare satisfied = cap_survey_marks_get_satisfied (marks);
  g_autofree char *mean = cap_survey_marks_dup_mean (marks);
  /* Translators: how many are satisfied, of how many, and a mean as “3.45 of 4” */
  g_autofree char *detail = g_strdup_printf (_("%1$u of %2$u satisfied · mean %3$s"), satisfied.part,
                                             satisfied.whole, mean);
  g_autofree char *rate = cap_share_dup_rate (satisfied);

  cap_figure_box_add_bar (chart, title, detail, MAX (cap_share_get_permille (satisfied), 0) / 10.0, rate);
}

static GtkWidget *
new_chart (const char *name)
{
  GtkWidget *chart = g_object_new (CAP_TYPE_BAR_CHART, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return chart;
}

static GtkWidget *
new_questions (const CapSurveyFigures *figures)
{
  g_autofree char *label = g_strdup_printf (ngettext ("The %u question", "The %u questions",
                                                      figures->questions->len), figures->questions->len);
  /* Translators: “The 4 questions”, then the title of a survey */
  g_autofree char *name = g_strdup_printf (_("%1$s – %2$s"), label, cap_record_get_title (figures->survey));
  GtkWidget *expander = gtk_expander_new (label);
  GtkWidget *chart = new_chart (name);

  for (guint i = 0; i < figures->questions->len; i++)
    {
      const CapSurveyQuestion *question = &g_array_index (figures->questions, CapSurveyQuestion, i);

      add_marks (CAP_BAR_CHART (chart), cap_record_get_title (question->question), &question->marks);
    }
  gtk_widget_set_margin_top (chart, 6);
  gtk_expander_set_child (GTK_EXPANDER (expander), chart);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return expander;
}

/* The whole at a glance, and its questions behind a key. */
static void
add_answers (GtkBox                 *card,
             const CapSurveyFigures *figures)
{
  GtkWidget *chart = new_chart (cap_record_get_title (figures->survey));

  add_marks (CAP_BAR_CHART (chart), _("All the questions"), &figures->all);
  gtk_box_append (card, chart);
  gtk_box_append (card, new_questions (figures));
}

GtkWidget *
cap_survey_card_new (const CapSurveyFigures *figures)
{
  const CapShare response = cap_survey_figures_get_response (figures);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *answers = cap_figure_box_new_text (NULL);
  g_autofree char *share = cap_share_dup_text (response);
  /* Translators: %s is as “18 of 41 (43.9%)” */
  g_autofree char *text = g_strdup_printf (_("Answers: %s."), share);

  gtk_label_set_text (GTK_LABEL (answers), response.whole > 0 ? text
                                             : _("How many were asked and how many answered is not said."));
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "survey-card");
  gtk_box_append (GTK_BOX (card), new_heading (figures));
  gtk_box_append (GTK_BOX (card), answers);
  if (figures->all.total > 0)
    add_answers (GTK_BOX (card), figures);
  else
    gtk_label_set_text (GTK_LABEL (answers), _("No answer is entered yet: open it to write the questions."));

  return card;
}
