// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-session.h"

#include "hip-rules.h"

/**
 * HipSession:
 *
 * What every view shares: the log's latest snapshot, the preferences, today's
 * date, and all that follows from them. Whenever one of them changes
 * everything downstream is computed anew and "changed" is emitted once, so no
 * view can show something stale.
 */
struct _HipSession
{
  GObject parent_instance;

  /* Owned References */
  HipLog *log;
  GSettings *settings;

  HipLimits limits;
  HipDay today;
  gboolean is_sample;
  guint day_timeout;
  guint n_applying; /* changes on their way into the log */

  GPtrArray *cached_warnings; /* (element-type HipWarning) */
};

G_DEFINE_FINAL_TYPE (HipSession, hip_session, G_TYPE_OBJECT)

typedef enum
{
  PROP_BUSY = 1,
} HipSessionProperty;

static GParamSpec *properties[PROP_BUSY + 1];

enum
{
  SIGNAL_CHANGED,
  SIGNAL_APPLIED,
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static HipUnits
read_units (GSettings *settings)
{
  g_autofree char *units = g_settings_get_string (settings, "units");

  if (g_str_equal (units, "km"))
    return HIP_UNITS_KM;
  if (g_str_equal (units, "mi"))
    return HIP_UNITS_MI;
  return hip_units_from_locale ();
}

static GDateWeekday
read_first_weekday (GSettings *settings)
{
  /* The enum counts like GDateWeekday, with 0 for the locale's own. */
  int value = g_settings_get_enum (settings, "first-weekday");

  return value == 0 ? hip_units_first_weekday_from_locale () : (GDateWeekday) value;
}

static void
read_limits (HipSession *self)
{
  hip_limits_init_default (&self->limits);
  self->limits.units = read_units (self->settings);
  self->limits.first_weekday = read_first_weekday (self->settings);
  self->limits.week_limit_percent = g_settings_get_int (self->settings, "weekly-limit");
}

/* Recomputes all that follows from log, preferences and date, then tells the views once. */
static void
refresh (HipSession *self)
{
  HipHistory *history = hip_log_get_history (self->log);

  self->today = hip_day_today ();
  read_limits (self);
  g_clear_pointer (&self->cached_warnings, g_ptr_array_unref);
  self->cached_warnings = hip_rules_evaluate (history, &self->limits, self->today);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
day_timeout_cb (gpointer data)
{
  HipSession *self = HIP_SESSION (data);

  if (hip_day_today () != self->today)
    refresh (self);
  return G_SOURCE_CONTINUE;
}

static void
log_changed_cb (HipSession *self, HipChange *change, gboolean is_undo_or_redo)
{
  g_assert (HIP_IS_SESSION (self));

  refresh (self);
  if (!is_undo_or_redo)
    g_signal_emit (self, signals[SIGNAL_APPLIED], 0, hip_change_get_label (change));
}

static void
settings_changed_cb (HipSession *self, const char *key)
{
  g_assert (HIP_IS_SESSION (self));

  if (g_str_equal (key, "units") || g_str_equal (key, "first-weekday")
      || g_str_equal (key, "weekly-limit"))
    refresh (self);
}

static void
hip_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((HipSessionProperty) id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, hip_session_is_busy (HIP_SESSION (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hip_session_dispose (GObject *object)
{
  HipSession *self = HIP_SESSION (object);

  g_clear_handle_id (&self->day_timeout, g_source_remove);
  g_clear_object (&self->log);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->cached_warnings, g_ptr_array_unref);

  G_OBJECT_CLASS (hip_session_parent_class)->dispose (object);
}

static void
hip_session_class_init (HipSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = hip_session_get_property;
  G_OBJECT_CLASS (klass)->dispose = hip_session_dispose;

  /**
   * HipSession:busy:
   *
   * Whether a change is on its way into the log.
   */
  properties[PROP_BUSY] =
      g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), G_N_ELEMENTS (properties), properties);

  /**
   * HipSession::changed:
   *
   * The log, the preferences or the date changed: repaint.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", HIP_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  /**
   * HipSession::applied:
   * @label: what was done, in the past tense, to be offered with Undo
   *
   * An edit has been committed.
   */
  signals[SIGNAL_APPLIED] = g_signal_new ("applied", HIP_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * HipSession::failed:
   * @message: a sentence that says what to do
   *
   * An edit that no dialog waits for could not be kept.
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", HIP_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
hip_session_init (HipSession *self)
{
  /* Midnight may pass, or the machine may sleep over it, while the window is open. */
  self->day_timeout = g_timeout_add_seconds (60, day_timeout_cb, self);
}

/**
 * hip_session_new:
 * @log: an open log
 * @settings: the preferences
 * @is_sample: whether @log is the made-up sample
 *
 * Returns: (transfer full): a session over @log
 */
HipSession *
hip_session_new (HipLog *log, GSettings *settings, gboolean is_sample)
{
  HipSession *self;

  g_return_val_if_fail (HIP_IS_LOG (log), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (HIP_TYPE_SESSION, NULL);
  self->log = g_object_ref (log);
  self->settings = g_object_ref (settings);
  self->is_sample = is_sample;
  g_signal_connect_object (log, "changed", G_CALLBACK (log_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed", G_CALLBACK (settings_changed_cb), self,
                           G_CONNECT_SWAPPED);
  refresh (self);

  return self;
}

/**
 * hip_session_get_log:
 *
 * Returns: (transfer none): the log, for undo, redo and backup
 */
HipLog *
hip_session_get_log (HipSession *self)
{
  g_return_val_if_fail (HIP_IS_SESSION (self), NULL);

  return self->log;
}

/**
 * hip_session_get_settings:
 *
 * Returns: (transfer none): the preferences
 */
GSettings *
hip_session_get_settings (HipSession *self)
{
  g_return_val_if_fail (HIP_IS_SESSION (self), NULL);

  return self->settings;
}

/**
 * hip_session_is_sample:
 *
 * Returns: whether this is the made-up sample and not the runner's own log
 */
gboolean
hip_session_is_sample (HipSession *self)
{
  g_return_val_if_fail (HIP_IS_SESSION (self), FALSE);

  return self->is_sample;
}

/**
 * hip_session_get_history:
 *
 * Returns: (transfer none): the latest snapshot
 */
HipHistory *
hip_session_get_history (HipSession *self)
{
  g_return_val_if_fail (HIP_IS_SESSION (self), NULL);

  return hip_log_get_history (self->log);
}

/**
 * hip_session_get_units:
 *
 * Returns: what distances are shown and typed in
 */
HipUnits
hip_session_get_units (HipSession *self)
{
  g_return_val_if_fail (HIP_IS_SESSION (self), HIP_UNITS_KM);

  return self->limits.units;
}

/**
 * hip_session_get_limits:
 *
 * Returns: (transfer none): the runner's limits
 */
const HipLimits *
hip_session_get_limits (HipSession *self)
{
  g_return_val_if_fail (HIP_IS_SESSION (self), NULL);

  return &self->limits;
}

/**
 * hip_session_get_today:
 *
 * Returns: the local calendar date, kept current over midnight
 */
HipDay
hip_session_get_today (HipSession *self)
{
  g_return_val_if_fail (HIP_IS_SESSION (self), HIP_DAY_NONE);

  return self->today;
}

/**
 * hip_session_get_warnings:
 *
 * Returns: (transfer none) (element-type HipWarning): what is open today, most serious first
 */
GPtrArray *
hip_session_get_warnings (HipSession *self)
{
  g_return_val_if_fail (HIP_IS_SESSION (self), NULL);

  return self->cached_warnings;
}

/**
 * hip_session_is_busy:
 *
 * Returns: whether a change is on its way into the log
 */
gboolean
hip_session_is_busy (HipSession *self)
{
  g_return_val_if_fail (HIP_IS_SESSION (self), FALSE);

  return self->n_applying > 0;
}

static void
count_applying (HipSession *self, int change)
{
  gboolean was_busy = self->n_applying > 0;

  self->n_applying += change;
  if (was_busy != (self->n_applying > 0))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = G_TASK (data);
  g_autoptr (HipChange) applied = NULL;
  GError *error = NULL;

  applied = hip_log_apply_finish (HIP_LOG (source), result, &error);
  if (applied == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
  count_applying (g_task_get_source_object (task), -1);
}

/**
 * hip_session_apply_async:
 * @change: what to do
 * @callback: called when it is durable, after "changed" and "applied"
 *
 * Makes @change durable in the log.
 */
void
hip_session_apply_async (HipSession *self,
                         HipChange *change,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task;

  g_return_if_fail (HIP_IS_SESSION (self));
  g_return_if_fail (change != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, hip_session_apply_async);
  count_applying (self, 1);
  hip_log_apply_async (self->log, change, NULL, applied_cb, task);
}

/**
 * hip_session_apply_finish:
 * @error: why nothing was kept, in a sentence for people
 *
 * Returns: whether the change is in the log
 */
gboolean
hip_session_apply_finish (HipSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
apply_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!hip_session_apply_finish (HIP_SESSION (source), result, &error))
    g_signal_emit (source, signals[SIGNAL_FAILED], 0, error->message);
}

/**
 * hip_session_apply:
 * @change: what to do
 *
 * Makes @change durable; if that fails, "failed" says so.
 */
void
hip_session_apply (HipSession *self, HipChange *change)
{
  hip_session_apply_async (self, change, apply_cb, NULL);
}
