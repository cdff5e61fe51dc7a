/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-pdf-private.h"

typedef struct
{
  guint        level; /* 0 for the outermost */
  char        *title;
  CapPdfPlace  place;
  HPDF_Dict    object;
  guint        parent; /* index in the array plus one; 0 for the root */
  guint        first;
  guint        last;
  guint        previous;
  guint        next;
  guint        n_descendants;
} Bookmark;

typedef struct
{
  CapRect  area;
  guint    page;
  char    *anchor;
  char    *description;
  HPDF_Dict object;
  guint    key; /* in the parent tree of the tags */
} Link;

static void
bookmark_free (Bookmark *bookmark)
{
  g_free (bookmark->title);
  g_free (bookmark);
}

static void
link_free (Link *link)
{
  g_free (link->anchor);
  g_free (link->description);
  g_free (link);
}

static Bookmark *
get_bookmark (CapPdf *self,
              guint   index)
{
  return g_ptr_array_index (self->bookmarks, index - 1);
}

/* A direct array: PDFBox refuses a destination that is an object of its own. */
static void
put_destination (GString           *out,
                 CapPdf            *self,
                 const CapPdfPlace *place)
{
  g_string_append_printf (out, "[%u 0 R /XYZ 0 ", cap_pdf_get_page_number (self, place->page));
  cap_pdf_put_number (out, cap_pdf_get_page_height (self, place->page) - place->y);
  g_string_append (out, " null]");
}

/* Joins the bookmarks to their neighbours. A level that jumps by more than one counts as one. */
static void
link_bookmarks (CapPdf *self,
                Bookmark *root)
{
  guint parent = 0;

  for (guint index = 1; index <= self->bookmarks->len; index++)
    {
      Bookmark *bookmark = get_bookmark (self, index);
      Bookmark *above;

      while (parent != 0 && get_bookmark (self, parent)->level >= bookmark->level)
        parent = get_bookmark (self, parent)->parent;

      above = parent != 0 ? get_bookmark (self, parent) : root;
      bookmark->parent = parent;
      bookmark->previous = above->last;
      if (above->last != 0)
        get_bookmark (self, above->last)->next = index;
      else
        above->first = index;
      above->last = index;
      above->n_descendants++;
      parent = index;
    }
}

static void
put_reference (GString    *out,
               CapPdf     *self,
               const char *key,
               guint       index)
{
  if (index != 0)
    g_string_append_printf (out, "/%s %u 0 R\n", key,
                            cap_pdf_object_get_number (get_bookmark (self, index)->object));
}

static void
put_children (GString        *out,
              CapPdf         *self,
              const Bookmark *bookmark)
{
  if (bookmark->n_descendants == 0)
    return;

  put_reference (out, self, "First", bookmark->first);
  put_reference (out, self, "Last", bookmark->last);
}

static char *
make_bookmark_body (CapPdf         *self,
                    const Bookmark *bookmark,
                    guint           root)
{
  GString *body = g_string_new ("/Title ");
  guint parent = bookmark->parent == 0
    ? root : cap_pdf_object_get_number (get_bookmark (self, bookmark->parent)->object);

  cap_pdf_put_string (body, bookmark->title);
  g_string_append_printf (body, "\n/Parent %u 0 R\n", parent);
  put_reference (body, self, "Prev", bookmark->previous);
  put_reference (body, self, "Next", bookmark->next);
  put_children (body, self, bookmark);
  if (bookmark->n_descendants > 0)
    g_string_append_printf (body, "/Count -%u\n", bookmark->n_descendants);
  g_string_append (body, "/Dest ");
  put_destination (body, self, &bookmark->place);

  return g_string_free (body, FALSE);
}

static void
write_bookmarks (CapPdf *self)
{
  Bookmark root = { 0 };
  HPDF_Dict object;
  g_autoptr(GString) body = g_string_new ("/Type /Outlines\n");

  if (self->bookmarks->len == 0)
    return;

  object = cap_pdf_add_object (self);
  for (guint i = 1; i <= self->bookmarks->len; i++)
    get_bookmark (self, i)->object = cap_pdf_add_object (self);

  link_bookmarks (self, &root);
  for (guint i = 1; i <= self->bookmarks->len; i++)
    {
      Bookmark *bookmark = get_bookmark (self, i);

      bookmark->object->attr = make_bookmark_body (self, bookmark, cap_pdf_object_get_number (object));
    }

  put_children (body, self, &root);
  g_string_append_printf (body, "/Count %u\n", root.n_descendants);
  object->attr = g_strdup (body->str);

  HPDF_Dict_Add (self->doc->catalog, "Outlines", object);
  HPDF_Dict_AddName (self->doc->catalog, "PageMode", "UseOutlines");
}

static void
write_link (CapPdf *self,
            Link   *link)
{
  const CapPdfPlace *place = g_hash_table_lookup (self->anchors, link->anchor);
  double height = cap_pdf_get_page_height (self, link->page);
  GString *body = g_string_new ("/Type /Annot /Subtype /Link /F 4 /Border [0 0 0]\n/Rect [");

  if (place == NULL)
    g_critical ("No anchor “%s” in the document", link->anchor);

  cap_pdf_put_number (body, link->area.x);
  g_string_append_c (body, ' ');
  cap_pdf_put_number (body, height - link->area.y - link->area.height);
  g_string_append_c (body, ' ');
  cap_pdf_put_number (body, link->area.x + link->area.width);
  g_string_append_c (body, ' ');
  cap_pdf_put_number (body, height - link->area.y);
  g_string_append_printf (body, "]\n/StructParent %u\n/Contents ", link->key);
  cap_pdf_put_string (body, link->description);
  if (place != NULL)
    {
      g_string_append (body, "\n/Dest ");
      put_destination (body, self, place);
    }

  link->object->attr = g_string_free (body, FALSE);
}

void
cap_pdf_links_init (CapPdf *self)
{
  self->bookmarks = g_ptr_array_new_with_free_func ((GDestroyNotify) bookmark_free);
  self->links = g_ptr_array_new_with_free_func ((GDestroyNotify) link_free);
  self->anchors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

void
cap_pdf_links_clear (CapPdf *self)
{
  g_clear_pointer (&self->bookmarks, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_clear_pointer (&self->anchors, g_hash_table_unref);
}

void
cap_pdf_links_write (CapPdf *self)
{
  for (guint i = 0; i < self->links->len; i++)
    write_link (self, g_ptr_array_index (self->links, i));

  write_bookmarks (self);
}

/**
 * cap_pdf_add_bookmark:
 * @self: a document
 * @level: 0 for the outermost ones
 * @title: what it says
 * @y: where it leads on the present page
 *
 * Adds a line to the outline of the document, after the ones that are there.
 */
void
cap_pdf_add_bookmark (CapPdf     *self,
                      guint       level,
                      const char *title,
                      double      y)
{
  Bookmark *bookmark;

  g_return_if_fail (self != NULL && title != NULL);

  bookmark = g_new0 (Bookmark, 1);
  bookmark->level = level;
  bookmark->title = g_strdup (title);
  bookmark->place = (CapPdfPlace) { self->page, y };
  g_ptr_array_add (self->bookmarks, bookmark);
}

/**
 * cap_pdf_set_anchor:
 * @self: a document
 * @name: how links call it
 * @y: where it stands on the present page
 *
 * Names a place, before or after the links that lead there.
 */
void
cap_pdf_set_anchor (CapPdf     *self,
                    const char *name,
                    double      y)
{
  CapPdfPlace place;

  g_return_if_fail (self != NULL && name != NULL);

  place = (CapPdfPlace) { self->page, y };
  g_hash_table_replace (self->anchors, g_strdup (name), g_memdup2 (&place, sizeof place));
}

/**
 * cap_pdf_find_anchor:
 * @self: a document
 * @name: how links call a place
 * @page: (out): its page, from 0
 *
 * Returns: whether the place has been named
 */
gboolean
cap_pdf_find_anchor (CapPdf     *self,
                     const char *name,
                     guint      *page)
{
  const CapPdfPlace *place;

  g_return_val_if_fail (self != NULL && name != NULL && page != NULL, FALSE);

  place = g_hash_table_lookup (self->anchors, name);
  if (place == NULL)
    return FALSE;

  *page = place->page;

  return TRUE;
}

/**
 * cap_pdf_add_link:
 * @self: a document
 * @area: what reacts, on the present page
 * @anchor: a place named by cap_pdf_set_anchor(), before or later
 * @description: where it leads, for those who do not see it
 *
 * Adds a link, with a tag of its own in the present one.
 */
void
cap_pdf_add_link (CapPdf        *self,
                  const CapRect *area,
                  const char    *anchor,
                  const char    *description)
{
  HPDF_Page page;
  HPDF_Array annotations;
  Link *link;

  g_return_if_fail (self != NULL && area != NULL && anchor != NULL && description != NULL);
  g_return_if_fail (self->page < self->pages->len);

  link = g_new0 (Link, 1);
  link->area = *area;
  link->page = self->page;
  link->anchor = g_strdup (anchor);
  link->description = g_strdup (description);
  link->object = cap_pdf_add_object (self);
  cap_pdf_begin_tag (self, CAP_PDF_TAG_LINK);
  link->key = cap_pdf_tags_add_link (self, link->object);
  cap_pdf_end_tag (self);
  g_ptr_array_add (self->links, link);

  page = g_ptr_array_index (self->pages, self->page);
  annotations = HPDF_Dict_GetItem (page, "Annots", HPDF_OCLASS_ARRAY);
  if (annotations == NULL)
    {
      annotations = HPDF_Array_New (self->doc->mmgr);
      HPDF_Dict_Add (page, "Annots", annotations);
    }
  HPDF_Array_Add (annotations, link->object);
}
