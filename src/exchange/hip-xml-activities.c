// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-xml-activities.h"

#define MAX_ACTIVITIES 1000

/**
 * hip_xml_activities_begin:
 * @self: a document that is being read
 * @source: what its activities come from
 *
 * Begins an activity. One that was being read, and has no end, is dropped.
 *
 * Returns: %FALSE when the document has more activities than anybody's
 */
gboolean
hip_xml_activities_begin (HipXmlActivities *self, const char *source)
{
  g_return_val_if_fail (self != NULL && source != NULL, FALSE);

  g_clear_pointer (&self->activity, hip_activity_free);
  if (self->found->len >= MAX_ACTIVITIES)
    return FALSE;
  self->activity = hip_activity_new ();
  self->activity->source = g_strdup (source);
  return TRUE;
}

/**
 * hip_xml_activities_take:
 * @self: a document that is being read
 * @activity: (transfer full): a whole activity
 *
 * Adds an activity to those that were found.
 */
void
hip_xml_activities_take (HipXmlActivities *self, HipActivity *activity)
{
  g_return_if_fail (self != NULL && activity != NULL);

  g_ptr_array_add (self->found, activity);
}

static void
read_elements (HipXmlActivities *self)
{
  HipXmlEvent event;

  while ((event = hip_xml_reader_next (self->xml)) != HIP_XML_STOP)
    if (event == HIP_XML_START)
      self->handlers->begin_element (self);
    else if (self->activity != NULL)
      self->handlers->end_element (self);
  /* Cut off in the middle of it. */
  if (self->activity == NULL)
    return;
  self->activity->partial = TRUE;
  self->handlers->end_activity (self);
}

/**
 * hip_xml_activities_read:
 * @self: a document with its handlers, of which nothing is read
 * @stream: the file's bytes
 * @remark: (out) (nullable): what is wrong with a file that was read all the same
 * @cancellable: (nullable): stops reading
 * @error: return location for an I/O error or %HIP_RECORD_ERROR
 *
 * Reads the document from front to back. Of one that is cut off everything is kept up to there.
 *
 * Returns: (transfer full) (element-type HipActivity) (nullable): the activities, or %NULL if the
 *   file has none
 */
GPtrArray *
hip_xml_activities_read (HipXmlActivities *self,
                         GInputStream *stream,
                         char **remark,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (HipXmlReader) xml = NULL;
  g_autoptr (GPtrArray) found = NULL;
  const char *damage;

  g_return_val_if_fail (self != NULL && self->handlers != NULL, NULL);
  g_return_val_if_fail (G_IS_INPUT_STREAM (stream) && remark != NULL, NULL);

  *remark = NULL;
  self->xml = xml = hip_xml_reader_new (stream, cancellable);
  self->found = found = g_ptr_array_new_with_free_func ((GDestroyNotify) hip_activity_free);
  read_elements (self);
  if (!hip_xml_reader_finish (xml, &damage, error)
      || !hip_activities_check (found, damage, remark, error))
    return NULL;
  return g_steal_pointer (&found);
}
