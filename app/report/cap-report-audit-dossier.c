/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-audit-private.h"

#include <glib/gi18n.h>

#include "quality/cap-target.h"

/* The *dossier d’audit*: which parts there are, and their order. Each part is told whatever the others are:
 * a link to one that was left out is plain text.
 */

/* By CapDossierPart. */
static const struct
{
  const char *label;
  void      (*tell) (CapAudit *self);
} parts[CAP_N_DOSSIER_PARTS + 1] = {
  [CAP_DOSSIER_COVER] = { N_("Cover"), cap_audit_tell_cover },
  [CAP_DOSSIER_CONTENTS] = { N_("Contents, abbreviations, versions"), cap_audit_tell_contents },
  [CAP_DOSSIER_PRESENTATION] = { N_("Presentation of the structure"), cap_audit_tell_presentation },
  [CAP_DOSSIER_SCOPE] = { N_("Scope and requirements that do not apply"), cap_audit_tell_scope },
  [CAP_DOSSIER_CONTEXT] = { N_("Context, interested parties, risks and opportunities"),
                            cap_audit_tell_context },
  [CAP_DOSSIER_SYSTEM] = { N_("Policy, objectives, processes and indicators"), cap_audit_tell_system },
  [CAP_DOSSIER_RESULTS] = { N_("CAP results"), cap_audit_tell_results },
  [CAP_DOSSIER_MATRIX] = { N_("Matrix of requirements"), cap_audit_tell_matrix },
  [CAP_DOSSIER_COMMITMENTS] = { N_("Reciprocal commitments"), cap_audit_tell_commitments },
  [CAP_DOSSIER_AUDITS] = { N_("Internal audits and findings"), cap_audit_tell_audits },
  [CAP_DOSSIER_REVIEW] = { N_("Management review"), cap_audit_tell_review },
  [CAP_DOSSIER_PLAN] = { N_("Improvement plan"), cap_audit_tell_plan },
  [CAP_DOSSIER_LISTENING] = { N_("Complaints and satisfaction"), cap_audit_tell_listening },
  [CAP_DOSSIER_EVIDENCE] = { N_("List of evidence and documents"), cap_audit_tell_evidence },
  [CAP_DOSSIER_VISAS] = { N_("Visas"), cap_audit_tell_visas },
};

/* (transfer full) (nullable): number and version, at the foot of the pages. */
static char *
dup_reference (const CapRecord *target)
{
  const char *number = target != NULL ? cap_record_get (target, CAP_TARGET_REFERENCE) : NULL;
  const char *version = target != NULL ? cap_record_get (target, CAP_TARGET_VERSION) : NULL;

  if (number == NULL && version == NULL)
    return NULL;
  if (version == NULL)
    return g_strdup (number);
  if (number == NULL)
    /* Translators: a version */
    return g_strdup_printf (_("version %s"), version);

  /* Translators: the number of a file, its version */
  return g_strdup_printf (_("%s – version %s"), number, version);
}

static gboolean
is_chosen (const CapAudit *self,
           guint           part)
{
  return self->input->parts == 0 || (self->input->parts & (1u << part)) != 0;
}

/**
 * cap_audit_begin:
 * @reference: (nullable): at the foot of the pages
 *
 * Returns: a document about the dossier of @report, with nothing in it yet
 */
CapAudit
cap_audit_begin (CapReport  *report,
                 const char *reference)
{
  const CapReportInput *input = report->input;
  g_autofree char *owner = cap_report_dup_typography (input->dossier->member->name);

  return (CapAudit) {
    .report = report, .input = input, .dossier = input->dossier,
    .target = cap_target_find (input->dossier, input->date),
    .doc = cap_doc_new (&(CapDocInfo) {
      .title = report->title, .owner = owner, .reference = reference, .marking = _("Confidential"),
      .notice = _("Self-evaluation document, without certification value"),
    }),
  };
}

/* What it shared; the document too, unless it was taken. */
void
cap_audit_clear (CapAudit *self)
{
  g_clear_pointer (&self->doc, cap_doc_free);
  g_clear_pointer (&self->matrix, cap_matrix_free);
  g_clear_pointer (&self->actions_by_origin, g_hash_table_unref);
  g_clear_pointer (&self->records_by_id, g_hash_table_unref);
}

/**
 * cap_report_audit_dossier_compose:
 * @report: what it is about
 *
 * Returns: (transfer full): the document; its figures borrow @report
 */
CapDoc *
cap_report_audit_dossier_compose (CapReport *report)
{
  const CapReportInput *input = report->input;
  g_autofree char *reference = dup_reference (cap_target_find (input->dossier, input->date));
  g_auto(CapAudit) self = cap_audit_begin (report, reference);

  if (input->catalogue != NULL)
    self.matrix = cap_matrix_new ((CapDossier *) input->dossier, input->catalogue, input->evaluation,
                                  input->date);
  for (guint part = CAP_DOSSIER_COVER; part <= CAP_N_DOSSIER_PARTS; part++)
    if (is_chosen (&self, part))
      parts[part].tell (&self);
  if (self.slot != NULL)
    cap_audit_add_abbreviations (&self);

  return g_steal_pointer (&self.doc);
}

/* In the user’s language. */
const char *
cap_dossier_part_get_label (guint part)
{
  g_return_val_if_fail (part >= CAP_DOSSIER_COVER && part <= CAP_N_DOSSIER_PARTS, NULL);

  return gettext (parts[part].label);
}

/**
 * cap_dossier_parts_parse:
 * @text: numbers of parts: “1,3,8-11”
 * @chosen: (out): a bit for each
 *
 * Returns: whether @text names parts, and nothing else
 */
gboolean
cap_dossier_parts_parse (const char *text,
                         guint      *chosen)
{
  g_auto(GStrv) pieces = NULL;

  g_return_val_if_fail (text != NULL && chosen != NULL, FALSE);

  *chosen = 0;
  pieces = g_strsplit (text, ",", -1);
  for (guint i = 0; pieces[i] != NULL; i++)
    {
      g_auto(GStrv) ends = g_strsplit (g_strstrip (pieces[i]), "-", 2);
      guint64 first = 0;
      guint64 last = 0;

      if (ends[0] == NULL ||
          !g_ascii_string_to_unsigned (g_strstrip (ends[0]), 10, 1, CAP_N_DOSSIER_PARTS, &first, NULL))
        return FALSE;
      last = first;
      if (ends[1] != NULL &&
          !g_ascii_string_to_unsigned (g_strstrip (ends[1]), 10, first, CAP_N_DOSSIER_PARTS, &last, NULL))
        return FALSE;
      for (guint64 part = first; part <= last; part++)
        *chosen |= 1u << part;
    }

  return *chosen != 0;
}
