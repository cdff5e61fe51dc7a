/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/cap-member.h"

static void
test_siret (void)
{
  static const struct { const char *siret; gboolean valid; } cases[] = {
    { "73282932000074", TRUE },
    { "35600000000048", TRUE },   /* La Poste, head office: follows Luhn */
    { "35600000049837", TRUE },   /* La Poste, an office: sum of digits 45 */
    { "35600000049838", FALSE },
    { "73282932000075", FALSE },
    { "73282932100074", FALSE },
    { "00000000000000", FALSE },
    { "7328293200007", FALSE },
    { "732829320000740", FALSE },
    { "7328293200007A", FALSE },
    { "732 829 320 00074", FALSE },
    { "", FALSE },
    { NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].siret);
      g_assert_cmpint (cap_siret_is_valid (cases[i].siret), ==, cases[i].valid);
    }
}

static void
test_siret_spaces (void)
{
  g_autofree char *bare = cap_siret_normalize ("732 829\u202f320\u00a000074 ");
  g_autofree char *grouped = cap_siret_format (bare);

  g_assert_cmpstr (bare, ==, "73282932000074");
  g_assert_cmpstr (grouped, ==, "732\u202f829\u202f320\u202f00074");
}

static void
test_regions (void)
{
  g_assert_cmpuint (cap_region_get_count (), ==, 14);
  g_assert_cmpstr (cap_region_find ("occitanie"), ==, "OCC");
  g_assert_cmpstr (cap_region_find ("occ"), ==, "OCC");
  g_assert_cmpstr (cap_region_find ("Ile-de-France"), ==, "IDF");
  g_assert_null (cap_region_find ("Bavière"));
  g_assert_cmpstr (cap_region_get_label ("PDL"), ==, "Pays de la Loire");
}

static void
test_secondment (void)
{
  g_assert_true (cap_kinds_imply_secondment ((const char *[]) { NULL }));
  g_assert_true (cap_kinds_imply_secondment ((const char *[]) { "ACI", "AI", NULL }));
  g_assert_false (cap_kinds_imply_secondment ((const char *[]) { "ACI", "EI", NULL }));
}

static void
test_copy_is_equal (void)
{
  g_autoptr(CapMember) member = cap_member_new ("Les Érables");
  g_autoptr(CapMember) copy = NULL;

  member->siret = g_strdup ("73282932000074");
  member->region = g_strdup ("OCC");
  member->staff = 12;
  copy = cap_member_copy (member);

  g_assert_true (cap_member_equal (member, copy));
  copy->staff = 13;
  g_assert_false (cap_member_equal (member, copy));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/member/siret", test_siret);
  g_test_add_func ("/model/member/siret-spaces", test_siret_spaces);
  g_test_add_func ("/model/member/regions", test_regions);
  g_test_add_func ("/model/member/secondment", test_secondment);
  g_test_add_func ("/model/member/copy-is-equal", test_copy_is_equal);

  return g_test_run ();
}
