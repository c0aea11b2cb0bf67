// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-sport.h"

#include "hip-cell.h"

typedef struct
{
  const char *key; /* as hip_cell_dup_key() makes it */
  HipSurface surface;
} RunType;

/* Strava and Garmin name the sport in the account's language. */
static const RunType run_types[] = {
  /* English, and the names of the programming interface */
  { "run", HIP_SURFACE_UNKNOWN },
  { "running", HIP_SURFACE_UNKNOWN },
  { "trailrun", HIP_SURFACE_TRAIL },
  { "trailrunning", HIP_SURFACE_TRAIL },
  { "virtualrun", HIP_SURFACE_TREADMILL },
  { "treadmillrun", HIP_SURFACE_TREADMILL },
  { "trackrun", HIP_SURFACE_TRACK },
  { "streetrunning", HIP_SURFACE_ROAD },
  { "treadmillrunning", HIP_SURFACE_TREADMILL },
  { "indoorrunning", HIP_SURFACE_TREADMILL },
  { "virtualrunning", HIP_SURFACE_TREADMILL },
  { "trackrunning", HIP_SURFACE_TRACK },
  { "9", HIP_SURFACE_UNKNOWN }, /* in Strava's GPX files */
  /* German */
  { "lauf", HIP_SURFACE_UNKNOWN },
  { "laufen", HIP_SURFACE_UNKNOWN },
  { "traillauf", HIP_SURFACE_TRAIL },
  { "geländelauf", HIP_SURFACE_TRAIL },
  { "virtuellerlauf", HIP_SURFACE_TREADMILL },
  { "laufbandtraining", HIP_SURFACE_TREADMILL },
  { "laufband", HIP_SURFACE_TREADMILL },
  { "hallenlauf", HIP_SURFACE_TREADMILL },
  { "laufenaufderbahn", HIP_SURFACE_TRACK },
  /* Dutch */
  { "hardloopsessie", HIP_SURFACE_UNKNOWN },
  { "hardlopen", HIP_SURFACE_UNKNOWN },
  { "trailloop", HIP_SURFACE_TRAIL },
  { "trailhardloopsessie", HIP_SURFACE_TRAIL },
  { "virtuelehardloopsessie", HIP_SURFACE_TREADMILL },
  { "virtueelhardlopen", HIP_SURFACE_TREADMILL },
  { "hardlopenoploopband", HIP_SURFACE_TREADMILL },
  { "loopband", HIP_SURFACE_TREADMILL },
  { "hardlopenopbaan", HIP_SURFACE_TRACK },
  /* French */
  { "course", HIP_SURFACE_UNKNOWN },
  { "courseàpied", HIP_SURFACE_UNKNOWN },
  { "trail", HIP_SURFACE_TRAIL },
  { "courseàpieddetrail", HIP_SURFACE_TRAIL },
  { "coursevirtuelle", HIP_SURFACE_TREADMILL },
  { "courseàpiedvirtuelle", HIP_SURFACE_TREADMILL },
  { "coursesurtapis", HIP_SURFACE_TREADMILL },
  { "coursesurtapisroulant", HIP_SURFACE_TREADMILL },
  { "coursesurtapisdecourse", HIP_SURFACE_TREADMILL },
  { "coursesurpiste", HIP_SURFACE_TRACK },
  /* Spanish */
  { "carrera", HIP_SURFACE_UNKNOWN },
  { "correr", HIP_SURFACE_UNKNOWN },
  { "carreraapie", HIP_SURFACE_UNKNOWN },
  { "carrerademontaña", HIP_SURFACE_TRAIL },
  { "carreradetrail", HIP_SURFACE_TRAIL },
  { "carreraportrail", HIP_SURFACE_TRAIL },
  { "carreravirtual", HIP_SURFACE_TREADMILL },
  { "carreraencinta", HIP_SURFACE_TREADMILL },
  { "carreraenpista", HIP_SURFACE_TRACK },
  /* Italian */
  { "corsa", HIP_SURFACE_UNKNOWN },
  { "corsatrail", HIP_SURFACE_TRAIL },
  { "corsasutrail", HIP_SURFACE_TRAIL },
  { "corsavirtuale", HIP_SURFACE_TREADMILL },
  { "corsasutapisroulant", HIP_SURFACE_TREADMILL },
  { "tapisroulant", HIP_SURFACE_TREADMILL },
  { "corsasupista", HIP_SURFACE_TRACK },
  /* Portuguese */
  { "corrida", HIP_SURFACE_UNKNOWN },
  { "corridaemtrilha", HIP_SURFACE_TRAIL },
  { "corridaemtrilhas", HIP_SURFACE_TRAIL },
  { "corridadetrilha", HIP_SURFACE_TRAIL },
  { "corridavirtual", HIP_SURFACE_TREADMILL },
  { "corridaemesteira", HIP_SURFACE_TREADMILL },
  { "corridaempista", HIP_SURFACE_TRACK },
  /* Swedish, Danish, Norwegian */
  { "löpning", HIP_SURFACE_UNKNOWN },
  { "löprunda", HIP_SURFACE_UNKNOWN },
  { "terränglöpning", HIP_SURFACE_TRAIL },
  { "virtuelllöpning", HIP_SURFACE_TREADMILL },
  { "løb", HIP_SURFACE_UNKNOWN },
  { "løbetur", HIP_SURFACE_UNKNOWN },
  { "trailløb", HIP_SURFACE_TRAIL },
  { "virtueltløb", HIP_SURFACE_TREADMILL },
  { "løp", HIP_SURFACE_UNKNOWN },
  { "løpetur", HIP_SURFACE_UNKNOWN },
  { "terrengløp", HIP_SURFACE_TRAIL },
  { "virtuellløpetur", HIP_SURFACE_TREADMILL },
  { "traillöpning", HIP_SURFACE_TRAIL },
  { "löpband", HIP_SURFACE_TREADMILL },
  { "löpningpåbana", HIP_SURFACE_TRACK },
  { "løbpåløbebånd", HIP_SURFACE_TREADMILL },
  { "løbebånd", HIP_SURFACE_TREADMILL },
  { "løbpåbane", HIP_SURFACE_TRACK },
  { "tredemølle", HIP_SURFACE_TREADMILL },
  /* Polish, Russian */
  { "bieg", HIP_SURFACE_UNKNOWN },
  { "bieganie", HIP_SURFACE_UNKNOWN },
  { "biegprzełajowy", HIP_SURFACE_TRAIL },
  { "biegterenowy", HIP_SURFACE_TRAIL },
  { "biegwirtualny", HIP_SURFACE_TREADMILL },
  { "бег", HIP_SURFACE_UNKNOWN },
  { "забег", HIP_SURFACE_UNKNOWN },
  { "трейлраннинг", HIP_SURFACE_TRAIL },
  { "виртуальныйзабег", HIP_SURFACE_TREADMILL },
  /* Japanese, Korean, Chinese */
  { "ラン", HIP_SURFACE_UNKNOWN },
  { "ランニング", HIP_SURFACE_UNKNOWN },
  { "トレイルラン", HIP_SURFACE_TRAIL },
  { "バーチャルラン", HIP_SURFACE_TREADMILL },
  { "달리기", HIP_SURFACE_UNKNOWN },
  { "트레일러닝", HIP_SURFACE_TRAIL },
  { "跑步", HIP_SURFACE_UNKNOWN },
  { "越野跑", HIP_SURFACE_TRAIL },
  { "虚拟跑步", HIP_SURFACE_TREADMILL },
  { "虛擬跑步", HIP_SURFACE_TREADMILL },
};

/**
 * hip_sport_is_run:
 * @name: a sport as a file calls it, in any language, or a machine's word for it
 * @surface: (out): the surface, where the sport tells it
 *
 * Returns: whether it is a kind of running
 */
gboolean
hip_sport_is_run (const char *name, HipSurface *surface)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (name != NULL && surface != NULL, FALSE);

  key = hip_cell_dup_key (name);
  *surface = HIP_SURFACE_UNKNOWN;
  for (guint i = 0; i < G_N_ELEMENTS (run_types); i++)
    if (g_str_equal (key, run_types[i].key))
      {
        *surface = run_types[i].surface;
        return TRUE;
      }
  return g_str_has_suffix (key, "running");
}
