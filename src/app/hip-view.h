// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "hip-session.h"
#include "hip-tsv.h"

G_BEGIN_DECLS

#define HIP_TYPE_VIEW (hip_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (HipView, hip_view, HIP, VIEW, AdwBin)

struct _HipViewClass
{
  AdwBinClass parent_class;

  /* The session changed: show what it has now. Also called once at the start. */
  void (*repaint) (HipView *self);
};

HipSession *hip_view_get_session (HipView *self);
/* Puts a table on the clipboard, and says so in a toast. */
void hip_view_copy (HipView *self, HipTsv *table, const char *message);

G_END_DECLS
