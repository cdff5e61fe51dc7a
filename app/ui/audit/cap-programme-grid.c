/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/audit/cap-programme-grid.h"

#include <glib/gi18n.h>

#include "audit/cap-programme-text.h"
#include "quality/cap-address.h"
#include "ui/widgets/cap-tag.h"

#define NAME_CHARS 24 /* of a process on a line */
#define HEAD_ROWS  2  /* the year, then its halves */
#define MAX_MARKS  4  /* in a cell: a group has many audits, and all of them are in the list below */

static const struct
{
  const char *icon;
  const char *css_class;
} marks[CAP_N_PROGRAMME_STATES] = {
  [CAP_PROGRAMME_AHEAD] = { "x-office-calendar-symbolic", "programme-ahead" },
  [CAP_PROGRAMME_HELD] = { "object-select-symbolic", "programme-held" },
  [CAP_PROGRAMME_LATE] = { "dialog-warning-symbolic", "programme-late" },
};

static GtkWidget *
new_head (const char *text,
          const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
add_head (GtkGrid      *grid,
          GtkSizeGroup *group,
          const char   *text,
          int           column)
{
  GtkWidget *head = new_head (text, "caption");

  gtk_size_group_add_widget (group, head);
  gtk_grid_attach (grid, head, column, 1, 1, 1);
}

static void
add_heads (GtkGrid            *grid,
           GtkSizeGroup       *group,
           const CapProgramme *programme)
{
  for (int year = 0; year < CAP_PROGRAMME_YEARS; year++)
    {
      g_autofree char *text = g_strdup_printf ("%d", programme->first_year + year);

      gtk_grid_attach (grid, new_head (text, "heading"), 1 + 2 * year, 0, 2, 1);
      add_head (grid, group, _("Jan.–June"), 1 + 2 * year);
      add_head (grid, group, _("July–Dec."), 2 + 2 * year);
    }
}

static GtkWidget *
new_mark (const CapProgrammeEntry *entry,
          const CapRecord         *process)
{
  const CapRecord *record = cap_programme_entry_get_record (entry);
  g_autofree char *address = cap_address_new_for_record (record);
  g_autofree char *title = cap_programme_entry_dup_title (entry);
  /* Translators: the code and the title of an audit, its state, then the code and the name of a process */
  g_autofree char *name = g_strdup_printf (_("%1$s, %2$s, %3$s: %4$s %5$s"), cap_record_get_code (record),
                                           title, cap_programme_state_get_label (entry->state),
                                           cap_record_get_code (process), cap_record_get_title (process));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *button = gtk_button_new ();

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (marks[entry->state].icon));
  gtk_box_append (GTK_BOX (box), gtk_label_new (cap_record_get_code (record)));
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "programme-mark");
  gtk_widget_add_css_class (button, marks[entry->state].css_class);
  gtk_widget_set_tooltip_text (button, name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "journey.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", address);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

static GtkWidget *
new_rest (guint n_rest)
{
  g_autofree char *text = g_strdup_printf ("+ %u", n_rest);
  g_autofree char *name = g_strdup_printf (ngettext ("%u other audit, in the list below",
                                                     "%u other audits, in the list below", n_rest), n_rest);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_tooltip_text (label, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return label;
}

/* Returns: (transfer floating): what is audited of a process in a half-year, perhaps nothing */
static GtkWidget *
new_cell (const CapProgramme *programme,
          const CapRecord    *process,
          const char         *site,
          guint               half,
          gboolean           *seen)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  guint n_seen = 0;

  gtk_widget_add_css_class (cell, "programme-cell");
  gtk_widget_set_hexpand (cell, TRUE);
  for (guint i = 0; i < programme->entries->len; i++)
    {
      const CapProgrammeEntry *entry = g_ptr_array_index (programme->entries, i);

      if (entry->half != half || !cap_programme_entry_sees (entry, cap_record_get_code (process), site))
        continue;

      if (n_seen++ < MAX_MARKS)
        gtk_box_append (GTK_BOX (cell), new_mark (entry, process));
    }
  if (n_seen > MAX_MARKS)
    gtk_box_append (GTK_BOX (cell), new_rest (n_seen - MAX_MARKS));
  *seen = *seen || n_seen > 0;

  return cell;
}

static GtkWidget *
new_name (const CapRecord *process,
          gboolean         seen)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *tag;
  g_autofree char *text = g_strdup_printf ("%s %s", cap_record_get_code (process),
                                           cap_record_get_title (process));
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), NAME_CHARS / 2);
  gtk_label_set_max_width_chars (GTK_LABEL (label), NAME_CHARS);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  if (!seen)
    {
      tag = cap_tag_new (_("No audit"), "warning-tag");
      gtk_widget_set_halign (tag, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (box), tag);
    }
  gtk_widget_add_css_class (box, "programme-name");

  return box;
}

GtkWidget *
cap_programme_grid_new (const CapProgramme *programme,
                        const char         *site)
{
  GtkWidget *self = gtk_grid_new ();
  GtkGrid *grid = GTK_GRID (self);
  g_autoptr(GtkSizeGroup) group = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);   /* of the half-years */

  g_return_val_if_fail (programme != NULL, NULL);

  gtk_widget_add_css_class (self, "programme-grid");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Processes audited, by half-year"), -1);
  add_heads (grid, group, programme);
  for (guint i = 0; i < programme->processes.expected->len; i++)
    {
      const CapRecord *process = g_ptr_array_index (programme->processes.expected, i);
      gboolean seen = FALSE;

      for (guint half = 0; half < CAP_PROGRAMME_HALVES; half++)
        {
          GtkWidget *cell = new_cell (programme, process, site, half, &seen);

          gtk_size_group_add_widget (group, cell);
          gtk_grid_attach (grid, cell, 1 + (int) half, HEAD_ROWS + (int) i, 1, 1);
        }
      gtk_grid_attach (grid, new_name (process, seen), 0, HEAD_ROWS + (int) i, 1, 1);
    }

  return self;
}

/* Returns: (transfer floating): what the marks of the grid mean */
GtkWidget *
cap_programme_legend_new (void)
{
  GtkWidget *self = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);

  for (CapProgrammeState state = 0; state < CAP_N_PROGRAMME_STATES; state++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

      gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (marks[state].icon));
      gtk_box_append (GTK_BOX (box), gtk_label_new (cap_programme_state_get_label (state)));
      gtk_widget_add_css_class (box, "caption");
      gtk_box_append (GTK_BOX (self), box);
    }

  return self;
}
