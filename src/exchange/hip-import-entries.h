// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-activity.h"
#include "hip-importer.h"

G_BEGIN_DECLS

/** HipImportEntry: a record that was read, and where. */
typedef struct
{
  const char *file; /* (borrowed) of the list of names */
  guint line;
  HipTrust trust;
  gpointer record;               /* (owned) */
  char *shoe;                    /* (owned) (nullable): the name of a run's pair */
  char *wanted;                  /* (owned) (nullable): the file with the run's points */
  gpointer met;                  /* (borrowed) (nullable): the record it met */
  gboolean in_log;               /* and that is one of the log */
  HipImportDuplicate *duplicate; /* (borrowed) (nullable): of the plan */
} HipImportEntry;

/** HipImportFile: the activities of a file, until it is known whether a row tells of them too. */
typedef struct
{
  const char *file; /* (borrowed) of the list of names */
  HipTrust trust;
  GPtrArray *activities; /* (owned) (element-type HipActivity) */
  gboolean claimed;      /* by a row of another sport */
} HipImportFile;

/** HipImportEntries: all that was read, by kind, in the order of the files. */
struct _HipImportEntries
{
  GPtrArray *shoes; /* each (owned) (element-type HipImportEntry) */
  GPtrArray *runs;
  GPtrArray *pain;
  GPtrArray *care;
  GPtrArray *screenings;
  GPtrArray *files;    /* (owned) (element-type HipImportFile) */
  GPtrArray *claims;   /* (owned) (element-type char*): files of other sports, as rows name them */
  GStringChunk *names; /* (owned): of files */
  guint n;
};

HipImportEntries *hip_import_entries_new (void);
void hip_import_entries_free (HipImportEntries *self);
/* A name that lives as long as the entries do. */
const char *hip_import_entries_intern (HipImportEntries *self, const char *name);
/* Takes @record; @shoe and @wanted, a path beside @file, are copied. */
void hip_import_entries_add (HipImportEntries *self,
                             const char *file,
                             guint line,
                             HipTrust trust,
                             gpointer record,
                             const char *shoe,
                             const char *wanted);
/* Takes @activities. */
void hip_import_entries_add_file (HipImportEntries *self,
                                  const char *file,
                                  HipTrust trust,
                                  GPtrArray *activities);
/* @wanted, a path beside @file, is of another sport. */
void hip_import_entries_claim (HipImportEntries *self, const char *file, const char *wanted);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipImportEntries, hip_import_entries_free)

G_END_DECLS
