/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/cap-register-private.h"

static const CapRegister *table[CAP_N_REGISTERS];

static void
add_to_table (const CapRegister *registers,
              guint              n_registers)
{
  for (guint i = 0; i < n_registers; i++)
    table[registers[i].kind] = &registers[i];
}

const CapRegister *
cap_register_get (CapRegisterKind kind)
{
  static gsize ready;

  g_return_val_if_fail (kind >= 0 && kind < CAP_N_REGISTERS, NULL);

  if (g_once_init_enter (&ready))
    {
      add_to_table (cap_registers_context, cap_n_registers_context);
      add_to_table (cap_registers_system, cap_n_registers_system);
      add_to_table (cap_registers_people, cap_n_registers_people);
      add_to_table (cap_registers_review, cap_n_registers_review);
      add_to_table (cap_registers_audit, cap_n_registers_audit);
      add_to_table (cap_registers_finding, cap_n_registers_finding);
      add_to_table (cap_registers_group, cap_n_registers_group);
      add_to_table (cap_registers_campaign, cap_n_registers_campaign);
      g_once_init_leave (&ready, 1);
    }

  return table[kind];
}

/**
 * cap_register_find:
 * @name: (nullable): its name in files
 *
 * Returns: (nullable): the register
 */
const CapRegister *
cap_register_find (const char *name)
{
  for (CapRegisterKind kind = 0; kind < CAP_N_REGISTERS; kind++)
    {
      const CapRegister *self = cap_register_get (kind);

      if (g_strcmp0 (self->name, name) == 0)
        return self;
    }

  return NULL;
}

/* Whether people call its records by a code, the first of its fields. */
gboolean
cap_register_has_code (const CapRegister *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_str_equal (self->fields[0].name, "code");
}

/**
 * cap_register_find_field:
 * @name: (nullable): the name of a field in files
 * @index: (out) (optional): where it stands
 *
 * Returns: (nullable): the field
 */
const CapField *
cap_register_find_field (const CapRegister *self,
                         const char        *name,
                         guint             *index)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->n_fields; i++)
    {
      if (g_strcmp0 (self->fields[i].name, name) != 0)
        continue;

      if (index != NULL)
        *index = i;

      return &self->fields[i];
    }

  return NULL;
}

/**
 * cap_field_find_choice:
 * @name: (nullable): the name of a choice in files
 *
 * Returns: (nullable): the choice
 */
const CapChoice *
cap_field_find_choice (const CapField *self,
                       const char     *name)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (const CapChoice *choice = self->choices; choice != NULL && choice->name != NULL; choice++)
    {
      if (g_strcmp0 (choice->name, name) == 0)
        return choice;
    }

  return NULL;
}

/* The register that the codes are of, or %CAP_REGISTER_NONE: indicators, clauses, criteria, routes and
 * grades are not records. */
CapRegisterKind
cap_refers_get_register (CapRefers self)
{
  switch (self)
    {
    case CAP_REFERS_PROCESS:
      return CAP_REGISTER_PROCESS;

    case CAP_REFERS_DOCUMENT:
      return CAP_REGISTER_DOCUMENT;

    case CAP_REFERS_AUDIT:
      return CAP_REGISTER_AUDIT;

    case CAP_REFERS_FINDING:
      return CAP_REGISTER_FINDING;

    case CAP_REFERS_SITE:
      return CAP_REGISTER_SITE;

    case CAP_REFERS_NOTHING:
    case CAP_REFERS_INDICATOR:
    case CAP_REFERS_REQUIREMENT:
    case CAP_REFERS_ROUTE:
    case CAP_REFERS_GRADE:
    case CAP_REFERS_CRITERION:
    default:
      return CAP_REGISTER_NONE;
    }
}
