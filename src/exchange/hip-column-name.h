// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-column-mapping.h"

G_BEGIN_DECLS

typedef enum
{
  HIP_NAME_UNIT_NONE,
  HIP_NAME_UNIT_KM,
  HIP_NAME_UNIT_MI,
  HIP_NAME_UNIT_M,
  HIP_NAME_UNIT_FT,
  HIP_NAME_UNIT_HOURS,
  HIP_NAME_UNIT_MINUTES,
  HIP_NAME_UNIT_SECONDS,
  HIP_NAME_UNIT_CLOCK, /* "hh:mm:ss" */
} HipNameUnit;

/**
 * HipColumnName:
 * @words: (owned): what is left of it, without accents, units and words that say nothing
 * @key: (owned): these in one
 * @length: the unit of a length in it
 * @time: the unit of a time in it
 *
 * The name of a column, in any language.
 */
typedef struct
{
  char **words;
  char *key;
  HipNameUnit length;
  HipNameUnit time;
} HipColumnName;

HipColumnName *hip_column_name_new (const char *text);
void hip_column_name_free (HipColumnName *self);
/* How well it names the field: the greater, the better; 0 if it does not. */
int hip_column_name_rate (const HipColumnName *self, HipMappedField field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipColumnName, hip_column_name_free)

G_END_DECLS
