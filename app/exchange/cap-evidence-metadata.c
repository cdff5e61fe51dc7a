/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gexiv2/gexiv2.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "exchange/cap-evidence-metadata-private.h"
#include "exchange/cap-framework-json.h"

/* What pictures say of themselves: EXIF, IPTC and XMP. The library is not made for several threads:
 * one at a time uses it. */
static GMutex library_mutex;

/* The beginnings of what tells where a picture was taken, by whom, and with whose camera. */
static const char * const private_tags[] = {
  "Exif.GPSInfo.", "Exif.Image.Artist", "Exif.Image.Copyright", "Exif.Image.XPAuthor", "Exif.Image.XPComment",
  "Exif.Photo.CameraOwnerName", "Exif.Photo.BodySerialNumber", "Exif.Photo.LensSerialNumber",
  "Exif.Photo.UserComment", "Exif.Photo.MakerNote", "Exif.Thumbnail.",
  "Iptc.Application2.Byline", "Iptc.Application2.Writer", "Iptc.Application2.Contact",
  "Iptc.Application2.City", "Iptc.Application2.SubLocation", "Iptc.Application2.ProvinceState",
  "Iptc.Application2.Country", "Iptc.Application2.Copyright",
  "Xmp.dc.creator", "Xmp.dc.rights", "Xmp.exif.GPS", "Xmp.photoshop.", "Xmp.iptc.", "Xmp.xmpMM.",
};

/* What stays of them: which side is up, and when it was taken. */
static const char * const kept_tags[] = {
  "Exif.Image.DateTime", "Exif.Photo.DateTimeOriginal", "Exif.Photo.DateTimeDigitized",
};

static gboolean
start_library (void)
{
  static gsize started = 0;

  if (g_once_init_enter (&started))
    {
      gsize done = gexiv2_initialize () ? 1 : 2;

      gexiv2_log_set_level (GEXIV2_LOG_LEVEL_MUTE);
      g_once_init_leave (&started, done);
    }

  return started == 1;
}

static gboolean
has_private_tag (char **tags)
{
  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (private_tags); j++)
      if (g_str_has_prefix (tags[i], private_tags[j]))
        return TRUE;

  return FALSE;
}

static gboolean
is_private (GExiv2Metadata *metadata)
{
  g_auto(GStrv) exif = gexiv2_metadata_get_exif_tags (metadata);
  g_auto(GStrv) iptc = gexiv2_metadata_get_iptc_tags (metadata);
  g_auto(GStrv) xmp = gexiv2_metadata_get_xmp_tags (metadata);

  return has_private_tag (exif) || has_private_tag (iptc) || has_private_tag (xmp);
}

static GExiv2Metadata *
open_bytes (GBytes *bytes)
{
  g_autoptr(GExiv2Metadata) metadata = gexiv2_metadata_new ();
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  return gexiv2_metadata_open_buf (metadata, data, (glong) size, NULL) ? g_steal_pointer (&metadata) : NULL;
}

static gboolean
is_picture (const char *media_type)
{
  return g_str_has_prefix (media_type, "image/") && !g_str_has_prefix (media_type, "image/svg");
}

/* Telephones make these, with a position; the library does not read all of them. */
static gboolean
may_hide (const char *media_type)
{
  return g_str_has_prefix (media_type, "image/hei") || g_str_equal (media_type, "image/avif");
}

gboolean
cap_evidence_metadata_is_private (const char *media_type,
                                  GBytes     *bytes)
{
  g_autoptr(GExiv2Metadata) metadata = NULL;
  gboolean result;

  if (!is_picture (media_type) || !start_library ())
    return FALSE;

  g_mutex_lock (&library_mutex);
  metadata = open_bytes (bytes);
  result = metadata != NULL ? is_private (metadata) : may_hide (media_type);
  g_clear_object (&metadata);
  g_mutex_unlock (&library_mutex);

  return result;
}

static void
clear (GExiv2Metadata *metadata)
{
  const GExiv2Orientation orientation = gexiv2_metadata_try_get_orientation (metadata, NULL);
  char *kept[G_N_ELEMENTS (kept_tags)] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (kept_tags); i++)
    kept[i] = gexiv2_metadata_try_get_tag_string (metadata, kept_tags[i], NULL);

  gexiv2_metadata_clear (metadata); /* the comment and the thumbnail too */
  if (orientation != GEXIV2_ORIENTATION_UNSPECIFIED && orientation != GEXIV2_ORIENTATION_NORMAL)
    gexiv2_metadata_try_set_orientation (metadata, orientation, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kept_tags); i++)
    {
      if (kept[i] != NULL)
        gexiv2_metadata_try_set_tag_string (metadata, kept_tags[i], kept[i], NULL);
      g_free (kept[i]);
    }
}

/* The library changes files only: @path holds the same bytes as the metadata came from. */
static GBytes *
save_through (GExiv2Metadata *metadata,
              const char     *path)
{
  char *data;
  gsize size;

  clear (metadata);
  if (!gexiv2_metadata_save_file (metadata, path, NULL) ||
      !g_file_get_contents (path, &data, &size, NULL))
    return NULL;

  return g_bytes_new_take (data, size);
}

/* A file that only this person reads, for as long as the library needs it; in memory, where there is such a
 * place. */
static int
open_temporary (char **path)
{
  int fd;

  *path = g_build_filename (g_get_user_runtime_dir (), "cap-cedre-XXXXXX", NULL);
  fd = g_mkstemp (*path); /* 0600 */
  if (fd >= 0)
    return fd;

  g_clear_pointer (path, g_free);

  return g_file_open_tmp ("cap-cedre-XXXXXX", path, NULL);
}

static GBytes *
strip_bytes (GBytes *bytes)
{
  g_autoptr(GExiv2Metadata) metadata = open_bytes (bytes);
  g_autofree char *path = NULL;
  GBytes *stripped = NULL;
  int fd;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  fd = metadata != NULL ? open_temporary (&path) : -1;
  if (fd < 0)
    return NULL;

  close (fd);
  if (g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, NULL))
    stripped = save_through (metadata, path);
  g_unlink (path);

  return stripped;
}

/* Whether nothing private is left: the library is not believed on its word. */
static gboolean
is_stripped (GBytes *bytes)
{
  g_autoptr(GExiv2Metadata) metadata = open_bytes (bytes);

  return metadata != NULL && !is_private (metadata);
}

/**
 * cap_evidence_content_strip:
 * @error: return location for a [error@Cap.ExchangeError]
 *
 * Takes away where a picture was taken, by whom and with what: all but its
 * date and which side is up. What is no picture stays as it is.
 *
 * Returns: whether it says no more; it is unchanged otherwise
 */
gboolean
cap_evidence_content_strip (CapEvidenceContent  *self,
                            GError             **error)
{
  GBytes *stripped;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!is_picture (self->media_type))
    return TRUE;

  g_mutex_lock (&library_mutex);
  stripped = start_library () ? strip_bytes (self->bytes) : NULL;
  if (stripped != NULL && !is_stripped (stripped))
    g_clear_pointer (&stripped, g_bytes_unref);
  g_mutex_unlock (&library_mutex);

  if (stripped == NULL)
    {
      g_set_error_literal (error, CAP_EXCHANGE_ERROR, CAP_EXCHANGE_ERROR_INPUT,
                           _("the place and the author cannot be taken out of this picture: save it as a "
                             "JPEG file without them, or add it as it is"));
      return FALSE;
    }

  g_bytes_unref (self->bytes);
  self->bytes = stripped;
  g_free (self->sha256);
  self->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, stripped);
  self->is_private = FALSE;

  return TRUE;
}
