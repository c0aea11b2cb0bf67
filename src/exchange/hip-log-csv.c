// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-log-csv.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n.h>

#include "hip-cell.h"

/* What stands in a column, and so how it is read and written. */
typedef enum
{
  COLUMN_DATE,
  COLUMN_TIME,
  COLUMN_INTEGER, /* whole numbers only: scores, counts */
  COLUMN_MEASURE, /* a measured amount, rounded when it comes with decimals */
  COLUMN_TEXT,
  COLUMN_WORD, /* of a vocabulary */
  COLUMN_SIDE,
  COLUMN_SET,     /* words of a vocabulary */
  COLUMN_SHOE,    /* the name of the run's pair */
  COLUMN_RETIRED, /* a date, or just "yes" */
  COLUMN_SEEN,    /* "yes" or empty */
} ColumnType;

typedef struct
{
  const char *name;
  ColumnType type;
  gsize offset; /* of the field in its record */
  const HipVocabulary *(*vocabulary) (void);
  gboolean required;
} Column;

#define RUN(field) G_STRUCT_OFFSET (HipRun, field)
static const Column run_columns[] = {
  { "date", COLUMN_DATE, RUN (date), NULL, TRUE },
  { "start_time", COLUMN_TIME, RUN (start_s), NULL, FALSE },
  { "utc_offset_min", COLUMN_INTEGER, RUN (utc_offset_min), NULL, FALSE },
  { "distance_m", COLUMN_MEASURE, RUN (distance_m), NULL, TRUE },
  { "duration_s", COLUMN_MEASURE, RUN (duration_s), NULL, FALSE },
  { "cadence_spm", COLUMN_MEASURE, RUN (cadence_spm), NULL, FALSE },
  { "effort", COLUMN_INTEGER, RUN (effort), NULL, FALSE },
  { "surface", COLUMN_WORD, RUN (surface), hip_vocabulary_surfaces, FALSE },
  { "ground", COLUMN_WORD, RUN (ground), hip_vocabulary_grounds, FALSE },
  { "warm_up", COLUMN_WORD, RUN (warm_up), hip_vocabulary_answers, FALSE },
  { "cool_down", COLUMN_WORD, RUN (cool_down), hip_vocabulary_answers, FALSE },
  { "shoe", COLUMN_SHOE, RUN (shoe_id), NULL, FALSE },
  { "ascent_m", COLUMN_MEASURE, RUN (ascent_m), NULL, FALSE },
  { "title", COLUMN_TEXT, RUN (title), NULL, FALSE },
  { "note", COLUMN_TEXT, RUN (note), NULL, FALSE },
  { "source", COLUMN_TEXT, RUN (source), NULL, FALSE },
  { "source_id", COLUMN_TEXT, RUN (source_id), NULL, FALSE },
};
#undef RUN

#define PAIN(field) G_STRUCT_OFFSET (HipPainDay, field)
static const Column pain_columns[] = {
  { "date", COLUMN_DATE, PAIN (date), NULL, TRUE },
  { "side", COLUMN_SIDE, PAIN (side), hip_vocabulary_sides, TRUE },
  { "score", COLUMN_INTEGER, PAIN (score), NULL, TRUE },
  { "areas", COLUMN_SET, PAIN (areas), hip_vocabulary_areas, FALSE },
  { "qualities", COLUMN_SET, PAIN (qualities), hip_vocabulary_qualities, FALSE },
  { "timings", COLUMN_SET, PAIN (timings), hip_vocabulary_timings, FALSE },
  { "onset", COLUMN_WORD, PAIN (onset), hip_vocabulary_onsets, FALSE },
  { "flags", COLUMN_SET, PAIN (flags), hip_vocabulary_flags, FALSE },
  { "note", COLUMN_TEXT, PAIN (note), NULL, FALSE },
  { "seen", COLUMN_SEEN, PAIN (seen), NULL, FALSE },
};
#undef PAIN

#define SHOE(field) G_STRUCT_OFFSET (HipShoe, field)
static const Column shoe_columns[] = {
  { "name", COLUMN_TEXT, SHOE (name), NULL, TRUE },
  { "brand", COLUMN_TEXT, SHOE (brand), NULL, FALSE },
  { "model", COLUMN_TEXT, SHOE (model), NULL, FALSE },
  { "bought", COLUMN_DATE, SHOE (bought), NULL, FALSE },
  { "start_distance_m", COLUMN_MEASURE, SHOE (start_distance_m), NULL, FALSE },
  { "check_at_m", COLUMN_MEASURE, SHOE (check_at_m), NULL, FALSE },
  { "replace_at_m", COLUMN_MEASURE, SHOE (replace_at_m), NULL, FALSE },
  { "retired", COLUMN_RETIRED, SHOE (retired), NULL, FALSE },
  { "note", COLUMN_TEXT, SHOE (note), NULL, FALSE },
};
#undef SHOE

#define CARE(field) G_STRUCT_OFFSET (HipCareEntry, field)
static const Column care_columns[] = {
  { "date", COLUMN_DATE, CARE (date), NULL, TRUE },
  { "kind", COLUMN_WORD, CARE (kind), hip_vocabulary_care_kinds, TRUE },
  { "minutes", COLUMN_MEASURE, CARE (minutes), NULL, FALSE },
  { "note", COLUMN_TEXT, CARE (note), NULL, FALSE },
};
#undef CARE

#define SCREENING(field) G_STRUCT_OFFSET (HipScreening, field)
static const Column screening_columns[] = {
  { "date", COLUMN_DATE, SCREENING (date), NULL, TRUE },
  { "asked", COLUMN_SET, SCREENING (asked), hip_vocabulary_flags, TRUE },
  { "yes", COLUMN_SET, SCREENING (yes), hip_vocabulary_flags, FALSE },
  { "seen", COLUMN_SEEN, SCREENING (seen), NULL, FALSE },
};
#undef SCREENING

typedef struct
{
  const char *file_name;
  const Column *columns; /* NULL for the derived files */
  guint n_columns;
  const char *marks[2]; /* columns by which a derived file is known */
} FileKind;

static const FileKind file_kinds[HIP_N_LOG_CSV_KINDS] = {
  [HIP_LOG_CSV_SHOES] = { "shoes.csv", shoe_columns, G_N_ELEMENTS (shoe_columns), { NULL } },
  [HIP_LOG_CSV_RUNS] = { "runs.csv", run_columns, G_N_ELEMENTS (run_columns), { NULL } },
  [HIP_LOG_CSV_PAIN] = { "pain.csv", pain_columns, G_N_ELEMENTS (pain_columns), { NULL } },
  [HIP_LOG_CSV_CARE] = { "care.csv", care_columns, G_N_ELEMENTS (care_columns), { NULL } },
  [HIP_LOG_CSV_RED_FLAGS] = { "red-flags.csv",
                              screening_columns,
                              G_N_ELEMENTS (screening_columns),
                              { NULL } },
  [HIP_LOG_CSV_DAYS] = { "days.csv", NULL, 0, { "acute_m", "chronic_m" } },
  [HIP_LOG_CSV_WEEKS] = { "weeks.csv", NULL, 0, { "week_start", "change_pct" } },
  [HIP_LOG_CSV_WARNINGS] = { "warnings.csv", NULL, 0, { "rule", "severity" } },
};

struct _HipLogCsvColumns
{
  HipLogCsvKind kind;
  int *cell_of;  /* (owned): by column of ours, the cell's index or -1 */
  GStrv unknown; /* (owned) */
  guint n_cells; /* in the header */
};

/**
 * hip_log_csv_get_file_name:
 * @kind: one of the log's files
 *
 * Returns: its name in an export
 */
const char *
hip_log_csv_get_file_name (HipLogCsvKind kind)
{
  g_return_val_if_fail ((guint) kind < HIP_N_LOG_CSV_KINDS, NULL);

  return file_kinds[kind].file_name;
}

static int
find_cell (const HipCsvRow *header, const char *name)
{
  for (guint i = 0; i < header->n_cells; i++)
    {
      g_autofree char *cell = hip_cell_dup_trimmed (header->cells[i]);

      if (g_ascii_strcasecmp (cell, name) == 0)
        return (int) i;
    }
  return -1;
}

static gboolean
matches_kind (const HipCsvRow *header, HipLogCsvKind kind)
{
  const FileKind *file = &file_kinds[kind];
  guint known = 0;

  if (file->columns == NULL)
    return find_cell (header, file->marks[0]) >= 0 && find_cell (header, file->marks[1]) >= 0;

  for (guint i = 0; i < file->n_columns; i++)
    {
      gboolean found = find_cell (header, file->columns[i].name) >= 0;

      if (!found && file->columns[i].required)
        return FALSE;
      known += found;
    }
  /* A lone "name" is in many a list that has nothing to do with shoes. */
  return kind != HIP_LOG_CSV_SHOES || 2 * known >= header->n_cells;
}

/**
 * hip_log_csv_detect:
 * @header: a file's first row
 * @kind: (out): which file it is
 *
 * Tells our own files by their columns, whatever their order and whatever others there are.
 *
 * Returns: %FALSE when it is none of ours
 */
gboolean
hip_log_csv_detect (const HipCsvRow *header, HipLogCsvKind *kind)
{
  /* The daily sheet has a run file's columns too, and nearly everything has a name. */
  static const HipLogCsvKind order[] = {
    HIP_LOG_CSV_DAYS, HIP_LOG_CSV_WEEKS, HIP_LOG_CSV_WARNINGS,  HIP_LOG_CSV_PAIN,
    HIP_LOG_CSV_RUNS, HIP_LOG_CSV_CARE,  HIP_LOG_CSV_RED_FLAGS, HIP_LOG_CSV_SHOES,
  };

  g_return_val_if_fail (header != NULL, FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      if (!matches_kind (header, order[i]))
        continue;
      *kind = order[i];
      return TRUE;
    }
  return FALSE;
}

static gboolean
is_used (const HipLogCsvColumns *self, int cell)
{
  for (guint i = 0; i < file_kinds[self->kind].n_columns; i++)
    if (self->cell_of[i] == cell)
      return TRUE;
  return FALSE;
}

/**
 * hip_log_csv_columns_new:
 * @kind: one of the readable files
 * @header: its first row
 *
 * Finds out where each column is.
 *
 * Returns: (transfer full): the columns
 */
HipLogCsvColumns *
hip_log_csv_columns_new (HipLogCsvKind kind, const HipCsvRow *header)
{
  g_autoptr(GStrvBuilder) unknown = NULL;
  HipLogCsvColumns *self;
  const FileKind *file;

  g_return_val_if_fail ((guint) kind < HIP_N_LOG_CSV_READABLE, NULL);
  g_return_val_if_fail (header != NULL, NULL);

  file = &file_kinds[kind];
  self = g_new0 (HipLogCsvColumns, 1);
  self->kind = kind;
  self->n_cells = header->n_cells;
  self->cell_of = g_new (int, file->n_columns);
  for (guint i = 0; i < file->n_columns; i++)
    self->cell_of[i] = find_cell (header, file->columns[i].name);

  unknown = g_strv_builder_new ();
  for (guint i = 0; i < header->n_cells; i++)
    if (!is_used (self, (int) i) && !hip_cell_is_empty (header->cells[i]))
      g_strv_builder_take (unknown, hip_cell_dup_trimmed (header->cells[i]));
  self->unknown = g_strv_builder_end (unknown);
  return self;
}

/**
 * hip_log_csv_columns_free:
 * @self: (nullable): columns
 *
 * Frees the columns.
 */
void
hip_log_csv_columns_free (HipLogCsvColumns *self)
{
  if (self == NULL)
    return;

  g_free (self->cell_of);
  g_strfreev (self->unknown);
  g_free (self);
}

/**
 * hip_log_csv_columns_get_unknown:
 * @self: columns
 *
 * Returns: (transfer none) (array zero-terminated=1): the names that mean nothing to us, and
 *   second columns of a name
 */
const char *const *
hip_log_csv_columns_get_unknown (const HipLogCsvColumns *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->unknown;
}

#define FIELD(Type, record, column) ((Type *) G_STRUCT_MEMBER_P (record, (column)->offset))

static gboolean
fail_cell (GError **error, const Column *column, const char *cell, const char *advice)
{
  g_autofree char *excerpt = hip_cell_dup_excerpt (cell);

  g_set_error (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_SYNTAX,
               /* Translators: the cell's text, the column's name, what to write instead. */
               _ ("“%1$s” cannot stand in column “%2$s”. %3$s"), excerpt, column->name, advice);
  return FALSE;
}

static gboolean
read_date (const Column *column, const char *cell, gpointer record, GError **error)
{
  if (hip_cell_parse_date (cell, FIELD (HipDay, record, column)))
    return TRUE;
  return fail_cell (error, column, cell, _ ("Write a date like 2024-03-15."));
}

static gboolean
read_time (const Column *column, const char *cell, gpointer record, GError **error)
{
  if (hip_cell_parse_time (cell, FIELD (gint32, record, column)))
    return TRUE;
  return fail_cell (error, column, cell, _ ("Write a time like 07:30:00."));
}

static gboolean
read_number (const Column *column, const char *cell, gpointer record, GError **error)
{
  double number;

  if (!hip_cell_parse_number (cell, &number))
    return fail_cell (error, column, cell, _ ("Write a number."));
  if (column->type == COLUMN_INTEGER && number != floor (number))
    return fail_cell (error, column, cell, _ ("Write a whole number."));
  if (fabs (number) > 2e9)
    return fail_cell (error, column, cell, _ ("Write a smaller number."));
  *FIELD (gint32, record, column) = (gint32) lround (number);
  return TRUE;
}

static char *
advise_words (const HipVocabulary *vocabulary)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 1; i <= hip_vocabulary_get_n (vocabulary); i++)
    g_string_append_printf (words, "%s%s", i > 1 ? ", " : "",
                            hip_vocabulary_get_word (vocabulary, i));
  /* Translators: the words that can be used. */
  return g_strdup_printf (_ ("Write one of: %s."), words->str);
}

static gboolean
read_word (const Column *column, const char *cell, gpointer record, GError **error)
{
  const HipVocabulary *vocabulary = column->vocabulary ();
  g_autofree char *text = hip_cell_dup_trimmed (cell);
  g_autofree char *word = g_ascii_strdown (text, -1);
  guint value = hip_vocabulary_lookup (vocabulary, word);

  if (value == 0)
    {
      g_autofree char *advice = advise_words (vocabulary);

      return fail_cell (error, column, cell, advice);
    }
  /* Sides are the one enumeration that counts from 0: there is no unknown side. */
  *FIELD (guint, record, column) = column->type == COLUMN_SIDE ? value - 1 : value;
  return TRUE;
}

static gboolean
read_set (const Column *column, const char *cell, gpointer record, GError **error)
{
  g_autofree char *text = hip_cell_dup_trimmed (cell);

  return hip_vocabulary_set_from_words (column->vocabulary (), text,
                                        FIELD (guint32, record, column), error);
}

static gboolean
read_text (const Column *column, const char *cell, gpointer record)
{
  g_set_str (FIELD (char *, record, column), hip_csv_unguard (cell));
  return TRUE;
}

/* "yes", "no", in any case; anything else is neither. */
static HipAnswer
read_answer (const char *cell)
{
  g_autofree char *text = hip_cell_dup_trimmed (cell);

  if (g_ascii_strcasecmp (text, "yes") == 0)
    return HIP_ANSWER_YES;
  return g_ascii_strcasecmp (text, "no") == 0 ? HIP_ANSWER_NO : HIP_ANSWER_UNKNOWN;
}

static gboolean
read_retired (const Column *column, const char *cell, gpointer record, HipDay today, GError **error)
{
  HipAnswer answer = read_answer (cell);

  if (answer == HIP_ANSWER_UNKNOWN)
    return read_date (column, cell, record, error);
  *FIELD (HipDay, record, column) = answer == HIP_ANSWER_YES ? today : HIP_DAY_NONE;
  return TRUE;
}

static gboolean
read_seen (const Column *column, const char *cell, gpointer record, GError **error)
{
  HipAnswer answer = read_answer (cell);

  if (answer == HIP_ANSWER_UNKNOWN)
    return fail_cell (error, column, cell, _ ("Write “yes” or nothing."));
  *FIELD (gboolean, record, column) = answer == HIP_ANSWER_YES;
  return TRUE;
}

static gboolean
read_cell (const Column *column,
           const char *cell,
           gpointer record,
           HipDay today,
           char **shoe_name,
           GError **error)
{
  switch (column->type)
    {
    case COLUMN_DATE:
      return read_date (column, cell, record, error);
    case COLUMN_TIME:
      return read_time (column, cell, record, error);
    case COLUMN_INTEGER:
    case COLUMN_MEASURE:
      return read_number (column, cell, record, error);
    case COLUMN_TEXT:
      return read_text (column, cell, record);
    case COLUMN_WORD:
    case COLUMN_SIDE:
      return read_word (column, cell, record, error);
    case COLUMN_SET:
      return read_set (column, cell, record, error);
    case COLUMN_SHOE:
      g_set_str (shoe_name, hip_csv_unguard (cell));
      return TRUE;
    case COLUMN_RETIRED:
      return read_retired (column, cell, record, today, error);
    case COLUMN_SEEN:
      return read_seen (column, cell, record, error);
    default:
      g_assert_not_reached ();
    }
}

static gpointer
new_record (HipLogCsvKind kind)
{
  switch (kind)
    {
    case HIP_LOG_CSV_SHOES:
      return hip_shoe_new ();
    case HIP_LOG_CSV_RUNS:
      return hip_run_new ();
    case HIP_LOG_CSV_PAIN:
      return hip_pain_day_new ();
    case HIP_LOG_CSV_CARE:
      return hip_care_entry_new ();
    case HIP_LOG_CSV_RED_FLAGS:
      return hip_screening_new ();
    case HIP_LOG_CSV_DAYS:
    case HIP_LOG_CSV_WEEKS:
    case HIP_LOG_CSV_WARNINGS:
    default:
      g_assert_not_reached ();
    }
}

/* A text is a text even if it is blank; any other blank cell is "not logged". */
static gboolean
has_content (const Column *column, const char *cell)
{
  if (column->type == COLUMN_TEXT || column->type == COLUMN_SHOE)
    return *cell != '\0';
  return !hip_cell_is_empty (cell);
}

static gboolean
read_cells (const HipLogCsvColumns *self,
            const HipCsvRow *row,
            gpointer record,
            HipDay today,
            char **shoe_name,
            GError **error)
{
  const FileKind *file = &file_kinds[self->kind];

  for (guint i = 0; i < file->n_columns; i++)
    {
      const Column *column = &file->columns[i];
      int at = self->cell_of[i];
      const char *cell = at >= 0 && (guint) at < row->n_cells ? row->cells[at] : "";

      if (has_content (column, cell))
        {
          if (!read_cell (column, cell, record, today, shoe_name, error))
            return FALSE;
        }
      else if (column->required)
        {
          g_set_error (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_SYNTAX,
                       _ ("Nothing is written in column “%s”."), column->name);
          return FALSE;
        }
    }
  return TRUE;
}

/* More cells than columns mean a delimiter too many, and then nothing is where it belongs. */
static gboolean
check_width (const HipLogCsvColumns *self, const HipCsvRow *row, GError **error)
{
  for (guint i = self->n_cells; i < row->n_cells; i++)
    if (!hip_cell_is_empty (row->cells[i]))
      {
        g_set_error (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_SYNTAX,
                     /* Translators: two numbers. */
                     _ ("The row has %1$u cells where the header has %2$u."), row->n_cells,
                     self->n_cells);
        return FALSE;
      }
  return TRUE;
}

/**
 * hip_log_csv_columns_read:
 * @self: the file's columns
 * @row: a row without a reason
 * @today: the day a pair is retired of which the file only says that it is
 * @shoe_name: (out) (optional) (nullable) (transfer full): the name of a run's pair
 * @error: return location for %HIP_RECORD_ERROR
 *
 * Reads one row. The record is not validated, and a run's pair is only named.
 *
 * Returns: (transfer full): the record, or %NULL with @error set
 */
gpointer
hip_log_csv_columns_read (const HipLogCsvColumns *self,
                          const HipCsvRow *row,
                          HipDay today,
                          char **shoe_name,
                          GError **error)
{
  g_autofree char *name = NULL;
  gpointer record;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (row != NULL && row->reason == NULL, NULL);

  if (!check_width (self, row, error))
    return NULL;
  record = new_record (self->kind);
  if (!read_cells (self, row, record, today, &name, error))
    {
      hip_record_unref (record);
      return NULL;
    }
  if (shoe_name != NULL)
    *shoe_name = g_steal_pointer (&name);
  return record;
}

static void
write_day (HipCsvWriter *writer, HipDay day)
{
  g_autofree char *iso = day != HIP_DAY_NONE ? hip_day_to_iso (day) : NULL;

  hip_csv_writer_add_word (writer, iso);
}

static void
write_time (HipCsvWriter *writer, gint32 seconds)
{
  char text[32];

  if (seconds == HIP_UNSET)
    {
      hip_csv_writer_add_empty (writer);
      return;
    }
  g_snprintf (text, sizeof text, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  hip_csv_writer_add_word (writer, text);
}

static void
write_integer (HipCsvWriter *writer, gint32 value)
{
  if (value == HIP_UNSET)
    hip_csv_writer_add_empty (writer);
  else
    hip_csv_writer_add_integer (writer, value);
}

static void
write_word (HipCsvWriter *writer, const Column *column, guint value)
{
  hip_csv_writer_add_word (
      writer, value > 0 ? hip_vocabulary_get_word (column->vocabulary (), value) : NULL);
}

static void
write_set (HipCsvWriter *writer, const Column *column, guint32 set)
{
  g_autofree char *words = hip_vocabulary_set_to_words (column->vocabulary (), set);

  hip_csv_writer_add_word (writer, words);
}

static void
write_shoe (HipCsvWriter *writer, HipHistory *history, gint64 id)
{
  HipShoe *shoe = id != 0 ? hip_history_get_shoe_by_id (history, id) : NULL;

  hip_csv_writer_add_text (writer, shoe != NULL ? shoe->name : NULL);
}

static void
write_cell (HipCsvWriter *writer, const Column *column, HipHistory *history, gpointer record)
{
  switch (column->type)
    {
    case COLUMN_DATE:
    case COLUMN_RETIRED:
      write_day (writer, *FIELD (HipDay, record, column));
      break;
    case COLUMN_TIME:
      write_time (writer, *FIELD (gint32, record, column));
      break;
    case COLUMN_INTEGER:
    case COLUMN_MEASURE:
      write_integer (writer, *FIELD (gint32, record, column));
      break;
    case COLUMN_TEXT:
      hip_csv_writer_add_text (writer, *FIELD (char *, record, column));
      break;
    case COLUMN_WORD:
      write_word (writer, column, *FIELD (guint, record, column));
      break;
    case COLUMN_SIDE:
      write_word (writer, column, *FIELD (guint, record, column) + 1);
      break;
    case COLUMN_SET:
      write_set (writer, column, *FIELD (guint32, record, column));
      break;
    case COLUMN_SHOE:
      write_shoe (writer, history, *FIELD (gint64, record, column));
      break;
    case COLUMN_SEEN:
      hip_csv_writer_add_word (writer, *FIELD (gboolean, record, column) ? "yes" : NULL);
      break;
    default:
      g_assert_not_reached ();
    }
}

static guint
count_records (HipLogCsvKind kind, HipHistory *history)
{
  switch (kind)
    {
    case HIP_LOG_CSV_SHOES:
      return hip_history_get_n_shoes (history);
    case HIP_LOG_CSV_RUNS:
      return hip_history_get_n_runs (history);
    case HIP_LOG_CSV_PAIN:
      return hip_history_get_n_pain_days (history);
    case HIP_LOG_CSV_CARE:
      return hip_history_get_n_care (history);
    case HIP_LOG_CSV_RED_FLAGS:
      return hip_history_get_n_screenings (history);
    case HIP_LOG_CSV_DAYS:
    case HIP_LOG_CSV_WEEKS:
    case HIP_LOG_CSV_WARNINGS:
    default:
      g_assert_not_reached ();
    }
}

/* The record, and the day it is of; shoes are of none and leave it. */
static gpointer
get_record (HipLogCsvKind kind, HipHistory *history, guint i, HipDay *day)
{
  switch (kind)
    {
    case HIP_LOG_CSV_SHOES:
      return hip_history_get_shoe (history, i);
    case HIP_LOG_CSV_RUNS:
      *day = hip_history_get_run (history, i)->date;
      return hip_history_get_run (history, i);
    case HIP_LOG_CSV_PAIN:
      *day = hip_history_get_pain_day (history, i)->date;
      return hip_history_get_pain_day (history, i);
    case HIP_LOG_CSV_CARE:
      *day = hip_history_get_care (history, i)->date;
      return hip_history_get_care (history, i);
    case HIP_LOG_CSV_RED_FLAGS:
      *day = hip_history_get_screening (history, i)->date;
      return hip_history_get_screening (history, i);
    case HIP_LOG_CSV_DAYS:
    case HIP_LOG_CSV_WEEKS:
    case HIP_LOG_CSV_WARNINGS:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
is_within (HipDay day, HipDay from, HipDay to)
{
  return day == HIP_DAY_NONE || (day >= from && day <= to);
}

/**
 * hip_log_csv_count:
 * @kind: one of the readable files
 * @history: the log
 * @from: first day
 * @to: last day
 *
 * Returns: how many rows hip_log_csv_write() would write
 */
guint
hip_log_csv_count (HipLogCsvKind kind, HipHistory *history, HipDay from, HipDay to)
{
  guint n = 0;

  g_return_val_if_fail ((guint) kind < HIP_N_LOG_CSV_READABLE && history != NULL, 0);

  for (guint i = 0; i < count_records (kind, history); i++)
    {
      HipDay day = HIP_DAY_NONE;

      get_record (kind, history, i, &day);
      n += is_within (day, from, to);
    }
  return n;
}

static gboolean
write_header (const FileKind *file, HipCsvWriter *writer, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < file->n_columns; i++)
    hip_csv_writer_add_word (writer, file->columns[i].name);
  return hip_csv_writer_end_row (writer, cancellable, error);
}

/**
 * hip_log_csv_write:
 * @kind: one of the readable files
 * @history: the log
 * @from: first day
 * @to: last day
 * @writer: where to write; not flushed
 * @n_rows: (out) (optional): rows written, without the header
 * @cancellable: (nullable): stops writing
 * @error: return location for an I/O error
 *
 * Writes header and rows. Shoes have no day and are written whole, so that every run's pair is
 * there.
 *
 * Returns: %FALSE when it could not be written
 */
gboolean
hip_log_csv_write (HipLogCsvKind kind,
                   HipHistory *history,
                   HipDay from,
                   HipDay to,
                   HipCsvWriter *writer,
                   guint *n_rows,
                   GCancellable *cancellable,
                   GError **error)
{
  const FileKind *file;
  guint written = 0;

  g_return_val_if_fail ((guint) kind < HIP_N_LOG_CSV_READABLE, FALSE);
  g_return_val_if_fail (history != NULL && writer != NULL, FALSE);

  file = &file_kinds[kind];
  if (!write_header (file, writer, cancellable, error))
    return FALSE;
  for (guint i = 0; i < count_records (kind, history); i++)
    {
      HipDay day = HIP_DAY_NONE;
      gpointer record = get_record (kind, history, i, &day);

      if (!is_within (day, from, to))
        continue;
      for (guint c = 0; c < file->n_columns; c++)
        write_cell (writer, &file->columns[c], history, record);
      if (!hip_csv_writer_end_row (writer, cancellable, error))
        return FALSE;
      written++;
    }
  if (n_rows != NULL)
    *n_rows = written;
  return TRUE;
}
