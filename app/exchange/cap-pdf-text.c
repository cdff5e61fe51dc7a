/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* memfd_create() */

#include "exchange/cap-pdf-text-private.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "exchange/cap-xml-text-private.h"

/* A PDF comes from anywhere, and many of them are read at once: Poppler does it in a process that a crafted
 * one may well end, within limits, and that is given the file in memory: nothing of it touches the disk. */

#define MAX_TEXT (32 * 1024 * 1024) /* bytes */
#define HEAD_END "</head>"
#define BODY     "<pre>\n"
#define BODY_END "</pre>"
#define PAGE_END '\f'

static const char * const command[] = {
  "prlimit", "--cpu=20", "--as=1073741824", "--core=0",
  "pdftotext", "-q", "-htmlmeta", "-enc", "UTF-8", "-", "-",
  NULL
};

/* Returns: a file in memory, at its beginning; -1 when there is no room */
static int
open_in_memory (GBytes *content)
{
  gsize size;
  const char *data = g_bytes_get_data (content, &size);
  int fd = memfd_create ("pdf", MFD_CLOEXEC);
  gsize written = 0;

  while (fd >= 0 && written < size)
    {
      const gssize n = write (fd, data + written, size - written);

      if (n <= 0)
        {
          close (fd);
          return -1;
        }
      written += (gsize) n;
    }

  if (fd >= 0 && lseek (fd, 0, SEEK_SET) != 0)
    {
      close (fd);
      return -1;
    }

  return fd;
}

/* Returns: (transfer full): what comes, up to what is sensible */
static GString *
read_all (GInputStream *stream,
          GCancellable *cancellable,
          gboolean     *whole)
{
  GString *text = g_string_new (NULL);
  char block[16 * 1024];
  gssize n = 1;

  while (n > 0 && text->len < MAX_TEXT)
    {
      n = g_input_stream_read (stream, block, sizeof block, cancellable, NULL);
      if (n > 0)
        g_string_append_len (text, block, n);
    }
  *whole = n == 0;

  return text;
}

/* Returns: (transfer full) (nullable): what the program says; it may have been stopped by its limits, or by
 * ours */
static char *
run (GBytes       *content,
     GCancellable *cancellable,
     gboolean     *whole)
{
  g_autoptr(GSubprocessLauncher) launcher = NULL;
  g_autoptr(GSubprocess) process = NULL;
  GString *text;
  int fd = open_in_memory (content);

  if (fd < 0)
    return NULL;

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_subprocess_launcher_take_stdin_fd (launcher, fd);
  process = g_subprocess_launcher_spawnv (launcher, command, NULL);
  if (process == NULL)
    return NULL;

  text = read_all (g_subprocess_get_stdout_pipe (process), cancellable, whole);
  if (!*whole)
    g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, NULL);
  *whole = *whole && g_subprocess_get_successful (process);

  return g_string_free (text, FALSE);
}

/* Appends what a page says. Its lines are cut where the page ends, not where a name does: only an empty line
 * is between two paragraphs. Returns: whether it says something; one that does not may be a picture of a text
 * */
static gboolean
append_page (GString    *text,
             const char *start,
             const char *end)
{
  gboolean said = FALSE;

  for (const char *at = start; at < end; at++)
    {
      const gboolean joined = *at == '\n' && at > start && at[-1] != '\n' && at + 1 < end && at[1] != '\n';

      g_string_append_c (text, joined ? ' ' : *at);
      said = said || !g_ascii_isspace (*at);
    }
  g_string_append (text, "\n\n");

  return said;
}

/* Returns: whether each page says something */
static gboolean
append_pages (GString    *text,
              const char *body,
              const char *body_end)
{
  gboolean said = TRUE;

  while (body < body_end)
    {
      const char *end = memchr (body, PAGE_END, (gsize) (body_end - body));

      said = append_page (text, body, end != NULL ? end : body_end) && said;
      body = end != NULL ? end + 1 : body_end;
    }

  return said;
}

/**
 * cap_pdf_text_read:
 * @content: a PDF
 * @whole: (out): whether all of it was read, and each of its pages says something
 * @cancellable: (nullable): to give up
 *
 * Returns: (transfer full) (nullable): its metadata and what its pages say; %NULL when it cannot be read:
 * damaged, with a password
 */
char *
cap_pdf_text_read (GBytes       *content,
                   gboolean     *whole,
                   GCancellable *cancellable)
{
  g_autofree char *html = run (content, cancellable, whole);
  g_autofree char *valid = html != NULL ? g_utf8_make_valid (html, -1) : NULL;
  const char *head = valid != NULL ? strstr (valid, "<head>") : NULL;
  const char *head_end = head != NULL ? strstr (head, HEAD_END) : NULL;
  const char *body = head_end != NULL ? strstr (head_end, BODY) : NULL;
  const char *body_end;
  GString *text;

  if (body == NULL)
    return NULL;

  body += strlen (BODY);
  body_end = g_strrstr (body, BODY_END);
  *whole = *whole && body_end != NULL;
  text = g_string_new (NULL);
  cap_xml_text_append (text, head, (gsize) (head_end - head) + strlen (HEAD_END));
  *whole = append_pages (text, body, body_end != NULL ? body_end : body + strlen (body)) && *whole;

  return g_string_free (text, FALSE);
}
