/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/cap-vault-key.h"
#include "store/cap-dossier-file.h"

G_BEGIN_DECLS

/* What a person does with a dossier from one opening to the next. */
typedef enum
{
  STEP_OPEN,
  STEP_EVIDENCE,
  STEP_ANSWER,
  STEP_UNDO,
  STEP_REDO,
  STEP_PUBLISH,
  STEP_ANSWER_AGAIN,
  STEP_LEAVE, /* without publishing, as when the program is killed */
  STEP_RECOVER,
  STEP_MERGE,
  STEP_ANSWER_LAST,
  STEP_CLOSE,
  STEP_READ,
} Step;

#define N_STEPS (STEP_READ + 1)

/* Whether the dossier is encrypted: with one key for all, which programs that are forked have too. */
typedef enum { SCENARIO_CLEAR, SCENARIO_ENCRYPTED } ScenarioKind;

/* Two copies of one dossier that went separate ways, and what is done with the first. */
typedef struct
{
  CapVaultKey    *key;        /* NULL when it is not encrypted */
  char           *folder;
  char           *path;
  char           *other_path;
  GBytes         *seed;       /* what the files are at the beginning */
  GBytes         *other_seed;
  CapCommand     *commands[N_STEPS];
  CapDossierFile *file;       /* NULL when it is closed */

  /* What the dossier holds before the first step, then after each, as a text: where work goes on, and in its
   * file. */
  char           *worked[N_STEPS + 1];
  char           *published[N_STEPS + 1];
} Scenario;

/* As store_fixture_init(), in memory where that can be: thousands of syncs take minutes on a disk. */
void            scenario_init        (int            *argc,
                                      char         ***argv);
Scenario       *scenario_new         (ScenarioKind    kind) G_GNUC_WARN_UNUSED_RESULT;
void            scenario_free        (Scenario       *self);
void            scenario_reset       (Scenario       *self);
const char     *scenario_get_name    (Step            step);
gboolean        scenario_do          (Scenario       *self,
                                      Step            step,
                                      GError        **error);
char           *scenario_dump        (Scenario       *self) G_GNUC_WARN_UNUSED_RESULT;
char           *scenario_dump_file   (Scenario       *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean        scenario_is_as_seeded (Scenario      *self);
char           *scenario_find_fault  (Scenario       *self) G_GNUC_WARN_UNUSED_RESULT;
char           *scenario_find_litter (Scenario       *self) G_GNUC_WARN_UNUSED_RESULT;
char           *scenario_find_clear  (Scenario       *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Scenario, scenario_free)

G_END_DECLS
