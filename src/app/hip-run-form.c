// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-run-form.h"

#include <glib/gi18n.h>

#include "hip-date-text.h"

#define METRES_PER_FOOT 0.3048
/* More than any run climbs: the height of Everest from the sea. */
#define MAX_ASCENT_M 99999

/**
 * HipRunForm:
 *
 * The state of the run dialog without its widgets: the run as it was, the run
 * as it would be, and what is wrong with a text. Each edit makes a new run, so
 * that whoever holds an older one keeps it unharmed.
 */
struct _HipRunForm
{
  HipRun *origin; /* (owned) */
  HipRun *run;    /* (owned) */
  GError *errors[HIP_N_RUN_FIELDS];
  char *first_texts[HIP_N_RUN_FIELDS]; /* (owned) */
  HipUnits units;
  HipDay today;
};

static gint64
feet_from_metres (gint64 metres)
{
  return (gint64) (metres / METRES_PER_FOOT + 0.5);
}

static char *
format_integer (gint32 value)
{
  return value == HIP_UNSET ? g_strdup ("") : g_strdup_printf ("%d", value);
}

static char *
format_ascent (const HipRun *run, HipUnits units)
{
  if (run->ascent_m == HIP_UNSET || units == HIP_UNITS_KM)
    return format_integer (run->ascent_m);
  return format_integer ((gint32) feet_from_metres (run->ascent_m));
}

static char *
format_field (const HipRun *run, HipUnits units, HipRunField field)
{
  switch (field)
    {
    case HIP_RUN_FIELD_DATE:
      return hip_date_text_format (run->date);
    case HIP_RUN_FIELD_START:
      return run->start_s == HIP_UNSET ? g_strdup ("") : hip_units_format_time (run->start_s);
    case HIP_RUN_FIELD_DISTANCE:
      return run->distance_m <= 0 ? g_strdup ("")
                                  : hip_units_format_number (units, run->distance_m, 2);
    case HIP_RUN_FIELD_DURATION:
      return run->duration_s == HIP_UNSET ? g_strdup ("")
                                          : hip_units_format_duration (run->duration_s);
    case HIP_RUN_FIELD_CADENCE:
      return format_integer (run->cadence_spm);
    case HIP_RUN_FIELD_ASCENT:
      return format_ascent (run, units);
    default:
      g_return_val_if_reached (NULL);
    }
}

static HipRun *
make_empty (HipDay today)
{
  HipRun *run = hip_run_new ();

  run->date = today;
  run->distance_m = 0;
  return run;
}

/**
 * hip_run_form_new:
 * @run: (nullable): the run to edit; with id 0 the values a new one starts from;
 *   %NULL for an empty one of today
 * @units: what distances are typed in
 * @today: the last day a run may have
 *
 * Returns: (transfer full): a form
 */
HipRunForm *
hip_run_form_new (HipRun *run, HipUnits units, HipDay today)
{
  HipRunForm *self = g_new0 (HipRunForm, 1);

  self->origin = run != NULL ? hip_record_ref (run) : make_empty (today);
  self->run = hip_record_ref (self->origin);
  self->units = units;
  self->today = today;
  for (int field = 0; field < HIP_N_RUN_FIELDS; field++)
    self->first_texts[field] = format_field (self->origin, units, field);
  return self;
}

/**
 * hip_run_form_free:
 * @self: (transfer full): a form
 *
 * Frees the form.
 */
void
hip_run_form_free (HipRunForm *self)
{
  g_return_if_fail (self != NULL);

  hip_record_unref (self->origin);
  hip_record_unref (self->run);
  for (int field = 0; field < HIP_N_RUN_FIELDS; field++)
    {
      g_clear_error (&self->errors[field]);
      g_free (self->first_texts[field]);
    }
  g_free (self);
}

/**
 * hip_run_form_dup_text:
 * @self: a form
 * @field: one of its fields
 *
 * Returns: (transfer full): the text to begin with, empty if not logged
 */
char *
hip_run_form_dup_text (const HipRunForm *self, HipRunField field)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_strdup (self->first_texts[field]);
}

/**
 * hip_run_form_edit:
 * @self: a form
 *
 * Returns: (transfer none): a run of the form's own to set what is chosen and
 *   not typed
 */
HipRun *
hip_run_form_edit (HipRunForm *self)
{
  HipRun *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = hip_record_copy (self->run);
  hip_record_unref (self->run);
  self->run = copy;
  return copy;
}

static gboolean
parse_integer (const char *text,
               gint64 min,
               gint64 max,
               gint64 fallback,
               gint64 *value,
               GError **error)
{
  *value = fallback;
  return *text == '\0' || hip_units_parse_integer (text, min, max, value, error);
}

static gboolean
parse_ascent (const char *text, HipUnits units, gint32 *ascent, GError **error)
{
  gint64 max = units == HIP_UNITS_MI ? feet_from_metres (MAX_ASCENT_M) : MAX_ASCENT_M;
  gint64 value;

  if (!parse_integer (text, 0, max, HIP_UNSET, &value, error))
    return FALSE;
  if (value != HIP_UNSET && units == HIP_UNITS_MI)
    value = (gint64) (value * METRES_PER_FOOT + 0.5);
  *ascent = (gint32) value;
  return TRUE;
}

static gboolean
parse_duration (const char *text, gint32 *duration, GError **error)
{
  gint64 seconds = HIP_UNSET;

  if (*text != '\0' && !hip_units_parse_duration (text, &seconds, error))
    return FALSE;
  *duration = (gint32) CLAMP (seconds, G_MININT32, G_MAXINT32);
  return TRUE;
}

static gboolean
parse_distance (const char *text, HipUnits units, gint32 *distance, GError **error)
{
  gint64 metres = 0;

  if (*text != '\0' && !hip_units_parse_distance (text, units, &metres, error))
    return FALSE;
  *distance = (gint32) CLAMP (metres, 0, G_MAXINT32);
  return TRUE;
}

static gboolean
parse_date (const char *text, HipDay today, HipDay *date, GError **error)
{
  HipDay day;

  if (!hip_date_text_parse (*text != '\0' ? text : "?", today, &day, error))
    return FALSE;
  *date = day;
  return TRUE;
}

static gboolean
parse_cadence (const char *text, gint32 *cadence, GError **error)
{
  gint64 value;

  if (!parse_integer (text, HIP_CADENCE_MIN, HIP_CADENCE_MAX, HIP_UNSET, &value, error))
    return FALSE;
  *cadence = (gint32) value;
  return TRUE;
}

static gboolean
parse_start (const char *text, gint32 *start, GError **error)
{
  *start = HIP_UNSET;
  return *text == '\0' || hip_units_parse_time (text, start, error);
}

static gboolean
parse_field (HipRunForm *self, HipRunField field, const char *text, HipRun *run, GError **error)
{
  switch (field)
    {
    case HIP_RUN_FIELD_DATE:
      return parse_date (text, self->today, &run->date, error);
    case HIP_RUN_FIELD_START:
      return parse_start (text, &run->start_s, error);
    case HIP_RUN_FIELD_DISTANCE:
      return parse_distance (text, self->units, &run->distance_m, error);
    case HIP_RUN_FIELD_DURATION:
      return parse_duration (text, &run->duration_s, error);
    case HIP_RUN_FIELD_CADENCE:
      return parse_cadence (text, &run->cadence_spm, error);
    case HIP_RUN_FIELD_ASCENT:
      return parse_ascent (text, self->units, &run->ascent_m, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static void
copy_field (HipRun *to, const HipRun *from, HipRunField field)
{
  switch (field)
    {
    case HIP_RUN_FIELD_DATE:
      to->date = from->date;
      break;
    case HIP_RUN_FIELD_START:
      to->start_s = from->start_s;
      break;
    case HIP_RUN_FIELD_DISTANCE:
      to->distance_m = from->distance_m;
      break;
    case HIP_RUN_FIELD_DURATION:
      to->duration_s = from->duration_s;
      break;
    case HIP_RUN_FIELD_CADENCE:
      to->cadence_spm = from->cadence_spm;
      break;
    case HIP_RUN_FIELD_ASCENT:
      to->ascent_m = from->ascent_m;
      break;
    default:
      g_return_if_reached ();
    }
}

/* A run in which nothing else can be wrong: what the check says is about this field. */
static gboolean
check_field (HipRunForm *self, HipRunField field, const HipRun *run, GError **error)
{
  g_autoptr (HipRun) probe = make_empty (self->today);

  probe->distance_m = 1000;
  copy_field (probe, run, field);
  return hip_record_validate (probe, self->today, error);
}

/* The first text says less than the record: 10,483 m may be written "10.48". As long as it
 * stands the record's own value does. */
static gboolean
read_field (HipRunForm *self, HipRunField field, const char *text, HipRun *run, GError **error)
{
  if (*text != '\0' && g_str_equal (text, self->first_texts[field]))
    {
      copy_field (run, self->origin, field);
      return TRUE;
    }
  if (!parse_field (self, field, text, run, error))
    return FALSE;
  if (field == HIP_RUN_FIELD_DISTANCE && *text == '\0')
    return TRUE;
  return check_field (self, field, run, error);
}

/**
 * hip_run_form_set_text:
 * @self: a form
 * @field: one of its fields
 * @text: what is typed in it now
 *
 * Takes over a text. An empty one means "not logged". If the text cannot be
 * understood the run keeps the value it had and the field has an error.
 */
void
hip_run_form_set_text (HipRunForm *self, HipRunField field, const char *text)
{
  g_autofree char *stripped = NULL;
  g_autoptr (HipRun) run = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  stripped = g_strstrip (g_strdup (text));
  g_clear_error (&self->errors[field]);
  run = hip_record_copy (self->run);
  if (read_field (self, field, stripped, run, &self->errors[field]))
    {
      hip_record_unref (self->run);
      self->run = g_steal_pointer (&run);
    }
}

/**
 * hip_run_form_get_run:
 * @self: a form
 *
 * Returns: (transfer none): the run as it would be
 */
HipRun *
hip_run_form_get_run (const HipRunForm *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->run;
}

/**
 * hip_run_form_get_origin:
 * @self: a form
 *
 * Returns: (transfer none): the run as it was
 */
HipRun *
hip_run_form_get_origin (const HipRunForm *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->origin;
}

/**
 * hip_run_form_is_new:
 * @self: a form
 *
 * Returns: whether the run is not in the log yet
 */
gboolean
hip_run_form_is_new (const HipRunForm *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->origin->rec.id == 0;
}

/**
 * hip_run_form_is_changed:
 * @self: a form
 *
 * Returns: whether anything was typed or chosen that differs from the start
 */
gboolean
hip_run_form_is_changed (const HipRunForm *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (int field = 0; field < HIP_N_RUN_FIELDS; field++)
    if (self->errors[field] != NULL)
      return TRUE;
  return !hip_record_equal (self->origin, self->run);
}

/**
 * hip_run_form_get_error:
 * @self: a form
 * @field: one of its fields
 *
 * Returns: (transfer none) (nullable): what is wrong with its text, in a sentence
 */
const char *
hip_run_form_get_error (const HipRunForm *self, HipRunField field)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->errors[field] != NULL ? self->errors[field]->message : NULL;
}

static void
require_distance (HipRunForm *self)
{
  GError **error = &self->errors[HIP_RUN_FIELD_DISTANCE];

  if (*error == NULL && self->run->distance_m <= 0)
    g_set_error_literal (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_INVALID,
                         self->units == HIP_UNITS_MI
                             ? _ ("Type how far you ran, such as 6.5 mi.")
                             : _ ("Type how far you ran, such as 10.5 km."));
}

/**
 * hip_run_form_check:
 * @self: a form
 * @field: (out): return location for the first field that is wrong, or -1
 * @error: return location for a sentence
 *
 * Checks everything before it is kept.
 *
 * Returns: whether the run may be kept
 */
gboolean
hip_run_form_check (HipRunForm *self, int *field, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (field != NULL, FALSE);

  require_distance (self);
  for (*field = 0; *field < HIP_N_RUN_FIELDS; (*field)++)
    if (self->errors[*field] != NULL)
      {
        g_propagate_error (error, g_error_copy (self->errors[*field]));
        return FALSE;
      }
  *field = -1;
  return hip_record_validate (self->run, self->today, error);
}
