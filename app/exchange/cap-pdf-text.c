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
          GCancellable *cancellable)
{
  GString *text = g_string_new (NULL);
  char block[16 * 1024];
  gssize n;

  while (text->len < MAX_TEXT &&
         (n = g_input_stream_read (stream, block, sizeof block, cancellable, NULL)) > 0)
    g_string_append_len (text, block, n);

  return text;
}

/* Returns: (transfer full) (nullable): what the program says */
static char *
run (GBytes       *content,
     GCancellable *cancellable)
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

  text = read_all (g_subprocess_get_stdout_pipe (process), cancellable);
  g_subprocess_force_exit (process); /* it has ended, unless it says too much or nobody waits any more */
  g_subprocess_wait (process, NULL, NULL);

  return g_string_free (text, FALSE);
}

static gboolean
is_blank (const char *start,
          const char *end)
{
  while (start < end && g_ascii_isspace (*start))
    start++;

  return start == end;
}

/* Whether each page says something: one that does not may be a picture of a text. */
static gboolean
is_each_page_said (const char *body)
{
  const char *end;

  for (; (end = strchr (body, PAGE_END)) != NULL; body = end + 1)
    {
      if (is_blank (body, end))
        return FALSE;
    }

  return TRUE;
}

/**
 * cap_pdf_text_read:
 * @content: a PDF
 * @whole: (out): whether each of its pages says something
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
  g_autofree char *html = run (content, cancellable);
  g_autofree char *valid = html != NULL ? g_utf8_make_valid (html, -1) : NULL;
  const char *head = valid != NULL ? strstr (valid, "<head>") : NULL;
  const char *head_end = head != NULL ? strstr (head, HEAD_END) : NULL;
  const char *body = head_end != NULL ? strstr (head_end, BODY) : NULL;
  GString *text;

  if (body == NULL)
    return NULL;

  body += strlen (BODY);
  *whole = is_each_page_said (body);
  text = g_string_new (NULL);
  cap_xml_text_append (text, head, (gsize) (head_end - head) + strlen (HEAD_END));
  g_string_append (text, body);

  return g_string_free (text, FALSE);
}
