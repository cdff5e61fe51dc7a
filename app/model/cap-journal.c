/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/cap-journal.h"

#include <glib/gi18n.h>

/* In files: these never change. */
static const char * const deed_names[] = {
  [CAP_DEED_DONE] = "done",
  [CAP_DEED_UNDONE] = "undone",
  [CAP_DEED_REDONE] = "redone",
};

const char *
cap_deed_to_name (CapDeed deed)
{
  g_return_val_if_fail (deed < G_N_ELEMENTS (deed_names), NULL);

  return deed_names[deed];
}

/* @name: one of those that the database allows */
CapDeed
cap_deed_from_name (const char *name)
{
  CapDeed deed = CAP_DEED_DONE;

  while (deed < CAP_DEED_REDONE && g_strcmp0 (deed_names[deed], name) != 0)
    deed++;

  return deed;
}

CapJournalEntry *
cap_journal_entry_new (void)
{
  CapJournalEntry *self = g_new0 (CapJournalEntry, 1);

  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_journal_change_free);

  return self;
}

/* Returns: (transfer full): what was done, undone or done again, in the user’s language */
char *
cap_journal_entry_dup_label (const CapJournalEntry *self)
{
  g_autofree char *label = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  label = cap_gesture_dup_label (self->kind, self->detail);
  switch (self->deed)
    {
    case CAP_DEED_UNDONE:
      /* Translators: %s is what was undone, as “Answer A1.2” */
      return g_strdup_printf (_("Undone: %s"), label);

    case CAP_DEED_REDONE:
      /* Translators: %s is what was done again, as “Answer A1.2” */
      return g_strdup_printf (_("Done again: %s"), label);

    case CAP_DEED_DONE:
    default:
      return g_steal_pointer (&label);
    }
}

/**
 * cap_journal_entry_dup_text:
 *
 * Returns: (transfer full): all that it says, to be searched: label, author, changes
 */
char *
cap_journal_entry_dup_text (const CapJournalEntry *self)
{
  g_autoptr(GString) text = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  label = cap_journal_entry_dup_label (self);
  text = g_string_new (label);
  g_string_append_printf (text, "\n%s", self->author);
  for (guint i = 0; i < self->changes->len; i++)
    {
      const CapJournalChange *change = g_ptr_array_index (self->changes, i);

      g_string_append_printf (text, "\n%s %s %s", change->what, change->before != NULL ? change->before : "",
                              change->after != NULL ? change->after : "");
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
cap_journal_entry_free (CapJournalEntry *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->detail);
  g_free (self->made_at);
  g_free (self->author);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

/**
 * cap_journal_change_new:
 * @what: (transfer full): what changed
 * @before: (transfer full) (nullable): what it was
 * @after: (transfer full) (nullable): what it became
 */
CapJournalChange *
cap_journal_change_new (char *what,
                        char *before,
                        char *after)
{
  CapJournalChange *self = g_new0 (CapJournalChange, 1);

  self->what = what;
  self->before = before;
  self->after = after;

  return self;
}

void
cap_journal_change_free (CapJournalChange *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->what);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}
