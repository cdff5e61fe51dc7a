/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/cap-actions-csv.h"
#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

/**
 * CapPlanFormat:
 * @CAP_PLAN_FORMAT_CSV: all the fields, for any spreadsheet
 * @CAP_PLAN_FORMAT_XLSX: a workbook with its figures
 * @CAP_PLAN_FORMAT_ICS: due dates and checks, for a calendar
 * @CAP_PLAN_FORMAT_ICS_TODO: the same, and each action as a task
 */
typedef enum
{
  CAP_PLAN_FORMAT_CSV,
  CAP_PLAN_FORMAT_XLSX,
  CAP_PLAN_FORMAT_ICS,
  CAP_PLAN_FORMAT_ICS_TODO,
} CapPlanFormat;

/* The plan in and out of the program, each in a thread of its own. A dossier must be open. */

/* A name for the file: “Les Érables – Plan de progrès 2026-11-20.xlsx”. */
char              *cap_workspace_dup_plan_name          (CapWorkspace         *self,
                                                         CapPlanFormat         format)
                                                         G_GNUC_WARN_UNUSED_RESULT;
/* Writes the file beside and renames it: it is whole, or what was there before still is. */
void               cap_workspace_export_plan_async      (CapWorkspace         *self,
                                                         CapPlanFormat         format,
                                                         const char           *path,
                                                         GCancellable         *cancellable,
                                                         GAsyncReadyCallback   callback,
                                                         gpointer              user_data);
gboolean           cap_workspace_export_plan_finish     (CapWorkspace         *self,
                                                         GAsyncResult         *result,
                                                         GError              **error);

/* Reads a CSV file of actions. What is wrong with it as a file is one error, each fault on its line. */
void               cap_workspace_read_actions_async     (CapWorkspace         *self,
                                                         const char           *path,
                                                         GCancellable         *cancellable,
                                                         GAsyncReadyCallback   callback,
                                                         gpointer              user_data);
CapActionsCsv     *cap_workspace_read_actions_finish    (CapWorkspace         *self,
                                                         GAsyncResult         *result,
                                                         GError              **error)
                                                         G_GNUC_WARN_UNUSED_RESULT;

/* What importing it would do. The command of the preview is for cap_workspace_run_async(). */
void               cap_workspace_preview_actions_async  (CapWorkspace         *self,
                                                         CapActionsCsv        *csv,
                                                         const int            *columns,
                                                         GCancellable         *cancellable,
                                                         GAsyncReadyCallback   callback,
                                                         gpointer              user_data);
CapActionsPreview *cap_workspace_preview_actions_finish (CapWorkspace         *self,
                                                         GAsyncResult         *result,
                                                         GError              **error)
                                                         G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
