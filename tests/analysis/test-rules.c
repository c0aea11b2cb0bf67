// SPDX-License-Identifier: GPL-3.0-or-later
/* What holds for all rules together, on diaries nobody thought up. */
#include "config.h"

#include <time.h>

#include "hip-room.h"
#include "hip-test-warnings.h"

/* Small enough to see a failure, large enough to meet every rule. */
#define N_LOGS 12
#define N_DAYS 260

static HipRun *
add_random_run (HipTestLog *log, GRand *rand, const char *iso, int *start_s)
{
  HipRun *run = hip_test_log_run (log, iso, g_rand_int_range (rand, 2, 9) * 1000);

  if (g_rand_int_range (rand, 0, 8) == 0)
    run->distance_m *= 2;
  if (g_rand_int_range (rand, 0, 4) == 0)
    return run;
  run->start_s = *start_s;
  run->duration_s = run->distance_m / 3;
  *start_s = MIN (86399, *start_s + run->duration_s + g_rand_int_range (rand, 10, 120) * 60);
  return run;
}

static void
add_random_pain (HipTestLog *log, GRand *rand, const char *iso)
{
  HipSide side = g_rand_int_range (rand, 0, HIP_N_SIDES);
  HipPainDay *pain = hip_test_log_pain (log, iso, side, g_rand_int_range (rand, 0, 9));

  if (g_rand_int_range (rand, 0, 12) > 0)
    return;
  pain->flags = 1u << g_rand_int_range (rand, 0, 15);
  pain->seen = g_rand_int_range (rand, 0, 3) == 0;
}

/* A diary with easy and hard times, holidays, night runs, two pairs of shoes and pain. */
static HipTestLog *
new_random_log (GRand *rand, HipDay first, guint n_days)
{
  g_autofree char *start = hip_day_to_iso (first);
  HipTestLog *log = hip_test_log_new (start);
  HipShoe *shoes[] = { hip_test_log_shoe (log, "Pegasus", g_rand_int_range (rand, 0, 800000)),
                       hip_test_log_shoe (log, "Ghost", 350000) };
  int pause = 0;

  shoes[0]->retired = first + g_rand_int_range (rand, 0, n_days);
  for (guint i = 0; i < n_days; i++)
    {
      g_autofree char *iso = hip_day_to_iso (first + (HipDay) i);
      int start_s = g_rand_int_range (rand, 6, 24) * 3600 - 1800;
      guint n_runs = g_rand_int_range (rand, 0, 3);

      if (g_rand_int_range (rand, 0, 60) == 0)
        pause = g_rand_int_range (rand, 10, 20);
      hip_test_log_wear (log, shoes[g_rand_int_range (rand, 0, 2)]);
      for (guint run = 0; run < n_runs && pause <= 0; run++)
        add_random_run (log, rand, iso, &start_s);
      if (g_rand_int_range (rand, 0, 3) > 0)
        add_random_pain (log, rand, iso);
      pause--;
    }
  return log;
}

static gboolean
add_lines (GHashTable *seen, GPtrArray *warnings, HipDay on)
{
  for (guint i = 0; i < warnings->len; i++)
    {
      HipWarning *warning = warnings->pdata[i];
      g_autofree char *key =
          g_strdup_printf ("%d %s %s %d", hip_warning_get_date (warning),
                           hip_rule_get_id (hip_warning_get_rule (warning)),
                           hip_warning_get_subject (warning), hip_warning_get_severity (warning));

      if (g_hash_table_contains (seen, key))
        continue;
      /* What is new on a day fired on that day. */
      if (on != HIP_DAY_NONE && hip_warning_get_date (warning) != on)
        return FALSE;
      g_hash_table_insert (seen, g_steal_pointer (&key), hip_test_line (warning));
    }
  return TRUE;
}

static GHashTable *
new_lines (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static char *
join_lines (GHashTable *lines)
{
  g_autoptr(GList) values = g_hash_table_get_values (lines);
  GString *text = g_string_new (NULL);

  values = g_list_sort (g_steal_pointer (&values), (GCompareFunc) strcmp);
  for (GList *l = values; l != NULL; l = l->next)
    g_string_append_printf (text, "%s\n", (char *) l->data);
  return g_string_free (text, FALSE);
}

/* Replaying a log gives what looking at it every day would have given, word for word. */
static void
test_replay_is_every_day (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (2026);
  HipDay first = hip_test_day ("2025-12-01");
  guint n_of_rule[HIP_N_RULES] = { 0 };
  HipLimits limits;

  hip_limits_init_default (&limits);
  for (guint l = 0; l < N_LOGS; l++)
    {
      g_autoptr(HipTestLog) log = new_random_log (rand, first, N_DAYS);
      g_autoptr(HipHistory) history = hip_test_log_history (log);
      g_autoptr(GHashTable) by_day = new_lines ();
      g_autoptr(GHashTable) by_replay = new_lines ();

      limits.first_weekday = l % 2 == 0 ? G_DATE_MONDAY : G_DATE_SUNDAY;
      for (HipDay day = first; day < first + N_DAYS; day++)
        {
          g_autoptr(GPtrArray) open = hip_rules_evaluate (history, &limits, day);

          g_assert_true (add_lines (by_day, open, day));
        }
      g_autoptr(GPtrArray) replayed =
                    hip_rules_replay (history, &limits, first, first + N_DAYS - 1);
      add_lines (by_replay, replayed, HIP_DAY_NONE);
      g_assert_cmpuint (replayed->len, ==, g_hash_table_size (by_replay));
      g_autofree char *expected = join_lines (by_day);
      g_autofree char *actual = join_lines (by_replay);
      g_assert_cmpstr (actual, ==, expected);
      for (guint i = 0; i < replayed->len; i++)
        n_of_rule[hip_warning_get_rule (replayed->pdata[i])]++;
    }
  for (guint rule = 0; rule < HIP_N_RULES; rule++)
    g_assert_cmpuint (n_of_rule[rule], >, 0);
}

/* A part of the log replayed alone is that part of the whole replay. */
static void
test_replay_of_a_period (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  HipDay first = hip_test_day ("2025-12-01");
  g_autoptr(HipTestLog) log = new_random_log (rand, first, N_DAYS);
  g_autoptr(HipHistory) history = hip_test_log_history (log);
  g_autoptr(GPtrArray) whole = NULL;
  GString *joined = g_string_new (NULL);
  HipLimits limits;

  hip_limits_init_default (&limits);
  whole = hip_rules_replay (history, &limits, HIP_DAY_NONE, G_MAXINT32);
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

/* All of a history's records, in random order. (transfer container) */
static GPtrArray *
shuffle (HipHistory *history, GRand *rand)
{
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; i < hip_history_get_n_runs (history); i++)
    g_ptr_array_add (records, hip_history_get_run (history, i));
  for (guint i = 0; i < hip_history_get_n_pain_days (history); i++)
    g_ptr_array_add (records, hip_history_get_pain_day (history, i));
  for (guint i = 0; i < hip_history_get_n_shoes (history); i++)
    g_ptr_array_add (records, hip_history_get_shoe (history, i));
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
      g_autoptr(HipTestLog) log = new_random_log (rand, hip_test_day ("2025-12-01"), N_DAYS);
      g_autoptr(HipHistory) history = hip_test_log_history (log);
      g_autoptr(GPtrArray) records = shuffle (history, rand);
      g_autoptr(HipHistory) shuffled = hip_history_new (records);
      g_autofree char *expected = replay_lines (history);
      g_autofree char *actual = replay_lines (shuffled);

      g_assert_cmpstr (actual, ==, expected);
    }
}

/* One in two runs that can be is cut in two, with a pause of up to an hour between the pieces.
 * (transfer full) (element-type HipRecord) */
static GPtrArray *
cut_runs (HipHistory *history, GRand *rand)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (hip_record_unref);

  for (guint i = 0; i < hip_history_get_n_runs (history); i++)
    {
      HipRun *first = hip_record_copy (hip_history_get_run (history, i));

      g_ptr_array_add (records, first);
      if (first->start_s == HIP_UNSET || first->start_s + 2 * first->duration_s > 80000
          || g_rand_boolean (rand))
        continue;
      HipRun *second = hip_record_copy (first);
      gint32 whole_s = first->duration_s;
      second->rec.id = 100000 + first->rec.id;
      first->distance_m /= 3;
      first->duration_s /= 4;
      second->distance_m -= first->distance_m;
      second->start_s += whole_s - whole_s / 4;
      second->duration_s = whole_s / 4;
      g_ptr_array_add (records, second);
    }
  for (guint i = 0; i < hip_history_get_n_shoes (history); i++)
    g_ptr_array_add (records, hip_record_ref (hip_history_get_shoe (history, i)));
  return records;
}

static void
test_runs_in_pieces (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (13);

  for (guint l = 0; l < N_LOGS; l++)
    {
      g_autoptr(HipTestLog) log = hip_test_log_new ("2025-12-01");
      HipDay day = hip_test_day ("2025-12-01");

      hip_test_log_shoe (log, "Pegasus", 450000);
      for (guint i = 0; i < N_DAYS; i++, day++)
        {
          g_autofree char *iso = hip_day_to_iso (day);
          int start_s = 7 * 3600;

          if (g_rand_boolean (rand))
            add_random_run (log, rand, iso, &start_s);
        }
      g_autoptr(HipHistory) history = hip_test_log_history (log);
      g_autoptr(GPtrArray) records = cut_runs (history, rand);
      g_autoptr(HipHistory) cut = hip_history_new (records);
      g_autofree char *expected = replay_lines (history);
      g_autofree char *actual = replay_lines (cut);
      g_assert_cmpstr (expected, !=, "");
      g_assert_cmpuint (hip_history_get_n_runs (cut), >, hip_history_get_n_runs (history));
      g_assert_cmpstr (actual, ==, expected);
    }
}

/* What a plan would raise is what the run then raises. */
static void
test_plans_come_true (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (17);
  HipDay first = hip_test_day ("2025-12-01");
  guint n_fired = 0;
  HipLimits limits;

  hip_limits_init_default (&limits);
  for (guint l = 0; l < N_LOGS; l++)
    {
      g_autoptr(HipTestLog) log = new_random_log (rand, first, N_DAYS);
      HipDay day = first + N_DAYS;
      g_autofree char *iso = hip_day_to_iso (day);
      gint32 planned = g_rand_int_range (rand, 5, 25) * 1000;
      g_autoptr(HipHistory) before = hip_test_log_history (log);
      g_autoptr(GPtrArray) plan = hip_rules_would_fire (before, &limits, day, planned);
      HipRun *run = hip_test_log_run (log, iso, planned);
      g_autoptr(HipHistory) after = hip_test_log_history (log);
      g_autoptr(GPtrArray) warnings = hip_rules_replay (after, &limits, day, day);

      run->shoe_id = 0;
      for (guint i = warnings->len; i > 0; i--)
        if (g_str_has_prefix (hip_warning_get_subject (warnings->pdata[i - 1]), "shoe"))
          g_ptr_array_remove_index (warnings, i - 1);
      g_autofree char *expected = hip_test_rules (warnings);
      g_autofree char *actual = hip_test_rules (plan);
      g_assert_cmpstr (actual, ==, expected);
      n_fired += plan->len;
    }
  g_assert_cmpuint (n_fired, >, 0);
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

/* Every text of every rule names its figures and says nothing it must not. */
static void
test_texts (void)
{
  static const char *const forbidden[] = { "safe", "optimal", "diagnosed", "your risk", NULL };
  g_autoptr(GRand) rand = g_rand_new_with_seed (19);
  g_autoptr(HipTestLog) log = new_random_log (rand, hip_test_day ("2025-12-01"), N_DAYS);
  g_autoptr(GPtrArray) warnings = hip_test_replay (log);

  g_assert_cmpuint (warnings->len, >, 10);
  for (guint i = 0; i < warnings->len; i++)
    {
      HipWarning *warning = warnings->pdata[i];
      g_autofree char *title = hip_warning_dup_title (warning, HIP_UNITS_MI);
      g_autofree char *body = hip_warning_dup_body (warning, HIP_UNITS_MI);
      g_autofree char *formula = hip_warning_dup_formula (warning, HIP_UNITS_MI);
      g_autofree char *strength = hip_warning_dup_strength_text (warning);
      const char *word = hip_strength_get_word (hip_warning_get_strength (warning));
      g_autofree char *begin = g_strdup_printf ("Evidence: %s – ", word);
      g_autofree char *all = g_strconcat (title, body, formula, NULL);

      g_assert_true (g_str_has_prefix (strength, begin));
      g_assert_null (strstr (all, "km"));
      for (guint f = 0; forbidden[f] != NULL; f++)
        g_assert_null (strstr (all, forbidden[f]));
      g_assert_cmpuint (hip_warning_get_n_entries (warning), >, 0);
    }
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
  g_test_add_func ("/rules/texts", test_texts);
  g_test_add_func ("/rules/cost", test_cost);
  g_test_add_func ("/rules/empty", test_empty);

  return g_test_run ();
}
