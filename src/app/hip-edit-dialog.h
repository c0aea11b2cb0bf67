// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "hip-session.h"

G_BEGIN_DECLS

#define HIP_TYPE_EDIT_DIALOG (hip_edit_dialog_get_type ())
G_DECLARE_DERIVABLE_TYPE (HipEditDialog, hip_edit_dialog, HIP, EDIT_DIALOG, AdwDialog)

struct _HipEditDialogClass
{
  AdwDialogClass parent_class;

  /* The runner asks for what was typed to be kept. */
  void (*submit) (HipEditDialog *self);
};

void hip_edit_dialog_set_changed (HipEditDialog *self, gboolean changed);
void hip_edit_dialog_show_error (HipEditDialog *self, const char *message);
void hip_edit_dialog_apply (HipEditDialog *self, HipSession *session, HipChange *change);

G_END_DECLS
