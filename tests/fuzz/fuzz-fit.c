// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "fuzz-target.h"
#include "hip-fit-reader.h"

/* Takes the data for a FIT file. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *remark = NULL;
  g_autoptr(GPtrArray) activities = hip_fit_reader_read (stream, &remark, NULL, &error);

  g_assert_true ((activities == NULL) == (error != NULL));
  return 0;
}
