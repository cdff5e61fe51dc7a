/* SPDX-License-Identifier: GPL-3.0-or-later */

/* truncate(), mkfifo() */
#define _DEFAULT_SOURCE

#include "exchange/cap-evidence-file.h"

#include <gexiv2/gexiv2.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A red square of 8 × 8, which says nothing of itself. */
static const char picture[] =
  "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71"
  "////m8H////6/+b9//j/2wBDASstLTw1PHZBQXb4pYyl+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4"
  "+Pj4+Pj4+Pj/wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QA"
  "FQEBAQAAAAAAAAAAAAAAAAAABAX/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCUAdYf/9k=";

/* A folder of its own. */
typedef struct
{
  char *folder;
  char *path;   /* of a file in it */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("cap-evidence-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->path = g_build_filename (fixture->folder, data != NULL ? data : "Registre_unique du personnel.txt",
                                    NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
write_file (Fixture    *fixture,
            const void *data,
            gsize       size)
{
  g_autoptr(GError) error = NULL;

  g_file_set_contents (fixture->path, data, (gssize) size, &error);
  g_assert_no_error (error);
}

static void
test_read (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CapEvidenceContent) content = NULL;
  g_autofree char *title = NULL;

  write_file (fixture, "abc", 3);
  content = cap_evidence_content_read (fixture->path, &error);
  g_assert_no_error (error);

  g_assert_cmpstr (content->name, ==, "Registre_unique du personnel.txt");
  g_assert_cmpstr (content->sha256, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  g_assert_cmpstr (content->media_type, ==, "text/plain");
  g_assert_cmpuint (g_bytes_get_size (content->bytes), ==, 3);
  title = cap_evidence_content_dup_title (content);
  g_assert_cmpstr (title, ==, "Registre unique du personnel");
  g_assert_false (content->is_private);
  g_assert_true (cap_evidence_content_strip (content, &error));
}

static void
assert_refused (const char *path,
                const char *sentence)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CapEvidenceContent) content = cap_evidence_content_read (path, &error);

  g_assert_null (content);
  g_assert_nonnull (error);
  g_assert_nonnull (g_strstr_len (error->message, -1, sentence));
}

/* Exactly the limit is taken, one byte more is not; sparse files cost nothing. */
static void
test_limit (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(CapEvidenceContent) content = NULL;

  write_file (fixture, "a", 1);
  g_assert_cmpint (truncate (fixture->path, CAP_EVIDENCE_MAX_BYTES), ==, 0);
  content = cap_evidence_content_read (fixture->path, NULL);
  g_assert_nonnull (content);

  g_assert_cmpint (truncate (fixture->path, 52428800), ==, 0);
  assert_refused (fixture->path, "this file is 52.4 MB; a dossier takes files up to 50 MB");
  assert_refused (fixture->path, "as a reference");
}

static void
test_refusals (Fixture       *fixture,
               gconstpointer  data)
{
  assert_refused (fixture->path, "no such file");
  assert_refused (fixture->folder, "this is a folder");

  write_file (fixture, "", 0);
  assert_refused (fixture->path, "empty");

  g_unlink (fixture->path);
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  assert_refused (fixture->path, "not a file");
  g_unlink (fixture->path);

  if (geteuid () == 0)
    return; /* who may read everything is not refused */

  write_file (fixture, "a", 1);
  g_assert_cmpint (g_chmod (fixture->path, 0), ==, 0);
  assert_refused (fixture->path, "cannot be read");
}

/* As a telephone makes them. */
static void
write_picture (Fixture *fixture)
{
  g_autoptr(GExiv2Metadata) metadata = gexiv2_metadata_new ();
  g_autoptr(GError) error = NULL;
  g_autofree guchar *data = NULL;
  gsize size;

  data = g_base64_decode (picture, &size);
  write_file (fixture, data, size);
  g_assert_true (gexiv2_metadata_open_path (metadata, fixture->path, &error));
  g_assert_no_error (error);
  gexiv2_metadata_try_update_gps_info (metadata, 1.44, 43.6, 150, &error);
  gexiv2_metadata_try_set_tag_string (metadata, "Exif.Image.Artist", "Camille Martin", &error);
  gexiv2_metadata_try_set_tag_string (metadata, "Exif.Image.Orientation", "6", &error);
  gexiv2_metadata_try_set_tag_string (metadata, "Exif.Photo.DateTimeOriginal", "2026:09:14 10:00:00", &error);
  gexiv2_metadata_try_set_tag_string (metadata, "Xmp.dc.creator", "Camille Martin", &error);
  gexiv2_metadata_try_set_comment (metadata, "chez Camille Martin", &error);
  gexiv2_metadata_save_file (metadata, fixture->path, &error);
  g_assert_no_error (error);
}

static void
test_strip (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(CapEvidenceContent) content = NULL;
  g_autoptr(GExiv2Metadata) metadata = gexiv2_metadata_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *date = NULL;
  g_autofree char *sum = NULL;
  const char *bytes;
  gsize size;

  write_picture (fixture);
  content = cap_evidence_content_read (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (content->media_type, ==, "image/jpeg");
  g_assert_true (content->is_private);
  before = g_strdup (content->sha256);

  g_assert_true (cap_evidence_content_strip (content, &error));
  g_assert_no_error (error);
  g_assert_false (content->is_private);
  g_assert_cmpstr (content->sha256, !=, before);
  sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content->bytes);
  g_assert_cmpstr (content->sha256, ==, sum);

  bytes = g_bytes_get_data (content->bytes, &size);
  g_assert_null (g_strstr_len (bytes, (gssize) size, "GPS"));
  for (gsize i = 0; i + 7 < size; i++)
    g_assert_false (memcmp (bytes + i, "Camille", 7) == 0);

  g_assert_true (gexiv2_metadata_open_buf (metadata, (const guint8 *) bytes, (glong) size, &error));
  g_assert_cmpint (gexiv2_metadata_try_get_orientation (metadata, NULL), ==, GEXIV2_ORIENTATION_ROT_90);
  date = gexiv2_metadata_try_get_tag_string (metadata, "Exif.Photo.DateTimeOriginal", NULL);
  g_assert_cmpstr (date, ==, "2026:09:14 10:00:00");
}

/* What says nothing already stays, and a picture that cannot be read is not taken for harmless. */
static void
test_strip_other (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(CapEvidenceContent) content = NULL;
  g_autoptr(CapEvidenceContent) broken = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree guchar *decoded = NULL;
  g_autofree char *before = NULL;
  gsize size;

  decoded = g_base64_decode (picture, &size);
  write_file (fixture, decoded, size);
  content = cap_evidence_content_read (fixture->path, NULL);
  g_assert_false (content->is_private);

  write_file (fixture, "\xff\xd8\xff\xe0 no picture", 16);
  broken = cap_evidence_content_read (fixture->path, NULL);
  g_assert_cmpstr (broken->media_type, ==, "image/jpeg");
  g_assert_false (broken->is_private);
  before = g_strdup (broken->sha256);
  g_assert_false (cap_evidence_content_strip (broken, &error));
  g_assert_nonnull (g_strstr_len (error->message, -1, "cannot be taken out of this picture"));
  g_assert_cmpstr (broken->sha256, ==, before);
}

/* What cannot be looked into is asked about: it may say where it was taken. */
static void
test_unknown (Fixture       *fixture,
              gconstpointer  data)
{
  static const char heic[] = "\0\0\0\x18" "ftypheic\0\0\0\0mif1heic";
  g_autoptr(CapEvidenceContent) content = NULL;

  write_file (fixture, heic, sizeof heic - 1);
  content = cap_evidence_content_read (fixture->path, NULL);
  g_assert_true (g_str_has_prefix (content->media_type, "image/hei"));
  g_assert_true (content->is_private);
  g_assert_false (cap_evidence_content_strip (content, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gexiv2_initialize ();

  g_test_add ("/exchange/evidence-file/read", Fixture, NULL, set_up, test_read, tear_down);
  g_test_add ("/exchange/evidence-file/limit", Fixture, NULL, set_up, test_limit, tear_down);
  g_test_add ("/exchange/evidence-file/refusals", Fixture, NULL, set_up, test_refusals, tear_down);
  g_test_add ("/exchange/evidence-file/strip", Fixture, "photo.jpg", set_up, test_strip, tear_down);
  g_test_add ("/exchange/evidence-file/strip-other", Fixture, "photo.jpg", set_up, test_strip_other,
              tear_down);

  g_test_add ("/exchange/evidence-file/unknown", Fixture, "photo.heic", set_up, test_unknown, tear_down);

  return g_test_run ();
}
