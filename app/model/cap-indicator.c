/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/cap-indicator.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-text.h"

static const gsize text_offsets[] = {
  G_STRUCT_OFFSET (CapIndicator, id),
  G_STRUCT_OFFSET (CapIndicator, code),
  G_STRUCT_OFFSET (CapIndicator, label),
  G_STRUCT_OFFSET (CapIndicator, definition),
  G_STRUCT_OFFSET (CapIndicator, source),
  G_STRUCT_OFFSET (CapIndicator, unit),
  G_STRUCT_OFFSET (CapIndicator, owner),
  G_STRUCT_OFFSET (CapIndicator, objective),
  G_STRUCT_OFFSET (CapIndicator, created),
};

static const char * const direction_names[CAP_N_DIRECTIONS] = {
  [CAP_DIRECTION_UP] = "up",
  [CAP_DIRECTION_DOWN] = "down",
  [CAP_DIRECTION_STEADY] = "steady",
};

static const char * const direction_labels[CAP_N_DIRECTIONS] = {
  [CAP_DIRECTION_UP] = NC_("direction", "The higher the better"),
  [CAP_DIRECTION_DOWN] = NC_("direction", "The lower the better"),
  [CAP_DIRECTION_STEADY] = NC_("direction", "To be kept at the target"),
};

static const struct { const char *name; const char *label; guint months; } frequencies[CAP_N_FREQUENCIES] = {
  [CAP_FREQUENCY_FREE] = { "free", NC_("frequency", "No fixed date"), 0 },
  [CAP_FREQUENCY_MONTHLY] = { "monthly", NC_("frequency", "Every month"), 1 },
  [CAP_FREQUENCY_QUARTERLY] = { "quarterly", NC_("frequency", "Every quarter"), 3 },
  [CAP_FREQUENCY_HALF_YEARLY] = { "half-yearly", NC_("frequency", "Every half-year"), 6 },
  [CAP_FREQUENCY_YEARLY] = { "yearly", NC_("frequency", "Every year"), 12 },
};

static CapIndicatorValue *
make_value (const char *date,
            gint64      thousandths,
            const char *comment)
{
  CapIndicatorValue *value = g_new0 (CapIndicatorValue, 1);

  value->date = g_strdup (date);
  value->thousandths = thousandths;
  value->comment = g_strdup (comment);

  return value;
}

static void
free_value (CapIndicatorValue *value)
{
  g_free (value->date);
  g_free (value->comment);
  g_free (value);
}

/**
 * cap_indicator_new:
 * @id: (nullable): its UUID; a new one when %NULL
 *
 * Returns: (transfer full): an indicator without target nor values
 */
CapIndicator *
cap_indicator_new (const char *id,
                   const char *code,
                   const char *label)
{
  CapIndicator *self = g_new0 (CapIndicator, 1);

  g_return_val_if_fail (code != NULL && label != NULL, NULL);

  self->id = id != NULL ? g_strdup (id) : g_uuid_string_random ();
  self->code = g_strdup (code);
  self->label = g_strdup (label);
  self->baseline = CAP_QUANTITY_UNSET;
  self->target = CAP_QUANTITY_UNSET;
  self->values = g_ptr_array_new_with_free_func ((GDestroyNotify) free_value);

  return self;
}

CapIndicator *
cap_indicator_copy (const CapIndicator *self)
{
  CapIndicator *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  for (guint i = 0; i < G_N_ELEMENTS (text_offsets); i++)
    {
      const char *text = G_STRUCT_MEMBER (char *, self, text_offsets[i]);

      G_STRUCT_MEMBER (char *, copy, text_offsets[i]) = g_strdup (text);
    }

  copy->values = g_ptr_array_new_with_free_func ((GDestroyNotify) free_value);
  for (guint i = 0; i < self->values->len; i++)
    {
      const CapIndicatorValue *value = g_ptr_array_index (self->values, i);

      g_ptr_array_add (copy->values, make_value (value->date, value->thousandths, value->comment));
    }

  return copy;
}

void
cap_indicator_free (CapIndicator *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (text_offsets); i++)
    g_free (G_STRUCT_MEMBER (char *, self, text_offsets[i]));
  g_ptr_array_unref (self->values);
  g_free (self);
}

static gboolean
have_same_values (const CapIndicator *self,
                  const CapIndicator *other)
{
  if (self->values->len != other->values->len)
    return FALSE;

  for (guint i = 0; i < self->values->len; i++)
    {
      const CapIndicatorValue *one = g_ptr_array_index (self->values, i);
      const CapIndicatorValue *two = g_ptr_array_index (other->values, i);

      if (!g_str_equal (one->date, two->date) || one->thousandths != two->thousandths ||
          g_strcmp0 (one->comment, two->comment) != 0)
        return FALSE;
    }

  return TRUE;
}

gboolean
cap_indicator_equal (const CapIndicator *self,
                     const CapIndicator *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (text_offsets); i++)
    {
      if (g_strcmp0 (G_STRUCT_MEMBER (char *, self, text_offsets[i]),
                     G_STRUCT_MEMBER (char *, other, text_offsets[i])) != 0)
        return FALSE;
    }

  return self->frequency == other->frequency && self->direction == other->direction &&
         self->baseline == other->baseline && self->target == other->target &&
         self->tolerance == other->tolerance && have_same_values (self, other);
}

/* Where the value of a day is, or where it belongs. */
static gboolean
find_value (const CapIndicator *self,
            const char         *date,
            guint              *index)
{
  for (*index = 0; *index < self->values->len; (*index)++)
    {
      int order = strcmp (((CapIndicatorValue *) g_ptr_array_index (self->values, *index))->date, date);

      if (order >= 0)
        return order == 0;
    }

  return FALSE;
}

/**
 * cap_indicator_set_value:
 * @date: ISO 8601; the value that this day had is replaced
 * @thousandths: the value times 1000
 */
void
cap_indicator_set_value (CapIndicator *self,
                         const char   *date,
                         gint64        thousandths,
                         const char   *comment)
{
  CapIndicatorValue *value;
  guint index;

  g_return_if_fail (self != NULL && date != NULL);

  if (find_value (self, date, &index))
    {
      value = g_ptr_array_index (self->values, index);
      value->thousandths = thousandths;
      cap_set_string (&value->comment, comment);
      return;
    }

  g_ptr_array_insert (self->values, (int) index, make_value (date, thousandths, comment));
}

gboolean
cap_indicator_remove_value (CapIndicator *self,
                            const char   *date)
{
  guint index;

  g_return_val_if_fail (self != NULL && date != NULL, FALSE);

  if (!find_value (self, date, &index))
    return FALSE;

  g_ptr_array_remove_index (self->values, index);

  return TRUE;
}

/* (nullable): the newest value. */
const CapIndicatorValue *
cap_indicator_get_last (const CapIndicator *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->values->len > 0 ? g_ptr_array_index (self->values, self->values->len - 1) : NULL;
}

const char *
cap_direction_to_name (CapDirection direction)
{
  g_return_val_if_fail (direction < CAP_N_DIRECTIONS, NULL);

  return direction_names[direction];
}

gboolean
cap_direction_from_name (const char   *name,
                         CapDirection *direction)
{
  g_return_val_if_fail (name != NULL && direction != NULL, FALSE);

  for (guint i = 0; i < CAP_N_DIRECTIONS; i++)
    {
      if (g_str_equal (direction_names[i], name))
        {
          *direction = (CapDirection) i;
          return TRUE;
        }
    }

  return FALSE;
}

const char *
cap_direction_get_label (CapDirection direction)
{
  g_return_val_if_fail (direction < CAP_N_DIRECTIONS, NULL);

  return g_dpgettext2 (NULL, "direction", direction_labels[direction]);
}

const char *
cap_frequency_to_name (CapFrequency frequency)
{
  g_return_val_if_fail (frequency < CAP_N_FREQUENCIES, NULL);

  return frequencies[frequency].name;
}

gboolean
cap_frequency_from_name (const char   *name,
                         CapFrequency *frequency)
{
  g_return_val_if_fail (name != NULL && frequency != NULL, FALSE);

  for (guint i = 0; i < CAP_N_FREQUENCIES; i++)
    {
      if (g_str_equal (frequencies[i].name, name))
        {
          *frequency = (CapFrequency) i;
          return TRUE;
        }
    }

  return FALSE;
}

const char *
cap_frequency_get_label (CapFrequency frequency)
{
  g_return_val_if_fail (frequency < CAP_N_FREQUENCIES, NULL);

  return g_dpgettext2 (NULL, "frequency", frequencies[frequency].label);
}

/* Months between two values; 0 when there is no fixed date. */
guint
cap_frequency_get_months (CapFrequency frequency)
{
  g_return_val_if_fail (frequency < CAP_N_FREQUENCIES, 0);

  return frequencies[frequency].months;
}
