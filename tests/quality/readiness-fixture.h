/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "quality/cap-readiness.h"
#include "tests/quality/quality-fixture.h"

G_BEGIN_DECLS

/* A dossier and how ready it is, for the tests of readiness. */
typedef struct
{
  CapCatalogue *catalogue;
  CapDossier   *dossier;
  CapReadiness *readiness;
} Fixture;

#define add_record(fixture, ...) quality_fixture_add_record ((fixture)->dossier, __VA_ARGS__)

void                    readiness_fixture_set_up    (Fixture       *fixture,
                                                     gconstpointer  data);
void                    readiness_fixture_tear_down (Fixture       *fixture,
                                                     gconstpointer  data);

void                    look                        (Fixture       *fixture);
const CapReadinessItem *find_if_asked               (Fixture       *fixture,
                                                     const char    *name);
const CapReadinessItem *find                        (Fixture       *fixture,
                                                     const char    *name);
void                    assert_standing             (Fixture       *fixture,
                                                     const char    *name,
                                                     CapStanding    standing);
CapRecord              *aim                         (Fixture       *fixture,
                                                     const char    *route,
                                                     const char    *date);

G_END_DECLS
