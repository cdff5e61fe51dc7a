/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/records/cap-sections-page.h"

#include <glib/gi18n.h>

#include "ui/records/cap-record-page.h"
#include "ui/records/cap-record-view.h"
#include "ui/records/cap-register-view.h"
#include "ui/records/cap-sections-home.h"

#define HOME "home"

typedef struct
{
  CapWorkspace          *workspace;
  const CapSectionTable *table;
  GPtrArray             *trail;    /* (element-type utf8): the views that were left, the last one last */

  GtkWidget             *bar;
  GtkLabel              *where;
  GtkStack              *stack;
} CapSectionsPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CapSectionsPage, cap_sections_page, GTK_TYPE_WIDGET)

static CapSectionsPagePrivate *
get_private (CapSectionsPage *self)
{
  return cap_sections_page_get_instance_private (self);
}

static const char *
get_shown (CapSectionsPage *self)
{
  const char *name = gtk_stack_get_visible_child_name (get_private (self)->stack);

  return name != NULL ? name : HOME;
}

/* Returns: (nullable): the view that one came from */
static const char *
get_before (CapSectionsPage *self)
{
  const GPtrArray *trail = get_private (self)->trail;

  return trail->len > 0 ? g_ptr_array_index (trail, trail->len - 1) : NULL;
}

/* Names of views: “home”, “section/…”, “register/…”, “line/…”. */
static const char *
get_title (CapSectionsPage *self,
           const char      *name)
{
  g_auto(GStrv) parts = g_strsplit (name, "/", 2);
  const CapSection *section = parts[1] != NULL
                              ? cap_section_table_find (get_private (self)->table, parts[1]) : NULL;
  const CapRegister *reg = parts[1] != NULL ? cap_register_find (parts[1]) : NULL;

  if (section != NULL && g_str_equal (parts[0], "section"))
    return gettext (section->title);

  return reg != NULL ? gettext (reg->label) : _("All sections");
}

static void
show_where (CapSectionsPage *self)
{
  CapSectionsPagePrivate *private = get_private (self);
  const char *before = get_before (self);
  const gboolean home = before == NULL;

  gtk_widget_set_visible (private->bar, !home);
  if (!home)
    gtk_label_set_text (private->where, get_title (self, before));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sections.back", !home);
}

/* The stack gives a view the focus back that it had. If that was in a menu, which has closed since,
 * no key would do anything any more: it starts at its first control then. */
static void
enter (CapSectionsPage *self)
{
  CapSectionsPagePrivate *private = get_private (self);
  GtkWidget *view = gtk_stack_get_visible_child (private->stack);
  GtkRoot *root = gtk_widget_get_root (view);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  show_where (self);
  if (focus != NULL && gtk_widget_get_mapped (focus) && gtk_widget_is_ancestor (focus, view))
    return;

  if (root != NULL)
    gtk_root_set_focus (root, NULL);
  gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD);
}

static void
back_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  CapSectionsPage *self = CAP_SECTIONS_PAGE (widget);
  CapSectionsPagePrivate *private = get_private (self);
  g_autofree char *name = NULL;

  if (private->trail->len == 0)
    return;

  name = g_ptr_array_steal_index (private->trail, private->trail->len - 1);
  gtk_stack_set_visible_child_full (private->stack, name, GTK_STACK_TRANSITION_TYPE_SLIDE_RIGHT);
  enter (self);
}

static void
go_to (CapSectionsPage *self,
       const char     *name)
{
  CapSectionsPagePrivate *private = get_private (self);
  const char *shown = get_shown (self);

  if (g_str_equal (shown, name))
    return;

  if (g_strcmp0 (get_before (self), shown) != 0)
    g_ptr_array_add (private->trail, g_strdup (shown));
  gtk_stack_set_visible_child_full (private->stack, name, GTK_STACK_TRANSITION_TYPE_SLIDE_LEFT);
  enter (self);
}

static void
closed_cb (CapSectionsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "sections.back", NULL);
}

static GtkWidget *
new_section_view (CapSectionsPage  *self,
                  const CapSection *section)
{
  CapSectionsPagePrivate *private = get_private (self);

  return section->create != NULL ? section->create (private->workspace)
                                 : cap_register_view_new (private->workspace, section->registers[0]);
}

/**
 * cap_sections_page_open_section:
 * @name: of one of its sections
 *
 * Returns: (nullable) (transfer none): its view, which is shown now; %NULL when there is no such section
 */
GtkWidget *
cap_sections_page_open_section (CapSectionsPage *self,
                                const char      *name)
{
  CapSectionsPagePrivate *private = get_private (self);
  const CapSection *section = cap_section_table_find (private->table, name);
  g_autofree char *view = g_strconcat ("section/", name, NULL);

  if (section == NULL)
    return NULL;

  if (gtk_stack_get_child_by_name (private->stack, view) == NULL)
    gtk_stack_add_named (private->stack, new_section_view (self, section), view);
  go_to (self, view);

  return gtk_stack_get_visible_child (private->stack);
}

/* The section that shows the register best, or the plain list. */
static void
open_register (CapSectionsPage *self,
               const char      *target)
{
  CapSectionsPagePrivate *private = get_private (self);
  const CapRegister *reg = cap_register_find (target);
  const CapSection *section = NULL;
  g_autofree char *name = g_strconcat ("register/", target, NULL);

  if (reg == NULL)
    return;

  section = cap_section_table_find_by_register (private->table, reg->kind);
  if (section != NULL && section->registers[0] == reg->kind)
    {
      cap_sections_page_open_section (self, section->name);
      return;
    }

  if (gtk_stack_get_child_by_name (private->stack, name) == NULL)
    gtk_stack_add_named (private->stack, cap_register_view_new (private->workspace, reg->kind), name);
  go_to (self, name);
}

static GtkWidget *
new_record_view (CapSectionsPage *self,
                 CapRegisterKind  kind)
{
  CapSectionsPagePrivate *private = get_private (self);
  GtkWidget *view = NULL;

  if (private->table->create_record != NULL)
    view = private->table->create_record (private->workspace, kind);

  return view != NULL ? view : cap_record_page_new (private->workspace, kind);
}

static void
open_record (CapSectionsPage *self,
             const char      *target)
{
  CapSectionsPagePrivate *private = get_private (self);
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;
  CapRegisterKind kind;
  GtkWidget *view;

  if (!cap_address_parse_record (target, &kind, &id))
    return;

  name = g_strconcat ("line/", cap_register_get (kind)->name, NULL);
  view = gtk_stack_get_child_by_name (private->stack, name);
  if (view == NULL)
    {
      view = new_record_view (self, kind);
      g_signal_connect_object (view, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
      gtk_stack_add_named (private->stack, view, name);
    }
  cap_record_view_show (CAP_RECORD_VIEW (view), id);
  go_to (self, name);
}

/* A search that is empty has nothing to clear: Escape goes back from there too. */
static gboolean
key_cb (CapSectionsPage *self,
        guint            keyval)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *search = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY) : NULL;

  if (keyval != GDK_KEY_Escape || search == NULL || *gtk_editable_get_text (GTK_EDITABLE (search)) != '\0')
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_activate_action (search, "sections.back", NULL);
}

static void
cap_sections_page_dispose (GObject *object)
{
  CapSectionsPagePrivate *private = get_private (CAP_SECTIONS_PAGE (object));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&private->trail, g_ptr_array_unref);
  g_clear_object (&private->workspace);

  G_OBJECT_CLASS (cap_sections_page_parent_class)->dispose (object);
}

static void
cap_sections_page_class_init (CapSectionsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_sections_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-sections-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, CapSectionsPage, bar);
  gtk_widget_class_bind_template_child_private (widget_class, CapSectionsPage, where);
  gtk_widget_class_bind_template_child_private (widget_class, CapSectionsPage, stack);

  gtk_widget_class_install_action (widget_class, "sections.back", NULL, back_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "sections.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "sections.back", NULL);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_sections_page_init (CapSectionsPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  get_private (self)->trail = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * cap_sections_page_set_up:
 * @workspace: with a dossier open
 * @table: static
 *
 * To be called once, by what makes the page.
 */
void
cap_sections_page_set_up (CapSectionsPage       *self,
                          CapWorkspace          *workspace,
                          const CapSectionTable *table)
{
  CapSectionsPagePrivate *private = get_private (self);

  g_return_if_fail (private->workspace == NULL && CAP_IS_WORKSPACE (workspace) && table != NULL);

  private->workspace = g_object_ref (workspace);
  private->table = table;
  gtk_stack_add_named (private->stack, cap_sections_home_new (workspace, table), HOME);
  show_where (self);
}

const CapSectionTable *
cap_sections_page_get_table (CapSectionsPage *self)
{
  g_return_val_if_fail (CAP_IS_SECTIONS_PAGE (self), NULL);

  return get_private (self)->table;
}

/* Whether a section, a register or a line is of this page. */
gboolean
cap_sections_page_has (CapSectionsPage *self,
                       CapAddressKind   kind,
                       const char      *target)
{
  const CapSectionTable *table = get_private (self)->table;
  const CapRegister *reg = NULL;
  g_auto(GStrv) parts = g_strsplit (target, "/", 2);

  if (kind == CAP_ADDRESS_SECTION)
    return cap_section_table_find (table, target) != NULL;

  if (kind == CAP_ADDRESS_REGISTER || kind == CAP_ADDRESS_RECORD)
    reg = cap_register_find (parts[0]);
  if (reg != NULL && reg->parent != CAP_REGISTER_NONE)
    reg = cap_register_get (reg->parent);

  return reg != NULL && cap_section_table_find_by_register (table, reg->kind) != NULL;
}

/**
 * cap_sections_page_open:
 * @kind: of an address
 * @target: what it is the address of
 *
 * Opens a section, a register or a line; an address of elsewhere, or of what is there no more, changes
 * nothing.
 */
void
cap_sections_page_open (CapSectionsPage *self,
                        CapAddressKind   kind,
                        const char      *target)
{
  g_return_if_fail (CAP_IS_SECTIONS_PAGE (self) && target != NULL);

  if (kind == CAP_ADDRESS_SECTION)
    cap_sections_page_open_section (self, target);
  else if (kind == CAP_ADDRESS_REGISTER)
    open_register (self, target);
  else if (kind == CAP_ADDRESS_RECORD)
    open_record (self, target);
}
