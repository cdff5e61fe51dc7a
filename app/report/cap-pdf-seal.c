/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* memmem() */

#include "report/cap-pdf-seal.h"

#include <string.h>

/* The seal of a PDF is comment lines before its last “startxref”: readers pass over them, and no position in
 * the file that anything refers to comes after. Each line of the seal’s text has the mark before it. What is
 * sealed is every other byte of the file. A seal has one text, so that no byte of these lines may change
 * either: a file is intact, or it is not. */
#define MARK     "%CapSeal "
#define LAST     "startxref"

typedef struct
{
  const char *start;
  const char *end;   /* the “startxref” that follows */
} Block;

static const char *
find_last (const char *data,
           gsize       size)
{
  const char *found = NULL;
  const char *at = data;

  while ((at = memmem (at, size - (gsize) (at - data), LAST, strlen (LAST))) != NULL)
    found = at++;

  return found;
}

/* Returns: (nullable): where the line before @end starts, if it bears the mark */
static const char *
find_line_before (const char *data,
                  const char *end)
{
  const char *start = end - 1;

  if (end == data || *start != '\n')
    return NULL;

  while (start > data && start[-1] != '\n')
    start--;

  return (gsize) (end - start) > strlen (MARK) && memcmp (start, MARK, strlen (MARK)) == 0 ? start : NULL;
}

/* Returns: whether there is one */
static gboolean
find_block (const char *data,
            gsize       size,
            Block      *block)
{
  const char *line;

  block->end = find_last (data, size);
  if (block->end == NULL)
    return FALSE;

  block->start = block->end;
  while ((line = find_line_before (data, block->start)) != NULL)
    block->start = line;

  return block->start < block->end;
}

/* The text of the seal: the lines without their marks. */
static char *
dup_text (const Block *block)
{
  GString *text = g_string_new (NULL);

  for (const char *at = block->start; at < block->end;)
    {
      const char *end = memchr (at, '\n', (gsize) (block->end - at));

      g_string_append_len (text, at + strlen (MARK), end + 1 - (at + (gssize) strlen (MARK)));
      at = end + 1;
    }

  return g_string_free (text, FALSE);
}

static CapSeal *
parse_block (const Block *block)
{
  g_autofree char *text = NULL;

  if (memchr (block->start, '\0', (gsize) (block->end - block->start)) != NULL)
    return NULL;

  text = dup_text (block);

  return cap_seal_parse (text);
}

static char *
dup_digest_without (const char  *data,
                    gsize        size,
                    const Block *block)
{
  g_autoptr(GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (sum, (const guchar *) data, block->start - data);
  g_checksum_update (sum, (const guchar *) block->end, (gssize) size - (block->end - data));

  return g_strdup (g_checksum_get_string (sum));
}

/**
 * cap_pdf_seal_dup_digest:
 * @pdf: a document that bears no seal
 *
 * Returns: (transfer full): what its seal is to say of it
 */
char *
cap_pdf_seal_dup_digest (GBytes *pdf)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);
}

/**
 * cap_pdf_seal_add:
 * @pdf: a document that bears no seal
 * @seal: of it, signed
 *
 * Returns: (transfer full) (nullable): the document with its seal; %NULL if it is no PDF
 */
GBytes *
cap_pdf_seal_add (GBytes        *pdf,
                  const CapSeal *seal)
{
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);
  const char *end = find_last (data, size);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  GString *sealed;

  g_return_val_if_fail (seal != NULL, NULL);

  if (end == NULL || end == data || end[-1] != '\n')
    return NULL;

  text = cap_seal_dup_text (seal);
  lines = g_strsplit (text, "\n", -1);
  sealed = g_string_sized_new (size + 2 * strlen (text));
  g_string_append_len (sealed, data, end - data);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    g_string_append_printf (sealed, "%s%s\n", MARK, lines[i]);
  g_string_append_len (sealed, end, (gssize) size - (end - data));

  return g_string_free_to_bytes (sealed);
}

/**
 * cap_pdf_seal_read:
 * @pdf: a file that anybody may have written
 * @seal: (out) (nullable): a genuine seal: of this document as it is, or as it was
 *
 * Returns: what the document is
 */
CapPdfSealState
cap_pdf_seal_read (GBytes   *pdf,
                   CapSeal **seal)
{
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);
  Block block;

  g_return_val_if_fail (seal != NULL, CAP_PDF_SEAL_NONE);

  *seal = NULL;
  if (data == NULL || memmem (data, size, MARK, strlen (MARK)) == NULL)
    return CAP_PDF_SEAL_NONE;

  if (find_block (data, size, &block))
    *seal = parse_block (&block);
  if (*seal != NULL && !cap_seal_is_genuine (*seal))
    g_clear_pointer (seal, cap_seal_free);

  if (*seal != NULL)
    {
      g_autofree char *digest = dup_digest_without (data, size, &block);

      if (g_strcmp0 (digest, (*seal)->document) == 0)
        return CAP_PDF_SEAL_INTACT;
    }

  return CAP_PDF_SEAL_BROKEN;
}
