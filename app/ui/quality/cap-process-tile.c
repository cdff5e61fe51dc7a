/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/quality/cap-process-tile.h"

#include "base/cap-text.h"
#include "quality/cap-process-rules.h"
#include "ui/quality/cap-process-chart-draw-private.h"

/**
 * CapProcessTile:
 *
 * A process on the map: its words, and what a person does to it. The chart
 * around draws its outline.
 */
struct _CapProcessTile
{
  GtkButton  parent_instance;

  char      *id;
  GtkWidget *box;
  GtkLabel  *code;
  GtkLabel  *name;
  GtkLabel  *owner;
};

G_DEFINE_FINAL_TYPE (CapProcessTile, cap_process_tile, GTK_TYPE_BUTTON)

static GtkLabel *
add_label (CapProcessTile *self,
           const char     *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "hexpand", TRUE, NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self->box), label);

  return GTK_LABEL (label);
}

static void
cap_process_tile_finalize (GObject *object)
{
  g_free (CAP_PROCESS_TILE (object)->id);

  G_OBJECT_CLASS (cap_process_tile_parent_class)->finalize (object);
}

static void
cap_process_tile_class_init (CapProcessTileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cap_process_tile_finalize;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "processtile");
}

static void
cap_process_tile_init (CapProcessTile *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_valign (self->box, GTK_ALIGN_CENTER);
  self->code = add_label (self, "process-code");
  self->name = add_label (self, "process-name");
  self->owner = add_label (self, "process-owner");
  gtk_button_set_child (GTK_BUTTON (self), self->box);
}

GtkWidget *
cap_process_tile_new (void)
{
  return g_object_new (CAP_TYPE_PROCESS_TILE, NULL);
}

/* The UUID of the process. */
const char *
cap_process_tile_get_id (CapProcessTile *self)
{
  g_return_val_if_fail (CAP_IS_PROCESS_TILE (self), NULL);

  return self->id;
}

/* From its outline to its words. */
static void
set_margins (CapProcessTile  *self,
             const CapRecord *process)
{
  const gboolean pointed = cap_process_get_band (process) == CAP_PROCESS_BAND_REALISATION;
  const int side = CAP_PROCESS_INSET + (pointed ? CAP_PROCESS_CHEVRON : 0);

  gtk_widget_set_margin_start (self->box, side);
  gtk_widget_set_margin_end (self->box, side);
  gtk_widget_set_margin_top (self->box, CAP_PROCESS_INSET);
  gtk_widget_set_margin_bottom (self->box, CAP_PROCESS_INSET);
}

/**
 * cap_process_tile_show:
 * @rank: its place in its band, from 0
 * @n_in_band: how many processes the band has
 */
void
cap_process_tile_show (CapProcessTile   *self,
                       const CapDossier *dossier,
                       const CapRecord  *process,
                       guint             rank,
                       guint             n_in_band)
{
  const char *owner = cap_record_get (process, CAP_PROCESS_OWNER);
  g_autofree char *sentence = cap_process_dup_sentence (dossier, process);
  g_autofree char *name = NULL;

  g_return_if_fail (CAP_IS_PROCESS_TILE (self));

  name = g_strdup_printf ("%s %s", cap_record_get_code (process), cap_record_get_title (process));
  cap_set_string (&self->id, process->id);
  set_margins (self, process);
  gtk_label_set_text (self->code, cap_record_get_code (process));
  gtk_label_set_text (self->name, cap_record_get_title (process));
  gtk_label_set_text (self->owner, owner != NULL ? owner : "");
  gtk_widget_set_visible (GTK_WIDGET (self->owner), owner != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), cap_record_get (process, CAP_PROCESS_PURPOSE));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence,
                                  -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) rank + 1,
                                  GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) n_in_band,
                                  -1);
}

/* How high its words are when they are so wide. */
int
cap_process_tile_measure_words (CapProcessTile *self,
                                int             width)
{
  int minimum;
  int height;

  g_return_val_if_fail (CAP_IS_PROCESS_TILE (self), 0);

  width += gtk_widget_get_margin_start (self->box) + gtk_widget_get_margin_end (self->box);
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL, MAX (width, minimum), &height, NULL, NULL,
                      NULL);

  return height - 2 * CAP_PROCESS_INSET;
}
