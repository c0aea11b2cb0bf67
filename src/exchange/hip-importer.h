// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

#include "hip-change.h"
#include "hip-history.h"
#include "hip-units.h"

G_BEGIN_DECLS

/**
 * HipImportOptions:
 * @distance_unit: for files that do not tell
 * @time_zone: (nullable): where the runner lives; %NULL is the computer's
 * @keep_duplicates: whether runs, care and answers about red flags that look like those of the log
 *   are added all the same
 * @today: the last day a record may have; %HIP_DAY_NONE is the clock's
 * @fill_gaps: whether what runs of the log leave open is taken from the runs that meet them; what
 *   they have stays as it is. Taking the import back later does not take that back.
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

/** HipImportDuplicate: a row that met a record which is already there. */
typedef struct
{
  char *file; /* its name, or its path as the caller wrote it */
  guint line;
  gpointer record; /* (owned): what the row says */
  gpointer met;    /* (owned): the record it met, of the log or earlier in this import */
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
  guint n_updated;            /* runs of the log in which gaps are filled */
  /* How many runs are of files that neither say nor show what unit their distances are in: these
   * are right only if the option is. */
  guint n_unit_assumed;
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
void hip_import_plan_free (HipImportPlan *self);
/* The record that stands for the import in the change: its placeholder id. */
#define HIP_IMPORT_PLACEHOLDER_ID (-1)
/* "runs.csv:12: The distance …" (transfer full) */
char *hip_import_reject_to_string (const HipImportReject *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipImportPlan, hip_import_plan_free)

G_END_DECLS
