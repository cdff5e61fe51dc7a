/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-audit-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-date.h"

/* The plan of an audit, as ISO 19011 lists what it says (6.3.2), and its checklist. */

static void
add_text (CapAudit        *self,
          const CapRecord *audit,
          guint            field)
{
  const char *value = cap_record_get (audit, field);
  const CapField *it = &cap_register_get (CAP_REGISTER_AUDIT)->fields[field];

  if (it->kind == CAP_VALUE_CHOICE && value != NULL)
    value = cap_record_get_choice (audit, field);
  cap_audit_add_typed_fact (self, gettext (it->label), value != NULL ? value : _("to be said"));
}

static char *
dup_days (const CapRecord *audit)
{
  const char *first = cap_record_get (audit, CAP_AUDIT_DATE);
  const char *last = cap_record_get (audit, CAP_AUDIT_LAST_DAY);
  g_autofree char *from = cap_date_format_long (first);
  g_autofree char *to = last != NULL ? cap_date_format_long (last) : NULL;

  if (to == NULL || g_str_equal (first, last))
    return g_steal_pointer (&from);

  /* Translators: the first and the last day of an audit */
  return g_strdup_printf (_("from %1$s to %2$s"), from, to);
}

/* A site or a process by its code and its name; codes that nothing has stay as they are. */
void
cap_audit_add_named_fact (CapAudit        *self,
                          const CapRecord *record,
                          guint            field)
{
  const CapField *it = &cap_register_get (record->kind)->fields[field];
  const CapRegisterKind kind = cap_refers_get_register (it->refers);
  g_auto(GStrv) codes = cap_record_dup_codes (record, field);
  GString *text = g_string_new (NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      const CapRecord *named = kind != CAP_REGISTER_NONE
                               ? cap_dossier_find_record_by_code (self->dossier, kind, codes[i]) : NULL;

      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", codes[i]);
      if (named != NULL)
        g_string_append_printf (text, " %s", cap_record_get_title (named));
    }
  cap_audit_add_typed_fact (self, gettext (it->label), text->len > 0 ? text->str : "–");
  g_string_free (text, TRUE);
}

void
cap_audit_add_audit_identity (CapAudit        *self,
                              const CapRecord *audit)
{
  const CapRoute *route = cap_catalogue_find_route (self->input->catalogue,
                                                    cap_record_get (audit, CAP_AUDIT_ROUTE));
  g_autofree char *days = dup_days (audit);

  add_text (self, audit, CAP_AUDIT_KIND);
  cap_audit_add_typed_fact (self, _("Structure audited"), self->dossier->member->name);
  cap_doc_add_fact (self->doc, _("Days"), days);
  cap_audit_add_typed_fact (self, _("Route"), route != NULL ? route->label : "–");
  add_text (self, audit, CAP_AUDIT_ORGANISATION);
  add_text (self, audit, CAP_AUDIT_CLIENT);
  add_text (self, audit, CAP_AUDIT_METHOD);
  add_text (self, audit, CAP_AUDIT_LANGUAGE);
}

void
cap_audit_add_audit_scope (CapAudit        *self,
                           const CapRecord *audit)
{
  add_text (self, audit, CAP_AUDIT_OBJECTIVES);
  add_text (self, audit, CAP_AUDIT_SCOPE);
  add_text (self, audit, CAP_AUDIT_CRITERIA);
  cap_audit_add_named_fact (self, audit, CAP_AUDIT_SITES);
  cap_audit_add_named_fact (self, audit, CAP_AUDIT_PROCESSES);
  cap_audit_add_named_fact (self, audit, CAP_AUDIT_REQUIREMENTS);
}

void
cap_audit_add_team (CapAudit        *self,
                    const CapRecord *audit)
{
  const CapDocColumn columns[] = {
    { _("Role"), 150, CAP_PDF_ALIGN_LEFT },
    { _("Who (function and structure)"), 0, CAP_PDF_ALIGN_LEFT },
    { _("Works in the processes"), 120, CAP_PDF_ALIGN_LEFT },
  };
  g_autoptr(GPtrArray) members = cap_dossier_list_parts (self->dossier, CAP_REGISTER_AUDIT_MEMBER, audit->id);

  if (members->len == 0)
    {
      cap_audit_add_missing (self, _("The team is not said yet."));
      return;
    }

  cap_doc_begin_table (self->doc, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < members->len; i++)
    {
      cap_doc_begin_row (self->doc, NULL);
      for (guint field = 0; field < CAP_N_AUDIT_MEMBER_FIELDS; field++)
        cap_audit_add_value_cell (self, g_ptr_array_index (members, i), field);
    }
}

/* In minutes since midnight, of “09:30” */
static guint
read_time (const char *text)
{
  const guint64 hours = g_ascii_strtoull (text, NULL, 10);

  return (guint) (hours * 60 + g_ascii_strtoull (text + strlen ("hh:"), NULL, 10));
}

/* “9 h 00 – 10 h 30” */
static char *
dup_hours (const CapRecord *session)
{
  const CapField *field = &cap_register_get (CAP_REGISTER_AUDIT_SESSION)->fields[CAP_AUDIT_SESSION_START];
  const guint minutes = (guint) cap_record_get_number (session, CAP_AUDIT_SESSION_MINUTES);
  const guint to = read_time (cap_record_get (session, CAP_AUDIT_SESSION_START)) + minutes;
  g_autofree char *name = g_strdup_printf ("%02u:%02u", to / 60, to % 60);
  const CapChoice *end = cap_field_find_choice (field, name);

  return g_strdup_printf ("%s – %s", cap_record_get_choice (session, CAP_AUDIT_SESSION_START),
                          end != NULL ? gettext (end->label) : name);
}

static void
add_session (CapAudit        *self,
             const CapRecord *session)
{
  g_autofree char *hours = dup_hours (session);

  cap_doc_begin_row (self->doc, NULL);
  cap_doc_add_cell (self->doc, hours);
  cap_audit_add_double_cell (self, cap_record_get_choice (session, CAP_AUDIT_SESSION_KIND),
                             cap_record_get (session, CAP_AUDIT_SESSION_TITLE));
  cap_audit_add_value_cell (self, session, CAP_AUDIT_SESSION_PROCESSES);
  cap_audit_add_value_cell (self, session, CAP_AUDIT_SESSION_REQUIREMENTS);
  cap_audit_add_value_cell (self, session, CAP_AUDIT_SESSION_SITE);
  cap_audit_add_value_cell (self, session, CAP_AUDIT_SESSION_PEOPLE);
  cap_audit_add_value_cell (self, session, CAP_AUDIT_SESSION_AUDITORS);
}

static int
compare_sessions (gconstpointer a,
                  gconstpointer b)
{
  const CapRecord *first = *(const CapRecord * const *) a;
  const CapRecord *second = *(const CapRecord * const *) b;
  const int days = g_strcmp0 (cap_record_get (first, CAP_AUDIT_SESSION_DAY),
                              cap_record_get (second, CAP_AUDIT_SESSION_DAY));

  return days != 0 ? days : g_strcmp0 (cap_record_get (first, CAP_AUDIT_SESSION_START),
                                       cap_record_get (second, CAP_AUDIT_SESSION_START));
}

static void
add_sessions (CapAudit        *self,
              const CapRecord *audit)
{
  const CapDocColumn columns[] = {
    { _("Hours"), 72, CAP_PDF_ALIGN_LEFT },
    { _("What is looked at"), 0, CAP_PDF_ALIGN_LEFT },
    { _("Processes"), 54, CAP_PDF_ALIGN_LEFT },
    { _("Clauses"), 46, CAP_PDF_ALIGN_LEFT },
    { _("Site"), 40, CAP_PDF_ALIGN_LEFT },
    { _("Who is met"), 86, CAP_PDF_ALIGN_LEFT },
    { _("Auditors"), 70, CAP_PDF_ALIGN_LEFT },
  };
  g_autoptr(GPtrArray) sessions = NULL;
  const char *day = NULL;

  sessions = cap_dossier_list_parts (self->dossier, CAP_REGISTER_AUDIT_SESSION, audit->id);
  if (sessions->len == 0)
    {
      cap_audit_add_missing (self, _("The hours are not planned yet."));
      return;
    }

  g_ptr_array_sort (sessions, compare_sessions);
  cap_doc_begin_table (self->doc, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < sessions->len; i++)
    {
      const CapRecord *session = g_ptr_array_index (sessions, i);
      const char *its_day = cap_record_get (session, CAP_AUDIT_SESSION_DAY);

      if (g_strcmp0 (day, its_day) != 0)
        {
          g_autofree char *title = cap_date_format_long (its_day);

          cap_doc_add_group (self->doc, title, NULL, NULL);
          day = its_day;
        }
      add_session (self, session);
    }
}

/* The points to look at, with room to write where nothing is written yet. */
void
cap_audit_add_checklist (CapAudit        *self,
                         const CapRecord *audit,
                         gboolean         with_notes)
{
  const CapDocColumn columns[] = {
    { _("Point"), 60, CAP_PDF_ALIGN_LEFT },
    { _("What to look at"), 0, CAP_PDF_ALIGN_LEFT },
    { with_notes ? _("What was seen, in which sample") : _("Notes and sample seen"), 180,
      CAP_PDF_ALIGN_LEFT },
    { _("Verdict"), 70, CAP_PDF_ALIGN_LEFT },
  };
  g_autoptr(GPtrArray) checks = cap_dossier_list_parts (self->dossier, CAP_REGISTER_AUDIT_CHECK, audit->id);

  if (checks->len == 0)
    {
      cap_audit_add_missing (self, _("The checklist is empty."));
      return;
    }

  cap_doc_begin_table (self->doc, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < checks->len; i++)
    {
      const CapRecord *check = g_ptr_array_index (checks, i);
      const char *notes = cap_record_get (check, CAP_AUDIT_CHECK_NOTES);

      cap_doc_begin_row (self->doc, NULL);
      cap_audit_add_code_cell (self, cap_record_get (check, CAP_AUDIT_CHECK_SUBJECT), NULL);
      cap_audit_add_typed_cell (self, cap_record_get (check, CAP_AUDIT_CHECK_QUESTION));
      if (notes == NULL && cap_record_get (check, CAP_AUDIT_CHECK_SAMPLE) == NULL)
        cap_doc_add_cell (self->doc, with_notes ? "–" : "\u00A0\n\u00A0\n\u00A0\n\u00A0");
      else
        cap_audit_add_double_cell (self, notes != NULL ? notes : "–",
                                   cap_record_get (check, CAP_AUDIT_CHECK_SAMPLE));
      cap_audit_add_value_cell (self, check, CAP_AUDIT_CHECK_VERDICT);
    }
}

/**
 * cap_report_audit_plan_compose:
 * @report: about an audit
 *
 * Returns: (transfer full): its plan and its checklist
 */
CapDoc *
cap_report_audit_plan_compose (CapReport *report)
{
  const CapRecord *audit = report->input->record;
  g_auto(CapAudit) self = cap_audit_begin (report, cap_record_get_code (audit));

  cap_doc_add_heading (self.doc, 1, cap_record_get_title (audit), NULL);
  cap_audit_add_audit_identity (&self, audit);
  cap_audit_add_section (&self, _("Objectives, scope and criteria"));
  cap_audit_add_audit_scope (&self, audit);
  cap_audit_add_section (&self, _("Team"));
  cap_audit_add_team (&self, audit);
  cap_audit_add_section (&self, _("Hours"));
  add_sessions (&self, audit);
  cap_audit_add_section (&self, _("Means and follow-up"));
  add_text (&self, audit, CAP_AUDIT_RESOURCES);
  add_text (&self, audit, CAP_AUDIT_LOGISTICS);
  add_text (&self, audit, CAP_AUDIT_CONFIDENTIALITY);
  add_text (&self, audit, CAP_AUDIT_FOLLOW_UP);
  add_text (&self, audit, CAP_AUDIT_DISTRIBUTION);
  cap_audit_add_section (&self, _("Checklist"));
  cap_audit_add_checklist (&self, audit, FALSE);
  cap_doc_add_text (self.doc, CAP_DOC_NOTE, _("An audit looks at samples: what is not in the list may be "
                                              "looked at too, and what is not found may exist."));

  return g_steal_pointer (&self.doc);
}
