/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-pdf-private.h"

/* PDF/A-1 refuses arrays of more than 8191: an element with more children has groups of children. */
#define MAX_KIDS 4096

/* Keys of the parent tree: pages take the low numbers, links follow from here. */
#define FIRST_LINK_KEY (1u << 20)

typedef struct _Element Element;

typedef struct
{
  Element   *element; /* a child, or… */
  HPDF_Dict  link;    /* …an annotation, or else… */
  guint      page;    /* …a piece of a page */
  guint      mcid;
} Kid;

struct _Element
{
  Element    *parent;
  CapPdfTag   tag;
  gboolean    in_figure;
  char       *alternative;
  GArray     *kids; /* (element-type Kid) */
  guint       index; /* in all the elements */
  guint       number;
  CapPdf     *pdf;
};

/* The structure of the document, for those who hear it. Pieces of content are marked when they
 * are drawn; a run of drawing on behalf of the same element makes one piece.
 */
struct _CapPdfTags
{
  GPtrArray *elements; /* (element-type Element): in the order of reading */
  GPtrArray *pages;    /* (element-type GPtrArray): the element of each piece, by page */
  GPtrArray *links;    /* (element-type Element): the owner of each link */
  Element   *root;
  Element   *current;
  Element   *marked;   /* whose piece is open in the content */
  gboolean   artifact; /* or is a decoration open? */
  guint      decoration; /* depth of cap_pdf_begin_decoration() */
  guint      root_number; /* of the object above @root */
  GString   *body;        /* of the element that is written */
};

static const struct
{
  CapPdfTag   tag;
  const char *name;
} tag_names[] = {
  { CAP_PDF_TAG_SECTION, "Sect" },
  { CAP_PDF_TAG_HEADING_1, "H1" },
  { CAP_PDF_TAG_HEADING_2, "H2" },
  { CAP_PDF_TAG_HEADING_3, "H3" },
  { CAP_PDF_TAG_PARAGRAPH, "P" },
  { CAP_PDF_TAG_TABLE, "Table" },
  { CAP_PDF_TAG_ROW, "TR" },
  { CAP_PDF_TAG_HEADER_CELL, "TH" },
  { CAP_PDF_TAG_CELL, "TD" },
  { CAP_PDF_TAG_LIST, "L" },
  { CAP_PDF_TAG_LIST_ITEM, "LI" },
  { CAP_PDF_TAG_FIGURE, "Figure" },
  { CAP_PDF_TAG_LINK, "Link" },
  { CAP_PDF_TAG_BODY, "TBody" },
  { CAP_PDF_TAG_GROUP, "Div" },
};

static const char *
get_name (const Element *element)
{
  g_assert (tag_names[element->tag].tag == element->tag);

  return element->parent == NULL ? "Document" : tag_names[element->tag].name;
}

static void
element_free (Element *element)
{
  g_clear_pointer (&element->kids, g_array_unref);
  g_free (element->alternative);
  g_free (element);
}

static Element *
add_element (CapPdfTags *self,
             CapPdfTag   tag)
{
  Element *element = g_new0 (Element, 1);

  element->parent = self->current;
  element->tag = tag;
  element->index = self->elements->len;
  element->in_figure = tag == CAP_PDF_TAG_FIGURE || (self->current != NULL && self->current->in_figure);
  g_ptr_array_add (self->elements, element);

  return element;
}

static void
add_kid (Element *element,
         Kid      kid)
{
  if (element->kids == NULL)
    element->kids = g_array_sized_new (FALSE, FALSE, sizeof (Kid), 1);

  g_array_append_val (element->kids, kid);
}

static GPtrArray *
get_page_pieces (CapPdfTags *self,
                 guint       page)
{
  while (self->pages->len <= page)
    g_ptr_array_add (self->pages, g_ptr_array_new ());

  return g_ptr_array_index (self->pages, page);
}

static void
open_mark (CapPdf  *pdf,
           Element *element)
{
  GPtrArray *pieces = get_page_pieces (pdf->tags, pdf->page);

  add_kid (element, (Kid) { .page = pdf->page, .mcid = pieces->len });
  g_string_append_c (pdf->content, '/');
  g_string_append (pdf->content, get_name (element));
  g_string_append (pdf->content, " <</MCID ");
  cap_pdf_put_integer (pdf->content, pieces->len);
  g_string_append (pdf->content, ">> BDC\n");
  g_ptr_array_add (pieces, element);
  pdf->tags->marked = element;
}

CapPdfTags *
cap_pdf_tags_new (void)
{
  CapPdfTags *self = g_new0 (CapPdfTags, 1);

  self->elements = g_ptr_array_new_with_free_func ((GDestroyNotify) element_free);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->links = g_ptr_array_new ();
  self->root = add_element (self, CAP_PDF_TAG_SECTION);
  self->current = self->root;
  self->body = g_string_sized_new (256);

  return self;
}

void
cap_pdf_tags_free (CapPdfTags *self)
{
  g_ptr_array_unref (self->elements);
  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->links);
  g_string_free (self->body, TRUE);
  g_free (self);
}

/**
 * cap_pdf_tags_mark:
 * @pdf: a document, about to draw
 * @decoration: whether it is a line or a surface, which only counts in a figure
 *
 * Says on behalf of which tag the next operators are.
 */
void
cap_pdf_tags_mark (CapPdf   *pdf,
                   gboolean  decoration)
{
  CapPdfTags *self = pdf->tags;
  Element *element = self->current;

  if (element == self->root || self->decoration > 0 || (decoration && !element->in_figure))
    element = NULL;
  if (element != NULL && element == self->marked)
    return;
  if (element == NULL && self->artifact)
    return;

  cap_pdf_tags_close_mark (pdf);
  if (element != NULL)
    {
      open_mark (pdf, element);
    }
  else
    {
      g_string_append (pdf->content, "/Artifact BMC\n");
      self->artifact = TRUE;
    }
}

void
cap_pdf_tags_close_mark (CapPdf *pdf)
{
  if (pdf->tags->marked == NULL && !pdf->tags->artifact)
    return;

  g_string_append (pdf->content, "EMC\n");
  pdf->tags->marked = NULL;
  pdf->tags->artifact = FALSE;
}

/**
 * cap_pdf_tags_add_link:
 * @pdf: a document
 * @annotation: a link
 *
 * Gives @annotation to the present tag.
 *
 * Returns: its key in the parent tree
 */
guint
cap_pdf_tags_add_link (CapPdf    *pdf,
                       HPDF_Dict  annotation)
{
  CapPdfTags *self = pdf->tags;

  add_kid (self->current, (Kid) { .link = annotation, .page = pdf->page });
  g_ptr_array_add (self->links, self->current);

  return FIRST_LINK_KEY + self->links->len - 1;
}

static void
put_integer_and_space (GString *body,
                       guint    value)
{
  cap_pdf_put_integer (body, value);
  g_string_append_c (body, ' ');
}

static void
put_reference (GString    *body,
               const char *key,
               guint       number)
{
  g_string_append (body, key);
  cap_pdf_put_integer (body, number);
  g_string_append (body, " 0 R ");
}

static void
put_kid (GString *body,
         CapPdf  *pdf,
         Kid     *kid,
         guint    page)
{
  if (kid->element != NULL)
    put_reference (body, "", kid->element->number);
  else if (kid->link != NULL)
    g_string_append_printf (body, "<</Type /OBJR /Obj %u 0 R /Pg %u 0 R>> ",
                            cap_pdf_object_get_number (kid->link), cap_pdf_get_page_number (pdf, kid->page));
  else if (kid->page == page)
    put_integer_and_space (body, kid->mcid);
  else
    g_string_append_printf (body, "<</Type /MCR /Pg %u 0 R /MCID %u>> ",
                            cap_pdf_get_page_number (pdf, kid->page), kid->mcid);
}

/* The page of most of the pieces: the one that needs not be said again for each. */
static guint
find_page (const Element *element)
{
  for (guint i = 0; element->kids != NULL && i < element->kids->len; i++)
    {
      Kid *kid = &g_array_index (element->kids, Kid, i);

      if (kid->element == NULL && kid->link == NULL)
        return kid->page;
    }

  return G_MAXUINT;
}

static HPDF_STATUS
write_element_cb (HPDF_Dict   object,
                  HPDF_Stream stream)
{
  Element *element = object->attr;
  CapPdf *pdf = element->pdf;
  guint page = find_page (element);
  GString *body = pdf->tags->body;

  g_string_assign (body, "/S /");
  g_string_append (body, get_name (element));
  put_reference (body, " /P ", element->parent != NULL ? element->parent->number : pdf->tags->root_number);
  if (page != G_MAXUINT)
    put_reference (body, "/Pg ", cap_pdf_get_page_number (pdf, page));
  if (element->tag == CAP_PDF_TAG_HEADER_CELL)
    g_string_append (body, "/A <</O /Table /Scope /Column>> ");
  if (element->alternative != NULL)
    {
      g_string_append (body, "/Alt ");
      cap_pdf_put_string (body, element->alternative);
    }

  g_string_append (body, "/K [");
  for (guint i = 0; element->kids != NULL && i < element->kids->len; i++)
    put_kid (body, pdf, &g_array_index (element->kids, Kid, i), page);
  g_string_append (body, "]\n");

  return HPDF_Stream_Write (stream, (HPDF_BYTE *) body->str, (HPDF_UINT) body->len);
}

/* Moves some children of an element to a group of their own, which takes their place. */
static Element *
make_group (CapPdfTags *self,
            Element    *element,
            const Kid  *kids,
            guint       n_kids)
{
  Element *group;

  self->current = element;
  group = add_element (self, element->tag == CAP_PDF_TAG_TABLE ? CAP_PDF_TAG_BODY : CAP_PDF_TAG_GROUP);
  group->kids = g_array_sized_new (FALSE, FALSE, sizeof (Kid), n_kids);
  g_array_append_vals (group->kids, kids, n_kids);
  for (guint i = 0; i < n_kids; i++)
    if (kids[i].element != NULL)
      kids[i].element->parent = group;

  return group;
}

static void
split_kids (CapPdfTags *self,
            Element    *element)
{
  g_autoptr(GArray) kids = NULL;

  if (element->kids == NULL || element->kids->len <= MAX_KIDS)
    return;

  kids = g_steal_pointer (&element->kids);
  for (guint first = 0; first < kids->len; first += MAX_KIDS)
    add_kid (element, (Kid) {
      .element = make_group (self, element, &g_array_index (kids, Kid, first),
                             MIN (MAX_KIDS, kids->len - first)),
    });
}

static char *
make_parent_tree (CapPdf *pdf)
{
  CapPdfTags *self = pdf->tags;
  GString *body = g_string_new ("/Nums [\n");

  for (guint i = 0; i < self->pages->len; i++)
    {
      GPtrArray *pieces = g_ptr_array_index (self->pages, i);

      g_string_append_printf (body, "%u [", i);
      for (guint j = 0; j < pieces->len; j++)
        put_reference (body, "", ((Element *) g_ptr_array_index (pieces, j))->number);
      g_string_append (body, "]\n");
    }
  for (guint i = 0; i < self->links->len; i++)
    g_string_append_printf (body, "%u %u 0 R\n", FIRST_LINK_KEY + i,
                            ((Element *) g_ptr_array_index (self->links, i))->number);
  g_string_append (body, "]");

  return g_string_free (body, FALSE);
}

/**
 * cap_pdf_tags_write:
 * @pdf: a document whose pages are all drawn
 *
 * Adds the structure tree to the document.
 */
void
cap_pdf_tags_write (CapPdf *pdf)
{
  CapPdfTags *self = pdf->tags;
  HPDF_Dict tree;
  HPDF_Dict root;
  guint n_elements = self->elements->len;

  for (guint i = 0; i < n_elements; i++)
    split_kids (self, g_ptr_array_index (self->elements, i));
  for (guint i = 0; i < self->elements->len; i++)
    {
      Element *element = g_ptr_array_index (self->elements, i);
      HPDF_Dict object = cap_pdf_add_object (pdf);

      object->write_fn = write_element_cb;
      object->free_fn = NULL;
      object->attr = element;
      element->pdf = pdf;
      element->number = cap_pdf_object_get_number (object);
    }

  root = cap_pdf_add_object (pdf);
  self->root_number = cap_pdf_object_get_number (root);
  tree = cap_pdf_add_body (pdf, make_parent_tree (pdf));
  root->attr = g_strdup_printf ("/Type /StructTreeRoot /K [%u 0 R] /ParentTree %u 0 R /ParentTreeNextKey %u",
                                self->root->number, cap_pdf_object_get_number (tree),
                                FIRST_LINK_KEY + self->links->len);
  HPDF_Dict_Add (pdf->doc->catalog, "StructTreeRoot", root);
}

/**
 * cap_pdf_begin_tag:
 * @self: a document
 * @tag: what comes
 *
 * Opens a tag inside the present one, until cap_pdf_end_tag(). It may span pages.
 */
void
cap_pdf_begin_tag (CapPdf    *self,
                   CapPdfTag  tag)
{
  Element *element;

  g_return_if_fail (self != NULL);

  if (self->tags->decoration > 0)
    return;

  element = add_element (self->tags, tag);
  add_kid (self->tags->current, (Kid) { .element = element });
  self->tags->current = element;
}

/**
 * cap_pdf_begin_figure:
 * @self: a document
 * @alternative: what the figure says, in words
 *
 * Opens a figure: what is drawn until cap_pdf_end_tag() counts as one picture.
 */
void
cap_pdf_begin_figure (CapPdf     *self,
                      const char *alternative)
{
  g_return_if_fail (self != NULL && alternative != NULL);

  cap_pdf_begin_tag (self, CAP_PDF_TAG_FIGURE);
  if (self->tags->decoration == 0)
    self->tags->current->alternative = g_strdup (alternative);
}

void
cap_pdf_end_tag (CapPdf *self)
{
  g_return_if_fail (self != NULL);

  if (self->tags->decoration > 0)
    return;

  g_return_if_fail (self->tags->current != self->tags->root);

  self->tags->current = self->tags->current->parent;
}

/**
 * cap_pdf_get_tag:
 * @self: a document
 *
 * Returns: the present tag, to come back to it with cap_pdf_resume_tag()
 */
guint
cap_pdf_get_tag (CapPdf *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->tags->current->index;
}

/**
 * cap_pdf_resume_tag:
 * @self: a document
 * @tag: a tag that cap_pdf_get_tag() gave
 *
 * Goes on with a tag, wherever one is: what is only known at the end is read
 * at its place.
 */
void
cap_pdf_resume_tag (CapPdf *self,
                    guint   tag)
{
  g_return_if_fail (self != NULL && tag < self->tags->elements->len);

  self->tags->current = g_ptr_array_index (self->tags->elements, tag);
}

/**
 * cap_pdf_begin_decoration:
 * @self: a document
 *
 * What is drawn until cap_pdf_end_decoration() says nothing new: headers and
 * footers, the repeated head of a table. Whoever listens does not hear it, and
 * the tags that it opens and closes count for nothing.
 */
void
cap_pdf_begin_decoration (CapPdf *self)
{
  g_return_if_fail (self != NULL);

  self->tags->decoration++;
}

void
cap_pdf_end_decoration (CapPdf *self)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->tags->decoration > 0);

  self->tags->decoration--;
}
