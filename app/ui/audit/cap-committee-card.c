/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/audit/cap-committee-card.h"

#include <glib/gi18n.h>
#include <string.h>

#include "audit/cap-committee-rules.h"
#include "base/cap-date.h"
#include "quality/cap-address.h"
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

static gboolean
is_approved (const CapRecord *meeting)
{
  return cap_record_get (meeting, CAP_COMMITTEE_FINALISED) != NULL;
}

/* “CO-01, on 27 February 2025” */
static char *
dup_title (const CapRecord *meeting)
{
  const char *date = cap_record_get (meeting, CAP_COMMITTEE_DATE);
  g_autofree char *day = cap_date_format_long (date != NULL ? date : "–");

  /* Translators: the code of a meeting of the committee, a day */
  return g_strdup_printf (_("%1$s, on %2$s"), cap_record_get_code (meeting), day);
}

static GtkWidget *
new_open_button (const CapRecord *meeting,
                 const char      *title)
{
  g_autofree char *address = cap_address_new_for_record (meeting);
  g_autofree char *name = g_strdup_printf (_("Open “%s”"), title);
  GtkWidget *button = gtk_button_new_with_label (_("Open"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "journey.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", address);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

static GtkWidget *
new_heading (const CapRecord *meeting,
             const char      *today)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  const char *date = cap_record_get (meeting, CAP_COMMITTEE_DATE);
  g_autofree char *title = dup_title (meeting);
  GtkWidget *label = new_text (title, "title-3");
  GtkWidget *tag;

  if (is_approved (meeting))
    tag = cap_tag_new (_("Minutes approved"), "accent-tag");
  else if (date != NULL && strcmp (date, today) > 0)
    tag = cap_tag_new (_("Meeting to come"), NULL);
  else
    tag = cap_tag_new (_("Minutes to be approved"), "warning-tag");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), tag);
  gtk_box_append (GTK_BOX (box), new_open_button (meeting, title));

  return box;
}

/* “Chair: Direction of …”, one on a line */
static GtkWidget *
new_members (const CapDossier *dossier,
             const CapRecord  *meeting)
{
  const CapRegister *reg = cap_register_get (CAP_REGISTER_COMMITTEE_MEMBER);
  g_autoptr(GPtrArray) members = cap_dossier_list_parts (dossier, reg->kind, meeting->id);
  g_autoptr(GString) text = g_string_new (NULL);

  if (members->len == 0)
    return new_text (gettext (reg->empty), "dim-label");

  for (guint i = 0; i < members->len; i++)
    {
      const CapRecord *member = g_ptr_array_index (members, i);
      const char *role = cap_record_get_choice (member, CAP_COMMITTEE_MEMBER_ROLE);
      const char *who = cap_record_get (member, CAP_COMMITTEE_MEMBER_WHO);
      g_autofree char *line = NULL;

      /* Translators: the role of a member of the committee, then their function */
      line = g_strdup_printf (_("%1$s: %2$s"), role != NULL ? role : "–", who != NULL ? who : "–");
      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }

  return new_text (text->str, NULL);
}

static const char *
get_decision_class (const CapRecord *file)
{
  if (cap_record_is (file, CAP_COMMITTEE_FILE_DECISION, "agreed"))
    return "accent-tag";

  return cap_record_is (file, CAP_COMMITTEE_FILE_DECISION, "refused") ? "warning-tag" : NULL;
}

/* What was asked, what was decided, and why. */
static GtkWidget *
new_file (const CapRecord *file)
{
  static const guint fields[] = {
    CAP_COMMITTEE_FILE_REASON, CAP_COMMITTEE_FILE_CONDITIONS, CAP_COMMITTEE_FILE_CONFLICT,
  };
  const CapRegister *reg = cap_register_get (CAP_REGISTER_COMMITTEE_FILE);
  const char *decision = cap_record_get_choice (file, CAP_COMMITTEE_FILE_DECISION);
  const char *site = cap_record_get (file, CAP_COMMITTEE_FILE_SITE);
  g_autofree char *title = g_strdup_printf ("%s%s%s", cap_record_get_title (file), site != NULL ? " · " : "",
                                            site != NULL ? site : "");
  GtkWidget *self = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = new_text (title, "heading");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (heading), label);
  gtk_box_append (GTK_BOX (heading), cap_tag_new (decision != NULL ? decision : _("No decision yet"),
                                                  get_decision_class (file)));
  gtk_box_append (GTK_BOX (self), heading);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *value = cap_record_get (file, fields[i]);
      g_autofree char *text = NULL;

      if (value == NULL)
        continue;

      /* Translators: the label of a field, then what it says */
      text = g_strdup_printf (_("%1$s: %2$s"), gettext (reg->fields[fields[i]].label), value);
      gtk_box_append (GTK_BOX (self), new_text (text, NULL));
    }
  gtk_widget_add_css_class (self, "committee-file");

  return self;
}

static void
add_files (GtkBox           *card,
           const CapDossier *dossier,
           const CapRecord  *meeting)
{
  const CapRegister *reg = cap_register_get (CAP_REGISTER_COMMITTEE_FILE);
  g_autoptr(GPtrArray) files = cap_dossier_list_parts (dossier, reg->kind, meeting->id);

  if (files->len == 0)
    gtk_box_append (card, new_text (gettext (reg->empty), "dim-label"));
  for (guint i = 0; i < files->len; i++)
    gtk_box_append (card, new_file (g_ptr_array_index (files, i)));
}

static GtkWidget *
new_approve_button (const CapRecord *meeting)
{
  GtkWidget *button = gtk_button_new_with_label (_("Approve the Minutes"));
  /* Translators: the code of a meeting of the committee */
  g_autofree char *name = g_strdup_printf (_("Approve the minutes of %s"), cap_record_get_code (meeting));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "committee.approve");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", meeting->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

/* What keeps the minutes from being approved, and the button once nothing does. */
static void
add_end (GtkBox           *card,
         const CapDossier *dossier,
         const CapRecord  *meeting,
         const char       *today,
         gboolean          can_change)
{
  g_autoptr(GPtrArray) gaps = cap_committee_list_gaps (dossier, meeting);
  const char *date = cap_record_get (meeting, CAP_COMMITTEE_DATE);
  const gboolean is_to_come = date != NULL && strcmp (date, today) > 0;

  if (gaps->len > 0)
    gtk_box_append (card, new_text (_("What keeps the minutes from being approved"), "heading"));
  for (guint i = 0; i < gaps->len; i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
      GtkWidget *image = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
      g_autofree char *sentence = cap_committee_gap_dup_text (g_ptr_array_index (gaps, i));

      gtk_widget_set_valign (image, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (box), image);
      gtk_box_append (GTK_BOX (box), new_text (sentence, NULL));
      gtk_box_append (card, box);
    }
  if (gaps->len == 0 && !is_to_come && can_change)
    gtk_box_append (card, new_approve_button (meeting));
}

static GtkWidget *
new_approved (const CapRecord *meeting)
{
  g_autofree char *day = cap_date_format_long (cap_record_get (meeting, CAP_COMMITTEE_FINALISED));
  /* Translators: a day */
  g_autofree char *text = g_strdup_printf (_("The minutes were approved on %s: they are no longer changed."),
                                           day);

  return new_text (text, "dim-label");
}

/**
 * cap_committee_card_new:
 * @meeting: a line of the register of the committee
 * @today: ISO 8601
 * @can_change: whether the minutes may be approved
 *
 * Returns: (transfer floating): a card, named by the UUID of the meeting
 */
GtkWidget *
cap_committee_card_new (const CapDossier *dossier,
                        const CapRecord  *meeting,
                        const char       *today,
                        gboolean          can_change)
{
  GtkWidget *self = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  const char *place = cap_record_get (meeting, CAP_COMMITTEE_PLACE);
  const char *minutes = cap_record_get (meeting, CAP_COMMITTEE_MINUTES);
  GtkBox *card = GTK_BOX (self);

  gtk_widget_set_name (self, meeting->id);
  gtk_widget_add_css_class (self, "card");
  gtk_widget_add_css_class (self, "certificate-card");
  gtk_box_append (card, new_heading (meeting, today));
  if (place != NULL)
    gtk_box_append (card, new_text (place, "dim-label"));
  gtk_box_append (card, new_members (dossier, meeting));
  add_files (card, dossier, meeting);
  if (minutes != NULL)
    gtk_box_append (card, new_text (minutes, NULL));
  if (is_approved (meeting))
    gtk_box_append (card, new_approved (meeting));
  else
    add_end (card, dossier, meeting, today, can_change);

  return self;
}
