/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-demo-private.h"

#include "data/cap-data.h"

#define FOLDER "/org/coorace/CapCedre/demonstration/evidence/"

/* The evidence of the demonstration dossier: "evidence": [{"title", "reference", "date", "expires",
 * "removed", "reason", "files": [{"resource", "name", "media_type", "added"}], "links": [{"place",
 * "target"}]}]. The target is as people write it: the number of a clause or of an action; the code of a
 * record, with its "register". The files come with the program. */

typedef struct
{
  CapEvidence *piece;
  CapCommand  *command;
} Place;

/* The same title, reference and date are the same piece of evidence. */
CapEvidence *
cap_demo_read_evidence (CapJsonReader *reader,
                        JsonObject    *item)
{
  g_autofree char *title = cap_json_reader_dup_text (reader, item, "title");
  g_autofree char *reference = cap_json_reader_dup_nullable (reader, item, "reference");
  g_autofree char *date = cap_json_reader_dup_date (reader, item, "date");
  g_autofree char *name = g_strdup_printf ("%s\n%s\n%s", title, reference != NULL ? reference : "",
                                           date != NULL ? date : "");
  g_autofree char *id = cap_demo_derive_uuid ("evidence", name);

  return cap_evidence_new (id, title, reference, date);
}

static void
read_file (CapJsonReader *reader,
           JsonObject    *item,
           gpointer       user_data)
{
  const Place *place = user_data;
  g_autofree char *resource = cap_json_reader_dup_text (reader, item, "resource");
  g_autofree char *name = cap_json_reader_dup_text (reader, item, "name");
  g_autofree char *media_type = cap_json_reader_dup_text (reader, item, "media_type");
  g_autofree char *added = cap_json_reader_dup_date (reader, item, "added");
  g_autofree char *path = g_strconcat (FOLDER, resource, NULL);
  g_autoptr(GBytes) content = g_resource_lookup_data (cap_data_get_resource (), path,
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *sha256 = NULL;

  if (content == NULL)
    {
      cap_json_reader_add_fault (reader, "resource", resource);
      return;
    }

  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  cap_command_put_content (place->command, sha256, content);
  cap_evidence_add_file (place->piece, sha256, (gint64) g_bytes_get_size (content), name, media_type, added);
}

static void
read_link (CapJsonReader *reader,
           JsonObject    *item,
           gpointer       user_data)
{
  const Place *place = user_data;
  g_autofree char *name = cap_json_reader_dup_text (reader, item, "place");
  g_autofree char *code = cap_json_reader_dup_text (reader, item, "target");
  g_autofree char *target = NULL;
  CapPlace kind = CAP_PLACE_REQUIREMENT;

  if (!cap_place_from_name (name, &kind))
    cap_json_reader_add_fault (reader, "place", name);

  if (kind == CAP_PLACE_REQUIREMENT)
    {
      target = g_steal_pointer (&code);
    }
  else if (kind == CAP_PLACE_ACTION)
    {
      target = cap_demo_derive_uuid ("action", code);
    }
  else
    {
      g_autofree char *reg = cap_json_reader_dup_text (reader, item, "register");

      target = cap_demo_derive_uuid (reg, code);
    }
  cap_evidence_add_link (place->piece, kind, target);
}

/* One item of the source into the command that is @user_data: the files, then the piece. */
void
cap_demo_read_piece (CapJsonReader *reader,
                     JsonObject    *item,
                     gpointer       user_data)
{
  g_autoptr(CapEvidence) piece = cap_demo_read_evidence (reader, item);
  Place place = { piece, user_data };

  piece->expires = cap_json_reader_dup_date (reader, item, "expires");
  piece->removed = cap_json_reader_dup_date (reader, item, "removed");
  piece->reason = cap_json_reader_dup_nullable (reader, item, "reason");
  if (json_object_has_member (item, "files"))
    cap_json_reader_each (reader, item, "files", 1, read_file, &place);
  cap_json_reader_each (reader, item, "links", 1, read_link, &place);

  cap_command_put_evidence (user_data, piece);
}
