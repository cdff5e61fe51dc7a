/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quality/cap-risk-figures.h"

#define TODAY "2026-11-20"

static CapDossier *
new_dossier (void)
{
  return cap_dossier_new ("id", cap_member_new ("Une structure"));
}

static CapRecord *
add_risk (CapDossier *dossier,
          const char *code,
          int         likelihood,
          int         severity,
          const char *rated)
{
  CapRecord *risk = cap_record_new (CAP_REGISTER_RISK, NULL);

  cap_record_set (risk, CAP_RISK_CODE, code);
  cap_record_set_number (risk, CAP_RISK_LIKELIHOOD, likelihood);
  cap_record_set_number (risk, CAP_RISK_SEVERITY, severity);
  cap_record_set (risk, CAP_RISK_RATED, rated);
  g_ptr_array_add (dossier->registers[CAP_REGISTER_RISK], risk);

  return risk;
}

static void
rate_again (CapRecord  *risk,
            int         likelihood,
            int         severity,
            const char *rated)
{
  cap_record_set_number (risk, CAP_RISK_LIKELIHOOD_AFTER, likelihood);
  cap_record_set_number (risk, CAP_RISK_SEVERITY_AFTER, severity);
  cap_record_set (risk, CAP_RISK_RATED_AFTER, rated);
}

static CapAction *
add_action (CapDossier *dossier,
            const char *code,
            const char *closed)
{
  CapAction *action = cap_action_new (NULL, "Agir");

  cap_action_add_origin (action, CAP_ORIGIN_COMPLAINT, "RC-01");
  cap_action_add_origin (action, CAP_ORIGIN_RISK, code);
  action->state = closed != NULL ? CAP_ACTION_VERIFIED : CAP_ACTION_STARTED;
  action->closed = g_strdup (closed);
  g_ptr_array_add (dossier->actions, action);

  return action;
}

static void
test_bands (void)
{
  static const struct
  {
    int         rating;
    CapRiskBand band;
  } cases[] = {
    { CAP_RISK_UNRATED, CAP_RISK_BAND_NONE }, { 1, CAP_RISK_BAND_LOW }, { 3, CAP_RISK_BAND_LOW },
    { 4, CAP_RISK_BAND_MEDIUM }, { 6, CAP_RISK_BAND_MEDIUM }, { 8, CAP_RISK_BAND_HIGH },
    { 9, CAP_RISK_BAND_HIGH }, { 12, CAP_RISK_BAND_VERY_HIGH }, { 16, CAP_RISK_BAND_VERY_HIGH },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (cap_risk_band_from_rating (cases[i].rating), ==, cases[i].band);
  g_assert_cmpstr (cap_risk_band_get_label (CAP_RISK_BAND_VERY_HIGH), ==, "Very high");
  g_assert_cmpstr (cap_risk_band_get_label (CAP_RISK_BAND_NONE), ==, "Not rated");
}

/* The greatest first, as it is after treatment; unrated ones last. */
static void
test_order (void)
{
  static const char * const order[] = { "R-04", "R-01", "R-02", "R-03" };
  g_autoptr(CapDossier) dossier = new_dossier ();
  g_autoptr(GPtrArray) figures = NULL;
  int likelihood;
  int severity;

  rate_again (add_risk (dossier, "R-01", 4, 4, "2026-01-10"), 2, 4, "2026-09-01");
  add_risk (dossier, "R-02", 2, 3, "2026-01-10");
  add_risk (dossier, "R-03", CAP_NUMBER_UNSET, 3, NULL);
  add_risk (dossier, "R-04", 3, 3, "2026-01-10");

  figures = cap_risk_figures_list (dossier, TODAY);
  g_assert_cmpuint (figures->len, ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < figures->len; i++)
    g_assert_cmpstr (cap_record_get_code (((CapRiskFigure *) g_ptr_array_index (figures, i))->risk), ==,
                     order[i]);

  g_assert_true (cap_risk_figure_get_place (g_ptr_array_index (figures, 1), FALSE, &likelihood, &severity));
  g_assert_cmpint (likelihood, ==, 4);
  g_assert_true (cap_risk_figure_get_place (g_ptr_array_index (figures, 1), TRUE, &likelihood, &severity));
  g_assert_cmpint (likelihood, ==, 2);
  g_assert_true (cap_risk_figure_get_place (g_ptr_array_index (figures, 0), TRUE, &likelihood, &severity));
  g_assert_cmpint (likelihood, ==, 3);
  g_assert_false (cap_risk_figure_get_place (g_ptr_array_index (figures, 3), TRUE, &likelihood, &severity));
  g_assert_cmpint (((CapRiskFigure *) g_ptr_array_index (figures, 3))->due, ==, CAP_RISK_DUE_RATE);
}

static void
assert_due (const CapDossier *dossier,
            CapRiskDue        due)
{
  g_autoptr(GPtrArray) figures = cap_risk_figures_list (dossier, TODAY);

  g_assert_cmpint (((CapRiskFigure *) g_ptr_array_index (figures, 0))->due, ==, due);
}

static void
test_due (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  CapRecord *risk = add_risk (dossier, "R-01", 3, 3, "2025-11-20");
  g_autoptr(GPtrArray) figures = NULL;

  assert_due (dossier, CAP_RISK_DUE_NOT);
  cap_record_set (risk, CAP_RISK_RATED, "2025-11-19");
  assert_due (dossier, CAP_RISK_DUE_OLD);
  cap_record_set (risk, CAP_RISK_RATED, "2026-03-01");
  assert_due (dossier, CAP_RISK_DUE_NOT);

  /* Closed before it was rated: what was done is in the rating. */
  add_action (dossier, "R-02", "2026-10-01");
  add_action (dossier, "R-01", "2026-02-01");
  assert_due (dossier, CAP_RISK_DUE_NOT);
  add_action (dossier, "R-01", "2026-05-02");
  assert_due (dossier, CAP_RISK_DUE_ACTIONS);
  add_action (dossier, "R-01", NULL);
  assert_due (dossier, CAP_RISK_DUE_NOT);

  figures = cap_risk_figures_list (dossier, TODAY);
  g_assert_cmpuint (((CapRiskFigure *) g_ptr_array_index (figures, 0))->actions->len, ==, 3);
}

static void
test_rated_again (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  CapRecord *risk = add_risk (dossier, "R-01", 3, 3, "2025-03-01");

  add_action (dossier, "R-01", "2026-05-02");
  rate_again (risk, 2, 2, "2026-05-02");
  assert_due (dossier, CAP_RISK_DUE_NOT);
  add_action (dossier, "R-01", "2026-06-02");
  assert_due (dossier, CAP_RISK_DUE_ACTIONS);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quality/risk-figures/bands", test_bands);
  g_test_add_func ("/quality/risk-figures/order", test_order);
  g_test_add_func ("/quality/risk-figures/due", test_due);
  g_test_add_func ("/quality/risk-figures/rated-again", test_rated_again);

  return g_test_run ();
}
