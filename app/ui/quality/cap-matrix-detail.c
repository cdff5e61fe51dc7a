/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/quality/cap-matrix-detail.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-date.h"
#include "quality/cap-address.h"
#include "quality/cap-document-gaps.h"
#include "quality/cap-exclusion-rules.h"
#include "ui/widgets/cap-adder-row.h"

/* Of each kind: the rest is told by its number. */
#define N_SHOWN 8

/* A row that opens a place. @kind says what it is, so that its icon only helps. */
static GtkWidget *
add_place (GPtrArray  *rows,
           const char *icon,
           const char *kind,
           const char *title,
           const char *remark,
           const char *address)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = remark != NULL ? g_strdup_printf ("%s · %s", kind, remark) : g_strdup (kind);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), icon);
  if (address != NULL)
    {
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", address);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "journey.open");
    }
  g_ptr_array_add (rows, row);

  return row;
}

static void
add_rest (GPtrArray  *rows,
          const char *icon,
          const char *kind,
          guint       count)
{
  g_autofree char *title = NULL;

  if (count <= N_SHOWN)
    return;

  title = g_strdup_printf (ngettext ("and %u more", "and %u more", count - N_SHOWN), count - N_SHOWN);
  add_place (rows, icon, kind, title, NULL, NULL);
}

/* Returns: (transfer full): “Level 2, Mis en œuvre”, or why there is none */
char *
cap_matrix_detail_dup_level (const CapMatrix          *matrix,
                             const CapCriterionResult *result)
{
  const CapLevel *level;

  if (result->state == CAP_CRITERION_NOT_APPLICABLE)
    return g_strdup (_("Not applicable"));
  if (result->level == CAP_LEVEL_UNSET)
    return g_strdup (_("No answer yet"));

  level = cap_framework_get_level (matrix->photograph->framework, result->level);

  /* Translators: number and label of a level */
  return g_strdup_printf (_("Level %1$d, %2$s"), result->level, level != NULL ? level->label : "");
}

static void
add_criteria (GPtrArray          *rows,
              const CapMatrix    *matrix,
              const CapMatrixRow *row)
{
  for (guint i = 0; i < row->criteria->len; i++)
    {
      const CapCriterionResult *result = g_ptr_array_index (row->criteria, i);
      g_autofree char *title = g_strdup_printf ("%s. %s", result->criterion->code, result->criterion->label);
      g_autofree char *level = cap_matrix_detail_dup_level (matrix, result);
      g_autofree char *address = cap_address_new (CAP_ADDRESS_CRITERION, result->criterion->code);

      add_place (rows, "document-edit-symbolic", _("Criterion"), title, level, address);
    }
}

static void
add_piece (GPtrArray         *rows,
           const CapMatrix   *matrix,
           const CapEvidence *piece)
{
  const gboolean expired = piece->expires != NULL && strcmp (piece->expires, matrix->today) < 0;
  g_autofree char *code = cap_evidence_dup_code (piece);
  g_autofree char *title = g_strdup_printf ("%s. %s", code, piece->title);
  g_autofree char *date = piece->date != NULL ? cap_date_format_long (piece->date) : NULL;
  g_autofree char *address = cap_address_new (CAP_ADDRESS_EVIDENCE, piece->id);

  add_place (rows, "mail-attachment-symbolic", _("Piece of evidence"), title,
             expired ? _("Out of date") : date, address);
}

/* @number: (nullable): the clause whose own pieces are shown elsewhere */
static void
add_evidence (GPtrArray       *rows,
              const CapMatrix *matrix,
              const GPtrArray *evidence,
              const char      *number)
{
  guint n_added = 0;

  for (guint i = 0; i < evidence->len; i++)
    {
      const CapEvidence *piece = g_ptr_array_index (evidence, i);

      if (number != NULL && cap_evidence_serves (piece, CAP_PLACE_REQUIREMENT, number))
        continue;

      if (n_added++ < N_SHOWN)
        add_piece (rows, matrix, piece);
    }
  add_rest (rows, "mail-attachment-symbolic", _("Piece of evidence"), n_added);
}

static void
add_records (GPtrArray       *rows,
             const char      *icon,
             const GPtrArray *records)
{
  for (guint i = 0; i < MIN (records->len, N_SHOWN); i++)
    {
      const CapRecord *record = g_ptr_array_index (records, i);
      const CapRegister *reg = cap_register_get (record->kind);
      g_autofree char *title = NULL;
      g_autofree char *address = cap_address_new_for_record (record);

      title = g_strdup_printf ("%s. %s", cap_record_get_code (record), cap_record_get_title (record));
      add_place (rows, icon, gettext (reg->one), title,
                 record->kind == CAP_REGISTER_DOCUMENT
                 ? cap_record_get_choice (record, CAP_DOCUMENT_STATE) : NULL, address);
    }
  if (records->len > 0)
    {
      const CapRecord *first = g_ptr_array_index (records, 0);

      add_rest (rows, icon, gettext (cap_register_get (first->kind)->label), records->len);
    }
}

/* What the standard asks to keep and that is not there. */
static void
add_gaps (GPtrArray          *rows,
          const CapMatrix    *matrix,
          const CapMatrixRow *row)
{
  for (CapKeep keep = 0; keep < CAP_N_KEEPS; keep++)
    {
      CapDocumentGap gap;

      if (!cap_document_gap_judge (row, keep, matrix->today, &gap) || gap.standing >= CAP_STANDING_THERE)
        continue;

      add_place (rows, gap.conditional ? "dialog-information-symbolic" : "dialog-warning-symbolic",
                 keep == CAP_KEEP_MAINTAIN ? _("To be kept up to date") : _("To be kept as a proof"),
                 gap.text,
                 gap.conditional ? _("where it applies") : cap_standing_get_label (gap.standing), NULL);
    }
}

static void
add_findings (GPtrArray       *rows,
              const GPtrArray *findings)
{
  for (guint i = 0; i < MIN (findings->len, N_SHOWN); i++)
    {
      const CapRecord *finding = g_ptr_array_index (findings, i);
      g_autofree char *title = g_strdup_printf ("%s. %s", cap_record_get_code (finding),
                                                cap_record_get (finding, CAP_FINDING_FACT));
      g_autofree char *address = cap_address_new_for_record (finding);

      add_place (rows, "emoji-flags-symbolic", _("Open finding"), title,
                 cap_record_get_choice (finding, CAP_FINDING_STATE), address);
    }
  add_rest (rows, "emoji-flags-symbolic", _("Open findings"), findings->len);
}

static void
add_actions (GPtrArray       *rows,
             const GPtrArray *actions)
{
  for (guint i = 0; i < MIN (actions->len, N_SHOWN); i++)
    {
      const CapAction *action = g_ptr_array_index (actions, i);
      g_autofree char *title = g_strdup_printf ("%u. %s", action->number, action->title);
      g_autofree char *address = cap_address_new_for_action (action);

      add_place (rows, "view-list-bullet-symbolic", _("Open action"), title,
                 cap_action_state_get_label (action->state), address);
    }
  add_rest (rows, "view-list-bullet-symbolic", _("Open actions"), actions->len);
}

static void
add_subjects (GPtrArray          *rows,
              const CapMatrix    *matrix,
              const CapMatrixRow *row)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < row->subjects->len; i++)
    {
      const char *code = g_ptr_array_index (row->subjects, i);
      const CapTerm *term = cap_framework_find_term (matrix->photograph->framework->subjects, code);

      g_string_append_printf (text, "%s%s %s", i > 0 ? " · " : "", code, term != NULL ? term->label : "");
    }
  if (text->len > 0)
    add_place (rows, "emblem-shared-symbolic", _("ISO 26000 subjects"), text->str, NULL, NULL);
}

static void
excluded_cb (GtkWidget  *entry,
             const char *number)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  if (*reason != '\0')
    gtk_widget_activate_action (entry, "matrix.exclude", "(ss)", number, reason);
}

static void
add_exclusion (GPtrArray          *rows,
               const CapMatrix    *matrix,
               const CapMatrixRow *row,
               gboolean            can_change)
{
  GtkWidget *entry;
  g_autofree char *address = NULL;
  g_autofree char *fault = NULL;
  CapMatrixFlags flag;

  if (row->exclusion != NULL)
    {
      address = cap_address_new_for_record (row->exclusion);
      fault = cap_exclusion_dup_fault (row->exclusion, matrix->standard);
      flag = fault == NULL ? CAP_MATRIX_EXCLUDED : CAP_MATRIX_WRONGLY_EXCLUDED;
      add_place (rows, "action-unavailable-symbolic", cap_matrix_flag_get_label (flag),
                 fault == NULL ? cap_record_get (row->exclusion, CAP_EXCLUSION_REASON) : fault,
                 NULL, address);
    }
  else if (can_change && row->requirement->excludable)
    {
      entry = cap_adder_row_new (_("Does not apply, because…"));
      g_signal_connect_data (entry, "add", G_CALLBACK (excluded_cb), g_strdup (row->requirement->number),
                             (GClosureNotify) (GCallback) g_free, 0);
      g_ptr_array_add (rows, entry);
    }
}

static void
add_creator (GPtrArray          *rows,
             const CapMatrixRow *row)
{
  GtkWidget *button = gtk_button_new_with_label (_("Create an Action"));
  GtkWidget *line = gtk_list_box_row_new ();

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", row->requirement->number);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "matrix.create-action");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "matrix-create");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (line), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line), FALSE);
  gtk_widget_set_focusable (line, FALSE);
  g_ptr_array_add (rows, line);
}

GPtrArray *
cap_matrix_detail_list_rows (const CapMatrix    *matrix,
                             const CapMatrixRow *row,
                             gboolean            can_change)
{
  GPtrArray *rows = g_ptr_array_new ();

  add_gaps (rows, matrix, row);
  add_findings (rows, row->findings);
  add_actions (rows, row->actions);
  add_criteria (rows, matrix, row);
  add_evidence (rows, matrix, row->evidence, row->requirement->number);
  add_records (rows, "x-office-document-symbolic", row->documents);
  add_records (rows, "view-grid-symbolic", row->processes);
  add_records (rows, "view-list-symbolic", row->records);
  add_subjects (rows, matrix, row);
  add_exclusion (rows, matrix, row, can_change);
  if (can_change && !(row->flags & CAP_MATRIX_EXCLUDED))
    add_creator (rows, row);

  return rows;
}

GPtrArray *
cap_matrix_detail_list_criterion_rows (const CapMatrix          *matrix,
                                       const CapMatrixCriterion *criterion)
{
  GPtrArray *rows = g_ptr_array_new ();
  g_autofree char *address = cap_address_new (CAP_ADDRESS_CRITERION, criterion->result->criterion->code);
  g_autofree char *level = cap_matrix_detail_dup_level (matrix, criterion->result);

  add_place (rows, "document-edit-symbolic", _("Criterion"), level, NULL, address);
  for (guint i = 0; i < criterion->rows->len; i++)
    {
      const CapMatrixRow *row = g_ptr_array_index (criterion->rows, i);
      g_autofree char *title = NULL;
      g_autofree char *place = cap_address_new (CAP_ADDRESS_REQUIREMENT, row->requirement->number);

      title = g_strdup_printf ("%s %s", row->requirement->number,
                               cap_requirement_get_title (row->requirement));
      add_place (rows, "view-list-symbolic", _("Clause"), title,
                 row->flags & CAP_MATRIX_EXCLUDED ? _("Does not apply") : NULL, place);
    }
  add_evidence (rows, matrix, criterion->evidence, NULL);

  return rows;
}
