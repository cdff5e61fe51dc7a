/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-checks-private.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "quality/cap-review-rules.h"

#define REVIEW_MONTHS 13
#define SOON_DAYS     7

static const GPtrArray *
get_records (const CapCheckRun *run,
             CapRegisterKind    kind)
{
  return run->dossier->registers[kind];
}

/* Returns: (nullable): the day of the last review that was held */
static const char *
get_last_review (const CapCheckRun *run)
{
  const char *last = NULL;

  for (guint i = 0; i < get_records (run, CAP_REGISTER_MANAGEMENT_REVIEW)->len; i++)
    {
      const CapRecord *review = g_ptr_array_index (get_records (run, CAP_REGISTER_MANAGEMENT_REVIEW), i);
      const char *date = cap_record_get (review, CAP_MANAGEMENT_REVIEW_DATE);

      if (date != NULL && !cap_check_is_past (run->today, date) &&
          (last == NULL || cap_check_is_past (last, date)))
        last = date;
    }

  return last;
}

static void
find_review_overdue (CapCheckRun *run)
{
  const char *last = get_last_review (run);
  g_autofree char *limit = cap_date_add_months (run->today, -REVIEW_MONTHS);
  g_autofree char *day = last != NULL ? cap_date_format_long (last) : NULL;

  if (last == NULL && run->certifies)
    cap_check_run_add_register (run, CAP_REGISTER_MANAGEMENT_REVIEW, "management-review",
                                g_strdup (_("No management review has been held yet.")));
  else if (cap_check_is_past (last, limit))
    /* Translators: a date */
    cap_check_run_add_register (run, CAP_REGISTER_MANAGEMENT_REVIEW, "management-review",
                                g_strdup_printf (_("The last management review was held on %s: it comes"
                                                   " once a year."), day));
}

static void
find_review_not_finalised (CapCheckRun *run)
{
  for (guint i = 0; i < get_records (run, CAP_REGISTER_MANAGEMENT_REVIEW)->len; i++)
    {
      const CapRecord *review = g_ptr_array_index (get_records (run, CAP_REGISTER_MANAGEMENT_REVIEW), i);
      const char *date = cap_record_get (review, CAP_MANAGEMENT_REVIEW_DATE);
      g_autofree char *day = NULL;

      if (cap_record_get (review, CAP_MANAGEMENT_REVIEW_FINALISED) != NULL ||
          !cap_check_is_past (date, run->today))
        continue;

      day = cap_date_format_long (date);
      /* Translators: the code of a management review, then a date */
      cap_check_run_add_record (run, review,
                                g_strdup_printf (_("%1$s was held on %2$s and is not finalised."),
                                                 cap_record_get_code (review), day));
    }
}

static void
find_review_undecided (CapCheckRun *run)
{
  g_autofree char *soon = cap_date_add_days (run->today, SOON_DAYS + 1);

  for (guint i = 0; i < get_records (run, CAP_REGISTER_MANAGEMENT_REVIEW)->len; i++)
    {
      const CapRecord *review = g_ptr_array_index (get_records (run, CAP_REGISTER_MANAGEMENT_REVIEW), i);
      const char *date = cap_record_get (review, CAP_MANAGEMENT_REVIEW_DATE);
      guint n_undecided;
      g_autofree char *day = NULL;

      if (cap_record_get (review, CAP_MANAGEMENT_REVIEW_FINALISED) != NULL || !cap_check_is_past (date, soon))
        continue;

      n_undecided = CAP_N_REVIEW_INPUTS - cap_review_count_decided (run->dossier, review);
      if (n_undecided == 0)
        continue;

      day = cap_date_format_long (date);
      /* Translators: the code of a management review, its date, a number of inputs */
      cap_check_run_add_record (run, review,
                                g_strdup_printf (ngettext ("%1$s, %2$s: %3$u input has no decision.",
                                                           "%1$s, %2$s: %3$u inputs have no decision.",
                                                           n_undecided),
                                                 cap_record_get_code (review), day, n_undecided));
    }
}

/* A decision that was already taken is carried out by an action. */
static void
check_output (CapCheckRun     *run,
              const CapRecord *review,
              const CapRecord *output)
{
  const int number = cap_record_get_number (output, CAP_REVIEW_OUTPUT_ACTION);

  if (number != CAP_NUMBER_UNSET && cap_dossier_find_action (run->dossier, (guint) number) != NULL)
    return;

  /* Translators: the code of a management review, then a decision */
  cap_check_run_add (run, output->id, cap_record_get_code (review), cap_address_new_for_record (review),
                     g_strdup_printf (_("%1$s decided “%2$s”, and no action of the plan carries it out."),
                                      cap_record_get_code (review),
                                      cap_record_get (output, CAP_REVIEW_OUTPUT_TEXT)));
}

static void
find_output_without_action (CapCheckRun *run)
{
  for (guint i = 0; i < get_records (run, CAP_REGISTER_MANAGEMENT_REVIEW)->len; i++)
    {
      const CapRecord *review = g_ptr_array_index (get_records (run, CAP_REGISTER_MANAGEMENT_REVIEW), i);
      g_autoptr(GPtrArray) outputs = NULL;

      if (cap_record_get (review, CAP_MANAGEMENT_REVIEW_FINALISED) == NULL)
        continue;

      outputs = cap_dossier_list_parts (run->dossier, CAP_REGISTER_REVIEW_OUTPUT, review->id);
      for (guint j = 0; j < outputs->len; j++)
        check_output (run, review, g_ptr_array_index (outputs, j));
    }
}

static void
find_target_incomplete (CapCheckRun *run)
{
  static const guint fields[] = {
    CAP_TARGET_VERSION, CAP_TARGET_WRITTEN_BY, CAP_TARGET_CHECKED_BY, CAP_TARGET_APPROVED_BY,
  };

  for (guint i = 0; i < get_records (run, CAP_REGISTER_TARGET)->len; i++)
    {
      const CapRecord *target = g_ptr_array_index (get_records (run, CAP_REGISTER_TARGET), i);
      const CapRegister *reg = cap_register_get (CAP_REGISTER_TARGET);
      g_autoptr(GString) lacks = g_string_new (NULL);

      if (cap_check_is_past (cap_record_get (target, CAP_TARGET_DATE), run->today))
        continue;

      for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
        {
          if (cap_record_get (target, fields[j]) == NULL)
            g_string_append_printf (lacks, "%s%s", lacks->len > 0 ? ", " : "",
                                    gettext (reg->fields[fields[j]].label));
        }
      if (lacks->len > 0)
        /* Translators: the code of an audit aimed at, then labels of fields */
        cap_check_run_add_record (run, target,
                                  g_strdup_printf (_("The audit file of %1$s is not signed off. To be"
                                                     " filled in:"
                                                     " %2$s."), cap_record_get_code (target), lacks->str));
    }
}

const CapCheck cap_checks_review[] = {
  { "review-overdue", CAP_CHECK_REVIEW, CAP_SEVERITY_SERIOUS,
    N_("Management review never held, or older than 13 months"), find_review_overdue },
  { "review-input-undecided", CAP_CHECK_REVIEW, CAP_SEVERITY_SERIOUS,
    N_("Input of a review without a decision, 7 days before its date"), find_review_undecided },
  { "review-not-finalised", CAP_CHECK_REVIEW, CAP_SEVERITY_LOOK, N_("Review past its date, not finalised"),
    find_review_not_finalised },
  { "review-output-without-action", CAP_CHECK_REVIEW, CAP_SEVERITY_LOOK,
    N_("Decision of a review that no action carries out"), find_output_without_action },
  { "target-incomplete", CAP_CHECK_REVIEW, CAP_SEVERITY_LOOK,
    N_("Audit to prepare for, without the version or the visas of its file"), find_target_incomplete },
};

const guint cap_n_checks_review = G_N_ELEMENTS (cap_checks_review);
