// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib-object.h>

#include "hip-vocabulary.h"

G_BEGIN_DECLS

/* What a link to a page looks like in markup: "hiplog:get-help". */
#define HIP_GUIDE_SCHEME "hiplog:"

typedef enum
{
  HIP_GUIDE_KIND_CONDITION,   /* something the hip may have */
  HIP_GUIDE_KIND_CONTRIBUTOR, /* a habit or thing that adds to it */
  HIP_GUIDE_KIND_PREVENTION,
  HIP_GUIDE_KIND_RELIEF,
  HIP_GUIDE_KIND_HELP,
} HipGuideKind;
#define HIP_GUIDE_N_KINDS 5

typedef enum
{
  HIP_GUIDE_SECTION_FEELS,    /* how it feels */
  HIP_GUIDE_SECTION_WORSE,    /* what makes it worse */
  HIP_GUIDE_SECTION_WHY,      /* why it happens, why it helps */
  HIP_GUIDE_SECTION_LOG,      /* what the log can show of it */
  HIP_GUIDE_SECTION_HELPS,    /* what helps, what to do */
  HIP_GUIDE_SECTION_EVIDENCE, /* what is custom and what was studied */
  HIP_GUIDE_SECTION_HELP,     /* when to have it looked at */
} HipGuideSectionKind;
#define HIP_GUIDE_N_SECTION_KINDS 7

typedef enum
{
  HIP_GUIDE_SPAN_TEXT,
  HIP_GUIDE_SPAN_EMPHASIS,
  HIP_GUIDE_SPAN_STRONG,
  HIP_GUIDE_SPAN_LINK,
} HipGuideSpanKind;

typedef enum
{
  HIP_GUIDE_BLOCK_PARAGRAPH, /* one item */
  HIP_GUIDE_BLOCK_LIST,      /* an item a bullet */
  HIP_GUIDE_BLOCK_STEP,      /* title, dose; an item a paragraph */
  HIP_GUIDE_BLOCK_CALLOUT,   /* an item a paragraph */
  HIP_GUIDE_BLOCK_RED_FLAGS, /* title, urgency; an item a sign, with its flags */
} HipGuideBlockKind;

typedef enum
{
  HIP_GUIDE_CALLOUT_NOTE,
  HIP_GUIDE_CALLOUT_EDUCATION, /* "not a diagnosis" */
  HIP_GUIDE_CALLOUT_CAUTION,
  HIP_GUIDE_CALLOUT_URGENT,
} HipGuideCallout;

typedef enum
{
  HIP_GUIDE_URGENCY_EMERGENCY,   /* now */
  HIP_GUIDE_URGENCY_SOON,        /* stop running, be seen within 24–48 h */
  HIP_GUIDE_URGENCY_APPOINTMENT, /* make an appointment */
} HipGuideUrgency;

/** HipGuideSpan: a stretch of running text. @page is the target of a link, else %NULL. */
typedef struct
{
  HipGuideSpanKind kind;
  char *text;
  char *page;
} HipGuideSpan;

/** HipGuideItem: one paragraph, bullet or sign: its spans, and the red flags it stands for. */
typedef struct
{
  GPtrArray *spans; /* (element-type HipGuideSpan) */
  HipFlags flags;
} HipGuideItem;

/** HipGuideRange: from @min to @max, both the same for a single number, both 0 if not given. */
typedef struct
{
  int min;
  int max;
} HipGuideRange;

/** HipGuideDose: how much, how long, how often. */
typedef struct
{
  HipGuideRange minutes;
  HipGuideRange seconds; /* what is done for less than minutes */
  HipGuideRange hold_s;  /* seconds a position is held */
  HipGuideRange reps;
  HipGuideRange sets;
  HipGuideRange every_h;  /* again after so many hours */
  HipGuideRange per_week; /* times, or days, in a week */
  HipGuideRange days;     /* for so many days */
  HipGuideRange weeks;    /* for so many weeks */
  HipGuideRange percent;  /* of the runner's usual amount */
  gboolean per_side;
} HipGuideDose;

/** HipGuideBlock: a piece of a section. Which fields count depends on @kind. */
typedef struct
{
  HipGuideBlockKind kind;
  HipGuideCallout callout; /* CALLOUT */
  HipGuideUrgency urgency; /* RED_FLAGS */
  HipGuideDose dose;       /* STEP */
  HipCareKind routine;     /* STEP: what it is logged as when it is done alone; 0: it is not */
  char *picture;           /* STEP: its picture's name; NULL where nothing is exercised */
  char *title;             /* STEP, RED_FLAGS; else NULL */
  GPtrArray *items;        /* (element-type HipGuideItem), never empty */
} HipGuideBlock;

/** HipGuideSection: a heading and what stands under it. */
typedef struct
{
  HipGuideSectionKind kind;
  char *title;
  GPtrArray *blocks; /* (element-type HipGuideBlock), never empty */
} HipGuideSection;

/**
 * HipGuideSymptoms:
 *
 * What typically goes with the page's subject, in the log's own words. Sets, in
 * which bit (n - 1) stands for word n of the vocabulary.
 */
typedef struct
{
  HipAreas areas;
  HipQualities qualities;
  HipTimings timings;
  guint32 onsets;
  HipFlags flags;   /* red flags that point to this page */
  guint32 surfaces; /* run surfaces that go with it */
  guint32 grounds;
} HipGuideSymptoms;

/** HipGuideSource: where a statement comes from. A common advice has no study fields. */
typedef struct
{
  gboolean is_study;
  char *authors;
  char *journal;
  int year;
  char *finding; /* (nullable): what it looked at, in a few words, translated */
} HipGuideSource;

/**
 * HipGuidePage:
 *
 * One page of the guide, in the reader's language where a translation exists.
 * Read-only, reference counted atomically.
 */
typedef struct
{
  char *id;
  HipGuideKind kind;
  HipCareKind routine; /* what its exercises are logged as, done one after the other; 0: not so */
  char *title;
  char *summary;   /* a sentence or two */
  char **keywords; /* other words people use for it */
  HipGuideSymptoms symptoms;
  GPtrArray *sections; /* (element-type HipGuideSection) */
  char **see;          /* ids of related pages */
  GPtrArray *sources;  /* (element-type HipGuideSource) */
} HipGuidePage;

#define HIP_TYPE_GUIDE_PAGE (hip_guide_page_get_type ())
GType hip_guide_page_get_type (void);

HipGuidePage *hip_guide_page_ref (HipGuidePage *self);
void hip_guide_page_unref (HipGuidePage *self);
/* (nullable): the first section of a kind. */
const HipGuideSection *
hip_guide_page_get_section (const HipGuidePage *self, HipGuideSectionKind kind);
/* (transfer container): ids of the pages it refers to, in its text or by "see", each once. */
GPtrArray *hip_guide_page_get_links (const HipGuidePage *self);

/* Stable words, for files and JSON; labels, translated, for people. */
const char *hip_guide_kind_get_word (HipGuideKind kind);
const char *hip_guide_kind_get_label (HipGuideKind kind); /* "Causes" … */
const char *hip_guide_section_kind_get_word (HipGuideSectionKind kind);

/* The words alone; or Pango markup with links to "hiplog:page-id". */
char *hip_guide_item_to_text (const HipGuideItem *item);
char *hip_guide_item_to_markup (const HipGuideItem *item);
/* "15–20 minutes, every 3–4 hours, for 2 days"; "" when there is no dose. */
char *hip_guide_dose_to_text (const HipGuideDose *dose);
/* Whether it is that of an exercise: how long, or how many times. */
gboolean hip_guide_dose_is_exercise (const HipGuideDose *dose);
/* "Mellor and others, BMJ 2018: …" or "Common advice". */
char *hip_guide_source_to_text (const HipGuideSource *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipGuidePage, hip_guide_page_unref)

G_END_DECLS
