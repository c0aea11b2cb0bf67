// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-findings.h"

#include <math.h>

#include "hip-findings-private.h"
#include "hip-sessions.h"

#define WINDOW_DAYS 365

static void
window_clear (HipFindingWindow *self)
{
  g_clear_pointer (&self->days, hip_day_series_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HipFindingWindow, window_clear)

/* Moves the beginning behind the last gap; a gap has a run on either side. */
static void
window_skip_gap (HipFindingWindow *self)
{
  HipDay next = HIP_DAY_NONE;

  for (guint i = self->end_run; i > 0; i--)
    {
      HipDay date = hip_history_get_run (self->history, i - 1)->date;

      if (next != HIP_DAY_NONE && next - date >= HIP_GAP_DAYS)
        {
          self->from = next;
          self->after_gap = TRUE;
          break;
        }
      if (date < self->from)
        break;
      next = date;
    }
}

static void
window_init (HipFindingWindow *self, HipHistory *history, HipDay on)
{
  HipDay first_day = hip_history_get_first_day (history);

  *self = (HipFindingWindow) { .history = history };
  if (first_day == HIP_DAY_NONE || first_day > on)
    return;
  self->from = MAX (first_day, on - WINDOW_DAYS + 1);
  self->end_run = hip_history_find_run (history, on + 1);
  window_skip_gap (self);
  self->n = on - self->from + 1;
  self->first_run = hip_history_find_run (history, self->from);
  if (self->end_run > 0)
    self->days_off = on - hip_history_get_run (history, self->end_run - 1)->date;
  self->days = hip_day_series_new (history, self->from - HIP_FINDING_LEAD, on);
  self->pain = self->days->pain + HIP_FINDING_LEAD;
}

HipFinding *
_hip_finding_new (HipFindingKind kind)
{
  HipFinding *self = g_new0 (HipFinding, 1);

  self->kind = kind;
  self->rho = self->p = self->low = self->high = self->lags_p = NAN;
  self->lightest_m = self->heaviest_m = self->mean_with = self->mean_without = NAN;
  for (guint i = 0; i < HIP_FINDING_N_LAGS; i++)
    self->lags[i] = NAN;
  return self;
}

/**
 * hip_finding_free:
 * @self: (transfer full): a finding
 */
void
hip_finding_free (HipFinding *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->subject);
  g_free (self);
}

/* FALSE, and the reason in @self, when there is less than is needed. */
gboolean
_hip_finding_has_enough (HipFinding *self, guint have, guint need, HipFindingReason reason)
{
  if (have >= need)
    return TRUE;
  self->reason = reason;
  self->have = have;
  self->need = need;
  return FALSE;
}

/**
 * hip_findings_compute:
 * @history: the log
 * @on: the day; nothing after it is looked at
 *
 * Looks in the last year of the log, or in what there is of it since the last long break, for a
 * link between load and pain and for differences between shoes, surfaces, and runs with and without
 * a warm-up. Each kind is tested by rotations, which keep that pain carries over from day to day:
 * where there is nothing to be found it speaks in one log of twenty.
 *
 * Returns: (transfer full) (element-type HipFinding): kind after kind, at least one of each
 */
GPtrArray *
hip_findings_compute (HipHistory *history, HipDay on)
{
  g_autoptr(GPtrArray) findings = NULL;
  g_auto (HipFindingWindow) window = { 0 };

  g_return_val_if_fail (history != NULL, NULL);

  findings = g_ptr_array_new_with_free_func ((GDestroyNotify) hip_finding_free);
  window_init (&window, history, on);
  g_ptr_array_add (findings, _hip_load_pain_link_compute (&window));
  _hip_pain_contrasts_compute (&window, HIP_FINDING_PAIN_BY_SHOE, findings);
  _hip_pain_contrasts_compute (&window, HIP_FINDING_PAIN_BY_SURFACE, findings);
  _hip_pain_contrasts_compute (&window, HIP_FINDING_PAIN_BY_WARM_UP, findings);
  return g_steal_pointer (&findings);
}
