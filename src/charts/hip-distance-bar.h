// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIP_TYPE_DISTANCE_BAR (hip_distance_bar_get_type ())

G_DECLARE_FINAL_TYPE (HipDistanceBar, hip_distance_bar, HIP, DISTANCE_BAR, GtkWidget)

/** HipBarLevel: how a bar is coloured; the words beside it say the same. */
typedef enum
{
  HIP_BAR_LEVEL_NORMAL,
  HIP_BAR_LEVEL_NOTE,
  HIP_BAR_LEVEL_CAUTION,
} HipBarLevel;

#define HIP_TYPE_BAR_LEVEL (hip_bar_level_get_type ())
GType hip_bar_level_get_type (void);

GtkWidget *hip_distance_bar_new (void);
double hip_distance_bar_get_value (HipDistanceBar *self);
void hip_distance_bar_set_value (HipDistanceBar *self, double value);
double hip_distance_bar_get_maximum (HipDistanceBar *self);
void hip_distance_bar_set_maximum (HipDistanceBar *self, double maximum);
double hip_distance_bar_get_first_mark (HipDistanceBar *self);
void hip_distance_bar_set_first_mark (HipDistanceBar *self, double mark);
double hip_distance_bar_get_second_mark (HipDistanceBar *self);
void hip_distance_bar_set_second_mark (HipDistanceBar *self, double mark);
HipBarLevel hip_distance_bar_get_level (HipDistanceBar *self);
void hip_distance_bar_set_level (HipDistanceBar *self, HipBarLevel level);
const char *hip_distance_bar_get_value_text (HipDistanceBar *self);
void hip_distance_bar_set_value_text (HipDistanceBar *self, const char *text);

G_END_DECLS
