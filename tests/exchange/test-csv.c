// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include <math.h>
#include <string.h>

#include "hip-cell.h"
#include "hip-csv-reader.h"
#include "hip-csv-writer.h"
#include "hip-test-util.h"
#include "repeated-stream.h"

/* Reading: every row as "LINE:cell|cell", a rejected one as "LINE!". */

static char *
read_bytes (const void *bytes, gssize length)
{
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_data (bytes, length, NULL);
  g_autoptr(HipCsvReader) reader = hip_csv_reader_new (stream);
  g_autoptr(GError) error = NULL;
  GString *text = g_string_new (NULL);
  const HipCsvRow *row;

  while ((row = hip_csv_reader_next (reader, NULL, &error)) != NULL)
    {
      g_string_append_printf (text, "%s%u%c", text->len > 0 ? " " : "", row->line,
                              row->reason != NULL ? '!' : ':');
      for (guint i = 0; i < row->n_cells; i++)
        g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", row->cells[i]);
    }
  g_assert_no_error (error);
  /* The end stays the end. */
  g_assert_null (hip_csv_reader_next (reader, NULL, &error));
  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

typedef struct
{
  const char *name;
  const char *bytes;
  const char *rows;
} ReadCase;

static const ReadCase read_cases[] = {
  { "empty", "", "" },
  { "only-mark", "\xef\xbb\xbf", "" },
  { "lf", "a,b\nc,d\n", "1:a|b 2:c|d" },
  { "crlf", "a,b\r\nc,d\r\n", "1:a|b 2:c|d" },
  { "cr", "a,b\rc,d\r", "1:a|b 2:c|d" },
  { "no-last-end", "a,b\nc,d", "1:a|b 2:c|d" },
  { "mark",
    "\xef\xbb\xbf"
    "a,b\nc,d",
    "1:a|b 2:c|d" },
  { "mark-and-quote", "\xef\xbb\xbf\"a\",b\nc,d", "1:a|b 2:c|d" },
  { "quotes", "\"a\",\"b,c\",\"d\"\"e\"\n", "1:a|b,c|d\"e" },
  { "quoted-lines", "a\n\"b\nc\",d\ne\n", "1:a 2:b\nc|d 4:e" },
  { "quoted-crlf", "a\r\n\"b\r\nc\",d\r\ne\r\n", "1:a 2:b\r\nc|d 4:e" },
  { "quoted-cr", "a\r\"b\rc\",d\re\r", "1:a 2:b\rc|d 4:e" },
  { "empty-cells", "a,b,c\n,,\n\"\",,x\n", "1:a|b|c 2:|| 3:||x" },
  { "empty-lines", "a\n\n\r\nb\n\n", "1:a 4:b" },
  { "blanks-are-kept", "a,b\n c , d\n", "1:a|b 2: c | d" },
  { "short-and-long", "a,b\nc\nd,e,f\n", "1:a|b 2:c 3:d|e|f" },
  { "semicolon", "a;b\n1,5;\"x;y\"\n", "1:a|b 2:1,5|x;y" },
  { "tab", "a\tb\n1,5\tx;y\n", "1:a|b 2:1,5|x;y" },
  { "delimiter-in-quotes", "\"a,b,c\";d\ne;f\n", "1:a,b,c|d 2:e|f" },
  { "separator-line", "sep=;\r\na,b;c\r\n1;2\r\n", "2:a,b|c 3:1|2" },
  { "unterminated", "a,b\n\"c,d\ne,f\n", "1:a|b 2! 3:e|f" },
  { "unterminated-last", "a,b\n\"c,d", "1:a|b 2!" },
  { "stray-quote", "a,b\nc\"d,e\nf,g\n", "1:a|b 2! 3:f|g" },
  { "text-after-quote", "a,b\n\"c\"d,e\nf,\"g\"\n", "1:a|b 2! 3:f|g" },
  { "swallowed-line", "a,b\n\"c,d\n\"e\",f\ng,h\n", "1:a|b 2! 3:e|f 4:g|h" },
  { "bad-utf8", "a,b\nc,\xe9t\xe9\nd,e\n", "1:a|b 2! 3:d|e" },
  { "bad-header", "a,\xff\nc,d\n", "1! 2:c|d" },
};

static void
test_read (gconstpointer data)
{
  const ReadCase *read_case = data;
  g_autofree char *rows = read_bytes (read_case->bytes, strlen (read_case->bytes));

  g_assert_cmpstr (rows, ==, read_case->rows);
}

static void
test_read_nul (void)
{
  static const char bytes[] = "a,b\nc\0d,e\nf,g\n";
  g_autofree char *rows = read_bytes (bytes, sizeof bytes - 1);

  g_assert_cmpstr (rows, ==, "1:a|b 2! 3:f|g");
}

/* Rows and line ends that lie across the pieces in which a file is read. */
static void
test_read_pieces (void)
{
  g_autoptr(GString) bytes = g_string_new (NULL);
  g_autoptr(GInputStream) stream = NULL;
  g_autoptr(HipCsvReader) reader = NULL;
  const HipCsvRow *row;
  guint n = 0;

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (bytes, "%u,\"x\r\ny\"\r\n", i);
  stream = g_memory_input_stream_new_from_data (bytes->str, bytes->len, NULL);
  reader = hip_csv_reader_new (stream);
  while ((row = hip_csv_reader_next (reader, NULL, NULL)) != NULL)
    {
      g_autofree char *number = g_strdup_printf ("%u", n);

      g_assert_null (row->reason);
      g_assert_cmpuint (row->line, ==, 2 * n + 1);
      g_assert_cmpuint (row->n_cells, ==, 2);
      g_assert_cmpstr (row->cells[0], ==, number);
      g_assert_cmpstr (row->cells[1], ==, "x\r\ny");
      n++;
    }
  g_assert_cmpuint (n, ==, 50000);
  g_assert_cmpuint (hip_csv_reader_get_offset (reader), ==, bytes->len);
}

/* A header, a row of one cell of @n letters, a row. */
static char *
read_long_cell (gsize n, gboolean quoted)
{
  g_autoptr(GString) bytes = g_string_new ("a,b\n");
  g_autofree char *letters = g_strnfill (n, 'x');

  g_string_append_printf (bytes, quoted ? "\"%s\"" : "%s", letters);
  g_string_append (bytes, ",y\nc,d\n");
  return read_bytes (bytes->str, bytes->len);
}

static void
test_read_cell_cap (void)
{
  g_autofree char *fits = read_long_cell (HIP_CSV_MAX_CELL_BYTES, FALSE);
  g_autofree char *too_long = read_long_cell (HIP_CSV_MAX_CELL_BYTES + 1, FALSE);
  g_autofree char *quoted = read_long_cell (HIP_CSV_MAX_CELL_BYTES + 1, TRUE);
  g_autofree char *row_too_long = read_long_cell (3 * HIP_CSV_MAX_ROW_BYTES, FALSE);

  g_assert_true (g_str_has_suffix (fits, "x|y 3:c|d"));
  g_assert_cmpstr (too_long, ==, "1:a|b 2! 3:c|d");
  g_assert_cmpstr (quoted, ==, "1:a|b 2! 3:c|d");
  g_assert_cmpstr (row_too_long, ==, "1:a|b 2! 3:c|d");
}

static guint
count_cells (guint n)
{
  g_autofree char *commas = g_strnfill (n - 1, ',');
  g_autoptr(GInputStream) stream =
                g_memory_input_stream_new_from_data (commas, (gssize) n - 1, NULL);
  g_autoptr(HipCsvReader) reader = hip_csv_reader_new (stream);
  const HipCsvRow *row = hip_csv_reader_next (reader, NULL, NULL);

  g_assert_nonnull (row);
  return row->reason != NULL ? 0 : row->n_cells;
}

static void
test_read_cells_cap (void)
{
  g_assert_cmpuint (count_cells (HIP_CSV_MAX_CELLS), ==, HIP_CSV_MAX_CELLS);
  g_assert_cmpuint (count_cells (HIP_CSV_MAX_CELLS + 1), ==, 0);
}

/* A quotation mark too many loses its row and not the thousands behind it. */
static void
test_read_recovers (void)
{
  g_autoptr(GString) bytes = g_string_new ("a,b\n\"oops,d\n");
  g_autoptr(GInputStream) stream = NULL;
  g_autoptr(HipCsvReader) reader = NULL;
  const HipCsvRow *row;
  guint good = 0, bad = 0;

  for (guint i = 0; i < 400000; i++)
    g_string_append (bytes, "0123456789,0123456789\n");
  g_assert_cmpuint (bytes->len, >, HIP_CSV_MAX_ROW_BYTES);
  stream = g_memory_input_stream_new_from_data (bytes->str, bytes->len, NULL);
  reader = hip_csv_reader_new (stream);
  while ((row = hip_csv_reader_next (reader, NULL, NULL)) != NULL)
    row->reason != NULL ? bad++ : good++;
  g_assert_cmpuint (bad, ==, 1);
  g_assert_cmpuint (good, ==, 400001);
}

static void
test_read_cancelled (void)
{
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_data ("a\nb\n", 4, NULL);
  g_autoptr(HipCsvReader) reader = hip_csv_reader_new (stream);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_assert_nonnull (hip_csv_reader_next (reader, cancellable, &error));
  g_cancellable_cancel (cancellable);
  g_assert_null (hip_csv_reader_next (reader, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Writing */

typedef void (*WriteFunc) (HipCsvWriter *writer);

static char *
write_with (HipCsvDialect dialect, WriteFunc func)
{
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(HipCsvWriter) writer = hip_csv_writer_new (stream, dialect);
  g_autoptr(GError) error = NULL;

  func (writer);
  g_assert_true (hip_csv_writer_flush (writer, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
}

static void
write_all_kinds (HipCsvWriter *writer)
{
  hip_csv_writer_add_text (writer, "plain");
  hip_csv_writer_add_text (writer, NULL);
  hip_csv_writer_add_text (writer, "a, \"b\"");
  hip_csv_writer_add_integer (writer, -5);
  hip_csv_writer_add_number (writer, 1.25, 2);
  hip_csv_writer_add_number (writer, NAN, 2);
  hip_csv_writer_end_row (writer, NULL, NULL);
  hip_csv_writer_add_empty (writer);
  hip_csv_writer_add_word (writer, "a;b");
  hip_csv_writer_add_text (writer, "two\nlines");
  hip_csv_writer_add_text (writer, " blank ");
  hip_csv_writer_end_row (writer, NULL, NULL);
}

static void
test_write_plain (void)
{
  g_autofree char *text = write_with (HIP_CSV_PLAIN, write_all_kinds);

  g_assert_cmpstr (text, ==,
                   "plain,,\"a, \"\"b\"\"\",-5,1.25,\r\n"
                   ",\"a;b\",\"two\nlines\",\" blank \"\r\n");
}

static void
test_write_spreadsheet (void)
{
  g_autofree char *text = write_with (HIP_CSV_SPREADSHEET, write_all_kinds);

  g_assert_true (g_str_has_prefix (text, "\xef\xbb\xbfplain,,\"a, \"\"b\"\"\",-5,1.25,\r\n"));
}

static void
test_write_spreadsheet_comma (void)
{
  g_autofree char *text = NULL;

  if (!hip_test_set_locale ("de_DE.UTF-8"))
    {
      g_test_skip ("There is no German locale");
      return;
    }
  text = write_with (HIP_CSV_SPREADSHEET, write_all_kinds);
  hip_test_set_locale ("C.UTF-8");
  g_assert_true (g_str_has_prefix (text, "\xef\xbb\xbfplain;;\"a, \"\"b\"\"\";-5;1,25;\r\n"));
}

/* Formulas: what is written never begins like one, and comes back as it was. */

static const char *const texts[] = {
  "=1+1",  "+1",    "-1",          "@SUM(A1)",
  "\t=1",  "\r=1",  "'=1",         "''=1",
  "'",     "''",    "'a",          "a'=",
  "=",     "'+",    "-5 km, easy", "=HYPERLINK(\"http://x\",\"y\")",
  "plain", "'\tx",  "\n=1",        "0012",
  "'0012", "1/2",   "''1.5",       "TRUE",
  "'90s",  "10 km", "1e5",         "'",
};

static const char *text_to_write;

static void
write_one_text (HipCsvWriter *writer)
{
  hip_csv_writer_add_text (writer, text_to_write);
  hip_csv_writer_add_text (writer, "end");
  hip_csv_writer_end_row (writer, NULL, NULL);
}

static void
check_text (HipCsvDialect dialect, const char *text)
{
  g_autofree char *bytes = NULL;
  g_autoptr(GInputStream) stream = NULL;
  g_autoptr(HipCsvReader) reader = NULL;
  const HipCsvRow *row;

  g_test_message ("%s", text);
  text_to_write = text;
  bytes = write_with (dialect, write_one_text);
  stream = g_memory_input_stream_new_from_data (bytes, -1, NULL);
  reader = hip_csv_reader_new (stream);
  row = hip_csv_reader_next (reader, NULL, NULL);
  g_assert_cmpuint (row->n_cells, ==, 2);
  g_assert_null (strchr ("=+-@\t\r", row->cells[0][0]));
  if (dialect == HIP_CSV_SPREADSHEET)
    g_assert_false (hip_cell_is_value (row->cells[0]));
  g_assert_cmpstr (hip_csv_unguard (row->cells[0]), ==, text);
}

static void
test_formulas (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      check_text (HIP_CSV_PLAIN, texts[i]);
      check_text (HIP_CSV_SPREADSHEET, texts[i]);
    }
}

/* A number stays one where programs read it, and a text is not taken for more than it is. */
static void
test_values (void)
{
  static const char *const values[] = { "0012",
                                        "1/2",
                                        "1.5",
                                        "3,5",
                                        "12:30",
                                        "2026-03-04",
                                        "1e5",
                                        "5 %",
                                        "TRUE",
                                        "fAlSe",
                                        "123456789012345678" };
  static const char *const others[] = { "", "10 km", "e", ".", "5k", "truest", "v8", "½" };
  g_autofree char *plain = NULL;
  g_autofree char *sheet = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    g_assert_true (hip_cell_is_value (values[i]));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (hip_cell_is_value (others[i]));
  text_to_write = "0012";
  plain = write_with (HIP_CSV_PLAIN, write_one_text);
  sheet = write_with (HIP_CSV_SPREADSHEET, write_one_text);
  g_assert_cmpstr (plain, ==, "0012,end\r\n");
  g_assert_cmpstr (sheet, ==, "\xef\xbb\xbf'0012,end\r\n");
}

/* Files of others, in which an apostrophe is an apostrophe. */
static void
test_unguard (void)
{
  g_assert_cmpstr (hip_csv_unguard ("'twas"), ==, "'twas");
  g_assert_cmpstr (hip_csv_unguard (""), ==, "");
  g_assert_cmpstr (hip_csv_unguard ("'"), ==, "'");
  g_assert_cmpstr (hip_csv_unguard ("'=x"), ==, "=x");
  g_assert_cmpstr (hip_csv_unguard ("''=x"), ==, "'=x");
  g_assert_cmpstr (hip_csv_unguard ("=x"), ==, "=x");
  g_assert_cmpstr (hip_csv_unguard ("'90s mix"), ==, "'90s mix");
  g_assert_cmpstr (hip_csv_unguard ("'0012"), ==, "0012");
}

/* Cells */

static void
check_number (const char *cell, double expected)
{
  double number = NAN;
  gboolean is_number = hip_cell_parse_number (cell, &number);

  g_test_message ("%s", cell);
  g_assert_true (is_number == !isnan (expected));
  if (is_number)
    g_assert_cmpfloat (number, ==, expected);
}

static void
test_numbers (void)
{
  check_number ("10", 10);
  check_number (" 10 ", 10);
  check_number ("007", 7);
  check_number ("999999999999999", 999999999999999.0);
  check_number ("1000000000000001", 1000000000000001.0);
  check_number ("12345678901234567890", 12345678901234567890.0);
  check_number ("10.5", 10.5);
  check_number ("10,5", 10.5);
  check_number ("5005.200195", 5005.200195);
  check_number ("1.234", 1.234);
  check_number ("1,234.5", 1234.5);
  check_number ("1.234,5", 1234.5);
  check_number ("0,125", 0.125);
  check_number ("-3", -3);
  check_number ("10,500", NAN);
  check_number ("1,000,000", NAN);
  check_number ("", NAN);
  check_number ("ten", NAN);
  check_number ("10 km", NAN);
  check_number ("nan", NAN);
  check_number ("inf", NAN);
  check_number ("0x10", NAN);
  check_number ("1e999", NAN);
}

static void
check_time (const char *cell, gint32 expected)
{
  gint32 seconds = -1;

  g_test_message ("%s", cell);
  g_assert_true (hip_cell_parse_time (cell, &seconds) == (expected >= 0));
  g_assert_cmpint (seconds, ==, expected);
}

static void
test_times (void)
{
  check_time ("00:00", 0);
  check_time ("7:30", 27000);
  check_time ("07:30:05", 27005);
  check_time ("23:59:59", 86399);
  check_time ("24:00", -1);
  check_time ("12:60", -1);
  check_time ("12:00:60", -1);
  check_time ("12", -1);
  check_time ("12:", -1);
  check_time ("12:00:", -1);
  check_time ("12:00:00:00", -1);
  check_time ("123:00", -1);
  check_time ("", -1);
  check_time ("12:00:00 AM", 0);
  check_time ("12:59 am", 3540);
  check_time ("12:00 PM", 43200);
  check_time ("06:05:07\xe2\x80\xafPM", 65107);
  check_time ("11:59:59PM", 86399);
  check_time ("0:30 AM", -1);
  check_time ("13:00 PM", -1);
  check_time ("6:00 XM", -1);
  check_time ("6:00 PMs", -1);
  check_time ("PM", -1);
}

/* A line of 128 MiB is passed over and never held. */
static void
test_endless_line (void)
{
  g_autoptr(GInputStream) stream = repeated_stream_new (
      "a,b\n1,2\n", "endlessly long, and longer; ", 128 * 1024 * 1024 / 28);
  g_autoptr(HipCsvReader) reader = hip_csv_reader_new (stream);
  guint64 memory = repeated_stream_get_memory ();
  const HipCsvRow *row;
  guint n = 0;

  while ((row = hip_csv_reader_next (reader, NULL, NULL)) != NULL)
    n += row->reason == NULL;
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (repeated_stream_get_read (stream), >, 127 * 1024 * 1024);
  g_assert_cmpuint (repeated_stream_get_memory () - MIN (memory, repeated_stream_get_memory ()), <,
                    32 * 1024 * 1024);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (read_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/csv/read/%s", read_cases[i].name);

      g_test_add_data_func (path, &read_cases[i], test_read);
    }
  g_test_add_func ("/exchange/csv/read/nul", test_read_nul);
  g_test_add_func ("/exchange/csv/read/pieces", test_read_pieces);
  g_test_add_func ("/exchange/csv/read/cell-cap", test_read_cell_cap);
  g_test_add_func ("/exchange/csv/read/cells-cap", test_read_cells_cap);
  g_test_add_func ("/exchange/csv/read/recovers", test_read_recovers);
  g_test_add_func ("/exchange/csv/read/cancelled", test_read_cancelled);
  g_test_add_func ("/exchange/csv/write/plain", test_write_plain);
  g_test_add_func ("/exchange/csv/write/spreadsheet", test_write_spreadsheet);
  g_test_add_func ("/exchange/csv/write/spreadsheet-comma", test_write_spreadsheet_comma);
  g_test_add_func ("/exchange/csv/formulas", test_formulas);
  g_test_add_func ("/exchange/csv/values", test_values);
  g_test_add_func ("/exchange/csv/unguard", test_unguard);
  g_test_add_func ("/exchange/csv/numbers", test_numbers);
  g_test_add_func ("/exchange/csv/times", test_times);
  g_test_add_func ("/exchange/csv/endless-line", test_endless_line);
  return g_test_run ();
}
