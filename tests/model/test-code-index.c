/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/cap-dossier.h"

static CapRecord *
add (CapDossier *dossier,
     const char *code)
{
  CapRecord *record = cap_record_new (CAP_REGISTER_SITE, NULL);

  cap_record_set (record, CAP_SITE_CODE, code);
  g_ptr_array_add (dossier->registers[CAP_REGISTER_SITE], record);

  return record;
}

static const CapRecord *
find (const CapDossier *dossier,
      const char       *code)
{
  return cap_dossier_find_record_by_code (dossier, CAP_REGISTER_SITE, code);
}

/* The first of a code, in any case, whatever the size of the register, also of what came since. */
static void
test_find (void)
{
  g_autoptr(CapDossier) dossier = cap_dossier_new ("id", cap_member_new ("Les Érables"));

  g_assert_null (find (dossier, "SI-0"));
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *code = g_strdup_printf ("SI-%u", i % 150);
      g_autofree char *other = g_strdup_printf ("si-%u", i % 150);
      const CapRecord *record = add (dossier, code);

      if (i < 150)
        g_assert_true (find (dossier, other) == record);
      else
        g_assert_true (find (dossier, other) ==
                       g_ptr_array_index (dossier->registers[CAP_REGISTER_SITE], i - 150));
      g_assert_null (find (dossier, "SI-150"));
    }
  g_assert_null (find (dossier, NULL));
}

static gpointer
look (gpointer data)
{
  const CapDossier *dossier = data;

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *code = g_strdup_printf ("SI-%u", i);

      g_assert_true (find (dossier, code) == g_ptr_array_index (dossier->registers[CAP_REGISTER_SITE], i));
    }

  return NULL;
}

static void
test_threads (void)
{
  g_autoptr(CapDossier) dossier = cap_dossier_new ("id", cap_member_new ("Les Érables"));
  GThread *threads[4];

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *code = g_strdup_printf ("SI-%u", i);

      add (dossier, code);
    }
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("look", look, dossier);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/code-index/find", test_find);
  g_test_add_func ("/model/code-index/threads", test_threads);

  return g_test_run ();
}
