// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "fit-builder.h"

#include <string.h>

FitBuilder *
fit_builder_new (void)
{
  FitBuilder *self = g_new0 (FitBuilder, 1);

  self->bytes = g_byte_array_new ();
  self->data = g_byte_array_new ();
  return self;
}

void
fit_builder_free (FitBuilder *self)
{
  g_byte_array_unref (self->bytes);
  g_byte_array_unref (self->data);
  g_free (self);
}

static guint
get_size (guint8 base_type)
{
  switch (base_type)
    {
    case FIT_UINT16:
      return 2;
    case FIT_UINT32:
      return 4;
    default:
      return 1;
    }
}

static void
append (GByteArray *array, guint64 value, guint size, gboolean big_endian)
{
  for (guint i = 0; i < size; i++)
    {
      guint8 byte = (guint8) (value >> (8 * (big_endian ? size - 1 - i : i)));

      g_byte_array_append (array, &byte, 1);
    }
}

void
fit_builder_raw (FitBuilder *self, const guint8 *bytes, guint n)
{
  g_byte_array_append (self->data, bytes, n);
}

void
fit_builder_define (FitBuilder *self,
                    guint8 local,
                    guint16 message,
                    const FitField *fields,
                    guint n_fields)
{
  append (self->data, 0x40 | local, 1, FALSE);
  append (self->data, 0, 1, FALSE);
  append (self->data, self->big_endian, 1, FALSE);
  append (self->data, message, 2, self->big_endian);
  append (self->data, n_fields, 1, FALSE);
  for (guint i = 0; i < n_fields; i++)
    {
      append (self->data, fields[i].number, 1, FALSE);
      append (self->data, get_size (fields[i].base_type), 1, FALSE);
      append (self->data, fields[i].base_type, 1, FALSE);
    }
}

void
fit_builder_values (FitBuilder *self, const FitField *fields, guint n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    append (self->data, fields[i].value, get_size (fields[i].base_type), self->big_endian);
}

void
fit_builder_record (FitBuilder *self,
                    guint8 local,
                    guint16 message,
                    const FitField *fields,
                    guint n_fields)
{
  fit_builder_define (self, local, message, fields, n_fields);
  append (self->data, local, 1, FALSE);
  fit_builder_values (self, fields, n_fields);
}

void
fit_builder_file_id (FitBuilder *self, guint8 type)
{
  const FitField fields[] = { { 0, FIT_ENUM, type }, { 1, FIT_UINT16, 1 } };

  fit_builder_record (self, 0, 0, fields, G_N_ELEMENTS (fields));
}

void
fit_builder_session (FitBuilder *self, guint8 sport, guint8 sub_sport)
{
  const FitField fields[] = {
    { 253, FIT_UINT32, FIT_START + 3100 },
    { 2, FIT_UINT32, FIT_START },
    { 7, FIT_UINT32, 3100000 },
    { 8, FIT_UINT32, 3000000 },
    { 9, FIT_UINT32, 1050000 },
    { 5, FIT_ENUM, sport },
    { 6, FIT_ENUM, sub_sport },
    { 18, FIT_UINT8, 80 },
    { 92, FIT_UINT8, 64 },
    { 22, FIT_UINT16, 123 },
    { 193, FIT_UINT8, 60 },
  };

  fit_builder_record (self, 1, 18, fields, G_N_ELEMENTS (fields));
}

/* Bit by bit, unlike the reader's table. */
static guint16
compute_crc (const guint8 *bytes, guint n)
{
  guint16 crc = 0;

  for (guint i = 0; i < n; i++)
    {
      crc ^= bytes[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xA001 : crc >> 1;
    }
  return crc;
}

void
fit_builder_end (FitBuilder *self)
{
  guint start = self->bytes->len;

  append (self->bytes, 14, 1, FALSE);
  append (self->bytes, 0x20, 1, FALSE);
  append (self->bytes, 2132, 2, FALSE);
  append (self->bytes, self->data->len, 4, FALSE);
  g_byte_array_append (self->bytes, (const guint8 *) ".FIT", 4);
  append (self->bytes, 0, 2, FALSE);
  g_byte_array_append (self->bytes, self->data->data, self->data->len);
  append (self->bytes, compute_crc (self->bytes->data + start, self->bytes->len - start), 2, FALSE);
  g_byte_array_set_size (self->data, 0);
}
