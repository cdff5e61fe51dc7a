/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-rig.h"

#include <stdarg.h>

#include "quality/cap-address.h"
#include "sample.h"

static void
add_requirement (CapStandard *standard,
                 const char  *number,
                 gboolean     excludable)
{
  CapRequirement *requirement = cap_requirement_new (number, number);

  requirement->excludable = excludable;
  g_ptr_array_add (standard->requirements, requirement);
}

static CapCycleRules *
new_cycle_rules (void)
{
  static const guint alerts[] = { 6, 3, 1, 0 };
  CapCycleRules *rules = g_new0 (CapCycleRules, 1);

  rules->years = 3;
  rules->first_surveillance = 12;
  rules->surveillances = 2;
  rules->renewal_from = 6;
  rules->renewal_to = 2;
  rules->restoration = 6;
  rules->major = 6;
  rules->alerts = g_memdup2 (alerts, sizeof alerts);

  return rules;
}

/* Every coefficient is one, but for the part of the sites from which a nonconformity is one of the group. */
static CapSamplingRules *
new_sampling_rules (void)
{
  CapSamplingRules *rules = g_new0 (CapSamplingRules, 1);
  CapRatio *ratios[] = { &rules->initial, &rules->surveillance, &rules->recertification,
                         &rules->recertification_reduced, &rules->random, &rules->without_sampling };

  for (guint i = 0; i < G_N_ELEMENTS (ratios); i++)
    *ratios[i] = (CapRatio) { 1, 1 };
  rules->widespread = (CapRatio) { 3, 4 };

  return rules;
}

static void
add_grade (CapRoute   *route,
           const char *code,
           guint       days,
           gboolean    nonconformity)
{
  CapGrade *grade = cap_grade_new (code, code);

  grade->definition = g_strdup (code);
  grade->days = days;
  grade->nonconformity = nonconformity;
  grade->strength = !nonconformity;
  g_ptr_array_add (route->grades, grade);
}

static CapCatalogue *
new_catalogue (void)
{
  CapCatalogue *catalogue = cap_catalogue_new ();
  CapStandard *standard = cap_standard_new ("iso");
  CapRoute *route = cap_route_new ("cedre", "CEDRE");

  standard->title = g_strdup ("ISO 9001");
  add_requirement (standard, "7.1.5", TRUE);
  add_requirement (standard, "8.3", TRUE);
  add_requirement (standard, "8.3.1", TRUE);
  add_requirement (standard, "9.2", FALSE);
  g_ptr_array_add (catalogue->standards, standard);
  route->standard = standard;
  add_grade (route, "PF", 0, FALSE);
  add_grade (route, "NC min.", 180, TRUE);
  add_grade (route, "NC maj.", 90, TRUE);
  g_ptr_array_add (catalogue->routes, route);
  catalogue->cycle = new_cycle_rules ();
  catalogue->sampling = new_sampling_rules ();

  return catalogue;
}

void
rig_set_up (Rig     *rig,
            CapMode  mode)
{
  g_autoptr(CapFramework) framework = sample_framework_new ();

  rig->dossier = cap_dossier_new ("id", cap_member_new ("Une structure"));
  rig->catalogue = new_catalogue ();
  g_ptr_array_add (rig->dossier->evaluations, cap_evaluation_new ("e", 1, "2026-11-01", mode, framework));
}

void
rig_tear_down (Rig *rig)
{
  cap_dossier_unref (rig->dossier);
  cap_catalogue_unref (rig->catalogue);
}

/* A line of a register: fields and values, ended by -1. */
CapRecord *
rig_add (Rig             *rig,
         CapRegisterKind  kind,
         ...)
{
  CapRecord *record = cap_record_new (kind, NULL);
  va_list pairs;

  va_start (pairs, kind);
  for (int field = va_arg (pairs, int); field >= 0; field = va_arg (pairs, int))
    cap_record_set (record, (guint) field, va_arg (pairs, const char *));
  va_end (pairs);
  g_ptr_array_add (rig->dossier->registers[kind], record);

  return record;
}

CapRecord *
rig_add_part (Rig             *rig,
              CapRegisterKind  kind,
              const CapRecord *parent,
              guint            field,
              const char      *value)
{
  CapRecord *part = cap_record_new_part (kind, NULL, parent->id);

  cap_record_set (part, field, value);
  g_ptr_array_add (rig->dossier->registers[kind], part);

  return part;
}

/* A sound action: it has an owner and a date to come. */
CapAction *
rig_add_action (Rig        *rig,
                const char *title)
{
  CapAction *action = cap_action_new (NULL, title);

  action->number = rig->dossier->actions->len + 1;
  action->owner = g_strdup ("Direction");
  action->due = g_strdup ("2027-03-31");
  g_ptr_array_add (rig->dossier->actions, action);

  return action;
}

CapIndicator *
rig_add_indicator (Rig *rig)
{
  CapIndicator *indicator = cap_indicator_new (NULL, "I-01", "Sorties dynamiques");

  indicator->target = 60000;
  g_ptr_array_add (rig->dossier->indicators, indicator);

  return indicator;
}

/* An audit is prepared: what only an auditor asks for is asked for. */
void
rig_add_target (Rig *rig)
{
  rig_add (rig, CAP_REGISTER_TARGET, CAP_TARGET_CODE, "AV-01", CAP_TARGET_ROUTE, "cedre",
           CAP_TARGET_KIND, "stage-2", CAP_TARGET_DATE, "2027-02-01", CAP_TARGET_VERSION, "1",
           CAP_TARGET_WRITTEN_BY, "Qualité", CAP_TARGET_CHECKED_BY, "Direction",
           CAP_TARGET_APPROVED_BY, "Bureau", -1);
}

CapRecord *
rig_add_risk (Rig *rig)
{
  return rig_add (rig, CAP_REGISTER_RISK, CAP_RISK_CODE, "R-01", CAP_RISK_TITLE, "Personne ne remplace",
                  CAP_RISK_NATURE, "risk", CAP_RISK_LIKELIHOOD, "2", CAP_RISK_SEVERITY, "4",
                  CAP_RISK_RATED, "2026-06-01", -1);
}

CapRecord *
rig_add_process (Rig        *rig,
                 const char *code,
                 const char *name)
{
  return rig_add (rig, CAP_REGISTER_PROCESS, CAP_PROCESS_CODE, code, CAP_PROCESS_NAME, name,
                  CAP_PROCESS_KIND, "realisation", CAP_PROCESS_OWNER, "Direction",
                  CAP_PROCESS_INDICATORS, "I-01", CAP_PROCESS_INPUTS, "Une demande",
                  CAP_PROCESS_OUTPUTS, "Une réponse", -1);
}

static guint
count (const CapRadiography *radiography,
       const char           *check)
{
  guint n_found = 0;

  for (guint i = 0; i < radiography->alerts->len; i++)
    {
      const CapAlert *alert = g_ptr_array_index (radiography->alerts, i);
      g_autofree char *target = NULL;
      CapAddressKind kind;

      n_found += g_str_equal (alert->check->id, check);
      g_assert_true (cap_address_parse (alert->address, &kind, &target));
      g_assert_true (*alert->subject != '\0' && *alert->name != '\0' && *alert->sentence != '\0');
    }

  return n_found;
}

static guint
run_case (const CheckCase *it,
          gboolean         mended)
{
  Rig rig;
  g_autoptr(CapRadiography) radiography = NULL;
  guint n_found;

  rig_set_up (&rig, CAP_MODE_CAP);
  it->make (&rig, mended);
  radiography = cap_radiography_new (rig.dossier, rig.catalogue, RIG_TODAY);
  n_found = count (radiography, it->check);
  rig_tear_down (&rig);

  return n_found;
}

/* A check finds its fault once, and nothing once it is mended. */
static void
test_case (gconstpointer data)
{
  const CheckCase *it = data;

  g_assert_nonnull (cap_check_find (it->check));
  g_assert_cmpuint (run_case (it, FALSE), ==, 1);
  g_assert_cmpuint (run_case (it, TRUE), ==, 0);
}

/* No check of a family that @data begins is forgotten. */
static void
test_complete (gconstpointer data)
{
  const CheckCase *cases = data;
  gboolean families[CAP_N_CHECK_FAMILIES] = { FALSE };
  guint n_checks = 0;
  guint n_cases = 0;

  for (; cases[n_cases].check != NULL; n_cases++)
    families[cap_check_find (cases[n_cases].check)->family] = TRUE;
  for (guint i = 0; i < cap_check_get_count (); i++)
    n_checks += families[cap_check_get (i)->family];

  g_assert_cmpuint (n_cases, ==, n_checks);
}

/* @cases ends with one that is empty, and has all the checks of the families that it has some of. */
void
rig_add_tests (const CheckCase *cases)
{
  for (guint i = 0; cases[i].check != NULL; i++)
    {
      const CapCheck *check = cap_check_find (cases[i].check);
      const char *family = check != NULL ? cap_check_family_to_name (check->family) : "unknown";
      g_autofree char *path = g_strdup_printf ("/quality/checks/%s/%s", family, cases[i].check);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_data_func ("/quality/checks/complete", cases, test_complete);
}
