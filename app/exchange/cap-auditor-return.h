/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/cap-package.h"
#include "model/cap-command.h"

G_BEGIN_DECLS

/**
 * CapAuditorReturnInput:
 * @dossier: of the structure
 * @copy: what the auditor hands back
 * @origin: what the copy held when it was handed over
 * @name: of the file, for undo and the journal
 * @reader: gives the content of the evidence of the copy
 */
typedef struct
{
  const CapDossier *dossier;
  const CapDossier *copy;
  const CapDossier *origin;
  const char       *name;
  CapContentReader  reader;
  gpointer          reader_data;
} CapAuditorReturnInput;

/**
 * CapReturnItem:
 * @kind: the register; %CAP_REGISTER_NONE of a piece of evidence
 * @added: whether it is new
 * @code: how people call it; may be empty
 * @title: what it is about; may be empty
 * @detail: what of it changes, in the user’s language; empty when it is new
 *
 * One thing that comes in.
 */
typedef struct
{
  CapRegisterKind  kind;
  gboolean         added;
  char            *code;
  char            *title;
  char            *detail;
} CapReturnItem;

/**
 * CapReturnRest:
 * @name: of the register, or “answer”, “action”, “indicator”, “member”; never translated
 * @label: the same, in the user’s language
 *
 * What the copy says otherwise than the dossier, and that stays as the dossier says it.
 */
typedef struct
{
  const char *name;
  const char *label;
  guint       count;
} CapReturnRest;

/**
 * CapAuditorReturn:
 * @audit: code of the audit in the dossier
 * @title: its title
 * @items: (element-type CapReturnItem): what comes in
 * @rest: (element-type CapReturnRest): what stays as it is
 * @command: (nullable): the gesture that takes the items in; %NULL when there is none
 */
typedef struct
{
  char       *audit;
  char       *title;
  GPtrArray  *items;
  GPtrArray  *rest;
  CapCommand *command;
} CapAuditorReturn;

CapAuditorReturn *cap_auditor_return_new         (const CapAuditorReturnInput  *input,
                                                  GError                      **error)
                                                  G_GNUC_WARN_UNUSED_RESULT;
void              cap_auditor_return_free        (CapAuditorReturn             *self);
guint             cap_auditor_return_count       (const CapAuditorReturn       *self,
                                                  CapRegisterKind               kind,
                                                  gboolean                      added);
char             *cap_auditor_return_dup_summary (const CapAuditorReturn       *self)
                                                  G_GNUC_WARN_UNUSED_RESULT;
char             *cap_auditor_return_to_json     (const CapAuditorReturn       *self)
                                                  G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapAuditorReturn, cap_auditor_return_free)

G_END_DECLS
