// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-question.h"
#include "hip-test-warnings.h"

static void
add_scores (HipTestLog *log, HipSide side, const char *iso, const gint32 *scores, guint n)
{
  HipDay day = hip_test_day (iso);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *date = hip_day_to_iso (day + (HipDay) i);

      if (scores[i] != HIP_UNSET)
        hip_test_log_pain (log, date, side, scores[i]);
    }
}

#define SCORES(log, side, iso, ...)                                                                \
  add_scores (log, side, iso, (const gint32[]) { __VA_ARGS__ },                                    \
              G_N_ELEMENTS (((const gint32[]) { __VA_ARGS__ })))

static void
test_once (void)
{
  g_autoptr(HipTestLog) below = hip_test_log_new ("2026-03-02");
  g_autoptr(HipTestLog) at = hip_test_log_new ("2026-03-02");

  SCORES (below, HIP_SIDE_LEFT, "2026-03-02", 7);
  hip_test_assert_open (below, "2026-03-02", "");
  SCORES (at, HIP_SIDE_RIGHT, "2026-03-02", 8);
  g_autoptr(GPtrArray) warnings = hip_test_open_on (at, "2026-03-02");
  g_autofree char *lines = hip_test_lines (warnings);
  g_assert_cmpstr (lines, ==,
                   "2026-03-02 pain-high pain/2026-03-02/right warning: Right hip: pain of 8 "
                   "of 10 on Monday\n");
  hip_test_assert_open (at, "2026-03-01", "");
  hip_test_assert_open (at, "2026-03-08", "pain-high");
  hip_test_assert_open (at, "2026-03-09", "");
}

static void
test_twice (void)
{
  g_autoptr(HipTestLog) five = hip_test_log_new ("2026-03-02");
  g_autoptr(HipTestLog) six = hip_test_log_new ("2026-03-02");
  g_autoptr(HipTestLog) apart = hip_test_log_new ("2026-03-02");
  g_autoptr(HipTestLog) sides = hip_test_log_new ("2026-03-02");

  SCORES (five, HIP_SIDE_LEFT, "2026-03-02", 6, 5, 6, 5, 7);
  hip_test_assert_open (five, "2026-03-06", "");
  SCORES (six, HIP_SIDE_LEFT, "2026-03-02", 6, 6);
  hip_test_assert_open (six, "2026-03-02", "");
  hip_test_assert_open (six, "2026-03-03", "pain-high");
  SCORES (apart, HIP_SIDE_LEFT, "2026-03-02", 6, HIP_UNSET, 6);
  hip_test_assert_open (apart, "2026-03-04", "");
  SCORES (sides, HIP_SIDE_LEFT, "2026-03-02", 7);
  SCORES (sides, HIP_SIDE_RIGHT, "2026-03-03", 7);
  hip_test_assert_open (sides, "2026-03-03", "");
}

/* A streak is told once, on the day it first meets the test, and kept open while it goes on. */
static void
test_streak (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");

  SCORES (log, HIP_SIDE_LEFT, "2026-03-02", 6, 7, 6, 9, 6, 6, 6, 6, 6, 6, 2, 8);
  g_autoptr(GPtrArray) replayed = hip_test_replay (log);
  hip_test_keep (replayed, "pain-high");
  g_autofree char *all = hip_test_lines (replayed);
  g_assert_cmpstr (all, ==,
                   "2026-03-03 pain-high pain/2026-03-02/left warning: Left hip: high pain 2 days "
                   "in a row, up to 7 of 10\n"
                   "2026-03-13 pain-high pain/2026-03-13/left warning: Left hip: pain of 8 of "
                   "10 on Friday\n");
  g_autoptr(GPtrArray) open = hip_test_open_on (log, "2026-03-11");
  hip_test_keep (open, "pain-high");
  g_autofree char *lines = hip_test_lines (open);
  g_assert_cmpstr (lines, ==,
                   "2026-03-03 pain-high pain/2026-03-02/left warning: Left hip: high pain 10 "
                   "days in a row, up to 9 of 10\n");
  hip_test_assert_open (log, "2026-03-17", "pain-high pain-high pain-lasting");
  hip_test_assert_open (log, "2026-03-18", "pain-high pain-lasting");
}

static void
test_both_sides (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");

  SCORES (log, HIP_SIDE_LEFT, "2026-03-02", 8);
  SCORES (log, HIP_SIDE_RIGHT, "2026-03-01", 6, 6);
  g_autoptr(GPtrArray) warnings = hip_test_open_on (log, "2026-03-02");
  g_assert_cmpuint (warnings->len, ==, 2);
  g_assert_cmpstr (hip_warning_get_subject (warnings->pdata[0]), ==, "pain/2026-03-01/right");
  g_assert_cmpuint (hip_warning_get_n_entries (warnings->pdata[0]), ==, 2);
  g_assert_cmpstr (hip_warning_get_subject (warnings->pdata[1]), ==, "pain/2026-03-02/left");
  g_assert_cmpuint (hip_warning_get_n_entries (warnings->pdata[1]), ==, 1);
}

/* Seven days of quiet; then it is back if the pain is. */
static void
test_dismissed_streak (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");

  SCORES (log, HIP_SIDE_LEFT, "2026-03-02", 6, 6, 6, 6, 6, 6, 6, 6, 6, 6);
  hip_test_log_dismissal (log, "2026-03-04", "pain-high", "pain/2026-03-02/left",
                          HIP_SEVERITY_WARNING);
  hip_test_assert_open (log, "2026-03-03", "pain-high");
  hip_test_assert_open (log, "2026-03-04", "");
  hip_test_assert_open (log, "2026-03-10", "");
  hip_test_assert_open (log, "2026-03-11", "pain-high pain-lasting");
}

static HipTestLog *
new_flagged (HipFlags flags)
{
  HipTestLog *log = hip_test_log_new ("2026-03-02");

  hip_test_log_pain (log, "2026-03-02", HIP_SIDE_LEFT, 2)->flags = flags;
  return log;
}

static void
test_red_flag (void)
{
  g_autoptr(HipTestLog) log = new_flagged (HIP_FLAG_NIGHT_PAIN | HIP_FLAG_NUMBNESS);
  g_autoptr(GPtrArray) warnings = hip_test_open_on (log, "2026-03-02");
  HipWarning *warning = warnings->pdata[0];

  g_assert_cmpuint (warnings->len, ==, 1);
  g_assert_cmpint (hip_warning_get_severity (warning), ==, HIP_SEVERITY_URGENT);
  g_assert_cmpstr (hip_warning_get_subject (warning), ==, "pain/2026-03-02/numbness;night-pain");
  g_assert_cmpstr (hip_test_text (warning, "flags"), ==, "numbness;night-pain");
  g_autofree char *causes = g_strjoinv (" ", (char **) hip_warning_get_causes (warning));
  g_assert_cmpstr (causes, ==, "stress-fracture low-back underlying-conditions");
  g_assert_cmpstr (hip_warning_get_prevention (warning)[0], ==, "get-help");
  g_autofree char *labels = hip_vocabulary_set_to_labels (hip_vocabulary_flags (),
                                                          HIP_FLAG_NIGHT_PAIN | HIP_FLAG_NUMBNESS);
  g_autofree char *title = hip_warning_dup_title (warning, HIP_UNITS_KM);
  g_assert_nonnull (strstr (title, labels));
  g_autofree char *body = hip_warning_dup_body (warning, HIP_UNITS_KM);
  g_assert_nonnull (strstr (body, "femoral neck stress fracture"));

  hip_test_assert_open (log, "2026-03-01", "");
  hip_test_assert_open (log, "2026-03-08", "red-flag");
  hip_test_assert_open (log, "2026-03-09", "");
}

static char *
dup_body_of (HipFlags flags, HipAreas areas)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");
  HipPainDay *pain = hip_test_log_pain (log, "2026-03-02", HIP_SIDE_LEFT, 2);

  pain->flags = flags;
  pain->areas = areas;
  g_autoptr(GPtrArray) warnings = hip_test_open_on (log, "2026-03-02");
  return hip_warning_dup_body (warnings->pdata[0], HIP_UNITS_KM);
}

/* How soon to be seen, as the guide's page on getting help sorts the same signs. */
static void
test_red_flag_urgency (void)
{
  static const struct
  {
    HipFlags flags;
    HipAreas areas;
    gboolean emergency;
    gboolean soon;
    gboolean bone;
  } cases[] = {
    { HIP_FLAG_PERSISTENT, HIP_AREA_FRONT, FALSE, FALSE, FALSE },
    { HIP_FLAG_PAINKILLERS, 0, FALSE, FALSE, FALSE },
    { HIP_FLAG_WORSENING, HIP_AREA_SIDE, FALSE, FALSE, FALSE },
    { HIP_FLAG_WORSENING, HIP_AREA_FRONT, FALSE, TRUE, FALSE },
    { HIP_FLAG_PERSISTENT | HIP_FLAG_POP, 0, FALSE, TRUE, FALSE },
    { HIP_FLAG_FALL, 0, FALSE, TRUE, FALSE },
    { HIP_FLAG_SWELLING, 0, FALSE, TRUE, FALSE },
    { HIP_FLAG_LOSS_OF_FUNCTION, 0, FALSE, TRUE, FALSE },
    { HIP_FLAG_WEIGHT_BEARING, 0, FALSE, TRUE, TRUE },
    { HIP_FLAG_NIGHT_PAIN, 0, FALSE, TRUE, TRUE },
    { HIP_FLAG_FALL | HIP_FLAG_LOSS_OF_FUNCTION, 0, TRUE, TRUE, FALSE },
    { HIP_FLAG_POP | HIP_FLAG_LOSS_OF_FUNCTION, 0, TRUE, TRUE, FALSE },
    { HIP_FLAG_NUMBNESS, 0, TRUE, TRUE, FALSE },
    { HIP_FLAG_WEAKNESS, 0, TRUE, TRUE, FALSE },
    { HIP_FLAG_BLADDER_BOWEL, 0, TRUE, TRUE, FALSE },
    { HIP_FLAG_FEVER, 0, TRUE, TRUE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *body = dup_body_of (cases[i].flags, cases[i].areas);

      g_test_message ("case %u: %s", i, body);
      g_assert_cmpint (strstr (body, "emergency care") != NULL, ==, cases[i].emergency);
      g_assert_cmpint (strstr (body, "within a day or two") != NULL, ==, cases[i].soon);
      g_assert_cmpint (strstr (body, "Make an appointment") != NULL, ==, !cases[i].soon);
      g_assert_cmpint (strstr (body, "femoral neck") != NULL, ==, cases[i].bone);
    }
}

/* Every emergency that fits is told, not only the first. */
static void
test_red_flag_emergencies (void)
{
  g_autofree char *body = dup_body_of (HIP_FLAG_BLADDER_BOWEL | HIP_FLAG_FEVER, 0);

  g_assert_nonnull (strstr (body, "bladder"));
  g_assert_nonnull (strstr (body, "fever"));
}

/* A score of 8 should be seen soon, as the guide says; both send the runner to the red flags. */
static void
test_pain_high_body (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");

  SCORES (log, HIP_SIDE_LEFT, "2026-03-02", 8);
  g_autoptr(GPtrArray) once = hip_test_open_on (log, "2026-03-02");
  g_autofree char *soon = hip_warning_dup_body (once->pdata[0], HIP_UNITS_KM);
  g_assert_true (
      g_str_has_prefix (soon, "Do not run on pain like this, and have it looked at soon."));
  g_assert_nonnull (strstr (soon, "red flags"));

  g_autoptr(HipTestLog) lower = hip_test_log_new ("2026-03-02");
  SCORES (lower, HIP_SIDE_LEFT, "2026-03-02", 6, 7);
  g_autoptr(GPtrArray) twice = hip_test_open_on (lower, "2026-03-03");
  g_autofree char *ask = hip_warning_dup_body (twice->pdata[0], HIP_UNITS_KM);
  g_assert_null (strstr (ask, "soon"));
  g_assert_nonnull (strstr (ask, "red flags"));
}

static void
test_red_flag_seen (void)
{
  g_autoptr(HipTestLog) log = new_flagged (HIP_FLAG_FALL);
  HipPainDay *other = hip_test_log_pain (log, "2026-03-02", HIP_SIDE_RIGHT, 2);

  hip_test_assert_open (log, "2026-03-02", "red-flag");
  other->flags = HIP_FLAG_POP;
  other->seen = TRUE;
  g_autoptr(GPtrArray) warnings = hip_test_open_on (log, "2026-03-02");
  g_assert_cmpstr (hip_test_text (warnings->pdata[0], "flags"), ==, "fall");

  g_autoptr(HipTestLog) seen = new_flagged (HIP_FLAG_FALL);
  hip_test_log_pain (seen, "2026-03-03", HIP_SIDE_LEFT, 2)->flags = HIP_FLAG_FALL;
  hip_test_assert_open (seen, "2026-03-03", "red-flag");
  g_autoptr(HipTestLog) all_seen = hip_test_log_new ("2026-03-02");
  HipPainDay *pain = hip_test_log_pain (all_seen, "2026-03-02", HIP_SIDE_LEFT, 2);
  pain->flags = HIP_FLAG_FALL;
  pain->seen = TRUE;
  hip_test_assert_open (all_seen, "2026-03-02", "");
}

/* Muting does nothing; a dismissal holds until another day brings a flag. */
static void
test_red_flag_quieted (void)
{
  g_autoptr(HipTestLog) log = new_flagged (HIP_FLAG_FALL);

  hip_test_log_mute (log, "2026-03-02", "red-flag");
  hip_test_assert_open (log, "2026-03-02", "red-flag");
  g_assert_false (hip_rule_can_mute (HIP_RULE_RED_FLAG));

  hip_test_log_dismissal (log, "2026-03-03", "red-flag", "pain/2026-03-02/fall",
                          HIP_SEVERITY_URGENT);
  hip_test_assert_open (log, "2026-03-03", "");
  hip_test_log_pain (log, "2026-03-04", HIP_SIDE_LEFT, 2)->flags = HIP_FLAG_REST_PAIN;
  hip_test_assert_open (log, "2026-03-03", "");
  g_autoptr(GPtrArray) warnings = hip_test_open_on (log, "2026-03-04");
  g_assert_cmpuint (warnings->len, ==, 1);
  g_assert_cmpstr (hip_warning_get_subject (warnings->pdata[0]), ==,
                   "pain/2026-03-04/rest-pain;fall");
  g_assert_cmpstr (hip_test_text (warnings->pdata[0], "flags"), ==, "rest-pain;fall");
  hip_test_log_dismissal (log, "2026-03-05", "red-flag", "pain/2026-03-04/rest-pain;fall",
                          HIP_SEVERITY_URGENT);
  hip_test_assert_open (log, "2026-03-05", "");
}

/* What is ticked after the dismissal, be it for the same day or an earlier one, is news. */
static void
test_red_flag_gets_worse (void)
{
  g_autoptr(HipTestLog) log = new_flagged (HIP_FLAG_PERSISTENT);
  g_autoptr(HipTestLog) same_day = NULL;
  g_autoptr(HipTestLog) day_before = new_flagged (HIP_FLAG_PERSISTENT);
  g_autoptr(GPtrArray) warnings = hip_test_open_on (log, "2026-03-02");
  const char *subject = hip_warning_get_subject (warnings->pdata[0]);

  hip_test_log_dismissal (log, "2026-03-02", "red-flag", subject, HIP_SEVERITY_URGENT);
  hip_test_assert_open (log, "2026-03-02", "");
  hip_test_assert_open (log, "2026-03-08", "");

  same_day = new_flagged (HIP_FLAG_PERSISTENT | HIP_FLAG_BLADDER_BOWEL);
  hip_test_log_dismissal (same_day, "2026-03-02", "red-flag", subject, HIP_SEVERITY_URGENT);
  hip_test_assert_open (same_day, "2026-03-02", "red-flag");

  hip_test_log_pain (day_before, "2026-03-01", HIP_SIDE_RIGHT, 1)->flags = HIP_FLAG_FEVER;
  hip_test_log_dismissal (day_before, "2026-03-02", "red-flag", subject, HIP_SEVERITY_URGENT);
  hip_test_assert_open (day_before, "2026-03-02", "red-flag");
}

/* Every flag leads to at least one page, and only to pages the rule knows. */
static void
test_flag_causes (void)
{
  const char *const *known = hip_rule_get_causes (HIP_RULE_RED_FLAG);

  for (guint i = 0; i < hip_vocabulary_get_n (hip_vocabulary_flags ()); i++)
    {
      g_autoptr(HipTestLog) log = new_flagged (1u << i);
      g_autoptr(GPtrArray) warnings = hip_test_open_on (log, "2026-03-02");
      const char *const *causes = hip_warning_get_causes (warnings->pdata[0]);

      g_assert_nonnull (causes[0]);
      g_assert_cmpuint (g_strv_length ((char **) causes), <, g_strv_length ((char **) known));
      for (guint c = 0; causes[c] != NULL; c++)
        g_assert_true (g_strv_contains (known, causes[c]));
    }
}

/* A deep ache on each of three weeks' days. */
static HipTestLog *
new_ache (void)
{
  HipTestLog *log = hip_test_log_new ("2026-03-02");

  for (HipDay day = hip_test_day ("2026-03-02"); day < hip_test_day ("2026-03-23"); day++)
    {
      g_autofree char *iso = hip_day_to_iso (day);
      HipPainDay *pain = hip_test_log_pain (log, iso, HIP_SIDE_LEFT, 1);

      pain->areas = HIP_AREA_FRONT;
      pain->qualities = HIP_QUALITY_THROBBING;
      pain->timings = HIP_TIMING_DURING_RUN;
    }
  return log;
}

static void
assert_check (HipTestLog *log, const char *iso, const char *fired, const char *title)
{
  g_autoptr(GPtrArray) open = hip_test_open_on (log, iso);
  HipWarning *warning = hip_test_find (open, "bone-stress-check");

  if (title == NULL)
    {
      g_assert_null (warning);
      return;
    }
  g_autofree char *text = hip_warning_dup_title (warning, HIP_UNITS_KM);
  g_assert_cmpint (hip_warning_get_date (warning), ==, hip_test_day (fired));
  g_assert_nonnull (strstr (text, title));
}

/* The questions are asked, answered, forgotten after a week, and asked again. */
static void
test_check_answers (void)
{
  g_autoptr(HipTestLog) log = new_ache ();

  hip_test_log_screening (log, "2026-03-04", hip_question_get_all_flags (), 0);
  assert_check (log, "2026-03-03", "2026-03-02", "please answer");
  assert_check (log, "2026-03-04", "2026-03-02", "keeps coming back");
  assert_check (log, "2026-03-10", "2026-03-02", "keeps coming back");
  assert_check (log, "2026-03-11", "2026-03-02", "please answer");
  hip_test_log_screening (log, "2026-03-12", hip_question_get_all_flags (), HIP_FLAG_NIGHT_PAIN);
  assert_check (log, "2026-03-12", "2026-03-12", "have it looked at");
  assert_check (log, "2026-03-18", "2026-03-12", "have it looked at");
  assert_check (log, "2026-03-19", "2026-03-02", "please answer");
}

/* Whoever has been seen is not asked for a week, and not told to have said no. */
static void
test_check_seen (void)
{
  g_autoptr(HipTestLog) log = new_ache ();

  hip_test_log_screening (log, "2026-03-04", hip_question_get_all_flags (), HIP_FLAG_NIGHT_PAIN)
      ->seen = TRUE;
  assert_check (log, "2026-03-03", "2026-03-02", "please answer");
  assert_check (log, "2026-03-04", NULL, NULL);
  hip_test_assert_open (log, "2026-03-10", "");
  assert_check (log, "2026-03-11", "2026-03-11", "please answer");
}

static char *
would_fire (HipTestLog *log)
{
  g_autoptr(HipHistory) history = hip_test_log_history (log);
  HipLimits limits;

  hip_limits_init_default (&limits);
  g_autoptr(GPtrArray) warnings =
                hip_rules_would_fire (history, &limits, hip_test_day ("2026-03-02"), 5000);
  return hip_test_rules (warnings);
}

/* A plan says it, unless a run of the day has said it already. */
static void
test_planned_in_pain (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02");

  SCORES (log, HIP_SIDE_LEFT, "2026-03-02", 5);
  g_autofree char *below = would_fire (log);
  g_assert_cmpstr (below, ==, "");
  SCORES (log, HIP_SIDE_RIGHT, "2026-03-02", 6);
  g_autofree char *planned = would_fire (log);
  g_assert_cmpstr (planned, ==, "ran-in-pain");
  hip_test_log_run (log, "2026-03-02", 5000);
  g_autofree char *again = would_fire (log);
  g_assert_cmpstr (again, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pain-high/once", test_once);
  g_test_add_func ("/pain-high/twice", test_twice);
  g_test_add_func ("/pain-high/streak", test_streak);
  g_test_add_func ("/pain-high/both-sides", test_both_sides);
  g_test_add_func ("/pain-high/dismissed", test_dismissed_streak);
  g_test_add_func ("/red-flag/open", test_red_flag);
  g_test_add_func ("/red-flag/seen", test_red_flag_seen);
  g_test_add_func ("/red-flag/urgency", test_red_flag_urgency);
  g_test_add_func ("/red-flag/emergencies", test_red_flag_emergencies);
  g_test_add_func ("/pain-high/body", test_pain_high_body);
  g_test_add_func ("/red-flag/quieted", test_red_flag_quieted);
  g_test_add_func ("/red-flag/gets-worse", test_red_flag_gets_worse);
  g_test_add_func ("/red-flag/causes", test_flag_causes);
  g_test_add_func ("/ran-in-pain/planned", test_planned_in_pain);
  g_test_add_func ("/bone-stress-check/answers", test_check_answers);
  g_test_add_func ("/bone-stress-check/seen", test_check_seen);

  return g_test_run ();
}
