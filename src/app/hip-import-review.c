// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-import-review.h"

#include <glib/gi18n.h>

#include "hip-import-words.h"
#include "hip-time-zone-row.h"
#include "hip-unknown-table.h"

/* More rows than anybody reads; the rest is counted. */
#define MAX_ROWS 100

/**
 * HipImportReview:
 *
 * What an import found, before anything is written: what is new, what is there already, what files
 * leave open and has to be asked, what was left out and why. "answers-changed" asks for reading
 * the files again, "show-duplicates" for the page of those that met the log, or other files, and
 * "map-table" for the page that asks what is in a table.
 */
struct _HipImportReview
{
  AdwBin parent_instance;

  /* Template Children */
  AdwActionRow *runs_row;
  AdwActionRow *span_row;
  AdwActionRow *shoes_row;
  AdwActionRow *pain_row;
  AdwActionRow *care_row;
  AdwActionRow *screenings_row;
  AdwActionRow *updated_row;
  AdwPreferencesGroup *questions_group;
  AdwComboRow *unit_row;
  HipTimeZoneRow *zone_row;
  AdwPreferencesGroup *duplicates_group;
  AdwActionRow *in_log_row;
  AdwActionRow *in_files_row;
  AdwPreferencesGroup *tables_group;
  AdwPreferencesGroup *rest_group;
  AdwExpanderRow *remarks_row;
  AdwExpanderRow *sports_row;
  AdwExpanderRow *rejected_row;
  AdwExpanderRow *columns_row;

  HipImportPlan *plan; /* (borrowed) (nullable) */
  GPtrArray *rows;     /* (owned) (element-type GtkWidget): under the expanders, borrowed */
  GPtrArray *tables;   /* (owned) (element-type GtkWidget): of unknown tables, borrowed */
  HipUnits units;      /* the runner's */
  gboolean asks_unit; /* once a question is there, it stays, or nobody could take the answer back */
  gboolean asks_zone;
};

G_DEFINE_FINAL_TYPE (HipImportReview, hip_import_review, ADW_TYPE_BIN)

enum
{
  ANSWERS_CHANGED,
  SHOW_DUPLICATES,
  MAP_TABLE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
add_detail (HipImportReview *self, AdwExpanderRow *parent, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_expander_row_add_row (parent, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_more (HipImportReview *self, AdwExpanderRow *parent, guint n)
{
  g_autofree char *text = NULL;

  if (n <= MAX_ROWS)
    return;
  /* Translators: ends a list that was cut short. */
  text = g_strdup_printf (ngettext ("and %u more", "and %u more", n - MAX_ROWS), n - MAX_ROWS);
  add_detail (self, parent, text, NULL);
}

static void
paint_expander (AdwExpanderRow *row, guint n)
{
  g_autofree char *count = g_strdup_printf ("%u", n);

  adw_expander_row_set_subtitle (row, count);
  gtk_widget_set_visible (GTK_WIDGET (row), n > 0);
}

static void
paint_messages (HipImportReview *self, AdwExpanderRow *parent, GPtrArray *messages)
{
  for (guint i = 0; i < MIN (messages->len, MAX_ROWS); i++)
    {
      HipImportReject *message = g_ptr_array_index (messages, i);
      g_autofree char *place = hip_import_words_place (message->file, message->line);

      add_detail (self, parent, message->reason, place);
    }
  add_more (self, parent, messages->len);
  paint_expander (parent, messages->len);
}

static void
paint_names (HipImportReview *self, AdwExpanderRow *parent, GPtrArray *names, guint total)
{
  for (guint i = 0; i < MIN (names->len, MAX_ROWS); i++)
    {
      HipImportName *name = g_ptr_array_index (names, i);
      g_autofree char *count =
          g_strdup_printf (ngettext ("%u entry", "%u entries", name->count), name->count);

      add_detail (self, parent, name->name, name->file ? name->file : count);
    }
  add_more (self, parent, names->len);
  paint_expander (parent, total);
}

static void
paint_count (AdwActionRow *row, guint n)
{
  g_autofree char *text = g_strdup_printf ("%u", n);

  adw_action_row_set_subtitle (row, text);
  gtk_widget_set_visible (GTK_WIDGET (row), n > 0);
}

static void
clear_details (HipImportReview *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *parent = gtk_widget_get_ancestor (row, ADW_TYPE_EXPANDER_ROW);

      adw_expander_row_remove (ADW_EXPANDER_ROW (parent), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

/* Distances in the wrong unit, and days of the wrong year, are seen here. */
static void
paint_span (HipImportReview *self)
{
  HipDay first = G_MAXINT32, last = HIP_DAY_NONE;
  gint64 distance_m = 0;
  g_autofree char *days = NULL, *distance = NULL, *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->span_row), self->plan->added.runs > 0);
  for (guint i = 0; i < hip_change_get_n (self->plan->change); i++)
    {
      const HipChangeItem *item = hip_change_get (self->plan->change, i);
      const HipRun *run = (const HipRun *) item->after;

      if (item->before != NULL || run->rec.kind != HIP_RECORD_RUN)
        continue;
      first = MIN (first, run->date);
      last = MAX (last, run->date);
      distance_m += run->distance_m;
    }
  if (last == HIP_DAY_NONE)
    return;
  days = first < last ? hip_day_format_range (first, last)
                      : hip_day_format (last, hip_day_style_get_format (HIP_DAY_MONTH_YEAR));
  distance = hip_units_format_distance (self->units, distance_m);
  text = g_strdup_printf ("%s · %s", days, distance);
  adw_action_row_set_subtitle (self->span_row, text);
}

static void
paint_found (HipImportReview *self)
{
  HipImportCounts added = self->plan->added;

  paint_count (self->runs_row, added.runs);
  paint_count (self->shoes_row, added.shoes);
  paint_count (self->pain_row, added.pain);
  paint_count (self->care_row, added.care);
  paint_count (self->screenings_row, added.screenings);
  paint_count (self->updated_row, self->plan->n_updated);
  paint_span (self);
  gtk_widget_set_visible (GTK_WIDGET (self->runs_row),
                          added.runs > 0 || hip_change_get_n (self->plan->change) == 0);
}

static void
paint_duplicates_row (HipImportReview *self, AdwActionRow *row, gboolean in_log)
{
  g_autofree char *text = hip_import_words_decisions (self->plan->duplicates, in_log);

  adw_action_row_set_subtitle (row, text);
  gtk_widget_set_visible (GTK_WIDGET (row), *text != '\0');
}

static void
paint_duplicates (HipImportReview *self)
{
  paint_duplicates_row (self, self->in_log_row, TRUE);
  paint_duplicates_row (self, self->in_files_row, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->duplicates_group), self->plan->duplicates->len > 0);
}

static void
paint_questions (HipImportReview *self)
{
  g_autofree char *zone_text =
      g_strdup_printf (ngettext ("The time of %u run is in UTC.",
                                 "The times of %u runs are in UTC.", self->plan->n_zone_assumed),
                       self->plan->n_zone_assumed);
  guint n_unit = self->plan->n_unit_assumed + self->plan->n_unit_likely;
  g_autofree char *unit_text =
      g_strdup_printf (ngettext ("The list does not say it for %u run.",
                                 "The list does not say it for %u runs.", n_unit),
                       n_unit);

  self->asks_unit |= n_unit > 0;
  self->asks_zone |= self->plan->n_zone_assumed > 0;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->unit_row), unit_text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->zone_row), zone_text);
  gtk_widget_set_visible (GTK_WIDGET (self->unit_row), self->asks_unit);
  gtk_widget_set_visible (GTK_WIDGET (self->zone_row), self->asks_zone);
  gtk_widget_set_visible (GTK_WIDGET (self->questions_group), self->asks_unit || self->asks_zone);
}

static void
table_activated_cb (HipImportReview *self, GtkWidget *row)
{
  guint i;

  g_assert (HIP_IS_IMPORT_REVIEW (self));

  if (g_ptr_array_find (self->tables, row, &i))
    g_signal_emit (self, signals[MAP_TABLE], 0, i);
}

static void
add_table (HipImportReview *self, const HipUnknownTable *table)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *columns = g_strjoinv (", ", table->header);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), table->file);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), columns);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect_object (row, "activated", G_CALLBACK (table_activated_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->tables_group, row);
  g_ptr_array_add (self->tables, row);
}

static void
paint_tables (HipImportReview *self)
{
  GPtrArray *tables = self->plan->unknown_tables;

  for (guint i = 0; i < self->tables->len; i++)
    adw_preferences_group_remove (self->tables_group, g_ptr_array_index (self->tables, i));
  g_ptr_array_set_size (self->tables, 0);
  for (guint i = 0; i < tables->len; i++)
    add_table (self, g_ptr_array_index (tables, i));
  gtk_widget_set_visible (GTK_WIDGET (self->tables_group), tables->len > 0);
}

static void
paint_rest (HipImportReview *self)
{
  HipImportPlan *plan = self->plan;

  paint_messages (self, self->remarks_row, plan->remarks);
  paint_messages (self, self->rejected_row, plan->rejected);
  /* With nothing else to look at, the reasons are what the runner needs. */
  adw_expander_row_set_expanded (self->rejected_row,
                                 hip_change_get_n (plan->change) == 0 && plan->rejected->len > 0);
  paint_names (self, self->sports_row, plan->sports, plan->n_other_sports);
  paint_names (self, self->columns_row, plan->unknown_columns, plan->unknown_columns->len);
  gtk_widget_set_visible (GTK_WIDGET (self->rest_group),
                          plan->remarks->len > 0 || plan->rejected->len > 0
                              || plan->n_other_sports > 0 || plan->unknown_columns->len > 0);
}

static void
answered_cb (HipImportReview *self)
{
  g_assert (HIP_IS_IMPORT_REVIEW (self));

  /* Not while the rows are being made. */
  if (self->plan != NULL)
    g_signal_emit (self, signals[ANSWERS_CHANGED], 0);
}

static void
in_log_activated_cb (HipImportReview *self)
{
  g_assert (HIP_IS_IMPORT_REVIEW (self));

  g_signal_emit (self, signals[SHOW_DUPLICATES], 0, TRUE);
}

static void
in_files_activated_cb (HipImportReview *self)
{
  g_assert (HIP_IS_IMPORT_REVIEW (self));

  g_signal_emit (self, signals[SHOW_DUPLICATES], 0, FALSE);
}

static void
hip_import_review_dispose (GObject *object)
{
  HipImportReview *self = HIP_IMPORT_REVIEW (object);

  self->plan = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), HIP_TYPE_IMPORT_REVIEW);

  G_OBJECT_CLASS (hip_import_review_parent_class)->dispose (object);
}

static void
hip_import_review_finalize (GObject *object)
{
  g_ptr_array_unref (HIP_IMPORT_REVIEW (object)->rows);
  g_ptr_array_unref (HIP_IMPORT_REVIEW (object)->tables);

  G_OBJECT_CLASS (hip_import_review_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HipImportReview, care_row);
  gtk_widget_class_bind_template_child (widget_class, HipImportReview, columns_row);
  gtk_widget_class_bind_template_child (widget_class, HipImportReview, duplicates_group);
  gtk_widget_class_bind_template_child (widget_class, HipImportReview, in_files_row);
  gtk_widget_class_bind_template_child (widget_class, HipImportReview, in_log_row);
  gtk_widget_class_bind_template_child (widget_class, HipImportReview, pain_row);
  gtk_widget_class_bind_template_child (widget_class, HipImportReview, questions_group);
  gtk_widget_class_bind_template_child (widget_class, HipImportReview, rejected_row);
  gtk_widget_class_bind_template_child (widget_class, HipImportReview, remarks_row);
  gtk_widget_class_bind_template_child (widget_class, HipImportReview, rest_group);
  gtk_widget_class_bind_template_child (widget_class, HipImportReview, runs_row);
  gtk_widget_class_bind_template_child (widget_class, HipImportReview, screenings_row);
  gtk_widget_class_bind_template_child (widget_class, HipImportReview, shoes_row);
  gtk_widget_class_bind_template_child (widget_class, HipImportReview, span_row);
  gtk_widget_class_bind_template_child (widget_class, HipImportReview, sports_row);
  gtk_widget_class_bind_template_child (widget_class, HipImportReview, tables_group);
  gtk_widget_class_bind_template_child (widget_class, HipImportReview, unit_row);
  gtk_widget_class_bind_template_child (widget_class, HipImportReview, updated_row);
  gtk_widget_class_bind_template_child (widget_class, HipImportReview, zone_row);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, in_files_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, in_log_activated_cb);
}

static void
hip_import_review_class_init (HipImportReviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hip_import_review_dispose;
  G_OBJECT_CLASS (klass)->finalize = hip_import_review_finalize;

  /**
   * HipImportReview::answers-changed:
   *
   * What the files do not tell was answered otherwise: they have to be read again.
   */
  signals[ANSWERS_CHANGED] = g_signal_new ("answers-changed", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * HipImportReview::show-duplicates:
   * @in_log: those that met the log, or those that met other files
   */
  signals[SHOW_DUPLICATES] =
      g_signal_new ("show-duplicates", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  /**
   * HipImportReview::map-table:
   * @i: the index of an unknown table of the plan
   */
  signals[MAP_TABLE] = g_signal_new ("map-table", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (HIP_TYPE_TIME_ZONE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-import-review.ui");
  bind_template (widget_class);
}

static void
hip_import_review_init (HipImportReview *self)
{
  self->rows = g_ptr_array_new ();
  self->tables = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hip_import_review_set_units:
 * @self: the review
 * @units: the runner's
 *
 * Shows distances in @units, and takes those of files that do not tell to be in them, too.
 */
void
hip_import_review_set_units (HipImportReview *self, HipUnits units)
{
  g_return_if_fail (HIP_IS_IMPORT_REVIEW (self));

  self->units = units;
  adw_combo_row_set_selected (self->unit_row, units == HIP_UNITS_MI);
}

/**
 * hip_import_review_get_options:
 * @self: the review
 * @options: gets unit and zone
 *
 * Gets what was answered. The zone belongs to the caller; it is %NULL for the computer's.
 */
void
hip_import_review_get_options (HipImportReview *self, HipImportOptions *options)
{
  g_return_if_fail (HIP_IS_IMPORT_REVIEW (self));
  g_return_if_fail (options != NULL);

  options->distance_unit =
      adw_combo_row_get_selected (self->unit_row) == 1 ? HIP_UNITS_MI : HIP_UNITS_KM;
  options->time_zone = hip_time_zone_row_dup_zone (self->zone_row);
}

/**
 * hip_import_review_show:
 * @self: the review
 * @plan: what was found; it must stay until another one is shown
 *
 * Shows what an import would do.
 */
void
hip_import_review_show (HipImportReview *self, HipImportPlan *plan)
{
  g_return_if_fail (HIP_IS_IMPORT_REVIEW (self));
  g_return_if_fail (plan != NULL);

  self->plan = plan;
  clear_details (self);
  hip_import_review_update (self);
  paint_questions (self);
  paint_tables (self);
  paint_rest (self);
}

/**
 * hip_import_review_update:
 * @self: the review
 *
 * Shows the counts of the plan, after something was decided of duplicates.
 */
void
hip_import_review_update (HipImportReview *self)
{
  g_return_if_fail (HIP_IS_IMPORT_REVIEW (self));
  g_return_if_fail (self->plan != NULL);

  paint_found (self);
  paint_duplicates (self);
}
