/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "audit/cap-sampling.h"

#include "exchange/cap-catalogue-json.h"

/* From the published answers on IAF MD 1 and the network’s own history. */
static void
test_vectors (void)
{
  static const struct { guint64 sites, initial, surveillance, reduced, without, random; } cases[] = {
    { 1, 1, 1, 1, 1, 1 },
    { 2, 2, 1, 2, 1, 1 },
    { 4, 2, 2, 2, 2, 1 },
    { 9, 3, 2, 3, 3, 1 },
    { 12, 4, 3, 3, 4, 1 },
    { 14, 4, 3, 3, 5, 1 },
    { 18, 5, 3, 4, 6, 2 },
    { 25, 5, 3, 4, 8, 2 },
    { 26, 6, 4, 5, 8, 2 },
    { 27, 6, 4, 5, 9, 2 },
    { 100, 10, 6, 8, 30, 3 },
    { 120, 11, 7, 9, 36, 3 },
    { G_GUINT64_CONSTANT (1) << 62, G_GUINT64_CONSTANT (1) << 31, 1288490189, 1717986919,
      G_GUINT64_CONSTANT (1383505805528216372), 536870912 },
  };
  g_autoptr(CapCatalogue) catalogue = cap_catalogue_json_load_default ();
  const CapSamplingRules *rules = catalogue->sampling;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const guint64 n = cases[i].sites;

      g_assert_cmpuint (cap_sampling_get_minimum (rules, CAP_SAMPLING_INITIAL, FALSE, n), ==,
                        cases[i].initial);
      g_assert_cmpuint (cap_sampling_get_minimum (rules, CAP_SAMPLING_SURVEILLANCE, FALSE, n), ==,
                        cases[i].surveillance);
      g_assert_cmpuint (cap_sampling_get_minimum (rules, CAP_SAMPLING_RECERTIFICATION, FALSE, n), ==,
                        cases[i].initial);
      g_assert_cmpuint (cap_sampling_get_minimum (rules, CAP_SAMPLING_RECERTIFICATION, TRUE, n), ==,
                        cases[i].reduced);
      g_assert_cmpuint (cap_sampling_get_without_sampling (rules, CAP_SAMPLING_SURVEILLANCE, n), ==,
                        cases[i].without);
      g_assert_cmpuint (cap_sampling_get_without_sampling (rules, CAP_SAMPLING_INITIAL, n), ==, n);
      g_assert_cmpuint (cap_sampling_get_random (rules, cases[i].initial), ==, cases[i].random);
    }
}

/* A sample is never greater than what it is taken from, and more sites never ask for fewer. */
static void
test_bounds (void)
{
  g_autoptr(CapCatalogue) catalogue = cap_catalogue_json_load_default ();
  const CapSamplingRules *rules = catalogue->sampling;

  for (guint audit = 0; audit < CAP_N_SAMPLING_AUDITS; audit++)
    {
      guint64 before = 0;

      for (guint64 n = 1; n <= 3000; n++)
        {
          const guint64 minimum = cap_sampling_get_minimum (rules, audit, audit == 2, n);

          g_assert_cmpuint (minimum, >=, MAX (before, 1));
          g_assert_cmpuint (minimum, <=, n);
          g_assert_cmpuint (cap_sampling_get_random (rules, minimum), <=, minimum);
          before = minimum;
        }
    }
}

static void
test_names (void)
{
  CapSamplingAudit audit;

  for (guint i = 0; i < CAP_N_SAMPLING_AUDITS; i++)
    {
      g_assert_true (cap_sampling_audit_from_name (cap_sampling_audit_to_name (i), &audit));
      g_assert_cmpuint (audit, ==, i);
    }
  g_assert_false (cap_sampling_audit_from_name ("stage-2", &audit));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/audit/sampling/vectors", test_vectors);
  g_test_add_func ("/audit/sampling/bounds", test_bounds);
  g_test_add_func ("/audit/sampling/names", test_names);

  return g_test_run ();
}
