// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-guide-view.h"

#include <glib/gi18n.h>

#include "hip-finder-page.h"
#include "hip-guide-article.h"
#include "hip-guide.h"
#include "hip-menu-button.h"

/**
 * HipGuideView:
 *
 * The guide: an index by kind, search, and pages that open one on top of the
 * other, with the way back and forth kept.
 */
struct _HipGuideView
{
  HipView parent_instance;

  /* Template Children */
  AdwNavigationView *navigation_view;
  GtkToggleButton *search_button;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkBox *index_box;
  GtkListBox *results_list;

  GPtrArray *forward; /* (owned) (element-type utf8): pages one came back from, the next one last */
};

G_DEFINE_FINAL_TYPE (HipGuideView, hip_guide_view, HIP_TYPE_VIEW)

static GtkWidget *
page_row_new (HipGuidePage *page)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), page->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), page->summary);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", page->id);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

static void
add_kind (HipGuideView *self, HipGuideKind kind)
{
  HipGuide *guide = hip_guide_get_default ();
  GtkWidget *group = adw_preferences_group_new ();
  gboolean any = FALSE;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), hip_guide_kind_get_label (kind));
  for (guint i = 0; i < hip_guide_get_n_pages (guide); i++)
    {
      HipGuidePage *page = hip_guide_get_page (guide, i);

      if (page->kind != kind)
        continue;
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), page_row_new (page));
      any = TRUE;
    }
  if (any)
    gtk_box_append (self->index_box, group);
  else
    g_object_unref (g_object_ref_sink (group));
}

static void
add_finder (HipGuideView *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Symptom finder"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _ ("Point at where it hurts, and see which pages fit."));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.find-symptoms");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "b", FALSE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("hip-pain-symbolic"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  gtk_box_append (self->index_box, group);
}

/* When to get help comes first, whatever else one came for. */
static void
fill_index (HipGuideView *self)
{
  static const HipGuideKind kinds[] = { HIP_GUIDE_KIND_CONDITION, HIP_GUIDE_KIND_CONTRIBUTOR,
                                        HIP_GUIDE_KIND_PREVENTION, HIP_GUIDE_KIND_RELIEF };

  add_kind (self, HIP_GUIDE_KIND_HELP);
  add_finder (self);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    add_kind (self, kinds[i]);
}

static void
search_changed_cb (HipGuideView *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autoptr (GPtrArray) pages = hip_guide_search (hip_guide_get_default (), query);
  g_autofree char *stripped = g_strstrip (g_strdup (query));

  g_assert (HIP_IS_GUIDE_VIEW (self));

  gtk_list_box_remove_all (self->results_list);
  for (guint i = 0; i < pages->len; i++)
    gtk_list_box_append (self->results_list, page_row_new (g_ptr_array_index (pages, i)));
  if (*stripped == '\0')
    gtk_stack_set_visible_child_name (self->stack, "index");
  else
    gtk_stack_set_visible_child_name (self->stack, pages->len > 0 ? "results" : "nothing");
}

static void
search_activated_cb (HipGuideView *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->results_list, 0);

  g_assert (HIP_IS_GUIDE_VIEW (self));

  if (row != NULL)
    gtk_widget_activate (GTK_WIDGET (row));
}

/* Back and forth */

static HipGuidePage *
get_next (HipGuideView *self)
{
  if (self->forward == NULL || self->forward->len == 0)
    return NULL;
  return hip_guide_lookup (hip_guide_get_default (),
                           g_ptr_array_index (self->forward, self->forward->len - 1));
}

static AdwNavigationPage *
get_next_page_cb (HipGuideView *self)
{
  HipGuidePage *page = get_next (self);

  g_assert (HIP_IS_GUIDE_VIEW (self));

  if (page == NULL)
    return NULL;
  return ADW_NAVIGATION_PAGE (
      g_object_ref_sink (hip_guide_article_new (hip_view_get_session (HIP_VIEW (self)), page)));
}

static void
popped_cb (HipGuideView *self, AdwNavigationPage *page)
{
  const char *tag = adw_navigation_page_get_tag (page);

  g_assert (HIP_IS_GUIDE_VIEW (self));

  if (tag != NULL && self->forward != NULL)
    g_ptr_array_add (self->forward, g_strdup (tag));
}

/* A page other than the next one leads elsewhere: there is no way forth any more. */
static void
pushed_cb (HipGuideView *self)
{
  HipGuidePage *next = get_next (self);
  const char *tag = adw_navigation_view_get_visible_page_tag (self->navigation_view);

  g_assert (HIP_IS_GUIDE_VIEW (self));

  if (next != NULL && g_strcmp0 (next->id, tag) == 0)
    g_ptr_array_set_size (self->forward, self->forward->len - 1);
  else if (self->forward != NULL)
    g_ptr_array_set_size (self->forward, 0);
}

static void
hip_guide_view_dispose (GObject *object)
{
  HipGuideView *self = HIP_GUIDE_VIEW (object);

  g_clear_pointer (&self->forward, g_ptr_array_unref);
  /* The bin would go on to unparent a child that its template has already taken from it. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), HIP_TYPE_GUIDE_VIEW);

  G_OBJECT_CLASS (hip_guide_view_parent_class)->dispose (object);
}

static void
hip_guide_view_class_init (HipGuideViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hip_guide_view_dispose;

  g_type_ensure (HIP_TYPE_MENU_BUTTON);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-guide-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HipGuideView, index_box);
  gtk_widget_class_bind_template_child (widget_class, HipGuideView, navigation_view);
  gtk_widget_class_bind_template_child (widget_class, HipGuideView, results_list);
  gtk_widget_class_bind_template_child (widget_class, HipGuideView, search_bar);
  gtk_widget_class_bind_template_child (widget_class, HipGuideView, search_button);
  gtk_widget_class_bind_template_child (widget_class, HipGuideView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, HipGuideView, stack);
  gtk_widget_class_bind_template_callback (widget_class, get_next_page_cb);
  gtk_widget_class_bind_template_callback (widget_class, popped_cb);
  gtk_widget_class_bind_template_callback (widget_class, pushed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
hip_guide_view_init (HipGuideView *self)
{
  self->forward = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  fill_index (self);
}

/**
 * hip_guide_view_open_page:
 * @page_id: a page of the guide
 *
 * Opens a page on top of what is shown, or goes back to it where it is already
 * below. An unknown id shows the index.
 */
void
hip_guide_view_open_page (HipGuideView *self, const char *page_id)
{
  HipGuidePage *page;

  g_return_if_fail (HIP_IS_GUIDE_VIEW (self));
  g_return_if_fail (page_id != NULL);

  page = hip_guide_lookup (hip_guide_get_default (), page_id);
  if (page == NULL)
    adw_navigation_view_pop_to_tag (self->navigation_view, "index");
  else if (adw_navigation_view_find_page (self->navigation_view, page_id) != NULL)
    adw_navigation_view_pop_to_tag (self->navigation_view, page_id);
  else
    adw_navigation_view_push (
        self->navigation_view,
        ADW_NAVIGATION_PAGE (hip_guide_article_new (hip_view_get_session (HIP_VIEW (self)), page)));
}

/**
 * hip_guide_view_find_symptoms:
 * @from_log: whether to begin with what the pain log tells
 *
 * Opens the symptom finder, or goes back to it and its answers.
 */
void
hip_guide_view_find_symptoms (HipGuideView *self, gboolean from_log)
{
  AdwNavigationPage *page;

  g_return_if_fail (HIP_IS_GUIDE_VIEW (self));

  page = adw_navigation_view_find_page (self->navigation_view, HIP_FINDER_PAGE_TAG);
  if (page != NULL)
    adw_navigation_view_pop_to_page (self->navigation_view, page);
  else
    {
      page = ADW_NAVIGATION_PAGE (hip_finder_page_new (hip_view_get_session (HIP_VIEW (self))));
      adw_navigation_view_push (self->navigation_view, page);
    }
  if (from_log)
    hip_finder_page_start_from_log (HIP_FINDER_PAGE (page));
}

/**
 * hip_guide_view_start_search:
 *
 * Goes to the index and its search field.
 */
void
hip_guide_view_start_search (HipGuideView *self)
{
  g_return_if_fail (HIP_IS_GUIDE_VIEW (self));

  adw_navigation_view_pop_to_tag (self->navigation_view, "index");
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
