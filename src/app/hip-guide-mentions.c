// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-guide-mentions.h"

#include <glib/gi18n.h>

#include "hip-rules.h"

#define MAX_ROWS  5
#define LOOK_BACK 365

/**
 * HipGuideMentions:
 *
 * The warnings of this log that point to a page of the guide: those that are
 * open, then the latest of the last year. Not there at all when there are none.
 */
struct _HipGuideMentions
{
  AdwPreferencesGroup parent_instance;

  /* Owned References */
  HipSession *session;
  char *page_id;
  HipFlags flags;  /* red flags that lead to the page */
  GPtrArray *rows; /* (element-type GtkWidget) borrowed */
};

G_DEFINE_FINAL_TYPE (HipGuideMentions, hip_guide_mentions, ADW_TYPE_PREFERENCES_GROUP)

/* What was ticked, if that is what it warns of. */
static HipFlags
get_flags (const HipWarning *warning)
{
  const HipNumber *number = hip_warning_lookup_number (warning, "flags");
  guint32 flags = 0;

  if (number != NULL)
    hip_vocabulary_set_from_words (hip_vocabulary_flags (), number->text, &flags, NULL);
  return flags;
}

/* A warning names few causes of a red flag; the pages know of more. */
static gboolean
points_to (HipGuideMentions *self, const HipWarning *warning)
{
  return g_strv_contains (hip_warning_get_causes (warning), self->page_id)
         || g_strv_contains (hip_warning_get_prevention (warning), self->page_id)
         || (get_flags (warning) & self->flags) != 0;
}

static gboolean
is_among (GPtrArray *warnings, const HipWarning *warning)
{
  for (guint i = 0; i < warnings->len; i++)
    if (hip_warning_get_rule (warnings->pdata[i]) == hip_warning_get_rule (warning)
        && g_str_equal (hip_warning_get_subject (warnings->pdata[i]),
                        hip_warning_get_subject (warning)))
      return TRUE;
  return FALSE;
}

static void
add_row (HipGuideMentions *self, const HipWarning *warning, gboolean is_open)
{
  g_autofree char *title = hip_warning_dup_title (warning, hip_session_get_units (self->session));
  g_autofree char *day =
      hip_day_format_long (hip_warning_get_date (warning), hip_session_get_today (self->session));
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), is_open ? _ ("Open now") : day);
  if (is_open)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-view");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", "today");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
add_open (HipGuideMentions *self, GPtrArray *open)
{
  for (guint i = 0; i < open->len; i++)
    if (points_to (self, open->pdata[i]))
      add_row (self, open->pdata[i], TRUE);
}

/* The latest first; what is open has its row already. */
static void
add_past (HipGuideMentions *self, GPtrArray *open)
{
  HipDay today = hip_session_get_today (self->session);
  g_autoptr (GPtrArray) past =
                hip_rules_replay (hip_session_get_history (self->session),
                                  hip_session_get_limits (self->session), today - LOOK_BACK, today);

  for (guint i = past->len; i > 0 && self->rows->len < MAX_ROWS; i--)
    if (points_to (self, past->pdata[i - 1]) && !is_among (open, past->pdata[i - 1]))
      add_row (self, past->pdata[i - 1], FALSE);
}

static void
paint (HipGuideMentions *self)
{
  GPtrArray *open = hip_session_get_warnings (self->session);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  add_open (self, open);
  add_past (self, open);
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}

static void
hip_guide_mentions_dispose (GObject *object)
{
  HipGuideMentions *self = HIP_GUIDE_MENTIONS (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->page_id, g_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (hip_guide_mentions_parent_class)->dispose (object);
}

static void
hip_guide_mentions_class_init (HipGuideMentionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hip_guide_mentions_dispose;
}

static void
hip_guide_mentions_init (HipGuideMentions *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("In Your Log"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         _ ("Warnings that point to this page"));
}

/**
 * hip_guide_mentions_new:
 * @session: the session
 * @page: a page of the guide
 *
 * Returns: (transfer floating): the warnings that point to the page, kept up to date
 */
GtkWidget *
hip_guide_mentions_new (HipSession *session, const HipGuidePage *page)
{
  HipGuideMentions *self;

  g_return_val_if_fail (HIP_IS_SESSION (session), NULL);
  g_return_val_if_fail (page != NULL, NULL);

  self = g_object_new (HIP_TYPE_GUIDE_MENTIONS, NULL);
  self->session = g_object_ref (session);
  self->page_id = g_strdup (page->id);
  self->flags = page->symptoms.flags;
  g_signal_connect_object (session, "changed", G_CALLBACK (paint), self, G_CONNECT_SWAPPED);
  paint (self);

  return GTK_WIDGET (self);
}
