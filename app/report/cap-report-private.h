/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

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

/* cap-report-page.c */
const CapPdfStyle *cap_report_style      (CapReportType        type);
void               cap_report_add_cover  (CapReport           *self,
                                          const char          *subtitle);
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
char              *cap_report_dup_evolution   (const CapScore      *score,
                                               const CapScore      *before) G_GNUC_WARN_UNUSED_RESULT;
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
void               cap_report_draw_gauge      (CapPdf              *pdf,
                                               CapPoint             corner,
                                               double               width,
                                               int                  full,
                                               int                  total);

/* cap-report-question.c */
void               cap_report_add_question    (CapReport           *report,
                                               const CapCriterionResult *result);
/* cap-report-glossary.c */
void               cap_report_list_wording    (const CapReport     *self,
                                               gboolean             questions,
                                               GPtrArray           *texts);
void               cap_report_add_glossary    (CapReport           *self,
                                               GPtrArray           *texts);

/* One file per document */
void               cap_report_questionnaire_fill (CapReport        *self);
void               cap_report_photograph_fill    (CapReport        *self);
void               cap_report_plan_fill          (CapReport        *self);

G_END_DECLS
