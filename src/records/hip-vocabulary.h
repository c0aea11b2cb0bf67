// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The closed vocabularies of the log. 0 is always "not logged".
 * Words are stable and never translated (files, JSON, command line, database);
 * labels are what a person sees. */

typedef enum
{
  HIP_SIDE_LEFT,
  HIP_SIDE_RIGHT,
} HipSide;
#define HIP_N_SIDES 2

typedef enum
{
  HIP_ANSWER_UNKNOWN,
  HIP_ANSWER_YES,
  HIP_ANSWER_NO,
} HipAnswer;

typedef enum
{
  HIP_SURFACE_UNKNOWN,
  HIP_SURFACE_ROAD,
  HIP_SURFACE_CONCRETE,
  HIP_SURFACE_TRAIL,
  HIP_SURFACE_GRASS,
  HIP_SURFACE_TRACK,
  HIP_SURFACE_TREADMILL,
  HIP_SURFACE_SAND,
} HipSurface;

typedef enum
{
  HIP_GROUND_UNKNOWN,
  HIP_GROUND_EVEN,
  HIP_GROUND_UNEVEN,
  HIP_GROUND_CAMBERED,
  HIP_GROUND_ONE_WAY_TRACK,
} HipGround;

typedef enum
{
  HIP_ONSET_UNKNOWN,
  HIP_ONSET_GRADUAL,
  HIP_ONSET_SUDDEN,
  HIP_ONSET_WITH_A_POP,
  HIP_ONSET_AFTER_FALL_OR_TWIST,
} HipOnset;

typedef enum
{
  HIP_CARE_STRENGTH = 1,
  HIP_CARE_STRETCHING,
  HIP_CARE_FOAM_ROLLING,
  HIP_CARE_CROSS_TRAINING,
  HIP_CARE_ICE,
  HIP_CARE_HEAT,
  HIP_CARE_MEDICINE,
  HIP_CARE_MASSAGE,
  HIP_CARE_REST,
} HipCareKind;

/* Sets: bit (n - 1) stands for word n of the vocabulary. */
typedef guint32 HipAreas;
typedef guint32 HipQualities;
typedef guint32 HipTimings;
typedef guint32 HipFlags;

#define HIP_AREA_FRONT        (1u << 0)
#define HIP_AREA_SIDE         (1u << 1)
#define HIP_AREA_BACK         (1u << 2)
#define HIP_AREA_INNER_THIGH  (1u << 3)
#define HIP_AREA_LOWER_BACK   (1u << 4)
#define HIP_AREA_OUTER_KNEE   (1u << 5)
#define HIP_AREA_ILIAC_CREST  (1u << 6)
#define HIP_AREA_TAILBONE     (1u << 7)
#define HIP_AREA_DOWN_THE_LEG (1u << 8)

#define HIP_QUALITY_SHARP       (1u << 0)
#define HIP_QUALITY_DULL_ACHE   (1u << 1)
#define HIP_QUALITY_DEEP_ACHE   (1u << 2)
#define HIP_QUALITY_BURNING     (1u << 3)
#define HIP_QUALITY_THROBBING   (1u << 4)
#define HIP_QUALITY_RADIATING   (1u << 5)
#define HIP_QUALITY_STIFFNESS   (1u << 6)
#define HIP_QUALITY_CLICKING    (1u << 7)
#define HIP_QUALITY_INSTABILITY (1u << 8)

#define HIP_TIMING_DURING_RUN       (1u << 0)
#define HIP_TIMING_AFTER_RUN        (1u << 1)
#define HIP_TIMING_NEXT_MORNING     (1u << 2)
#define HIP_TIMING_AT_REST          (1u << 3)
#define HIP_TIMING_AT_NIGHT         (1u << 4)
#define HIP_TIMING_STAIRS           (1u << 5)
#define HIP_TIMING_SITTING          (1u << 6)
#define HIP_TIMING_SQUATTING_UPHILL (1u << 7)
#define HIP_TIMING_STANDING         (1u << 8)

#define HIP_FLAG_PERSISTENT       (1u << 0)
#define HIP_FLAG_WORSENING        (1u << 1)
#define HIP_FLAG_POP              (1u << 2)
#define HIP_FLAG_LOSS_OF_FUNCTION (1u << 3)
#define HIP_FLAG_DAILY_ACTIVITIES (1u << 4)
#define HIP_FLAG_NUMBNESS         (1u << 5)
#define HIP_FLAG_WEAKNESS         (1u << 6)
#define HIP_FLAG_SWELLING         (1u << 7)
#define HIP_FLAG_NIGHT_PAIN       (1u << 8)
#define HIP_FLAG_REST_PAIN        (1u << 9)
#define HIP_FLAG_WEIGHT_BEARING   (1u << 10)
#define HIP_FLAG_FALL             (1u << 11)
#define HIP_FLAG_BLADDER_BOWEL    (1u << 12)
#define HIP_FLAG_FEVER            (1u << 13)
#define HIP_FLAG_PAINKILLERS      (1u << 14)

/**
 * HipVocabulary:
 *
 * One closed list of words, with a label for people. Values count from 1.
 */
typedef struct _HipVocabulary HipVocabulary;

const HipVocabulary *hip_vocabulary_sides (void); /* value = HipSide + 1 */
const HipVocabulary *hip_vocabulary_answers (void);
const HipVocabulary *hip_vocabulary_surfaces (void);
const HipVocabulary *hip_vocabulary_grounds (void);
const HipVocabulary *hip_vocabulary_onsets (void);
const HipVocabulary *hip_vocabulary_care_kinds (void);
const HipVocabulary *hip_vocabulary_areas (void);
const HipVocabulary *hip_vocabulary_qualities (void);
const HipVocabulary *hip_vocabulary_timings (void);
const HipVocabulary *hip_vocabulary_flags (void);

guint hip_vocabulary_get_n (const HipVocabulary *self);
const char *hip_vocabulary_get_word (const HipVocabulary *self, guint value);
const char *hip_vocabulary_get_label (const HipVocabulary *self, guint value); /* translated */
guint hip_vocabulary_lookup (const HipVocabulary *self, const char *word);     /* 0 = unknown */
char *hip_vocabulary_set_to_words (const HipVocabulary *self, guint32 set);    /* "a;b" */
gboolean hip_vocabulary_set_from_words (const HipVocabulary *self,
                                        const char *words,
                                        guint32 *set,
                                        GError **error);
char *hip_vocabulary_set_to_labels (const HipVocabulary *self, guint32 set); /* "A, B" */

G_END_DECLS
