/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-campaign.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "scoring/cap-ballot-rules.h"

/* When, where, with whom: a line each, what is not known left out. */
static void
append_facts (GString         *text,
              const CapRecord *campaign)
{
  const char *date = cap_record_get (campaign, CAP_CAMPAIGN_DATE);
  const char *place = cap_record_get (campaign, CAP_CAMPAIGN_PLACE);
  const char *facilitator = cap_record_get (campaign, CAP_CAMPAIGN_FACILITATOR);
  const char *start = cap_record_get_choice (campaign, CAP_CAMPAIGN_START);
  const char *finish = cap_record_get_choice (campaign, CAP_CAMPAIGN_FINISH);
  g_autofree char *day = date != NULL ? cap_date_format_day (date) : g_strdup ("");

  if (date != NULL && start != NULL && finish != NULL)
    /* Translators: a weekday, day and month; the year; when it begins; when it ends */
    g_string_append_printf (text, _("When: %1$s %2$.4s, from %3$s to %4$s"), day, date, start, finish);
  else if (date != NULL && start != NULL)
    /* Translators: a weekday, day and month; the year; when it begins */
    g_string_append_printf (text, _("When: %1$s %2$.4s, at %3$s"), day, date, start);
  else if (date != NULL)
    /* Translators: a weekday, day and month; the year */
    g_string_append_printf (text, _("When: %1$s %2$.4s"), day, date);
  if (place != NULL)
    /* Translators: a place; a new line comes first */
    g_string_append_printf (text, _("\nWhere: %s"), place);
  if (facilitator != NULL)
    /* Translators: a function; a new line comes first */
    g_string_append_printf (text, _("\nWith: %s"), facilitator);
}

static guint
count_asked (const CapDossier    *dossier,
             const CapEvaluation *evaluation,
             CapBallotForm        form)
{
  g_autoptr(GPtrArray) asked = cap_ballot_list_asked (evaluation, dossier->member, form);

  return asked->len;
}

/**
 * cap_campaign_dup_invitation:
 * @campaign: a CAP day
 *
 * Returns: (transfer full): a text that invites to it, from what is known of it
 */
char *
cap_campaign_dup_invitation (const CapDossier    *dossier,
                             const CapEvaluation *evaluation,
                             const CapRecord     *campaign)
{
  GString *text;
  guint n_asked;

  g_return_val_if_fail (dossier != NULL && evaluation != NULL && campaign != NULL, NULL);

  text = g_string_new (NULL);
  n_asked = count_asked (dossier, evaluation, CAP_BALLOT_FULL);
  /* Translators: the name of a structure */
  g_string_append_printf (text, _("Hello,\n\n%s looks at how it works, and would like to do so with you: "
                                  "this is our CAP day.\n\n"), dossier->member->name);
  append_facts (text, campaign);
  g_string_append (text, _("\n\nWhy? To see together what works well and what could go better, and to choose "
                           "what we do first."));
  /* Translators: number of criteria */
  g_string_append_printf (text, ngettext ("\n\nWhat you will be asked: your opinion on %u subject, then to "
                                          "talk about it together. No answer is right or wrong.",
                                          "\n\nWhat you will be asked: your opinion on %u subjects, then to "
                                          "talk about them together. No answer is right or wrong.", n_asked),
                          n_asked);
  if (cap_ballot_has_form (evaluation->framework, CAP_BALLOT_PLAIN) &&
      count_asked (dossier, evaluation, CAP_BALLOT_PLAIN) > 0)
    g_string_append (text, _(" There are questions in simple words for those who prefer."));
  g_string_append (text, _("\n\nYour vote is anonymous: you get a code, and your name is written nowhere.\n\n"
                           "See you soon!"));

  return g_string_free (text, FALSE);
}

/* Returns: (transfer full): how many questionnaires are in, of those that are expected and of others */
char *
cap_campaign_dup_received (const CapSeatCount *count)
{
  g_autofree char *received = NULL;
  g_autofree char *others = NULL;

  g_return_val_if_fail (count != NULL, NULL);

  if (count->n_expected > 0)
    /* Translators: how many questionnaires are in, of how many that are expected */
    received = g_strdup_printf (ngettext ("%1$u of %2$u questionnaire received",
                                          "%1$u of %2$u questionnaires received", count->n_expected),
                                count->n_received, count->n_expected);
  if (count->n_others > 0)
    others = g_strdup_printf (ngettext ("%u that was not expected", "%u that were not expected",
                                        count->n_others), count->n_others);
  if (received == NULL && others == NULL)
    return g_strdup (_("Nobody is expected yet, and nobody has voted."));

  return received == NULL || others == NULL ? g_strdup (received != NULL ? received : others)
                                            : g_strjoin (" · ", received, others, NULL);
}
