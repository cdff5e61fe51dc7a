/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-dossier.h"

G_BEGIN_DECLS

/* The plan, for calendars: RFC 5545.
 *
 * An all-day VEVENT for the due date of each action, and one for each planned check of its effect, since
 * several calendars pass over VTODO. Their UID comes from the UUID of the action: importing a newer file
 * updates them. An event that has no point any more, since the action is closed or its effect was checked,
 * is there with STATUS:CANCELLED, so that it goes.
 *
 * SEQUENCE is the revision of the dossier: it grows with every change of every action, undoing included, and
 * never goes back. Other changes make it grow too, which does no harm: the event is updated with what it
 * says already.
 */
char *cap_plan_ics_write (const CapDossier *dossier,
                          gint64            now,
                          gboolean          with_todos) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
