// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-xml-reader.h"

#include <libxml/xmlreader.h>
#include <math.h>
#include <string.h>

#include <glib/gi18n.h>

#include "hip-record.h"

/* No element of an activity file is as long, and no file as large. What is looked for the end of is
 * looked through again with each piece of it, so the first is to be small. */
#define MAX_STEP_BYTES (512 * 1024)
#define MAX_FILE_BYTES (512 * 1024 * 1024)
#define MAX_DEPTH      64
#define MAX_TEXT_BYTES (64 * 1024)

struct _HipXmlReader
{
  GInputStream *stream; /* (owned) */
  GCancellable *cancellable;
  xmlTextReader *reader; /* (owned) */
  GError *error;         /* (owned) (nullable): of the stream */
  const char *damage;    /* translated */
  GString *text;         /* (owned) */

  const char *names[MAX_DEPTH]; /* (borrowed): of the open elements, from the parser's dictionary */
  guint depth;
  gboolean ends_next; /* the element is empty */
  gboolean ended;     /* the innermost name is that of an element which has ended */
  gboolean in_document;
  guint64 bytes;
  guint64 step_bytes; /* since the parser last came up with something */
};

static const char *
skip_to_markup (const char *bytes, gssize n)
{
  for (gssize i = 0; i < n; i++)
    if (bytes[i] == '<')
      return bytes + i;
  return bytes + n;
}

/* Some writers put blanks before the declaration, where XML allows none. */
static int
read_cb (void *data, char *buffer, int length)
{
  HipXmlReader *self = data;
  gssize n;

  if (self->bytes > MAX_FILE_BYTES || self->step_bytes > MAX_STEP_BYTES)
    {
      self->damage = _ ("It is larger than any activity.");
      return -1;
    }
  do
    {
      n = g_input_stream_read (self->stream, buffer, (gsize) length, self->cancellable,
                               &self->error);
      if (n <= 0)
        return (int) n;
      self->bytes += (guint64) n;
      self->step_bytes += (guint64) n;
      if (!self->in_document)
        {
          const char *markup = skip_to_markup (buffer, n);

          n -= markup - buffer;
          memmove (buffer, markup, (gsize) n);
        }
    }
  while (n == 0 && self->step_bytes <= MAX_STEP_BYTES);
  self->in_document = TRUE;
  return (int) n;
}

/* What is wrong is told by the caller, once. */
static void
ignore_error_cb (void *data,
                 const char *message,
                 xmlParserSeverities severity,
                 xmlTextReaderLocatorPtr locator)
{
}

/**
 * hip_xml_reader_new:
 * @stream: the document's bytes; a reference is kept
 * @cancellable: (nullable): stops reading; must outlive the reader
 *
 * Starts reading a document.
 *
 * Returns: (transfer full): the reader
 */
HipXmlReader *
hip_xml_reader_new (GInputStream *stream, GCancellable *cancellable)
{
  HipXmlReader *self;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  self = g_new0 (HipXmlReader, 1);
  self->stream = g_object_ref (stream);
  self->cancellable = cancellable;
  self->text = g_string_new (NULL);
  self->reader = xmlReaderForIO (read_cb, NULL, self, NULL, NULL,
                                 XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (self->reader != NULL)
    xmlTextReaderSetErrorHandler (self->reader, ignore_error_cb, NULL);
  return self;
}

/**
 * hip_xml_reader_free:
 * @self: (nullable): a reader
 *
 * Frees it.
 */
void
hip_xml_reader_free (HipXmlReader *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->reader, xmlFreeTextReader);
  g_object_unref (self->stream);
  g_string_free (self->text, TRUE);
  g_clear_error (&self->error);
  g_free (self);
}

static HipXmlEvent
stop (HipXmlReader *self, const char *damage)
{
  if (self->damage == NULL)
    self->damage = damage;
  g_clear_pointer (&self->reader, xmlFreeTextReader);
  self->depth = 0;
  return HIP_XML_STOP;
}

static HipXmlEvent
begin_element (HipXmlReader *self)
{
  if (self->depth == MAX_DEPTH)
    return stop (self, _ ("It is nested too deeply."));
  self->names[self->depth++] = (const char *) xmlTextReaderConstLocalName (self->reader);
  self->ends_next = xmlTextReaderIsEmptyElement (self->reader) == 1;
  g_string_truncate (self->text, 0);
  return HIP_XML_START;
}

static void
take_text (HipXmlReader *self)
{
  const char *text = (const char *) xmlTextReaderConstValue (self->reader);
  gsize room = MAX_TEXT_BYTES - MIN (self->text->len, MAX_TEXT_BYTES);

  if (text == NULL)
    return;
  if (strlen (text) > room)
    {
      /* Not in the middle of a character. */
      while (room > 0 && ((guchar) text[room] & 0xc0) == 0x80)
        room--;
      g_string_append_len (self->text, text, (gssize) room);
    }
  else
    g_string_append (self->text, text);
}

static HipXmlEvent
end_element (HipXmlReader *self)
{
  self->ends_next = FALSE;
  self->ended = TRUE;
  return HIP_XML_END;
}

static HipXmlEvent
stop_at_end (HipXmlReader *self, int result)
{
  return stop (self, result == 0 ? NULL : _ ("It is cut off, or not what it should be."));
}

/**
 * hip_xml_reader_next:
 * @self: a reader
 *
 * Reads on to where an element begins or ends.
 *
 * Returns: what is there
 */
HipXmlEvent
hip_xml_reader_next (HipXmlReader *self)
{
  int result;

  g_return_val_if_fail (self != NULL, HIP_XML_STOP);

  if (self->ended)
    {
      self->ended = FALSE;
      self->depth--;
    }
  if (self->ends_next)
    return end_element (self);
  while (self->reader != NULL)
    {
      result = xmlTextReaderRead (self->reader);
      self->step_bytes = 0;
      if (result != 1)
        return stop_at_end (self, result);
      switch (xmlTextReaderNodeType (self->reader))
        {
        case XML_READER_TYPE_ELEMENT:
          return begin_element (self);
        case XML_READER_TYPE_END_ELEMENT:
          return end_element (self);
        case XML_READER_TYPE_TEXT:
        case XML_READER_TYPE_CDATA:
          take_text (self);
          break;
        case XML_READER_TYPE_DOCUMENT_TYPE:
        case XML_READER_TYPE_ENTITY_REFERENCE:
          return stop (self, _ ("It defines words of its own, which no activity does."));
        default:
          break;
        }
    }
  return HIP_XML_STOP;
}

/**
 * hip_xml_reader_is:
 * @self: a reader at an element
 * @name: a name without prefix
 *
 * Returns: whether this is the name of the element that begins or ends
 */
gboolean
hip_xml_reader_is (const HipXmlReader *self, const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, FALSE);

  return self->depth > 0 && g_str_equal (self->names[self->depth - 1], name);
}

/**
 * hip_xml_reader_is_in:
 * @self: a reader at an element
 * @parent: a name without prefix
 *
 * Returns: whether this is the name of the element around the one that begins or ends
 */
gboolean
hip_xml_reader_is_in (const HipXmlReader *self, const char *parent)
{
  g_return_val_if_fail (self != NULL && parent != NULL, FALSE);

  return self->depth > 1 && g_str_equal (self->names[self->depth - 2], parent);
}

/**
 * hip_xml_reader_dup_attribute:
 * @self: a reader where an element begins
 * @name: an attribute's name
 *
 * Returns: (transfer full) (nullable): its value
 */
char *
hip_xml_reader_dup_attribute (HipXmlReader *self, const char *name)
{
  xmlChar *value;
  char *copy;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  if (self->reader == NULL)
    return NULL;
  value = xmlTextReaderGetAttribute (self->reader, (const xmlChar *) name);
  copy = g_strdup ((const char *) value);
  xmlFree (value);
  return copy;
}

/**
 * hip_xml_reader_get_text:
 * @self: a reader where an element ends
 *
 * Returns: (transfer none): the element's text, cut off at 64 KiB
 */
const char *
hip_xml_reader_get_text (const HipXmlReader *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text->str;
}

/**
 * hip_xml_reader_get_number:
 * @self: a reader where an element ends
 * @number: (out): the number
 *
 * Returns: whether the element's text is a number
 */
gboolean
hip_xml_reader_get_number (const HipXmlReader *self, double *number)
{
  char *end;

  g_return_val_if_fail (self != NULL && number != NULL, FALSE);

  *number = g_ascii_strtod (self->text->str, &end);
  return end != self->text->str && isfinite (*number);
}

/**
 * hip_xml_reader_finish:
 * @self: a reader that has stopped
 * @damage: (out) (nullable): why it stopped before the end of the document, a sentence
 * @error: return location for an I/O error
 *
 * Returns: whether the stream could be read
 */
gboolean
hip_xml_reader_finish (HipXmlReader *self, const char **damage, GError **error)
{
  g_return_val_if_fail (self != NULL && damage != NULL, FALSE);

  *damage = self->damage;
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

/**
 * hip_xml_parse_time:
 * @text: an xsd:dateTime
 * @time_us: (out): Unix time in microseconds
 * @offset_min: (out): minutes east of UTC, or %HIP_UNSET where the time is in UTC, as most files
 *   have it whatever the place
 *
 * Returns: whether it is a time
 */
gboolean
hip_xml_parse_time (const char *text, gint64 *time_us, gint32 *offset_min)
{
  g_autoptr (GTimeZone) utc = NULL;
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *trimmed = NULL;
  gint64 offset;

  g_return_val_if_fail (text != NULL && time_us != NULL && offset_min != NULL, FALSE);

  if (strlen (text) > 100)
    return FALSE;
  trimmed = g_strstrip (g_strdup (text));
  utc = g_time_zone_new_utc ();
  time = g_date_time_new_from_iso8601 (trimmed, utc);
  if (time == NULL)
    return FALSE;
  offset = g_date_time_get_utc_offset (time) / G_TIME_SPAN_MINUTE;
  *offset_min = offset != 0 ? (gint32) offset : HIP_UNSET;
  *time_us = g_date_time_to_unix_usec (time);
  return TRUE;
}
