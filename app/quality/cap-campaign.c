/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quality/cap-campaign.h"

#include "quality/cap-record-rules.h"

static void
free_seat (CapSeat *seat)
{
  g_free (seat->code);
  g_free (seat);
}

/* Returns: (nullable): the last CAP day that is said to be of that evaluation */
const CapRecord *
cap_campaign_find (const CapDossier    *dossier,
                   const CapEvaluation *evaluation)
{
  const GPtrArray *days;
  const CapRecord *found = NULL;

  g_return_val_if_fail (dossier != NULL && evaluation != NULL, NULL);

  days = dossier->registers[CAP_REGISTER_CAMPAIGN];
  for (guint i = 0; i < days->len; i++)
    {
      const CapRecord *day = g_ptr_array_index (days, i);

      if (cap_record_get_number (day, CAP_CAMPAIGN_EVALUATION) == (int) evaluation->number)
        found = day;
    }

  return found;
}

/* Returns: (transfer full): a CAP day of that evaluation, today, which the dossier does not have yet */
CapRecord *
cap_campaign_new (const CapDossier    *dossier,
                  const CapEvaluation *evaluation,
                  const char          *today)
{
  g_autofree char *code = NULL;
  CapRecord *day;

  g_return_val_if_fail (dossier != NULL && evaluation != NULL && today != NULL, NULL);

  code = cap_record_dup_next_code (dossier, CAP_REGISTER_CAMPAIGN, today);
  day = cap_record_new (CAP_REGISTER_CAMPAIGN, NULL);
  cap_record_set (day, CAP_CAMPAIGN_CODE, code);
  cap_record_set_number (day, CAP_CAMPAIGN_EVALUATION, (int) evaluation->number);
  cap_record_set (day, CAP_CAMPAIGN_DATE, today);

  return day;
}

static const CapRecord *
find_college (const CapDossier *dossier,
              const CapRecord  *campaign,
              CapCollege        college)
{
  g_autoptr(GPtrArray) parts = cap_dossier_list_parts (dossier, CAP_REGISTER_CAMPAIGN_COLLEGE, campaign->id);

  for (guint i = 0; i < parts->len; i++)
    {
      const CapRecord *part = g_ptr_array_index (parts, i);

      if (cap_record_is (part, CAP_CAMPAIGN_COLLEGE_COLLEGE, cap_college_to_name (college)))
        return part;
    }

  return NULL;
}

/* @campaign: (nullable): a CAP day; without one nobody is expected */
guint
cap_campaign_get_expected (const CapDossier *dossier,
                           const CapRecord  *campaign,
                           CapCollege        college)
{
  const CapRecord *part;

  g_return_val_if_fail (dossier != NULL, 0);

  part = campaign != NULL ? find_college (dossier, campaign, college) : NULL;

  return part != NULL ? (guint) MAX (cap_record_get_number (part, CAP_CAMPAIGN_COLLEGE_EXPECTED), 0) : 0;
}

/* The line of the college says so from now on; it is made if there is none. */
void
cap_campaign_put_expected (CapCommand       *command,
                           const CapDossier *dossier,
                           const CapRecord  *campaign,
                           CapCollege        college,
                           guint             expected)
{
  const CapRecord *part;
  g_autoptr(CapRecord) line = NULL;

  g_return_if_fail (command != NULL && dossier != NULL && campaign != NULL);

  part = find_college (dossier, campaign, college);
  line = part != NULL ? cap_record_copy (part)
                      : cap_record_new_part (CAP_REGISTER_CAMPAIGN_COLLEGE, NULL, campaign->id);
  cap_record_set (line, CAP_CAMPAIGN_COLLEGE_COLLEGE, cap_college_to_name (college));
  cap_record_set_number (line, CAP_CAMPAIGN_COLLEGE_EXPECTED, (int) expected);
  cap_command_put_record (command, line);
}

static void
add_seat (GPtrArray       *seats,
          const char      *code,
          CapCollege       college,
          gboolean         expected,
          const CapBallot *ballot)
{
  CapSeat *seat = g_new0 (CapSeat, 1);

  seat->code = g_strdup (code);
  seat->college = college;
  seat->expected = expected;
  seat->ballot = ballot;
  g_ptr_array_add (seats, seat);
}

/* @ballots: code in capitals to CapBallot: those that find a seat are taken out */
static void
add_expected (GPtrArray  *seats,
              GHashTable *ballots,
              CapCollege  college,
              guint       expected)
{
  for (guint number = 1; number <= expected; number++)
    {
      g_autofree char *code = cap_college_dup_code (college, number);

      add_seat (seats, code, college, TRUE, g_hash_table_lookup (ballots, code));
      g_hash_table_remove (ballots, code);
    }
}

/**
 * cap_campaign_list_seats:
 *
 * Returns: (transfer full) (element-type CapSeat): by college: the expected codes, then those who voted
 *   without being expected
 */
GPtrArray *
cap_campaign_list_seats (const CapDossier    *dossier,
                         const CapEvaluation *evaluation)
{
  GPtrArray *seats = g_ptr_array_new_with_free_func ((GDestroyNotify) free_seat);
  g_autoptr(GHashTable) ballots = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const CapRecord *campaign;

  g_return_val_if_fail (dossier != NULL && evaluation != NULL, seats);

  campaign = cap_campaign_find (dossier, evaluation);
  for (guint i = 0; i < evaluation->ballots->len; i++)
    {
      CapBallot *ballot = g_ptr_array_index (evaluation->ballots, i);

      g_hash_table_insert (ballots, g_ascii_strup (ballot->respondent, -1), ballot);
    }

  for (CapCollege college = 0; college < CAP_N_COLLEGES; college++)
    {
      add_expected (seats, ballots, college, cap_campaign_get_expected (dossier, campaign, college));
      for (guint i = 0; i < evaluation->ballots->len; i++)
        {
          const CapBallot *ballot = g_ptr_array_index (evaluation->ballots, i);
          g_autofree char *code = g_ascii_strup (ballot->respondent, -1);

          if (ballot->college == college && g_hash_table_contains (ballots, code))
            add_seat (seats, ballot->respondent, college, FALSE, ballot);
        }
    }

  return seats;
}

/* Returns: how many seats from @first on are of its college */
guint
cap_campaign_count_college (const GPtrArray *seats,
                            guint            first)
{
  guint end = first;

  g_return_val_if_fail (seats != NULL && first < seats->len, 0);

  while (end < seats->len && ((CapSeat *) g_ptr_array_index (seats, end))->college ==
                             ((CapSeat *) g_ptr_array_index (seats, first))->college)
    end++;

  return end - first;
}

CapSeatCount
cap_campaign_count_seats (const GPtrArray *seats,
                          guint            first,
                          guint            n_seats)
{
  CapSeatCount count = { 0 };

  g_return_val_if_fail (seats != NULL && first + n_seats <= seats->len, count);

  for (guint i = first; i < first + n_seats; i++)
    {
      const CapSeat *seat = g_ptr_array_index (seats, i);

      count.n_expected += seat->expected ? 1 : 0;
      count.n_received += seat->expected && seat->ballot != NULL ? 1 : 0;
      count.n_others += seat->expected ? 0 : 1;
    }

  return count;
}
