/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/quality/cap-quality-page.h"

#include <glib/gi18n.h>

#include "ui/quality/cap-evidence-view.h"
#include "ui/quality/cap-matrix-view.h"
#include "ui/quality/cap-quality-home.h"
#include "ui/quality/cap-quality-sections.h"
#include "ui/quality/cap-record-page.h"
#include "ui/quality/cap-register-view.h"
#include "ui/quality/cap-review-page.h"

#define HOME "home"

/**
 * CapQualityPage:
 *
 * The quality process: its sections, one of them, one line. A button, Alt+Left
 * and Escape go back to where one came from. A view is made when it is first
 * looked at.
 */
struct _CapQualityPage
{
  GtkWidget     parent_instance;

  CapWorkspace *workspace;
  GPtrArray    *trail;    /* (element-type utf8): the views that were left, the last one last */

  GtkWidget    *bar;
  GtkLabel     *where;
  GtkStack     *stack;
};

G_DEFINE_FINAL_TYPE (CapQualityPage, cap_quality_page, GTK_TYPE_WIDGET)

static const char *
get_shown (CapQualityPage *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);

  return name != NULL ? name : HOME;
}

/* Names of views: “home”, “section/…”, “register/…”, “line/…”. */
static const char *
get_title (const char *name)
{
  g_auto(GStrv) parts = g_strsplit (name, "/", 2);
  const CapQualitySection *section = parts[1] != NULL ? cap_quality_sections_find (parts[1]) : NULL;
  const CapRegister *reg = parts[1] != NULL ? cap_register_find (parts[1]) : NULL;

  if (section != NULL && g_str_equal (parts[0], "section"))
    return gettext (section->title);

  return reg != NULL ? gettext (reg->label) : _("All sections");
}

static void
show_where (CapQualityPage *self)
{
  const gboolean home = self->trail->len == 0;

  gtk_widget_set_visible (self->bar, !home);
  if (!home)
    gtk_label_set_text (self->where, get_title (g_ptr_array_index (self->trail, self->trail->len - 1)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "quality.back", !home);
}

/* The stack gives a view the focus back that it had. If that was in a menu, which has closed since,
 * no key would do anything any more: it starts at its first control then. */
static void
enter (CapQualityPage *self)
{
  GtkWidget *view = gtk_stack_get_visible_child (self->stack);
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
  CapQualityPage *self = CAP_QUALITY_PAGE (widget);
  g_autofree char *name = NULL;

  if (self->trail->len == 0)
    return;

  name = g_ptr_array_steal_index (self->trail, self->trail->len - 1);
  gtk_stack_set_visible_child_full (self->stack, name, GTK_STACK_TRANSITION_TYPE_SLIDE_RIGHT);
  enter (self);
}

static void
go_to (CapQualityPage *self,
       const char     *name)
{
  const char *shown = get_shown (self);

  if (g_str_equal (shown, name))
    return;

  if (self->trail->len == 0 || !g_str_equal (g_ptr_array_index (self->trail, self->trail->len - 1), shown))
    g_ptr_array_add (self->trail, g_strdup (shown));
  gtk_stack_set_visible_child_full (self->stack, name, GTK_STACK_TRANSITION_TYPE_SLIDE_LEFT);
  enter (self);
}

static void
closed_cb (CapQualityPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "quality.back", NULL);
}

static void
open_section (CapQualityPage *self,
              const char     *target)
{
  const CapQualitySection *section = cap_quality_sections_find (target);
  g_autofree char *name = g_strconcat ("section/", target, NULL);

  if (section == NULL)
    return;

  if (gtk_stack_get_child_by_name (self->stack, name) == NULL)
    gtk_stack_add_named (self->stack,
                         section->create != NULL ? section->create (self->workspace)
                                                 : cap_register_view_new (self->workspace,
                                                                          section->registers[0]),
                         name);
  go_to (self, name);
}

static void
open_evidence (CapQualityPage *self,
               const char     *target)
{
  open_section (self, CAP_QUALITY_SECTION_EVIDENCE);
  cap_evidence_view_show (CAP_EVIDENCE_VIEW (gtk_stack_get_visible_child (self->stack)), target);
}

/* The section that shows the register best, or the plain list. */
static void
open_register (CapQualityPage *self,
               const char     *target)
{
  const CapRegister *reg = cap_register_find (target);
  const CapQualitySection *section = reg != NULL ? cap_quality_sections_find_by_register (reg->kind) : NULL;
  g_autofree char *name = g_strconcat ("register/", target, NULL);

  if (reg == NULL)
    return;

  if (section != NULL && section->registers[0] == reg->kind)
    {
      open_section (self, section->name);
      return;
    }

  if (gtk_stack_get_child_by_name (self->stack, name) == NULL)
    gtk_stack_add_named (self->stack, cap_register_view_new (self->workspace, reg->kind), name);
  go_to (self, name);
}

/* A management review has a page of its own. */
static GtkWidget *
new_record_page (CapQualityPage  *self,
                 CapRegisterKind  kind)
{
  return kind == CAP_REGISTER_MANAGEMENT_REVIEW ? cap_review_page_new (self->workspace)
                                                : cap_record_page_new (self->workspace, kind);
}

static void
open_record (CapQualityPage *self,
             const char     *target)
{
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;
  CapRegisterKind kind;
  GtkWidget *page;

  if (!cap_address_parse_record (target, &kind, &id))
    return;

  name = g_strconcat ("line/", cap_register_get (kind)->name, NULL);
  page = gtk_stack_get_child_by_name (self->stack, name);
  if (page == NULL)
    {
      page = new_record_page (self, kind);
      g_signal_connect_object (page, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->stack, page, name);
    }
  if (CAP_IS_REVIEW_PAGE (page))
    cap_review_page_show (CAP_REVIEW_PAGE (page), id);
  else
    cap_record_page_show (CAP_RECORD_PAGE (page), id);
  go_to (self, name);
}

static void
open_requirement (CapQualityPage *self,
                  const char     *target)
{
  GtkWidget *matrix;

  open_section (self, "matrix");
  matrix = gtk_stack_get_child_by_name (self->stack, "section/matrix");
  cap_matrix_view_show (CAP_MATRIX_VIEW (matrix), target);
}

/* A search that is empty has nothing to clear: Escape goes back from there too. */
static gboolean
key_cb (CapQualityPage *self,
        guint           keyval)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *search = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY) : NULL;

  if (keyval != GDK_KEY_Escape || search == NULL || *gtk_editable_get_text (GTK_EDITABLE (search)) != '\0')
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_activate_action (search, "quality.back", NULL);
}

static void
cap_quality_page_dispose (GObject *object)
{
  CapQualityPage *self = CAP_QUALITY_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->trail, g_ptr_array_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_quality_page_parent_class)->dispose (object);
}

static void
cap_quality_page_class_init (CapQualityPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_quality_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-quality-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CapQualityPage, bar);
  gtk_widget_class_bind_template_child (widget_class, CapQualityPage, where);
  gtk_widget_class_bind_template_child (widget_class, CapQualityPage, stack);

  gtk_widget_class_install_action (widget_class, "quality.back", NULL, back_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "quality.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "quality.back", NULL);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_quality_page_init (CapQualityPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->trail = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * cap_quality_page_new:
 * @workspace: with a dossier open
 */
GtkWidget *
cap_quality_page_new (CapWorkspace *workspace)
{
  CapQualityPage *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_QUALITY_PAGE, NULL);
  self->workspace = g_object_ref (workspace);
  gtk_stack_add_named (self->stack, cap_quality_home_new (workspace), HOME);
  show_where (self);

  return GTK_WIDGET (self);
}

/**
 * cap_quality_page_open:
 * @kind: of an address
 * @target: what it is the address of
 *
 * Opens a place of the quality process; an address of elsewhere, or of what is
 * there no more, changes nothing.
 */
void
cap_quality_page_open (CapQualityPage *self,
                       CapAddressKind  kind,
                       const char     *target)
{
  g_return_if_fail (CAP_IS_QUALITY_PAGE (self) && target != NULL);

  if (kind == CAP_ADDRESS_SECTION)
    open_section (self, target);
  else if (kind == CAP_ADDRESS_EVIDENCE)
    open_evidence (self, target);
  else if (kind == CAP_ADDRESS_REGISTER)
    open_register (self, target);
  else if (kind == CAP_ADDRESS_RECORD)
    open_record (self, target);
  else if (kind == CAP_ADDRESS_REQUIREMENT)
    open_requirement (self, target);
}
