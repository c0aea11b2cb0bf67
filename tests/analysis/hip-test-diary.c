// SPDX-License-Identifier: GPL-3.0-or-later
/* Random diaries. What a runner does lasts for some weeks and then changes: so habits last, pain
 * rises and stays, and every rule finds something to say once in a while. */
#include "config.h"

#include "hip-test-diary.h"

#include "hip-question.h"

/* How things are for some weeks. */
typedef struct
{
  int rest_percent; /* of days without a run */
  int metres;       /* of a usual run */
  int effort;
  int cadence_spm;
  HipSurface surface;
  HipGround ground;
  HipAnswer warm_up;
  int pair; /* that is worn most, -1 for both in turn */
  HipSide side;
  int pain; /* the usual score of that side */
  int pain_percent;
  HipAreas areas;
  HipQualities qualities;
  HipTimings timings;
  int care_percent;
  int strength_percent; /* of the care */
} Mood;

typedef struct
{
  GRand *rand;
  HipTestDiaryFlags flags;
  HipTestLog *log; /* (borrowed) */
  HipShoe *shoes[2];
  Mood mood;
  char *iso; /* the day */
  gboolean is_last;
  int start_s;
  int pause; /* days that a holiday still lasts */
} Diary;

gboolean
hip_test_chance (GRand *rand, int n)
{
  return g_rand_int_range (rand, 0, n) == 0;
}

static gboolean
happens (Diary *diary, int percent)
{
  return g_rand_int_range (diary->rand, 0, 100) < percent;
}

static int
pick (Diary *diary, int from, int to)
{
  return g_rand_int_range (diary->rand, from, to + 1);
}

static void
change_mood (Diary *diary)
{
  static const int rests[] = { 2, 30, 45, 60 };

  diary->mood = (Mood) {
    .rest_percent = rests[pick (diary, 0, 3)],
    .metres = pick (diary, 2, 9) * 1000,
    .effort = pick (diary, 2, 8),
    .cadence_spm = pick (diary, 160, 182),
    .surface = pick (diary, HIP_SURFACE_ROAD, HIP_SURFACE_GRASS),
    .ground = pick (diary, HIP_GROUND_UNKNOWN, HIP_GROUND_ONE_WAY_TRACK),
    .warm_up = pick (diary, HIP_ANSWER_YES, HIP_ANSWER_NO),
    .pair = pick (diary, -1, 1),
    .side = pick (diary, HIP_SIDE_LEFT, HIP_SIDE_RIGHT),
    .pain = pick (diary, 0, 6),
    .pain_percent = pick (diary, 40, 100),
    .areas = 1u << pick (diary, 0, 3),
    .qualities = 1u << pick (diary, 0, 8),
    .timings = 1u << pick (diary, 0, 3),
    .care_percent = pick (diary, 0, 40),
    .strength_percent = pick (diary, 0, 1) * 30,
  };
}

static void
wear (Diary *diary)
{
  int pair = diary->mood.pair;

  if (pair < 0 || happens (diary, 4))
    pair = pick (diary, 0, 1);
  hip_test_log_wear (diary->log, happens (diary, 3) ? NULL : diary->shoes[pair]);
}

/* What goes on around a run, mostly logged. */
static void
add_details (Diary *diary, HipRun *run)
{
  const Mood *mood = &diary->mood;
  int sure = diary->flags & HIP_TEST_DIARY_ONE_RUN_A_DAY ? 100 : 92;

  if (happens (diary, sure))
    run->effort = mood->effort + pick (diary, -1, 1);
  if (happens (diary, sure))
    run->cadence_spm = mood->cadence_spm + pick (diary, -4, 4);
  if (happens (diary, sure))
    run->surface = happens (diary, 85) ? mood->surface : HIP_SURFACE_TRAIL;
  if (happens (diary, 80))
    run->ground = happens (diary, 70) ? mood->ground : HIP_GROUND_EVEN;
  if (happens (diary, sure))
    run->warm_up = happens (diary, 75) ? mood->warm_up : HIP_ANSWER_YES;
}

static void
add_run (Diary *diary)
{
  HipRun *run;

  wear (diary);
  run = hip_test_log_run (diary->log, diary->iso, diary->mood.metres + pick (diary, 0, 20) * 100);
  if (happens (diary, 10))
    run->distance_m *= 2;
  add_details (diary, run);
  if (happens (diary, 5) && !(diary->flags & HIP_TEST_DIARY_ONE_RUN_A_DAY))
    return;
  run->start_s = diary->start_s;
  run->duration_s = run->distance_m / 3;
  diary->start_s += run->duration_s + pick (diary, 10, 120) * 60;
  diary->start_s = MIN (86399, diary->start_s);
}

/* A run from before midnight until after it, as two entries. */
static void
add_night_run (Diary *diary)
{
  g_autofree char *next = hip_day_to_iso (hip_test_day (diary->iso) + 1);
  HipRun *before, *after;

  wear (diary);
  before = hip_test_log_run (diary->log, diary->iso, diary->mood.metres / 2);
  before->start_s = 23 * 3600;
  before->duration_s = 3400;
  add_details (diary, before);
  after = hip_test_log_run (diary->log, next, diary->mood.metres + pick (diary, -9, 9) * 100);
  after->start_s = 300;
  after->duration_s = 1800;
  add_details (diary, after);
}

static void
add_runs (Diary *diary)
{
  int n_runs = happens (diary, diary->mood.rest_percent) ? 0 : 1;

  diary->start_s = 7 * 3600;
  if (!(diary->flags & HIP_TEST_DIARY_ONE_RUN_A_DAY))
    {
      diary->start_s = pick (diary, 6, 23) * 3600 + 1800;
      n_runs += n_runs > 0 && happens (diary, 20) ? pick (diary, 1, 2) : 0;
    }
  if (diary->pause > 0)
    n_runs = 0;
  for (int i = 0; i < n_runs; i++)
    add_run (diary);
  if (n_runs == 0 && diary->pause <= 0 && !diary->is_last && happens (diary, 8)
      && !(diary->flags & HIP_TEST_DIARY_ONE_RUN_A_DAY))
    add_night_run (diary);
}

static void
add_pain_of (Diary *diary, HipSide side, int usual)
{
  const Mood *mood = &diary->mood;
  int score = usual + pick (diary, -2, 2);
  HipPainDay *pain =
      hip_test_log_pain (diary->log, diary->iso, side, CLAMP (score, 0, HIP_PAIN_MAX));

  pain->areas = happens (diary, 85) ? mood->areas : 0;
  pain->qualities = mood->qualities;
  pain->timings = mood->timings;
  if (!hip_test_chance (diary->rand, 90))
    return;
  pain->flags = 1u << pick (diary, 0, 14);
  pain->seen = happens (diary, 30);
}

static void
add_pain (Diary *diary)
{
  if (happens (diary, diary->mood.pain_percent))
    add_pain_of (diary, diary->mood.side, diary->mood.pain);
  if (happens (diary, 25))
    add_pain_of (diary, !diary->mood.side, diary->mood.pain / 2);
}

static void
add_answers (Diary *diary)
{
  static const int chances[] = { 60, 12 };
  HipFlags asked = hip_question_get_all_flags ();
  HipScreening *answers;

  if (!hip_test_chance (diary->rand, chances[(diary->mood.areas & HIP_AREA_FRONT) != 0]))
    return;
  if (happens (diary, 10))
    asked = HIP_FLAG_NIGHT_PAIN | HIP_FLAG_FEVER;
  answers = hip_test_log_screening (diary->log, diary->iso, asked, 0);
  if (happens (diary, 30))
    answers->yes = happens (diary, 50) ? HIP_FLAG_NIGHT_PAIN : HIP_FLAG_FEVER;
  answers->seen = answers->yes != 0 && happens (diary, 40);
}

static void
add_care (Diary *diary)
{
  HipCareKind kind = pick (diary, HIP_CARE_STRETCHING, HIP_CARE_REST);

  if (!happens (diary, diary->mood.care_percent))
    return;
  if (happens (diary, diary->mood.strength_percent))
    kind = HIP_CARE_STRENGTH;
  hip_test_log_care (diary->log, diary->iso, kind, HIP_UNSET);
}

static void
add_mute (Diary *diary)
{
  int rule = pick (diary, 0, HIP_N_RULES - 1);

  if (!(diary->flags & HIP_TEST_DIARY_NO_MUTES) && happens (diary, 50))
    hip_test_log_mute (diary->log, diary->iso, hip_rule_get_id (rule));
}

static void
add_day (Diary *diary)
{
  if (hip_test_chance (diary->rand, 35))
    change_mood (diary);
  if (hip_test_chance (diary->rand, 70))
    diary->pause = pick (diary, 8, 40);
  add_runs (diary);
  add_pain (diary);
  add_answers (diary);
  add_care (diary);
  diary->pause--;
}

HipTestLog *
hip_test_diary_new (GRand *rand, HipDay first, guint n_days, HipTestDiaryFlags flags)
{
  g_autofree char *start = hip_day_to_iso (first);
  Diary diary = { .rand = rand, .flags = flags, .log = hip_test_log_new (start), .iso = start };

  diary.shoes[0] = hip_test_log_shoe (diary.log, "Pegasus", pick (&diary, 0, 800000));
  diary.shoes[1] = hip_test_log_shoe (diary.log, "Ghost", 350000);
  if (hip_test_chance (rand, 3))
    diary.shoes[0]->retired = first + pick (&diary, 0, n_days);
  add_mute (&diary);
  change_mood (&diary);
  for (guint i = 0; i < n_days; i++)
    {
      g_autofree char *iso = hip_day_to_iso (first + (HipDay) i);

      diary.iso = iso;
      diary.is_last = i + 1 == n_days;
      add_day (&diary);
    }
  return diary.log;
}

typedef gpointer (*GetFunc) (const HipHistory *history, guint i);
typedef guint (*CountFunc) (const HipHistory *history);

GPtrArray *
hip_test_records (HipHistory *history)
{
  static const struct
  {
    CountFunc count;
    GetFunc get;
  } kinds[] = {
    { hip_history_get_n_runs, (GetFunc) hip_history_get_run },
    { hip_history_get_n_pain_days, (GetFunc) hip_history_get_pain_day },
    { hip_history_get_n_shoes, (GetFunc) hip_history_get_shoe },
    { hip_history_get_n_care, (GetFunc) hip_history_get_care },
    { hip_history_get_n_dismissals, (GetFunc) hip_history_get_dismissal },
    { hip_history_get_n_screenings, (GetFunc) hip_history_get_screening },
  };
  GPtrArray *records = g_ptr_array_new_with_free_func (hip_record_unref);

  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    for (guint i = 0; i < kinds[kind].count (history); i++)
      g_ptr_array_add (records, hip_record_copy (kinds[kind].get (history, i)));
  return records;
}
