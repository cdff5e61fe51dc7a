/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

/**
 * CapQualitySection:
 * @name: in addresses: “section/readiness”
 * @group: the title above it and its neighbours; %NULL goes on with the one before
 * @title: to be translated
 * @summary: what it is for, to be translated; %NULL says how many lines its registers have
 * @icon: a symbolic icon
 * @registers: (array length=n_registers): those that it shows
 * @create: (nullable): makes its view; %NULL shows the first of its registers
 *
 * A section of the CEDRE page.
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
} CapQualitySection;

#define CAP_QUALITY_SECTION_EVIDENCE "evidence"

const CapQualitySection *cap_quality_sections_list             (guint           *n_sections);
const CapQualitySection *cap_quality_sections_find             (const char      *name);
const CapQualitySection *cap_quality_sections_find_by_register (CapRegisterKind  kind);

G_END_DECLS
