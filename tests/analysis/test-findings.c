// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-findings.h"

#include <math.h>
#include <string.h>

#include "hip-correlation.h"
#include "hip-series.h"
#include "hip-test-warnings.h"

#define FIRST    "2025-01-06"
#define MAX_DAYS 450

/* A run and a score a day, to be changed before it becomes a log: 0 metres for a day of rest,
 * HIP_UNSET for a day without a score. */
typedef struct
{
  guint n;
  gint32 metres[MAX_DAYS];
  gint32 score[MAX_DAYS];
} Diary;

static HipDay
diary_day (guint i)
{
  return hip_test_day (FIRST) + (HipDay) i;
}

static HipTestLog *
diary_log (const Diary *diary)
{
  HipTestLog *log = hip_test_log_new (FIRST);

  for (guint i = 0; i < diary->n; i++)
    {
      g_autofree char *iso = hip_day_to_iso (diary_day (i));

      if (diary->metres[i] > 0)
        hip_test_log_run (log, iso, diary->metres[i]);
      if (diary->score[i] != HIP_UNSET)
        hip_test_log_pain (log, iso, HIP_SIDE_RIGHT, diary->score[i]);
    }
  return log;
}

static GPtrArray *
find_on (HipTestLog *log, HipDay on)
{
  g_autoptr(HipHistory) history = hip_test_log_history (log);

  return hip_findings_compute (history, on);
}

/* The last day's. */
static GPtrArray *
diary_find (const Diary *diary)
{
  g_autoptr(HipTestLog) log = diary_log (diary);

  return find_on (log, diary_day (diary->n - 1));
}

static const HipFinding *
get_link (GPtrArray *findings)
{
  const HipFinding *finding = g_ptr_array_index (findings, 0);

  g_assert_cmpint (finding->kind, ==, HIP_FINDING_LOAD_PAIN_LINK);
  return finding;
}

/* Running that goes up and down from week to week. */
static void
diary_run (Diary *diary, guint n, GRand *rand)
{
  int level = 5000;

  diary->n = n;
  for (guint i = 0; i < n; i++)
    {
      if (i % 7 == 0)
        level = g_rand_int_range (rand, 2000, 12000);
      diary->metres[i] = i % 2 == 0 ? level + g_rand_int_range (rand, -1000, 1000) : 0;
    }
}

/* Pain that remembers its yesterday, and nothing else. */
static void
diary_hurt (Diary *diary, double carry_over, GRand *rand)
{
  double pain = 2.5;

  for (guint i = 0; i < diary->n; i++)
    {
      double noise = 0;

      for (int k = 0; k < 12; k++)
        noise += g_rand_double (rand) - 0.5;
      pain = 2.5 + carry_over * (pain - 2.5) + 2 * sqrt (1 - carry_over * carry_over) * noise;
      diary->score[i] = CLAMP (lround (pain), 0, 10);
    }
}

/* Pain that follows the load up to the day before, in steps of @metres. */
static void
diary_link (Diary *diary, double metres)
{
  double load = diary->metres[0];

  for (guint i = 0; i < diary->n; i++)
    {
      diary->score[i] = CLAMP (lround (5 + (load - 3500) / metres), 0, 10);
      load = 0.25 * diary->metres[i] + 0.75 * load;
    }
}

static void
diary_init (Diary *diary, guint n, guint32 seed)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);

  diary_run (diary, n, rand);
  diary_hurt (diary, 0.7, rand);
}

/* What is missing, as the finding and its sentence tell it; with no reason, that nothing is. */
static void
assert_missing (const Diary *diary, const char *reason, guint have, guint need)
{
  g_autoptr(GPtrArray) findings = diary_find (diary);
  const HipFinding *link = get_link (findings);
  g_autofree char *text = hip_finding_dup_text (link, HIP_UNITS_KM);
  g_autofree char *have_text = g_strdup_printf (" %u of ", have);
  g_autofree char *need_text = g_strdup_printf (" %u ", need);

  if (reason == NULL)
    {
      g_assert_false (isnan (link->p));
      g_assert_cmpuint (link->have, ==, 0);
      return;
    }
  g_assert_false (link->speaks);
  g_assert_cmpstr (hip_finding_reason_get_word (link->reason), ==, reason);
  g_assert_cmpuint (link->have, ==, have);
  g_assert_cmpuint (link->need, ==, need);
  g_assert_nonnull (strstr (text, have_text));
  g_assert_nonnull (strstr (text, need_text));
  g_assert_true (isnan (link->rho) && isnan (link->p) && isnan (link->low) && isnan (link->high));
  g_assert_true (isnan (link->lags[0]) && isnan (link->lags_p));
}

static void
test_empty (void)
{
  g_autoptr(HipHistory) empty = hip_history_new_empty ();
  g_autoptr(GPtrArray) findings = hip_findings_compute (empty, hip_test_day (FIRST));
  g_autoptr(HipTestLog) log = hip_test_log_new (FIRST);

  g_assert_cmpuint (findings->len, ==, HIP_N_FINDING_KINDS);
  for (guint i = 0; i < findings->len; i++)
    {
      const HipFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *text = hip_finding_dup_text (finding, HIP_UNITS_MI);

      g_assert_cmpint (finding->kind, ==, i);
      g_assert_false (finding->speaks);
      g_assert_cmpuint (finding->n, ==, 0);
      g_assert_cmpstr (hip_finding_reason_get_word (finding->reason), ==,
                       i == 0 ? "not-enough-days" : "not-enough-days-a-side");
      g_assert_null (finding->subject);
      g_assert_nonnull (strstr (text, i == 0 ? " 0 of 60 days" : " 0 of 8 days"));
    }

  /* Before the log began there is none either. */
  hip_test_log_run (log, "2025-02-01", 5000);
  g_autoptr(GPtrArray) before = find_on (log, hip_test_day ("2025-01-31"));
  g_assert_cmpuint (get_link (before)->have, ==, 0);
}

static void
test_days (void)
{
  Diary diary;

  diary_init (&diary, 59, 1);
  assert_missing (&diary, "not-enough-days", 59, 60);
  diary_init (&diary, 60, 1);
  assert_missing (&diary, NULL, 0, 0);
}

/* Four in five, and not one less. */
static void
test_scores (void)
{
  Diary diary;

  diary_init (&diary, 100, 1);
  for (guint i = 0; i < 20; i++)
    diary.score[3 + 4 * i] = HIP_UNSET;
  assert_missing (&diary, NULL, 0, 0);
  diary.score[0] = HIP_UNSET;
  assert_missing (&diary, "scores-missing", 79, 80);

  diary_init (&diary, 61, 1);
  for (guint i = 0; i < 13; i++)
    diary.score[3 + 4 * i] = HIP_UNSET;
  assert_missing (&diary, "scores-missing", 48, 49);
  diary.score[3] = 2;
  assert_missing (&diary, NULL, 0, 0);
}

static void
test_scores_apart (void)
{
  Diary diary;

  diary_init (&diary, 80, 1);
  for (guint i = 0; i < diary.n; i++)
    diary.score[i] = i * i % 11 < 5 ? 1 : 4;
  assert_missing (&diary, "scores-alike", 2, 3);
  diary.score[40] = 2;
  assert_missing (&diary, NULL, 0, 0);
}

static void
test_pain_days (void)
{
  Diary diary;

  diary_init (&diary, 80, 1);
  for (guint i = 0; i < diary.n; i++)
    diary.score[i] = 0;
  for (guint i = 0; i < 9; i++)
    diary.score[2 + 8 * i] = 1 + i % 2;
  assert_missing (&diary, "too-little-pain", 9, 10);
  diary.score[77] = 1;
  assert_missing (&diary, NULL, 0, 0);
}

static void
test_running_days (void)
{
  Diary diary;

  diary_init (&diary, 100, 1);
  for (guint i = 0; i < diary.n; i++)
    diary.metres[i] = i % 5 == 0 ? 5000 + 10 * (i * i % 101) : 0;
  assert_missing (&diary, NULL, 0, 0);
  diary.metres[50] = 0;
  assert_missing (&diary, "too-few-runs", 19, 20);
}

/* The days before a break of 14 days no longer count, and the ones in it neither. */
static void
test_gap (void)
{
  Diary diary;

  diary_init (&diary, 140, 1);
  g_assert_cmpint (diary.metres[60], >, 0);
  for (guint i = 61; i < 73; i++)
    diary.metres[i] = 0;
  diary.metres[73] = 4000;
  g_autoptr(GPtrArray) shorter = diary_find (&diary);
  g_assert_cmpuint (get_link (shorter)->n, ==, 139);

  diary.metres[73] = 0;
  g_assert_cmpint (diary.metres[74], >, 0);
  g_autoptr(GPtrArray) longer = diary_find (&diary);
  g_assert_cmpuint (get_link (longer)->n, ==, 66);

  diary.n = 74 + 59;
  assert_missing (&diary, "gap", 59, 60);
  diary.n = 74 + 60;
  assert_missing (&diary, NULL, 0, 0);
}

static void
test_in_a_gap (void)
{
  Diary diary;

  diary_init (&diary, 100, 1);
  g_assert_cmpint (diary.metres[86], >, 0);
  for (guint i = 87; i < 101; i++)
    diary.metres[i] = 0;
  assert_missing (&diary, NULL, 0, 0);
  diary.n = 101;
  diary.score[100] = 3;
  assert_missing (&diary, "gap", 0, 60);
}

/* A year, and of that the days with a load before and a score. */
static void
test_window (void)
{
  Diary diary;

  diary_init (&diary, 367, 1);
  g_autoptr(GPtrArray) year = diary_find (&diary);
  g_assert_cmpuint (get_link (year)->n, ==, 365);
  diary.n = 365;
  g_autoptr(GPtrArray) less = diary_find (&diary);
  g_assert_cmpuint (get_link (less)->n, ==, 364);

  /* A break that ends on the window's first day, or reaches into it. */
  diary_init (&diary, 400, 1);
  for (guint i = 21; i < 36; i++)
    diary.metres[i] = i == 35 ? 3000 : 0;
  g_autoptr(GPtrArray) ends = diary_find (&diary);
  g_assert_cmpuint (get_link (ends)->n, ==, 365);
  diary.metres[35] = 0;
  g_autoptr(GPtrArray) reaches = diary_find (&diary);
  g_assert_cmpuint (get_link (reaches)->n, ==, 364);
}

static void
test_link (void)
{
  Diary diary;

  diary_init (&diary, 120, 1);
  diary_link (&diary, 1000);
  g_autoptr(GPtrArray) findings = diary_find (&diary);
  const HipFinding *link = get_link (findings);
  g_autofree char *text = hip_finding_dup_text (link, HIP_UNITS_KM);

  g_assert_true (link->speaks);
  g_assert_cmpint (link->reason, ==, HIP_FINDING_SPEAKS);
  g_assert_null (hip_finding_reason_get_word (link->reason));
  g_assert_cmpfloat (link->rho, >, 0.9);
  g_assert_cmpfloat (link->p, <=, 0.05);
  g_assert_cmpfloat (link->low, <, link->rho);
  g_assert_cmpfloat (link->high, >, link->rho);
  g_assert_cmpuint (link->n, ==, 119);
  g_assert_nonnull (strstr (text, "over 119 days"));
  g_assert_nonnull (strstr (text, "more painful"));
  g_assert_nonnull (strstr (text, "does not show that running is the cause"));
}

static void
test_opposite_link (void)
{
  Diary diary;

  diary_init (&diary, 120, 1);
  diary_link (&diary, -1000);
  g_autoptr(GPtrArray) findings = diary_find (&diary);
  const HipFinding *link = get_link (findings);
  g_autofree char *text = hip_finding_dup_text (link, HIP_UNITS_KM);

  g_assert_true (link->speaks);
  g_assert_cmpfloat (link->rho, <, -0.9);
  g_assert_cmpfloat (link->low, <, link->rho);
  g_assert_nonnull (strstr (text, "ρ is −0.9"));
  g_assert_nonnull (strstr (text, "less painful"));
  g_assert_nonnull (strstr (text, "no reason to run more"));
}

/* Heavy running and much pain in one half, and little of both in the other, are a strong link on
 * the whole. In each half by itself it may be the other way round. */
static void
check_halves (gboolean heavy_last)
{
  Diary diary;

  diary_init (&diary, 200, 1);
  diary_link (&diary, 1000);
  for (guint i = 0; i < 200; i++)
    {
      gboolean heavy = (i >= 100) == heavy_last;

      diary.metres[i] *= heavy ? 4 : 1;
      diary.score[i] = heavy ? 10 - MIN (diary.score[i], 4) : MIN (diary.score[i], 5);
    }
  g_autoptr(GPtrArray) findings = diary_find (&diary);
  const HipFinding *link = get_link (findings);
  g_autofree char *text = hip_finding_dup_text (link, HIP_UNITS_KM);

  g_assert_cmpfloat (fabs (link->rho), >, 0.3);
  g_assert_cmpfloat (link->p, <=, 0.05);
  g_assert_false (link->speaks);
  g_assert_cmpstr (hip_finding_reason_get_word (link->reason), ==, "no-clear-link");
  g_assert_nonnull (strstr (text, "no proof of none"));
}

static void
test_halves (void)
{
  check_halves (FALSE);
  check_halves (TRUE);
}

/* ρ of each lag, and how often the largest of a rotation is as large as the largest of them. */
static void
assert_lags (const HipFinding *link, const HipDaySeries *days, guint n)
{
  g_autofree double *rotated = g_new (double, n);
  g_autofree double *largest = g_new0 (double, n);

  for (guint lag = 0; lag < HIP_FINDING_N_LAGS; lag++)
    {
      hip_spearman_rotated (days->acute + 3 - lag, days->pain + 3, n, rotated);
      g_assert_cmpfloat (link->lags[lag], ==, rotated[0]);
      for (guint s = 0; s < n; s++)
        largest[s] = MAX (largest[s], isnan (rotated[s]) ? 0 : fabs (rotated[s]));
    }
  g_assert_cmpfloat (link->lags_p, ==, hip_rotation_p (largest[0], largest, n));
}

/* The same figures by the public functions, and the same verdict. */
static void
assert_verdict (const HipFinding *link, const Diary *diary)
{
  g_autoptr(HipTestLog) log = diary_log (diary);
  g_autoptr(HipHistory) history = hip_test_log_history (log);
  g_autoptr(HipDaySeries) days =
                hip_day_series_new (history, diary_day (0) - 3, diary_day (diary->n - 1));
  guint n = diary->n, half = n / 2;
  const double *load = days->acute + 2, *pain = days->pain + 3;
  g_autofree double *rotated = g_new (double, n);
  double first = hip_spearman (load, pain, half);
  double second = hip_spearman (load + half, pain + half, n - half);
  gboolean clear;

  hip_spearman_rotated (load, pain, n, rotated);
  g_assert_cmpfloat (link->rho, ==, rotated[0]);
  g_assert_cmpfloat (link->p, ==, hip_rotation_p (rotated[0], rotated, n));
  if (n >= 90)
    assert_lags (link, days, n);
  clear = link->p <= 0.05 && fabs (link->rho) >= 0.3 && signbit (first) == signbit (link->rho)
          && signbit (second) == signbit (link->rho);
  g_assert_true (link->speaks == clear);
  g_assert_cmpint (link->reason, ==, clear ? HIP_FINDING_SPEAKS : HIP_FINDING_NO_CLEAR_LINK);
}

/* Weak links of all sizes. */
static void
test_verdict (void)
{
  guint n_clear = 0;

  for (guint32 seed = 0; seed < 40; seed++)
    {
      Diary diary, linked;

      diary_init (&diary, seed % 2 ? 75 : 130, seed);
      linked = diary;
      diary_link (&linked, 1500);
      for (guint i = 0; i < diary.n; i++)
        diary.score[i] = (diary.score[i] + linked.score[i]) / 2;
      diary.score[20] = HIP_UNSET;
      g_autoptr(GPtrArray) findings = diary_find (&diary);
      assert_verdict (get_link (findings), &diary);
      n_clear += get_link (findings)->speaks;
    }
  g_assert_cmpuint (n_clear, >, 5);
  g_assert_cmpuint (n_clear, <, 35);
}

static void
test_lags (void)
{
  Diary diary;

  diary_init (&diary, 89, 1);
  g_autoptr(GPtrArray) before = diary_find (&diary);
  g_assert_false (isnan (get_link (before)->rho));
  for (guint lag = 0; lag < HIP_FINDING_N_LAGS; lag++)
    g_assert_true (isnan (get_link (before)->lags[lag]));
  g_assert_true (isnan (get_link (before)->lags_p));

  diary_init (&diary, 90, 1);
  g_autoptr(GPtrArray) after = diary_find (&diary);
  assert_verdict (get_link (after), &diary);
  g_assert_cmpfloat (get_link (after)->lags[1], ==, get_link (after)->rho);
  g_assert_cmpfloat (get_link (after)->lags_p, >, 0);
  g_assert_cmpfloat (get_link (after)->lags_p, <=, 1);
}

/* The same run every day has no ranks. */
static void
test_loads_alike (void)
{
  Diary diary;

  diary_init (&diary, 80, 1);
  for (guint i = 0; i < diary.n; i++)
    diary.metres[i] = 5000;
  g_autoptr(GPtrArray) findings = diary_find (&diary);
  g_assert_cmpstr (hip_finding_reason_get_word (get_link (findings)->reason), ==, "loads-alike");
  g_autofree char *text = hip_finding_dup_text (get_link (findings), HIP_UNITS_KM);
  g_assert_cmpstr (text, !=, "");
}

/* A missing score is left out: what is there is told as if nothing else were. */
static void
test_missing_scores (void)
{
  Diary diary;

  diary_init (&diary, 120, 1);
  diary_link (&diary, 1000);
  for (guint i = 5; i < 120; i += 6)
    diary.score[i] = HIP_UNSET;
  g_autoptr(GPtrArray) findings = diary_find (&diary);
  g_assert_true (get_link (findings)->speaks);
  g_assert_cmpfloat (get_link (findings)->rho, >, 0.9);
  g_assert_cmpuint (get_link (findings)->n, ==, 99);
  assert_verdict (get_link (findings), &diary);
}

static void
assert_same (GPtrArray *a, GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const HipFinding *left = g_ptr_array_index (a, i), *right = g_ptr_array_index (b, i);

      g_assert_cmpint (left->kind, ==, right->kind);
      g_assert_cmpstr (left->subject, ==, right->subject);
      g_assert_cmpint (left->reason, ==, right->reason);
      g_assert_cmpuint (left->n, ==, right->n);
      g_assert_cmpmem (&left->rho, sizeof (double), &right->rho, sizeof (double));
      g_assert_cmpmem (&left->p, sizeof (double), &right->p, sizeof (double));
      g_assert_cmpmem (&left->low, sizeof (double), &right->low, sizeof (double));
      g_assert_cmpmem (left->lags, sizeof left->lags, right->lags, sizeof right->lags);
    }
}

/* Ranks know no unit, and words of other units change the distances only. */
static void
test_units (void)
{
  Diary diary;

  diary_init (&diary, 120, 3);
  g_autoptr(GPtrArray) findings = diary_find (&diary);
  g_autofree char *km = hip_test_plain (hip_finding_dup_text (get_link (findings), HIP_UNITS_KM));
  g_autofree char *mi = hip_test_plain (hip_finding_dup_text (get_link (findings), HIP_UNITS_MI));
  char *end = strstr (km, "the week before was ");

  g_assert_nonnull (end);
  g_assert_true (strncmp (km, mi, end - km) == 0);
  g_assert_nonnull (strstr (km, " km a day"));
  g_assert_nonnull (strstr (mi, " mi a day"));

  for (guint i = 0; i < diary.n; i++)
    diary.metres[i] *= 2;
  g_autoptr(GPtrArray) twice = diary_find (&diary);
  assert_same (findings, twice);
  g_assert_cmpfloat (get_link (twice)->heaviest_m, ==, 2 * get_link (findings)->heaviest_m);
}

/* What comes later is not known yet. */
static void
test_later_entries (void)
{
  Diary diary;

  diary_init (&diary, 160, 4);
  g_autoptr(HipTestLog) log = diary_log (&diary);
  g_autoptr(GPtrArray) earlier = find_on (log, diary_day (119));
  diary.n = 120;
  g_autoptr(GPtrArray) cut = diary_find (&diary);
  assert_same (earlier, cut);
}

/* Nothing links the two, and both carry over from day to day: at most one log of twenty speaks, and
 * three more by chance. */
static void
test_false_alarms (void)
{
  guint n_alarms = 0;

  for (guint32 seed = 0; seed < 200; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (1000 + seed);
      Diary diary;

      diary_run (&diary, 60 + seed % 3 * 30, rand);
      diary_hurt (&diary, 0.5 + 0.15 * (seed % 3), rand);
      g_autoptr(GPtrArray) findings = diary_find (&diary);
      g_assert_false (isnan (get_link (findings)->p));
      n_alarms += get_link (findings)->speaks;
    }
  g_test_message ("%u of 200 logs without a link speak", n_alarms);
  g_assert_cmpuint (n_alarms, <=, 13);
}

/* Pain by shoe, surface and warm-up */

static const HipFinding *
find (GPtrArray *findings, HipFindingKind kind, const char *subject)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const HipFinding *finding = g_ptr_array_index (findings, i);

      if (finding->kind == kind && g_strcmp0 (finding->subject, subject) == 0)
        return finding;
    }
  g_error ("There is no finding on %s", subject);
}

static guint
count (GPtrArray *findings, HipFindingKind kind)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += ((HipFinding *) g_ptr_array_index (findings, i))->kind == kind;
  return n;
}

typedef void (*LabelFunc) (HipRun *run, guint label);

static void
put_on (HipRun *run, guint label)
{
  run->shoe_id = label;
}

static void
run_on (HipRun *run, guint label)
{
  run->surface = label == 1 ? HIP_SURFACE_ROAD : HIP_SURFACE_TRAIL;
}

static void
warm_up (HipRun *run, guint label)
{
  run->warm_up = label == 1 ? HIP_ANSWER_YES : HIP_ANSWER_NO;
}

static const struct
{
  HipFindingKind kind;
  LabelFunc label;
  const char *subject;
  guint n_findings; /* where both labels are a thing of their own */
} kinds[] = {
  { HIP_FINDING_PAIN_BY_SHOE, put_on, "Blue", 2 },
  { HIP_FINDING_PAIN_BY_SURFACE, run_on, "road", 2 },
  { HIP_FINDING_PAIN_BY_WARM_UP, warm_up, NULL, 1 },
};

/* Two runs of three are with, in no order; without, pain is 1 or 2 the next day, and with it is
 * @more. The last day's run has no score after it. */
static HipTestLog *
new_contrast_log (LabelFunc label, guint n_days, int more)
{
  HipTestLog *log = hip_test_log_new (FIRST);
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  guint last = 0;

  hip_test_log_shoe (log, "Blue", 0);
  hip_test_log_shoe (log, "Red", 0);
  hip_test_log_wear (log, NULL);
  for (guint i = 0; i < n_days; i++)
    {
      g_autofree char *iso = hip_day_to_iso (diary_day (i));

      if (i > 0)
        hip_test_log_pain (log, iso, HIP_SIDE_LEFT,
                           g_rand_int_range (rand, 1, 3) + (last == 1 ? more : 0));
      last = g_rand_int_range (rand, 0, 3) < 2 ? 1 : 2;
      label (hip_test_log_run (log, iso, 5000), last);
    }
  return log;
}

static void
test_difference (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr(HipTestLog) log = new_contrast_log (kinds[i].label, 60, 2);
      g_autoptr(GPtrArray) findings = find_on (log, diary_day (59));
      const HipFinding *finding = find (findings, kinds[i].kind, kinds[i].subject);
      g_autofree char *text = hip_finding_dup_text (finding, HIP_UNITS_KM);

      g_assert_cmpuint (count (findings, kinds[i].kind), ==, kinds[i].n_findings);
      g_assert_true (finding->speaks);
      g_assert_cmpfloat (finding->p, <=, 0.05);
      g_assert_cmpuint (finding->n_with + finding->n_without, ==, 59);
      g_assert_cmpuint (finding->n, ==, 59);
      g_assert_cmpfloat (finding->mean_with, >=, 3);
      g_assert_cmpfloat (finding->mean_with, <=, 4);
      g_assert_cmpfloat (finding->mean_without, >=, 1);
      g_assert_cmpfloat (finding->mean_without, <=, 2);
      g_assert_true (isnan (finding->rho) && isnan (finding->lags[0]));
      g_assert_nonnull (strstr (text, "A possible difference"));
    }
}

static void
test_no_difference (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr(HipTestLog) log = new_contrast_log (kinds[i].label, 60, 0);
      g_autoptr(GPtrArray) findings = find_on (log, diary_day (59));
      const HipFinding *finding = find (findings, kinds[i].kind, kinds[i].subject);
      g_autofree char *text = hip_finding_dup_text (finding, HIP_UNITS_KM);

      g_assert_false (finding->speaks);
      g_assert_cmpfloat (finding->p, >, 0.05);
      g_assert_cmpstr (hip_finding_reason_get_word (finding->reason), ==, "no-clear-difference");
      g_assert_nonnull (strstr (text, "no proof of none"));
    }
}

/* Sixteen days with a run, in @n of them with the thing at first and without it then; every one has
 * a score on the next day. */
static HipTestLog *
new_sides_log (LabelFunc label, guint n)
{
  HipTestLog *log = hip_test_log_new (FIRST);

  hip_test_log_shoe (log, "Blue", 0);
  hip_test_log_shoe (log, "Red", 0);
  hip_test_log_wear (log, NULL);
  for (guint i = 0; i <= 16; i++)
    {
      g_autofree char *iso = hip_day_to_iso (diary_day (i));

      if (i < 16)
        label (hip_test_log_run (log, iso, 5000), i < n ? 1 : 2);
      if (i > 0)
        hip_test_log_pain (log, iso, HIP_SIDE_LEFT, i <= n ? 5 : 0);
    }
  return log;
}

/* Eight days on either side with a score on the next, seven are too few. */
static void
test_days_a_side (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint n = 7; n <= 9; n++)
      {
        g_autoptr(HipTestLog) log = new_sides_log (kinds[i].label, n);
        g_autoptr(GPtrArray) findings = find_on (log, diary_day (16));
        const HipFinding *finding = find (findings, kinds[i].kind, kinds[i].subject);
        g_autofree char *text = hip_finding_dup_text (finding, HIP_UNITS_KM);

        g_assert_cmpuint (finding->n_with, ==, n);
        g_assert_cmpuint (finding->n_without, ==, 16 - n);
        g_assert_true (isnan (finding->p) == (n != 8));
        g_assert_true (isnan (finding->mean_with) == (n != 8));
        g_assert_cmpuint (count (findings, kinds[i].kind), ==, n == 8 ? kinds[i].n_findings : 1);
        if (n == 8)
          continue;
        g_assert_cmpstr (hip_finding_reason_get_word (finding->reason), ==,
                         "not-enough-days-a-side");
        g_assert_cmpuint (finding->have, ==, 7);
        g_assert_nonnull (strstr (text, " 7 of 8 days"));
      }
}

/* The last run's score is that of tomorrow. */
static void
test_last_day (void)
{
  g_autoptr(HipTestLog) log = new_sides_log (put_on, 8);
  g_autoptr(GPtrArray) findings = find_on (log, diary_day (15));

  g_assert_cmpuint (find (findings, HIP_FINDING_PAIN_BY_SHOE, "Blue")->n_without, ==, 7);
}

/* 17 days leave the shifts 7 to 10. By 8 and by 9 all scores change sides, but one of a side is
 * lost (the day without a score falls on it), so 5 points are fewer standard errors; by 7 and by 10
 * the sides mix. */
static void
test_difference_by_hand (void)
{
  g_autoptr(HipTestLog) log = new_sides_log (put_on, 8);
  g_autoptr(GPtrArray) findings = find_on (log, diary_day (16));
  const HipFinding *finding = find (findings, HIP_FINDING_PAIN_BY_SHOE, "Blue");

  g_assert_cmpfloat (finding->mean_with, ==, 5);
  g_assert_cmpfloat (finding->mean_without, ==, 0);
  g_assert_cmpfloat (finding->p, ==, 1 / 5.0);
}

/* Of some runs it is not known. They are on no side, and neither is a day that has such a run and
 * another one; a day is with when any of its runs is. */
static void
test_not_logged (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr(HipTestLog) log = new_sides_log (kinds[i].label, 8);

      /* Without a label: with stays with, without becomes unknown. */
      hip_test_log_run (log, "2025-01-06", 3000);
      hip_test_log_run (log, "2025-01-21", 3000);
      /* With the other: with stays with, without becomes with. */
      kinds[i].label (hip_test_log_run (log, "2025-01-07", 3000), 2);
      kinds[i].label (hip_test_log_run (log, "2025-01-20", 3000), 1);
      g_autoptr(GPtrArray) findings = find_on (log, diary_day (16));
      const HipFinding *finding = find (findings, kinds[i].kind, kinds[i].subject);

      g_assert_cmpuint (finding->n_with, ==, 9);
      g_assert_cmpuint (finding->n_without, ==, 6);
    }
}

/* A day of rest, or without a score after it, is on no side. */
static void
test_no_run (void)
{
  g_autoptr(HipTestLog) log = new_contrast_log (warm_up, 60, 2);
  g_autoptr(GPtrArray) findings = NULL;

  hip_test_log_pain (log, "2025-03-10", HIP_SIDE_LEFT, 9);
  hip_test_log_pain (log, "2025-03-12", HIP_SIDE_LEFT, 9);
  warm_up (hip_test_log_run (log, "2025-03-12", 5000), 1);
  findings = find_on (log, hip_test_day ("2025-03-14"));
  g_assert_cmpuint (find (findings, HIP_FINDING_PAIN_BY_WARM_UP, NULL)->n, ==, 59);
}

static void
test_scores_alike (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new (FIRST);

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *iso = hip_day_to_iso (diary_day (i));

      warm_up (hip_test_log_run (log, iso, 5000), 1 + i % 2);
      hip_test_log_pain (log, iso, HIP_SIDE_LEFT, 3);
    }
  g_autoptr(GPtrArray) findings = find_on (log, diary_day (39));
  const HipFinding *finding = find (findings, HIP_FINDING_PAIN_BY_WARM_UP, NULL);
  g_autofree char *text = hip_finding_dup_text (finding, HIP_UNITS_KM);

  g_assert_cmpstr (hip_finding_reason_get_word (finding->reason), ==, "scores-alike");
  g_assert_true (isnan (finding->p));
  g_assert_nonnull (strstr (text, "nothing to compare"));
}

/* The thing that has most on its smaller side speaks for all. */
static void
test_nearest (void)
{
  g_autoptr(HipTestLog) log = hip_test_log_new (FIRST);

  for (guint i = 1; i <= 4; i++)
    hip_test_log_shoe (log, i == 1 ? "Unused" : i == 2 ? "Seldom" : i == 3 ? "Often" : "Once", 0);
  for (guint i = 0; i < 24; i++)
    {
      g_autofree char *iso = hip_day_to_iso (diary_day (i));

      /* Three days, nineteen and one, besides the last. */
      hip_test_log_run (log, iso, 5000)->shoe_id = i < 3 ? 2 : i == 3 ? 4 : 3;
      hip_test_log_pain (log, iso, HIP_SIDE_LEFT, i % 4);
    }
  g_autoptr(GPtrArray) findings = find_on (log, diary_day (23));
  g_assert_cmpuint (count (findings, HIP_FINDING_PAIN_BY_SHOE), ==, 1);
  g_assert_cmpuint (find (findings, HIP_FINDING_PAIN_BY_SHOE, "Often")->have, ==, 4);
}

/* Of six pairs chosen by lot one looks bad more often than not; tested together they seldom do. */
static void
test_many_pairs (void)
{
  guint n_alarms = 0;

  for (guint32 seed = 0; seed < 100; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (5000 + seed);
      g_autoptr(HipTestLog) log = NULL;
      gboolean alarm = FALSE;
      Diary diary = { .n = 90 };

      diary_hurt (&diary, 0.7, rand);
      log = diary_log (&diary);
      for (guint i = 0; i < 6; i++)
        {
          g_autofree char *name = g_strdup_printf ("Pair %u", i);

          hip_test_log_shoe (log, name, 0);
        }
      for (guint i = 0; i < diary.n; i++)
        {
          g_autofree char *iso = hip_day_to_iso (diary_day (i));

          hip_test_log_run (log, iso, 5000)->shoe_id = g_rand_int_range (rand, 1, 7);
        }
      g_autoptr(GPtrArray) findings = find_on (log, diary_day (89));
      g_assert_cmpuint (count (findings, HIP_FINDING_PAIN_BY_SHOE), >=, 3);
      for (guint i = 0; i < findings->len; i++)
        alarm |= ((HipFinding *) g_ptr_array_index (findings, i))->speaks;
      n_alarms += alarm;
    }
  g_test_message ("%u of 100 logs with pairs by lot speak", n_alarms);
  g_assert_cmpuint (n_alarms, <=, 10);
}

static void
test_words (void)
{
  g_autoptr(GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);

  for (HipFindingKind kind = 0; kind < HIP_N_FINDING_KINDS; kind++)
    g_assert_true (g_hash_table_add (words, (char *) hip_finding_kind_get_word (kind)));
  for (HipFindingReason reason = 1; reason < HIP_N_FINDING_REASONS; reason++)
    g_assert_true (g_hash_table_add (words, (char *) hip_finding_reason_get_word (reason)));
  g_assert_false (g_hash_table_contains (words, ""));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/findings/empty", test_empty);
  g_test_add_func ("/findings/words", test_words);
  g_test_add_func ("/findings/link/days", test_days);
  g_test_add_func ("/findings/link/scores", test_scores);
  g_test_add_func ("/findings/link/scores-apart", test_scores_apart);
  g_test_add_func ("/findings/link/pain-days", test_pain_days);
  g_test_add_func ("/findings/link/running-days", test_running_days);
  g_test_add_func ("/findings/link/gap", test_gap);
  g_test_add_func ("/findings/link/in-a-gap", test_in_a_gap);
  g_test_add_func ("/findings/link/window", test_window);
  g_test_add_func ("/findings/link/found", test_link);
  g_test_add_func ("/findings/link/opposite", test_opposite_link);
  g_test_add_func ("/findings/link/halves", test_halves);
  g_test_add_func ("/findings/link/verdict", test_verdict);
  g_test_add_func ("/findings/link/lags", test_lags);
  g_test_add_func ("/findings/link/loads-alike", test_loads_alike);
  g_test_add_func ("/findings/link/missing-scores", test_missing_scores);
  g_test_add_func ("/findings/link/units", test_units);
  g_test_add_func ("/findings/link/later-entries", test_later_entries);
  g_test_add_func ("/findings/link/false-alarms", test_false_alarms);
  g_test_add_func ("/findings/contrast/difference", test_difference);
  g_test_add_func ("/findings/contrast/no-difference", test_no_difference);
  g_test_add_func ("/findings/contrast/days-a-side", test_days_a_side);
  g_test_add_func ("/findings/contrast/last-day", test_last_day);
  g_test_add_func ("/findings/contrast/by-hand", test_difference_by_hand);
  g_test_add_func ("/findings/contrast/not-logged", test_not_logged);
  g_test_add_func ("/findings/contrast/no-run", test_no_run);
  g_test_add_func ("/findings/contrast/scores-alike", test_scores_alike);
  g_test_add_func ("/findings/contrast/nearest", test_nearest);
  g_test_add_func ("/findings/contrast/many-pairs", test_many_pairs);

  return g_test_run ();
}
