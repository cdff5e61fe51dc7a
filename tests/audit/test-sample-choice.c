/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "audit/cap-sample-choice.h"

#include <string.h>

#include "exchange/cap-catalogue-json.h"
#include "group-fixture.h"

typedef struct
{
  CapCatalogue *catalogue;
  CapDossier   *dossier;
  CapGroup     *group;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->catalogue = cap_catalogue_json_load_default ();
  fixture->dossier = group_fixture_new ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->group, cap_group_free);
  cap_dossier_unref (fixture->dossier);
  cap_catalogue_unref (fixture->catalogue);
}

static void
add_sites (Fixture *fixture,
           guint    first,
           guint    count)
{
  static const char * const categories[] = { "Ateliers", "Chantiers", "ateliers", NULL };

  for (guint i = first; i < first + count; i++)
    {
      g_autofree char *code = g_strdup_printf ("SI-%u", i);

      group_fixture_add_site (fixture->dossier, code, "member", categories[i % 4]);
    }
}

static CapSampleChoice *
choose_full (Fixture          *fixture,
             CapSampleDemand  *demand,
             const char       *today,
             GError          **error)
{
  g_clear_pointer (&fixture->group, cap_group_free);
  fixture->group = cap_group_new (fixture->dossier, fixture->catalogue, today);

  return cap_sample_choice_new (fixture->group, fixture->catalogue->sampling, demand, error);
}

static CapSampleChoice *
choose (Fixture         *fixture,
        CapSampleDemand *demand)
{
  g_autoptr(GError) error = NULL;
  CapSampleChoice *choice = choose_full (fixture, demand, TODAY, &error);

  g_assert_no_error (error);

  return choice;
}

static const CapSampleSite *
get (const CapSampleChoice *choice,
     guint                  index)
{
  return g_ptr_array_index (choice->sites, index);
}

static guint
count_how (const CapSampleChoice *choice,
           CapSampleHow           how)
{
  guint count = 0;

  for (guint i = 0; i < choice->sites->len; i++)
    count += get (choice, i)->how == how ? 1 : 0;

  return count;
}

static char *
dup_codes (const CapSampleChoice *choice)
{
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < choice->sites->len; i++)
    g_string_append_printf (codes, "%s ", cap_record_get_code (get (choice, i)->site->record));

  return g_string_free (codes, FALSE);
}

static const CapSampleSite *
find (const CapSampleChoice *choice,
      const char            *code)
{
  for (guint i = 0; i < choice->sites->len; i++)
    {
      if (g_str_equal (cap_record_get_code (get (choice, i)->site->record), code))
        return get (choice, i);
    }

  return NULL;
}

/* Whatever the sample: no site twice, never the central function, a reason each. */
static void
assert_is_sample (const CapSampleChoice *choice)
{
  g_autoptr(GHashTable) met = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < choice->sites->len; i++)
    {
      const CapSampleSite *it = get (choice, i);

      g_assert_true (g_hash_table_add (met, (gpointer) it->site));
      g_assert_false (it->site->central);
      g_assert_cmpstr (it->reason, !=, "");
    }
}

/* The central function is besides: 27 sites, not 28. */
static void
test_sizes (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    CapSamplingAudit audit;
    gboolean         reduced;
    guint            minimum, random, without;
  } cases[] = {
    { CAP_SAMPLING_INITIAL, FALSE, 6, 2, 27 },
    { CAP_SAMPLING_INITIAL, TRUE, 6, 2, 27 },
    { CAP_SAMPLING_SURVEILLANCE, FALSE, 4, 1, 9 },
    { CAP_SAMPLING_RECERTIFICATION, FALSE, 6, 2, 27 },
    { CAP_SAMPLING_RECERTIFICATION, TRUE, 5, 2, 27 },
  };

  add_sites (fixture, 1, 27);
  group_fixture_add_site (fixture->dossier, "SI-0", "central", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CapSampleDemand demand = { cases[i].audit, cases[i].reduced, FALSE, 20261126, NULL };
      g_autoptr(CapSampleChoice) choice = choose (fixture, &demand);

      assert_is_sample (choice);
      g_assert_cmpuint (choice->n_sites, ==, 27);
      g_assert_cmpint (choice->reduced, ==, cases[i].minimum == 5);
      g_assert_cmpuint (choice->minimum, ==, cases[i].minimum);
      g_assert_cmpuint (choice->without_sampling, ==, cases[i].without);
      g_assert_cmpuint (choice->sites->len, ==, cases[i].minimum);
      g_assert_cmpuint (count_how (choice, CAP_SAMPLE_RANDOM), ==, cases[i].random);
    }
}

/* Each category apart, in any case of its letters: 14 “Ateliers”, 7 “Chantiers”, 6 without. */
static void
test_categories (Fixture       *fixture,
                 gconstpointer  data)
{
  CapSampleDemand demand = { CAP_SAMPLING_INITIAL, FALSE, TRUE, 1, NULL };
  g_autoptr(CapSampleChoice) choice = NULL;
  guint counts[3] = { 0 };

  add_sites (fixture, 1, 27);
  choice = choose (fixture, &demand);
  assert_is_sample (choice);
  g_assert_nonnull (strstr (get (choice, 0)->reason, "seed 1."));
  g_assert_nonnull (strstr (get (choice, 1)->reason, "seed 2."));
  g_assert_nonnull (strstr (get (choice, 2)->reason, "seed 3."));
  for (guint i = 0; i < choice->sites->len; i++)
    {
      const char *category = get (choice, i)->site->category;

      counts[category == NULL ? 2 : g_ascii_strcasecmp (category, "Ateliers") == 0 ? 0 : 1]++;
    }
  g_assert_cmpuint (counts[0], ==, 4);
  g_assert_cmpuint (counts[1], ==, 3);
  g_assert_cmpuint (counts[2], ==, 3);
  g_assert_cmpuint (choice->minimum, ==, 10);
  g_assert_cmpuint (count_how (choice, CAP_SAMPLE_RANDOM), ==, 3);
}

static void
test_no_site (Fixture       *fixture,
              gconstpointer  data)
{
  CapSampleDemand demand = { CAP_SAMPLING_INITIAL, FALSE, TRUE, 1, NULL };
  g_autoptr(CapSampleChoice) choice = NULL;

  group_fixture_add_site (fixture->dossier, "SI-0", "central", NULL);
  choice = choose (fixture, &demand);
  g_assert_cmpuint (choice->sites->len, ==, 0);
}

static void
test_additions (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GPtrArray) additions = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_sample_addition_free);
  CapSampleDemand demand = { CAP_SAMPLING_SURVEILLANCE, FALSE, FALSE, 7, additions };

  add_sites (fixture, 1, 9);
  for (guint i = 1; i <= 9; i++)
    {
      g_autofree char *code = g_strdup_printf ("si-%u", i);
      g_autofree char *known = g_strdup_printf ("SI-%u", i);
      g_autoptr(CapSampleChoice) choice = NULL;
      const CapSampleSite *it;

      g_ptr_array_set_size (additions, 0);
      g_ptr_array_add (additions, cap_sample_addition_new (code, "Complaints of the spring"));
      choice = choose (fixture, &demand);
      assert_is_sample (choice);
      it = find (choice, known);
      g_assert_nonnull (it);
      g_assert_cmpint (it->how, !=, CAP_SAMPLE_CHOSEN);
      g_assert_nonnull (strstr (it->reason, "Complaints of the spring"));
      g_assert_cmpuint (choice->sites->len, ==, it->how == CAP_SAMPLE_ADDED ? 3 : 2);
    }
}

static void
test_refused_additions (Fixture       *fixture,
                        gconstpointer  data)
{
  static const struct { const char *code, *reason; CapSampleError error; } cases[] = {
    { "SI-1", NULL, CAP_SAMPLE_ERROR_REASON }, { "SI-1", "  ", CAP_SAMPLE_ERROR_REASON },
    { "SI-99", "Far", CAP_SAMPLE_ERROR_SITE }, { "SI-0", "Head", CAP_SAMPLE_ERROR_SITE },
    { "si-2", "Again", CAP_SAMPLE_ERROR_TWICE },
  };

  add_sites (fixture, 1, 9);
  group_fixture_add_site (fixture->dossier, "SI-0", "central", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) additions =
        g_ptr_array_new_with_free_func ((GDestroyNotify) cap_sample_addition_free);
      CapSampleDemand demand = { CAP_SAMPLING_SURVEILLANCE, FALSE, FALSE, 7, additions };
      g_autoptr(GError) error = NULL;

      g_ptr_array_add (additions, cap_sample_addition_new ("SI-2", "Moved"));
      g_ptr_array_add (additions, cap_sample_addition_new (cases[i].code, cases[i].reason));
      g_assert_null (choose_full (fixture, &demand, TODAY, &error));
      g_assert_error (error, CAP_SAMPLE_ERROR, (int) cases[i].error);
    }
}

static void
shuffle (GPtrArray *records,
         GRand     *numbers)
{
  for (guint i = records->len; i > 1; i--)
    {
      const guint j = (guint) g_rand_int_range (numbers, 0, (int) i);
      gpointer other = records->pdata[j];

      records->pdata[j] = records->pdata[i - 1];
      records->pdata[i - 1] = other;
    }
}

/* The same seed, the same sample, however the sites are stored; another one, another draw. */
static void
test_deterministic (Fixture       *fixture,
                    gconstpointer  data)
{
  CapSampleDemand demand = { CAP_SAMPLING_INITIAL, FALSE, FALSE, 42, NULL };
  g_autoptr(GRand) numbers = g_rand_new_with_seed (3);
  g_autoptr(CapSampleChoice) first = NULL;
  g_autofree char *expected = NULL;
  guint n_different = 0;

  add_sites (fixture, 1, 50);
  first = choose (fixture, &demand);
  expected = dup_codes (first);
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr(CapSampleChoice) again = NULL;
      g_autoptr(CapSampleChoice) other = NULL;
      g_autofree char *codes = NULL;
      g_autofree char *other_codes = NULL;

      shuffle (fixture->dossier->registers[CAP_REGISTER_SITE], numbers);
      demand.seed = 42;
      again = choose (fixture, &demand);
      codes = dup_codes (again);
      g_assert_cmpstr (codes, ==, expected);
      demand.seed = 43 + i;
      other = choose (fixture, &demand);
      other_codes = dup_codes (other);
      n_different += g_str_equal (other_codes, expected) ? 0 : 1;
    }
  g_assert_cmpuint (n_different, >, 15);
}

/* Nobody is chosen that was seen while somebody is left that was not. */
static void
assert_unseen_first (Fixture               *fixture,
                     const CapSampleChoice *choice)
{
  gboolean left = FALSE;

  for (guint i = 0; i < fixture->group->sites->len; i++)
    {
      const CapGroupSite *site = g_ptr_array_index (fixture->group->sites, i);

      left = left || (!site->central && site->n_external == 0 &&
                      find (choice, cap_record_get_code (site->record)) == NULL);
    }
  for (guint i = 0; i < choice->sites->len; i++)
    g_assert_false (left && get (choice, i)->how == CAP_SAMPLE_CHOSEN &&
                    get (choice, i)->site->n_external > 0);
}

/* A cycle: each sample is audited. The sites chosen differ as long as some were not seen. */
static void
test_cycle (Fixture       *fixture,
            gconstpointer  data)
{
  static const char * const days[] = { "2024-11-20", "2025-11-20", "2026-11-20" };
  g_autoptr(GHashTable) met = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_chosen = 0;

  add_sites (fixture, 1, 27);
  for (guint year = 0; year < 3; year++)
    {
      CapSampleDemand demand = { year == 2 ? CAP_SAMPLING_RECERTIFICATION : CAP_SAMPLING_SURVEILLANCE, FALSE,
                                 FALSE, 20241120 + year, NULL };
      g_autoptr(CapSampleChoice) choice = choose_full (fixture, &demand, days[year], NULL);
      g_autoptr(GString) sites = g_string_new (NULL);

      assert_is_sample (choice);
      assert_unseen_first (fixture, choice);
      for (guint i = 0; i < choice->sites->len; i++)
        {
          const char *code = cap_record_get_code (get (choice, i)->site->record);

          g_string_append_printf (sites, "%s%s", i > 0 ? ", " : "", code);
          if (get (choice, i)->how == CAP_SAMPLE_CHOSEN)
            {
              n_chosen++;
              g_assert_true (g_hash_table_add (met, g_strdup (code)));
            }
        }
      group_fixture_audit (fixture->dossier, "surveillance", days[year], sites->str);
    }
  g_assert_cmpuint (n_chosen, ==, 3 + 3 + 4);
}

/* What decides, one after the other, and what the reason says of it. */
static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  static const char * const says[] = { "Never seen", "longest ago", "“Laundry”",
                                       "most open nonconformities: 2", "30 people", "first by its code",
                                       "Not seen in this cycle: the last" };

  for (guint i = 0; i < G_N_ELEMENTS (says); i++)
    {
      CapSampleDemand demand = { CAP_SAMPLING_SURVEILLANCE, FALSE, FALSE, 0, NULL };
      Fixture mine = { 0 };
      g_autoptr(CapSampleChoice) choice = NULL;
      const CapSampleSite *it = NULL;

      set_up (&mine, NULL);
      for (guint j = 1; j <= 9; j++)
        {
          g_autofree char *code = g_strdup_printf ("SI-%u", j);
          CapRecord *site = group_fixture_add_site (mine.dossier, code, "member",
                                                    i == 2 && j == 9 ? "Laundry" : "Workshops");

          if (i == 0 ? j < 9 : TRUE)
            cap_record_set (site, CAP_SITE_EXTERNAL, i == 1 && j == 9 ? "2024-03-01"
                                                     : i == 6 && j == 9 ? "2020-03-01" : "2025-03-01");
          cap_record_set_number (site, CAP_SITE_STAFF, i == 4 && j == 9 ? 30 : 10);
        }
      for (guint j = 0; i == 3 && j < 2; j++)
        group_fixture_find (mine.dossier, "SI-9", "NC min.", NULL, "open");
      for (demand.seed = 0; it == NULL || it->how != CAP_SAMPLE_CHOSEN; demand.seed++)
        {
          g_clear_pointer (&choice, cap_sample_choice_free);
          choice = choose (&mine, &demand);
          it = get (choice, 1);
          if (i != 5 && find (choice, "SI-9")->how == CAP_SAMPLE_RANDOM)
            it = NULL;
        }
      g_assert_cmpstr (cap_record_get_code (it->site->record), ==, i != 5 ? "SI-9" : "SI-1");
      g_assert_nonnull (strstr (it->reason, says[i]));
      tear_down (&mine, NULL);
    }
}

static void
test_random_groups (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(GRand) numbers = g_rand_new_with_seed (5);

  for (guint round = 0; round < 150; round++)
    {
      CapSampleDemand demand = { (CapSamplingAudit) g_rand_int_range (numbers, 0, 3),
                                 g_rand_boolean (numbers), g_rand_boolean (numbers), g_rand_int (numbers),
                                 NULL };
      Fixture mine = { 0 };
      g_autoptr(CapSampleChoice) choice = NULL;

      set_up (&mine, NULL);
      add_sites (&mine, 1, (guint) g_rand_int_range (numbers, 1, 60));
      for (guint i = 0; i < 20; i++)
        {
          g_autofree char *site = g_strdup_printf ("SI-%d", g_rand_int_range (numbers, 1, 60));
          g_autofree char *day = g_strdup_printf ("20%d-05-05", g_rand_int_range (numbers, 20, 28));

          group_fixture_audit (mine.dossier, i % 3 == 0 ? "internal" : "renewal", day, site);
          group_fixture_find (mine.dossier, site, "NC min.", "8.1", "open");
        }
      choice = choose (&mine, &demand);
      assert_is_sample (choice);
      if (!demand.by_category)
        {
          assert_unseen_first (&mine, choice);
          g_assert_cmpuint (choice->minimum, ==,
                            cap_sampling_get_minimum (mine.catalogue->sampling, demand.audit, demand.reduced,
                                                      choice->n_sites));
        }
      g_assert_cmpuint (choice->sites->len, ==, choice->minimum);
      tear_down (&mine, NULL);
    }
}

static void
test_command (Fixture       *fixture,
              gconstpointer  data)
{
  CapSampleDemand demand = { CAP_SAMPLING_RECERTIFICATION, TRUE, FALSE, G_MAXUINT64, NULL };
  g_autoptr(CapSampleChoice) choice = NULL;
  g_autoptr(CapRecord) sample = NULL;
  g_autoptr(CapCommand) command = NULL;

  add_sites (fixture, 1, 27);
  choice = choose (fixture, &demand);
  sample = cap_sample_choice_new_record (choice, "EC-2026-01", TODAY);
  command = cap_sample_choice_new_command (choice, sample);

  g_assert_cmpstr (cap_record_get (sample, CAP_SAMPLE_SEED), ==, "18446744073709551615");
  g_assert_cmpstr (cap_record_get (sample, CAP_SAMPLE_AUDIT), ==, "recertification");
  g_assert_cmpstr (cap_record_get (sample, CAP_SAMPLE_REDUCED), ==, "yes");
  g_assert_cmpint (cap_record_get_number (sample, CAP_SAMPLE_POPULATION), ==, 27);
  g_assert_cmpint (cap_record_get_number (sample, CAP_SAMPLE_MINIMUM), ==, 5);
  g_assert_cmpuint (command->edits->len, ==, 6);
  for (guint i = 1; i < command->edits->len; i++)
    {
      const CapRecord *part = ((CapEdit *) g_ptr_array_index (command->edits, i))->value;

      g_assert_cmpstr (part->parent, ==, sample->id);
      g_assert_nonnull (cap_record_get_choice (part, CAP_SAMPLE_SITE_HOW));
    }
}

#define ADD(name, test) g_test_add ("/audit/sample-choice/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("sizes", test_sizes);
  ADD ("categories", test_categories);
  ADD ("no-site", test_no_site);
  ADD ("additions", test_additions);
  ADD ("refused-additions", test_refused_additions);
  ADD ("deterministic", test_deterministic);
  ADD ("cycle", test_cycle);
  ADD ("order", test_order);
  ADD ("random-groups", test_random_groups);
  ADD ("command", test_command);

  return g_test_run ();
}
