// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include <locale.h>
#include <string.h>

#include "hip-app-resources.h"
#include "hip-column-mapping-page.h"
#include "hip-column-memory.h"

#define TODAY (hip_day_from_ymd (2026, 11, 22))

static HipUnknownTable *
make_table (const char *text)
{
  g_autoptr (GInputStream) stream =
                g_memory_input_stream_new_from_data (text, (gssize) strlen (text), NULL);
  HipCsvReader *reader = hip_csv_reader_new (stream);
  HipUnknownTable *table =
      hip_unknown_table_new ("mine.csv", hip_csv_reader_next (reader, NULL, NULL));
  const HipCsvRow *row;

  while ((row = hip_csv_reader_next (reader, NULL, NULL)) != NULL)
    hip_unknown_table_add_row (table, row);
  g_assert_true (hip_unknown_table_finish (table, HIP_UNITS_KM));
  hip_csv_reader_free (reader);
  return table;
}

static HipColumnMappingPage *
make_page (const char *text)
{
  g_autoptr (HipUnknownTable) table = make_table (text);

  return g_object_ref_sink (hip_column_mapping_page_new (table, HIP_UNITS_KM, TODAY));
}

static gpointer
get_child (HipColumnMappingPage *page, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (page), HIP_TYPE_COLUMN_MAPPING_PAGE, name);
}

static guint
get_selected (HipColumnMappingPage *page, const char *row)
{
  return adw_combo_row_get_selected (get_child (page, row));
}

static const char *
get_result (HipColumnMappingPage *page)
{
  return gtk_label_get_label (get_child (page, "result_label"));
}

static gboolean
can_read (HipColumnMappingPage *page)
{
  return gtk_widget_get_sensitive (get_child (page, "read_button"));
}

static gboolean
is_asked (HipColumnMappingPage *page, const char *row)
{
  return gtk_widget_get_visible (get_child (page, row));
}

static void
mapped_cb (HipColumnMappingPage *page, const HipColumnMapping *mapping, HipColumnMapping **got)
{
  g_assert_null (*got);
  *got = hip_column_mapping_copy (mapping);
}

/* Presses the button. (transfer full) */
static HipColumnMapping *
read_page (HipColumnMappingPage *page)
{
  HipColumnMapping *got = NULL;

  g_signal_connect (page, "mapped", G_CALLBACK (mapped_cb), &got);
  g_signal_emit_by_name (get_child (page, "read_button"), "clicked");
  g_signal_handlers_disconnect_by_func (page, mapped_cb, &got);
  return got;
}

#define KNOWN                                                                                      \
  "Date,Time,Strecke (km),Dauer,,Sport\n2024-03-12,06:30,10.5,52:10,A long text that has no "      \
  "room,Run\n"                                                                                     \
  "2024-03-13,06:30,8,40:00,y,Ride\n"

/* Nothing to correct: the guess is what comes out. */
static void
test_guess (void)
{
  HipColumnMappingPage *page = make_page (KNOWN);
  g_autoptr (HipUnknownTable) table = make_table (KNOWN);
  g_autoptr (HipColumnMapping) mapping = NULL;
  GListModel *choices = adw_combo_row_get_model (get_child (page, "distance_row"));
  g_autoptr (GtkStringObject) none = g_list_model_get_item (choices, 0);
  g_autoptr (GtkStringObject) named = g_list_model_get_item (choices, 3);
  g_autoptr (GtkStringObject) unnamed = g_list_model_get_item (choices, 5);

  g_assert_cmpuint (g_list_model_get_n_items (choices), ==, 7);
  g_assert_cmpstr (gtk_string_object_get_string (none), ==, "None");
  g_assert_cmpstr (gtk_string_object_get_string (named), ==, "Strecke (km)");
  g_assert_cmpstr (gtk_string_object_get_string (unnamed), ==, "Column 5");
  g_assert_cmpuint (get_selected (page, "date_row"), ==, 1);
  g_assert_cmpuint (get_selected (page, "start_row"), ==, 2);
  g_assert_cmpuint (get_selected (page, "distance_row"), ==, 3);
  g_assert_cmpuint (get_selected (page, "note_row"), ==, 0);
  g_assert_cmpstr (adw_action_row_get_subtitle (get_child (page, "duration_row")), ==, "52:10");
  g_assert_false (is_asked (page, "order_row"));
  g_assert_true (is_asked (page, "unit_row"));
  adw_combo_row_set_selected (get_child (page, "note_row"), 5);
  g_assert_cmpstr (adw_action_row_get_subtitle (get_child (page, "note_row")), ==,
                   "A long text that h…");
  adw_combo_row_set_selected (get_child (page, "note_row"), 0);
  g_assert_cmpstr (adw_action_row_get_subtitle (get_child (page, "note_row")), ==, "");
  g_assert_cmpstr (get_result (page), ==,
                   "First run: 12 March 2024 · 10.5\u00a0km · 52:10 · 4:58\u00a0/km");
  g_assert_true (can_read (page));
  mapping = read_page (page);
  g_assert_true (hip_column_mapping_equal (mapping, table->guess));
  g_assert_finalize_object (page);
}

static void
test_choose (void)
{
  HipColumnMappingPage *page =
      make_page ("A,B,C,D\n2024-03-12,10500,52:10,6.5\n2024-03-13,8000,40:00,7\n");
  g_autoptr (HipColumnMapping) mapping = NULL;

  g_assert_cmpstr (get_result (page), ==, "Choose the column with the distance.");
  g_assert_false (can_read (page));
  g_assert_false (is_asked (page, "unit_row"));
  g_assert_false (is_asked (page, "style_row"));

  adw_combo_row_set_selected (get_child (page, "distance_row"), 2);
  g_assert_true (is_asked (page, "unit_row"));
  g_assert_cmpuint (get_selected (page, "unit_row"), ==, HIP_DISTANCE_UNIT_M);
  g_assert_cmpstr (get_result (page), ==, "First run: 12 March 2024 · 10.5\u00a0km");

  adw_combo_row_set_selected (get_child (page, "duration_row"), 2);
  g_assert_true (g_str_has_prefix (get_result (page), "The column “B” is chosen twice"));
  g_assert_false (can_read (page));

  adw_combo_row_set_selected (get_child (page, "duration_row"), 3);
  adw_combo_row_set_selected (get_child (page, "distance_row"), 4);
  g_assert_cmpuint (get_selected (page, "unit_row"), ==, HIP_DISTANCE_UNIT_KM);
  adw_combo_row_set_selected (get_child (page, "unit_row"), HIP_DISTANCE_UNIT_MI);
  g_assert_cmpstr (get_result (page), ==,
                   "First run: 12 March 2024 · 10.5\u00a0km · 52:10 · 4:59\u00a0/km");
  mapping = read_page (page);
  g_assert_cmpint (mapping->columns[HIP_MAPPED_DISTANCE], ==, 3);
  g_assert_cmpint (mapping->columns[HIP_MAPPED_DURATION], ==, 2);
  g_assert_cmpint (mapping->distance_unit, ==, HIP_DISTANCE_UNIT_MI);
  g_assert_cmpint (mapping->duration_style, ==, HIP_DURATION_STYLE_CLOCK);

  adw_combo_row_set_selected (get_child (page, "duration_row"), 0);
  g_assert_false (is_asked (page, "style_row"));
  g_assert_finalize_object (page);
}

/* Only where the values leave it open, and then nothing is taken for granted. */
static void
test_date_order (void)
{
  HipColumnMappingPage *page = make_page ("Date,km\n3/4/2024,10\n5/6/2024,8\n");
  g_autoptr (HipColumnMapping) mapping = NULL;
  GListModel *choices;
  g_autoptr (GtkStringObject) day_first = NULL;

  g_assert_true (is_asked (page, "order_row"));
  g_assert_false (can_read (page));
  g_assert_cmpstr (get_result (page), ==,
                   "Choose whether the day or the month comes first in the dates.");
  g_assert_cmpstr (adw_action_row_get_subtitle (get_child (page, "order_row")), ==, "3/4/2024");
  choices = adw_combo_row_get_model (get_child (page, "order_row"));
  day_first = g_list_model_get_item (choices, 1);
  g_assert_cmpstr (gtk_string_object_get_string (day_first), ==, "3 April 2024");
  adw_combo_row_set_selected (get_child (page, "order_row"), 1);
  g_assert_cmpstr (get_result (page), ==, "First run: 3 April 2024 · 10.0\u00a0km");
  adw_combo_row_set_selected (get_child (page, "order_row"), 2);
  g_assert_cmpstr (get_result (page), ==, "First run: 4 March 2024 · 10.0\u00a0km");
  g_assert_true (can_read (page));
  mapping = read_page (page);
  g_assert_cmpint (mapping->date_order, ==, HIP_DATE_ORDER_MONTH_FIRST);
  g_assert_finalize_object (page);
}

static void
test_doubts (void)
{
  HipColumnMappingPage *page =
      make_page ("Date,km,Time,Sport\n2024-03-12,10,50:00,Run\nnever,8,40:00,Run\n"
                 "2024-03-13,8,40:00,Ride\n");

  g_assert_true (g_str_has_suffix (get_result (page),
                                   "\n1 row of the first 3 cannot be read: “never” is not a date "
                                   "that can be understood."));
  g_assert_true (can_read (page));
  adw_combo_row_set_selected (get_child (page, "unit_row"), HIP_DISTANCE_UNIT_M);
  g_assert_true (g_str_has_suffix (get_result (page),
                                   "\nNobody runs at that pace: look at the units once more."));
  g_assert_true (can_read (page));
  adw_combo_row_set_selected (get_child (page, "date_row"), 3);
  adw_combo_row_set_selected (get_child (page, "duration_row"), 0);
  g_assert_cmpstr (get_result (page), ==,
                   "None of the first rows can be read: “50:00” is not a date that can be "
                   "understood.");
  g_assert_false (can_read (page));
  g_assert_finalize_object (page);
}

static void
test_no_run_yet (void)
{
  HipColumnMappingPage *page = make_page ("Date,km,Time,Sport\n2024-03-12,30,1:00:00,Ride\n");

  adw_combo_row_set_selected (get_child (page, "sport_row"), 4);
  g_assert_cmpstr (get_result (page), ==,
                   "None of the first rows is a run. Those further down may be.");
  g_assert_true (can_read (page));
  g_assert_finalize_object (page);
}

/* What is chosen once is offered again, but for what the new table shows to be otherwise. */
static void
test_memory (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.example.HipLog");
  g_autoptr (HipUnknownTable) open = make_table ("A,B\n3/4/2024,10.5\n");
  g_autoptr (HipUnknownTable) again = make_table ("A,B\n3/4/2024,10.5\n");
  g_autoptr (HipUnknownTable) clear = make_table ("A,B\n13/4/2024,\"10,5\"\n");
  g_autoptr (HipUnknownTable) other = make_table ("A,C\n3/4/2024,10.5\n");
  g_auto (GStrv) texts = NULL;

  g_settings_reset (settings, "column-mappings");
  g_assert_false (hip_column_memory_recall (settings, open, HIP_UNITS_KM));
  open->guess->columns[HIP_MAPPED_DISTANCE] = 1;
  open->guess->date_order = HIP_DATE_ORDER_DAY_FIRST;
  hip_column_memory_add (settings, open->guess);
  open->guess->date_order = HIP_DATE_ORDER_MONTH_FIRST;
  hip_column_memory_add (settings, open->guess);
  texts = g_settings_get_strv (settings, "column-mappings");
  g_assert_cmpuint (g_strv_length (texts), ==, 1);

  g_assert_true (hip_column_memory_recall (settings, again, HIP_UNITS_KM));
  g_assert_true (hip_column_mapping_validate (again->guess, NULL));
  g_assert_cmpint (again->guess->date_order, ==, HIP_DATE_ORDER_MONTH_FIRST);
  g_assert_true (hip_column_memory_recall (settings, clear, HIP_UNITS_KM));
  g_assert_cmpint (clear->guess->date_order, ==, HIP_DATE_ORDER_DAY_FIRST);
  g_assert_cmpint (clear->guess->decimal_mark, ==, ',');
  g_assert_false (hip_column_memory_recall (settings, other, HIP_UNITS_KM));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (hip_app_get_resource ());
  g_test_add_func ("/column-mapping-page/guess", test_guess);
  g_test_add_func ("/column-mapping-page/choose", test_choose);
  g_test_add_func ("/column-mapping-page/date-order", test_date_order);
  g_test_add_func ("/column-mapping-page/doubts", test_doubts);
  g_test_add_func ("/column-mapping-page/no-run-yet", test_no_run_yet);
  g_test_add_func ("/column-mapping-page/memory", test_memory);
  return g_test_run ();
}
