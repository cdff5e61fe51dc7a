/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "audit/cap-programme-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-date.h"

/* Of the processes or sites that are listed: a group has many. */
#define MAX_UNSEEN 60

/* Of the codes in a sentence. */
#define MAX_CODES 12

static const char * const states[CAP_N_PROGRAMME_STATES] = {
  [CAP_PROGRAMME_AHEAD] = N_("Audit planned"),
  [CAP_PROGRAMME_HELD] = N_("Audit held"),
  [CAP_PROGRAMME_LATE] = N_("Audit late"),
};

const char *
cap_programme_state_get_label (CapProgrammeState state)
{
  g_return_val_if_fail (state < CAP_N_PROGRAMME_STATES, NULL);

  return gettext (states[state]);
}

/* Returns: (transfer full): “January to June 2027” */
char *
cap_programme_half_dup_label (const CapProgramme *self,
                              guint               half)
{
  int year;

  g_return_val_if_fail (self != NULL && half < CAP_PROGRAMME_HALVES, NULL);

  year = self->first_year + (int) half / 2;

  /* Translators: a year */
  return half % 2 == 0 ? g_strdup_printf (_("January to June %d"), year)
                       /* Translators: a year */
                       : g_strdup_printf (_("July to December %d"), year);
}

/* Returns: (transfer full): “2027–2029” */
char *
cap_programme_dup_years (const CapProgramme *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_strdup_printf ("%d–%d", self->first_year, self->first_year + CAP_PROGRAMME_YEARS - 1);
}

static guint
count_seen (const CapProgrammeCover *cover)
{
  return cover->expected->len - cover->unseen->len;
}

/* Returns: (transfer full): “8 of 10 processes, 1 of 2 sites, 41 of 62 clauses”; empty when none is
 *   expected */
char *
cap_programme_dup_cover (const CapProgramme *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;
  g_autofree char *processes = NULL;
  g_autofree char *sites = NULL;
  g_autofree char *clauses = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  /* Translators: how many are audited, of how many */
  processes = g_strdup_printf (ngettext ("%1$u of %2$u process", "%1$u of %2$u processes",
                                         self->processes.expected->len),
                               count_seen (&self->processes), self->processes.expected->len);
  /* Translators: how many are audited, of how many */
  sites = g_strdup_printf (ngettext ("%1$u of %2$u site", "%1$u of %2$u sites", self->sites.expected->len),
                           count_seen (&self->sites), self->sites.expected->len);
  /* Translators: how many are audited, of how many */
  clauses = g_strdup_printf (ngettext ("%1$u of %2$u clause", "%1$u of %2$u clauses",
                                       self->requirements.expected->len),
                             count_seen (&self->requirements), self->requirements.expected->len);
  if (self->processes.expected->len > 0)
    g_strv_builder_add (builder, processes);
  if (self->sites.expected->len > 0)
    g_strv_builder_add (builder, sites);
  if (self->requirements.expected->len > 0)
    g_strv_builder_add (builder, clauses);
  parts = g_strv_builder_end (builder);

  return g_strjoinv (", ", parts);
}

static char *
dup_codes (const GPtrArray *records)
{
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < MIN (records->len, MAX_CODES); i++)
    g_string_append_printf (codes, "%s%s", i > 0 ? ", " : "",
                            cap_record_get_code (g_ptr_array_index (records, i)));
  if (records->len > MAX_CODES)
    g_string_append (codes, "…");

  return g_string_free (codes, FALSE);
}

static void
add_late (const CapProgramme *self,
          GStrvBuilder       *builder)
{
  const guint n_late = cap_programme_count (self, CAP_PROGRAMME_LATE);
  g_autoptr(GPtrArray) late = g_ptr_array_new ();
  g_autofree char *codes = NULL;
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const CapProgrammeEntry *entry = g_ptr_array_index (self->entries, i);

      if (entry->state == CAP_PROGRAMME_LATE)
        g_ptr_array_add (late, (gpointer) entry->line);
    }
  if (n_late == 0)
    return;

  codes = dup_codes (late);
  /* Translators: a number of planned audits, then their codes */
  sentence = g_strdup_printf (ngettext ("%1$u planned audit is late: %2$s.",
                                        "%1$u planned audits are late: %2$s.", n_late), n_late, codes);
  g_strv_builder_add (builder, sentence);
}

static void
add_unseen (const CapProgramme *self,
            GStrvBuilder       *builder)
{
  const guint n_processes = self->processes.unseen->len;
  const guint n_sites = self->sites.unseen->len;
  const guint n_clauses = self->requirements.unseen->len;
  g_autofree char *codes = dup_codes (self->processes.unseen);
  g_autofree char *sites = dup_codes (self->sites.unseen);
  /* Translators: a number of processes, then their codes */
  g_autofree char *one = g_strdup_printf (ngettext ("No audit sees %1$u process: %2$s.",
                                                    "No audit sees %1$u processes: %2$s.", n_processes),
                                          n_processes, codes);
  /* Translators: a number of sites, then their codes */
  g_autofree char *two = g_strdup_printf (ngettext ("No audit sees %1$u site: %2$s.",
                                                    "No audit sees %1$u sites: %2$s.", n_sites),
                                          n_sites, sites);
  g_autofree char *three = g_strdup_printf (ngettext ("No audit looks at %u clause that applies.",
                                                      "No audit looks at %u clauses that apply.", n_clauses),
                                            n_clauses);

  if (n_processes > 0)
    g_strv_builder_add (builder, one);
  if (n_sites > 0)
    g_strv_builder_add (builder, two);
  if (n_clauses > 0)
    g_strv_builder_add (builder, three);
}

/**
 * cap_programme_dup_sentences:
 *
 * Returns: (transfer full): what stands out: what is late, what is not independent, what nobody sees;
 *   one sentence says that nothing does
 */
char **
cap_programme_dup_sentences (const CapProgramme *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  char **sentences;

  g_return_val_if_fail (self != NULL, NULL);

  add_late (self, builder);
  for (guint i = 0; i < self->conflicts->len; i++)
    {
      g_autofree char *conflict = cap_programme_conflict_dup_text (g_ptr_array_index (self->conflicts, i));

      g_strv_builder_add (builder, conflict);
    }
  add_unseen (self, builder);
  sentences = g_strv_builder_end (builder);
  if (sentences[0] != NULL)
    return sentences;

  g_strv_builder_add (builder, _("Every process, site and clause is planned or audited, nothing is late, and"
                                 " nobody audits their own work."));
  g_strfreev (sentences);

  return g_strv_builder_end (builder);
}

/* Returns: (transfer full): the first processes or sites that no audit sees, one on a line: “PR-02 Écouter”,
 * and how many others there are */
char *
cap_programme_dup_unseen (const CapProgrammeCover *cover)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (cover != NULL, g_string_free (text, FALSE));

  for (guint i = 0; i < MIN (cover->unseen->len, MAX_UNSEEN); i++)
    {
      const CapRecord *record = g_ptr_array_index (cover->unseen, i);

      g_string_append_printf (text, "%s%s %s", i > 0 ? "\n" : "", cap_record_get_code (record),
                              cap_record_get_title (record));
    }
  if (cover->unseen->len > MAX_UNSEEN)
    {
      const guint n_more = cover->unseen->len - MAX_UNSEEN;

      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("And %u more", "And %u more", n_more), n_more);
    }

  return g_string_free (text, FALSE);
}

/* Returns: (transfer full): the clauses that no audit looks at, one on a line */
char *
cap_programme_dup_unseen_clauses (const CapProgramme *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, g_string_free (text, FALSE));

  for (guint i = 0; i < self->requirements.unseen->len; i++)
    {
      const CapRequirement *requirement = g_ptr_array_index (self->requirements.unseen, i);

      g_string_append_printf (text, "%s%s %s", i > 0 ? "\n" : "", requirement->number,
                              cap_requirement_get_title (requirement));
    }

  return g_string_free (text, FALSE);
}

/* In French, “de janvier” and “d’avril”. */
static gboolean
starts_with_vowel (const char *text)
{
  return strchr ("aeiouAEIOU", *text) != NULL;
}

static char *
dup_title (const CapRecord *record,
           guint            kind_field,
           const char      *day)
{
  const char *kind = cap_record_get_choice (record, kind_field);
  g_autofree char *month = day != NULL ? cap_date_format_month (day) : NULL;

  if (kind == NULL || month == NULL)
    return g_strdup (kind != NULL ? kind : month != NULL ? month : "–");
  if (starts_with_vowel (month))
    /* Translators: “Internal audit”, then a month that starts with a vowel, and a year */
    return g_strdup_printf (_("%1$s in %2$s"), kind, month);

  /* Translators: “Internal audit”, then a month and a year */
  return g_strdup_printf (_("%1$s of %2$s"), kind, month);
}

/* Returns: (transfer full): “Internal audit of January 2027” */
char *
cap_programme_entry_dup_title (const CapProgrammeEntry *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->line != NULL ? dup_title (self->line, CAP_PROGRAMME_KIND, self->day)
                            : dup_title (self->audit, CAP_AUDIT_KIND, self->day);
}

char *
cap_programme_dup_audit_title (const CapRecord *line)
{
  g_return_val_if_fail (line != NULL && line->kind == CAP_REGISTER_PROGRAMME, NULL);

  return dup_title (line, CAP_PROGRAMME_KIND, cap_record_get (line, CAP_PROGRAMME_PLANNED));
}

/* Returns: (transfer full): who audits their own work, in a sentence */
char *
cap_programme_conflict_dup_text (const CapProgrammeConflict *self)
{
  g_autofree char *codes = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  codes = g_strjoinv (", ", self->processes);
  if (self->who == NULL)
    /* Translators: the code of an audit, then codes of processes */
    return g_strdup_printf (_("%1$s: the auditor works in what they audit: %2$s."),
                            cap_record_get_code (self->source), codes);

  /* Translators: the code of an audit, a function, then codes of processes */
  return g_strdup_printf (_("%1$s: “%2$s” works in what they audit: %3$s."),
                          cap_record_get_code (self->source), self->who, codes);
}
