/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-package.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <glib/gi18n.h>

#include "base/cap-file.h"
#include "exchange/cap-framework-json.h"
#include "exchange/cap-package-private.h"

#define MODE 0644

typedef struct archive Archive;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_write_free)

/* The package while it is written. */
typedef struct
{
  const CapPackageInput *input;
  GCancellable          *cancellable;
  Archive               *archive;
  char                  *base;          /* its only folder */
  GString               *manifest;      /* of the payload */
  GString               *tag_manifest;
  guint64                n_bytes;       /* of the payload */
  guint                  n_files;
  int                    code;          /* errno, when the disk is why it fails */
} Writer;

/* What is compressed already is not compressed again. */
static void
choose_compression (Writer     *self,
                    const char *path)
{
  if (g_str_has_suffix (path, ".txt") || g_str_has_suffix (path, ".csv"))
    archive_write_zip_set_compression_deflate (self->archive);
  else
    archive_write_zip_set_compression_store (self->archive);
}

static gboolean
write_entry (Writer     *self,
             const char *path,
             GBytes     *content)
{
  struct archive_entry *entry = archive_entry_new ();
  g_autofree char *name = g_strconcat (self->base, "/", path, NULL);
  gsize size;
  const char *data = g_bytes_get_data (content, &size);
  gboolean done;

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, MODE);
  archive_entry_set_size (entry, (la_int64_t) size);
  archive_entry_set_mtime (entry, (time_t) self->input->now, 0);
  choose_compression (self, path);
  done = archive_write_header (self->archive, entry) == ARCHIVE_OK &&
         archive_write_data (self->archive, data, size) == (la_ssize_t) size &&
         archive_write_finish_entry (self->archive) == ARCHIVE_OK;
  archive_entry_free (entry);
  if (!done)
    self->code = archive_errno (self->archive) != 0 ? archive_errno (self->archive) : EIO;

  return done;
}

static void
list (GString    *manifest,
      GBytes     *content,
      const char *path)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);

  g_string_append_printf (manifest, "%s  %s\n", sha256, path);
}

/* Takes @content. @sha256: (nullable): of it, when it is known already */
static gboolean
write_payload (Writer     *self,
               const char *path,
               GBytes     *content,
               const char *sha256)
{
  gboolean done = write_entry (self, path, content);

  if (sha256 != NULL)
    g_string_append_printf (self->manifest, "%s  %s\n", sha256, path);
  else
    list (self->manifest, content, path);
  self->n_bytes += g_bytes_get_size (content);
  self->n_files++;
  g_bytes_unref (content);

  return done;
}

/* Takes @content. */
static gboolean
write_tag (Writer     *self,
           const char *path,
           GBytes     *content)
{
  gboolean done = write_entry (self, path, content);

  list (self->tag_manifest, content, path);
  g_bytes_unref (content);

  return done;
}

static gboolean
write_documents (Writer *self)
{
  const CapPackageInput *input = self->input;
  gboolean done = TRUE;

  for (guint i = 0; done && i < input->documents->len; i++)
    {
      g_autofree char *path = g_strconcat ("data/", g_ptr_array_index (input->names, i), NULL);

      done = write_payload (self, path, g_bytes_ref (g_ptr_array_index (input->documents, i)), NULL);
    }

  return done;
}

/* Content that is not what it was when it came in goes nowhere. */
static GBytes *
read_content (Writer             *self,
              const CapEvidence  *piece,
              GError            **error)
{
  const CapEvidenceFile *file = cap_evidence_get_file (piece);
  g_autoptr(GBytes) content = self->input->reader (file->sha256, self->input->reader_data, error);
  g_autofree char *sha256 = NULL;
  g_autofree char *code = NULL;

  if (content == NULL)
    return NULL;

  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  if (g_str_equal (sha256, file->sha256))
    return g_steal_pointer (&content);

  code = cap_evidence_dup_code (piece);
  g_set_error (error, CAP_EXCHANGE_ERROR, CAP_EXCHANGE_ERROR_INPUT,
               /* Translators: the code of a piece of evidence */
               _("%s is not the file that it was: nothing was written"), code);

  return NULL;
}

/* One content in memory at a time. */
static gboolean
write_evidence (Writer   *self,
                GError  **error)
{
  const GPtrArray *pieces = self->input->dossier->evidence;
  gboolean done = TRUE;

  for (guint i = 0; done && i < pieces->len; i++)
    {
      const CapEvidence *piece = g_ptr_array_index (pieces, i);
      g_autofree char *path = cap_package_dup_path (piece, self->input->dossier);
      GBytes *content;

      if (path == NULL)
        continue;

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;

      content = read_content (self, piece, error);
      done = content != NULL && write_payload (self, path, content, cap_evidence_get_file (piece)->sha256);
    }

  return done;
}

static GBytes *
make_info (Writer *self)
{
  const CapMember *member = self->input->dossier->member;
  g_autofree char *name = g_strdelimit (g_strdup (member->name), "\r\n", ' ');
  GString *info = g_string_new (NULL);

  g_string_append_printf (info, "Bag-Software-Agent: Cap Cèdre %s\n", PACKAGE_VERSION);
  g_string_append_printf (info, "Bagging-Date: %s\n", self->input->today);
  g_string_append_printf (info, "External-Identifier: %s\n", self->input->dossier->id);
  g_string_append_printf (info, "Payload-Oxum: %" G_GUINT64_FORMAT ".%u\n", self->n_bytes, self->n_files);
  g_string_append_printf (info, "Source-Organization: %s\n", name);

  return g_string_free_to_bytes (info);
}

static gboolean
write_tags (Writer *self)
{
  g_autoptr(GBytes) tags = NULL;
  GBytes *manifest;
  gboolean done;

  manifest = g_string_free_to_bytes (g_steal_pointer (&self->manifest));
  done = write_tag (self, "bag-info.txt", make_info (self));
  done = write_tag (self, "manifest-sha256.txt", manifest) && done;
  tags = g_string_free_to_bytes (g_steal_pointer (&self->tag_manifest));

  return done && write_entry (self, "tagmanifest-sha256.txt", tags);
}

static gboolean
write_all (Writer   *self,
           GError  **error)
{
  const CapPackageInput *input = self->input;

  return write_tag (self, "bagit.txt", g_bytes_new_static (CAP_BAG_DECLARATION,
                                                           sizeof CAP_BAG_DECLARATION - 1)) &&
         write_payload (self, "data/index.txt", cap_package_index_text (input), NULL) &&
         write_payload (self, "data/index-par-critere.csv", cap_package_index_criteria (input), NULL) &&
         write_payload (self, "data/index-par-exigence.csv", cap_package_index_requirements (input), NULL) &&
         write_payload (self, "data/a-completer.txt", cap_package_missing (input), NULL) &&
         write_documents (self) &&
         write_evidence (self, error) &&
         write_tags (self);
}

static gboolean
fill_cb (int        fd,
         gpointer   user_data,
         int       *code,
         GError   **error)
{
  Writer *self = user_data;
  g_autoptr(Archive) archive = archive_write_new ();
  gboolean done;

  self->archive = archive;
  done = archive_write_set_format_zip (archive) == ARCHIVE_OK &&
         archive_write_set_bytes_in_last_block (archive, 1) == ARCHIVE_OK &&
         archive_write_open_fd (archive, fd) == ARCHIVE_OK &&
         write_all (self, error);
  if (done && archive_write_close (archive) != ARCHIVE_OK)
    {
      self->code = archive_errno (archive) != 0 ? archive_errno (archive) : EIO;
      done = FALSE;
    }
  if (!done)
    archive_write_fail (archive); /* nothing more is written when it is freed */
  *code = self->code;

  return done;
}

/**
 * cap_package_write:
 * @path: the zip to make or to replace
 * @input: what goes in
 * @cancellable: (nullable): asked between two files
 * @error: return location for a [error@Cap.FileError], or what the reader says
 *
 * Writes the auditor’s package: a zip in BagIt 1.0 form (RFC 8493). When this
 * fails, what was there before still is, and nothing else.
 *
 * Returns: whether it is there
 */
gboolean
cap_package_write (const char             *path,
                   const CapPackageInput  *input,
                   GCancellable           *cancellable,
                   GError                **error)
{
  Writer writer = { .input = input, .cancellable = cancellable };
  gboolean done;

  g_return_val_if_fail (path != NULL && input != NULL && input->reader != NULL, FALSE);
  g_return_val_if_fail (input->names->len == input->documents->len, FALSE);

  writer.base = cap_package_dup_name (input->dossier, input->today);
  writer.manifest = g_string_new (NULL);
  writer.tag_manifest = g_string_new (NULL);
  done = cap_file_fill (path, fill_cb, &writer, error);

  g_free (writer.base);
  if (writer.manifest != NULL)
    g_string_free (writer.manifest, TRUE);
  if (writer.tag_manifest != NULL)
    g_string_free (writer.tag_manifest, TRUE);

  return done;
}
