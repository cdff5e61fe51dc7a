/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-catalogue.h"
#include "model/cap-command.h"

G_BEGIN_DECLS

#define CAP_PROGRAMME_YEARS  3
#define CAP_PROGRAMME_HALVES (2 * CAP_PROGRAMME_YEARS)

/* The half-year of what is outside of the three years. */
#define CAP_PROGRAMME_OUTSIDE CAP_PROGRAMME_HALVES

/**
 * CapProgrammeState:
 * @CAP_PROGRAMME_AHEAD: its day is to come, or it is today
 * @CAP_PROGRAMME_HELD: an audit is recorded for it, and its first day came
 * @CAP_PROGRAMME_LATE: its day is past, and no audit is recorded for it
 */
typedef enum
{
  CAP_PROGRAMME_AHEAD,
  CAP_PROGRAMME_HELD,
  CAP_PROGRAMME_LATE,
} CapProgrammeState;

#define CAP_N_PROGRAMME_STATES (CAP_PROGRAMME_LATE + 1)

/**
 * CapProgrammeEntry:
 * @line: (nullable): the line of the programme; %NULL for an audit that no line planned
 * @audit: (nullable): the audit that is recorded for it
 * @day: (nullable): when it is, ISO 8601
 * @half: which half-year of the three years, from 0, or %CAP_PROGRAMME_OUTSIDE
 * @processes: their codes: those of the audit, or else those of the line; so are the others
 *
 * An audit from inside, planned or held. Records are borrowed from the dossier.
 */
typedef struct
{
  const CapRecord    *line;
  const CapRecord    *audit;
  const char         *day;
  CapProgrammeState   state;
  guint               half;
  char              **processes;
  char              **sites;
  char              **requirements;
} CapProgrammeEntry;

/**
 * CapProgrammeConflict:
 * @entry: what they audit
 * @source: where they are named: a line of the programme or an audit
 * @who: the function of the auditor
 * @processes: what they audit and work in, or answer for: codes
 *
 * Somebody who audits their own work.
 */
typedef struct
{
  const CapProgrammeEntry  *entry;
  const CapRecord          *source;
  const char               *who;
  char                    **processes;
} CapProgrammeConflict;

/**
 * CapProgrammeCover:
 * @expected: all that is to be audited within the three years
 * @unseen: those of them that no audit sees
 */
typedef struct
{
  GPtrArray *expected;
  GPtrArray *unseen;
} CapProgrammeCover;

/**
 * CapProgramme:
 * @first_year: the calendar year that the three years begin with
 * @entries: (element-type CapProgrammeEntry): by day: all the lines, and the audits of the three years
 * @conflicts: (element-type CapProgrammeConflict): of the three years
 * @processes: (element-type CapRecord)
 * @sites: (element-type CapRecord): those that did not leave before the three years
 * @requirements: (element-type CapRequirement): sub-clauses that are not excluded
 *
 * The audit programme over three years. The dossier and the standard must outlive it.
 */
typedef struct
{
  int                first_year;
  GPtrArray         *entries;
  GPtrArray         *conflicts;
  CapProgrammeCover  processes;
  CapProgrammeCover  sites;
  CapProgrammeCover  requirements;
} CapProgramme;

CapProgramme      *cap_programme_new               (const CapDossier        *dossier,
                                                    const CapStandard       *standard,
                                                    const char              *today) G_GNUC_WARN_UNUSED_RESULT;
void               cap_programme_free              (CapProgramme            *self);
guint              cap_programme_count             (const CapProgramme      *self,
                                                    CapProgrammeState        state);
const CapProgrammeConflict *
                   cap_programme_find_conflict     (const CapProgramme      *self,
                                                    const CapProgrammeEntry *entry);

const char        *cap_programme_entry_get_code    (const CapProgrammeEntry *self);
const CapRecord   *cap_programme_entry_get_record  (const CapProgrammeEntry *self);
gboolean           cap_programme_entry_sees        (const CapProgrammeEntry *self,
                                                    const char              *process,
                                                    const char              *site);

gboolean           cap_audit_is_internal           (const CapRecord         *audit);

/* Puts the audit of a line, with its auditor, and ties it to the line. */
CapCommand        *cap_programme_prepare           (const CapRecord         *line,
                                                    const CapRecord         *audit) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapProgramme, cap_programme_free)

G_END_DECLS
