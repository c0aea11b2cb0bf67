// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "fuzz-target.h"
#include "hip-gpx-reader.h"
#include "hip-tcx-reader.h"

/* Takes the data for a GPX and for a TCX file. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const HipActivityReader readers[] = { hip_gpx_reader_read, hip_tcx_reader_read };

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      g_autoptr(GInputStream) stream =
                    g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
      g_autoptr(GError) error = NULL;
      g_autofree char *remark = NULL;
      g_autoptr(GPtrArray) activities = readers[i](stream, &remark, NULL, &error);

      g_assert_true ((activities == NULL) == (error != NULL));
    }
  return 0;
}
