/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-pdf-private.h"

#define PRODUCER "Cap Cèdre"

/* One time, written in the two ways that PDF wants and that PDF/A compares. */
typedef struct
{
  char *info; /* D:20261120093000Z */
  char *xmp;  /* 2026-11-20T09:30:00Z */
} Stamp;

/* A date alone is taken at midnight: the same file whatever the time zone. */
static Stamp
make_stamp (const char *date)
{
  g_autofree char *text = g_strconcat (date, strchr (date, 'T') != NULL ? "" : "T00:00:00Z", NULL);
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GDateTime) time = g_date_time_new_from_iso8601 (text, utc);
  g_autoptr(GDateTime) time_utc = NULL;

  if (time == NULL)
    return (Stamp) { NULL, NULL };

  time_utc = g_date_time_to_utc (time);

  return (Stamp) {
    g_date_time_format (time_utc, "D:%Y%m%d%H%M%SZ"),
    g_date_time_format (time_utc, "%Y-%m-%dT%H:%M:%SZ"),
  };
}

static void
put_info (GString    *body,
          const char *key,
          const char *value)
{
  if (value == NULL)
    return;

  g_string_append_printf (body, "/%s ", key);
  cap_pdf_put_string (body, value);
  g_string_append_c (body, '\n');
}

static HPDF_STATUS
write_info_cb (HPDF_Dict   object,
               HPDF_Stream stream)
{
  return HPDF_Stream_WriteStr (stream, object->attr);
}

static void
free_info_cb (HPDF_Dict object)
{
  g_free (object->attr);
}

/* libharu made the dictionary, with its own name in it. */
static void
write_info (CapPdf      *self,
            const Stamp *stamp)
{
  GString *body = g_string_new (NULL);
  HPDF_Dict info = self->doc->info;

  put_info (body, "Title", self->title);
  put_info (body, "Author", self->author);
  put_info (body, "Subject", self->subject);
  put_info (body, "Creator", PRODUCER);
  put_info (body, "Producer", PRODUCER);
  if (stamp->info != NULL)
    g_string_append_printf (body, "/CreationDate (%s)\n/ModDate (%s)\n", stamp->info, stamp->info);

  HPDF_Dict_RemoveElement (info, "Producer");
  info->attr = g_string_free (body, FALSE);
  info->write_fn = write_info_cb;
  info->free_fn = free_info_cb;
}

static void
put_dublin_core (GString    *xmp,
                 const char *key,
                 const char *container,
                 const char *language,
                 const char *value)
{
  g_autofree char *escaped = NULL;

  if (value == NULL)
    return;

  escaped = g_markup_escape_text (value, -1);
  g_string_append_printf (xmp, "<dc:%s><rdf:%s><rdf:li%s>%s</rdf:li></rdf:%s></dc:%s>\n",
                          key, container, language, escaped, container, key);
}

static void
write_xmp (CapPdf      *self,
           const Stamp *stamp)
{
  g_autoptr(GString) xmp = g_string_new (
    "<?xpacket begin='\xEF\xBB\xBF' id='W5M0MpCehiHzreSzNTczkc9d'?>\n"
    "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>\n"
    "<rdf:Description rdf:about='' xmlns:dc='http://purl.org/dc/elements/1.1/'>\n");
  HPDF_Dict object;

  put_dublin_core (xmp, "title", "Alt", " xml:lang='x-default'", self->title);
  put_dublin_core (xmp, "creator", "Seq", "", self->author);
  put_dublin_core (xmp, "description", "Alt", " xml:lang='x-default'", self->subject);
  put_dublin_core (xmp, "language", "Bag", "", self->language);
  g_string_append (xmp, "</rdf:Description>\n"
                   "<rdf:Description rdf:about='' xmlns:xmp='http://ns.adobe.com/xap/1.0/'>"
                   "<xmp:CreatorTool>" PRODUCER "</xmp:CreatorTool>");
  if (stamp->xmp != NULL)
    g_string_append_printf (xmp, "<xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%s</xmp:ModifyDate>",
                            stamp->xmp, stamp->xmp);
  g_string_append (xmp, "</rdf:Description>\n"
                   "<rdf:Description rdf:about='' xmlns:pdf='http://ns.adobe.com/pdf/1.3/'>"
                   "<pdf:Producer>" PRODUCER "</pdf:Producer></rdf:Description>\n"
                   "<rdf:Description rdf:about='' xmlns:pdfaid='http://www.aiim.org/pdfa/ns/id/'>"
                   "<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"
                   "</rdf:Description>\n</rdf:RDF></x:xmpmeta>\n<?xpacket end='w'?>");

  object = cap_pdf_add_stream (self, xmp->str, xmp->len, FALSE);
  HPDF_Dict_AddName (object, "Type", "Metadata");
  HPDF_Dict_AddName (object, "Subtype", "XML");
  HPDF_Dict_Add (self->doc->catalog, "Metadata", object);
}

static void
write_output_intent (CapPdf *self)
{
  HPDF_Dict profile = cap_pdf_add_stream (self, g_bytes_get_data (self->profile, NULL),
                                          g_bytes_get_size (self->profile), TRUE);
  HPDF_Array intents = HPDF_Array_New (self->doc->mmgr);

  HPDF_Dict_AddNumber (profile, "N", 3);
  HPDF_Array_Add (intents, cap_pdf_add_body (self, g_strdup_printf (
    "/Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1)\n"
    "/Info (sRGB IEC61966-2.1) /DestOutputProfile %u 0 R", cap_pdf_object_get_number (profile))));
  HPDF_Dict_Add (self->doc->catalog, "OutputIntents", intents);
}

/* A name of the content, where libharu would take the time of day. */
static void
write_id (CapPdf *self)
{
  HPDF_Array pair = HPDF_Array_New (self->doc->mmgr);
  guint8 digest[16];
  gsize size = sizeof digest;

  g_checksum_update (self->digest, (const guchar *) self->title, -1);
  g_checksum_get_digest (self->digest, digest, &size);
  for (guint i = 0; i < 2; i++)
    HPDF_Array_Add (pair, HPDF_Binary_New (self->doc->mmgr, digest, sizeof digest));

  HPDF_Dict_Add (self->doc->trailer, "ID", pair);
}

/**
 * cap_pdf_metadata_write:
 * @self: a document whose pages are all drawn
 *
 * Adds what PDF/A-1b and screen readers want to know about the document.
 */
void
cap_pdf_metadata_write (CapPdf *self)
{
  HPDF_Dict catalog = self->doc->catalog;
  HPDF_MMgr mmgr = self->doc->mmgr;
  Stamp stamp = make_stamp (self->date);
  HPDF_Dict mark_info = HPDF_Dict_New (mmgr);
  HPDF_Dict preferences = HPDF_Dict_New (mmgr);

  self->doc->pdf_version = HPDF_VER_14;
  write_info (self, &stamp);
  write_xmp (self, &stamp);
  write_output_intent (self);
  write_id (self);

  HPDF_Dict_Add (mark_info, "Marked", HPDF_Boolean_New (mmgr, HPDF_TRUE));
  HPDF_Dict_Add (catalog, "MarkInfo", mark_info);
  HPDF_Dict_Add (preferences, "DisplayDocTitle", HPDF_Boolean_New (mmgr, HPDF_TRUE));
  HPDF_Dict_Add (catalog, "ViewerPreferences", preferences);
  HPDF_Dict_Add (catalog, "Lang", HPDF_String_New (mmgr, self->language, NULL));

  g_free (stamp.info);
  g_free (stamp.xmp);
}
