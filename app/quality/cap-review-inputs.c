/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-review-inputs.h"

#include <glib/gi18n.h>

#include "quality/cap-review-reader-private.h"

/* By CapReviewInput. The key is in files: it never changes. */
static const struct
{
  const char  *key;
  const char  *clause;
  const char  *title;
  void       (*read) (CapReviewReader *);
  const char  *nothing; /* what is said when the dossier says nothing */
  const char  *place;   /* where that is to be filled in */
} inputs[CAP_N_REVIEW_INPUTS] = {
  [CAP_INPUT_PREVIOUS_DECISIONS] = {
    "previous-decisions", "9.3.2 a", N_("What the previous reviews decided"), cap_review_read_decisions,
    N_("The dossier says nothing about this: no review comes before this one."), "register/management_review",
  },
  [CAP_INPUT_CONTEXT_CHANGES] = {
    "context-changes", "9.3.2 b", N_("What changes inside and around us"), cap_review_read_context,
    N_("The dossier says nothing about this: no issue and no interested party is written down."),
    "register/issue",
  },
  [CAP_INPUT_SATISFACTION] = {
    "satisfaction", "9.3.2 c", N_("Satisfaction"), cap_review_read_satisfaction,
    N_("The dossier says nothing about this: no survey was held over the period."), "register/survey",
  },
  [CAP_INPUT_COMPLAINTS] = {
    "complaints", "9.3.2 c", N_("Complaints"), cap_review_read_complaints,
    N_("The dossier says nothing about this: no complaint was received over the period. Is every one of them "
       "written down?"), "register/complaint",
  },
  [CAP_INPUT_OBJECTIVES] = {
    "objectives", "9.3.2 c", N_("Objectives of the policy"), cap_review_read_objectives,
    N_("The dossier says nothing about this: the policy has no objective yet."), "register/goal",
  },
  [CAP_INPUT_PROCESS_PERFORMANCE] = {
    "process-performance", "9.3.2 c", N_("Performance of the processes"), cap_review_read_processes,
    N_("The dossier says nothing about this: no process is described."), "register/process",
  },
  [CAP_INPUT_NONCONFORMITIES] = {
    "nonconformities", "9.3.2 c", N_("Nonconformities and corrective actions"), cap_review_read_faults,
    N_("The dossier says nothing about this: the plan holds no correction and no corrective action."),
    "page/plan",
  },
  [CAP_INPUT_MONITORING] = {
    "monitoring", "9.3.2 c", N_("What is measured, and the self-evaluation"), cap_review_read_monitoring,
    N_("The dossier says nothing about this: nothing is measured, and no criterion is answered."),
    "page/plan",
  },
  [CAP_INPUT_AUDITS] = {
    "audits", "9.3.2 c", N_("Results of audits"), cap_review_read_audits,
    N_("The dossier says nothing about this: no audit is recorded, and no action comes from a finding."),
    "requirement/9.2",
  },
  [CAP_INPUT_SUPPLIERS] = {
    "suppliers", "9.3.2 c", N_("Suppliers"), cap_review_read_suppliers,
    N_("The dossier says nothing about this: no supplier is written down."), "register/supplier",
  },
  [CAP_INPUT_RESOURCES] = {
    "resources", "9.3.2 d", N_("Whether the resources suffice"), cap_review_read_resources,
    N_("The dossier says nothing about this: no skill is written down, and the staff is not said."),
    "register/skill",
  },
  [CAP_INPUT_RISKS] = {
    "risks", "9.3.2 e", N_("Risks: what is done, and its effect"), cap_review_read_risks,
    N_("The dossier says nothing about this: no risk is written down."), "register/risk",
  },
  [CAP_INPUT_OPPORTUNITIES] = {
    "opportunities", "9.3.2 e", N_("Opportunities: what is done, and its effect"),
    cap_review_read_opportunities,
    N_("The dossier says nothing about this: no opportunity is written down."), "register/risk",
  },
  [CAP_INPUT_IMPROVEMENT] = {
    "improvement", "9.3.2 f", N_("What could be better"), cap_review_read_improvement,
    N_("The dossier says nothing about this: the plan is empty, and nothing is proposed."),
    "page/plan",
  },
};

/**
 * cap_review_input_read:
 * @since: ISO 8601: the period begins after that day
 * @date: ISO 8601: its last day
 *
 * Returns: (transfer full): what the dossier says of an input on that day
 */
CapReviewReading *
cap_review_input_read (CapReviewInput    self,
                       const CapDossier *dossier,
                       const char       *since,
                       const char       *date)
{
  CapReviewReader reader = { dossier, since, date, NULL, FALSE, NULL };
  CapReviewReading *reading;

  g_return_val_if_fail ((guint) self < CAP_N_REVIEW_INPUTS, NULL);
  g_return_val_if_fail (dossier != NULL && since != NULL && date != NULL, NULL);

  reader.text = g_string_new (NULL);
  reader.addresses = g_ptr_array_new ();
  inputs[self].read (&reader);
  cap_review_reader_end (&reader);

  reading = g_new0 (CapReviewReading, 1);
  reading->silent = reader.text->len == 0;
  if (reading->silent)
    {
      g_string_append (reader.text, gettext (inputs[self].nothing));
      g_ptr_array_add (reader.addresses, g_strdup (inputs[self].place));
    }
  g_ptr_array_add (reader.addresses, NULL);
  reading->sentence = g_string_free (reader.text, FALSE);
  reading->addresses = (GStrv) g_ptr_array_free (reader.addresses, FALSE);

  return reading;
}

void
cap_review_reading_free (CapReviewReading *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->sentence);
  g_strfreev (self->addresses);
  g_free (self);
}

/* Its name in files, never translated. */
const char *
cap_review_input_get_key (CapReviewInput self)
{
  g_return_val_if_fail ((guint) self < CAP_N_REVIEW_INPUTS, NULL);

  return inputs[self].key;
}

/* Returns: the input, or %CAP_REVIEW_INPUT_NONE */
CapReviewInput
cap_review_input_find (const char *key)
{
  for (guint i = 0; i < CAP_N_REVIEW_INPUTS; i++)
    {
      if (g_strcmp0 (inputs[i].key, key) == 0)
        return (CapReviewInput) i;
    }

  return CAP_REVIEW_INPUT_NONE;
}

/* Its title, in the user’s language. */
const char *
cap_review_input_get_title (CapReviewInput self)
{
  g_return_val_if_fail ((guint) self < CAP_N_REVIEW_INPUTS, NULL);

  return gettext (inputs[self].title);
}

/* Where the standard asks for it. */
const char *
cap_review_input_get_clause (CapReviewInput self)
{
  g_return_val_if_fail ((guint) self < CAP_N_REVIEW_INPUTS, NULL);

  return inputs[self].clause;
}
