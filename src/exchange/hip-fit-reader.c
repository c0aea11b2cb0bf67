// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-fit-reader.h"

#include <string.h>

#include <glib/gi18n.h>

#include "hip-fit-activity.h"

/* The Flexible and Interoperable Data Transfer protocol: a header, records, a checksum; and
 * perhaps another such file behind it. A record is a definition, which says how the data records
 * of its number are laid out, or such data. Nothing is kept but the definitions in force. */

#define HEADER_BYTES      12
#define MAX_HEADER_BYTES  255
#define MAX_FIELDS        255
#define N_LOCAL_TYPES     16
#define BUFFER_BYTES      (64 * 1024)
#define TIMESTAMP_FIELD   253
#define CANCEL_EVERY      4096
#define MAX_CHAINED_FILES 1000

typedef struct
{
  guint8 number;
  guint8 size;
  guint8 base_type;
} Field;

typedef struct
{
  gboolean defined;
  gboolean big_endian;
  guint16 message;
  guint8 n_fields;
  guint n_developer_bytes; /* to be passed over in each data record */
  Field fields[MAX_FIELDS];
} Definition;

typedef enum
{
  NEXT_OK,
  NEXT_END,     /* the stream ends where it may */
  NEXT_DAMAGED, /* it ends, or makes no sense, in the middle */
  NEXT_FAILED,  /* an error is set */
} Next;

typedef struct
{
  GInputStream *stream;
  GCancellable *cancellable;
  HipFitActivities *activities;
  Definition definitions[N_LOCAL_TYPES];

  guint8 buffer[BUFFER_BYTES];
  gsize pos;
  gsize length;
  gboolean at_end;

  guint16 crc;
  guint64 left; /* bytes of this file's records, G_MAXUINT64 when it does not say */
  guint32 timestamp;
  gboolean has_timestamp;
  guint n_records;
  const char *damage; /* translated, NULL while all is well */
} Reader;

/* CRC-16 by half bytes, as the protocol's description has it. */
static guint16
add_to_crc (guint16 crc, guint8 byte)
{
  static const guint16 table[16] = {
    0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401,
    0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400
  };

  crc = ((crc >> 4) & 0x0FFF) ^ table[crc & 0xF] ^ table[byte & 0xF];
  return ((crc >> 4) & 0x0FFF) ^ table[crc & 0xF] ^ table[byte >> 4];
}

static Next
fill (Reader *self, GError **error)
{
  gssize n;

  if (self->at_end)
    return NEXT_END;
  n = g_input_stream_read (self->stream, self->buffer, BUFFER_BYTES, self->cancellable, error);
  if (n < 0)
    return NEXT_FAILED;
  self->pos = 0;
  self->length = (gsize) n;
  self->at_end = n == 0;
  return n == 0 ? NEXT_END : NEXT_OK;
}

static Next
get_byte (Reader *self, guint8 *byte, GError **error)
{
  if (self->pos == self->length)
    {
      Next next = fill (self, error);

      if (next != NEXT_OK)
        return next;
    }
  *byte = self->buffer[self->pos++];
  self->crc = add_to_crc (self->crc, *byte);
  return NEXT_OK;
}

static Next
get_bytes (Reader *self, guint8 *bytes, gsize n, GError **error)
{
  for (gsize i = 0; i < n; i++)
    {
      Next next = get_byte (self, &bytes[i], error);

      if (next != NEXT_OK)
        return next == NEXT_END ? NEXT_DAMAGED : next;
    }
  return NEXT_OK;
}

/* Of a record: it has to end where the file's header says that the records do. */
static Next
get_record_bytes (Reader *self, guint8 *bytes, gsize n, GError **error)
{
  if (self->left != G_MAXUINT64)
    {
      if (n > self->left)
        return NEXT_DAMAGED;
      self->left -= n;
    }
  return get_bytes (self, bytes, n, error);
}

static guint32
get_le32 (const guint8 *bytes)
{
  return (guint32) bytes[0] | (guint32) bytes[1] << 8 | (guint32) bytes[2] << 16
         | (guint32) bytes[3] << 24;
}

static gboolean
is_header (const guint8 *head)
{
  return head[0] >= HEADER_BYTES && memcmp (head + 8, ".FIT", 4) == 0;
}

/**
 * hip_fit_reader_detect:
 * @head: how a file begins
 * @length: how much of it that is
 *
 * Returns: whether it is a FIT file
 */
gboolean
hip_fit_reader_detect (const guint8 *head, gsize length)
{
  g_return_val_if_fail (head != NULL, FALSE);

  return length >= HEADER_BYTES && is_header (head);
}

/* The first thing that is wrong explains those that follow. */
static void
note_damage (Reader *self, const char *damage)
{
  if (self->damage == NULL)
    self->damage = damage;
}

/* A file's header. What is no header behind a whole file is junk, and no harm. */
static Next
read_header (Reader *self, gboolean first, GError **error)
{
  guint8 head[MAX_HEADER_BYTES];
  Next next;

  self->crc = 0;
  next = get_byte (self, head, error);
  if (next == NEXT_OK)
    next = get_bytes (self, head + 1, HEADER_BYTES - 1, error);
  if (next == NEXT_FAILED || next == NEXT_END)
    return next;
  if (next == NEXT_DAMAGED || !is_header (head))
    {
      if (!first)
        note_damage (self, _ ("There is something behind its end that was left out."));
      return NEXT_DAMAGED;
    }
  next = get_bytes (self, head + HEADER_BYTES, head[0] - HEADER_BYTES, error);
  self->left = get_le32 (head + 4);
  if (self->left == 0)
    self->left = G_MAXUINT64;
  return next;
}

static guint
get_base_size (guint8 base_type)
{
  static const guint8 sizes[] = { 1, 1, 1, 2, 2, 4, 4, 1, 4, 8, 1, 2, 4, 1, 8, 8, 8 };

  base_type &= 0x1f;
  return base_type < G_N_ELEMENTS (sizes) ? sizes[base_type] : 1;
}

static Next
read_developer_fields (Reader *self, Definition *definition, GError **error)
{
  guint8 n;
  Next next = get_record_bytes (self, &n, 1, error);

  for (guint i = 0; next == NEXT_OK && i < n; i++)
    {
      guint8 field[3];

      next = get_record_bytes (self, field, 3, error);
      if (next == NEXT_OK)
        definition->n_developer_bytes += field[1];
    }
  return next;
}

static Next
read_definition (Reader *self, guint8 header, GError **error)
{
  Definition *definition = &self->definitions[header & 0xf];
  guint8 head[5];
  Next next = get_record_bytes (self, head, sizeof head, error);

  definition->defined = FALSE;
  if (next != NEXT_OK)
    return next;
  definition->big_endian = head[1] == 1;
  definition->message = definition->big_endian ? head[2] << 8 | head[3] : head[3] << 8 | head[2];
  definition->n_fields = head[4];
  definition->n_developer_bytes = 0;
  for (guint i = 0; next == NEXT_OK && i < definition->n_fields; i++)
    {
      guint8 bytes[3];

      next = get_record_bytes (self, bytes, sizeof bytes, error);
      if (next == NEXT_OK)
        definition->fields[i] = (Field) { bytes[0], bytes[1], bytes[2] };
    }
  if (next == NEXT_OK && (header & 0x20) != 0)
    next = read_developer_fields (self, definition, error);
  definition->defined = next == NEXT_OK;
  return next;
}

/* The first number in a field of @size bytes of one base type. */
static guint64
get_raw (const guint8 *bytes, guint size, gboolean big_endian)
{
  guint64 raw = 0;

  for (guint i = 0; i < size; i++)
    raw |= (guint64) bytes[big_endian ? size - 1 - i : i] << (8 * i);
  return raw;
}

/* Each base type has a number that means “none”. */
static gboolean
is_invalid (guint64 raw, guint8 base_type, guint size)
{
  guint64 all = size == 8 ? G_MAXUINT64 : (G_GUINT64_CONSTANT (1) << (8 * size)) - 1;

  switch (base_type & 0x1f)
    {
    case 1:  /* sint8 */
    case 3:  /* sint16 */
    case 5:  /* sint32 */
    case 14: /* sint64 */
      return raw == all >> 1;
    case 10: /* uint8z */
    case 11: /* uint16z */
    case 12: /* uint32z */
    case 16: /* uint64z */
      return raw == 0;
    default:
      return raw == all;
    }
}

/* Hands a field over unless it has no value. One whose size does not fit its type is only bytes. */
static void
take_field (Reader *self, const Definition *definition, const Field *field, const guint8 *bytes)
{
  guint size = get_base_size (field->base_type);
  guint64 raw;

  /* Texts and floating point numbers: none of the fields that matter. */
  if ((field->base_type & 0x1f) == 7 || (field->base_type & 0x1f) == 8
      || (field->base_type & 0x1f) == 9 || field->size == 0 || field->size % size != 0)
    return;
  raw = get_raw (bytes, size, definition->big_endian);
  if (is_invalid (raw, field->base_type, size))
    return;
  if (field->number == TIMESTAMP_FIELD && size == 4)
    {
      self->timestamp = (guint32) raw;
      self->has_timestamp = TRUE;
    }
  hip_fit_activities_take (self->activities, field->number, raw);
}

/* Five bits of time: the next moment that ends with them. */
static void
roll_timestamp (Reader *self, guint8 offset)
{
  guint32 next = (self->timestamp & 0xFFFFFFE0) + offset;

  if (offset < (self->timestamp & 0x1f))
    next += 0x20;
  self->timestamp = next;
}

static Next
read_data (Reader *self, const Definition *definition, guint8 header, GError **error)
{
  guint8 bytes[255];
  Next next = NEXT_OK;

  if (!definition->defined)
    return NEXT_DAMAGED;
  hip_fit_activities_begin (self->activities, definition->message);
  for (guint i = 0; next == NEXT_OK && i < definition->n_fields; i++)
    {
      const Field *field = &definition->fields[i];

      next = get_record_bytes (self, bytes, field->size, error);
      if (next == NEXT_OK)
        take_field (self, definition, field, bytes);
    }
  for (guint left = definition->n_developer_bytes; next == NEXT_OK && left > 0;)
    {
      guint n = MIN (left, sizeof bytes);

      next = get_record_bytes (self, bytes, n, error);
      left -= n;
    }
  if (next != NEXT_OK)
    return next;
  if ((header & 0x80) != 0 && self->has_timestamp)
    {
      roll_timestamp (self, header & 0x1f);
      hip_fit_activities_take (self->activities, TIMESTAMP_FIELD, self->timestamp);
    }
  hip_fit_activities_end (self->activities);
  return NEXT_OK;
}

static Next
read_record (Reader *self, GError **error)
{
  guint8 header;
  Next next = get_record_bytes (self, &header, 1, error);

  if (next != NEXT_OK)
    return next;
  if ((header & 0x80) != 0)
    return read_data (self, &self->definitions[(header >> 5) & 0x3], header, error);
  if ((header & 0x40) != 0)
    return read_definition (self, header, error);
  return read_data (self, &self->definitions[header & 0xf], header, error);
}

/* Whether there is another record. A file that does not say how long it is goes on to the end. */
static Next
look_for_record (Reader *self, GError **error)
{
  if (self->n_records++ % CANCEL_EVERY == 0
      && g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return NEXT_FAILED;
  if (self->left != G_MAXUINT64)
    return self->left > 0 ? NEXT_OK : NEXT_END;
  return self->pos < self->length ? NEXT_OK : fill (self, error);
}

static Next
read_records (Reader *self, GError **error)
{
  Next next;

  while ((next = look_for_record (self, error)) == NEXT_OK)
    {
      next = read_record (self, error);
      if (next != NEXT_OK)
        break;
    }
  return next == NEXT_END ? NEXT_OK : next;
}

static Next
check_crc (Reader *self, GError **error)
{
  guint16 crc = self->crc;
  guint8 bytes[2];
  Next next = get_bytes (self, bytes, 2, error);

  if (next == NEXT_DAMAGED)
    note_damage (self, _ ("It ends too early."));
  else if (next == NEXT_OK && (bytes[0] | bytes[1] << 8) != crc)
    note_damage (self, _ ("Its checksum is wrong."));
  return next;
}

/* Skips what is left of the records of a file that made no sense, to find the one behind it. */
static Next
skip_records (Reader *self, GError **error)
{
  guint8 byte;
  Next next = NEXT_OK;

  while (next == NEXT_OK && self->left > 0)
    {
      if (self->left % BUFFER_BYTES == 0
          && g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return NEXT_FAILED;
      next = get_record_bytes (self, &byte, 1, error);
    }
  return next;
}

/* One file of the chain. */
static Next
read_file (Reader *self, gboolean first, GError **error)
{
  gboolean says_length;
  Next next = read_header (self, first, error);

  if (next != NEXT_OK)
    return next;
  says_length = self->left != G_MAXUINT64;
  memset (self->definitions, 0, sizeof self->definitions);
  self->has_timestamp = FALSE;
  hip_fit_activities_begin_file (self->activities);
  next = read_records (self, error);
  hip_fit_activities_end_file (self->activities);
  if (next == NEXT_FAILED)
    return next;
  if (next == NEXT_DAMAGED || !says_length)
    note_damage (self, _ ("It was not written to its end, or changed since."));
  if (!says_length)
    return NEXT_END;
  if (next == NEXT_DAMAGED)
    next = skip_records (self, error);
  return next == NEXT_OK ? check_crc (self, error) : next;
}

static Next
read_chain (Reader *self, GError **error)
{
  Next next = NEXT_OK;

  for (guint i = 0; next == NEXT_OK && i < MAX_CHAINED_FILES; i++)
    next = read_file (self, i == 0, error);
  return next;
}

/**
 * hip_fit_reader_read:
 * @stream: the file's bytes
 * @remark: (out) (nullable): what is wrong with a file that was read all the same
 * @cancellable: (nullable): stops reading
 * @error: return location for an I/O error or %HIP_RECORD_ERROR
 *
 * Reads the activities of a FIT file, in the order of their sessions. Reads it once, from front to
 * back, and keeps only sums; the sessions may stand before or behind the points. Of a damaged file
 * everything is kept that was read before the damage; where the session is missing, laps and points
 * stand in for it.
 *
 * Returns: (transfer full) (element-type HipActivity) (nullable): the activities, or %NULL if the
 *   file has none
 */
GPtrArray *
hip_fit_reader_read (GInputStream *stream, char **remark, GCancellable *cancellable, GError **error)
{
  g_autofree Reader *self = NULL;
  g_autoptr (HipFitActivities) collector = NULL;
  g_autoptr (GPtrArray) activities = NULL;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream) && remark != NULL, NULL);

  self = g_new0 (Reader, 1);
  collector = hip_fit_activities_new ();
  self->stream = stream;
  self->cancellable = cancellable;
  self->activities = collector;
  *remark = NULL;
  if (read_chain (self, error) == NEXT_FAILED)
    return NULL;
  activities = hip_fit_activities_finish (collector);
  if (hip_fit_activities_is_estimate (collector))
    note_damage (self, _ ("Its summary is missing."));
  if (!hip_activities_check (activities, self->damage, remark, error))
    return NULL;
  return g_steal_pointer (&activities);
}
