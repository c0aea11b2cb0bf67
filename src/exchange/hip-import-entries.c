// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-import-entries.h"

#include <string.h>

static void
entry_free (gpointer data)
{
  HipImportEntry *entry = data;

  hip_record_unref (entry->record);
  g_free (entry->shoe);
  g_free (entry->wanted);
  g_free (entry);
}

static void
file_free (gpointer data)
{
  HipImportFile *file = data;

  g_ptr_array_unref (file->activities);
  g_free (file);
}

HipImportEntries *
hip_import_entries_new (void)
{
  HipImportEntries *self = g_new0 (HipImportEntries, 1);

  self->shoes = g_ptr_array_new_with_free_func (entry_free);
  self->runs = g_ptr_array_new_with_free_func (entry_free);
  self->pain = g_ptr_array_new_with_free_func (entry_free);
  self->care = g_ptr_array_new_with_free_func (entry_free);
  self->screenings = g_ptr_array_new_with_free_func (entry_free);
  self->files = g_ptr_array_new_with_free_func (file_free);
  self->claims = g_ptr_array_new_with_free_func (g_free);
  self->names = g_string_chunk_new (4096);
  return self;
}

void
hip_import_entries_free (HipImportEntries *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->shoes);
  g_ptr_array_unref (self->runs);
  g_ptr_array_unref (self->pain);
  g_ptr_array_unref (self->care);
  g_ptr_array_unref (self->screenings);
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->claims);
  g_string_chunk_free (self->names);
  g_free (self);
}

static GPtrArray *
get_list (HipImportEntries *self, HipRecordKind kind)
{
  switch (kind)
    {
    case HIP_RECORD_SHOE:
      return self->shoes;
    case HIP_RECORD_RUN:
      return self->runs;
    case HIP_RECORD_PAIN_DAY:
      return self->pain;
    case HIP_RECORD_CARE_ENTRY:
      return self->care;
    case HIP_RECORD_SCREENING:
      return self->screenings;
    case HIP_RECORD_IMPORT:
    case HIP_RECORD_DISMISSAL:
    default:
      g_assert_not_reached ();
    }
}

const char *
hip_import_entries_intern (HipImportEntries *self, const char *name)
{
  return g_string_chunk_insert_const (self->names, name);
}

/* What lies beside a file: the paths of both are written the same way. */
static char *
dup_beside (const char *file, const char *wanted)
{
  const char *slash = strrchr (file, '/');

  return slash != NULL ? g_strdup_printf ("%.*s/%s", (int) (slash - file), file, wanted)
                       : g_strdup (wanted);
}

void
hip_import_entries_add (HipImportEntries *self,
                        const char *file,
                        guint line,
                        HipTrust trust,
                        gpointer record,
                        const char *shoe,
                        const char *wanted)
{
  HipImportEntry *entry = g_new0 (HipImportEntry, 1);

  entry->file = file;
  entry->line = line;
  entry->trust = trust;
  entry->record = record;
  entry->shoe = g_strdup (shoe);
  entry->wanted = wanted != NULL ? dup_beside (file, wanted) : NULL;
  g_ptr_array_add (get_list (self, ((HipRecord *) record)->kind), entry);
  self->n++;
}

void
hip_import_entries_add_file (HipImportEntries *self,
                             const char *file,
                             HipTrust trust,
                             GPtrArray *activities)
{
  HipImportFile *entry = g_new (HipImportFile, 1);

  *entry = (HipImportFile) { file, trust, activities, FALSE };
  g_ptr_array_add (self->files, entry);
  self->n += activities->len;
}

void
hip_import_entries_claim (HipImportEntries *self, const char *file, const char *wanted)
{
  g_ptr_array_add (self->claims, dup_beside (file, wanted));
  self->n++;
}
