/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-dossier.h"
#include "scoring/cap-photograph.h"
#include "store/cap-dossier-file.h"
#include "workspace/cap-document.h"

G_BEGIN_DECLS

/**
 * CapCliStatus:
 * @CAP_CLI_DONE: done
 * @CAP_CLI_REFUSED: the input is at fault: a file, a row, a value
 * @CAP_CLI_USAGE: the command line is wrong
 * @CAP_CLI_FAILED: the environment failed: cannot write, disk full
 *
 * The exit status of the program.
 */
typedef enum
{
  CAP_CLI_DONE = 0,
  CAP_CLI_REFUSED = 1,
  CAP_CLI_USAGE = 2,
  CAP_CLI_FAILED = 3,
} CapCliStatus;

typedef struct _CapCliCommand CapCliCommand;

/**
 * CapCliCommand:
 * @family: the heading that it stands under in the help, translatable
 * @name: what people type
 * @usage: the rest of the line, translatable
 * @summary: what it does, translatable
 * @run: does it; @arguments starts with the name
 */
struct _CapCliCommand
{
  const char    *family;
  const char    *name;
  const char    *usage;
  const char    *summary;
  CapCliStatus (*run) (const CapCliCommand *self,
                       GStrv                arguments);
};

/* The line of a command. */
gboolean        cap_cli_parse          (const CapCliCommand *self,
                                        const GOptionEntry  *entries,
                                        guint                minimum,
                                        guint                maximum,
                                        GStrv               *arguments,
                                        CapCliStatus        *status);
gboolean        cap_cli_parse_number   (const char          *option,
                                        const char          *text,
                                        int                  minimum,
                                        int                 *number,
                                        CapCliStatus        *status);
gboolean        cap_cli_is_text        (const char          *argument,
                                        CapCliStatus        *status);

/* What is told. */
void            cap_cli_print          (const GString       *text);
void            cap_cli_print_json     (const char          *json);
gboolean        cap_cli_end_output     (void);
void            cap_cli_complain       (const char          *where,
                                        const char          *what);
CapCliStatus    cap_cli_fail           (const char          *where,
                                        const GError        *error);
void            cap_cli_append_usage   (GString             *text,
                                        const CapCliCommand *command);
void            cap_cli_append_bar     (GString             *text,
                                        const CapScore      *score);
void            cap_cli_append_padded  (GString             *text,
                                        const char          *word,
                                        glong                width);
char           *cap_cli_dup_coverage   (const CapScore      *score) G_GNUC_WARN_UNUSED_RESULT;

/* Files. */
GBytes         *cap_cli_read_file      (const char          *path,
                                        GError             **error) G_GNUC_WARN_UNUSED_RESULT;
CapDossier     *cap_cli_load           (const char          *path,
                                        CapCliStatus        *status) G_GNUC_WARN_UNUSED_RESULT;
const CapEvaluation *
                cap_cli_find_evaluation (const CapDossier   *dossier,
                                        const char          *text,
                                        CapCliStatus        *status);
CapDossierFile *cap_cli_open_to_read   (const char          *path,
                                        CapDossier         **dossier,
                                        CapCliStatus        *status) G_GNUC_WARN_UNUSED_RESULT;
CapDossierFile *cap_cli_open           (const char          *path,
                                        CapDossier         **dossier,
                                        CapCliStatus        *status) G_GNUC_WARN_UNUSED_RESULT;
CapCliStatus    cap_cli_commit         (CapDossierFile      *file,
                                        const char          *path,
                                        const CapCommand    *command);
CapCliStatus    cap_cli_fail_to_create (const char          *path,
                                        const GError        *error);
CapCliStatus    cap_cli_create         (const char          *path,
                                        const CapCommand    *command);
gboolean        cap_cli_has_output     (const char          *output);
gboolean        cap_cli_is_output      (const char          *output,
                                        const char          *dossier,
                                        CapCliStatus        *status);

/* Secrets: give them to cap_secret_free (). */
char           *cap_cli_read_passphrase (const char          *prompt,
                                        CapCliStatus        *status) G_GNUC_WARN_UNUSED_RESULT;
char           *cap_cli_choose_passphrase (const char        *prompt,
                                        CapCliStatus        *status) G_GNUC_WARN_UNUSED_RESULT;
gboolean        cap_cli_unlock         (const char          *path,
                                        char               **passphrase,
                                        CapCliStatus        *status) G_GNUC_WARN_UNUSED_RESULT;

/* Parts of “seal”. */
gboolean        cap_cli_seal_has_deed  (const char          *name);
CapCliStatus    cap_cli_seal_do        (const char          *deed,
                                        const char          *path,
                                        gboolean             new_key);
CapCliStatus    cap_cli_seal_document  (const CapDocumentChoice *choice,
                                        const char          *path,
                                        const char          *output,
                                        gboolean             new_key);

/* Frameworks. */
CapFramework   *cap_cli_find_framework (const char          *name,
                                        CapCliStatus        *status) G_GNUC_WARN_UNUSED_RESULT;
CapFramework   *cap_cli_choose_framework (const char        *name,
                                        const char          *id,
                                        CapCliStatus        *status) G_GNUC_WARN_UNUSED_RESULT;
gboolean        cap_cli_parse_mode     (const char          *text,
                                        CapMode             *mode,
                                        CapCliStatus        *status);
gboolean        cap_cli_parse_path     (const char          *text,
                                        const CapFramework  *framework,
                                        CapPath             *path,
                                        CapCliStatus        *status);

/* Parts of “plan”. */
CapCliStatus    cap_cli_tell_week      (const char          *path,
                                        gboolean             as_json);
CapCliStatus    cap_cli_tell_figures   (const char          *path,
                                        gboolean             as_json);
CapCliStatus    cap_cli_rerate         (const char          *path,
                                        gboolean             apply,
                                        gboolean             as_json);

/* Part of “show”. */
void            cap_cli_append_readiness (GString           *text,
                                          CapDossier        *dossier);

/* The commands. */
CapCliStatus    cap_cli_anonymise      (const CapCliCommand *self,
                                        GStrv                arguments);
CapCliStatus    cap_cli_answer         (const CapCliCommand *self,
                                        GStrv                arguments);
CapCliStatus    cap_cli_audit          (const CapCliCommand *self,
                                        GStrv                arguments);
CapCliStatus    cap_cli_check          (const CapCliCommand *self,
                                        GStrv                arguments);
CapCliStatus    cap_cli_demo           (const CapCliCommand *self,
                                        GStrv                arguments);
CapCliStatus    cap_cli_evaluation     (const CapCliCommand *self,
                                        GStrv                arguments);
CapCliStatus    cap_cli_export         (const CapCliCommand *self,
                                        GStrv                arguments);
CapCliStatus    cap_cli_framework      (const CapCliCommand *self,
                                        GStrv                arguments);
CapCliStatus    cap_cli_import         (const CapCliCommand *self,
                                        GStrv                arguments);
CapCliStatus    cap_cli_matrix         (const CapCliCommand *self,
                                        GStrv                arguments);
CapCliStatus    cap_cli_merge            (const CapCliCommand *self,
                                        GStrv                arguments);
CapCliStatus    cap_cli_new            (const CapCliCommand *self,
                                        GStrv                arguments);
CapCliStatus    cap_cli_package        (const CapCliCommand *self,
                                        GStrv                arguments);
CapCliStatus    cap_cli_personal       (const CapCliCommand *self,
                                        GStrv                arguments);
CapCliStatus    cap_cli_plan           (const CapCliCommand *self,
                                        GStrv                arguments);
CapCliStatus    cap_cli_readiness      (const CapCliCommand *self,
                                        GStrv                arguments);
CapCliStatus    cap_cli_radiography    (const CapCliCommand *self,
                                        GStrv                arguments);
CapCliStatus    cap_cli_repair         (const CapCliCommand *self,
                                        GStrv                arguments);
CapCliStatus    cap_cli_report         (const CapCliCommand *self,
                                        GStrv                arguments);
CapCliStatus    cap_cli_review         (const CapCliCommand *self,
                                        GStrv                arguments);
CapCliStatus    cap_cli_votes          (const CapCliCommand *self,
                                        GStrv                arguments);
CapCliStatus    cap_cli_sample         (const CapCliCommand *self,
                                        GStrv                arguments);
CapCliStatus    cap_cli_encrypt        (const CapCliCommand *self,
                                        GStrv                arguments);
CapCliStatus    cap_cli_seal           (const CapCliCommand *self,
                                        GStrv                arguments);
CapCliStatus    cap_cli_score          (const CapCliCommand *self,
                                        GStrv                arguments);
CapCliStatus    cap_cli_show           (const CapCliCommand *self,
                                        GStrv                arguments);
CapCliStatus    cap_cli_verify         (const CapCliCommand *self,
                                        GStrv                arguments);

G_END_DECLS
