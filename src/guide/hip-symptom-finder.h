// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-guide.h"
#include "hip-history.h"

G_BEGIN_DECLS

/* How many days of the log tell what hurts now, the day itself included. */
#define HIP_SYMPTOMS_LOG_DAYS 14

/**
 * HipSymptoms:
 *
 * What a runner tells of a hip, in the sets in which a page tells what goes with it. An empty
 * set was not answered, which is never a no.
 */
typedef HipGuideSymptoms HipSymptoms;

/** HipSides: a set of hips, bit s for [enum@Side] s. */
typedef guint HipSides;
#define HIP_SIDES_BOTH ((1u << HIP_N_SIDES) - 1)

/* Whether anything is told of the pain itself. */
gboolean hip_symptoms_is_empty (const HipSymptoms *self);
void hip_symptoms_add (HipSymptoms *self, const HipSymptoms *more);
/* What the log holds for these hips and @on and the 13 days before. */
void hip_symptoms_from_history (HipHistory *history, HipDay on, HipSides sides, HipSymptoms *self);
/* Red flags, also those that the onset tells; signs that a bone may be under stress. */
HipFlags hip_symptoms_get_red_flags (const HipSymptoms *self);
gboolean hip_symptoms_fit_bone_stress (const HipSymptoms *self);

/**
 * HipSymptomMatch:
 * @page: a page worth reading
 * @score: a number for ordering, higher first; it is no likelihood and not to be shown
 * @matched: answers that the page names; on the help page, those for which it is here
 * @against: answers where the page names others only
 *
 * How well a page fits what a runner tells.
 */
typedef struct
{
  HipGuidePage *page;
  int score;
  HipSymptoms matched;
  HipSymptoms against;
} HipSymptomMatch;

/* (transfer full) (element-type HipSymptomMatch): best first; empty when nothing is told. */
GPtrArray *hip_symptom_finder_rank (HipGuide *guide, const HipSymptoms *symptoms);

void hip_symptom_match_free (HipSymptomMatch *self);
/* Why the page is in the list, in sentences, never none; what does not fit, or NULL. */
char **hip_symptom_match_dup_why (const HipSymptomMatch *self);
char *hip_symptom_match_dup_against (const HipSymptomMatch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipSymptomMatch, hip_symptom_match_free)

G_END_DECLS
