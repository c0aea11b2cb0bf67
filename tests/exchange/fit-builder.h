// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FitBuilder:
 *
 * Writes FIT files byte by byte, well or badly.
 */
typedef struct
{
  GByteArray *bytes; /* (owned): whole files */
  GByteArray *data;  /* (owned): the records of the one that is being written */
  gboolean big_endian;
} FitBuilder;

/* A field's number, its base type, and a value: as many bytes as the type has. */
typedef struct
{
  guint8 number;
  guint8 base_type;
  guint64 value;
} FitField;

#define FIT_ENUM   0x00
#define FIT_UINT8  0x02
#define FIT_UINT16 0x84
#define FIT_UINT32 0x86

/* 2024-03-15 21:32:00 UTC */
#define FIT_START      1079472720
#define FIT_START_UNIX (FIT_START + 631065600)

FitBuilder *fit_builder_new (void);
void fit_builder_free (FitBuilder *self);
/* A definition of @local, and of one data record of it. */
void fit_builder_define (FitBuilder *self,
                         guint8 local,
                         guint16 message,
                         const FitField *fields,
                         guint n_fields);
/* Bytes as they are: headers of records, developer fields, nonsense. */
void fit_builder_raw (FitBuilder *self, const guint8 *bytes, guint n);
void fit_builder_values (FitBuilder *self, const FitField *fields, guint n_fields);
void fit_builder_record (FitBuilder *self,
                         guint8 local,
                         guint16 message,
                         const FitField *fields,
                         guint n_fields);
/* file_id of an activity, and a session of a run: 10.5 km in 3000 s, 80.5 strides a minute. */
void fit_builder_file_id (FitBuilder *self, guint8 type);
void fit_builder_session (FitBuilder *self, guint8 sport, guint8 sub_sport);
/* Ends a file: its header, its records, its checksum. */
void fit_builder_end (FitBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FitBuilder, fit_builder_free)

G_END_DECLS
