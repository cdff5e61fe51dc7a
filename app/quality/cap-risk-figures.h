/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-dossier.h"

G_BEGIN_DECLS

#define CAP_RISK_UNRATED (-1)

/**
 * CapRiskBand:
 * @CAP_RISK_BAND_LOW: 1 to 3
 * @CAP_RISK_BAND_MEDIUM: 4 to 6
 * @CAP_RISK_BAND_HIGH: 8 and 9
 * @CAP_RISK_BAND_VERY_HIGH: 12 and 16
 *
 * What a rating, likelihood × severity, amounts to. An opportunity is rated the same way.
 */
typedef enum
{
  CAP_RISK_BAND_NONE = -1,
  CAP_RISK_BAND_LOW,
  CAP_RISK_BAND_MEDIUM,
  CAP_RISK_BAND_HIGH,
  CAP_RISK_BAND_VERY_HIGH,
} CapRiskBand;

#define CAP_N_RISK_BANDS (CAP_RISK_BAND_VERY_HIGH + 1)

/**
 * CapRiskDue:
 * @CAP_RISK_DUE_NOT: nothing is to be done
 * @CAP_RISK_DUE_RATE: it was never rated
 * @CAP_RISK_DUE_ACTIONS: all its actions were closed since it was rated
 * @CAP_RISK_DUE_OLD: it was rated more than twelve months ago
 *
 * Why a risk is to be rated, or rated again.
 */
typedef enum
{
  CAP_RISK_DUE_NOT,
  CAP_RISK_DUE_RATE,
  CAP_RISK_DUE_ACTIONS,
  CAP_RISK_DUE_OLD,
} CapRiskDue;

/**
 * CapRiskFigure:
 * @risk: the risk
 * @rating: before treatment, or %CAP_RISK_UNRATED
 * @rating_after: after it, or %CAP_RISK_UNRATED
 * @actions: (element-type CapAction): those that treat it, by number
 * @due: whether it is to be rated
 *
 * It borrows from its dossier.
 */
typedef struct
{
  const CapRecord *risk;
  int              rating;
  int              rating_after;
  GPtrArray       *actions;
  CapRiskDue       due;
} CapRiskFigure;

GPtrArray   *cap_risk_figures_list        (const CapDossier    *dossier,
                                           const char          *today) G_GNUC_WARN_UNUSED_RESULT;
int          cap_risk_figure_get_current  (const CapRiskFigure *self);
gboolean     cap_risk_figure_get_place    (const CapRiskFigure *self,
                                           gboolean             after,
                                           int                 *likelihood,
                                           int                 *severity);
char        *cap_risk_figure_dup_summary  (const CapRiskFigure *self) G_GNUC_WARN_UNUSED_RESULT;

int          cap_risk_get_rating          (const CapRecord     *risk,
                                           gboolean             after);
CapRiskBand  cap_risk_band_from_rating    (int                  rating);
const char  *cap_risk_band_get_label      (CapRiskBand          band);
const char  *cap_risk_due_get_label       (CapRiskDue           due);

G_END_DECLS
