/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-evidence-file.h"
#include "exchange/cap-evidence-metadata-private.h"
#include "fuzz/fuzz.h"

/* A picture that is to become evidence, after what it is called: where it was taken is found, and taken
 * away. */

static const char * const media_types[] = {
  "image/jpeg", "image/png", "image/tiff", "image/webp", "image/gif", "image/heic", "image/jp2", "image/bmp",
};

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  fuzz_start ();

  return 0;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  FuzzInput input = { data, data + size };
  const guint kind = fuzz_input_below (&input, G_N_ELEMENTS (media_types));
  GBytes *bytes = fuzz_input_rest (&input);
  CapEvidenceContent content = {
    .bytes = bytes,
    .sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes),
    .name = (char *) "picture",
    .media_type = (char *) media_types[kind],
    .is_private = cap_evidence_metadata_is_private (media_types[kind], bytes),
  };

  if (cap_evidence_content_strip (&content, NULL))
    g_assert_false (cap_evidence_metadata_is_private (content.media_type, content.bytes));
  g_bytes_unref (content.bytes);
  g_free (content.sha256);

  return 0;
}
