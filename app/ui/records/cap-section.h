/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

/**
 * CapSection:
 * @name: in addresses: “section/readiness”
 * @group: the title above it and its neighbours; %NULL goes on with the one before
 * @title: to be translated
 * @summary: what it is for, to be translated; %NULL says how many lines its registers have
 * @icon: a symbolic icon
 * @registers: (array length=n_registers): those that it shows
 * @create: (nullable): makes its view; %NULL shows the first of its registers
 * @dup_state: (nullable): says how it stands in a few words, or %NULL; the number of lines is said otherwise
 *
 * A section of a page of registers.
 */
typedef struct
{
  const char      *name;
  const char      *group;
  const char      *title;
  const char      *summary;
  const char      *icon;
  CapRegisterKind  registers[3];
  guint            n_registers;
  GtkWidget     *(*create) (CapWorkspace *workspace);
  char          *(*dup_state) (CapDossier         *dossier,
                               const CapCatalogue *catalogue,
                               const char         *today);
} CapSection;

/**
 * CapSectionTable:
 * @sections: (array length=n_sections): in the order of the page
 * @create_record: (nullable): makes the page of a line, a CapRecordView; %NULL, or %NULL from it, is a
 *   CapRecordPage
 *
 * The sections of a page.
 */
typedef struct
{
  const CapSection *sections;
  guint             n_sections;
  GtkWidget      *(*create_record) (CapWorkspace    *workspace,
                                    CapRegisterKind  kind);
} CapSectionTable;

const CapSection *cap_section_table_find             (const CapSectionTable *self,
                                                      const char            *name);
const CapSection *cap_section_table_find_by_register (const CapSectionTable *self,
                                                      CapRegisterKind        kind);

G_END_DECLS
