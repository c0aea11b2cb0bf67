// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-guide-article.h"

#include <glib/gi18n.h>

#include "hip-guide-mentions.h"
#include "hip-guide-printer.h"
#include "hip-guide.h"
#include "hip-menu-button.h"
#include "hip-routine.h"
#include "hip-sign-checklist.h"

#define PICTURE_SIZE 120

/**
 * HipGuideArticle:
 *
 * One page of the guide: text, lists, steps with their pictures and doses,
 * callouts and red flags to be ticked, as widgets; links lead to other pages. It
 * names the warnings of this log that point to it, and can be printed.
 *
 * ## Actions
 *
 * "article.print" prints the page.
 */
struct _HipGuideArticle
{
  AdwNavigationPage parent_instance;

  GtkOrientation step_orientation; /* beside or above: where a step's picture is */

  /* Template Children */
  GtkBox *content_box;
  GtkWidget *help_button;
  GtkWidget *help_group;

  /* Borrowed References */
  HipSignChecklist *checklist; /* (nullable): in the content box, where a page has red flags */

  /* Owned References */
  HipSession *session;
  HipGuidePage *page;
};

G_DEFINE_FINAL_TYPE (HipGuideArticle, hip_guide_article, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  PROP_STEP_ORIENTATION = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static gboolean
link_activated_cb (GtkWidget *label, const char *uri)
{
  if (!g_str_has_prefix (uri, HIP_GUIDE_SCHEME))
    return FALSE;
  gtk_widget_activate_action (label, "win.open-page", "s", uri + strlen (HIP_GUIDE_SCHEME));
  return TRUE;
}

static GtkWidget *
text_new (const char *markup, const char *css_class, GtkAccessibleRole role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  g_signal_connect (label, "activate-link", G_CALLBACK (link_activated_cb), NULL);
  return label;
}

static GtkWidget *
plain_text_new (const char *text, const char *css_class)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  return text_new (markup, css_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

/* A screen reader can go from one to the next. */
static GtkWidget *
heading_new (const char *text, const char *css_class, int level)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);
  GtkWidget *label = text_new (markup, css_class, GTK_ACCESSIBLE_ROLE_HEADING);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, level, -1);
  if (level > 1)
    gtk_widget_set_margin_top (label, 12);
  return label;
}

/* It takes the keyboard first: the page opens at its top, and not where its first link is. */
static GtkWidget *
title_new (const char *text)
{
  GtkWidget *label = heading_new (text, "title-1", 1);

  gtk_widget_set_focusable (label, TRUE);
  return label;
}

static GtkWidget *
item_new (const HipGuideItem *item)
{
  g_autofree char *markup = hip_guide_item_to_markup (item);

  return text_new (markup, NULL, GTK_ACCESSIBLE_ROLE_LABEL);
}

static GtkWidget *
bullet_new (const HipGuideItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *bullet = gtk_label_new ("•");

  gtk_widget_set_valign (bullet, GTK_ALIGN_START);
  gtk_widget_add_css_class (bullet, "dimmed");
  gtk_box_append (GTK_BOX (box), bullet);
  gtk_box_append (GTK_BOX (box), item_new (item));
  return box;
}

static void
append_items (GtkBox *box, const HipGuideBlock *block, gboolean bullets)
{
  for (guint i = 0; i < block->items->len; i++)
    {
      const HipGuideItem *item = g_ptr_array_index (block->items, i);

      gtk_box_append (box, bullets ? bullet_new (item) : item_new (item));
    }
}

static GtkBox *
card_new (const char *css_class)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "padded");
  if (css_class != NULL)
    gtk_widget_add_css_class (card, css_class);
  return GTK_BOX (card);
}

/* It shows what the words say, so a screen reader passes over it. */
static GtkWidget *
picture_new (const char *picture)
{
  g_autofree char *uri = hip_guide_picture_to_uri (picture);
  g_autoptr(GFile) file = g_file_new_for_uri (uri);
  g_autoptr(GIcon) icon = g_file_icon_new (file);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "gicon", icon, "pixel-size", PICTURE_SIZE,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_set_halign (image, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_widget_add_css_class (image, "exercise");
  return image;
}

static GtkWidget *
step_text_new (const HipGuideBlock *block)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *dose = hip_guide_dose_to_text (&block->dose);

  if (block->title != NULL)
    gtk_box_append (GTK_BOX (box), plain_text_new (block->title, "heading"));
  if (*dose != '\0')
    gtk_box_append (GTK_BOX (box), plain_text_new (dose, "dose"));
  append_items (GTK_BOX (box), block, FALSE);
  return box;
}

static GtkWidget *
step_new (HipGuideArticle *self, const HipGuideBlock *block)
{
  GtkBox *card = card_new (NULL);

  if (block->picture != NULL)
    {
      gtk_box_set_spacing (card, 12);
      gtk_box_append (card, picture_new (block->picture));
      g_object_bind_property (self, "step-orientation", card, "orientation", G_BINDING_SYNC_CREATE);
    }
  gtk_box_append (card, step_text_new (block));
  return GTK_WIDGET (card);
}

static GtkWidget *
callout_new (const HipGuideBlock *block)
{
  static const char *const css_classes[] = {
    [HIP_GUIDE_CALLOUT_NOTE] = "callout-note",
    [HIP_GUIDE_CALLOUT_EDUCATION] = "callout-note",
    [HIP_GUIDE_CALLOUT_CAUTION] = "callout-caution",
    [HIP_GUIDE_CALLOUT_URGENT] = "callout-urgent",
  };
  GtkBox *card = card_new (css_classes[block->callout]);

  append_items (card, block, FALSE);
  return GTK_WIDGET (card);
}

/* All lists of a page are one checklist. */
static void
append_red_flags (HipGuideArticle *self, const HipGuideBlock *block)
{
  if (self->checklist == NULL)
    {
      self->checklist = hip_sign_checklist_new (self->session);
      gtk_box_append (self->content_box, GTK_WIDGET (self->checklist));
    }
  hip_sign_checklist_add (self->checklist, block);
}

static void
append_block (HipGuideArticle *self, const HipGuideBlock *block)
{
  GtkBox *box = self->content_box;

  switch (block->kind)
    {
    case HIP_GUIDE_BLOCK_PARAGRAPH:
      append_items (box, block, FALSE);
      break;
    case HIP_GUIDE_BLOCK_LIST:
      append_items (box, block, TRUE);
      break;
    case HIP_GUIDE_BLOCK_STEP:
      gtk_box_append (box, step_new (self, block));
      break;
    case HIP_GUIDE_BLOCK_CALLOUT:
      gtk_box_append (box, callout_new (block));
      break;
    case HIP_GUIDE_BLOCK_RED_FLAGS:
      append_red_flags (self, block);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
append_related (HipGuideArticle *self, const HipGuidePage *page)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (char **id = page->see; *id != NULL; id++)
    {
      HipGuidePage *other = hip_guide_lookup (hip_guide_get_default (), *id);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), other ? other->title : *id);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-page");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", *id);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  gtk_box_append (self->content_box, heading_new (_ ("Related Pages"), "title-3", 2));
  gtk_box_append (self->content_box, list);
}

static void
append_sources (HipGuideArticle *self, const HipGuidePage *page)
{
  gtk_box_append (self->content_box, heading_new (_ ("Sources"), "title-4", 2));
  for (guint i = 0; i < page->sources->len; i++)
    {
      g_autofree char *text = hip_guide_source_to_text (g_ptr_array_index (page->sources, i));
      GtkWidget *label = plain_text_new (text, "caption");

      gtk_widget_add_css_class (label, "dimmed");
      gtk_box_append (self->content_box, label);
    }
}

static GtkWidget *
start_button_new (const HipGuidePage *page)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "media-playback-start-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("_Start"));
  adw_button_content_set_use_underline (ADW_BUTTON_CONTENT (content), TRUE);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_tooltip_text (button, _ ("Do This Step by Step, with a Timer"));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.start-routine");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", page->id);
  return button;
}

static void
printed_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  AdwDialog *alert;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  alert = adw_alert_dialog_new (_ ("The Page Could Not Be Printed"), error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, GTK_WIDGET (data));
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HipGuideArticle *self = HIP_GUIDE_ARTICLE (widget);
  g_autoptr (GtkPrintOperation) operation = hip_guide_printer_new (self->page);

  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (gtk_widget_get_root (widget)), NULL);
}

static void
fill (HipGuideArticle *self, const HipGuidePage *page)
{
  gboolean is_help = g_str_equal (page->id, "get-help");

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), page->title);
  adw_navigation_page_set_tag (ADW_NAVIGATION_PAGE (self), page->id);
  gtk_widget_set_visible (self->help_button, !is_help);
  gtk_widget_set_visible (self->help_group, is_help);

  gtk_box_prepend (self->content_box, plain_text_new (page->summary, "summary"));
  gtk_box_prepend (self->content_box, title_new (page->title));
  if (hip_routine_is_offered (page))
    gtk_box_append (self->content_box, start_button_new (page));
  gtk_box_append (self->content_box, hip_guide_mentions_new (self->session, page));
  for (guint i = 0; i < page->sections->len; i++)
    {
      const HipGuideSection *section = g_ptr_array_index (page->sections, i);

      gtk_box_append (self->content_box, heading_new (section->title, "title-3", 2));
      for (guint j = 0; j < section->blocks->len; j++)
        append_block (self, g_ptr_array_index (section->blocks, j));
    }
  if (page->see != NULL && *page->see != NULL)
    append_related (self, page);
  if (page->sources->len > 0)
    append_sources (self, page);
}

static void
hip_guide_article_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HipGuideArticle *self = HIP_GUIDE_ARTICLE (object);

  switch (id)
    {
    case PROP_STEP_ORIENTATION:
      g_value_set_enum (value, self->step_orientation);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hip_guide_article_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HipGuideArticle *self = HIP_GUIDE_ARTICLE (object);

  switch (id)
    {
    case PROP_STEP_ORIENTATION:
      self->step_orientation = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hip_guide_article_dispose (GObject *object)
{
  HipGuideArticle *self = HIP_GUIDE_ARTICLE (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->page, hip_guide_page_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), HIP_TYPE_GUIDE_ARTICLE);

  G_OBJECT_CLASS (hip_guide_article_parent_class)->dispose (object);
}

static void
hip_guide_article_class_init (HipGuideArticleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hip_guide_article_get_property;
  object_class->set_property = hip_guide_article_set_property;
  object_class->dispose = hip_guide_article_dispose;

  /**
   * HipGuideArticle:step-orientation:
   *
   * Horizontal where there is room for a step's picture beside its text.
   */
  properties[PROP_STEP_ORIENTATION] =
      g_param_spec_enum ("step-orientation", NULL, NULL, GTK_TYPE_ORIENTATION,
                         GTK_ORIENTATION_HORIZONTAL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (HIP_TYPE_MENU_BUTTON);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-guide-article.ui");
  gtk_widget_class_bind_template_child (widget_class, HipGuideArticle, content_box);
  gtk_widget_class_bind_template_child (widget_class, HipGuideArticle, help_button);
  gtk_widget_class_bind_template_child (widget_class, HipGuideArticle, help_group);
  gtk_widget_class_install_action (widget_class, "article.print", NULL, print_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "article.print",
                                       NULL);
}

static void
hip_guide_article_init (HipGuideArticle *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hip_guide_article_new:
 * @session: the session whose warnings are named
 * @page: what to show
 *
 * Returns: (transfer floating): @page as a page of a navigation view, tagged with its id
 */
GtkWidget *
hip_guide_article_new (HipSession *session, HipGuidePage *page)
{
  HipGuideArticle *self;

  g_return_val_if_fail (page != NULL, NULL);

  self = g_object_new (HIP_TYPE_GUIDE_ARTICLE, NULL);
  self->session = g_object_ref (session);
  self->page = hip_guide_page_ref (page);
  fill (self, page);

  return GTK_WIDGET (self);
}
