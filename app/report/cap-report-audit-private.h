/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "quality/cap-matrix.h"
#include "report/cap-doc.h"
#include "report/cap-report-private.h"

G_BEGIN_DECLS

/**
 * CapAudit:
 * @matrix: (nullable): of the standard; %NULL when no catalogue is known
 * @target: (nullable): the audit aimed at
 * @doc: where its parts are told
 * @slot: (nullable): where its abbreviations go
 *
 * A *dossier d’audit* being told: what its parts share.
 */
typedef struct
{
  CapReport            *report;
  const CapReportInput *input;
  const CapDossier     *dossier;
  CapMatrix            *matrix;
  const CapRecord      *target;
  CapDoc               *doc;
  CapDoc               *slot;

  /*< private >*/
  GHashTable           *actions_by_origin; /* (element-type utf8 GPtrArray): made when it is asked for */
  GHashTable           *records_by_id;     /* (element-type utf8 CapRecord): the same */
} CapAudit;

/**
 * CapAuditColumn:
 * @field: of the register
 * @title: (nullable): to be translated; the label of the field when %NULL
 * @width: in points; 0 for a share of what is left
 *
 * A column of a table of records.
 */
typedef struct
{
  guint       field;
  const char *title;
  double      width;
} CapAuditColumn;

/* cap-report-audit-dossier.c */
CapAudit cap_audit_begin       (CapReport             *report,
                                const char            *reference);
void     cap_audit_clear       (CapAudit              *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CapAudit, cap_audit_clear)

/* cap-report-audit-words.c */
void  cap_audit_add_title      (CapAudit              *self,
                                guint                  part);
void  cap_audit_add_section    (CapAudit              *self,
                                const char            *title);
void  cap_audit_add_missing    (CapAudit              *self,
                                const char            *sentence);
void  cap_audit_add_typed      (CapAudit              *self,
                                CapDocBlockKind        kind,
                                const char            *text);
void  cap_audit_add_typed_fact (CapAudit              *self,
                                const char            *label,
                                const char            *text);
void  cap_audit_add_typed_cell (CapAudit              *self,
                                const char            *text);
void  cap_audit_add_code_cell  (CapAudit              *self,
                                const char            *code,
                                const char            *link);
void  cap_audit_add_day_cell   (CapAudit              *self,
                                const char            *iso);
void  cap_audit_add_count_cell (CapAudit              *self,
                                guint                  count);
void  cap_audit_add_link       (CapAudit              *self,
                                const char            *code,
                                const char            *anchor,
                                gboolean               first);
char *cap_audit_dup_anchor     (const char            *kind,
                                const char            *code) G_GNUC_WARN_UNUSED_RESULT;
char *cap_audit_dup_record_anchor (const CapRecord    *record) G_GNUC_WARN_UNUSED_RESULT;
void  cap_audit_add_value_cell (CapAudit              *self,
                                const CapRecord       *record,
                                guint                  field);
void  cap_audit_add_double_cell (CapAudit             *self,
                                const char            *text,
                                const char            *below);
void  cap_audit_add_dated_cell (CapAudit              *self,
                                const char            *text,
                                const char            *iso);
void  cap_audit_begin_records  (CapAudit              *self,
                                CapRegisterKind        kind,
                                const CapAuditColumn  *columns,
                                guint                  n_columns);
void  cap_audit_add_record     (CapAudit              *self,
                                const CapRecord       *record,
                                const CapAuditColumn  *columns,
                                guint                  n_columns);
gboolean cap_audit_add_register (CapAudit             *self,
                                CapRegisterKind        kind,
                                const CapAuditColumn  *columns,
                                guint                  n_columns);
const GPtrArray *cap_audit_get_register (const CapAudit *self,
                                CapRegisterKind        kind);
const CapRecord *cap_audit_find_record (CapAudit       *self,
                                const char            *id);
guint cap_audit_add_actions_of (CapAudit              *self,
                                CapOriginKind          kind,
                                const char            *code);
GPtrArray *cap_audit_list_statements (const CapAudit  *self,
                                const char            *kind) G_GNUC_WARN_UNUSED_RESULT;

/* cap-report-audit-front.c: 1 to 4 and 15 */
void  cap_audit_tell_cover        (CapAudit           *self);
void  cap_audit_tell_contents     (CapAudit           *self);
void  cap_audit_tell_presentation (CapAudit           *self);
void  cap_audit_tell_scope        (CapAudit           *self);
void  cap_audit_tell_visas        (CapAudit           *self);
void  cap_audit_add_statement     (CapAudit           *self,
                                   const char         *kind,
                                   const char         *missing);

/* cap-report-audit-abbreviations.c */
void  cap_audit_add_abbreviations (CapAudit           *self);

/* cap-report-audit-context.c: 5 */
void  cap_audit_tell_context      (CapAudit           *self);

/* cap-report-audit-figures.c */
void  cap_audit_add_risk_figure   (CapAudit           *self);
void  cap_audit_add_map_figure    (CapAudit           *self);

/* cap-report-audit-system.c: 6 */
void  cap_audit_tell_system       (CapAudit           *self);

/* cap-report-audit-results.c: 7 */
void  cap_audit_tell_results      (CapAudit           *self);

/* cap-report-audit-matrix.c: 8 */
void  cap_audit_tell_matrix       (CapAudit           *self);

/* cap-report-audit-people.c: 9 and 13 */
void  cap_audit_tell_commitments  (CapAudit           *self);
void  cap_audit_tell_listening    (CapAudit           *self);

/* cap-report-audit-audits.c: 10 */
void  cap_audit_tell_audits       (CapAudit           *self);

/* cap-report-audit-review.c: 11 */
void  cap_audit_tell_review       (CapAudit           *self);

/* cap-report-findings.c */
GPtrArray *cap_audit_list_findings (CapAudit          *self,
                                   const CapRecord    *audit) G_GNUC_WARN_UNUSED_RESULT;
void  cap_audit_add_findings      (CapAudit           *self,
                                   const GPtrArray    *findings);
void  cap_audit_add_grades        (CapAudit           *self,
                                   const GPtrArray    *findings);
void  cap_audit_add_finding_sheet (CapAudit           *self,
                                   const CapRecord    *finding);

/* cap-report-fishbone.c */
void  cap_audit_add_causes_figure (CapAudit           *self,
                                   const CapRecord    *finding);

/* cap-report-audit-day.c */
void  cap_audit_add_audit_identity (CapAudit          *self,
                                   const CapRecord    *audit);
void  cap_audit_add_audit_scope   (CapAudit           *self,
                                   const CapRecord    *audit);
void  cap_audit_add_named_fact    (CapAudit           *self,
                                   const CapRecord    *record,
                                   guint               field);
void  cap_audit_add_team          (CapAudit           *self,
                                   const CapRecord    *audit);
void  cap_audit_add_checklist     (CapAudit           *self,
                                   const CapRecord    *audit,
                                   gboolean            with_notes);

/* cap-report-audit-front.c: names and signatures are for the hand */
void  cap_audit_add_signatures    (CapAudit           *self,
                                   const char         *first,
                                   const char         *second,
                                   const char         *third);

/* cap-report-audit-plan.c: 12 */
void  cap_audit_tell_plan         (CapAudit           *self);

/* cap-report-audit-evidence.c: 14 */
void  cap_audit_tell_evidence     (CapAudit           *self);

G_END_DECLS
