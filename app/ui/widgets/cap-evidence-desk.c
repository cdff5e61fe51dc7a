/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/widgets/cap-evidence-desk.h"

#include <glib/gi18n.h>

#include "quality/cap-evidence-rules.h"
#include "ui/widgets/cap-evidence-fields.h"
#include "ui/widgets/cap-evidence-intake.h"
#include "ui/widgets/cap-evidence-picker.h"
#include "ui/widgets/cap-reason-dialog.h"
#include "ui/widgets/cap-reference-dialog.h"
#include "workspace/cap-evidence-export.h"

struct _CapEvidenceDesk
{
  GObject       parent_instance;

  CapWorkspace *workspace;
  GtkWidget    *owner;      /* borrowed, or NULL once it is gone */
};

G_DEFINE_FINAL_TYPE (CapEvidenceDesk, cap_evidence_desk, G_TYPE_OBJECT)

enum
{
  SAVED,
  REMOVED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Something that is under way about a place, or about a piece. */
typedef struct
{
  CapEvidenceDesk *self;
  CapPlace         place;
  char            *target;
  char            *id;
  const char      *sentence;  /* said once it is done, when it takes something away */
} Errand;

static void
free_errand (Errand *errand)
{
  g_object_unref (errand->self);
  g_free (errand->target);
  g_free (errand->id);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, free_errand)

static Errand *
new_errand (CapEvidenceDesk *self,
            CapPlace         place,
            const char      *target,
            const char      *id)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->self = g_object_ref (self);
  errand->place = place;
  errand->target = g_strdup (target);
  errand->id = g_strdup (id);

  return errand;
}

static GtkWindow *
get_window (CapEvidenceDesk *self)
{
  GtkRoot *root = self->owner != NULL ? gtk_widget_get_root (self->owner) : NULL;

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
fail (CapEvidenceDesk *self,
      const GError    *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error->message);
}

/* Returns: (nullable): the dossier, when it may be changed */
static CapDossier *
get_open_dossier (CapEvidenceDesk *self)
{
  return cap_workspace_get_read_only (self->workspace) ? NULL : cap_workspace_get_dossier (self->workspace);
}

static const CapEvidence *
find_piece (CapEvidenceDesk *self,
            const char      *id)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);

  return dossier != NULL ? cap_dossier_find_evidence (dossier, id) : NULL;
}

static void
ran_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(Errand) errand = user_data;
  g_autoptr(GError) error = NULL;

  if (!cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error))
    fail (errand->self, error);
  else if (errand->sentence != NULL)
    g_signal_emit (errand->self, signals[REMOVED], 0, errand->sentence);
  else
    g_signal_emit (errand->self, signals[SAVED], 0);
}

/* Takes @command. @sentence: (nullable): what to say once something is taken away */
static void
run (CapEvidenceDesk *self,
     CapCommand      *command,
     const char      *sentence)
{
  Errand *errand = new_errand (self, CAP_PLACE_REQUIREMENT, NULL, NULL);

  errand->sentence = sentence;
  cap_workspace_run_async (self->workspace, command, NULL, ran_cb, errand);
}

static void
taken_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Errand) errand = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) contents = cap_evidence_intake_finish (result, &error);
  CapDossier *dossier = get_open_dossier (errand->self);
  g_autofree char *today = cap_workspace_dup_today (errand->self->workspace);

  if (contents == NULL)
    fail (errand->self, error);
  else if (dossier != NULL)
    run (errand->self,
         cap_evidence_add_command (dossier, contents, today, errand->place, errand->target), NULL);
}

static void
renewed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Errand) errand = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) contents = cap_evidence_intake_finish (result, &error);
  const CapEvidence *piece = find_piece (errand->self, errand->id);
  g_autofree char *today = cap_workspace_dup_today (errand->self->workspace);
  CapCommand *command;

  if (contents == NULL)
    {
      fail (errand->self, error);
      return;
    }

  if (piece == NULL || get_open_dossier (errand->self) == NULL)
    return;

  command = cap_evidence_renew_command (piece, g_ptr_array_index (contents, 0), today);
  if (command != NULL)
    run (errand->self, command, NULL);
  else
    g_signal_emit (errand->self, signals[FAILED], 0,
                   _("This is the file that the piece has already: nothing changes."));
}

static void
reference_given_cb (Errand     *errand,
                    const char *title,
                    const char *reference,
                    const char *date)
{
  CapEvidenceDesk *self = errand->self;
  g_autoptr(CapEvidence) piece = cap_evidence_new (NULL, title, reference, date);
  CapCommand *command;

  if (get_open_dossier (self) == NULL)
    return;

  if (errand->target != NULL)
    cap_evidence_add_link (piece, errand->place, errand->target);
  command = cap_command_new (CAP_GESTURE_PIECE, title);
  cap_command_put_evidence (command, piece);
  run (self, command, NULL);
}

static void
piece_chosen_cb (Errand     *errand,
                 const char *id)
{
  CapEvidenceDesk *self = errand->self;
  const CapEvidence *piece = find_piece (self, id);
  g_autoptr(CapEvidence) linked = piece != NULL ? cap_evidence_copy (piece) : NULL;

  if (linked != NULL && get_open_dossier (self) != NULL &&
      cap_evidence_add_link (linked, errand->place, errand->target))
    cap_evidence_desk_put (self, linked);
}

static void
reason_given_cb (CapEvidenceDesk *self,
                 const char      *id,
                 const char      *reason)
{
  CapDossier *dossier = get_open_dossier (self);
  const CapEvidence *piece = find_piece (self, id);
  g_autofree char *today = cap_workspace_dup_today (self->workspace);

  if (dossier != NULL && piece != NULL)
    run (self, cap_evidence_take_out (piece, dossier, today, reason), _("Taken out: its line stays, with the "
                                                                        "reason"));
}

static void
launch (CapEvidenceDesk *self,
        const char      *uri)
{
  g_autoptr(GError) error = NULL;
  GdkDisplay *display = self->owner != NULL ? gtk_widget_get_display (self->owner) : NULL;
  g_autoptr(GdkAppLaunchContext) context = display != NULL ? gdk_display_get_app_launch_context (display)
                                                           : NULL;

  if (!g_app_info_launch_default_for_uri (uri, G_APP_LAUNCH_CONTEXT (context), &error))
    g_signal_emit (self, signals[FAILED], 0,
                   _("No application of this computer opens this kind of file."));
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(CapEvidenceDesk) self = CAP_EVIDENCE_DESK (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *path = cap_workspace_export_evidence_finish (CAP_WORKSPACE (source), result, &error);
  g_autofree char *uri = path != NULL ? g_filename_to_uri (path, NULL, NULL) : NULL;

  if (uri != NULL)
    launch (self, uri);
  else if (error != NULL)
    fail (self, error);
}

static void
cap_evidence_desk_dispose (GObject *object)
{
  CapEvidenceDesk *self = CAP_EVIDENCE_DESK (object);

  g_clear_weak_pointer (&self->owner);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_evidence_desk_parent_class)->dispose (object);
}

static void
cap_evidence_desk_class_init (CapEvidenceDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cap_evidence_desk_dispose;

  signals[SAVED] = g_signal_new ("saved", CAP_TYPE_EVIDENCE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", CAP_TYPE_EVIDENCE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", CAP_TYPE_EVIDENCE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
cap_evidence_desk_init (CapEvidenceDesk *self)
{
}

CapEvidenceDesk *
cap_evidence_desk_new (CapWorkspace *workspace,
                       GtkWidget    *owner)
{
  CapEvidenceDesk *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace) && GTK_IS_WIDGET (owner), NULL);

  self = g_object_new (CAP_TYPE_EVIDENCE_DESK, NULL);
  self->workspace = g_object_ref (workspace);
  g_set_weak_pointer (&self->owner, owner);

  return self;
}

void
cap_evidence_desk_choose_files (CapEvidenceDesk *self,
                                CapPlace         place,
                                const char      *target)
{
  g_return_if_fail (CAP_IS_EVIDENCE_DESK (self));

  if (get_open_dossier (self) != NULL && get_window (self) != NULL)
    cap_evidence_intake_choose_async (self->workspace, get_window (self), TRUE, taken_cb,
                                      new_errand (self, place, target, NULL));
}

void
cap_evidence_desk_take_files (CapEvidenceDesk *self,
                              GSList          *files,
                              CapPlace         place,
                              const char      *target)
{
  g_return_if_fail (CAP_IS_EVIDENCE_DESK (self));

  if (get_open_dossier (self) != NULL)
    cap_evidence_intake_take_async (self->workspace, get_window (self), files, taken_cb,
                                    new_errand (self, place, target, NULL));
}

/* Shows a dialog; what it is about goes with it. */
static void
present (GtkWidget  *dialog,
         const char *signal,
         GCallback   callback,
         Errand     *errand)
{
  g_signal_connect_swapped (dialog, signal, callback, errand);
  g_object_set_data_full (G_OBJECT (dialog), "errand", errand, (GDestroyNotify) free_errand);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
cap_evidence_desk_add_reference (CapEvidenceDesk *self,
                                 CapPlace         place,
                                 const char      *target)
{
  g_return_if_fail (CAP_IS_EVIDENCE_DESK (self));

  if (get_open_dossier (self) != NULL && get_window (self) != NULL)
    present (cap_reference_dialog_new (get_window (self)), "given", G_CALLBACK (reference_given_cb),
             new_errand (self, place, target, NULL));
}

static gboolean
may_serve (const CapEvidence *piece,
           gpointer           user_data)
{
  const Errand *errand = user_data;

  return !cap_evidence_serves (piece, errand->place, errand->target);
}

void
cap_evidence_desk_choose_piece (CapEvidenceDesk *self,
                                CapPlace         place,
                                const char      *target)
{
  CapDossier *dossier;
  Errand *errand;

  g_return_if_fail (CAP_IS_EVIDENCE_DESK (self) && target != NULL);

  dossier = get_open_dossier (self);
  if (dossier == NULL || get_window (self) == NULL)
    return;

  errand = new_errand (self, place, target, NULL);
  present (cap_evidence_picker_new (get_window (self), dossier, may_serve, errand), "chosen",
           G_CALLBACK (piece_chosen_cb), errand);
}

void
cap_evidence_desk_unlink (CapEvidenceDesk *self,
                          const char      *id,
                          CapPlace         place,
                          const char      *target)
{
  const CapEvidence *piece;
  g_autoptr(CapEvidence) unlinked = NULL;
  CapCommand *command;

  g_return_if_fail (CAP_IS_EVIDENCE_DESK (self) && id != NULL && target != NULL);

  piece = find_piece (self, id);
  if (piece == NULL || get_open_dossier (self) == NULL)
    return;

  unlinked = cap_evidence_copy (piece);
  cap_evidence_remove_link (unlinked, place, target);
  command = cap_command_new (CAP_GESTURE_PIECE, piece->title);
  cap_command_put_evidence (command, unlinked);
  run (self, command, _("It no longer serves here: it stays in the list of pieces"));
}

void
cap_evidence_desk_put (CapEvidenceDesk   *self,
                       const CapEvidence *piece)
{
  CapCommand *command;

  g_return_if_fail (CAP_IS_EVIDENCE_DESK (self) && piece != NULL);

  if (get_open_dossier (self) == NULL)
    return;

  command = cap_command_new (CAP_GESTURE_PIECE, piece->title);
  cap_command_put_evidence (command, piece);
  run (self, command, NULL);
}

void
cap_evidence_desk_edit (CapEvidenceDesk *self,
                        const char      *id)
{
  g_return_if_fail (CAP_IS_EVIDENCE_DESK (self) && id != NULL);

  if (find_piece (self, id) != NULL && get_window (self) != NULL)
    gtk_window_present (GTK_WINDOW (cap_evidence_fields_new_window (self->workspace, self, id,
                                                                    get_window (self))));
}

void
cap_evidence_desk_renew (CapEvidenceDesk *self,
                         const char      *id)
{
  g_return_if_fail (CAP_IS_EVIDENCE_DESK (self) && id != NULL);

  if (get_open_dossier (self) != NULL && find_piece (self, id) != NULL && get_window (self) != NULL)
    cap_evidence_intake_choose_async (self->workspace, get_window (self), FALSE, renewed_cb,
                                      new_errand (self, CAP_PLACE_REQUIREMENT, NULL, id));
}

void
cap_evidence_desk_take_out (CapEvidenceDesk *self,
                            const char      *id)
{
  const CapEvidence *piece;
  g_autofree char *code = NULL;
  g_autofree char *heading = NULL;
  GtkWidget *dialog;

  g_return_if_fail (CAP_IS_EVIDENCE_DESK (self) && id != NULL);

  piece = find_piece (self, id);
  if (piece == NULL || get_open_dossier (self) == NULL || get_window (self) == NULL)
    return;

  code = cap_evidence_dup_code (piece);
  /* Translators: the code of a piece of evidence */
  heading = g_strdup_printf (_("Take Out %s"), code);
  dialog = cap_reason_dialog_new_full (get_window (self), id, heading,
                                       _("It no longer serves anywhere. Its line stays, with your reason: an "
                                         "auditor may ask what became of it."), _("Take Out"));
  g_signal_connect_object (dialog, "given", G_CALLBACK (reason_given_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
cap_evidence_desk_put_back (CapEvidenceDesk *self,
                            const char      *id)
{
  const CapEvidence *piece;

  g_return_if_fail (CAP_IS_EVIDENCE_DESK (self) && id != NULL);

  piece = find_piece (self, id);
  if (piece != NULL && get_open_dossier (self) != NULL)
    run (self, cap_evidence_put_back (piece), NULL);
}

void
cap_evidence_desk_open (CapEvidenceDesk *self,
                        const char      *id,
                        int              version)
{
  const CapEvidence *piece;
  const CapEvidenceFile *file;

  g_return_if_fail (CAP_IS_EVIDENCE_DESK (self) && id != NULL);

  piece = find_piece (self, id);
  if (piece == NULL || version >= (int) piece->files->len)
    return;

  file = version < 0 ? cap_evidence_get_file (piece) : g_ptr_array_index (piece->files, version);
  if (file != NULL && cap_evidence_is_content_removed (file->sha256))
    g_signal_emit (self, signals[FAILED], 0,
                   _("The content of this file was taken out, with the personal data that it had."));
  else if (file != NULL)
    cap_workspace_export_evidence_async (self->workspace, file, NULL, exported_cb, g_object_ref (self));
  else if (cap_evidence_is_link (piece))
    launch (self, piece->reference);
}
