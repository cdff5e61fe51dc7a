/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "audit/cap-group.h"

#include <string.h>

#include "audit/cap-finding-grade.h"
#include "audit/cap-programme.h"
#include "base/cap-date.h"
#include "base/cap-text.h"

#define MONTHS_SEEN 12

typedef enum { SEVERITY_NONE, SEVERITY_MINOR, SEVERITY_MAJOR } Severity;

/* A clause while sites are counted: each site once, whatever it has on it. */
typedef struct
{
  CapGroupClause *clause;
  GHashTable     *sites; /* CapGroupSite to whether one of its nonconformities is open */
} Count;

/* What the pass over the dossier needs. */
typedef struct
{
  CapGroup           *group;
  const CapCatalogue *catalogue;
  const char         *today;
  GHashTable         *by_code;    /* code, in any case, to CapGroupSite: borrowed both */
  GHashTable         *audits;     /* code, in any case, to CapRecord: borrowed both */
  GHashTable         *severities; /* route and grade to Severity + 1 */
  GHashTable         *seen;       /* CapGroupSite, a set */
  GHashTable         *counts;     /* number of a clause to Count */
  char               *seen_from;
} Pass;

static guint
code_hash (gconstpointer key)
{
  guint hash = 5381;

  for (const char *c = key; *c != '\0'; c++)
    hash = hash * 33 + (guchar) g_ascii_tolower (*c);

  return hash;
}

static gboolean
code_equal (gconstpointer a,
            gconstpointer b)
{
  return g_ascii_strcasecmp (a, b) == 0;
}

static void
clause_free (CapGroupClause *clause)
{
  g_free (clause->number);
  g_free (clause);
}

static void
count_free (Count *count)
{
  g_hash_table_unref (count->sites);
  g_free (count);
}

static gboolean
is_past (const char *day,
         const char *today)
{
  return day != NULL && strcmp (day, today) <= 0;
}

/* Keeps the later of two days in @latest. */
static void
keep_latest (const char **latest,
             const char  *day)
{
  if (day != NULL && (*latest == NULL || strcmp (*latest, day) < 0))
    *latest = day;
}

/* The certificate that runs begins the cycle; one that was not renewed in time begins none. */
static char *
dup_cycle (const CapDossier   *dossier,
           const CapCatalogue *catalogue,
           const char         *today)
{
  const GPtrArray *certificates = dossier->registers[CAP_REGISTER_CERTIFICATE];
  const GPtrArray *events = dossier->registers[CAP_REGISTER_CERTIFICATE_EVENT];
  g_autofree char *earliest = cap_date_add_months (today, -12 * (int) catalogue->cycle->years);
  const char *latest = earliest;

  for (guint i = 0; i < certificates->len; i++)
    {
      const char *decision = cap_record_get (g_ptr_array_index (certificates, i), CAP_CERTIFICATE_DECISION);

      keep_latest (&latest, is_past (decision, today) ? decision : NULL);
    }
  for (guint i = 0; i < events->len; i++)
    {
      const CapRecord *event = g_ptr_array_index (events, i);
      const char *date = cap_record_get (event, CAP_CERTIFICATE_EVENT_DATE);

      if (cap_record_is (event, CAP_CERTIFICATE_EVENT_KIND, "renewed"))
        keep_latest (&latest, is_past (date, today) ? date : NULL);
    }

  return g_strdup (latest);
}

static CapGroupSite *
new_site (const CapRecord *record,
          const CapGroup  *group,
          const char      *today)
{
  CapGroupSite *site = g_new0 (CapGroupSite, 1);
  const char *internal = cap_record_get (record, CAP_SITE_INTERNAL);
  const char *external = cap_record_get (record, CAP_SITE_EXTERNAL);

  site->record = record;
  site->central = cap_record_is (record, CAP_SITE_ROLE, "central");
  site->category = cap_record_get (record, CAP_SITE_CATEGORY);
  site->staff = cap_record_get_number (record, CAP_SITE_STAFF);
  site->internal = is_past (internal, today) ? internal : NULL;
  site->external = is_past (external, today) ? external : NULL;
  site->n_external = site->external != NULL && strcmp (site->external, group->since) >= 0 ? 1 : 0;

  return site;
}

static int
compare_sites (gconstpointer a,
               gconstpointer b)
{
  const CapGroupSite *one = *(const CapGroupSite * const *) a;
  const CapGroupSite *other = *(const CapGroupSite * const *) b;

  return cap_record_compare (one->record, other->record);
}

static void
list_sites (Pass *pass)
{
  CapGroup *group = pass->group;
  const GPtrArray *records = group->dossier->registers[CAP_REGISTER_SITE];

  for (guint i = 0; i < records->len; i++)
    {
      const CapRecord *record = g_ptr_array_index (records, i);

      if (!is_past (cap_record_get (record, CAP_SITE_LEFT), pass->today))
        g_ptr_array_add (group->sites, new_site (record, group, pass->today));
    }
  g_ptr_array_sort (group->sites, compare_sites);

  for (guint i = 0; i < group->sites->len; i++)
    {
      CapGroupSite *site = g_ptr_array_index (group->sites, i);

      g_hash_table_insert (pass->by_code, (gpointer) cap_record_get_code (site->record), site);
      group->n_population += site->central ? 0 : 1;
      group->n_staff += (guint) MAX (site->staff, 0);
    }
}

/* The central function is seen each time, and stands for no site. */
static void
mark_seen (Pass         *pass,
           CapGroupSite *site)
{
  if (!site->central)
    g_hash_table_add (pass->seen, site);
}

static void
see_site (Pass         *pass,
          CapGroupSite *site,
          gboolean      inside,
          const char   *day)
{
  if (inside)
    {
      keep_latest (&site->internal, day);
      return;
    }

  keep_latest (&site->external, day);
  site->n_external += strcmp (day, pass->group->since) >= 0 ? 1 : 0;
  if (strcmp (day, pass->seen_from) >= 0)
    mark_seen (pass, site);
}

static void
read_audit (Pass            *pass,
            const CapRecord *audit)
{
  const char *last = cap_record_get (audit, CAP_AUDIT_LAST_DAY);
  const char *day = last != NULL ? last : cap_record_get (audit, CAP_AUDIT_DATE);
  const gboolean inside = cap_audit_is_internal (audit);
  g_auto(GStrv) codes = NULL;

  g_hash_table_insert (pass->audits, (gpointer) cap_record_get_code (audit), (gpointer) audit);
  if (!is_past (day, pass->today))
    return;

  codes = cap_record_dup_codes (audit, CAP_AUDIT_SITES);
  for (guint i = 0; codes[i] != NULL; i++)
    {
      CapGroupSite *site = g_hash_table_lookup (pass->by_code, codes[i]);

      if (site != NULL)
        see_site (pass, site, inside, day);
    }
}

/* A sample is made before its audit: a site of it counts once it was seen since. */
static void
read_latest_sample (Pass *pass)
{
  const CapDossier *dossier = pass->group->dossier;
  const GPtrArray *samples = dossier->registers[CAP_REGISTER_SAMPLE];
  const CapRecord *latest = NULL;
  g_autoptr(GPtrArray) parts = NULL;

  for (guint i = 0; i < samples->len; i++)
    {
      const CapRecord *sample = g_ptr_array_index (samples, i);
      const char *date = cap_record_get (sample, CAP_SAMPLE_DATE);

      if (is_past (date, pass->today) &&
          (latest == NULL || strcmp (cap_record_get (latest, CAP_SAMPLE_DATE), date) <= 0))
        latest = sample;
    }
  if (latest == NULL)
    return;

  parts = cap_dossier_list_parts (dossier, CAP_REGISTER_SAMPLE_SITE, latest->id);
  for (guint i = 0; i < parts->len; i++)
    {
      const char *code = cap_record_get (g_ptr_array_index (parts, i), CAP_SAMPLE_SITE_SITE);
      CapGroupSite *site = code != NULL ? g_hash_table_lookup (pass->by_code, code) : NULL;

      if (site != NULL && site->external != NULL &&
          strcmp (site->external, cap_record_get (latest, CAP_SAMPLE_DATE)) >= 0)
        mark_seen (pass, site);
    }
}

/* The most severe nonconformity of a route comes last of its grades. */
static gboolean
is_most_severe (const CapGrade     *grade,
                const CapCatalogue *catalogue)
{
  for (guint i = 0; i < catalogue->routes->len; i++)
    {
      const GPtrArray *grades = ((const CapRoute *) g_ptr_array_index (catalogue->routes, i))->grades;
      const CapGrade *last = NULL;
      gboolean found = FALSE;

      for (guint j = 0; j < grades->len; j++)
        {
          const CapGrade *it = g_ptr_array_index (grades, j);

          found = found || it == grade;
          last = it->nonconformity ? it : last;
        }
      if (found)
        return last == grade;
    }

  return FALSE;
}

/* The grade of a finding follows from its code and from the route of its audit: each pair is looked for
 * once. A grade that is not known is a nonconformity, so that nothing is taken lightly. */
static Severity
get_severity (Pass            *pass,
              const CapRecord *finding)
{
  const char *audit_code = cap_record_get (finding, CAP_FINDING_AUDIT);
  const CapRecord *audit = audit_code != NULL ? g_hash_table_lookup (pass->audits, audit_code) : NULL;
  const char *route = audit != NULL ? cap_record_get (audit, CAP_AUDIT_ROUTE) : NULL;
  const char *code = cap_record_get (finding, CAP_FINDING_GRADE);
  g_autofree char *key = g_strconcat (route != NULL ? route : "", "\n", code, NULL);
  const CapGrade *grade;
  gpointer known = g_hash_table_lookup (pass->severities, key);
  Severity severity;

  if (known != NULL)
    return (Severity) (GPOINTER_TO_UINT (known) - 1);

  grade = cap_finding_find_grade (finding, pass->group->dossier, pass->catalogue);
  if (grade != NULL && !grade->nonconformity)
    severity = SEVERITY_NONE;
  else
    severity = grade != NULL && is_most_severe (grade, pass->catalogue) ? SEVERITY_MAJOR : SEVERITY_MINOR;
  g_hash_table_insert (pass->severities, g_steal_pointer (&key), GUINT_TO_POINTER (severity + 1));

  return severity;
}

static void
count_clause (Pass         *pass,
              CapGroupSite *site,
              const char   *number,
              gboolean      open)
{
  Count *count = g_hash_table_lookup (pass->counts, number);

  if (count == NULL)
    {
      count = g_new0 (Count, 1);
      count->clause = g_new0 (CapGroupClause, 1);
      count->clause->number = g_strdup (number);
      count->sites = g_hash_table_new (NULL, NULL);
      g_ptr_array_add (pass->group->clauses, count->clause);
      g_hash_table_insert (pass->counts, count->clause->number, count);
    }

  if (open || !g_hash_table_contains (count->sites, site))
    g_hash_table_insert (count->sites, site, GINT_TO_POINTER (open));
}

/* A minor one that was settled counts as long as what is seen goes back to it. */
static void
read_finding (Pass            *pass,
              const CapRecord *finding)
{
  const char *code = cap_record_get (finding, CAP_FINDING_SITE);
  const char *raised = cap_record_get (finding, CAP_FINDING_RAISED);
  const gboolean open = !cap_record_is (finding, CAP_FINDING_STATE, "closed");
  CapGroupSite *site = code != NULL ? g_hash_table_lookup (pass->by_code, code) : NULL;
  const Severity severity = site != NULL ? get_severity (pass, finding) : SEVERITY_NONE;
  g_auto(GStrv) numbers = NULL;

  if (severity == SEVERITY_NONE)
    return;

  if (open)
    {
      site->n_open++;
      site->major = site->major || severity == SEVERITY_MAJOR;
    }
  if (severity != SEVERITY_MINOR || !g_hash_table_contains (pass->seen, site) ||
      (!open && (raised == NULL || strcmp (raised, pass->seen_from) < 0)))
    return;

  numbers = cap_record_dup_codes (finding, CAP_FINDING_REQUIREMENTS);
  for (guint i = 0; numbers[i] != NULL; i++)
    count_clause (pass, site, numbers[i], open);
}

static int
compare_clauses (gconstpointer a,
                 gconstpointer b)
{
  const CapGroupClause *one = *(const CapGroupClause * const *) a;
  const CapGroupClause *other = *(const CapGroupClause * const *) b;

  return one->n_sites != other->n_sites ? (one->n_sites < other->n_sites) - (one->n_sites > other->n_sites)
                                        : cap_code_compare (one->number, other->number);
}

/* On one site only, nothing says that it is one of the group. */
static void
weigh_clauses (Pass *pass)
{
  CapGroup *group = pass->group;
  const CapRatio widespread = pass->catalogue->sampling->widespread;
  GHashTableIter iter;
  gpointer value;

  group->n_seen = g_hash_table_size (pass->seen);
  g_hash_table_iter_init (&iter, pass->counts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Count *count = value;
      GHashTableIter sites;
      gpointer open;

      count->clause->n_sites = g_hash_table_size (count->sites);
      g_hash_table_iter_init (&sites, count->sites);
      while (g_hash_table_iter_next (&sites, NULL, &open))
        count->clause->n_open += open != NULL ? 1 : 0;
      count->clause->widespread = count->clause->n_sites > 1 && count->clause->n_open > 0 &&
                                  (guint64) count->clause->n_sites * widespread.denominator >=
                                  (guint64) group->n_seen * widespread.numerator;
    }
  g_ptr_array_sort (group->clauses, compare_clauses);
}

static void
weigh_sites (CapGroup *group)
{
  for (guint i = 0; i < group->sites->len; i++)
    {
      CapGroupSite *site = g_ptr_array_index (group->sites, i);

      site->inside = site->internal != NULL && strcmp (site->internal, group->since) >= 0;
      if (!site->inside)
        {
          g_ptr_array_add (group->unseen, site);
          group->n_never += site->internal == NULL ? 1 : 0;
        }
      if (site->major)
        g_ptr_array_add (group->blocking, site);
    }
}

static void
go_through (Pass *pass)
{
  const CapDossier *dossier = pass->group->dossier;
  const GPtrArray *audits = dossier->registers[CAP_REGISTER_AUDIT];
  const GPtrArray *findings = dossier->registers[CAP_REGISTER_FINDING];

  list_sites (pass);
  for (guint i = 0; i < audits->len; i++)
    read_audit (pass, g_ptr_array_index (audits, i));
  for (guint i = 0; i < pass->group->sites->len; i++)
    {
      CapGroupSite *site = g_ptr_array_index (pass->group->sites, i);

      if (site->external != NULL && strcmp (site->external, pass->seen_from) >= 0)
        mark_seen (pass, site);
    }
  read_latest_sample (pass);
  for (guint i = 0; i < findings->len; i++)
    read_finding (pass, g_ptr_array_index (findings, i));
  weigh_clauses (pass);
  weigh_sites (pass->group);
}

/**
 * cap_group_new:
 * @dossier: kept as long as the group
 * @today: ISO 8601
 *
 * Goes once through the sites, the audits and the findings.
 *
 * Returns: (transfer full): how the group stands that day; without a site when it is not one
 */
CapGroup *
cap_group_new (CapDossier         *dossier,
               const CapCatalogue *catalogue,
               const char         *today)
{
  CapGroup *self;
  Pass pass = { 0 };

  g_return_val_if_fail (dossier != NULL && catalogue != NULL && cap_date_is_valid (today), NULL);

  self = g_new0 (CapGroup, 1);
  self->dossier = cap_dossier_ref (dossier);
  self->since = dup_cycle (dossier, catalogue, today);
  self->sites = g_ptr_array_new_with_free_func (g_free);
  self->unseen = g_ptr_array_new ();
  self->blocking = g_ptr_array_new ();
  self->clauses = g_ptr_array_new_with_free_func ((GDestroyNotify) clause_free);

  pass.group = self;
  pass.catalogue = catalogue;
  pass.today = today;
  pass.by_code = g_hash_table_new (code_hash, code_equal);
  pass.audits = g_hash_table_new (code_hash, code_equal);
  pass.severities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  pass.seen = g_hash_table_new (NULL, NULL);
  pass.counts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) count_free);
  pass.seen_from = cap_date_add_months (today, -MONTHS_SEEN);
  go_through (&pass);

  g_hash_table_unref (pass.by_code);
  g_hash_table_unref (pass.audits);
  g_hash_table_unref (pass.severities);
  g_hash_table_unref (pass.seen);
  g_hash_table_unref (pass.counts);
  g_free (pass.seen_from);

  return self;
}

void
cap_group_free (CapGroup *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->since);
  g_ptr_array_unref (self->sites);
  g_ptr_array_unref (self->unseen);
  g_ptr_array_unref (self->blocking);
  g_ptr_array_unref (self->clauses);
  cap_dossier_unref (self->dossier);
  g_free (self);
}

/* Returns: (nullable): the site of that code, in any case */
const CapGroupSite *
cap_group_find_site (const CapGroup *self,
                     const char     *code)
{
  g_return_val_if_fail (self != NULL && code != NULL, NULL);

  for (guint i = 0; i < self->sites->len; i++)
    {
      const CapGroupSite *site = g_ptr_array_index (self->sites, i);

      if (g_ascii_strcasecmp (cap_record_get_code (site->record), code) == 0)
        return site;
    }

  return NULL;
}
