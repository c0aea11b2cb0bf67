// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-test-log.h"

struct _HipTestLog
{
  HipDay monday;      /* of the current week */
  GPtrArray *records; /* (owned) (element-type HipRecord) */
  gint64 last_id[HIP_N_RECORD_KINDS];
  gint64 shoe_id;   /* of the pair that is worn, or 0 */
  gint64 import_id; /* of the import that is going on, or 0 */
};

/**
 * hip_test_log_new:
 * @first_day: an ISO date
 *
 * Makes an empty log; the current week is that of @first_day.
 *
 * Returns: (transfer full): a new log
 */
HipTestLog *
hip_test_log_new (const char *first_day)
{
  HipTestLog *self = g_new0 (HipTestLog, 1);
  HipDay day;

  g_assert_true (hip_day_parse (first_day, &day));

  self->monday = hip_day_get_week_start (day, G_DATE_MONDAY);
  self->records = g_ptr_array_new_with_free_func (hip_record_unref);
  return self;
}

/**
 * hip_test_log_free:
 * @self: (transfer full): a log
 *
 * Frees the log and what it returned, but no history made of it.
 */
void
hip_test_log_free (HipTestLog *self)
{
  g_ptr_array_unref (self->records);
  g_free (self);
}

static int
parse_weekday (const char *text)
{
  static const char *const weekdays[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };

  for (guint i = 0; i < G_N_ELEMENTS (weekdays); i++)
    if (g_str_equal (text, weekdays[i]))
      return i;
  return -1;
}

/**
 * hip_test_log_day:
 * @self: a log
 * @day: “Mon” to “Sun”, or an ISO date
 *
 * Gets the date that is meant by @day in the current week.
 *
 * Returns: the date
 */
HipDay
hip_test_log_day (HipTestLog *self, const char *day)
{
  HipDay date;

  if (hip_day_parse (day, &date))
    return date;

  int weekday = parse_weekday (day);
  if (weekday < 0)
    g_error ("“%s” is neither a weekday like “Mon” nor a date like “2026-03-02”", day);
  return self->monday + weekday;
}

/**
 * hip_test_log_skip:
 * @self: a log
 * @n_weeks: how many weeks to go on, or back
 *
 * Goes to another week.
 */
void
hip_test_log_skip (HipTestLog *self, int n_weeks)
{
  self->monday += 7 * n_weeks;
}

/**
 * hip_test_log_weeks:
 * @self: a log
 * @n_weeks: how many weeks
 * @weekdays: “Mon Wed Fri”
 * @metres: how far each run is
 *
 * Adds weeks of running, and goes to the week after them.
 */
void
hip_test_log_weeks (HipTestLog *self, int n_weeks, const char *weekdays, gint32 metres)
{
  g_auto(GStrv) days = g_strsplit (weekdays, " ", -1);

  for (int week = 0; week < n_weeks; week++)
    {
      for (guint i = 0; days[i] != NULL; i++)
        hip_test_log_run (self, days[i], metres);
      hip_test_log_skip (self, 1);
    }
}

/**
 * hip_test_log_run:
 * @self: a log
 * @day: a weekday or a date
 * @metres: how far
 *
 * Adds a run of which only day, distance and shoes are logged.
 *
 * Returns: (transfer none): the run
 */
HipRun *
hip_test_log_run (HipTestLog *self, const char *day, gint32 metres)
{
  HipRun *run = hip_run_new ();

  run->date = hip_test_log_day (self, day);
  run->distance_m = metres;
  run->shoe_id = self->shoe_id;
  hip_test_log_add (self, run);
  return run;
}

/**
 * hip_test_log_pain:
 * @self: a log
 * @day: a weekday or a date
 * @side: which hip
 * @score: 0 to 10
 *
 * Adds a pain day.
 *
 * Returns: (transfer none): the pain day
 */
HipPainDay *
hip_test_log_pain (HipTestLog *self, const char *day, HipSide side, gint32 score)
{
  HipPainDay *pain = hip_pain_day_new ();

  pain->date = hip_test_log_day (self, day);
  pain->side = side;
  pain->score = score;
  hip_test_log_add (self, pain);
  return pain;
}

/**
 * hip_test_log_care:
 * @self: a log
 * @day: a weekday or a date
 * @kind: what was done
 * @minutes: for how long, or %HIP_UNSET
 *
 * Adds a care entry.
 *
 * Returns: (transfer none): the care entry
 */
HipCareEntry *
hip_test_log_care (HipTestLog *self, const char *day, HipCareKind kind, gint32 minutes)
{
  HipCareEntry *care = hip_care_entry_new ();

  care->date = hip_test_log_day (self, day);
  care->kind = kind;
  care->minutes = minutes;
  hip_test_log_add (self, care);
  return care;
}

/**
 * hip_test_log_dismissal:
 * @self: a log
 * @day: a weekday or a date
 * @rule: the name of a rule
 * @subject: (nullable): the subject of the warning; %NULL mutes the rule
 * @severity: 0 to 4
 *
 * Adds the dismissal of a warning.
 *
 * Returns: (transfer none): the dismissal
 */
HipDismissal *
hip_test_log_dismissal (HipTestLog *self,
                        const char *day,
                        const char *rule,
                        const char *subject,
                        gint32 severity)
{
  HipDismissal *dismissal = hip_dismissal_new ();

  dismissal->date = hip_test_log_day (self, day);
  dismissal->rule = g_strdup (rule);
  dismissal->subject = g_strdup (subject);
  dismissal->severity = severity;
  hip_test_log_add (self, dismissal);
  return dismissal;
}

/**
 * hip_test_log_mute:
 * @self: a log
 * @day: a weekday or a date
 * @rule: the name of a rule
 *
 * Adds the muting of a whole kind of warnings.
 *
 * Returns: (transfer none): the dismissal that says so
 */
HipDismissal *
hip_test_log_mute (HipTestLog *self, const char *day, const char *rule)
{
  return hip_test_log_dismissal (self, day, rule, NULL, 0);
}

/**
 * hip_test_log_screening:
 * @self: a log
 * @day: a weekday or a date
 * @asked: what was asked
 * @yes: what of it was answered with yes
 *
 * Adds answers about red flags that nobody has seen yet.
 *
 * Returns: (transfer none): the screening
 */
HipScreening *
hip_test_log_screening (HipTestLog *self, const char *day, HipFlags asked, HipFlags yes)
{
  HipScreening *screening = hip_screening_new ();

  screening->date = hip_test_log_day (self, day);
  screening->asked = asked;
  screening->yes = yes;
  hip_test_log_add (self, screening);
  return screening;
}

/**
 * hip_test_log_shoe:
 * @self: a log
 * @name: a name
 * @start_distance_m: how far the pair had gone before the log
 *
 * Adds a pair of shoes and puts it on: the runs that follow are in it.
 *
 * Returns: (transfer none): the pair
 */
HipShoe *
hip_test_log_shoe (HipTestLog *self, const char *name, gint32 start_distance_m)
{
  HipShoe *shoe = hip_shoe_new ();

  shoe->name = g_strdup (name);
  shoe->start_distance_m = start_distance_m;
  hip_test_log_add (self, shoe);
  hip_test_log_wear (self, shoe);
  return shoe;
}

/**
 * hip_test_log_wear:
 * @self: a log
 * @shoe: (nullable): a pair of shoes of the log
 *
 * Changes shoes: the runs that follow are in @shoe, or in none.
 */
void
hip_test_log_wear (HipTestLog *self, HipShoe *shoe)
{
  self->shoe_id = shoe != NULL ? shoe->rec.id : 0;
}

/**
 * hip_test_log_import:
 * @self: a log
 * @name: the name of a file
 *
 * Adds an import, which brings everything that follows up to
 * [method@TestLog.import_end].
 *
 * Returns: (transfer none): the import
 */
HipImport *
hip_test_log_import (HipTestLog *self, const char *name)
{
  HipImport *import = hip_import_new ();

  import->name = g_strdup (name);
  import->imported_at = (gint64) self->monday * 24 * 3600;
  self->import_id = 0;
  hip_test_log_add (self, import);
  self->import_id = import->rec.id;
  return import;
}

/**
 * hip_test_log_import_end:
 * @self: a log
 *
 * Ends the import: what follows was typed by hand.
 */
void
hip_test_log_import_end (HipTestLog *self)
{
  self->import_id = 0;
}

/**
 * hip_test_log_add:
 * @self: a log
 * @record: (type HipRecord) (transfer full): any record
 *
 * Adds a record. If it has no id it gets the next of its kind, and the import
 * that is going on.
 */
void
hip_test_log_add (HipTestLog *self, gpointer record)
{
  HipRecord *head = record;
  gint64 *last_id = &self->last_id[head->kind];

  if (head->id == 0)
    {
      head->id = *last_id + 1;
      head->import_id = self->import_id;
    }
  *last_id = MAX (*last_id, head->id);
  g_ptr_array_add (self->records, record);
}

/**
 * hip_test_log_history:
 * @self: a log
 *
 * Takes a snapshot of the log as it is now; it may go on afterwards.
 *
 * Returns: (transfer full): a history
 */
HipHistory *
hip_test_log_history (HipTestLog *self)
{
  g_autoptr(GPtrArray) copies = g_ptr_array_new_with_free_func (hip_record_unref);

  for (guint i = 0; i < self->records->len; i++)
    g_ptr_array_add (copies, hip_record_copy (g_ptr_array_index (self->records, i)));
  return hip_history_new (copies);
}

/**
 * hip_test_log_change:
 * @self: a log
 *
 * Makes the change that turns an empty log into this one: imports first, then
 * shoes, then what refers to them.
 *
 * Returns: (transfer full): a change
 */
HipChange *
hip_test_log_change (HipTestLog *self)
{
  static const HipRecordKind order[HIP_N_RECORD_KINDS] = {
    HIP_RECORD_IMPORT,     HIP_RECORD_SHOE,      HIP_RECORD_RUN,       HIP_RECORD_PAIN_DAY,
    HIP_RECORD_CARE_ENTRY, HIP_RECORD_DISMISSAL, HIP_RECORD_SCREENING, HIP_RECORD_REPLACED_RUN,
  };
  HipChange *change = hip_change_new ("Write a log");

  for (guint kind = 0; kind < HIP_N_RECORD_KINDS; kind++)
    for (guint i = 0; i < self->records->len; i++)
      {
        HipRecord *record = g_ptr_array_index (self->records, i);

        if (record->kind != order[kind])
          continue;
        g_autoptr(HipRecord) copy = hip_record_copy (record);
        hip_change_insert (change, copy);
      }
  return change;
}
