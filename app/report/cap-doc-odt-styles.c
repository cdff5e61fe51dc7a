/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-doc-odt-private.h"

#include <glib/gi18n.h>

#include "base/cap-locale.h"
#include "report/cap-report-private.h"

#define FONT "Lato"

/* A style of paragraphs. Sizes are points; 0 inherits. */
typedef struct
{
  const char *name;
  const char *parent;
  double      size;
  double      above;
  double      below;
  guint32     color;
  gboolean    bold;
  gboolean    with_next;
} ParagraphStyle;

static const ParagraphStyle paragraphs[] = {
  { "Standard", NULL, 10, 0, 4, CAP_REPORT_INK, FALSE, FALSE },
  { "Cover_20_title", "Standard", 34, 110, 8, CAP_REPORT_ACCENT, FALSE, TRUE },
  { "Cover_20_owner", "Standard", 18, 24, 12, CAP_REPORT_INK, TRUE, TRUE },
  { "Cover_20_marking", "Standard", 10, 6, 6, CAP_REPORT_INK, TRUE, FALSE },
  { "Heading_20_1", "Standard", 20, 24, 8, CAP_REPORT_ACCENT, FALSE, TRUE },
  { "Heading_20_2", "Standard", 13, 16, 5, CAP_REPORT_ACCENT, TRUE, TRUE },
  { "Heading_20_3", "Standard", 10.5, 10, 3, CAP_REPORT_INK, TRUE, TRUE },
  { "Lead", "Standard", 11.5, 0, 6, CAP_REPORT_INK, FALSE, FALSE },
  { "Note", "Standard", 8.5, 0, 5, CAP_REPORT_GREY, FALSE, FALSE },
  { "List_20_item", "Standard", 10, 0, 2, CAP_REPORT_INK, FALSE, FALSE },
  { "Table_20_text", "Standard", 9, 0, 0, CAP_REPORT_INK, FALSE, FALSE },
  { "Table_20_head", "Table_20_text", 8, 0, 0, CAP_REPORT_GREY, TRUE, TRUE },
  { "Table_20_group", "Table_20_text", 9.5, 0, 0, CAP_REPORT_ACCENT, TRUE, TRUE },
  { "Contents_20_1", "Standard", 10, 5, 0, CAP_REPORT_INK, TRUE, FALSE },
  { "Contents_20_2", "Standard", 10, 0, 0, CAP_REPORT_INK, FALSE, FALSE },
  { "Header", "Standard", 8, 0, 0, CAP_REPORT_GREY, FALSE, FALSE },
  { "Footer", "Standard", 8, 0, 0, CAP_REPORT_GREY, FALSE, FALSE },
  { "Header_20_wide", "Header", 8, 0, 0, CAP_REPORT_GREY, FALSE, FALSE },
  { "Footer_20_wide", "Footer", 8, 0, 0, CAP_REPORT_GREY, FALSE, FALSE },
};

static void
write_color (CapOdt     *self,
             const char *name,
             guint32     color)
{
  g_autofree char *text = g_strdup_printf ("#%06x", color);

  cap_odt_attribute (self, name, text);
}

static void
start_style (CapOdt     *self,
             const char *name,
             const char *family,
             const char *parent)
{
  cap_odt_start (self, "style:style");
  cap_odt_attribute (self, "style:name", name);
  cap_odt_attribute (self, "style:family", family);
  if (parent != NULL)
    cap_odt_attribute (self, "style:parent-style-name", parent);
}

static void
write_tab (CapOdt *self,
           double  position,
           gboolean dotted)
{
  cap_odt_start (self, "style:tab-stops");
  cap_odt_start (self, "style:tab-stop");
  cap_odt_length (self, "style:position", position);
  cap_odt_attribute (self, "style:type", "right");
  if (dotted)
    cap_odt_attribute (self, "style:leader-style", "dotted");
  if (dotted)
    cap_odt_attribute (self, "style:leader-text", ".");
  cap_odt_end (self);
  cap_odt_end (self);
}

static void
write_paragraph_style (CapOdt               *self,
                       const ParagraphStyle *style)
{
  gboolean entry = g_str_has_prefix (style->name, "Contents");
  gboolean margin = g_str_has_prefix (style->name, "Header") || g_str_has_prefix (style->name, "Footer");
  double width = g_str_has_suffix (style->name, "wide") ? CAP_REPORT_WIDE_WIDTH : CAP_REPORT_WIDTH;

  start_style (self, style->name, "paragraph", style->parent);
  if (g_str_equal (style->name, "Cover_20_title"))
    cap_odt_attribute (self, "style:master-page-name", "Cover");
  cap_odt_start (self, "style:paragraph-properties");
  cap_odt_length (self, "fo:margin-top", style->above);
  cap_odt_length (self, "fo:margin-bottom", style->below);
  if (g_str_equal (style->name, "Contents_20_2"))
    cap_odt_length (self, "fo:margin-left", 16);
  if (style->with_next)
    cap_odt_attribute (self, "fo:keep-with-next", "always");
  cap_odt_attribute (self, "fo:widows", "2");
  cap_odt_attribute (self, "fo:orphans", "2");
  if (entry || margin)
    write_tab (self, width - (g_str_equal (style->name, "Contents_20_2") ? 16 : 0), entry);
  cap_odt_end (self);
  cap_odt_start (self, "style:text-properties");
  cap_odt_length (self, "fo:font-size", style->size);
  write_color (self, "fo:color", style->color);
  cap_odt_attribute (self, "fo:font-weight", style->bold ? "bold" : "normal");
  cap_odt_end (self);
  cap_odt_end (self);
}

static void
write_default_style (CapOdt *self)
{
  cap_odt_start (self, "style:default-style");
  cap_odt_attribute (self, "style:family", "paragraph");
  cap_odt_start (self, "style:text-properties");
  cap_odt_attribute (self, "style:font-name", FONT);
  cap_odt_length (self, "fo:font-size", 10);
  cap_odt_attribute (self, "fo:language", self->info->language);
  cap_odt_attribute (self, "fo:country", g_str_equal (self->info->language, "fr") ? "FR" : "GB");
  cap_odt_end (self);
  cap_odt_end (self);
}

/* By CapDocTone, and the links. */
static void
write_text_styles (CapOdt *self)
{
  static const struct
  {
    const char *name;
    guint32     color;
    const char *weight;
    const char *slant;
  } tones[] = {
    { "Strong", CAP_REPORT_INK, "bold", "normal" },
    { "Emphasis", CAP_REPORT_INK, "normal", "italic" },
    { "Muted", CAP_REPORT_GREY, "normal", "normal" },
    { "Code", CAP_REPORT_ACCENT, "bold", "normal" },
    { "Internet_20_link", CAP_REPORT_ACCENT, NULL, NULL },
    { "Index_20_link", CAP_REPORT_INK, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tones); i++)
    {
      start_style (self, tones[i].name, "text", NULL);
      cap_odt_start (self, "style:text-properties");
      write_color (self, "fo:color", tones[i].color);
      if (tones[i].weight != NULL)
        cap_odt_attribute (self, "fo:font-weight", tones[i].weight);
      if (tones[i].slant != NULL)
        cap_odt_attribute (self, "fo:font-style", tones[i].slant);
      cap_odt_end (self);
      cap_odt_end (self);
    }
}

static void
write_list_style (CapOdt *self)
{
  cap_odt_start (self, "text:list-style");
  cap_odt_attribute (self, "style:name", "Bullets");
  cap_odt_start (self, "text:list-level-style-bullet");
  cap_odt_attribute (self, "text:level", "1");
  cap_odt_attribute (self, "text:bullet-char", "•");
  cap_odt_start (self, "style:list-level-properties");
  cap_odt_attribute (self, "text:list-level-position-and-space-mode", "label-alignment");
  cap_odt_start (self, "style:list-level-label-alignment");
  cap_odt_attribute (self, "text:label-followed-by", "listtab");
  cap_odt_length (self, "fo:margin-left", 14);
  cap_odt_attribute (self, "fo:text-indent", "-12pt");
  cap_odt_end (self);
  cap_odt_end (self);
  cap_odt_end (self);
  cap_odt_end (self);
}

static void
write_cell_style (CapOdt     *self,
                  const char *name,
                  guint32     rule,
                  guint32     ground)
{
  g_autofree char *border = g_strdup_printf ("0.5pt solid #%06x", rule);

  start_style (self, name, "table-cell", NULL);
  cap_odt_start (self, "style:table-cell-properties");
  cap_odt_attribute (self, "fo:border", "none");
  cap_odt_attribute (self, "fo:border-bottom", border);
  cap_odt_length (self, "fo:padding", 3.5);
  if (ground != CAP_PDF_NO_COLOR)
    write_color (self, "fo:background-color", ground);
  cap_odt_end (self);
  cap_odt_end (self);
}

static void
write_page_layout (CapOdt  *self,
                   gboolean wide)
{
  cap_odt_start (self, "style:page-layout");
  cap_odt_attribute (self, "style:name", wide ? "WidePage" : "Page");
  cap_odt_start (self, "style:page-layout-properties");
  cap_odt_length (self, "fo:page-width", wide ? CAP_PDF_A4_HEIGHT : CAP_PDF_A4_WIDTH);
  cap_odt_length (self, "fo:page-height", wide ? CAP_PDF_A4_WIDTH : CAP_PDF_A4_HEIGHT);
  cap_odt_attribute (self, "style:print-orientation", wide ? "landscape" : "portrait");
  cap_odt_length (self, "fo:margin-left", wide ? CAP_REPORT_WIDE_LEFT : CAP_REPORT_LEFT);
  cap_odt_length (self, "fo:margin-right", wide ? CAP_REPORT_WIDE_LEFT : CAP_REPORT_LEFT);
  cap_odt_length (self, "fo:margin-top", 40);
  cap_odt_length (self, "fo:margin-bottom", 36);
  cap_odt_end (self);
  for (guint i = 0; i < 2; i++)
    {
      cap_odt_start (self, i == 0 ? "style:header-style" : "style:footer-style");
      cap_odt_start (self, "style:header-footer-properties");
      cap_odt_length (self, "fo:min-height", 20);
      cap_odt_length (self, i == 0 ? "fo:margin-bottom" : "fo:margin-top", 14);
      cap_odt_end (self);
      cap_odt_end (self);
    }
  cap_odt_end (self);
}

static void
write_number (CapOdt *self)
{
  const CapDocInfo *info = cap_doc_get_info (self->doc);
  /* Translators: before the number of a page; see “page %u/%u” */
  g_autofree char *before = g_strdup_printf ("%s%s%s ", info->reference != NULL ? info->reference : "",
                                             info->reference != NULL ? " – " : "", _("page"));

  cap_odt_text (self, info->notice);
  cap_odt_leaf (self, "text:tab", "");
  cap_odt_text (self, before);
  cap_odt_start (self, "text:page-number");
  cap_odt_attribute (self, "text:select-page", "current");
  cap_odt_text (self, "1");
  cap_odt_end (self);
  cap_odt_text (self, "/");
  cap_odt_leaf (self, "text:page-count", "1");
}

static void
write_master (CapOdt     *self,
              const char *name,
              gboolean    wide,
              gboolean    head)
{
  const CapDocInfo *info = cap_doc_get_info (self->doc);

  cap_odt_start (self, "style:master-page");
  cap_odt_attribute (self, "style:name", name);
  cap_odt_attribute (self, "style:page-layout-name", wide ? "WidePage" : "Page");
  cap_odt_start (self, "style:header");
  cap_odt_start (self, "text:p");
  cap_odt_attribute (self, "text:style-name", wide ? "Header_20_wide" : "Header");
  if (head)
    {
      cap_odt_text (self, info->title);
      cap_odt_leaf (self, "text:tab", "");
      cap_odt_text (self, info->owner);
      if (info->marking != NULL)
        cap_odt_text (self, " · ");
      if (info->marking != NULL)
        cap_odt_text (self, info->marking);
    }
  cap_odt_end (self);
  cap_odt_end (self);
  cap_odt_start (self, "style:footer");
  cap_odt_start (self, "text:p");
  cap_odt_attribute (self, "text:style-name", wide ? "Footer_20_wide" : "Footer");
  write_number (self);
  cap_odt_end (self);
  cap_odt_end (self);
  cap_odt_end (self);
}

/* Widths belong to each table: its columns have styles of its own. */
static void
write_columns (CapOdt            *self,
               const CapDocTable *table,
               gboolean           wide)
{
  double left = wide ? CAP_REPORT_WIDE_WIDTH : CAP_REPORT_WIDTH;
  guint n_shares = 0;

  self->n_tables++;
  for (guint i = 0; i < table->columns->len; i++)
    {
      left -= g_array_index (table->columns, CapDocColumn, i).width;
      n_shares += g_array_index (table->columns, CapDocColumn, i).width <= 0;
    }
  for (guint i = 0; i < table->columns->len; i++)
    {
      const CapDocColumn *column = &g_array_index (table->columns, CapDocColumn, i);
      g_autofree char *name = g_strdup_printf ("T%u.%u", self->n_tables, i + 1);

      start_style (self, name, "table-column", NULL);
      cap_odt_start (self, "style:table-column-properties");
      cap_odt_length (self, "style:column-width",
                      column->width > 0 ? column->width : MAX (left / MAX (n_shares, 1), 20));
      cap_odt_end (self);
      cap_odt_end (self);
    }
}

static void
write_all_columns (CapOdt       *self,
                   const CapDoc *doc)
{
  const GPtrArray *blocks = cap_doc_get_blocks (doc);

  for (guint i = 0; i < blocks->len; i++)
    {
      const CapDocBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == CAP_DOC_PAPER)
        self->wide = block->orientation == CAP_PDF_LANDSCAPE;
      if (block->table != NULL)
        write_columns (self, block->table, self->wide);
      if (block->slot != NULL)
        write_all_columns (self, block->slot);
    }
}

static void
write_table_styles (CapOdt *self)
{
  static const char * const facts[] = { "Facts.1", "Facts.2" };
  const double widths[] = { 130, CAP_REPORT_WIDTH - 130 };

  start_style (self, "Table", "table", NULL);
  cap_odt_start (self, "style:table-properties");
  cap_odt_attribute (self, "table:border-model", "collapsing");
  cap_odt_attribute (self, "table:align", "margins");
  cap_odt_length (self, "fo:margin-bottom", 10);
  cap_odt_end (self);
  cap_odt_end (self);
  start_style (self, "Row", "table-row", NULL);
  cap_odt_start (self, "style:table-row-properties");
  cap_odt_attribute (self, "fo:keep-together", "always");
  cap_odt_end (self);
  cap_odt_end (self);
  write_cell_style (self, "Cell", CAP_REPORT_RULE, CAP_PDF_NO_COLOR);
  write_cell_style (self, "HeadCell", CAP_REPORT_ACCENT, CAP_PDF_NO_COLOR);
  write_cell_style (self, "GroupCell", CAP_REPORT_RULE, CAP_REPORT_PALE);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      start_style (self, facts[i], "table-column", NULL);
      cap_odt_start (self, "style:table-column-properties");
      cap_odt_length (self, "style:column-width", widths[i]);
      cap_odt_end (self);
      cap_odt_end (self);
    }
}

/* A paragraph that starts a page of another kind has a style that says so. */
static void
write_page_starts (CapOdt *self)
{
  static const char * const masters[] = { "Standard", "Wide" };

  for (guint i = 0; i < G_N_ELEMENTS (masters); i++)
    {
      g_autofree char *name = g_strdup_printf ("Start%s", masters[i]);

      start_style (self, name, "paragraph", "Standard");
      cap_odt_attribute (self, "style:master-page-name", masters[i]);
      cap_odt_start (self, "style:paragraph-properties");
      cap_odt_length (self, "fo:margin-bottom", 0);
      cap_odt_end (self);
      cap_odt_start (self, "style:text-properties");
      cap_odt_length (self, "fo:font-size", 2);
      cap_odt_end (self);
      cap_odt_end (self);
    }
  start_style (self, "Picture", "graphic", NULL);
  cap_odt_start (self, "style:graphic-properties");
  cap_odt_attribute (self, "style:wrap", "none");
  cap_odt_attribute (self, "style:vertical-pos", "top");
  cap_odt_attribute (self, "style:vertical-rel", "baseline");
  cap_odt_end (self);
  cap_odt_end (self);
}

/* Writes the fonts, the styles and the pages. */
void
cap_odt_write_styles (CapOdt *self)
{
  cap_odt_start (self, "office:font-face-decls");
  cap_odt_start (self, "style:font-face");
  cap_odt_attribute (self, "style:name", FONT);
  cap_odt_attribute (self, "svg:font-family", FONT);
  cap_odt_attribute (self, "style:font-family-generic", "swiss");
  cap_odt_end (self);
  cap_odt_end (self);

  cap_odt_start (self, "office:styles");
  write_default_style (self);
  for (guint i = 0; i < G_N_ELEMENTS (paragraphs); i++)
    write_paragraph_style (self, &paragraphs[i]);
  write_text_styles (self);
  write_list_style (self);
  cap_odt_end (self);

  cap_odt_start (self, "office:automatic-styles");
  write_table_styles (self);
  write_all_columns (self, self->doc);
  write_page_starts (self);
  write_page_layout (self, FALSE);
  write_page_layout (self, TRUE);
  cap_odt_end (self);

  cap_odt_start (self, "office:master-styles");
  write_master (self, "Standard", FALSE, TRUE);
  write_master (self, "Wide", TRUE, TRUE);
  write_master (self, "Cover", FALSE, FALSE);
  cap_odt_end (self);
  self->n_tables = 0;
  self->wide = FALSE;
}
