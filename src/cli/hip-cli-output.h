// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <json-glib/json-glib.h>

#include "hip-day.h"

G_BEGIN_DECLS

#define HIP_CLI_COLUMNS 80

/* Prints the document and ends it with a line end. */
void hip_cli_print_json (JsonBuilder *builder);

/* Members of the object that is being built. */
void hip_cli_json_set_string (JsonBuilder *builder,
                              const char *name,
                              const char *value); /* NULL is null */
void hip_cli_json_set_integer (JsonBuilder *builder, const char *name, gint64 value);
void hip_cli_json_set_boolean (JsonBuilder *builder, const char *name, gboolean value);
void hip_cli_json_set_known (JsonBuilder *builder,
                             const char *name,
                             gint64 value); /* negative is null */
void
hip_cli_json_set_number (JsonBuilder *builder, const char *name, double value); /* NAN is null */
void hip_cli_json_set_day (JsonBuilder *builder,
                           const char *name,
                           HipDay day); /* HIP_DAY_NONE is null */
void hip_cli_json_set_strings (JsonBuilder *builder, const char *name, const char *const *values);

/* Folds text at blanks, each line after @indent blanks. */
void hip_cli_print_folded (const char *text, guint indent);

/** HipCliTable: rows of cells in columns of equal width. */
typedef struct _HipCliTable HipCliTable;

/* @headings: one for each column, with ">" in front where cells stand to the right. */
HipCliTable *hip_cli_table_new (const char *const *headings);
void hip_cli_table_free (HipCliTable *self);
void hip_cli_table_add (HipCliTable *self, char *cell); /* (transfer full); NULL is empty */
void hip_cli_table_print (HipCliTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipCliTable, hip_cli_table_free)

G_END_DECLS
