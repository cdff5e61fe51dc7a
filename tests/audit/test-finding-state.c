/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "audit/cap-finding-state.h"

/* Every state with every set of facts: 5 × 2¹⁵. */

#define N_FACTS 15
#define N_SETS  (1u << N_FACTS)

static CapFindingFacts
get_facts (guint set)
{
  const CapFindingFacts facts = {
    .nonconformity = (set & 1) != 0,
    .strength = (set & 2) != 0,
    .has_fact = (set & 4) != 0,
    .has_consequence = (set & 8) != 0,
    .has_expected = (set & 16) != 0,
    .has_requirement = (set & 32) != 0,
    .has_cause = (set & 64) != 0,
    .has_action = (set & 128) != 0,
    .has_open_action = (set & 256) != 0,
    .is_corrected = (set & 512) != 0,
    .has_check_plan = (set & 1024) != 0,
    .is_checked = (set & 2048) != 0,
    .is_effective = (set & 4096) != 0,
    .has_similar = (set & 8192) != 0,
    .has_answer = (set & 16384) != 0,
  };

  return facts;
}

static gboolean
can_go (CapFindingState        from,
        CapFindingState        to,
        const CapFindingFacts *facts)
{
  return cap_finding_state_leads_to (from, to, facts) && cap_finding_state_get_gaps (from, to, facts) == 0;
}

/* The steps that exist, written out: nothing leaps over the check of a nonconformity. */
static gboolean
is_legal (guint                  from,
          guint                  to,
          const CapFindingFacts *facts)
{
  const gboolean shortcut = !facts->nonconformity && to == CAP_FINDING_SETTLED && from < CAP_FINDING_TREATED;
  const gboolean back = from == CAP_FINDING_SETTLED ? to == CAP_FINDING_OPENED : to + 1 == from;

  return to == from + 1 || shortcut || back;
}

static void
test_steps (void)
{
  for (guint set = 0; set < N_SETS; set++)
    {
      const CapFindingFacts facts = get_facts (set);

      for (guint from = 0; from < CAP_N_FINDING_STATES; from++)
        {
          for (guint to = 0; to < CAP_N_FINDING_STATES; to++)
            g_assert_cmpint (cap_finding_state_leads_to (from, to, &facts), ==, is_legal (from, to, &facts));
        }
    }
}

/* Whatever is written, there is a way on: no state is a dead end. */
static void
test_no_dead_end (void)
{
  for (guint set = 0; set < N_SETS; set++)
    {
      const CapFindingFacts facts = get_facts (set);

      for (guint from = 0; from < CAP_N_FINDING_STATES; from++)
        {
          gboolean leaves = from == CAP_FINDING_OPENED; /* one writes what is missing */

          for (guint to = 0; to < CAP_N_FINDING_STATES; to++)
            leaves = leaves || can_go (from, to, &facts);
          g_assert_true (leaves);
        }
    }
}

static void
test_reaches_the_end (void)
{
  for (guint nonconformity = 0; nonconformity < 2; nonconformity++)
    {
      CapFindingFacts facts = get_facts (N_SETS - 1);
      CapFindingState state = CAP_FINDING_OPENED;
      guint n_steps = 0;

      facts.nonconformity = nonconformity == 1;
      facts.has_open_action = FALSE;
      while (state != CAP_FINDING_SETTLED)
        {
          const CapFindingState next = cap_finding_state_get_next (state, &facts);

          g_assert_true (can_go (state, next, &facts));
          state = next;
          g_assert_cmpuint (++n_steps, <=, 4);
        }
      g_assert_cmpuint (n_steps, ==, nonconformity == 1 ? 4 : 1);
    }
}

/* A nonconformity is settled only with the three sentences, a cause, an action or a reason for none, all of
 * them done, a correction, and an effectiveness that was planned, looked at and good. */
static void
test_settled_means_settled (void)
{
  guint n_settled = 0;

  for (guint set = 0; set < N_SETS; set++)
    {
      const CapFindingFacts facts = get_facts (set);

      if (!facts.nonconformity || !can_go (CAP_FINDING_TO_CHECK, CAP_FINDING_SETTLED, &facts))
        continue;

      n_settled++;
      g_assert_true (facts.has_fact && facts.has_consequence && facts.has_expected && facts.has_requirement);
      g_assert_true (facts.has_cause && facts.has_action && !facts.has_open_action && facts.is_corrected);
      g_assert_true (facts.has_check_plan && facts.is_checked && facts.is_effective && facts.has_similar);
    }
  g_assert_cmpuint (n_settled, ==, 4); /* being a strong point and having an answer play no part */
}

/* More that is said never keeps from a step that was possible; an open action, or a bad verdict, does. */
static void
test_monotone (void)
{
  for (guint set = 0; set < N_SETS; set++)
    {
      const CapFindingFacts facts = get_facts (set);

      for (guint bit = 2; bit < N_FACTS; bit++)
        {
          const CapFindingFacts more = get_facts (set | 1u << bit);

          if (bit == 8 || bit == 11)
            continue;
          for (guint from = 0; from < CAP_N_FINDING_STATES; from++)
            {
              for (guint to = from + 1; to < CAP_N_FINDING_STATES; to++)
                g_assert_true (!can_go (from, to, &facts) || can_go (from, to, &more));
            }
        }
    }
}

static void
test_check_that_fails (void)
{
  CapFindingFacts facts = get_facts (N_SETS - 1);

  facts.has_open_action = FALSE;
  facts.is_effective = FALSE;
  g_assert_cmpuint (cap_finding_state_get_gaps (CAP_FINDING_TO_CHECK, CAP_FINDING_SETTLED, &facts), ==,
                    1u << CAP_GAP_NOT_EFFECTIVE);
  g_assert_cmpint (cap_finding_state_get_back (CAP_FINDING_TO_CHECK), ==, CAP_FINDING_TREATED);
  g_assert_true (can_go (CAP_FINDING_TO_CHECK, CAP_FINDING_TREATED, &facts));
}

static void
test_names (void)
{
  for (guint i = 0; i < CAP_N_FINDING_STATES; i++)
    g_assert_cmpint (cap_finding_state_from_name (cap_finding_state_to_name (i)), ==, i);
  g_assert_cmpint (cap_finding_state_from_name (NULL), ==, CAP_FINDING_OPENED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/audit/finding-state/steps", test_steps);
  g_test_add_func ("/audit/finding-state/no-dead-end", test_no_dead_end);
  g_test_add_func ("/audit/finding-state/reaches-the-end", test_reaches_the_end);
  g_test_add_func ("/audit/finding-state/settled-means-settled", test_settled_means_settled);
  g_test_add_func ("/audit/finding-state/monotone", test_monotone);
  g_test_add_func ("/audit/finding-state/check-that-fails", test_check_that_fails);
  g_test_add_func ("/audit/finding-state/names", test_names);

  return g_test_run ();
}
