/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "audit/cap-programme.h"

#include <string.h>

#include "base/cap-date.h"
#include "base/cap-text.h"

static const GPtrArray *
get_lines (const CapDossier *dossier)
{
  return dossier->registers[CAP_REGISTER_PROGRAMME];
}

/* Returns: (nullable): a day, when it is one */
static const char *
get_day (const CapRecord *record,
         guint            field)
{
  const char *day = record != NULL ? cap_record_get (record, field) : NULL;

  return day != NULL && cap_date_is_valid (day) ? day : NULL;
}

static int
get_year (const char *day)
{
  return (int) g_ascii_strtoll (day, NULL, 10);
}

/* Three years follow three years from the first line; before it, that is where they begin. */
static int
find_first_year (const CapDossier *dossier,
                 const char       *today)
{
  const int year = get_year (today);
  int first = 0;

  for (guint i = 0; i < get_lines (dossier)->len; i++)
    {
      const char *day = get_day (g_ptr_array_index (get_lines (dossier), i), CAP_PROGRAMME_PLANNED);

      if (day != NULL && (first == 0 || get_year (day) < first))
        first = get_year (day);
    }
  if (first == 0)
    return year;

  return first > year ? first : first + (year - first) / CAP_PROGRAMME_YEARS * CAP_PROGRAMME_YEARS;
}

static guint
find_half (int         first_year,
           const char *day)
{
  const int years = day != NULL ? get_year (day) - first_year : -1;

  if (years < 0 || years >= CAP_PROGRAMME_YEARS)
    return CAP_PROGRAMME_OUTSIDE;

  return 2 * (guint) years + (strncmp (day + 5, "07", 2) >= 0 ? 1 : 0);
}

/**
 * cap_audit_is_internal:
 * @audit: of the register of audits
 *
 * Returns: whether it is held by the structure or by another one of the network, and not by a certifier
 */
gboolean
cap_audit_is_internal (const CapRecord *audit)
{
  g_return_val_if_fail (audit != NULL && audit->kind == CAP_REGISTER_AUDIT, FALSE);

  return cap_record_is (audit, CAP_AUDIT_KIND, "internal") ||
         cap_record_is (audit, CAP_AUDIT_KIND, "crossed");
}

/* Returns: (transfer full): what the audit says, or else what the line does */
static GStrv
dup_codes (const CapProgrammeEntry *self,
           guint                    audit_field,
           guint                    line_field)
{
  if (self->audit != NULL && cap_record_get (self->audit, audit_field) != NULL)
    return cap_record_dup_codes (self->audit, audit_field);

  return self->line != NULL ? cap_record_dup_codes (self->line, line_field) : g_new0 (char *, 1);
}

static CapProgrammeState
find_state (const CapProgrammeEntry *self,
            const char              *today)
{
  if (self->day == NULL)
    return CAP_PROGRAMME_AHEAD;
  if (self->audit == NULL)
    return strcmp (self->day, today) < 0 ? CAP_PROGRAMME_LATE : CAP_PROGRAMME_AHEAD;

  return strcmp (self->day, today) <= 0 ? CAP_PROGRAMME_HELD : CAP_PROGRAMME_AHEAD;
}

static void
add_entry (CapProgramme    *self,
           const CapRecord *line,
           const CapRecord *audit,
           const char      *today)
{
  CapProgrammeEntry *entry = g_new0 (CapProgrammeEntry, 1);
  const char *planned = get_day (line, CAP_PROGRAMME_PLANNED);
  const char *held = get_day (audit, CAP_AUDIT_DATE);

  entry->line = line;
  entry->audit = audit;
  entry->day = held != NULL ? held : planned;
  entry->half = find_half (self->first_year, entry->day);
  entry->state = find_state (entry, today);
  entry->processes = dup_codes (entry, CAP_AUDIT_PROCESSES, CAP_PROGRAMME_PROCESSES);
  entry->sites = dup_codes (entry, CAP_AUDIT_SITES, CAP_PROGRAMME_SITES);
  entry->requirements = dup_codes (entry, CAP_AUDIT_REQUIREMENTS, CAP_PROGRAMME_REQUIREMENTS);
  g_ptr_array_add (self->entries, entry);
}

static const CapRecord *
find_audit (const CapDossier *dossier,
            const CapRecord  *line)
{
  const char *code = cap_record_get (line, CAP_PROGRAMME_AUDIT);

  return code != NULL ? cap_dossier_find_record_by_code (dossier, CAP_REGISTER_AUDIT, code) : NULL;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const CapProgrammeEntry *one = *(const CapProgrammeEntry * const *) a;
  const CapProgrammeEntry *other = *(const CapProgrammeEntry * const *) b;
  int order = g_strcmp0 (one->day, other->day);

  return order != 0 ? order : cap_code_compare (cap_programme_entry_get_code (one),
                                                cap_programme_entry_get_code (other));
}

static void
add_entries (CapProgramme     *self,
             const CapDossier *dossier,
             const char       *today)
{
  const GPtrArray *audits = dossier->registers[CAP_REGISTER_AUDIT];
  g_autoptr(GHashTable) tied = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < get_lines (dossier)->len; i++)
    {
      const CapRecord *line = g_ptr_array_index (get_lines (dossier), i);
      const CapRecord *audit = find_audit (dossier, line);

      add_entry (self, line, audit, today);
      if (audit != NULL)
        g_hash_table_add (tied, (gpointer) audit);
    }
  for (guint i = 0; i < audits->len; i++)
    {
      const CapRecord *audit = g_ptr_array_index (audits, i);

      if (cap_audit_is_internal (audit) && !g_hash_table_contains (tied, audit) &&
          find_half (self->first_year, get_day (audit, CAP_AUDIT_DATE)) != CAP_PROGRAMME_OUTSIDE)
        add_entry (self, NULL, audit, today);
    }
  g_ptr_array_sort (self->entries, compare_entries);
}

static gboolean
has_code (const CapProgrammeEntry *entry,
          CapRegisterKind          kind,
          const char              *code)
{
  return g_strv_contains ((const char * const *) (kind == CAP_REGISTER_PROCESS ? entry->processes
                                                                               : entry->sites), code);
}

/* Returns: (transfer container) (element-type utf8): the codes that an audit of the three years names */
static GHashTable *
list_seen (const CapProgramme *self,
           CapRegisterKind     kind)
{
  GHashTable *seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const CapProgrammeEntry *entry = g_ptr_array_index (self->entries, i);
      char **codes = kind == CAP_REGISTER_PROCESS ? entry->processes : entry->sites;

      for (guint j = 0; entry->half != CAP_PROGRAMME_OUTSIDE && codes[j] != NULL; j++)
        g_hash_table_add (seen, codes[j]);
    }

  return seen;
}

static void
cover_records (const CapProgramme *self,
               CapProgrammeCover  *cover,
               CapRegisterKind     kind,
               const GPtrArray    *records)
{
  g_autoptr(GHashTable) seen = list_seen (self, kind);
  g_autofree char *start = g_strdup_printf ("%04d-01-01", self->first_year);

  for (guint i = 0; i < records->len; i++)
    {
      CapRecord *record = g_ptr_array_index (records, i);
      const char *left = kind == CAP_REGISTER_SITE ? get_day (record, CAP_SITE_LEFT) : NULL;

      if (left != NULL && strcmp (left, start) < 0)
        continue;

      g_ptr_array_add (cover->expected, record);
      if (!g_hash_table_contains (seen, cap_record_get_code (record)))
        g_ptr_array_add (cover->unseen, record);
    }
}

static gboolean
is_excluded (const CapDossier *dossier,
             const char       *number)
{
  const GPtrArray *exclusions = dossier->registers[CAP_REGISTER_EXCLUSION];

  for (guint i = 0; i < exclusions->len; i++)
    {
      const char *code = cap_record_get_code (g_ptr_array_index (exclusions, i));

      if (*code != '\0' && cap_requirement_number_covers (code, number))
        return TRUE;
    }

  return FALSE;
}

/* A clause that is looked at is looked at with its parts. */
static gboolean
is_requirement_seen (const CapProgramme *self,
                     const char         *number)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const CapProgrammeEntry *entry = g_ptr_array_index (self->entries, i);

      for (guint j = 0; entry->half != CAP_PROGRAMME_OUTSIDE && entry->requirements[j] != NULL; j++)
        {
          if (*entry->requirements[j] != '\0' &&
              cap_requirement_number_covers (entry->requirements[j], number))
            return TRUE;
        }
    }

  return FALSE;
}

static void
cover_requirements (CapProgramme      *self,
                    const CapDossier  *dossier,
                    const CapStandard *standard)
{
  for (guint i = 0; standard != NULL && i < standard->requirements->len; i++)
    {
      CapRequirement *requirement = g_ptr_array_index (standard->requirements, i);

      if (requirement->parts > 0 || is_excluded (dossier, requirement->number))
        continue;

      g_ptr_array_add (self->requirements.expected, requirement);
      if (!is_requirement_seen (self, requirement->number))
        g_ptr_array_add (self->requirements.unseen, requirement);
    }
}

static gboolean
is_owner (const CapDossier *dossier,
          const char       *process,
          const char       *who)
{
  const CapRecord *record = cap_dossier_find_record_by_code (dossier, CAP_REGISTER_PROCESS, process);
  const char *owner = record != NULL ? cap_record_get (record, CAP_PROCESS_OWNER) : NULL;
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  if (owner == NULL || who == NULL)
    return FALSE;

  one = cap_text_fold (owner);
  other = cap_text_fold (who);

  return *one != '\0' && g_str_equal (one, other);
}

/* Adds what @who audits and works in, or answers for; nothing when they are independent. */
static void
look (CapProgramme            *self,
      const CapDossier        *dossier,
      const CapProgrammeEntry *entry,
      const CapRecord         *source,
      const char              *who,
      const CapRecord         *named,
      guint                    works_in)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  CapProgrammeConflict *conflict;
  gboolean found = FALSE;

  for (guint i = 0; entry->processes[i] != NULL; i++)
    {
      if (!cap_record_has_code (named, works_in, entry->processes[i]) &&
          !is_owner (dossier, entry->processes[i], who))
        continue;

      g_strv_builder_add (builder, entry->processes[i]);
      found = TRUE;
    }
  if (!found)
    return;

  conflict = g_new0 (CapProgrammeConflict, 1);
  conflict->entry = entry;
  conflict->source = source;
  conflict->who = who;
  conflict->processes = g_strv_builder_end (builder);
  g_ptr_array_add (self->conflicts, conflict);
}

/* Returns: whether the audit says who audits */
static gboolean
look_at_team (CapProgramme            *self,
              const CapDossier        *dossier,
              const CapProgrammeEntry *entry)
{
  g_autoptr(GPtrArray) team = cap_dossier_list_parts (dossier, CAP_REGISTER_AUDIT_MEMBER, entry->audit->id);
  gboolean named = FALSE;

  for (guint i = 0; i < team->len; i++)
    {
      const CapRecord *member = g_ptr_array_index (team, i);

      if (!cap_record_is (member, CAP_AUDIT_MEMBER_ROLE, "lead") &&
          !cap_record_is (member, CAP_AUDIT_MEMBER_ROLE, "auditor"))
        continue;

      named = TRUE;
      look (self, dossier, entry, entry->audit, cap_record_get (member, CAP_AUDIT_MEMBER_WHO), member,
            CAP_AUDIT_MEMBER_WORKS_IN);
    }

  return named;
}

/* Once an audit has its team, who was to audit counts no more. */
static void
find_conflicts (CapProgramme     *self,
                const CapDossier *dossier)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const CapProgrammeEntry *entry = g_ptr_array_index (self->entries, i);
      gboolean named;

      if (entry->half == CAP_PROGRAMME_OUTSIDE)
        continue;

      named = entry->audit != NULL && look_at_team (self, dossier, entry);
      if (!named && entry->line != NULL)
        look (self, dossier, entry, entry->line, cap_record_get (entry->line, CAP_PROGRAMME_AUDITOR),
              entry->line, CAP_PROGRAMME_WORKS_IN);
    }
}

static void
free_entry (CapProgrammeEntry *entry)
{
  g_strfreev (entry->processes);
  g_strfreev (entry->sites);
  g_strfreev (entry->requirements);
  g_free (entry);
}

static void
free_conflict (CapProgrammeConflict *conflict)
{
  g_strfreev (conflict->processes);
  g_free (conflict);
}

static void
init_cover (CapProgrammeCover *cover)
{
  cover->expected = g_ptr_array_new ();
  cover->unseen = g_ptr_array_new ();
}

static void
clear_cover (CapProgrammeCover *cover)
{
  g_ptr_array_unref (cover->expected);
  g_ptr_array_unref (cover->unseen);
}

/**
 * cap_programme_new:
 * @standard: (nullable): whose sub-clauses are to be audited
 * @today: ISO 8601
 *
 * Returns: (transfer full): what is planned and was audited over the three years that @today is in
 */
CapProgramme *
cap_programme_new (const CapDossier  *dossier,
                   const CapStandard *standard,
                   const char        *today)
{
  CapProgramme *self;

  g_return_val_if_fail (dossier != NULL && today != NULL, NULL);

  self = g_new0 (CapProgramme, 1);
  self->first_year = find_first_year (dossier, today);
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) free_entry);
  self->conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) free_conflict);
  init_cover (&self->processes);
  init_cover (&self->sites);
  init_cover (&self->requirements);
  add_entries (self, dossier, today);
  cover_records (self, &self->processes, CAP_REGISTER_PROCESS, dossier->registers[CAP_REGISTER_PROCESS]);
  cover_records (self, &self->sites, CAP_REGISTER_SITE, dossier->registers[CAP_REGISTER_SITE]);
  cover_requirements (self, dossier, standard);
  find_conflicts (self, dossier);

  return self;
}

void
cap_programme_free (CapProgramme *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->conflicts);
  g_ptr_array_unref (self->entries);
  clear_cover (&self->processes);
  clear_cover (&self->sites);
  clear_cover (&self->requirements);
  g_free (self);
}

guint
cap_programme_count (const CapProgramme *self,
                     CapProgrammeState   state)
{
  guint count = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->entries->len; i++)
    count += ((const CapProgrammeEntry *) g_ptr_array_index (self->entries, i))->state == state ? 1 : 0;

  return count;
}

/* Returns: (nullable): the first auditor of it who works in what they audit */
const CapProgrammeConflict *
cap_programme_find_conflict (const CapProgramme      *self,
                             const CapProgrammeEntry *entry)
{
  g_return_val_if_fail (self != NULL && entry != NULL, NULL);

  for (guint i = 0; i < self->conflicts->len; i++)
    {
      const CapProgrammeConflict *conflict = g_ptr_array_index (self->conflicts, i);

      if (conflict->entry == entry)
        return conflict;
    }

  return NULL;
}

/* Returns: (transfer none): the line, or the audit that no line planned */
const CapRecord *
cap_programme_entry_get_record (const CapProgrammeEntry *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->line != NULL ? self->line : self->audit;
}

const char *
cap_programme_entry_get_code (const CapProgrammeEntry *self)
{
  return cap_record_get_code (cap_programme_entry_get_record (self));
}

/* Whether it audits a process on a site; %NULL is any. */
gboolean
cap_programme_entry_sees (const CapProgrammeEntry *self,
                          const char              *process,
                          const char              *site)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return (process == NULL || has_code (self, CAP_REGISTER_PROCESS, process)) &&
         (site == NULL || has_code (self, CAP_REGISTER_SITE, site));
}

static CapRecord *
new_lead (const CapRecord *line,
          const CapRecord *audit)
{
  CapRecord *lead = cap_record_new_part (CAP_REGISTER_AUDIT_MEMBER, NULL, audit->id);

  cap_record_set (lead, CAP_AUDIT_MEMBER_ROLE, "lead");
  cap_record_set (lead, CAP_AUDIT_MEMBER_WHO, cap_record_get (line, CAP_PROGRAMME_AUDITOR));
  cap_record_set (lead, CAP_AUDIT_MEMBER_WORKS_IN, cap_record_get (line, CAP_PROGRAMME_WORKS_IN));

  return lead;
}

/**
 * cap_programme_prepare:
 * @line: a line of the programme that no audit is recorded for
 * @audit: a new audit that has its code and its title; what the line plans of it is taken from there
 *
 * Returns: (transfer full): puts both
 */
CapCommand *
cap_programme_prepare (const CapRecord *line,
                       const CapRecord *audit)
{
  static const struct { guint audit, line; } same[] = {
    { CAP_AUDIT_KIND, CAP_PROGRAMME_KIND },           { CAP_AUDIT_DATE, CAP_PROGRAMME_PLANNED },
    { CAP_AUDIT_PROCESSES, CAP_PROGRAMME_PROCESSES }, { CAP_AUDIT_SITES, CAP_PROGRAMME_SITES },
    { CAP_AUDIT_REQUIREMENTS, CAP_PROGRAMME_REQUIREMENTS },
  };
  CapCommand *command;
  g_autoptr(CapRecord) filled = NULL;
  g_autoptr(CapRecord) tied = NULL;

  g_return_val_if_fail (line != NULL && line->kind == CAP_REGISTER_PROGRAMME, NULL);
  g_return_val_if_fail (audit != NULL && audit->kind == CAP_REGISTER_AUDIT, NULL);

  filled = cap_record_copy (audit);
  tied = cap_record_copy (line);
  command = cap_command_new (CAP_GESTURE_RECORD, cap_record_get_code (audit));
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    cap_record_set (filled, same[i].audit, cap_record_get (line, same[i].line));
  cap_record_set (tied, CAP_PROGRAMME_AUDIT, cap_record_get_code (audit));
  cap_command_put_record (command, filled);
  if (cap_record_get (line, CAP_PROGRAMME_AUDITOR) != NULL)
    {
      g_autoptr(CapRecord) lead = new_lead (line, audit);

      cap_command_put_record (command, lead);
    }
  cap_command_put_record (command, tied);

  return command;
}
