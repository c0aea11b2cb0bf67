// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-finder-page.h"

#include <glib/gi18n.h>

#include "hip-chip.h"
#include "hip-hip-map-view.h"
#include "hip-menu-button.h"
#include "hip-symptom-finder.h"

/* What fits less is listed when asked for. */
#define N_SHOWN 8

/**
 * HipFinderPage:
 *
 * The symptom finder: where it hurts, then how, when and since when, then the pages of the guide
 * to read. A page of the guide's navigation view with steps of its own, so that the way back from
 * what is read leads to the results, and from there to the answers.
 */
struct _HipFinderPage
{
  AdwNavigationPage parent_instance;

  /* Template Children */
  AdwNavigationView *steps;
  AdwToggleGroup *side_group;
  AdwActionRow *log_row;
  HipHipMapView *map_view;
  AdwWrapBox *qualities_box;
  AdwWrapBox *timings_box;
  AdwWrapBox *onsets_box;
  AdwPreferencesGroup *flags_group;
  GtkStack *results_stack;
  GtkLabel *origin_label;
  GtkListBox *results_list;
  GtkWidget *more_group;
  AdwButtonRow *more_row;

  /* Owned References */
  HipSession *session;
  GPtrArray *chips;   /* (element-type GtkWidget) borrowed */
  GPtrArray *matches; /* (nullable) (element-type HipSymptomMatch) */

  HipSymptoms symptoms;
  gboolean from_log;
  gboolean painting;
};

G_DEFINE_FINAL_TYPE (HipFinderPage, hip_finder_page, ADW_TYPE_NAVIGATION_PAGE)

static HipSide
get_side (HipFinderPage *self)
{
  return adw_toggle_group_get_active (self->side_group);
}

/* A chip or a check stands for one bit of one of the sets. */
static guint32 *
get_set (HipFinderPage *self, const HipVocabulary *vocabulary)
{
  if (vocabulary == hip_vocabulary_qualities ())
    return &self->symptoms.qualities;
  if (vocabulary == hip_vocabulary_timings ())
    return &self->symptoms.timings;
  if (vocabulary == hip_vocabulary_onsets ())
    return &self->symptoms.onsets;
  return &self->symptoms.flags;
}

static guint32 *
get_chip_set (HipFinderPage *self, GtkWidget *chip, guint32 *bit)
{
  *bit = hip_chip_get_bit (chip);
  return get_set (self, hip_chip_get_vocabulary (chip));
}

/* Painting */

static void
paint_answers (HipFinderPage *self)
{
  self->painting = TRUE;
  hip_hip_map_view_show (self->map_view, get_side (self), self->symptoms.areas);
  for (guint i = 0; i < self->chips->len; i++)
    {
      GtkWidget *chip = g_ptr_array_index (self->chips, i);
      guint32 bit;
      const guint32 *set = get_chip_set (self, chip, &bit);

      g_object_set (chip, "active", (*set & bit) != 0, NULL);
    }
  self->painting = FALSE;
}

static void
read_log (HipFinderPage *self, HipSide side, HipSymptoms *logged)
{
  hip_symptoms_from_history (hip_session_get_history (self->session),
                             hip_session_get_today (self->session), 1u << side, logged);
}

static void
paint_log_row (HipFinderPage *self)
{
  HipSymptoms logged;
  gboolean any;

  read_log (self, get_side (self), &logged);
  any = !hip_symptoms_is_empty (&logged);
  gtk_widget_set_sensitive (GTK_WIDGET (self->log_row), any);
  adw_action_row_set_subtitle (self->log_row,
                               any ? _ ("What it holds of this hip for the last 14 days")
                                   : _ ("It tells nothing of this hip for the last 14 days."));
}

static void
append_line (GString *text, const char *line)
{
  if (line == NULL)
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

static GtkWidget *
match_row_new (const HipSymptomMatch *match)
{
  GtkWidget *row = adw_action_row_new ();
  g_auto (GStrv) why = hip_symptom_match_dup_why (match);
  g_autofree char *against = hip_symptom_match_dup_against (match);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; why[i] != NULL; i++)
    append_line (text, why[i]);
  append_line (text, against);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), match->page->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text->str);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", match->page->id);
  if (match->page->kind == HIP_GUIDE_KIND_HELP)
    {
      gtk_widget_add_css_class (row, "callout-urgent");
      adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

static void
append_matches (HipFinderPage *self, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    gtk_list_box_append (self->results_list, match_row_new (g_ptr_array_index (self->matches, i)));
}

static void
paint_more (HipFinderPage *self, guint left)
{
  /* Translators: how many pages are not shown yet. */
  g_autofree char *text = g_strdup_printf (
      ngettext ("_Show %u More That Fits Less", "_Show %u More That Fit Less", left), left);

  gtk_widget_set_visible (self->more_group, left > 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->more_row), text);
}

static void
paint_results (HipFinderPage *self)
{
  guint n;

  g_clear_pointer (&self->matches, g_ptr_array_unref);
  self->matches = hip_symptom_finder_rank (hip_guide_get_default (), &self->symptoms);
  n = MIN (self->matches->len, N_SHOWN);
  gtk_list_box_remove_all (self->results_list);
  append_matches (self, 0, n);
  paint_more (self, self->matches->len - n);
  gtk_label_set_label (self->origin_label,
                       get_side (self) == HIP_SIDE_LEFT
                           ? _ ("From your pain log of the left hip, the last 14 days.")
                           : _ ("From your pain log of the right hip, the last 14 days."));
  gtk_widget_set_visible (GTK_WIDGET (self->origin_label), self->from_log);
  gtk_stack_set_visible_child_name (self->results_stack, n > 0 ? "results" : "nothing");
}

/* What the runner does */

static void
edited (HipFinderPage *self)
{
  /* Whoever changes answers of the log has other ones than the log. */
  self->from_log = FALSE;
  self->symptoms.surfaces = self->symptoms.grounds = 0;
}

static void
areas_changed_cb (HipFinderPage *self)
{
  g_assert (HIP_IS_FINDER_PAGE (self));

  self->symptoms.areas = hip_hip_map_view_get_areas (self->map_view);
  edited (self);
}

static void
chip_toggled_cb (HipFinderPage *self, GParamSpec *pspec, GtkWidget *chip)
{
  guint32 bit;
  guint32 *set = get_chip_set (self, chip, &bit);

  g_assert (HIP_IS_FINDER_PAGE (self));

  if (self->painting)
    return;
  *set ^= bit;
  edited (self);
}

static void
side_changed_cb (HipFinderPage *self)
{
  g_assert (HIP_IS_FINDER_PAGE (self));

  if (self->session == NULL)
    return;
  paint_log_row (self);
  paint_answers (self);
}

static void
show_results_cb (HipFinderPage *self)
{
  g_assert (HIP_IS_FINDER_PAGE (self));

  paint_results (self);
  adw_navigation_view_push_by_tag (self->steps, "results");
}

static void
log_row_activated_cb (HipFinderPage *self)
{
  g_assert (HIP_IS_FINDER_PAGE (self));

  read_log (self, get_side (self), &self->symptoms);
  self->from_log = TRUE;
  paint_answers (self);
  show_results_cb (self);
}

static void
more_activated_cb (HipFinderPage *self)
{
  g_assert (HIP_IS_FINDER_PAGE (self));

  append_matches (self, N_SHOWN, self->matches->len);
  paint_more (self, 0);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->results_list, N_SHOWN)));
}

/* Construction */

static void
register_chip (HipFinderPage *self, GtkWidget *chip)
{
  g_signal_connect_object (chip, "notify::active", G_CALLBACK (chip_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  g_ptr_array_add (self->chips, chip);
}

static void
add_chips (HipFinderPage *self, AdwWrapBox *box, const HipVocabulary *vocabulary)
{
  for (guint value = 1; value <= hip_vocabulary_get_n (vocabulary); value++)
    {
      GtkWidget *chip = hip_chip_new (vocabulary, value);

      adw_wrap_box_append (box, chip);
      register_chip (self, chip);
    }
}

static void
add_flags (HipFinderPage *self)
{
  const HipVocabulary *vocabulary = hip_vocabulary_flags ();

  for (guint value = 1; value <= hip_vocabulary_get_n (vocabulary); value++)
    {
      GtkWidget *check;
      GtkWidget *row = hip_chip_row_new (vocabulary, value, &check);

      adw_preferences_group_add (self->flags_group, row);
      register_chip (self, check);
    }
}

static void
hip_finder_page_dispose (GObject *object)
{
  HipFinderPage *self = HIP_FINDER_PAGE (object);

  self->painting = TRUE; /* children that go away are no answers */
  g_clear_pointer (&self->chips, g_ptr_array_unref);
  g_clear_pointer (&self->matches, g_ptr_array_unref);
  g_clear_object (&self->session);
  /* The page would go on to unparent a child that its template has already taken from it. */
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), HIP_TYPE_FINDER_PAGE);

  G_OBJECT_CLASS (hip_finder_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HipFinderPage, flags_group);
  gtk_widget_class_bind_template_child (widget_class, HipFinderPage, log_row);
  gtk_widget_class_bind_template_child (widget_class, HipFinderPage, map_view);
  gtk_widget_class_bind_template_child (widget_class, HipFinderPage, more_group);
  gtk_widget_class_bind_template_child (widget_class, HipFinderPage, more_row);
  gtk_widget_class_bind_template_child (widget_class, HipFinderPage, onsets_box);
  gtk_widget_class_bind_template_child (widget_class, HipFinderPage, origin_label);
  gtk_widget_class_bind_template_child (widget_class, HipFinderPage, qualities_box);
  gtk_widget_class_bind_template_child (widget_class, HipFinderPage, results_list);
  gtk_widget_class_bind_template_child (widget_class, HipFinderPage, results_stack);
  gtk_widget_class_bind_template_child (widget_class, HipFinderPage, side_group);
  gtk_widget_class_bind_template_child (widget_class, HipFinderPage, steps);
  gtk_widget_class_bind_template_child (widget_class, HipFinderPage, timings_box);
  gtk_widget_class_bind_template_callback (widget_class, areas_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, log_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_results_cb);
  gtk_widget_class_bind_template_callback (widget_class, side_changed_cb);
}

static void
hip_finder_page_class_init (HipFinderPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hip_finder_page_dispose;

  g_type_ensure (HIP_TYPE_HIP_MAP_VIEW);
  g_type_ensure (HIP_TYPE_MENU_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-finder-page.ui");
  bind_template (widget_class);
}

static void
hip_finder_page_init (HipFinderPage *self)
{
  self->chips = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  add_chips (self, self->qualities_box, hip_vocabulary_qualities ());
  add_chips (self, self->timings_box, hip_vocabulary_timings ());
  add_chips (self, self->onsets_box, hip_vocabulary_onsets ());
  add_flags (self);
}

/* How much the log tells of a hip; a red flag must not be missed for many words. */
static guint
weigh_log (HipFinderPage *self, HipSide side)
{
  HipSymptoms logged;

  read_log (self, side, &logged);
  return __builtin_popcount (logged.areas) + __builtin_popcount (logged.qualities)
         + __builtin_popcount (logged.timings) + __builtin_popcount (logged.onsets)
         + 100 * __builtin_popcount (hip_symptoms_get_red_flags (&logged));
}

/* The hip that the log tells most of, the left one if it makes no difference. */
static HipSide
find_logged_side (HipFinderPage *self)
{
  return weigh_log (self, HIP_SIDE_RIGHT) > weigh_log (self, HIP_SIDE_LEFT) ? HIP_SIDE_RIGHT
                                                                            : HIP_SIDE_LEFT;
}

/**
 * hip_finder_page_new:
 * @session: whose log may be started from
 *
 * Returns: (transfer floating): the finder, with nothing answered
 */
GtkWidget *
hip_finder_page_new (HipSession *session)
{
  HipFinderPage *self;

  g_return_val_if_fail (HIP_IS_SESSION (session), NULL);

  self = g_object_new (HIP_TYPE_FINDER_PAGE, NULL);
  self->session = g_object_ref (session);
  adw_toggle_group_set_active (self->side_group, find_logged_side (self));
  side_changed_cb (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (paint_log_row), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * hip_finder_page_start_from_log:
 * @self: the finder
 *
 * Shows what fits the pain log of the last %HIP_SYMPTOMS_LOG_DAYS days; where it tells nothing,
 * asks where it hurts.
 */
void
hip_finder_page_start_from_log (HipFinderPage *self)
{
  g_return_if_fail (HIP_IS_FINDER_PAGE (self));

  adw_navigation_view_pop_to_tag (self->steps, "where");
  adw_toggle_group_set_active (self->side_group, find_logged_side (self));
  if (gtk_widget_get_sensitive (GTK_WIDGET (self->log_row)))
    log_row_activated_cb (self);
}
