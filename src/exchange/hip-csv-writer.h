// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  HIP_CSV_PLAIN,       /* UTF-8, comma, decimal point */
  HIP_CSV_SPREADSHEET, /* with a byte order mark; `;` and decimal comma where the locale has them */
} HipCsvDialect;

typedef struct _HipCsvWriter HipCsvWriter;

HipCsvWriter *hip_csv_writer_new (GOutputStream *stream, HipCsvDialect dialect);
void hip_csv_writer_free (HipCsvWriter *self);

/* One cell each. */
void hip_csv_writer_add_empty (HipCsvWriter *self);
void hip_csv_writer_add_text (HipCsvWriter *self, const char *text); /* guarded; NULL is empty */
void
hip_csv_writer_add_word (HipCsvWriter *self, const char *word); /* not guarded; NULL is empty */
void hip_csv_writer_add_integer (HipCsvWriter *self, gint64 value);
void hip_csv_writer_add_number (HipCsvWriter *self,
                                double value, /* NAN is empty */
                                int decimals);

/* What keeps a spreadsheet from running a text: an apostrophe to go before it, or nothing. */
const char *hip_csv_get_guard (const char *text, HipCsvDialect dialect);

gboolean hip_csv_writer_end_row (HipCsvWriter *self, GCancellable *cancellable, GError **error);
gboolean hip_csv_writer_flush (HipCsvWriter *self, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipCsvWriter, hip_csv_writer_free)

G_END_DECLS
