/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/cap-framework-lists.h"

#include <string.h>

CapLevel *
cap_level_new (int number)
{
  CapLevel *self = g_new0 (CapLevel, 1);

  self->number = number;

  return self;
}

void
cap_level_free (CapLevel *self)
{
  g_free (self->label);
  g_free (self->step);
  g_free (self->descriptor);
  g_free (self->evidence);
  g_clear_pointer (&self->translations, g_ptr_array_unref);
  g_free (self);
}

CapPlainStep *
cap_plain_step_new (const char *label,
                    int         level)
{
  CapPlainStep *self = g_new0 (CapPlainStep, 1);

  self->label = g_strdup (label);
  self->level = level;

  return self;
}

void
cap_plain_step_free (CapPlainStep *self)
{
  g_free (self->label);
  g_free (self);
}

CapTerm *
cap_term_new (const char *code,
              const char *label)
{
  CapTerm *self = g_new0 (CapTerm, 1);

  self->code = g_strdup (code);
  self->label = g_strdup (label);

  return self;
}

void
cap_term_free (CapTerm *self)
{
  g_free (self->code);
  g_free (self->label);
  g_clear_pointer (&self->translations, g_ptr_array_unref);
  g_free (self);
}

CapBand *
cap_band_new (int         from,
              const char *label)
{
  CapBand *self = g_new0 (CapBand, 1);

  self->from = from;
  self->label = g_strdup (label);

  return self;
}

void
cap_band_free (CapBand *self)
{
  g_free (self->label);
  g_free (self);
}

CapFilter *
cap_filter_new (void)
{
  return g_new0 (CapFilter, 1);
}

void
cap_filter_free (CapFilter *self)
{
  g_free (self->code);
  g_free (self->label);
  g_strfreev (self->kinds);
  g_free (self);
}

CapService *
cap_service_new (void)
{
  return g_new0 (CapService, 1);
}

void
cap_service_free (CapService *self)
{
  g_free (self->code);
  g_free (self->label);
  g_free (self->summary);
  g_free (self->valid_from);
  g_free (self->valid_until);
  g_strfreev (self->triggers);
  g_free (self);
}

/**
 * cap_service_is_valid:
 * @self: a service
 * @date: a day, ISO 8601
 *
 * Returns: whether the service may be called on that day, bounds included
 */
gboolean
cap_service_is_valid (const CapService *self,
                      const char       *date)
{
  g_return_val_if_fail (self != NULL && date != NULL, FALSE);

  return (self->valid_from == NULL || strcmp (self->valid_from, date) <= 0) &&
         (self->valid_until == NULL || strcmp (date, self->valid_until) <= 0);
}

CapGlossaryEntry *
cap_glossary_entry_new (void)
{
  return g_new0 (CapGlossaryEntry, 1);
}

void
cap_glossary_entry_free (CapGlossaryEntry *self)
{
  g_free (self->term);
  g_free (self->expansion);
  g_free (self->text);
  g_strfreev (self->forms);
  g_free (self);
}

/* In files: these never change. */
static const char * const take_names[] = {
  [CAP_TAKE_CARRY] = "carry",
  [CAP_TAKE_REVIEW] = "review",
  [CAP_TAKE_LOWEST] = "lowest",
  [CAP_TAKE_HIGHEST] = "highest",
};

const char *
cap_take_to_name (CapTake take)
{
  g_return_val_if_fail (take < G_N_ELEMENTS (take_names), NULL);

  return take_names[take];
}

gboolean
cap_take_from_name (const char *name,
                    CapTake    *take)
{
  g_return_val_if_fail (name != NULL && take != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (take_names); i++)
    {
      if (g_str_equal (take_names[i], name))
        {
          *take = (CapTake) i;
          return TRUE;
        }
    }

  return FALSE;
}

CapMove *
cap_move_new (void)
{
  return g_new0 (CapMove, 1);
}

void
cap_move_free (CapMove *self)
{
  g_strfreev (self->from);
  g_free (self->to);
  g_free (self);
}

CapMapping *
cap_mapping_new (void)
{
  CapMapping *self = g_new0 (CapMapping, 1);

  self->moves = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_move_free);

  return self;
}

void
cap_mapping_free (CapMapping *self)
{
  g_free (self->version);
  g_ptr_array_unref (self->moves);
  g_free (self);
}
