// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-csv-reader.h"

#include <csv.h>
#include <string.h>

#include <glib/gi18n.h>

#include "hip-cell.h"

#define CHUNK_BYTES (64 * 1024)
/* How many bytes may be read a second time after broken rows, so that a hostile file ends too. */
#define REWIND_BUDGET (64 * 1024 * 1024)
#define TOO_LONG      G_MAXSIZE

struct _HipCsvReader
{
  /* Owned */
  GInputStream *stream;
  GByteArray *buffer; /* what was taken from the stream and may still be needed */
  GByteArray *text;   /* the row's cells, each with a NUL behind it */
  GArray *ends;       /* of gsize: where each cell's NUL is in @text */
  GPtrArray *cells;   /* borrowed from @text */

  struct csv_parser parser;
  HipCsvRow row;
  char delimiter;    /* 0 until the header was seen */
  gboolean at_end;   /* of the stream */
  gboolean row_done; /* the parser has ended a row */
  gsize row_pos;     /* in @buffer: the row that is being read */
  gsize pos;         /* in @buffer: the next line */
  gsize scanned;     /* in @buffer: no line ends between @pos and here */
  guint64 offset;
  guint64 rewound;
  guint line; /* number of the line at @pos */
};

/* Blanks are part of a cell (RFC 4180, 2.4). */
static int
is_never_space (unsigned char byte)
{
  return 0;
}

static void
start_parser (HipCsvReader *self)
{
  if (csv_init (&self->parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
    g_error ("The CSV parser cannot be set up");
  csv_set_space_func (&self->parser, is_never_space);
  csv_set_blk_size (&self->parser, 4096);
  if (self->delimiter != 0)
    csv_set_delim (&self->parser, (unsigned char) self->delimiter);
}

/**
 * hip_csv_reader_new:
 * @stream: the file's bytes; a reference is kept
 *
 * Starts reading a CSV file: UTF-8 with or without a byte order mark, rows ended by LF, CR LF or
 * CR, cells separated by whichever of comma, semicolon and tab its first row uses most.
 *
 * Returns: (transfer full): the reader
 */
HipCsvReader *
hip_csv_reader_new (GInputStream *stream)
{
  HipCsvReader *self;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  self = g_new0 (HipCsvReader, 1);
  self->stream = g_object_ref (stream);
  self->buffer = g_byte_array_sized_new (2 * CHUNK_BYTES);
  self->text = g_byte_array_new ();
  self->ends = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->cells = g_ptr_array_new ();
  self->line = 1;
  start_parser (self);

  return self;
}

/**
 * hip_csv_reader_free:
 * @self: (nullable): a reader
 *
 * Frees the reader and the row it gave last.
 */
void
hip_csv_reader_free (HipCsvReader *self)
{
  if (self == NULL)
    return;

  csv_free (&self->parser);
  g_object_unref (self->stream);
  g_byte_array_unref (self->buffer);
  g_byte_array_unref (self->text);
  g_array_unref (self->ends);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

/**
 * hip_csv_reader_get_offset:
 * @self: a reader
 *
 * Returns: how many bytes were taken from the stream
 */
guint64
hip_csv_reader_get_offset (HipCsvReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->offset;
}

/* Appends the stream's next bytes to the buffer. */
static gboolean
fill (HipCsvReader *self, GCancellable *cancellable, GError **error)
{
  gsize old_len = self->buffer->len;
  gssize n;

  g_byte_array_set_size (self->buffer, old_len + CHUNK_BYTES);
  n = g_input_stream_read (self->stream, self->buffer->data + old_len, CHUNK_BYTES, cancellable,
                           error);
  g_byte_array_set_size (self->buffer, old_len + MAX (n, 0));
  if (n < 0)
    return FALSE;

  self->at_end = n == 0;
  self->offset += n;
  return TRUE;
}

/* The length of the line end at @at, 0 if there is none or it is not yet known. */
static gsize
line_end_length (HipCsvReader *self, gsize at)
{
  const guint8 *data = self->buffer->data;

  if (data[at] == '\n')
    return 1;
  if (data[at] != '\r')
    return 0;
  if (at + 1 < self->buffer->len)
    return data[at + 1] == '\n' ? 2 : 1;
  return self->at_end ? 1 : 0;
}

/* Where the line at @pos ends, its line end included; FALSE when more bytes are needed. */
static gboolean
find_line_end (HipCsvReader *self, gsize *end)
{
  gsize at;

  for (at = MAX (self->scanned, self->pos); at < self->buffer->len; at++)
    {
      gsize length = line_end_length (self, at);

      if (length > 0)
        {
          *end = at + length;
          return TRUE;
        }
      if (self->buffer->data[at] == '\r')
        break;
    }

  self->scanned = at;
  *end = self->buffer->len;
  return self->at_end;
}

static void
take_cell (void *bytes, size_t length, void *data)
{
  HipCsvReader *self = data;
  gsize start = self->text->len;
  gsize end = start + length;

  if (self->row.reason == NULL && length > HIP_CSV_MAX_CELL_BYTES)
    self->row.reason = _ ("A cell is longer than 1 MiB.");
  else if (self->row.reason == NULL && self->ends->len >= HIP_CSV_MAX_CELLS)
    self->row.reason = _ ("The row has more than 4096 cells.");
  if (self->row.reason != NULL)
    return;

  g_byte_array_set_size (self->text, (guint) end + 1);
  if (length > 0)
    memcpy (self->text->data + start, bytes, length);
  self->text->data[end] = '\0';
  g_array_append_val (self->ends, end);
}

static void
take_row (int terminator, void *data)
{
  HipCsvReader *self = data;

  self->row_done = TRUE;
}

static void
point_at_cells (HipCsvReader *self)
{
  const char *start = (const char *) self->text->data;

  g_ptr_array_set_size (self->cells, 0);
  for (guint i = 0; i < self->ends->len; i++)
    {
      const char *end = (const char *) self->text->data + g_array_index (self->ends, gsize, i);

      if (!g_utf8_validate_len (start, end - start, NULL))
        {
          self->row.reason = _ ("The text is not valid UTF-8. Save the file in that encoding.");
          break;
        }
      g_ptr_array_add (self->cells, (gpointer) start);
      start = end + 1;
    }
}

static const HipCsvRow *
finish_row (HipCsvReader *self)
{
  if (self->row.reason == NULL)
    point_at_cells (self);
  if (self->row.reason != NULL)
    g_ptr_array_set_size (self->cells, 0);
  self->row.n_cells = self->cells->len;
  self->row.cells = (const char *const *) self->cells->pdata;
  return &self->row;
}

static void
begin_row (HipCsvReader *self)
{
  /* Only now and then, so that a long buffer of short rows is not moved for each. */
  if (self->pos >= CHUNK_BYTES && self->pos >= self->buffer->len / 2)
    {
      g_byte_array_remove_range (self->buffer, 0, self->pos);
      self->scanned -= MIN (self->scanned, self->pos);
      self->pos = 0;
    }
  self->row_pos = self->pos;
  g_byte_array_set_size (self->text, 0);
  g_array_set_size (self->ends, 0);
  self->row = (HipCsvRow) { .line = self->line };
  self->row_done = FALSE;
}

/* The row is broken: says why, and goes on with the line after its first one, so that a single
 * quotation mark too many does not swallow the rest of the file. */
static const HipCsvRow *
give_up_row (HipCsvReader *self, gsize first_line_end, const char *reason)
{
  if (self->pos > first_line_end && self->rewound < REWIND_BUDGET)
    {
      self->rewound += self->pos - first_line_end;
      self->pos = first_line_end;
      self->scanned = first_line_end;
      self->line = self->row.line + 1;
    }
  csv_free (&self->parser);
  start_parser (self);
  self->row.reason = reason;
  return finish_row (self);
}

/* Gives the line at @pos to the parser. */
static gboolean
parse_line (HipCsvReader *self, gsize end)
{
  gsize length = end - self->pos;
  gsize done;

  done =
      csv_parse (&self->parser, self->buffer->data + self->pos, length, take_cell, take_row, self);
  self->pos = end;
  self->line++;
  return done == length;
}

/* Makes a whole line available at @pos. FALSE only on failure; a line beyond the cap is not whole,
 * which *@end tells by being TOO_LONG. */
static gboolean
need_line (HipCsvReader *self, gsize *end, GCancellable *cancellable, GError **error)
{
  while (!find_line_end (self, end))
    {
      if (self->buffer->len - self->row_pos > HIP_CSV_MAX_ROW_BYTES)
        {
          *end = TOO_LONG;
          return TRUE;
        }
      if (!fill (self, cancellable, error))
        return FALSE;
    }
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* Drops everything up to the next line end. */
static gboolean
skip_line (HipCsvReader *self, GCancellable *cancellable, GError **error)
{
  gsize end;

  while (!find_line_end (self, &end))
    {
      gboolean keep_cr = self->buffer->data[self->buffer->len - 1] == '\r';

      g_byte_array_remove_range (self->buffer, 0, self->buffer->len - (keep_cr ? 1 : 0));
      self->pos = self->scanned = 0;
      if (!fill (self, cancellable, error))
        return FALSE;
    }
  self->pos = end;
  self->line++;
  return TRUE;
}

static char
detect_delimiter (const guint8 *line, gsize length)
{
  const char candidates[] = { ',', ';', '\t' };
  guint counts[G_N_ELEMENTS (candidates)] = { 0 };
  gboolean quoted = FALSE;
  guint best = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (line[i] == '"')
        quoted = !quoted;
      for (guint c = 0; c < G_N_ELEMENTS (candidates) && !quoted; c++)
        counts[c] += line[i] == (guint8) candidates[c];
    }
  for (guint c = 1; c < G_N_ELEMENTS (candidates); c++)
    if (counts[c] > counts[best])
      best = c;
  return candidates[best];
}

/* Some spreadsheets put a line "sep=;" before the header. */
static gboolean
is_separator_line (const guint8 *line, gsize length)
{
  return length >= 5 && length <= 7 && memcmp (line, "sep=", 4) == 0
         && strchr (",;\t", line[4]) != NULL;
}

/* Byte order mark, "sep=" line, delimiter. */
static gboolean
read_preamble (HipCsvReader *self, GCancellable *cancellable, GError **error)
{
  gsize end;

  if (!need_line (self, &end, cancellable, error))
    return FALSE;
  if (self->buffer->len >= 3 && memcmp (self->buffer->data, "\xef\xbb\xbf", 3) == 0)
    self->pos = 3;
  if (end != TOO_LONG && is_separator_line (self->buffer->data + self->pos, end - self->pos))
    {
      self->delimiter = (char) self->buffer->data[self->pos + 4];
      self->pos = end;
      self->line++;
    }
  else
    self->delimiter =
        detect_delimiter (self->buffer->data + self->pos, MIN (end, self->buffer->len) - self->pos);
  csv_set_delim (&self->parser, (unsigned char) self->delimiter);
  return TRUE;
}

/* What the parser has when the file ends without a line end. */
static const HipCsvRow *
finish_last_row (HipCsvReader *self, gsize first_line_end)
{
  if (csv_fini (&self->parser, take_cell, take_row, self) != 0)
    return give_up_row (self, first_line_end, _ ("A quotation mark is opened and never closed."));
  return self->row_done ? finish_row (self) : NULL;
}

/* Reads one row's lines. NULL with *@again set when it was an empty line. */
static const HipCsvRow *
read_row (HipCsvReader *self, gboolean *again, GCancellable *cancellable, GError **error)
{
  gsize first_line_end = 0;
  gsize end;

  begin_row (self);
  while (!self->row_done)
    {
      if (!need_line (self, &end, cancellable, error))
        return NULL;
      if (end == TOO_LONG && first_line_end == 0)
        return skip_line (self, cancellable, error)
                   ? give_up_row (self, self->pos, _ ("The row is longer than 4 MiB."))
                   : NULL;
      if (end == TOO_LONG)
        return give_up_row (self, first_line_end,
                            _ ("A quotation mark is opened and not closed within 4 MiB."));
      if (end == self->pos)
        return finish_last_row (self, first_line_end);
      if (first_line_end == 0)
        first_line_end = end;
      if (!parse_line (self, end))
        return give_up_row (self, first_line_end, _ ("A quotation mark is in the wrong place."));
      *again = !self->row_done && self->ends->len == 0 && end == first_line_end
               && (self->buffer->data[self->row_pos] == '\n'
                   || self->buffer->data[self->row_pos] == '\r');
      if (*again)
        return NULL;
    }
  if (self->row.reason != NULL)
    return give_up_row (self, first_line_end, self->row.reason);
  return finish_row (self);
}

/**
 * hip_csv_reader_next:
 * @self: a reader
 * @cancellable: (nullable): stops reading
 * @error: return location for an I/O error
 *
 * Reads the next row. Empty lines are passed over. A row that cannot be understood (broken
 * quoting, beyond the size caps, not UTF-8) is given with a reason and without cells, and reading
 * goes on behind it.
 *
 * Returns: (transfer none) (nullable): the row, or %NULL at the end or when @error is set
 */
const HipCsvRow *
hip_csv_reader_next (HipCsvReader *self, GCancellable *cancellable, GError **error)
{
  const HipCsvRow *row;
  gboolean again;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->delimiter == 0 && !read_preamble (self, cancellable, error))
    return NULL;

  do
    {
      again = FALSE;
      row = read_row (self, &again, cancellable, error);
    }
  while (again);
  return row;
}

/**
 * hip_csv_unguard:
 * @cell: a text cell of one of our own files
 *
 * Takes away the one apostrophe which the writer puts before a text that a spreadsheet would run
 * as a formula or take for a number (and before those that already look like a text so treated).
 *
 * Returns: the text, a part of @cell
 */
const char *
hip_csv_unguard (const char *cell)
{
  const char *first;

  g_return_val_if_fail (cell != NULL, NULL);

  first = cell + strspn (cell, "'");
  if (first > cell && (hip_cell_is_formula (first) || hip_cell_is_value (first)))
    return cell + 1;
  return cell;
}
