/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-figure.h"
#include "plan/cap-plan-figures.h"
#include "report/cap-doc.h"
#include "report/cap-pdf-draw.h"
#include "report/cap-pdf-flow.h"
#include "report/cap-report.h"

G_BEGIN_DECLS

/* What the documents share: one page, one set of type, one colour. */

#define CAP_REPORT_LEFT   62.0
#define CAP_REPORT_WIDTH  (CAP_PDF_A4_WIDTH - 2 * CAP_REPORT_LEFT)
#define CAP_REPORT_TOP    78.0
#define CAP_REPORT_BOTTOM 72.0

/* The same of a page that lies, for a table with many columns. */
#define CAP_REPORT_WIDE_LEFT  44.0
#define CAP_REPORT_WIDE_WIDTH (CAP_PDF_A4_HEIGHT - 2 * CAP_REPORT_WIDE_LEFT)

/* A deep cedar green and its tints, and two greys: told apart in greyscale too. */
#define CAP_REPORT_ACCENT 0x1f5c4a
#define CAP_REPORT_MIDDLE 0x8fb3a7
#define CAP_REPORT_TINT   0xd9e6e1
#define CAP_REPORT_PALE   0xf1f6f4
#define CAP_REPORT_INK    0x1c2421
#define CAP_REPORT_GREY   0x5a6661
#define CAP_REPORT_RULE   0xc8d1cd
#define CAP_REPORT_WHITE  0xffffff

typedef enum
{
  CAP_REPORT_TYPE_DISPLAY, /* the title of a cover */
  CAP_REPORT_TYPE_TITLE,   /* of a part */
  CAP_REPORT_TYPE_SECTION,
  CAP_REPORT_TYPE_SUBSECTION,
  CAP_REPORT_TYPE_LEAD,    /* a sentence that opens a part */
  CAP_REPORT_TYPE_BODY,
  CAP_REPORT_TYPE_STRONG,
  CAP_REPORT_TYPE_SMALL,
  CAP_REPORT_TYPE_NOTE,
  CAP_REPORT_TYPE_KICKER,  /* capitals above a title */
  CAP_REPORT_TYPE_FIGURE,  /* a large number */
} CapReportType;

typedef struct
{
  CapReportKind         kind;
  const CapReportInput *input;
  const CapFramework   *framework;
  CapPdf               *pdf;
  CapPdfFlow           *flow;
  char                 *title;
  gboolean              draft; /* each page says so */
} CapReport;

/**
 * CapReportShare:
 * @label: what is counted
 * @count: how many
 * @fill: its colour
 * @hatched: whether it stands apart from the others
 *
 * A part of a whole.
 */
typedef struct
{
  const char *label;
  guint       count;
  guint32     fill;
  gboolean    hatched;
} CapReportShare;

/**
 * CapReportDecoration:
 * @title: of the document
 * @owner: whose it is
 * @notice: what it is not
 * @number: of the page
 * @code: (nullable): of a sealed version
 * @bare: whether the page has no head
 *
 * What is around the frame of a page.
 */
typedef struct
{
  const char *title;
  const char *owner;
  const char *notice;
  const char *number;
  const char *code;
  gboolean    bare;
} CapReportDecoration;

/* cap-report-page.c */
const CapPdfStyle *cap_report_style      (CapReportType        type);
void               cap_report_add_cover  (CapReport           *self,
                                          const char          *subtitle);
void               cap_report_draw_cover (CapPdf              *pdf);
void               cap_report_decorate_page (CapPdf           *pdf,
                                          const CapReportDecoration *decoration);
void               cap_report_decorate   (CapPdf              *pdf,
                                          guint                page,
                                          guint                n_pages,
                                          gpointer             user_data);
double             cap_report_draw       (CapReport           *self,
                                          CapReportType        type,
                                          CapPdfTag            tag,
                                          const CapRect       *area,
                                          const char          *text);
double             cap_report_write      (CapReport           *self,
                                          const CapPdfStyle   *style,
                                          const CapRect       *area,
                                          const char          *text);
void               cap_report_add_title  (CapReport           *self,
                                          const char          *title);
void               cap_report_add_part   (CapReport           *self,
                                          const char          *kicker,
                                          const char          *title,
                                          const char          *anchor,
                                          double               room);
void               cap_report_add_section (CapReport          *self,
                                           const char         *title,
                                           const char         *anchor);
void               cap_report_add_note   (CapReport           *self,
                                          const char          *text);
const CapPdfTableLook *cap_report_table_look (void);

/* cap-report-words.c */
char              *cap_report_dup_typography  (const char          *text) G_GNUC_WARN_UNUSED_RESULT;
char              *cap_report_dup_kinds       (const CapFramework  *framework,
                                               const CapMember     *member) G_GNUC_WARN_UNUSED_RESULT;
char              *cap_report_dup_coverage    (const CapScore      *score) G_GNUC_WARN_UNUSED_RESULT;
char              *cap_report_dup_percent     (const CapScore      *score) G_GNUC_WARN_UNUSED_RESULT;
char              *cap_report_dup_evolution   (const CapReport     *self,
                                               const char          *code) G_GNUC_WARN_UNUSED_RESULT;
char              *cap_report_dup_mark        (const CapCriterionResult *result) G_GNUC_WARN_UNUSED_RESULT;
char              *cap_report_dup_level       (const CapFramework       *framework,
                                               const CapCriterionResult *result) G_GNUC_WARN_UNUSED_RESULT;
char              *cap_report_dup_day         (const char          *iso) G_GNUC_WARN_UNUSED_RESULT;
const CapScore    *cap_report_find_previous   (const CapReport     *self,
                                               const char          *code);
gboolean           cap_report_is_in_scope     (const CapCriterionResult *result);
guint              cap_report_count_in_scope  (const CapObjectiveResult *objective);

/* cap-report-charts.c */
void               cap_report_draw_radar      (CapReport           *self,
                                               const CapRect       *area);
void               cap_report_add_theme_bars  (CapReport           *self);
void               cap_report_add_objective_bars (CapReport        *self);
void               cap_report_add_band        (CapReport           *self,
                                               const CapReportShare *shares,
                                               guint                n_shares);
void               cap_report_draw_tile       (CapReport           *self,
                                               double               y,
                                               guint                index,
                                               guint                n_tiles,
                                               const char          *value,
                                               const char          *label);
void               cap_report_add_levels_band (CapReport           *self);
void               cap_report_draw_gauge      (CapPdf              *pdf,
                                               CapPoint             corner,
                                               double               width,
                                               int                  full,
                                               int                  total);


/* The height of a tile. */
#define CAP_REPORT_TILE 82.0

/* cap-report-question.c */
void               cap_report_add_question    (CapReport           *report,
                                               const CapCriterionResult *result);

/* cap-report-college.c */
gboolean           cap_report_college_is_mute (const CapReportInput *input);
void               cap_report_college_flow    (CapReport           *report);
CapPdfStyle        cap_report_plain_style     (gboolean             strong);
/* cap-report-college-levels.c */
typedef struct _CapReportLevels CapReportLevels;

CapReportLevels   *cap_report_levels_new      (CapReport           *report) G_GNUC_WARN_UNUSED_RESULT;
void               cap_report_levels_free     (CapReportLevels     *self);
void               cap_report_levels_flow     (const CapReportLevels *self);
/* cap-report-college-plain.c */
typedef struct _CapReportPlain CapReportPlain;

CapReportPlain    *cap_report_plain_new       (CapReport           *report) G_GNUC_WARN_UNUSED_RESULT;
void               cap_report_plain_free      (CapReportPlain      *self);
guint              cap_report_plain_count_left_out (const CapReportPlain *self);
void               cap_report_plain_flow      (const CapReportPlain *self);

/* cap-report-glossary.c */
void               cap_report_list_wording    (const CapReport     *self,
                                               gboolean             questions,
                                               GPtrArray           *texts);
void               cap_report_add_glossary    (CapReport           *self,
                                               GPtrArray           *texts);

/* cap-report-columns.c */

/**
 * CapReportPart:
 * @label: what it counts
 * @fill: its colour
 * @hatched: whether it stands apart from the others
 *
 * A part of each column of a chart.
 */
typedef struct
{
  const char *label;
  guint32     fill;
  gboolean    hatched;
} CapReportPart;

#define CAP_REPORT_MAX_PARTS 4

/**
 * CapReportColumn:
 * @label: under it, on one line or two
 * @counts: of each part, from the foot up
 */
typedef struct
{
  char  *label;
  guint  counts[CAP_REPORT_MAX_PARTS];
} CapReportColumn;

void               cap_report_draw_columns    (CapReport             *self,
                                               const CapRect         *area,
                                               const CapReportPart   *parts,
                                               guint                  n_parts,
                                               const CapReportColumn *columns,
                                               guint                  n_columns);

/* cap-report-plan-parts.c */
const CapCriterion *cap_report_find_origin    (const CapReport     *self,
                                               const CapAction     *action);
gboolean           cap_report_is_quick        (const CapReport     *self,
                                               const CapAction     *action);
char              *cap_report_dup_anchor      (const CapAction     *action) G_GNUC_WARN_UNUSED_RESULT;
const char        *cap_report_get_service     (const CapReport     *self,
                                               const CapAction     *action);
void               cap_report_add_dates_cell  (CapReport           *self,
                                               CapPdfTable         *table,
                                               const CapAction     *action);
void               cap_report_add_state_cell  (CapPdfTable         *table,
                                               const CapAction     *action);
void               cap_report_draw_state      (CapPdf              *pdf,
                                               const CapRect       *area,
                                               int                  state);

/* cap-report-plan-summary.c */
void               cap_report_plan_add_summary (CapReport          *self);
/* cap-report-plan-loads.c */
void               cap_report_add_loads       (CapReport            *self,
                                               const CapPlanFigures *figures);
/* cap-report-plan-sheets.c */
void               cap_report_plan_add_sheets (CapReport           *self);
/* cap-report-plan-table.c */
void               cap_report_plan_add_table  (CapReport           *self);

/* cap-report-sheet.c */
typedef struct _CapReportSheet CapReportSheet;

/**
 * CapReportSheetFunc:
 * @report: the document
 * @area: where
 * @data: as given
 *
 * Draws a piece of a sheet.
 */
typedef void (*CapReportSheetFunc) (CapReport     *report,
                                    const CapRect *area,
                                    gconstpointer  data);

CapReportSheet    *cap_report_sheet_new       (CapReport           *report) G_GNUC_WARN_UNUSED_RESULT;
void               cap_report_sheet_free      (CapReportSheet      *self);
void               cap_report_sheet_add_fact  (CapReportSheet      *self,
                                               const char          *label,
                                               const char          *value);
void               cap_report_sheet_add_row   (CapReportSheet      *self,
                                               const char          *label,
                                               const char          *text);
void               cap_report_sheet_add_link  (CapReportSheet      *self,
                                               const char          *label,
                                               const char          *text,
                                               const char          *anchor);
void               cap_report_sheet_add_piece (CapReportSheet      *self,
                                               double               height,
                                               CapReportSheetFunc   draw,
                                               gconstpointer        data);
void               cap_report_sheet_flow      (CapReportSheet      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapReportSheet, cap_report_sheet_free)

/* cap-report-figure.c */
double             cap_report_draw_figure          (CapReport          *self,
                                                    const CapFigure    *figure,
                                                    const CapRect      *area,
                                                    double              em);
void               cap_report_add_figure           (CapReport          *self,
                                                    const CapFigure    *figure);
void               cap_report_add_figure_table     (CapReport          *self,
                                                    const CapFigure    *figure);
/* cap-report-board.c */
void               cap_report_add_board            (CapReport          *self);
/* cap-report-slides.c */
void               cap_report_slides_fill          (CapReport          *self);
/* cap-report-criteria.c */
void               cap_report_add_criteria         (CapReport          *self);
/* cap-report-annex.c */
void               cap_report_add_annex            (CapReport          *self,
                                                    const GPtrArray    *figures);
/* cap-report-readings.c */
void               cap_report_add_readings         (CapReport          *self);
/* cap-report-listening.c */
void               cap_report_add_listening       (CapReport          *self,
                                                   const char         *from,
                                                   const char         *to);
/* cap-report-plan-indicator.c */
void               cap_report_sheet_add_indicator (CapReportSheet     *self,
                                                   const CapIndicator *indicator);
/* cap-report-plan-check.c */
void               cap_report_sheet_add_check     (CapReportSheet     *self,
                                                   const CapAction    *action);

/* One file per document */
void               cap_report_questionnaire_fill (CapReport        *self);
void               cap_report_photograph_fill    (CapReport        *self);
void               cap_report_plan_fill          (CapReport        *self);
void               cap_report_week_fill          (CapReport        *self);
void               cap_report_commitments_fill   (CapReport        *self);
void               cap_report_review_fill        (CapReport        *self);
CapDoc            *cap_report_audit_plan_compose (CapReport        *self) G_GNUC_WARN_UNUSED_RESULT;
CapDoc            *cap_report_audit_report_compose (CapReport      *self) G_GNUC_WARN_UNUSED_RESULT;
CapDoc            *cap_report_finding_compose    (CapReport        *self) G_GNUC_WARN_UNUSED_RESULT;
CapDoc            *cap_report_audit_dossier_compose (CapReport     *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
