/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/cap-catalogue.h"
#include "model/cap-college.h"
#include "model/cap-dossier.h"
#include "plan/cap-proposal.h"
#include "report/cap-report-error.h"
#include "scoring/cap-comparison.h"
#include "scoring/cap-photograph.h"

G_BEGIN_DECLS

/**
 * CapReportKind:
 * @CAP_REPORT_QUESTIONNAIRE: the questions, to fill by hand in a meeting
 * @CAP_REPORT_PHOTOGRAPH: the results of an evaluation
 * @CAP_REPORT_PLAN: the *plan de progrès*
 * @CAP_REPORT_WEEK: what the plan asks for this week, on one page
 * @CAP_REPORT_COMMITMENTS: the figures of the *engagements réciproques* and of the listening, for a period
 * @CAP_REPORT_MANAGEMENT_REVIEW: what the direction looked at and decided
 * @CAP_REPORT_AUDIT_PLAN: the plan of an audit and its checklist
 * @CAP_REPORT_AUDIT_REPORT: what an audit saw, found and concluded
 * @CAP_REPORT_FINDING: one finding and what became of it: the *fiche d’écart*
 * @CAP_REPORT_AUDIT_DOSSIER: the *dossier d’audit*, all or some of its parts
 *
 * The documents that are printed.
 */
typedef enum
{
  CAP_REPORT_QUESTIONNAIRE,
  CAP_REPORT_PHOTOGRAPH,
  CAP_REPORT_PLAN,
  CAP_REPORT_WEEK,
  CAP_REPORT_COMMITMENTS,
  CAP_REPORT_MANAGEMENT_REVIEW,
  CAP_REPORT_AUDIT_PLAN,
  CAP_REPORT_AUDIT_REPORT,
  CAP_REPORT_FINDING,
  CAP_REPORT_AUDIT_DOSSIER,
} CapReportKind;

#define CAP_N_REPORT_KINDS (CAP_REPORT_AUDIT_DOSSIER + 1)

/**
 * CapDossierPart:
 *
 * The parts of a *dossier d’audit*, in order: their numbers are those that
 * people know.
 */
typedef enum
{
  CAP_DOSSIER_COVER = 1,
  CAP_DOSSIER_CONTENTS,
  CAP_DOSSIER_PRESENTATION,
  CAP_DOSSIER_SCOPE,
  CAP_DOSSIER_CONTEXT,
  CAP_DOSSIER_SYSTEM,
  CAP_DOSSIER_RESULTS,
  CAP_DOSSIER_MATRIX,
  CAP_DOSSIER_COMMITMENTS,
  CAP_DOSSIER_AUDITS,
  CAP_DOSSIER_REVIEW,
  CAP_DOSSIER_PLAN,
  CAP_DOSSIER_LISTENING,
  CAP_DOSSIER_EVIDENCE,
  CAP_DOSSIER_VISAS,
} CapDossierPart;

#define CAP_N_DOSSIER_PARTS CAP_DOSSIER_VISAS
#define CAP_ALL_DOSSIER_PARTS ((2u << CAP_N_DOSSIER_PARTS) - 2u)

/**
 * CapReportLayout:
 * @CAP_LAYOUT_SHEETS: the plan: a summary, the list of the actions, and a sheet for each
 * @CAP_LAYOUT_TABLE: all the actions in one table, on pages that lie
 * @CAP_LAYOUT_THEMES: the photograph, its criteria theme by theme
 * @CAP_LAYOUT_PRIORITY: the same, its criteria from what is to be mended first
 * @CAP_LAYOUT_BOARD: one page of it, for the *conseil d’administration*
 * @CAP_LAYOUT_SLIDES: the same figures on pages that lie, to be projected
 *
 * The ways to print a document of which there are several.
 */
typedef enum
{
  CAP_LAYOUT_SHEETS,
  CAP_LAYOUT_TABLE,
  CAP_LAYOUT_THEMES,
  CAP_LAYOUT_PRIORITY,
  CAP_LAYOUT_BOARD,
  CAP_LAYOUT_SLIDES,
} CapReportLayout;

#define CAP_N_REPORT_LAYOUTS (CAP_LAYOUT_SLIDES + 1)

/* The most questionnaires that are printed at once. */
#define CAP_REPORT_MAX_COPIES 500

/**
 * CapReportInput:
 * @dossier: whose document it is
 * @evaluation: the evaluation that it is about
 * @photograph: the results of @evaluation
 * @previous_evaluation: (nullable): the one before
 * @comparison: (nullable): @evaluation beside @previous_evaluation
 * @proposals: (nullable) (element-type CapProposal): what could still enter the
 *   plan, best first
 * @layout: of the plan and of the photograph; the other documents have one
 * @record: (nullable): the management review, the audit or the finding that is printed
 * @catalogue: (nullable): the standards and the routes: a *dossier d’audit* needs them
 * @parts: of a *dossier d’audit*: a bit for each, 1 << %CAP_DOSSIER_COVER; 0 for all of them
 * @copies: of the questionnaire: 0 for the one of a meeting, or how many people of @college each fill one
 * @college: who fills the questionnaire, where @copies is not 0
 * @date: the day of the document, ISO 8601
 * @code: (nullable): of a sealed version, at the foot of the pages
 * @from: (nullable): the first day of the period of the commitments; %NULL for a year that is looked for
 * @to: (nullable): its last day
 *
 * All that a document says comes from here. Everything is borrowed, and only
 * read: a thread of its own may hold it.
 */
typedef struct
{
  const CapDossier    *dossier;
  const CapEvaluation *evaluation;
  const CapPhotograph *photograph;
  const CapEvaluation *previous_evaluation;
  const CapComparison *comparison;
  const GPtrArray     *proposals;
  CapReportLayout      layout;
  const CapRecord     *record;
  CapCatalogue        *catalogue;
  guint                parts;
  guint                copies;
  CapCollege           college;
  const char          *date;
  const char          *code;
  const char          *from;
  const char          *to;
} CapReportInput;

GBytes     *cap_report_render         (CapReportKind         kind,
                                       const CapReportInput *input,
                                       GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same document as flat OpenDocument, where cap_report_kind_has_odt(). */
GBytes     *cap_report_render_odt     (CapReportKind         kind,
                                       const CapReportInput *input,
                                       GError              **error) G_GNUC_WARN_UNUSED_RESULT;

const char *cap_report_kind_to_name   (CapReportKind         kind);
gboolean    cap_report_kind_from_name (const char           *name,
                                       CapReportKind        *kind);
const char *cap_report_kind_get_label (CapReportKind         kind);
gboolean    cap_report_kind_has_odt   (CapReportKind         kind);
/* The questionnaire is the same for everyone: there is nothing to vouch for. */
gboolean    cap_report_kind_has_seal  (CapReportKind         kind);
CapRegisterKind cap_report_kind_get_register (CapReportKind  kind);
const char *cap_dossier_part_get_label (guint                part);
gboolean    cap_dossier_parts_parse   (const char           *text,
                                       guint                *chosen);
const char *cap_report_layout_to_name (CapReportLayout       layout);
gboolean    cap_report_layout_from_name (const char          *name,
                                       CapReportLayout      *layout);
const char *cap_report_layout_get_label (CapReportLayout     layout);
gboolean    cap_report_kind_has_layout (CapReportKind        kind,
                                       CapReportLayout       layout);
CapReportLayout cap_report_kind_get_layout (CapReportKind    kind,
                                       CapReportLayout       wanted);
char       *cap_report_kind_dup_file_name (CapReportKind         kind,
                                           const CapReportInput *input) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
