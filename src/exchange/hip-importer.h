// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

#include "hip-change.h"
#include "hip-history.h"
#include "hip-units.h"

G_BEGIN_DECLS

typedef struct _HipImportEntries HipImportEntries;

/**
 * HipImportOptions:
 * @distance_unit: for files that do not tell
 * @time_zone: (nullable): where the runner lives; %NULL is the computer's
 * @keep_duplicates: whether runs, care and answers about red flags that look like those of the log
 *   are added all the same, until it is decided otherwise
 * @today: the last day a record may have; %HIP_DAY_NONE is the clock's
 * @fill_gaps: whether what runs of the log leave open is taken from the runs that meet them, until
 *   it is decided otherwise; what they have stays as it is
 * @mappings: (nullable) (element-type HipColumnMapping): how tables that no program is known to
 *   write are read; borrowed, and not to be changed while files are read
 * @offer_tables: whether such tables without a mapping are offered rather than rejected
 */
typedef struct
{
  HipUnits distance_unit;
  GTimeZone *time_zone;
  gboolean keep_duplicates;
  HipDay today;
  gboolean fill_gaps;
  GPtrArray *mappings;
  gboolean offer_tables;
} HipImportOptions;

typedef struct
{
  guint runs;
  guint shoes;
  guint pain;
  guint care;
  guint screenings;
} HipImportCounts;

/**
 * HipImportDecision:
 * @HIP_IMPORT_DECISION_SKIP: what is there stays as it is
 * @HIP_IMPORT_DECISION_FILL: what the run of the log leaves open is taken from the file
 * @HIP_IMPORT_DECISION_REPLACE: the run of the log gets the figures of the file; what the runner
 *   wrote stays
 * @HIP_IMPORT_DECISION_KEEP_BOTH: it is added all the same
 *
 * What becomes of a duplicate.
 */
typedef enum
{
  HIP_IMPORT_DECISION_SKIP,
  HIP_IMPORT_DECISION_FILL,
  HIP_IMPORT_DECISION_REPLACE,
  HIP_IMPORT_DECISION_KEEP_BOTH,
} HipImportDecision;
#define HIP_N_IMPORT_DECISIONS 4

/** HipImportDuplicate: a row that met a record which is already there. */
typedef struct
{
  char *file;                 /* its name, or its path as the caller wrote it */
  guint line;                 /* 0 of a file without lines */
  gpointer record;            /* (owned): what the row says */
  gpointer met;               /* (owned): the record it met */
  gboolean in_log;            /* that one is of the log, and not of these files too */
  gboolean same_id;           /* both have the same id of the same source */
  HipImportDecision decision; /* changed by hip_import_plan_decide() */
} HipImportDuplicate;

/** HipImportReject: a row, or with line 0 a whole file, that could not be used. */
typedef struct
{
  char *file;
  guint line;
  char *reason; /* translated */
} HipImportReject;

/* After so many rejects and as many remarks, one more says that there are more. */
#define HIP_IMPORT_MAX_MESSAGES 10000
/* As much as a hundred runners log in their lives. */
#define HIP_IMPORT_MAX_ENTRIES 1000000

/* After so many, unknown tables are rejected. */
#define HIP_IMPORT_MAX_UNKNOWN_TABLES 20

/** HipImportName: how often a name was met: a sport, or an unknown column. */
typedef struct
{
  char *name;
  char *file; /* of a column; NULL of a sport */
  guint count;
} HipImportName;

/**
 * HipImportPlan:
 *
 * What an import would do. Nothing is written until its change is applied.
 */
typedef struct
{
  HipChange *change; /* empty when there is nothing to add */
  HipImportCounts added;
  GPtrArray *duplicates;      /* (element-type HipImportDuplicate) */
  GPtrArray *rejected;        /* (element-type HipImportReject) */
  GPtrArray *remarks;         /* (element-type HipImportReject): used, but with something wrong */
  GPtrArray *sports;          /* (element-type HipImportName): other sports, left out */
  GPtrArray *unknown_columns; /* (element-type HipImportName) */
  GPtrArray *unknown_tables;  /* (element-type HipUnknownTable): offered to be mapped */
  guint n_other_sports;       /* rows of other sports */
  guint n_files;              /* files that were read */
  guint n_updated;            /* runs of the log that are filled or replaced */
  /* How many runs are of files that neither say nor show what unit their distances are in: these
   * are right only if the option is. */
  guint n_unit_assumed;
  /* And of files that neither say nor show it, but most likely are in the option's. */
  guint n_unit_likely;
  /* How many runs are of files that tell the time but not the place: their day is that of the
   * option's zone. */
  guint n_zone_assumed;

  /*< private >*/
  HipImportEntries *entries; /* (owned) */
  HipHistory *existing;      /* (owned) */
  HipImportOptions options;
  char *name; /* (owned) */
} HipImportPlan;

/* @fraction: 0..1 of all bytes; @rows: read so far. Called on the reading thread. */
typedef void (*HipImportProgress) (double fraction, guint rows, gpointer user_data);

/* @files: (element-type GFile): files and folders. NULL only when cancelled. */
HipImportPlan *hip_importer_read (GPtrArray *files,
                                  const HipImportOptions *options,
                                  HipHistory *existing,
                                  HipImportProgress progress,
                                  gpointer user_data,
                                  GCancellable *cancellable,
                                  GError **error);
/* The same for paths or URIs, which messages name as they are written. */
HipImportPlan *hip_importer_read_paths (const char *const *paths,
                                        const HipImportOptions *options,
                                        HipHistory *existing,
                                        HipImportProgress progress,
                                        gpointer user_data,
                                        GCancellable *cancellable,
                                        GError **error);
/* Whether it can be decided so of this kind of record, and of where it was met. */
gboolean hip_import_duplicate_allows (const HipImportDuplicate *self, HipImportDecision decision);
/* Of the duplicate of this index; changes the counts and the change. */
void hip_import_plan_decide (HipImportPlan *self, guint i, HipImportDecision decision);
/* Of all that allow it, in the log or in these files. */
void hip_import_plan_decide_all (HipImportPlan *self, gboolean in_log, HipImportDecision decision);
/* What was decided in @from of duplicates that are in both. */
void hip_import_plan_decide_like (HipImportPlan *self, const HipImportPlan *from);
void hip_import_plan_free (HipImportPlan *self);
/* The record that stands for the import in the change: its placeholder id. */
#define HIP_IMPORT_PLACEHOLDER_ID (-1)
/* "runs.csv:12: The distance …" (transfer full) */
char *hip_import_reject_to_string (const HipImportReject *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipImportPlan, hip_import_plan_free)

G_END_DECLS
