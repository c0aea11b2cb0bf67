// SPDX-License-Identifier: GPL-3.0-or-later
/* Signs that a professional should see, ticked in a day's entry or answered with yes when the app
 * asked; and when it asks. The lists follow the NHS and clinicians; for the femoral neck Robertson
 * 2017 and Clement 1993, in whose patients pain at the front of the hip was the first sign. */
#include "config.h"

#include <glib/gi18n.h>

#include "hip-episodes.h"
#include "hip-question.h"

/* Ours: how much, and how often, before the app asks. */
#define FRONT_SCORE 3
#define FRONT_DAYS  3

/* Which flags speak for which cause page, the page that matters most first. */
static const struct
{
  const char *page;
  HipFlags flags;
} flag_causes[] = {
  { "stress-fracture", HIP_FLAG_WEIGHT_BEARING | HIP_FLAG_NIGHT_PAIN | HIP_FLAG_REST_PAIN
                           | HIP_FLAG_DAILY_ACTIVITIES | HIP_FLAG_LOSS_OF_FUNCTION },
  { "low-back", HIP_FLAG_NUMBNESS | HIP_FLAG_WEAKNESS | HIP_FLAG_BLADDER_BOWEL },
  { "labral-tear", HIP_FLAG_POP | HIP_FLAG_FALL | HIP_FLAG_LOSS_OF_FUNCTION },
  { "muscle-strain", HIP_FLAG_POP | HIP_FLAG_FALL | HIP_FLAG_SWELLING },
  { "underlying-conditions", HIP_FLAG_PERSISTENT | HIP_FLAG_NIGHT_PAIN | HIP_FLAG_REST_PAIN
                                 | HIP_FLAG_SWELLING | HIP_FLAG_FEVER },
  { "overuse", HIP_FLAG_PERSISTENT | HIP_FLAG_WORSENING },
  { "running-through-pain", HIP_FLAG_WORSENING | HIP_FLAG_PAINKILLERS },
};

#define BONE_FLAGS                                                                                 \
  (HIP_FLAG_WEIGHT_BEARING | HIP_FLAG_NIGHT_PAIN | HIP_FLAG_REST_PAIN | HIP_FLAG_DAILY_ACTIVITIES)

/* Signs that can wait for an appointment; every other one should be seen within a day or two, and
 * so should pain at the front that gets worse. */
#define APPOINTMENT_FLAGS (HIP_FLAG_PERSISTENT | HIP_FLAG_WORSENING | HIP_FLAG_PAINKILLERS)

/* red-flag */

static HipFlags
get_record_flags (const HipRecord *record)
{
  if (record->kind == HIP_RECORD_SCREENING)
    return ((const HipScreening *) record)->yes;
  return ((const HipPainDay *) record)->flags;
}

/* The questions are asked about pain at the front. */
static gboolean
is_about_front (const HipRecord *record)
{
  if (record->kind == HIP_RECORD_SCREENING)
    return TRUE;
  return (((const HipPainDay *) record)->areas & HIP_AREA_FRONT) != 0;
}

typedef void (*FlagFunc) (HipDay day, HipFlags flags, gpointer record, gpointer data);

/* Tells of everything ticked or answered with yes from @from to @to that nobody has looked at. */
static void
for_each_open_flag (HipHistory *history, HipDay from, HipDay to, FlagFunc func, gpointer data)
{
  guint n_pain = hip_history_get_n_pain_days (history);
  guint n_screenings = hip_history_get_n_screenings (history);

  for (guint i = hip_history_find_pain_day (history, from); i < n_pain; i++)
    {
      HipPainDay *pain = hip_history_get_pain_day (history, i);

      if (pain->date > to)
        break;
      if (pain->flags != 0 && !pain->seen)
        func (pain->date, pain->flags, pain, data);
    }
  for (guint i = hip_history_find_screening (history, from); i < n_screenings; i++)
    {
      HipScreening *screening = hip_history_get_screening (history, i);

      if (screening->date > to)
        break;
      if (screening->yes != 0 && !screening->seen)
        func (screening->date, screening->yes, screening, data);
    }
}

static void
note_last_day (HipDay day, HipFlags flags, gpointer record, gpointer data)
{
  HipDay *last = data;

  *last = MAX (*last, day);
}

/* The last day up to @on with a sign that is still open, or HIP_DAY_NONE. */
static HipDay
find_last_flag_day (HipHistory *history, HipDay on)
{
  HipDay last = HIP_DAY_NONE;

  for_each_open_flag (history, on - HIP_OPEN_DAYS + 1, on, note_last_day, &last);
  return last;
}

gboolean
_hip_red_flag_is_open (HipHistory *history, HipDay on)
{
  return find_last_flag_day (history, on) != HIP_DAY_NONE;
}

static void
add_flag_causes (HipWarning *warning, HipFlags flags)
{
  for (guint i = 0; i < G_N_ELEMENTS (flag_causes); i++)
    if (flags & flag_causes[i].flags)
      _hip_warning_add_cause (warning, flag_causes[i].page);
}

static void
note_flags (HipDay day, HipFlags flags, gpointer record, gpointer data)
{
  *(HipFlags *) data |= flags;
}

static void
note_entry (HipDay day, HipFlags flags, gpointer record, gpointer data)
{
  _hip_warning_add_entry (data, record);
}

/* One warning for a day with a flag. It names everything ticked in the seven days up to it, so
 * that the latest day can speak for the ones before. The signs are part of the subject: to have
 * dismissed one must not keep another quiet that is ticked later for the same days. */
static void
add_red_flag (HipRuleContext *context, HipDay day)
{
  HipDay from = day - HIP_OPEN_DAYS + 1;
  HipFlags flags = 0;
  g_autofree char *words = NULL;
  HipWarning *warning;

  for_each_open_flag (context->history, from, day, note_flags, &flags);
  words = hip_vocabulary_set_to_words (hip_vocabulary_flags (), flags);
  warning = _hip_warning_new (HIP_RULE_RED_FLAG, HIP_SEVERITY_URGENT, day, day + HIP_OPEN_DAYS - 1,
                              _hip_rule_dup_subject ("pain", day, words));
  for_each_open_flag (context->history, from, day, note_entry, warning);
  _hip_warning_add_text (warning, "flags", words);
  _hip_warning_add_number (warning, "flags_count", HIP_NUMBER_COUNT, __builtin_popcount (flags));
  _hip_warning_add_number (warning, "flagged_on", HIP_NUMBER_DAY, day);
  add_flag_causes (warning, flags);
  g_ptr_array_add (context->warnings, warning);
}

static void
note_day (HipDay day, HipFlags flags, gpointer record, gpointer data)
{
  g_hash_table_add (data, GINT_TO_POINTER (day));
}

/* Warns of every day with a sign that no professional has seen. Of the last seven days only the
 * latest speaks. */
static void
collect_red_flag (HipRuleContext *context)
{
  g_autoptr(GHashTable) days = NULL;
  GHashTableIter iter;
  gpointer day;

  if (!context->replay)
    {
      HipDay last = find_last_flag_day (context->history, context->to);

      if (last != HIP_DAY_NONE)
        add_red_flag (context, last);
      return;
    }
  days = g_hash_table_new (NULL, NULL);
  for_each_open_flag (context->history, context->from, context->to, note_day, days);
  g_hash_table_iter_init (&iter, days);
  while (g_hash_table_iter_next (&iter, &day, NULL))
    add_red_flag (context, GPOINTER_TO_INT (day));
}

static HipFlags
get_flags (const HipWarning *warning)
{
  HipFlags flags = 0;

  for (guint i = 0; i < hip_warning_get_n_entries (warning); i++)
    flags |= get_record_flags (hip_warning_get_entry (warning, i));
  return flags;
}

static char *
dup_red_flag_title (const HipWarning *warning, HipUnits units)
{
  g_autofree char *labels =
      hip_vocabulary_set_to_labels (hip_vocabulary_flags (), get_flags (warning));

  /* Translators: what the runner has ticked, as a list. */
  return g_strdup_printf (_ ("Have this looked at before you run again: %s"), labels);
}

/* What cannot wait, after the emergencies of evidence.md, section 7: each sentence that fits. */
static void
append_emergencies (GString *body, HipFlags flags)
{
  if (flags & HIP_FLAG_BLADDER_BOWEL)
    _hip_rule_append_sentence (
        body, _ ("Trouble with bladder or bowel, or numbness between the legs, together "
                 "with hip or back pain needs emergency care today."));
  if (flags & (HIP_FLAG_NUMBNESS | HIP_FLAG_WEAKNESS))
    _hip_rule_append_sentence (
        body, _ ("If a leg has suddenly gone numb or weak, go to emergency care now."));
  if ((flags & (HIP_FLAG_FALL | HIP_FLAG_POP))
      && (flags & (HIP_FLAG_WEIGHT_BEARING | HIP_FLAG_LOSS_OF_FUNCTION)))
    _hip_rule_append_sentence (
        body, _ ("If you cannot stand or walk on the leg after a fall, a blow or a pop, "
                 "or it looks shorter or turned, go to emergency care now."));
  if (flags & HIP_FLAG_FEVER)
    _hip_rule_append_sentence (
        body, _ ("A painful hip together with fever, above all if it is hot, red or "
                 "swollen, needs emergency care today."));
}

static gboolean
can_wait (const HipWarning *warning)
{
  for (guint i = 0; i < hip_warning_get_n_entries (warning); i++)
    {
      const HipRecord *record = hip_warning_get_entry (warning, i);
      HipFlags flags = get_record_flags (record);

      if (flags & ~APPOINTMENT_FLAGS)
        return FALSE;
      if ((flags & HIP_FLAG_WORSENING) && is_about_front (record))
        return FALSE;
    }
  return TRUE;
}

static char *
dup_red_flag_body (const HipWarning *warning, HipUnits units)
{
  HipFlags flags = get_flags (warning);
  GString *body = g_string_new (NULL);

  append_emergencies (body, flags);
  if (!can_wait (warning))
    _hip_rule_append_sentence (
        body, _ ("Stop running, and be seen by a doctor or physiotherapist within a "
                 "day or two."));
  else
    _hip_rule_append_sentence (
        body, _ ("Make an appointment with a doctor or physiotherapist, and do not run "
                 "on it until they have looked at it."));
  if (flags & BONE_FLAGS)
    _hip_rule_append_sentence (
        body,
        _ ("Pain that comes with weight on the leg, at rest or at night can mean a bone stress "
           "injury of the hip. It is uncommon, but running on it can turn a crack into a break. "
           "Keep weight off the leg as far as you can, do not try it out by hopping, and name "
           "“femoral neck stress fracture” when you ask to be seen: an early X-ray can look "
           "normal."));
  _hip_rule_append_sentence (
      body, _ ("This is no diagnosis; most hip pain is harmless, and these are the "
               "signs that need someone who can examine you. Once you have been seen, "
               "mark it in the day’s entry."));
  return g_string_free (body, FALSE);
}

static char *
dup_red_flag_formula (const HipWarning *warning, HipUnits units)
{
  int n = _hip_warning_get_value (warning, "flags_count");

  /* Translators: how many red flags are ticked. */
  return g_strdup_printf (ngettext ("%d sign ticked in the last 7 days, not yet seen by a "
                                    "professional",
                                    "%d signs ticked in the last 7 days, not yet seen by a "
                                    "professional",
                                    n),
                          n);
}

const HipRuleRow _hip_rule_red_flag = {
  .id = "red-flag",
  .label = N_ ("Signs to have looked at"),
  .strength = HIP_STRENGTH_GOOD,
  .strength_text = N_ ("Evidence: good – clinicians’ guidelines and case series agree on these "
                       "signs"),
  .test =
      N_ ("A sign ticked in the last seven days, in a day’s entry or when HipLog asked, that is "
          "not marked as seen by a professional."),
  .source = N_ ("Health services’ lists for hip pain; for the femoral neck Robertson and Wood, "
                "Sports Medicine International Open 2017;1:E58, and Clement and others, "
                "International Journal of Sports Medicine 1993;14:347."),
  .causes = HIP_RULE_PAGES ("stress-fracture",
                            "low-back",
                            "labral-tear",
                            "muscle-strain",
                            "underlying-conditions",
                            "overuse",
                            "running-through-pain"),
  .prevention = HIP_RULE_PAGES ("get-help"),
  .never_muted = TRUE,
  .collect = collect_red_flag,
  .dup_title = dup_red_flag_title,
  .dup_body = dup_red_flag_body,
  .dup_formula = dup_red_flag_formula,
};

/* bone-stress-check */

static gboolean
hurts_in_front (const HipPainDay *pain)
{
  return (pain->areas & HIP_AREA_FRONT) != 0 && pain->score >= FRONT_SCORE;
}

static gboolean
aches_deep_while_running (const HipPainDay *pain)
{
  return (pain->areas & HIP_AREA_FRONT) != 0
         && (pain->qualities & (HIP_QUALITY_DEEP_ACHE | HIP_QUALITY_THROBBING)) != 0
         && (pain->timings & HIP_TIMING_DURING_RUN) != 0;
}

static guint
count_front_days (HipHistory *history, HipSide side, HipDay day)
{
  guint n = 0;

  for (guint i = hip_history_find_pain_day (history, day - HIP_OPEN_DAYS + 1);
       i < hip_history_get_n_pain_days (history); i++)
    {
      HipPainDay *pain = hip_history_get_pain_day (history, i);

      if (pain->date > day)
        break;
      n += pain->side == side && hurts_in_front (pain);
    }
  return n;
}

/* The latest answers to all of the questions from @from to @to. (nullable) */
static HipScreening *
find_answers (HipHistory *history, HipDay from, HipDay to)
{
  for (guint i = hip_history_find_screening (history, to + 1); i > 0; i--)
    {
      HipScreening *screening = hip_history_get_screening (history, i - 1);

      if (screening->date < from)
        break;
      if ((screening->asked & HIP_BONE_STRESS_FLAGS) == HIP_BONE_STRESS_FLAGS)
        return screening;
    }
  return NULL;
}

/* What a professional has looked at is not asked about again while the answers hold. */
static gboolean
is_seen (const HipScreening *answers)
{
  return answers != NULL && answers->yes != 0 && answers->seen;
}

static gboolean
test_bone_stress (HipHistory *history, HipSide side, HipDay day)
{
  HipPainDay *pain = hip_history_lookup_pain (history, day, side);

  if (pain == NULL || is_seen (find_answers (history, day - HIP_OPEN_DAYS + 1, day)))
    return FALSE;
  if (aches_deep_while_running (pain))
    return TRUE;
  return hurts_in_front (pain) && count_front_days (history, side, day) >= FRONT_DAYS;
}

static gboolean
test_bone_stress_cb (HipRuleContext *context, HipSide side, HipDay day)
{
  return test_bone_stress (context->history, side, day);
}

static HipDay
get_first_answer_day (HipDay on)
{
  return on - HIP_OPEN_DAYS + 1;
}

/* Answers hold for seven days, and only for what had been there when they were given. */
static HipScreening *
find_answers_to (HipHistory *history, const HipEpisode *episode, HipDay on)
{
  return find_answers (history, MAX (episode->first, get_first_answer_day (on)), on);
}

static gboolean
is_positive (const HipScreening *answers)
{
  return answers != NULL && answers->yes != 0 && !answers->seen;
}

/* Whether they are, were they never muted. */
static gboolean
is_unanswered (HipHistory *history, HipDay on)
{
  HipRuleContext context = { .history = history };
  HipEpisode episode;

  for (guint side = 0; side < HIP_N_SIDES; side++)
    if (_hip_episode_find (&context, side, on, get_first_answer_day (on), test_bone_stress_cb,
                           &episode)
        && find_answers_to (history, &episode, on) == NULL)
      return TRUE;
  return FALSE;
}

gboolean
_hip_bone_stress_is_unanswered (HipHistory *history, HipDay on)
{
  return !hip_history_is_muted (history, _hip_rule_bone_stress_check.id)
         && is_unanswered (history, on);
}

gboolean
_hip_red_flag_waits (const HipRuleContext *context, HipDay on)
{
  return _hip_red_flag_is_open (context->history, on)
         || (context->asks && is_unanswered (context->history, on));
}

static void
add_bone_stress (HipRuleContext *context, const HipEpisode *episode, HipScreening *answers)
{
  const char *side = hip_vocabulary_get_word (hip_vocabulary_sides (), episode->side + 1);
  const char *word = answers == NULL ? "none" : is_positive (answers) ? "yes" : "no";
  HipDay date = is_positive (answers) ? answers->date : episode->first;
  HipWarning *warning = _hip_warning_new (
      HIP_RULE_BONE_STRESS_CHECK,
      is_positive (answers) ? HIP_SEVERITY_URGENT : HIP_SEVERITY_WARNING, date,
      episode->last + HIP_OPEN_DAYS - 1, _hip_rule_dup_subject ("pain", episode->first, side));

  _hip_warning_add_text (warning, "side", side);
  _hip_warning_add_number (warning, "days_count", HIP_NUMBER_COUNT,
                           count_front_days (context->history, episode->side, episode->last));
  _hip_warning_add_number (warning, "last_on", HIP_NUMBER_DAY, episode->last);
  _hip_warning_add_text (warning, "answers", word);
  _hip_rule_add_pain (context, warning, episode->side, episode->last - HIP_OPEN_DAYS + 1,
                      episode->last);
  if (answers != NULL)
    _hip_warning_add_entry (warning, answers);
  g_ptr_array_add (context->warnings, warning);
}

static void
add_bone_stress_cb (HipRuleContext *context, const HipEpisode *episode)
{
  HipDay on = context->replay ? episode->first : context->to;
  HipScreening *answers = find_answers_to (context->history, episode, on);

  if (!is_seen (answers))
    add_bone_stress (context, episode, answers);
}

/* Days on which a yes made an open episode urgent. */
static void
replay_answers (HipRuleContext *context, HipSide side)
{
  HipEpisode episode;

  for (guint i = hip_history_find_screening (context->history, context->from);
       i < hip_history_get_n_screenings (context->history); i++)
    {
      HipScreening *answers = hip_history_get_screening (context->history, i);

      if (answers->date > context->to)
        break;
      if (is_positive (answers)
          && _hip_episode_find (context, side, answers->date, HIP_DAY_NONE, test_bone_stress_cb,
                                &episode)
          && find_answers_to (context->history, &episode, answers->date) == answers)
        add_bone_stress (context, &episode, answers);
    }
}

/* Asks when pain at the front of a hip keeps coming back, or aches deep while running: bone stress
 * is uncommon, but it is the one cause in which running on can break something. */
static void
collect_bone_stress (HipRuleContext *context)
{
  for (guint side = 0; side < HIP_N_SIDES; side++)
    {
      _hip_episodes_collect (context, side, test_bone_stress_cb, add_bone_stress_cb);
      if (context->replay)
        replay_answers (context, side);
    }
}

static gboolean
has_answers (const HipWarning *warning, const char *word)
{
  return g_str_equal (_hip_warning_get_text (warning, "answers"), word);
}

static char *
dup_bone_stress_title (const HipWarning *warning, HipUnits units)
{
  gboolean left = g_str_equal (_hip_warning_get_text (warning, "side"), "left");

  if (has_answers (warning, "none"))
    return g_strdup (left ? _ ("Pain at the front of the left hip: please answer a few questions")
                          : _ ("Pain at the front of the right hip: please answer a few "
                               "questions"));
  if (has_answers (warning, "yes"))
    return g_strdup (left ? _ ("Left hip: have it looked at before you run again")
                          : _ ("Right hip: have it looked at before you run again"));
  return g_strdup (left ? _ ("Pain at the front of the left hip keeps coming back")
                        : _ ("Pain at the front of the right hip keeps coming back"));
}

static char *
dup_bone_stress_body (const HipWarning *warning, HipUnits units)
{
  GString *body = g_string_new (NULL);

  if (has_answers (warning, "none"))
    _hip_rule_append_sentence (
        body, _ ("Most pain there comes from muscles and tendons. Sometimes it is a bone under too "
                 "much stress, which scores alone cannot tell, so there are a few questions. Until "
                 "they are answered no figures for a next run are given."));
  else if (has_answers (warning, "yes"))
    _hip_rule_append_sentence (
        body,
        _ ("You answered a question with yes. Stop running, keep weight off the leg as far as "
           "you can, and be seen within a day or two. Name “femoral neck stress fracture” "
           "when you ask to be seen: an early X-ray can look normal."));
  else
    _hip_rule_append_sentence (
        body, _ ("You answered the questions with no. That lowers the concern and does not end it: "
                 "run less or not at all until it is quiet, answer again if anything changes, and "
                 "have it looked at if it stays two weeks."));
  _hip_rule_append_sentence (body, _ ("Do not try the leg out by hopping on it. This is "
                                      "information, not a diagnosis."));
  return g_string_free (body, FALSE);
}

static char *
dup_bone_stress_formula (const HipWarning *warning, HipUnits units)
{
  int n_days = _hip_warning_get_value (warning, "days_count");

  if (n_days < FRONT_DAYS)
    return g_strdup (_ ("A deep ache or throbbing at the front of the hip, during a run"));
  /* Translators: a score, then a number of days. */
  return g_strdup_printf (
      ngettext ("at least %1$d of 10 at the front of the hip on %2$d of 7 days; "
                "3 are enough",
                "at least %1$d of 10 at the front of the hip on %2$d of 7 days; "
                "3 are enough",
                n_days),
      FRONT_SCORE, n_days);
}

const HipRuleRow _hip_rule_bone_stress_check = {
  .id = "bone-stress-check",
  .label = N_ ("Questions about bone stress"),
  .strength = HIP_STRENGTH_GOOD,
  .strength_text = N_ ("Evidence: good – case series agree that this is how it begins and that "
                       "delay makes it worse"),
  .test = N_ ("Pain of 3 or more at the front of one hip on three of seven days, or a deep ache or "
              "throbbing there that comes on while running. Answers count for seven days; any yes "
              "is a red flag."),
  .source = N_ ("Robertson and Wood, Sports Medicine International Open 2017;1:E58; Clement and "
                "others, International Journal of Sports Medicine 1993;14:347. The score and the "
                "number of days are our choice."),
  .causes = HIP_RULE_PAGES ("stress-fracture"),
  .prevention = HIP_RULE_PAGES ("get-help", "when-it-hurts"),
  .collect = collect_bone_stress,
  .dup_title = dup_bone_stress_title,
  .dup_body = dup_bone_stress_body,
  .dup_formula = dup_bone_stress_formula,
};
