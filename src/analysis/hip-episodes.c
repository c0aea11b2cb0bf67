// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-episodes.h"

/* The episode that is open on @on, as it is then. One that began by @since is not followed further
 * back: it began then, or earlier. */
gboolean
_hip_episode_find (HipRuleContext *context,
                   HipSide side,
                   HipDay on,
                   HipDay since,
                   HipEpisodeTest test,
                   HipEpisode *episode)
{
  HipDay last = on;

  while (last > on - HIP_OPEN_DAYS && !test (context, side, last))
    last--;
  if (last == on - HIP_OPEN_DAYS)
    return FALSE;

  *episode = (HipEpisode) { .side = side, .first = last, .last = last };
  for (HipDay day = last - 1; day >= episode->first - HIP_OPEN_DAYS && episode->first > since;
       day--)
    if (test (context, side, day))
      episode->first = day;
  return TRUE;
}

/* Every episode that begins in the days wanted, as it was on its first day. */
static void
replay (HipRuleContext *context, HipSide side, HipEpisodeTest test, HipEpisodeFunc add)
{
  HipDay begin = MAX (context->from, context->first_day);
  HipDay last = HIP_DAY_NONE;

  for (HipDay day = begin - HIP_OPEN_DAYS; day <= context->last_day; day++)
    {
      HipEpisode episode = { .side = side, .first = day, .last = day };

      if (!test (context, side, day))
        continue;
      if ((last == HIP_DAY_NONE || day - last > HIP_OPEN_DAYS) && day >= begin)
        add (context, &episode);
      last = day;
    }
}

void
_hip_episodes_collect (HipRuleContext *context,
                       HipSide side,
                       HipEpisodeTest test,
                       HipEpisodeFunc add)
{
  HipEpisode episode;

  if (context->first_day == HIP_DAY_NONE)
    return;
  if (context->replay)
    replay (context, side, test, add);
  else if (_hip_episode_find (context, side, context->to, HIP_DAY_NONE, test, &episode))
    add (context, &episode);
}

/* For tests in which each day is a message of its own: all that there were, or the latest one that
 * is still open. */
void
_hip_days_collect (HipRuleContext *context, HipSide side, HipEpisodeTest test, HipEpisodeFunc add)
{
  HipDay begin = MAX (context->from, context->first_day);

  if (context->first_day == HIP_DAY_NONE)
    return;
  if (!context->replay)
    begin = MAX (begin, context->to - HIP_OPEN_DAYS + 1);
  for (HipDay day = context->last_day; day >= begin; day--)
    {
      HipEpisode episode = { .side = side, .first = day, .last = day };

      if (!test (context, side, day))
        continue;
      add (context, &episode);
      if (!context->replay)
        break;
    }
}

/* Takes @subject. */
HipWarning *
_hip_episode_new_warning (HipRule rule,
                          HipSeverity severity,
                          const HipEpisode *episode,
                          char *subject)
{
  return _hip_warning_new (rule, severity, episode->first, episode->last + HIP_OPEN_DAYS - 1,
                           subject);
}
