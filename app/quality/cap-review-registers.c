/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-review-reader-private.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "base/cap-number.h"
#include "quality/cap-review-rules.h"
#include "quality/cap-statements.h"

/* What the registers say of the inputs of a management review. */

static gboolean
is_carried_out (const CapAction *action)
{
  return action->state == CAP_ACTION_DONE || action->state == CAP_ACTION_VERIFIED;
}

/* The actions that follow what a review decided: carried out, late, missing. */
static void
read_outputs (CapReviewReader *self,
              const CapRecord *review)
{
  g_autoptr(GPtrArray) outputs = cap_dossier_list_parts (self->dossier, CAP_REGISTER_REVIEW_OUTPUT,
                                                         review->id);
  g_autofree char *day = cap_date_format_long (cap_record_get (review, CAP_MANAGEMENT_REVIEW_DATE));
  const char *code = cap_record_get_code (review);
  guint n_done = 0;
  guint n_late = 0;
  guint n_missing = 0;

  for (guint i = 0; i < outputs->len; i++)
    {
      int number = cap_record_get_number (g_ptr_array_index (outputs, i), CAP_REVIEW_OUTPUT_ACTION);
      const CapAction *action = number > 0 ? cap_dossier_find_action (self->dossier, (guint) number) : NULL;

      n_done += action != NULL && is_carried_out (action);
      n_late += action != NULL && cap_action_is_late (action, self->date);
      n_missing += action == NULL;
    }

  if (outputs->len == 0)
    /* Translators: the code of a review, a day */
    cap_review_reader_take (self, g_strdup_printf (_("Review %1$s of %2$s asked for nothing to be done"),
                                                   code, day));
  else
    /* Translators: the code of a review, a day, two numbers */
    cap_review_reader_take (self, g_strdup_printf (
      ngettext ("Of what review %1$s of %2$s asked for, %3$u decision out of %4$u is carried out",
                "Of what review %1$s of %2$s asked for, %3$u decisions out of %4$u are carried out", n_done),
      code, day, n_done, outputs->len));
  cap_review_reader_take_count (self, n_late, g_strdup_printf (ngettext ("%u is late", "%u are late", n_late),
                                                               n_late));
  cap_review_reader_take_count (self, n_missing, g_strdup_printf (
    ngettext ("%u has no action in the plan", "%u have no action in the plan", n_missing), n_missing));
}

void
cap_review_read_decisions (CapReviewReader *self)
{
  const CapRecord *review = cap_review_find_previous (self->dossier, self->date);
  g_autofree char *address = NULL;

  if (review == NULL)
    return;

  read_outputs (self, review);
  address = cap_address_new_for_record (review);
  g_ptr_array_add (self->addresses, g_steal_pointer (&address));
}

/* Since 2024, 4.1 asks for what was concluded of climate change. */
static void
read_climate (CapReviewReader *self,
              const CapRecord *statement)
{
  const char *outcome = statement != NULL ? cap_record_get (statement, CAP_STATEMENT_OUTCOME) : NULL;
  g_autofree char *day = NULL;

  if (outcome == NULL)
    {
      cap_review_reader_take (self, g_strdup (_("Whether climate change is a relevant issue is still to be "
                                                "concluded")));
      return;
    }

  day = cap_date_format_long (cap_record_get (statement, CAP_STATEMENT_DATE));
  cap_review_reader_take (self, g_strdup_printf (
    /* Translators: a day */
    g_str_equal (outcome, "relevant") ? _("Climate change is a relevant issue, as concluded on %s")
                                      : _("Climate change is not a relevant issue, as concluded on %s"),
    day));
}

void
cap_review_read_context (CapReviewReader *self)
{
  const CapRecord *climate = cap_statements_find_in_force (self->dossier, "climate", self->date);
  guint n_issues = self->dossier->registers[CAP_REGISTER_ISSUE]->len;
  guint n_parties = self->dossier->registers[CAP_REGISTER_PARTY]->len;
  guint n_seen = cap_review_reader_count (self, CAP_REGISTER_ISSUE, CAP_ISSUE_SEEN);
  guint n_heard = cap_review_reader_count (self, CAP_REGISTER_PARTY, CAP_PARTY_HEARD);
  guint n_adverse = cap_review_reader_count_is (self, CAP_REGISTER_ISSUE, CAP_ISSUE_EFFECT, "unfavourable");

  if (n_issues == 0 && n_parties == 0 && climate == NULL)
    return;

  cap_review_reader_take_count (self, n_issues, g_strdup_printf (
    ngettext ("%1$u issue out of %2$u was looked at over the period",
              "%1$u issues out of %2$u were looked at over the period", n_seen), n_seen, n_issues));
  cap_review_reader_take_count (self, n_adverse, g_strdup_printf (
    ngettext ("%u is unfavourable", "%u are unfavourable", n_adverse), n_adverse));
  cap_review_reader_take_count (self, n_parties, g_strdup_printf (
    ngettext ("%1$u interested party out of %2$u was heard", "%1$u interested parties out of %2$u were heard",
              n_heard), n_heard, n_parties));
  cap_review_reader_end (self);
  read_climate (self, climate);

  cap_review_reader_point_list (self, CAP_REGISTER_ISSUE);
  cap_review_reader_point_list (self, CAP_REGISTER_PARTY);
  cap_review_reader_point_list (self, CAP_REGISTER_STATEMENT);
}

/* The codes of the lines of which a field says @choice. */
static char *
list_codes (CapReviewReader *self,
            CapRegisterKind  kind,
            guint            field,
            const char      *choice)
{
  const GPtrArray *records = self->dossier->registers[kind];
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      const CapRecord *record = g_ptr_array_index (records, i);

      if (cap_record_is (record, field, choice))
        g_string_append_printf (codes, "%s%s", codes->len > 0 ? ", " : "", cap_record_get_code (record));
    }

  return g_string_free (codes, FALSE);
}

void
cap_review_read_processes (CapReviewReader *self)
{
  guint total = self->dossier->registers[CAP_REGISTER_PROCESS]->len;
  guint reviewed = cap_review_reader_count (self, CAP_REGISTER_PROCESS, CAP_PROCESS_REVIEWED);
  guint good = cap_review_reader_count_is (self, CAP_REGISTER_PROCESS, CAP_PROCESS_PERFORMANCE, "on-track");
  guint watch = cap_review_reader_count_is (self, CAP_REGISTER_PROCESS, CAP_PROCESS_PERFORMANCE, "watch");
  guint bad = cap_review_reader_count_is (self, CAP_REGISTER_PROCESS, CAP_PROCESS_PERFORMANCE, "off-track");
  g_autofree char *codes = list_codes (self, CAP_REGISTER_PROCESS, CAP_PROCESS_PERFORMANCE, "off-track");

  if (total == 0)
    return;

  cap_review_reader_take (self, g_strdup_printf (
    ngettext ("%1$u process out of %2$u was reviewed over the period",
              "%1$u processes out of %2$u were reviewed over the period", reviewed), reviewed, total));
  cap_review_reader_end (self);
  cap_review_reader_take_count (self, good, g_strdup_printf (
    ngettext ("%1$u process out of %2$u is under control", "%1$u processes out of %2$u are under control",
              good), good, total));
  cap_review_reader_take_count (self, watch, g_strdup_printf (
    ngettext ("%u is to be watched", "%u are to be watched", watch), watch));
  /* Translators: a number of processes, their codes */
  cap_review_reader_take_count (self, bad, g_strdup_printf (
    ngettext ("%1$u is out of control (%2$s)", "%1$u are out of control (%2$s)", bad), bad, codes));
  cap_review_reader_point_list (self, CAP_REGISTER_PROCESS);
}

void
cap_review_read_suppliers (CapReviewReader *self)
{
  guint total = self->dossier->registers[CAP_REGISTER_SUPPLIER]->len;
  guint rated = cap_review_reader_count (self, CAP_REGISTER_SUPPLIER, CAP_SUPPLIER_ASSESSED);
  guint good = cap_review_reader_count_is (self, CAP_REGISTER_SUPPLIER, CAP_SUPPLIER_RATING, "good");
  guint watch = cap_review_reader_count_is (self, CAP_REGISTER_SUPPLIER, CAP_SUPPLIER_RATING, "watch");
  guint bad = cap_review_reader_count_is (self, CAP_REGISTER_SUPPLIER, CAP_SUPPLIER_RATING, "replace");
  guint overdue = cap_review_reader_count_past (self, CAP_REGISTER_SUPPLIER, CAP_SUPPLIER_REVIEW);

  if (total == 0)
    return;

  cap_review_reader_take (self, g_strdup_printf (
    ngettext ("%1$u supplier out of %2$u was assessed over the period",
              "%1$u suppliers out of %2$u were assessed over the period", rated), rated, total));
  cap_review_reader_take_count (self, overdue, g_strdup_printf (
    ngettext ("%u is past the date of its assessment", "%u are past the date of their assessment", overdue),
    overdue));
  cap_review_reader_end (self);
  cap_review_reader_take_count (self, good, g_strdup_printf (
    ngettext ("%1$u supplier out of %2$u is satisfactory", "%1$u suppliers out of %2$u are satisfactory",
              good), good, total));
  cap_review_reader_take_count (self, watch, g_strdup_printf (
    ngettext ("%u is to be watched", "%u are to be watched", watch), watch));
  cap_review_reader_take_count (self, bad, g_strdup_printf (
    ngettext ("%u is to be replaced", "%u are to be replaced", bad), bad));
  cap_review_reader_point_list (self, CAP_REGISTER_SUPPLIER);
}

/* The working days that the open actions ask for, times 100. */
static int
count_days (CapReviewReader *self)
{
  int total = 0;

  for (guint i = 0; i < self->dossier->actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (self->dossier->actions, i);

      if (cap_action_is_pending (action) && action->days_hundredths > 0 &&
          total <= G_MAXINT - action->days_hundredths)
        total += action->days_hundredths;
    }

  return total;
}

static void
read_staff (CapReviewReader *self)
{
  int staff = self->dossier->member->staff;
  int days = count_days (self);
  g_autofree char *amount = cap_number_format_hundredths (days);

  if (staff >= 0)
    cap_review_reader_take (self, g_strdup_printf (
      ngettext ("The permanent staff numbers %d person", "The permanent staff numbers %d people",
                (gulong) staff), staff));
  if (staff >= 0 && days > 0)
    /* Translators: a number of days, which may have decimals */
    cap_review_reader_take (self, g_strdup_printf (
      ngettext ("the actions to be carried out ask for %s day",
                "the actions to be carried out ask for %s days", cap_number_get_plural (days)), amount));
}

void
cap_review_read_resources (CapReviewReader *self)
{
  guint total = self->dossier->registers[CAP_REGISTER_SKILL]->len;
  guint held = cap_review_reader_count_is (self, CAP_REGISTER_SKILL, CAP_SKILL_HELD, "yes");
  guint partly = cap_review_reader_count_is (self, CAP_REGISTER_SKILL, CAP_SKILL_HELD, "partly");
  guint missing = cap_review_reader_count_is (self, CAP_REGISTER_SKILL, CAP_SKILL_HELD, "no");

  cap_review_reader_take_count (self, total, g_strdup_printf (
    ngettext ("%1$u needed skill out of %2$u is held", "%1$u needed skills out of %2$u are held", held),
    held, total));
  cap_review_reader_take_count (self, partly, g_strdup_printf (
    ngettext ("%u is partly held", "%u are partly held", partly), partly));
  cap_review_reader_take_count (self, missing, g_strdup_printf (
    ngettext ("%u is missing", "%u are missing", missing), missing));
  cap_review_reader_end (self);
  read_staff (self);

  cap_review_reader_point_list (self, CAP_REGISTER_SKILL);
  cap_review_reader_point (self, CAP_ADDRESS_PAGE, "member");
}

/**
 * RiskFigures:
 * @total: those of a nature
 * @treated: of which something is done about it
 * @again: rated again since
 * @better: of which lower for a risk, higher for an opportunity
 * @actions: of the plan that come from them
 * @done: of which carried out
 */
typedef struct
{
  guint total;
  guint treated;
  guint again;
  guint better;
  guint actions;
  guint done;
} RiskFigures;

static void
count_actions (CapReviewReader *self,
               const CapRecord *risk,
               RiskFigures     *figures)
{
  for (guint i = 0; i < self->dossier->actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (self->dossier->actions, i);

      for (guint j = 0; j < action->origins->len; j++)
        {
          const CapActionOrigin *origin = g_ptr_array_index (action->origins, j);

          if (origin->kind != CAP_ORIGIN_RISK || !g_str_equal (origin->code, cap_record_get_code (risk)))
            continue;

          figures->actions++;
          figures->done += is_carried_out (action);
        }
    }
}

static void
count_risk (CapReviewReader *self,
            const CapRecord *risk,
            RiskFigures     *figures)
{
  int before = cap_record_get_number (risk, CAP_RISK_LIKELIHOOD) *
               cap_record_get_number (risk, CAP_RISK_SEVERITY);
  int likelihood = cap_record_get_number (risk, CAP_RISK_LIKELIHOOD_AFTER);
  int severity = cap_record_get_number (risk, CAP_RISK_SEVERITY_AFTER);
  guint n_actions = figures->actions;

  figures->total++;
  count_actions (self, risk, figures);
  figures->treated += figures->actions > n_actions || cap_record_get (risk, CAP_RISK_MEASURE) != NULL;
  if (likelihood == CAP_NUMBER_UNSET || severity == CAP_NUMBER_UNSET)
    return;

  figures->again++;
  figures->better += cap_record_is (risk, CAP_RISK_NATURE, "risk") ? likelihood * severity < before
                                                                   : likelihood * severity > before;
}

static RiskFigures
count_risks (CapReviewReader *self,
             const char      *nature)
{
  const GPtrArray *risks = self->dossier->registers[CAP_REGISTER_RISK];
  RiskFigures figures = { 0 };

  for (guint i = 0; i < risks->len; i++)
    {
      if (cap_record_is (g_ptr_array_index (risks, i), CAP_RISK_NATURE, nature))
        count_risk (self, g_ptr_array_index (risks, i), &figures);
    }

  return figures;
}

static void
read_risk_actions (CapReviewReader *self,
                   RiskFigures      figures)
{
  cap_review_reader_end (self);
  cap_review_reader_take_count (self, figures.actions, g_strdup_printf (
    ngettext ("%1$u action that comes from them out of %2$u is carried out",
              "%1$u actions that come from them out of %2$u are carried out", figures.done),
    figures.done, figures.actions));
  cap_review_reader_point_list (self, CAP_REGISTER_RISK);
}

void
cap_review_read_risks (CapReviewReader *self)
{
  RiskFigures figures = count_risks (self, "risk");

  if (figures.total == 0)
    return;

  cap_review_reader_take (self, g_strdup_printf (
    ngettext ("%1$u risk out of %2$u is treated", "%1$u risks out of %2$u are treated", figures.treated),
    figures.treated, figures.total));
  cap_review_reader_take (self, g_strdup_printf (
    ngettext ("%u was rated again", "%u were rated again", figures.again), figures.again));
  cap_review_reader_take_count (self, figures.again, g_strdup_printf (
    ngettext ("of which %u went down", "of which %u went down", figures.better), figures.better));
  read_risk_actions (self, figures);
}

void
cap_review_read_opportunities (CapReviewReader *self)
{
  RiskFigures figures = count_risks (self, "opportunity");

  if (figures.total == 0)
    return;

  cap_review_reader_take (self, g_strdup_printf (
    ngettext ("%1$u opportunity out of %2$u is being taken", "%1$u opportunities out of %2$u are being taken",
              figures.treated), figures.treated, figures.total));
  cap_review_reader_take_count (self, figures.again, g_strdup_printf (
    ngettext ("%u was rated again", "%u were rated again", figures.again), figures.again));
  read_risk_actions (self, figures);
}
