// SPDX-License-Identifier: GPL-3.0-or-later
/* The rules against the document, read a second time by somebody else. Neither speaks of a day on
 * which the other is silent, but for what the document says about messages: one of load a run, tips
 * once in so many days and not beside a red flag. */
#include "config.h"

#include "hip-test-diary.h"
#include "hip-test-oracle.h"

#define N_LOGS    120
#define N_DAYS    170
#define FIRST_DAY "2025-12-01"

/* One diary, what the rules say of it, and what the document does. */
typedef struct
{
  HipHistory *history;
  HipLimits limits;
  HipTestOracle *oracle;
  GPtrArray *fired;                /* in all of it */
  int asked[HIP_N_RULES][N_DAYS];  /* the severity by the document, within the day */
  int at_end[HIP_N_RULES][N_DAYS]; /* by all of the day's entries */
} Trial;

static HipDay
get_day (int i)
{
  return hip_test_day (FIRST_DAY) + i;
}

/* A later run of the day may leave no trace of what an earlier one made of these. */
static gboolean
goes_by_runs (HipRule rule)
{
  return rule == HIP_RULE_EFFORT_JUMP || rule == HIP_RULE_LOW_CADENCE;
}

static void
trial_init (Trial *trial, GRand *rand, guint l)
{
  g_autoptr(HipTestLog) log =
                hip_test_diary_new (rand, get_day (0), N_DAYS, HIP_TEST_DIARY_NO_MUTES);

  trial->history = hip_test_log_history (log);
  hip_limits_init_default (&trial->limits);
  trial->limits.first_weekday = l % 2 == 0 ? G_DATE_MONDAY : G_DATE_SUNDAY;
  trial->limits.week_limit_percent = l % 3 == 0 ? 25 : 10;
  trial->oracle = hip_test_oracle_new (trial->history, &trial->limits);
  trial->fired =
      hip_rules_replay (trial->history, &trial->limits, get_day (0), get_day (N_DAYS - 1));
  for (guint rule = 0; rule < HIP_N_RULES; rule++)
    for (int i = 0; i < N_DAYS; i++)
      {
        trial->at_end[rule][i] = hip_test_oracle_ask (trial->oracle, rule, get_day (i));
        trial->asked[rule][i] = goes_by_runs (rule)
                                    ? hip_test_oracle_ask_within (trial->oracle, rule, get_day (i))
                                    : trial->at_end[rule][i];
      }
}

static void
trial_clear (Trial *trial)
{
  hip_test_oracle_free (trial->oracle);
  g_ptr_array_unref (trial->fired);
  hip_history_unref (trial->history);
}

static void
disagree (HipRule rule, int i, const char *what)
{
  g_autofree char *iso = hip_day_to_iso (get_day (i));

  g_error ("%s on %s: %s", hip_rule_get_id (rule), iso, what);
}

/* Whether a yes of that day may make the check urgent. */
static gboolean
has_yes (Trial *trial, HipDay day)
{
  for (guint i = 0; i < hip_history_get_n_screenings (trial->history); i++)
    {
      const HipScreening *answers = hip_history_get_screening (trial->history, i);

      if (answers->date == day && answers->yes != 0 && !answers->seen)
        return TRUE;
    }
  return FALSE;
}

/* Whatever fires on a day fulfils the document's condition on that day. */
static void
assert_fired (Trial *trial)
{
  for (guint w = 0; w < trial->fired->len; w++)
    {
      HipWarning *warning = trial->fired->pdata[w];
      HipRule rule = hip_warning_get_rule (warning);
      int severity = hip_warning_get_severity (warning);
      int i = hip_warning_get_date (warning) - get_day (0);

      /* A yes makes what is open urgent. */
      if (rule == HIP_RULE_BONE_STRESS_CHECK && severity == HIP_SEVERITY_URGENT
          && has_yes (trial, get_day (i)))
        continue;
      if (severity > trial->asked[rule][i])
        disagree (rule, i, "fired, but not as the document says");
    }
}

/* How long before a day a message of a rule has been given, G_MAXINT if never. */
static int
get_days_since (Trial *trial, HipRule rule, HipDay day)
{
  int days = G_MAXINT;

  for (guint w = 0; w < trial->fired->len; w++)
    {
      HipDay date = hip_warning_get_date (trial->fired->pdata[w]);

      if (hip_warning_get_rule (trial->fired->pdata[w]) == rule && date <= day)
        days = MIN (days, day - date);
    }
  return days;
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

/* Load rules, the one that speaks for a run first. */
static const HipRule load_rules[] = { HIP_RULE_LONG_RUN_JUMP, HIP_RULE_BACK_TOO_FAST,
                                      HIP_RULE_WEEK_JUMP, HIP_RULE_EFFORT_JUMP,
                                      HIP_RULE_NO_REST_DAY };

/* A rule that comes before it has spoken since the condition may have begun to hold. */
static gboolean
gives_way (Trial *trial, HipRule rule, HipDay day)
{
  guint rank = 0;

  while (rank < G_N_ELEMENTS (load_rules) && load_rules[rank] != rule)
    rank++;
  if (rank == G_N_ELEMENTS (load_rules))
    return FALSE;
  for (guint i = 0; i < rank; i++)
    if (get_days_since (trial, load_rules[i], day) < 7)
      return TRUE;
  return FALSE;
}

/* What the document says about messages, where it keeps a rule quiet whose condition holds. */
static gboolean
may_be_quiet (Trial *trial, GPtrArray *open, HipRule rule, HipDay day)
{
  gboolean waits = hip_test_find (open, "red-flag") != NULL || is_unanswered (open);

  switch (rule)
    {
    case HIP_RULE_LOW_CADENCE:
      return waits || get_days_since (trial, rule, day) < 60;
    case HIP_RULE_ONE_PAIR:
      return waits || get_days_since (trial, rule, day) < 90;
    case HIP_RULE_NO_STRENGTH:
      return waits;
    case HIP_RULE_BACK_TOO_FAST:
    case HIP_RULE_WEEK_JUMP:
    case HIP_RULE_EFFORT_JUMP:
    case HIP_RULE_NO_REST_DAY:
      return gives_way (trial, rule, day);
    default:
      return FALSE;
    }
}

static int
get_open_severity (GPtrArray *open, HipRule rule)
{
  int severity = -1;

  for (guint i = 0; i < open->len; i++)
    if (hip_warning_get_rule (open->pdata[i]) == rule)
      severity = MAX (severity, (int) hip_warning_get_severity (open->pdata[i]));
  return severity;
}

/* Whether the condition held on a day of the week up to this one; of shoes on this day. */
static gboolean
has_held (Trial *trial, HipRule rule, int i)
{
  gboolean is_shoe = rule == HIP_RULE_SHOE_WORN || rule == HIP_RULE_SHOE_WEAR_SOON;
  int from = is_shoe || rule == HIP_RULE_RED_FLAG ? i : MAX (0, i - 6);

  for (int d = from; d <= i; d++)
    if (trial->asked[rule][d] >= 0)
      return TRUE;
  return FALSE;
}

/* Whenever the condition holds, the rule is open; what is open has held within a week. */
static void
assert_open (Trial *trial)
{
  for (int i = 0; i < N_DAYS; i++)
    {
      g_autoptr(GPtrArray) open = hip_rules_evaluate (trial->history, &trial->limits, get_day (i));

      for (guint rule = 0; rule < HIP_N_RULES; rule++)
        {
          int severity = get_open_severity (open, rule);

          if (severity < trial->at_end[rule][i] && !may_be_quiet (trial, open, rule, get_day (i)))
            disagree (rule, i, "the document’s condition holds, but it is not open");
          if (severity >= 0 && !has_held (trial, rule, i))
            disagree (rule, i, "open, but the document’s condition has not held for a week");
        }
    }
}

static void
test_oracle (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (59);
  guint n_held[HIP_N_RULES] = { 0 };

  for (guint l = 0; l < N_LOGS; l++)
    {
      g_autofree Trial *trial = g_new0 (Trial, 1);

      trial_init (trial, rand, l);
      assert_fired (trial);
      assert_open (trial);
      for (guint rule = 0; rule < HIP_N_RULES; rule++)
        for (int i = 0; i < N_DAYS; i++)
          n_held[rule] += trial->at_end[rule][i] >= 0;
      trial_clear (trial);
    }
  for (guint rule = 0; rule < HIP_N_RULES; rule++)
    {
      g_test_message ("%s held on %u days", hip_rule_get_id (rule), n_held[rule]);
      g_assert_cmpuint (n_held[rule], >, 0);
    }
}

/* The order of messages, how strong the evidence is, and which pages explain and help. */
static void
test_table (void)
{
  static const char *const rows[HIP_N_RULES][4] = {
    { "red-flag", "good",
      "stress-fracture low-back labral-tear muscle-strain underlying-conditions overuse "
      "running-through-pain",
      "get-help" },
    { "bone-stress-check", "good", "stress-fracture", "get-help when-it-hurts" },
    { "pain-high", "custom", "running-through-pain", "get-help when-it-hurts" },
    { "pain-lasting", "custom", "overuse underlying-conditions", "get-help" },
    { "pain-rising", "some", "overuse training-errors", "rest-recovery when-it-hurts" },
    { "pain-not-settled", "some", "poor-recovery running-through-pain", "rest-recovery ice-heat" },
    { "ran-in-pain", "custom", "running-through-pain", "when-it-hurts" },
    { "long-run-jump", "good", "training-errors overuse stress-fracture",
      "gradual-progression rest-recovery" },
    { "back-too-fast", "custom", "training-errors", "back-to-running gradual-progression" },
    { "shoe-worn", "custom", "worn-shoes wrong-shoes", "shoe-care" },
    { "week-jump", "weak", "training-errors overuse gluteal-tendinopathy it-band",
      "gradual-progression" },
    { "effort-jump", "custom", "training-errors poor-recovery",
      "gradual-progression rest-recovery" },
    { "no-rest-day", "custom", "poor-recovery overuse", "rest-recovery cross-training" },
    { "shoe-wear-soon", "custom", "worn-shoes", "shoe-care" },
    { "no-warm-up", "custom", "no-warm-up", "warm-up" },
    { "hard-ground", "custom", "hard-surface stress-fracture", "surfaces" },
    { "one-sided-ground", "custom", "uneven-ground it-band si-joint", "surfaces" },
    { "low-cadence", "some", "running-form", "running-form-drills" },
    { "no-strength", "some", "muscle-imbalance", "strength-hips strength-core" },
    { "one-pair", "some", "worn-shoes", "shoe-care" },
  };

  for (guint rule = 0; rule < HIP_N_RULES; rule++)
    {
      g_autofree char *causes = g_strjoinv (" ", (char **) hip_rule_get_causes (rule));
      g_autofree char *prevention = g_strjoinv (" ", (char **) hip_rule_get_prevention (rule));

      g_assert_cmpstr (hip_rule_get_id (rule), ==, rows[rule][0]);
      g_assert_cmpstr (hip_strength_get_word (hip_rule_get_strength (rule)), ==, rows[rule][1]);
      g_assert_cmpstr (causes, ==, rows[rule][2]);
      g_assert_cmpstr (prevention, ==, rows[rule][3]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/oracle/every-rule", test_oracle);
  g_test_add_func ("/oracle/table", test_table);

  return g_test_run ();
}
