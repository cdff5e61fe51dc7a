/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-dossier.h"

G_BEGIN_DECLS

#define TODAY "2026-11-26"

/* A dossier in memory with what a group is made of. What is NULL is not said. */
CapDossier *group_fixture_new      (void) G_GNUC_WARN_UNUSED_RESULT;
CapRecord  *group_fixture_add      (CapDossier      *dossier,
                                    CapRegisterKind  kind,
                                    const char      *code);
CapRecord  *group_fixture_add_site (CapDossier      *dossier,
                                    const char      *code,
                                    const char      *role,
                                    const char      *category);
void        group_fixture_audit    (CapDossier      *dossier,
                                    const char      *kind,
                                    const char      *day,
                                    const char      *sites);
CapRecord  *group_fixture_find     (CapDossier      *dossier,
                                    const char      *site,
                                    const char      *grade,
                                    const char      *requirements,
                                    const char      *state);

G_END_DECLS
