/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "exchange/cap-document-text.h"
#include "fuzz/parts.h"

/* A document of an office program: its zip is sound and what is in it is anything, or the other way round. A
 * PDF is read by another program, which may well end. */

#define SPOILT   0x80
#define ANY_FILE 0xf0

static GBytes *document;

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  fuzz_start ();
  document = fuzz_get_kept ("../../exchange/documents/avis.docx");

  return 0;
}

static GBytes *
make_file (FuzzInput *input)
{
  const guint kind = fuzz_input_byte (input);

  if (kind < SPOILT)
    return fuzz_parts_zip (input);

  return kind < ANY_FILE ? fuzz_input_spoil (input, document) : fuzz_input_rest (input);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  FuzzInput input = { data, data + size };
  g_autoptr(GBytes) file = make_file (&input);
  gboolean whole = FALSE;
  gsize length;
  const char *bytes = g_bytes_get_data (file, &length);
  g_autofree char *text = NULL;

  if (length >= 5 && memcmp (bytes, "%PDF-", 5) == 0)
    return 0;

  text = cap_document_text_read (file, &whole, NULL);
  g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));

  return 0;
}
