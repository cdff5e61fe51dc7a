/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quality/cap-address.h"

static void
test_there_and_back (void)
{
  g_autoptr(CapRecord) risk = cap_record_new (CAP_REGISTER_RISK, "7d1c2b3a");
  g_autofree char *address = cap_address_new_for_record (risk);
  g_autofree char *target = NULL;
  g_autofree char *id = NULL;
  CapAddressKind kind;
  CapRegisterKind reg;

  g_assert_cmpstr (address, ==, "record/risk/7d1c2b3a");
  g_assert_true (cap_address_parse (address, &kind, &target));
  g_assert_cmpint (kind, ==, CAP_ADDRESS_RECORD);
  g_assert_true (cap_address_parse_record (target, &reg, &id));
  g_assert_cmpint (reg, ==, CAP_REGISTER_RISK);
  g_assert_cmpstr (id, ==, "7d1c2b3a");
}

static void
test_refused (void)
{
  g_autofree char *target = NULL;
  CapAddressKind kind;
  CapRegisterKind reg;

  g_assert_false (cap_address_parse ("risk", &kind, &target));
  g_assert_false (cap_address_parse ("records/risk/1", &kind, &target));
  g_assert_false (cap_address_parse ("rec/risk/1", &kind, &target));
  g_assert_false (cap_address_parse_record ("parrot/1", &reg, &target));
  g_assert_false (cap_address_parse_record ("risk", &reg, &target));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/address/there-and-back", test_there_and_back);
  g_test_add_func ("/address/refused", test_refused);

  return g_test_run ();
}
