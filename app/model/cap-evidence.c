/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/cap-evidence.h"

static const char * const place_names[] = {
  [CAP_PLACE_REQUIREMENT] = "requirement",
  [CAP_PLACE_ACTION] = "action",
  [CAP_PLACE_RECORD] = "record",
};

static void
free_file (CapEvidenceFile *file)
{
  g_free (file->sha256);
  g_free (file->name);
  g_free (file->media_type);
  g_free (file->added);
  g_free (file);
}

static void
free_link (CapEvidenceLink *link)
{
  g_free (link->target);
  g_free (link);
}

/**
 * cap_evidence_new:
 * @id: (nullable): its UUID; a new one when %NULL
 *
 * Returns: (transfer full): a piece of evidence, a reference until it has a file
 */
CapEvidence *
cap_evidence_new (const char *id,
                  const char *title,
                  const char *reference,
                  const char *date)
{
  CapEvidence *self = g_new0 (CapEvidence, 1);

  g_return_val_if_fail (title != NULL, NULL);

  self->id = id != NULL ? g_strdup (id) : g_uuid_string_random ();
  self->title = g_strdup (title);
  self->reference = g_strdup (reference);
  self->date = g_strdup (date);
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) free_file);
  self->links = g_ptr_array_new_with_free_func ((GDestroyNotify) free_link);

  return self;
}

CapEvidence *
cap_evidence_copy (const CapEvidence *self)
{
  CapEvidence *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = cap_evidence_new (self->id, self->title, self->reference, self->date);
  copy->number = self->number;
  copy->expires = g_strdup (self->expires);
  copy->removed = g_strdup (self->removed);
  copy->reason = g_strdup (self->reason);
  for (guint i = 0; i < self->files->len; i++)
    {
      const CapEvidenceFile *file = g_ptr_array_index (self->files, i);

      cap_evidence_add_file (copy, file->sha256, file->size, file->name, file->media_type, file->added);
    }
  for (guint i = 0; i < self->links->len; i++)
    {
      const CapEvidenceLink *link = g_ptr_array_index (self->links, i);

      cap_evidence_add_link (copy, link->place, link->target);
    }

  return copy;
}

void
cap_evidence_free (CapEvidence *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->title);
  g_free (self->reference);
  g_free (self->date);
  g_free (self->expires);
  g_free (self->removed);
  g_free (self->reason);
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->links);
  g_free (self);
}

static gboolean
files_equal (const GPtrArray *files,
             const GPtrArray *others)
{
  if (files->len != others->len)
    return FALSE;

  for (guint i = 0; i < files->len; i++)
    {
      const CapEvidenceFile *file = g_ptr_array_index (files, i);
      const CapEvidenceFile *other = g_ptr_array_index (others, i);

      if (!g_str_equal (file->sha256, other->sha256) || !g_str_equal (file->name, other->name))
        return FALSE;
    }

  return TRUE;
}

static gboolean
links_equal (const CapEvidence *self,
             const CapEvidence *other)
{
  if (self->links->len != other->links->len)
    return FALSE;

  for (guint i = 0; i < self->links->len; i++)
    {
      const CapEvidenceLink *link = g_ptr_array_index (self->links, i);

      if (!cap_evidence_serves (other, link->place, link->target))
        return FALSE;
    }

  return TRUE;
}

gboolean
cap_evidence_equal (const CapEvidence *self,
                    const CapEvidence *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  return g_str_equal (self->id, other->id) && self->number == other->number &&
         g_str_equal (self->title, other->title) && g_strcmp0 (self->reference, other->reference) == 0 &&
         g_strcmp0 (self->date, other->date) == 0 && g_strcmp0 (self->expires, other->expires) == 0 &&
         g_strcmp0 (self->removed, other->removed) == 0 && g_strcmp0 (self->reason, other->reason) == 0 &&
         files_equal (self->files, other->files) && links_equal (self, other);
}

/* A new version of the piece: the older ones stay. */
void
cap_evidence_add_file (CapEvidence *self,
                       const char  *sha256,
                       gint64       size,
                       const char  *name,
                       const char  *media_type,
                       const char  *added)
{
  CapEvidenceFile *file = g_new0 (CapEvidenceFile, 1);

  file->sha256 = g_strdup (sha256);
  file->size = size;
  file->name = g_strdup (name);
  file->media_type = g_strdup (media_type);
  file->added = g_strdup (added);
  g_ptr_array_add (self->files, file);
}

/* Returns: (nullable): the version that holds: the last one */
const CapEvidenceFile *
cap_evidence_get_file (const CapEvidence *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->files->len > 0 ? g_ptr_array_index (self->files, self->files->len - 1) : NULL;
}

static gboolean
find_link (const CapEvidence *self,
           CapPlace           place,
           const char        *target,
           guint             *index)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      const CapEvidenceLink *link = g_ptr_array_index (self->links, i);

      if (link->place == place && g_str_equal (link->target, target))
        {
          *index = i;
          return TRUE;
        }
    }

  return FALSE;
}

/* Returns: whether it did not serve there yet */
gboolean
cap_evidence_add_link (CapEvidence *self,
                       CapPlace     place,
                       const char  *target)
{
  CapEvidenceLink *link;
  guint index;

  g_return_val_if_fail (self != NULL && target != NULL, FALSE);

  if (find_link (self, place, target, &index))
    return FALSE;

  link = g_new0 (CapEvidenceLink, 1);
  link->place = place;
  link->target = g_strdup (target);
  g_ptr_array_add (self->links, link);

  return TRUE;
}

/* Returns: whether it served there */
gboolean
cap_evidence_remove_link (CapEvidence *self,
                          CapPlace     place,
                          const char  *target)
{
  guint index;

  g_return_val_if_fail (self != NULL && target != NULL, FALSE);

  if (!find_link (self, place, target, &index))
    return FALSE;

  g_ptr_array_remove_index (self->links, index);

  return TRUE;
}

gboolean
cap_evidence_serves (const CapEvidence *self,
                     CapPlace           place,
                     const char        *target)
{
  guint index;

  g_return_val_if_fail (self != NULL && target != NULL, FALSE);

  return find_link (self, place, target, &index);
}

/* Returns: whether that is the digest of what stands instead of a content that was taken out for good */
gboolean
cap_evidence_is_content_removed (const char *sha256)
{
  g_autofree char *removed = g_compute_checksum_for_string (G_CHECKSUM_SHA256, CAP_EVIDENCE_REMOVED_TEXT, -1);

  return g_str_equal (sha256, removed);
}

/* Returns: whether it shows nothing any more, until it has another version */
gboolean
cap_evidence_is_emptied (const CapEvidence *self)
{
  const CapEvidenceFile *file = cap_evidence_get_file (self);

  return file != NULL && cap_evidence_is_content_removed (file->sha256);
}

/* Returns: (transfer full): “P-012” */
char *
cap_evidence_dup_code (const CapEvidence *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_strdup_printf ("P-%03u", self->number);
}

/* In files: never translated. */
const char *
cap_place_to_name (CapPlace place)
{
  g_return_val_if_fail ((guint) place < G_N_ELEMENTS (place_names), NULL);

  return place_names[place];
}

gboolean
cap_place_from_name (const char *name,
                     CapPlace   *place)
{
  for (guint i = 0; i < G_N_ELEMENTS (place_names); i++)
    {
      if (g_strcmp0 (place_names[i], name) == 0)
        {
          *place = (CapPlace) i;
          return TRUE;
        }
    }

  return FALSE;
}
