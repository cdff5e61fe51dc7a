/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-review-reader-private.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "quality/cap-complaint-figures.h"
#include "quality/cap-survey-figures.h"

/* What surveys and complaints say of the inputs of a management review. */

/* The answers of one public, over all the questions of its surveys. */
static CapShare
add_up (const GPtrArray *surveys,
        const char      *public)
{
  CapShare share = { 0 };

  for (guint i = 0; i < surveys->len; i++)
    {
      const CapSurveyFigures *figures = g_ptr_array_index (surveys, i);

      if (!cap_record_is (figures->survey, CAP_SURVEY_PUBLIC, public))
        continue;

      share.part += figures->all.satisfied;
      share.whole += figures->all.total;
    }

  return share;
}

static void
read_public (CapReviewReader *self,
             const GPtrArray *surveys,
             const CapChoice *public)
{
  CapShare share = add_up (surveys, public->name);
  g_autofree char *rate = cap_share_dup_rate (share);

  if (share.whole == 0)
    return;

  /* Translators: a public, two numbers of answers, a percentage */
  cap_review_reader_take (self, g_strdup_printf (
    ngettext ("%1$s: %2$u satisfied answer out of %3$u (%4$s)",
              "%1$s: %2$u satisfied answers out of %3$u (%4$s)", share.part),
    public->name != NULL ? gettext (public->label) : _("Public not said"), share.part, share.whole, rate));
}

void
cap_review_read_satisfaction (CapReviewReader *self)
{
  g_autofree char *from = cap_date_add_days (self->since, 1);
  g_autoptr(GPtrArray) surveys = cap_survey_figures_list (self->dossier, from, self->date);
  const CapChoice *publics = cap_register_get (CAP_REGISTER_SURVEY)->fields[CAP_SURVEY_PUBLIC].choices;
  guint told = 0;

  if (surveys->len == 0)
    return;

  for (guint i = 0; i < surveys->len; i++)
    told += ((const CapSurveyFigures *) g_ptr_array_index (surveys, i))->told;
  for (guint i = 0; i == 0 || publics[i - 1].name != NULL; i++)
    read_public (self, surveys, &publics[i]);
  cap_review_reader_end (self);
  cap_review_reader_take (self, g_strdup_printf (
    ngettext ("The results of %1$u survey out of %2$u were told to those who answered",
              "The results of %1$u surveys out of %2$u were told to those who answered", told),
    told, surveys->len));
  cap_review_reader_point_list (self, CAP_REGISTER_SURVEY);
}

static void
read_delays (CapReviewReader           *self,
             const CapComplaintFigures *figures)
{
  g_autofree char *days = cap_delays_dup_days (figures->to_answer.median);

  cap_review_reader_end (self);
  if (figures->answered > 0)
    /* Translators: “12 days” */
    cap_review_reader_take (self, g_strdup_printf (_("Half of the answers came within %s"), days));
  cap_review_reader_take_count (self, figures->with_action, g_strdup_printf (
    ngettext ("%1$u complaint out of %2$u has an action in the plan",
              "%1$u complaints out of %2$u have an action in the plan", figures->with_action),
    figures->with_action, figures->received));
}

void
cap_review_read_complaints (CapReviewReader *self)
{
  g_autofree char *from = cap_date_add_days (self->since, 1);
  g_autoptr(CapComplaintFigures) figures = cap_complaint_figures_new (self->dossier, from, self->date,
                                                                      self->date);
  guint closed = figures->received - figures->open;

  if (figures->received == 0)
    return;

  cap_review_reader_take (self, g_strdup_printf (
    ngettext ("%1$u complaint out of %2$u received over the period is closed",
              "%1$u complaints out of %2$u received over the period are closed", closed),
    closed, figures->received));
  cap_review_reader_take_count (self, figures->late->len, g_strdup_printf (
    ngettext ("%u has waited for an answer for too long", "%u have waited for an answer for too long",
              figures->late->len), figures->late->len));
  read_delays (self, figures);
  cap_review_reader_point_list (self, CAP_REGISTER_COMPLAINT);
}
