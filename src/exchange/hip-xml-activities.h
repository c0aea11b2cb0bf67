// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-activity.h"
#include "hip-xml-reader.h"

G_BEGIN_DECLS

typedef struct _HipXmlActivities HipXmlActivities;

/**
 * HipXmlHandlers:
 * @begin_element: where an element begins; see hip_xml_activities_begin()
 * @end_element: where an element ends, only while an activity is being read
 * @end_activity: completes the activity that is being read; see hip_xml_activities_take()
 *
 * What tells one kind of document from another.
 */
typedef struct
{
  void (*begin_element) (HipXmlActivities *self);
  void (*end_element) (HipXmlActivities *self);
  void (*end_activity) (HipXmlActivities *self);
} HipXmlHandlers;

/**
 * HipXmlActivities:
 *
 * A document with activities that is being read: the head of what a reader of it keeps.
 */
struct _HipXmlActivities
{
  const HipXmlHandlers *handlers;
  HipXmlReader *xml;     /* (borrowed): while reading */
  GPtrArray *found;      /* (borrowed) (element-type HipActivity): while reading */
  HipActivity *activity; /* (owned) (nullable): the one that is being read */
};

/* Reads the whole document, as a HipActivityReader does. */
GPtrArray *hip_xml_activities_read (HipXmlActivities *self,
                                    GInputStream *stream,
                                    char **remark,
                                    GCancellable *cancellable,
                                    GError **error);
/* For the handlers: begins another activity, FALSE where there are too many; and takes it. */
gboolean hip_xml_activities_begin (HipXmlActivities *self, const char *source);
void hip_xml_activities_take (HipXmlActivities *self, HipActivity *activity);

G_END_DECLS
