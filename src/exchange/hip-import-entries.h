// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-importer.h"

G_BEGIN_DECLS

/** HipImportEntry: a record that was read, and where. */
typedef struct
{
  const char *file; /* (borrowed) of the path list */
  guint line;
  gpointer record; /* (owned) */
  char *shoe;      /* (owned) (nullable): the name of a run's pair */
  gpointer met;    /* (borrowed) (nullable): the record it met */
} HipImportEntry;

/** HipImportEntries: all that was read, by kind, in the order of the files. */
typedef struct
{
  GPtrArray *shoes; /* each (owned) (element-type HipImportEntry) */
  GPtrArray *runs;
  GPtrArray *pain;
  GPtrArray *care;
  GPtrArray *screenings;
} HipImportEntries;

HipImportEntries *hip_import_entries_new (void);
void hip_import_entries_free (HipImportEntries *self);
/* Takes @record; @shoe is copied. */
void hip_import_entries_add (HipImportEntries *self,
                             const char *file,
                             guint line,
                             gpointer record,
                             const char *shoe);

/* Compares with the log and puts counts, duplicates and the change into @plan. */
void hip_import_entries_resolve (HipImportEntries *self,
                                 HipHistory *existing,
                                 const HipImportOptions *options,
                                 const char *name,
                                 HipImportPlan *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipImportEntries, hip_import_entries_free)

G_END_DECLS
