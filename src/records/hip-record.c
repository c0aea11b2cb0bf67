// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-record.h"

#include <string.h>

#include <glib/gi18n.h>

/* The ends of the calendar and of times that a log can have. */
#define EARLIEST_DAY        -25567                           /* 1900-01-01 */
#define LATEST_UNIX_TIME    G_GINT64_CONSTANT (253402300799) /* 9999-12-31 */
#define MAX_UTC_OFFSET_MIN  (18 * 60)
#define MAX_ASCENT_M        100000
#define MAX_CARE_MINUTES    (24 * 60)
#define MAX_TEXT_CHARACTERS 10000
#define SHOE_CHECK_AT_MI    300
#define SHOE_REPLACE_AT_MI  500

typedef enum
{
  FIELD_NUMBER, /* gint32, an enumeration or a set */
  FIELD_BIG,    /* gint64 */
  FIELD_DAY,    /* HipDay; validation bounds it by itself */
  FIELD_TEXT,   /* char *, owned */
} FieldType;

/* What the log knows of a field; everything that is done to all fields reads this. */
typedef struct
{
  FieldType type;
  gsize offset;
  gboolean required;
  gint64 min;
  gint64 max;
  const char *too_low; /* sentences for people; of a required day or text: it is missing */
  const char *too_high;
} Field;

typedef struct
{
  gsize size;
  const Field *fields;
  guint n_fields;
  /* What is wrong with the fields together, or NULL. (nullable) */
  const char *(*find_conflict) (gconstpointer record);
} Kind;

G_DEFINE_QUARK (hip_record_error, hip_record_error)

// clang-format off

#define UNKNOWN_CHOICE N_("One of the choices is not one that HipLog knows. Choose it again.")

#define NUMBER(Struct, field, min, max, low, high) \
  { FIELD_NUMBER, G_STRUCT_OFFSET (Struct, field), TRUE, min, max, low, high }
#define MAYBE(Struct, field, min, max, low, high) \
  { FIELD_NUMBER, G_STRUCT_OFFSET (Struct, field), FALSE, min, max, low, high }
#define CHOICE(Struct, field, last) \
  NUMBER (Struct, field, 0, last, UNKNOWN_CHOICE, UNKNOWN_CHOICE)
#define SET(Struct, field, last_bit) \
  NUMBER (Struct, field, 0, 2 * (gint64) (last_bit) - 1, UNKNOWN_CHOICE, UNKNOWN_CHOICE)
#define BIG(Struct, field, min, max, low, high) \
  { FIELD_BIG, G_STRUCT_OFFSET (Struct, field), TRUE, min, max, low, high }
#define DAY(Struct, field, missing, future) \
  { FIELD_DAY, G_STRUCT_OFFSET (Struct, field), TRUE, 0, 0, missing, future }
#define MAYBE_DAY(Struct, field, future) \
  { FIELD_DAY, G_STRUCT_OFFSET (Struct, field), FALSE, 0, 0, NULL, future }
#define TEXT(Struct, field) \
  { FIELD_TEXT, G_STRUCT_OFFSET (Struct, field), FALSE, 0, 0, NULL, NULL }
#define REQUIRED_TEXT(Struct, field, missing) \
  { FIELD_TEXT, G_STRUCT_OFFSET (Struct, field), TRUE, 0, 0, missing, NULL }

#define RUN_FIELDS \
  DAY (HipRun, date, \
       N_("A run needs a date."), \
       N_("A run cannot be in the future.")), \
  MAYBE (HipRun, start_s, 0, 24 * 3600 - 1, \
         N_("A run starts between 0:00 and 23:59."), \
         N_("A run starts between 0:00 and 23:59.")), \
  MAYBE (HipRun, utc_offset_min, -MAX_UTC_OFFSET_MIN, MAX_UTC_OFFSET_MIN, \
         N_("A time zone is at most 18 hours from UTC."), \
         N_("A time zone is at most 18 hours from UTC.")), \
  NUMBER (HipRun, distance_m, 1, HIP_RUN_MAX_DISTANCE_M, \
          N_("A run needs a distance of more than 0 m."), \
          N_("A run of 1,000 km or more cannot be right.")), \
  MAYBE (HipRun, duration_s, 1, HIP_RUN_MAX_DURATION_S, \
         N_("A run takes more than 0 seconds. Leave the time empty if you do not know it."), \
         N_("A run of more than 10 days cannot be right.")), \
  MAYBE (HipRun, cadence_spm, HIP_CADENCE_MIN, HIP_CADENCE_MAX, \
         N_("A cadence of less than 40 steps a minute cannot be right. " \
            "Count the steps of both feet."), \
         N_("A cadence of more than 300 steps a minute cannot be right.")), \
  MAYBE (HipRun, effort, 0, HIP_EFFORT_MAX, \
         N_("Effort goes from 0 to 10."), \
         N_("Effort goes from 0 to 10.")), \
  MAYBE (HipRun, ascent_m, 0, MAX_ASCENT_M, \
         N_("Ascent cannot be less than 0 m."), \
         N_("An ascent of more than 100,000 m cannot be right.")), \
  CHOICE (HipRun, surface, HIP_SURFACE_SAND), \
  CHOICE (HipRun, ground, HIP_GROUND_ONE_WAY_TRACK), \
  CHOICE (HipRun, warm_up, HIP_ANSWER_NO), \
  CHOICE (HipRun, cool_down, HIP_ANSWER_NO), \
  BIG (HipRun, shoe_id, G_MININT64, G_MAXINT64, NULL, NULL), \
  TEXT (HipRun, title), \
  TEXT (HipRun, note), \
  TEXT (HipRun, source), \
  TEXT (HipRun, source_id)

static const Field run_fields[] = { RUN_FIELDS };

static const Field replaced_run_fields[] = {
  RUN_FIELDS,
  BIG (HipReplacedRun, run_id, 1, G_MAXINT64,
       N_("A replaced run needs the number of the run."),
       NULL),
  BIG (HipReplacedRun, run_import_id, 0, G_MAXINT64,
       N_("The number of an import cannot be negative."),
       NULL),
};

static const Field shoe_fields[] = {
  REQUIRED_TEXT (HipShoe, name, N_("A pair of shoes needs a name.")),
  TEXT (HipShoe, brand),
  TEXT (HipShoe, model),
  MAYBE_DAY (HipShoe, bought, N_("Shoes cannot have been bought in the future.")),
  NUMBER (HipShoe, start_distance_m, 0, HIP_SHOE_MAX_M,
          N_("The distance that shoes have already run cannot be less than 0."),
          N_("Shoes that have already run more than 10,000 km cannot be right.")),
  NUMBER (HipShoe, check_at_m, 1, HIP_SHOE_MAX_M,
          N_("The distance at which to check shoes needs to be more than 0."),
          N_("The distance at which to check shoes can be 10,000 km at most.")),
  NUMBER (HipShoe, replace_at_m, 1, HIP_SHOE_MAX_M,
          N_("The distance at which to replace shoes needs to be more than 0."),
          N_("The distance at which to replace shoes can be 10,000 km at most.")),
  MAYBE_DAY (HipShoe, retired, N_("Shoes cannot be retired in the future.")),
  TEXT (HipShoe, note),
};

static const Field pain_day_fields[] = {
  DAY (HipPainDay, date,
       N_("A pain score needs a date."),
       N_("A pain score cannot be in the future.")),
  NUMBER (HipPainDay, side, HIP_SIDE_LEFT, HIP_SIDE_RIGHT, UNKNOWN_CHOICE, UNKNOWN_CHOICE),
  NUMBER (HipPainDay, score, 0, HIP_PAIN_MAX,
          N_("A pain score goes from 0 to 10."),
          N_("A pain score goes from 0 to 10.")),
  SET (HipPainDay, areas, HIP_AREA_DOWN_THE_LEG),
  SET (HipPainDay, qualities, HIP_QUALITY_INSTABILITY),
  SET (HipPainDay, timings, HIP_TIMING_STANDING),
  CHOICE (HipPainDay, onset, HIP_ONSET_AFTER_FALL_OR_TWIST),
  SET (HipPainDay, flags, HIP_FLAG_PAINKILLERS),
  NUMBER (HipPainDay, seen, FALSE, TRUE, UNKNOWN_CHOICE, UNKNOWN_CHOICE),
  TEXT (HipPainDay, note),
};

static const Field care_entry_fields[] = {
  DAY (HipCareEntry, date,
       N_("Care of the hips needs a date."),
       N_("Care of the hips cannot be in the future.")),
  NUMBER (HipCareEntry, kind, HIP_CARE_STRENGTH, HIP_CARE_REST,
          N_("Choose what was done for the hips."),
          UNKNOWN_CHOICE),
  MAYBE (HipCareEntry, minutes, 0, MAX_CARE_MINUTES,
         N_("Care of the hips cannot take less than 0 minutes."),
         N_("Care of the hips cannot take more than 24 hours a day.")),
  TEXT (HipCareEntry, note),
};

static const Field dismissal_fields[] = {
  REQUIRED_TEXT (HipDismissal, rule, N_("A dismissed warning needs the name of its rule.")),
  TEXT (HipDismissal, subject),
  NUMBER (HipDismissal, severity, 0, 4,
          N_("The severity of a warning goes from 0 to 4."),
          N_("The severity of a warning goes from 0 to 4.")),
  DAY (HipDismissal, date,
       N_("A dismissed warning needs a date."),
       N_("A warning cannot be dismissed in the future.")),
};

static const Field screening_fields[] = {
  DAY (HipScreening, date,
       N_("Answers about red flags need a date."),
       N_("Answers about red flags cannot be in the future.")),
  SET (HipScreening, asked, HIP_FLAG_PAINKILLERS),
  SET (HipScreening, yes, HIP_FLAG_PAINKILLERS),
  NUMBER (HipScreening, seen, FALSE, TRUE, UNKNOWN_CHOICE, UNKNOWN_CHOICE),
};

static const Field import_fields[] = {
  BIG (HipImport, imported_at, 0, LATEST_UNIX_TIME,
       N_("An import before 1970 cannot be right."),
       N_("An import after the year 9999 cannot be right.")),
  REQUIRED_TEXT (HipImport, name, N_("An import needs the name of a file or folder.")),
};

// clang-format on

static const char *
find_shoe_conflict (gconstpointer record)
{
  const HipShoe *shoe = record;

  if (shoe->replace_at_m < shoe->check_at_m)
    return N_ ("Shoes are replaced at a distance no smaller than the one at which they are "
               "checked.");
  if (shoe->bought != HIP_DAY_NONE && shoe->retired != HIP_DAY_NONE && shoe->retired < shoe->bought)
    return N_ ("Shoes cannot be retired before they were bought.");
  return NULL;
}

static const char *
find_screening_conflict (gconstpointer record)
{
  const HipScreening *screening = record;

  if (screening->asked == 0)
    return N_ ("Answers about red flags need at least one question that was asked.");
  if ((screening->yes & ~screening->asked) != 0)
    return N_ ("A red flag is answered with “yes” but not among those that were asked about. "
               "Add it to them.");
  return NULL;
}

#define KIND(Struct, fields, find_conflict)                                                        \
  { sizeof (Struct), fields, G_N_ELEMENTS (fields), find_conflict }

static const Kind kinds[HIP_N_RECORD_KINDS] = {
  [HIP_RECORD_SHOE] = KIND (HipShoe, shoe_fields, find_shoe_conflict),
  [HIP_RECORD_IMPORT] = KIND (HipImport, import_fields, NULL),
  [HIP_RECORD_RUN] = KIND (HipRun, run_fields, NULL),
  [HIP_RECORD_PAIN_DAY] = KIND (HipPainDay, pain_day_fields, NULL),
  [HIP_RECORD_CARE_ENTRY] = KIND (HipCareEntry, care_entry_fields, NULL),
  [HIP_RECORD_DISMISSAL] = KIND (HipDismissal, dismissal_fields, NULL),
  [HIP_RECORD_SCREENING] = KIND (HipScreening, screening_fields, find_screening_conflict),
  [HIP_RECORD_REPLACED_RUN] = KIND (HipReplacedRun, replaced_run_fields, NULL),
};

G_STATIC_ASSERT (sizeof (HipSurface) == sizeof (gint32));
G_STATIC_ASSERT (sizeof (HipAreas) == sizeof (gint32));
G_STATIC_ASSERT (sizeof (HipDay) == sizeof (gint32));

static const Kind *
get_kind (gconstpointer record)
{
  const HipRecord *head = record;

  g_assert (head->kind < HIP_N_RECORD_KINDS);

  return &kinds[head->kind];
}

static gpointer
new_record (HipRecordKind kind)
{
  HipRecord *record = g_atomic_rc_box_alloc0 (kinds[kind].size);

  record->kind = kind;
  return record;
}

static gint64
get_number (gconstpointer record, const Field *field)
{
  g_assert (field->type != FIELD_TEXT);

  return field->type == FIELD_BIG ? G_STRUCT_MEMBER (gint64, record, field->offset)
                                  : G_STRUCT_MEMBER (gint32, record, field->offset);
}

static char **
get_text (gconstpointer record, const Field *field)
{
  g_assert (field->type == FIELD_TEXT);

  return (char **) G_STRUCT_MEMBER_P (record, field->offset);
}

/**
 * hip_run_new:
 *
 * Makes a run of which nothing is logged yet.
 *
 * Returns: (transfer full): a new run
 */
HipRun *
hip_run_new (void)
{
  HipRun *run = new_record (HIP_RECORD_RUN);

  run->date = HIP_DAY_NONE;
  run->start_s = HIP_UNSET;
  run->utc_offset_min = HIP_UNSET;
  run->duration_s = HIP_UNSET;
  run->cadence_spm = HIP_UNSET;
  run->effort = HIP_UNSET;
  run->ascent_m = HIP_UNSET;
  return run;
}

/**
 * hip_shoe_get_customary_check:
 * @units: the runner's
 *
 * Returns: after how many metres it is the custom to look at a pair: 480 km, or 300 miles
 */
gint32
hip_shoe_get_customary_check (HipUnits units)
{
  return units == HIP_UNITS_MI ? (gint32) hip_units_to_metres (units, SHOE_CHECK_AT_MI)
                               : HIP_SHOE_CHECK_AT_M;
}

/**
 * hip_shoe_get_customary_replace:
 * @units: the runner's
 *
 * Returns: after how many metres it is the custom to replace a pair: 800 km, or 500 miles
 */
gint32
hip_shoe_get_customary_replace (HipUnits units)
{
  return units == HIP_UNITS_MI ? (gint32) hip_units_to_metres (units, SHOE_REPLACE_AT_MI)
                               : HIP_SHOE_REPLACE_AT_M;
}

/**
 * hip_shoe_new:
 *
 * Makes a pair of shoes in use that have run nothing yet, to be checked and
 * replaced at the customary distances in kilometres.
 *
 * Returns: (transfer full): a new pair
 */
HipShoe *
hip_shoe_new (void)
{
  HipShoe *shoe = new_record (HIP_RECORD_SHOE);

  shoe->bought = HIP_DAY_NONE;
  shoe->retired = HIP_DAY_NONE;
  shoe->check_at_m = hip_shoe_get_customary_check (HIP_UNITS_KM);
  shoe->replace_at_m = hip_shoe_get_customary_replace (HIP_UNITS_KM);
  return shoe;
}

/**
 * hip_pain_day_new:
 *
 * Makes a day's pain of the left side, without a score.
 *
 * Returns: (transfer full): a new pain day
 */
HipPainDay *
hip_pain_day_new (void)
{
  HipPainDay *pain = new_record (HIP_RECORD_PAIN_DAY);

  pain->date = HIP_DAY_NONE;
  pain->score = HIP_UNSET;
  return pain;
}

/**
 * hip_care_entry_new:
 *
 * Makes an entry of something done for the hips, without its kind.
 *
 * Returns: (transfer full): a new care entry
 */
HipCareEntry *
hip_care_entry_new (void)
{
  HipCareEntry *care = new_record (HIP_RECORD_CARE_ENTRY);

  care->date = HIP_DAY_NONE;
  care->minutes = HIP_UNSET;
  return care;
}

/**
 * hip_dismissal_new:
 *
 * Makes the dismissal of a warning that is not named yet.
 *
 * Returns: (transfer full): a new dismissal
 */
HipDismissal *
hip_dismissal_new (void)
{
  HipDismissal *dismissal = new_record (HIP_RECORD_DISMISSAL);

  dismissal->date = HIP_DAY_NONE;
  return dismissal;
}

/**
 * hip_import_new:
 *
 * Makes an import without name and time.
 *
 * Returns: (transfer full): a new import
 */
HipImport *
hip_import_new (void)
{
  return new_record (HIP_RECORD_IMPORT);
}

/**
 * hip_screening_new:
 *
 * Makes a screening in which nothing has been asked yet.
 *
 * Returns: (transfer full): a new screening
 */
HipScreening *
hip_screening_new (void)
{
  HipScreening *screening = new_record (HIP_RECORD_SCREENING);

  screening->date = HIP_DAY_NONE;
  return screening;
}

/**
 * hip_record_ref:
 * @record: (type HipRecord): a record
 *
 * Adds a reference. Safe from any thread.
 *
 * Returns: (transfer full): @record
 */
gpointer
hip_record_ref (gpointer record)
{
  g_return_val_if_fail (record != NULL, NULL);

  return g_atomic_rc_box_acquire (record);
}

/* Copies fields of @kind from one record to another that begins like it. */
static void
copy_fields (gpointer to, gconstpointer from, HipRecordKind kind)
{
  for (guint i = 0; i < kinds[kind].n_fields; i++)
    {
      const Field *field = &kinds[kind].fields[i];

      if (field->type == FIELD_TEXT)
        g_set_str (get_text (to, field), *get_text (from, field));
      else if (field->type == FIELD_BIG)
        G_STRUCT_MEMBER (gint64, to, field->offset) = get_number (from, field);
      else
        G_STRUCT_MEMBER (gint32, to, field->offset) = (gint32) get_number (from, field);
    }
}

/**
 * hip_replaced_run_new:
 *
 * Makes a replaced run that says nothing of any run yet.
 *
 * Returns: (transfer full): a new replaced run
 */
HipReplacedRun *
hip_replaced_run_new (void)
{
  g_autoptr(HipRun) nothing = hip_run_new ();

  return hip_replaced_run_new_for (nothing);
}

/**
 * hip_replaced_run_new_for:
 * @was: a run of the log
 *
 * Keeps a run as it is, before an import changes it.
 *
 * Returns: (transfer full): a new replaced run, of no import yet
 */
HipReplacedRun *
hip_replaced_run_new_for (const HipRun *was)
{
  HipReplacedRun *self;

  g_return_val_if_fail (was != NULL, NULL);

  self = new_record (HIP_RECORD_REPLACED_RUN);
  copy_fields (self, was, HIP_RECORD_RUN);
  self->run_id = was->rec.id;
  self->run_import_id = was->rec.import_id;
  return self;
}

/**
 * hip_replaced_run_restore:
 * @self: a replaced run
 *
 * Returns: (transfer full): the run as it was, with its id and import
 */
HipRun *
hip_replaced_run_restore (const HipReplacedRun *self)
{
  HipRun *run;

  g_return_val_if_fail (self != NULL, NULL);

  run = hip_run_new ();
  copy_fields (run, self, HIP_RECORD_RUN);
  run->rec.id = self->run_id;
  run->rec.import_id = self->run_import_id;
  return run;
}

static void
clear_texts (gpointer record)
{
  const Kind *kind = get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == FIELD_TEXT)
      g_free (*get_text (record, &kind->fields[i]));
}

/**
 * hip_record_unref:
 * @record: (type HipRecord) (transfer full): a record
 *
 * Takes a reference away, and frees the record with the last one.
 */
void
hip_record_unref (gpointer record)
{
  g_return_if_fail (record != NULL);

  g_atomic_rc_box_release_full (record, clear_texts);
}

/**
 * hip_record_copy:
 * @record: (type HipRecord): a record
 *
 * Copies a record with everything in it, its id as well.
 *
 * Returns: (transfer full): a copy that belongs to the caller alone
 */
gpointer
hip_record_copy (gconstpointer record)
{
  g_return_val_if_fail (record != NULL, NULL);

  const Kind *kind = get_kind (record);
  gpointer copy = g_atomic_rc_box_dup (kind->size, (gpointer) record);

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == FIELD_TEXT)
      {
        char **text = get_text (copy, &kind->fields[i]);
        *text = g_strdup (*text);
      }
  return copy;
}

static gboolean
is_text_equal (const char *a, const char *b)
{
  return strcmp (a != NULL ? a : "", b != NULL ? b : "") == 0;
}

static gboolean
is_field_equal (gconstpointer a, gconstpointer b, const Field *field)
{
  if (field->type == FIELD_TEXT)
    return is_text_equal (*get_text (a, field), *get_text (b, field));
  return get_number (a, field) == get_number (b, field);
}

/**
 * hip_record_equal:
 * @a: (type HipRecord): a record
 * @b: (type HipRecord): another
 *
 * Compares everything in two records, their ids as well. An empty text equals
 * one that is not there.
 *
 * Returns: whether they are of one kind and say the same
 */
gboolean
hip_record_equal (gconstpointer a, gconstpointer b)
{
  const HipRecord *head_of_a = a;
  const HipRecord *head_of_b = b;

  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  if (head_of_a->kind != head_of_b->kind || head_of_a->id != head_of_b->id
      || head_of_a->import_id != head_of_b->import_id)
    return FALSE;

  const Kind *kind = get_kind (a);
  for (guint i = 0; i < kind->n_fields; i++)
    if (!is_field_equal (a, b, &kind->fields[i]))
      return FALSE;
  return TRUE;
}

static const char *
find_number_problem (gint64 value, const Field *field)
{
  if (!field->required && value == HIP_UNSET)
    return NULL;
  if (value < field->min)
    return field->too_low;
  if (value > field->max)
    return field->too_high;
  return NULL;
}

static const char *
find_day_problem (HipDay day, HipDay today, const Field *field)
{
  if (day == HIP_DAY_NONE)
    return field->required ? field->too_low : NULL;
  if (day < EARLIEST_DAY)
    return N_ ("A date before the year 1900 cannot be right.");
  if (day > today)
    return field->too_high;
  return NULL;
}

static gboolean
is_blank (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

static const char *
find_text_problem (const char *text, const Field *field)
{
  if (text == NULL)
    return field->required ? field->too_low : NULL;
  if (!g_utf8_validate (text, -1, NULL))
    return N_ ("A text has characters that cannot be read. It needs to be UTF-8.");
  if (field->required && is_blank (text))
    return field->too_low;
  if (g_utf8_strlen (text, -1) > MAX_TEXT_CHARACTERS)
    return N_ ("A text can have 10,000 characters at most. Shorten it.");
  return NULL;
}

static const char *
find_field_problem (gconstpointer record, HipDay today, const Field *field)
{
  switch (field->type)
    {
    case FIELD_NUMBER:
    case FIELD_BIG:
      return find_number_problem (get_number (record, field), field);
    case FIELD_DAY:
      return find_day_problem ((HipDay) get_number (record, field), today, field);
    case FIELD_TEXT:
      return find_text_problem (*get_text (record, field), field);
    default:
      g_assert_not_reached ();
    }
}

static const char *
find_problem (gconstpointer record, HipDay today)
{
  const Kind *kind = get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const char *problem = find_field_problem (record, today, &kind->fields[i]);
      if (problem != NULL)
        return problem;
    }
  return kind->find_conflict != NULL ? kind->find_conflict (record) : NULL;
}

/**
 * hip_record_validate:
 * @record: (type HipRecord): a record
 * @today: the last day that the record may have
 * @error: return location for an error
 *
 * Checks whether a record may be part of a log: numbers in their bounds, dates
 * from 1900 to @today, texts of valid UTF-8 with at most 10,000 characters.
 *
 * Fails with %HIP_RECORD_ERROR_INVALID and a translated sentence that says what
 * is wrong with the first field that is.
 *
 * Returns: whether the record is valid
 */
gboolean
hip_record_validate (gconstpointer record, HipDay today, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  const char *problem = find_problem (record, today);
  if (problem == NULL)
    return TRUE;

  g_set_error_literal (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_INVALID, _ (problem));
  return FALSE;
}

/**
 * hip_run_get_local_start:
 * @run: a run
 *
 * Gets when a run started by the clock on the runner's wrist, for putting runs
 * in order.
 *
 * Returns: seconds of local time since 1970-01-01 00:00, or %G_MININT64
 *   without a start time
 */
gint64
hip_run_get_local_start (const HipRun *run)
{
  g_return_val_if_fail (run != NULL, G_MININT64);

  if (run->date == HIP_DAY_NONE || run->start_s == HIP_UNSET)
    return G_MININT64;
  return (gint64) run->date * 24 * 3600 + run->start_s;
}

/**
 * hip_run_get_utc_start:
 * @run: a run
 *
 * Gets when a run started, wherever on earth.
 *
 * Returns: Unix time in seconds, or %G_MININT64 without a start time or an
 *   offset from UTC
 */
gint64
hip_run_get_utc_start (const HipRun *run)
{
  g_return_val_if_fail (run != NULL, G_MININT64);

  gint64 local_start = hip_run_get_local_start (run);
  if (local_start == G_MININT64 || run->utc_offset_min == HIP_UNSET)
    return G_MININT64;
  return local_start - (gint64) run->utc_offset_min * 60;
}

static void
append_labels (GString *text, const HipVocabulary *vocabulary, guint32 set)
{
  g_autofree char *labels = hip_vocabulary_set_to_labels (vocabulary, set);

  if (*labels != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", labels);
}

/**
 * hip_pain_day_dup_details:
 * @self: a day's pain of one side
 *
 * Returns: (transfer full): everything that was logged beside the score, as people see it: the
 *   labels in one line, the note in the next; empty if there is nothing
 */
char *
hip_pain_day_dup_details (const HipPainDay *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  append_labels (text, hip_vocabulary_areas (), self->areas);
  append_labels (text, hip_vocabulary_qualities (), self->qualities);
  append_labels (text, hip_vocabulary_timings (), self->timings);
  append_labels (text, hip_vocabulary_flags (), self->flags);
  if (self->note != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", self->note);
  return g_string_free_and_steal (g_steal_pointer (&text));
}
