/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/documents/cap-document-scope.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "base/cap-text.h"
#include "quality/cap-commitment-figures.h"

#define N_YEARS   6   /* to choose from */
#define MAX_TITLE 36  /* letters */
#define PAUSE_MS  400 /* a number that still changes is not printed yet */
#define EVERYBODY -1

typedef struct
{
  char *label;
  char *record;     /* code, or NULL */
  char *from;       /* ISO 8601, or NULL */
  char *to;
  int   college;    /* a CapCollege, or EVERYBODY */
} Scope;

struct _CapDocumentScope
{
  GtkWidget      parent_instance;

  GtkDropDown   *choice;
  GtkWidget     *copies_box; /* shown for a college */
  GtkSpinButton *copies;
  guint          pause_id;   /* source, or 0 */
  GPtrArray     *scopes;     /* (element-type Scope): in the order of the list */
  char          *told;       /* label of what the person chose, or NULL */
  char          *wanted;     /* code of what was asked for, until it is found, or NULL */
  CapReportKind  kind;       /* that they are for */
  guint          silent : 1; /* the list is being made */
};

G_DEFINE_FINAL_TYPE (CapDocumentScope, cap_document_scope, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
scope_free (Scope *self)
{
  g_free (self->label);
  g_free (self->record);
  g_free (self->from);
  g_free (self->to);
  g_free (self);
}

static Scope *
add_scope (CapDocumentScope *self,
           const char       *label)
{
  Scope *scope = g_new0 (Scope, 1);

  scope->label = g_strdup (label);
  scope->college = EVERYBODY;
  g_ptr_array_add (self->scopes, scope);

  return scope;
}

/* Newest first; the one that is chosen unless told otherwise is the last one with something to say. */
static guint
list_years (CapDocumentScope *self,
            const CapDossier *dossier,
            const char       *today)
{
  g_autoptr(GPtrArray) years = cap_periods_list (CAP_FREQUENCY_YEARLY, today, N_YEARS);
  g_autoptr(CapPeriod) usual = cap_commitment_find_year (dossier, today);
  guint chosen = 0;

  for (guint i = years->len; i > 0; i--)
    {
      const CapPeriod *year = g_ptr_array_index (years, i - 1);
      /* Translators: %s is a year, “2026” */
      g_autofree char *label = g_strdup_printf (_("Year %s"), year->label);
      Scope *scope = add_scope (self, label);

      scope->from = g_strdup (year->first);
      scope->to = g_strdup (year->last);
      if (g_str_equal (year->first, usual->first))
        chosen = self->scopes->len - 1;
    }

  return chosen;
}

/* One questionnaire for a meeting, or one for each person of a college. */
static void
list_colleges (CapDocumentScope *self)
{
  add_scope (self, _("Everybody, in a meeting"));
  for (CapCollege college = 0; college < CAP_N_COLLEGES; college++)
    add_scope (self, cap_college_get_label (college))->college = (int) college;
}

/* The list is as wide as its longest label. */
static char *
dup_short (const char *code,
           const char *title)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (title, -1) <= MAX_TITLE)
    return g_strdup_printf ("%s · %s", code, title);

  start = g_utf8_substring (title, 0, MAX_TITLE - 1);

  return g_strdup_printf ("%s · %s…", code, g_strchomp (start));
}

/* A management review is known by its day, the others by their title. */
static char *
dup_record_label (const CapRecord *record)
{
  const char *code = cap_record_get_code (record);
  const char *date = record->kind == CAP_REGISTER_MANAGEMENT_REVIEW
                     ? cap_record_get (record, CAP_MANAGEMENT_REVIEW_DATE) : NULL;
  g_autofree char *day = date != NULL ? cap_date_format_long (date) : NULL;

  if (day != NULL)
    /* Translators: code and day of a management review */
    return g_strdup_printf (C_("review", "%1$s, %2$s"), code, day);

  return dup_short (code, cap_record_get_title (record));
}

/* The last one first. */
static guint
list_records (CapDocumentScope *self,
              CapReportKind     kind,
              const CapDossier *dossier,
              const char       *today)
{
  const GPtrArray *records = dossier->registers[cap_report_kind_get_register (kind)];
  const CapRecord *usual = cap_document_find_record (kind, dossier, NULL, today);
  guint chosen = 0;

  for (guint i = records->len; i > 0; i--)
    {
      const CapRecord *record = g_ptr_array_index (records, i - 1);
      g_autofree char *label = dup_record_label (record);

      add_scope (self, label)->record = g_strdup (cap_record_get_code (record));
      if (record == usual)
        chosen = self->scopes->len - 1;
    }

  return chosen;
}

static const Scope *
get_scope (CapDocumentScope *self)
{
  const guint selected = gtk_drop_down_get_selected (self->choice);

  return selected < self->scopes->len ? g_ptr_array_index (self->scopes, selected) : NULL;
}

/* The labels of what may be chosen. */
static char **
dup_labels (CapDocumentScope *self)
{
  char **labels = g_new0 (char *, self->scopes->len + 1);

  for (guint i = 0; i < self->scopes->len; i++)
    labels[i] = g_strdup (((const Scope *) g_ptr_array_index (self->scopes, i))->label);

  return labels;
}

/* A list that is the same stays: making it again would close it under the hand, and take its focus.
 * @chosen: what is chosen unless the person said otherwise */
static void
show_labels (CapDocumentScope   *self,
             const char * const *labels,
             guint               chosen)
{
  g_autoptr(GtkStringList) model = gtk_string_list_new (labels);

  for (guint i = 0; labels[i] != NULL; i++)
    if (g_strcmp0 (labels[i], self->told) == 0)
      chosen = i;

  self->silent = TRUE;
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (model));
  gtk_drop_down_set_selected (self->choice, chosen);
  self->silent = FALSE;
}

/* What was asked for counts as chosen by the person. */
static void
settle_wanted (CapDocumentScope *self)
{
  for (guint i = 0; self->wanted != NULL && i < self->scopes->len; i++)
    {
      const Scope *scope = g_ptr_array_index (self->scopes, i);

      if (g_strcmp0 (scope->record, self->wanted) == 0)
        cap_set_string (&self->told, scope->label);
    }

  g_clear_pointer (&self->wanted, g_free);
}

static const char *
get_name (CapReportKind kind)
{
  const CapRegisterKind reg = cap_report_kind_get_register (kind);

  if (kind == CAP_REPORT_QUESTIONNAIRE)
    return _("Who fills it");
  if (reg == CAP_REGISTER_MANAGEMENT_REVIEW)
    return _("Review that is printed");
  if (reg == CAP_REGISTER_AUDIT)
    return _("Audit that is printed");

  return reg == CAP_REGISTER_FINDING ? _("Finding that is printed") : _("Year that is printed");
}

/* The button inside takes the focus: it is what is spoken, and it says what is chosen too. */
static void
update_choice (CapDocumentScope *self)
{
  const Scope *scope = get_scope (self);
  g_autofree char *name = scope != NULL
                          ? g_strdup_printf (_("%1$s: %2$s"), get_name (self->kind), scope->label) : NULL;

  if (name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->choice))),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (self->copies_box, scope != NULL && scope->college != EVERYBODY);
}

static void
selected_cb (CapDocumentScope *self)
{
  const Scope *scope = get_scope (self);

  if (self->silent || scope == NULL)
    return;

  cap_set_string (&self->told, scope->label);
  update_choice (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
pause_ended_cb (gpointer user_data)
{
  CapDocumentScope *self = CAP_DOCUMENT_SCOPE (user_data);

  self->pause_id = 0;
  g_signal_emit (self, signals[CHANGED], 0);

  return G_SOURCE_REMOVE;
}

static void
copies_changed_cb (CapDocumentScope *self)
{
  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->pause_id = g_timeout_add (PAUSE_MS, pause_ended_cb, self);
}

static void
cap_document_scope_dispose (GObject *object)
{
  CapDocumentScope *self = CAP_DOCUMENT_SCOPE (object);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  g_clear_pointer ((GtkWidget **) &self->choice, gtk_widget_unparent);
  g_clear_pointer (&self->copies_box, gtk_widget_unparent);

  G_OBJECT_CLASS (cap_document_scope_parent_class)->dispose (object);
}

static void
cap_document_scope_finalize (GObject *object)
{
  CapDocumentScope *self = CAP_DOCUMENT_SCOPE (object);

  g_ptr_array_unref (self->scopes);
  g_free (self->told);
  g_free (self->wanted);

  G_OBJECT_CLASS (cap_document_scope_parent_class)->finalize (object);
}

static void
cap_document_scope_class_init (CapDocumentScopeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cap_document_scope_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_document_scope_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
name_widget (GtkWidget  *widget,
             const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* What is inside takes the focus or the pointer, and GTK 4.8 gives it no name. */
static void
name_copies (GtkWidget *copies)
{
  GtkWidget *text = gtk_widget_get_first_child (copies);
  GtkWidget *fewer = gtk_widget_get_next_sibling (text);

  name_widget (copies, _("Copies"));
  name_widget (text, _("Copies"));
  name_widget (fewer, _("One copy fewer"));
  name_widget (gtk_widget_get_next_sibling (fewer), _("One copy more"));
}

static void
make_copies (CapDocumentScope *self)
{
  GtkWidget *copies = gtk_spin_button_new_with_range (1, CAP_REPORT_MAX_COPIES, 1);
  GtkWidget *label = gtk_label_new_with_mnemonic (_("_Copies"));

  self->copies = GTK_SPIN_BUTTON (copies);
  self->copies_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), copies);
  gtk_widget_set_tooltip_text (copies, _("One for each person, each with its own code"));
  name_copies (copies);
  gtk_box_append (GTK_BOX (self->copies_box), label);
  gtk_box_append (GTK_BOX (self->copies_box), copies);
  gtk_widget_set_visible (self->copies_box, FALSE);
  gtk_widget_set_parent (self->copies_box, GTK_WIDGET (self));
  g_signal_connect_object (copies, "value-changed", G_CALLBACK (copies_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
cap_document_scope_init (CapDocumentScope *self)
{
  GtkWidget *choice = gtk_drop_down_new (NULL, NULL);

  self->scopes = g_ptr_array_new_with_free_func ((GDestroyNotify) scope_free);
  self->choice = GTK_DROP_DOWN (choice);
  gtk_widget_set_parent (choice, GTK_WIDGET (self));
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  make_copies (self);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 12);
}

/**
 * cap_document_scope_show:
 * @kind: the document
 * @today: ISO 8601
 *
 * Lists what may be chosen for a document of this dossier; what the person chose stays.
 */
void
cap_document_scope_show (CapDocumentScope *self,
                         CapReportKind     kind,
                         const CapDossier *dossier,
                         const char       *today)
{
  g_auto(GStrv) old = NULL;
  g_auto(GStrv) labels = NULL;
  const gboolean anew = self->kind != kind || self->wanted != NULL;
  guint chosen = 0;

  g_return_if_fail (CAP_IS_DOCUMENT_SCOPE (self) && dossier != NULL && today != NULL);

  if (cap_report_kind_get_register (self->kind) != cap_report_kind_get_register (kind))
    g_clear_pointer (&self->told, g_free);
  old = dup_labels (self);
  g_ptr_array_set_size (self->scopes, 0);
  if (kind == CAP_REPORT_QUESTIONNAIRE)
    list_colleges (self);
  else if (kind == CAP_REPORT_COMMITMENTS)
    chosen = list_years (self, dossier, today);
  else if (cap_report_kind_get_register (kind) != CAP_REGISTER_NONE)
    chosen = list_records (self, kind, dossier, today);
  settle_wanted (self);
  labels = dup_labels (self);
  if (anew || !g_strv_equal ((const char * const *) labels, (const char * const *) old))
    show_labels (self, (const char * const *) labels, chosen);

  self->kind = kind;
  gtk_widget_set_visible (GTK_WIDGET (self), self->scopes->len > 1);
  update_choice (self);
}

/**
 * cap_document_scope_want:
 * @code: (nullable): of a record
 *
 * The next list that has this record shows it as chosen.
 */
void
cap_document_scope_want (CapDocumentScope *self,
                         const char       *code)
{
  g_return_if_fail (CAP_IS_DOCUMENT_SCOPE (self));

  cap_set_string (&self->wanted, code);
}

/* Writes what is chosen into @choice, which borrows it until the list is made again. */
void
cap_document_scope_fill (CapDocumentScope  *self,
                         CapDocumentChoice *choice)
{
  const Scope *scope;

  g_return_if_fail (CAP_IS_DOCUMENT_SCOPE (self) && choice != NULL);

  scope = get_scope (self);
  if (scope == NULL)
    return;

  choice->record = scope->record;
  choice->from = scope->from;
  choice->to = scope->to;
  if (scope->college == EVERYBODY)
    return;

  choice->college = (CapCollege) scope->college;
  choice->copies = (guint) gtk_spin_button_get_value_as_int (self->copies);
}
