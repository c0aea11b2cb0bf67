// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  HIP_XML_START, /* an element begins */
  HIP_XML_END,   /* an element ends; its text is known */
  HIP_XML_STOP,  /* the end, or what cannot be read on */
} HipXmlEvent;

/**
 * HipXmlReader:
 *
 * Reads XML that strangers made: from front to back, without entities, document types or network,
 * and never more of it at once than a few megabytes.
 */
typedef struct _HipXmlReader HipXmlReader;

HipXmlReader *hip_xml_reader_new (GInputStream *stream, GCancellable *cancellable);
void hip_xml_reader_free (HipXmlReader *self);
HipXmlEvent hip_xml_reader_next (HipXmlReader *self);
/* Of the element that begins or ends, without prefix. */
gboolean hip_xml_reader_is (const HipXmlReader *self, const char *name);
gboolean hip_xml_reader_is_in (const HipXmlReader *self, const char *parent);
char *hip_xml_reader_dup_attribute (HipXmlReader *self, const char *name);
/* The text of the element that ends, up to its first or behind its last child. */
const char *hip_xml_reader_get_text (const HipXmlReader *self);
gboolean hip_xml_reader_get_number (const HipXmlReader *self, double *number);
/* Why it stopped: NULL at the end of the document, else a translated sentence. FALSE with @error
 * when the stream failed. */
gboolean hip_xml_reader_finish (HipXmlReader *self, const char **damage, GError **error);

/* An xsd:dateTime, in microseconds of Unix time. @offset_min is HIP_UNSET where it is in UTC, which
 * says nothing of the place. */
gboolean hip_xml_parse_time (const char *text, gint64 *time_us, gint32 *offset_min);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipXmlReader, hip_xml_reader_free)

G_END_DECLS
