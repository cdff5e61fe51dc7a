/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/records/cap-section.h"

/* Returns: (nullable): the section of that name */
const CapSection *
cap_section_table_find (const CapSectionTable *self,
                        const char            *name)
{
  for (guint i = 0; i < self->n_sections; i++)
    {
      if (g_strcmp0 (self->sections[i].name, name) == 0)
        return &self->sections[i];
    }

  return NULL;
}

/* Returns: (nullable): the section that shows the register */
const CapSection *
cap_section_table_find_by_register (const CapSectionTable *self,
                                    CapRegisterKind        kind)
{
  for (guint i = 0; i < self->n_sections; i++)
    {
      for (guint j = 0; j < self->sections[i].n_registers; j++)
        {
          if (self->sections[i].registers[j] == kind)
            return &self->sections[i];
        }
    }

  return NULL;
}
