// SPDX-License-Identifier: GPL-3.0-or-later
/* Whether the day after runs with one thing hurts more than the day after runs without it. */
#include "config.h"

#include <math.h>

#include "hip-correlation.h"
#include "hip-findings-private.h"

/* Of our own making. */
#define MIN_DAYS_A_SIDE 8

/* Scores of the day after, twice over, so that a rotation needs no wrapping around. */
typedef struct
{
  guint n;
  gint32 *known; /* (owned): all bits or none */
  gint32 *score; /* (owned): 0 where none is known */
} NextDay;

/* The days of one thing, as masks for the scores. */
typedef struct
{
  HipFinding *finding; /* (owned) */
  gint32 *with;        /* (owned) */
  gint32 *without;     /* (owned): runs of which it is known that they were not with it */
} Contrast;

/* All things of one kind. */
typedef struct
{
  const HipFindingWindow *window;
  HipFindingKind kind;
  NextDay next;
  GArray *large; /* (owned) (element-type Contrast): with enough days on both sides */
  GArray *small; /* (owned) (element-type Contrast): with too few */
} Contrasts;

/* Sums over the days with, and without. */
typedef struct
{
  gint32 n[2];
  gint32 sum[2];
  gint32 squares;
} Tally;

static void
next_day_clear (NextDay *self)
{
  g_free (self->known);
  g_free (self->score);
}

static void
next_day_init (NextDay *self, const HipFindingWindow *window)
{
  *self = (NextDay) { .n = window->n };
  self->known = g_new0 (gint32, 2 * window->n);
  self->score = g_new0 (gint32, 2 * window->n);
  for (guint i = 0; i + 1 < window->n; i++)
    {
      if (isnan (window->pain[i + 1]))
        continue;
      self->known[i] = self->known[window->n + i] = -1;
      self->score[i] = self->score[window->n + i] = (gint32) window->pain[i + 1];
    }
}

static void
contrast_clear (gpointer data)
{
  Contrast *self = data;

  g_clear_pointer (&self->finding, hip_finding_free);
  g_free (self->with);
  g_free (self->without);
}

/* What a run was with; 0 when that was not logged. */
static gint64
get_label (const HipRun *run, HipFindingKind kind)
{
  switch (kind)
    {
    case HIP_FINDING_PAIN_BY_SHOE:
      return run->shoe_id;
    case HIP_FINDING_PAIN_BY_SURFACE:
      return run->surface;
    case HIP_FINDING_PAIN_BY_WARM_UP:
      return run->warm_up;
    case HIP_FINDING_LOAD_PAIN_LINK:
    default:
      g_return_val_if_reached (0);
    }
}

/* A day is with the thing when any of its runs was, and without when none was for certain. */
static void
mark_days (Contrast *self, const HipFindingWindow *window, gint64 label)
{
  guint i = window->first_run;

  while (i < window->end_run)
    {
      HipDay date = hip_history_get_run (window->history, i)->date;
      gboolean with = FALSE, unknown = FALSE;

      for (; i < window->end_run; i++)
        {
          HipRun *run = hip_history_get_run (window->history, i);
          gint64 found = get_label (run, self->finding->kind);

          if (run->date != date)
            break;
          with |= found == label;
          unknown |= found == 0;
        }
      self->with[date - window->from] = with ? -1 : 0;
      self->without[date - window->from] = !with && !unknown ? -1 : 0;
    }
}

/* The innermost loop: plain enough to be done for several days at once. */
static void
tally (const Contrast *self, const NextDay *next, guint shift, Tally *result)
{
  const gint32 *known = next->known + shift;
  const gint32 *score = next->score + shift;
  gint32 n_with = 0, n_without = 0, with = 0, without = 0, squares = 0;

  for (guint i = 0; i < next->n; i++)
    {
      gint32 a = score[i] & self->with[i];
      gint32 b = score[i] & self->without[i];

      n_with -= known[i] & self->with[i];
      n_without -= known[i] & self->without[i];
      with += a;
      without += b;
      squares += a * a + b * b;
    }
  *result = (Tally) { { n_with, n_without }, { with, without }, squares };
}

static gboolean
is_spread (const Tally *tally)
{
  gint64 n = tally->n[0] + tally->n[1];
  gint64 sum = tally->sum[0] + tally->sum[1];

  return n * tally->squares > sum * sum;
}

/* The difference of the means in standard errors; NaN when one side is empty. */
static double
standardize (const Tally *tally)
{
  double n = tally->n[0] + tally->n[1];
  double mean = (tally->sum[0] + tally->sum[1]) / n;
  double difference;

  if (tally->n[0] == 0 || tally->n[1] == 0)
    return NAN;
  if (!is_spread (tally))
    return 0;
  difference = (double) tally->sum[0] / tally->n[0] - (double) tally->sum[1] / tally->n[1];
  return difference
         / sqrt ((tally->squares / n - mean * mean) * (1.0 / tally->n[0] + 1.0 / tally->n[1]));
}

/* Adds what there is of one thing. */
static void
add_contrast (Contrasts *self, gint64 label, const char *subject)
{
  Contrast contrast = { .finding = _hip_finding_new (self->kind) };
  HipFinding *finding = contrast.finding;
  Tally sums;

  contrast.with = g_new0 (gint32, self->window->n);
  contrast.without = g_new0 (gint32, self->window->n);
  mark_days (&contrast, self->window, label);
  tally (&contrast, &self->next, 0, &sums);
  finding->subject = g_strdup (subject);
  finding->n_with = sums.n[0];
  finding->n_without = sums.n[1];
  finding->n = finding->n_with + finding->n_without;
  if (!_hip_finding_has_enough (finding, MIN (finding->n_with, finding->n_without), MIN_DAYS_A_SIDE,
                                HIP_FINDING_NOT_ENOUGH_DAYS_A_SIDE))
    {
      g_array_append_val (self->small, contrast);
      return;
    }
  finding->mean_with = (double) sums.sum[0] / sums.n[0];
  finding->mean_without = (double) sums.sum[1] / sums.n[1];
  finding->reason = is_spread (&sums) ? HIP_FINDING_NO_CLEAR_DIFFERENCE : HIP_FINDING_SCORES_ALIKE;
  g_array_append_val (self->large, contrast);
}

static void
add_contrasts (Contrasts *self)
{
  const HipVocabulary *surfaces = hip_vocabulary_surfaces ();

  switch (self->kind)
    {
    case HIP_FINDING_PAIN_BY_SHOE:
      for (guint i = 0; i < hip_history_get_n_shoes (self->window->history); i++)
        {
          HipShoe *shoe = hip_history_get_shoe (self->window->history, i);

          add_contrast (self, shoe->rec.id, shoe->name);
        }
      break;
    case HIP_FINDING_PAIN_BY_SURFACE:
      for (guint i = 1; i <= hip_vocabulary_get_n (surfaces); i++)
        add_contrast (self, i, hip_vocabulary_get_word (surfaces, i));
      break;
    case HIP_FINDING_PAIN_BY_WARM_UP:
      add_contrast (self, HIP_ANSWER_YES, NULL);
      break;
    case HIP_FINDING_LOAD_PAIN_LINK:
    default:
      g_assert_not_reached ();
    }
}

/* The largest difference when the scores are rotated by @shift days. */
static double
find_largest (const Contrasts *self, guint shift)
{
  double largest = NAN;

  for (guint i = 0; i < self->large->len; i++)
    {
      Tally sums;

      tally (&g_array_index (self->large, Contrast, i), &self->next, shift, &sums);
      /* fmax() prefers a number to NaN. */
      largest = fmax (largest, fabs (standardize (&sums)));
    }
  return largest;
}

/* All of one kind are tested together, by the largest difference of each rotation: of many pairs of
 * shoes one is bound to look bad. */
static void
test_contrasts (Contrasts *self)
{
  guint n = self->next.n;
  g_autofree double *largest = g_new (double, n);

  for (guint s = 0; s < n && self->large->len > 0; s++)
    largest[s] = find_largest (self, s);
  for (guint i = 0; i < self->large->len; i++)
    {
      const Contrast *contrast = &g_array_index (self->large, Contrast, i);
      HipFinding *finding = contrast->finding;
      Tally sums;

      if (finding->reason == HIP_FINDING_SCORES_ALIKE)
        continue;
      tally (contrast, &self->next, 0, &sums);
      finding->p = hip_rotation_p (standardize (&sums), largest, n);
      finding->speaks = finding->p <= HIP_FINDING_MAX_P;
      if (finding->speaks)
        finding->reason = HIP_FINDING_SPEAKS;
    }
}

/* What speaks for a kind that has nothing to compare: the thing that comes nearest to it. */
static HipFinding *
take_nearest (Contrasts *self)
{
  Contrast *nearest = NULL;
  HipFinding *none;

  for (guint i = 0; i < self->small->len; i++)
    {
      Contrast *contrast = &g_array_index (self->small, Contrast, i);
      const HipFinding *finding = contrast->finding;

      if (finding->n_with > 0
          && (nearest == NULL || finding->have > nearest->finding->have
              || (finding->have == nearest->finding->have && finding->n > nearest->finding->n)))
        nearest = contrast;
    }
  if (nearest != NULL)
    return g_steal_pointer (&nearest->finding);
  none = _hip_finding_new (self->kind);
  _hip_finding_has_enough (none, 0, MIN_DAYS_A_SIDE, HIP_FINDING_NOT_ENOUGH_DAYS_A_SIDE);
  return none;
}

static void
contrasts_clear (Contrasts *self)
{
  next_day_clear (&self->next);
  g_array_unref (self->large);
  g_array_unref (self->small);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Contrasts, contrasts_clear)

static void
contrasts_init (Contrasts *self, const HipFindingWindow *window, HipFindingKind kind)
{
  *self = (Contrasts) { .window = window, .kind = kind };
  next_day_init (&self->next, window);
  self->large = g_array_new (FALSE, FALSE, sizeof (Contrast));
  self->small = g_array_new (FALSE, FALSE, sizeof (Contrast));
  g_array_set_clear_func (self->large, contrast_clear);
  g_array_set_clear_func (self->small, contrast_clear);
}

/* Adds one finding for each thing with enough days on both sides, or one that says that there is
 * none. A run of which the thing was not logged is on neither side. */
void
_hip_pain_contrasts_compute (const HipFindingWindow *window,
                             HipFindingKind kind,
                             GPtrArray *findings)
{
  g_auto (Contrasts) contrasts;

  contrasts_init (&contrasts, window, kind);
  add_contrasts (&contrasts);
  test_contrasts (&contrasts);
  for (guint i = 0; i < contrasts.large->len; i++)
    {
      Contrast *contrast = &g_array_index (contrasts.large, Contrast, i);

      g_ptr_array_add (findings, g_steal_pointer (&contrast->finding));
    }
  if (contrasts.large->len == 0)
    g_ptr_array_add (findings, take_nearest (&contrasts));
}
