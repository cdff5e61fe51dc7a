/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-doc-odt.h"

#include <glib/gi18n.h>

#include "report/cap-doc-odt-private.h"

/* By CapDocTone. */
static const char * const tones[CAP_N_DOC_TONES] = { NULL, "Strong", "Emphasis", "Muted", "Code" };

static void
write_bookmark (CapOdt     *self,
                const char *anchor)
{
  if (anchor == NULL)
    return;

  cap_odt_start (self, "text:bookmark");
  cap_odt_attribute (self, "text:name", anchor);
  cap_odt_end (self);
}

static void
write_run (CapOdt          *self,
           const CapDocRun *run)
{
  gboolean leads = run->link != NULL && cap_doc_has_anchor (self->doc, run->link);

  if (leads)
    {
      g_autofree char *target = g_strconcat ("#", run->link, NULL);

      cap_odt_start (self, "text:a");
      cap_odt_attribute (self, "xlink:type", "simple");
      cap_odt_attribute (self, "xlink:href", target);
      cap_odt_attribute (self, "text:style-name", "Internet_20_link");
      cap_odt_attribute (self, "text:visited-style-name", "Internet_20_link");
    }
  if (tones[run->tone] != NULL)
    {
      cap_odt_start (self, "text:span");
      cap_odt_attribute (self, "text:style-name", tones[run->tone]);
    }
  cap_odt_text (self, run->text);
  if (tones[run->tone] != NULL)
    cap_odt_end (self);
  if (leads)
    cap_odt_end (self);
}

static void
write_runs (CapOdt       *self,
            const GArray *runs)
{
  for (guint i = 0; i < runs->len; i++)
    write_run (self, &g_array_index (runs, CapDocRun, i));
}

static void
write_paragraph (CapOdt       *self,
                 const char   *style,
                 const char   *anchor,
                 const GArray *runs)
{
  cap_odt_start (self, "text:p");
  cap_odt_attribute (self, "text:style-name", style);
  write_bookmark (self, anchor);
  write_runs (self, runs);
  cap_odt_end (self);
}

static void
write_line (CapOdt     *self,
            const char *style,
            const char *text)
{
  cap_odt_start (self, "text:p");
  cap_odt_attribute (self, "text:style-name", style);
  cap_odt_text (self, text);
  cap_odt_end (self);
}

/* A paragraph without words, which starts a page of another kind. */
static void
write_page_start (CapOdt *self)
{
  g_autofree char *style = NULL;

  if (self->master == NULL)
    return;

  style = g_strdup_printf ("Start%s", self->master);
  write_line (self, style, "");
  self->master = NULL;
}

static void
write_cover (CapOdt            *self,
             const CapDocBlock *block)
{
  const CapDocInfo *info = cap_doc_get_info (self->doc);

  write_line (self, "Cover_20_title", info->title);
  write_paragraph (self, "Lead", NULL, block->runs);
  if (info->marking != NULL)
    write_line (self, "Cover_20_marking", info->marking);
  write_line (self, "Cover_20_owner", info->owner);
  self->master = "Standard";
}

static void
write_heading (CapOdt            *self,
               const CapDocBlock *block)
{
  g_autofree char *level = g_strdup_printf ("%u", block->level);
  g_autofree char *style = g_strdup_printf ("Heading_20_%u", block->level);

  write_page_start (self);
  cap_odt_start (self, "text:h");
  cap_odt_attribute (self, "text:style-name", style);
  cap_odt_attribute (self, "text:outline-level", level);
  write_bookmark (self, block->anchor);
  write_runs (self, block->runs);
  cap_odt_end (self);
}

static void
write_cell (CapOdt       *self,
            const char   *cell,
            const char   *style,
            const char   *anchor,
            const GArray *runs,
            guint         n_columns)
{
  cap_odt_start (self, "table:table-cell");
  cap_odt_attribute (self, "table:style-name", cell);
  cap_odt_attribute (self, "office:value-type", "string");
  if (n_columns > 1)
    {
      g_autofree char *span = g_strdup_printf ("%u", n_columns);

      cap_odt_attribute (self, "table:number-columns-spanned", span);
    }
  write_paragraph (self, style, anchor, runs);
  cap_odt_end (self);
  for (guint i = 1; i < n_columns; i++)
    {
      cap_odt_start (self, "table:covered-table-cell");
      cap_odt_end (self);
    }
}

static void
start_row (CapOdt *self)
{
  cap_odt_start (self, "table:table-row");
  cap_odt_attribute (self, "table:style-name", "Row");
}

/* The text and the detail of a group share one cell. */
static void
write_group (CapOdt          *self,
             const CapDocRow *row,
             guint            n_columns)
{
  const GArray *detail = g_ptr_array_index (row->cells, 1);
  g_autofree char *span = g_strdup_printf ("%u", n_columns);

  start_row (self);
  cap_odt_start (self, "table:table-cell");
  cap_odt_attribute (self, "table:style-name", "GroupCell");
  cap_odt_attribute (self, "office:value-type", "string");
  cap_odt_attribute (self, "table:number-columns-spanned", span);
  cap_odt_start (self, "text:p");
  cap_odt_attribute (self, "text:style-name", "Table_20_group");
  write_bookmark (self, row->anchor);
  write_runs (self, g_ptr_array_index (row->cells, 0));
  if (detail->len > 0)
    cap_odt_text (self, " – ");
  write_runs (self, detail);
  cap_odt_end (self);
  cap_odt_end (self);
  for (guint i = 1; i < n_columns; i++)
    cap_odt_leaf (self, "table:covered-table-cell", "");
  cap_odt_end (self);
}

static void
write_row (CapOdt          *self,
           const CapDocRow *row,
           guint            n_columns)
{
  g_autoptr(GArray) empty = NULL;

  if (row->is_group)
    {
      write_group (self, row, n_columns);
      return;
    }

  empty = g_array_new (FALSE, FALSE, sizeof (CapDocRun));
  start_row (self);
  for (guint i = 0; i < n_columns; i++)
    write_cell (self, "Cell", "Table_20_text", i == 0 ? row->anchor : NULL,
                i < row->cells->len ? g_ptr_array_index (row->cells, i) : empty, 1);
  cap_odt_end (self);
}

static void
start_table (CapOdt     *self,
             const char *name)
{
  cap_odt_start (self, "table:table");
  cap_odt_attribute (self, "table:name", name);
  cap_odt_attribute (self, "table:style-name", "Table");
}

static void
write_column (CapOdt     *self,
              const char *style)
{
  cap_odt_start (self, "table:table-column");
  cap_odt_attribute (self, "table:style-name", style);
  cap_odt_end (self);
}

static void
write_table (CapOdt            *self,
             const CapDocTable *table)
{
  g_autofree char *name = g_strdup_printf ("T%u", ++self->n_tables);

  write_page_start (self);
  start_table (self, name);
  for (guint i = 0; i < table->columns->len; i++)
    {
      g_autofree char *column = g_strdup_printf ("T%u.%u", self->n_tables, i + 1);

      write_column (self, column);
    }
  cap_odt_start (self, "table:table-header-rows");
  start_row (self);
  for (guint i = 0; i < table->columns->len; i++)
    {
      const char *title = g_array_index (table->columns, CapDocColumn, i).title;

      cap_odt_start (self, "table:table-cell");
      cap_odt_attribute (self, "table:style-name", "HeadCell");
      cap_odt_attribute (self, "office:value-type", "string");
      write_line (self, "Table_20_head", title != NULL ? title : "");
      cap_odt_end (self);
    }
  cap_odt_end (self);
  cap_odt_end (self);
  for (guint i = 0; i < table->rows->len; i++)
    write_row (self, g_ptr_array_index (table->rows, i), table->columns->len);
  cap_odt_end (self);
}

static void
write_facts (CapOdt          *self,
             const GPtrArray *blocks,
             guint            first,
             guint            end)
{
  g_autofree char *name = g_strdup_printf ("Facts%u", ++self->n_facts);

  start_table (self, name);
  write_column (self, "Facts.1");
  write_column (self, "Facts.2");
  for (guint i = first; i < end; i++)
    {
      const CapDocBlock *block = g_ptr_array_index (blocks, i);

      start_row (self);
      cap_odt_start (self, "table:table-cell");
      cap_odt_attribute (self, "table:style-name", "Cell");
      cap_odt_attribute (self, "office:value-type", "string");
      write_line (self, "Table_20_head", block->label);
      cap_odt_end (self);
      write_cell (self, "Cell", "Table_20_text", NULL, block->runs, 1);
      cap_odt_end (self);
    }
  cap_odt_end (self);
}

static void
write_items (CapOdt          *self,
             const GPtrArray *blocks,
             guint            first,
             guint            end)
{
  cap_odt_start (self, "text:list");
  cap_odt_attribute (self, "text:style-name", "Bullets");
  for (guint i = first; i < end; i++)
    {
      cap_odt_start (self, "text:list-item");
      write_paragraph (self, "List_20_item", NULL,
                       ((const CapDocBlock *) g_ptr_array_index (blocks, i))->runs);
      cap_odt_end (self);
    }
  cap_odt_end (self);
}

/* The picture, and what it shows for whoever does not see it. */
static void
write_figure (CapOdt             *self,
              const CapDocFigure *figure)
{
  double width;
  double height;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) png = cap_odt_dup_picture (self, figure, &width, &height, &error);
  g_autofree char *name = g_strdup_printf ("F%u", ++self->n_figures);
  g_autofree char *data = NULL;

  if (png == NULL)
    {
      if (self->error == NULL)
        self->error = g_steal_pointer (&error);
      return;
    }

  data = g_base64_encode (g_bytes_get_data (png, NULL), g_bytes_get_size (png));
  cap_odt_start (self, "text:p");
  cap_odt_attribute (self, "text:style-name", "Standard");
  cap_odt_start (self, "draw:frame");
  cap_odt_attribute (self, "draw:name", name);
  cap_odt_attribute (self, "draw:style-name", "Picture");
  cap_odt_attribute (self, "text:anchor-type", "as-char");
  cap_odt_length (self, "svg:width", width);
  cap_odt_length (self, "svg:height", height);
  cap_odt_start (self, "draw:image");
  cap_odt_attribute (self, "draw:mime-type", "image/png");
  cap_odt_leaf (self, "office:binary-data", data);
  cap_odt_end (self);
  cap_odt_leaf (self, "svg:desc", figure->reading);
  cap_odt_end (self);
  cap_odt_end (self);
}

static void
write_contents_source (CapOdt *self)
{
  cap_odt_start (self, "text:table-of-content-source");
  cap_odt_attribute (self, "text:outline-level", "2");
  for (guint level = 1; level <= 2; level++)
    {
      static const char * const parts[] = {
        "text:index-entry-link-start", "text:index-entry-text", "text:index-entry-link-end",
        "text:index-entry-tab-stop", "text:index-entry-page-number",
      };
      g_autofree char *number = g_strdup_printf ("%u", level);
      g_autofree char *style = g_strdup_printf ("Contents_20_%u", level);

      cap_odt_start (self, "text:table-of-content-entry-template");
      cap_odt_attribute (self, "text:outline-level", number);
      cap_odt_attribute (self, "text:style-name", style);
      for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
        {
          cap_odt_start (self, parts[i]);
          if (g_str_has_suffix (parts[i], "tab-stop"))
            {
              cap_odt_attribute (self, "style:type", "right");
              cap_odt_attribute (self, "style:leader-char", ".");
            }
          cap_odt_end (self);
        }
      cap_odt_end (self);
    }
  cap_odt_end (self);
}

/* The page of a heading is a reference to it: the word processor finds its number when it opens the file. */
static void
write_entry (CapOdt            *self,
             const CapDocBlock *heading)
{
  g_autofree char *target = g_strconcat ("#", heading->anchor, NULL);
  g_autofree char *style = g_strdup_printf ("Contents_20_%u", heading->level);

  cap_odt_start (self, "text:p");
  cap_odt_attribute (self, "text:style-name", style);
  cap_odt_start (self, "text:a");
  cap_odt_attribute (self, "xlink:type", "simple");
  cap_odt_attribute (self, "xlink:href", target);
  cap_odt_attribute (self, "text:style-name", "Index_20_link");
  cap_odt_attribute (self, "text:visited-style-name", "Index_20_link");
  write_runs (self, heading->runs);
  cap_odt_end (self);
  cap_odt_leaf (self, "text:tab", "");
  cap_odt_start (self, "text:bookmark-ref");
  cap_odt_attribute (self, "text:reference-format", "page");
  cap_odt_attribute (self, "text:ref-name", heading->anchor);
  cap_odt_text (self, "–");
  cap_odt_end (self);
  cap_odt_end (self);
}

static void
write_contents (CapOdt *self)
{
  g_autoptr(GPtrArray) headings = cap_doc_list_headings (self->doc, 2);

  cap_odt_start (self, "text:table-of-content");
  cap_odt_attribute (self, "text:name", "Contents");
  cap_odt_attribute (self, "text:protected", "false");
  write_contents_source (self);
  cap_odt_start (self, "text:index-body");
  for (guint i = 0; i < headings->len; i++)
    write_entry (self, g_ptr_array_index (headings, i));
  cap_odt_end (self);
  cap_odt_end (self);
}

static void write_blocks (CapOdt       *self,
                          const CapDoc *doc);

static void
write_block (CapOdt            *self,
             const CapDocBlock *block)
{
  switch (block->kind)
    {
    case CAP_DOC_COVER:
      write_cover (self, block);
      break;

    case CAP_DOC_HEADING:
      write_heading (self, block);
      break;

    case CAP_DOC_LEAD:
      write_paragraph (self, "Lead", NULL, block->runs);
      break;

    case CAP_DOC_PARAGRAPH:
      write_paragraph (self, "Standard", NULL, block->runs);
      break;

    case CAP_DOC_NOTE:
      write_paragraph (self, "Note", NULL, block->runs);
      break;

    case CAP_DOC_TABLE:
      write_table (self, block->table);
      break;

    case CAP_DOC_FIGURE:
      write_figure (self, block->figure);
      break;

    case CAP_DOC_CONTENTS:
      write_contents (self);
      break;

    case CAP_DOC_PAPER:
      self->master = block->orientation == CAP_PDF_LANDSCAPE ? "Wide" : "Standard";
      break;

    case CAP_DOC_SLOT:
      write_blocks (self, block->slot);
      break;

    case CAP_DOC_ITEM:
    case CAP_DOC_FACT:
    default:
      g_assert_not_reached ();
    }
}

static void
write_blocks (CapOdt       *self,
              const CapDoc *doc)
{
  const GPtrArray *blocks = cap_doc_get_blocks (doc);

  for (guint i = 0; i < blocks->len; i++)
    {
      const CapDocBlock *block = g_ptr_array_index (blocks, i);
      guint end = cap_doc_find_end (doc, i);

      if (block->kind == CAP_DOC_ITEM)
        write_items (self, blocks, i, end);
      else if (block->kind == CAP_DOC_FACT)
        write_facts (self, blocks, i, end);
      else
        write_block (self, block);
      if (block->kind == CAP_DOC_ITEM || block->kind == CAP_DOC_FACT)
        i = end - 1;
    }
}

static void
write_root (CapOdt *self)
{
  static const char * const spaces[][2] = {
    { "xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0" },
    { "xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0" },
    { "xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0" },
    { "xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0" },
    { "xmlns:draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" },
    { "xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" },
    { "xmlns:svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" },
    { "xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0" },
    { "xmlns:dc", "http://purl.org/dc/elements/1.1/" },
    { "xmlns:xlink", "http://www.w3.org/1999/xlink" },
    { "office:version", "1.3" },
    { "office:mimetype", "application/vnd.oasis.opendocument.text" },
  };

  cap_odt_start (self, "office:document");
  for (guint i = 0; i < G_N_ELEMENTS (spaces); i++)
    cap_odt_attribute (self, spaces[i][0], spaces[i][1]);
}

static void
write_meta (CapOdt *self)
{
  cap_odt_start (self, "office:meta");
  cap_odt_leaf (self, "meta:generator", "Cap Cèdre");
  cap_odt_leaf (self, "dc:title", self->info->title);
  if (self->info->subject != NULL)
    cap_odt_leaf (self, "dc:subject", self->info->subject);
  if (self->info->author != NULL)
    cap_odt_leaf (self, "dc:creator", self->info->author);
  cap_odt_leaf (self, "dc:date", self->info->date);
  cap_odt_leaf (self, "meta:creation-date", self->info->date);
  cap_odt_leaf (self, "dc:language", self->info->language);
  cap_odt_end (self);
}

static void
write_document (CapOdt *self)
{
  write_root (self);
  write_meta (self);
  cap_odt_write_styles (self);
  cap_odt_start (self, "office:body");
  cap_odt_start (self, "office:text");
  write_blocks (self, self->doc);
  cap_odt_end (self);
  cap_odt_end (self);
  cap_odt_end (self);
}

GBytes *
cap_doc_write_odt (const CapDoc      *self,
                   const CapPdfInfo  *info,
                   GError           **error)
{
  CapOdt odt = { .doc = self, .info = info };
  xmlBufferPtr buffer;
  GBytes *bytes = NULL;

  g_return_val_if_fail (self != NULL && info != NULL, NULL);

  buffer = xmlBufferCreate ();
  odt.xml = xmlNewTextWriterMemory (buffer, 0);
  odt.failed = xmlTextWriterStartDocument (odt.xml, "1.0", "UTF-8", NULL) < 0;
  write_document (&odt);
  odt.failed = xmlTextWriterEndDocument (odt.xml) < 0 || odt.failed;
  xmlFreeTextWriter (odt.xml);

  if (odt.error != NULL)
    g_propagate_error (error, odt.error);
  else if (odt.failed)
    g_set_error (error, CAP_REPORT_ERROR, CAP_REPORT_ERROR_FAILED, "%s", _("The text cannot be written."));
  else
    bytes = g_bytes_new (xmlBufferContent (buffer), (gsize) xmlBufferLength (buffer));
  xmlBufferFree (buffer);

  return bytes;
}
