/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quality/cap-address.h"

#include <string.h>

static const char * const kinds[] = {
  [CAP_ADDRESS_CRITERION] = "criterion",
  [CAP_ADDRESS_ACTION] = "action",
  [CAP_ADDRESS_INDICATOR] = "indicator",
  [CAP_ADDRESS_REQUIREMENT] = "requirement",
  [CAP_ADDRESS_EVIDENCE] = "evidence",
  [CAP_ADDRESS_REGISTER] = "register",
  [CAP_ADDRESS_RECORD] = "record",
  [CAP_ADDRESS_SECTION] = "section",
  [CAP_ADDRESS_PAGE] = "page",
};

/* Returns: (transfer full): the address of @target, as its kind names it */
char *
cap_address_new (CapAddressKind  kind,
                 const char     *target)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kinds) && target != NULL, NULL);

  return g_strconcat (kinds[kind], "/", target, NULL);
}

char *
cap_address_new_for_record (const CapRecord *record)
{
  g_autofree char *target = NULL;

  g_return_val_if_fail (record != NULL, NULL);

  target = g_strconcat (cap_register_get (record->kind)->name, "/", record->id, NULL);

  return cap_address_new (CAP_ADDRESS_RECORD, target);
}

char *
cap_address_new_for_action (const CapAction *action)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (action != NULL, NULL);

  number = g_strdup_printf ("%u", action->number);

  return cap_address_new (CAP_ADDRESS_ACTION, number);
}

/**
 * cap_address_parse:
 * @kind: (out): what it is the address of
 * @target: (out) (transfer full): which one
 *
 * Returns: whether it is an address
 */
gboolean
cap_address_parse (const char      *address,
                   CapAddressKind  *kind,
                   char           **target)
{
  const char *slash;

  g_return_val_if_fail (address != NULL && kind != NULL && target != NULL, FALSE);

  slash = strchr (address, '/');
  for (guint i = 0; slash != NULL && i < G_N_ELEMENTS (kinds); i++)
    {
      if (strlen (kinds[i]) != (gsize) (slash - address) || !g_str_has_prefix (address, kinds[i]))
        continue;

      *kind = (CapAddressKind) i;
      *target = g_strdup (slash + 1);
      return TRUE;
    }

  return FALSE;
}

/**
 * cap_address_parse_record:
 * @target: of an address of a record
 * @kind: (out): its register
 * @id: (out) (transfer full): its UUID
 *
 * Returns: whether it names a record
 */
gboolean
cap_address_parse_record (const char       *target,
                          CapRegisterKind  *kind,
                          char            **id)
{
  g_auto(GStrv) parts = NULL;
  const CapRegister *reg;

  g_return_val_if_fail (target != NULL && kind != NULL && id != NULL, FALSE);

  parts = g_strsplit (target, "/", 2);
  reg = cap_register_find (parts[0]);
  if (reg == NULL || parts[1] == NULL)
    return FALSE;

  *kind = reg->kind;
  *id = g_strdup (parts[1]);

  return TRUE;
}
