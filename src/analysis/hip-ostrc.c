// SPDX-License-Identifier: GPL-3.0-or-later
/* The overuse questionnaires of the Oslo Sports Trauma Research Center: Clarsen and others, British
 * Journal of Sports Medicine 2013;47:495 and 2020. Only the arithmetic. */
#include "config.h"

#include "hip-ostrc.h"

#define NO_PARTICIPATION 25

/**
 * hip_ostrc_is_problem:
 * @self: a week's answers
 *
 * Returns: whether participation was affected at all, the gatekeeper of the second version
 */
gint32
hip_ostrc_is_problem (const HipOstrc *self)
{
  g_return_val_if_fail (self != NULL, HIP_UNSET);

  return self->participation == HIP_UNSET ? HIP_UNSET : self->participation != 0;
}

/* A moderate or severe reduction; the first version has a finer scale. */
static gint32
get_moderate (HipOstrcVersion version)
{
  return version == HIP_OSTRC_1 ? 13 : 17;
}

/**
 * hip_ostrc_is_substantial:
 * @self: a week's answers
 * @version: of which questionnaire
 *
 * A problem is substantial when it led to a moderate or severe reduction of training or
 * performance, or to no participation. One such answer is enough, whatever is missing.
 *
 * Returns: whether it is; %HIP_UNSET when there is no problem or too little is answered
 */
gint32
hip_ostrc_is_substantial (const HipOstrc *self, HipOstrcVersion version)
{
  gint32 moderate = get_moderate (version);

  g_return_val_if_fail (self != NULL, HIP_UNSET);

  if (self->participation == 0)
    return HIP_UNSET;
  /* HIP_UNSET is below every answer. */
  if (self->participation == NO_PARTICIPATION || self->modified_training >= moderate
      || self->performance >= moderate)
    return 1;
  if (self->participation == HIP_UNSET || self->modified_training == HIP_UNSET
      || self->performance == HIP_UNSET)
    return HIP_UNSET;
  return 0;
}

/**
 * hip_ostrc_get_severity:
 * @self: a week's answers
 *
 * Returns: their sum, 0 to 100; %HIP_UNSET when one is missing
 */
gint32
hip_ostrc_get_severity (const HipOstrc *self)
{
  g_return_val_if_fail (self != NULL, HIP_UNSET);

  if (self->participation == 0)
    return 0;
  if (self->participation == HIP_UNSET || self->modified_training == HIP_UNSET
      || self->performance == HIP_UNSET || self->pain == HIP_UNSET)
    return HIP_UNSET;
  return self->participation + self->modified_training + self->performance + self->pain;
}

/**
 * hip_ostrc_count_time_loss:
 * @weeks: (array length=n): the weeks of a case
 * @n: how many
 *
 * Returns: in how many of them there was no participation
 */
guint
hip_ostrc_count_time_loss (const HipOstrc *weeks, gsize n)
{
  guint lost = 0;

  for (gsize i = 0; i < n; i++)
    lost += weeks[i].participation == NO_PARTICIPATION;
  return lost;
}
