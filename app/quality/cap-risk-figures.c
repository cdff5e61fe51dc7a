/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-risk-figures.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-date.h"

/* A rating older than that is to be looked at again. */
#define MONTHS_THAT_HOLD 12

static void
free_figure (CapRiskFigure *self)
{
  g_ptr_array_unref (self->actions);
  g_free (self);
}

/* Returns: (element-type utf8 GPtrArray): the actions that treat each risk, by its code in small letters: a
 * register takes R-01 and r-01 for the same */
static GHashTable *
index_actions (const CapDossier *dossier)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                             (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < dossier->actions->len; i++)
    {
      CapAction *action = g_ptr_array_index (dossier->actions, i);

      for (guint j = 0; j < action->origins->len; j++)
        {
          const CapActionOrigin *origin = g_ptr_array_index (action->origins, j);
          g_autofree char *code = origin->kind == CAP_ORIGIN_RISK ? g_ascii_strdown (origin->code, -1) : NULL;
          GPtrArray *actions;

          if (code == NULL)
            continue;

          actions = g_hash_table_lookup (index, code);
          if (actions == NULL)
            {
              actions = g_ptr_array_new ();
              g_hash_table_insert (index, g_steal_pointer (&code), actions);
            }
          g_ptr_array_add (actions, action);
        }
    }

  return index;
}

static GPtrArray *
list_actions (GHashTable      *index,
              const CapRecord *risk)
{
  g_autofree char *code = g_ascii_strdown (cap_record_get_code (risk), -1);
  GPtrArray *actions = g_hash_table_lookup (index, code);

  return actions != NULL ? g_ptr_array_ref (actions) : g_ptr_array_new ();
}

/* Whether there are actions, all of them closed, the last one since the risk was rated. */
static gboolean
is_treated_since (const GPtrArray *actions,
                  const CapRecord *risk)
{
  const char *rated = cap_record_get (risk, CAP_RISK_RATED);
  const char *again = cap_record_get (risk, CAP_RISK_RATED_AFTER);
  const char *last = NULL;

  for (guint i = 0; i < actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (actions, i);

      if (cap_action_is_open (action))
        return FALSE;
      if (action->closed != NULL && g_strcmp0 (action->closed, last) > 0)
        last = action->closed;
    }

  if (last == NULL)
    return FALSE;

  return again != NULL ? strcmp (last, again) > 0 : rated == NULL || strcmp (last, rated) >= 0;
}

static gboolean
is_old (const CapRecord *risk,
        const char      *today)
{
  const char *rated = cap_record_get (risk, CAP_RISK_RATED);
  const char *again = cap_record_get (risk, CAP_RISK_RATED_AFTER);
  g_autofree char *end = NULL;

  if (rated == NULL && again == NULL)
    return FALSE;

  end = cap_date_add_months (g_strcmp0 (again, rated) > 0 ? again : rated, MONTHS_THAT_HOLD);

  return end != NULL && strcmp (end, today) < 0;
}

static CapRiskFigure *
make_figure (GHashTable      *index,
             const CapRecord *risk,
             const char      *today)
{
  CapRiskFigure *self = g_new0 (CapRiskFigure, 1);

  self->risk = risk;
  self->rating = cap_risk_get_rating (risk, FALSE);
  self->rating_after = cap_risk_get_rating (risk, TRUE);
  self->actions = list_actions (index, risk);
  if (cap_risk_figure_get_current (self) == CAP_RISK_UNRATED)
    self->due = CAP_RISK_DUE_RATE;
  else if (is_treated_since (self->actions, risk))
    self->due = CAP_RISK_DUE_ACTIONS;
  else if (is_old (risk, today))
    self->due = CAP_RISK_DUE_OLD;

  return self;
}

static int
compare_figures (gconstpointer one,
                 gconstpointer other)
{
  const CapRiskFigure *a = *(const CapRiskFigure * const *) one;
  const CapRiskFigure *b = *(const CapRiskFigure * const *) other;
  const int difference = cap_risk_figure_get_current (b) - cap_risk_figure_get_current (a);

  return difference != 0 ? difference : cap_record_compare (a->risk, b->risk);
}

/**
 * cap_risk_figures_list:
 * @today: ISO 8601
 *
 * Returns: (transfer full) (element-type CapRiskFigure): the risks and
 *   opportunities, the greatest first, those that nobody rated last
 */
GPtrArray *
cap_risk_figures_list (const CapDossier *dossier,
                       const char       *today)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) free_figure);
  const GPtrArray *risks;
  g_autoptr(GHashTable) index = NULL;

  g_return_val_if_fail (dossier != NULL && today != NULL, list);

  risks = dossier->registers[CAP_REGISTER_RISK];
  index = index_actions (dossier);
  for (guint i = 0; i < risks->len; i++)
    g_ptr_array_add (list, make_figure (index, g_ptr_array_index (risks, i), today));
  g_ptr_array_sort (list, compare_figures);

  return list;
}

/* What it is today: after treatment once that was rated. */
int
cap_risk_figure_get_current (const CapRiskFigure *self)
{
  g_return_val_if_fail (self != NULL, CAP_RISK_UNRATED);

  return self->rating_after != CAP_RISK_UNRATED ? self->rating_after : self->rating;
}

/**
 * cap_risk_figure_get_place:
 * @after: whether the treatment counts; a risk that was not rated again stays where it was
 * @likelihood: (out): 1 to 4
 * @severity: (out): 1 to 4
 *
 * Returns: whether it has a place in the grid
 */
gboolean
cap_risk_figure_get_place (const CapRiskFigure *self,
                           gboolean             after,
                           int                 *likelihood,
                           int                 *severity)
{
  gboolean again;

  g_return_val_if_fail (self != NULL && likelihood != NULL && severity != NULL, FALSE);

  again = after && self->rating_after != CAP_RISK_UNRATED;
  if (!again && self->rating == CAP_RISK_UNRATED)
    return FALSE;

  *likelihood = cap_record_get_number (self->risk, again ? CAP_RISK_LIKELIHOOD_AFTER : CAP_RISK_LIKELIHOOD);
  *severity = cap_record_get_number (self->risk, again ? CAP_RISK_SEVERITY_AFTER : CAP_RISK_SEVERITY);

  return TRUE;
}

static void
append (GString    *text,
        const char *part)
{
  if (part != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static char *
dup_rating (int rating)
{
  if (rating == CAP_RISK_UNRATED)
    return g_strdup (_("Not rated"));

  /* Translators: likelihood × severity, then what that amounts to: “12, very high” */
  return g_strdup_printf (_("%1$d (%2$s)"), rating,
                          cap_risk_band_get_label (cap_risk_band_from_rating (rating)));
}

/* Its nature, its rating before and after, its owner, how many actions treat it. */
char *
cap_risk_figure_dup_summary (const CapRiskFigure *self)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *rating = NULL;
  g_autofree char *actions = NULL;
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  before = dup_rating (self->rating);
  after = dup_rating (self->rating_after);
  if (self->rating_after != CAP_RISK_UNRATED)
    rating = g_strdup_printf ("%s → %s", before, after);
  if (self->actions->len > 0)
    actions = g_strdup_printf (ngettext ("%u action", "%u actions", self->actions->len), self->actions->len);
  append (text, cap_record_get_choice (self->risk, CAP_RISK_NATURE));
  append (text, rating != NULL ? rating : before);
  append (text, cap_record_get (self->risk, CAP_RISK_OWNER));
  append (text, actions);

  return g_string_free (text, FALSE);
}

/* Likelihood × severity, or %CAP_RISK_UNRATED while one of them is not known. */
int
cap_risk_get_rating (const CapRecord *risk,
                     gboolean         after)
{
  int likelihood;
  int severity;

  g_return_val_if_fail (risk != NULL && risk->kind == CAP_REGISTER_RISK, CAP_RISK_UNRATED);

  likelihood = cap_record_get_number (risk, after ? CAP_RISK_LIKELIHOOD_AFTER : CAP_RISK_LIKELIHOOD);
  severity = cap_record_get_number (risk, after ? CAP_RISK_SEVERITY_AFTER : CAP_RISK_SEVERITY);

  return likelihood > 0 && severity > 0 ? likelihood * severity : CAP_RISK_UNRATED;
}

CapRiskBand
cap_risk_band_from_rating (int rating)
{
  if (rating <= 0)
    return CAP_RISK_BAND_NONE;
  if (rating < 4)
    return CAP_RISK_BAND_LOW;
  if (rating < 8)
    return CAP_RISK_BAND_MEDIUM;

  return rating < 12 ? CAP_RISK_BAND_HIGH : CAP_RISK_BAND_VERY_HIGH;
}

const char *
cap_risk_band_get_label (CapRiskBand band)
{
  static const char * const labels[CAP_N_RISK_BANDS] = {
    [CAP_RISK_BAND_LOW] = N_("Low"),
    [CAP_RISK_BAND_MEDIUM] = N_("Medium"),
    [CAP_RISK_BAND_HIGH] = N_("High"),
    [CAP_RISK_BAND_VERY_HIGH] = N_("Very high"),
  };

  return band >= CAP_RISK_BAND_LOW && band < (int) CAP_N_RISK_BANDS ? gettext (labels[band]) : _("Not rated");
}

/* Returns: (nullable): why it is to be rated; %NULL when it is not */
const char *
cap_risk_due_get_label (CapRiskDue due)
{
  static const char * const labels[] = {
    [CAP_RISK_DUE_RATE] = N_("To be rated"),
    [CAP_RISK_DUE_ACTIONS] = N_("Its actions are closed: rate it again"),
    [CAP_RISK_DUE_OLD] = N_("Rated more than a year ago: rate it again"),
  };

  return due != CAP_RISK_DUE_NOT && due < G_N_ELEMENTS (labels) ? gettext (labels[due]) : NULL;
}
