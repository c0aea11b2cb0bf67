// SPDX-License-Identifier: GPL-3.0-or-later
/* What holds for all rules together, on diaries nobody thought up. */
#include "config.h"

#include <time.h>

#include "hip-room.h"
#include "hip-test-diary.h"

/* Small enough to see a failure, large enough to meet every rule. */
#define N_LOGS 12
#define N_DAYS 260

/* What has been shown of a subject. */
typedef struct
{
  HipSeverity severity;
  HipDay date;
} Shown;

/* Whether a warning says something that had not been said: another matter, a worse one, or the same
 * again. Then it is remembered. */
static gboolean
is_news (GHashTable *shown, const HipWarning *warning)
{
  g_autofree char *subject = g_strdup_printf (
      "%s %s", hip_rule_get_id (hip_warning_get_rule (warning)), hip_warning_get_subject (warning));
  Shown *before = g_hash_table_lookup (shown, subject);

  if (before != NULL && hip_warning_get_severity (warning) <= before->severity
      && hip_warning_get_date (warning) <= before->date)
    {
      /* The same message keeps its date. */
      if (hip_warning_get_severity (warning) == before->severity)
        g_assert_cmpint (hip_warning_get_date (warning), ==, before->date);
      return FALSE;
    }
  if (before == NULL)
    {
      before = g_new0 (Shown, 1);
      g_hash_table_insert (shown, g_steal_pointer (&subject), before);
    }
  *before = (Shown) { hip_warning_get_severity (warning), hip_warning_get_date (warning) };
  return TRUE;
}

static GHashTable *
new_shown (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char **) a, *(const char **) b);
}

/* Joins and takes lines, sorted. */
static char *
join_lines (GPtrArray *lines)
{
  g_autoptr(GPtrArray) owned = lines;

  g_ptr_array_sort (owned, compare_lines);
  g_ptr_array_add (owned, NULL);
  return g_strjoinv ("\n", (char **) owned->pdata);
}

/* What looking at the log on every day shows for the first time. */
static char *
look_every_day (HipHistory *history, const HipLimits *limits, HipDay from, HipDay to)
{
  g_autoptr(GHashTable) shown = new_shown ();
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (HipDay day = from; day <= to; day++)
    {
      g_autoptr(GPtrArray) open = hip_rules_evaluate (history, limits, day);

      for (guint i = 0; i < open->len; i++)
        {
          if (!is_news (shown, open->pdata[i]))
            continue;
          g_ptr_array_add (lines, hip_test_line (open->pdata[i]));
          /* What is new on a day fired on that day. */
          if (hip_warning_get_date (open->pdata[i]) != day)
            g_test_message ("%s", (char *) lines->pdata[lines->len - 1]);
          g_assert_cmpint (hip_warning_get_date (open->pdata[i]), ==, day);
        }
    }
  return join_lines (lines);
}

static char *
replay (HipHistory *history, const HipLimits *limits, HipDay from, HipDay to, guint *n_of_rule)
{
  g_autoptr(GPtrArray) warnings = hip_rules_replay (history, limits, from, to);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < warnings->len; i++)
    {
      g_ptr_array_add (lines, hip_test_line (warnings->pdata[i]));
      n_of_rule[hip_warning_get_rule (warnings->pdata[i])]++;
    }
  return join_lines (lines);
}

/* Replaying a log gives what looking at it every day would have given, word for word. */
static void
test_replay_is_every_day (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (2026);
  HipDay first = hip_test_day ("2025-12-01"), last = first + N_DAYS - 1;
  guint n_of_rule[HIP_N_RULES] = { 0 };
  HipLimits limits;

  hip_limits_init_default (&limits);
  for (guint l = 0; l < N_LOGS; l++)
    {
      g_autoptr(HipTestLog) log = hip_test_diary_new (rand, first, N_DAYS, HIP_TEST_DIARY_FULL);
      g_autoptr(HipHistory) history = hip_test_log_history (log);

      limits.first_weekday = l % 2 == 0 ? G_DATE_MONDAY : G_DATE_SUNDAY;
      limits.units = l % 3 == 0 ? HIP_UNITS_MI : HIP_UNITS_KM;
      g_autofree char *expected = look_every_day (history, &limits, first, last);
      g_autofree char *actual = replay (history, &limits, first, last, n_of_rule);
      g_assert_cmpstr (actual, ==, expected);
    }
  for (guint rule = 0; rule < HIP_N_RULES; rule++)
    {
      g_test_message ("%s: %u", hip_rule_get_id (rule), n_of_rule[rule]);
      g_assert_cmpuint (n_of_rule[rule], >, 0);
    }
}

/* A part of the log replayed alone is that part of the whole replay. */
static void
test_replay_of_a_period (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  HipDay first = hip_test_day ("2025-12-01");

  for (guint l = 0; l < N_LOGS; l++)
    {
      g_autoptr(HipTestLog) log = hip_test_diary_new (rand, first, N_DAYS, HIP_TEST_DIARY_FULL);
      g_autoptr(HipHistory) history = hip_test_log_history (log);
      GString *joined = g_string_new (NULL);
      HipLimits limits;

      hip_limits_init_default (&limits);
      limits.first_weekday = l % 2 == 0 ? G_DATE_MONDAY : G_DATE_SATURDAY;
      g_autoptr(GPtrArray) whole = hip_rules_replay (history, &limits, HIP_DAY_NONE, G_MAXINT32);
      for (HipDay day = first; day < first + N_DAYS; day += 10)
        {
          g_autoptr(GPtrArray) part = hip_rules_replay (history, &limits, day, day + 9);
          g_autofree char *lines = hip_test_lines (part);

          g_string_append (joined, lines);
        }
      g_autofree char *parts = g_string_free (joined, FALSE);
      g_autofree char *lines = hip_test_lines (whole);
      g_assert_cmpstr (parts, ==, lines);
    }
}

/* All of a history's records, in random order. (transfer full) */
static GPtrArray *
shuffle (HipHistory *history, GRand *rand)
{
  GPtrArray *records = hip_test_records (history);

  for (guint i = records->len; i > 1; i--)
    {
      guint other = g_rand_int_range (rand, 0, i);
      gpointer swap = records->pdata[other];

      records->pdata[other] = records->pdata[i - 1];
      records->pdata[i - 1] = swap;
    }
  return records;
}

static char *
replay_lines (HipHistory *history)
{
  HipLimits limits;

  hip_limits_init_default (&limits);
  g_autoptr(GPtrArray) warnings = hip_rules_replay (history, &limits, HIP_DAY_NONE, G_MAXINT32);
  return hip_test_lines (warnings);
}

static void
test_order_of_entries (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (11);

  for (guint l = 0; l < N_LOGS; l++)
    {
      g_autoptr(HipTestLog) log = hip_test_diary_new (rand, hip_test_day ("2025-12-01"), N_DAYS,
                                                      HIP_TEST_DIARY_FULL);
      g_autoptr(HipHistory) history = hip_test_log_history (log);
      g_autoptr(GPtrArray) records = shuffle (history, rand);
      g_autoptr(HipHistory) shuffled = hip_history_new (records);
      g_autofree char *expected = replay_lines (history);
      g_autofree char *actual = replay_lines (shuffled);

      g_assert_cmpstr (actual, ==, expected);
    }
}

/* Cuts a run in two, with a pause of up to an hour between the pieces. */
static HipRun *
cut (HipRun *first, GRand *rand)
{
  HipRun *second = hip_record_copy (first);

  second->rec.id = 100000 + first->rec.id;
  first->distance_m = g_rand_int_range (rand, 1, first->distance_m);
  second->distance_m -= first->distance_m;
  first->duration_s = g_rand_int_range (rand, 1, first->duration_s);
  second->duration_s -= first->duration_s;
  second->start_s += first->duration_s + g_rand_int_range (rand, 0, 3601);
  return second;
}

/* One in two runs is cut. (transfer full) (element-type HipRecord) */
static GPtrArray *
cut_runs (HipHistory *history, GRand *rand)
{
  GPtrArray *records = hip_test_records (history);
  guint n = records->len;

  for (guint i = 0; i < n; i++)
    {
      HipRecord *record = records->pdata[i];

      if (record->kind == HIP_RECORD_RUN && g_rand_boolean (rand))
        g_ptr_array_add (records, cut ((HipRun *) record, rand));
    }
  return records;
}

static void
test_runs_in_pieces (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (13);
  HipDay first = hip_test_day ("2025-12-01");

  for (guint l = 0; l < N_LOGS; l++)
    {
      g_autoptr(HipTestLog) log =
                    hip_test_diary_new (rand, first, N_DAYS, HIP_TEST_DIARY_ONE_RUN_A_DAY);
      g_autoptr(HipHistory) history = hip_test_log_history (log);
      g_autoptr(GPtrArray) records = cut_runs (history, rand);
      g_autoptr(HipHistory) pieces = hip_history_new (records);
      g_autofree char *expected = replay_lines (history);
      g_autofree char *actual = replay_lines (pieces);

      g_assert_cmpstr (expected, !=, "");
      g_assert_cmpuint (hip_history_get_n_runs (pieces), >, hip_history_get_n_runs (history));
      g_assert_cmpstr (actual, ==, expected);
    }
}

static gboolean
has_said (GPtrArray *warnings, const HipWarning *warning)
{
  for (guint i = 0; i < warnings->len; i++)
    if (hip_warning_get_rule (warnings->pdata[i]) == hip_warning_get_rule (warning)
        && hip_warning_get_severity (warnings->pdata[i]) == hip_warning_get_severity (warning)
        && g_str_equal (hip_warning_get_subject (warnings->pdata[i]),
                        hip_warning_get_subject (warning)))
      return TRUE;
  return FALSE;
}

/* The rules that look at nothing but how far is run, and on which day. */
static gboolean
is_of_distance (HipRule rule)
{
  return rule == HIP_RULE_LONG_RUN_JUMP || rule == HIP_RULE_BACK_TOO_FAST
         || rule == HIP_RULE_WEEK_JUMP || rule == HIP_RULE_NO_REST_DAY
         || rule == HIP_RULE_RAN_IN_PAIN;
}

/* What a run adds to what had been said on its day, by rules. */
static char *
dup_added (HipTestLog *log, HipHistory *before, HipDay day, gint32 metres)
{
  g_autofree char *iso = hip_day_to_iso (day);
  HipRun *run = hip_test_log_run (log, iso, metres);
  HipLimits limits;

  run->shoe_id = 0;
  run->start_s = 86399;
  hip_limits_init_default (&limits);
  g_autoptr(HipHistory) after = hip_test_log_history (log);
  g_autoptr(GPtrArray) said = hip_rules_replay (before, &limits, day, day);
  g_autoptr(GPtrArray) says = hip_rules_replay (after, &limits, day, day);
  for (guint i = says->len; i > 0; i--)
    if (has_said (said, says->pdata[i - 1])
        || !is_of_distance (hip_warning_get_rule (says->pdata[i - 1])))
      g_ptr_array_remove_index (says, i - 1);
  return hip_test_rules (says);
}

/* What a plan would raise is what the run then raises, on days with other runs as well. */
static void
test_plans_come_true (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (17);
  HipDay first = hip_test_day ("2025-12-01");
  guint n_fired[HIP_N_RULES] = { 0 };
  HipLimits limits;

  hip_limits_init_default (&limits);
  for (guint l = 0; l < 40 * N_LOGS; l++)
    {
      guint n_days = g_rand_int_range (rand, 20, 120);
      HipDay day = first + (HipDay) n_days - g_rand_int_range (rand, 0, 2);
      gint32 metres = g_rand_int_range (rand, 3, 25) * 1000;
      g_autoptr(HipTestLog) log =
                    hip_test_diary_new (rand, first, n_days, HIP_TEST_DIARY_ONE_RUN_A_DAY);
      g_autoptr(HipHistory) before = hip_test_log_history (log);
      g_autoptr(GPtrArray) plan = hip_rules_would_fire (before, &limits, day, metres);
      g_autofree char *expected = dup_added (log, before, day, metres);
      g_autofree char *actual = hip_test_rules (plan);

      g_assert_cmpstr (actual, ==, expected);
      for (guint i = 0; i < plan->len; i++)
        n_fired[hip_warning_get_rule (plan->pdata[i])]++;
    }
  for (guint rule = 0; rule < HIP_N_RULES; rule++)
    {
      g_test_message ("%s: %u", hip_rule_get_id (rule), n_fired[rule]);
      g_assert_cmpint (n_fired[rule] > 0, ==, is_of_distance (rule));
    }
}

/* A year and a half in which everything that can last does. */
static HipTestLog *
new_long_log (HipDay first, guint n_days)
{
  HipTestLog *log = hip_test_log_new ("2025-01-01");

  for (guint i = 0; i < n_days; i += 2)
    {
      g_autofree char *iso = hip_day_to_iso (first + (HipDay) i);
      HipRun *run = hip_test_log_run (log, iso, 5000);
      HipPainDay *pain = hip_test_log_pain (log, iso, HIP_SIDE_LEFT, 4);
      g_autofree char *next = hip_day_to_iso (first + (HipDay) i + 1);

      run->warm_up = HIP_ANSWER_NO;
      run->surface = HIP_SURFACE_ROAD;
      run->ground = HIP_GROUND_CAMBERED;
      pain->areas = HIP_AREA_FRONT | HIP_AREA_SIDE;
      hip_test_log_pain (log, next, HIP_SIDE_LEFT, 4);
    }
  return log;
}

/* However long an episode lasts, it is the one that began then. */
static void
test_long_episodes (void)
{
  HipDay first = hip_test_day ("2025-01-01");
  g_autoptr(HipTestLog) log = new_long_log (first, 500);
  g_autoptr(HipHistory) history = hip_test_log_history (log);
  HipLimits limits;

  hip_limits_init_default (&limits);
  g_autoptr(GPtrArray) open = hip_rules_evaluate (history, &limits, first + 499);
  g_autofree char *rules = hip_test_rules (open);
  g_assert_cmpstr (rules, ==,
                   "bone-stress-check pain-lasting no-warm-up hard-ground one-sided-ground");
  for (guint i = 0; i < open->len; i++)
    {
      g_test_message ("%s", hip_rule_get_id (hip_warning_get_rule (open->pdata[i])));
      g_assert_cmpint (hip_warning_get_date (open->pdata[i]), <, first + 14);
    }
}

/* A dismissal is for a week, for that subject, and only as long as it gets no worse. */
static void
test_dismissals (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");

  hip_test_log_weeks (log, 4, "Mon Wed Fri", 10000);
  hip_test_log_weeks (log, 1, "Mon Tue Wed", 10000);
  hip_test_log_run (log, "2026-04-02", 4000);
  hip_test_log_dismissal (log, "2026-04-02", "week-jump", "week/2026-03-23", HIP_SEVERITY_NOTE);
  hip_test_log_dismissal (log, "2026-04-02", "long-run-jump", "week/2026-03-30", HIP_SEVERITY_NOTE);
  hip_test_log_dismissal (log, "2026-04-03", "week-jump", "week/2026-03-30", HIP_SEVERITY_NOTE);
  hip_test_assert_open (log, "2026-04-02", "week-jump");
  hip_test_assert_open (log, "2026-04-03", "");
  hip_test_log_run (log, "2026-04-05", 6000);
  hip_test_assert_open (log, "2026-04-04", "");
  hip_test_assert_open (log, "2026-04-05", "week-jump");

  g_autoptr(GPtrArray) warnings = hip_test_open_on (log, "2026-04-05");
  hip_test_log_add (log, hip_warning_dismiss (warnings->pdata[0], hip_test_day ("2026-04-06")));
  hip_test_assert_open (log, "2026-04-05", "week-jump");
  hip_test_assert_open (log, "2026-04-06", "");
  hip_test_assert_open (log, "2026-04-11", "");
}

static void
test_order (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");

  hip_test_log_shoe (log, "Pegasus", 470000);
  hip_test_log_weeks (log, 4, "Mon Wed Fri", 10000);
  hip_test_log_shoe (log, "Ghost", 799000);
  hip_test_log_weeks (log, 1, "Mon Tue Wed", 10000);
  hip_test_log_run (log, "2026-04-02", 5000);
  hip_test_log_run (log, "2026-04-03", 15000);
  hip_test_log_pain (log, "2026-04-03", HIP_SIDE_LEFT, 9)->flags = HIP_FLAG_POP;
  hip_test_assert_open (log, "2026-04-03",
                        "red-flag pain-high ran-in-pain long-run-jump shoe-worn week-jump "
                        "shoe-wear-soon");
}

static void
test_words (void)
{
  HipRule rule;

  for (guint i = 0; i < HIP_N_RULES; i++)
    {
      g_assert_true (hip_rule_lookup (hip_rule_get_id (i), &rule));
      g_assert_cmpint (rule, ==, i);
      g_assert_nonnull (hip_rule_get_label (i));
      g_assert_nonnull (hip_rule_get_causes (i)[0]);
      g_assert_nonnull (hip_rule_get_prevention (i)[0]);
      g_assert_cmpint (hip_rule_can_mute (i), ==, i != HIP_RULE_RED_FLAG);
    }
  g_assert_false (hip_rule_lookup ("no-such-rule", &rule));
  g_assert_cmpstr (hip_severity_get_word (HIP_SEVERITY_URGENT), ==, "urgent");
  g_assert_cmpstr (hip_severity_get_label (HIP_SEVERITY_TIP), ==, "Tip");
  g_assert_cmpstr (hip_strength_get_word (HIP_STRENGTH_WEAK), ==, "weak");
  g_assert_cmpstr (hip_strength_get_label (HIP_STRENGTH_CUSTOM), ==, "Common custom");
}

/* A day of everything that rules look at, and that lasts for ever. */
static void
add_full_day (GPtrArray *records, GRand *rand, HipDay day, gint64 id)
{
  HipRun *run = hip_run_new ();
  HipPainDay *pain = hip_pain_day_new ();
  HipCareEntry *care = hip_care_entry_new ();

  run->rec.id = pain->rec.id = care->rec.id = id;
  run->date = pain->date = care->date = day;
  run->distance_m = g_rand_int_range (rand, 2000, 15000);
  run->shoe_id = 1;
  run->cadence_spm = 160;
  run->effort = 5;
  run->duration_s = 3600;
  run->surface = HIP_SURFACE_ROAD;
  run->ground = HIP_GROUND_CAMBERED;
  run->warm_up = HIP_ANSWER_NO;
  pain->score = g_rand_int_range (rand, 3, 8);
  pain->areas = HIP_AREA_FRONT | HIP_AREA_SIDE;
  care->kind = HIP_CARE_ICE;
  g_ptr_array_add (records, run);
  g_ptr_array_add (records, pain);
  g_ptr_array_add (records, care);
}

static HipHistory *
new_years (guint n_years)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (23);
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (hip_record_unref);
  HipDay first = hip_test_day ("1975-01-01");

  for (guint i = 0; i < n_years * 365; i++)
    add_full_day (records, rand, first + (HipDay) i, i + 1);
  HipShoe *shoe = hip_shoe_new ();
  shoe->rec.id = 1;
  g_set_str (&shoe->name, "Pegasus");
  g_ptr_array_add (records, shoe);
  return hip_history_new (records);
}

/* The processor's time in microseconds: what other programs do meanwhile does not count. */
static gint64
get_cpu_us (void)
{
  struct timespec now;

  g_assert_cmpint (clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now), ==, 0);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* The quickest of a few goes. */
static gint64
time_replay (HipHistory *history, gint64 *evaluate_us)
{
  gint64 best = G_MAXINT64;
  HipLimits limits;

  *evaluate_us = G_MAXINT64;
  hip_limits_init_default (&limits);
  for (guint i = 0; i < 5; i++)
    {
      gint64 start = get_cpu_us (), middle;
      g_autoptr(GPtrArray) all = hip_rules_replay (history, &limits, HIP_DAY_NONE, G_MAXINT32);
      middle = get_cpu_us ();
      g_autoptr(GPtrArray) open =
                    hip_rules_evaluate (history, &limits, hip_history_get_last_day (history));
      best = MIN (best, middle - start);
      *evaluate_us = MIN (*evaluate_us, get_cpu_us () - middle);
    }
  return best;
}

/* Fifty years cost about ten times as much as five, where a quadratic pass would cost a hundred. */
static void
test_cost (void)
{
  g_autoptr(HipHistory) few = new_years (5);
  g_autoptr(HipHistory) many = new_years (50);
  gint64 few_evaluate_us, many_evaluate_us;
  gint64 few_us = time_replay (few, &few_evaluate_us);
  gint64 many_us = time_replay (many, &many_evaluate_us);

  g_test_message ("replay: 5 years %" G_GINT64_FORMAT " µs, 50 years %" G_GINT64_FORMAT
                  " µs; evaluate: %" G_GINT64_FORMAT " and %" G_GINT64_FORMAT " µs",
                  few_us, many_us, few_evaluate_us, many_evaluate_us);
  g_assert_cmpint (many_us, <, 50 * MAX (few_us, 100));
  g_assert_cmpint (many_evaluate_us, <, 50 * MAX (few_evaluate_us, 100));
}

static void
test_empty (void)
{
  g_autoptr(HipHistory) history = hip_history_new_empty ();
  HipLimits limits;
  HipRoom room;

  hip_limits_init_default (&limits);
  g_autoptr(GPtrArray) open = hip_rules_evaluate (history, &limits, 20000);
  g_autoptr(GPtrArray) all = hip_rules_replay (history, &limits, HIP_DAY_NONE, G_MAXINT32);
  g_autoptr(GPtrArray) plan = hip_rules_would_fire (history, &limits, 20000, 42195);
  hip_room_compute (&room, history, &limits, 20000);
  g_assert_cmpuint (open->len + all->len + plan->len, ==, 0);
  g_assert_cmpint (room.run_room_m, ==, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/replay-is-every-day", test_replay_is_every_day);
  g_test_add_func ("/rules/replay-of-a-period", test_replay_of_a_period);
  g_test_add_func ("/rules/order-of-entries", test_order_of_entries);
  g_test_add_func ("/rules/runs-in-pieces", test_runs_in_pieces);
  g_test_add_func ("/rules/plans-come-true", test_plans_come_true);
  g_test_add_func ("/rules/long-episodes", test_long_episodes);
  g_test_add_func ("/rules/dismissals", test_dismissals);
  g_test_add_func ("/rules/order", test_order);
  g_test_add_func ("/rules/words", test_words);
  g_test_add_func ("/rules/cost", test_cost);
  g_test_add_func ("/rules/empty", test_empty);

  return g_test_run ();
}
