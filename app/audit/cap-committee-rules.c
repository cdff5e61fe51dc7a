/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "audit/cap-committee-rules.h"

#include <glib/gi18n.h>
#include <string.h>

static void
add_gap (GPtrArray           *gaps,
         CapCommitteeGapKind  kind,
         const CapRecord     *file,
         const CapRecord     *member)
{
  CapCommitteeGap *gap = g_new0 (CapCommitteeGap, 1);

  gap->kind = kind;
  gap->file = file;
  gap->member = member;
  g_ptr_array_add (gaps, gap);
}

/* A guest listens. */
static gboolean
decides (const CapRecord *member)
{
  return !cap_record_is (member, CAP_COMMITTEE_MEMBER_ROLE, "guest");
}

static void
look_at_members (const GPtrArray *members,
                 GPtrArray       *gaps)
{
  guint n_auditors = 0;
  guint n_others = 0;

  for (guint i = 0; i < members->len; i++)
    {
      const CapRecord *member = g_ptr_array_index (members, i);

      if (cap_record_is (member, CAP_COMMITTEE_MEMBER_ROLE, "auditor"))
        n_auditors++;
      else if (decides (member))
        n_others++;
    }
  if (n_others < CAP_COMMITTEE_MIN_MEMBERS)
    add_gap (gaps, CAP_COMMITTEE_FEW, NULL, NULL);
  if (n_auditors == 0)
    add_gap (gaps, CAP_COMMITTEE_NO_AUDITOR, NULL, NULL);
}

static void
look_at_withdrawals (const CapRecord *file,
                     const GPtrArray *members,
                     GPtrArray       *gaps)
{
  const char *site = cap_record_get (file, CAP_COMMITTEE_FILE_SITE);

  if (site == NULL || cap_record_get (file, CAP_COMMITTEE_FILE_CONFLICT) != NULL)
    return;

  for (guint i = 0; i < members->len; i++)
    {
      const CapRecord *member = g_ptr_array_index (members, i);

      if (decides (member) && g_strcmp0 (cap_record_get (member, CAP_COMMITTEE_MEMBER_SITE), site) == 0)
        add_gap (gaps, CAP_COMMITTEE_NOT_WITHDRAWN, file, member);
    }
}

static void
look_at_file (const CapRecord *file,
              const GPtrArray *members,
              GPtrArray       *gaps)
{
  if (cap_record_get (file, CAP_COMMITTEE_FILE_DECISION) == NULL)
    add_gap (gaps, CAP_COMMITTEE_UNDECIDED, file, NULL);
  else if (cap_record_get (file, CAP_COMMITTEE_FILE_REASON) == NULL)
    add_gap (gaps, CAP_COMMITTEE_NO_REASON, file, NULL);
  look_at_withdrawals (file, members, gaps);
}

/* Returns: (transfer full) (element-type CapCommitteeGap): what keeps the minutes from being approved */
GPtrArray *
cap_committee_list_gaps (const CapDossier *dossier,
                         const CapRecord  *meeting)
{
  GPtrArray *gaps = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) members = NULL;
  g_autoptr(GPtrArray) files = NULL;

  g_return_val_if_fail (dossier != NULL, gaps);
  g_return_val_if_fail (meeting != NULL && meeting->kind == CAP_REGISTER_COMMITTEE, gaps);

  members = cap_dossier_list_parts (dossier, CAP_REGISTER_COMMITTEE_MEMBER, meeting->id);
  files = cap_dossier_list_parts (dossier, CAP_REGISTER_COMMITTEE_FILE, meeting->id);
  look_at_members (members, gaps);
  if (files->len == 0)
    add_gap (gaps, CAP_COMMITTEE_NO_FILE, NULL, NULL);
  for (guint i = 0; i < files->len; i++)
    look_at_file (g_ptr_array_index (files, i), members, gaps);

  return gaps;
}

/* Returns: (transfer full): what is missing, in a sentence for the user */
char *
cap_committee_gap_dup_text (const CapCommitteeGap *self)
{
  const char *subject;

  g_return_val_if_fail (self != NULL, NULL);

  subject = self->file != NULL ? cap_record_get_title (self->file) : NULL;
  switch (self->kind)
    {
    case CAP_COMMITTEE_FEW:
      return g_strdup (_("Fewer than three members sit, besides the auditor."));

    case CAP_COMMITTEE_NO_AUDITOR:
      return g_strdup (_("No auditor sits."));

    case CAP_COMMITTEE_NO_FILE:
      return g_strdup (_("No file was examined."));

    case CAP_COMMITTEE_UNDECIDED:
      /* Translators: what is asked of the committee */
      return g_strdup_printf (_("“%s” has no decision."), subject);

    case CAP_COMMITTEE_NO_REASON:
      /* Translators: what is asked of the committee */
      return g_strdup_printf (_("“%s” is decided without a reason."), subject);

    case CAP_COMMITTEE_NOT_WITHDRAWN:
    default:
      /* Translators: a function, then what is asked of the committee, then the code of a site */
      return g_strdup_printf (_("“%1$s” comes from the site of “%2$s” (%3$s), and nothing says that they"
                                " withdrew."),
                              cap_record_get (self->member, CAP_COMMITTEE_MEMBER_WHO), subject,
                              cap_record_get (self->file, CAP_COMMITTEE_FILE_SITE));
    }
}

/**
 * cap_committee_is_frozen:
 * @record: any record, as it is or as it would be
 *
 * A meeting whose minutes are approved is no longer changed, nor are its members and its files: undo
 * alone opens it again.
 *
 * Returns: whether @record is such a meeting, or belongs to one
 */
gboolean
cap_committee_is_frozen (const CapDossier *dossier,
                         const CapRecord  *record)
{
  const CapRecord *meeting = NULL;

  g_return_val_if_fail (dossier != NULL && record != NULL, FALSE);

  if (record->kind == CAP_REGISTER_COMMITTEE)
    meeting = cap_dossier_find_record (dossier, CAP_REGISTER_COMMITTEE, record->id);
  else if (record->kind == CAP_REGISTER_COMMITTEE_MEMBER || record->kind == CAP_REGISTER_COMMITTEE_FILE)
    meeting = cap_dossier_find_record (dossier, CAP_REGISTER_COMMITTEE, record->parent);

  return meeting != NULL && cap_record_get (meeting, CAP_COMMITTEE_FINALISED) != NULL;
}

/**
 * cap_committee_approve:
 * @today: ISO 8601
 *
 * Returns: (transfer full) (nullable): approves the minutes of a meeting today; %NULL when something
 *   is missing, when its day is to come, or when they are approved
 */
CapCommand *
cap_committee_approve (const CapDossier *dossier,
                       const CapRecord  *meeting,
                       const char       *today)
{
  g_autoptr(GPtrArray) gaps = NULL;
  g_autoptr(CapRecord) approved = NULL;
  const char *date;
  CapCommand *command;

  g_return_val_if_fail (dossier != NULL && meeting != NULL && today != NULL, NULL);

  gaps = cap_committee_list_gaps (dossier, meeting);
  date = cap_record_get (meeting, CAP_COMMITTEE_DATE);
  if (gaps->len > 0 || date == NULL || strcmp (date, today) > 0 || cap_committee_is_frozen (dossier, meeting))
    return NULL;

  approved = cap_record_copy (meeting);
  cap_record_set (approved, CAP_COMMITTEE_FINALISED, today);
  command = cap_command_new (CAP_GESTURE_RECORD, cap_record_get_code (meeting));
  cap_command_put_record (command, approved);

  return command;
}
