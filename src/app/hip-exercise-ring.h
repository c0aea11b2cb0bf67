// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HIP_TYPE_EXERCISE_RING (hip_exercise_ring_get_type ())
G_DECLARE_FINAL_TYPE (HipExerciseRing, hip_exercise_ring, HIP, EXERCISE_RING, GtkWidget)

/* @picture: (nullable): the name of a picture of the guide */
void hip_exercise_ring_set_picture (HipExerciseRing *self, const char *picture);
/* @fraction: 0 to 1, of the ring that is left; @quiet: a pause, in the colour of text */
void hip_exercise_ring_set_fraction (HipExerciseRing *self, double fraction, gboolean quiet);

G_END_DECLS
