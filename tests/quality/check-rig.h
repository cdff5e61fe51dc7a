/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "quality/cap-radiography.h"

#define RIG_TODAY "2026-11-20"

/* A dossier in which a test puts one fault, and a catalogue: 7.1.5, 8.3 and 8.3.1 may be excluded,
 * 9.2 may not. The framework is the sample of tests/scoring. */
typedef struct
{
  CapDossier   *dossier;
  CapCatalogue *catalogue;
} Rig;

/* A check, and what makes a dossier in which it finds one fault, or the same one mended. */
typedef struct
{
  const char *check;
  void      (*make) (Rig      *rig,
                     gboolean  mended);
} CheckCase;

void          rig_set_up        (Rig             *rig,
                                 CapMode          mode);
void          rig_tear_down     (Rig             *rig);
CapRecord    *rig_add           (Rig             *rig,
                                 CapRegisterKind  kind,
                                 ...);
CapRecord    *rig_add_part      (Rig             *rig,
                                 CapRegisterKind  kind,
                                 const CapRecord *parent,
                                 guint            field,
                                 const char      *value);
CapAction    *rig_add_action    (Rig             *rig,
                                 const char      *title);
CapIndicator *rig_add_indicator (Rig             *rig);
void          rig_add_target    (Rig             *rig);
CapRecord    *rig_add_risk      (Rig             *rig);
CapRecord    *rig_add_process   (Rig             *rig,
                                 const char      *code,
                                 const char      *name);

void          rig_add_tests     (const CheckCase *cases);
