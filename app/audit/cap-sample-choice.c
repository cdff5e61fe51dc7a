/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "audit/cap-sample-choice.h"

#include <glib/gi18n.h>

#include "audit/cap-draw.h"
#include "audit/cap-sample-order-private.h"
#include "base/cap-text.h"

G_DEFINE_QUARK (cap-sample-error-quark, cap_sample_error)

/* The sample while it is made. */
typedef struct
{
  CapSampleChoice        *choice;
  const CapSamplingRules *rules;
  GHashTable             *shares; /* category, folded, to CapSampleShare */
  GHashTable             *shared; /* CapGroupSite to its CapSampleShare, borrowed both */
  GHashTable             *added;  /* CapGroupSite to the reason, borrowed both */
  GHashTable             *taken;  /* CapGroupSite, a set */
} Making;

CapSampleAddition *
cap_sample_addition_new (const char *code,
                         const char *reason)
{
  CapSampleAddition *self = g_new0 (CapSampleAddition, 1);

  self->code = g_strdup (code);
  self->reason = g_strdup (reason);

  return self;
}

void
cap_sample_addition_free (CapSampleAddition *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->code);
  g_free (self->reason);
  g_free (self);
}

/* In files, never translated. */
const char *
cap_sample_how_to_name (CapSampleHow self)
{
  static const char * const names[] = { "random", "chosen", "added" };

  g_return_val_if_fail ((guint) self < G_N_ELEMENTS (names), NULL);

  return names[self];
}

static char *
dup_category (const CapGroupSite *site)
{
  return site->category != NULL ? cap_text_fold (site->category) : g_strdup ("");
}

static CapSampleShare *
get_share (Making             *making,
           const CapGroupSite *site)
{
  return g_hash_table_lookup (making->shared, site);
}

static void
count_share (Making             *making,
             const CapGroupSite *site)
{
  g_autofree char *category = dup_category (site);
  CapSampleShare *share = g_hash_table_lookup (making->shares, category);

  if (share == NULL)
    {
      share = g_new0 (CapSampleShare, 1);
      share->label = site->category;
      g_hash_table_insert (making->shares, g_steal_pointer (&category), share);
    }
  share->n_sites++;
  g_hash_table_insert (making->shared, (gpointer) site, share);
}

static void
take (Making             *making,
      const CapGroupSite *site,
      CapSampleHow        how,
      char               *reason)
{
  CapSampleSite *it = g_new0 (CapSampleSite, 1);

  it->site = site;
  it->how = how;
  it->reason = reason;
  g_ptr_array_add (making->choice->sites, it);
  g_hash_table_add (making->taken, (gpointer) site);
  get_share (making, site)->n_sampled++;
}

/* Somebody wanted it besides: the draw does not say otherwise, and both reasons stay. */
static char *
dup_random_reason (Making             *making,
                   const CapGroupSite *site,
                   guint64             seed)
{
  const char *added = g_hash_table_lookup (making->added, site);
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, seed);

  if (added == NULL)
    /* Translators: %s is the number that the draw is made with */
    return g_strdup_printf (_("Drawn at random with the seed %s."), number);

  /* Translators: %s is why somebody added a site that the draw gave as well */
  return g_strdup_printf (_("Drawn at random, and added: %s"), added);
}

static void
draw (Making    *making,
      GPtrArray *sites,
      guint64    seed,
      gsize      count)
{
  g_autoptr(GArray) drawn = cap_draw (seed, sites->len, count);

  for (guint i = 0; i < drawn->len; i++)
    {
      const CapGroupSite *site = g_ptr_array_index (sites, g_array_index (drawn, guint64, i));

      take (making, site, CAP_SAMPLE_RANDOM, dup_random_reason (making, site, seed));
    }
}

/* The one that goes first of those that are left, and the one that would go in its place. What was added
 * is besides what the formula asks for. Returns: whether there is one */
static gboolean
find_next (Making             *making,
           GPtrArray          *sites,
           CapSampleCandidate *first,
           CapSampleCandidate *second)
{
  *first = *second = (CapSampleCandidate) { NULL, NULL };
  for (guint i = 0; i < sites->len; i++)
    {
      const CapGroupSite *site = g_ptr_array_index (sites, i);
      CapSampleCandidate it = { site, NULL };

      if (g_hash_table_contains (making->taken, site) || g_hash_table_contains (making->added, site))
        continue;

      it.share = get_share (making, site);
      if (first->site == NULL || cap_sample_candidate_compare (&it, first, NULL) < 0)
        {
          *second = *first;
          *first = it;
        }
      else if (second->site == NULL || cap_sample_candidate_compare (&it, second, NULL) < 0)
        {
          *second = it;
        }
    }

  return first->site != NULL;
}

static void
choose (Making    *making,
        GPtrArray *sites,
        gsize      count)
{
  CapSampleCandidate first;
  CapSampleCandidate second;

  for (gsize i = 0; i < count && find_next (making, sites, &first, &second); i++)
    take (making, first.site, CAP_SAMPLE_CHOSEN,
          cap_sample_candidate_dup_reason (&first, second.site != NULL ? &second : NULL));
}

static void
add_sites (Making          *making,
           const CapGroup  *group,
           const GPtrArray *additions)
{
  for (guint i = 0; additions != NULL && i < additions->len; i++)
    {
      const CapSampleAddition *addition = g_ptr_array_index (additions, i);
      const CapGroupSite *site = cap_group_find_site (group, addition->code);

      if (!g_hash_table_contains (making->taken, site))
        take (making, site, CAP_SAMPLE_ADDED, g_strdup (addition->reason));
    }
}

static gboolean
check_addition (Making                   *making,
                const CapGroup           *group,
                const CapSampleAddition  *addition,
                GError                  **error)
{
  const CapGroupSite *site = cap_group_find_site (group, addition->code);
  g_autofree char *reason = g_strstrip (g_strdup (addition->reason != NULL ? addition->reason : ""));

  if (site == NULL || site->central)
    g_set_error (error, CAP_SAMPLE_ERROR, CAP_SAMPLE_ERROR_SITE,
                 /* Translators: %s is a code */
                 _("%s is not a site that can be added: the central function is audited in any case."),
                 addition->code);
  else if (*reason == '\0')
    g_set_error (error, CAP_SAMPLE_ERROR, CAP_SAMPLE_ERROR_REASON,
                 /* Translators: %s is the code of a site */
                 _("Say why %s is added: the certification body will ask."), addition->code);
  else if (!g_hash_table_insert (making->added, (gpointer) site, addition->reason))
    g_set_error (error, CAP_SAMPLE_ERROR, CAP_SAMPLE_ERROR_TWICE,
                 /* Translators: %s is the code of a site */
                 _("%s is added twice."), addition->code);
  else
    return TRUE;

  return FALSE;
}

static gboolean
check_additions (Making           *making,
                 const CapGroup   *group,
                 const GPtrArray  *additions,
                 GError          **error)
{
  for (guint i = 0; additions != NULL && i < additions->len; i++)
    {
      if (!check_addition (making, group, g_ptr_array_index (additions, i), error))
        return FALSE;
    }

  return TRUE;
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  return g_strcmp0 (*(const char * const *) a, *(const char * const *) b);
}

/* By category, in their order, or all in one. Returns: (element-type GPtrArray) */
static GPtrArray *
list_strata (Making         *making,
             const CapGroup *group,
             gboolean        by_category)
{
  GPtrArray *strata = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < group->sites->len; i++)
    {
      CapGroupSite *site = g_ptr_array_index (group->sites, i);
      g_autofree char *key = by_category ? dup_category (site) : g_strdup ("");

      if (site->central)
        continue;

      count_share (making, site);
      if (!g_hash_table_contains (by_key, key))
        {
          g_ptr_array_add (keys, g_strdup (key));
          g_hash_table_insert (by_key, g_ptr_array_index (keys, keys->len - 1), g_ptr_array_new ());
        }
      g_ptr_array_add (g_hash_table_lookup (by_key, key), site);
    }

  g_ptr_array_sort (keys, compare_keys);
  for (guint i = 0; i < keys->len; i++)
    g_ptr_array_add (strata, g_hash_table_lookup (by_key, g_ptr_array_index (keys, i)));

  return strata;
}

/* First all draws, then all choices: what is drawn counts in how categories are represented. */
static void
fill (Making    *making,
      GPtrArray *strata)
{
  CapSampleChoice *choice = making->choice;
  g_autofree guint64 *left = g_new0 (guint64, strata->len + 1);

  for (guint i = 0; i < strata->len; i++)
    {
      GPtrArray *sites = g_ptr_array_index (strata, i);
      const guint64 minimum = cap_sampling_get_minimum (making->rules, choice->audit, choice->reduced,
                                                        sites->len);
      const guint64 random = cap_sampling_get_random (making->rules, minimum);

      choice->n_sites += sites->len;
      choice->minimum += minimum;
      left[i] = minimum - random;
      draw (making, sites, choice->seed + i, random);
    }
  for (guint i = 0; i < strata->len; i++)
    choose (making, g_ptr_array_index (strata, i), left[i]);

  choice->without_sampling = cap_sampling_get_without_sampling (making->rules, choice->audit,
                                                                choice->n_sites);
}

/**
 * cap_sample_choice_new:
 * @group: must outlive the choice
 * @error: return location for a [error@Cap.SampleError]
 *
 * A part is drawn among the sites by code; the rest is chosen so that what is seen over the cycle differs
 * the most. The categories are drawn apart with @seed, then the numbers after it. A site that is both
 * drawn and added counts once. The central function is never in it: it is audited besides.
 *
 * Returns: (transfer full): the sample; the same for the same group, demand and rules
 */
CapSampleChoice *
cap_sample_choice_new (const CapGroup          *group,
                       const CapSamplingRules  *rules,
                       const CapSampleDemand   *demand,
                       GError                 **error)
{
  g_autoptr(CapSampleChoice) self = NULL;
  g_autoptr(GHashTable) shares = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GHashTable) shared = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) added = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) taken = g_hash_table_new (NULL, NULL);
  g_autoptr(GPtrArray) strata = NULL;
  Making making = { NULL, rules, shares, shared, added, taken };

  g_return_val_if_fail (group != NULL && rules != NULL && demand != NULL, NULL);

  if (!check_additions (&making, group, demand->additions, error))
    return NULL;

  self = g_new0 (CapSampleChoice, 1);
  self->audit = demand->audit;
  self->reduced = demand->reduced && demand->audit == CAP_SAMPLING_RECERTIFICATION;
  self->by_category = demand->by_category;
  self->seed = demand->seed;
  self->sites = g_ptr_array_new ();
  making.choice = self;

  strata = list_strata (&making, group, demand->by_category);
  fill (&making, strata);
  add_sites (&making, group, demand->additions);

  return g_steal_pointer (&self);
}

void
cap_sample_choice_free (CapSampleChoice *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->sites->len; i++)
    {
      CapSampleSite *site = g_ptr_array_index (self->sites, i);

      g_free (site->reason);
      g_free (site);
    }
  g_ptr_array_unref (self->sites);
  g_free (self);
}

/**
 * cap_sample_choice_new_record:
 * @code: of the sample
 * @today: ISO 8601
 *
 * Returns: (transfer full): the line of the register that keeps it
 */
CapRecord *
cap_sample_choice_new_record (const CapSampleChoice *self,
                              const char            *code,
                              const char            *today)
{
  CapRecord *sample = cap_record_new (CAP_REGISTER_SAMPLE, NULL);
  g_autofree char *seed = NULL;

  g_return_val_if_fail (self != NULL, sample);

  seed = g_strdup_printf ("%" G_GUINT64_FORMAT, self->seed);
  cap_record_set (sample, CAP_SAMPLE_CODE, code);
  cap_record_set (sample, CAP_SAMPLE_DATE, today);
  cap_record_set (sample, CAP_SAMPLE_AUDIT, cap_sampling_audit_to_name (self->audit));
  cap_record_set (sample, CAP_SAMPLE_REDUCED, self->reduced ? "yes" : "no");
  cap_record_set (sample, CAP_SAMPLE_BY_CATEGORY, self->by_category ? "yes" : "no");
  cap_record_set_number (sample, CAP_SAMPLE_POPULATION, (int) self->n_sites);
  cap_record_set_number (sample, CAP_SAMPLE_MINIMUM, (int) self->minimum);
  cap_record_set (sample, CAP_SAMPLE_SEED, seed);

  return sample;
}

/**
 * cap_sample_choice_new_command:
 * @sample: from cap_sample_choice_new_record()
 *
 * Returns: (transfer full): the gesture that keeps it, with its sites
 */
CapCommand *
cap_sample_choice_new_command (const CapSampleChoice *self,
                               const CapRecord       *sample)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_RECORD, cap_record_get_code (sample));

  g_return_val_if_fail (self != NULL, command);

  cap_command_put_record (command, sample);
  for (guint i = 0; i < self->sites->len; i++)
    {
      const CapSampleSite *it = g_ptr_array_index (self->sites, i);
      g_autoptr(CapRecord) part = cap_record_new_part (CAP_REGISTER_SAMPLE_SITE, NULL, sample->id);

      cap_record_set (part, CAP_SAMPLE_SITE_SITE, cap_record_get_code (it->site->record));
      cap_record_set (part, CAP_SAMPLE_SITE_HOW, cap_sample_how_to_name (it->how));
      cap_record_set (part, CAP_SAMPLE_SITE_REASON, it->reason);
      cap_command_put_record (command, part);
    }

  return command;
}
