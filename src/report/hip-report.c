// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-report.h"

#include <math.h>

/* A choice of ours: half of the two points that matter to people in one score (Farrar et al., Pain
 * 2001), as a mean of four weeks is steadier than one score. */
#define TREND_POINTS 1.0

G_DEFINE_BOXED_TYPE (HipReport, hip_report, hip_report_ref, hip_report_unref)

/* --- the parts --- */

static void
warnings_free (HipReportWarnings *self)
{
  hip_warning_unref (self->latest);
  g_free (self);
}

static void
shoe_free (HipReportShoe *self)
{
  hip_record_unref (self->shoe);
  g_free (self);
}

static void
note_free (HipReportNote *self)
{
  g_free (self->text);
  g_free (self);
}

static void
report_clear (HipReport *self)
{
  g_free (self->name);
  g_ptr_array_unref (self->flags);
  g_ptr_array_unref (self->screenings);
  g_ptr_array_unref (self->warnings);
  g_ptr_array_unref (self->raised);
  g_ptr_array_unref (self->shoes);
  g_ptr_array_unref (self->care);
  g_ptr_array_unref (self->notes);
  hip_history_unref (self->history);
  hip_day_series_free (self->days);
  hip_week_series_free (self->weeks);
}

static gboolean
is_within (const HipReport *self, HipDay day)
{
  return day >= self->from && day <= self->to;
}

/* --- running --- */

static void
count_runs (HipReport *self, HipHistory *history)
{
  HipReportLoad *load = &self->load;

  load->longest_on = HIP_DAY_NONE;
  for (guint i = hip_history_find_run (history, self->from); i < hip_history_get_n_runs (history);
       i++)
    {
      const HipRun *run = hip_history_get_run (history, i);

      if (run->date > self->to)
        break;
      load->n_runs++;
      load->total_m += run->distance_m;
      if (run->distance_m >= load->longest_m)
        {
          load->longest_m = run->distance_m;
          load->longest_on = run->date;
        }
    }
}

/* NaN when one of the days is not recorded: nobody knows what was run in it. */
static double
sum_distance (const HipDaySeries *days, HipDay from, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += days->distance_m[from - days->from + (HipDay) i];

  return sum;
}

/* The last 28 days against the 28 before them, which need not lie in the period. */
static void
compare_load (HipReport *self, const HipDaySeries *trend)
{
  HipReportLoad *load = &self->load;
  double change;

  load->before_m = sum_distance (trend, trend->from, HIP_REPORT_TREND_DAYS);
  load->recent_m = sum_distance (trend, trend->from + HIP_REPORT_TREND_DAYS, HIP_REPORT_TREND_DAYS);
  load->change_percent = HIP_UNSET;
  change = 100 * (load->recent_m / load->before_m - 1);
  if (load->before_m > 0 && !isnan (change))
    load->change_percent = (int) CLAMP (lround (change), -100, 100000);
}

static void
count_days (HipReport *self)
{
  for (guint i = 0; i < self->n_days; i++)
    {
      self->n_recorded += self->days->recorded[i];
      self->n_scored += !isnan (self->days->pain[i]);
      self->load.n_run_days += self->days->runs[i] > 0;
    }
  self->load.week_mean_m = self->n_recorded >= HIP_WEEK_DAYS
                               ? (double) self->load.total_m * HIP_WEEK_DAYS / self->n_recorded
                               : NAN;
}

/* --- pain --- */

static void
summarize_side (HipReportPain *pain, const HipDaySeries *days, const double *scores)
{
  double sum = 0;

  pain->worst = HIP_UNSET;
  pain->worst_on = HIP_DAY_NONE;
  for (guint i = 0; i < days->n; i++)
    {
      if (isnan (scores[i]))
        continue;
      pain->n_scores++;
      sum += scores[i];
      pain->n_sore += scores[i] >= HIP_REPORT_SORE;
      if (scores[i] >= pain->worst)
        {
          pain->worst = (gint32) scores[i];
          pain->worst_on = days->from + (HipDay) i;
        }
    }
  pain->mean = pain->n_scores > 0 ? sum / pain->n_scores : NAN;
}

static double
mean_score (const double *scores, guint n, guint *n_scores)
{
  double sum = 0;

  *n_scores = 0;
  for (guint i = 0; i < n; i++)
    if (!isnan (scores[i]))
      {
        sum += scores[i];
        ++*n_scores;
      }

  return *n_scores > 0 ? sum / *n_scores : NAN;
}

/* Two means in words, and only where both stand on enough scores. */
static void
compare_side (HipReportPain *pain, const double *scores)
{
  double difference;

  pain->before = mean_score (scores, HIP_REPORT_TREND_DAYS, &pain->n_before);
  pain->recent =
      mean_score (scores + HIP_REPORT_TREND_DAYS, HIP_REPORT_TREND_DAYS, &pain->n_recent);
  difference = pain->recent - pain->before;
  if (pain->n_before < HIP_REPORT_TREND_MIN || pain->n_recent < HIP_REPORT_TREND_MIN)
    pain->trend = HIP_REPORT_TREND_UNKNOWN;
  else if (difference >= TREND_POINTS)
    pain->trend = HIP_REPORT_TREND_HIGHER;
  else if (difference <= -TREND_POINTS)
    pain->trend = HIP_REPORT_TREND_LOWER;
  else
    pain->trend = HIP_REPORT_TREND_SAME;
}

static void
count_words (HipReportWords *words, guint32 set, HipSide side, gboolean new_day)
{
  for (guint i = 0; i < HIP_REPORT_MAX_WORDS; i++)
    words->days[i][side] += (set >> i) & 1;
  words->n_days += set != 0 && new_day;
}

/* A day counts once, whichever sides have the words; entries of a day follow each other. */
static void
count_symptoms (HipReport *self, const HipPainDay *pain, const HipPainDay *previous)
{
  gboolean same = previous != NULL && previous->date == pain->date;
  guint32 onset = pain->onset != HIP_ONSET_UNKNOWN ? 1u << (pain->onset - 1) : 0;

  count_words (&self->areas, pain->areas, pain->side, !same || previous->areas == 0);
  count_words (&self->qualities, pain->qualities, pain->side, !same || previous->qualities == 0);
  count_words (&self->timings, pain->timings, pain->side, !same || previous->timings == 0);
  count_words (&self->onsets, onset, pain->side, !same || previous->onset == HIP_ONSET_UNKNOWN);
}

/* --- red flags --- */

static HipReportFlag *
ensure_flag (HipReport *self, HipFlags flag)
{
  HipReportFlag *new_flag;

  for (guint i = 0; i < self->flags->len; i++)
    {
      HipReportFlag *known = g_ptr_array_index (self->flags, i);

      if (known->flag == flag)
        return known;
    }
  new_flag = g_new0 (HipReportFlag, 1);
  new_flag->flag = flag;
  new_flag->last = HIP_DAY_NONE;
  new_flag->seen = TRUE;
  g_ptr_array_add (self->flags, new_flag);

  return new_flag;
}

static void
add_flags (HipReport *self, HipFlags flags, HipDay day, gboolean seen)
{
  for (guint i = 0; i < hip_vocabulary_get_n (hip_vocabulary_flags ()); i++)
    if (flags & (1u << i))
      {
        HipReportFlag *flag = ensure_flag (self, 1u << i);

        flag->n_days += day != flag->last;
        flag->last = day;
        flag->seen = flag->seen && seen;
      }
}

static int
compare_flags (gconstpointer a, gconstpointer b)
{
  const HipReportFlag *first = a;
  const HipReportFlag *second = b;

  if (first->last != second->last)
    return second->last - first->last;

  return (first->flag > second->flag) - (first->flag < second->flag);
}

/* Days of both kinds in their order, so that a day with a tick and an answer counts once. */
static void
collect_flags (HipReport *self, HipHistory *history)
{
  guint n_pain = hip_history_get_n_pain_days (history);
  guint n_screenings = hip_history_get_n_screenings (history);
  guint i = hip_history_find_pain_day (history, self->from);
  guint j = hip_history_find_screening (history, self->from);

  for (;;)
    {
      const HipPainDay *pain = i < n_pain ? hip_history_get_pain_day (history, i) : NULL;
      HipScreening *screening = j < n_screenings ? hip_history_get_screening (history, j) : NULL;

      pain = pain != NULL && pain->date <= self->to ? pain : NULL;
      screening = screening != NULL && screening->date <= self->to ? screening : NULL;
      if (pain == NULL && screening == NULL)
        break;
      if (screening == NULL || (pain != NULL && pain->date <= screening->date))
        {
          add_flags (self, pain->flags, pain->date, pain->seen);
          i++;
        }
      else
        {
          add_flags (self, screening->yes, screening->date, screening->seen);
          g_ptr_array_insert (self->screenings, 0, hip_record_ref (screening));
          j++;
        }
    }
  g_ptr_array_sort_values (self->flags, compare_flags);
}

/* --- what was written --- */

static void
add_note (HipReport *self, HipDay day, HipReportNoteKind kind, const char *text)
{
  HipReportNote *note;

  if (text == NULL || *text == '\0')
    return;
  note = g_new0 (HipReportNote, 1);
  note->day = day;
  note->kind = kind;
  note->text = g_strstrip (g_strdup (text));
  if (*note->text != '\0')
    g_ptr_array_add (self->notes, note);
  else
    note_free (note);
}

/* What is written about exercises is mostly the same again: it comes after all else. */
static int
compare_notes (gconstpointer a, gconstpointer b)
{
  const HipReportNote *first = a;
  const HipReportNote *second = b;
  gboolean first_is_care = first->kind == HIP_REPORT_NOTE_CARE;
  gboolean second_is_care = second->kind == HIP_REPORT_NOTE_CARE;

  if (first_is_care != second_is_care)
    return first_is_care - second_is_care;

  return first->day != second->day ? second->day - first->day
                                   : (int) first->kind - (int) second->kind;
}

static void
collect_pain (HipReport *self, HipHistory *history)
{
  const HipPainDay *previous = NULL;

  for (guint i = hip_history_find_pain_day (history, self->from);
       i < hip_history_get_n_pain_days (history); i++)
    {
      const HipPainDay *pain = hip_history_get_pain_day (history, i);

      if (!is_within (self, pain->date))
        break;
      count_symptoms (self, pain, previous);
      add_note (self, pain->date,
                pain->side == HIP_SIDE_LEFT ? HIP_REPORT_NOTE_LEFT : HIP_REPORT_NOTE_RIGHT,
                pain->note);
      previous = pain;
    }
}

static void
collect_run_notes (HipReport *self, HipHistory *history)
{
  for (guint i = hip_history_find_run (history, self->from); i < hip_history_get_n_runs (history);
       i++)
    {
      const HipRun *run = hip_history_get_run (history, i);

      if (!is_within (self, run->date))
        break;
      add_note (self, run->date, HIP_REPORT_NOTE_RUN, run->note);
    }
}

/* --- care --- */

static int
compare_care (gconstpointer a, gconstpointer b)
{
  const HipReportCare *first = a;
  const HipReportCare *second = b;

  return first->n_days != second->n_days ? (int) second->n_days - (int) first->n_days
                                         : (int) first->kind - (int) second->kind;
}

static void
collect_care (HipReport *self, HipHistory *history)
{
  guint n_kinds = hip_vocabulary_get_n (hip_vocabulary_care_kinds ());
  g_autofree HipReportCare *kinds = g_new0 (HipReportCare, n_kinds + 1);
  g_autofree HipDay *last = g_new (HipDay, n_kinds + 1);

  for (guint kind = 0; kind <= n_kinds; kind++)
    last[kind] = HIP_DAY_NONE;
  for (guint i = hip_history_find_care (history, self->from); i < hip_history_get_n_care (history);
       i++)
    {
      const HipCareEntry *care = hip_history_get_care (history, i);

      if (!is_within (self, care->date))
        break;
      kinds[care->kind].n_days += last[care->kind] != care->date;
      last[care->kind] = care->date;
      if (care->minutes != HIP_UNSET)
        kinds[care->kind].minutes += care->minutes;
      add_note (self, care->date, HIP_REPORT_NOTE_CARE, care->note);
    }
  for (guint kind = 1; kind <= n_kinds; kind++)
    if (kinds[kind].n_days > 0)
      {
        kinds[kind].kind = (HipCareKind) kind;
        g_ptr_array_add (self->care, g_memdup2 (&kinds[kind], sizeof *kinds));
      }
  g_ptr_array_sort_values (self->care, compare_care);
}

/* --- shoes --- */

static int
compare_shoes (gconstpointer a, gconstpointer b)
{
  const HipReportShoe *first = a;
  const HipReportShoe *second = b;

  if (first->period_m != second->period_m)
    return second->period_m > first->period_m ? 1 : -1;

  return g_utf8_collate (first->shoe->name, second->shoe->name);
}

static void
collect_shoes (HipReport *self, HipHistory *history)
{
  for (guint i = 0; i < hip_history_get_n_shoes (history); i++)
    {
      HipShoe *shoe = hip_history_get_shoe (history, i);
      HipReportShoe *entry;

      if (shoe->retired != HIP_DAY_NONE && shoe->retired <= self->to)
        continue;
      entry = g_new0 (HipReportShoe, 1);
      entry->shoe = hip_record_ref (shoe);
      entry->total_m = hip_history_get_shoe_distance (history, shoe->rec.id, self->to);
      entry->period_m =
          entry->total_m - hip_history_get_shoe_distance (history, shoe->rec.id, self->from - 1);
      g_ptr_array_add (self->shoes, entry);
    }
  g_ptr_array_sort_values (self->shoes, compare_shoes);
}

/* --- warnings --- */

static int
compare_warnings (gconstpointer a, gconstpointer b)
{
  const HipReportWarnings *first = a;
  const HipReportWarnings *second = b;

  if (first->severity != second->severity)
    return (int) second->severity - (int) first->severity;

  return (int) hip_warning_get_rule (first->latest) - (int) hip_warning_get_rule (second->latest);
}

static void
collect_warnings (HipReport *self, HipHistory *history)
{
  HipReportWarnings *kinds[HIP_N_RULES] = { NULL };

  self->raised = hip_rules_replay (history, &self->limits, self->from, self->to);
  for (guint i = 0; i < self->raised->len; i++)
    {
      HipWarning *warning = g_ptr_array_index (self->raised, i);
      HipReportWarnings **kind = &kinds[hip_warning_get_rule (warning)];

      if (*kind == NULL)
        {
          *kind = g_new0 (HipReportWarnings, 1);
          g_ptr_array_add (self->warnings, *kind);
        }
      g_clear_pointer (&(*kind)->latest, hip_warning_unref);
      (*kind)->latest = hip_warning_ref (warning);
      (*kind)->severity = MAX ((*kind)->severity, hip_warning_get_severity (warning));
      (*kind)->n++;
    }
  g_ptr_array_sort_values (self->warnings, compare_warnings);
}

/* --- all together --- */

static void
compute (HipReport *self, HipHistory *history)
{
  HipDay trend_from = self->to - 2 * HIP_REPORT_TREND_DAYS + 1;
  g_autoptr (HipDaySeries) trend = hip_day_series_new (history, trend_from, self->to);

  self->days = hip_day_series_new (history, self->from, self->to);
  self->weeks = hip_week_series_new (history, &self->limits, self->from, self->to);
  count_runs (self, history);
  count_days (self);
  compare_load (self, trend);
  summarize_side (&self->pain[HIP_SIDE_LEFT], self->days, self->days->pain_left);
  summarize_side (&self->pain[HIP_SIDE_RIGHT], self->days, self->days->pain_right);
  compare_side (&self->pain[HIP_SIDE_LEFT], trend->pain_left);
  compare_side (&self->pain[HIP_SIDE_RIGHT], trend->pain_right);
  collect_flags (self, history);
  collect_pain (self, history);
  collect_run_notes (self, history);
  collect_care (self, history);
  g_ptr_array_sort_values (self->notes, compare_notes);
  collect_shoes (self, history);
  collect_warnings (self, history);
}

static void
set_period (HipReport *self, HipHistory *history, HipDay from, HipDay to)
{
  HipDay first = hip_history_get_first_day (history);

  self->to = to == HIP_DAY_NONE ? self->today : MIN (to, self->today);
  self->from = from;
  if (from == HIP_DAY_NONE)
    {
      self->from = self->to - HIP_REPORT_WEEKS * HIP_WEEK_DAYS + 1;
      if (first != HIP_DAY_NONE)
        self->from = MAX (self->from, first);
    }
  self->from = MIN (self->from, self->to);
  self->n_days = (guint) (self->to - self->from) + 1;
}

/**
 * hip_report_new:
 * @history: the log
 * @limits: what the runner has set
 * @from: the first day; %HIP_DAY_NONE for twelve weeks, or the whole log where it is shorter
 * @to: the last day, or %HIP_DAY_NONE for @today; a later one than that is taken for it
 * @today: the day it is made on
 * @name: (nullable): whose it is
 *
 * Computes the report of a period; entries outside of it are not counted, except in the 28 days
 * before the last 28, which a trend is held against. Twelve weeks are three times what a trend
 * looks at, and as long as a course of physiotherapy commonly lasts.
 *
 * Returns: (transfer full): the report
 */
HipReport *
hip_report_new (HipHistory *history,
                const HipLimits *limits,
                HipDay from,
                HipDay to,
                HipDay today,
                const char *name)
{
  HipReport *self;
  g_autofree char *stripped = NULL;

  g_return_val_if_fail (history != NULL && limits != NULL, NULL);
  g_return_val_if_fail (today != HIP_DAY_NONE, NULL);

  self = g_atomic_rc_box_new0 (HipReport);
  stripped = g_strstrip (g_strdup (name != NULL ? name : ""));
  self->name = *stripped != '\0' ? g_steal_pointer (&stripped) : NULL;
  self->today = today;
  self->limits = *limits;
  self->history = hip_history_ref (history);
  self->flags = g_ptr_array_new_with_free_func (g_free);
  self->screenings = g_ptr_array_new_with_free_func (hip_record_unref);
  self->warnings = g_ptr_array_new_with_free_func ((GDestroyNotify) warnings_free);
  self->shoes = g_ptr_array_new_with_free_func ((GDestroyNotify) shoe_free);
  self->care = g_ptr_array_new_with_free_func (g_free);
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) note_free);
  set_period (self, history, from, to);
  compute (self, history);

  return self;
}

/**
 * hip_report_ref:
 * @self: a report
 *
 * Returns: (transfer full): it
 */
HipReport *
hip_report_ref (HipReport *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * hip_report_unref:
 * @self: (transfer full): a report
 */
void
hip_report_unref (HipReport *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) report_clear);
}
