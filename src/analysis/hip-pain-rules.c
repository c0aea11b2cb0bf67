// SPDX-License-Identifier: GPL-3.0-or-later
/* What pain itself says: signs a professional should see, and scores too high to run on. */
#include "config.h"

#include <glib/gi18n.h>

#include "hip-rule-private.h"

/* Ours, built on the pain-monitoring model's 5 of 10 (Silbernagel 2007, for Achilles tendons). */
#define PAIN_HIGH_ONCE  8
#define PAIN_HIGH_TWICE 6

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

static gboolean
has_open_flag (const HipPainDay *pain)
{
  return pain->flags != 0 && !pain->seen;
}

/* The last day from @from to @to with a flag nobody has looked at, or HIP_DAY_NONE. */
static HipDay
find_last_flag_day (HipHistory *history, HipDay from, HipDay to)
{
  for (guint i = hip_history_find_pain_day (history, to + 1); i > 0; i--)
    {
      HipPainDay *pain = hip_history_get_pain_day (history, i - 1);

      if (pain->date < from)
        break;
      if (has_open_flag (pain))
        return pain->date;
    }
  return HIP_DAY_NONE;
}

/* Whether a red flag of the last seven days waits for a professional, dismissed or not. */
gboolean
_hip_red_flag_is_open (HipHistory *history, HipDay on)
{
  return find_last_flag_day (history, on - HIP_OPEN_DAYS + 1, on) != HIP_DAY_NONE;
}

static void
add_flag_causes (HipWarning *warning, HipFlags flags)
{
  for (guint i = 0; i < G_N_ELEMENTS (flag_causes); i++)
    if (flags & flag_causes[i].flags)
      _hip_warning_add_cause (warning, flag_causes[i].page);
}

/* Everything ticked in the seven days up to @day that nobody has looked at; its days become
 * entries of @warning, if there is one yet. */
static HipFlags
find_open_flags (HipHistory *history, HipDay day, HipWarning *warning)
{
  HipFlags flags = 0;

  for (guint i = hip_history_find_pain_day (history, day - HIP_OPEN_DAYS + 1);
       i < hip_history_find_pain_day (history, day + 1); i++)
    {
      HipPainDay *pain = hip_history_get_pain_day (history, i);

      if (!has_open_flag (pain))
        continue;
      flags |= pain->flags;
      if (warning != NULL)
        _hip_warning_add_entry (warning, pain);
    }
  return flags;
}

/* One warning for a day with a flag. It names everything ticked in the seven days up to it, so
 * that the latest day can speak for the ones before. The signs are part of the subject: to have
 * dismissed one must not keep another quiet that is ticked later for the same days. */
static void
add_red_flag (HipRuleContext *context, HipDay day)
{
  HipFlags flags = find_open_flags (context->history, day, NULL);
  g_autofree char *words = hip_vocabulary_set_to_words (hip_vocabulary_flags (), flags);
  g_autofree char *iso = hip_day_to_iso (day);
  HipWarning *warning =
      _hip_warning_new (HIP_RULE_RED_FLAG, HIP_SEVERITY_URGENT, day, day + HIP_OPEN_DAYS - 1,
                        g_strconcat ("pain/", iso, "/", words, NULL));

  find_open_flags (context->history, day, warning);
  _hip_warning_add_text (warning, "flags", words);
  _hip_warning_add_number (warning, "flags_count", HIP_NUMBER_COUNT, __builtin_popcount (flags));
  _hip_warning_add_number (warning, "flagged_on", HIP_NUMBER_DAY, day);
  add_flag_causes (warning, flags);
  g_ptr_array_add (context->warnings, warning);
}

static void
replay_red_flags (HipRuleContext *context)
{
  HipDay last = HIP_DAY_NONE;

  for (guint i = hip_history_find_pain_day (context->history, context->from);
       i < hip_history_get_n_pain_days (context->history); i++)
    {
      HipPainDay *pain = hip_history_get_pain_day (context->history, i);

      if (pain->date > context->to)
        break;
      if (has_open_flag (pain) && pain->date != last)
        add_red_flag (context, last = pain->date);
    }
}

/* Warns of every day with a red flag that no professional has seen (NHS and clinicians' lists; for
 * the femoral neck Robertson 2017, Clement 1993). Of the last seven days only the latest speaks. */
void
_hip_red_flag_collect (HipRuleContext *context)
{
  HipDay day;

  if (context->replay)
    {
      replay_red_flags (context);
      return;
    }
  day = find_last_flag_day (context->history, context->to - HIP_OPEN_DAYS + 1, context->to);
  if (day != HIP_DAY_NONE)
    add_red_flag (context, day);
}

static HipFlags
get_flags (const HipWarning *warning)
{
  HipFlags flags = 0;

  for (guint i = 0; i < hip_warning_get_n_entries (warning); i++)
    flags |= ((HipPainDay *) hip_warning_get_entry (warning, i))->flags;
  return flags;
}

char *
_hip_red_flag_dup_title (const HipWarning *warning, HipUnits units)
{
  g_autofree char *labels =
      hip_vocabulary_set_to_labels (hip_vocabulary_flags (), get_flags (warning));

  /* Translators: what the runner has ticked, as a list. */
  return g_strdup_printf (_ ("Have this looked at before you run again: %s"), labels);
}

static void
append_sentence (GString *body, const char *sentence)
{
  if (body->len > 0)
    g_string_append_c (body, ' ');
  g_string_append (body, sentence);
}

/* What cannot wait, after the emergencies of evidence.md, section 7: each sentence that fits. */
static void
append_emergencies (GString *body, HipFlags flags)
{
  if (flags & HIP_FLAG_BLADDER_BOWEL)
    append_sentence (body,
                     _ ("Trouble with bladder or bowel, or numbness between the legs, together "
                        "with hip or back pain needs emergency care today."));
  if (flags & (HIP_FLAG_NUMBNESS | HIP_FLAG_WEAKNESS))
    append_sentence (body,
                     _ ("If a leg has suddenly gone numb or weak, go to emergency care now."));
  if ((flags & (HIP_FLAG_FALL | HIP_FLAG_POP))
      && (flags & (HIP_FLAG_WEIGHT_BEARING | HIP_FLAG_LOSS_OF_FUNCTION)))
    append_sentence (body,
                     _ ("If you cannot stand or walk on the leg after a fall, a blow or a pop, "
                        "or it looks shorter or turned, go to emergency care now."));
  if (flags & HIP_FLAG_FEVER)
    append_sentence (body, _ ("A painful hip together with fever, above all if it is hot, red or "
                              "swollen, needs emergency care today."));
}

static gboolean
can_wait (const HipWarning *warning)
{
  for (guint i = 0; i < hip_warning_get_n_entries (warning); i++)
    {
      const HipPainDay *pain = (HipPainDay *) hip_warning_get_entry (warning, i);

      if (pain->flags & ~APPOINTMENT_FLAGS)
        return FALSE;
      if ((pain->flags & HIP_FLAG_WORSENING) && (pain->areas & HIP_AREA_FRONT))
        return FALSE;
    }
  return TRUE;
}

char *
_hip_red_flag_dup_body (const HipWarning *warning, HipUnits units)
{
  HipFlags flags = get_flags (warning);
  GString *body = g_string_new (NULL);

  append_emergencies (body, flags);
  if (!can_wait (warning))
    append_sentence (body, _ ("Stop running, and be seen by a doctor or physiotherapist within a "
                              "day or two."));
  else
    append_sentence (body,
                     _ ("Make an appointment with a doctor or physiotherapist, and do not run "
                        "on it until they have looked at it."));
  if (flags & BONE_FLAGS)
    append_sentence (
        body,
        _ ("Pain that comes with weight on the leg, at rest or at night can mean a bone stress "
           "injury of the hip. It is uncommon, but running on it can turn a crack into a break. "
           "Keep weight off the leg as far as you can, do not try it out by hopping, and name "
           "“femoral neck stress fracture” when you ask to be seen: an early X-ray can look "
           "normal."));
  append_sentence (body, _ ("This is no diagnosis; most hip pain is harmless, and these are the "
                            "signs that need someone who can examine you. Once you have been seen, "
                            "mark it in the day’s entry."));
  return g_string_free (body, FALSE);
}

char *
_hip_red_flag_dup_formula (const HipWarning *warning, HipUnits units)
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

/* Days of one side in a row with a score of 6 or more. */
typedef struct
{
  HipSide side;
  guint first_index;
  HipDay first;
  HipDay last; /* HIP_DAY_NONE while there is no streak */
  HipDay fired;
} Streak;

static void
add_streak_figures (HipWarning *warning, HipHistory *history, const Streak *streak, HipDay until)
{
  gint32 worst = 0;
  guint n_days = 0;

  for (guint i = streak->first_index; i < hip_history_get_n_pain_days (history); i++)
    {
      HipPainDay *pain = hip_history_get_pain_day (history, i);

      if (pain->date > until)
        break;
      if (pain->side != streak->side)
        continue;
      worst = MAX (worst, pain->score);
      n_days++;
      _hip_warning_add_entry (warning, pain);
    }
  _hip_warning_add_text (warning, "side",
                         hip_vocabulary_get_word (hip_vocabulary_sides (), streak->side + 1));
  _hip_warning_add_number (warning, "score", HIP_NUMBER_SCORE, worst);
  _hip_warning_add_number (warning, "days_count", HIP_NUMBER_COUNT, n_days);
  _hip_warning_add_number (warning, "since", HIP_NUMBER_DAY, streak->first);
  _hip_warning_add_number (warning, "last_on", HIP_NUMBER_DAY, until);
}

static void
end_streak (HipRuleContext *context, Streak *streak)
{
  HipDay until = context->replay ? streak->fired : streak->last;
  g_autofree char *iso = NULL;
  const char *side;
  HipWarning *warning;

  if (streak->fired == HIP_DAY_NONE)
    return;
  if (context->replay ? streak->fired < context->from
                      : streak->last < context->to - HIP_OPEN_DAYS + 1)
    return;

  iso = hip_day_to_iso (streak->first);
  side = hip_vocabulary_get_word (hip_vocabulary_sides (), streak->side + 1);
  warning =
      _hip_warning_new (HIP_RULE_PAIN_HIGH, HIP_SEVERITY_WARNING, streak->fired,
                        until + HIP_OPEN_DAYS - 1, g_strconcat ("pain/", iso, "/", side, NULL));
  add_streak_figures (warning, context->history, streak, until);
  g_ptr_array_add (context->warnings, warning);
}

static void
extend_streak (HipRuleContext *context, Streak *streak, const HipPainDay *pain, guint index)
{
  gboolean goes_on = streak->last != HIP_DAY_NONE && pain->date == streak->last + 1;

  if (pain->score < PAIN_HIGH_TWICE)
    return;
  if (!goes_on)
    {
      end_streak (context, streak);
      *streak = (Streak) { pain->side, index, pain->date, HIP_DAY_NONE, HIP_DAY_NONE };
    }
  streak->last = pain->date;
  if (streak->fired == HIP_DAY_NONE && (goes_on || pain->score >= PAIN_HIGH_ONCE))
    streak->fired = pain->date;
}

/* Warns of a score of 8, or of 6 on two days running, of one side. A streak is told once, on the
 * day it first meets the test; while it goes on the same warning stays open and keeps its figures
 * up to date, and seven days after a dismissal it is back if the streak still goes on. */
void
_hip_pain_high_collect (HipRuleContext *context)
{
  Streak streaks[HIP_N_SIDES];

  for (guint side = 0; side < HIP_N_SIDES; side++)
    streaks[side] = (Streak) { side, 0, HIP_DAY_NONE, HIP_DAY_NONE, HIP_DAY_NONE };

  for (guint i = 0; i < hip_history_get_n_pain_days (context->history); i++)
    {
      HipPainDay *pain = hip_history_get_pain_day (context->history, i);

      if (pain->date > context->to)
        break;
      extend_streak (context, &streaks[pain->side], pain, i);
    }
  for (guint side = 0; side < HIP_N_SIDES; side++)
    end_streak (context, &streaks[side]);
}

char *
_hip_pain_high_dup_title (const HipWarning *warning, HipUnits units)
{
  gboolean left = g_str_equal (_hip_warning_get_text (warning, "side"), "left");
  int score = _hip_warning_get_value (warning, "score");
  int n_days = _hip_warning_get_value (warning, "days_count");
  g_autofree char *weekday = _hip_rule_dup_weekday (_hip_warning_get_value (warning, "last_on"));

  if (n_days == 1)
    /* Translators: a score and a weekday. */
    return g_strdup_printf (left ? _ ("Left hip: pain of %1$d of 10 on %2$s")
                                 /* Translators: a score and a weekday. */
                                 : _ ("Right hip: pain of %1$d of 10 on %2$s"),
                            score, weekday);
  if (left)
    /* Translators: number of days, highest score. */
    return g_strdup_printf (ngettext ("Left hip: high pain %1$d day in a row, up to %2$d of 10",
                                      "Left hip: high pain %1$d days in a row, up to %2$d of 10",
                                      n_days),
                            n_days, score);
  /* Translators: number of days, highest score. */
  return g_strdup_printf (ngettext ("Right hip: high pain %1$d day in a row, up to %2$d of 10",
                                    "Right hip: high pain %1$d days in a row, up to %2$d of 10",
                                    n_days),
                          n_days, score);
}

char *
_hip_pain_high_dup_body (const HipWarning *warning, HipUnits units)
{
  GString *body = g_string_new (NULL);

  if (_hip_warning_get_value (warning, "score") >= PAIN_HIGH_ONCE)
    append_sentence (body, _ ("Do not run on pain like this, and have it looked at soon."));
  else
    append_sentence (body, _ ("Better not to run on pain like this, and to ask a doctor or "
                              "physiotherapist about it."));
  append_sentence (
      body, _ ("Look through the red flags in the day’s entry, too: any one of them comes first. "
               "Programmes that let people exercise with some pain draw the line at about 5 of 10, "
               "and they were tried for tendons, not for every hip. Where exactly to draw the line "
               "is our choice; no study gives a score."));
  return g_string_free (body, FALSE);
}

char *
_hip_pain_high_dup_formula (const HipWarning *warning, HipUnits units)
{
  int score = _hip_warning_get_value (warning, "score");
  int n_days = _hip_warning_get_value (warning, "days_count");

  if (score >= PAIN_HIGH_ONCE)
    return g_strdup_printf ("%d ≥ %d", score, PAIN_HIGH_ONCE);
  /* Translators: a score, then the number of days in a row. */
  return g_strdup_printf (ngettext ("at least %1$d on %2$d day in a row; 2 are enough",
                                    "at least %1$d on %2$d days in a row; 2 are enough", n_days),
                          PAIN_HIGH_TWICE, n_days);
}
