/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tests/quality/readiness-fixture.h"

void
readiness_fixture_set_up (Fixture       *fixture,
                          gconstpointer  data)
{
  fixture->catalogue = quality_fixture_new_catalogue ();
  fixture->dossier = quality_fixture_new_dossier (CAP_MODE_CERTIFICATION);
}

void
readiness_fixture_tear_down (Fixture       *fixture,
                             gconstpointer  data)
{
  g_clear_pointer (&fixture->readiness, cap_readiness_free);
  cap_dossier_unref (fixture->dossier);
  cap_catalogue_unref (fixture->catalogue);
}

void
look (Fixture *fixture)
{
  g_clear_pointer (&fixture->readiness, cap_readiness_free);
  fixture->readiness = cap_readiness_new (fixture->dossier, fixture->catalogue, QUALITY_TODAY);
}

const CapReadinessItem *
find_if_asked (Fixture    *fixture,
               const char *name)
{
  for (guint i = 0; i < fixture->readiness->items->len; i++)
    {
      const CapReadinessItem *item = g_ptr_array_index (fixture->readiness->items, i);

      if (g_str_equal (item->name, name))
        return item;
    }

  return NULL;
}

const CapReadinessItem *
find (Fixture    *fixture,
      const char *name)
{
  const CapReadinessItem *item = find_if_asked (fixture, name);

  if (item == NULL)
    g_error ("“%s” is not asked for", name);

  return item;
}

void
assert_standing (Fixture     *fixture,
                 const char  *name,
                 CapStanding  standing)
{
  g_assert_cmpstr (cap_standing_to_name (find (fixture, name)->standing), ==,
                   cap_standing_to_name (standing));
}

CapRecord *
aim (Fixture    *fixture,
     const char *route,
     const char *date)
{
  return add_record (fixture, CAP_REGISTER_TARGET, "code", "AV-01", "route", route, "date", date,
                     "kind", "surveillance", NULL);
}
