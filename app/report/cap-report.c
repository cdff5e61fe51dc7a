/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "base/cap-locale.h"
#include "report/cap-doc-odt.h"
#include "report/cap-doc-pdf.h"
#include "report/cap-report-private.h"

/* By CapReportKind. */
static const struct
{
  const char *name;
  const char *label;
  const char *subject;
  void      (*fill) (CapReport *report); /* draws it, or else… */
  CapDoc   *(*compose) (CapReport *report); /* …tells it */
  const char *missing; /* of a document about a line of a register: when there is none */
  CapRegisterKind reg;
} kinds[CAP_N_REPORT_KINDS] = {
  [CAP_REPORT_QUESTIONNAIRE] = {
    "questionnaire", N_("Questionnaire"), N_("The questions of the self-evaluation, to fill by hand"),
    cap_report_questionnaire_fill,
  },
  [CAP_REPORT_PHOTOGRAPH] = {
    "photograph", N_("Photograph"), N_("The results of the self-evaluation"),
    cap_report_photograph_fill,
  },
  [CAP_REPORT_PLAN] = {
    "plan", N_("Improvement plan"), N_("The actions that follow from the self-evaluation"),
    cap_report_plan_fill,
  },
  [CAP_REPORT_WEEK] = {
    "week", N_("This week"), N_("What the improvement plan asks for this week"),
    cap_report_week_fill,
  },
  [CAP_REPORT_COMMITMENTS] = {
    "commitments", N_("Reciprocal commitments"),
    N_("Commitments and listening: figures of a period, by code only"),
    cap_report_commitments_fill,
  },
  [CAP_REPORT_MANAGEMENT_REVIEW] = {
    "management-review", N_("Management review"), N_("What the direction looked at, and what it decided"),
    cap_report_review_fill, NULL,
    N_("There is no management review in this dossier yet."), CAP_REGISTER_MANAGEMENT_REVIEW,
  },
  [CAP_REPORT_AUDIT_PLAN] = {
    "audit-plan", N_("Audit plan"), N_("What an audit will look at, when and with whom"),
    NULL, cap_report_audit_plan_compose,
    N_("There is no audit in this dossier yet."), CAP_REGISTER_AUDIT,
  },
  [CAP_REPORT_AUDIT_REPORT] = {
    "audit-report", N_("Audit report"), N_("What an audit saw, found and concluded"),
    NULL, cap_report_audit_report_compose,
    N_("There is no audit in this dossier yet."), CAP_REGISTER_AUDIT,
  },
  [CAP_REPORT_FINDING] = {
    "finding", N_("Finding sheet"), N_("A finding and what became of it"),
    NULL, cap_report_finding_compose,
    N_("There is no finding in this dossier yet."), CAP_REGISTER_FINDING,
  },
  [CAP_REPORT_AUDIT_DOSSIER] = {
    "audit-dossier", N_("Audit dossier"), N_("What an auditor asks for, in fifteen parts"),
    NULL, cap_report_audit_dossier_compose,
  },
};

/* By CapReportLayout; the first one of a kind is the one that it has unless another is chosen. */
static const struct
{
  CapReportKind  kind;
  const char    *name;
  const char    *label;
} layouts[CAP_N_REPORT_LAYOUTS] = {
  [CAP_LAYOUT_SHEETS] = { CAP_REPORT_PLAN, "sheets", N_("Summary and action sheets") },
  [CAP_LAYOUT_TABLE] = { CAP_REPORT_PLAN, "table", N_("One table") },
  [CAP_LAYOUT_THEMES] = { CAP_REPORT_PHOTOGRAPH, "themes", N_("By theme") },
  [CAP_LAYOUT_PRIORITY] = { CAP_REPORT_PHOTOGRAPH, "priority", N_("By priority") },
  [CAP_LAYOUT_BOARD] = { CAP_REPORT_PHOTOGRAPH, "board", N_("One page") },
  [CAP_LAYOUT_SLIDES] = { CAP_REPORT_PHOTOGRAPH, "slides", N_("Slides") },
};

const char *
cap_report_kind_to_name (CapReportKind kind)
{
  g_return_val_if_fail (kind < CAP_N_REPORT_KINDS, NULL);

  return kinds[kind].name;
}

gboolean
cap_report_kind_from_name (const char    *name,
                           CapReportKind *kind)
{
  g_return_val_if_fail (name != NULL && kind != NULL, FALSE);

  for (guint i = 0; i < CAP_N_REPORT_KINDS; i++)
    if (g_str_equal (kinds[i].name, name))
      {
        *kind = i;
        return TRUE;
      }

  return FALSE;
}

/* In the user’s language. */
const char *
cap_report_kind_get_label (CapReportKind kind)
{
  g_return_val_if_fail (kind < CAP_N_REPORT_KINDS, NULL);

  return gettext (kinds[kind].label);
}

/* The register of which it prints one line, or %CAP_REGISTER_NONE. */
CapRegisterKind
cap_report_kind_get_register (CapReportKind kind)
{
  g_return_val_if_fail (kind < CAP_N_REPORT_KINDS, CAP_REGISTER_NONE);

  return kinds[kind].missing != NULL ? kinds[kind].reg : CAP_REGISTER_NONE;
}

/* Whether the document may be had as OpenDocument too. */
gboolean
cap_report_kind_has_odt (CapReportKind kind)
{
  g_return_val_if_fail (kind < CAP_N_REPORT_KINDS, FALSE);

  return kinds[kind].compose != NULL;
}

/* Whether a version of it may be sealed. */
gboolean
cap_report_kind_has_seal (CapReportKind kind)
{
  g_return_val_if_fail (kind < CAP_N_REPORT_KINDS, FALSE);

  return kind != CAP_REPORT_QUESTIONNAIRE;
}

const char *
cap_report_layout_to_name (CapReportLayout layout)
{
  g_return_val_if_fail (layout < CAP_N_REPORT_LAYOUTS, NULL);

  return layouts[layout].name;
}

gboolean
cap_report_layout_from_name (const char      *name,
                             CapReportLayout *layout)
{
  g_return_val_if_fail (name != NULL && layout != NULL, FALSE);

  for (guint i = 0; i < CAP_N_REPORT_LAYOUTS; i++)
    if (g_str_equal (layouts[i].name, name))
      {
        *layout = i;
        return TRUE;
      }

  return FALSE;
}

/* In the user’s language. */
const char *
cap_report_layout_get_label (CapReportLayout layout)
{
  g_return_val_if_fail (layout < CAP_N_REPORT_LAYOUTS, NULL);

  return gettext (layouts[layout].label);
}

gboolean
cap_report_kind_has_layout (CapReportKind   kind,
                            CapReportLayout layout)
{
  g_return_val_if_fail (layout < CAP_N_REPORT_LAYOUTS, FALSE);

  return layouts[layout].kind == kind;
}

/**
 * cap_report_kind_get_layout:
 * @kind: a document
 * @wanted: a layout, of this document or of another one
 *
 * Returns: @wanted if @kind has it, or else the one that it has unless another
 *   is chosen; %CAP_LAYOUT_SHEETS, which says nothing, where there is only one way
 */
CapReportLayout
cap_report_kind_get_layout (CapReportKind   kind,
                            CapReportLayout wanted)
{
  if (cap_report_kind_has_layout (kind, wanted))
    return wanted;

  for (CapReportLayout layout = 0; layout < CAP_N_REPORT_LAYOUTS; layout++)
    {
      if (layouts[layout].kind == kind)
        return layout;
    }

  return CAP_LAYOUT_SHEETS;
}

static gboolean
is_for_college (CapReportKind         kind,
                const CapReportInput *input)
{
  return kind == CAP_REPORT_QUESTIONNAIRE && input->copies > 0;
}

static char *
dup_label (CapReportKind         kind,
           const CapReportInput *input)
{
  if (!is_for_college (kind, input))
    return g_strdup (gettext (kinds[kind].label));

  /* Translators: a document, those who fill it */
  return g_strdup_printf (_("%1$s (%2$s)"), gettext (kinds[kind].label),
                          cap_college_get_label (input->college));
}

/**
 * cap_report_kind_dup_file_name:
 * @kind: a kind of document
 * @input: what it would say
 *
 * Returns: (transfer full): a name to propose for its file, without folder
 */
char *
cap_report_kind_dup_file_name (CapReportKind         kind,
                               const CapReportInput *input)
{
  const gboolean one = cap_report_kind_get_register (kind) != CAP_REGISTER_NONE && input->record != NULL &&
                       input->record->kind != CAP_REGISTER_MANAGEMENT_REVIEW;
  g_autofree char *label = NULL;
  g_autofree char *what = NULL;
  char *name;

  g_return_val_if_fail (kind < CAP_N_REPORT_KINDS && input != NULL, NULL);

  label = dup_label (kind, input);
  what = one ? g_strdup_printf ("%s %s", label, cap_record_get_code (input->record)) : g_strdup (label);
  name = g_strdup_printf ("%s – %s – %s.pdf", input->dossier->member->name, what, input->date);
  g_strdelimit (name, "/\\:*?\"<>|\n", '-');

  return name;
}

static CapPdfInfo
get_info (CapReportKind         kind,
          const CapReportInput *input,
          const char           *title)
{
  return (CapPdfInfo) {
    .title = title,
    .author = input->dossier->member->name,
    .subject = gettext (kinds[kind].subject),
    .language = cap_locale_get_language (),
    .date = input->date,
  };
}

static char *
dup_title (CapReportKind         kind,
           const CapReportInput *input)
{
  g_autofree char *label = dup_label (kind, input);

  return g_strdup_printf ("%s – %s", label, input->dossier->member->name);
}

static void
fill (CapReport *report)
{
  g_autoptr(CapDoc) doc = NULL;

  if (is_for_college (report->kind, report->input))
    {
      cap_report_college_flow (report);
      return;
    }

  if (kinds[report->kind].compose != NULL)
    {
      doc = kinds[report->kind].compose (report);
      cap_doc_flow (doc, report->flow, report->input->code);
      return;
    }

  kinds[report->kind].fill (report);
  cap_pdf_flow_finish (report->flow, cap_report_decorate, report);
}

static gboolean
has_matter (CapReportKind          kind,
            const CapReportInput  *input,
            GError               **error)
{
  if (is_for_college (kind, input) && cap_report_college_is_mute (input))
    {
      g_set_error_literal (error, CAP_REPORT_ERROR, CAP_REPORT_ERROR_NOTHING,
                           _("No criterion of this evaluation has plain words: there is nothing to ask this "
                             "college on paper."));
      return FALSE;
    }

  if (kinds[kind].missing == NULL || input->record != NULL)
    return TRUE;

  g_set_error_literal (error, CAP_REPORT_ERROR, CAP_REPORT_ERROR_NOTHING, gettext (kinds[kind].missing));

  return FALSE;
}

/**
 * cap_report_render:
 * @kind: a kind of document
 * @input: what it says
 * @error: return location for a [error@Cap.ReportError]
 *
 * Makes a document, in memory; cap_file_write() writes it. The same
 * input gives the same bytes. It may run in any thread.
 *
 * Returns: (transfer full) (nullable): a PDF
 */
GBytes *
cap_report_render (CapReportKind          kind,
                   const CapReportInput  *input,
                   GError               **error)
{
  const CapRect frame = {
    CAP_REPORT_LEFT, CAP_REPORT_TOP, CAP_REPORT_WIDTH, CAP_PDF_A4_HEIGHT - CAP_REPORT_TOP - CAP_REPORT_BOTTOM,
  };
  g_autofree char *title = NULL;
  g_autoptr(CapPdf) pdf = NULL;
  g_autoptr(CapPdfFlow) flow = NULL;
  CapPdfInfo info;
  CapReport report;

  g_return_val_if_fail (kind < CAP_N_REPORT_KINDS && input != NULL, NULL);
  g_return_val_if_fail (input->dossier != NULL && input->evaluation != NULL, NULL);
  g_return_val_if_fail (input->photograph != NULL && input->date != NULL, NULL);

  if (!has_matter (kind, input, error))
    return NULL;

  title = dup_title (kind, input);
  info = get_info (kind, input, title);
  pdf = cap_pdf_new (&info, error);
  if (pdf == NULL)
    return NULL;

  flow = cap_pdf_flow_new (pdf, &frame);
  report = (CapReport) {
    .kind = kind, .input = input, .framework = input->evaluation->framework, .pdf = pdf, .flow = flow,
    .title = gettext (kinds[kind].label),
  };
  fill (&report);

  return cap_pdf_finish (pdf, error);
}

GBytes *
cap_report_render_odt (CapReportKind          kind,
                       const CapReportInput  *input,
                       GError               **error)
{
  g_autofree char *title = NULL;
  g_autoptr(CapDoc) doc = NULL;
  CapPdfInfo info;
  CapReport report;

  g_return_val_if_fail (kind < CAP_N_REPORT_KINDS && input != NULL, NULL);
  g_return_val_if_fail (kinds[kind].compose != NULL, NULL);

  if (!has_matter (kind, input, error))
    return NULL;

  title = dup_title (kind, input);
  info = get_info (kind, input, title);
  report = (CapReport) {
    .kind = kind, .input = input, .framework = input->evaluation->framework,
    .title = gettext (kinds[kind].label),
  };
  doc = kinds[kind].compose (&report);

  return cap_doc_write_odt (doc, &info, error);
}
