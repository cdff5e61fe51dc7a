/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-records-json-private.h"

/* "evidence": [{"id", "number", "title", "reference", "date", "expires", "removed", "reason",
 * "files": [{"sha256", "size", "name", "media_type", "added"}], "links": [{"place", "target"}]}]:
 * content is not in it. */

static void
add_file (JsonBuilder           *builder,
          const CapEvidenceFile *file)
{
  json_builder_begin_object (builder);
  cap_json_add_text (builder, "sha256", file->sha256);
  json_builder_set_member_name (builder, "size");
  json_builder_add_int_value (builder, file->size);
  cap_json_add_text (builder, "name", file->name);
  cap_json_add_text (builder, "media_type", file->media_type);
  cap_json_add_text (builder, "added", file->added);
  json_builder_end_object (builder);
}

static void
add_link (JsonBuilder           *builder,
          const CapEvidenceLink *link)
{
  json_builder_begin_object (builder);
  cap_json_add_text (builder, "place", cap_place_to_name (link->place));
  cap_json_add_text (builder, "target", link->target);
  json_builder_end_object (builder);
}

static void
add_piece (JsonBuilder       *builder,
           const CapEvidence *evidence)
{
  json_builder_begin_object (builder);
  cap_json_add_text (builder, "id", evidence->id);
  cap_json_add_int (builder, "number", (int) evidence->number);
  cap_json_add_text (builder, "title", evidence->title);
  cap_json_add_text (builder, "reference", evidence->reference);
  cap_json_add_text (builder, "date", evidence->date);
  cap_json_add_text (builder, "expires", evidence->expires);
  cap_json_add_text (builder, "removed", evidence->removed);
  cap_json_add_text (builder, "reason", evidence->reason);
  json_builder_set_member_name (builder, "files");
  json_builder_begin_array (builder);
  for (guint i = 0; i < evidence->files->len; i++)
    add_file (builder, g_ptr_array_index (evidence->files, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "links");
  json_builder_begin_array (builder);
  for (guint i = 0; i < evidence->links->len; i++)
    add_link (builder, g_ptr_array_index (evidence->links, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* Adds the member "evidence": every piece, those that were taken out included. */
void
cap_evidence_json_add (JsonBuilder      *builder,
                       const CapDossier *dossier)
{
  json_builder_set_member_name (builder, "evidence");
  json_builder_begin_array (builder);
  for (guint i = 0; i < dossier->evidence->len; i++)
    add_piece (builder, g_ptr_array_index (dossier->evidence, i));
  json_builder_end_array (builder);
}
