// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-import-duplicates-page.h"

#include <glib/gi18n.h>

#include "hip-import-duplicate-row.h"
#include "hip-import-words.h"

/**
 * HipImportDuplicatesPage:
 *
 * The duplicates of an import: what was read beside what it met, and what becomes of each, or of
 * all of them. "changed" is emitted after a decision.
 */
struct _HipImportDuplicatesPage
{
  AdwNavigationPage parent_instance;

  /* Template Children */
  GtkDropDown *all_drop_down;
  GtkListView *list_view;

  HipImportPlan *plan; /* (borrowed) */
  GtkStringList *list; /* (owned): indices of the plan's duplicates, in digits */
  gboolean in_log;
  HipUnits units;
  gboolean painting;
};

G_DEFINE_FINAL_TYPE (HipImportDuplicatesPage, hip_import_duplicates_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The choice after the decisions: each has its own. */
#define MIXED HIP_N_IMPORT_DECISIONS

static guint
get_index (GtkListItem *item)
{
  const char *digits = gtk_string_object_get_string (gtk_list_item_get_item (item));

  return (guint) g_ascii_strtoull (digits, NULL, 10);
}

/* What all of them that have a choice have in common. */
static guint
find_common_decision (HipImportDuplicatesPage *self)
{
  guint common = MIXED;

  for (guint i = 0; i < self->plan->duplicates->len; i++)
    {
      const HipImportDuplicate *duplicate = g_ptr_array_index (self->plan->duplicates, i);

      if (duplicate->in_log != self->in_log)
        continue;
      if (common != MIXED && common != duplicate->decision)
        return MIXED;
      common = duplicate->decision;
    }
  return common;
}

static void
paint_all (HipImportDuplicatesPage *self)
{
  self->painting = TRUE;
  gtk_drop_down_set_selected (self->all_drop_down, find_common_decision (self));
  self->painting = FALSE;
}

static void
decided_cb (HipImportDuplicatesPage *self, guint decision, HipImportDuplicateRow *row)
{
  const HipImportDuplicate *duplicate = hip_import_duplicate_row_get_shown (row);
  guint i;

  g_assert (HIP_IS_IMPORT_DUPLICATES_PAGE (self));

  if (duplicate == NULL || !g_ptr_array_find (self->plan->duplicates, duplicate, &i))
    return;
  hip_import_plan_decide (self->plan, i, decision);
  paint_all (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The rows show what they are bound to: bind them all again. */
static void
bind_again (HipImportDuplicatesPage *self)
{
  g_autoptr (GtkNoSelection) model = NULL;

  gtk_list_view_set_model (self->list_view, NULL);
  model = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->list)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (model));
}

static void
all_selected_cb (HipImportDuplicatesPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->all_drop_down);

  g_assert (HIP_IS_IMPORT_DUPLICATES_PAGE (self));

  if (self->painting || self->plan == NULL || selected >= MIXED)
    return;
  hip_import_plan_decide_all (self->plan, self->in_log, selected);
  bind_again (self);
  paint_all (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
setup_cb (HipImportDuplicatesPage *self, GtkListItem *item)
{
  GtkWidget *row = hip_import_duplicate_row_new (self->units);

  g_signal_connect_object (row, "decided", G_CALLBACK (decided_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_focusable (item, FALSE);
}

static void
bind_cb (HipImportDuplicatesPage *self, GtkListItem *item)
{
  hip_import_duplicate_row_show (HIP_IMPORT_DUPLICATE_ROW (gtk_list_item_get_child (item)),
                                 g_ptr_array_index (self->plan->duplicates, get_index (item)));
}

static void
unbind_cb (HipImportDuplicatesPage *self, GtkListItem *item)
{
  hip_import_duplicate_row_show (HIP_IMPORT_DUPLICATE_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
fill (HipImportDuplicatesPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  for (guint i = 0; i < HIP_N_IMPORT_DECISIONS; i++)
    gtk_string_list_append (names, hip_import_words_decision (i));
  /* Translators: instead of one choice for all. */
  gtk_string_list_append (names, _ ("Each Its Own"));
  self->painting = TRUE;
  gtk_drop_down_set_model (self->all_drop_down, G_LIST_MODEL (names));
  self->painting = FALSE;
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list_view, factory);
  for (guint i = 0; i < self->plan->duplicates->len; i++)
    {
      const HipImportDuplicate *duplicate = g_ptr_array_index (self->plan->duplicates, i);

      if (duplicate->in_log == self->in_log)
        gtk_string_list_take (self->list, g_strdup_printf ("%u", i));
    }
  bind_again (self);
  paint_all (self);
}

static void
hip_import_duplicates_page_dispose (GObject *object)
{
  HipImportDuplicatesPage *self = HIP_IMPORT_DUPLICATES_PAGE (object);

  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  g_clear_object (&self->list);
  gtk_widget_dispose_template (GTK_WIDGET (self), HIP_TYPE_IMPORT_DUPLICATES_PAGE);

  G_OBJECT_CLASS (hip_import_duplicates_page_parent_class)->dispose (object);
}

static void
hip_import_duplicates_page_class_init (HipImportDuplicatesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hip_import_duplicates_page_dispose;

  /**
   * HipImportDuplicatesPage::changed:
   *
   * Something was decided otherwise, so that the plan's counts are others.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/HipLog/ui/hip-import-duplicates-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HipImportDuplicatesPage, all_drop_down);
  gtk_widget_class_bind_template_child (widget_class, HipImportDuplicatesPage, list_view);
  gtk_widget_class_bind_template_callback (widget_class, all_selected_cb);
}

static void
hip_import_duplicates_page_init (HipImportDuplicatesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = gtk_string_list_new (NULL);
}

/**
 * hip_import_duplicates_page_new:
 * @plan: what was read; it must outlive the page
 * @in_log: whether to show those that met the log, or those that met other files
 * @units: the runner's
 *
 * Returns: (transfer floating): a page to decide on
 */
AdwNavigationPage *
hip_import_duplicates_page_new (HipImportPlan *plan, gboolean in_log, HipUnits units)
{
  HipImportDuplicatesPage *self;

  g_return_val_if_fail (plan != NULL, NULL);

  self = g_object_new (HIP_TYPE_IMPORT_DUPLICATES_PAGE, "title",
                       in_log ? _ ("Already in the Log") : _ ("In Several Files"), NULL);
  self->plan = plan;
  self->in_log = in_log;
  self->units = units;
  fill (self);
  return ADW_NAVIGATION_PAGE (self);
}
