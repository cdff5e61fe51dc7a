/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/audit/cap-certificate-card.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "audit/cap-certificate-text.h"
#include "base/cap-date.h"
#include "quality/cap-address.h"
#include "ui/audit/cap-cycle-bar.h"
#include "ui/widgets/cap-tag.h"

static GtkWidget *
new_text (const char *text,
          const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
new_open_button (const CapRecord *certificate,
                 const char      *title)
{
  g_autofree char *address = cap_address_new_for_record (certificate);
  /* Translators: “Certificate FR 12345” */
  g_autofree char *name = g_strdup_printf (_("Open “%s”"), title);
  GtkWidget *button = gtk_button_new_with_label (_("Open"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "journey.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", address);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

static const char *
get_tag_class (CapCycleState state)
{
  switch (state)
    {
    case CAP_CYCLE_VALID:
      return "accent-tag";

    case CAP_CYCLE_SUSPENDED:
    case CAP_CYCLE_RESTORABLE:
    case CAP_CYCLE_LAPSED:
      return "warning-tag";

    case CAP_CYCLE_TO_COME:
    case CAP_CYCLE_WITHDRAWN:
    default:
      return NULL;
    }
}

static GtkWidget *
new_heading (const CapRecord           *certificate,
             const CapCertificateCycle *cycle)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *title = cap_certificate_dup_name (certificate);
  GtkWidget *label = new_text (title, "title-3");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), cap_tag_new (cap_cycle_state_get_label (cycle->state),
                                              get_tag_class (cycle->state)));
  gtk_box_append (GTK_BOX (box), new_open_button (certificate, title));

  return box;
}

/* Its route, who issued it, which cycle it is in. */
static GtkWidget *
new_subtitle (const CapRecord           *certificate,
              const CapCertificateCycle *cycle,
              const CapCatalogue        *catalogue)
{
  const CapRoute *route = cap_catalogue_find_route (catalogue,
                                                    cap_record_get (certificate, CAP_CERTIFICATE_ROUTE));
  const char *certifier = cap_record_get (certificate, CAP_CERTIFICATE_CERTIFIER);
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (route != NULL)
    g_ptr_array_add (parts, g_strdup (route->label));
  g_ptr_array_add (parts, g_strdup (certifier != NULL ? certifier : _("certification body not said")));
  if (cycle->number > 0)
    /* Translators: 1 is the first cycle of a certificate */
    g_ptr_array_add (parts, g_strdup_printf (_("cycle %u"), cycle->number));
  g_ptr_array_add (parts, NULL);
  text = g_strjoinv (" · ", (char **) parts->pdata);
  label = new_text (text, "dim-label");

  return label;
}

/* Returns: (nullable): the event that a milestone is noted by, while it can be */
static const char *
get_event (const CapCertificateCycle *cycle,
           const CapMilestone        *milestone)
{
  if (milestone->surveillance == 0 && cycle->state == CAP_CYCLE_RESTORABLE)
    return "restored";
  if (!cap_certificate_cycle_runs (cycle) || milestone->standing == CAP_MILESTONE_HELD ||
      milestone->standing == CAP_MILESTONE_AHEAD)
    return NULL;

  return milestone->surveillance != 0 ? "surveillance" : "renewed";
}

static GtkWidget *
new_note_button (const CapRecord    *certificate,
                 const CapMilestone *milestone,
                 const char         *event)
{
  const gboolean restored = g_str_equal (event, "restored");
  g_autofree char *label = restored ? g_strdup (_("Restoration")) : cap_milestone_dup_label (milestone);
  /* Translators: “Surveillance 1” or “Renewal” */
  g_autofree char *name = g_strdup_printf (_("Note the day of “%s”"), label);
  GtkWidget *button = gtk_button_new_with_label (restored ? _("Note the Restoration…") : _("Note the Day…"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "certificates.note");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sss)", certificate->id, event, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

static GtkWidget *
new_milestone_row (const CapRecord           *certificate,
                   const CapCertificateCycle *cycle,
                   const CapMilestone        *milestone,
                   gboolean                   can_change)
{
  static const char * const classes[CAP_N_MILESTONE_STANDINGS] = {
    [CAP_MILESTONE_HELD] = "accent-tag",
    [CAP_MILESTONE_LATE] = "warning-tag",
  };
  GtkWidget *row = adw_action_row_new ();
  const char *event = can_change ? get_event (cycle, milestone) : NULL;
  g_autofree char *label = cap_milestone_dup_label (milestone);
  g_autofree char *days = cap_milestone_dup_days (milestone);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), days);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             cap_tag_new (cap_milestone_standing_get_label (milestone->standing),
                                          classes[milestone->standing]));
  if (event != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_note_button (certificate, milestone, event));

  return row;
}

static GtkWidget *
new_list (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return list;
}

static GtkWidget *
new_milestones (const CapRecord           *certificate,
                const CapCertificateCycle *cycle,
                gboolean                   can_change)
{
  GtkWidget *list = new_list (_("What the cycle asks for"));

  for (guint i = 0; i < cycle->milestones->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list),
                         new_milestone_row (certificate, cycle, g_ptr_array_index (cycle->milestones, i),
                                            can_change));

  return list;
}

/* The latest first. */
static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const CapRecord *one = *(const CapRecord * const *) a;
  const CapRecord *other = *(const CapRecord * const *) b;

  return g_strcmp0 (cap_record_get (other, CAP_CERTIFICATE_EVENT_DATE),
                    cap_record_get (one, CAP_CERTIFICATE_EVENT_DATE));
}

static GtkWidget *
new_event_row (const CapRecord *event)
{
  const char *kind = cap_record_get_choice (event, CAP_CERTIFICATE_EVENT_KIND);
  const char *date = cap_record_get (event, CAP_CERTIFICATE_EVENT_DATE);
  const char *expiry = cap_record_get (event, CAP_CERTIFICATE_EVENT_EXPIRY);
  const char *others[] = {
    cap_record_get (event, CAP_CERTIFICATE_EVENT_AUDIT), cap_record_get (event, CAP_CERTIFICATE_EVENT_NOTE),
  };
  g_autofree char *day = cap_date_format_long (date != NULL ? date : "–");
  g_autoptr(GString) text = g_string_new (day);
  GtkWidget *row = adw_action_row_new ();

  if (expiry != NULL)
    {
      g_autofree char *until = cap_date_format_long (expiry);

      /* Translators: a day: the new expiry of a certificate */
      g_string_append_printf (text, _(", until %s"), until);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      if (others[i] != NULL)
        g_string_append_printf (text, " · %s", others[i]);
    }
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), kind != NULL ? kind : "–");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text->str);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);

  return row;
}

static GtkWidget *
new_history (const CapDossier *dossier,
             const CapRecord  *certificate)
{
  const CapRegister *reg = cap_register_get (CAP_REGISTER_CERTIFICATE_EVENT);
  g_autoptr(GPtrArray) events = cap_dossier_list_parts (dossier, reg->kind, certificate->id);
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  GtkWidget *expander;
  GtkWidget *list;

  if (events->len == 0)
    return new_text (gettext (reg->empty), "dim-label");

  g_ptr_array_sort (events, compare_events);
  /* Translators: what happened to a certificate */
  title = g_strdup_printf (ngettext ("History: %u event", "History: %u events", events->len), events->len);
  /* Translators: “History: 3 events”, then the code of a certificate */
  name = g_strdup_printf (_("%1$s – %2$s"), title, cap_record_get_code (certificate));
  expander = gtk_expander_new (title);
  list = new_list (name);
  for (guint i = 0; i < events->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_event_row (g_ptr_array_index (events, i)));
  gtk_widget_set_margin_top (list, 6);
  gtk_expander_set_child (GTK_EXPANDER (expander), list);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return expander;
}

/**
 * cap_certificate_card_new:
 * @certificate: a line of the register of certificates
 * @catalogue: its routes, and the rules of the cycle
 * @today: ISO 8601
 * @can_change: whether days may be noted
 *
 * Returns: (transfer floating): a card, named by the UUID of the certificate
 */
GtkWidget *
cap_certificate_card_new (const CapDossier   *dossier,
                          const CapRecord    *certificate,
                          const CapCatalogue *catalogue,
                          const char         *today,
                          gboolean            can_change)
{
  g_autoptr(CapCertificateCycle) cycle = cap_certificate_cycle_find (dossier, certificate, catalogue->cycle,
                                                                     today);
  GtkWidget *self = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autofree char *validity = cap_certificate_cycle_dup_validity (cycle);
  g_autofree char *next = cap_certificate_cycle_dup_next (cycle);
  GtkBox *card = GTK_BOX (self);

  gtk_widget_set_name (self, certificate->id);
  gtk_widget_add_css_class (self, "card");
  gtk_widget_add_css_class (self, "certificate-card");
  gtk_box_append (card, new_heading (certificate, cycle));
  gtk_box_append (card, new_subtitle (certificate, cycle, catalogue));
  gtk_box_append (card, new_text (validity, "heading"));
  if (next != NULL)
    gtk_box_append (card, new_text (next, NULL));
  if (cycle->start != NULL)
    gtk_box_append (card, cap_cycle_bar_new (cycle, today));
  if (cycle->milestones->len > 0)
    gtk_box_append (card, new_milestones (certificate, cycle, can_change));
  gtk_box_append (card, new_history (dossier, certificate));

  return self;
}
