// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-table.h"

#include <glib/gi18n.h>

#include "hip-store.h"

#define INT32(T, f)            { #f, HIP_COLUMN_INT32, G_STRUCT_OFFSET (T, f) }
#define INT64(T, f)            { #f, HIP_COLUMN_INT64, G_STRUCT_OFFSET (T, f) }
#define DAY(T, f)              { #f, HIP_COLUMN_DAY, G_STRUCT_OFFSET (T, f) }
#define TEXT(T, f)             { #f, HIP_COLUMN_TEXT, G_STRUCT_OFFSET (T, f) }
#define FLAG(T, f)             { #f, HIP_COLUMN_FLAG, G_STRUCT_OFFSET (T, f) }
#define WORD(T, f, vocabulary) { #f, HIP_COLUMN_WORD, G_STRUCT_OFFSET (T, f), vocabulary }
#define SIDE(T, f)             { #f, HIP_COLUMN_SIDE, G_STRUCT_OFFSET (T, f), hip_vocabulary_sides }
#define SET(T, f, vocabulary)  { #f, HIP_COLUMN_SET, G_STRUCT_OFFSET (T, f), vocabulary }
#define LINK(T, f, kind)       { #f, HIP_COLUMN_LINK, G_STRUCT_OFFSET (T, f), NULL, kind }
#define IMPORT_LINK                                                                                \
  { "import_id", HIP_COLUMN_LINK, G_STRUCT_OFFSET (HipRecord, import_id), NULL, HIP_RECORD_IMPORT }

// clang-format off
#define RUN_COLUMNS \
  IMPORT_LINK, \
  DAY (HipRun, date), \
  INT32 (HipRun, start_s), \
  INT32 (HipRun, utc_offset_min), \
  INT32 (HipRun, distance_m), \
  INT32 (HipRun, duration_s), \
  INT32 (HipRun, cadence_spm), \
  INT32 (HipRun, effort), \
  INT32 (HipRun, ascent_m), \
  WORD (HipRun, surface, hip_vocabulary_surfaces), \
  WORD (HipRun, ground, hip_vocabulary_grounds), \
  WORD (HipRun, warm_up, hip_vocabulary_answers), \
  WORD (HipRun, cool_down, hip_vocabulary_answers), \
  LINK (HipRun, shoe_id, HIP_RECORD_SHOE), \
  TEXT (HipRun, title), \
  TEXT (HipRun, note), \
  TEXT (HipRun, source), \
  TEXT (HipRun, source_id)
// clang-format on

static const HipColumn run_columns[] = { RUN_COLUMNS };

/* The run may be gone, and its import with it: these are no links. */
static const HipColumn replaced_run_columns[] = {
  RUN_COLUMNS,
  INT64 (HipReplacedRun, run_id),
  INT64 (HipReplacedRun, run_import_id),
};

static const HipColumn shoe_columns[] = {
  IMPORT_LINK,
  TEXT (HipShoe, name),
  TEXT (HipShoe, brand),
  TEXT (HipShoe, model),
  DAY (HipShoe, bought),
  INT32 (HipShoe, start_distance_m),
  INT32 (HipShoe, check_at_m),
  INT32 (HipShoe, replace_at_m),
  DAY (HipShoe, retired),
  TEXT (HipShoe, note),
};

static const HipColumn pain_day_columns[] = {
  IMPORT_LINK,
  DAY (HipPainDay, date),
  SIDE (HipPainDay, side),
  INT32 (HipPainDay, score),
  SET (HipPainDay, areas, hip_vocabulary_areas),
  SET (HipPainDay, qualities, hip_vocabulary_qualities),
  SET (HipPainDay, timings, hip_vocabulary_timings),
  WORD (HipPainDay, onset, hip_vocabulary_onsets),
  SET (HipPainDay, flags, hip_vocabulary_flags),
  FLAG (HipPainDay, seen),
  TEXT (HipPainDay, note),
};

static const HipColumn care_entry_columns[] = {
  IMPORT_LINK,
  DAY (HipCareEntry, date),
  WORD (HipCareEntry, kind, hip_vocabulary_care_kinds),
  INT32 (HipCareEntry, minutes),
  TEXT (HipCareEntry, note),
};

static const HipColumn dismissal_columns[] = {
  TEXT (HipDismissal, rule),
  TEXT (HipDismissal, subject),
  INT32 (HipDismissal, severity),
  DAY (HipDismissal, date),
};

static const HipColumn screening_columns[] = {
  IMPORT_LINK,
  DAY (HipScreening, date),
  SET (HipScreening, asked, hip_vocabulary_flags),
  SET (HipScreening, yes, hip_vocabulary_flags),
  FLAG (HipScreening, seen),
};

static const HipColumn import_columns[] = {
  INT64 (HipImport, imported_at),
  TEXT (HipImport, name),
};

#define TABLE(KIND, name, columns) [KIND] = { KIND, name, columns, G_N_ELEMENTS (columns) }

static const HipTable tables[HIP_N_RECORD_KINDS] = {
  TABLE (HIP_RECORD_SHOE, "shoes", shoe_columns),
  TABLE (HIP_RECORD_IMPORT, "imports", import_columns),
  TABLE (HIP_RECORD_RUN, "runs", run_columns),
  TABLE (HIP_RECORD_PAIN_DAY, "pain_days", pain_day_columns),
  TABLE (HIP_RECORD_CARE_ENTRY, "care_entries", care_entry_columns),
  TABLE (HIP_RECORD_DISMISSAL, "dismissals", dismissal_columns),
  TABLE (HIP_RECORD_SCREENING, "screenings", screening_columns),
  TABLE (HIP_RECORD_REPLACED_RUN, "replaced_runs", replaced_run_columns),
};

/**
 * hip_table_get: (skip)
 * @kind: a kind of record
 *
 * Returns: (transfer none): the table that keeps it
 */
const HipTable *
hip_table_get (HipRecordKind kind)
{
  g_return_val_if_fail (kind < HIP_N_RECORD_KINDS, NULL);

  return &tables[kind];
}

/* "a, b, c, id" */
static char *
join_names (const HipTable *self)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < self->n_columns; i++)
    g_string_append_printf (names, "%s, ", self->columns[i].name);
  g_string_append (names, "id");

  return g_string_free (names, FALSE);
}

/**
 * hip_table_get_insert_sql: (skip)
 * @self: the table
 * @n_rows: how many rows it inserts
 *
 * Its parameters are those of hip_table_bind().
 *
 * Returns: (transfer full): the statement
 */
char *
hip_table_get_insert_sql (const HipTable *self, guint n_rows)
{
  g_autofree char *names = join_names (self);
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT INTO %s (%s) VALUES ", self->name, names);
  for (guint row = 0; row < n_rows; row++)
    {
      g_string_append (sql, row > 0 ? ", (?" : "(?");
      for (guint i = 0; i < self->n_columns; i++)
        g_string_append (sql, ", ?");
      g_string_append_c (sql, ')');
    }

  return g_string_free (sql, FALSE);
}

/**
 * hip_table_get_update_sql: (skip)
 * @self: the table
 *
 * Its parameters are those of hip_table_bind(); the row is found by the id.
 *
 * Returns: (transfer full): the statement
 */
char *
hip_table_get_update_sql (const HipTable *self)
{
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "UPDATE %s SET ", self->name);
  for (guint i = 0; i < self->n_columns; i++)
    g_string_append_printf (sql, "%s%s = ?", i > 0 ? ", " : "", self->columns[i].name);
  g_string_append (sql, " WHERE id = ?");

  return g_string_free (sql, FALSE);
}

/**
 * hip_table_get_delete_sql: (skip)
 * @self: the table
 *
 * Returns: (transfer full): the statement; its one parameter is the id
 */
char *
hip_table_get_delete_sql (const HipTable *self)
{
  return g_strdup_printf ("DELETE FROM %s WHERE id = ?", self->name);
}

/**
 * hip_table_get_select_sql: (skip)
 * @self: the table
 * @one: whether one row is wanted, whose id is the parameter, or all of them
 *
 * Returns: (transfer full): the statement, for hip_table_read()
 */
char *
hip_table_get_select_sql (const HipTable *self, gboolean one)
{
  g_autofree char *names = join_names (self);

  return g_strdup_printf ("SELECT %s FROM %s%s", names, self->name, one ? " WHERE id = ?" : "");
}

/* --- Record to row --- */

static void
bind_int64 (sqlite3_stmt *statement, int i, gint64 value, gint64 null)
{
  if (value == null)
    sqlite3_bind_null (statement, i);
  else
    sqlite3_bind_int64 (statement, i, value);
}

/* An empty text is not a text: it becomes NULL. Takes @text. */
static void
bind_text_take (sqlite3_stmt *statement, int i, char *text)
{
  if (text != NULL && *text != '\0')
    {
      sqlite3_bind_text (statement, i, text, -1, g_free);
      return;
    }

  sqlite3_bind_null (statement, i);
  g_free (text);
}

static void
bind_word (sqlite3_stmt *statement, int i, const HipVocabulary *vocabulary, guint value)
{
  const char *word = value != 0 ? hip_vocabulary_get_word (vocabulary, value) : NULL;

  sqlite3_bind_text (statement, i, word, -1, SQLITE_STATIC);
}

static void
bind_column (const HipColumn *column, sqlite3_stmt *statement, int i, gconstpointer record)
{
  const void *field = (const char *) record + column->offset;

  switch (column->type)
    {
    case HIP_COLUMN_INT32:
      bind_int64 (statement, i, *(const gint32 *) field, HIP_UNSET);
      break;
    case HIP_COLUMN_INT64:
      sqlite3_bind_int64 (statement, i, *(const gint64 *) field);
      break;
    case HIP_COLUMN_LINK:
      bind_int64 (statement, i, *(const gint64 *) field, 0);
      break;
    case HIP_COLUMN_DAY:
      if (*(const HipDay *) field == HIP_DAY_NONE)
        sqlite3_bind_null (statement, i);
      else
        bind_text_take (statement, i, hip_day_to_iso (*(const HipDay *) field));
      break;
    case HIP_COLUMN_TEXT:
      bind_text_take (statement, i, g_strdup (*(char *const *) field));
      break;
    case HIP_COLUMN_FLAG:
      sqlite3_bind_int (statement, i, *(const gboolean *) field != FALSE);
      break;
    case HIP_COLUMN_WORD:
      bind_word (statement, i, column->get_vocabulary (), *(const guint *) field);
      break;
    case HIP_COLUMN_SIDE:
      bind_word (statement, i, column->get_vocabulary (), *(const guint *) field + 1);
      break;
    case HIP_COLUMN_SET:
      bind_text_take (
          statement, i,
          hip_vocabulary_set_to_words (column->get_vocabulary (), *(const guint32 *) field));
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * hip_table_bind: (skip)
 * @self: the table
 * @statement: an insert or update statement of it
 * @row: which of the rows that it writes, from 0
 * @record: a record of the table's kind
 *
 * Binds the columns of @record, then its id; that of a new record, 0 or a
 * placeholder, is left to the database.
 */
void
hip_table_bind (const HipTable *self, sqlite3_stmt *statement, guint row, gconstpointer record)
{
  const HipRecord *head = record;
  int first = (int) (row * (self->n_columns + 1)) + 1;

  g_return_if_fail (head->kind == self->kind);

  for (guint i = 0; i < self->n_columns; i++)
    bind_column (&self->columns[i], statement, first + (int) i, record);
  bind_int64 (statement, first + (int) self->n_columns, MAX (head->id, 0), 0);
}

/* --- Row to record --- */

static gpointer
new_record (HipRecordKind kind)
{
  switch (kind)
    {
    case HIP_RECORD_SHOE:
      return hip_shoe_new ();
    case HIP_RECORD_IMPORT:
      return hip_import_new ();
    case HIP_RECORD_RUN:
      return hip_run_new ();
    case HIP_RECORD_PAIN_DAY:
      return hip_pain_day_new ();
    case HIP_RECORD_CARE_ENTRY:
      return hip_care_entry_new ();
    case HIP_RECORD_DISMISSAL:
      return hip_dismissal_new ();
    case HIP_RECORD_SCREENING:
      return hip_screening_new ();
    case HIP_RECORD_REPLACED_RUN:
      return hip_replaced_run_new ();
    default:
      g_assert_not_reached ();
    }
}

static gboolean
read_int32 (sqlite3_stmt *statement, int i, gint32 *field)
{
  gint64 value = sqlite3_column_int64 (statement, i);

  if (sqlite3_column_type (statement, i) == SQLITE_NULL)
    *field = HIP_UNSET;
  else if (value > HIP_UNSET && value <= G_MAXINT32)
    *field = value;
  else
    return FALSE;

  return TRUE;
}

/* Only for columns that hold text: asking this of a number would change it. */
static const char *
column_text (sqlite3_stmt *statement, int i)
{
  return (const char *) sqlite3_column_text (statement, i);
}

static gboolean
read_text (sqlite3_stmt *statement, int i, char **field)
{
  const char *text = column_text (statement, i);

  g_clear_pointer (field, g_free);
  if (text == NULL || *text == '\0')
    return TRUE;
  if (!g_utf8_validate_len (text, sqlite3_column_bytes (statement, i), NULL))
    return FALSE;

  *field = g_strdup (text);
  return TRUE;
}

static gboolean
read_day (const char *text, HipDay *field)
{
  *field = HIP_DAY_NONE;
  return text == NULL || hip_day_parse (text, field);
}

static gboolean
read_word (const char *word, const HipVocabulary *vocabulary, guint *field)
{
  *field = word != NULL ? hip_vocabulary_lookup (vocabulary, word) : 0;
  return word == NULL || *field != 0;
}

static gboolean
read_side (const char *word, const HipVocabulary *vocabulary, guint *field)
{
  guint value = word != NULL ? hip_vocabulary_lookup (vocabulary, word) : 0;

  *field = value - 1;
  return value != 0;
}

static gboolean
read_set (const char *words, const HipVocabulary *vocabulary, guint32 *field)
{
  *field = 0;
  return words == NULL || hip_vocabulary_set_from_words (vocabulary, words, field, NULL);
}

static gboolean
read_column (const HipColumn *column, sqlite3_stmt *statement, int i, gpointer record)
{
  void *field = (char *) record + column->offset;

  switch (column->type)
    {
    case HIP_COLUMN_INT32:
      return read_int32 (statement, i, field);
    case HIP_COLUMN_INT64:
    case HIP_COLUMN_LINK:
      *(gint64 *) field = sqlite3_column_int64 (statement, i);
      return TRUE;
    case HIP_COLUMN_DAY:
      return read_day (column_text (statement, i), field);
    case HIP_COLUMN_TEXT:
      return read_text (statement, i, field);
    case HIP_COLUMN_FLAG:
      *(gboolean *) field = sqlite3_column_int (statement, i) != 0;
      return TRUE;
    case HIP_COLUMN_WORD:
      return read_word (column_text (statement, i), column->get_vocabulary (), field);
    case HIP_COLUMN_SIDE:
      return read_side (column_text (statement, i), column->get_vocabulary (), field);
    case HIP_COLUMN_SET:
      return read_set (column_text (statement, i), column->get_vocabulary (), field);
    default:
      g_assert_not_reached ();
    }
}

static void
set_read_error (const HipTable *self, const HipColumn *column, gint64 id, GError **error)
{
  g_set_error (error, HIP_STORE_ERROR, HIP_STORE_ERROR_CORRUPT,
               /* Translators: a number, then names of the file's table and column. */
               _ ("Row %1$lld of “%2$s” has a value in “%3$s” that is not possible."),
               (long long) id, self->name, column->name);
}

/**
 * hip_table_read: (skip)
 * @self: the table
 * @statement: a select statement of it, on a row
 * @error: return location
 *
 * Returns: (transfer full): the row as a record
 */
gpointer
hip_table_read (const HipTable *self, sqlite3_stmt *statement, GError **error)
{
  HipRecord *record = new_record (self->kind);

  record->id = sqlite3_column_int64 (statement, self->n_columns);
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (read_column (&self->columns[i], statement, i, record))
        continue;

      set_read_error (self, &self->columns[i], record->id, error);
      hip_record_unref (record);
      return NULL;
    }

  return record;
}
