// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-pain-edit.h"

#include <glib/gi18n.h>

static void
put_score (HipChange *change, HipHistory *history, HipDay day, HipSide side, int score)
{
  HipPainDay *before = hip_history_lookup_pain (history, day, side);
  g_autoptr (HipPainDay) after = before ? hip_record_copy (before) : hip_pain_day_new ();

  after->date = day;
  after->side = side;
  after->score = score;
  if (before != NULL)
    hip_change_update (change, before, after);
  else
    hip_change_insert (change, after);
}

/**
 * hip_pain_edit_score:
 * @score: 0 to 10
 *
 * Scores one hip on one day and keeps the day's other details.
 *
 * Returns: (transfer full): the change
 */
HipChange *
hip_pain_edit_score (HipHistory *history, HipDay day, HipSide side, int score)
{
  g_autofree char *label = NULL;
  HipChange *change;

  g_return_val_if_fail (history != NULL, NULL);

  label = g_strdup_printf (
      /* Translators: a score from 0 to 10; said when it is saved. */
      side == HIP_SIDE_LEFT ? _ ("Left hip scored %d") : _ ("Right hip scored %d"), score);
  change = hip_change_new (label);
  put_score (change, history, day, side, score);
  return change;
}

/**
 * hip_pain_edit_copy_scores:
 * @from: the day whose scores to take
 * @to: the day to score
 *
 * Details such as red flags are not copied: they have to be answered anew.
 *
 * Returns: (transfer full) (nullable): the change; %NULL when there is nothing to copy
 */
HipChange *
hip_pain_edit_copy_scores (HipHistory *history, HipDay from, HipDay to)
{
  g_autoptr (HipChange) change = hip_change_new (_ ("Hips scored as the day before"));

  g_return_val_if_fail (history != NULL, NULL);

  for (int side = 0; side < HIP_N_SIDES; side++)
    {
      HipPainDay *pain = hip_history_lookup_pain (history, from, side);

      if (pain != NULL && hip_history_lookup_pain (history, to, side) == NULL)
        put_score (change, history, to, side, pain->score);
    }
  return hip_change_get_n (change) > 0 ? g_steal_pointer (&change) : NULL;
}
