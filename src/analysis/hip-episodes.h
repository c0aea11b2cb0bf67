// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-rule-private.h"

G_BEGIN_DECLS

/**
 * HipEpisode:
 * @side: the side it is about, where the rule judges sides
 * @first: the first day that met the test
 * @last: the last one so far
 *
 * Days that meet a rule's test, never more than a week apart. An episode is one message: it fires
 * on its first day and stays open, with its figures kept up to date, until a week after its last.
 */
typedef struct
{
  HipSide side;
  HipDay first;
  HipDay last;
} HipEpisode;

/* Whether @day by itself meets the test. */
typedef gboolean (*HipEpisodeTest) (HipRuleContext *context, HipSide side, HipDay day);
/* Adds the warning of an episode, with the figures of its last day. */
typedef void (*HipEpisodeFunc) (HipRuleContext *context, const HipEpisode *episode);

gboolean _hip_episode_find (HipRuleContext *context,
                            HipSide side,
                            HipDay on,
                            HipDay since,
                            HipEpisodeTest test,
                            HipEpisode *episode);
void _hip_episodes_collect (HipRuleContext *context,
                            HipSide side,
                            HipEpisodeTest test,
                            HipEpisodeFunc add);
void
_hip_days_collect (HipRuleContext *context, HipSide side, HipEpisodeTest test, HipEpisodeFunc add);
HipWarning *_hip_episode_new_warning (HipRule rule,
                                      HipSeverity severity,
                                      const HipEpisode *episode,
                                      char *subject);

G_END_DECLS
