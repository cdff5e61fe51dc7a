/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A group of 2 000 sites with 20 000 findings, or as many as asked: how long the main loop is taken when each
 * section of the audits and of the quality process is opened, until nothing is left to do. The baseline is a
 * GtkListView of as many bare labels. */

#include <adwaita.h>
#include <stdio.h>
#include <stdlib.h>

#include "screen-fixture.h"
#include "ui/audit/cap-audits-page.h"
#include "ui/quality/cap-quality-page.h"

#define N_AUDITS 1000

/* So long without anything to do, and a screen is there. */
#define QUIET_US (400 * 1000)

static guint n_findings = 20000;

static guint
get_n_sites (void)
{
  return MAX (n_findings / 10, 1);
}

static void
put_site (CapCommand *command,
          guint       index)
{
  static const char * const categories[] = { "Ateliers", "Chantiers", "Intérim" };
  g_autoptr(CapRecord) site = cap_record_new (CAP_REGISTER_SITE, NULL);
  g_autofree char *code = g_strdup_printf ("SI-%u", index);

  cap_record_set (site, CAP_SITE_CODE, code);
  cap_record_set (site, CAP_SITE_NAME, code);
  cap_record_set (site, CAP_SITE_ROLE, index == 0 ? "central" : "member");
  cap_record_set (site, CAP_SITE_CATEGORY, categories[index % G_N_ELEMENTS (categories)]);
  cap_command_put_record (command, site);
}

static void
put_audit (CapCommand *command,
           guint       index)
{
  g_autoptr(CapRecord) audit = cap_record_new (CAP_REGISTER_AUDIT, NULL);
  g_autofree char *code = g_strdup_printf ("AU-%u", index);
  g_autofree char *one = g_strdup_printf ("SI-%u", index % get_n_sites ());
  g_autofree char *other = g_strdup_printf ("SI-%u", index * 7 % get_n_sites ());
  g_autofree char *date = g_strdup_printf ("2026-%02u-%02u", 1 + index % 10, 1 + index % 28);

  cap_record_set (audit, CAP_AUDIT_CODE, code);
  cap_record_set (audit, CAP_AUDIT_TITLE, "Audit de l’accueil et de la sécurité");
  cap_record_set (audit, CAP_AUDIT_KIND, index % 2 == 0 ? "crossed" : "surveillance");
  cap_record_set (audit, CAP_AUDIT_DATE, date);
  cap_record_set_codes (audit, CAP_AUDIT_SITES, (const char * const []) { one, other, NULL });
  cap_command_put_record (command, audit);
}

static void
put_finding (CapCommand *command,
             guint       index)
{
  static const char * const grades[] = { "NC min.", "PS", "NC maj.", "PP" };
  static const char * const states[] = { "open", "analysed", "checked", "closed", "closed" };
  g_autoptr(CapRecord) finding = cap_record_new (CAP_REGISTER_FINDING, NULL);
  g_autofree char *code = g_strdup_printf ("E-%u", index);
  g_autofree char *site = g_strdup_printf ("SI-%u", index % get_n_sites ());
  g_autofree char *audit = g_strdup_printf ("AU-%u", index % N_AUDITS);

  cap_record_set (finding, CAP_FINDING_CODE, code);
  cap_record_set (finding, CAP_FINDING_AUDIT, audit);
  cap_record_set (finding, CAP_FINDING_SITE, site);
  cap_record_set (finding, CAP_FINDING_GRADE, grades[index % G_N_ELEMENTS (grades)]);
  cap_record_set (finding, CAP_FINDING_STATE, states[index % G_N_ELEMENTS (states)]);
  cap_record_set (finding, CAP_FINDING_RAISED, "2026-05-05");
  cap_record_set (finding, CAP_FINDING_FACT, "Deux fiches d’accueil sur dix ne sont pas signées");
  cap_record_set_codes (finding, CAP_FINDING_REQUIREMENTS, (const char * const []) { "7.2", "8.4.1", NULL });
  cap_command_put_record (command, finding);
}

static CapCommand *
make_group (void)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_IMPORT, "bench");

  for (guint i = 0; i < get_n_sites (); i++)
    put_site (command, i);
  for (guint i = 0; i < N_AUDITS; i++)
    put_audit (command, i);
  for (guint i = 0; i < n_findings; i++)
    put_finding (command, i);

  return command;
}

typedef struct
{
  gint64 total;
  gint64 longest;
} Taken;

static void
count (Taken  *taken,
       gint64  start)
{
  const gint64 spent = g_get_monotonic_time () - start;

  taken->total += spent;
  taken->longest = MAX (taken->longest, spent);
}

/* Until nothing was left to do for a while: threads may still have something to tell. */
static void
settle (Taken *taken)
{
  gint64 busy = g_get_monotonic_time ();

  while (g_get_monotonic_time () - busy < QUIET_US)
    {
      const gint64 start = g_get_monotonic_time ();

      if (g_main_context_iteration (NULL, FALSE))
        {
          count (taken, start);
          busy = g_get_monotonic_time ();
        }
      else
        {
          g_usleep (500);
        }
    }
}

static void
print (const char  *page,
       const char  *name,
       const Taken *taken)
{
  printf ("%-8s %-14s %6.1f ms of the main loop, %6.1f ms at once\n", page, name,
          (double) taken->total / 1000, (double) taken->longest / 1000);
}

static void
measure_page (ScreenFixture *fixture,
              const char    *name,
              GtkWidget     *page)
{
  const CapSectionTable *table = cap_sections_page_get_table (CAP_SECTIONS_PAGE (page));
  Taken taken = { 0 };
  gint64 start = g_get_monotonic_time ();

  screen_fixture_show (fixture, page);
  count (&taken, start);
  settle (&taken);
  print (name, "(all)", &taken);

  for (guint i = 0; i < table->n_sections; i++)
    {
      taken = (Taken) { 0 };
      start = g_get_monotonic_time ();
      cap_sections_page_open_section (CAP_SECTIONS_PAGE (page), table->sections[i].name);
      count (&taken, start);
      settle (&taken);
      print (name, table->sections[i].name, &taken);
    }
  g_clear_pointer ((GtkWindow **) &fixture->window, gtk_window_destroy);
}

static void
setup_label_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *list_item,
                gpointer                  user_data)
{
  gtk_list_item_set_child (list_item, gtk_label_new (NULL));
}

static void
bind_label_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *list_item,
               gpointer                  user_data)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (list_item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (list_item)));
}

static GtkWidget *
new_bare_list (void)
{
  GtkStringList *strings = gtk_string_list_new (NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  for (guint i = 0; i < n_findings; i++)
    gtk_string_list_append (strings, "Deux fiches d’accueil sur dix ne sont pas signées");
  g_signal_connect (factory, "setup", G_CALLBACK (setup_label_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_label_cb), NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled),
                                 gtk_list_view_new (GTK_SELECTION_MODEL (
                                   gtk_no_selection_new (G_LIST_MODEL (strings))), factory));

  return scrolled;
}

static void
measure_bare (ScreenFixture *fixture)
{
  Taken taken = { 0 };
  gint64 start = g_get_monotonic_time ();

  screen_fixture_show (fixture, new_bare_list ());
  count (&taken, start);
  settle (&taken);
  print ("bare", "labels", &taken);
  g_clear_pointer ((GtkWindow **) &fixture->window, gtk_window_destroy);
}

int
main (int   argc,
      char *argv[])
{
  ScreenFixture fixture = { NULL };

  screen_fixture_init (&argc, &argv);
  if (argc > 1)
    n_findings = (guint) strtoul (argv[1], NULL, 10);
  /* What goes on by itself is no opening. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);
  screen_fixture_set_up (&fixture, NULL);
  screen_fixture_run (&fixture, make_group ());
  printf ("%u findings, %u sites, %u audits\n", n_findings, get_n_sites (), N_AUDITS);

  measure_bare (&fixture);
  measure_page (&fixture, "audits", cap_audits_page_new (fixture.workspace));
  measure_page (&fixture, "quality", cap_quality_page_new (fixture.workspace));
  screen_fixture_tear_down (&fixture, NULL);

  return 0;
}
