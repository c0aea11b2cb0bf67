// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-column-mapping-page.h"

#include <glib/gi18n.h>

#include "hip-cell.h"
#include "hip-column-guess.h"
#include "hip-mapped-row.h"

#define PREVIEW_ROWS 4
/* So many columns are found at a glance; among more one wants to search. */
#define MAX_GLANCE 12
#define MAX_CHARS  22
/* A longer example would leave no room for the name of the column beside it. */
#define MAX_EXAMPLE_CHARS 18
/* Seconds a kilometre within which people are on foot. */
#define FASTEST_PACE 120
#define SLOWEST_PACE 1200

/**
 * HipColumnMappingPage:
 *
 * Asks what the columns of a table are that no format knows. It begins with a guess, and shows at
 * every moment what becomes of the first rows.
 */
struct _HipColumnMappingPage
{
  AdwNavigationPage parent_instance;

  /* Template Children */
  AdwWindowTitle *window_title;
  GtkButton *read_button;
  GtkGrid *preview_grid;
  AdwComboRow *rows[HIP_N_MAPPED_FIELDS];
  AdwComboRow *order_row;
  AdwComboRow *unit_row;
  AdwComboRow *style_row;
  GtkImage *result_icon;
  GtkLabel *result_label;

  /* Owned References */
  HipUnknownTable *table;
  HipColumnMapping *mapping;
  GTimeZone *zone;

  GtkLabel **used; /* (owned) of borrowed labels: above each column what it feeds */
  HipUnits units;
  HipDay today;
  gboolean is_painting; /* then the rows follow the mapping, not the other way around */
};

G_DEFINE_FINAL_TYPE (HipColumnMappingPage, hip_column_mapping_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  SIGNAL_MAPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *const row_names[HIP_N_MAPPED_FIELDS] = {
  [HIP_MAPPED_DATE] = "date_row",         [HIP_MAPPED_DISTANCE] = "distance_row",
  [HIP_MAPPED_DURATION] = "duration_row", [HIP_MAPPED_SHOE] = "shoe_row",
  [HIP_MAPPED_EFFORT] = "effort_row",     [HIP_MAPPED_ASCENT] = "ascent_row",
  [HIP_MAPPED_START] = "start_row",       [HIP_MAPPED_CADENCE] = "cadence_row",
  [HIP_MAPPED_TITLE] = "title_row",       [HIP_MAPPED_NOTE] = "note_row",
  [HIP_MAPPED_SPORT] = "sport_row",
};

/* Columns */

static char *
dup_column_name (HipColumnMappingPage *self, guint column)
{
  if (!hip_cell_is_empty (self->table->header[column]))
    return hip_cell_dup_excerpt (self->table->header[column]);
  /* Translators: a column of a table that has no name, by its number. */
  return g_strdup_printf (_ ("Column %u"), column + 1);
}

/* The first value in it. */
static char *
dup_example (HipColumnMappingPage *self, guint column)
{
  for (guint i = 0; i < self->table->rows->len; i++)
    {
      char **cells = g_ptr_array_index (self->table->rows, i);

      if (!hip_cell_is_missing (cells[column]))
        return hip_cell_dup_excerpt (cells[column]);
    }
  return g_strdup ("");
}

static GtkWidget *
create_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
fill_preview_column (HipColumnMappingPage *self, guint column)
{
  g_autofree char *name = dup_column_name (self, column);
  GtkWidget *used = create_label (NULL, "caption");

  gtk_widget_add_css_class (used, "accent");
  gtk_grid_attach (self->preview_grid, used, (int) column, 0, 1, 1);
  gtk_grid_attach (self->preview_grid, create_label (name, "heading"), (int) column, 1, 1, 1);
  for (guint i = 0; i < MIN (self->table->rows->len, PREVIEW_ROWS); i++)
    {
      char **cells = g_ptr_array_index (self->table->rows, i);
      g_autofree char *text = hip_cell_dup_excerpt (cells[column]);

      gtk_grid_attach (self->preview_grid, create_label (text, "numeric"), (int) column,
                       (int) i + 2, 1, 1);
    }
  self->used[column] = GTK_LABEL (used);
}

/* A choice: the column's name and a value of it, and a mark where it is the chosen one. */
static void
setup_choice_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *example = create_label (NULL, "caption");

  gtk_widget_add_css_class (example, "dimmed");
  gtk_box_append (GTK_BOX (texts), create_label (NULL, NULL));
  gtk_box_append (GTK_BOX (texts), example);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_list_item_set_child (item, box);
}

static void
mark_choice (AdwComboRow *row, GtkListItem *item)
{
  GtkWidget *mark = gtk_widget_get_last_child (gtk_list_item_get_child (item));
  gboolean chosen = gtk_list_item_get_item (item) == adw_combo_row_get_selected_item (row);

  gtk_widget_set_opacity (mark, chosen ? 1 : 0);
}

static void
selected_item_cb (GtkListItem *item, GParamSpec *pspec, AdwComboRow *row)
{
  mark_choice (row, item);
}

static void
bind_choice_cb (AdwComboRow *row, GtkListItem *item)
{
  GtkWidget *texts = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *example = gtk_widget_get_last_child (texts);
  GtkStringObject *choice = gtk_list_item_get_item (item);
  const char *text = g_object_get_data (G_OBJECT (choice), "example");

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (texts)),
                       gtk_string_object_get_string (choice));
  gtk_label_set_label (GTK_LABEL (example), text != NULL ? text : "");
  gtk_widget_set_visible (example, text != NULL && *text != '\0');
  g_signal_connect_object (row, "notify::selected-item", G_CALLBACK (selected_item_cb), item,
                           G_CONNECT_SWAPPED);
  mark_choice (row, item);
}

static void
unbind_choice_cb (AdwComboRow *row, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (row, selected_item_cb, item);
}

static GtkListItemFactory *
create_factory (AdwComboRow *row)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_choice_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_choice_cb), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_choice_cb), row,
                           G_CONNECT_SWAPPED);
  return factory;
}

/* None, then the columns, each with a value. */
static GListModel *
create_choices (HipColumnMappingPage *self)
{
  GtkStringList *choices = gtk_string_list_new (NULL);

  /* Translators: no column of a table. */
  gtk_string_list_append (choices, _ ("None"));
  for (guint i = 0; i < self->table->n_columns; i++)
    {
      g_autofree char *name = dup_column_name (self, i);
      g_autoptr (GObject) choice = NULL;

      gtk_string_list_append (choices, name);
      choice = g_list_model_get_item (G_LIST_MODEL (choices), i + 1);
      g_object_set_data_full (choice, "example", dup_example (self, i), g_free);
    }
  return G_LIST_MODEL (choices);
}

static void
fill_row (HipColumnMappingPage *self, AdwComboRow *row)
{
  g_autoptr (GListModel) choices = create_choices (self);
  g_autoptr (GtkListItemFactory) factory = create_factory (row);
  g_autoptr (GtkExpression) expression =
                gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_combo_row_set_expression (row, expression);
  adw_combo_row_set_search_match_mode (row, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  adw_combo_row_set_enable_search (row, self->table->n_columns > MAX_GLANCE);
  adw_combo_row_set_list_factory (row, factory);
  adw_combo_row_set_model (row, choices);
}

/* Order of dates */

static gboolean
parse_both_ways (HipColumnMappingPage *self, const char *cell, HipDay days[2])
{
  HipDateCell date;

  for (guint i = 0; i < 2; i++)
    {
      if (!hip_date_cell_parse (cell, HIP_DATE_ORDER_DAY_FIRST + i, self->zone, &date))
        return FALSE;
      days[i] = date.day;
    }
  return days[0] != days[1];
}

/* A date of the table that is two days; all are alike, so any will do if none is in the sample. */
static char *
dup_ambiguous_date (HipColumnMappingPage *self, HipDay days[2])
{
  const char *fallback = "03/04/2024";

  for (guint i = 0; i < self->table->rows->len; i++)
    {
      char **cells = g_ptr_array_index (self->table->rows, i);
      const char *cell = cells[self->mapping->columns[HIP_MAPPED_DATE]];

      if (parse_both_ways (self, cell, days))
        return hip_cell_dup_excerpt (cell);
    }
  parse_both_ways (self, fallback, days);
  return g_strdup (fallback);
}

static void
paint_order (HipColumnMappingPage *self)
{
  g_autoptr (GtkStringList) choices = NULL;
  g_autofree char *cell = NULL;
  HipDay days[2];

  gtk_widget_set_visible (
      GTK_WIDGET (self->order_row),
      hip_unknown_table_is_ambiguous (self->table, self->mapping->columns[HIP_MAPPED_DATE]));
  if (!gtk_widget_get_visible (GTK_WIDGET (self->order_row)))
    return;
  choices = gtk_string_list_new (NULL);
  cell = dup_ambiguous_date (self, days);
  /* Translators: which of two days a date is. */
  gtk_string_list_append (choices, _ ("Not chosen"));
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *day =
          hip_day_format (days[i], hip_day_style_get_format (HIP_DAY_MONTH_YEAR));

      gtk_string_list_append (choices, day);
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->order_row), cell);
  adw_combo_row_set_model (self->order_row, G_LIST_MODEL (choices));
  adw_combo_row_set_selected (self->order_row, self->mapping->date_order);
}

/* Result */

typedef struct
{
  HipRun *run; /* (owned) (nullable): the first */
  char *error; /* (owned) (nullable): of the first row that is bad */
  guint n_runs;
  guint n_bad;
} Reading;

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->run, hip_record_unref);
  g_clear_pointer (&self->error, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static void
read_sample_row (HipColumnMappingPage *self, guint index, Reading *reading)
{
  g_auto (HipMappedRow) read = { 0 };
  g_autoptr (GError) error = NULL;
  HipCsvRow row;
  HipMappedRowKind kind;

  hip_unknown_table_get_row (self->table, index, &row);
  kind = hip_mapped_row_read (self->mapping, &row, self->zone, &read, &error);
  if (kind == HIP_MAPPED_ROW_RUN && hip_record_validate (read.run, self->today, &error))
    {
      reading->n_runs++;
      if (reading->run == NULL)
        reading->run = g_steal_pointer (&read.run);
    }
  if (error == NULL)
    return;
  reading->n_bad++;
  if (reading->error == NULL)
    reading->error = g_strdup (error->message);
}

static char *
describe_run (HipColumnMappingPage *self, const HipRun *run)
{
  g_autofree char *day = hip_day_format (run->date, hip_day_style_get_format (HIP_DAY_MONTH_YEAR));
  g_autofree char *distance = hip_units_format_distance (self->units, run->distance_m);
  g_autofree char *time = NULL;
  g_autofree char *pace = NULL;
  g_autofree char *facts = NULL;

  if (run->duration_s == HIP_UNSET)
    facts = g_strjoin (" · ", day, distance, NULL);
  else
    {
      time = hip_units_format_duration (run->duration_s);
      pace = hip_units_format_pace (self->units, run->distance_m, run->duration_s);
      facts = g_strjoin (" · ", day, distance, time, pace, NULL);
    }
  /* Translators: a run: “12 March 2024 · 10.5 km · 52:10 · 4:58 /km”. */
  return g_strdup_printf (_ ("First run: %s"), facts);
}

static gboolean
is_odd (const HipRun *run)
{
  double pace = run->duration_s / (run->distance_m / 1000.0);

  return run->duration_s != HIP_UNSET && (pace < FASTEST_PACE || pace > SLOWEST_PACE);
}

/* What there is to be said besides, NULL if nothing. */
static char *
describe_doubt (HipColumnMappingPage *self, const Reading *reading)
{
  if (is_odd (reading->run))
    return g_strdup (_ ("Nobody runs at that pace: look at the units once more."));
  if (reading->n_bad == 0)
    return NULL;
  /* Translators: %1$u rows of %2$u; %3$s is a sentence that says what is wrong with one of them. */
  return g_strdup_printf (ngettext ("%1$u row of the first %2$u cannot be read: %3$s",
                                    "%1$u rows of the first %2$u cannot be read: %3$s",
                                    reading->n_bad),
                          reading->n_bad, self->table->rows->len, reading->error);
}

static void
show_result (HipColumnMappingPage *self, const char *icon, const char *text, gboolean valid)
{
  gtk_image_set_from_icon_name (self->result_icon, icon);
  if (g_strcmp0 (gtk_label_get_label (self->result_label), text) != 0
      && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  gtk_label_set_label (self->result_label, text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->read_button), valid);
}

static void
show_no_run (HipColumnMappingPage *self, const Reading *reading)
{
  g_autofree char *text = NULL;

  if (reading->n_bad == 0)
    {
      show_result (self, "dialog-warning-symbolic",
                   _ ("None of the first rows is a run. Those further down may be."), TRUE);
      return;
    }
  /* Translators: %s is a sentence that says what is wrong with a row. */
  text = g_strdup_printf (_ ("None of the first rows can be read: %s"), reading->error);
  show_result (self, "dialog-error-symbolic", text, FALSE);
}

static void
show_reading (HipColumnMappingPage *self)
{
  g_auto (Reading) reading = { 0 };
  g_autofree char *run = NULL;
  g_autofree char *doubt = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->table->rows->len; i++)
    read_sample_row (self, i, &reading);
  if (reading.run == NULL)
    {
      show_no_run (self, &reading);
      return;
    }
  run = describe_run (self, reading.run);
  doubt = describe_doubt (self, &reading);
  text = doubt != NULL ? g_strjoin ("\n", run, doubt, NULL) : g_strdup (run);
  show_result (self, doubt != NULL ? "dialog-warning-symbolic" : "object-select-symbolic", text,
               TRUE);
}

static void
paint_result (HipColumnMappingPage *self)
{
  g_autoptr (GError) error = NULL;

  if (!hip_column_mapping_validate (self->mapping, &error))
    show_result (self, "dialog-error-symbolic", error->message, FALSE);
  else if (self->mapping->date_order == HIP_DATE_ORDER_UNKNOWN
           && hip_unknown_table_is_ambiguous (self->table, self->mapping->columns[HIP_MAPPED_DATE]))
    show_result (self, "dialog-error-symbolic",
                 _ ("Choose whether the day or the month comes first in the dates."), FALSE);
  else
    show_reading (self);
}

/* Painting */

static char *
dup_short_example (HipColumnMappingPage *self, int column)
{
  g_autofree char *example =
      column != HIP_NO_COLUMN ? dup_example (self, (guint) column) : g_strdup ("");
  g_autofree char *start = NULL;

  if (g_utf8_strlen (example, -1) <= MAX_EXAMPLE_CHARS)
    return g_steal_pointer (&example);
  start = g_utf8_substring (example, 0, MAX_EXAMPLE_CHARS);
  return g_strconcat (start, "…", NULL);
}

static void
paint_row (HipColumnMappingPage *self, HipMappedField field)
{
  int column = self->mapping->columns[field];
  g_autofree char *example = dup_short_example (self, column);

  adw_combo_row_set_selected (self->rows[field], (guint) (column + 1));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->rows[field]), example);
}

static void
paint_used (HipColumnMappingPage *self)
{
  for (guint i = 0; i < self->table->n_columns; i++)
    gtk_label_set_label (self->used[i], "");
  for (guint field = 0; field < HIP_N_MAPPED_FIELDS; field++)
    if (self->mapping->columns[field] != HIP_NO_COLUMN)
      gtk_label_set_label (self->used[self->mapping->columns[field]],
                           hip_mapped_field_get_label (field));
}

static void
paint (HipColumnMappingPage *self)
{
  self->is_painting = TRUE;
  for (guint field = 0; field < HIP_N_MAPPED_FIELDS; field++)
    paint_row (self, field);
  paint_order (self);
  adw_combo_row_set_selected (self->unit_row, self->mapping->distance_unit);
  adw_combo_row_set_selected (self->style_row, self->mapping->duration_style);
  gtk_widget_set_visible (GTK_WIDGET (self->unit_row),
                          self->mapping->columns[HIP_MAPPED_DISTANCE] != HIP_NO_COLUMN);
  gtk_widget_set_visible (GTK_WIDGET (self->style_row),
                          self->mapping->columns[HIP_MAPPED_DURATION] != HIP_NO_COLUMN);
  paint_used (self);
  paint_result (self);
  self->is_painting = FALSE;
}

/* Choosing */

static void
column_chosen_cb (HipColumnMappingPage *self, GParamSpec *pspec, AdwComboRow *row)
{
  HipMappedField field = HIP_MAPPED_DATE;

  g_assert (HIP_IS_COLUMN_MAPPING_PAGE (self));

  if (self->is_painting || self->mapping == NULL
      || adw_combo_row_get_selected (row) == GTK_INVALID_LIST_POSITION)
    return;
  while (self->rows[field] != row)
    field++;
  self->mapping->columns[field] = (int) adw_combo_row_get_selected (row) - 1;
  hip_column_guess_style (self->table, self->mapping, field, self->units);
  /* How a time is written shows beside its distance. */
  if (field == HIP_MAPPED_DISTANCE)
    hip_column_guess_style (self->table, self->mapping, HIP_MAPPED_DURATION, self->units);
  paint (self);
}

static void
style_chosen_cb (HipColumnMappingPage *self)
{
  g_assert (HIP_IS_COLUMN_MAPPING_PAGE (self));

  if (self->is_painting || self->mapping == NULL)
    return;
  if (gtk_widget_get_visible (GTK_WIDGET (self->order_row)))
    self->mapping->date_order = adw_combo_row_get_selected (self->order_row);
  self->mapping->distance_unit = adw_combo_row_get_selected (self->unit_row);
  self->mapping->duration_style = adw_combo_row_get_selected (self->style_row);
  paint_result (self);
}

static void
read_clicked_cb (HipColumnMappingPage *self)
{
  g_assert (HIP_IS_COLUMN_MAPPING_PAGE (self));

  g_signal_emit (self, signals[SIGNAL_MAPPED], 0, self->mapping);
}

/* Construction */

static void
hip_column_mapping_page_dispose (GObject *object)
{
  HipColumnMappingPage *self = HIP_COLUMN_MAPPING_PAGE (object);

  g_clear_pointer (&self->mapping, hip_column_mapping_free);
  g_clear_pointer (&self->table, hip_unknown_table_free);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->used, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), HIP_TYPE_COLUMN_MAPPING_PAGE);

  G_OBJECT_CLASS (hip_column_mapping_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HipColumnMappingPage, order_row);
  gtk_widget_class_bind_template_child (widget_class, HipColumnMappingPage, preview_grid);
  gtk_widget_class_bind_template_child (widget_class, HipColumnMappingPage, read_button);
  gtk_widget_class_bind_template_child (widget_class, HipColumnMappingPage, result_icon);
  gtk_widget_class_bind_template_child (widget_class, HipColumnMappingPage, result_label);
  gtk_widget_class_bind_template_child (widget_class, HipColumnMappingPage, style_row);
  gtk_widget_class_bind_template_child (widget_class, HipColumnMappingPage, unit_row);
  gtk_widget_class_bind_template_child (widget_class, HipColumnMappingPage, window_title);
  for (guint field = 0; field < HIP_N_MAPPED_FIELDS; field++)
    gtk_widget_class_bind_template_child_full (widget_class, row_names[field], FALSE,
                                               G_STRUCT_OFFSET (HipColumnMappingPage, rows)
                                                   + field * sizeof (AdwComboRow *));
  gtk_widget_class_bind_template_callback (widget_class, column_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, style_chosen_cb);
}

static void
hip_column_mapping_page_class_init (HipColumnMappingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hip_column_mapping_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-column-mapping-page.ui");
  bind_template (widget_class);

  /**
   * HipColumnMappingPage::mapped:
   * @mapping: (type HipColumnMapping): how the table is to be read; valid
   *
   * It was said what the columns are.
   */
  signals[SIGNAL_MAPPED] =
      g_signal_new ("mapped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, HIP_TYPE_COLUMN_MAPPING | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
hip_column_mapping_page_init (HipColumnMappingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hip_column_mapping_page_new:
 * @table: a table; its guess is what the page begins with
 * @units: what distances are shown in, and those of the table are in where nothing tells
 * @today: the last day a run may have
 *
 * Returns: (transfer floating): a page to be pushed
 */
HipColumnMappingPage *
hip_column_mapping_page_new (const HipUnknownTable *table, HipUnits units, HipDay today)
{
  HipColumnMappingPage *self;

  g_return_val_if_fail (table != NULL, NULL);

  self = g_object_new (HIP_TYPE_COLUMN_MAPPING_PAGE, NULL);
  self->table = hip_unknown_table_copy (table);
  self->units = units;
  self->today = today;
  self->zone = g_time_zone_new_local ();
  self->used = g_new0 (GtkLabel *, table->n_columns);
  adw_window_title_set_subtitle (self->window_title, table->file);
  for (guint i = 0; i < table->n_columns; i++)
    fill_preview_column (self, i);
  for (guint field = 0; field < HIP_N_MAPPED_FIELDS; field++)
    fill_row (self, self->rows[field]);
  self->mapping = hip_column_mapping_copy (table->guess);
  paint (self);
  return self;
}

/**
 * hip_column_mapping_page_get_mapping:
 * @self: a page
 *
 * Returns: (transfer none): what is chosen now, whether it is valid or not
 */
const HipColumnMapping *
hip_column_mapping_page_get_mapping (HipColumnMappingPage *self)
{
  g_return_val_if_fail (HIP_IS_COLUMN_MAPPING_PAGE (self), NULL);

  return self->mapping;
}
