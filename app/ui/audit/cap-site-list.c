/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/audit/cap-site-list.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-date.h"
#include "base/cap-text.h"
#include "quality/cap-address.h"
#include "ui/audit/cap-site-item.h"
#include "ui/widgets/cap-list-cells.h"
#include "ui/widgets/cap-list-leave.h"

#define CODE_WIDTH  72
#define STAFF_WIDTH 64
#define DATE_WIDTH  96
#define OPEN_WIDTH  96

/**
 * CapSiteList:
 *
 * The sites of a group by code, those that are asked for: a row opens its page. There can be thousands of
 * them: only the rows in sight are made, and only what changed is replaced.
 */
struct _CapSiteList
{
  GtkWidget        parent_instance;

  /* Owned */
  char            *role;     /* that is asked for, or NULL */
  char            *text;     /* that is searched, folded */
  GListStore      *store;

  const CapGroup  *group;    /* of the caller, or NULL */
  CapSiteStanding  standing;
};

G_DEFINE_FINAL_TYPE (CapSiteList, cap_site_list, GTK_TYPE_WIDGET)

/* The cells of a row, in their order. */
enum { CELL_CODE, CELL_NAME, CELL_STAFF, CELL_INTERNAL, CELL_EXTERNAL, CELL_OPEN, N_CELLS };

/* The name, and below it what the site does in the group. */
static GtkWidget *
new_name_cell (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *below = cap_list_cell_new (0, "caption");

  gtk_widget_add_css_class (below, "dim-label");
  gtk_box_append (GTK_BOX (box), cap_list_cell_new (0, NULL));
  gtk_box_append (GTK_BOX (box), below);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);

  return box;
}

/* A pill in the middle of its column. */
static GtkWidget *
new_open_cell (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *pill = gtk_label_new (NULL);

  gtk_widget_set_hexpand (pill, TRUE);
  gtk_widget_set_halign (pill, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (box, FALSE);
  gtk_widget_set_size_request (box, OPEN_WIDTH, -1);
  gtk_box_append (GTK_BOX (box), pill);

  return box;
}

static GtkWidget *
new_staff_cell (const char *css_class)
{
  GtkWidget *cell = cap_list_cell_new (STAFF_WIDTH, css_class);

  gtk_label_set_xalign (GTK_LABEL (cell), 1);
  gtk_widget_set_margin_end (cell, 12);

  return cell;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (row), cap_list_cell_new (CODE_WIDTH, "register-code"));
  gtk_box_append (GTK_BOX (row), new_name_cell ());
  gtk_box_append (GTK_BOX (row), new_staff_cell ("numeric"));
  gtk_box_append (GTK_BOX (row), cap_list_cell_new (DATE_WIDTH, "numeric"));
  gtk_box_append (GTK_BOX (row), cap_list_cell_new (DATE_WIDTH, "numeric"));
  gtk_box_append (GTK_BOX (row), new_open_cell ());
  gtk_list_item_set_child (list_item, row);
}

/* A day before the cycle is dim: it does not count any more. */
static void
say_day (GtkWidget  *row,
         guint       cell,
         const char *iso,
         gboolean    counts)
{
  g_autofree char *day = iso != NULL ? cap_date_format_short (iso) : NULL;
  GtkWidget *label = cap_list_cells_get (row, cell);

  cap_list_cells_say (row, cell, day != NULL ? day : C_("site", "Never"));
  if (counts)
    gtk_widget_remove_css_class (label, "dim-label");
  else
    gtk_widget_add_css_class (label, "dim-label");
}

/* Most sites are members: their category says more. */
static void
say_name (GtkWidget          *row,
          const CapGroupSite *site)
{
  GtkWidget *box = cap_list_cells_get (row, CELL_NAME);
  const char *role = cap_record_get_choice (site->record, CAP_SITE_ROLE);
  const gboolean is_member = cap_record_is (site->record, CAP_SITE_ROLE, "member");
  const char *words[] = { is_member && site->category != NULL ? NULL : role, site->category,
                          cap_record_get (site->record, CAP_SITE_PLACE) };
  GString *below = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (words[i] != NULL && (i == 0 || g_strcmp0 (words[i], role) != 0))
        g_string_append_printf (below, "%s%s", below->len > 0 ? " · " : "", words[i]);
    }
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)),
                      cap_record_get (site->record, CAP_SITE_NAME));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), below->str);
  g_string_free (below, TRUE);
}

static char *
dup_open (const CapGroupSite *site)
{
  if (site->major)
    /* Translators: number of open nonconformities of a site, in a narrow column; one of them is major */
    return g_strdup_printf (ngettext ("%u, major", "%u, one major", site->n_open), site->n_open);

  return site->n_open > 0 ? g_strdup_printf ("%u", site->n_open)
                          : g_strdup (C_("nonconformities", "None open"));
}

static void
say_open (GtkWidget          *row,
          const CapGroupSite *site)
{
  static const char * const none[] = { "dim-label", NULL };
  static const char * const minor[] = { "tag", "accent-tag", NULL };
  static const char * const major[] = { "tag", "warning-tag", NULL };
  GtkWidget *pill = gtk_widget_get_first_child (cap_list_cells_get (row, CELL_OPEN));
  g_autofree char *text = dup_open (site);

  gtk_label_set_text (GTK_LABEL (pill), text);
  gtk_widget_set_css_classes (pill, (const char **) (site->major ? major : site->n_open > 0 ? minor : none));
}

/* A screen reader speaks the name of the row that has the focus: the list item around. */
static void
name_row (GtkWidget          *row,
          const CapGroupSite *site)
{
  g_autofree char *internal = site->internal != NULL ? cap_date_format_long (site->internal) : NULL;
  g_autofree char *external = site->external != NULL ? cap_date_format_long (site->external) : NULL;
  g_autofree char *open = dup_open (site);
  g_autofree char *name = NULL;

  /* Translators: code, name, last internal audit, last outside audit, open nonconformities of a site */
  name = g_strdup_printf (_("%1$s, %2$s; internal audit: %3$s; outside audit: %4$s; nonconformities: %5$s"),
                          cap_record_get_code (site->record), cap_record_get (site->record, CAP_SITE_NAME),
                          internal != NULL ? internal : C_("site", "Never"),
                          external != NULL ? external : C_("site", "Never"), open);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);
  const CapGroupSite *site = cap_site_item_get_site (gtk_list_item_get_item (list_item));

  cap_list_cells_say (row, CELL_CODE, cap_record_get_code (site->record));
  say_name (row, site);
  cap_list_cells_say (row, CELL_STAFF, cap_record_get (site->record, CAP_SITE_STAFF));
  say_day (row, CELL_INTERNAL, site->internal, site->inside);
  say_day (row, CELL_EXTERNAL, site->external, site->n_external > 0);
  say_open (row, site);
  name_row (row, site);
}

static void
activated_cb (CapSiteList *self,
              guint        position)
{
  g_autoptr(CapSiteItem) item = g_list_model_get_item (G_LIST_MODEL (self->store), position);
  g_autofree char *address = cap_address_new_for_record (cap_site_item_get_site (item)->record);

  gtk_widget_activate_action (GTK_WIDGET (self), "journey.open", "s", address);
}

static gboolean
stands (const CapGroupSite *site,
        CapSiteStanding     standing)
{
  switch (standing)
    {
    case CAP_SITE_UNSEEN_INSIDE:
      return !site->inside;
    case CAP_SITE_UNSEEN_OUTSIDE:
      return site->n_external == 0;
    case CAP_SITE_OPEN:
      return site->n_open > 0;
    case CAP_SITE_BLOCKING:
      return site->major;
    case CAP_SITE_IN_ANY:
    default:
      return TRUE;
    }
}

static gboolean
is_wanted (CapSiteList        *self,
           const CapGroupSite *site)
{
  static const guint fields[] = { CAP_SITE_CODE, CAP_SITE_NAME, CAP_SITE_CATEGORY, CAP_SITE_PLACE,
                                  CAP_SITE_ACTIVITIES };

  if (!stands (site, self->standing) ||
      (self->role != NULL && !cap_record_is (site->record, CAP_SITE_ROLE, self->role)))
    return FALSE;
  if (self->text == NULL || *self->text == '\0')
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *value = cap_record_get (site->record, fields[i]);
      g_autofree char *folded = value != NULL ? cap_text_fold (value) : NULL;

      if (folded != NULL && strstr (folded, self->text) != NULL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_at (CapSiteList        *self,
       guint               position,
       const CapGroupSite *site)
{
  g_autoptr(CapSiteItem) item = g_list_model_get_item (G_LIST_MODEL (self->store), position);

  return cap_site_item_shows (item, site);
}

static GPtrArray *
list_wanted (CapSiteList *self)
{
  GPtrArray *wanted = g_ptr_array_new ();

  for (guint i = 0; i < self->group->sites->len; i++)
    {
      if (is_wanted (self, g_ptr_array_index (self->group->sites, i)))
        g_ptr_array_add (wanted, g_ptr_array_index (self->group->sites, i));
    }

  return wanted;
}

/* Replaces only what lies between the rows that stay at the beginning and at the end: they keep the
 * focus and their place on the screen. */
static void
update (CapSiteList *self)
{
  const guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self->store));
  g_autoptr(GPtrArray) wanted = list_wanted (self);
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint first = 0;
  guint last = 0;

  while (first < MIN (n_before, wanted->len) && is_at (self, first, g_ptr_array_index (wanted, first)))
    first++;
  while (last < MIN (n_before, wanted->len) - first &&
         is_at (self, n_before - 1 - last, g_ptr_array_index (wanted, wanted->len - 1 - last)))
    last++;

  for (guint i = first; i < wanted->len - last; i++)
    g_ptr_array_add (items, cap_site_item_new (g_ptr_array_index (wanted, i)));
  if (n_before != first + last || items->len > 0)
    g_list_store_splice (self->store, first, n_before - first - last, items->pdata, items->len);
}

static void
cap_site_list_dispose (GObject *object)
{
  CapSiteList *self = CAP_SITE_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->store);
  g_clear_pointer (&self->role, g_free);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (cap_site_list_parent_class)->dispose (object);
}

static void
cap_site_list_class_init (CapSiteListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_site_list_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
add_head (CapSiteList *self)
{
  const char * const titles[N_CELLS] = {
    [CELL_CODE] = _("Code"),
    [CELL_NAME] = _("Name"),
    [CELL_STAFF] = _("Staff"),
    [CELL_INTERNAL] = C_("audit", "Internal"),
    [CELL_EXTERNAL] = C_("audit", "Outside"),
    [CELL_OPEN] = C_("nonconformities", "Still open"),
  };
  static const int widths[N_CELLS] = { CODE_WIDTH, 0, 0, DATE_WIDTH, DATE_WIDTH, OPEN_WIDTH };
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_add_css_class (head, "commitment-head");
  for (guint i = 0; i < N_CELLS; i++)
    gtk_box_append (GTK_BOX (head), i == CELL_STAFF ? new_staff_cell ("caption-heading")
                                                    : cap_list_cell_new (widths[i], "caption-heading"));
  for (guint i = 0; i < N_CELLS; i++)
    cap_list_cells_say (head, i, titles[i]);
  gtk_label_set_xalign (GTK_LABEL (cap_list_cells_get (head, CELL_OPEN)), 0.5f);
  gtk_widget_set_tooltip_text (cap_list_cells_get (head, CELL_INTERNAL), _("Last internal audit"));
  gtk_widget_set_tooltip_text (cap_list_cells_get (head, CELL_EXTERNAL), _("Last outside audit"));
  gtk_widget_set_tooltip_text (cap_list_cells_get (head, CELL_OPEN), _("Open nonconformities"));
  gtk_widget_set_parent (head, GTK_WIDGET (self));
}

static void
add_key (GtkEventController *keys,
         guint               key,
         GdkModifierType     modifiers,
         GtkDirectionType    direction)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers),
                                            gtk_callback_action_new (cap_list_leave, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (direction));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
}

static void
add_list (CapSiteList *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->store)));
  GtkWidget *list = gtk_list_view_new (GTK_SELECTION_MODEL (selection), NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (GTK_LIST_VIEW (list), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list), TRUE);
  gtk_widget_add_css_class (list, "commitment-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Sites of the group"), -1);
  g_signal_connect_object (list, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (keys, GDK_KEY_Tab, 0, GTK_DIR_TAB_FORWARD);
  add_key (keys, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, GTK_DIR_TAB_BACKWARD);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_set_parent (scrolled, GTK_WIDGET (self));
}

static void
cap_site_list_init (CapSiteList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->store = g_list_store_new (CAP_TYPE_SITE_ITEM);
  add_head (self);
  add_list (self);
}

void
cap_site_list_show (CapSiteList    *self,
                    const CapGroup *group)
{
  g_return_if_fail (CAP_IS_SITE_LIST (self) && group != NULL);

  self->group = group;
  update (self);
}

/**
 * cap_site_list_filter:
 * @role: (nullable): the name of a role; %NULL for any
 * @text: what a site must hold
 */
void
cap_site_list_filter (CapSiteList     *self,
                      const char      *role,
                      CapSiteStanding  standing,
                      const char      *text)
{
  g_return_if_fail (CAP_IS_SITE_LIST (self) && text != NULL);

  cap_set_string (&self->role, role);
  self->standing = standing;
  g_free (self->text);
  self->text = cap_text_fold (text);
  if (self->group != NULL)
    update (self);
}

guint
cap_site_list_get_n_shown (CapSiteList *self)
{
  g_return_val_if_fail (CAP_IS_SITE_LIST (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->store));
}
