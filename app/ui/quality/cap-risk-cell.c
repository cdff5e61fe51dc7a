/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/quality/cap-risk-cell.h"

#include <glib/gi18n.h>

#include "quality/cap-risk-figures.h"

/**
 * CapRiskCell:
 *
 * A cell of the grid of risks: its rating, and the codes of those that are
 * there. Chosen, it shows only those in the list.
 */
struct _CapRiskCell
{
  GtkToggleButton parent_instance;

  int             likelihood;
  int             severity;
  GtkLabel       *codes;
};

G_DEFINE_FINAL_TYPE (CapRiskCell, cap_risk_cell, GTK_TYPE_TOGGLE_BUTTON)

static const char * const band_classes[CAP_N_RISK_BANDS] = {
  [CAP_RISK_BAND_LOW] = "risk-low",
  [CAP_RISK_BAND_MEDIUM] = "risk-medium",
  [CAP_RISK_BAND_HIGH] = "risk-high",
  [CAP_RISK_BAND_VERY_HIGH] = "risk-very-high",
};

static CapRiskBand
get_band (CapRiskCell *self)
{
  return cap_risk_band_from_rating (self->likelihood * self->severity);
}

static void
cap_risk_cell_class_init (CapRiskCellClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "riskcell");
}

static void
cap_risk_cell_init (CapRiskCell *self)
{
}

/* Its rating, and in what band that is: never by colour alone. */
static GtkWidget *
new_heading (CapRiskCell *self)
{
  g_autofree char *text = NULL;

  /* Translators: likelihood × severity, then what that amounts to */
  text = g_strdup_printf (_("%1$d · %2$s"), self->likelihood * self->severity,
                          cap_risk_band_get_label (get_band (self)));

  return g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
}

GtkWidget *
cap_risk_cell_new (int likelihood,
                   int severity)
{
  CapRiskCell *self = g_object_new (CAP_TYPE_RISK_CELL, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *heading;
  GtkWidget *codes = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "lines", 3, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  self->likelihood = likelihood;
  self->severity = severity;
  heading = new_heading (self);
  gtk_widget_add_css_class (heading, "risk-rating");
  gtk_widget_add_css_class (codes, "risk-codes");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), codes);
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), band_classes[get_band (self)]);
  self->codes = GTK_LABEL (codes);

  return GTK_WIDGET (self);
}

static char *
dup_shown (const char * const *codes,
           guint               room)
{
  const guint n_codes = g_strv_length ((char **) codes);
  const guint shown = n_codes <= room ? n_codes : room - 1;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < shown; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", codes[i]);
  if (shown < n_codes)
    g_string_append_printf (text, "%s+%u", shown > 0 ? " " : "", n_codes - shown);

  return g_string_free (text, FALSE);
}

/**
 * cap_risk_cell_show:
 * @codes: (array zero-terminated=1): of the risks that are there
 * @room: how many codes are shown at most, one at least
 */
void
cap_risk_cell_show (CapRiskCell        *self,
                    const char * const *codes,
                    guint               room)
{
  g_autofree char *shown = dup_shown (codes, room);
  g_autofree char *all = g_strjoinv (", ", (char **) codes);
  g_autofree char *name = NULL;

  g_return_if_fail (CAP_IS_RISK_CELL (self));

  /* Translators: degrees from 1 to 4, their product, what that amounts to, codes of risks */
  name = g_strdup_printf (_("Likelihood %1$d, severity %2$d, %3$d, %4$s: %5$s"), self->likelihood,
                          self->severity, self->likelihood * self->severity,
                          cap_risk_band_get_label (get_band (self)), *codes != NULL ? all : _("no risk"));
  gtk_label_set_text (self->codes, shown);
  gtk_widget_set_sensitive (GTK_WIDGET (self), *codes != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), *codes != NULL ? all : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
