// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib-object.h>

#include "hip-day.h"
#include "hip-units.h"
#include "hip-vocabulary.h"

G_BEGIN_DECLS

/** HIP_UNSET: an integer field that was not logged. Never the same as zero. */
#define HIP_UNSET G_MININT32

#define HIP_RECORD_ERROR (hip_record_error_quark ())

typedef enum
{
  HIP_RECORD_ERROR_INVALID, /* a field is out of its range; the message is a sentence for people */
  HIP_RECORD_ERROR_SYNTAX,  /* a text could not be understood */
} HipRecordError;

GQuark hip_record_error_quark (void);

typedef enum
{
  HIP_RECORD_SHOE,
  HIP_RECORD_IMPORT,
  HIP_RECORD_RUN,
  HIP_RECORD_PAIN_DAY,
  HIP_RECORD_CARE_ENTRY,
  HIP_RECORD_DISMISSAL,
  HIP_RECORD_SCREENING,
  HIP_RECORD_REPLACED_RUN,
} HipRecordKind;
#define HIP_N_RECORD_KINDS 8

/**
 * HipRecord:
 * @kind: which of the structs below this is the head of
 * @id: the row's number; 0 while new. A negative id in a [struct@Change] is a
 *   placeholder by which other new records of the same change refer to this one.
 * @import_id: the [struct@Import] that brought it, 0 if typed by hand
 *
 * The common head of everything the log keeps. Records are reference counted
 * (atomically) and never change once they are part of a history or a change:
 * to edit, copy, modify the copy, and make a change of both.
 */
typedef struct
{
  HipRecordKind kind;
  gint64 id;
  gint64 import_id;
} HipRecord;

/** HipRun: one run. Strings are %NULL when empty; integers %HIP_UNSET when not logged. */
typedef struct
{
  HipRecord rec;
  HipDay date;           /* the runner's local calendar date */
  gint32 start_s;        /* seconds after local midnight, or HIP_UNSET */
  gint32 utc_offset_min; /* minutes east of UTC, or HIP_UNSET */
  gint32 distance_m;
  gint32 duration_s;  /* or HIP_UNSET */
  gint32 cadence_spm; /* steps (both feet) per minute, or HIP_UNSET */
  gint32 effort;      /* session RPE 0..10, or HIP_UNSET */
  gint32 ascent_m;    /* or HIP_UNSET */
  HipSurface surface;
  HipGround ground;
  HipAnswer warm_up;
  HipAnswer cool_down;
  gint64 shoe_id; /* 0 = none */
  char *title;
  char *note;
  char *source;    /* "strava", …; NULL when typed by hand */
  char *source_id; /* the id the source gives it */
} HipRun;

/** HipShoe: one pair of shoes. */
typedef struct
{
  HipRecord rec;
  char *name; /* never empty, unique in a log */
  char *brand;
  char *model;
  HipDay bought;           /* or HIP_DAY_NONE */
  gint32 start_distance_m; /* before the log; 0 if new */
  gint32 check_at_m;       /* when to look at them */
  gint32 replace_at_m;     /* when to think of new ones */
  HipDay retired;          /* day of retirement, HIP_DAY_NONE while in use */
  char *note;
} HipShoe;

/** HipPainDay: one day's pain of one side. Unique by date and side. */
typedef struct
{
  HipRecord rec;
  HipDay date;
  HipSide side;
  gint32 score; /* 0..10 */
  HipAreas areas;
  HipQualities qualities;
  HipTimings timings;
  HipOnset onset;
  HipFlags flags; /* red flags */
  gboolean seen;  /* the flags have been seen by a professional */
  char *note;
} HipPainDay;

/** HipCareEntry: something done for the hips. */
typedef struct
{
  HipRecord rec;
  HipDay date;
  HipCareKind kind;
  gint32 minutes; /* or HIP_UNSET */
  char *note;
} HipCareEntry;

/**
 * HipDismissal: a warning the runner has read and put away; or, without a subject,
 * a whole kind of warnings that is muted: for good, until the record is deleted.
 */
typedef struct
{
  HipRecord rec;
  char *rule;      /* "long-run-jump" */
  char *subject;   /* HipWarning's subject; NULL mutes the whole rule */
  gint32 severity; /* the severity it had then, 0..4; of a mute it says nothing */
  HipDay date;     /* the day of the dismissal */
} HipDismissal;

/** HipScreening: questions about red flags that were asked on a day, and their answers. */
typedef struct
{
  HipRecord rec;
  HipDay date;
  HipFlags asked; /* never empty */
  HipFlags yes;   /* those answered with yes: each is a red flag; a part of @asked */
  gboolean seen;  /* those have been seen by a professional */
} HipScreening;

/** HipImport: one import, so that it can be taken back whole. */
typedef struct
{
  HipRecord rec;
  gint64 imported_at; /* Unix time, seconds */
  char *name;         /* the file's or folder's name, for people */
} HipImport;

/**
 * HipReplacedRun: a run as it was before an import changed it, so that taking that import back
 * brings it back. Its import is the one that changed it.
 */
typedef struct
{
  HipRun was;           /* but for its head, which is this record's */
  gint64 run_id;        /* of the run, which may be gone by now */
  gint64 run_import_id; /* the import that had brought the run, or 0 */
} HipReplacedRun;

/* Construction: everything not logged. (transfer full) */
HipRun *hip_run_new (void);
HipShoe *hip_shoe_new (void); /* with the customary marks in kilometres */
HipPainDay *hip_pain_day_new (void);
HipCareEntry *hip_care_entry_new (void);
HipDismissal *hip_dismissal_new (void);
HipImport *hip_import_new (void);
HipScreening *hip_screening_new (void);
HipReplacedRun *hip_replaced_run_new (void);
HipReplacedRun *hip_replaced_run_new_for (const HipRun *was);
HipRun *hip_replaced_run_restore (const HipReplacedRun *self);

/* These take any record: pass `&run->rec`, or use HIP_RECORD (run). */
#define HIP_RECORD(r) (&(r)->rec)
gpointer hip_record_ref (gpointer record);
void hip_record_unref (gpointer record);
gpointer hip_record_copy (gconstpointer record);              /* deep, a new reference of 1 */
gboolean hip_record_equal (gconstpointer a, gconstpointer b); /* all fields */
/* Checks every field; @today is the last day a record may have. */
gboolean hip_record_validate (gconstpointer record, HipDay today, GError **error);
/* What was logged beside the score, for people; the note on a line of its own. */
char *hip_pain_day_dup_details (const HipPainDay *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipRecord, hip_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipRun, hip_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipShoe, hip_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipPainDay, hip_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipCareEntry, hip_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipDismissal, hip_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipImport, hip_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipScreening, hip_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipReplacedRun, hip_record_unref)

/* Bounds, all inclusive. */
#define HIP_RUN_MAX_DISTANCE_M 999999
#define HIP_RUN_MAX_DURATION_S (10 * 24 * 3600)
#define HIP_EFFORT_MAX         10
#define HIP_PAIN_MAX           10
#define HIP_CADENCE_MIN        40
#define HIP_CADENCE_MAX        300
#define HIP_SHOE_MAX_M         10000000
/* Custom in kilometres; exactly 300 and 500 in miles. */
#define HIP_SHOE_CHECK_AT_M   480000
#define HIP_SHOE_REPLACE_AT_M 800000
/* When to look at a pair and when to replace it, by the custom of a runner's units, in metres. */
gint32 hip_shoe_get_customary_check (HipUnits units);
gint32 hip_shoe_get_customary_replace (HipUnits units);

/* Seconds of local time since 1970-01-01 00:00, for ordering; G_MININT64 without a start time. */
gint64 hip_run_get_local_start (const HipRun *run);
/* Unix time of the start; G_MININT64 when start or offset is unknown. */
gint64 hip_run_get_utc_start (const HipRun *run);

G_END_DECLS
