/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quality/cap-record-origins.h"

static const struct
{
  CapRegisterKind kind;
  CapOriginKind   origin;
} origins[] = {
  { CAP_REGISTER_RISK, CAP_ORIGIN_RISK },
  { CAP_REGISTER_GOAL, CAP_ORIGIN_GOAL },
  { CAP_REGISTER_COMPLAINT, CAP_ORIGIN_COMPLAINT },
  { CAP_REGISTER_COMMITMENT, CAP_ORIGIN_COMMITMENT },
  { CAP_REGISTER_EXCLUSION, CAP_ORIGIN_REQUIREMENT },
  { CAP_REGISTER_FINDING, CAP_ORIGIN_FINDING },
};

/* Whether actions come from the lines of a register; @origin is what they say then. */
gboolean
cap_register_is_origin (CapRegisterKind  kind,
                        CapOriginKind   *origin)
{
  g_return_val_if_fail (origin != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (origins); i++)
    {
      if (origins[i].kind == kind)
        {
          *origin = origins[i].origin;
          return TRUE;
        }
    }

  return FALSE;
}

gboolean
cap_action_comes_from (const CapAction *action,
                       CapOriginKind    origin,
                       const char      *code)
{
  g_return_val_if_fail (action != NULL && code != NULL, FALSE);

  for (guint i = 0; i < action->origins->len; i++)
    {
      const CapActionOrigin *from = g_ptr_array_index (action->origins, i);

      if (from->kind == origin && g_ascii_strcasecmp (from->code, code) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * cap_record_put_renamed_origins:
 * @command: takes the actions that came from @old, which come from @new now
 *
 * A line of a register has another code: what it led to is still found from it. The numbers of
 * clauses are not ours to change.
 */
void
cap_record_put_renamed_origins (CapCommand       *command,
                                const CapDossier *dossier,
                                CapRegisterKind   kind,
                                const char       *old,
                                const char       *new)
{
  CapOriginKind origin;

  if (!cap_register_is_origin (kind, &origin) || origin == CAP_ORIGIN_REQUIREMENT)
    return;

  for (guint i = 0; i < dossier->actions->len; i++)
    {
      g_autoptr(CapAction) action = NULL;

      if (!cap_action_comes_from (g_ptr_array_index (dossier->actions, i), origin, old))
        continue;

      action = cap_action_copy (g_ptr_array_index (dossier->actions, i));
      for (guint j = 0; j < action->origins->len; j++)
        {
          CapActionOrigin *from = g_ptr_array_index (action->origins, j);

          if (from->kind == origin && g_ascii_strcasecmp (from->code, old) == 0)
            {
              g_free (from->code);
              from->code = g_strdup (new);
            }
        }
      cap_command_put_action (command, action);
    }
}
