/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/cap-member-form.h"

#include <glib/gi18n.h>

#include "base/cap-text.h"
#include "ui/widgets/cap-kind-picker.h"
#include "ui/widgets/cap-member-text.h"

/**
 * CapMemberForm:
 *
 * The profile of a structure as fields: for a new dossier and for an open one.
 * Knows what is valid and says it under the field; saves nothing itself.
 */
struct _CapMemberForm
{
  GtkWidget             parent_instance;

  /* Owned */
  CapMember            *shown;  /* what was last put in the fields, or NULL */

  /* Template children */
  AdwEntryRow          *name_row;
  AdwEntryRow          *siret_row;
  AdwEntryRow          *department_row;
  AdwEntryRow          *staff_row;
  AdwEntryRow          *participants_row;
  AdwEntryRow          *fte_row;
  AdwEntryRow          *sites_row;
  AdwComboRow          *region_row;
  GtkStringList        *regions;
  CapKindPicker        *kinds;
  GtkSwitch            *secondment;
  GtkCheckButton       *cap_check;
  GtkCheckButton       *certification_check;
  GtkLabel             *identity_message;
  GtkLabel             *team_message;
  GtkLabel             *scope_label;

  guint                 silent : 1;      /* the program is filling the fields */
  guint                 asked_moving : 1; /* the person answered about secondment */
};

G_DEFINE_FINAL_TYPE (CapMemberForm, cap_member_form, GTK_TYPE_WIDGET)

enum
{
  EDITED,
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
dup_text (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static char *
dup_text_or_null (AdwEntryRow *row)
{
  g_autofree char *text = dup_text (row);

  return text[0] != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
set_text (AdwEntryRow *row,
          const char  *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

/* Marks a field in words too: the colour alone says nothing. */
static gboolean
mark (AdwEntryRow *row,
      gboolean     valid)
{
  if (valid)
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");

  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);

  return valid;
}

static void
tell (GtkLabel   *label,
      const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static gboolean
check_identity (CapMemberForm *self)
{
  g_autofree char *name = dup_text (self->name_row);
  g_autofree char *siret = dup_text (self->siret_row);
  g_autofree char *why = cap_member_text_check_siret (siret);
  gboolean named = name[0] != '\0' || self->shown == NULL;

  mark (self->name_row, named);
  mark (self->siret_row, why == NULL);
  tell (self->identity_message, !named ? _("The structure needs a name.") : why);

  return name[0] != '\0' && why == NULL;
}

static gboolean
check_team (CapMemberForm *self)
{
  AdwEntryRow *rows[] = { self->staff_row, self->participants_row, self->sites_row };
  g_autofree char *fte = dup_text (self->fte_row);
  gboolean valid = TRUE;
  int ignored;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = dup_text (rows[i]);

      valid &= mark (rows[i], cap_member_text_parse_count (text, &ignored));
    }

  valid &= mark (self->fte_row, cap_member_text_parse_hundredths (fte, &ignored));
  tell (self->team_message, valid ? NULL : _("Write a number, or leave the field empty."));

  return valid;
}

static void
edited_cb (CapMemberForm *self)
{
  if (self->silent)
    return;

  check_identity (self);
  check_team (self);
  g_signal_emit (self, signals[EDITED], 0);
}

static void
finished_cb (CapMemberForm *self)
{
  if (self->silent)
    return;

  g_signal_emit (self, signals[EDITED], 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What the trade of the structure lets presume, until the person says. */
static void
kinds_changed_cb (CapMemberForm *self)
{
  g_auto(GStrv) kinds = cap_kind_picker_dup_kinds (self->kinds);

  if (self->shown == NULL && !self->asked_moving)
    {
      self->silent = TRUE;
      gtk_switch_set_active (self->secondment, cap_kinds_imply_secondment ((const char * const *) kinds));
      self->silent = FALSE;
    }

  finished_cb (self);
}

static void
secondment_changed_cb (CapMemberForm *self)
{
  if (!self->silent)
    self->asked_moving = TRUE;

  finished_cb (self);
}

static void
mode_toggled_cb (CapMemberForm  *self,
                 GParamSpec     *pspec,
                 GtkCheckButton *check)
{
  if (gtk_check_button_get_active (check))
    finished_cb (self);
}

/* Enter and leaving a field both finish it. */
static void
watch_row (CapMemberForm *self,
           AdwEntryRow   *row)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (row, "changed", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (row), focus);
}

static void
fill_regions (CapMemberForm *self)
{
  gtk_string_list_append (self->regions, _("Not said"));

  for (guint i = 0; i < cap_region_get_count (); i++)
    gtk_string_list_append (self->regions, cap_region_get_label (cap_region_get_code (i)));
}

static guint
find_region (const char *code)
{
  for (guint i = 0; code != NULL && i < cap_region_get_count (); i++)
    if (g_str_equal (cap_region_get_code (i), code))
      return i + 1;

  return 0;
}

static void
cap_member_form_dispose (GObject *object)
{
  CapMemberForm *self = CAP_MEMBER_FORM (object);
  GtkWidget *child;

  self->silent = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (cap_member_form_parent_class)->dispose (object);
}

static void
cap_member_form_finalize (GObject *object)
{
  g_clear_pointer (&CAP_MEMBER_FORM (object)->shown, cap_member_free);

  G_OBJECT_CLASS (cap_member_form_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-member-form.ui");
  gtk_widget_class_bind_template_child (widget_class, CapMemberForm, name_row);
  gtk_widget_class_bind_template_child (widget_class, CapMemberForm, siret_row);
  gtk_widget_class_bind_template_child (widget_class, CapMemberForm, department_row);
  gtk_widget_class_bind_template_child (widget_class, CapMemberForm, staff_row);
  gtk_widget_class_bind_template_child (widget_class, CapMemberForm, participants_row);
  gtk_widget_class_bind_template_child (widget_class, CapMemberForm, fte_row);
  gtk_widget_class_bind_template_child (widget_class, CapMemberForm, sites_row);
  gtk_widget_class_bind_template_child (widget_class, CapMemberForm, region_row);
  gtk_widget_class_bind_template_child (widget_class, CapMemberForm, regions);
  gtk_widget_class_bind_template_child (widget_class, CapMemberForm, kinds);
  gtk_widget_class_bind_template_child (widget_class, CapMemberForm, secondment);
  gtk_widget_class_bind_template_child (widget_class, CapMemberForm, cap_check);
  gtk_widget_class_bind_template_child (widget_class, CapMemberForm, certification_check);
  gtk_widget_class_bind_template_child (widget_class, CapMemberForm, identity_message);
  gtk_widget_class_bind_template_child (widget_class, CapMemberForm, team_message);
  gtk_widget_class_bind_template_child (widget_class, CapMemberForm, scope_label);
  gtk_widget_class_bind_template_callback (widget_class, finished_cb);
  gtk_widget_class_bind_template_callback (widget_class, kinds_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, secondment_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_toggled_cb);
}

static void
cap_member_form_class_init (CapMemberFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_member_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_member_form_finalize;

  signals[EDITED] = g_signal_new ("edited", CAP_TYPE_MEMBER_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", CAP_TYPE_MEMBER_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  g_type_ensure (CAP_TYPE_KIND_PICKER);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_member_form_init (CapMemberForm *self)
{
  self->silent = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_regions (self);
  gtk_switch_set_active (self->secondment, TRUE);

  watch_row (self, self->name_row);
  watch_row (self, self->siret_row);
  watch_row (self, self->department_row);
  watch_row (self, self->staff_row);
  watch_row (self, self->participants_row);
  watch_row (self, self->fte_row);
  watch_row (self, self->sites_row);
  self->silent = FALSE;
}

/**
 * cap_member_form_new:
 * @kinds: (element-type CapTerm): the kinds of member to choose from
 *
 * Returns: (transfer floating): an empty form
 */
GtkWidget *
cap_member_form_new (const GPtrArray *kinds)
{
  CapMemberForm *self;

  g_return_val_if_fail (kinds != NULL, NULL);

  self = g_object_new (CAP_TYPE_MEMBER_FORM, NULL);
  cap_kind_picker_set_terms (self->kinds, kinds);

  return GTK_WIDGET (self);
}

/**
 * cap_member_form_enter:
 *
 * Puts the focus in the first field.
 */
void
cap_member_form_enter (CapMemberForm *self)
{
  g_return_if_fail (CAP_IS_MEMBER_FORM (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}

static void
show_count (AdwEntryRow *row,
            int          before,
            int          now)
{
  g_autofree char *text = cap_member_text_format_count (now);

  if (before != now)
    set_text (row, text);
}

static void
show_numbers (CapMemberForm   *self,
              const CapMember *before,
              const CapMember *member)
{
  g_autofree char *fte = cap_member_text_format_hundredths (member->fte_hundredths);

  show_count (self->staff_row, before->staff, member->staff);
  show_count (self->participants_row, before->participants, member->participants);
  show_count (self->sites_row, before->sites, member->sites);
  if (before->fte_hundredths != member->fte_hundredths)
    set_text (self->fte_row, fte);
}

static void
show_identity (CapMemberForm   *self,
               const CapMember *before,
               const CapMember *member)
{
  g_autofree char *siret = member->siret != NULL ? cap_siret_format (member->siret) : NULL;

  if (g_strcmp0 (before->name, member->name) != 0)
    set_text (self->name_row, member->name);
  if (g_strcmp0 (before->siret, member->siret) != 0)
    set_text (self->siret_row, siret);
  if (g_strcmp0 (before->department, member->department) != 0)
    set_text (self->department_row, member->department);
}

/**
 * cap_member_form_set_member:
 * @member: a profile
 *
 * Shows a profile. A field whose value did not change since the last time
 * keeps what is being typed in it.
 */
void
cap_member_form_set_member (CapMemberForm   *self,
                            const CapMember *member)
{
  g_autoptr(CapMember) before = NULL;

  g_return_if_fail (CAP_IS_MEMBER_FORM (self) && member != NULL);

  before = g_steal_pointer (&self->shown);
  if (before == NULL)
    before = cap_member_new ("");
  self->shown = cap_member_copy (member);

  self->silent = TRUE;
  show_identity (self, before, member);
  show_numbers (self, before, member);
  cap_kind_picker_set_kinds (self->kinds, (const char * const *) member->kinds);
  adw_combo_row_set_selected (self->region_row, find_region (member->region));
  gtk_switch_set_active (self->secondment, member->secondment);
  self->silent = FALSE;

  check_identity (self);
  check_team (self);
}

/**
 * cap_member_form_dup_member:
 *
 * Returns: (transfer full): what the fields say; what cannot be read is as it
 *   was shown, or unknown
 */
CapMember *
cap_member_form_dup_member (CapMemberForm *self)
{
  CapMember *member;
  g_autofree char *name = NULL;
  g_autofree char *siret = NULL;
  g_autofree char *fte = NULL;
  guint region;

  g_return_val_if_fail (CAP_IS_MEMBER_FORM (self), NULL);

  name = dup_text (self->name_row);
  siret = dup_text (self->siret_row);
  fte = dup_text (self->fte_row);
  region = adw_combo_row_get_selected (self->region_row);
  member = self->shown != NULL ? cap_member_copy (self->shown) : cap_member_new ("");

  if (name[0] != '\0')
    cap_set_string (&member->name, name);
  cap_member_text_take_siret (siret, &member->siret);
  cap_set_string (&member->region, region > 0 ? cap_region_get_code (region - 1) : NULL);
  g_free (member->department);
  member->department = dup_text_or_null (self->department_row);
  g_strfreev (member->kinds);
  member->kinds = cap_kind_picker_dup_kinds (self->kinds);
  member->secondment = gtk_switch_get_active (self->secondment);

  cap_member_text_parse_count (gtk_editable_get_text (GTK_EDITABLE (self->staff_row)), &member->staff);
  cap_member_text_parse_count (gtk_editable_get_text (GTK_EDITABLE (self->participants_row)),
                               &member->participants);
  cap_member_text_parse_count (gtk_editable_get_text (GTK_EDITABLE (self->sites_row)), &member->sites);
  cap_member_text_parse_hundredths (fte, &member->fte_hundredths);

  return member;
}

CapMode
cap_member_form_get_mode (CapMemberForm *self)
{
  g_return_val_if_fail (CAP_IS_MEMBER_FORM (self), CAP_MODE_CAP);

  return gtk_check_button_get_active (self->certification_check) ? CAP_MODE_CERTIFICATION : CAP_MODE_CAP;
}

void
cap_member_form_set_mode (CapMemberForm *self,
                          CapMode        mode)
{
  g_return_if_fail (CAP_IS_MEMBER_FORM (self));

  self->silent = TRUE;
  gtk_check_button_set_active (mode == CAP_MODE_CERTIFICATION ? self->certification_check : self->cap_check,
                               TRUE);
  self->silent = FALSE;
}

/**
 * cap_member_form_is_valid:
 *
 * Returns: whether every field can be saved as it is
 */
gboolean
cap_member_form_is_valid (CapMemberForm *self)
{
  gboolean identity;
  gboolean team;

  g_return_val_if_fail (CAP_IS_MEMBER_FORM (self), FALSE);

  identity = check_identity (self);
  team = check_team (self);

  return identity && team;
}

/**
 * cap_member_form_show_scope:
 * @text: a sentence on what the profile changes
 */
void
cap_member_form_show_scope (CapMemberForm *self,
                            const char    *text)
{
  g_return_if_fail (CAP_IS_MEMBER_FORM (self) && text != NULL);

  tell (self->scope_label, text);
}
