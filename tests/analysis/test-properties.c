// SPDX-License-Identifier: GPL-3.0-or-later
/* What must not matter, and what must: units, weekdays, rest, dismissals, mutes, red flags. */
#include "config.h"

#include "hip-question.h"
#include "hip-room.h"
#include "hip-test-diary.h"

#define N_LOGS    15
#define N_DAYS    200
#define FIRST_DAY "2025-12-01"

static const HipRule load_rules[] = { HIP_RULE_LONG_RUN_JUMP, HIP_RULE_BACK_TOO_FAST,
                                      HIP_RULE_WEEK_JUMP, HIP_RULE_EFFORT_JUMP,
                                      HIP_RULE_NO_REST_DAY };
static const HipRule tips[] = { HIP_RULE_LOW_CADENCE, HIP_RULE_NO_STRENGTH, HIP_RULE_ONE_PAIR };

static gboolean
contains (const HipRule *rules, guint n, HipRule rule)
{
  for (guint i = 0; i < n; i++)
    if (rules[i] == rule)
      return TRUE;
  return FALSE;
}

#define IS_LOAD(rule) contains (load_rules, G_N_ELEMENTS (load_rules), rule)
#define IS_TIP(rule)  contains (tips, G_N_ELEMENTS (tips), rule)

/* What a message is, without the words. */
static char *
dup_key (const HipWarning *warning)
{
  return g_strdup_printf ("%s %s %s %d", hip_rule_get_id (hip_warning_get_rule (warning)),
                          hip_warning_get_subject (warning),
                          hip_severity_get_word (hip_warning_get_severity (warning)),
                          hip_warning_get_date (warning));
}

typedef gboolean (*WantFunc) (const HipWarning *warning, gconstpointer data);

/* The messages that are wanted, one line each. */
static char *
dup_keys (GPtrArray *warnings, WantFunc want, gconstpointer data)
{
  GString *keys = g_string_new (NULL);

  for (guint i = 0; i < warnings->len; i++)
    {
      g_autofree char *key = dup_key (warnings->pdata[i]);

      if (want (warnings->pdata[i], data))
        g_string_append_printf (keys, "%s\n", key);
    }
  return g_string_free (keys, FALSE);
}

static char *
dup_replayed (HipHistory *history, const HipLimits *limits, WantFunc want, gconstpointer data)
{
  g_autoptr(GPtrArray) warnings = hip_rules_replay (history, limits, HIP_DAY_NONE, G_MAXINT32);

  return dup_keys (warnings, want, data);
}

static HipHistory *
new_history (GRand *rand, HipTestDiaryFlags flags)
{
  g_autoptr(HipTestLog) log = hip_test_diary_new (rand, hip_test_day (FIRST_DAY), N_DAYS, flags);

  return hip_test_log_history (log);
}

static HipHistory *
with_mute (HipHistory *history, HipRule rule)
{
  g_autoptr(GPtrArray) records = hip_test_records (history);
  HipDismissal *mute = hip_dismissal_new ();

  g_set_str (&mute->rule, hip_rule_get_id (rule));
  mute->rec.id = 10000 + rule;
  mute->date = hip_test_day (FIRST_DAY);
  g_ptr_array_add (records, mute);
  return hip_history_new (records);
}

/* Units */

static gboolean
is_not_worn (const HipWarning *warning, gconstpointer data)
{
  return hip_warning_get_rule (warning) != HIP_RULE_SHOE_WORN;
}

/* Nobody is warned of anything else for counting in miles, but for the steps of worn shoes. */
static void
test_units (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (31);

  for (guint l = 0; l < N_LOGS; l++)
    {
      g_autoptr(HipHistory) history = new_history (rand, HIP_TEST_DIARY_FULL);
      HipLimits km, mi;

      hip_limits_init_default (&km);
      mi = km;
      mi.units = HIP_UNITS_MI;
      g_autofree char *in_km = dup_replayed (history, &km, is_not_worn, NULL);
      g_autofree char *in_mi = dup_replayed (history, &mi, is_not_worn, NULL);
      g_assert_cmpstr (in_km, !=, "");
      g_assert_cmpstr (in_mi, ==, in_km);
    }
}

/* The first weekday */

static gboolean
is_any (const HipWarning *warning, gconstpointer data)
{
  return TRUE;
}

static gboolean
is_not_weekly (const HipWarning *warning, gconstpointer data)
{
  HipRule rule = hip_warning_get_rule (warning);

  /* The last one gives way to them where they speak of the same run. */
  return rule != HIP_RULE_WEEK_JUMP && rule != HIP_RULE_EFFORT_JUMP && rule != HIP_RULE_NO_REST_DAY;
}

static void
test_first_weekday (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (37);

  for (guint l = 0; l < N_LOGS; l++)
    {
      g_autoptr(HipHistory) history = new_history (rand, HIP_TEST_DIARY_NO_MUTES);
      g_autoptr(HipHistory) one_muted = with_mute (history, HIP_RULE_WEEK_JUMP);
      g_autoptr(HipHistory) muted = with_mute (one_muted, HIP_RULE_EFFORT_JUMP);
      HipLimits limits;

      hip_limits_init_default (&limits);
      g_autofree char *others = dup_replayed (history, &limits, is_not_weekly, NULL);
      g_autofree char *all = dup_replayed (muted, &limits, is_any, NULL);
      for (guint day = G_DATE_TUESDAY; day <= G_DATE_SUNDAY; day++)
        {
          limits.first_weekday = day;
          g_autofree char *others_then = dup_replayed (history, &limits, is_not_weekly, NULL);
          g_autofree char *all_then = dup_replayed (muted, &limits, is_any, NULL);
          g_assert_cmpstr (others_then, ==, others);
          g_assert_cmpstr (all_then, ==, all);
        }
    }
}

/* Rest */

static GHashTable *
collect_load (HipHistory *history, const HipLimits *limits, HipDay on)
{
  g_autoptr(GPtrArray) open = hip_rules_evaluate (history, limits, on);
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < open->len; i++)
    if (IS_LOAD (hip_warning_get_rule (open->pdata[i])))
      g_hash_table_add (keys, dup_key (open->pdata[i]));
  return keys;
}

static void
assert_part_of (GHashTable *part, GHashTable *whole)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, part);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (whole, key))
      g_error ("New with nothing new to see: %s", (char *) key);
}

static HipHistory *
without_runs_on (HipHistory *history, HipDay day)
{
  g_autoptr(GPtrArray) records = hip_test_records (history);

  for (guint i = records->len; i > 0; i--)
    {
      HipRecord *record = records->pdata[i - 1];

      if (record->kind == HIP_RECORD_RUN && ((HipRun *) record)->date == day)
        g_ptr_array_remove_index (records, i - 1);
    }
  return hip_history_new (records);
}

/* Whoever rests on a day, planned or by taking the day's runs back, hears nothing new of load. */
static void
test_rest (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (41);
  guint n_open = 0;
  HipLimits limits;

  hip_limits_init_default (&limits);
  for (guint l = 0; l < N_LOGS; l++)
    {
      g_autoptr(HipHistory) history = new_history (rand, HIP_TEST_DIARY_FULL);
      HipDay first = hip_test_day (FIRST_DAY);

      for (HipDay day = first + 1; day < first + N_DAYS; day += g_rand_int_range (rand, 1, 4))
        {
          g_autoptr(HipHistory) rested = without_runs_on (history, day);
          g_autoptr(GHashTable) before = collect_load (history, &limits, day - 1);
          g_autoptr(GHashTable) after = collect_load (rested, &limits, day);

          assert_part_of (after, before);
          n_open += g_hash_table_size (after);
        }
    }
  g_assert_cmpuint (n_open, >, 0);
}

/* Dismissals */

static HipHistory *
with_dismissal (HipHistory *history, const HipWarning *warning, HipDay day)
{
  g_autoptr(GPtrArray) records = hip_test_records (history);
  HipDismissal *dismissal = hip_warning_dismiss (warning, day);

  dismissal->rec.id = 20000;
  g_ptr_array_add (records, dismissal);
  return hip_history_new (records);
}

typedef struct
{
  HipWarning *warning; /* (borrowed) */
  HipDay dismissed;
  HipDay on;
} Quiet;

static gboolean
is_not_quiet (const HipWarning *warning, gconstpointer data)
{
  const Quiet *quiet = data;
  HipRule rule = hip_warning_get_rule (warning);
  gboolean for_good = rule == HIP_RULE_SHOE_WORN || rule == HIP_RULE_SHOE_WEAR_SOON;

  if (rule != hip_warning_get_rule (quiet->warning)
      || !g_str_equal (hip_warning_get_subject (warning), hip_warning_get_subject (quiet->warning)))
    return TRUE;
  if (quiet->on < quiet->dismissed || (quiet->on >= quiet->dismissed + 7 && !for_good))
    return TRUE;
  return hip_warning_get_severity (warning) > hip_warning_get_severity (quiet->warning);
}

/* A dismissal takes away that message for seven days, as long as it gets no worse, and nothing
 * else ever. */
static void
assert_dismissed (HipHistory *history, const HipLimits *limits, HipWarning *warning, HipDay day)
{
  g_autoptr(HipHistory) dismissed = with_dismissal (history, warning, day);

  for (HipDay on = day - 1; on <= day + 14; on++)
    {
      Quiet quiet = { warning, day, on };
      g_autoptr(GPtrArray) without = hip_rules_evaluate (history, limits, on);
      g_autoptr(GPtrArray) with = hip_rules_evaluate (dismissed, limits, on);
      g_autofree char *expected = dup_keys (without, is_not_quiet, &quiet);
      g_autofree char *actual = dup_keys (with, is_any, NULL);

      g_assert_cmpstr (actual, ==, expected);
    }
}

static void
test_dismissals (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (43);
  guint n_of_rule[HIP_N_RULES] = { 0 };
  HipLimits limits;

  hip_limits_init_default (&limits);
  for (guint l = 0; l < N_LOGS; l++)
    {
      g_autoptr(HipHistory) history = new_history (rand, HIP_TEST_DIARY_NO_MUTES);
      HipDay first = hip_test_day (FIRST_DAY);

      for (HipDay day = first; day < first + N_DAYS; day += g_rand_int_range (rand, 3, 12))
        {
          g_autoptr(GPtrArray) open = hip_rules_evaluate (history, &limits, day);

          for (guint i = 0; i < open->len; i += g_rand_int_range (rand, 1, 4))
            {
              assert_dismissed (history, &limits, open->pdata[i], day);
              n_of_rule[hip_warning_get_rule (open->pdata[i])]++;
            }
        }
    }
  for (guint rule = 0; rule < HIP_N_RULES; rule++)
    {
      g_test_message ("%s: %u", hip_rule_get_id (rule), n_of_rule[rule]);
      g_assert_cmpuint (n_of_rule[rule], >, 0);
    }
}

/* Mutes */

static gboolean
is_of (const HipWarning *warning, gconstpointer data)
{
  return hip_warning_get_rule (warning) == *(const HipRule *) data;
}

/* Of load rules the next one speaks for a run; with the questions about bone stress tips were
 * held back. */
static gboolean
is_untouched_by (const HipWarning *warning, gconstpointer data)
{
  HipRule muted = *(const HipRule *) data;
  HipRule rule = hip_warning_get_rule (warning);

  if (rule == muted)
    return FALSE;
  if (IS_LOAD (muted))
    return !IS_LOAD (rule);
  return muted != HIP_RULE_BONE_STRESS_CHECK || !IS_TIP (rule);
}

static void
assert_muted (HipHistory *history, const HipLimits *limits, HipRule rule)
{
  g_autoptr(HipHistory) muted = with_mute (history, rule);
  g_autofree char *said = dup_replayed (history, limits, is_of, &rule);
  g_autofree char *says = dup_replayed (muted, limits, is_of, &rule);
  g_autofree char *others = dup_replayed (history, limits, is_untouched_by, &rule);
  g_autofree char *others_then = dup_replayed (muted, limits, is_untouched_by, &rule);

  g_assert_cmpstr (says, ==, hip_rule_can_mute (rule) ? "" : said);
  g_assert_cmpstr (others_then, ==, others);
}

static void
test_mutes (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (47);
  HipLimits limits;

  hip_limits_init_default (&limits);
  for (guint l = 0; l < N_LOGS; l++)
    {
      g_autoptr(HipHistory) history = new_history (rand, HIP_TEST_DIARY_NO_MUTES);

      for (guint rule = 0; rule < HIP_N_RULES; rule++)
        assert_muted (history, &limits, rule);
    }
  for (guint rule = 0; rule < HIP_N_RULES; rule++)
    g_assert_cmpint (hip_rule_can_mute (rule), ==, rule != HIP_RULE_RED_FLAG);
}

/* Red flags */

static gboolean
has_open_flag (HipHistory *history, HipDay on)
{
  for (guint i = 0; i < hip_history_get_n_pain_days (history); i++)
    {
      const HipPainDay *pain = hip_history_get_pain_day (history, i);

      if (pain->flags != 0 && !pain->seen && pain->date <= on && pain->date > on - 7)
        return TRUE;
    }
  for (guint i = 0; i < hip_history_get_n_screenings (history); i++)
    {
      const HipScreening *answers = hip_history_get_screening (history, i);

      if (answers->yes != 0 && !answers->seen && answers->date <= on && answers->date > on - 7)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_unanswered (GPtrArray *open)
{
  for (guint i = 0; i < open->len; i++)
    if (hip_warning_get_rule (open->pdata[i]) == HIP_RULE_BONE_STRESS_CHECK
        && g_str_equal (hip_test_text (open->pdata[i], "answers"), "none"))
      return TRUE;
  return FALSE;
}

static guint
count_tips (GPtrArray *open)
{
  guint n = 0;

  for (guint i = 0; i < open->len; i++)
    n += IS_TIP (hip_warning_get_rule (open->pdata[i]));
  return n;
}

static void
assert_room (const HipRoom *room, gboolean flag, gboolean unanswered)
{
  if (!flag && !unanswered)
    {
      g_assert_cmpint (room->run_reason, !=, HIP_ROOM_RED_FLAG);
      g_assert_cmpint (room->run_reason, !=, HIP_ROOM_UNANSWERED);
      g_assert_cmpint (room->run_room_m >= 0, ==, room->run_reason == HIP_ROOM_KNOWN);
      return;
    }
  g_assert_cmpint (room->run_reason, ==, flag ? HIP_ROOM_RED_FLAG : HIP_ROOM_UNANSWERED);
  g_assert_cmpint (room->week_reason, ==, room->run_reason);
  g_assert_cmpint (room->run_room_m, ==, -1);
  g_assert_cmpint (room->week_room_m, ==, -1);
}

/* An open red flag, or unanswered questions about one, silence every tip and the room to run. */
static void
test_red_flags (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (53);
  guint n_tips = 0, n_flags = 0, n_unanswered = 0;
  HipDay first = hip_test_day (FIRST_DAY);
  HipLimits limits;

  hip_limits_init_default (&limits);
  for (guint l = 0; l < N_LOGS; l++)
    {
      g_autoptr(HipHistory) history = new_history (rand, HIP_TEST_DIARY_FULL);

      for (HipDay day = first; day < first + N_DAYS; day++)
        {
          g_autoptr(GPtrArray) open = hip_rules_evaluate (history, &limits, day);
          gboolean flag = has_open_flag (history, day), unanswered = is_unanswered (open);
          HipRoom room;

          g_assert_cmpint (hip_test_find (open, "red-flag") != NULL, ==, flag);
          hip_room_compute (&room, history, &limits, day);
          assert_room (&room, flag, unanswered);
          if (flag || unanswered)
            g_assert_cmpuint (count_tips (open), ==, 0);
          n_tips += count_tips (open);
          n_flags += flag;
          n_unanswered += unanswered && !flag;
        }
    }
  g_assert_cmpuint (n_tips, >, 0);
  g_assert_cmpuint (n_flags, >, 0);
  g_assert_cmpuint (n_unanswered, >, 0);
}

/* Four weeks of runs with a low cadence, which deserves a tip on the 27th, and pain in front on the
 * three days up to then. */
static HipTestLog *
new_pain_in_front (void)
{
  HipTestLog *log = hip_test_log_new ("2026-03-02");

  hip_test_log_weeks (log, 3, "Mon Wed Fri", 10000);
  hip_test_log_run (log, "Mon", 10000)->cadence_spm = 160;
  for (HipDay day = hip_test_day ("2026-03-24"); day <= hip_test_day ("2026-03-27"); day++)
    {
      g_autofree char *iso = hip_day_to_iso (day);

      hip_test_log_run (log, iso, 5000)->cadence_spm = 160;
      if (day > hip_test_day ("2026-03-24"))
        hip_test_log_pain (log, iso, HIP_SIDE_LEFT, 3)->areas = HIP_AREA_FRONT;
    }
  return log;
}

static void
assert_open_and_room (HipTestLog *log, const char *iso, const char *open, const char *reason)
{
  g_autoptr(HipHistory) history = hip_test_log_history (log);
  HipLimits limits;
  HipRoom room;

  hip_limits_init_default (&limits);
  g_autoptr(GPtrArray) warnings = hip_rules_evaluate (history, &limits, hip_test_day (iso));
  g_autofree char *lines = hip_test_rules (warnings);
  hip_room_compute (&room, history, &limits, hip_test_day (iso));
  g_assert_cmpstr (lines, ==, open);
  g_assert_cmpstr (hip_room_reason_get_word (room.run_reason), ==, reason);
  g_assert_cmpint (room.run_room_m, ==, reason == NULL ? 11000 : -1);
}

static void
test_questions (void)
{
  g_autoptr(HipTestLog) log = new_pain_in_front ();
  HipScreening *answers;

  assert_open_and_room (log, "2026-03-26", "", NULL);
  assert_open_and_room (log, "2026-03-27", "bone-stress-check", "unanswered");
  answers = hip_test_log_screening (log, "2026-03-27", hip_question_get_all_flags (), 0);
  assert_open_and_room (log, "2026-03-27", "bone-stress-check low-cadence", NULL);
  answers->yes = HIP_FLAG_WORSENING;
  assert_open_and_room (log, "2026-03-27", "red-flag bone-stress-check", "red-flag");
  g_autoptr(GPtrArray) urgent = hip_test_open_on (log, "2026-03-27");
  g_assert_cmpint (hip_warning_get_severity (urgent->pdata[0]), ==, HIP_SEVERITY_URGENT);
  g_assert_cmpint (hip_warning_get_severity (urgent->pdata[1]), ==, HIP_SEVERITY_URGENT);
  answers->seen = TRUE;
  assert_open_and_room (log, "2026-03-27", "low-cadence", NULL);
}

/* Answers expire after seven days, when there still is something to ask about. */
static void
test_answers_expire (void)
{
  static const struct
  {
    HipFlags yes;
    gboolean seen;
    const char *held;
    const char *held_reason;
  } cases[] = {
    { 0, FALSE, "bone-stress-check", NULL },
    { HIP_FLAG_NIGHT_PAIN, FALSE, "red-flag bone-stress-check", "red-flag" },
    { HIP_FLAG_NIGHT_PAIN, TRUE, "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(HipTestLog) log = new_pain_in_front ();
      HipScreening *answers =
          hip_test_log_screening (log, "2026-03-27", hip_question_get_all_flags (), cases[i].yes);

      answers->seen = cases[i].seen;
      for (HipDay day = hip_test_day ("2026-03-31"); day <= hip_test_day ("2026-04-03"); day++)
        {
          g_autofree char *iso = hip_day_to_iso (day);

          hip_test_log_pain (log, iso, HIP_SIDE_LEFT, 3)->areas = HIP_AREA_FRONT;
        }
      hip_test_log_mute (log, "2026-03-27", "low-cadence");
      assert_open_and_room (log, "2026-04-02", cases[i].held, cases[i].held_reason);
      assert_open_and_room (log, "2026-04-03", "bone-stress-check", "unanswered");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/properties/units", test_units);
  g_test_add_func ("/properties/first-weekday", test_first_weekday);
  g_test_add_func ("/properties/rest", test_rest);
  g_test_add_func ("/properties/dismissals", test_dismissals);
  g_test_add_func ("/properties/mutes", test_mutes);
  g_test_add_func ("/properties/red-flags", test_red_flags);
  g_test_add_func ("/properties/questions", test_questions);
  g_test_add_func ("/properties/answers-expire", test_answers_expire);

  return g_test_run ();
}
