/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CapDirection:
 * @CAP_DIRECTION_UP: the higher the better
 * @CAP_DIRECTION_DOWN: the lower the better
 * @CAP_DIRECTION_STEADY: to be kept at the target, neither above nor below
 */
typedef enum
{
  CAP_DIRECTION_UP,
  CAP_DIRECTION_DOWN,
  CAP_DIRECTION_STEADY,
} CapDirection;

#define CAP_N_DIRECTIONS (CAP_DIRECTION_STEADY + 1)

/**
 * CapFrequency:
 * @CAP_FREQUENCY_FREE: whenever there is a value: it is never late
 *
 * How often an indicator is measured.
 */
typedef enum
{
  CAP_FREQUENCY_FREE,
  CAP_FREQUENCY_MONTHLY,
  CAP_FREQUENCY_QUARTERLY,
  CAP_FREQUENCY_HALF_YEARLY,
  CAP_FREQUENCY_YEARLY,
} CapFrequency;

#define CAP_N_FREQUENCIES (CAP_FREQUENCY_YEARLY + 1)

/* Stands for a quantity that nobody gave. */
#define CAP_QUANTITY_UNSET G_MININT64

/**
 * CapIndicatorValue:
 * @date: ISO 8601: one value a day
 * @thousandths: the value times 1000
 * @comment: (nullable)
 */
typedef struct
{
  char   *date;
  gint64  thousandths;
  char   *comment;
} CapIndicatorValue;

/**
 * CapIndicator:
 * @id: UUID
 * @code: how people call it, “I-01”; never empty, its own
 * @label: never empty
 * @definition: (nullable): how it is counted
 * @source: (nullable): where the figure comes from
 * @unit: (nullable): “%”, “jours”
 * @owner: (nullable): a function: who enters the values
 * @objective: (nullable): code of the objective of the framework that it serves
 * @baseline: times 1000: where it started, or %CAP_QUANTITY_UNSET
 * @target: times 1000: where it should be, or %CAP_QUANTITY_UNSET
 * @tolerance: times 1000: how far from the target is still fine; 0 when nobody says
 * @created: (nullable): ISO 8601: from when values are expected
 * @values: (element-type CapIndicatorValue): by date
 *
 * Something that is measured. Actions refer to it; it may serve several.
 */
typedef struct
{
  char         *id;
  char         *code;
  char         *label;
  char         *definition;
  char         *source;
  char         *unit;
  char         *owner;
  char         *objective;
  CapFrequency  frequency;
  CapDirection  direction;
  gint64        baseline;
  gint64        target;
  gint64        tolerance;
  char         *created;
  GPtrArray    *values;
} CapIndicator;

CapIndicator      *cap_indicator_new             (const char          *id,
                                                  const char          *code,
                                                  const char          *label) G_GNUC_WARN_UNUSED_RESULT;
CapIndicator      *cap_indicator_copy            (const CapIndicator  *self) G_GNUC_WARN_UNUSED_RESULT;
void               cap_indicator_free            (CapIndicator        *self);
gboolean           cap_indicator_equal           (const CapIndicator  *self,
                                                  const CapIndicator  *other);
void               cap_indicator_set_value       (CapIndicator        *self,
                                                  const char          *date,
                                                  gint64               thousandths,
                                                  const char          *comment);
gboolean           cap_indicator_remove_value    (CapIndicator        *self,
                                                  const char          *date);
const CapIndicatorValue *cap_indicator_get_last  (const CapIndicator  *self);

const char        *cap_direction_to_name         (CapDirection         direction);
gboolean           cap_direction_from_name       (const char          *name,
                                                  CapDirection        *direction);
const char        *cap_direction_get_label       (CapDirection         direction);

const char        *cap_frequency_to_name         (CapFrequency         frequency);
gboolean           cap_frequency_from_name       (const char          *name,
                                                  CapFrequency        *frequency);
const char        *cap_frequency_get_label       (CapFrequency         frequency);
guint              cap_frequency_get_months      (CapFrequency         frequency);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapIndicator, cap_indicator_free)

G_END_DECLS
