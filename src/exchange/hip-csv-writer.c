// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-csv-writer.h"

#include <langinfo.h>
#include <math.h>
#include <string.h>

#include "hip-cell.h"

#define FLUSH_BYTES (64 * 1024)

struct _HipCsvWriter
{
  /* Owned */
  GOutputStream *stream;
  GString *buffer;

  HipCsvDialect dialect;
  char delimiter;
  char decimal_point;
  gboolean row_begun;
};

/**
 * hip_csv_writer_new:
 * @stream: where to write; a reference is kept
 * @dialect: for programs or for spreadsheets
 *
 * Starts a CSV file as RFC 4180 has it: rows end with CR LF, cells are quoted only when they need
 * to be. The same records always give the same bytes.
 *
 * Returns: (transfer full): the writer
 */
HipCsvWriter *
hip_csv_writer_new (GOutputStream *stream, HipCsvDialect dialect)
{
  HipCsvWriter *self;
  gboolean comma;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);

  comma = dialect == HIP_CSV_SPREADSHEET && g_str_equal (nl_langinfo (RADIXCHAR), ",");
  self = g_new0 (HipCsvWriter, 1);
  self->stream = g_object_ref (stream);
  self->buffer = g_string_sized_new (FLUSH_BYTES + 4096);
  self->dialect = dialect;
  self->delimiter = comma ? ';' : ',';
  self->decimal_point = comma ? ',' : '.';
  if (dialect == HIP_CSV_SPREADSHEET)
    g_string_append (self->buffer, "\xef\xbb\xbf");
  return self;
}

/**
 * hip_csv_writer_free:
 * @self: (nullable): a writer
 *
 * Frees the writer. What was not flushed is not written.
 */
void
hip_csv_writer_free (HipCsvWriter *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->stream);
  g_string_free (self->buffer, TRUE);
  g_free (self);
}

static void
begin_cell (HipCsvWriter *self)
{
  if (self->row_begun)
    g_string_append_c (self->buffer, self->delimiter);
  self->row_begun = TRUE;
}

/* Comma, semicolon and tab are quoted in both dialects, and blanks at the ends, so that readers
 * which guess the delimiter or trim their cells get the same text. */
static gboolean
needs_quotes (const char *text)
{
  gsize length = strlen (text);

  return length > 0
         && (strpbrk (text, "\",;\t\r\n") != NULL || text[0] == ' ' || text[length - 1] == ' ');
}

static void
append_text (HipCsvWriter *self, const char *guard, const char *text)
{
  if (!needs_quotes (text))
    {
      g_string_append (self->buffer, guard);
      g_string_append (self->buffer, text);
      return;
    }

  g_string_append_c (self->buffer, '"');
  g_string_append (self->buffer, guard);
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (self->buffer, '"');
      g_string_append_c (self->buffer, *p);
    }
  g_string_append_c (self->buffer, '"');
}

/**
 * hip_csv_writer_add_empty:
 * @self: a writer
 *
 * Adds a cell that says "not logged".
 */
void
hip_csv_writer_add_empty (HipCsvWriter *self)
{
  g_return_if_fail (self != NULL);

  begin_cell (self);
}

/**
 * hip_csv_get_guard:
 * @text: what is to stand in a cell
 * @dialect: for whom
 *
 * A spreadsheet runs what begins like a formula. An apostrophe before it makes it show the text. In
 * the dialect for spreadsheets one also goes before what would be taken for a number or a date, and
 * come back as another: an id of many digits. And one goes before apostrophes that any of these
 * follows, which lets [func@csv_unguard] give back every text exactly.
 *
 * Returns: (transfer none): what to put before @text: an apostrophe or nothing
 */
const char *
hip_csv_get_guard (const char *text, HipCsvDialect dialect)
{
  const char *first;
  gboolean guarded;

  g_return_val_if_fail (text != NULL, "");

  first = text + strspn (text, "'");
  guarded = hip_cell_is_formula (first)
            || (hip_cell_is_value (first) && (dialect == HIP_CSV_SPREADSHEET || first > text));
  return guarded ? "'" : "";
}

/**
 * hip_csv_writer_add_text:
 * @self: a writer
 * @text: (nullable): what somebody wrote; %NULL is empty
 *
 * Adds a text, with what [func@csv_get_guard] puts before it.
 */
void
hip_csv_writer_add_text (HipCsvWriter *self, const char *text)
{
  g_return_if_fail (self != NULL);

  begin_cell (self);
  if (text != NULL)
    append_text (self, hip_csv_get_guard (text, self->dialect), text);
}

/**
 * hip_csv_writer_add_word:
 * @self: a writer
 * @word: (nullable): a word of a vocabulary, a list of them, a date; %NULL is empty
 *
 * Adds a word of ours, which never begins like a formula.
 */
void
hip_csv_writer_add_word (HipCsvWriter *self, const char *word)
{
  g_return_if_fail (self != NULL);

  begin_cell (self);
  if (word != NULL)
    append_text (self, "", word);
}

/**
 * hip_csv_writer_add_integer:
 * @self: a writer
 * @value: any number
 *
 * Adds a whole number.
 */
void
hip_csv_writer_add_integer (HipCsvWriter *self, gint64 value)
{
  g_return_if_fail (self != NULL);

  begin_cell (self);
  g_string_append_printf (self->buffer, "%" G_GINT64_FORMAT, value);
}

/**
 * hip_csv_writer_add_number:
 * @self: a writer
 * @value: any number; NAN is empty
 * @decimals: how many decimals, 0 to 9
 *
 * Adds a number with the dialect's decimal mark.
 */
void
hip_csv_writer_add_number (HipCsvWriter *self, double value, int decimals)
{
  char format[8];
  char digits[G_ASCII_DTOSTR_BUF_SIZE + 400];

  g_return_if_fail (self != NULL);
  g_return_if_fail (decimals >= 0 && decimals <= 9);

  begin_cell (self);
  if (!isfinite (value))
    return;
  g_snprintf (format, sizeof format, "%%.%df", decimals);
  g_ascii_formatd (digits, sizeof digits, format, value);
  for (char *p = digits; *p != '\0'; p++)
    g_string_append_c (self->buffer, *p == '.' ? self->decimal_point : *p);
}

/**
 * hip_csv_writer_end_row:
 * @self: a writer
 * @cancellable: (nullable): stops writing
 * @error: return location for an I/O error
 *
 * Ends the row; writes when enough has come together.
 *
 * Returns: %FALSE when it could not be written
 */
gboolean
hip_csv_writer_end_row (HipCsvWriter *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  g_string_append (self->buffer, "\r\n");
  self->row_begun = FALSE;
  if (self->buffer->len < FLUSH_BYTES)
    return TRUE;
  return hip_csv_writer_flush (self, cancellable, error);
}

/**
 * hip_csv_writer_flush:
 * @self: a writer
 * @cancellable: (nullable): stops writing
 * @error: return location for an I/O error
 *
 * Gives the stream everything that was added.
 *
 * Returns: %FALSE when it could not be written
 */
gboolean
hip_csv_writer_flush (HipCsvWriter *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!g_output_stream_write_all (self->stream, self->buffer->str, self->buffer->len, NULL,
                                  cancellable, error))
    return FALSE;
  g_string_truncate (self->buffer, 0);
  return TRUE;
}
