/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-readiness-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "quality/cap-address.h"
#include "quality/cap-clause-record.h"
#include "quality/cap-risk-figures.h"
#include "scoring/cap-scope.h"

#define NEEDED 2

/* The filter of the framework that lets through those who have people on a path. */
#define PATH_FILTER "siae"

typedef struct _Check Check;

/**
 * Found:
 * @standing: of the best that was found
 * @address: (nullable): where
 * @n: how many there are, perhaps with nothing of what they must say
 * @n_good: how many of them stand as they should
 * @sentence: (nullable): what is said instead of that of @standing
 */
typedef struct
{
  CapStanding  standing;
  char        *address;
  guint        n;
  guint        n_good;
  const char  *sentence;
} Found;

/**
 * Check:
 * @name: never translated
 * @address: where to go when nothing better is known
 * @judge: (nullable): finds where it stands; %NULL looks at a register by the fields below, where 0,
 *   the code, stands for none
 * @choice: (nullable): what @field must be for a record to count
 * @needed: what a record must say; one that says nothing of it is as if it were not there
 * @date: of what is done once a year
 * @review: the day it is to be looked at again
 * @each: whether all are to stand so, and not only one of them: those that do are counted
 * @paths: whether it is expected only of those who have people on a path
 * @sentences: by standing: missing, out of date, weak, there; those that cannot happen are %NULL;
 *   what is begun and counts for nothing has the sentence of what is weak
 *
 * Something that a dossier d’audit holds, whatever the clause. It stands as its
 * best record does, so that none is better taken away.
 */
struct _Check
{
  const char      *name;
  guint            part;
  CapWork          work;
  const char      *title;
  const char      *address;
  void           (*judge) (const CapReadinessContext *context,
                           const Check               *check,
                           Found                     *found);
  CapRegisterKind  kind;
  guint            field;
  const char      *choice;
  guint            needed[NEEDED];
  guint            date;
  guint            review;
  gboolean         each;
  gboolean         paths;
  const char      *sentences[CAP_STANDING_THERE + 1];
};

static void
take (Found       *found,
      CapStanding  standing,
      char        *address)
{
  if (standing < found->standing || (standing == found->standing && found->address != NULL))
    {
      g_free (address);
      return;
    }

  g_free (found->address);
  found->standing = standing;
  found->address = address;
}

/* All of them, some of them, none of them. */
static CapStanding
judge_count (guint n,
             guint of)
{
  if (n == 0)
    return CAP_STANDING_MISSING;

  return n < of ? CAP_STANDING_WEAK : CAP_STANDING_THERE;
}

/* One of several. */
static void
count (Found       *found,
       CapStanding  standing,
       char        *address)
{
  found->n++;
  found->n_good += standing == CAP_STANDING_THERE;
  take (found, standing, address);
}

static CapStanding
judge_date (const CapReadinessContext *context,
            const char                *date)
{
  if (date == NULL || strcmp (date, context->today) > 0)
    return CAP_STANDING_WEAK;

  return strcmp (date, context->year_before) < 0 ? CAP_STANDING_OUTDATED : CAP_STANDING_THERE;
}

/* All that a record must say, some of it, nothing of it; nothing is asked by a check that needs nothing. */
static CapStanding
judge_needed (const Check     *check,
              const CapRecord *record)
{
  guint n_needed = 0;
  guint n_said = 0;

  for (guint i = 0; i < NEEDED && check->needed[i] != 0; i++)
    {
      n_needed++;
      n_said += cap_record_get (record, check->needed[i]) != NULL;
    }

  return n_said == n_needed ? CAP_STANDING_THERE : judge_count (n_said, n_needed);
}

static CapStanding
judge_record (const CapReadinessContext *context,
              const Check               *check,
              const CapRecord           *record)
{
  const char *review = check->review != 0 ? cap_record_get (record, check->review) : NULL;
  const char *date = check->date != 0 ? cap_record_get (record, check->date) : NULL;
  const CapStanding said = judge_needed (check, record);

  if (said != CAP_STANDING_THERE)
    return said;
  if (review != NULL && strcmp (review, context->day) < 0)
    return CAP_STANDING_OUTDATED;
  if (check->date != 0 && date == NULL && check->needed[0] == 0)
    return CAP_STANDING_MISSING;

  return check->date != 0 ? judge_date (context, date) : CAP_STANDING_THERE;
}

static void
judge_register (const CapReadinessContext *context,
                const Check               *check,
                Found                     *found)
{
  const GPtrArray *records = context->dossier->registers[check->kind];

  for (guint i = 0; i < records->len; i++)
    {
      const CapRecord *record = g_ptr_array_index (records, i);

      if (check->choice != NULL && !cap_record_is (record, check->field, check->choice))
        continue;

      count (found, judge_record (context, check, record),
             record->parent == NULL ? cap_address_new_for_record (record) : g_strdup (check->address));
    }
}

static void
judge_target (const CapReadinessContext *context,
              const Check               *check,
              Found                     *found)
{
  const CapRecord *target = context->matrix->target;

  if (target != NULL)
    take (found, judge_needed (check, target), cap_address_new_for_record (target));
}

static void
judge_visas (const CapReadinessContext *context,
             const Check               *check,
             Found                     *found)
{
  const CapRecord *target = context->matrix->target;
  guint n = 0;

  if (target == NULL)
    return;

  for (guint field = CAP_TARGET_WRITTEN_BY; field <= CAP_TARGET_APPROVED_BY; field++)
    n += cap_record_get (target, field) != NULL;
  take (found, judge_count (n, CAP_TARGET_APPROVED_BY - CAP_TARGET_WRITTEN_BY + 1),
        cap_address_new_for_record (target));
}

static void
judge_profile (const CapReadinessContext *context,
               const Check               *check,
               Found                     *found)
{
  const CapMember *member = context->dossier->member;
  const guint n = (member->siret != NULL) + (member->kinds != NULL && member->kinds[0] != NULL);

  take (found, judge_count (n, 2), g_strdup (check->address));
}

static void
judge_figures (const CapReadinessContext *context,
               const Check               *check,
               Found                     *found)
{
  const CapMember *member = context->dossier->member;
  const guint n = (member->staff != CAP_NUMBER_UNKNOWN) + (member->participants != CAP_NUMBER_UNKNOWN) +
                  (member->fte_hundredths != CAP_NUMBER_UNKNOWN) + (member->sites != CAP_NUMBER_UNKNOWN);

  take (found, judge_count (n, 4), g_strdup (check->address));
}

/* Whoever has never had a complaint says how one would be dealt with. */
static void
judge_complaints (const CapReadinessContext *context,
                  const Check               *check,
                  Found                     *found)
{
  const CapMatrixRow *row = cap_matrix_find_row (context->matrix, "8.2.1");

  judge_register (context, check, found);
  for (guint i = 0; row != NULL && i < row->documents->len; i++)
    {
      const CapRecord *document = g_ptr_array_index (row->documents, i);
      CapStanding standing;

      if (!cap_clause_record_judge (document, CAP_KEEP_MAINTAIN, context->day, &standing) ||
          (standing != CAP_STANDING_THERE && standing != CAP_STANDING_OUTDATED))
        continue;

      take (found, standing, cap_address_new_for_record (document));
      if (found->n == 0 && standing == CAP_STANDING_THERE)
        found->sentence = N_("None so far: a document says how one would be dealt with.");
    }
}

/* What is abandoned treats nothing. */
static gboolean
is_treated_by_an_action (const CapRiskFigure *figure)
{
  for (guint i = 0; i < figure->actions->len; i++)
    {
      if (((const CapAction *) g_ptr_array_index (figure->actions, i))->state != CAP_ACTION_ABANDONED)
        return TRUE;
    }

  return FALSE;
}

static void
judge_treatments (const CapReadinessContext *context,
                  const Check               *check,
                  Found                     *found)
{
  g_autoptr(GPtrArray) figures = cap_risk_figures_list (context->dossier, context->today);

  for (guint i = 0; i < figures->len; i++)
    {
      const CapRiskFigure *figure = g_ptr_array_index (figures, i);
      const gboolean treated = is_treated_by_an_action (figure);

      count (found, treated ? CAP_STANDING_THERE : judge_record (context, check, figure->risk),
             cap_address_new_for_record (figure->risk));
    }
}

static void
judge_indicators (const CapReadinessContext *context,
                  const Check               *check,
                  Found                     *found)
{
  const GPtrArray *indicators = context->dossier->indicators;

  for (guint i = 0; i < indicators->len; i++)
    {
      const CapIndicator *indicator = g_ptr_array_index (indicators, i);
      const CapIndicatorValue *last = cap_indicator_get_last (indicator);

      count (found, last != NULL ? judge_date (context, last->date) : CAP_STANDING_MISSING,
             cap_address_new (CAP_ADDRESS_INDICATOR, indicator->code));
    }
}

/* All the criteria of a certification, whatever path was taken; what the structure added is its own
 * choice. */
static void
judge_evaluation (const CapReadinessContext *context,
                  const Check               *check,
                  Found                     *found)
{
  const GPtrArray *criteria = context->matrix->criteria;
  guint n_answered = 0;
  guint n = 0;

  for (guint i = 0; i < criteria->len; i++)
    {
      const CapMatrixCriterion *line = g_ptr_array_index (criteria, i);
      const CapCriterionResult *result = line->result;

      if (cap_criterion_is_local (result->criterion))
        continue;

      n++;
      n_answered += result->state != CAP_CRITERION_UNANSWERED;
      if (result->state == CAP_CRITERION_UNANSWERED && found->address == NULL)
        found->address = cap_readiness_dup_criterion (context, result->criterion);
    }

  found->standing = judge_count (n_answered, n);
}

static void
judge_core (const CapReadinessContext *context,
            const Check               *check,
            Found                     *found)
{
  const CapMatrix *matrix = context->matrix;
  guint n_core = 0;
  guint n_good = 0;

  for (guint i = 0; i < matrix->criteria->len; i++)
    {
      const CapMatrixCriterion *line = g_ptr_array_index (matrix->criteria, i);
      const CapCriterionResult *result = line->result;
      const gboolean good = result->level != CAP_LEVEL_UNSET &&
                            result->level >= matrix->photograph->framework->rules.core_minimum;

      if (!result->core)
        continue;

      n_core++;
      n_good += good;
      if (!good && found->address == NULL)
        found->address = cap_readiness_dup_criterion (context, result->criterion);
    }

  if (n_core == 0)
    {
      found->standing = CAP_STANDING_NOT_APPLICABLE;
      found->sentence = N_("None of the criteria in scope is a core one.");
      return;
    }

  found->standing = 2 * n_good < n_core ? CAP_STANDING_MISSING : judge_count (n_good, n_core);
}

static void
judge_plan (const CapReadinessContext *context,
            const Check               *check,
            Found                     *found)
{
  const GPtrArray *actions = context->dossier->actions;

  for (guint i = 0; i < actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (actions, i);

      if (action->state == CAP_ACTION_ABANDONED)
        continue;

      count (found, judge_count ((action->owner != NULL) + (action->due != NULL), 2),
             cap_address_new_for_action (action));
    }
}

static void
judge_effect (const CapReadinessContext *context,
              const Check               *check,
              Found                     *found)
{
  const GPtrArray *actions = context->dossier->actions;

  for (guint i = 0; i < actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (actions, i);

      if (action->verdict != CAP_VERDICT_NONE)
        count (found, CAP_STANDING_THERE, cap_address_new_for_action (action));
      else if (action->state == CAP_ACTION_DONE)
        count (found, CAP_STANDING_WEAK, cap_address_new_for_action (action));
    }
}

/* What is expected whatever the standard; the order is that of the parts. */
static const Check checks[] = {
  { "target", 1, CAP_WORK_COVER, N_("Audit to prepare for"), "register/target", judge_target,
    .needed = { CAP_TARGET_ROUTE, CAP_TARGET_DATE },
    .sentences = { N_("Say which audit it is, and when."), NULL, N_("Write its first day."),
                   N_("Its route and its day are known.") } },
  { "certifier", 1, CAP_WORK_COVER, N_("Certifier and number of the file"), "register/target", judge_target,
    .needed = { CAP_TARGET_CERTIFIER, CAP_TARGET_REFERENCE },
    .sentences = { N_("Write who certifies, and the number of the file."), NULL,
                   N_("One of the two is missing."), N_("Both are written.") } },
  { "profile", 1, CAP_WORK_COVER, N_("SIRET and kind of the structure"), "page/member", judge_profile,
    .sentences = { N_("Write the SIRET, and what kind of structure it is."), NULL,
                   N_("One of the two is missing."), N_("Both are written.") } },
  { "version", 2, CAP_WORK_COVER, N_("Version and distribution of the file"), "register/target", judge_target,
    .needed = { CAP_TARGET_VERSION, CAP_TARGET_DISTRIBUTION },
    .sentences = { N_("Write the version of the file, and to whom it is given."), NULL,
                   N_("One of the two is missing."), N_("Both are written.") } },
  { "presentation", 3, CAP_WORK_CONTEXT, N_("Presentation of the activities"), "register/statement", NULL,
    CAP_REGISTER_STATEMENT, CAP_STATEMENT_KIND, "presentation", { CAP_STATEMENT_TEXT },
    .review = CAP_STATEMENT_REVIEW,
    .sentences = { N_("Write in a few lines what the structure does, and for whom."),
                   N_("Look at the text again: its date is over."), N_("The text is still to be written."),
                   N_("The text is written.") } },
  { "figures", 3, CAP_WORK_COVER, N_("Staff, participants, full-time equivalents, sites"), "page/member",
    judge_figures,
    .sentences = { N_("Write the four figures in the profile."), NULL, N_("Some of the four are missing."),
                   N_("The four figures are written.") } },
  { "internal-issues", 5, CAP_WORK_CONTEXT, N_("Internal issues"), "register/issue", NULL,
    CAP_REGISTER_ISSUE, CAP_ISSUE_ORIGIN, "internal", { CAP_ISSUE_CONSEQUENCE }, .each = TRUE,
    .sentences = { N_("Write one at least: what, inside the structure, helps or hinders."), NULL,
                   N_("Say what they change for the structure."), N_("They are written.") } },
  { "external-issues", 5, CAP_WORK_CONTEXT, N_("External issues"), "register/issue", NULL,
    CAP_REGISTER_ISSUE, CAP_ISSUE_ORIGIN, "external", { CAP_ISSUE_CONSEQUENCE }, .each = TRUE,
    .sentences = { N_("Write one at least: what, around the structure, helps or hinders."), NULL,
                   N_("Say what they change for the structure."), N_("They are written.") } },
  { "climate", 5, CAP_WORK_CONTEXT, N_("Climate change"), "register/statement", NULL,
    CAP_REGISTER_STATEMENT, CAP_STATEMENT_KIND, "climate", { CAP_STATEMENT_OUTCOME, CAP_STATEMENT_DATE },
    .review = CAP_STATEMENT_REVIEW,
    .sentences = { N_("Say whether it is a relevant issue, one way or the other: a blank is easily graded."),
                   N_("Look at the question again: its date is over."),
                   N_("The conclusion or its date is missing."), N_("It was looked at and concluded.") } },
  { "parties", 5, CAP_WORK_CONTEXT, N_("Interested parties"), "register/party", NULL,
    CAP_REGISTER_PARTY, .needed = { CAP_PARTY_EXPECTATIONS, CAP_PARTY_LISTENING }, .each = TRUE,
    .sentences = { N_("Write who expects something of the structure, and what."), NULL,
                   N_("Say what they expect, and how they are heard."),
                   N_("What they expect and how they are heard is written.") } },
  { "risks", 5, CAP_WORK_CONTEXT, N_("Risks and opportunities"), "register/risk", NULL,
    CAP_REGISTER_RISK, .needed = { CAP_RISK_LIKELIHOOD, CAP_RISK_SEVERITY }, .each = TRUE,
    .sentences = { N_("Write what could go wrong and what could go better."), NULL,
                   N_("Rate them: likelihood and severity."), N_("They are rated.") } },
  { "treatments", 5, CAP_WORK_CONTEXT, N_("What is done about risks"), "register/risk", judge_treatments,
    CAP_REGISTER_RISK, .needed = { CAP_RISK_TREATMENT, CAP_RISK_MEASURE }, .each = TRUE,
    .sentences = { N_("No risk is written yet."), NULL, N_("Say what is done, or create an action."),
                   N_("Something is done, and written.") } },
  { "management-processes", 6, CAP_WORK_CONTEXT, N_("Processes of management"), "register/process", NULL,
    CAP_REGISTER_PROCESS, CAP_PROCESS_KIND, "management", { CAP_PROCESS_OWNER }, .each = TRUE,
    .sentences = { N_("Write one at least: how the structure is led."), NULL, N_("Say who is in charge."),
                   N_("They have someone in charge.") } },
  { "realisation-processes", 6, CAP_WORK_CONTEXT, N_("Processes of realisation"), "register/process", NULL,
    CAP_REGISTER_PROCESS, CAP_PROCESS_KIND, "realisation", { CAP_PROCESS_OWNER }, .each = TRUE,
    .sentences = { N_("Write one at least: what the structure does for people and clients."), NULL,
                   N_("Say who is in charge."), N_("They have someone in charge.") } },
  { "support-processes", 6, CAP_WORK_CONTEXT, N_("Processes of support"), "register/process", NULL,
    CAP_REGISTER_PROCESS, CAP_PROCESS_KIND, "support", { CAP_PROCESS_OWNER }, .each = TRUE,
    .sentences = { N_("Write one at least: what the others rely on."), NULL, N_("Say who is in charge."),
                   N_("They have someone in charge.") } },
  { "indicators", 6, CAP_WORK_CONTEXT, N_("Indicators"), "page/plan", judge_indicators, .each = TRUE,
    .sentences = { N_("Choose what is measured."), N_("No value for a year: measure again."),
                   N_("Enter a first value."), N_("They are measured.") } },
  { "evaluation", 7, CAP_WORK_EVALUATE, N_("Evaluation for a certification"), "page/evaluation",
    judge_evaluation,
    .sentences = { N_("Answer the criteria."), NULL, N_("Answer all the criteria of a certification."),
                   N_("All the criteria are answered.") } },
  { "core", 7, CAP_WORK_EVALUATE, N_("Core criteria"), "page/photograph", judge_core,
    .sentences = { N_("More than half are below the minimum, or not answered."), NULL,
                   N_("Some are below the minimum, or not answered."),
                   N_("All of them reach the minimum.") } },
  { "commitments", 9, CAP_WORK_EVIDENCE, N_("Commitments signed"), "register/commitment", NULL,
    CAP_REGISTER_COMMITMENT, .date = CAP_COMMITMENT_SIGNED, .paths = TRUE,
    .sentences = { N_("Write them by their codes."), N_("None was signed for a year."),
                   N_("Write when they were signed."), N_("One at least was signed this year.") } },
  { "commitment-reviews", 9, CAP_WORK_EVIDENCE, N_("Reviews of the commitments"), "register/commitment", NULL,
    CAP_REGISTER_COMMITMENT_REVIEW, .date = CAP_COMMITMENT_REVIEW_HELD, .paths = TRUE,
    .sentences = { N_("Hold the reviews, and write when."), N_("None was held for a year."),
                   N_("None was held yet."), N_("One at least was held this year.") } },
  { "management-review", 11, CAP_WORK_REVIEW, N_("Management review of the year"),
    "register/management_review", NULL,
    CAP_REGISTER_MANAGEMENT_REVIEW, .needed = { CAP_MANAGEMENT_REVIEW_FINALISED },
    .date = CAP_MANAGEMENT_REVIEW_DATE,
    .sentences = { N_("Prepare it: the dossier fills it."),
                   N_("On the day of the audit it will be over a year old."),
                   N_("It is not finalised."), N_("It is finalised.") } },
  { "plan", 12, CAP_WORK_CONTEXT, N_("Actions"), "page/plan", judge_plan, .each = TRUE,
    .sentences = { N_("Nothing is planned yet."), NULL, N_("Say who does what, and by when."),
                   N_("Actions have an owner and a due date.") } },
  { "effect", 12, CAP_WORK_LISTEN, N_("Effect of the actions"), "page/plan", judge_effect, .each = TRUE,
    .sentences = { N_("No action was carried out and checked yet."), NULL,
                   N_("Check the effect of what was done."), N_("It is checked.") } },
  { "participants", 13, CAP_WORK_LISTEN, N_("Satisfaction of participants"), "register/survey", NULL,
    CAP_REGISTER_SURVEY, CAP_SURVEY_PUBLIC, "participants", { CAP_SURVEY_RETURNED }, CAP_SURVEY_DATE,
    .paths = TRUE,
    .sentences = { N_("Ask them."), N_("On the day of the audit the survey will be over a year old."),
                   N_("Write how many answered."), N_("They were asked this year.") } },
  { "clients", 13, CAP_WORK_LISTEN, N_("Satisfaction of clients"), "register/survey", NULL,
    CAP_REGISTER_SURVEY, CAP_SURVEY_PUBLIC, "clients", { CAP_SURVEY_RETURNED }, CAP_SURVEY_DATE,
    .sentences = { N_("Ask them."), N_("On the day of the audit the survey will be over a year old."),
                   N_("Write how many answered."), N_("They were asked this year.") } },
  { "prescribers", 13, CAP_WORK_LISTEN, N_("Satisfaction of prescribers"), "register/survey", NULL,
    CAP_REGISTER_SURVEY, CAP_SURVEY_PUBLIC, "prescribers", { CAP_SURVEY_RETURNED }, CAP_SURVEY_DATE,
    .sentences = { N_("Ask them."), N_("On the day of the audit the survey will be over a year old."),
                   N_("Write how many answered."), N_("They were asked this year.") } },
  { "told", 13, CAP_WORK_LISTEN, N_("Results shared with those who answered"), "register/survey", NULL,
    CAP_REGISTER_SURVEY, .date = CAP_SURVEY_TOLD,
    .sentences = { N_("No survey yet."), N_("Nothing was told for a year."), N_("Tell them, and write when."),
                   N_("One at least was told this year.") } },
  { "complaints", 13, CAP_WORK_LISTEN, N_("Complaints"), "register/complaint", judge_complaints,
    CAP_REGISTER_COMPLAINT, .needed = { CAP_COMPLAINT_ANSWERED }, .each = TRUE,
    .sentences = { N_("Write them. If there were none, keep a procedure for clause 8.2.1."),
                   N_("Look at the procedure again."), N_("Answer them, and write when."),
                   N_("They are answered.") } },
  { "visas", 15, CAP_WORK_VISA, N_("Written, checked, approved"), "register/target", judge_visas,
    .sentences = { N_("Write who wrote the file, who checked it and who approves it."), NULL,
                   N_("Some of the three are missing."), N_("The three are written.") } },
};

/* By its kinds, or by its figures: a structure that says nothing of itself is asked. */
static gboolean
has_people_on_a_path (const CapReadinessContext *context)
{
  const CapFramework *framework = context->matrix->photograph->framework;
  const CapMember *member = context->dossier->member;

  return member->participants > 0 ||
         cap_scope_passes (cap_framework_find_filter (framework, PATH_FILTER), framework, member);
}

static void
judge (const CapReadinessContext *context,
       const Check               *check,
       Found                     *found)
{
  if (check->paths && !has_people_on_a_path (context))
    {
      found->standing = CAP_STANDING_NOT_APPLICABLE;
      found->sentence = N_("It is expected of structures that have participants.");
    }
  else if (check->judge != NULL)
    {
      check->judge (context, check, found);
    }
  else
    {
      judge_register (context, check, found);
    }
}

/* What is true of the best is said of all only when it is true of all. */
static char *
dup_sentence (const Check *check,
              const Found *found)
{
  if (found->standing == CAP_STANDING_THERE && check->each && found->n_good < found->n)
    /* Translators: two numbers of lines of a list */
    return g_strdup_printf (ngettext ("%1$u of %2$u is in order: see to the others.",
                                      "%1$u of %2$u are in order: see to the others.", found->n_good),
                            found->n_good, found->n);
  if (found->sentence != NULL)
    return g_strdup (gettext (found->sentence));
  if (found->standing == CAP_STANDING_MISSING && found->n > 0 && check->sentences[CAP_STANDING_WEAK] != NULL)
    return g_strdup (gettext (check->sentences[CAP_STANDING_WEAK]));

  return g_strdup (gettext (check->sentences[found->standing]));
}

/* Adds what the dossier d’audit holds, whatever the clause. */
void
cap_readiness_add_checks (const CapReadinessContext *context,
                          GPtrArray                 *items)
{
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      const Check *check = &checks[i];
      Found found = { CAP_STANDING_MISSING };
      CapReadinessItem *item;

      judge (context, check, &found);
      item = cap_readiness_item_new (check->name, check->part, check->work, found.standing);
      item->title = g_strdup (gettext (check->title));
      item->sentence = dup_sentence (check, &found);
      item->address = found.address != NULL ? found.address : g_strdup (check->address);
      g_ptr_array_add (items, item);
    }
}
