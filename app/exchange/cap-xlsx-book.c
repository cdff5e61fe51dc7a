/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-xlsx-book-private.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>

#include "exchange/cap-xlsx-parts-private.h"
#include "exchange/cap-xlsx-xml-private.h"

#define TITLE_SIZE 18

typedef lxw_workbook Workbook;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Workbook, lxw_workbook_free)

static void
set_error (GError    **error,
           lxw_error   status)
{
  /* Translators: %s is a sentence of the library that writes spreadsheets */
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, _("the spreadsheet could not be written: %s"),
               lxw_strerror (status));
}

/* What goes wrong is returned, and told by who asked: the library complains on the standard error as well. */
static lxw_error
close_silently (lxw_workbook *workbook)
{
  FILE *kept = stderr;
  FILE *nowhere = fopen ("/dev/null", "w");
  lxw_error status;

  if (nowhere != NULL)
    stderr = nowhere;
  status = workbook_close (workbook);
  stderr = kept;
  if (nowhere != NULL)
    fclose (nowhere);

  return status;
}

static gboolean
ignore_cb (CapXlsxXmlEvent   event,
           const char       *name,
           xmlTextReader    *xml,
           gpointer          user_data,
           GError          **error)
{
  return TRUE;
}

/* Without room for its temporary files, the library writes the beginning of a part, and says nothing. */
static gboolean
is_complete (GBytes *book)
{
  g_autoptr(GHashTable) parts = cap_xlsx_parts_read (book, NULL);
  GHashTableIter iter;
  GBytes *part;

  if (parts == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, parts);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &part))
    {
      if (!cap_xlsx_xml_walk (part, ignore_cb, NULL, NULL))
        return FALSE;
    }

  return TRUE;
}

static GBytes *
read_complete (const char  *path,
               GError     **error)
{
  g_autoptr(GBytes) book = NULL;
  char *content;
  gsize size;

  if (!g_file_get_contents (path, &content, &size, error))
    return NULL;

  book = g_bytes_new_take (content, size);
  if (is_complete (book))
    return g_steal_pointer (&book);

  set_error (error, LXW_ERROR_READING_TMPFILE);

  return NULL;
}

/* The library writes files only, and numbers as printf() does: cap_locale_init() has chosen well for it. */
static GBytes *
write_to (const char       *path,
          CapXlsxFillFunc   fill,
          gpointer          data,
          GError          **error)
{
  g_autoptr(Workbook) workbook = workbook_new (path);
  lxw_error status;

  if (!fill (workbook, data, error))
    return NULL;

  status = close_silently (g_steal_pointer (&workbook));
  if (status != LXW_NO_ERROR)
    {
      set_error (error, status);
      return NULL;
    }

  return read_complete (path, error);
}

/**
 * cap_xlsx_write_book:
 * @fill: makes the sheets
 * @error: return location for the error of @fill, or a #GFileError
 *
 * Returns: (transfer full) (nullable): an XLSX file
 */
GBytes *
cap_xlsx_write_book (CapXlsxFillFunc   fill,
                     gpointer          data,
                     GError          **error)
{
  g_autofree char *folder = g_dir_make_tmp ("cap-cedre-XXXXXX", error);
  g_autofree char *path = NULL;
  GBytes *bytes;

  g_return_val_if_fail (fill != NULL, NULL);

  if (folder == NULL)
    return NULL;

  path = g_build_filename (folder, "book.xlsx", NULL);
  bytes = write_to (path, fill, data, error);
  g_unlink (path);
  g_rmdir (folder);

  return bytes;
}

static gboolean
needs_escape (const char *text)
{
  for (const guchar *at = (const guchar *) text; *at != '\0'; at++)
    {
      if ((*at < ' ' && *at != '\n' && *at != '\t') || (*at == '_' && at[1] == 'x') || *at == 0xef)
        return TRUE;
    }

  return FALSE;
}

/* Characters that XML cannot hold, and what looks like their escape, become escapes: “_x000D_”. */
char *
cap_xlsx_escape (const char *text)
{
  GString *escaped;

  if (!needs_escape (text))
    return g_strdup (text);

  escaped = g_string_new (NULL);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gboolean is_control = (c < ' ' && c != '\n' && c != '\t') || c == 0xfffe || c == 0xffff;

      if (is_control || (c == '_' && at[1] == 'x'))
        g_string_append_printf (escaped, "_x%04X_", c);
      else
        g_string_append_unichar (escaped, c);
    }

  return g_string_free (escaped, FALSE);
}

lxw_format *
cap_xlsx_add_format (lxw_workbook *workbook,
                     uint8_t       alignment)
{
  lxw_format *format = workbook_add_format (workbook);

  format_set_text_wrap (format);
  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  format_set_align (format, alignment);

  return format;
}

lxw_format *
cap_xlsx_add_header (lxw_workbook *workbook)
{
  lxw_format *format = cap_xlsx_add_format (workbook, LXW_ALIGN_LEFT);

  format_set_bold (format);
  format_set_font_color (format, CAP_XLSX_INK);
  format_set_bg_color (format, CAP_XLSX_PAPER);
  format_set_bottom (format, LXW_BORDER_THIN);
  format_set_bottom_color (format, CAP_XLSX_INK);

  return format;
}

lxw_format *
cap_xlsx_add_title (lxw_workbook *workbook)
{
  lxw_format *format = cap_xlsx_add_format (workbook, LXW_ALIGN_LEFT);

  format_set_bold (format);
  format_set_font_color (format, CAP_XLSX_INK);
  format_set_font_size (format, TITLE_SIZE);

  return format;
}
